"""Zones: what every line of a document is."""

from __future__ import annotations

import re

import numpy as np

from checks.model import Document, Zone, Zones
from checks.shape import Kind, shape

_DATE = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{2,4}|\b(?:19|20)\d\d\b|\d{1,2}:\d\d|年\d{1,2}月")


def zone(document: Document) -> Zones:
    """The kind of every line of a document."""
    found = shape(document)
    lines = document.lines
    count = len(lines)
    counts = found.counts
    dense = counts[:, Kind.DENSE]
    length = counts.sum(1) - counts[:, Kind.SPACE] - counts[:, Kind.BREAK] + 2 * dense
    ended = np.array([line.rstrip()[-1:] in ".!?。！？…”\"»)）" if line else False for line in lines])
    value = np.where(length == 0, 0.0, np.where((length > 60) & ended, np.minimum(length, 600.0), np.where(length > 120, 60.0, -40.0)))
    best, here, begin, span = 0.0, 0.0, 0, (0, -1)
    for n, v in enumerate(value.tolist()):
        if here <= 0:
            here, begin = 0.0, n
        here += v
        if here > best:
            best, span = here, (begin, n)
    first, last = span
    kinds = []
    for n, line in enumerate(lines):
        if not line.strip():
            kinds.append("blank" if not line.strip(" \t\r\n\v\f") else "junk:whitespace-only")
        elif first <= n <= last:
            kinds.append("body" if length[n] > 45 or ended[n] else "subhead")
        else:
            kinds.append("junk:residue")
    titles = [n for n in range(max(0, first - 25), first) if 15 <= length[n] <= 250 and kinds[n] != "blank" and not _DATE.search(lines[n][:200])]
    if titles:
        kinds[max(titles, key=lambda n: min(length[n], 90))] = "title"
    for n in range(max(0, first - 12), first):
        if kinds[n] == "junk:residue" and length[n] < 120 and _DATE.search(lines[n][:200]):
            kinds[n] = "meta"
    share = np.array([0.9 if kind.startswith("junk") else 0.1 for kind in kinds], np.float32)
    return Zones(tuple(kinds), _runs(kinds), (), share)


def _runs(kinds: list[str]) -> tuple[Zone, ...]:
    runs: list[Zone] = []
    for n, kind in enumerate(kinds):
        if kind == "blank":
            continue
        why = ("it stands outside the longest stretch of sentences",) if kind.startswith("junk") else ()
        if runs and runs[-1].kind == kind:
            runs[-1] = Zone(kind, runs[-1].first, n, why)
        else:
            runs.append(Zone(kind, n, n, why))
    return tuple(runs)
