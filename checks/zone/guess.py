"""The guess at the headline, made before the line model runs: what a line shares with the headline is much of what tells it.

A small network scores each row by itself and by two rows before and after it; the best row of a headline's length is the
guess. In cross-validation it is the headline on four pages of five; picking the row that shares most words with the running
text was right on one of six.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import msgspec
import numpy as np

from checks.lexicon import every, given_names
from checks.model.document import MOST_LINES
from checks.patterns import lazily
from checks.zone.context import BUCKETS, Vocabulary

COLUMNS = 7
REACH = 2
LEAST, MOST = np.float32(12), np.float32(320)
"""Headlines of the labelled pages lie between these weights, save one in two hundred."""


class Guess(msgspec.Struct, frozen=True, eq=False):
    """The weights: `inward` of shape (features, width), `bias` (width,), `outward` (width, 5), one column for each row near."""

    inward: np.ndarray
    bias: np.ndarray
    outward: np.ndarray

    def headline(self, matrix: np.ndarray, weight: np.ndarray, never: Sequence[int] = ()) -> int:
        """The row that looks most like the headline, or -1 when none that may be it has the length of one."""
        seen = self.inward.T @ matrix.T
        seen += self.bias[:, None]
        np.maximum(seen, 0, out=seen)
        rows = len(weight)
        padded = np.zeros((2 * REACH + 1, rows + 2 * REACH), np.float32)
        padded[:, REACH:-REACH] = self.outward.T @ seen
        line, number = padded.strides
        # Column k of what the rows say is about the row k - 2 away: read along the diagonals all of it is about one row.
        score = np.ndarray((2 * REACH + 1, rows), np.float32, padded, 0, (line + number, number))
        score = np.add.reduce(score)
        score[(weight < LEAST) | (weight > MOST)] = -np.inf
        score[list(never)] = -np.inf
        best = int(score.argmax())
        return best if score[best] > -np.inf else -1


def is_reporter(line: str) -> bool:
    """Whether a line is a person's name, alone or with one place or outlet behind a mark: seldom a headline, often right below one."""
    line = line.strip()
    if len(line) > _LONGEST:
        return False
    name, *behind = _MARK.split(line)
    words = name.split()
    named = len(words) in _NAME_WORDS and words[0].casefold() in given_names() and not any(word[0].islower() for word in words)
    return named and len(behind) < 2 and all(len(part.split()) <= _PLACE_WORDS for part in behind)


def is_release(line: str) -> bool:
    """Whether a line begins with words for a press release, and is no more than that and its number or day."""
    low = line.strip().casefold()
    word = next((word for word in _releases() if low.startswith(word)), "") if len(low) <= _LONGEST else ""
    return bool(word) and not low[len(word) : len(word) + 1].isalpha()


@cache
def _releases() -> tuple[str, ...]:
    return tuple(sorted((word.casefold() for word in every("outlets", "releases")), key=lambda word: (-len(word), word)))


_MARK = lazily(r",\s|\s[-–—|/•]\s")
_LONGEST, _NAME_WORDS, _PLACE_WORDS = 48, (2, 3), 3


@cache
def _steps_away() -> np.ndarray:
    return np.log1p(np.arange(MOST_LINES)) / 5


def likeness(out: np.ndarray, of: Vocabulary, original: np.ndarray, prose: np.ndarray, title: int) -> None:
    """What each row has to do with the headline: words, distance, running text since; `out` has shape (7, rows)."""
    n = len(original)
    named = np.zeros(BUCKETS, bool)
    named[of.bucket[of.row == title]] = True
    common = np.bincount(of.row, named.take(of.bucket), n).astype(np.float32)
    np.divide(common, of.many, out=out[0])
    np.divide(common, of.many[title], out=out[1])
    np.equal(original, original[title], out=out[2])
    out[3, :title], out[3, title], out[3, title + 1 :] = -1, 0, 1
    away = _steps_away()
    out[4, :title], out[4, title:] = away[title:0:-1], away[: n - title]
    out[5:7] = 0
    out[5, title] = 1
    since = prose[title:-1].cumsum()
    np.log1p(since, out=since)
    np.divide(since, 8, out=out[6, title + 1 :])
