"""The words that dates are written with, as look-up tables.

Keys are words as `bare` gives them: compatibility-folded, case-folded, letters and marks alone, single spaces between.
The tables are made of the lexicon by `python -m checks.claims.dates.tables` and read from `names.json`, a twentieth of the work.
"""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

import msgspec

COMPILED = Path(__file__).with_name("names.json")
_INVISIBLE = frozenset("\u200b\u200c\u200d\u200e\u200f\u061c\u2060\ufeff\u00ad\u0640")

ASCII_LETTERS = {code: " " for code in range(128) if not chr(code).isalpha()}


class Month(NamedTuple):
    """A month that a name can mean."""

    calendar: str
    number: int


class Names(msgspec.Struct, frozen=True):
    """All tables, keyed by bare words."""

    months: dict[str, tuple[Month, ...]]
    weekdays: dict[str, frozenset[int]]
    """1 is Monday, as in ISO 8601."""
    labels: dict[str, str]
    """Phrase -> published, updated or foreign (what is dated is something else)."""
    fillers: frozenset[str]
    year_marks: frozenset[str]
    month_marks: frozenset[str]
    day_marks: frozenset[str]
    am: frozenset[str]
    pm: frozenset[str]
    zones: frozenset[str]
    relative: dict[str, str]
    """Phrase -> now, today, yesterday or day-before."""
    ago: dict[str, frozenset[str]]
    """Unit of time -> the words for ago in the languages that have the unit."""
    openers: frozenset[str]
    """The first words of all that may stand between the numbers of a date."""
    joins: frozenset[str]
    """The words that may stand between a day and its year where the month stands before the day."""
    loose: frozenset[str]
    """The words that may stand beside the name of a month, and are none."""
    past: tuple[str, ...]
    """What a bare sentence holds when it tells of the past; spaced where the script is."""
    future: tuple[str, ...]
    """The same for what is to come."""


@lru_cache(4096)
def bare(text: str) -> str:
    """The words of a short text: folded, all but letters and their marks taken for space.

    >>> bare(" de Décembre, ")
    'de décembre'
    """
    if text.isascii():
        return " ".join(text.lower().translate(ASCII_LETTERS).split())
    return " ".join(unicodedata.normalize("NFKC", text).casefold().translate(_LETTERS_AND_MARKS).split())


class _Kept(dict[int, str | None]):
    """A translation table that fills itself: letters and marks stay, the rest becomes space."""

    def __missing__(self, code: int) -> str | None:
        char = chr(code)
        letter = char.isalpha() or unicodedata.category(char)[0] == "M"
        self[code] = None if char in _INVISIBLE else char if letter else " "
        return self[code]


_LETTERS_AND_MARKS = _Kept()


@cache
def names() -> Names:
    """The tables, read once."""
    return msgspec.json.decode(COMPILED.read_bytes(), type=Names)
