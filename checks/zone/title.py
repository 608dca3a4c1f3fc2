"""Title: which row is the headline, and what of the site stands above it."""

from __future__ import annotations

import re

import numpy as np

from checks.shape import SEPARATOR, STOP
from checks.zone.features import Rows, groups
from checks.zone.parts import HEAD, JUNK, TEXT, TITLE, Sorted, is_trail

_LEAST, _MOST = 12.0, 320.0
"""Headlines of the labelled pages lie between these weights, save one in two hundred."""
_DATED_MOST = 45.0
"""A line with a date that is no heavier than this is a date line, seldom a headline."""
_GUESSED = 0.3
"""What the guess of `checks.zone.guess` counts beside the probabilities, which lean on it already."""
_HOPELESS = -0.4
"""A first or second line that scores no lower is the headline of a file that begins with its article."""
_NAME_AND_SLOGAN = re.compile(r"^\S[^-|–—]{1,40} [-|–—] \S")
_SITE = 2.5
"""What a name and a slogan on the first line count against it: from 0.9 to 3 the same 576 of 628 headlines are right."""
_HEADED = 5
"""Words before a bar that make a headline."""
_BETWEEN = (" - ", " | ", " – ", " — ", " :: ")
_ABOVE_MOST = 90.0


def headline(rows: Rows, chance: np.ndarray, first: int) -> int:
    """The headline: the likeliest row up to the first paragraphs; -1 when none looks like one."""
    reach = min(len(rows.lines), first + 2)
    if not reach:
        return -1
    weight, part = rows.weight[:reach], chance[:reach]
    score = 2 * part[:, TITLE] + 0.4 * part[:, HEAD] + 0.1 * part[:, TEXT] - 0.1 * part[:, JUNK]
    score -= _against(rows, weight, first)
    if 0 <= rows.title < reach:
        score[rows.title] += _GUESSED
    for trail in (rows.counts[SEPARATOR, :reach] > 1).nonzero()[0].tolist():
        score[trail] -= is_trail(rows.texts[trail])
    if reach > 1 and rows.number[0] != rows.number[1] and _is_name_and_slogan(rows.texts[0][:200]):
        score[0] -= _SITE
    best = int(score.argmax())
    if score[best] > 0:
        return best
    return next((place for place in range(min(2, reach)) if score[place] > _HOPELESS), -1)


def _is_name_and_slogan(line: str) -> bool:
    """Whether a line begins with a name and a dash, unless words and a bar behind them tell a headline with a dash in it."""
    return _NAME_AND_SLOGAN.search(line) is not None and len(line.partition(" | ")[0].split()) < (_HEADED if " | " in line else 1000)


def _against(rows: Rows, weight: np.ndarray, first: int) -> np.ndarray:
    """What speaks against rows: a full stop, a known phrase, a date, a length that headlines do not have."""
    reach = len(weight)
    dotted = rows.document.codes.take(rows.after[:reach] - 1) == ord(".")
    known = rows.whole[:reach] > 0
    known[first + 1 :] = True
    dated = (rows.matrix[:reach, groups()["dates"].start] > 0) & (weight < _DATED_MOST)
    long = (rows.prose[:reach] > 0) & ((rows.counts[STOP, :reach] > 1) | (weight > _MOST * 0.6))
    against: np.ndarray = 0.3 * np.add(dotted, known, dtype=np.int8) + 0.3 * dated + 0.15 * long + ((weight < _LEAST) | (weight > _MOST))
    return against


def of_the_site(rows: Rows, found: Sorted) -> None:
    """Above the headline stands the site: its name and slogan, or the headline once more."""
    end = max(found.title, 0)
    kinds = found.kinds[:end]
    loose = ((kinds == TEXT) | (kinds == HEAD)) & (rows.prose[:end] == 0) & (rows.weight[:end] < _ABOVE_MOST)
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
