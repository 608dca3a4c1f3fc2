"""Labels: the date lines, bylines and named sources around an article, which are metadata."""

from __future__ import annotations

import re
from functools import cache

import numpy as np

from checks.lexicon import words
from checks.shape import CLAUSE, DIGIT
from checks.zone.features import Rows
from checks.zone.parts import LEAD, META, TEXT, Sorted
from checks.zone.phrases import PREFIXES, WHOLE

_DATE = re.compile(
    r"\d(?:\s?[./年-]\s?\d{1,2}\s?[./月-]\s?\d\d|:\d\d\b|\.? [^\W\d]{3,12}\.?,? \d{4}"
    r"|(?<=[^\W\d]{3} \d)\d?,? \d{4}|(?<=[^\W\d]{3}\. \d)\d?,? \d{4})"
)
"""Whether a line holds a date or a time of day, not where; all forms begin with a digit, which the search runs ahead to."""
_HEADER_MOST, _LABELLED_MOST = 130.0, 120.0
_SIGNED_MOST, _SIGNED_WITHIN = 60.0, 4
_BRACKETS = ("()", "（）", "[]", "【】")
_OPENING, _WHOLE = PREFIXES.index("meta-start") + 1, WHOLE.index("meta") + 1


def header(rows: Rows, chance: np.ndarray, found: Sorted, first: int) -> None:
    """Date lines and bylines between the headline's surroundings and the first paragraphs are metadata."""
    begin = max(0, found.title - 4) if found.title >= 0 else max(0, first - 8)
    end = min(len(found.kinds), max(first, found.title) + 3)
    part = slice(begin, end)
    sure = chance[part, META] > 0.5
    if found.title >= 0:
        below = max(found.title + 1 - begin, 0)
        sure[below:] |= (rows.opening[part] == _OPENING)[below:] | (rows.whole[part] == _WHOLE)[below:]
    light = (rows.weight[part] <= _HEADER_MOST).nonzero()[0]
    digits = rows.counts[DIGIT, part].take(light) > 0
    for row, is_sure, has_digits in zip(light.tolist(), sure.take(light).tolist(), digits.tolist(), strict=True):
        if row + begin != found.title and (is_sure or _in_header(rows.texts[row + begin][:400], has_digits=has_digits)):
            found.kinds[row + begin] = META


def _in_header(text: str, *, has_digits: bool) -> bool:
    return (has_digits and dated(text)) or "http://" in text or "https://" in text


def dated(text: str) -> bool:
    """Whether a line holds a day or a time of day."""
    return _DATE.search(text) is not None


@cache
def _labels() -> frozenset[str]:
    keys = ("source", "author", "by", "editor", "translator")
    return frozenset(phrase for held in words("attribution").values() for key in keys for phrase in held.get(key, ()))


def labelled(rows: Rows, found: Sorted, last: int) -> None:
    """A short line that is a label, a colon and a name is metadata, above the text and below it."""
    likely = (rows.weight < _LABELLED_MOST) & (rows.counts[CLAUSE] > 0)
    text = ((found.kinds == TEXT) | (found.kinds == LEAD)).nonzero()[0]
    above = int(text.searchsorted(last, "right"))
    if above:
        likely[text[0] + 1 : text[above - 1]] = False
    for row in likely.nonzero()[0].tolist():
        if row != found.title:
            line = rows.texts[row][:200]
            if ":" in line or "：" in line:
                label, _, value = line.replace("：", ":").partition(":")
                if label.strip(" 【[(（*•-").casefold() in _labels() and value.strip():
                    found.kinds[row] = META


def signed(rows: Rows, found: Sorted, last: int) -> None:
    """Right below the text, a source in brackets, and a name with its label and an address of mail, are metadata."""
    for row in range(last + 1, min(last + 1 + _SIGNED_WITHIN, len(found.kinds))):
        line = rows.texts[row].strip() if rows.weight[row] < _SIGNED_MOST else ""
        if (line[:1] + line[-1:] in _BRACKETS and _opens_with_label(line[1:-1])) or (
            "@" in line and not _labels().isdisjoint(line.split())
        ):
            found.kinds[row] = META


def _opens_with_label(text: str) -> bool:
    words = text.casefold().split()
    return len(words) > 1 and (words[0] in _labels() or (len(words) > 2 and f"{words[0]} {words[1]}" in _labels()))


def label_with_address(rows: Rows, found: Sorted, last: int) -> None:
    """A label and an address alone on a line after the text name where the text was taken from."""
    for row in range(max(0, last - 2), min(len(found.kinds), last + 12)):
        line = rows.texts[row][:600]
        if "http" in line and (": http" in line or "：http" in line or ":http" in line):
            label, _, address = line.partition("http")
            if 0 < len(label.strip(" :：")) <= 30 and " " not in address.strip():
                found.kinds[row] = META
                found.forced.pop(row, None)
