"""Lists: links to other articles between paragraphs, and what readers wrote below the text."""

from __future__ import annotations

import numpy as np

from checks.lexicon import of_pages
from checks.patterns import lazily
from checks.shape import CLAUSE, DENSE, DIGIT, QUOTE, STOP
from checks.zone.days import dated
from checks.zone.features import Rows
from checks.zone.parts import CAPTION, HEAD, JUNK, LEAD, TEXT, Sorted

_SIGNS = np.array([ord(sign) for sign in "*•·▪◦‣●■►▶"], np.uint32)
"""What opens the items of a list; a dash opens speech as well."""
_FEWEST, _MOST, _APART = 2, 12, 2
_HEADLINE = 28.0
_CHANCE, _MIXED, _SURELY = 0.1, 0.35, 0.7
_ROW_MOST, _ROW_REACH, _COLUMNS, _DAYS = np.float32(160), 240, 3, 4
_CELLS = lazily(r"\s{2,80}|\s?\|\s?")
_DAY = lazily(r"(?!\d{1,2}[:.]\d\d)(?=\D{0,12}\d)[^:–—-]{3,40}(?:\s[–—-]|:)\s\S")
"""A few words with a figure early on, and a dash or a colon; no time of day."""
_OF_TEXT = (TEXT, HEAD, LEAD, CAPTION)
_NUMBER_MOST, _SERIES = np.float32(4), 3
_ITEM = lazily(
    r"\s{0,40}(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|第[一二三四五六七八九十百\d]{1,4}[条條章]|[一二三四五六七八九十]{1,2}、)"
)
_REMARK_MOST, _REMARKS = np.float32(140), 2
_TIME = lazily(r"\d[:.h]\d\d")
_WORD = lazily(r"[^\W\d_]+")


def lists(rows: Rows, chance: np.ndarray, found: Sorted, first: int, last: int) -> None:
    """What lists are; `first` and `last` are the rows of the first and last paragraph."""
    linked(rows, chance, found, max(first, found.title + 1), last)
    tables(rows, found)
    numbered(rows, found, first, last)
    remarks(rows, found)


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


def tables(rows: Rows, found: Sorted) -> None:
    """Three rows of cells with figures right below a line of the article, or four days with a dash below it or a heading, are of it.

    So were 98 rows of tables by two publishers and 72 days by two, and none was furniture.
    """
    kinds = found.kinds
    likely = rows.has[DIGIT] & ~rows.running & (rows.whole == 0) & (rows.opening == 0) & (rows.weight < _ROW_MOST)
    likely[: found.title + 1] = False
    among = likely[:-2] & likely[1:-1] & likely[2:]
    if not among.any():
        return
    places = [
        row for begin, after in _runs(likely.nonzero()[0].tolist()) if _may_be_table(kinds, begin, after) for row in range(begin, after)
    ]
    cells = [row for row in places if len(_CELLS.split(rows.texts[row].strip()[:_ROW_REACH])) >= _COLUMNS]
    for begin, after in _runs(cells):
        if after - begin >= _COLUMNS and begin > found.title + 1 and kinds[begin - 1] in _OF_TEXT:
            kinds[begin:after] = TEXT
    days = [row for row in places if _DAY.match(rows.texts[row][:_ROW_REACH])]
    for begin, after in _runs(days):
        heading = int(kinds[begin - 1] == JUNK and not (rows.whole[begin - 1] or rows.opening[begin - 1]) and begin - 1 not in found.forced)
        if after - begin >= _DAYS and begin - heading > found.title + 1 and kinds[begin - heading - 1] in _OF_TEXT:
            kinds[begin:after] = TEXT
            kinds[begin - 1 : begin - 1 + heading] = HEAD


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


def _may_be_table(kinds: np.ndarray, begin: int, after: int) -> bool:
    """Whether rows are three or more, and any of them or of the two above them is article."""
    return after - begin >= _COLUMNS and bool((kinds[max(begin - 2, 0) : after] != JUNK).any())


def _runs(places: list[int]) -> list[tuple[int, int]]:
    """Where unbroken stretches of rows begin and after which row they end."""
    held = set(places)
    begins = [row for row in places if row - 1 not in held]
    return [(row, next(end for end in range(row + 1, places[-1] + 2) if end not in held)) for row in begins]


def remarks(rows: Rows, found: Sorted) -> None:
    """From the first of two lines on that say who said something on which day, with a colon, all is what readers wrote."""
    likely = (rows.ending == CLAUSE) & (rows.counts[DIGIT] >= 4) & (rows.weight < _REMARK_MOST)
    places = [row for row in likely.nonzero()[0].tolist() if row > found.title and _opens_remark(rows.texts[row])]
    if len(places) >= _REMARKS and float(rows.prose[: places[0]].sum()) > 0:
        for row in range(places[0], len(found.kinds)):
            if found.kinds[row] != JUNK:
                found.is_junk(row, "comments")


def _opens_remark(text: str) -> bool:
    line = text.rstrip()
    words = _WORD.findall(line[-20:].casefold())
    return line[-1] in ":：" and bool(words) and words[-1] in of_pages("remark") and dated(line) and _TIME.search(line) is not None
