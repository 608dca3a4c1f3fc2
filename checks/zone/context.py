"""Context: what a line is to the lines around it: its place, the running text near it, the words it shares with the text."""

from __future__ import annotations

import math

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
_BUCKETS = 1 << 14
_SHIFT = np.uint64(7)
_MASK = np.uint64(_BUCKETS - 1)


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


def topic(out: np.ndarray, of_title: np.ndarray, words: Tokens, prose: np.ndarray, weight: np.ndarray, number: np.ndarray) -> int:
    """The words a line shares with the running text and with the headline. Gives the row that looks most like the headline, or -1."""
    n = len(prose)
    size = words.ends - words.starts
    kept = ((size >= 4) | (size == 2)).nonzero()[0]  # two: pairs of dense letters, and short words that weigh little
    row = words.row.take(kept)
    bucket = ((words.number.take(kept) >> _SHIFT) & _MASK).view(np.int64)
    strong = prose > 0
    own = strong.take(row)
    in_text = np.bincount(bucket[own], minlength=_BUCKETS).take(bucket)
    elsewhere = in_text > own
    rare = in_text <= max(3, int(strong.sum()) // 3)
    cells = row + elsewhere * n
    cells += (elsewhere & rare) * n
    counted = np.bincount(cells, minlength=3 * n).reshape(3, n)
    telling, total = counted[2], counted.sum(0)
    many = np.maximum(total, 1)
    share = telling / many
    out[0] = (counted[1] + telling) / many
    out[1], out[2] = share, telling
    title = _title(prose, strong, weight, telling, share)
    if title >= 0:
        named = np.zeros(_BUCKETS, bool)
        named[bucket[row == title]] = True
        common = np.bincount(row[named.take(bucket)], minlength=n)
        of_title[0] = common / many
        of_title[1] = common / many[title]
        of_title[2] = number == number[title]
        of_title[3, :title], of_title[3, title + 1 :] = -1, 1
        of_title[4] = np.abs(np.arange(-title, n - title))
    return title


def _title(prose: np.ndarray, strong: np.ndarray, weight: np.ndarray, telling: np.ndarray, share: np.ndarray) -> int:
    """The row that looks most like the headline: before the longest text, of middling length, in the words of the text."""
    mass = prose.cumsum()
    early = mass - prose <= 0.5 * mass[-1]
    score = telling * (0.3 + share)
    score *= (weight >= 15) & (weight <= 260) & early
    score[strong] *= 0.5
    best = int(score.argmax())
    return best if score[best] > 0 else -1
