"""Strung phrases: a row that is several phrases of the page one behind the other, as `Imprint Privacy Contact` is."""

from __future__ import annotations

from collections import Counter

import numpy as np

from checks.shape import DIGIT
from checks.zone.features import Rows
from checks.zone.phrases import WHOLE, phrases

_FEWEST, _MOST = 3, 16
"""Tokens of a row that is looked at."""
_TWO = 2
_LONGEST = 5
_SHARE = 0.6
"""Of its tokens, how many the phrases must cover."""
_LINKED = {"consent": "footer", "ad": "footer"}
"""Links to these stand among those to the imprint."""
_OF_ARTICLES = ("meta", "author-box")
_NUMBERS = 3
"""Digits from which a string of controls leads through the pages of an article."""


def strung(rows: Rows, some: np.ndarray) -> dict[int, str]:
    """Which of some rows are made of phrases of the page, two at least, and of which category most of them are."""
    many = rows.tokens.many.take(some)
    some = some[((many >= _FEWEST) | (rows.counts[DIGIT].take(some) >= _NUMBERS)) & (many <= _MOST)]
    if not len(some):
        return {}
    known = phrases().whole(rows.tokens.openings(_LONGEST, some).T.ravel().tolist())
    begun = [row for n, row in enumerate(some.tolist()) if any(known[n * _LONGEST : (n + 1) * _LONGEST])]
    named = {row: _of_most(rows, row) for row in begun}
    return {row: name for row, name in named.items() if name}


def _of_most(rows: Rows, row: int) -> str:
    found = _parsed(rows, row)
    if len(found) < _TWO or sum(size for _, size in found) < _SHARE * int(rows.tokens.many[row]):
        return ""
    covered: Counter[str] = Counter()
    for name, size in found:
        covered[name] += size
    name = max(covered, key=lambda one: (covered[one], one))
    return "pagination" if name == "ui-control" and rows.counts[DIGIT, row] >= _NUMBERS else name


def _parsed(rows: Rows, row: int) -> list[tuple[str, int]]:
    """The phrases from left to right, the longest first, as category and number of tokens."""
    numbers = rows.tokens.stretches(row, _LONGEST)
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
