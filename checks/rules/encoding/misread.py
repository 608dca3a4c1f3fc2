"""UTF-8 that was read in another charset and saved again: where it stands, as what it was read, and what it says.

Sequences are looked for only where a character that can be a first byte stands right before one that can be a later byte;
each is proved by turning the characters back into bytes and reading those as strict UTF-8. A proof alone is not enough where
print has such pairs by nature (`TV»` in Cyrillic capitals, `É…` at the end of a word): there a second sequence must follow.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from checks.characters import SINGLE, Flag, Traits, sloppy
from checks.model import Document, Span
from checks.rules.encoding.misread_wide import wide
from checks.rules.encoding.misreading import LIMIT, Misreading, common_sign, plausible, script

CLOSERS = "”’»…–—™®. \u00a0“›"
"""What may stand right after the last letter of a sound word and also reads as a later byte of UTF-8."""
ROUNDS = 3
NAMES = {
    "cp1252": "Windows-1252", "cp1250": "Windows-1250", "mac-roman": "Mac Roman", "cp1251": "Windows-1251",
    "gb18030": "GBK", "cp932": "Shift_JIS",
}  # fmt: skip


def misreadings(document: Document, seen: Traits) -> tuple[Misreading, ...]:
    """The scrambled stretches of a document, in order, none overlapping; worked out once for all that ask."""
    known: tuple[Misreading, ...] | None = seen.__dict__.get("_misreadings")
    if known is None:
        known = seen.__dict__["_misreadings"] = _misreadings(document, seen)
    return known


def _misreadings(document: Document, seen: Traits) -> tuple[Misreading, ...]:
    if not (seen.union & Flag.WIDE or len(seen.pairs)):
        return ()
    found = [*_single(document, seen), *wide(document, seen)]
    kept: list[Misreading] = []
    for one in sorted(found, key=lambda one: (one.span.start, -one.span.end, -one.rounds, _ORDER.index(one.charset))):
        if not kept or one.span.start >= kept[-1].span.end:
            kept.append(one)
    return tuple(kept)


_ORDER = (*SINGLE, "gb18030", "cp932")


@cache
def _bytes_of(charset: str) -> dict[str, int]:
    """The byte of each character that a charset reads a byte beyond ASCII as, and of the controls it was read as at a pinch."""
    known = {chr(byte): byte for byte in range(0x80, 0xA0)} if charset in ("cp1252", "cp1250") else {}
    return known | {sloppy(byte, charset): byte for byte in range(0x80, 0x100)}


def _single(document: Document, seen: Traits) -> Iterator[Misreading]:
    """Sequences that no sound text has, and doubtful ones on a line that has such in the same charset."""
    text = document.text
    pairs = seen.pairs[:LIMIT].tolist()
    if not pairs:
        return
    for charset in SINGLE:
        end = 0
        sure: list[Misreading] = []
        doubtful: list[Misreading] = []
        for start in pairs:
            if start >= end and (chain := _chain(text, start, charset)):
                characters, end = chain
                reads = "".join(characters)
                made = _made(text, Span(start, end), charset, reads)
                if plausible(made.reads):
                    (sure if made.rounds > 1 or _unnatural(text, start, end, reads) else doubtful).append(made)
        lines = {document.line_at(one.span.start) for one in sure}
        sure += [one for one in doubtful if document.line_at(one.span.start) in lines]
        twice = 2 * sum(one.rounds > 1 for one in sure) >= len(sure)  # what happened to one word happened to its neighbours
        yield from (_deepened(one) for one in sure) if twice else sure


def _chain(text: str, start: int, charset: str) -> tuple[list[str], int] | None:
    """The characters that the sequences from here on spell, and where these end."""
    known = _bytes_of(charset)
    found, at = [], start
    while at < len(text) and (sequence := _sequence(text, at, known)):
        character, size = sequence
        found.append(character)
        at += size
    return (found, at) if found else None


def _sequence(text: str, at: int, known: dict[str, int]) -> tuple[str, int] | None:
    first = known.get(text[at], 0)
    size = 2 if 0xC2 <= first < 0xE0 else 3 if 0xE0 <= first < 0xF0 else 4 if 0xF0 <= first < 0xF5 else 0
    if not size:
        return None
    raw = bytes([known.get(one, 0) for one in text[at : at + size]])
    try:
        character = raw.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return (character, size) if len(character) == 1 else None


def _made(text: str, span: Span, charset: str, reads: str) -> Misreading:
    """A stretch read back as often as it is still scrambled as a whole, in the same way, and no sound text has what it says."""
    rounds, before, after = 1, text[max(0, span.start - 1) : span.start], text[span.end : span.end + 1]
    while rounds < ROUNDS and (deeper := _again(reads, charset)) is not None:
        if len(deeper) < 2 and not _unnatural(before + reads + after, len(before), len(before) + len(reads), deeper):
            break
        reads, rounds = deeper, rounds + 1
    return Misreading(span, charset, reads, rounds)


def _deepened(one: Misreading) -> Misreading:
    deeper = _again(one.reads, one.charset) if one.rounds == 1 else None
    return one if deeper is None or not plausible(deeper) else Misreading(one.span, one.charset, deeper, 2)


def _again(reads: str, charset: str) -> str | None:
    """What a repaired text says when it is read back once more; None when it cannot be."""
    known = _bytes_of(charset)
    if reads.isascii() or not all(one in known for one in reads):
        return None
    try:
        return bytes(known[one] for one in reads).decode("utf-8")
    except UnicodeDecodeError:
        return None


def _unnatural(text: str, start: int, end: int, reads: str) -> bool:  # noqa: PLR0911 - one return for each kind of proof
    """Whether no sound text has these characters side by side."""
    scrambled = text[start:end]
    before = text[start - 1] if start else " "
    if scrambled.startswith(("â€", "вЂ", "‚Ä", "ï»¿", "ï¿½", "п»ї", "рџ", "ðŸ")):
        return True
    letters = [one for one in reads if one.isalpha()]
    latin = all(script(one) == "LATIN" for one in letters)
    if not letters and not all(common_sign(one) for one in reads):
        return False
    if len(reads) >= 2 and (not latin or len(letters) < 2 or not scrambled.isalpha()):
        return not (len(reads) == 2 and not latin and all(one in CLOSERS for one in scrambled[1:] if not one.isalpha()))
    if not latin:
        return False
    trails = scrambled[1:]
    if scrambled[0] in "√≈ƒ" and before.isalpha():
        return True
    if all(one in CLOSERS for one in trails):
        # a capital that ends a word in capitals, or stands alone, before a closing mark is natural; after a small letter none is
        return before.islower() or (scrambled[0] in "ÃÂ" and not before.isupper() and end < len(text) and text[end].islower())
    if scrambled.isalpha():
        return before.islower() and scrambled[0].isupper()
    return not (before.isupper() and scrambled[0].isupper() and trails[-1:].isalpha())


def words(document: Document, found: Iterable[Misreading]) -> Iterator[tuple[str, str]]:
    """Each misreading with the letters around it: as it stands and as it should."""
    text = document.text
    for one in found:
        start, end = one.span.start, one.span.end
        while start > max(0, one.span.start - 20) and text[start - 1].isalpha() and text[start - 1].isascii():
            start -= 1
        while end < min(len(text), one.span.end + 20) and text[end].isalpha() and text[end].isascii():
            end += 1
        yield text[start:end], text[start : one.span.start] + one.reads + text[one.span.end : end]
