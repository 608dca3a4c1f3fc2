"""Views: one page under several flatteners, and what is known of the lines of one view carried to the lines of another.

Flatteners break lines in other places and mark lists in other ways, but leave the same characters in the same order. What
the line model says of a page differs by view, and the mean of the views is right more often than each of them.
"""

from __future__ import annotations

import bisect
from itertools import accumulate

import numpy as np

_MARKS = "•*+-"
_SURE_SIZE, _SHORT_REACH, _REACH = 10, 400, 4000
"""Lines of so many letters that stand once in both views hold the views together; the others are looked for so far on."""


def inked(text: str) -> list[str]:
    """The lines of a text that hold something, without spaces and bullets."""
    lines = ("".join(line.split()) for line in text.split("\n"))
    return [line.lstrip(_MARKS) or line for line in lines if line]


def mean_of_views(lines: list[list[str]], chances: list[np.ndarray]) -> list[np.ndarray]:
    """For each view the mean of its own chances, of shape (lines, kinds), and of those carried from the other views."""
    out = []
    for here, own in zip(lines, chances, strict=True):
        total, views = own.astype(np.float64), np.ones((len(own), 1))
        for there, other in zip(lines, chances, strict=True):
            if other is not own:
                carry(there, other, here, total, views)
        out.append((total / views).astype(np.float32))
    return out


def carry(there: list[str], other: np.ndarray, here: list[str], total: np.ndarray, views: np.ndarray) -> None:
    """Add the chances of one view's lines to those lines of another that hold their characters, by how many they share."""
    starts = np.array([0, *accumulate(map(len, there))])
    for row, begin in enumerate(_places("".join(there), here)):
        if begin >= 0:
            end = begin + len(here[row])
            first, after = int(starts.searchsorted(begin, "right")) - 1, int(starts.searchsorted(end, "left"))
            shared = np.minimum(starts[first + 1 : after + 1], end) - np.maximum(starts[first:after], begin)
            total[row] += shared @ other[first:after] / shared.sum()
            views[row] += 1


def _places(text: str, lines: list[str]) -> list[int]:
    """Where each line stands in a text that holds most of them in this order; -1 where it is not found."""
    sure = _in_order(_single(text, lines))
    limits, next_one = [0] * len(lines), len(text)
    for row in range(len(lines) - 1, -1, -1):
        limits[row] = next_one
        next_one = sure.get(row, next_one)
    out, at = [], 0
    for row, line in enumerate(lines):
        reach = at + len(line) + (_SHORT_REACH if len(line) < _SURE_SIZE else _REACH)
        place = sure[row] if row in sure else text.find(line, at, min(limits[row], reach))
        out.append(place)
        if place >= 0:
            at = place + len(line)
    return out


def _single(text: str, lines: list[str]) -> list[tuple[int, int]]:
    """Row and place of the lines that stand once in the text."""
    out = []
    for row, line in enumerate(lines):
        if len(line) >= _SURE_SIZE:
            place = text.find(line)
            if place >= 0 and text.find(line, place + 1) < 0:
                out.append((row, place))
    return out


def _in_order(found: list[tuple[int, int]]) -> dict[int, int]:
    """The longest part of the rows and places that rises in both."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for number, (_, place) in enumerate(found):
        at = bisect.bisect_left(tails, place)
        before.append(ends[at - 1] if at else -1)
        tails[at : at + 1] = [place]
        ends[at : at + 1] = [number]
    out, number = {}, ends[-1] if ends else -1
    while number >= 0:
        row, place = found[number]
        out[row] = place
        number = before[number]
    return out
