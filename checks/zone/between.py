"""Other articles by their day: headlines between paragraphs with a day below them, and cards that say how long ago."""

from __future__ import annotations

from functools import cache

import numpy as np

from checks.lexicon import every
from checks.patterns import lazily
from checks.shape import DIGIT, LETTER, LOWER, STOP, UPPER
from checks.zone.days import dated
from checks.zone.features import Rows
from checks.zone.parts import JUNK, TEXT, Sorted

_DAY_MOST, _DIGITS_LEAST, _LETTERS_MOST = np.float32(40), 6, 12
_HEADLINE_LEAST, _HEADLINE_MOST = np.float32(20), np.float32(160)
_NEAR = 2
_AGO = lazily(r"\d{1,2}\s?([^\W\d_]{1,12})")
_STAMP_MOST, _PARAGRAPH = np.float32(60), np.float32(250)
_CARDS, _APART = 4, 4
_UNSPACED = "\u3000"


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


def cards(rows: Rows, kinds: np.ndarray) -> None:
    """Four headlines or more, each with how long ago it was ("5 h ago") within four lines, and no paragraph among them, are a list."""
    stamps = (rows.has[DIGIT] & (rows.weight < _STAMP_MOST)).nonzero()[0].tolist()
    chain: list[int] = []
    for row in [row for row in stamps if _says_how_long_ago(rows.texts[row])]:
        if chain and (row - chain[-1] > _APART or (rows.weight[chain[-1] : row] >= _PARAGRAPH).any()):
            _are_furniture(kinds, chain)
            chain = []
        chain.append(row)
    _are_furniture(kinds, chain)


def _are_furniture(kinds: np.ndarray, chain: list[int]) -> None:
    if len(chain) >= _CARDS:
        kinds[chain[0] : chain[-1] + 1] = JUNK


def _says_how_long_ago(text: str) -> bool:
    low = text.casefold()
    unit = _AGO.search(low)
    if unit is None:
        return False
    spaced, unspaced = _words("ago")
    if unit[1] in _words("unit")[0]:
        return any(f" {word} " in f" {low.strip()} " for word in spaced)
    return unit[1].startswith(tuple(_words("unit")[1])) and any(word in low for word in unspaced)


@cache
def _words(key: str) -> tuple[frozenset[str], frozenset[str]]:
    """The words of dates of a key, those with spaces around them and those of scripts without."""
    found = every("dates", key)
    unspaced = frozenset(word for word in found if word[0] > _UNSPACED)
    return found - unspaced, unspaced
