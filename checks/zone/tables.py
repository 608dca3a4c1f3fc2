"""Tables, timetables and timelines: results, standings and days that the article lists, whatever the line model says of each line."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from checks.patterns import lazily
from checks.shape import CLAUSE, DIGIT
from checks.zone.company import PAGE_OPENING, PAGE_WHOLE
from checks.zone.features import Rows
from checks.zone.parts import CAPTION, HEAD, JUNK, LEAD, TEXT, Sorted

_ROW_MOST, _ROW_REACH, _COLUMNS, _DAYS = np.float32(160), 240, 3, 4
_COLUMN = lazily(r"\s{2,80}|\s?\|\s?")
_DAY = lazily(r"(?!\d{1,2}[:.]\d\d)(?=\D{0,12}\d)[^:–—-]{3,40}(?:\s[–—-]|:)\s\S")
"""A few words with a figure early on, and a dash or a colon; no time of day."""
_OF_TEXT = (TEXT, HEAD, LEAD, CAPTION)
_CELL_MOST, _CELLS, _LONGEST_FIGURE = np.float32(40), 24, 12
_REACH, _DATES = 3, 3
_DATE = lazily(r"\W{0,3}(?:[^\W\d_]{3,12}\.? \d{1,2}|\d{1,2}\.? (?:de )?[^\W\d_]{3,12})[^:|]{0,20}[:：]$")
"""A day and a month, perhaps a year, and a colon that ends the line."""


def timelines(rows: Rows, kinds: np.ndarray) -> None:
    """Days with a colon, each on a line above what happened then, three or more, are headings of the article with those below."""
    alone = rows.has[DIGIT] & (rows.weight < _CELL_MOST) & ~rows.wordless & (rows.ending == CLAUSE)
    days = [row for row in alone[:-1].nonzero()[0].tolist() if _DATE.match(rows.texts[row].strip())]
    if len(days) >= _DATES and 2 * sum(rows.running[row + 1] for row in days) >= len(days):
        kinds[days] = TEXT
        kinds[[row + 1 for row in days if not _spoken(rows)[row + 1]]] = TEXT


def tables(rows: Rows, found: Sorted) -> None:
    """Three rows of cells with figures right below a line of the article, or four days with a dash below it or a heading, are of it.

    So were 98 rows of tables by two publishers and 72 days by two, and none was furniture.
    """
    kinds = found.kinds
    likely = rows.has[DIGIT] & ~rows.running & ~_spoken(rows) & (rows.weight < _ROW_MOST)
    likely[: found.title + 1] = False
    among = likely[:-2] & likely[1:-1] & likely[2:]
    if not among.any():
        return
    places = [
        row for begin, after in _runs(likely.nonzero()[0].tolist()) if _may_be_table(kinds, begin, after) for row in range(begin, after)
    ]
    cells = [row for row in places if len(_COLUMN.split(rows.texts[row].strip()[:_ROW_REACH])) >= _COLUMNS]
    for begin, after in _runs(cells):
        if after - begin >= _COLUMNS and begin > found.title + 1 and kinds[begin - 1] in _OF_TEXT:
            kinds[begin:after] = TEXT
    days = [row for row in places if _DAY.match(rows.texts[row][:_ROW_REACH])]
    for begin, after in _runs(days):
        heading = int(kinds[begin - 1] == JUNK and not (rows.whole[begin - 1] or rows.opening[begin - 1]) and begin - 1 not in found.forced)
        if after - begin >= _DAYS and begin - heading > found.title + 1 and kinds[begin - heading - 1] in _OF_TEXT:
            kinds[begin:after] = TEXT
            kinds[begin - 1 : begin - 1 + heading] = HEAD


def cells(rows: Rows, found: Sorted) -> None:
    """A table with a cell on each line, between two parts of the article, belongs to it: so did 71 lines, and none was furniture."""
    kinds = found.kinds
    likely = (kinds == JUNK) & (rows.weight < _CELL_MOST) & ~_spoken(rows)
    figures = likely & rows.wordless & rows.has[DIGIT]
    if 2 * np.count_nonzero(figures) < _CELLS:
        return
    for begin, after in _runs(likely.nonzero()[0].tolist()):
        if after - begin < _CELLS or 2 * np.count_nonzero(figures[begin:after]) <= after - begin:
            continue
        above, below = kinds[max(0, begin - _REACH) : begin], kinds[after : after + _REACH]
        if (above != JUNK).any() and (below != JUNK).any() and not _is_calendar(rows.texts[begin:after]):
            kinds[begin:after] = TEXT


def _is_calendar(cells: list[str]) -> bool:
    """Whether most figures are one more than the figure before."""
    figures = [int(text) for text in cells if len(text) < _LONGEST_FIGURE and text.strip().isdecimal()]
    return 2 * sum(after - before == 1 for before, after in pairwise(figures)) >= len(figures)


def _spoken(rows: Rows) -> np.ndarray:
    """Whether rows are known phrases of pages, or begin with one."""
    found: np.ndarray = PAGE_WHOLE.take(rows.whole) | PAGE_OPENING.take(rows.opening)
    return found


def _may_be_table(kinds: np.ndarray, begin: int, after: int) -> bool:
    """Whether rows are three or more, and any of them or of the two above them is article."""
    return after - begin >= _COLUMNS and bool((kinds[max(begin - 2, 0) : after] != JUNK).any())


def _runs(places: list[int]) -> list[tuple[int, int]]:
    """Where unbroken stretches of rows begin and after which row they end."""
    held = set(places)
    begins = [row for row in places if row - 1 not in held]
    return [(row, next(end for end in range(row + 1, places[-1] + 2) if end not in held)) for row in begins]
