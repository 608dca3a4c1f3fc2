"""Parts of a page: the kinds of rows, and what sorting finds out about them."""

from __future__ import annotations

import msgspec
import numpy as np

JUNK, TEXT, HEAD, TITLE, CAPTION, LEAD, META = range(7)
KINDS = ("junk", "body", "subhead", "title", "caption", "lead", "meta")


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
