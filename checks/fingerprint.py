"""What a report says of the article's own text so that copies can be told from reports alone: its extent and fingerprints.

The sketch is one-permutation MinHash (Li, Owen and Zhang 2012) over stretches of eight code points, so that it asks nothing
of the script. Every stretch is hashed to 32 bits; the upper six choose one of 64 slots; each slot keeps the lower bits of
its smallest hash. Two texts agree in about as large a share of slots as the share of stretches they have in common.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterator

import numpy as np

from checks import statement as wire
from checks.characters import traits
from checks.model import Document, Span, Zones

ARTICLE = frozenset({"title", "lead", "body", "subhead", "caption"})
TEXT = frozenset({"title", "lead", "body", "subhead"})
SLOTS = 64
FEWEST = 256
"""Shorter texts leave slots empty: with 256 stretches one slot in 55 on average."""
_PRIME = 0x01000193
_POWERS = tuple((step, np.uint32(pow(_PRIME, step, 2**32))) for step in (1, 2, 4))
_MIX = np.uint32(0x9E3779B9)
_EMPTY = np.uint32(0xFFFFFFFF)


def extent(document: Document, zones: Zones) -> wire.Extent:
    """How many characters of the file are article, and how many junk."""
    up_to = np.zeros(len(document.starts) + 1, np.int64)
    np.cumsum(document.ends - document.starts, out=up_to[1:])
    before = up_to.data
    sizes: dict[str, int] = {}
    for run in zones.runs:
        sizes[run.kind] = sizes.get(run.kind, 0) + before[run.last + 1] - before[run.first]
    article = sum(sizes.get(kind, 0) for kind in ARTICLE)
    junk = sum(size for kind, size in sizes.items() if kind.startswith("junk"))
    for inset in zones.insets:
        size = inset.span.end - inset.span.start
        host = zones.kinds[document.line_at(inset.span.start)]
        if inset.kind.startswith("junk") and host in ARTICLE:
            article, junk = article - size, junk + size
    return wire.Extent(lines=len(document.starts), characters=before[-1], article=article, junk=junk)


def fingerprints(document: Document, zones: Zones) -> wire.Fingerprints:
    """The fingerprints of the article's text."""
    text = article_text(document, zones)
    if not text:
        return wire.Fingerprints()
    return wire.Fingerprints(article_text=hashlib.sha256(text.encode("utf-8")).hexdigest(), sketch=sketch(text))


def article_text(document: Document, zones: Zones) -> str:
    """Title, lead, body and subheads in NFC: lines stripped and joined by spaces, the junk inside them left out.

    White space inside a line stays as it is: to collapse it took as long as all the rest.
    """
    if any(inset.kind.startswith("junk") for inset in zones.insets):
        lines = [document.quote(piece) for piece in _pieces(document, zones)]
    else:
        lines = [line for run in zones.runs if run.kind in TEXT for line in document.lines[run.first : run.last + 1]]
    text = " ".join([bare for line in lines if (bare := line.strip())])
    return text if traits(document).nfc else unicodedata.normalize("NFC", text)


def _pieces(document: Document, zones: Zones) -> Iterator[Span]:
    """The article's lines, cut where junk stands inside them."""
    cuts = sorted(inset.span for inset in zones.insets if inset.kind.startswith("junk"))
    for line, kind in enumerate(zones.kinds):
        if kind in TEXT:
            span = document.line_span(line)
            at = span.start
            for cut in cuts:
                if at < cut.end and cut.start < span.end:
                    yield Span(at, max(at, cut.start))
                    at = cut.end
            yield Span(at, max(at, span.end))


def sketch(text: str) -> str | None:
    """The sketch of a text in hex, two digits a slot, 00 for an empty one; nothing when the text is too short for one."""
    hashes = np.frombuffer(text.encode("utf-32-le"), np.uint32)
    if len(hashes) < FEWEST + 7:
        return None
    for step, power in _POWERS:  # the hash of 2, then 4, then 8 code points
        longer = hashes[:-step] * power
        longer += hashes[step:]
        hashes = longer
    hashes ^= hashes >> np.uint32(15)
    hashes *= _MIX
    hashes ^= hashes >> np.uint32(13)
    smallest = np.full(SLOTS, _EMPTY)
    np.minimum.at(smallest, (hashes >> np.uint32(26)).astype(np.intp), hashes)
    kept = (smallest % np.uint32(255) + np.uint32(1)).astype(np.uint8)
    kept[smallest == _EMPTY] = 0
    return kept.tobytes().hex()
