"""Title: which row is the headline, and what of the site stands above it."""

from __future__ import annotations

import re

import numpy as np

from checks.shape import DIGIT, SEPARATOR, STOP
from checks.zone.features import Rows, groups
from checks.zone.labels import opens_with_day
from checks.zone.parts import HEAD, JUNK, TEXT, TITLE, Sorted, is_trail

_LEAST, _MOST = 12.0, 320.0
"""Headlines of the labelled pages lie between these weights, save one in two hundred."""
_DATED_MOST = 45.0
"""A line with a date that is no heavier than this is a date line, seldom a headline."""
_GUESSED = 0.3
"""What the guess of `checks.zone.guess` counts beside the probabilities, which lean on it already."""
_HOPELESS = -0.4
"""A first or second line that scores no lower is the headline of a file that begins with its article."""
_FIRST_ROWS = 2
_NAME_AND_SLOGAN = re.compile(r"^\S[^-|–—]{1,40} [-|–—] \S")
_SITE = 2.5
"""What a name and a slogan on the first line count against it: from 0.9 to 3 the same 576 of 628 headlines are right."""
_CLOCK_MOST = 60.0
_HEADED = 5
"""Words before a bar that make a headline."""
_BETWEEN = (" - ", " | ", " – ", " — ", " :: ")
_ABOVE_MOST = np.float32(90)


def headline(rows: Rows, chance: np.ndarray, first: int) -> int:
    """The headline: the likeliest row up to the first paragraphs; -1 when none looks like one."""
    reach = min(len(rows.lines), first + 2)
    if not reach:
        return -1
    part = chance[:reach]
    score = 2 * part[:, TITLE] + 0.4 * part[:, HEAD] + 0.1 * part[:, TEXT] - 0.1 * part[:, JUNK]
    if 0 <= rows.title < reach:
        score[rows.title] += _GUESSED
    # All else speaks against rows: what scores no more than zero here is a headline by its place alone.
    likely: set[int] = {*range(min(_FIRST_ROWS, reach)), *(score > 0).nonzero()[0].tolist()}
    scores = {row: float(score[row]) - _against(rows, row, first) for row in sorted(likely)}
    if reach > 1 and rows.original[1] == 1 and _is_name_and_slogan(rows.texts[0][:200]):
        scores[0] -= _SITE
    best = max(scores, key=scores.__getitem__)
    if scores[best] > 0:
        return best
    return next((row for row in range(min(_FIRST_ROWS, reach)) if scores[row] > _HOPELESS), -1)


def _is_name_and_slogan(line: str) -> bool:
    """Whether a line begins with a name and a dash, unless words and a bar behind them tell a headline with a dash in it."""
    before, bar, _ = line.partition(" | ")
    return _NAME_AND_SLOGAN.search(line) is not None and not (bar and len(before.split()) >= _HEADED)


def _against(rows: Rows, row: int, first: int) -> float:
    """What speaks against a row: a full stop, a known phrase, a date, a length that headlines do not have, being a trail or a clock."""
    weight, stops = float(rows.weight[row]), float(rows.counts[STOP, row])
    dotted = rows.document.text[rows.after[row] - 1] == "."
    known = row > first or bool(rows.whole[row])
    dated = weight < _DATED_MOST and bool(rows.matrix[row, groups()["dates"].start] > 0)
    long = bool(rows.running[row]) and (stops > 1 or weight > _MOST * 0.6)
    trail = rows.counts[SEPARATOR, row] > 1 and is_trail(rows.texts[row])
    trail = trail or (weight < _CLOCK_MOST and bool(rows.has[DIGIT, row]) and opens_with_day(rows.texts[row]))
    return 0.3 * (dotted + known) + 0.3 * dated + 0.15 * long + (not _LEAST <= weight <= _MOST) + trail


def of_the_site(rows: Rows, found: Sorted) -> None:
    """Above the headline stands the site: its name and slogan, or the headline once more."""
    end = max(found.title, 0)
    kinds = found.kinds[:end]
    loose = ((kinds == TEXT) | (kinds == HEAD)) & ~rows.running[:end] & (rows.weight[:end] < _ABOVE_MOST)
    for row in loose.nonzero()[0].tolist():
        line = rows.texts[row]
        if row == 0 and any(mark in line for mark in _BETWEEN):
            found.is_junk(row, "site-header")
        elif rows.whole[row]:
            found.kinds[row] = JUNK
        elif is_trail(line):
            found.is_junk(row, "breadcrumb")
    if end and kinds[0] == JUNK and not rows.prose[0] and rows.weight[0] < _ABOVE_MOST and _unlike(rows, found.title):
        line = rows.texts[0]
        if _NAME_AND_SLOGAN.search(line[:200]) and not is_trail(line):
            found.is_junk(0, "site-header")


def _unlike(rows: Rows, title: int) -> bool:
    """Whether the first line is not the headline once more, with the site's name behind it."""
    words = set(rows.texts[title][:400].casefold().split())
    return len(words.intersection(rows.texts[0][:400].casefold().split())) * 2 <= len(words)
