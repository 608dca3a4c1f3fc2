"""Holes: a quotation or bracket that a paragraph opens and no paragraph closes, or closes without having opened."""

from __future__ import annotations

from functools import cache

import numpy as np

from checks.claims.completeness.pairs import Unpaired, unpaired
from checks.claims.completeness.sign import Sign
from checks.claims.completeness.tail import Tail
from checks.model import Confidence, Document, Span, Zones

_STARTS = "\"“”„«»「『‘’'"
_WEIGHED = {"\"“”„«»「」『』": 1, "([（【": 16, ")]）】": -16}  # noqa: RUF001
SHORTEST = 30
MOST = 2
"""Holes above which a text is taken to be careless with its marks rather than cut: of 210 complete articles three have one
hole, and the one that has more has three."""


def holes(document: Document, zones: Zones, end: Tail) -> list[Sign]:
    """The places where a paragraph seems to lack its other half; none where a text has too many to mean anything."""
    lines = zones.body
    found: list[Sign] = []
    for at in _uneven(document, lines):
        line, text = lines[at], document.lines[lines[at]]
        if line >= end.line or len(text) < SHORTEST:
            continue
        left = unpaired(text)
        spot = left.opened if left.opened is not None else left.closed
        if spot is None or _continues(document.lines, lines, at, left):
            continue
        start = int(document.starts[line]) + spot
        found.append(Sign("hole", Span(start, start + 1), _why(left), Confidence.MEDIUM, cut=True))
        if len(found) > MOST:
            return []
    return found


def _why(left: Unpaired) -> str:
    if left.opened is not None:
        return "a quotation or bracket is opened and never closed: something in between is missing"
    return "a quotation is closed that was never opened: something in between is missing"


@cache
def _worth() -> np.ndarray:
    """For each character of the basic plane: 1 for a quotation mark, 16 and -16 for brackets, int8."""
    worth = np.zeros(0x10000, np.int8)
    for marks, value in _WEIGHED.items():
        worth[[ord(mark) for mark in marks]] = value
    return worth


def _uneven(document: Document, lines: tuple[int, ...]) -> list[int]:
    """Which of some lines, by their place in the list, have an odd number of quotation marks or brackets left over."""
    if len(lines) <= 1:
        return []
    worth = _worth()[np.minimum(document.codes, 0xFFFF).astype(np.uint16)]
    at = np.flatnonzero(worth)
    if not len(at):
        return []
    values = worth[at].astype(np.int64)
    where = np.searchsorted(document.starts, at, "right") - 1
    count = len(document.starts)
    odd = np.bincount(where[values == 1], minlength=count) & 1
    left = np.bincount(where, np.where(values == 1, 0, values), minlength=count)
    chosen = np.asarray(lines)
    return [int(n) for n in np.flatnonzero((odd[chosen] != 0) | (left[chosen] > 0))]


def _continues(texts: tuple[str, ...], lines: tuple[int, ...], at: int, left: Unpaired) -> bool:
    """Whether the paragraph after (or before) takes the quotation up, as speeches of several paragraphs do."""
    if left.closed is not None:
        return not at or unpaired(texts[lines[at - 1]]).opened is not None
    text, following = texts[lines[at]], texts[lines[at + 1]].lstrip() if at + 1 < len(lines) else ""
    whole_speech = not text[: left.opened].strip()
    return whole_speech or following[:1] in _STARTS or unpaired(following).closed is not None
