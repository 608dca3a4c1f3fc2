"""Leftovers: lines that are what they are by their signs alone: tags, marks of templates, words in place of pictures, bars."""

from __future__ import annotations

import numpy as np

from checks.lexicon import of_pages
from checks.patterns import lazily
from checks.shape import DIGIT, STOP
from checks.zone.features import Rows
from checks.zone.parts import HEAD, JUNK, TEXT, Sorted

_TEMPLATE = lazily(r"^\s*(?:\[[\w.-]{2,40}\]|\{\{?[^{}]{1,60}\}?\}|<%?[^<>]{1,60}%?>|%[\w.]{2,40}%|\$\{[^{}]{1,60}\})\s*$")
_OPENERS = np.array([chr(code) in "[{<%$" for code in range(128)])
_UNFILLED = "_{%<"
_LIST = lazily(r"\s*[|｜•·]\s*|[,،、]\s+")
_BETWEEN = "|｜•·,،、"
_ITEMS, _ITEM_WORDS = 3, 4
_TEMPLATE_MOST, _LINE_MOST = np.float32(70), np.float32(160)
_BELOW = 5
"""Rows below the text that may be what it is filed under."""


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


def bars(rows: Rows, found: Sorted) -> None:
    """Bars with nothing between them: what is left of a menu of pictures. Other signs by themselves may close a chapter."""
    for row in (rows.wordless & ~rows.has[DIGIT] & (found.kinds != JUNK)).nonzero()[0].tolist():
        if "|" in rows.texts[row][:80]:
            found.is_junk(row, "residue")
