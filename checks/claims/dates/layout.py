"""The layout of a page as far as dates need it: where its running text is, whatever the zones say of single lines."""

from __future__ import annotations

import msgspec
import numpy as np

from checks.model import Document, Zones

LONG = 80  # characters from which a line counts as running text; the layout only wants the bulk of it


class Layout(msgspec.Struct, frozen=True, eq=False):
    """Lines by length, and the stretch of lines that holds most running text."""

    starts: np.ndarray
    ends: np.ndarray
    inked: np.ndarray
    """Non-blank lines up to each line, itself left out, shape (lines + 1,)."""
    long: np.ndarray
    """The lines of running text by length alone, in order."""
    first: int
    last: int
    """First and last line of the running text; -1 and -1 where there is none."""
    title: int
    """The title line as the zones have it; -1 without one."""
    zone_first: int
    zone_last: int


def layout(document: Document, zones: Zones) -> Layout:
    """The layout of a document."""
    starts, ends = document.starts, document.ends
    size = ends - starts
    inked = np.zeros(len(size) + 1, np.int64)
    np.cumsum(size > 1, out=inked[1:])
    gain = np.where(size >= LONG, np.minimum(size, 400), np.where(size > 1, -25, 0))
    total = np.cumsum(gain)
    before = total - gain
    lowest = np.minimum.accumulate(before)
    last = int(np.argmax(total - lowest)) if len(total) else -1
    if last < 0 or total[last] - lowest[last] <= 0:
        first = last = -1
    else:
        first = int(np.flatnonzero(before[: last + 1] == lowest[last])[-1])
    title = zones.title
    body = zones.first_body
    return Layout(
        starts, ends, inked, np.flatnonzero(size >= LONG), first, last,
        -1 if title is None else title,
        -1 if body is None else body,
        -1 if zones.last_body is None else zones.last_body,
    )  # fmt: skip
