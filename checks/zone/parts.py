"""Parts of a page: the kinds of rows, and what sorting finds out about them."""

from __future__ import annotations

import re
from functools import cache

import msgspec
import numpy as np

from checks.lexicon import words

JUNK, TEXT, HEAD, TITLE, CAPTION, LEAD, META = range(7)
KINDS = ("junk", "body", "subhead", "title", "caption", "lead", "meta")
_TRAIL = re.compile(r"\s(?:>>|[»›>→⟩/])\s|»|›|>>")
_STEP = re.compile(r"\s(?:>>|[»›>→⟩/—–-])\s|»|›|>>")
_STEP_MARKS = frozenset("»›>→⟩/—–-")
_SPACED = re.compile(r"\s(?:>>|[»›>→⟩/])\s")


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
    """Whether a line is a path of page sections: by two marks between them, or by one behind the name of a front page."""
    return not _STEP_MARKS.isdisjoint(text[:200]) and (len(_TRAIL.findall(text[:200])) > 1 or _from_home(text))


def _from_home(text: str) -> bool:
    first = _STEP.search(text[:200])
    return first is not None and text[: first.start()].strip().casefold() in _front_pages()


def is_path(text: str) -> bool:
    """Whether a line has a mark that parts the sections of a page, with spaces around it."""
    return _SPACED.search(text[:200]) is not None


def is_spaced_trail(text: str) -> bool:
    """Whether a line is a path with spaces around its marks, and no sentence with quotation marks or slashes."""
    return is_path(text) and (_from_home(text) or ("/" not in text and is_trail(text)))


def last_step(text: str) -> str:
    """What stands behind the last mark of a path of page sections."""
    return _TRAIL.split(text)[-1].strip()


@cache
def _front_pages() -> frozenset[str]:
    """What sites call their front page, among other things that stand above a headline."""
    return frozenset(phrase for held in words("navigation").values() for phrase in held.get("site-header", ()))
