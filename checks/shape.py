"""The shape of a text: a class for every character, and for every line the number of characters of each class.

Nothing here knows a language. The table of classes is a generated file of runs (`python -m checks.shape` remakes it
from `unicodedata`), unrolled on first use: one look-up for the whole text, one sum for all lines.
"""

from __future__ import annotations

import unicodedata
from enum import IntEnum
from functools import cache
from pathlib import Path

import msgspec
import numpy as np

from checks.model import Document
from checks.model.once import once

RUNS = Path(__file__).with_name("shape_runs.bin")
WIDTH = 16


class Kind(IntEnum):
    """What a character is, as far as the shape of a line goes."""

    OTHER = 0
    UPPER = 1
    LOWER = 2
    LETTER = 3
    DENSE = 4
    """A letter of a script written without spaces: Han, kana, Thai, Lao, Khmer, Burmese, Tibetan."""
    MARK = 5
    DIGIT = 6
    SPACE = 7
    BREAK = 8
    STOP = 9
    """Ends a sentence."""
    CLAUSE = 10
    QUOTE = 11
    BRACKET = 12
    PUNCTUATION = 13
    SEPARATOR = 14
    """Stands between the items of menus and breadcrumbs, or before those of lists."""
    SYMBOL = 15


OTHER, UPPER, LOWER, LETTER, DENSE, MARK, DIGIT, SPACE, BREAK, STOP, CLAUSE, QUOTE, BRACKET, PUNCTUATION, SEPARATOR, SYMBOL = map(int, Kind)
"""The same as plain numbers: compared with a member of an enumeration, numpy widens every byte of an array to eight."""
_STOPS = ".!?…。！？｡．؟۔।॥։፧።؟᙮᠃᠉។៕၊။"
_CLAUSES = ",;:、，；：､،؛･፣፤፥"
_SEPARATORS = "|/\\»›«‹>＞<•·∙●○■□▪▸►▶→←⟩〉｜┃丨*+~¦◆▲▼◄◀"
_QUOTES = "\"'`´“”„‟‘’‚‛「」『』《》〝〞＂＇"
_DENSE = (
    (0x0E00, 0x0EFF), (0x0F00, 0x0FFF), (0x1000, 0x109F), (0x1780, 0x17FF), (0x3005, 0x3007), (0x3040, 0x30FF),
    (0x31F0, 0x31FF), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0xFF66, 0xFF9F), (0x20000, 0x3FFFF),
)  # fmt: skip
_BY_CATEGORY = {
    "Lu": Kind.UPPER, "Lt": Kind.UPPER, "Ll": Kind.LOWER, "Lo": Kind.LETTER, "Lm": Kind.LETTER, "Mn": Kind.MARK,
    "Mc": Kind.MARK, "Me": Kind.MARK, "Nd": Kind.DIGIT, "Nl": Kind.DIGIT, "No": Kind.DIGIT, "Zs": Kind.SPACE,
    "Pi": Kind.QUOTE, "Pf": Kind.QUOTE, "Ps": Kind.BRACKET, "Pe": Kind.BRACKET, "Pd": Kind.PUNCTUATION,
    "Pc": Kind.PUNCTUATION, "Po": Kind.PUNCTUATION, "Sm": Kind.SYMBOL, "Sc": Kind.SYMBOL, "Sk": Kind.SYMBOL,
    "So": Kind.SYMBOL,
}  # fmt: skip
_BY_CHARACTER = {
    **dict.fromkeys("\t\v\f\x1c\x1d\x1e\x1f\x85\u2028\u2029", Kind.SPACE),
    **dict.fromkeys("\n\r", Kind.BREAK),
    **dict.fromkeys(_STOPS, Kind.STOP),
    **dict.fromkeys(_CLAUSES, Kind.CLAUSE),
    **dict.fromkeys(_SEPARATORS, Kind.SEPARATOR),
    **dict.fromkeys(_QUOTES, Kind.QUOTE),
}


def classify(character: str) -> Kind:
    """The class of one character, worked out and not looked up."""
    special = _BY_CHARACTER.get(character)
    if special is not None:
        return special
    found = _BY_CATEGORY.get(unicodedata.category(character), Kind.OTHER)
    if found in (Kind.LETTER, Kind.MARK) and any(first <= ord(character) <= last for first, last in _DENSE):
        return Kind.DENSE
    return found


def compile_runs() -> bytes:
    """The content of `shape_runs.bin`: where each run of one class begins, times 256, plus the class; little-endian."""
    classes = np.array([classify(chr(code)) for code in range(0x110000)], np.uint8)
    begins = np.flatnonzero(np.diff(classes, prepend=255))
    return ((begins << 8) | classes[begins]).astype("<u4").tobytes()


@cache
def table() -> np.ndarray:
    """The class of every code point, uint8, shape (0x110000,)."""
    runs = np.frombuffer(RUNS.read_bytes(), "<u4")
    begins = (runs >> 8).astype(np.int64)
    return np.repeat((runs & 255).astype(np.uint8), np.diff(begins, append=0x110000))


class Runs(msgspec.Struct, frozen=True, eq=False):
    """A text as stretches of characters of one class, none of which goes on into another line: a third as many as characters.

    `begins` are their offsets and at last the text's end, int64, shape (runs + 1,); `kinds` their classes, uint8, and `lines`
    the lines they stand on, int64, shape (runs,).
    """

    begins: np.ndarray
    kinds: np.ndarray
    lines: np.ndarray


class Shape(msgspec.Struct, frozen=True, dict=True, eq=False):
    """The character classes of a document and what they come to, line by line."""

    document: Document

    @once
    def classes(self) -> np.ndarray:
        """The class of every character, uint8, shape (characters,)."""
        found: np.ndarray = table().take(self.document.codes)
        return found

    @once
    def runs(self) -> Runs:
        """The stretches of one class."""
        classes, starts = self.classes, self.document.starts
        size = len(classes)
        parted = np.empty(size + 1, bool)
        np.not_equal(classes[1:], classes[:-1], out=parted[1:-1])
        parted[starts] = parted[size] = True
        begins = parted.nonzero()[0]
        firsts = begins.searchsorted(starts)
        many = np.empty_like(firsts)
        np.subtract(firsts[1:], firsts[:-1], out=many[:-1])
        many[-1] = len(begins) - 1 - firsts[-1]
        return Runs(begins, classes.take(begins[:-1]), np.arange(len(starts)).repeat(many))

    @once
    def counts(self) -> np.ndarray:
        """Characters of each class in each line, line ends counted as such, float64, shape (16, lines)."""
        begins, kinds, lines = self.runs.begins, self.runs.kinds, self.runs.lines
        many = len(self.document.starts)
        cells = kinds.astype(np.int64)
        cells *= many
        cells += lines
        return np.bincount(cells, begins[1:] - begins[:-1], WIDTH * many).reshape(WIDTH, many)

    @once
    def filled(self) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """The lines that are not white space alone, and the offsets of each one's first and after its last character that is none.

        int64, each of shape (filled lines,).
        """
        runs = self.runs
        inked = ((runs.kinds - np.uint8(SPACE)) > 1).nonzero()[0]
        of_line = runs.lines.take(inked)
        fresh = np.empty(len(inked) + 1, bool)
        fresh[:1] = fresh[-1:] = True
        np.not_equal(of_line[1:], of_line[:-1], out=fresh[1:-1])
        edges = fresh.nonzero()[0] if len(inked) else inked
        firsts = edges[:-1]
        return of_line.take(firsts), runs.begins.take(inked.take(firsts)), runs.begins.take(inked.take(edges[1:] - 1) + 1)


def shape(document: Document) -> Shape:
    """The shape of a document; its arrays are computed when first asked for."""
    return Shape(document)


if __name__ == "__main__":
    RUNS.write_bytes(compile_runs())
