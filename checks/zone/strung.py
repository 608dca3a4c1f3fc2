"""Strung phrases: a row that is several phrases of the page one behind the other, as `Imprint Privacy Contact` is."""

from __future__ import annotations

from collections import Counter

from checks.shape import DIGIT
from checks.zone.features import Rows
from checks.zone.phrases import WHOLE, phrases

_FEWEST, _MOST = 2, 16
"""Tokens of a row that is looked at."""
_LONGEST = 5
_SHARE = 0.6
"""Of its tokens, how many the phrases of one category must cover."""
_LINKED = {"consent": "footer", "ad": "footer"}
"""Links to these stand among those to the imprint."""
_NUMBERS = 3
"""Digits from which a string of controls leads through the pages of an article."""


def strung(rows: Rows, row: int) -> str:
    """The category of the phrases that a row is made of, two at least; empty if it is not."""
    first, many = int(rows.tokens.first[row]), int(rows.tokens.many[row])
    if not _FEWEST <= many <= _MOST:
        return ""
    covered: Counter[str] = Counter()
    times: Counter[str] = Counter()
    for name, size in _parsed(rows, first, many):
        covered[name] += size
        times[name] += 1
    name, tokens = max(covered.items(), key=lambda one: (one[1], one[0]), default=("", 0))
    if times[name] < _FEWEST or tokens < _SHARE * many:
        return ""
    return "pagination" if name == "ui-control" and rows.counts[DIGIT, row] >= _NUMBERS else name


def _parsed(rows: Rows, first: int, many: int) -> list[tuple[str, int]]:
    """The phrases from left to right, the longest first, as category and number of tokens."""
    stretches = [(begin, size) for begin in range(many) for size in range(1, min(_LONGEST, many - begin) + 1)]
    starts, ends = rows.tokens.starts[first : first + many].tolist(), rows.tokens.ends[first : first + many].tolist()
    numbers = [rows.tokens.between(starts[begin], ends[begin + size - 1]) for begin, size in stretches]
    known = dict(zip(stretches, phrases().whole(numbers), strict=True))
    found, at = [], 0
    while at < many:
        size = next((size for size in range(min(_LONGEST, many - at), 0, -1) if known[at, size]), 0)
        if size:
            name = WHOLE[known[at, size] - 1]
            found.append((_LINKED.get(name, name), size))
        at += size or 1
    return found
