"""What is suspicious about a character, for the whole text at once: one table look-up that all ENC rules share.

The table is a generated file of runs (`python -m checks.characters` remakes it from `unicodedata`), unrolled on first use.
Most pages have none of the flags of most rules, and a rule looks at the union of the flags before it looks at the text.
"""

from __future__ import annotations

import unicodedata
from enum import IntEnum
from functools import cache
from pathlib import Path

import msgspec
import numpy as np

from checks.model import Document, Encoding, Span
from checks.model.once import once

RUNS = Path(__file__).with_name("characters_runs.bin")


class Flag(IntEnum):
    """What a character may be beside a letter, a digit or a sign. Powers of two; any flags together are a plain number, quick to test."""

    CONTROL = 1
    """C0 but tab and line ends, and DEL."""
    C1 = 2
    LOST = 4
    """U+FFFD."""
    BIDI = 8
    """Embeds, overrides or isolates a direction of writing."""
    INVISIBLE = 16
    SELECTOR = 32
    """Variation selectors."""
    PRIVATE = 64
    UNASSIGNED = 128
    COMBINES = 256
    """May be written otherwise in NFC, or has an order among marks."""
    COMPATIBLE = 512
    """Written otherwise in NFKC."""
    LEAD = 1024
    """May be the first byte of a UTF-8 character, read as Windows-1252, -1250, -1251 or Mac Roman."""
    TRAIL = 2048
    """May be one of its other bytes."""
    LOOKALIKE = 4096
    """A Cyrillic or Greek letter."""
    WIDE = 8192
    """May be the first bytes of a UTF-8 character, read as GBK or Shift_JIS."""
    FONT = 16384
    """Stands in texts written for an old Vietnamese or Burmese font."""
    SEPARATOR = 32768
    """U+2028, U+2029, U+0085, form feed and vertical tab: line ends to some programs only."""


SINGLE = ("cp1252", "cp1250", "mac-roman", "cp1251")
"""Charsets of single bytes in which UTF-8 is wrongly read, the commonest first."""
WIDE = ("gb18030", "cp932")
# The first bytes that UTF-8 characters of print have: Latin, Greek, Cyrillic, Hebrew, Arabic, then those of three and of four bytes.
LEADS = (*range(0xC2, 0xC7), 0xC8, 0xC9, 0xCE, 0xCF, 0xD0, 0xD1, 0xD2, *range(0xD7, 0xDB), *range(0xE0, 0xF0), 0xF0)
TRAILS = range(0x80, 0xC0)
_INVISIBLE = (
    *range(0x200B, 0x2010), *range(0x2060, 0x2066), *range(0x206A, 0x2070), 0xFEFF, 0xAD, 0x34F, 0x61C, 0x115F, 0x1160, 0x17B4, 0x17B5,
    0x180E, 0x3164, 0xFFA0, *range(0xFFF9, 0xFFFC), *range(0xE0000, 0xE0080), 0x1D173, 0x2800,
)  # fmt: skip
_SEPARATORS = (0x0B, 0x0C, 0x85, 0x2028, 0x2029)
_NEW_EMOJI = range(0x1F000, 0x1FB00)
_NEW_HAN = range(0x20000, 0x323B0)
"""Blocks that grow with every Unicode, faster than this Python learns of it."""


def sloppy(byte: int, charset: str) -> str:
    """A byte read as readers do: the few that Windows leaves undefined become C1 controls."""
    try:
        return bytes((byte,)).decode(charset)
    except UnicodeDecodeError:
        return chr(byte)


def compile_runs() -> bytes:
    """The content of `characters_runs.bin`: where each run of the same flags begins, times 65,536, plus the flags; little-endian."""
    flags = np.zeros(0x110000, np.uint16)
    flags |= np.fromiter((_by_property(chr(code)) for code in range(0x110000)), np.uint16)
    for codes, flag in _sets().items():
        flags[list(codes)] |= np.uint16(flag)
    begins = np.flatnonzero(np.diff(flags, prepend=~flags[:1]))
    return ((begins.astype(np.uint64) << 16) | flags[begins]).astype("<u8").tobytes()


def _by_property(character: str) -> int:
    code, category = ord(character), unicodedata.category(character)
    flags = 0
    if category == "Cc" and character not in "\t\n\r":
        flags |= Flag.C1 if code >= 0x80 else Flag.CONTROL
    if category == "Co":
        flags |= Flag.PRIVATE
    if category == "Cn" and code not in _NEW_EMOJI and code not in _NEW_HAN:
        flags |= Flag.UNASSIGNED
    if unicodedata.combining(character) or (category != "Cs" and unicodedata.normalize("NFC", character) != character):
        flags |= Flag.COMBINES
    if category != "Cs" and unicodedata.normalize("NFKC", character) != character:
        flags |= Flag.COMPATIBLE
    if category[0] == "L" and unicodedata.name(character, "").startswith(("CYRILLIC", "GREEK")):
        flags |= Flag.LOOKALIKE
    return flags


def _sets() -> dict[frozenset[int], Flag]:
    leads = {ord(sloppy(byte, charset)) for charset in SINGLE for byte in LEADS}
    trails = {ord(sloppy(byte, charset)) for charset in SINGLE for byte in TRAILS}
    return {
        frozenset((0xFFFD,)): Flag.LOST,
        frozenset((*range(0x202A, 0x202F), *range(0x2066, 0x206A))): Flag.BIDI,
        frozenset(_INVISIBLE): Flag.INVISIBLE,
        frozenset((*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))): Flag.SELECTOR,
        frozenset(leads): Flag.LEAD,
        frozenset(trails): Flag.TRAIL,
        frozenset(_wide_leads()): Flag.WIDE,
        frozenset((*range(0x1000, 0x10A0), *map(ord, "®µ¬«¹¸¶·­Ø÷ø"))): Flag.FONT,
        frozenset(_SEPARATORS): Flag.SEPARATOR,
        frozenset(range(0x1161, 0x1200)): Flag.COMBINES,  # conjoining vowels and finals compose with what stands before them
    }


def _wide_leads() -> set[int]:
    """The characters that two bytes of UTF-8 make in a charset of two bytes."""
    found: set[int] = set()
    for charset in WIDE:
        for lead in (*LEADS, 0xEF):
            for trail in TRAILS:
                read = bytes((lead, trail)).decode(charset, "replace")
                found.update(ord(one) for one in read[:1] if one > "\u2000" and one != "\ufffd")
    return found


@cache
def table() -> np.ndarray:
    """The flags of every code point, uint16, shape (0x110000,)."""
    runs = np.frombuffer(RUNS.read_bytes(), "<u8")
    begins = (runs >> np.uint64(16)).astype(np.int64)
    return np.repeat((runs & np.uint64(0xFFFF)).astype(np.uint16), np.diff(begins, append=0x110000))


_NOWHERE = np.zeros(0, np.int64)
_TO_TRAIL = Flag.TRAIL.bit_length() - Flag.LEAD.bit_length()


class Traits(msgspec.Struct, frozen=True, dict=True, eq=False):
    """The flags of a text's characters, kept for those that are not printed ASCII.

    It holds what it needs of a document and not the document, which holds it: as a circle both would outlive the file.
    """

    text: str
    codes: np.ndarray
    encoding: Encoding

    @once
    def places(self) -> np.ndarray:
        """Where anything but printed ASCII stands, line ends and tabs among it, ascending; nowhere in a file that is no text."""
        if self.encoding.decided_by == "binary":
            return _NOWHERE
        # in unsigned numbers what is below the space wraps round to far above the tilde
        beyond: np.ndarray = self.codes - np.uint32(0x20) > 0x5E
        return beyond.nonzero()[0]

    @once
    def characters(self) -> np.ndarray:
        """The code points at these places, uint32, same shape."""
        found: np.ndarray = self.codes.take(self.places)
        return found

    @once
    def flags(self) -> np.ndarray:
        """The flags of the characters at these places, uint16, same shape; none in stretches of another charset, where all is chance."""
        found: np.ndarray = table().take(self.characters)
        for region in self.encoding.regions:
            first, last = np.searchsorted(self.places, (region.span.start, region.span.end))
            found[first:last] = 0
        return found

    @once
    def union(self) -> int:
        """All flags that any character has."""
        return int(np.bitwise_or.reduce(self.flags)) if len(self.flags) else 0

    def at(self, flag: int) -> np.ndarray:
        """Where the characters stand that have any of these flags, ascending."""
        return self.places[(self.flags & flag).astype(bool)] if self.union & flag else _NOWHERE

    @once
    def pairs(self) -> np.ndarray:
        """Where a lead stands right before a trail, ascending: only there can UTF-8 have been misread."""
        if not (self.union & Flag.LEAD and self.union & Flag.TRAIL):
            return _NOWHERE
        places, flags = self.places, self.flags
        leads = (flags[:-1] & Flag.LEAD.value) << _TO_TRAIL
        first = (leads & flags[1:]).nonzero()[0]
        adjacent: np.ndarray = places[first[places[first + 1] == places[first] + 1]]
        return adjacent

    @once
    def nfc(self) -> bool:
        """Whether the text is in the composed normal form."""
        if self.encoding.decided_by == "binary":
            return unicodedata.is_normalized("NFC", self.text)
        return not self.union & Flag.COMBINES or unicodedata.is_normalized("NFC", self.text)

    @once
    def nfkc(self) -> bool:
        """Whether it is in the compatible one."""
        if self.encoding.decided_by == "binary":
            return unicodedata.is_normalized("NFKC", self.text)
        return not self.union & Flag.COMPATIBLE and self.nfc

    @once
    def folded(self) -> np.ndarray:
        """Where ASCII punctuation follows a Chinese character in a Chinese text without any wide punctuation; else empty."""
        head = self.characters[: self.places.searchsorted(FOLDED_HEAD)]
        if not (head - np.uint32(_HAN[0]) <= _HAN[1] - _HAN[0]).any():
            return _NOWHERE
        codes = self.codes
        han = codes - np.uint32(_HAN[0]) <= _HAN[1] - _HAN[0]
        after = np.flatnonzero((codes[1:] < ord("@")) & han[:-1]) + 1
        after = after[np.isin(codes[after], [ord(mark) for mark in ",:;!?()"])]
        letters = (codes | np.uint32(0x20)) - np.uint32(ord("a")) < 26
        chinese = np.count_nonzero(han) > np.count_nonzero(letters)  # and not glosses in a text of another language
        wide = np.any((codes >= 0xFF01) & (codes <= 0xFF5E))
        return after if chinese and not wide and len(after) >= FOLDED_LEAST else _NOWHERE

    @once
    def manifest(self) -> tuple[bool, Span] | None:
        """Whether the C2PA manifest that the text carries is whole, and where it stands; None without one.

        C2PA 2.4, Appendix A.8: U+FEFF, then one variation selector for each byte; the bytes are `C2PATXT` and a zero, a
        version of one byte, the length of the manifest in four, big end first, and the manifest.
        """
        if not self.union & Flag.SELECTOR or not self.union & Flag.INVISIBLE:
            return None
        codes, selectors = self.codes, self.at(Flag.SELECTOR)
        marks = self.at(Flag.INVISIBLE)
        last = selectors[np.append(np.diff(selectors) != 1, True)]  # of each run of selectors
        for mark in marks[(codes[marks] == _MARK) & np.isin(marks + 1, selectors)][:MANIFESTS].tolist():
            end = int(last[np.searchsorted(last, mark)]) + 1
            given = codes[mark + 1 : end]
            payload = np.where(given < _MORE_SELECTORS, given - 0xFE00, given - _MORE_SELECTORS + 16).astype(np.uint8).tobytes()
            if payload.startswith(_MAGIC):
                size = int.from_bytes(payload[9:13], "big")
                return payload[7:8] == b"\0" and len(payload) == _HEAD + size, Span(mark, end)
        return None


FOLDED_LEAST = 5
"""ASCII marks after Chinese characters from which on a text without a single wide one was folded. The sound text with most had two."""
FOLDED_HEAD = 4000
"""Characters among which a Chinese text has a Chinese one."""
_HAN = (0x4E00, 0x9FFF)
_MARK, _MORE_SELECTORS, _MAGIC, _HEAD = 0xFEFF, 0xE0100, b"C2PATXT", 13
MANIFESTS = 100
"""Marks that are looked at; a sound text has one manifest."""


def traits(document: Document) -> Traits:
    """The traits of a document, worked out once for all that ask."""
    known: Traits | None = document.__dict__.get("_traits")
    if known is None:
        known = document.__dict__["_traits"] = Traits(document.text, document.codes, document.encoding)
    return known


if __name__ == "__main__":
    RUNS.write_bytes(compile_runs())
