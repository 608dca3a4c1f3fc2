"""Texts written for old fonts: Vietnamese in TCVN3 or VNI, Burmese in Zawgyi."""

from __future__ import annotations

import re

import numpy as np

from checks.characters import Flag, traits
from checks.model import Document, Hit, Span
from checks.rules.encoding.pointing import SHOWN, counted, joined

# Words that every Vietnamese page has, as the two fonts' texts spell them in Unicode, and as they should read.
TCVN3 = {
    "cña": "của", "vµ": "và", "lµ": "là", "kh«ng": "không", "®­îc": "được", "nh÷ng": "những", "ng­êi": "người", "mét": "một", "®Õn": "đến",
    "nµy": "này", "víi": "với", "cã": "có", "®Ó": "để", "tõ": "từ", "ViÖt": "Việt",
}  # fmt: skip
VNI = {
    "cuûa": "của", "vaø": "và", "laø": "là", "khoâng": "không", "ñöôïc": "được", "nhöõng": "những", "ngöôøi": "người", "moät": "một",
    "ñeán": "đến",
    "naøy": "này", "vôùi": "với", "ñeå": "để", "töø": "từ", "Vieät": "Việt",
}  # fmt: skip
LEAST = 3
"""Such words from which on the text is no other language's: none of them is a word of any."""
ZAWGYI_LEAST = 3
_WORD = re.compile(r"[^\W\d_]+(?:[®µ¬«\u00ad][^\W\d_]*)*|[®µ¬«][^\W\d_]*(?:[®µ¬«\u00ad][^\W\d_]*)*")


def old_fonts(document: Document) -> Hit | None:
    """The finding that a text is written for an old font, if it is."""
    seen = traits(document)
    if not seen.union & Flag.FONT:
        return None
    return _vietnamese(document) or _burmese(document)


def _vietnamese(document: Document) -> Hit | None:
    text = document.text
    for name, words, telling in (("TCVN3 (ABC)", TCVN3, "µ"), ("VNI", VNI, "aø")):
        if telling[-1] not in text or telling not in text or sum(word in text for word in words) < LEAST:
            continue
        spans, first = [], ""
        for match in _WORD.finditer(text):
            word = match[0]
            known = words.get(word) or words.get(word[:1].lower() + word[1:])
            if known:
                first = first or f"“{word}” should read “{known}”"
                spans.append(Span(*match.span()))
        if len(spans) >= LEAST:
            return Hit(f"The Vietnamese is written for a font in {name}: {first}.", tuple(spans[:SHOWN]))
    return None


def _burmese(document: Document) -> Hit | None:
    """Zawgyi: the sign that stacks consonants in Unicode stands at the end of syllables, and the vowel sign e before its consonant."""
    codes = document.codes
    if not np.any((codes >= 0x1000) & (codes <= 0x109F)):
        return None
    following = np.append(codes[1:], 0)
    before = np.insert(codes[:-1], 0, 0)
    consonant = (following >= 0x1000) & (following <= 0x1021)
    false_stack = (codes == 0x1039) & ~consonant
    medial = (before >= 0x103B) & (before <= 0x103E)
    early = (codes == 0x1031) & ~((before >= 0x1000) & (before <= 0x102A)) & ~medial & (before != 0x1039)
    signs = np.flatnonzero(false_stack | early)
    if len(signs) < ZAWGYI_LEAST or np.count_nonzero(false_stack) < np.count_nonzero(codes == 0x103A) / 4:
        return None
    return Hit(f"The Burmese is written for the font Zawgyi: {counted(len(signs), 'sign')} where Unicode has none.", joined(signs))
