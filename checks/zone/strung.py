"""Strung phrases: a row that is several phrases of the page one behind the other, as `Imprint Privacy Contact` is."""

from __future__ import annotations

from collections import Counter

import numpy as np

from checks.zone.phrases import WHOLE, phrases
from checks.zone.tokens import Tokens

_FEWEST, _LONGEST_ROW = 3, np.float32(120)
"""Tokens of a row that is looked at, at least, and its weight at most."""
_TWO = 2
_LONGEST = 12
_SHARE = 0.6
"""Of its tokens, how many the phrases must cover."""
_LINKED = {"consent": "footer", "ad": "footer"}
"""Links to these stand among those to the imprint."""
_OF_ARTICLES = ("meta", "author-box")
_NUMBERS = 3
"""Digits from which a string of controls leads through the pages of an article."""


def strung(
    words: Tokens, digits: np.ndarray, weight: np.ndarray, some: np.ndarray, fewest: int = _TWO, least: int = _FEWEST
) -> dict[int, str]:
    """Which of some rows are made of phrases of the page, so many at least, and of which category most of them are.

    `digits` and `weight` are those of all rows.
    """
    many = words.many.take(some)
    some = some[((many >= least) | (digits.take(some) >= _NUMBERS)) & (weight.take(some) < _LONGEST_ROW)]
    if not len(some):
        return {}
    known = phrases().whole(words.openings(_LONGEST, some).T.ravel().tolist())
    begun = [row for n, row in enumerate(some.tolist()) if any(known[n * _LONGEST : (n + 1) * _LONGEST])]
    named = {row: _of_most(words, row, int(digits[row]), fewest) for row in begun}
    return {row: name for row, name in named.items() if name}


def _of_most(words: Tokens, row: int, digits: int, fewest: int) -> str:
    found = _parsed(words, row)
    if len(found) < fewest or sum(size for _, size in found) < _SHARE * int(words.many[row]):
        return ""
    covered: Counter[str] = Counter()
    for name, size in found:
        covered[name] += size
    name = max(covered, key=lambda one: (covered[one], one))
    return "pagination" if name == "ui-control" and digits >= _NUMBERS else name


def _parsed(words: Tokens, row: int) -> list[tuple[str, int]]:
    """The phrases from left to right, the longest first, as category and number of tokens."""
    numbers = words.stretches(row, _LONGEST)
    many = len(numbers)
    known = phrases().whole(numbers.ravel().tolist())
    found, at = [], 0
    while at < many:
        size = next((size for size in range(min(_LONGEST, many - at), 0, -1) if known[at * _LONGEST + size - 1]), 0)
        if size:
            name = WHOLE[known[at * _LONGEST + size - 1] - 1]
            if name not in _OF_ARTICLES:
                found.append((_LINKED.get(name, name), size))
        at += size or 1
    return found
