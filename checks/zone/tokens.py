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

from checks.model import Document
from checks.shape import DENSE, MARK, UPPER, Shape

BASE = 0x9E3779B97F4A7C15
"""An odd number near 2**64 divided by the golden ratio; odd, so that it has an inverse."""
INVERSE = pow(BASE, -1, 1 << 64)
_SPREAD = np.uint64(0xD6E8FEB86659FD93)
_FEWEST_BITS = 16
"""Of the number of powers that are kept between documents: 99.6 of 100 pages are shorter; a longer text doubles it as often as it needs."""


def _powers(base: int, count: int) -> np.ndarray:
    steps = np.full(count, base, np.uint64)
    steps[:1] = 1
    return np.cumprod(steps, dtype=np.uint64)


@cache
def _kept_powers(base: int, bits: int) -> np.ndarray:
    return _powers(base, 1 << bits)


def powers(base: int, count: int) -> np.ndarray:
    """`base**0 … base**(count - 1)` modulo 2**64."""
    return _kept_powers(base, max(_FEWEST_BITS, count.bit_length()))[:count]


class Tokens(msgspec.Struct, frozen=True, eq=False):
    """The words of a text in order, and the running sums they were numbered with.

    Arrays of shape (tokens,): `starts` and `ends` offsets, `number` uint64, `row` the place of the token's line among the
    lines that are not blank, `capital` whether the first letter is a capital. Of shape (rows,): `first`, where each line's
    tokens begin, and `many`, how many it has. `sums` runs over the characters, `joined` over the tokens.
    """

    starts: np.ndarray
    ends: np.ndarray
    number: np.ndarray
    row: np.ndarray
    capital: np.ndarray
    first: np.ndarray
    many: np.ndarray
    sums: np.ndarray
    joined: np.ndarray

    def stretch(self, starts: np.ndarray, ends: np.ndarray) -> np.ndarray:
        """The number of each stretch of text, equal for equal lower-case text."""
        found: np.ndarray = self.sums.take(ends)
        found -= self.sums.take(starts)
        found *= powers(INVERSE, len(self.sums)).take(starts)
        return found

    def openings(self, most: int, some: slice | np.ndarray = slice(None)) -> np.ndarray:
        """The numbers of the first one, two, up to `most` tokens of (some) lines, uint64, shape (most, rows); 0 where it has fewer."""
        sizes = np.arange(1, most + 1)[:, None]
        first = self.first[some]
        found = self.joined.take(first + sizes, mode="clip")
        found -= self.joined.take(first)
        found *= self.many[some] >= sizes
        return found

    def between(self, start: int, end: int) -> int:
        """The number of the tokens between two offsets, as `whole` gives it for a line."""
        first, after = self.starts.searchsorted((start, end)).tolist()
        weights = _weights()[: after - first]
        return int((self.number[first:after][: len(weights)] * weights).sum(dtype=np.uint64))

    def stretches(self, row: int, most: int) -> np.ndarray:
        """The numbers of up to `most` tokens from each token of a line on, as `whole` gives them, uint64, shape (tokens, most)."""
        first, many = int(self.first[row]), int(self.many[row])
        places = np.arange(many)[:, None] + np.arange(most)
        numbers = np.append(self.number[first : first + many], np.zeros(most, np.uint64)).take(places)
        numbers *= _weights()[:most]
        return numbers.cumsum(1)

    def whole(self) -> np.ndarray:
        """The number of each line's tokens, everything else left out, uint64, shape (rows,); 0 for no tokens."""
        found: np.ndarray = self.joined.take(self.first + self.many) - self.joined.take(self.first)
        return found


@cache
def _weights() -> np.ndarray:
    return _powers(int(_SPREAD), 64)


def lowered(document: Document) -> np.ndarray:
    """The code points of the text in lower case, one for each character, uint32; İ, which has two for it, is an i here."""
    return np.frombuffer(document.text.replace("İ", "i").lower().encode("utf-32-le"), np.uint32)


def _running(numbers: np.ndarray) -> np.ndarray:
    sums = np.empty(len(numbers) + 1, np.uint64)
    sums[0] = 0
    numbers.cumsum(out=sums[1:])
    return sums


def _edges(shape: Shape) -> tuple[np.ndarray, np.ndarray]:
    """Where the tokens begin and end."""
    runs = shape.runs
    letters = np.zeros(len(runs.kinds) + 2, bool)
    inside = letters[1:-1]
    np.less(runs.kinds - np.uint8(UPPER), DENSE - UPPER, out=inside)
    inside |= runs.kinds == MARK
    edges = runs.begins.take((letters[1:] != letters[:-1]).nonzero()[0])
    starts, ends = edges.reshape(-1, 2).T.copy()
    return _with_pairs(shape.classes == DENSE, starts, ends) if shape.counts[DENSE].any() else (starts, ends)


def _with_pairs(dense: np.ndarray, starts: np.ndarray, ends: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The edges with those of every two neighbouring letters that stand without spaces; one alone is a token too."""
    begins = dense.copy()
    begins[starts] = True
    both = begins.nonzero()[0]
    pairs = dense.take(both)
    after = np.empty_like(both)
    after[~pairs] = ends
    firsts = both[pairs]
    after[pairs] = firsts + 1 + np.append(dense, False).take(firsts + 1)
    return both, after


def tokens(shape: Shape) -> Tokens:
    """The words of a document."""
    size = len(shape.classes)
    sums = _running(lowered(shape.document) * powers(BASE, size))
    starts, ends = _edges(shape)
    number = sums.take(ends)
    number -= sums.take(starts)
    number *= powers(INVERSE, size + 1).take(starts)
    first = starts.searchsorted(shape.filled[1])
    many = np.empty_like(first)
    np.subtract(first[1:], first[:-1], out=many[:-1])
    many[-1:] = len(starts) - first[-1:]
    row = np.arange(len(first)).repeat(many)
    place = np.arange(len(starts))
    place -= first.take(row)
    joined = _running(number * _weights().take(place, mode="clip"))
    return Tokens(starts, ends, number, row, shape.classes.take(starts) == UPPER, first, many, sums, joined)
