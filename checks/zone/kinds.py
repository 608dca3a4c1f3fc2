"""Kinds: from the line model's probabilities to one kind for every line.

The model says junk or not and leans to one part of an article; what can be seen for certain (a line that stands twice,
a credit at its end, a label) decides before it.
"""

from __future__ import annotations

import re

import msgspec
import numpy as np

from checks.shape import Kind
from checks.zone.features import PROSE, Rows
from checks.zone.phrases import PREFIXES, WHOLE

JUNK, TEXT, HEAD, TITLE, CAPTION, LEAD, META = range(7)
KINDS = ("junk", "body", "subhead", "title", "caption", "lead", "meta")
CREDIT = re.compile(
    r"(?:^|[\s(（\[|/–—-])(?:foto(?:graf)?|photo(?:s|graph)?|photo by|picture|image|bild|beeld|fot\.|zdj\.|kuva|kilde|källa|credit|crédit|crédito|"
    r"ảnh|nguồn|фото|снимка|mynd|фотографии|φωτογραφία|صورة|عکس|צילום|फोटो|ภาพ|사진|写真|摄影|图源|图片来源|图|圖|来源|摄)\s?[:：=/©][^:：]{1,80}[)）\].]{0,2}\s*$"
    r"|[/／|]\s?(?:getty images|reuters|afp|ap|dpa|epa|imago|shutterstock|ntb|tt|xinhua|bloomberg|picture alliance|alamy|istock)\b[^.]{0,40}$"
    r"|©\s?[^.]{2,60}$|[一-鿿]{2,4}\s?[/／]?\s?[摄攝](?:影)?[)）]?\s*$|\(?(?:getty images|ap photo|reuters|afp photo)\)?\s*$",
    re.IGNORECASE,
)
_CREDIT_REACH = 140
_TITLE_LEAST, _TITLE_MOST = 12.0, 320.0
"""Headlines of the labelled pages lie between these weights, save one in two hundred."""
_TEMPLATE = re.compile(r"^\s*(?:\[[\w.-]{2,40}\]|\{\{?[^{}]{1,60}\}?\}|<%?[^<>]{1,60}%?>|%[\w.]{2,40}%|\$\{[^{}]{1,60}\})\s*$")
_OPENERS = tuple(map(ord, "[{<%$"))
_META = re.compile(r"\d{1,4}\s?[./年-]\s?\d{1,2}\s?[./月-]\s?\d{2,4}|\d{1,2}:\d\d\b|\d{1,2}\.? [^\W\d]{3,12}\.?,? \d{4}|[^\W\d]{3,9}\.? \d{1,2},? \d{4}|https?://")
_CAPTION_OPENING = PREFIXES.index("caption-start") + 1
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
    _parts(rows, chance, found, first)
    _above(rows, found)
    _header(rows, chance, found, first)
    _captions(rows, chance, found)
    _certain(rows, found, first, last)
    _joined_headlines(rows, found)
    _label_with_address(rows, found, last)
    return found


def _title(rows: Rows, chance: np.ndarray, first: int) -> int:
    """The headline: the likeliest row up to the first paragraphs; -1 when none looks like one."""
    reach = min(len(rows.lines), first + 2)
    if not reach:
        return -1
    score = chance[:reach, TITLE] + 0.4 * chance[:reach, HEAD] + 0.1 * chance[:reach, TEXT] - 0.1 * chance[:reach, JUNK]
    score += np.where(np.arange(reach) == rows.title, 0.2, 0) - np.where(rows.prose[:reach] > 0, 0.15, 0)
    score -= np.where((rows.weight[:reach] < _TITLE_LEAST) | (rows.weight[:reach] > _TITLE_MOST), 1, 0)
    score -= np.where((rows.whole[:reach] > 0) | (np.arange(reach) > first), 0.3, 0)
    best = int(np.argmax(score))
    return best if score[best] > 0 else -1


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


def _captions(rows: Rows, chance: np.ndarray, found: Sorted) -> None:
    """A line of the article that ends in a credit, or begins with the word for a picture, is a caption."""
    document, kinds = rows.document, found.kinds
    candidates = np.flatnonzero((kinds != META) & (rows.weight < 700) & ((chance[:, JUNK] < 0.97) | (rows.opening == _CAPTION_OPENING)))
    for row in candidates.tolist():
        if row == found.title:
            continue
        line = document.lines[rows.lines[row]]
        if CREDIT.search(line[-_CREDIT_REACH:].rstrip()):
            kinds[row] = CAPTION


def _certain(rows: Rows, found: Sorted, first: int, last: int) -> None:
    """What repetition and form prove: a second lead or headline, the text in place of a picture, a template's mark."""
    kinds, number = found.kinds, rows.number
    brackets = np.isin(rows.document.codes[rows.shape.bare[0][rows.lines]], _OPENERS) & (rows.weight < 70)
    for row in np.flatnonzero(brackets).tolist():
        line = rows.document.lines[rows.lines[row]]
        if _TEMPLATE.match(line) and ("_" in line or "{" in line or "%" in line or "<" in line):
            kinds[row] = JUNK
            found.forced[row] = "placeholder"
    again = np.flatnonzero(rows.repeats > 1)
    place: dict[int, list[int]] = {}
    for row in again.tolist():
        place.setdefault(int(number[row]), []).append(row)
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
        elif other == one + 1 and len(same) == 2 and rows.lines[other] == rows.lines[one] + 1 and first <= one <= last and rows.weight[one] >= 20:
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
    for row in range(max(0, last + 1), min(len(found.kinds), last + 12)):
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
