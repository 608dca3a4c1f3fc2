"""Lines cut where evidence begins and ends, so that a stretch under several marks carries all of them."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence

import msgspec

from checks.model import Document
from checks.statement import Evidence, InsetSegment

COST = 45
"""About what one marked line of evidence adds to a page, in bytes."""
CHEAP = 14
"""What a mark adds that has neither number nor anchor."""


MOST_LINES = 30
"""Lines of one stretch of evidence that are marked."""


class Piece(msgspec.Struct, frozen=True):
    """A stretch of a line, what covers it, and what begins at it: ids of evidence, or kinds of insets after a slash."""

    start: int
    end: int
    ids: tuple[str, ...]
    begins: tuple[str, ...]


def chosen(
    document: Document, evidence: Iterable[Evidence], linked: Container[str], levels: Mapping[str, str], room: int
) -> list[Evidence]:
    """The evidence for which there is room, in bytes: what links lead to, then what is worst; in the order given.

    `levels` has the worst level of the findings that each piece of evidence proves; what has none and is not linked is left out.
    """
    shown = [one for one in evidence if one.id in linked or one.id in levels]
    ranks = {"error": 1, "warning": 2, "note": 3}
    left, kept = room, set()
    for one in sorted(shown, key=lambda one: 0 if one.id in linked else ranks[levels[one.id]]):
        lines = 1 + document.line_at(_end(one) - 1) - document.line_at(one.selector[0].start)
        left -= lines * (CHEAP if levels.get(one.id) == "note" and one.id not in linked else COST)
        if left < 0 and one.id not in linked:
            break
        kept.add(one.id)
    return [one for one in shown if one.id in kept]


def pieces(
    document: Document, evidence: Sequence[Evidence], insets: Iterable[InsetSegment], brief: Container[str], size: int
) -> dict[int, list[Piece]]:
    """Lines with evidence or insets -> their stretches; of brief evidence the first line is enough. `size` characters are shown."""
    here: dict[int, list[tuple[int, int, str, bool]]] = {}
    spans = [(one.selector[0].start, _end(one), one.id) for one in evidence]
    for left, right, name in (*spans, *((one.start, one.end, f"/{one.kind}") for one in insets)):
        start, end = left, min(right, size)
        if start >= end:
            continue
        first = document.line_at(start)
        last = first if name in brief else min(document.line_at(end - 1), first + MOST_LINES)
        for n in range(first, last + 1):
            a, b = max(start, int(document.starts[n])), min(end, int(document.ends[n]))
            if a < b or n == first:
                here.setdefault(n, []).append((a, max(a, b), name, n == first))
    return {n: _cut(int(document.starts[n]), min(int(document.ends[n]), size), given) for n, given in here.items()}


def _end(one: Evidence) -> int:
    """Where evidence really ends; its quote may be but the beginning."""
    return one.reaches or one.selector[0].end


def _cut(start: int, end: int, spans: list[tuple[int, int, str, bool]]) -> list[Piece]:
    edges = sorted({start, end, *(min(edge, end) for span in spans for edge in span[:2])})
    opening: dict[int, list[tuple[str, bool]]] = {}
    closing: dict[int, list[str]] = {}
    for left, right, name, first in spans:
        opening.setdefault(min(left, end), []).append((name, first))
        closing.setdefault(min(right, end), []).append(name)
    active: dict[str, None] = {}
    cut = []
    for left, right in zip(edges, [*edges[1:], end], strict=True):
        for name in closing.get(left, ()):
            active.pop(name, None)
        opened = opening.get(left, ())
        active.update((name, None) for name, _ in opened)
        if left < right or opened:
            cut.append(Piece(left, right, tuple(active), tuple(name for name, first in opened if first)))
    return cut
