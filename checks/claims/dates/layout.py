"""The layout of a page as far as dates need it: where its running text is, whatever the zones say of single lines."""

from __future__ import annotations

from bisect import bisect_right

import msgspec
import numpy as np

from checks.model import Document, Zones

LONG = 80  # characters from which a line counts as running text; the layout only wants the bulk of it


class Layout(msgspec.Struct, frozen=True, eq=False):
    """Lines by length, and the stretch of lines that holds most running text."""

    starts: list[int]
    ends: list[int]
    inked: list[int]
    """Non-blank lines up to each line, itself counted."""
    long: list[int]
    """The lines of running text by length alone, in order."""
    first: int
    last: int
    """First and last line of the running text; -1 and -1 where there is none."""
    kinds: tuple[str, ...]
    """The kind of each line as the zones have it."""

    def line_at(self, offset: int) -> int:
        """The line that holds the character at an offset."""
        return bisect_right(self.starts, offset) - 1

    def length(self, n: int) -> int:
        """How many characters a line has."""
        return self.ends[n] - self.starts[n]


def layout(document: Document, zones: Zones) -> Layout:
    """The layout of a document."""
    starts, ends = document.starts, document.ends
    size = ends - starts
    ink = (size > 1).astype(np.int64)
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
    return Layout(starts.tolist(), ends.tolist(), ink.cumsum().tolist(), long.tolist(), first, last, zones.kinds)
