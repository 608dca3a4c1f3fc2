"""Characters that do not show or that act on others, made visible and harmless."""

from __future__ import annotations

import re
from collections.abc import Mapping

from markupsafe import escape

from checks.model import BadByte, Document
from checks.out.html.words import Words
from checks.patterns import lazily

INVISIBLE = lazily(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufdd0-\ufdef"
    "\ufeff\ufff9-\ufffd\ufffe\uffff\U000e0000-\U000e007f]"
)
"""Characters that do not show or that act on those around them; lone surrogates are not in a decoded text."""
LOST = "\ufffd"
SIGN = "\u2426"
"""In place of a character that does not show, where too many are named already."""
ALIKE = 4
"""So many of one character are told by their number."""
JOINERS = "\u200c\u200d"
DIRECTIONS = "\u061c\u200e\u200f"
JOINED = lazily("[\u0600-\u1aff\u2190-\u2bff\u200d\ufe0f\U0001f000-\U0001faff]")
RIGHT_TO_LEFT = lazily("[\u0590-\u0619\u061d-\u08ff\ufb1d-\ufdcf\ufdf0-\ufefc]")
LAST_CONTROL = 0x9F
SHORT = {
    0x00: "NUL", 0x0B: "VT", 0x0C: "FF", 0x1B: "ESC", 0x7F: "DEL", 0x85: "NEL", 0xAD: "SHY", 0x61C: "ALM", 0x200B: "ZWSP", 0x200C: "ZWNJ",
    0x200D: "ZWJ", 0x200E: "LRM", 0x200F: "RLM", 0x2028: "LS", 0x2029: "PS", 0x202A: "LRE", 0x202B: "RLE", 0x202C: "PDF", 0x202D: "LRO",
    0x202E: "RLO", 0x2060: "WJ", 0x2066: "LRI", 0x2067: "RLI", 0x2068: "FSI", 0x2069: "PDI", 0xFEFF: "BOM", 0xFFFC: "OBJ", 0xFFFD: "�",
}  # fmt: skip


def escaped(text: str) -> str:
    """A text as the content of an element: nothing else acts there, and two replacements are five times as fast as `escape`."""
    return text.replace("&", "&amp;").replace("<", "&lt;")


def plain(text: str) -> str:
    """A text in which nothing acts: characters that do not show are written as ‹U+202E›."""
    return INVISIBLE.sub(_named, text) if INVISIBLE.search(text) else text


def _named(found: re.Match[str]) -> str:
    return found[0] if found[0] == LOST else f"‹U+{ord(found[0]):04X}›"


def damaged(document: Document) -> dict[int, BadByte]:
    """The bytes that do not fit their file, by where they stand in the text: each alone, or in a stretch in another encoding.

    In a stretch whose encoding has one byte to a character each byte has its reading too.
    """
    bad = {one.at: one for one in document.encoding.bad_bytes}
    for region in document.encoding.regions:
        raw = document.raw[region.start : region.end]
        reading = raw.decode(region.charset, "replace")
        if len(raw) == len(reading) == region.span.end - region.span.start:
            for n, (value, reads_as) in enumerate(zip(raw, reading, strict=True)):
                at = region.span.start + n
                if document.text[at] == LOST:
                    bad.setdefault(at, BadByte(region.start + n, value, at, reads_as))
    return bad


class Tokens:
    """Makes the lines of one text visible. What a token is called stands at the first of its kind alone.

    After `most` tokens a character that does not show has a sign in its place, and bytes that fit nothing stay U+FFFD: a page
    of a file that is full of them stays about as large as the file.
    """

    def __init__(self, bad: Mapping[int, BadByte], words: Words, most: int) -> None:
        self.bad, self.words, self.left = bad, words, most
        self.named: set[str] = set()

    def visible(self, text: str, start: int) -> str:
        """A stretch of a line as HTML, with a token for each character that does not show, or for several alike."""
        out: list[str] = []
        last = 0
        for found in INVISIBLE.finditer(text):
            at = found.start()
            if at < last or shows(text, at):
                continue
            out.append(escaped(text[last:at]))
            last = self.alike(text, at, start)
            out.append(self.token(ord(found[0]), last - at, self.bad.get(start + at)) if self.left > 0 else self.sign(found[0], last - at))
            self.left -= 1
        return "".join(out) + escaped(text[last:] if last else text)

    def alike(self, text: str, at: int, start: int) -> int:
        """Where a run of one character that does not show ends; bytes that fit nothing are told one by one while they are named."""
        end = at + 1
        while end < len(text) and text[end] == text[at] and (self.left <= 0 or start + end not in self.bad) and not shows(text, end):
            end += 1
        return end if end - at >= ALIKE and (self.left <= 0 or start + at not in self.bad) else at + 1

    def sign(self, char: str, count: int) -> str:
        """What stands in place of characters when no more of them are named; the first time it says so."""
        shown = (LOST if char == LOST else SIGN) + (f"×{count}" if count > 1 else "")
        return f"<i>{self.words('article.tokens_end', sign=SIGN)}</i>{shown}" if self.left == 0 else shown

    def token(self, code: int, count: int, byte: BadByte | None) -> str:
        """Characters of one kind that do not show, as an element that does."""
        words = self.words
        if byte is not None:
            reading, shown = byte.reads_as, f"\\x{byte.value:02X}"
            name = words("article.byte_reads", byte=shown, reading=reading) if reading else words("article.byte", byte=shown)
            likely = f" {escape(reading)}?" if reading and not INVISIBLE.search(reading) else ""
            return f"<i class=x{self.called(shown, name)}>{shown}{likely}</i>"
        key = f"token.U{code:04X}"
        name = words(key) if words.has(key) else words("token.control" if code <= LAST_CONTROL else "token.invisible")
        shown = SHORT.get(code, f"U+{code:04X}")
        many = f" ×{count}" if count > 1 else ""
        return f"<i{self.called(shown, f'{name}, U+{code:04X}')}>{shown}{many}</i>"

    def called(self, shown: str, name: str) -> str:
        """The attribute with a token's name."""
        if shown in self.named:
            return ""
        self.named.add(shown)
        return f' title="{escape(name)}"'


def shows(text: str, at: int) -> bool:
    """Whether a character that is invisible elsewhere does its work here: joins letters or emoji, or turns right-to-left text."""
    if text[at] in JOINERS:
        return _joins(text, at)
    return text[at] in DIRECTIONS and _beside_right_to_left(text, at)


def _joins(text: str, at: int) -> bool:
    """Whether a joiner stands between two letters of a script, or two emoji, that need it."""
    return JOINED.fullmatch(text[at - 1 : at]) is not None and JOINED.fullmatch(text[at + 1 : at + 2]) is not None


def _beside_right_to_left(text: str, at: int) -> bool:
    return RIGHT_TO_LEFT.search(text, max(0, at - 3), at + 4) is not None
