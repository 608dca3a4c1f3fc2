"""The dates of an article: when it was published and changed, and what days it tells of."""

from __future__ import annotations

from datetime import date

import msgspec

from checks.claims.dates.events import events
from checks.claims.dates.features import Candidate, candidates
from checks.claims.dates.forms import absolute
from checks.claims.dates.ladder import Ground, settle
from checks.claims.dates.layout import Layout, layout
from checks.claims.dates.made import claim_of
from checks.claims.dates.rank import Ranked, rank
from checks.claims.dates.reading import relative_claim
from checks.claims.dates.relative import relative
from checks.claims.dates.runs import Runs, digit_runs
from checks.claims.dates.written import Written
from checks.model import NO_DATE, Confidence, DateClaim, Document, Sidecar, Span, Status, Zones

# Share of probability from which a date is taken for the page's own. Cross-validated by domain on the visible pages of
# dates.jsonl: 0.5 gives precision .961 at recall .924, 0.6 gives .974 at .896.
ANSWER = 0.5
SURE, FAIRLY_SURE = 0.9, 0.7
FIRST_YEAR = 1980
_FRONT, _BACK = 80, 40  # dates looked at from either end of a page


class DatesFound(msgspec.Struct, frozen=True, kw_only=True):
    """The dates of an article."""

    published: DateClaim = NO_DATE
    modified: DateClaim = NO_DATE
    reference_times: tuple[DateClaim, ...] = ()
    """Days that the text tells of, as far as they are printed with their year."""
    others: tuple[DateClaim, ...] = ()
    """Dates that stand elsewhere on the page and are later than the publication: it was fetched no earlier."""


def claim_dates(
    document: Document,
    zones: Zones,
    *,
    url: str | None = None,
    order: str = "",
    supplied: Sidecar | None = None,
) -> DatesFound:
    """The dates of an article.

    `url` is the page's own address, where it is known; `order` how its outlet writes three numbers ("dmy", "mdy").
    """
    text = document.text
    runs = digit_runs(document.codes, document.starts)
    written = absolute(text, runs)
    page = layout(document, zones)
    own = [w for w in written if w.readings and w.form != "url" and w.readings[0].year >= FIRST_YEAR]
    if len(own) > _FRONT + _BACK:
        own = own[:_FRONT] + own[-_BACK:]
    found = candidates(text, own, page) if own else []
    best = rank(found)
    ground = _ground(text, written, runs, page, url, order, supplied)
    if best is None or best.share < ANSWER:
        published = _relative_only(text, runs, page, supplied)
        return DatesFound(published=published, reference_times=_told(text, own, page))
    chosen = _with_time(text, best, page)
    published = _claim(text, chosen, best, page, ground)
    modified = _modified(text, found, chosen, page, ground, published)
    return DatesFound(
        published=published,
        modified=modified,
        reference_times=_told(text, own, page),
        others=_later(text, own, page, published),
    )


def _ground(
    text: str, written: list[Written], runs: Runs, page: Layout, url: str | None, order: str, supplied: Sidecar | None
) -> Ground:
    paths = [w for w in written if w.form == "url"]
    if url:
        codes = url + " "
        import numpy as np

        found = digit_runs(np.frombuffer(codes.encode("utf-32-le"), np.uint32), np.zeros(1, np.int64))
        paths = [w._replace(start=-1, end=-1) for w in absolute(codes, found) if w.form in ("url", "compact", "422/", "422-")]
    stretch = (int(page.starts[page.first]), int(page.ends[page.last])) if page.first >= 0 else (0, 0)
    return Ground(
        others=tuple(w for w in written if len(w.readings) == 1 and w.form != "url"),
        urls=tuple(paths),
        events=lambda: events(text, written, runs, stretch),
        order=order,
        not_after=_fetched(supplied),
    )


def _fetched(supplied: Sidecar | None) -> date | None:
    try:
        return date.fromisoformat((supplied.retrieved or "")[:10]) if supplied else None
    except ValueError:
        return None


def _line(page: Layout, n: int) -> tuple[int, int]:
    return int(page.starts[n]), int(page.ends[n])


def _with_time(text: str, best: Ranked, page: Layout) -> Candidate:
    """Of the places of a day the best, or one near it that has the time of day when the best has none."""
    from checks.claims.dates.times import time_beside

    for one in (best.best, *best.same_day):
        near = abs(one.line - best.best.line) <= 6 and one.role in ("", best.best.role)
        if near and time_beside(text, one.written.start, one.written.end, _line(page, one.line)):
            return one
    return best.best


def _claim(text: str, chosen: Candidate, best: Ranked, page: Layout, ground: Ground) -> DateClaim:
    step = settle(text, chosen.written, _line(page, chosen.line), ground)
    sure = Confidence.HIGH if best.share >= SURE else Confidence.MEDIUM if best.share >= FAIRLY_SURE else Confidence.LOW
    if step and step.by in ("separator", "body-event", "publisher-territory", "not-in-future") and sure is Confidence.HIGH:
        sure = Confidence.MEDIUM
    return claim_of(text, chosen.written, _line(page, chosen.line), step, sure=sure, label=chosen.label)


def _modified(
    text: str, found: list[Candidate], chosen: Candidate, page: Layout, ground: Ground, published: DateClaim
) -> DateClaim:
    """The first date labelled as an update near the publication date, and not before it."""
    for one in found:
        if one.role != "updated" or one is chosen or abs(one.line - chosen.line) > 8:
            continue
        step = settle(text, one.written, _line(page, one.line), ground)
        claim = claim_of(text, one.written, _line(page, one.line), step, label=one.label)
        if claim.value and published.value and str(claim.value)[:10] >= str(published.value)[:10]:
            return claim
    return NO_DATE


def _relative_only(text: str, runs: Runs, page: Layout, supplied: Sidecar | None) -> DateClaim:
    return NO_DATE


def _told(text: str, own: list[Written], page: Layout) -> tuple[DateClaim, ...]:
    return ()


def _later(text: str, own: list[Written], page: Layout, published: DateClaim) -> tuple[DateClaim, ...]:
    return ()
