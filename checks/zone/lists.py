"""Lists: links to other articles between paragraphs, and what readers wrote below the text."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from checks.lexicon import of_pages
from checks.patterns import lazily
from checks.shape import CLAUSE, DIGIT, QUOTE, STOP
from checks.zone.days import dated
from checks.zone.features import Rows
from checks.zone.parts import JUNK, LEAD, TEXT, Sorted

_SIGNS = np.array([ord(sign) for sign in "*•·▪◦‣●■►▶"], np.uint32)
"""What opens the items of a list; a dash opens speech as well."""
_FEWEST, _MOST, _APART = 2, 12, 2
_HEADLINE = 28.0
_CHANCE = 0.1
_REMARK_MOST, _REMARKS = np.float32(140), 2
_TIME = lazily(r"\d[:.h]\d\d")
_WORD = lazily(r"[^\W\d_]+")


def linked(rows: Rows, chance: np.ndarray, found: Sorted, first: int, last: int) -> None:
    """Items without stops that follow a whole sentence, and no colon, are headlines of other articles, if the line model doubts at all.

    Of such items 44 by seven publishers were furniture, 4 by two were article.
    """
    signed = (rows.document.codes.take(rows.begin[first : last + 1])[:, None] == _SIGNS).any(1)
    edges = np.diff(np.concatenate(([False], signed, [False])).view(np.int8)).nonzero()[0] + first
    for begin, after in edges.reshape(-1, 2).tolist():
        if not (_FEWEST <= after - begin <= _MOST and begin > first and found.kinds[begin - 1] in (TEXT, LEAD) and rows.running[begin - 1]):
            continue
        said = rows.ending[begin - 1] == STOP or (rows.ending[begin - 1] == QUOTE and rows.has[STOP, begin - 1])
        if said and _are_headlines(rows, begin, after) and chance[begin:after, JUNK].mean() >= _CHANCE:
            for row in range(begin, after):
                found.is_junk(row, "related-links-inline")


def _are_headlines(rows: Rows, begin: int, after: int) -> bool:
    """Whether items are as heavy as headlines, stand together, begin with capitals or figures, and all but one of many have no stop."""
    stopped = np.isin(rows.ending[begin:after], (STOP, CLAUSE))
    if rows.weight[begin:after].mean() < _HEADLINE or stopped.sum() > (after - begin > _FEWEST):
        return False
    together = all(below - above <= _APART for above, below in pairwise(rows.lines[begin:after].tolist()))
    letters = (rows.texts[row].strip(" *•·▪◦‣●■►▶\xa0\t„“”«»\"'‘")[:1] for row in range(begin, after))
    return together and not any(letter.islower() for letter in letters)


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
