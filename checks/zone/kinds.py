"""Kinds: from the line model's probabilities to one kind for every line.

The model says junk or not and leans to one part of an article; what can be seen for certain (a line that stands twice,
a credit at its end, a label) decides before it.
"""

from __future__ import annotations

import re
from functools import cache

import msgspec
import numpy as np

from checks.lexicon import words
from checks.shape import Kind
from checks.zone.features import PROSE, Rows, groups
from checks.zone.phrases import PREFIXES, WHOLE

JUNK, TEXT, HEAD, TITLE, CAPTION, LEAD, META = range(7)
KINDS = ("junk", "body", "subhead", "title", "caption", "lead", "meta")
_LABEL = re.compile(r"[^\W\d_]+\.?$")
_NAMED = re.compile(r"[一-鿿]{2,4}\s?[/／]?\s?[摄攝影]{1,2}[)）。]?$")
_CREDIT_REACH = 140
_TITLE_LEAST, _TITLE_MOST = 12.0, 320.0
"""Headlines of the labelled pages lie between these weights, save one in two hundred."""
_DATED_MOST = 45.0
"""A line with a date that is no heavier than this is a date line, seldom a headline."""
_HOPELESS = -0.4
"""A first or second line that scores no lower is the headline of a file that begins with its article."""
_NAME_AND_SLOGAN = re.compile(r"^\S[^-|–—]{1,40} [-|–—] \S")
_TEMPLATE = re.compile(r"^\s*(?:\[[\w.-]{2,40}\]|\{\{?[^{}]{1,60}\}?\}|<%?[^<>]{1,60}%?>|%[\w.]{2,40}%|\$\{[^{}]{1,60}\})\s*$")
_OPENERS = tuple(map(ord, "[{<%$"))
_META = re.compile(
    r"\d{1,4}\s?[./年-]\s?\d{1,2}\s?[./月-]\s?\d{2,4}|\d{1,2}:\d\d\b|\d{1,2}\.? [^\W\d]{3,12}\.?,? \d{4}|[^\W\d]{3,9}\.? \d{1,2},? \d{4}|https?://"
)
_NAME_MOST, _CAPTION_MOST, _JUNK_MOST = 80, 700.0, 0.9
_PROMPTS = {
    "share-widget",
    "ui-control",
    "related-block",
    "most-read",
    "tags",
    "comments",
    "newsletter",
    "consent",
    "paywall",
    "ad",
    "footer",
    "pagination",
}
_PROMPT_WHOLE = np.array([False, *(name in _PROMPTS for name in WHOLE)])
_PROMPT_OPENING = np.array([False, *(name.removesuffix("-start") in _PROMPTS for name in PREFIXES)])
_FOOTER_OPENINGS = (PREFIXES.index("footer-start") + 1,)
_LABELLED_MOST = 120.0
TRAIL = re.compile(r"\s(?:>>|[»›>→⟩/])\s|»|›|>>")
_GOES_ON_MOST = 120.0
_META_OPENING = PREFIXES.index("meta-start") + 1
_META_WHOLE = WHOLE.index("meta") + 1


class Sorted(msgspec.Struct, eq=False):
    """The kind of each row as a number of `KINDS`, and what was found out on the way.

    `forced` maps rows whose junk category is certain to that category.
    """

    kinds: np.ndarray
    forced: dict[int, str]
    title: int


def sort(rows: Rows, chance: np.ndarray, threshold: float) -> Sorted:
    """One kind for every row. `chance` has shape (rows, 7)."""
    n = len(rows.lines)
    kinds = np.where(chance[:, JUNK] > threshold * (1 - chance[:, META]), JUNK, TEXT).astype(np.int8)
    found = Sorted(kinds, {}, -1)
    if not n:
        return found
    strong = np.flatnonzero((kinds == TEXT) & (rows.prose > 0))
    first = int(strong[0]) if len(strong) else n
    last = int(strong[-1]) if len(strong) else -1
    found.title = _title(rows, chance, first)
    if found.title >= 0:
        kinds[found.title] = TITLE
        first = int(strong[np.minimum(np.searchsorted(strong, found.title, "right"), len(strong) - 1)]) if len(strong) else n
    _prompts(rows, found, last)
    _parts(rows, chance, found, first)
    _above(rows, found)
    _header(rows, chance, found, first)
    _labelled(rows, found, last)
    _captions(rows, chance, found, last)
    _certain(rows, found, first, last)
    _joined_headlines(rows, found)
    _label_with_address(rows, found, last)
    return found


def _title(rows: Rows, chance: np.ndarray, first: int) -> int:
    """The headline: the likeliest row up to the first paragraphs; -1 when none looks like one."""
    reach = min(len(rows.lines), first + 2)
    if not reach:
        return -1
    row, weight = np.arange(reach), rows.weight[:reach]
    stops = rows.shape.counts[rows.lines[:reach], Kind.STOP]
    long = (rows.prose[:reach] > 0) & ((stops > 1) | (weight > _TITLE_MOST * 0.6))
    score = 2 * chance[:reach, TITLE] + 0.4 * chance[:reach, HEAD] + 0.1 * chance[:reach, TEXT] - 0.1 * chance[:reach, JUNK]
    ending = rows.document.codes[rows.shape.bare[1][rows.lines[:reach]] - 1]
    score -= np.where(ending == ord("."), 0.3, 0) + np.where(long, 0.15, 0)
    score -= np.where((weight < _TITLE_LEAST) | (weight > _TITLE_MOST), 1, 0)
    score -= np.where((rows.whole[:reach] > 0) | (row > first), 0.3, 0)
    for trail in np.flatnonzero(rows.shape.counts[rows.lines[:reach], Kind.SEPARATOR] > 1).tolist():
        score[trail] -= len(TRAIL.findall(rows.document.lines[rows.lines[trail]][:200])) > 1
    dated = rows.matrix[:reach, groups()["dates"].start] > 0
    score -= np.where(dated & (weight < _DATED_MOST), 0.3, 0)
    if reach > 1 and _NAME_AND_SLOGAN.search(rows.document.lines[rows.lines[0]][:200]) and rows.number[0] != rows.number[1]:
        score[0] -= 0.9
    best = int(np.argmax(score))
    if score[best] > 0:
        return best
    top = [place for place in range(min(2, reach)) if score[place] > _HOPELESS]
    return top[0] if top else -1


def _prompts(rows: Rows, found: Sorted, last: int) -> None:
    """Known phrases below the text, page numbers there, and lines that go on with the prompt above them are furniture."""
    kinds = found.kinds
    text = (kinds == TEXT) & (np.arange(len(kinds)) != found.title)
    below = text & (np.arange(len(kinds)) > last) & (rows.prose == 0)
    counts = rows.shape.counts[rows.lines]
    numbers = (counts[:, 1:6].sum(1) == 0) & (counts[:, Kind.DIGIT] > 0)
    known = _PROMPT_WHOLE[rows.whole] | _PROMPT_OPENING[rows.opening]
    kinds[below & (known | numbers)] = JUNK
    for row in np.flatnonzero(below & (counts[:, Kind.SYMBOL] > 0)).tolist():
        if "©" in rows.document.lines[rows.lines[row]][:200]:
            kinds[row] = JUNK
            found.forced[row] = "footer"
    topic = np.where(rows.whole > 0, rows.whole, np.minimum(rows.opening, len(WHOLE)))
    for place in np.flatnonzero(text[1:] & _PROMPT_OPENING[rows.opening[1:]] & (rows.weight[1:] < _GOES_ON_MOST)).tolist():
        row = place + 1
        if kinds[row - 1] == JUNK and topic[row] == topic[row - 1] and rows.lines[row] == rows.lines[row - 1] + 1:
            kinds[row] = JUNK


def _parts(rows: Rows, chance: np.ndarray, found: Sorted, first: int) -> None:
    kinds = found.kinds
    text = kinds == TEXT
    best = chance[:, 1:6].argmax(1) + 1
    short = rows.weight < 90
    ending = rows.shape.classes[rows.shape.bare[1][rows.lines] - 1]
    stopped = (ending == Kind.STOP) | (ending == Kind.CLAUSE)
    follows = np.append(text[1:], False)
    kinds[text & short & ~stopped & (follows | (best == HEAD)) & (np.arange(len(kinds)) > found.title)] = HEAD
    kinds[text & (best == CAPTION) & (chance[:, CAPTION] > 0.5)] = CAPTION
    if first < len(kinds) and kinds[first] == TEXT and chance[first, LEAD] > 0.3:
        kinds[first] = LEAD


def _above(rows: Rows, found: Sorted) -> None:
    """Above the headline stands the site: its name and slogan, or the headline once more."""
    if found.title <= 0:
        return
    above = np.arange(found.title)
    loose = np.isin(found.kinds[above], (TEXT, HEAD)) & (rows.prose[above] == 0) & (rows.weight[above] < 90)
    for row in above[loose].tolist():
        line = rows.document.lines[rows.lines[row]]
        if row == 0 and any(mark in line for mark in (" - ", " | ", " – ", " — ", " :: ")):
            found.kinds[row] = JUNK
            found.forced[row] = "site-header"
        elif rows.whole[row]:
            found.kinds[row] = JUNK
        elif len(TRAIL.findall(line[:200])) > 1:
            found.kinds[row] = JUNK
            found.forced[row] = "breadcrumb"


def _header(rows: Rows, chance: np.ndarray, found: Sorted, first: int) -> None:
    """Date lines and bylines between the headline's surroundings and the first paragraphs are metadata."""
    document, kinds = rows.document, found.kinds
    begin = max(0, found.title - 4) if found.title >= 0 else max(0, first - 8)
    end = min(len(kinds), max(first, found.title) + 3)
    for row in range(begin, end):
        if row == found.title or rows.weight[row] > 130:
            continue
        line = document.lines[rows.lines[row]][:400]
        label = rows.opening[row] == _META_OPENING or rows.whole[row] == _META_WHOLE
        if _META.search(line) or (label and row > found.title >= 0) or chance[row, META] > 0.5:
            kinds[row] = META


@cache
def _labels() -> frozenset[str]:
    keys = ("source", "author", "by", "editor", "translator")
    return frozenset(phrase for held in words("attribution").values() for key in keys for phrase in held.get(key, ()))


def _labelled(rows: Rows, found: Sorted, last: int) -> None:
    """A short line that is a label, a colon and a name is metadata, above the text and below it."""
    places = np.flatnonzero((rows.weight < _LABELLED_MOST) & (rows.shape.counts[rows.lines, Kind.CLAUSE] > 0))
    kinds = found.kinds
    text = np.flatnonzero((kinds == TEXT) | (kinds == LEAD))
    top = int(text[0]) if len(text) else len(kinds)
    bottom = int(text[text <= last][-1]) if len(text[text <= last]) else -1
    for row, line in zip(places.tolist(), rows.lines[places].tolist(), strict=True):
        if row == found.title or (top < row < bottom):
            continue
        label, colon, value = rows.document.lines[line][:200].replace("：", ":").partition(":")
        if colon and value.strip() and label.strip(" 【[(（*•-").casefold() in _labels():
            kinds[row] = META


def _captions(rows: Rows, chance: np.ndarray, found: Sorted, last: int) -> None:
    """A line of the article that ends in a credit is a caption."""
    document, kinds = rows.document, found.kinds
    likely = (kinds != META) & (rows.weight < _CAPTION_MOST) & ((kinds != JUNK) | (chance[:, JUNK] < _JUNK_MOST))
    order = np.arange(len(kinds))
    likely &= (order != found.title) & ((kinds != JUNK) | (order <= last)) & ~np.isin(rows.opening, _FOOTER_OPENINGS)
    places = np.flatnonzero(likely)
    for row, line in zip(places.tolist(), rows.lines[places].tolist(), strict=True):
        if credited(document.lines[line][-_CREDIT_REACH:].rstrip()):
            kinds[row] = CAPTION


@cache
def _credit_words() -> tuple[frozenset[str], frozenset[str]]:
    lexicon = words("navigation").values()
    labels = frozenset(phrase for keys in lexicon for phrase in keys.get("caption-start", ()))
    return labels, frozenset(phrase for keys in lexicon for phrase in keys.get("photo-agency", ()))


def credited(tail: str) -> bool:
    """Whether the end of a line names who took a picture."""
    labels, agencies = _credit_words()
    for mark in ":：=":
        head, found, value = tail.rpartition(mark)
        if (
            found
            and len(value) <= _NAME_MOST
            and (label := _LABEL.search(head[-30:].rstrip()))
            and label[0].casefold().rstrip(".") in labels
        ):
            return True
    if "©" in tail:
        return len(tail.rpartition("©")[2]) <= _NAME_MOST
    if tail[-1:] in "摄攝影" or tail[-2:-1] in "摄攝影":
        return tail[-1:] != "" and _NAMED.search(tail[-12:]) is not None
    return any(mark in tail and tail.rpartition(mark)[2].strip(" )）.").casefold() in agencies for mark in "/(（|")


def _certain(rows: Rows, found: Sorted, first: int, last: int) -> None:
    """What repetition and form prove: a second lead or headline, the text in place of a picture, a template's mark."""
    kinds, number = found.kinds, rows.number
    brackets = np.isin(rows.document.codes[rows.shape.bare[0][rows.lines]], _OPENERS) & (rows.weight < 70)
    for row in np.flatnonzero(brackets).tolist():
        line = rows.document.lines[rows.lines[row]]
        if _TEMPLATE.match(line) and ("_" in line or "{" in line or "%" in line or "<" in line):
            kinds[row] = JUNK
            found.forced[row] = "placeholder"
    again = np.flatnonzero((rows.repeats > 1) & (rows.weight >= _TITLE_LEAST))
    place: dict[int, list[int]] = {}
    for row, same_as in zip(again.tolist(), number[again].tolist(), strict=True):
        place.setdefault(same_as, []).append(row)
    for same in place.values():
        one, other = same[0], same[-1]
        if found.title in same:
            for row in same:
                if row != found.title and found.title < row <= last + 1:
                    kinds[row] = JUNK
                    found.forced[row] = "duplicate-title"
        elif rows.weight[one] >= PROSE and one <= first + 1 and kinds[one] != JUNK and kinds[other] in (TEXT, LEAD) and other > one + 1:
            kinds[one] = JUNK
            found.forced[one] = "duplicate-lead"
        elif (
            other == one + 1
            and len(same) == 2
            and rows.lines[other] == rows.lines[one] + 1
            and first <= one <= last
            and rows.weight[one] >= 20
        ):
            kinds[one], kinds[other] = JUNK, CAPTION
            found.forced[one] = "image-alt"
    captions = kinds == CAPTION
    next_to = np.append((rows.lines[1:] == rows.lines[:-1] + 1) & captions[1:], False)
    for row in np.flatnonzero(next_to & ~captions & (kinds != META)).tolist():
        twin = rows.repeats[row] > 1
        if row != found.title and rows.weight[row] < 260 and (twin or kinds[row] == JUNK or not _ended(rows, row)):
            kinds[row] = JUNK
            found.forced[row] = "image-alt"


def _ended(rows: Rows, row: int) -> bool:
    end = int(rows.shape.bare[1][rows.lines[row]]) - 1
    return bool(rows.shape.classes[end] == Kind.STOP)


def _label_with_address(rows: Rows, found: Sorted, last: int) -> None:
    """A label and an address alone on a line after the text name where the text was taken from."""
    document = rows.document
    for row in range(max(0, last - 2), min(len(found.kinds), last + 12)):
        line = document.lines[rows.lines[row]][:600]
        if ": http" in line or "：http" in line or ":http" in line:
            label = line.split("http", 1)[0].strip(" :：")
            if 0 < len(label) <= 30 and " " not in line.split("http", 1)[1].strip():
                found.kinds[row] = META
                found.forced.pop(row, None)


def _joined_headlines(rows: Rows, found: Sorted) -> None:
    """Three or more headlines on one line, in a script that puts no spaces inside sentences."""
    counts = rows.shape.counts[rows.lines]
    dense = counts[:, Kind.DENSE]
    likely = (counts[:, Kind.SPACE] >= 2) & (counts[:, Kind.STOP] == 0) & (dense > 0.7 * counts.sum(1)) & (dense >= 24)
    for row in np.flatnonzero(likely).tolist():
        parts = rows.document.lines[rows.lines[row]].split()
        if row != found.title and len(parts) >= 3 and all(7 <= len(part) <= 45 for part in parts):
            found.kinds[row] = JUNK
            found.forced[row] = "related-links-inline"
