"""The words that dates are written with, as look-up tables over the lexicon.

Keys are words as `bare` gives them: compatibility-folded, case-folded, letters and marks alone, single spaces between.
"""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from typing import NamedTuple

import msgspec

from checks.lexicon import words

GREGORIAN = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
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


def _months(subjects: tuple[dict[str, dict[str, tuple[str, ...]]], ...]) -> dict[str, tuple[Month, ...]]:
    keys = {name: Month("gregory", number) for number, name in enumerate(GREGORIAN, 1)}
    keys |= {f"islamic-{number}": Month("islamic-umalqura", number) for number in range(1, 13)}
    keys |= {f"persian-{number}": Month("persian", number) for number in range(1, 13)}
    found: dict[str, set[Month]] = {}
    for subject in subjects:
        for table in subject.values():
            for key, month in keys.items():
                for name in table.get(key, ()):
                    found.setdefault(bare(name), set()).add(month)
    return {name: tuple(sorted(months)) for name, months in found.items() if name}


def _gather(key: str) -> frozenset[str]:
    return frozenset(bare(word) for table in words("dates").values() for word in table.get(key, ())) - {""}


def _ago() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for table in words("dates").values():
        for unit in table.get("unit", ()):
            found.setdefault(bare(unit), set()).update(bare(word) for word in table.get("ago", ()))
    return {unit: frozenset(ago) for unit, ago in found.items()}


@cache
def labels() -> dict[str, str]:
    """Label for a day -> its role, without the tables of months and weekdays, which take ten times as long to read."""
    found: dict[str, str] = {}
    for role in ("foreign", "updated", "published"):  # the last word on a phrase that stands under two roles
        found |= dict.fromkeys(_gather(role), role)
    return found


@cache
def names() -> Names:
    """The tables, read once."""
    hand, cldr = words("dates"), words("calendar")
    weekdays: dict[str, set[int]] = {}
    for table in (*cldr.values(), *hand.values()):
        for number, key in enumerate(WEEKDAYS, 1):
            for name in table.get(key, ()):
                weekdays.setdefault(bare(name), set()).add(number)
    relative: dict[str, str] = {}
    for key in ("now", "today", "yesterday", "day-before"):
        relative |= dict.fromkeys(_gather(key), key)
    months = _months((cldr, hand))
    fillers = frozenset(word for phrase in _gather("joiner") for word in phrase.split())
    marks = {key: _gather(f"{key}-mark") for key in ("year", "month", "day")}
    return Names(
        months=months,
        weekdays={name: frozenset(days) for name, days in weekdays.items() if name},
        labels=labels(),
        fillers=fillers,
        year_marks=marks["year"],
        month_marks=marks["month"],
        day_marks=marks["day"],
        am=_gather("am"),
        pm=_gather("pm"),
        zones=_gather("zone"),
        relative=relative,
        ago=_ago(),
        joins=fillers | marks["year"] | marks["day"],
        loose=fillers.union(*marks.values()) - months.keys(),
        openers=frozenset(phrase.split()[0] for phrases in (months, fillers, *marks.values()) for phrase in phrases),
    )


@cache
def tenses() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What a bare sentence holds when it tells of the past, and of what is to come; spaced where the script is."""

    def gather(key: str) -> tuple[str, ...]:
        return tuple(sorted(f" {word} " if word < "\u3000" else word for word in _gather(key)))

    return gather("past"), gather("future")
