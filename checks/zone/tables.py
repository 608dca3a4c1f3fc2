"""Tables and timetables: results, standings, prices and days that the article lists, whatever the line model says of each line."""

from __future__ import annotations

from functools import cache
from itertools import compress, pairwise

import numpy as np

from checks.lexicon import every
from checks.patterns import lazily
from checks.shape import CLAUSE, DIGIT
from checks.zone.company import PAGE_OPENING, PAGE_WHOLE
from checks.zone.features import Rows
from checks.zone.parts import JUNK, TEXT, Sorted

_FIGURES = lazily(r"(?:[\s|]+[-–+]?\d[\d.,:%/]*){2,}[\s|]*$")
"""Two figures or more that end a line, parted by spaces or bars."""
_DAY = lazily(
    r"\W{0,3}(?:[^\W\d_]{2,12}[.,]{0,2} )?(?:([^\W\d_]{3,12})\.? \d{1,2}|\d{1,2}\.? (?:de )?([^\W\d_]{3,12}))[^-–—:|]{0,16}[-–—:|]"
)
"""A day and month that open a line, in front of a dash or a colon."""
_ROW_MOST, _ROWS, _MOSTLY = np.float32(160), 4, 0.7
_CELL_MOST, _CELLS, _LONGEST_FIGURE = np.float32(40), 24, 12
_REACH, _DAYS = 3, 3
_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip


def tables(rows: Rows, found: Sorted) -> None:
    """A stretch of figures between two parts of the article belongs to it, and days with what is on below one."""
    kinds = found.kinds
    junk = kinds == JUNK
    if np.count_nonzero(junk & rows.has[DIGIT]) < _ROWS:
        return
    unspoken = junk & ~(PAGE_WHOLE.take(rows.whole) | PAGE_OPENING.take(rows.opening)) & (rows.weight < _ROW_MOST)
    for begin, end in _stretches(unspoken):
        size = end - begin
        if (
            size < _ROWS
            or 2 * np.count_nonzero(rows.has[DIGIT, begin:end]) < size
            or not _has_article(kinds[max(0, begin - _REACH) : begin])
        ):
            continue
        if (_has_article(kinds[end : end + _REACH]) and _is_table(rows, begin, end)) or _is_timetable(rows, begin, end):
            kinds[begin:end] = TEXT


def timelines(rows: Rows, kinds: np.ndarray) -> None:
    """Days with a colon, each on a line above what happened then, three or more, are headings of the article with those below."""
    alone = rows.has[DIGIT] & (rows.weight < _CELL_MOST) & ~rows.wordless & (rows.ending == CLAUSE)
    days = [row for row in alone[:-1].nonzero()[0].tolist() if _opens_with_day(rows.texts[row])]
    if len(days) >= _DAYS and 2 * sum(rows.running[row + 1] for row in days) >= len(days):
        spoken = PAGE_WHOLE.take(rows.whole) | PAGE_OPENING.take(rows.opening)
        kinds[days] = TEXT
        kinds[[row + 1 for row in days if not spoken[row + 1]]] = TEXT


def _stretches(mask: np.ndarray) -> list[tuple[int, int]]:
    """Begin and end of the runs of true values."""
    edges = np.diff(mask.view(np.int8), prepend=0, append=0).nonzero()[0]
    return list(zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True))


def _has_article(kinds: np.ndarray) -> bool:
    return bool((kinds != JUNK).any())


def _is_table(rows: Rows, begin: int, end: int) -> bool:
    """Whether lines end in columns of figures, or are cells, every other of them a figure; in a calendar these count the days."""
    size, texts = end - begin, rows.texts[begin:end]
    wordless = rows.wordless[begin:end]
    if size >= _CELLS and 2 * np.count_nonzero(wordless) > size and bool((rows.weight[begin:end] < _CELL_MOST).all()):
        figures = [int(text) for text in texts if len(text) < _LONGEST_FIGURE and text.strip().isdecimal()]
        days = sum(after - before == 1 for before, after in pairwise(figures))
        return 2 * len(figures) > size and 2 * days < len(figures)
    lines = sum(_FIGURES.search(text) is not None for text in compress(texts, ~wordless))
    return lines > _MOSTLY * size


def _is_timetable(rows: Rows, begin: int, end: int) -> bool:
    """Whether lines open with a day."""
    return sum(map(_opens_with_day, rows.texts[begin:end])) > max(_ROWS, _MOSTLY * (end - begin)) - 1


def _opens_with_day(text: str) -> bool:
    day = _DAY.match(text)
    return day is not None and (day[1] or day[2]).casefold() in _months()


@cache
def _months() -> frozenset[str]:
    return frozenset().union(*(every("calendar", month) for month in _MONTHS))
