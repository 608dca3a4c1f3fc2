"""The forms in which dates are written, found around their numbers.

Nothing is assumed about word boundaries ("Báo QuốcBáo Quốc17/12/2025", "17ธ.ค.2568", "20232:23 PM"). Arrays of all
numbers say where three of them can be a date; only there is text looked at, at most `REACH` characters of it on each
side, so that the work is linear in the length of the text whatever it holds.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from checks.claims.dates.eras import era_dates
from checks.claims.dates.named import named_date, named_short
from checks.claims.dates.numeric import compact_date, numeric
from checks.claims.dates.runs import FAR, REACH, Runs
from checks.claims.dates.written import Written

COLON = ord(":")
SEPARATORS = frozenset("./-|‐‑–．／－⁄")
_AFTER = np.zeros(0x10000, bool)
_AFTER[[ord(char) for char in (*SEPARATORS, " ", "\u00a0", "\u200f", "\u202f")]] = True


def absolute(text: str, runs: Runs) -> list[Written]:
    """Every absolute date of a text that writes its year, in order; of two that overlap the one found first."""
    found = list(era_dates(text, runs))
    taken = [(written.start, written.end) for written in found]
    for written in _candidates(text, runs):
        if not any(written.start < end and start < written.end for start, end in taken[-8:]):
            taken.append((written.start, written.end))
            found.append(written)
    found.sort(key=lambda written: written.start)
    return found


def _candidates(text: str, runs: Runs) -> Iterator[Written]:
    """Dates around the runs that can hold one, tried in order of place."""
    n = len(runs.start)
    if not n:
        return
    length, value = _padded(runs.length, 0), _padded(runs.value, 0)
    gaps, after = _padded(runs.gap, FAR), _padded(runs.after, 0)
    short = (length > 0) & (length <= 2)
    four = length == 4
    year = _is_year(length, value)
    near = gaps <= 3
    none, one, two = slice(0, n), slice(1, n + 1), slice(2, n + 2)
    second_short = short[one]
    close = near[none] & near[one] & second_short & _AFTER.take(after[none], mode="clip")
    first_short = short[none]
    clock_end = four[two] & (after[two] == COLON)
    clock_start = four[none] & (runs.before == COLON)
    same_gaps = short[two] & (gaps[none] == gaps[one]) & (after[none] == after[one])
    triple = close & (
        ((first_short | clock_start) & year[two]) | (year[none] & four[none] & (short[two] | clock_end)) | (first_short & same_gaps)
    )
    triple[1:] &= (gaps[: n - 1] != 1) | (runs.before[1:] != after[1:n])  # inside a longer row, "1.2.3.2020"
    small = first_short & second_short & (gaps[none] >= 4) & (gaps[none] <= 20) & (after[one] != COLON)
    named = year[none] & (gaps[none] <= REACH) & second_short
    named[1:] |= year[1:n] & (gaps[: n - 1] <= REACH) & short[: n - 1]
    compact = (length[none] == 8) & (value[none] >= 1990) & (value[none] <= 2100)
    for at in np.flatnonzero(triple | named | small | compact).tolist():
        written = (
            (triple[at] and numeric(text, runs, at))
            or (named[at] and named_date(text, runs, at))
            or (small[at] and named_short(text, runs, at))
            or (compact[at] and compact_date(text, runs, at))
        )
        if written:
            yield written


def _padded(array: np.ndarray, filler: int) -> np.ndarray:
    """An array with three more places, for what stands one, two and three behind."""
    longer = np.full(len(array) + 3, filler, np.int64)
    longer[: len(array)] = array
    return longer


def _is_year(length: np.ndarray, value: np.ndarray) -> np.ndarray:
    """Where a run can be a year: Gregorian, Thai, or of the Islamic calendars; or a Gregorian one glued to a number."""
    gregorian = (value >= 1900) & (value <= 2100)
    other = ((value >= 2400) & (value <= 2600)) | ((value >= 1300) & (value <= 1500))
    years: np.ndarray = ((length == 4) & (gregorian | other | (value == 1))) | ((length >= 5) & (length <= 10) & gregorian)
    return years
