"""The end of an article: the line where the text stops, and what stands before and after it."""

from __future__ import annotations

import math
from itertools import islice, pairwise

import msgspec

from checks.claims.completeness.stops import has_stop, is_dense
from checks.model import MOST_LINES, Document, Span, Zones
from checks.model.once import once

LONGEST = 2000
"""Characters of a line that are looked at, from its end."""
BEFORE = 6
LARGE = 8000
LONGEST_META = 160
FURNITURE = 2
MOST_ABOVE = 30
AFTER = 6
FOLLOWED = 3
"""Lines after the running text from which a file is a page; fewer may be its misread end."""
PIECES = 12
"""Last lines of an article among which a split paragraph is looked for."""
RUNS_ON = ",.;:)”"
"""What begins a line that goes on with the paragraph above, beside small letters."""


class Tail(msgspec.Struct, frozen=True, dict=True):
    """Where an article stops.

    `line` is the line taken for the last of the article, `text` its last characters without white space around them and
    `span` where they stand. `body` are the lines of the article, `after` the lines that follow in the file, as many as
    matter; there are none where nothing but the article seems to be in the file.
    """

    document: Document
    line: int
    text: str
    span: Span
    body: tuple[int, ...]
    after: tuple[int, ...]
    page: bool = False
    """Whether the file has the furniture of a page around the article."""

    @property
    def bare(self) -> bool:
        """Whether the article ends where the file ends."""
        return not self.after

    @once
    def before(self) -> tuple[str, ...]:
        """The body lines before the last, nearest last."""
        return tuple(self.document.lines[n].strip()[-LONGEST:] for n in self.body[-1 - BEFORE : -1])

    @once
    def size(self) -> int:
        """Characters of running text in the article; for long ones everything between its first line and its last."""
        extent = self.span.end - int(self.document.starts[self.body[0]]) if self.body else 0
        return extent if extent > LARGE else sum(len(self.document.lines[n]) for n in self.body) or len(self.text)

    @once
    def weight(self) -> float:
        """Characters of running text, those of dense scripts counted two and a half times."""
        return self.size * (2.5 if is_dense(self.text) else 1.0)

    @once
    def log_weight(self) -> float:
        """The logarithm of the weight, which is counted no further than some 6,000."""
        return math.log(1 + min(self.weight, 6000))

    @once
    def is_split(self) -> bool:
        """Whether links have split a paragraph near the end over several lines of a page."""
        near = self.body[-PIECES:]
        return any(two == one + 1 and self._runs_on(two) for one, two in pairwise(near))

    def _runs_on(self, line: int) -> bool:
        """Whether a line goes on with the paragraph of the line before it."""
        first = self.document.lines[line].lstrip()[:1]
        return (first.islower() or first in RUNS_ON) and bool(first) and not has_stop(self.document.lines[line - 1])

    def last(self, characters: int) -> Span:
        """Where the last words of the article stand, no more than some characters of them."""
        return last_words(self.text, self.span.end, characters)


def last_words(text: str, end: int, characters: int) -> Span:
    """Where the last words of a text stand that ends at an offset, no more than some characters of them."""
    start = len(text) - characters
    if start > 0:
        space = text.find(" ", start - 1)
        start = space + 1 if start <= space + 1 < len(text) else start
    return Span(end - len(text) + max(0, start), end)


def tail(document: Document, zones: Zones) -> Tail | None:
    """The end of an article, or None for a text without any line.

    The last line of the running text decides; but where no more than two lines of the file follow it, the last line of
    the file does, because a line that breaks off early looks like furniture to a model of lines.
    """
    kinds, body = zones.kinds, zones.body
    last = body[-1] if body else next((n for n in range(min(len(kinds), MOST_LINES) - 1, -1, -1) if kinds[n] != "blank"), None)
    if last is None:
        return None
    after = tuple(islice((n for n in range(last + 1, len(kinds)) if kinds[n] != "blank"), AFTER))
    page = len(after) >= FOLLOWED or not _is_bare(zones, body)
    if after and not page and not _is_meta(document, zones, after[-1]):
        last, body, after = after[-1], (*body, *after), ()
    span = document.stripped_span(last)
    span = Span(max(span.start, span.end - LONGEST), span.end)
    return Tail(document, last, document.quote(span), span, body, after, page)


def _is_bare(zones: Zones, body: tuple[int, ...]) -> bool:
    """Whether hardly anything but the article is in the file: no header, no menus."""
    first = body[0] if body else 0
    above = sum(kind.startswith("junk") for kind in islice(zones.kinds, min(first, MOST_ABOVE)))
    return above <= FURNITURE and first < MOST_ABOVE


def _is_meta(document: Document, zones: Zones, line: int) -> bool:
    """Whether a line is a date, a byline or a source, by its class and its length."""
    return zones.kinds[line] == "meta" and len(document.lines[line]) < LONGEST_META
