"""Runs of digits: every number of a text with its place, found in a few array operations."""

from __future__ import annotations

from functools import cache

import msgspec
import numpy as np

from checks.model import Document

FAR = 1 << 20
REACH = 32  # how far from a number its month or another part of its date is looked for


# The zeros of the decimal digits of every script below U+10000; nine more follow each.
ZEROS = "0٠۰߀०০੦૦୦௦౦೦൦෦๐໐༠၀႐០᠐᥆᧐᪀᪐᭐᮰᱀᱐꘠꣐꤀꧐꧰꩐꯰０"
_KANA, _HAN_END = 0x3040, 0x9FFF
_FIRST_OTHER = 0x660  # the lowest digit beside those of ASCII


@cache
def _digits() -> np.ndarray:
    """Whether a code point below 0x10000 is a decimal digit, bool, shape (65537,); the last place stands for all above."""
    table = np.zeros(0x10001, bool)
    for zero in map(ord, ZEROS):
        table[zero : zero + 10] = True
    return table


class Runs(msgspec.Struct, frozen=True, eq=False):
    """The digit runs of a text, in order. Lists and arrays have one entry for each run."""

    text: str
    starts: list[int]
    ends: list[int]
    sizes: list[int]
    gaps: list[int]
    """The way to the next run of the same line; `FAR` where there is none."""
    size: np.ndarray
    """The sizes once more, int64, shape (runs,)."""
    gap: np.ndarray
    """The gaps once more, int64, shape (runs,)."""
    line: np.ndarray
    """The line of each, counted from 0, int64, shape (runs,)."""
    eastern: bool
    """Whether kana or Han are in the text."""

    def __len__(self) -> int:
        return len(self.starts)

    def value(self, at: int) -> int:
        """The number that the first four digits of a run write."""
        start = self.starts[at]
        return int(self.text[start : start + 4 if self.sizes[at] > 4 else self.ends[at]])

    def before(self, at: int) -> str:
        """The character ahead of a run, empty at the start of the text."""
        start = self.starts[at]
        return self.text[start - 1] if start else ""

    def after(self, at: int) -> str:
        """The character behind a run, empty at the end of the text."""
        end = self.ends[at]
        return self.text[end : end + 1]

    def between(self, at: int) -> str:
        """What stands between a run and the next."""
        return self.text[self.ends[at] : self.starts[at + 1]]


def digit_runs(text: str, codes: np.ndarray, line_starts: np.ndarray) -> Runs:
    """The runs of digits, in any script, of a text given with its code points, shape (characters,)."""
    inside = np.zeros(len(codes) + 2, bool)
    found = inside[1:-1]
    np.less(codes - np.uint32(48), 10, out=found)  # what is below the zero wraps round to far above
    eastern = False
    if not text.isascii() and len(others := (codes >= _FIRST_OTHER).nonzero()[0]):
        high = codes[others]
        found[others] = _digits().take(high, mode="clip")
        eastern = bool((high - np.uint32(_KANA) <= _HAN_END - _KANA).any())
    edges = (inside[1:] != inside[:-1]).nonzero()[0]
    start, end = edges[::2], edges[1::2]
    gap = np.full(len(start), FAR, np.int64)
    line = line_starts.searchsorted(start, "right") - 1
    if len(start) > 1:
        np.subtract(start[1:], end[:-1], out=gap[:-1], where=line[1:] == line[:-1])
    length = end - start
    return Runs(text, start.tolist(), end.tolist(), length.tolist(), gap.tolist(), length, gap, line, eastern)


def numbers(document: Document) -> Runs:
    """The runs of digits of a document, worked out once for all that ask."""
    known: Runs | None = document.__dict__.get("_numbers")
    if known is None:
        known = document.__dict__["_numbers"] = digit_runs(document.text, document.codes, document.starts)
    return known
