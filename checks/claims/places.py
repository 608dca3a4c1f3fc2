"""The places of a page where attribution may stand, found from its zones.

The head runs from a little above the title to the first lines of the body, the tail from the last line of the body
downwards, the foot is the end of the page. Zones may be wrong by some lines, so that the places overlap the body.
"""

from __future__ import annotations

import re
from functools import cached_property

import msgspec

from checks.claims.titles import find_title
from checks.model import Document, Span, Zones

LONGEST = 1000
"""Characters of a line that are looked at."""
LONGEST_DATED = 60
DATED = re.compile(r"\b(?:19|20)\d\d\b|\d{1,2}[:.h]\d\d|\d[./-]\d{1,2}[./-]|\d\s?[月日]")
ABOVE, WITHIN, AFTER = 5, 30, 9
"""Non-blank lines looked at above the title, from there to the body, and after the body."""
FOOT = 60


class Places(msgspec.Struct, frozen=True, dict=True, eq=False):
    """A document and its zones, with the lines where attribution may stand."""

    document: Document
    zones: Zones

    @cached_property
    def bare(self) -> list[str]:
        """The lines without white space around them."""
        return [line.strip() for line in self.document.lines]

    def text(self, line: int) -> str:
        """A line without white space around it, its first characters if it is very long."""
        return self.bare[line][:LONGEST]

    def span(self, line: int, start: int, end: int) -> Span:
        """Where the characters from `start` to `end` of `text(line)` stand in the document."""
        raw = self.document.lines[line]
        begin = int(self.document.starts[line]) + len(raw) - len(raw.lstrip())
        return Span(begin + start, begin + end)

    def whole(self, line: int) -> Span:
        """Where `text(line)` stands in the document."""
        return self.span(line, 0, len(self.text(line)))

    @cached_property
    def inked(self) -> list[int]:
        """The lines that hold more than white space."""
        return [n for n, line in enumerate(self.bare) if line]

    @cached_property
    def rank(self) -> dict[int, int]:
        """The place of each non-blank line among the non-blank ones."""
        return {n: place for place, n in enumerate(self.inked)}

    @cached_property
    def title(self) -> int | None:
        """The headline's line."""
        return find_title(self)

    @cached_property
    def first_body(self) -> int | None:
        """The first line of running text after the title."""
        title = -1 if self.title is None else self.title
        kinds = self.zones.kinds
        later = next((n for n in range(title + 1, len(kinds)) if kinds[n] == "body"), None)
        return later if later is not None else self.zones.first_body

    @cached_property
    def head(self) -> list[int]:
        """Non-blank lines around the title and down into the body."""
        if self.title is not None:
            at = self.rank[self.title]
            return self.inked[max(0, at - ABOVE) : at + WITHIN]
        end = self.rank.get(self.first_body, 0) if self.first_body is not None else 0
        return self.inked[max(0, end - WITHIN) : end + 4]

    @cached_property
    def tail(self) -> list[int]:
        """The last two lines of running text and the non-blank lines after them."""
        if self.zones.last_body is None:
            return self.inked[-AFTER:]
        end = self.rank[self.zones.last_body]
        return self.inked[max(0, end - 1) : end + 1 + AFTER]

    def dated(self, line: int) -> bool:
        """Whether a line is short and has what may be a day or a time of day."""
        return len(self.bare[line]) < LONGEST_DATED and DATED.search(self.bare[line]) is not None

    @cached_property
    def beside_dates(self) -> frozenset[int]:
        """Lines of the head with a dated line not more than two non-blank lines away."""
        head = self.head
        found: set[int] = set()
        for at, line in enumerate(head):
            if self.dated(line):
                found.update(head[max(0, at - 2) : at + 3])
        return frozenset(found)

    @cached_property
    def foot(self) -> list[int]:
        """The last non-blank lines of the page."""
        return self.inked[-FOOT:]
