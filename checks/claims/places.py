"""The places of a page where attribution may stand, found from its zones.

The head runs from a little above the title to the first lines of the body, the tail from the last line of the body
downwards, the foot is the end of the page. Zones may be wrong by some lines, so that the places overlap the body.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import compress

import msgspec
import numpy as np

from checks.claims.dates.forms import dates_of
from checks.claims.dates.runs import numbers
from checks.claims.dates.written import Written
from checks.claims.hosts import Host, hosts_of
from checks.claims.labels import MARKS, Field, fields
from checks.claims.scripts import LATIN, NAMES, dense_kinds, kinds_of
from checks.claims.titles import find_title
from checks.model import Document, Span, Zones
from checks.model.once import once
from checks.patterns import lazily
from checks.records import MOST, Record, record

LONGEST = 1000
"""Characters of a line that are looked at."""
LONGEST_DATED = 60
DATED = lazily(r"\d(?:\d?[:.h]\d\d|[./-]\d{1,2}[./-]|\s?[月日]|(?:(?<=\b1)9|(?<=\b2)0)\d\d\b)")
ABOVE, WITHIN, AFTER = 5, 30, 9
"""Non-blank lines looked at above the title, from there to the body, and after the body."""
FOOT = 60
_ASCII_END, LATIN_END = "\x7f", "\u024f"
PROSE = 120
"""Characters above which a line is running text; menus, names and dates are shorter."""


class Places(msgspec.Struct, frozen=True, dict=True, eq=False):
    """A document and its zones, with the lines where attribution may stand."""

    document: Document
    zones: Zones

    @once
    def bare(self) -> list[str]:
        """The lines without white space around them, the first without a byte order mark too."""
        lines = list(map(str.strip, self.document.lines))
        lines[0] = lines[0].lstrip("\ufeff").lstrip() or lines[0]
        return lines

    def text(self, line: int) -> str:
        """A line without white space around it, its first characters if it is very long."""
        return self.bare[line][:LONGEST]

    def span(self, line: int, start: int, end: int) -> Span:
        """Where the characters from `start` to `end` of `text(line)` stand in the document."""
        begin = self.starts[line] + self.document.lines[line].find(self.bare[line])
        return Span(begin + start, begin + end)

    def whole(self, line: int) -> Span:
        """Where `text(line)` stands in the document."""
        return self.span(line, 0, len(self.text(line)))

    @once
    def starts(self) -> Sequence[int]:
        """Offset of each line's first character."""
        return self.document.edges[0]

    def line_at(self, offset: int) -> int:
        """The line that holds the character at an offset."""
        return bisect_right(self.starts, offset) - 1

    def lines_with(self, marks: tuple[str, ...], begin: int, end: int) -> list[int]:
        """The lines between two offsets that hold one of some texts, in order."""
        text, starts = self.document.text, self.starts
        last = len(starts) - 1
        found: set[int] = set()
        for mark in marks:
            if mark[0] > _ASCII_END and mark[0] not in text:  # twenty times as quick as looking for two characters
                continue
            at = text.find(mark, begin, end)
            while at >= 0:
                line = bisect_right(starts, at) - 1
                found.add(line)
                at = text.find(mark, starts[line + 1], end) if line < last else -1
        return sorted(found)

    @once
    def beyond(self) -> tuple[np.ndarray, np.ndarray]:
        """Where the characters beyond U+024F stand, where Latin letters end, and their scripts as numbers of `checks.claims.scripts`."""
        codes = self.document.codes
        found = (codes > ord(LATIN_END)).nonzero()[0]
        return found, kinds_of(codes.take(found))

    @once
    def tally(self) -> np.ndarray:
        """How many of these characters there are of each of these numbers, int64, shape (256,)."""
        return np.bincount(self.beyond[1], minlength=256)

    @once
    def days(self) -> list[Written]:
        """The days that the page gives with their year."""
        return [one for one in dates_of(self.document) if one.readings]

    @once
    def is_latin(self) -> bool:
        """Whether the page has no letters but Latin ones."""
        return self.tally[: len(NAMES)].nonzero()[0].tolist() in ([], [LATIN])

    @once
    def digit_lines(self) -> frozenset[int]:
        """The lines that hold a digit."""
        return frozenset(numbers(self.document).line.tolist())

    @once
    def dense_lines(self) -> frozenset[int]:
        """The lines that hold letters of a script written without spaces."""
        offsets, kinds = self.beyond
        dense = offsets[dense_kinds().take(kinds)]
        return frozenset((self.document.starts.searchsorted(dense, "right") - 1).tolist())

    def fields(self, line: int) -> list[Field]:
        """The labels with a colon or bar in a line, with what they label."""
        found = self._fields.get(line)
        if found is None:
            found = self._fields[line] = fields(self.text(line)) if line in self.marked else []
        return found

    @once
    def _fields(self) -> dict[int, list[Field]]:
        return {}

    @once
    def marked(self) -> frozenset[int]:
        """The lines with a colon or bar, before which a label may stand."""
        return frozenset(self.lines_with(tuple(MARKS), 0, len(self.document.text)))

    @once
    def hosts(self) -> list[Host]:
        """The hosts on the page, in addresses or alone."""
        return hosts_of(self.document.text, self.document.codes)

    @once
    def inked(self) -> list[int]:
        """The lines that hold more than white space."""
        return list(compress(range(len(self.bare)), self.bare))

    @once
    def rank(self) -> dict[int, int]:
        """The place of each non-blank line among the non-blank ones."""
        return dict(zip(self.inked, range(len(self.inked)), strict=True))

    @once
    def record(self) -> Record | None:
        """The labelled lines that open the file; their numbers are places among the non-blank lines."""
        return record([self.text(line) for line in self.inked[:MOST]])

    def recorded(self, key: str) -> Span | None:
        """Where the record has what a key such as `publisher` stands for."""
        told = self.record.value(key) if self.record is not None else None
        return self.span(self.inked[told.line], told.start, told.end) if told else None

    @once
    def title(self) -> int | None:
        """The headline's line."""
        return find_title(self)

    @once
    def low_title(self) -> str:
        """The headline's line, case-folded; empty where there is none."""
        return "" if self.title is None else self.text(self.title).casefold()

    @once
    def first_body(self) -> int | None:
        """The first line of running text after the title."""
        title = -1 if self.title is None else self.title
        kinds = self.zones.kinds
        later = next((n for n in range(title + 1, len(kinds)) if kinds[n] == "body"), None)
        return later if later is not None else self.zones.first_body

    @once
    def head(self) -> list[int]:
        """Non-blank lines around the title and down into the body."""
        if self.title is not None:
            at = self.rank[self.title]
            return self.inked[max(0, at - ABOVE) : at + WITHIN]
        end = self.rank.get(self.first_body, 0) if self.first_body is not None else 0
        return self.inked[max(0, end - WITHIN) : end + 4]

    @once
    def tail(self) -> list[int]:
        """The last two lines of running text and the non-blank lines after them."""
        if self.zones.last_body is None:
            return self.inked[-AFTER:]
        end = self.rank[self.zones.last_body]
        return self.inked[max(0, end - 1) : end + 1 + AFTER]

    def dated(self, line: int) -> bool:
        """Whether a line is short and has what may be a day or a time of day."""
        known = self._dated.get(line)
        if known is None:
            text = self.bare[line]
            known = self._dated[line] = line in self.digit_lines and len(text) < LONGEST_DATED and DATED.search(text) is not None
        return known

    @once
    def _dated(self) -> dict[int, bool]:
        return {}

    @once
    def beside_dates(self) -> frozenset[int]:
        """Lines of the head with a dated line not more than two non-blank lines away."""
        head, digits = self.head, self.digit_lines
        found: set[int] = set()
        for at, line in enumerate(head):
            if line in digits and self.dated(line):
                found.update(head[max(0, at - 2) : at + 3])
        return frozenset(found)

    @once
    def prose(self) -> list[int]:
        """The places among the non-blank lines of those that are long enough for running text."""
        return [at for at, size in enumerate(map(len, filter(None, self.bare))) if size > PROSE]

    def below_text(self, line: int) -> bool:
        """Whether a line stands below running text, and no more of it follows."""
        rank, kinds = self.rank[line], self.zones.kinds
        return bool(self.prose) and self.prose[0] < rank and not any(at > rank and kinds[self.inked[at]] == "body" for at in self.prose)

    @once
    def foot(self) -> list[int]:
        """The last non-blank lines of the page."""
        return self.inked[-FOOT:]
