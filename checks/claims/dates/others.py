"""What a page says in days that are not its own: no usable date, only a relative one, days told of, later ones."""

from __future__ import annotations

from datetime import date

import numpy as np

from checks.claims.dates.ladder import Ground, settle
from checks.claims.dates.layout import PARAGRAPH
from checks.claims.dates.made import claim_of
from checks.claims.dates.names import bare, names
from checks.claims.dates.page import DatedPage
from checks.claims.dates.reading import relative_claim
from checks.claims.dates.relative import relative
from checks.claims.dates.runs import digit_runs
from checks.claims.dates.written import Written
from checks.model import NO_DATE, DateClaim, Status
from checks.patterns import lazily

_PARTS = lazily(r"[·•|–—/]| - ")
EPOCHS = frozenset({date(1, 1, 1), date(1900, 1, 1), date(1969, 12, 31), date(1970, 1, 1)})


def unusable(page: DatedPage) -> DateClaim:
    """A date in the lines above the text that is a computer's zero, or a day that no calendar has."""
    at = page.layout
    for written in page.written:
        n = page.line_of(written)
        start, end = page.line(n)
        if written.form == "url" or end - start > 80 or (at.first >= 0 and not at.first - 16 <= n < at.first):
            continue
        if not written.readings or written.readings[0] in EPOCHS:
            claim = claim_of(page.text, written, (start, end), None)
            order, why = ("epoch", ("programs print this day where they have none",)) if written.readings else (written.order, claim.why)
            return DateClaim(status=Status.MISSING, text=claim.text, order=order, evidence=claim.evidence[:1], why=why)
    return NO_DATE


def relative_only(page: DatedPage, fetched: date | None) -> DateClaim:
    """A relative date in a short line above the text, where no other date is the page's own."""
    at = page.layout
    top = max(at.first, at.kinds.index("body") if "body" in at.kinds else -1)  # a long headline is as wide as text
    if top < 0:
        return NO_DATE
    first = max(0, top - 12)
    start, end = page.line(first)[0], page.line(top)[0]
    above = page.text[start:end]
    if len(above) > 4000:
        return NO_DATE
    codes = np.frombuffer(above.encode("utf-32-le", "surrogatepass"), np.uint32)
    runs = digit_runs(above, codes, np.array(at.starts[first:top], np.int64) - start)
    for one in relative(runs):
        low = above.rfind("\n", 0, one.start) + 1
        beside = above[low : one.start], above[one.end :].partition("\n")[0]
        if max(map(len, beside)) <= 60 and not at.kinds[at.line_at(start + one.start)].startswith("junk"):
            beside = _PARTS.split(beside[0])[-1], _PARTS.split(beside[1])[0]  # "Ann Lee · 3 hours ago"
        if all(len(side) <= 60 and _only_labels(bare(side)) for side in beside):
            return relative_claim(page.text, one._replace(start=one.start + start, end=one.end + start), fetched)
    return NO_DATE


def _only_labels(said: str) -> bool:
    """Whether words are a label and what joins a date to a time, and nothing else."""
    table = names()
    return said in table.labels or all(word in table.labels or word in table.fillers or word in table.zones for word in said.split())


def told(page: DatedPage, chosen: Written | None) -> tuple[DateClaim, ...]:
    """The days that paragraphs of the text tell of, each once."""
    at = page.layout
    found: dict[date, DateClaim] = {}
    for written in page.written:
        if written is chosen or len(written.readings) != 1 or written.form in ("url", "compact"):
            continue
        n = page.line_of(written)
        start, end = page.line(n)
        if at.first <= n <= at.last and at.sizes[n] >= PARAGRAPH and written.readings[0] not in found:
            step = settle(page.text, written, (start, end), Ground())
            found[written.readings[0]] = claim_of(page.text, written, (start, end), step)
        if len(found) >= 12:
            break
    return tuple(found.values())


def later(page: DatedPage, published: DateClaim) -> DateClaim:
    """The newest date outside the paragraphs that is after the publication."""
    day = date.fromisoformat(str(published.value)[:10]) if published.value else None
    after = [w for w in page.own if day and len(w.readings) == 1 and w.readings[0] > day]
    for written in sorted(after, key=lambda w: (w.readings[0], -w.start), reverse=True):
        n = page.line_of(written)
        start, end = page.line(n)
        if page.layout.sizes[n] < PARAGRAPH:
            return claim_of(page.text, written, (start, end), settle(page.text, written, (start, end), Ground()))
    return NO_DATE
