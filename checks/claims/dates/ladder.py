"""The ladder by which a date with two readings comes to one, or stays undecided."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

import msgspec

from checks.claims.dates.events import Event
from checks.claims.dates.names import bare, names
from checks.claims.dates.times import time_beside
from checks.claims.dates.written import Written
from checks.model import Span

# Territories that write the month first in numbers (CLDR 47), where anybody lives.
MONTH_FIRST = frozenset("US PH PR GU AS MP VI UM MH".split())  # noqa: SIM905
# Zones whose every territory writes the day first.
DAY_FIRST_ZONES = frozenset(
    [
        "cet",
        "cest",
        "mez",
        "mesz",
        "bst",
        "ist",
        "msk",
        "мск",
        "wib",
        "wita",
        "wit",
        "sast",
        "eet",
        "eest",
        "aest",
        "aedt",
        "acst",
        "acdt",
        "awst",
        "nzst",
        "nzdt",
        "brt",
        "art",
        "clt",
        "sgt",
        "myt",
    ]
)
NEAR = 14
"""A report comes out within days of what it reports: 14 covers the weekly press. Seed 000 needs 2."""


class Step(msgspec.Struct, frozen=True):
    """What decided: the day, the rung by its name in the report's schema, why in plain words, and where it stands."""

    day: date
    by: str
    why: str
    spans: tuple[Span, ...] = ()


class Ground(msgspec.Struct, frozen=True):
    """What is known around an undecided date."""

    others: tuple[Written, ...] = ()
    """The other dates of the page."""
    urls: tuple[Written, ...] = ()
    """Dates in the paths of URLs that are the page's own."""
    events: Callable[[], Sequence[Event]] = tuple
    """What the text reports on; looked for when it is asked for."""
    order: str = ""
    """dmy or mdy, where the outlet is known to write so."""
    not_after: date | None = None
    """The day on which the page was fetched."""
    supplied: date | None = None
    """The day of publication that the sidecar gives."""


def settle(text: str, written: Written, line: tuple[int, int], ground: Ground) -> Step | None:
    """The first rung that leaves one reading of a date; None when none does.

    A date with one reading is settled: by its range where it is three numbers, else by being unmistakable.
    """
    if len(written.readings) == 1:
        return Step(written.readings[0], "range" if written.form[:3] in _PLAIN else "", _PLAIN.get(written.form[:3], ""))
    for rung in (_weekday, _same_page, _url, _label, _separator, _events, _future, _zone, _territory, _sidecar):
        if step := rung(text, written, line, ground):
            return step
    return None


_PLAIN = {
    "224": "only one order of day and month is a day of the calendar",
    "222": "only one order of the numbers is a day of the calendar",
}
_PLAIN["112"] = _PLAIN["222"]


def weekday_beside(text: str, written: Written | Span, line: tuple[int, int], *, whole: bool = False) -> tuple[frozenset[int], Span] | None:
    """The weekday printed right before or right behind a date, as ISO numbers (an abbreviation may mean more), and its place.

    With `whole` only names of five letters and more count, or of Han, kana and Hangul with their word for day.
    """
    low, high = max(line[0], written.start - 24), min(line[1], written.end + 14)
    before, behind = bare(text[low : written.start]).split(), bare(text[written.end : high]).split()
    while before and before[-1] in names().fillers:
        before.pop()
    for words, span in ((before, Span(low, written.start)), (behind, Span(written.end, high))):
        for count in (2, 1):
            said = " ".join(words[-count:] if words is before else words[:count])
            if len(words) >= count and (days := _weekdays(said, whole=whole)):
                return days, span
    return None


def _weekdays(said: str, *, whole: bool) -> frozenset[int]:
    table = names()
    eastern = said >= "\u3040"
    if said in table.fillers or said in table.ago or said in table.labels or said in table.months:
        return frozenset()
    if whole and (len(said) < 3 if eastern else len(said) < 5):
        return frozenset()
    return table.weekdays.get(said, frozenset())


def _weekday(text: str, written: Written, line: tuple[int, int], _: Ground) -> Step | None:
    found = weekday_beside(text, written, line)
    if not found:
        return None
    fitting = [day for day in written.readings if day.isoweekday() in found[0]]
    if len(fitting) != 1:
        return None
    return Step(fitting[0], "weekday", f"the weekday printed beside it fits {fitting[0]} alone", (found[1],))


def _same_page(text: str, written: Written, _: tuple[int, int], ground: Ground) -> Step | None:
    """Another date of the page in the same form has a number above 12; or the same day is there by name."""
    told = {w.orders[0]: w for w in reversed(ground.others) if w.form == written.form and len(w.readings) == 1 and _unequal(w)}
    if len(told) == 1:
        order, other = next(iter(told.items()))
        day = _by_order(written, order)
        if day:
            why = f"the page writes {text[other.start : other.end]} in the same form"
            return Step(day, "range", why, (Span(other.start, other.end),))
    named = [w for w in ground.others if len(w.readings) == 1 and w.form[:4] == "name" and w.readings[0] in written.readings]
    if len({w.readings[0] for w in named}) == 1:
        why = f"the page has the same day as {text[named[0].start : named[0].end]}"
        return Step(named[0].readings[0], "range", why, (Span(named[0].start, named[0].end),))
    return None


def _unequal(w: Written) -> bool:
    day = w.readings[0]
    return day.day != day.month


def _by_order(written: Written, order: str) -> date | None:
    return dict(zip(written.orders, written.readings, strict=True)).get(order)


def _url(_t: str, written: Written, _: tuple[int, int], ground: Ground) -> Step | None:
    for path in ground.urls:
        if path.readings[0] in written.readings:
            spans = (Span(path.start, path.end),) if path.start >= 0 else ()
            return Step(path.readings[0], "url-path", f"the page's URL has {path.readings[0]} in its path", spans)
    return None


def _label(text: str, written: Written, line: tuple[int, int], _: Ground) -> Step | None:
    """Two digits in front are the year where the label beside them is Chinese, Japanese or Korean: so writes the outlet."""
    day = _by_order(written, "ymd")
    left = text[max(line[0], written.start - 12) : written.start]
    if day is None or not any("\u3040" <= char <= "\u9fff" or "\uac00" <= char <= "\ud7a3" for char in left):
        return None
    return Step(
        day, "label", "its label is of a language that writes the year first", (Span(max(line[0], written.start - 12), written.start),)
    )


def _separator(_t: str, written: Written, _l: tuple[int, int], _g: Ground) -> Step | None:
    """CLDR 47: of 1,082 locales none writes the month first with a full stop or a hyphen."""
    if written.form[-1:] not in (".", "-", "|") or not (day := _by_order(written, "dmy")) or "ymd" in written.orders:
        return None
    return Step(day, "separator", "no country writes the month first with this separator")


def _events(_t: str, written: Written, _l: tuple[int, int], ground: Ground) -> Step | None:
    fitting: dict[date, tuple[int, Span]] = {}
    for span, year, month, day in ground.events():
        for reading in written.readings:
            after = _days_after(reading, year, month, day)
            if after is not None and after <= NEAR and (reading not in fitting or after < fitting[reading][0]):
                fitting[reading] = (after, span)
    if len(fitting) != 1:
        return None
    reading, (after, span) = next(iter(fitting.items()))
    said = "the same day" if not after else f"{after} day{'s' * (after > 1)} earlier"
    return Step(
        reading,
        "body-event",
        f"the text reports something of {said} than {reading}" if after else f"the text reports something of {reading}",
        (span,),
    )


def _days_after(reading: date, year: int, month: int, day: int) -> int | None:
    """How many days a reading comes after an event; an event without a year is the last one before."""
    for guess in (year,) if year else (reading.year, reading.year - 1):
        try:
            after = (reading - date(guess, month, day)).days
        except ValueError:
            continue
        if after >= 0:
            return after
    return None


def _future(_t: str, written: Written, _l: tuple[int, int], ground: Ground) -> Step | None:
    if ground.not_after is None:
        return None
    past = [day for day in written.readings if day <= ground.not_after]
    if len(past) != 1:
        return None
    return Step(past[0], "not-in-future", f"the page was fetched on {ground.not_after}")


def _zone(text: str, written: Written, line: tuple[int, int], _: Ground) -> Step | None:
    """The time zone printed beside a date, where all who live in it write the day first."""
    day = _by_order(written, "dmy")
    time = time_beside(text, written.start, written.end, line) if day else None
    if not day or not time or not time.zone or bare(time.zone) not in DAY_FIRST_ZONES:
        return None
    return Step(day, "publisher-territory", f"where {time.zone} is the time, the day is written first", (Span(time.start, time.end),))


def _sidecar(_t: str, written: Written, _l: tuple[int, int], ground: Ground) -> Step | None:
    if ground.supplied not in written.readings or ground.supplied is None:
        return None
    return Step(ground.supplied, "sidecar", "the sidecar file gives this day")


def _territory(_t: str, written: Written, _l: tuple[int, int], ground: Ground) -> Step | None:
    day = _by_order(written, ground.order) if ground.order else None
    return Step(day, "publisher-territory", f"the outlet writes {_ORDERS[ground.order]}") if day else None


_ORDERS = {"dmy": "the day first", "mdy": "the month first", "ymd": "the year first"}
