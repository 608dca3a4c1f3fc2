"""Between paragraphs: the headline of another article with its day below it."""

from __future__ import annotations

import numpy as np

from checks.shape import DIGIT, LETTER, LOWER, STOP, UPPER
from checks.zone.days import dated
from checks.zone.features import Rows
from checks.zone.parts import JUNK, TEXT, Sorted

_DAY_MOST, _DIGITS_LEAST, _LETTERS_MOST = np.float32(40), 6, 12
_HEADLINE_LEAST, _HEADLINE_MOST = np.float32(20), np.float32(160)
_NEAR = 2


def dated_headlines(rows: Rows, found: Sorted) -> None:
    """A line without a full stop above a day that is furniture, both between paragraphs, is another article's: 11 of 13 were."""
    kinds = found.kinds
    text = (kinds == TEXT) & rows.running
    letters = rows.counts[[UPPER, LOWER, LETTER]].sum(0)
    day = (kinds == JUNK) & (rows.weight < _DAY_MOST) & (rows.counts[DIGIT] >= _DIGITS_LEAST) & (letters <= _LETTERS_MOST)
    headline = (kinds != JUNK) & (rows.ending != STOP) & (rows.weight >= _HEADLINE_LEAST) & (rows.weight < _HEADLINE_MOST)
    for row in (day[1:] & headline[:-1]).nonzero()[0].tolist():
        above, below = text[max(0, row - _NEAR) : row], text[row + 2 : row + 2 + _NEAR]
        if above.any() and below.any() and dated(rows.texts[row + 1]):
            found.is_junk(row, "related-links-inline")
            found.is_junk(row + 1, "related-links-inline")
