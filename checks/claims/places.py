"""The places of a page where attribution may stand, found from its zones.

The head runs from a little above the title to the first lines of the body, the tail from the last line of the body
downwards, the foot is the end of the page. Zones may be wrong by some lines, so that the places overlap the body.
"""

from __future__ import annotations

from functools import cached_property

import msgspec
import numpy as np

from checks.claims.labels import dense
from checks.model import Document, Span, Zones

LONGEST = 1000
"""Characters of a line that are looked at."""
ABOVE, WITHIN, AFTER = 6, 40, 14
"""Non-blank lines looked at above the title, from there to the body, and after the body."""
FOOT = 60
SHORTEST_DENSE = 6
ECHO = 0.6
"""Share of a line's words that the page's title has when the line is its headline again."""


def _keys(title: str) -> list[str]:
    """Parts of a title by which its echoes are found: its longest words, or pieces where words are not parted."""
    words = sorted((word.strip(".,:;!?\"'“”„«»()") for word in title.split()), key=lambda word: (-len(word), word))
    if title and (dense(title[0]) or dense(title[len(title) // 2])):
        bare = title.strip()
        return [bare[at : at + 4] for at in range(0, max(1, min(len(bare), 40) - 4), 6)]
    return [word for word in words[:4] if len(word) > 3]


def _words(text: str) -> frozenset[str]:
    """The words of a text, or its characters in pairs where words are not parted."""
    if text and (dense(text[0]) or dense(text[len(text) // 2])):
        return frozenset(text[at : at + 2] for at in range(len(text) - 1) if not text[at : at + 2].isspace())
    return frozenset(text.casefold().replace("“", '"').replace("”", '"').replace("’", "'").replace("‘", "'").split())


class Places(msgspec.Struct, frozen=True, dict=True, eq=False):
    """A document and its zones, with the lines where attribution may stand."""

    document: Document
    zones: Zones

    def text(self, line: int) -> str:
        """A line without white space around it, its first characters if it is very long."""
        return self.document.lines[line].strip()[:LONGEST]

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
        return [n for n, line in enumerate(self.document.lines) if line and not line.isspace()]

    @cached_property
    def rank(self) -> dict[int, int]:
        """The place of each non-blank line among the non-blank ones."""
        return {n: place for place, n in enumerate(self.inked)}

    @cached_property
    def title(self) -> int | None:
        """The headline's line: the title zone, unless another line repeats the page's `<title>` and that one does not.

        Pages saved with their `<title>` have it as the first line, often with the name of the site behind the headline.
        """
        if not self.inked:
            return None
        echoes = self._echoes()
        if not echoes or (self.zones.title in echoes and self.zones.title != self.inked[0]):
            return self.zones.title
        best = max(echoes.values())
        return max(line for line, share in echoes.items() if share >= best - 0.05)

    def _echoes(self) -> dict[int, float]:
        """Lines down to the body's end that say what the first line says, with the share of their words that it has."""
        first = self.text(self.inked[0])
        text, starts = self.document.text, self.document.starts
        stop = int(self.document.ends[self.zones.last_body]) if self.zones.last_body is not None else len(text)
        begin = int(self.document.ends[self.inked[0]])
        lines: set[int] = set()
        for key in _keys(first):
            at = text.find(key, begin, stop)
            for _ in range(8):
                if at < 0:
                    break
                lines.add(int(np.searchsorted(starts, at, "right")) - 1)
                at = text.find(key, at + len(key), stop)
        said = _words(first)
        found = {}
        for line in sorted(lines):
            own = self.text(line)
            if SHORTEST_DENSE <= len(own) <= 300:
                mine = _words(own)
                share = len(mine & said) / max(1, len(mine))
                if share >= ECHO and (len(mine) >= 3 or own == first[: len(own)]) and len(own) * 4 >= min(len(first), 60):
                    found[line] = share
        return found

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

    @cached_property
    def foot(self) -> list[int]:
        """The last non-blank lines of the page."""
        return self.inked[-FOOT:]
