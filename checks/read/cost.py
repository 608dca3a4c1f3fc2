"""What a character costs beside its neighbours: nothing where prose has it, much where no prose has."""

from __future__ import annotations

from enum import IntEnum

import numpy as np


class Place(IntEnum):
    """What a character does in prose."""

    SPACE = 0
    LOWER = 1
    UPPER = 2
    LETTER = 3
    """A letter of a script without case."""
    DIGIT = 4
    PLAIN = 5
    """ASCII punctuation."""
    QUOTE = 6
    APOSTROPHE = 7
    DASH = 8
    COMMON = 9
    """A sign that newspapers print, such as the degree sign."""
    ODD = 10
    """A sign that they do not: box drawing, accents that stand alone."""
    BAD = 11
    """Undefined, private or a control character."""
    MARK = 12
    FORMAT = 13


# What a character costs in itself. Letters are free here: the alphabets weigh them.
_OWN = np.zeros(16)
_OWN[[Place.QUOTE, Place.APOSTROPHE, Place.DASH]] = 0.15
_OWN[Place.SPACE] = 0.2
_OWN[[Place.COMMON, Place.DIGIT]] = 0.5
_OWN[Place.FORMAT] = 1.5
_OWN[Place.ODD] = 2.5
_OWN[Place.BAD] = 8.0


def place_costs(places: np.ndarray, scripts: np.ndarray, before: np.ndarray, byte: np.ndarray, after: np.ndarray) -> np.ndarray:
    """The cost of each byte beyond ASCII beside its neighbours in each charset, float64, shape (charsets, bytes).

    `places` and `scripts`, of shape (charsets, 256), say what each byte does in prose and what script it is of.
    """
    left, here, right = places[:, before], places[:, byte], places[:, after]
    left_letter, here_letter, right_letter = _letters(left), _letters(here), _letters(right)
    script = scripts[:, byte]
    costs = _OWN[here].copy()
    mixed = (left_letter & (scripts[:, before] != script)).astype(float) + (right_letter & (scripts[:, after] != script))
    costs += 3.0 * mixed * (here_letter | (here == Place.MARK) & (script != 0))
    costs += 3.0 * ((here == Place.UPPER) & (left == Place.LOWER))
    costs += 1.0 * ((here == Place.UPPER) & (left == Place.UPPER) & (right == Place.LOWER))
    costs += 2.0 * ((here == Place.LOWER) & (right == Place.UPPER))
    costs += 1.0 * ((here == Place.LOWER) & (left == Place.UPPER) & (right == Place.UPPER))
    crowd = here_letter & left_letter & right_letter & (before >= 0x80) & (after >= 0x80) & (script == 1)
    costs += 3.0 * crowd
    between = left_letter & right_letter
    sign = (here == Place.COMMON) | (here == Place.ODD)
    costs += 5.0 * (between & (sign | (here == Place.QUOTE)))
    costs += 0.7 * (between & (here == Place.DASH))
    costs += 2.0 * ((left_letter | right_letter) & (here == Place.DIGIT))
    costs += 1.0 * ((left_letter ^ right_letter) & (here == Place.ODD))
    blank_left, blank_right = left == Place.SPACE, right == Place.SPACE
    costs += 1.0 * ((blank_left ^ blank_right) & (left_letter | right_letter) & (here == Place.DASH))
    costs += 1.5 * (blank_left & (here == Place.APOSTROPHE) & blank_right)
    costs += 1.0 * (here_letter & ((left == Place.DIGIT) | (right == Place.DIGIT)))
    costs += 3.0 * ((here == Place.MARK) & ~left_letter & (left != Place.MARK))
    found: np.ndarray = costs
    return found


def _letters(places: np.ndarray) -> np.ndarray:
    found: np.ndarray = (places >= Place.LOWER) & (places <= Place.LETTER)
    return found
