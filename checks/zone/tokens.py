"""Tokens: the words of a text as numbers, found for all lines at once.

A word is a run of letters; scripts written without spaces give one token for every two neighbouring letters. A
token's number is a polynomial hash of its lower-case letters modulo 2**64, read off one running sum over the text:
`sum(code[i] * BASE**i)` between two places, times `BASE**-start`. The same sum gives the number of any line or half
line, so that equal lines have equal numbers without being compared.
"""

from __future__ import annotations

from functools import cache

import msgspec
import numpy as np

from checks.shape import Kind, Shape

BASE = 0x9E3779B97F4A7C15
"""An odd number near 2**64 divided by the golden ratio; odd, so that it has an inverse."""
INVERSE = pow(BASE, -1, 1 << 64)
_SPREAD = np.uint64(0xD6E8FEB86659FD93)
_KEPT = 1 << 17
"""Powers kept between documents; longer texts, none among the labelled pages, compute their own."""


def _powers(base: int, count: int) -> np.ndarray:
    steps = np.full(count, base, np.uint64)
    steps[:1] = 1
    return np.cumprod(steps, dtype=np.uint64)


@cache
def _kept_powers(base: int) -> np.ndarray:
    return _powers(base, _KEPT)


def powers(base: int, count: int) -> np.ndarray:
    """`base**0 … base**(count - 1)` modulo 2**64."""
    return _kept_powers(base)[:count] if count <= _KEPT else _powers(base, count)


class Tokens(msgspec.Struct, frozen=True, eq=False):
    """The words of a text in order, and the running sum they were numbered with.

    Arrays of shape (tokens,): `starts` and `ends` offsets, `number` uint64, `line` int32, `capital` whether the first
    letter is a capital. `first` has shape (lines + 1,): where each line's tokens begin.
    """

    starts: np.ndarray
    ends: np.ndarray
    number: np.ndarray
    line: np.ndarray
    capital: np.ndarray
    first: np.ndarray
    sums: np.ndarray

    def stretch(self, starts: np.ndarray, ends: np.ndarray) -> np.ndarray:
        """The number of each stretch of text, equal for equal lower-case text."""
        found: np.ndarray = (self.sums[ends] - self.sums[starts]) * powers(INVERSE, len(self.sums))[starts]
        return found

    def phrases(self, most: int, lines: np.ndarray) -> list[np.ndarray]:
        """The numbers of the first one, two, up to `most` tokens of these lines, uint64; 0 for lines of fewer tokens."""
        first = self.first[lines]
        many = self.first[lines + 1] - first
        padded = np.append(self.number, np.zeros(most, np.uint64))
        total = np.zeros(len(lines), np.uint64)
        out = []
        for place in range(most):
            total = total + padded[first + place] * _weights()[place]
            out.append(np.where(many > place, total, np.uint64(0)))
        return out

    def between(self, start: int, end: int) -> int:
        """The number of the tokens between two offsets, as `whole` gives it for a line."""
        first, after = np.searchsorted(self.starts, (start, end)).tolist()
        weights = _weights()[: after - first]
        return int((self.number[first:after][: len(weights)] * weights).sum(dtype=np.uint64))

    def whole(self) -> np.ndarray:
        """The number of each line's tokens, everything else left out, uint64, shape (lines,); 0 for no tokens."""
        place = np.arange(len(self.number)) - self.first[self.line]
        sums = np.zeros(len(self.number) + 1, np.uint64)
        np.cumsum(self.number * _weights()[np.minimum(place, 63)], out=sums[1:])
        found: np.ndarray = sums[self.first[1:]] - sums[self.first[:-1]]
        return found


@cache
def _weights() -> np.ndarray:
    return _powers(int(_SPREAD), 64)


def lowered(text: str) -> str:
    """The text in lower case, one character for each. Only İ has a longer lower case of its own."""
    return text.replace("İ", "i").lower() if "İ" in text else text.lower()


def tokens(shape: Shape) -> Tokens:
    """The words of a document."""
    classes, document = shape.classes, shape.document
    size = len(classes)
    codes = np.frombuffer(lowered(document.text).encode("utf-32-le"), np.uint32)
    sums = np.zeros(size + 1, np.uint64)
    np.cumsum(codes * powers(BASE, size), out=sums[1:])
    dense = classes == Kind.DENSE
    spaced = (classes - np.uint8(1)) < Kind.DENSE - 1
    spaced |= classes == Kind.MARK
    edges = np.flatnonzero(np.diff(spaced, prepend=False, append=False))
    word_starts, word_ends = edges[::2], edges[1::2]
    if dense.any():
        pairs = np.flatnonzero(dense)
        after = np.zeros(size + 1, bool)
        after[:-1] = dense
        pair_ends = pairs + 1 + after[pairs + 1]
        word_starts = np.concatenate((word_starts, pairs))
        word_ends = np.concatenate((word_ends, pair_ends))
        order = np.argsort(word_starts, kind="stable")
        word_starts, word_ends = word_starts[order], word_ends[order]
    number = (sums[word_ends] - sums[word_starts]) * powers(INVERSE, size + 1)[word_starts]
    line = shape.line_of[word_starts]
    first = np.searchsorted(line, np.arange(len(document.starts) + 1))
    return Tokens(word_starts, word_ends, number, line, classes[word_starts] == Kind.UPPER, first, sums)
