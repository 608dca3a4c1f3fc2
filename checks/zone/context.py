"""Context: what a line is to the lines around it: its place, the running text near it, the words it shares with the text."""

from __future__ import annotations

import math

import msgspec
import numpy as np

from checks.zone.tokens import Tokens

REACHES = (1, 2, 4, 8, 16, 32, 64)
_FAR = 200
_SHORT = 25.0
_SHORT_REACH = 5
_MOST = REACHES[-1]
_UPPER = np.array([at for far in REACHES for at in (_MOST, _MOST + 1 + far)])
_LOWER = np.array([at for far in REACHES for at in (_MOST - far, _MOST + 1)])
_SPANS = np.array([[far] for far in REACHES for _ in range(2)])
BUCKETS = 1 << 14
_DEEPEST = 60
_SIZES = np.array([12, 30, 60, 120, 240], np.float32)
_ALIKE = 3
_SHIFT = np.uint64(7)
_MASK = np.uint64(BUCKETS - 1)


def place(out: np.ndarray, weight: np.ndarray) -> None:
    """Where a line stands in the file, in lines and in text, and how long the file is."""
    n = len(weight)
    total = weight.cumsum()
    out[1] = row = np.arange(n, dtype=np.float32)
    np.divide(row, n, out=out[0])
    np.subtract(n - 1, row, out=out[2])
    np.divide(total, total[-1], out=out[3])
    out[4], out[5] = math.log(n) / 5, math.log1p(total[-1]) / 10


def density(out: np.ndarray, prose: np.ndarray, weight: np.ndarray) -> None:
    """Running text within so many rows before and after, how far away the next of it is, and how many short lines are near."""
    n, stretches = len(prose), len(_SPANS)
    sums = np.zeros(n + 1 + 2 * _MOST)
    prose.cumsum(out=sums[_MOST + 1 : _MOST + 1 + n])
    sums[_MOST + 1 + n :] = sums[_MOST + n]
    # Row k of this view is the running sum as seen k rows on: one look at the same memory for every reach.
    shifted = np.ndarray((2 * _MOST + 2, n), np.float64, sums, 0, sums.strides * 2)
    near = shifted[_UPPER]
    near -= shifted[_LOWER]
    near /= _SPANS
    out[:stretches] = near
    strong = (prose > 0).nonzero()[0]
    _distances(out[stretches], out[stretches + 1], strong)
    total = max(float(sums[-1]), 1.0)
    out[stretches + 2] = shifted[_MOST] / total
    out[stretches + 3] = (total - shifted[_MOST + 1]) / total
    short = np.zeros(n + 2 * _SHORT_REACH + 2)
    (weight < _SHORT).cumsum(out=short[_SHORT_REACH + 1 : _SHORT_REACH + 1 + n])
    short[_SHORT_REACH + 1 + n :] = short[_SHORT_REACH + n]
    span = 2 * _SHORT_REACH + 1
    out[stretches + 4] = (short[span : span + n] - short[:n]) / span
    out[stretches + 5, strong] = 1


def _distances(last: np.ndarray, coming: np.ndarray, strong: np.ndarray) -> None:
    """Rows since the last row of running text above, and to the next one from here on."""
    n = len(last)
    last[:] = coming[:] = _FAR
    if len(strong):
        row = np.arange(n)
        first, final = int(strong[0]), int(strong[-1])
        steps = strong[1:] - strong[:-1]
        last[first + 1 : final + 1] = row[first + 1 : final + 1] - strong[:-1].repeat(steps)
        last[final + 1 :] = row[1 : n - final]
        coming[: first + 1] = row[first::-1]
        coming[first + 1 : final + 1] = strong[1:].repeat(steps) - row[first + 1 : final + 1]


class Vocabulary(msgspec.Struct, frozen=True, eq=False):
    """The longer words of a text: for each its `row` and `bucket`; `many` is how many a row has, at least one."""

    row: np.ndarray
    bucket: np.ndarray
    many: np.ndarray


def topic(out: np.ndarray, words: Tokens, prose: np.ndarray) -> Vocabulary:
    """The words a line shares with the running text."""
    n = len(prose)
    size = words.ends - words.starts
    kept = ((size >= 4) | (size == 2)).nonzero()[0]  # two: pairs of dense letters, and short words that weigh little
    row = words.row.take(kept)
    bucket = ((words.number.take(kept) >> _SHIFT) & _MASK).view(np.int64)
    strong = prose > 0
    own = strong.take(row)
    in_text = np.bincount(bucket[own], minlength=BUCKETS).take(bucket)
    elsewhere = in_text > own
    rare = in_text <= max(3, int(strong.sum()) // 3)
    cells = row + elsewhere * n
    cells += (elsewhere & rare) * n
    counted = np.bincount(cells, minlength=3 * n).reshape(3, n)
    telling = counted[2]
    many = np.maximum(counted.sum(0), 1)
    out[0] = (counted[1] + telling) / many
    out[1], out[2] = telling / many, telling
    return Vocabulary(row, bucket, many)


def layout(out: np.ndarray, depth: np.ndarray, edges: np.ndarray, weight: np.ndarray, prose: np.ndarray) -> None:
    """How much of the running text has the line's indentation, and which lines near it have its ends and its size.

    Paragraphs of one article share their margin, and lists of teasers repeat one form every second or third line.
    """
    n = len(weight)
    total = max(float(prose.sum()), 1.0)
    depth = np.minimum(depth, _DEEPEST)
    margin = depth * 16 + edges[0]
    out[0] = np.bincount(depth, prose, _DEEPEST + 1).take(depth) / total
    out[1] = np.bincount(margin, prose, 16 * (_DEEPEST + 1)).take(margin) / total
    form = _SIZES.searchsorted(weight)
    form *= 16
    form += edges[0]
    form *= 16
    form += edges[1]
    padded = np.full(n + 2 * _ALIKE, -1)
    padded[_ALIKE : _ALIKE + n] = form
    for column, at in enumerate((0, 1, 2, 4, 5, 6), 2):
        np.equal(padded[at : at + n], form, out=out[column])
    out[8] = np.bincount(form).take(form)
