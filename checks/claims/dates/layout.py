"""The layout of a page as far as dates need it: where its running text is, and how a line stands to it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

import msgspec
import numpy as np

from checks.claims.dates.traits import AWAY, ZONES
from checks.model import Document, Zones

LONG = 80  # width from which a line counts as running text; the layout only wants the bulk of it
PARAGRAPH = 160  # width from which a line is a paragraph, and the days inside it are told of
# Han, kana and Hangul say in two letters what takes others five: so a line's width counts them.
_DENSE_FROM, _HAN_TO, _HANGUL_FROM, _HANGUL_TO = 0x3040, 0x9FFF, 0xAC00, 0xD7A3
_FRONT = 2000  # of a longer line the front alone is looked at
_WIDTHS = (12, 24, 40, 70, 120, 250)
_NEAR = (0, 1, 2, 3, 3, *[4] * 4, *[5] * 8, *[6] * 24)
_STEPS = len(AWAY)
# What the zones say of a line, in few words, since the line model learned from the same pages. Five folds by domain, visible
# pages: precision .977, recall .931 without the line's own zone, .983, .939 with; .981, .937 when a tenth of the zones are
# wrong by chance in the pages asked.
_ZONE = {
    kind: ZONES.index(word)
    for word, kinds in {
        "meta": "meta",
        "text": "body lead subhead caption",
        "comments": "junk:comments",
        "others": "junk:related-block junk:most-read junk:footer junk:newsletter junk:pagination junk:tags",
        "title": "title",
    }.items()
    for kind in kinds.split()
}
_EDGE_OF_PAGE = ZONES.index("edge")


class Seat(msgspec.Struct, frozen=True, eq=False):
    """A line's place without the white space around it, how far one character of it counts, and its classes."""

    start: int
    end: int
    width: int
    classes: list[int]


class Layout(msgspec.Struct, frozen=True, eq=False):
    """Lines by width, and the stretch of lines that holds most running text."""

    starts: Sequence[int]
    ends: Sequence[int]
    inked: Sequence[int]
    """Non-blank lines up to each line, itself counted."""
    sizes: Sequence[int]
    """The width of each line, in letters of the Latin script."""
    first: int
    last: int
    """First and last line of the running text; -1 and -1 where there is none."""
    title: int
    """The headline, as the zones have it; -1 where they have none."""
    body: int
    body_end: int
    """First and last line of the text as the zones have it; -1 and -1 where they have none."""
    metas: list[int]
    """The lines of bylines and dates, as the zones have them."""
    kinds: tuple[str, ...]
    """The kind of each line as the zones have it."""

    def line_at(self, offset: int) -> int:
        """The line that holds the character at an offset."""
        return bisect_right(self.starts, offset) - 1

    def below(self, n: int) -> int:
        """How many non-blank lines a line stands below the running text."""
        return self.inked[n] - self.inked[self.last] if n > self.last >= 0 else 0

    def seat(self, text: str, n: int) -> Seat:
        """How a line stands to the text, to the headline and to the lines around."""
        start, end = self.starts[n], self.ends[n]
        line = text[start:end] if end - start <= _FRONT else text[start : start + _FRONT]
        lead, inked = len(line) - len(line.lstrip()), len(line.rstrip())
        stop = end if end > start + _FRONT else start + inked
        where, away = self._against(n, self.first, self.last)
        side, far = self._against(n, self.body, self.body_end)
        classes = [
            bisect_left(_WIDTHS, _printed(line) if stop == start + inked else self.sizes[n]),
            where,
            0 if not where else 1 + (where - 1) * _STEPS + away,
            self._from_title(n),
            0 if not side else 1 + (side - 1) * _STEPS + far,
            self._zone(n),
            self._zone(self._next(n, -1)),
            self._zone(self._next(n, 1)),
            self._from_meta(n),
        ]
        return Seat(start + lead, stop, self.sizes[n], classes)

    def _against(self, n: int, first: int, last: int) -> tuple[int, int]:
        """Before, in or behind a stretch of lines (1, 2, 3; 0 where there is none), and how far."""
        inked = self.inked
        if first < 0:
            return 0, 0
        if n < first:
            return 1, _away(inked[first] - inked[n])
        if n > last:
            return 3, _away(inked[n] - inked[last])
        return 2, _away(inked[n] - inked[first])

    def _from_title(self, n: int) -> int:
        if self.title < 0:
            return 0
        down = self.inked[n] - self.inked[self.title]
        return 1 + _STEPS + _away(down) if down >= 0 else 1 + _away(-down)

    def _from_meta(self, n: int) -> int:
        """How near another line of bylines and dates is; 0 where there is none."""
        at = bisect_left(self.metas, n)
        near = [abs(self.inked[other] - self.inked[n]) for other in self.metas[max(0, at - 1) : at + 2] if other != n]
        return 1 + _away(min(near)) if near else 0

    def _zone(self, n: int) -> int:
        return _ZONE.get(self.kinds[n], 0) if 0 <= n < len(self.kinds) else _EDGE_OF_PAGE

    def _next(self, n: int, by: int) -> int:
        """The nearest line above or below that is not blank, eight lines off at most."""
        starts, ends = self.starts, self.ends
        at, stop = n + by, max(n - 8, -1) if by < 0 else min(n + 8, len(starts))
        while at != stop and ends[at] - starts[at] <= 1:
            at += by
        return at


def _away(lines: int) -> int:
    return _NEAR[lines] if lines < len(_NEAR) else _STEPS - 1


def _printed(line: str) -> int:
    """The length of a line in which white space of any width counts as one space."""
    return len(" ".join(line.split())) if "   " in line else len(line.strip())


def layout(document: Document, zones: Zones) -> Layout:
    """The layout of a document."""
    starts, ends = document.starts, document.ends
    size = ends - starts
    ink = (size > 1).astype(np.int64)
    codes = document.codes
    if not document.text.isascii() and codes.max(initial=0) >= _DENSE_FROM:
        dense = codes - np.uint32(_DENSE_FROM) <= _HAN_TO - _DENSE_FROM
        dense |= codes - np.uint32(_HANGUL_FROM) <= _HANGUL_TO - _HANGUL_FROM
        up_to = np.concatenate(([0], dense.cumsum()))
        size = size + (up_to[ends] - up_to[starts]) * 3 // 2
    gain = ink * -25
    long = (size >= LONG).nonzero()[0]
    gain[long] = np.minimum(size[long], 400)
    total = gain.cumsum()
    before = total - gain
    lowest = np.minimum.accumulate(before)
    above = total - lowest
    last = int(above.argmax())
    if above[last] <= 0:
        first = last = -1
    else:
        first = int((before[: last + 1] == lowest[last]).nonzero()[0][-1])
    title, body, kinds = zones.title, zones.body, zones.kinds
    metas = [n for run in zones.runs if run.kind == "meta" for n in range(run.first, run.last + 1) if kinds[n] == "meta"]
    return Layout(
        *document.edges, ink.cumsum().data, size.data, first, last,
        -1 if title is None else title, body[0] if body else -1, body[-1] if body else -1, metas, kinds,
    )  # fmt: skip
