"""Reasons: why runs of junk rows are called what they are, in plain words."""

from __future__ import annotations

from bisect import bisect_left

import numpy as np

from checks.zone.categories import FROM_OPENING, FROM_WHOLE, HEADLINE
from checks.zone.features import Rows
from checks.zone.parts import Sorted

_LOOKED_AT = 8
_INSIDE = "between paragraphs"


class Reasons:
    """The reasons of one document."""

    def __init__(self, rows: Rows, found: Sorted, named: np.ndarray) -> None:
        """`named` are the categories of the rows, int8."""
        self.rows, self.found = rows, found
        whole = FROM_WHOLE.take(rows.whole) == named
        said = (whole | (FROM_OPENING.take(rows.opening) == named)).nonzero()[0]
        self.said: list[int] = [*said.tolist(), len(named)]
        self.whole: list[bool] = whole.take(said).tolist()
        text = (found.kinds * rows.prose).nonzero()[0]
        self.end = int(text[-1]) if len(text) else -1

    def of(self, name: str, first: int, last: int) -> str:
        """The strongest reason for the rows `first` to `last`."""
        if first in self.found.forced and name in _CERTAIN:
            return _CERTAIN[name]
        place = bisect_left(self.said, first)
        row = self.said[place]
        if row <= last and row <= first + _LOOKED_AT:
            if self.whole[place]:
                return f"“{_quoted(self.rows.texts[row])}” is a phrase of web pages, not of articles"
            return f"“{_quoted(self.rows.texts[row])}” begins as {_WHAT.get(name, 'page furniture')} does"
        where = "before the headline" if last < self.found.title else "after the last paragraph" if first > self.end else _INSIDE
        if last > first:
            return f"{last - first + 1} lines {where} that form no running text"
        if self.rows.repeats[first] > 1:
            return f"it stands {where} and the same line occurs {int(self.rows.repeats[first])} times in the file"
        plain = "a short line" if self.rows.weight[first] < HEADLINE else "a line that reads like a headline"
        return f"{plain} {where}, with no running text beside it"


def _quoted(line: str) -> str:
    text = " ".join(line[:200].split())
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
    "breadcrumb": "a path of page sections",
    "site-header": "a site header",
    "share-widget": "a prompt to share",
    "ui-control": "a control of a web page",
    "related-block": "a pointer to another article",
    "most-read": "a list of popular articles",
    "tags": "a list of topics",
    "comments": "a comment section",
    "newsletter": "a newsletter sign-up",
    "consent": "a consent notice",
    "paywall": "a subscription prompt",
    "ad": "an advertisement mark",
    "placeholder": "a notice of missing content",
    "image-alt": "a picture's replacement text",
    "pagination": "page numbers",
    "footer": "an imprint or copyright line",
    "section-nav": "a menu of sections",
}
