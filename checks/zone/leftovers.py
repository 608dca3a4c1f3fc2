"""Leftovers: lines that are what they are by their signs alone: tags, marks of templates, words in place of pictures, bars."""

from __future__ import annotations

import numpy as np

from checks.lexicon import of_pages
from checks.patterns import lazily
from checks.shape import DENSE, DIGIT, STOP, UPPER
from checks.zone.features import Rows
from checks.zone.parts import HEAD, JUNK, TEXT, Sorted
from checks.zone.phrases import PREFIXES

_TEMPLATE = lazily(r"^\s*(?:\[[\w.-]{2,40}\]|\{\{?[^{}]{1,60}\}?\}|<%?[^<>]{1,60}%?>|%[\w.]{2,40}%|\$\{[^{}]{1,60}\})\s*$")
_OPENERS = np.array([chr(code) in "[{<%$" for code in range(128)])
_UNFILLED = "_{%<"
_LIST = lazily(r"\s*[|｜•·]\s*|[,،、]\s+")
_COUNTER = lazily(r"(\d{1,3}|\d{1,3}:\d\d)\s+/\s+(\d{1,3}|\d{1,3}:\d\d)")
_COUNTER_MOST = np.float32(14)
_LABEL = lazily(r"[^\W\d_]{2,12}(?: [^\W\d_]{2,12})? ?[:：]")
_PROMOTED_LEAST, _PROMOTED_MOST = np.float32(8), np.float32(400)
_JOINT, _JOINTS = lazily(r"[^\W\d_A-ZÀ-Þ][A-ZÀ-Þ][^\W\d_A-ZÀ-Þ]"), 4
_SIZES = lazily(r"(?:[^\W\d_][+\-−]|[^\W\d_]?[+\-−]{0,2}(?: {1,3}|$)){1,6}")
_SIZES_MOST, _NETWORKS_LEAST, _NETWORKS_MOST, _NAMED_SHARE = np.float32(14), np.float32(12), np.float32(400), 2.5
_CLOSING, _NOTICE_REACH = 4, 400
_FOOTER = PREFIXES.index("footer-start") + 1
_BETWEEN = "|｜•·,،、"
_ITEMS, _ITEM_WORDS = 3, 4
_TEMPLATE_MOST, _LINE_MOST = np.float32(70), np.float32(160)
_BELOW = 5
"""Rows below the text that may be what it is filed under."""


def leftovers(rows: Rows, found: Sorted, first: int) -> None:
    """What is no article whatever stands around it; `first` is the row of the first paragraph."""
    bars(rows, found)
    counters(rows, found)
    networks(rows, found)
    sizes(rows, found, first)
    glued(rows, found)
    promotions(rows, found, first)
    closing(rows, found)


def hashtags(rows: Rows, found: Sorted, last: int) -> None:
    """Below the text, a row of words that all begin with the sign of a tag."""
    opened = rows.document.codes.take(rows.begin[last + 1 :]) == ord("#")
    for row in (opened & (rows.weight[last + 1 :] < _LINE_MOST)).nonzero()[0].tolist():
        words = rows.texts[last + 1 + row].split()
        if len(words) > 1 and all(word[0] == "#" and len(word) > 1 for word in words):
            found.is_junk(last + 1 + row, "tags")


def listed(rows: Rows, found: Sorted, last: int) -> None:
    """Below the text, above furniture or at the end of the file, small words between bars or commas are what it is filed under."""
    kinds = found.kinds
    below = slice(last + 1, last + 1 + _BELOW)
    loose = ((kinds[below] == TEXT) | (kinds[below] == HEAD)) & ~rows.has[STOP, below] & ~rows.has[DIGIT, below]
    for row in ((loose & (rows.weight[below] < _LINE_MOST)).nonzero()[0] + last + 1).tolist():
        if not any(mark in rows.texts[row] for mark in _BETWEEN):
            continue
        items = _LIST.split(rows.texts[row].strip())
        small = sum(item[:1].islower() for item in items)
        ends = row + 1 == len(kinds) or kinds[row + 1] == JUNK
        if ends and len(items) >= _ITEMS and 2 * small > len(items) and max(len(item.split()) for item in items) <= _ITEM_WORDS:
            found.is_junk(row, "tags")


def templates(rows: Rows, found: Sorted) -> None:
    """The mark of a template that was left unfilled, or a word in brackets where a picture was."""
    opened = _OPENERS.take(rows.document.codes.take(rows.begin), mode="clip")
    for row in (opened & (rows.weight < _TEMPLATE_MOST)).nonzero()[0].tolist():
        line = rows.texts[row]
        if (any(mark in line for mark in _UNFILLED) and _TEMPLATE.match(line)) or _stands_for_picture(line.strip()):
            found.is_junk(row, "placeholder")


def _stands_for_picture(line: str) -> bool:
    """Whether a line is a word for a picture in square brackets, perhaps with a number: `[Image 2/3]`."""
    return line[0] == "[" and line[-1] == "]" and line[1:-1].strip(" 0123456789/:#.").casefold() in of_pages("bracketed")


def counters(rows: Rows, found: Sorted) -> None:
    """The place in a row of pictures, `3 / 12`, or in a recording, `00:00 / 05:48`."""
    for row in (rows.wordless & rows.has[DIGIT] & (rows.weight < _COUNTER_MOST)).nonzero()[0].tolist():
        place = _COUNTER.fullmatch(rows.texts[row].strip())
        if place and (":" in place[1]) == (":" in place[2]) and _number(place[1]) <= _number(place[2]):
            found.is_junk(row, "ui-control" if ":" in place[1] else "pagination")


def _number(text: str) -> int:
    return int(text.replace(":", ""))


def closing(rows: Rows, found: Sorted) -> None:
    """Of the last paragraphs those labelled as a footer, and those below the text that speak of its rights, are the site's."""
    kept = ((found.kinds != JUNK) & rows.running).nonzero()[0]
    last = kept[kept > found.title][1:][-_CLOSING:].tolist()
    lines = [rows.texts[row][:_NOTICE_REACH].casefold() for row in last]
    notices = _said(lines, "notice")
    ends = True
    for row, line in zip(reversed(last), reversed(lines), strict=True):
        ends = ends and any(notice in line for notice in notices)
        if ends or (rows.opening[row] == _FOOTER and _LABEL.match(line.lstrip()) is not None and "@" not in line):
            found.is_junk(row, "footer")


def _said(lines: list[str], key: str) -> list[str]:
    """The words of a key that any of these lines holds."""
    text = "\n".join(lines)
    return [word for word in of_pages(key) if word in text]


def promotions(rows: Rows, found: Sorted, first: int) -> None:
    """Between headline and text, and among the last paragraphs, Chinese that asks the reader to scan, follow or download."""
    if not rows.has[DENSE].any():
        return
    kept = ((found.kinds != JUNK) & (rows.counts[DENSE] >= _PROMOTED_LEAST) & (rows.weight < _PROMOTED_MOST)).nonzero()[0]
    ends = ((found.kinds != JUNK) & rows.running).nonzero()[0][-_CLOSING:]
    for row in kept[(kept > found.title) & ((kept <= first) | (kept >= (int(ends[0]) if len(ends) else 0)))].tolist():
        if sum(word in rows.texts[row] for word in of_pages("promotion")) > 1:
            found.is_junk(row, "newsletter")


def glued(rows: Rows, found: Sorted) -> None:
    """Links of a menu without anything between them, `NewsSportCulturePuzzles`, are a menu, whatever follows them."""
    likely = ((found.kinds == TEXT) | (found.kinds == HEAD)) & ~rows.has[STOP] & (rows.counts[UPPER] > _JOINTS)
    for row in likely.nonzero()[0].tolist():
        if len(_JOINT.findall(rows.texts[row][:_NOTICE_REACH])) >= _JOINTS:
            found.is_junk(row, "section-nav")


def networks(rows: Rows, found: Sorted) -> None:
    """A line that is mostly names of networks, with spaces between them or without, is for passing the article on."""
    likely = (found.kinds != JUNK) & ~rows.has[STOP] & (rows.weight < _NETWORKS_MOST) & (rows.weight >= _NETWORKS_LEAST)
    places = likely.nonzero()[0].tolist()
    lines = [rows.texts[row].casefold() for row in places]
    networks = _said(lines, "network")
    for row, line in zip(places, lines, strict=True) if len(networks) > 1 else ():
        named = [name for name in networks if name in line]
        if row != found.title and len(named) > 1 and _NAMED_SHARE * sum(map(len, named)) >= len(line.strip()):
            found.is_junk(row, "share-widget")


def sizes(rows: Rows, found: Sorted, first: int) -> None:
    """Single letters with plus and minus, `A- A A+`, between headline and text change the size of the letters."""
    for row in range(found.title + 1, first):
        if rows.weight[row] < _SIZES_MOST and _SIZES.fullmatch(rows.texts[row].strip()) and any(sign in rows.texts[row] for sign in "+-−"):
            found.is_junk(row, "ui-control")


def bars(rows: Rows, found: Sorted) -> None:
    """Bars with nothing between them: what is left of a menu of pictures. Other signs by themselves may close a chapter."""
    for row in (rows.wordless & ~rows.has[DIGIT] & (found.kinds != JUNK)).nonzero()[0].tolist():
        if "|" in rows.texts[row][:80]:
            found.is_junk(row, "residue")
