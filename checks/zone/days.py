"""Days: what a line says of a day or a time of day, and the clock of a page."""

from __future__ import annotations

from functools import cache

import numpy as np

from checks.lexicon import every
from checks.patterns import lazily
from checks.shape import DIGIT
from checks.zone.features import Rows
from checks.zone.parts import META, Sorted

_DATE = lazily(
    r"\d(?:\s?[./年-]\s?\d{1,2}\s?[./月-]\s?\d\d|:\d\d\b|\.? [^\W\d]{3,12}\.?,? \d{4}|(?<=\d{4})\. [^\W\d]{3,12} \d{1,2}\b"
    r"|(?<=[^\W\d]{3} \d)\d?,? \d{4}|(?<=[^\W\d]{3}\. \d)\d?,? \d{4})"
)
"""Whether a line holds a date or a time of day, not where; all forms begin with a digit, which the search runs ahead to."""
_CLOCK = lazily(r"\d:\d\d|[|°]")
_WORDS = lazily(r"[^\W\d_]{2,}")
_LONGEST = 130
_DATED_WITHIN, _SHORT_DAY = 6, 3
_DAY_LEAST = np.float32(4)
_WITHOUT_SPACES = 0x0E00


def dated(text: str) -> bool:
    """Whether a line holds a day or a time of day."""
    return _DATE.search(text) is not None


@cache
def _weekdays() -> frozenset[str]:
    """The names of the days of the week, those of more than three letters."""
    days = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
    return frozenset(name for day in days for name in every("calendar", day) if len(name) > _SHORT_DAY or not name.isascii())


def opens_with_day(text: str) -> bool:
    """Whether a line begins with a day of the week and goes on with a date or a time."""
    words = text[:_LONGEST].casefold().split(maxsplit=1)
    return len(words) > 1 and words[0].strip(",،.") in _weekdays() and any(letter.isdigit() for letter in words[1][:4])


def clock(rows: Rows, found: Sorted) -> None:
    """A weekday, a date and a time or more above the headline are the clock of the page, where the article has its own date below."""
    title = found.title
    own = slice(title + 1, title + 1 + _DATED_WITHIN)
    if title < 1 or not _any_dated(rows, ((found.kinds[own] == META) & (rows.counts[DIGIT, own] >= _DAY_LEAST)).nonzero()[0] + title + 1):
        return
    above = (rows.counts[DIGIT, :title] >= _DAY_LEAST) & (rows.weight[:title] <= _LONGEST)
    for row in above.nonzero()[0].tolist():
        line = rows.texts[row][:_LONGEST].casefold()
        if (
            _CLOCK.search(line)
            and dated(line)
            and (any(day in line for day in _dense_weekdays()) or not _weekdays().isdisjoint(_WORDS.findall(line)))
        ):
            found.is_junk(row, "ui-control")


def _any_dated(rows: Rows, places: np.ndarray) -> bool:
    return any(dated(rows.texts[row][:_LONGEST]) for row in places.tolist())


@cache
def _dense_weekdays() -> tuple[str, ...]:
    return tuple(sorted(day for day in _weekdays() if not day.isascii() and (" " in day or ord(day[0]) > _WITHOUT_SPACES)))
