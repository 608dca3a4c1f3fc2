"""`read`: every date of a text, as claims."""

from __future__ import annotations

from datetime import date

import numpy as np

from checks.claims.dates.forms import absolute
from checks.claims.dates.ladder import Ground, settle
from checks.claims.dates.made import claim_of
from checks.claims.dates.relative import Relative, relative
from checks.claims.dates.runs import digit_runs
from checks.claims.dates.written import Written
from checks.model import Confidence, DateClaim, Span, Status


def read(text: str, *, order: str = "", now: date | None = None) -> list[DateClaim]:
    """Every date written in a text, in order of place, each with the characters that prove it.

    `order` says how the writer puts three numbers ("dmy" or "mdy"), where that is known: it decides what the text
    leaves open, and nothing else. `now` is the day from which "yesterday" counts. Without them such dates have no
    value: the first are `ambiguous`, with both readings, the others `missing`, with the order `relative`. Dates
    without a year are not read. The language is never asked for: the names of all languages are known at once.

    Time grows with the length of the text whatever it holds.

    >>> [claim.value for claim in read("Publié le 17 décembre 2025 à 14h20, modifié le 18/12/2025")]
    ['2025-12-17T14:20', '2025-12-18']
    >>> read("11/07/2021")[0].readings
    ('2021-11-07', '2021-07-11')
    """
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    starts = np.concatenate(([0], np.flatnonzero((codes == 10) | (codes == 13)) + 1))
    runs = digit_runs(text, codes, starts)
    dates = absolute(runs)
    ends = np.append(starts[1:] - 1, len(codes))
    found: list[tuple[int, DateClaim]] = []
    ground = Ground(others=tuple(_telling(dates)), order=order, not_after=now)
    lines = (starts.searchsorted([w.start for w in dates], "right") - 1).tolist()
    for written, n in zip(dates, lines, strict=True):
        line = (int(starts[n]), int(ends[n]))
        step = settle(text, written, line, ground) if written.readings else None
        found.append((written.start, claim_of(text, written, line, step)))
    taken = [(w.start, w.end) for w in dates]
    found.extend((r.start, relative_claim(text, r, now)) for r in _free(relative(runs), taken))
    found.sort(key=lambda pair: pair[0])
    return [claim for _, claim in found]


def _telling(dates: list[Written]) -> list[Written]:
    """One date for each form and order, and those with a month by name: what the ladder asks the page for."""
    first: dict[object, Written] = {}
    for written in dates:
        if len(written.readings) == 1:
            key: object = written.readings[0] if written.form.startswith("name") else (written.form, written.orders[0])
            if written.readings[0].day != written.readings[0].month or written.form.startswith("name"):
                first.setdefault(key, written)
    return list(first.values())


def _free(found: list[Relative], taken: list[tuple[int, int]]) -> list[Relative]:
    """Those that lie in no absolute date."""
    free = []
    at = 0
    for one in found:
        while at < len(taken) and taken[at][1] <= one.start:
            at += 1
        if at == len(taken) or one.end <= taken[at][0]:
            free.append(one)
    return free


def relative_claim(text: str, found: Relative, now: date | None) -> DateClaim:
    """The claim that a relative date makes: its value is missing unless the day is known from which it counts."""
    day = found.on(now) if now else None
    span = Span(found.start, found.end)
    if day is None:
        why = ("it is told from the day of reading, which a text does not hold",)
        return DateClaim(status=Status.MISSING, text=text[found.start : found.end], order="relative", evidence=(span,), why=why)
    return DateClaim(
        status=Status.INFERRED, value=day.isoformat(), confidence=Confidence.MEDIUM, text=text[found.start : found.end],
        order="relative", readings=(day.isoformat(),), resolved_by=("sidecar",), evidence=(span,),
        why=(f"it is told from {now}, when the page was fetched",),
    )  # fmt: skip
