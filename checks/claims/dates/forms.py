"""The forms in which dates are written, found around their numbers.

Nothing is assumed about word boundaries ("Báo QuốcBáo Quốc17/12/2025", "17ธ.ค.2568", "20232:23 PM"). Arrays of the
numbers' lengths and distances say where a date can be; only there is text looked at, at most `REACH` characters of it on
each side, so that the work is linear in the length of the text whatever it holds.
"""

from __future__ import annotations

from collections.abc import Iterator

from checks.claims.dates.eras import era_dates
from checks.claims.dates.named import named_date, named_short
from checks.claims.dates.numeric import compact_date, numeric
from checks.claims.dates.runs import REACH, Runs
from checks.claims.dates.written import Written

SEPARATORS = frozenset("./-|‐‑–．／－⁄ \u00a0\u200f\u202f")  # noqa: RUF001


def absolute(runs: Runs) -> list[Written]:
    """Every absolute date of a text that writes its year, in order; of two that overlap the one found first."""
    found = list(era_dates(runs))
    taken = [(written.start, written.end) for written in found]
    for written in _candidates(runs):
        if not any(written.start < end and start < written.end for start, end in taken[-8:]):
            taken.append((written.start, written.end))
            found.append(written)
    found.sort(key=lambda written: written.start)
    return found


def _candidates(runs: Runs) -> Iterator[Written]:
    """Dates around the runs that can hold one, tried in order of place."""
    if len(runs) < 1:
        return
    length, gap = runs.length, runs.gap
    short, reach = length <= 2, gap[:-1] <= REACH
    next_short = reach & short[1:]
    long = (length >= 4) & (length <= 10)
    can = long & (length == 8)
    can[:-1] |= next_short & long[:-1]  # a year, then month and day
    can[1:] |= reach & short[:-1] & long[1:]  # a day before the year
    can[:-1] |= next_short & short[:-1] & (gap[:-1] >= 4) & (length[1:] == 2)  # a day, a month's name, two digits of the year
    near = gap <= 3
    can[:-2] |= near[:-2] & near[1:-1] & short[1:-1]  # three numbers
    for at in can.nonzero()[0].tolist():
        year = _is_year(runs, at)
        written = (
            (_is_triple(runs, at, year=year) and numeric(runs, at))
            or (year and named_date(runs, at))
            or named_short(runs, at)
            or compact_date(runs, at)
        )
        if written:
            yield written


def _is_triple(runs: Runs, at: int, *, year: bool) -> bool:
    """Whether a run and the next two stand as the numbers of a date do."""
    if at + 2 >= len(runs) or runs.size(at + 1) > 2 or runs.to_next(at) > 3 or runs.to_next(at + 1) > 3:
        return False
    after, before = runs.after(at), runs.before(at)
    if after not in SEPARATORS or (at and runs.to_next(at - 1) == 1 and before == after):  # inside a longer row, "1.2.3.2020"
        return False
    first, third = runs.size(at), runs.size(at + 2)
    if (first <= 2 or (first == 4 and before == ":")) and _is_year(runs, at + 2):
        return True
    if year and first == 4 and (third <= 2 or (third == 4 and runs.after(at + 2) == ":")):
        return True
    return first <= 2 and third <= 2 and runs.to_next(at) == runs.to_next(at + 1) and after == runs.after(at + 1)


def _is_year(runs: Runs, at: int) -> bool:
    """Whether a run can be a year: Gregorian, Thai, or of the Islamic calendars; or a Gregorian one glued to a number."""
    size = runs.size(at)
    if not 4 <= size <= 10:
        return False
    value = runs.value(at)
    return 1900 <= value <= 2100 or (size == 4 and (2400 <= value <= 2600 or 1300 <= value <= 1500 or value == 1))
