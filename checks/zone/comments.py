"""Comments of readers, told by what stands above each: a name, "says:" and a day with a time."""

from __future__ import annotations

from functools import cache

import numpy as np

from checks.lexicon import of_pages
from checks.patterns import lazily
from checks.shape import CLAUSE, STOP
from checks.zone.features import Rows
from checks.zone.parts import JUNK

_TIME = lazily(r"\d\s?[:.h時点时]\s?\d\d")
_HEAD_MOST, _VERB_MOST, _NAME_MOST = np.float32(120), np.float32(14), np.float32(40)
_HEADS, _NEAR = 2, 3
_UNSPACED = "\u3000"


def comments(rows: Rows, kinds: np.ndarray) -> None:
    """From the first of two comments or more to the last all is furniture. Some sites have them above the article.

    In cross-validation by publisher 172 lines became furniture and all of them were; body line F1 rose from 0.911 to 0.916.
    """
    short = (rows.ending == CLAUSE) & (rows.weight < _HEAD_MOST)
    heads = [row for row in short.nonzero()[0].tolist() if _heads_comment(rows, row)]
    if len(heads) < _HEADS:
        return
    first = heads[0]
    if rows.weight[first] < _VERB_MOST:  # the word alone: name and day stand above it
        least = max(0, first - _NEAR)
        while first > least and rows.weight[first - 1] < _NAME_MOST and rows.ending[first - 1] != STOP:
            first -= 1
    kinds[first : heads[-1] + 1] = JUNK


def _heads_comment(rows: Rows, row: int) -> bool:
    """Whether a line ends in a word for saying, and a time stands in it or beside it."""
    if not f" {rows.texts[row].strip().rstrip(':： ').casefold()}".endswith(_words_for_saying()):
        return False
    return any(_TIME.search(text[:120]) for text in rows.texts[max(0, row - _NEAR) : row + _NEAR + 1])


@cache
def _words_for_saying() -> tuple[str, ...]:
    return tuple(sorted(word if word[-1] > _UNSPACED else f" {word}" for word in of_pages("commenting")))
