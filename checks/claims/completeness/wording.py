"""Whether a line is worded like running text that breaks off, or like a headline: learnt weights of hashed pieces of text.

The pieces are a line's last letters, its last words, and its other words; of scripts without spaces pairs of characters. A piece
is found again by its hash alone, so the weights hold no text, and know no language from another.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from zlib import crc32

import msgspec

from checks.claims.completeness.stops import is_dense
from checks.patterns import lazily

FILE = Path(__file__).with_name("wording.bin")
ENDED, RUNNING = "breaks off as worded", "running text as worded"
"""The names of the two numbers that are made of them."""
ENDS, WORDS = 1 << 16, 1 << 15
"""Hashed pieces that have a weight of their own, of endings and of words."""
STEP = 1 / 32
"""A weight is kept as a whole number of such steps, in one byte."""
ENDING, LINE, DENSE_LINE = 40, 160, 25
"""Characters from a line's end that are looked at: for its ending, for its words, and for those of scripts without spaces."""
MOST = 6.0
"""What `breaks_off` says of a line at most, but for a few."""
LETTERS = range(1, 7)
MOST_WORDS = 24
MOST_ENDS, MOST_PIECES = len(LETTERS) + 4, MOST_WORDS + 1
Pieces = Callable[[str], list[str]]
_WORD = lazily(r"\w+")


class Wording(msgspec.Struct, frozen=True, eq=False):
    """The weights, in steps, by hash."""

    ends: memoryview
    words: memoryview


@cache
def weights() -> Wording:
    """The weights as they are kept: one byte for each hash, those of endings first."""
    held = memoryview(FILE.read_bytes()).cast("b")
    return Wording(held[:ENDS], held[ENDS:])


def breaks_off(text: str) -> float:
    """How surely the end of a line without white space around it is that of a beginning: log-odds, but for the line's length."""
    held = weights().ends
    return STEP * sum([held[crc32(piece.encode()) % ENDS] for piece in ending(text)])


def runs(text: str) -> float:
    """How surely the words before its end are those of running text, likewise."""
    held = weights().words
    return STEP * sum([held[crc32(piece.encode()) % WORDS] for piece in running(text)])


def ending(text: str) -> list[str]:
    """The pieces of a line's end: its last letters, one to six, its last word and the one before; no more than `MOST_ENDS`."""
    end = text[-ENDING:].casefold()
    pieces = [f"{n}{end[-n:]}" for n in LETTERS]
    if is_dense(end[-3:]):
        return pieces
    words = end.split()
    if words:
        pieces += ["w" + words[-1], ("X" if text[-ENDING:].rsplit(maxsplit=1)[-1][0].isupper() else "x") + end[-2:]]
    if len(words) > 1:
        pieces += ["v" + words[-2] + " " + words[-1], "p" + words[-2]]
    return pieces


def running(text: str) -> list[str]:
    """The pieces of a line before its last word: its words, and of a short line the first; no more than `MOST_PIECES`."""
    end = text[-LINE:].casefold()
    if is_dense(end[-8:]):
        end = end[-DENSE_LINE:]
        return ["c" + end[n : n + 2] for n in range(len(end) - 1)]
    words = _WORD.findall(end)
    if len(text) > LINE:
        return ["u" + word for word in words[1:-1]][-MOST_WORDS:]
    return ["u" + word for word in words[:-1]][-MOST_WORDS:] + ["f" + words[0] for _ in words[:1]]
