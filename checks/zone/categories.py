"""Categories: what sort of furniture each junk row is, and why it is said to be.

A row that is a known phrase has its category. Headings hand theirs on to the rows under them, until the article or
another heading begins. The rest goes by where it stands and how long it is.
"""

from __future__ import annotations

import numpy as np

from checks.shape import Kind
from checks.zone.features import PROSE, Rows
from checks.zone.kinds import JUNK, TRAIL, Sorted
from checks.zone.phrases import PREFIXES, WHOLE

CATEGORIES = (
    "breadcrumb", "site-header", "section-nav", "share-widget", "ui-control", "related-block", "related-links-inline",
    "most-read", "tags", "comments", "newsletter", "consent", "paywall", "ad", "placeholder", "image-alt",
    "duplicate-title", "duplicate-lead", "pagination", "footer", "residue", "whitespace-only",
)  # fmt: skip
_NUMBER = {name: n for n, name in enumerate(CATEGORIES)}
_NONE = -1
_HEADLINE = 28.0
"""Weight from which a line outside the article looks like a headline and no menu entry: between the two humps of the
labelled furniture lines."""


def _code(name: str) -> int:
    bare = name.removesuffix("-start")
    return _NUMBER.get({"author-box": "related-block"}.get(bare, bare), _NONE)


_FROM_WHOLE = np.array([_NONE, *(_code(name) for name in WHOLE)], np.int8)
_FROM_OPENING = np.array([_NONE, *(_code(name) for name in PREFIXES)], np.int8)
_HANDED_ON = np.array([name in ("related-block", "most-read", "comments", "newsletter", "tags", "consent") for name in CATEGORIES])


def categories(rows: Rows, found: Sorted) -> np.ndarray:
    """The category of every row as a number of `CATEGORIES`, int8; -1 for rows of the article."""
    n = len(rows.lines)
    junk = found.kinds == JUNK
    own = np.where(rows.whole > 0, _FROM_WHOLE[rows.whole], _FROM_OPENING[rows.opening])
    _patterns(rows, found, junk & (own == _NONE), own)
    for row, name in found.forced.items():
        own[row] = _NUMBER[name]
    body = np.flatnonzero(~junk & (rows.prose > 0))
    first, last = (int(body[0]), int(body[-1])) if len(body) else (n, -1)
    place = np.arange(n)
    out = np.where(own == _NONE, _handed(junk, own, rows), own)
    unknown = junk & (out == _NONE)
    title = found.title if found.title >= 0 else first
    headline = rows.weight >= _HEADLINE
    before = place < max(title, 0)
    after = place > last
    out[unknown & before] = np.where(headline, _NUMBER["related-block"], _NUMBER["section-nav"])[unknown & before]
    out[unknown & after] = np.where(headline, _NUMBER["related-block"], _NUMBER["section-nav"])[unknown & after]
    inside = unknown & ~before & ~after
    out[inside] = np.where(headline, _NUMBER["related-block"], _NUMBER["ui-control"])[inside]
    _footer(rows, own, junk, out, last)
    _lonely_headings(own, junk, out)
    _sandwiched(own, out)
    for row, name in found.forced.items():
        out[row] = _NUMBER[name]
    out[~junk] = _NONE
    return out


def _patterns(rows: Rows, found: Sorted, open_: np.ndarray, own: np.ndarray) -> None:
    """Paths above the headline, and lines of numbers and marks alone."""
    counts = rows.shape.counts[rows.lines]
    bare = counts[:, 1:6].sum(1) == 0
    digits = counts[:, Kind.DIGIT] > 0
    own[open_ & bare & digits] = _NUMBER["pagination"]
    own[open_ & bare & ~digits] = _NUMBER["residue"]
    trail = np.flatnonzero(open_[: found.title + 2] & (counts[: found.title + 2, Kind.SEPARATOR] >= 2)) if found.title >= 0 else ()
    for row in trail:
        if len(TRAIL.findall(rows.document.lines[rows.lines[row]][:200])) >= 2:
            own[row] = _NUMBER["breadcrumb"]


def _handed(junk: np.ndarray, own: np.ndarray, rows: Rows) -> np.ndarray:
    """The category of the nearest heading above, when nothing of the article and no other heading lies between."""
    place = np.arange(len(junk))
    known = junk & (own != _NONE) & (rows.weight < 80)
    heading = known & _HANDED_ON[np.maximum(own, 0)]
    menu = known & ~heading & np.append(False, known[:-1] & ~heading[:-1])
    stop = np.maximum.accumulate(np.where(heading | menu | ~junk, place, -1))
    seen = np.where(stop >= 0, own[np.maximum(stop, 0)], _NONE)
    passed = (seen != _NONE) & _HANDED_ON[np.maximum(seen, 0)] & junk[np.maximum(stop, 0)]
    return np.where(passed & (place - stop <= 40), seen, _NONE).astype(np.int8)


def _footer(rows: Rows, own: np.ndarray, junk: np.ndarray, out: np.ndarray, last: int) -> None:
    """After the first copyright line or run of imprint links below the text, what is not known otherwise is footer."""
    marks = np.flatnonzero((own == _NUMBER["footer"]) & junk)
    marks = marks[marks > last]
    if len(marks) >= 2 or (len(marks) and len(junk) - marks[0] <= 12):
        tail = np.arange(len(junk)) >= marks[0]
        loose = (own == _NONE) | (own == _NUMBER["section-nav"])
        out[tail & junk & loose & (rows.weight < PROSE * 6)] = _NUMBER["footer"]


def _lonely_headings(own: np.ndarray, junk: np.ndarray, out: np.ndarray) -> None:
    """A heading of a popular list with nothing under it ends the block it stands in."""
    popular = np.flatnonzero((own == _NUMBER["most-read"]) & junk)
    for row in popular.tolist():
        alone = row + 1 >= len(out) or out[row + 1] != _NUMBER["most-read"]
        if alone and row and out[row - 1] == _NUMBER["related-block"]:
            out[row] = _NUMBER["related-block"]


def _sandwiched(own: np.ndarray, out: np.ndarray) -> None:
    """A single section name between two rows of a related block is a label of that block."""
    related = out == _NUMBER["related-block"]
    if len(out) > 2:
        between = (own[1:-1] == _NUMBER["section-nav"]) & related[:-2] & related[2:]
        out[1:-1][between] = _NUMBER["related-block"]


class Reasons:
    """Why runs of junk rows are called what they are, in plain words."""

    def __init__(self, rows: Rows, found: Sorted) -> None:
        self.rows, self.found = rows, found
        self.whole, self.opening = _FROM_WHOLE[rows.whole].tolist(), _FROM_OPENING[rows.opening].tolist()
        text = np.flatnonzero((found.kinds != JUNK) & (rows.prose > 0))
        self.end = int(text[-1]) if len(text) else -1

    def of(self, name: str, first: int, last: int) -> str:
        """The strongest reason for the rows `first` to `last`."""
        if first in self.found.forced and name in _CERTAIN:
            return _CERTAIN[name]
        number = _NUMBER[name]
        for row in range(first, min(last, first + 8) + 1):
            if self.whole[row] == number:
                return f"“{_quoted(self.rows, row)}” is a phrase of web pages, not of articles"
            if self.opening[row] == number:
                return f"“{_quoted(self.rows, row)}” begins as {_WHAT.get(name, 'page furniture')} does"
        where = (
            "before the headline" if last < self.found.title else "after the last paragraph" if first > self.end else "between paragraphs"
        )
        if last > first:
            return f"{last - first + 1} lines {where} that form no running text"
        if self.rows.repeats[first] > 1:
            return f"it stands {where} and the same line occurs {int(self.rows.repeats[first])} times in the file"
        plain = "a short line" if self.rows.weight[first] < _HEADLINE else "a line that reads like a headline"
        return f"{plain} {where}, with no running text beside it"


def _quoted(rows: Rows, row: int) -> str:
    text = " ".join(rows.document.lines[rows.lines[row]][:200].split())
    return text if len(text) <= 40 else text[:39] + "…"


_CERTAIN = {
    "duplicate-title": "it repeats the headline",
    "duplicate-lead": "it repeats a paragraph that follows in the article",
    "image-alt": "it is the text in place of a picture, directly above the caption",
    "related-links-inline": "several headlines joined by spaces, without a full stop",
    "breadcrumb": "a path of page sections above the headline",
    "footer": "a copyright line below the text",
    "placeholder": "a mark that a template left unfilled",
    "site-header": "a name and a slogan above the headline",
    "whitespace-only": "it holds nothing but special spaces",
}
_WHAT = {
    "breadcrumb": "a path of page sections", "site-header": "a site header", "share-widget": "a prompt to share", "ui-control": "a control of a web page",
    "related-block": "a pointer to another article", "most-read": "a list of popular articles", "tags": "a list of topics", "comments": "a comment section",
    "newsletter": "a newsletter sign-up", "consent": "a consent notice", "paywall": "a subscription prompt", "ad": "an advertisement mark",
    "placeholder": "a notice of missing content", "image-alt": "a picture's replacement text", "pagination": "page numbers", "footer": "an imprint or copyright line",
    "section-nav": "a menu of sections",
}  # fmt: skip
