"""The forms in which dates are written, found around their numbers.

Nothing is assumed about word boundaries ("Báo QuốcBáo Quốc17/12/2025", "17ธ.ค.2568", "20232:23 PM"). Arrays of the
numbers' lengths and distances say where a date can be; only there is text looked at, at most `REACH` characters of it on
each side, so that the work is linear in the length of the text whatever it holds.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from operator import attrgetter

import numpy as np

from checks.claims.dates.eras import era_dates
from checks.claims.dates.named import named_date, named_short
from checks.claims.dates.numeric import compact_date, numeric
from checks.claims.dates.runs import REACH, Runs, digit_runs, numbers
from checks.claims.dates.written import Written
from checks.model import Document
from checks.patterns import lazily

MOST_GLUED = 32  # dates behind another's last digit that are read in a text: each is looked for anew, and a page has one or two
SEPARATORS = frozenset("./-|‐‑–．／－⁄ \u00a0\u200f\u202f")


# "4.5.2024 10.05.00": a time of day with seconds, which could be days of 2000 to 2003, of the last century, or before a zone.
_TIME = lazily(
    r"[ ,]{1,2}(?:klo |kl\.? )?(?:[01]?\d|2[0-3])\.[0-5]\d\.(?:0[0-3]|[45]\d(?!\d)|[0-5]\d(?=\s(?:[A-Z]{3,4}\b|Uhr\b|uhr\b)))(?![\d.]*\d)"
)
_BEFORE_TIME = frozenset(" ,")
_START = attrgetter("start")


def absolute(runs: Runs) -> list[Written]:
    """Every absolute date of a text that writes its year, in order; of two that overlap the one found first."""
    found: list[Written] = []
    end = 0
    for written in _candidates(runs):
        if written.start >= end:
            found.append(written)
            end = written.end
    eras = sorted(era_dates(runs), key=_START)
    if not eras:
        return found
    starts = [era.start for era in eras]
    apart = [one for one in found if eras[bisect_left(starts, one.end) - 1].end <= one.start or one.end <= starts[0]]
    return sorted(apart + eras, key=_START)


def dates_of(document: Document) -> list[Written]:
    """The absolute dates of a document, worked out once for all that ask."""
    known: list[Written] | None = document.__dict__.get("_dates")
    if known is None:
        known = document.__dict__["_dates"] = absolute(numbers(document))
    return known


def _candidates(runs: Runs) -> Iterator[Written]:
    """Dates around the runs that can hold one, tried in order of place."""
    if not runs.starts:
        return
    size, gap = runs.size, runs.gap
    short, reach, near = size <= 2, gap <= REACH, gap <= 3
    long = (size >= 4) & (size <= 10)
    next_short = reach[:-1] & short[1:]
    beside = long.copy()
    beside[:-1] &= next_short
    beside[-1] = False
    beside[1:] |= long[1:] & reach[:-1] & short[:-1]
    triples = _places(near[:-2] & near[1:-1] & short[1:-1])
    years = _places(beside)
    brief = _places(next_short & short[:-1] & ~near[:-1] & (size[1:] == 2))
    eights = _places(size == 8)
    end = glued = 0
    for at in sorted({*triples, *years, *brief, *eights}):
        if runs.starts[at] < end:
            continue
        written = (
            (at in triples and _is_triple(runs, at) and numeric(runs, at))
            or (at in years and _is_year(runs, at) and named_date(runs, at))
            or (at in brief and named_short(runs, at))
            or (at in eights and compact_date(runs, at))
        )
        if written:
            end = max(end, written.end)
            yield written
            if runs.text[end : end + 1] in _BEFORE_TIME and (time := _TIME.match(runs.text, end)):
                end = time.end()
            while glued < MOST_GLUED and runs.text[end : end + 1].isdigit() and (other := _glued(runs.text, end)):
                end, glued = other.end, glued + 1
                yield other


def _glued(text: str, start: int) -> Written | None:
    """The date that begins with the last digits of a row whose first were another's year: "29. Mai 202430. Mai 2024"."""
    piece = text[start : start + REACH + 8].partition("\n")[0]
    codes = np.frombuffer(piece.encode("utf-32-le", "surrogatepass"), np.uint32)
    found = next(_candidates(digit_runs(piece, codes, np.zeros(1, np.int64))), None)
    return found._replace(start=start, end=start + found.end) if found and found.start == 0 else None


def _places(mask: np.ndarray) -> frozenset[int]:
    return frozenset(mask.nonzero()[0].tolist())


def _is_triple(runs: Runs, at: int) -> bool:
    """Whether a run and the two behind it, each near the next, are the numbers of a date by length and separators."""
    after = runs.after(at)
    if after not in SEPARATORS or (at and runs.gaps[at - 1] == 1 and runs.before(at) == after):  # inside a longer row, "1.2.3.2020"
        return False
    first, third = runs.sizes[at], runs.sizes[at + 2]
    if first <= 2 and third <= 2 and runs.gaps[at] == runs.gaps[at + 1] and after == runs.after(at + 1):
        return True
    if (first <= 2 or (first == 4 and runs.before(at) == ":")) and _is_year(runs, at + 2):
        return True
    return first == 4 and (third <= 2 or (third == 4 and runs.after(at + 2) == ":")) and _is_year(runs, at)


def _is_year(runs: Runs, at: int) -> bool:
    """Whether a run can be a year: Gregorian, Thai, or of the Islamic calendars; or a Gregorian one glued to a number."""
    size = runs.sizes[at]
    if not 4 <= size <= 10:
        return False
    value = runs.value(at)
    return 1900 <= value <= 2100 or (size == 4 and (2400 <= value <= 2600 or 1300 <= value <= 1500 or value == 1))
