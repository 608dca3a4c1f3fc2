"""Labels: the date lines, bylines and named sources around an article, which are metadata."""

from __future__ import annotations

from functools import cache

import numpy as np

from checks.lexicon import given_names, of_pages, phrases
from checks.patterns import lazily
from checks.records import MOST, record
from checks.shape import CLAUSE, DIGIT
from checks.zone.company import PAGE_OPENING, PAGE_WHOLE
from checks.zone.days import dated
from checks.zone.features import Rows
from checks.zone.parts import HEAD, JUNK, LEAD, META, TEXT, TITLE, Sorted
from checks.zone.phrases import PREFIXES, WHOLE

_HEADER_MOST, _LABELLED_MOST, _SURE = np.float32(130), np.float32(120), np.float32(0.5)
_SIGNED_MOST, _SIGNED_WITHIN = 60.0, 4
_FURTHER = 13
"""Rows below the headline that may be its metadata still."""
_BRACKETS = ("()", "（）", "[]", "【】")
_NAME_MOST = 4
_DAY_LEAST = np.float32(4)
_STAMP_LEAST, _STAMP_MOST = np.float32(10), np.float32(80)
_AGENCY = lazily(r"/[^\W\d_][\w .&-]{1,22}/")
"""`/name/` below a text is the agency that sent it."""
_CODES = lazily(r"[^\W\d_]{2,6}(?:\s?/{1,2}\s?[^\W\d_]{2,6}){1,3}/?")
"""Below a text the short names of those who wrote and edited it, `SD/AB`, `egd/ zan/`."""
_NAME = lazily(r"[^\W\d_]+(?:[-'’.][^\W\d_]*)*")
_TICKER = lazily(r"\s*\d{1,2}[:.]\d\d\s+(?:\S+\s+){3}\S")
_EAST_ASIAN = lazily(r"[一-鿿々]{1,3}[ \u3000][一-鿿々ぁ-んァ-ヶ]{1,3}")
_ADDRESS = lazily(r"https?://[^\s]{4,390}")
_WORDS = lazily(r"[^\W\d_]{2,}")
_IMPRINT_WITHIN = 3
_FOOTER = WHOLE.index("footer") + 1
_IS_CONTROL = np.array([False, *(name in ("share-widget", "ui-control", "paywall", "newsletter", "comments", "ad") for name in WHOLE)])
"""By the category of a phrase: whether a time behind it is the length of a recording, `Listen 03:41`."""
_OPENING, _WHOLE = PREFIXES.index("meta-start") + 1, WHOLE.index("meta") + 1


def header(rows: Rows, chance: np.ndarray, found: Sorted, first: int) -> None:
    """Date lines and bylines between the headline's surroundings and the first paragraphs are metadata."""
    begin = max(0, found.title - 4) if found.title >= 0 else max(0, first - 8)
    end = min(len(found.kinds), max(first, found.title) + 3)
    part = slice(begin, end)
    sure = chance[part, META] > _SURE
    if found.title >= 0:
        below = max(found.title + 1 - begin, 0)
        sure[below:] |= (rows.opening[part] == _OPENING)[below:] | (rows.whole[part] == _WHOLE)[below:]
    light = (rows.weight[part] <= _HEADER_MOST).nonzero()[0]
    _further(rows, chance, found, end)
    digits = rows.has[DIGIT, part].take(light)
    for row, is_sure, has_digits in zip(light.tolist(), sure.take(light).tolist(), digits.tolist(), strict=True):
        line = rows.texts[row + begin][:400]
        named = row + begin > found.title and _names_reporter(line)
        if row + begin < found.title and has_digits and _TICKER.match(line):
            continue  # the latest news, each with its time
        if row + begin > found.title and _is_no_metadata(rows, row + begin, line.strip(), sure=bool(is_sure)):
            found.is_junk(row + begin, "ui-control")
            continue
        control = _IS_CONTROL[rows.whole[row + begin]] and rows.counts[DIGIT, row + begin] <= _DAY_LEAST
        if row + begin != found.title and not control and (is_sure or named or _in_header(line, has_digits=has_digits)):
            found.kinds[row + begin] = META


def _further(rows: Rows, chance: np.ndarray, found: Sorted, begin: int) -> None:
    """What the line model takes for metadata rather than anything else, below a lead or a picture's caption, is metadata.

    So is a short line with a day and a time there. Of the former 93 by 34 publishers were, 4 were furniture and 2 article.
    """
    part = slice(begin, max(found.title, 0) + _FURTHER)
    sure = (found.kinds[part] == JUNK) & (chance[part, META] > _SURE) & (rows.weight[part] <= _HEADER_MOST)
    sure &= ~PAGE_WHOLE.take(rows.whole[part]) & ~PAGE_OPENING.take(rows.opening[part])
    stamped = (rows.counts[DIGIT, part] >= _STAMP_LEAST) & (rows.weight[part] < _STAMP_MOST) & ~rows.running[part]
    for row in (stamped.nonzero()[0] + begin).tolist():
        if found.kinds[row] in (TEXT, HEAD) and dated(rows.texts[row]):
            found.kinds[row] = META
    for row in (sure.nonzero()[0] + begin).tolist():
        if row not in found.forced and not _is_no_metadata(rows, row, rows.texts[row].strip(), sure=True):
            found.kinds[row] = META


def _is_no_metadata(rows: Rows, row: int, line: str, *, sure: bool) -> bool:
    """Whether a line is the address of a page with no label above it, or a number too short for a day: a count, of comments say."""
    if rows.wordless[row]:
        return sure and bool(rows.has[DIGIT, row]) and rows.counts[DIGIT, row] < _DAY_LEAST and ":" not in line
    return line.startswith("http") and _ADDRESS.fullmatch(line) is not None and not rows.texts[row - 1].rstrip().endswith((":", "："))


def bylines(rows: Rows, found: Sorted) -> None:
    """Names alone on a line between the headline and the text are who wrote it, beside metadata or right below the headline.

    A name that begins with a known given name may stand below a lead or a picture: so did 71 by 28 publishers, 5 were furniture.
    """
    kinds = found.kinds
    text = ((kinds == TEXT) & rows.running).nonzero()[0]
    below = text[text.searchsorted(found.title) :]
    end = min(int(below[0]) if len(below) else 0, found.title + _FURTHER, len(kinds) - 1)
    for row in range(found.title + 1, end):
        if kinds[row] != JUNK or rows.whole[row] or rows.opening[row] or rows.has[DIGIT, row] or rows.weight[row] >= _SIGNED_MOST:
            continue
        if not _is_names(rows.texts[row]):
            continue
        beside = row <= found.title + _SIGNED_WITHIN and (kinds[row - 1] in (META, TITLE) or kinds[row + 1] == META)
        if beside or rows.texts[row].split(maxsplit=1)[0].casefold() in given_names():
            kinds[row] = META
            found.forced.pop(row, None)


def _is_names(line: str) -> bool:
    """Whether a line is one to three names of two to four words with capitals, with commas or words for `and` between."""
    if _EAST_ASIAN.fullmatch(line.strip()):
        return True
    words = [word for word in line.replace(",", " ").split() if word.casefold() not in phrases("and")]
    most = _NAME_MOST - 1 if line.isupper() else 3 * _NAME_MOST  # many words in capitals are a prompt
    return 1 < len(words) <= most and all(word[0].isupper() and _NAME.fullmatch(word) for word in words)


def _names_reporter(line: str) -> bool:
    """Whether a line below the headline has few words, and an address of mail or the label of an author behind the first of them."""
    words = line.split()
    if not 1 < len(words) <= _NAME_MOST + 1:
        return False
    return any("@" in word and "." in word for word in words[1:]) or words[-1].casefold() in phrases("author")


def _in_header(text: str, *, has_digits: bool) -> bool:
    return (has_digits and dated(text)) or "http://" in text or "https://" in text


@cache
def _labels() -> frozenset[str]:
    return frozenset().union(*map(phrases, ("source", "author", "by", "translator", "editor")))


def labelled(rows: Rows, found: Sorted, last: int) -> None:
    """A short line that is a label, a colon and a name is metadata, above the text and below it; who edits the paper stands at its foot."""
    likely = (rows.weight < _LABELLED_MOST) & rows.has[CLAUSE]
    text = ((found.kinds == TEXT) | (found.kinds == LEAD)).nonzero()[0]
    above = int(text.searchsorted(last, "right"))
    if above:
        below_lead = text[rows.running.take(text)][1:2] if found.kinds[text[0]] == LEAD else text[:0]
        inside = slice(int((below_lead if len(below_lead) else text)[0]) + 1, int(text[above - 1]))
        likely[inside] &= found.kinds[inside] == JUNK
    for row in likely.nonzero()[0].tolist():
        if row != found.title:
            line = rows.texts[row][:200]
            if ":" in line or "：" in line:
                label, _, value = line.replace("：", ":").partition(":")
                name = label.strip(" 【[(（*•-").casefold()
                if name in _labels() and value.strip() and not (name in phrases("editor") and _in_imprint(rows, found, row, last)):
                    found.kinds[row] = META


def _in_imprint(rows: Rows, found: Sorted, row: int, last: int) -> bool:
    """Whether a row below the text stands among the links and copyright lines at a page's foot."""
    near = range(max(last + 1, row - _IMPRINT_WITHIN), min(len(found.kinds), row + _IMPRINT_WITHIN + 1))
    return row > last + _SIGNED_WITHIN and any(found.forced.get(one) == "footer" or rows.whole[one] == _FOOTER for one in near)


def signed(rows: Rows, found: Sorted, last: int) -> None:
    """What stands right below the text, line after line: names, sources in brackets, days, are metadata."""
    end = min(last + 1 + _SIGNED_WITHIN, len(found.kinds))
    for row in range(last + 1, end):
        named = row + 1 < end and _may_be_name(rows, row) and (found.kinds[row + 1] == META or _is_signature(rows, row + 1))
        if not (named or found.kinds[row] == META or _is_signature(rows, row) or _signs(rows, found, row)):
            return
        found.kinds[row] = TEXT if _ends_post(rows.texts[row].strip()) else META


def _signs(rows: Rows, found: Sorted, row: int) -> bool:
    """Whether a line is a name that begins with a known given name, above metadata or a phrase of the page."""
    if (
        row + 1 >= len(found.kinds)
        or rows.whole[row]
        or rows.opening[row]
        or rows.weight[row] >= _SIGNED_MOST
        or not _is_person(rows.texts[row])
    ):
        return False
    page = PAGE_WHOLE[rows.whole[row + 1]] or PAGE_OPENING[rows.opening[row + 1]]
    return bool(page) or bool(found.kinds[row + 1] == META)


def _is_person(line: str) -> bool:
    return _is_names(line) and line.split(maxsplit=1)[0].casefold() in given_names()


def _ends_post(line: str) -> bool:
    """Whether a line ends a message of a network that the text quotes: `— NAME (@name) DAY`."""
    return line.startswith(("—", "–")) and "(@" in line


def _is_signature(rows: Rows, row: int) -> bool:
    line = rows.texts[row].strip() if rows.weight[row] < _SIGNED_MOST else ""
    if not line:
        return False
    if (line[0] + line[-1] in _BRACKETS and _opens_with_label(line[1:-1])) or _AGENCY.fullmatch(line) or _CODES.fullmatch(line):
        return True
    if "©" in line and not of_pages("photo-agency").isdisjoint(_WORDS.findall(line.casefold())):
        return True
    return ("@" in line and not _labels().isdisjoint(line.split())) or (rows.counts[DIGIT, row] >= _DAY_LEAST and dated(line))


def _may_be_name(rows: Rows, row: int) -> bool:
    """Whether a line, between the text and what is said of its source, is two to four words with capitals and no phrase of the page."""
    words = rows.texts[row].split()
    return not rows.whole[row] and 1 < len(words) <= _NAME_MOST and all(word[0].isupper() and word.isalpha() for word in words)


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


def recorded(rows: Rows, found: Sorted) -> None:
    """Labelled lines that open a file are metadata; among them is the headline where the article does not have it below."""
    head = record([text.strip() for text in rows.texts[:MOST]])
    if head is None:
        return
    found.kinds[: head.lines] = META
    for row in range(head.lines):
        found.forced.pop(row, None)
    if found.title < head.lines:
        told = head.value("headline")
        found.title = told.line if told else -1
        if told:
            found.kinds[told.line] = TITLE
