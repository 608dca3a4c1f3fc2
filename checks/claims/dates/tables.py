"""The making of `names.json` from the word files: `python -m checks.claims.dates.tables`."""

from __future__ import annotations

from typing import TypeVar

import msgspec

from checks.claims.dates.names import COMPILED, Month, Names, bare
from checks.lexicon import Words
from checks.lexicon.sources import read_sources

GREGORIAN = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
CALENDARS = {name: Month("gregory", number) for number, name in enumerate(GREGORIAN, 1)} | {
    f"{prefix}-{number}": Month(calendar, number)
    for prefix, calendar in (("islamic", "islamic-umalqura"), ("persian", "persian"))
    for number in range(1, 13)
}
"""Key of the word files -> the month it is."""
T = TypeVar("T")
SPACELESS = "\u3000"
"""From here on scripts are written without spaces."""


def tables() -> Names:
    """The tables as the word files now stand."""
    sources = read_sources()
    hand, cldr = sources["dates"], sources["calendar"]

    def gather(key: str) -> frozenset[str]:
        return frozenset(bare(word) for table in hand.values() for word in table.get(key, ())) - {""}

    def within(key: str) -> tuple[str, ...]:
        return tuple(sorted(f" {word} " if word < SPACELESS else word for word in gather(key)))

    def by_word(*keys: str) -> dict[str, str]:
        return {word: key for key in keys for word in gather(key)}

    months = {name: tuple(sorted(found)) for name, found in _meanings((cldr, hand), CALENDARS).items()}
    fillers = frozenset(word for phrase in gather("joiner") for word in phrase.split())
    years, month_marks, days = (gather(f"{key}-mark") for key in ("year", "month", "day"))
    return Names(
        months=months,
        weekdays={name: frozenset(found) for name, found in _meanings((cldr, hand), {key: n for n, key in enumerate(WEEKDAYS, 1)}).items()},
        labels=by_word("foreign", "updated", "published"),  # the last word on a phrase that stands under two roles
        fillers=fillers,
        year_marks=years,
        month_marks=month_marks,
        day_marks=days,
        am=gather("am"),
        pm=gather("pm"),
        zones=gather("zone"),
        relative=by_word("now", "today", "yesterday", "day-before"),
        ago=_ago(hand),
        joins=fillers | years | days,
        loose=fillers.union(years, month_marks, days) - months.keys(),
        openers=frozenset(phrase.split()[0] for phrases in (months, fillers, years, month_marks, days) for phrase in phrases),
        past=within("past"),
        future=within("future"),
    )


def _meanings(subjects: tuple[Words, ...], keys: dict[str, T]) -> dict[str, set[T]]:
    """Bare name -> what the keys it stands under mean."""
    found: dict[str, set[T]] = {}
    for subject in subjects:
        for table in subject.values():
            for key, meaning in keys.items():
                for name in table.get(key, ()):
                    found.setdefault(bare(name), set()).add(meaning)
    found.pop("", None)
    return found


def _ago(hand: Words) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for table in hand.values():
        for unit in table.get("unit", ()):
            found.setdefault(bare(unit), set()).update(bare(word) for word in table.get("ago", ()))
    return {unit: frozenset(ago) for unit, ago in found.items()}


def compile_tables() -> bytes:
    """The text of `names.json`."""
    return msgspec.json.format(msgspec.json.encode(tables(), order="sorted"), indent=0) + b"\n"


if __name__ == "__main__":
    COMPILED.write_bytes(compile_tables())
