"""Lists: links to other articles between paragraphs, and items of the article."""

from __future__ import annotations

import numpy as np

from checks.patterns import lazily
from checks.shape import CLAUSE, DENSE, DIGIT, QUOTE, STOP
from checks.zone.features import Rows
from checks.zone.parts import HEAD, JUNK, LEAD, TEXT, Sorted

_SIGNS = np.array([ord(sign) for sign in "*•·▪◦‣●■►▶"], np.uint32)
"""What opens the items of a list; a dash opens speech as well."""
_FEWEST, _MOST, _APART = 2, 12, 2
_HEADLINE = 28.0
_CHANCE, _MIXED, _SURELY = 0.1, 0.35, 0.7
_NUMBER_MOST, _SERIES = np.float32(4), 3
_ITEM = lazily(
    r"\s{0,40}(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|第[一二三四五六七八九十百\d]{1,4}[条條章]|[一二三四五六七八九十]{1,2}、)"
)


def lists(rows: Rows, chance: np.ndarray, found: Sorted, first: int, last: int) -> None:
    """What lists are; `first` and `last` are the rows of the first and last paragraph."""
    linked(rows, chance, found, max(first, found.title + 1), last)
    numbered(rows, found, first, last)


def linked(rows: Rows, chance: np.ndarray, found: Sorted, first: int, last: int) -> None:
    """The items of a list are of one kind: of the article below a colon, furniture where a heading is furniture and an item as well.

    Items without stops that follow a whole sentence are headlines of other articles, if the line model doubts at all: of such
    items 44 by seven publishers were furniture, 4 by two were article.
    """
    reach = slice(first, last + 1 + _MOST)
    signed = (rows.document.codes.take(rows.begin[reach])[:, None] == _SIGNS).any(1)
    if not signed.any():
        return
    edges = np.diff(np.concatenate(([False], signed, [False])).view(np.int8)).nonzero()[0] + first
    for begin, after in edges.reshape(-1, 2).tolist():
        apart = rows.lines[after - 1] - rows.lines[begin]
        if not (_FEWEST <= after - begin <= _MOST and begin > first) or apart > _APART * (after - begin):
            continue
        above, junk, doubt = begin - 1, found.kinds[begin:after] == JUNK, float(chance[begin:after, JUNK].mean())
        announced = rows.texts[above].rstrip().endswith((":", "："))
        if found.kinds[above] == TEXT and announced:
            if junk.any() and doubt < _SURELY:
                found.kinds[begin:after] = TEXT
        elif found.kinds[above] == JUNK and not announced:
            if junk.any() and doubt >= _MIXED and not rows.wordless[above]:
                found.kinds[begin:after] = JUNK
        elif found.kinds[above] in (TEXT, LEAD) and _is_sentence(rows, above) and doubt >= _CHANCE and _are_headlines(rows, begin, after):
            for row in range(begin, after):
                found.is_junk(row, "related-links-inline")


def _is_sentence(rows: Rows, row: int) -> bool:
    quoted = rows.ending[row] == QUOTE and rows.has[STOP, row]
    return bool(rows.running[row] and (rows.ending[row] == STOP or quoted))


def _are_headlines(rows: Rows, begin: int, after: int) -> bool:
    """Whether items are as heavy as headlines, begin with capitals or figures, and all but one of many have no stop."""
    stopped = np.isin(rows.ending[begin:after], (STOP, CLAUSE))
    if rows.weight[begin:after].mean() < _HEADLINE or stopped.sum() > (after - begin > _FEWEST):
        return False
    letters = (rows.texts[row].strip(" *•·▪◦‣●■►▶\xa0\t„“”«»\"'‘")[:1] for row in range(begin, after))
    return not any(letter.islower() for letter in letters)


def numbered(rows: Rows, found: Sorted, first: int, last: int) -> None:
    """Items between others of their form that are article, `（三）…`, and numbers alone from 1 on that head what is article, are of it."""
    kinds = found.kinds
    inside = slice(first + 1, last)
    short = (rows.has[DIGIT, inside] & rows.wordless[inside] & (rows.weight[inside] < _NUMBER_MOST)).nonzero()[0] + first + 1
    series: list[int] = []
    for row in short.tolist():
        figure = rows.texts[row].strip().rstrip(".)、．")
        if figure == str(len(series) + 1) and kinds[row + 1] != JUNK:
            series.append(row)
    if len(series) >= _SERIES:
        for row in series:
            kinds[row] = HEAD
            found.forced.pop(row, None)
    loose = (kinds == JUNK) & (rows.counts[DENSE] > 1) & (rows.whole == 0) & (rows.opening == 0)
    for row in (loose.nonzero()[0]).tolist():
        if row not in found.forced and 0 < row < len(kinds) - 1 and _ITEM.match(rows.texts[row]):
            above = kinds[row - 1] == TEXT and _ITEM.match(rows.texts[row - 1])
            if above or (kinds[row + 1] == TEXT and _ITEM.match(rows.texts[row + 1])):
                kinds[row] = TEXT
