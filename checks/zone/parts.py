"""Parts of a page: the kinds of rows, and what sorting finds out about them."""

from __future__ import annotations

import re

import msgspec
import numpy as np

JUNK, TEXT, HEAD, TITLE, CAPTION, LEAD, META = range(7)
KINDS = ("junk", "body", "subhead", "title", "caption", "lead", "meta")
_TRAIL = re.compile(r"\s(?:>>|[»›>→⟩/])\s|»|›|>>")
_TRAIL_MARKS = frozenset("»›>→⟩/")


class Sorted(msgspec.Struct, eq=False):
    """The kind of each row as a number of `KINDS`, and what was found out on the way.

    `forced` maps rows whose junk category is certain to that category. `title` is the row of the headline or -1.
    """

    kinds: np.ndarray
    forced: dict[int, str]
    title: int

    def is_junk(self, row: int, category: str) -> None:
        """Make a row furniture of a category that is certain."""
        self.kinds[row] = JUNK
        self.forced[row] = category


def is_trail(text: str) -> bool:
    """Whether a line is a path of page sections, by the marks between them."""
    return len(steps(text)) > 2


def steps(text: str) -> list[str]:
    """What stands between the marks of a path of page sections; the beginning of the text where there is no mark."""
    begin = text[:200]
    return [begin] if _TRAIL_MARKS.isdisjoint(begin) else _TRAIL.split(begin)
