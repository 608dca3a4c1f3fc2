"""A page with all that was found in it once: its numbers, its dates, its layout."""

from __future__ import annotations

import msgspec

from checks.claims.dates.events import Event, events
from checks.claims.dates.forms import dates_of
from checks.claims.dates.layout import Layout, layout
from checks.claims.dates.runs import Runs, numbers
from checks.claims.dates.written import Written
from checks.model import Document, Zones

FIRST_YEAR = 1980  # earlier days are told of, no page was put out then
# Dates looked at from either end of a page. Of 1,706 labelled pages with a right date among theirs the first right one is
# among the first 24 dates of the page in 1,696.
FRONT, BACK = 24, 8
MOST = 120  # dates of a page that may be later than its own; the pages measured have 9 on average


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


def dated_page(document: Document, zones: Zones) -> DatedPage:
    """All that is found in a document once: its numbers, its dates, its layout."""
    runs = numbers(document)
    written = dates_of(document)
    own = [w for w in written if w.readings and w.form != "url" and w.readings[0].year >= FIRST_YEAR]
    if len(own) > MOST:
        own = own[: MOST // 2] + own[-MOST // 2 :]
    return DatedPage(runs, written, layout(document, zones), own)
