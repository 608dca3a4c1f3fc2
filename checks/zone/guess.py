"""The guess at the headline, made before the line model runs: what a line shares with the headline is much of what tells it.

A small network scores each row by itself and by two rows before and after it; the best row of a headline's length is the
guess. In cross-validation it is the headline on four pages of five; picking the row that shares most words with the running
text was right on one of six.
"""

from __future__ import annotations

import msgspec
import numpy as np

from checks.zone.context import BUCKETS, Vocabulary

COLUMNS = 7
REACH = 2
LEAST, MOST = 12.0, 320.0
"""Headlines of the labelled pages lie between these weights, save one in two hundred."""


class Guess(msgspec.Struct, frozen=True, eq=False):
    """The weights: `inward` of shape (features, width), `bias` (width,), `outward` (width, 5), one column for each row near."""

    inward: np.ndarray
    bias: np.ndarray
    outward: np.ndarray

    def headline(self, matrix: np.ndarray, weight: np.ndarray) -> int:
        """The row that looks most like the headline, or -1 when none has the length of one."""
        fit = (weight >= LEAST) & (weight <= MOST)
        if not fit.any():
            return -1
        seen = matrix @ self.inward
        seen += self.bias
        np.maximum(seen, 0, out=seen)
        padded = np.zeros((2 * REACH + 1, len(weight) + 2 * REACH), np.float32)
        padded[:, REACH:-REACH] = (seen @ self.outward).T
        score = padded[0, : len(weight)].copy()
        for step in range(1, 2 * REACH + 1):
            score += padded[step, step : step + len(weight)]
        score[~fit] = -np.inf
        return int(score.argmax())


def likeness(out: np.ndarray, of: Vocabulary, number: np.ndarray, prose: np.ndarray, title: int) -> None:
    """What each row has to do with the headline: words, distance, running text since; `out` has shape (7, rows)."""
    n = len(number)
    named = np.zeros(BUCKETS, bool)
    named[of.bucket[of.row == title]] = True
    common = np.bincount(of.row[named.take(of.bucket)], minlength=n)
    out[0] = common / of.many
    out[1] = common / of.many[title]
    out[2] = number == number[title]
    out[3, :title], out[3, title], out[3, title + 1 :] = -1, 0, 1
    out[4] = np.log1p(np.abs(np.arange(-title, n - title))) / 5
    out[5], out[6] = 0, 0
    out[5, title] = 1
    out[6, title + 1 :] = np.log1p(prose[title:-1].cumsum()) / 8
