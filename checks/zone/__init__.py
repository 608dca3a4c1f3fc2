"""Zones: what every line of a document is, and why furniture is called that."""

from __future__ import annotations

import numpy as np

from checks.model import Document, Zone, Zones
from checks.zone.categories import CATEGORIES, Reasons, categories
from checks.zone.features import Rows, rows
from checks.zone.insets import insets
from checks.zone.kinds import JUNK, KINDS, Sorted, sort
from checks.zone.network import Network, network

_NAMES = ("blank", "junk:whitespace-only", *KINDS[1:], *(f"junk:{name}" for name in CATEGORIES))
_FIRST_KIND = 1
_FIRST_CATEGORY = 2 + len(KINDS) - 1


def zone(document: Document) -> Zones:
    """The kind of every line of a document."""
    return decide(document, network())


def decide(document: Document, net: Network) -> Zones:
    """The kind of every line of a document, by the given weights."""
    seen = rows(document)
    chance = net.chances(seen.matrix)
    found = sort(seen, chance, net.threshold)
    named = categories(seen, found)
    codes = np.where(document.ends > document.starts, _whitespace(document, seen), 0).astype(np.int8)
    codes[seen.lines] = np.where(found.kinds == JUNK, _FIRST_CATEGORY + named, _FIRST_KIND + found.kinds)
    kinds = tuple([_NAMES[code] for code in codes.tolist()])
    share = np.zeros(len(kinds), np.float32)
    share[seen.lines] = chance[:, JUNK]
    return Zones(kinds, _runs(seen, found, codes), insets(seen, kinds), share)


def _whitespace(document: Document, seen: Rows) -> np.ndarray:
    """1 for lines that hold nothing but spaces other than the plain ones."""
    out = np.zeros(len(document.starts), np.int8)
    empty = document.ends > document.starts
    empty[seen.lines] = False
    for line in np.flatnonzero(empty).tolist():
        out[line] = bool(document.lines[line].strip(" \t\v\f"))
    return out


def _runs(seen: Rows, found: Sorted, codes: np.ndarray) -> tuple[Zone, ...]:
    """Stretches of lines of one kind; blank lines do not part them."""
    filled = np.flatnonzero(codes)
    if not len(filled):
        return ()
    of_line = codes[filled]
    begins = np.flatnonzero(np.diff(of_line, prepend=-1))
    ends = np.append(begins[1:], len(filled)) - 1
    row_of_line = np.searchsorted(seen.lines, filled)
    reasons = Reasons(seen, found)
    out = []
    columns = (of_line[begins], filled[begins], filled[ends], row_of_line[begins], row_of_line[ends])
    for code, first, last, first_row, last_row in zip(*(column.tolist() for column in columns), strict=True):
        why: tuple[str, ...] = ()
        if code == 1:
            why = ("it holds nothing but special spaces",)
        elif code >= _FIRST_CATEGORY:
            why = (reasons.of(CATEGORIES[code - _FIRST_CATEGORY], first_row, last_row),)
        out.append(Zone(_NAMES[code], first, last, why))
    return tuple(out)
