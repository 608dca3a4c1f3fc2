"""The dates of an article: when it was published and changed, and what days it tells of."""

from __future__ import annotations

import re
from datetime import date

import msgspec
import numpy as np

from checks.claims.dates.events import Event, events
from checks.claims.dates.features import PARAGRAPH, Candidate, candidates
from checks.claims.dates.forms import absolute
from checks.claims.dates.ladder import Ground, settle
from checks.claims.dates.layout import Layout, layout
from checks.claims.dates.made import claim_of
from checks.claims.dates.names import bare, names
from checks.claims.dates.rank import Ranked, rank, reasons
from checks.claims.dates.reading import relative_claim
from checks.claims.dates.relative import relative
from checks.claims.dates.runs import Runs, digit_runs
from checks.claims.dates.times import time_beside
from checks.claims.dates.written import Written
from checks.model import NO_DATE, Confidence, DateClaim, Document, Sidecar, Status, Zones

# Share of probability from which a day is taken for the page's own. Cross-validated by domain on the visible pages of
# 600 labelled ones: 0.4 gives precision .972 at recall .956, 0.5 .983 at .941, 0.55 .988 at .931.
ANSWER = 0.5
SURE, FAIRLY_SURE = 0.9, 0.7
FIRST_YEAR = 1980  # earlier days are told of, no page was put out then
EPOCHS = frozenset({date(1, 1, 1), date(1900, 1, 1), date(1969, 12, 31), date(1970, 1, 1)})
# Dates looked at from either end of a page. Of 1,706 labelled pages with a right date among theirs the first right one is
# among the first 24 dates of the page in 1,696.
FRONT, BACK = 24, 8
MOST = 120  # dates of a page that may be later than its own; the pages measured have 9 on average
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:\d{2})?)?")


class DatesFound(msgspec.Struct, frozen=True, kw_only=True):
    """The dates of an article."""

    published: DateClaim = NO_DATE
    modified: DateClaim = NO_DATE
    reference_times: tuple[DateClaim, ...] = ()
    """Days that the text tells of, as far as they are printed with their year."""
    later: DateClaim = NO_DATE
    """The newest day elsewhere on the page that is after the publication: the page was fetched no earlier."""


class DatedPage(msgspec.Struct, frozen=True, eq=False):
    """A document with all that was found in it once."""

    runs: Runs
    written: list[Written]
    layout: Layout
    own: list[Written]
    """The dates that may be the page's own."""

    @property
    def likely(self) -> list[Written]:
        """Those of them near either end."""
        return self.own if len(self.own) <= FRONT + BACK else self.own[:FRONT] + self.own[-BACK:]

    def line(self, n: int) -> tuple[int, int]:
        """Where a line begins and ends."""
        return self.layout.starts[n], self.layout.ends[n]

    def line_of(self, written: Written) -> int:
        """The line that a date stands in."""
        return self.layout.line_at(written.start)

    @property
    def text(self) -> str:
        """The text of the document."""
        return self.runs.text

    def events(self) -> list[Event]:
        """The days that the running text tells of, with or without their year."""
        first, last = self.layout.first, self.layout.last
        stretch = (self.line(first)[0], self.line(last)[1]) if first >= 0 else (0, 0)
        return events(self.written, self.runs, stretch)


def claim_dates(
    document: Document, zones: Zones, *, url: str | None = None, order: str = "", supplied: Sidecar | None = None
) -> DatesFound:
    """The dates of an article.

    `url` is the page's own address, where it is known; `order` how its outlet writes three numbers ("dmy" or "mdy").
    """
    page = dated_page(document, zones)
    found = candidates(page.text, page.likely, page.layout) if page.own else []
    best = rank(found)
    ground = _ground(page, url, order, supplied)
    if best is None or best.share < ANSWER:
        nothing = _unusable(page)
        published = _supplied(nothing if nothing.text else _relative_only(page, ground.not_after), supplied)
        return DatesFound(published=published, reference_times=_told(page, None))
    chosen = _with_time(page, best)
    published = _supplied(_claim(page, chosen, best, ground), supplied)
    return DatesFound(
        published=published,
        modified=_modified(page, found, chosen, ground, published),
        reference_times=_told(page, chosen.written),
        later=_later(page, published),
    )


def dated_page(document: Document, zones: Zones) -> DatedPage:
    """All that is found in a document once: its numbers, its dates, its layout."""
    runs = digit_runs(document.text, document.codes, document.starts)
    written = absolute(runs)
    own = [w for w in written if w.readings and w.form != "url" and w.readings[0].year >= FIRST_YEAR]
    if len(own) > MOST:
        own = own[: MOST // 2] + own[-MOST // 2 :]
    return DatedPage(runs, written, layout(document, zones), own)


def _ground(page: DatedPage, url: str | None, order: str, supplied: Sidecar | None) -> Ground:
    fetched = _day_of(supplied.retrieved if supplied else None)
    return Ground(
        others=tuple(w for w in page.written if len(w.readings) == 1 and w.form != "url"),
        urls=_in_path(url or (supplied.url if supplied else None)) or tuple(w for w in page.written if w.form == "url"),
        events=page.events,
        order=order,
        not_after=fetched,
        supplied=_day_of(supplied.published if supplied else None),
    )


def _day_of(text: str | None) -> date | None:
    """The day of an ISO 8601 date or time; None for what is none."""
    if not text:
        return None
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def _in_path(url: str | None) -> tuple[Written, ...]:
    """The dates in a URL's path. They stand nowhere in the text."""
    if not url:
        return ()
    url = url[:2000]
    runs = digit_runs(url, np.frombuffer(url.encode("utf-32-le", "surrogatepass"), np.uint32), np.zeros(1, np.int64))
    found = [w for w in absolute(runs) if w.order == "ymd" and w.readings]
    return tuple(w._replace(start=-1, end=-1) for w in found)


def dates_in_path(url: str | None) -> tuple[date, ...]:
    """The days that a URL's path gives.

    >>> dates_in_path("https://news.example/2021/11/07/bridge.html")
    (datetime.date(2021, 11, 7),)
    """
    return tuple(w.readings[0] for w in _in_path(url))


def _with_time(page: DatedPage, best: Ranked) -> Candidate:
    """Of the places of a day the best, or one near it that has the time of day when the best has none."""
    for one in (best.best, *best.same_day):
        near = abs(one.line - best.best.line) <= 6 and one.role in ("", best.best.role)
        if near and time_beside(page.text, one.written.start, one.written.end, page.line(one.line)):
            return one
    return best.best


def _claim(page: DatedPage, chosen: Candidate, best: Ranked, ground: Ground) -> DateClaim:
    step = settle(page.text, chosen.written, page.line(chosen.line), ground)
    sure = Confidence.HIGH if best.share >= SURE else Confidence.MEDIUM if best.share >= FAIRLY_SURE else Confidence.LOW
    if step and step.by in ("separator", "body-event", "publisher-territory", "not-in-future") and sure is Confidence.HIGH:
        sure = Confidence.MEDIUM
    labelled = chosen.role == "published" and "label:weak-published" not in chosen.features
    if chosen.role == "updated" and sure is Confidence.HIGH:
        sure = Confidence.MEDIUM
    status = Status.STATED if labelled or (best.share >= SURE and chosen.role != "updated") else Status.INFERRED
    line = page.line(chosen.line)
    return claim_of(page.text, chosen.written, line, step, status=status, sure=sure, why=reasons(best), label=chosen.label)


def _modified(page: DatedPage, found: list[Candidate], chosen: Candidate, ground: Ground, published: DateClaim) -> DateClaim:
    """The first date labelled as an update near the publication date, and not before it; it may be the only one."""
    for one in found:
        if one.role != "updated" or abs(one.line - chosen.line) > 8:
            continue
        step = settle(page.text, one.written, page.line(one.line), ground)
        claim = claim_of(page.text, one.written, page.line(one.line), step, label=one.label)
        if claim.value and published.value and str(claim.value)[:10] >= str(published.value)[:10]:
            return claim
    return NO_DATE


def _supplied(published: DateClaim, supplied: Sidecar | None) -> DateClaim:
    """The sidecar's date where the text has none."""
    given = (supplied.published or "") if supplied else ""
    if published.status is not Status.MISSING or not _ISO.fullmatch(given) or _day_of(given) is None:
        return published
    why = ("the sidecar file says so",)
    return DateClaim(status=Status.SUPPLIED, value=given, rule="sidecar", readings=(given[:10],), resolved_by=("sidecar",), why=why)


def _unusable(page: DatedPage) -> DateClaim:
    """A date in the lines above the text that is a computer's zero, or a day that no calendar has."""
    at = page.layout
    for written in page.written:
        n = page.line_of(written)
        start, end = page.line(n)
        if written.form == "url" or end - start > 80 or (at.first >= 0 and not at.first - 16 <= n < at.first):
            continue
        if not written.readings or written.readings[0] in EPOCHS:
            claim = claim_of(page.text, written, (start, end), None)
            order = "epoch" if written.readings else written.order
            return DateClaim(status=Status.MISSING, text=claim.text, order=order, evidence=claim.evidence[:1], why=claim.why)
    return NO_DATE


def _relative_only(page: DatedPage, fetched: date | None) -> DateClaim:
    """A relative date in a short line above the text, where no other date is the page's own."""
    at = page.layout
    if at.first < 0:
        return NO_DATE
    first = max(0, at.first - 12)
    start, end = page.line(first)[0], page.line(at.first)[0]
    above = page.text[start:end]
    if len(above) > 4000:
        return NO_DATE
    codes = np.frombuffer(above.encode("utf-32-le", "surrogatepass"), np.uint32)
    runs = digit_runs(above, codes, np.array(at.starts[first : at.first], np.int64) - start)
    for one in relative(runs):
        low = above.rfind("\n", 0, one.start) + 1
        beside = above[low : one.start], above[one.end :].partition("\n")[0]
        if all(len(side) <= 60 and _only_labels(bare(side)) for side in beside):
            return relative_claim(page.text, one._replace(start=one.start + start, end=one.end + start), fetched)
    return NO_DATE


def _only_labels(said: str) -> bool:
    """Whether words are a label and what joins a date to a time, and nothing else."""
    table = names()
    return said in table.labels or all(word in table.labels or word in table.fillers or word in table.zones for word in said.split())


def _told(page: DatedPage, chosen: Written | None) -> tuple[DateClaim, ...]:
    """The days that paragraphs of the text tell of, each once."""
    at = page.layout
    found: dict[date, DateClaim] = {}
    for written in page.written:
        if written is chosen or len(written.readings) != 1 or written.form in ("url", "compact"):
            continue
        n = page.line_of(written)
        start, end = page.line(n)
        if at.first <= n <= at.last and end - start >= PARAGRAPH and written.readings[0] not in found:
            step = settle(page.text, written, (start, end), Ground())
            found[written.readings[0]] = claim_of(page.text, written, (start, end), step)
        if len(found) >= 12:
            break
    return tuple(found.values())


def _later(page: DatedPage, published: DateClaim) -> DateClaim:
    """The newest date outside the paragraphs that is after the publication."""
    day = _day_of(str(published.value)) if published.value else None
    after = [w for w in page.own if day and len(w.readings) == 1 and w.readings[0] > day]
    for written in sorted(after, key=lambda w: (w.readings[0], -w.start), reverse=True):
        n = page.line_of(written)
        start, end = page.line(n)
        if end - start < PARAGRAPH:
            return claim_of(page.text, written, (start, end), settle(page.text, written, (start, end), Ground()))
    return NO_DATE
