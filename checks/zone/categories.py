"""Categories: what sort of furniture each junk row is.

A row that is a known phrase has its category. Headings hand theirs on to the rows under them, until the article or
another heading begins. The rest goes by where it stands and how long it is.
"""

from __future__ import annotations

import numpy as np

from checks.shape import DIGIT, SEPARATOR, SPACE, STOP
from checks.zone.days import dated
from checks.zone.features import PROSE, Rows
from checks.zone.parts import JUNK, Sorted
from checks.zone.paths import is_path
from checks.zone.phrases import PREFIXES, WHOLE
from checks.zone.smoothing import LIGHT
from checks.zone.strung import strung

CATEGORIES = (
    "breadcrumb", "site-header", "section-nav", "share-widget", "ui-control", "related-block", "related-links-inline",
    "most-read", "tags", "comments", "newsletter", "consent", "paywall", "ad", "placeholder", "image-alt",
    "duplicate-title", "duplicate-lead", "pagination", "footer", "residue", "whitespace-only",
)  # fmt: skip
NUMBER = {name: n for n, name in enumerate(CATEGORIES)}
_NONE = -1
HEADLINE = np.float32(28)
"""Weight from which a line outside the article looks like a headline and no menu entry: between the two humps of the
labelled furniture lines."""
_LINKS_LEAST, _LINKS_MOST = 2, 160.0
_CLOCK_LEAST, _CLOCK_MOST = np.float32(4), np.float32(60)
_BELOW_TEXT, _AT_END = 3, 3
_HANDING_MOST, _FOOTER_MOST = np.float32(80), 6 * PROSE
_HANDED_FAR = 40
"""Rows that a heading speaks for, at most."""


def _code(name: str) -> int:
    bare = name.removesuffix("-start")
    return NUMBER.get({"author-box": "related-block"}.get(bare, bare), _NONE)


FROM_WHOLE = np.array([_NONE, *(_code(name) for name in WHOLE)], np.int8)
FROM_OPENING = np.array([_NONE, *(_code(name) for name in PREFIXES)], np.int8)
_OF_NUMBERS = np.array([NUMBER["residue"], NUMBER["pagination"]], np.int8)
"""What a line without letters is, by whether it has digits."""
_POINTS = np.equal(FROM_OPENING, NUMBER["related-block"])
_HANDED_ON = np.array([name in ("related-block", "most-read", "comments", "newsletter", "tags", "consent") for name in CATEGORIES])


def categories(rows: Rows, found: Sorted) -> np.ndarray:
    """The category of every row as a number of `CATEGORIES`, int8; -1 for rows of the article."""
    n = len(rows.lines)
    junk = found.kinds == JUNK
    own = by_phrase(rows)
    _patterns(rows, found, junk, own)
    body = (found.kinds * rows.prose).nonzero()[0]
    first, last = (int(body[0]), int(body[-1])) if len(body) else (n, -1)
    _strung(rows, junk, own, last)
    for row, name in found.forced.items():
        own[row] = NUMBER[name]
    out, speaker = _handed(junk, own, rows)
    title = found.title if found.title >= 0 else first
    # What nothing is known of: menus and teasers outside the article, controls and teasers inside.
    loose = np.empty(n, np.int8)
    loose[:] = NUMBER["section-nav"]
    loose[max(title, 0) : last + 1] = NUMBER["ui-control"]
    loose[rows.weight >= HEADLINE] = NUMBER["related-block"]
    np.copyto(out, loose, where=junk & (out == _NONE))
    _clock(rows, found, junk, own, out)
    _menu_heads(rows, found, own, out)
    _footer(rows, own, speaker, junk, out, last)
    _lonely_headings(own, junk, out)
    _sandwiched(own, out)
    _alone_in_text(rows, junk, out, max(title, 0), last)
    for row, name in found.forced.items():
        out[row] = NUMBER[name]
    _legal_links(rows, found, own, out, last)
    out[~junk] = _NONE
    return out


def by_phrase(rows: Rows) -> np.ndarray:
    """The category of the phrase that each row is or begins with, -1 for none."""
    return np.where(rows.whole, FROM_WHOLE.take(rows.whole), FROM_OPENING.take(rows.opening))


def _patterns(rows: Rows, found: Sorted, junk: np.ndarray, own: np.ndarray) -> None:
    """Paths above the headline, and lines of numbers and marks alone."""
    bare = ((own == _NONE) & junk & rows.wordless).nonzero()[0]
    trails: list[int] = []
    if found.title >= 0:
        upto = found.title + 2
        trails = ((own[:upto] == _NONE) & junk[:upto] & rows.has[SEPARATOR, :upto]).nonzero()[0].tolist()
    own[bare] = _OF_NUMBERS.take(rows.has[DIGIT].take(bare))
    for row in trails:
        if is_path(rows.texts[row]):
            own[row] = NUMBER["breadcrumb"]


def _clock(rows: Rows, found: Sorted, junk: np.ndarray, own: np.ndarray, out: np.ndarray) -> None:
    """A day and a time above the headline are the clock of the page."""
    upto = max(found.title, 0)
    for row in (junk[:upto] & (own[:upto] == _NONE) & (rows.counts[DIGIT, :upto] >= _CLOCK_LEAST)).nonzero()[0].tolist():
        if rows.weight[row] < _CLOCK_MOST and dated(rows.texts[row][: int(_CLOCK_MOST)]):
            out[row] = NUMBER["ui-control"]


def _menu_heads(rows: Rows, found: Sorted, own: np.ndarray, out: np.ndarray) -> None:
    """A short label of other articles above the headline, with a section of the site under it, is a section too."""
    upto = max(found.title - 1, 0)
    heads = (own[:upto] == NUMBER["related-block"]) & (rows.weight[:upto] <= LIGHT) & (own[1 : upto + 1] == NUMBER["section-nav"])
    out[:upto][heads] = NUMBER["section-nav"]


def _strung(rows: Rows, junk: np.ndarray, own: np.ndarray, last: int) -> None:
    """Rows that string phrases together, right below the text and at the end of the page."""
    n = len(own)
    places = np.array(sorted({*range(last + 1, min(last + 1 + _BELOW_TEXT, n)), *range(max(last + 1, n - _AT_END), n)}), np.int64)
    places = places[junk.take(places) & (own.take(places) == _NONE) & ~rows.has[STOP].take(places)]
    for row, name in strung(rows.tokens, rows.counts[DIGIT], rows.weight, places).items():
        own[row] = _code(name)


def _handed(junk: np.ndarray, own: np.ndarray, rows: Rows) -> tuple[np.ndarray, np.ndarray]:
    """The category of each row and the row it has it from: itself, or the nearest heading above.

    A heading speaks for the rows below it as long as nothing of the article and no other heading is between.
    """
    none = own == _NONE
    known = junk & ~none & (rows.weight < _HANDING_MOST)
    heading = known & _HANDED_ON.take(own, mode="clip")
    alone = known & ~heading
    stops = heading | ~junk
    stops[1:] |= alone[1:] & alone[:-1]
    at = np.arange(len(own))
    above = np.maximum.accumulate(np.where(stops, at, 0))
    handed = none & heading.take(above) & (at - above <= _HANDED_FAR)
    speaker = np.where(handed, above, at)
    return own.take(speaker), speaker


def _footer(rows: Rows, own: np.ndarray, speaker: np.ndarray, junk: np.ndarray, out: np.ndarray, last: int) -> None:
    """After the first copyright line or run of imprint links below the text, what is not known otherwise is footer."""
    marks = last + 1 + ((own[last + 1 :] == NUMBER["footer"]) & junk[last + 1 :]).nonzero()[0]
    if len(marks) >= 2 or (len(marks) and len(junk) - marks[0] <= 12):
        tail = slice(int(marks[0]), None)
        headed = (speaker[tail] > marks[0]) & (out[tail] != _NONE)  # by a list's heading among them
        loose = ((own[tail] == _NONE) & ~headed) | (own[tail] == NUMBER["section-nav"])
        out[tail][junk[tail] & loose & (rows.weight[tail] < _FOOTER_MOST)] = NUMBER["footer"]


def _legal_links(rows: Rows, found: Sorted, own: np.ndarray, out: np.ndarray, last: int) -> None:
    """Several words on the row directly above a copyright line are links to the imprint, whatever block ends there."""
    for row in [row - 1 for row, name in found.forced.items() if name == "footer" and row - 1 > last]:
        sentence = rows.counts[STOP, row] + rows.counts[DIGIT, row] > 0 or rows.counts[SPACE, row] < _LINKS_LEAST
        if found.kinds[row] == JUNK and own[row] == _NONE and not sentence and HEADLINE <= rows.weight[row] < _LINKS_MOST:
            out[row] = NUMBER["footer"]


def _alone_in_text(rows: Rows, junk: np.ndarray, out: np.ndarray, title: int, last: int) -> None:
    """A pointer to another article with the text going on above and below it is a link inside the text, no block."""
    for row in _POINTS.take(rows.opening).nonzero()[0].tolist():
        if title < row <= last and junk[row] and not (rows.whole[row] or junk[row - 1]) and row + 1 < len(junk) and not junk[row + 1]:
            out[row] = NUMBER["related-links-inline"]


def _lonely_headings(own: np.ndarray, junk: np.ndarray, out: np.ndarray) -> None:
    """A heading of a popular list with nothing under it ends the block it stands in."""
    for row in (own == NUMBER["most-read"]).nonzero()[0].tolist():
        alone = row + 1 >= len(out) or out[row + 1] != NUMBER["most-read"]
        if alone and row and junk[row] and out[row - 1] == NUMBER["related-block"]:
            out[row] = NUMBER["related-block"]


def _sandwiched(own: np.ndarray, out: np.ndarray) -> None:
    """A single section name between two rows of a related block is a label of that block."""
    related = out == NUMBER["related-block"]
    if len(out) > 2:
        between = (own[1:-1] == NUMBER["section-nav"]) & related[:-2] & related[2:]
        out[1:-1][between] = NUMBER["related-block"]
