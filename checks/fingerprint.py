"""What a report says of the article's own text so that copies can be told from reports alone: its extent and fingerprints.

The sketch is one-permutation MinHash (Li, Owen and Zhang 2012) over stretches of eight code points, so that it asks nothing
of the script. Every stretch is hashed to 64 bits; the upper six choose one of 64 slots; each slot keeps the lower bits of
its smallest hash. Two texts agree in about as large a share of slots as the share of stretches they have in common.
"""

from __future__ import annotations

import hashlib
import unicodedata

import numpy as np

from checks import statement as wire
from checks.model import Document, Span, Zones

ARTICLE = frozenset({"title", "lead", "body", "subhead", "caption"})
TEXT = frozenset({"title", "lead", "body", "subhead"})
SLOTS = 64
FEWEST = 256
"""Shorter texts leave slots empty: with 256 stretches one slot in 55 on average."""
_EDGES = np.arange(SLOTS, dtype=np.uint64) << np.uint64(58)
_PRIME = 0x100000001B3
_MIX = np.uint64(0x9E3779B97F4A7C15)
_POWERS = tuple((step, np.uint64(pow(_PRIME, step, 2**64))) for step in (1, 2, 4))


def extent(document: Document, zones: Zones) -> wire.Extent:
    """How many characters of the file are article, and how many junk."""
    before = np.concatenate(([0], np.cumsum(document.ends - document.starts)))
    article = junk = 0
    for run in zones.runs:
        size = int(before[run.last + 1] - before[run.first])
        if run.kind in ARTICLE:
            article += size
        elif run.kind.startswith("junk"):
            junk += size
    for inset in zones.insets:
        size = inset.span.end - inset.span.start
        host = zones.kinds[document.line_at(inset.span.start)]
        if inset.kind.startswith("junk") and host in ARTICLE:
            article, junk = article - size, junk + size
    return wire.Extent(lines=len(document.starts), characters=int(before[-1]), article=article, junk=junk)


def fingerprints(document: Document, zones: Zones) -> wire.Fingerprints:
    """The fingerprints of the article's text."""
    text = article_text(document, zones)
    if not text:
        return wire.Fingerprints()
    return wire.Fingerprints(article_text=hashlib.sha256(text.encode("utf-8")).hexdigest(), sketch=sketch(text))


def article_text(document: Document, zones: Zones) -> str:
    """Title, lead, body and subheads in NFC, without the junk inside their lines, each run of white space one space."""
    spans = [Span(int(document.starts[run.first]), int(document.ends[run.last])) for run in zones.runs if run.kind in TEXT]
    cuts = sorted(inset.span for inset in zones.insets if inset.kind.startswith("junk"))
    text = " ".join(document.quote(piece) for span in spans for piece in _without(span, cuts))
    return unicodedata.normalize("NFC", " ".join(text.split()))


def _without(span: Span, cuts: list[Span]) -> list[Span]:
    pieces, at = [], span.start
    for cut in cuts:
        if cut.end <= at or cut.start >= span.end:
            continue
        pieces.append(Span(at, max(at, cut.start)))
        at = min(cut.end, span.end)
    return [*pieces, Span(at, span.end)]


def sketch(text: str) -> str | None:
    """The sketch of a text in hex, two digits a slot, 00 for an empty one; nothing when the text is too short for one."""
    hashes = np.frombuffer(text.encode("utf-32-le"), np.uint32).astype(np.uint64)
    if len(hashes) < FEWEST + 7:
        return None
    for step, power in _POWERS:  # the hash of 2, then 4, then 8 code points
        hashes = hashes[:-step] * power + hashes[step:]
    hashes ^= hashes >> np.uint64(32)
    hashes *= _MIX
    hashes ^= hashes >> np.uint64(29)
    hashes.sort()
    at = np.minimum(np.searchsorted(hashes, _EDGES), len(hashes) - 1)
    smallest = hashes[at]
    kept = (smallest % np.uint64(255) + np.uint64(1)).astype(np.uint8)
    kept[(smallest >> np.uint64(58)) != np.arange(SLOTS, dtype=np.uint64)] = 0
    return kept.tobytes().hex()
