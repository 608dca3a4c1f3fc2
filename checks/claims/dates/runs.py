"""Runs of digits as arrays: every number of a text with its place, length and value, in a few array operations."""

from __future__ import annotations

from functools import cache

import msgspec
import numpy as np

NOT_A_DIGIT = 255
FAR = 1 << 20
REACH = 32  # how far from a number its month or another part of its date is looked for


# The zeros of the decimal digits of every script below U+10000; nine more follow each.
ZEROS = "0٠۰߀०০੦૦୦௦౦೦൦෦๐໐༠၀႐០᠐᥆᧐᪀᪐᭐᮰᱀᱐꘠꣐꤀꧐꧰꩐꯰０"


@cache
def digit_values() -> np.ndarray:
    """Code point (below 0x10000) -> its value as a decimal digit, 255 where it is none. uint8, shape (65536,)."""
    table = np.full(0x10000, NOT_A_DIGIT, np.uint8)
    for zero in map(ord, ZEROS):
        table[zero : zero + 10] = range(10)
    return table


class Runs(msgspec.Struct, frozen=True, eq=False):
    """The digit runs of a text, in order. All arrays have shape (runs,).

    `value` is the number that the first four digits write, `gap` the way to the next run of the same line (`FAR` where
    there is none), `after` the code point behind the run and `before` the one ahead, 0 at the ends of the text.
    """

    start: np.ndarray
    end: np.ndarray
    length: np.ndarray
    value: np.ndarray
    line: np.ndarray
    gap: np.ndarray
    before: np.ndarray
    after: np.ndarray
    highest: int
    """The highest code point of the text."""


def digit_runs(codes: np.ndarray, line_starts: np.ndarray) -> Runs:
    """The runs of digits, in any script, of a text given as code points, shape (characters,)."""
    values = digit_values().take(codes, mode="clip")
    inside = np.zeros(len(codes) + 2, bool)
    np.less(values, 10, out=inside[1:-1])
    edges = np.flatnonzero(inside[1:] != inside[:-1])
    start, end = edges[::2], edges[1::2]
    length = end - start
    if not len(start):
        return Runs(start, end, length, length, length, length, length, length, highest=int(codes.max(initial=0)))
    value = values.take(start).astype(np.int64)
    for place in range(1, 4):
        digit = values.take(start + place, mode="clip")
        value = np.where(length > place, value * 10 + digit, value)
    line = line_starts.searchsorted(start, "right") - 1
    gap = np.full(len(start), FAR, np.int64)
    gap[:-1] = np.where(line[1:] == line[:-1], start[1:] - end[:-1], FAR)
    before = codes.take(start - 1, mode="clip").astype(np.int64)
    after = codes.take(end, mode="clip").astype(np.int64)
    if start[0] == 0:
        before[0] = 0
    if end[-1] == len(codes):
        after[-1] = 0
    return Runs(start, end, length, value, line, gap, before, after, highest=int(codes.max()))
