"""Context: what a line is to the lines around it: its place, the text near it, its likes, the words it shares with the text."""

from __future__ import annotations

import math

import msgspec
import numpy as np

from checks.zone.tokens import Tokens

REACHES = (1, 2, 4, 8, 16, 32, 64)
_FAR = 200
_SHORT = np.float32(25)
_SHORT_REACH = 5
_MOST = REACHES[-1]
_UPPER = np.array([at for far in REACHES for at in (_MOST, _MOST + 1 + far)])
_LOWER = np.array([at for far in REACHES for at in (_MOST - far, _MOST + 1)])
_SPANS = np.array([[far] for far in REACHES for _ in range(2)], np.float32)
BUCKETS = 1 << 14
_DEEPEST = 60
_SIZES = np.array([12, 30, 60, 120, 240], np.float32)
_ALIKE = 3
_SHIFT = np.uint64(7)
_MASK = np.uint64(BUCKETS - 1)


def place(out: np.ndarray, weight: np.ndarray) -> None:
    """Where a line stands in the file, in lines and in text, and how long the file is."""
    n = len(weight)
    total = weight.cumsum(out=out[3])
    whole = float(total[-1])
    total /= whole
    out[1] = np.arange(n)
    np.divide(out[1], n, out=out[0])
    out[2] = out[1, ::-1]
    out[4], out[5] = math.log(n) / 5, math.log1p(whole) / 10


def density(out: np.ndarray, prose: np.ndarray, weight: np.ndarray) -> None:
    """Running text within so many rows before and after, how far away the next of it is, and how many short lines are near.

    Weights are halves and their sums far below 2**23: in float32 nothing is lost.
    """
    n, stretches = len(prose), len(_SPANS)
    running = np.zeros((2, n + 1 + 2 * _MOST), np.float32)
    running[0, _MOST + 1 : _MOST + 1 + n] = prose
    np.less(weight, _SHORT, out=running[1, _MOST + 1 : _MOST + 1 + n])
    running.cumsum(1, out=running)
    sums, short = running
    # Row k of this view is the running sum as seen k rows on: one look at the same memory for every reach.
    shifted = np.ndarray((2 * _MOST + 2, n), np.float32, sums, 0, sums.strides * 2)
    near = out[:stretches]
    np.subtract(shifted[_UPPER], shifted[_LOWER], out=near)
    near /= _SPANS
    strong = prose.nonzero()[0]
    since, until = distances(strong, n, _FAR - 1)
    above, below, before, after, menu, is_text = out[stretches:]
    above[0], below[:] = _FAR, until
    np.add(since[:-1], 1, out=above[1:])
    below[int(strong[-1]) + 1 if len(strong) else 0 :] = _FAR
    total = max(float(sums[-1]), 1.0)
    np.divide(shifted[_MOST], total, out=before)
    np.subtract(total, shifted[_MOST + 1], out=after)
    after /= total
    first, last = _MOST - _SHORT_REACH, _MOST + _SHORT_REACH + 1
    np.subtract(short[last : last + n], short[first : first + n], out=menu)
    menu /= 2 * _SHORT_REACH + 1
    is_text[strong] = 1


def distances(hits: np.ndarray, n: int, none: int) -> np.ndarray:
    """How many rows ago the last of these was, the row itself among them, and in how many the next is, or `none`; int64, shape (2, n)."""
    both = np.empty((2, n), np.int64)
    both[:] = none
    if len(hits):
        row = np.arange(n)
        nearest = np.zeros(n, np.int64)
        nearest[hits] = hits
        first, beyond = int(hits[0]), int(hits[-1]) + 1
        both[0, first:] = (row - np.maximum.accumulate(nearest))[first:]
        nearest[:] = n
        nearest[hits] = hits
        both[1, :beyond] = (np.minimum.accumulate(nearest[::-1])[::-1] - row)[:beyond]
    return both


def repetition(out: np.ndarray, words: Tokens, begin: np.ndarray, after: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """For each line the first row that says the same, and how many do."""
    n, size = len(begin), after - begin
    half = size >> 1
    starts, ends = np.concatenate((begin, begin, after - half)), np.concatenate((after, begin + half, after))
    number, front, back = words.stretch(starts, ends).reshape(3, n)
    np.logical_and(front == back, size >= 6, out=out[3])
    order = number.argsort(kind="stable")
    ordered = number.take(order)
    fresh = np.empty(n + 1, bool)
    fresh[0] = fresh[-1] = True
    np.not_equal(ordered[1:], ordered[:-1], out=fresh[1:-1])
    begins = fresh.nonzero()[0]
    row = np.arange(n)
    original, repeats = row, np.ones(n, np.int64)
    if len(begins) <= n:
        many = begins[1:] - begins[:-1]
        repeats[order] = many.repeat(many)
        original = np.empty(n, np.int64)
        original[order] = order.take(begins[:-1]).repeat(many)
        np.greater(repeats, 1, out=out[0])
        np.log(repeats, out=out[1], casting="same_kind")
        np.not_equal(original, row, out=out[2])
        doubled = (original[1:] == original[:-1]) & (size[1:] > 3)
        out[4, 1:] = doubled
        np.logical_or(out[4, :-1], doubled, out=out[4, :-1])
    return original, repeats


class Vocabulary(msgspec.Struct, frozen=True, eq=False):
    """The longer words of a text: for each its `row` and `bucket`; `many`, float32, is how many a row has, at least one."""

    row: np.ndarray
    bucket: np.ndarray
    many: np.ndarray


def topic(out: np.ndarray, words: Tokens, strong: np.ndarray) -> Vocabulary:
    """The words a line shares with the running text, of the rows `strong`."""
    n = len(strong)
    size = words.ends - words.starts
    kept = ((size >= 4) | (size == 2)).nonzero()[0]  # two: pairs of dense letters, and short words that weigh little
    row = words.row.take(kept)
    bucket = words.number.take(kept)
    bucket >>= _SHIFT
    bucket &= _MASK
    bucket = bucket.view(np.int64)
    own = strong.take(row)
    in_text = np.bincount(bucket, own, BUCKETS).take(bucket)
    # Of each word: 0 when no other line of the running text has it, 1 when many have, 2 when few have.
    shared = (in_text > own).view(np.int8)
    shared += shared & (in_text <= max(3, int(np.count_nonzero(strong)) // 3)).view(np.int8)
    cells = shared * np.int64(n)
    cells += row
    _, common, telling = counted = np.bincount(cells, minlength=3 * n).astype(np.float32).reshape(3, n)
    many = np.add.reduce(counted)
    np.maximum(many, 1, out=many)
    out[2] = telling
    np.divide(telling, many, out=out[1])
    common += telling
    np.divide(common, many, out=out[0])
    return Vocabulary(row, bucket, many)


def layout(out: np.ndarray, depth: np.ndarray, edges: np.ndarray, weight: np.ndarray, prose: np.ndarray) -> None:
    """How much of the running text has the line's indentation, and which lines near it have its ends and its size.

    Paragraphs of one article share their margin, and lists of teasers repeat one form every second or third line.
    """
    n = len(weight)
    total = max(float(prose.sum()), 1.0)
    depth = np.minimum(depth, _DEEPEST)
    margin = depth * 16
    margin += edges[0]
    np.divide(np.bincount(depth, prose).take(depth), total, out=out[0], casting="same_kind")
    np.divide(np.bincount(margin, prose).take(margin), total, out=out[1], casting="same_kind")
    form = _SIZES.searchsorted(weight)
    form *= 16
    form += edges[0]
    form *= 16
    form += edges[1]
    padded = np.empty(n + 2 * _ALIKE, np.int64)
    padded[:_ALIKE] = padded[_ALIKE + n :] = -1
    padded[_ALIKE : _ALIKE + n] = form
    around = np.ndarray((2 * _ALIKE + 1, n), padded.dtype, padded, 0, padded.strides * 2)
    np.equal(around[:_ALIKE], form, out=out[2 : 2 + _ALIKE])
    np.equal(around[_ALIKE + 1 :], form, out=out[2 + _ALIKE : 8])
    out[8] = np.bincount(form).take(form)
