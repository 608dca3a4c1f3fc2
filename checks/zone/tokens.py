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
_LAST_ASCII, _ALPHABET = 127, 26
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

    def openings(self, most: int) -> np.ndarray:
        """The numbers of the first one, two, up to `most` tokens of each line, uint64, shape (most, rows); 0 where it has fewer."""
        sizes = np.arange(1, most + 1)[:, None]
        found = self.joined.take(self.first + sizes, mode="clip")
        found -= self.joined.take(self.first)
        found *= self.many >= sizes
        return found

    def between(self, start: int, end: int) -> int:
        """The number of the tokens between two offsets, as `whole` gives it for a line."""
        first, after = self.starts.searchsorted((start, end)).tolist()
        weights = _weights()[: after - first]
        return int((self.number[first:after][: len(weights)] * weights).sum(dtype=np.uint64))

    def whole(self) -> np.ndarray:
        """The number of each line's tokens, everything else left out, uint64, shape (rows,); 0 for no tokens."""
        found: np.ndarray = self.joined.take(self.first + self.many) - self.joined.take(self.first)
        return found


@cache
def _weights() -> np.ndarray:
    return _powers(int(_SPREAD), 64)


def lowered(document: Document) -> np.ndarray:
    """The code points of the text in lower case, one for each character, uint32. Only İ has a longer lower case of its own."""
    text, codes = document.text, document.codes
    above = (codes > _LAST_ASCII).nonzero()[0]
    # Lower case is a matter of each letter alone but for sigma, which has another form at the end of a word.
    if 4 * len(above) > len(codes) or "İ" in text or "Σ" in text:
        return np.frombuffer(text.replace("İ", "i").lower().encode("utf-32-le"), np.uint32)
    out = codes + ((codes - np.uint32(ord("A"))) < _ALPHABET) * np.uint32(ord("a") - ord("A"))
    if len(above):
        others = codes.take(above).tobytes().decode("utf-32-le").lower()
        out[above] = np.frombuffer(others.encode("utf-32-le"), np.uint32)
    return out


def _running(numbers: np.ndarray) -> np.ndarray:
    sums = np.zeros(len(numbers) + 1, np.uint64)
    numbers.cumsum(out=sums[1:])
    return sums


def _edges(classes: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Where the tokens begin and end."""
    size = len(classes)
    letters = np.zeros(size + 2, bool)
    inside = letters[1:-1]
    np.less(classes - np.uint8(UPPER), DENSE - UPPER, out=inside)
    inside |= classes == MARK
    edges = (letters[1:] != letters[:-1]).nonzero()[0]
    starts, ends = edges[::2], edges[1::2]
    dense = classes == DENSE
    if not dense.any():
        return starts, ends
    begins = dense.copy()
    begins[starts] = True
    both = begins.nonzero()[0]
    pairs = dense.take(both)
    after = np.empty_like(both)
    after[~pairs] = ends
    firsts = both[pairs]
    letters[:] = False
    inside[:] = dense
    after[pairs] = firsts + 1 + letters.take(firsts + 2)
    return both, after


def tokens(shape: Shape) -> Tokens:
    """The words of a document."""
    size = len(shape.classes)
    sums = _running(lowered(shape.document) * powers(BASE, size))
    starts, ends = _edges(shape.classes)
    number = sums.take(ends)
    number -= sums.take(starts)
    number *= powers(INVERSE, size + 1).take(starts)
    first = starts.searchsorted(shape.filled[1])
    many = np.empty_like(first)
    many[:-1] = first[1:] - first[:-1]
    many[-1:] = len(starts) - first[-1:]
    row = np.arange(len(first)).repeat(many)
    joined = _running(number * _weights().take(np.arange(len(starts)) - first.take(row), mode="clip"))
    return Tokens(starts, ends, number, row, shape.classes.take(starts) == UPPER, first, many, sums, joined)
