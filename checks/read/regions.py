"""Stretches of a UTF-8 file that are in another charset: where they begin and end, and what they say."""

from __future__ import annotations

import numpy as np

from checks.model import Region, Span
from checks.read.damage import UNREADABLE, Damage, legacy_text
from checks.read.legacy import guess, reading_cost

BRIDGED = 2
"""Whole UTF-8 characters in a row that an old charset forms by chance, between bad bytes."""
STRETCH = 4
"""Bad bytes in a row that make a stretch of another charset, and whole characters in a row that prove UTF-8 beside it."""
OUTWEIGH = 2
"""Bad bytes for each whole character from which on a line is not UTF-8: EUC-KR and GBK have seven, the others more."""
REGIONS = 100


def mixed(raw: bytes, damage: Damage) -> tuple[Region, ...]:
    """The stretches of a UTF-8 file that are in an old charset; empty unless both charsets are proved."""
    spans = _foreign_lines(damage) or _foreign_runs(damage)
    if not spans or len(spans) > REGIONS:
        return ()
    edges = _byte_edges(damage, spans)
    pieces = [raw[begin:end] for begin, end in edges]
    found = guess(b"\n".join(pieces))
    if found is None or reading_cost(b"\n".join(pieces), found.charset) > UNREADABLE:
        return ()
    return tuple(
        Region(begin, end, span, found.charset, legacy_text(piece, found.charset).text)
        for (begin, end), span, piece in zip(edges, spans, pieces, strict=True)
    )


def _foreign_lines(damage: Damage) -> list[Span]:
    """Lines in which bad bytes outweigh whole characters, neighbours joined; empty where the other lines do not prove UTF-8."""
    codes = np.frombuffer(damage.text.encode("utf-32-le"), np.uint32)
    feeds = np.flatnonzero(codes == ord("\n"))
    starts, ends = np.append(0, feeds + 1), np.append(feeds, len(codes))
    bad = np.searchsorted(damage.at, ends) - np.searchsorted(damage.at, starts)
    whole = np.searchsorted(damage.high, ends) - np.searchsorted(damage.high, starts) - bad
    foreign = bad > OUTWEIGH * whole
    sure = ~foreign & (bad + whole > 0)
    if len(starts) == 1 or whole[sure].sum() < max(STRETCH, damage.count / 20):
        return []
    groups: list[list[int]] = []
    beside = False
    for line in np.flatnonzero(foreign | sure).tolist():  # lines of ASCII alone tell nothing and part nothing
        if foreign[line]:
            if not beside:
                groups.append([])
            groups[-1].append(line)
        beside = bool(foreign[line])
    return [Span(int(starts[lines[0]]), int(ends[lines[-1]])) for lines in groups if bad[lines].sum() >= STRETCH]


def _foreign_runs(damage: Damage) -> list[Span]:
    """Runs of bad bytes with all that stands between the whole characters beside them, for files without lines."""
    runs = _runs(damage)
    stretches = [(first, last) for bad, first, last, size in runs if bad and size >= STRETCH]
    whole = sum(size for bad, _, _, size in runs if not bad and size >= STRETCH)
    if not stretches or whole < max(STRETCH, damage.count / 20):
        return []
    text, high = damage.text, damage.high
    spans = []
    for first, last in stretches:
        before = int(high[first - 1]) + 1 if first else 0
        after = int(high[last + 1]) if last + 1 < len(high) else len(text)
        begin = max(before, text.rfind("\n", before, int(high[first])) + 1)
        end = text.find("\n", int(high[last]), after)
        spans.append(Span(begin, end if end >= 0 else after))
    return spans


def _runs(damage: Damage) -> list[tuple[bool, int, int, int]]:
    """Runs of bad and of whole characters: bad or not, first and last of `high`, size; short whole runs between bad ones are bridged."""
    spoiled = np.zeros(len(damage.high), bool)
    spoiled[np.searchsorted(damage.high, damage.at)] = True
    for _ in range(2):
        starts = np.flatnonzero(np.diff(spoiled, prepend=~spoiled[:1]))
        sizes = np.diff(starts, append=len(spoiled))
        bad = spoiled[starts]
        strong = bad & (sizes >= STRETCH)
        bridged = ~bad & (sizes <= BRIDGED)
        bridged[1:] &= strong[:-1]
        bridged[:-1] &= strong[1:]
        bridged[[0, -1]] = False
        spoiled = np.repeat(bad | bridged, sizes)
    kept = sizes >= STRETCH
    starts, sizes, bad = starts[kept], sizes[kept], bad[kept]
    if len(starts) > 4 * REGIONS:
        return []
    return [(b, s, s + n - 1, n) for b, s, n in zip(bad.tolist(), starts.tolist(), sizes.tolist(), strict=True)]


def _byte_edges(damage: Damage, spans: list[Span]) -> list[tuple[int, int]]:
    """The byte offsets of spans of a damaged UTF-8 text, ascending."""
    edges, last, byte = [], 0, 0
    for place in [edge for span in spans for edge in (span.start, span.end)]:
        replaced = int(np.searchsorted(damage.at, place) - np.searchsorted(damage.at, last))
        byte += len(damage.text[last:place].encode()) - 2 * replaced  # U+FFFD has three bytes, a bad byte one
        last = place
        edges.append(byte)
    return list(zip(edges[::2], edges[1::2], strict=True))
