"""Zones: what every line of a document is, and why furniture is called that."""

from __future__ import annotations

import numpy as np

from checks.model import Document, Zone, Zones
from checks.shape import SPACE, shape
from checks.zone.categories import CATEGORIES, categories
from checks.zone.features import Rows, rows
from checks.zone.insets import insets
from checks.zone.kinds import sort
from checks.zone.network import Network, network
from checks.zone.parts import JUNK, KINDS
from checks.zone.reasons import Reasons
from checks.zone.smoothing import smoothed

_NAMES = ("blank", "junk:whitespace-only", *KINDS[1:], *(f"junk:{name}" for name in CATEGORIES))
_NAMED = np.array(_NAMES, object)
_WHITESPACE = 1
_BEYOND = "junk:unjudged"
_FIRST_KIND = 1
_FIRST_CATEGORY = 2 + len(KINDS) - 1


def zone(document: Document) -> Zones:
    """The kind of every line of a document; of a very long one those beyond its head are not judged, and junk."""
    head = document.head()
    zones = decide(head, network())
    return zones if head is document else _lengthened(zones, document)


def _lengthened(zones: Zones, document: Document) -> Zones:
    """The zones of a head with the lines beyond it."""
    first = len(zones.kinds)
    if first == len(document.starts):  # one line without end
        return zones
    begin = int(document.starts[first])
    inked = np.append((shape(document).classes[begin:] - np.uint8(SPACE)) > 1, [False])  # the last line may be empty
    filled = np.logical_or.reduceat(inked, document.starts[first:] - begin)
    names: list[str] = np.array(["blank", _BEYOND], object).take(filled).tolist()
    lines = filled.nonzero()[0]
    why = (f"it stands beyond line {first:,}, and no article is so long: nothing from there on was judged",)
    run = (Zone(_BEYOND, first + int(lines[0]), first + int(lines[-1]), why),) if len(lines) else ()
    share = np.append(zones.junk_share, filled.astype(np.float32))
    return Zones((*zones.kinds, *names), (*zones.runs, *run), zones.insets, share)


def decide(document: Document, net: Network) -> Zones:
    """The kind of every line of a document, by the given weights."""
    seen = rows(document, net.guess)
    chance = net.chances(seen.matrix)
    found = sort(seen, chance, net.threshold)
    told = categories(seen, found)
    named = smoothed(told, seen.weight, CATEGORIES)
    if found.forced:
        certain = list(found.forced)
        named[certain] = told[certain]
    codes = np.zeros(len(document.starts), np.int8)
    for line in _special(document, seen):
        codes[line] = _WHITESPACE
    codes[seen.lines] = np.where(found.kinds == JUNK, _FIRST_CATEGORY + named, _FIRST_KIND + found.kinds)
    share = np.zeros(len(codes), np.float32)
    share[seen.lines] = chance[:, JUNK]
    kinds = tuple(_NAMED.take(codes).tolist())
    return Zones(kinds, _runs(seen, Reasons(seen, found, named), codes), insets(seen, found), share)


def _special(document: Document, seen: Rows) -> list[int]:
    """The lines that hold nothing but spaces other than the plain ones."""
    empty = document.ends > document.starts
    empty[seen.lines] = False
    return [line for line in empty.nonzero()[0].tolist() if document.lines[line].strip(" \t\v\f")]


def _runs(seen: Rows, reasons: Reasons, codes: np.ndarray) -> tuple[Zone, ...]:
    """Stretches of lines of one kind; blank lines do not part them."""
    filled = codes.nonzero()[0]
    of_line = codes.take(filled)
    parted = np.ones(len(filled) + 1, bool)
    np.not_equal(of_line[1:], of_line[:-1], out=parted[1:-1])
    edges = parted.nonzero()[0] if len(filled) else filled
    begins, firsts, lasts = edges[:-1], filled.take(edges[:-1]), filled.take(edges[1:] - 1)
    columns = (of_line.take(begins), firsts, lasts, seen.lines.searchsorted(firsts), seen.lines.searchsorted(lasts))
    out = []
    for code, first, last, first_row, last_row in zip(*(column.tolist() for column in columns), strict=True):
        why: tuple[str, ...] = ()
        if code >= _FIRST_CATEGORY:
            why = (reasons.of(CATEGORIES[code - _FIRST_CATEGORY], first_row, last_row),)
        elif code == _WHITESPACE:
            why = ("it holds nothing but special spaces",)
        out.append(Zone(_NAMES[code], first, last, why))
    return tuple(out)
