"""A stretch of scrambled text with its repair, and whether a repair is such as print has."""

from __future__ import annotations

import unicodedata

import msgspec

from checks.model import Span

LIMIT = 2000
"""Places that are looked at in one file; a file with more is told of the first."""


class Misreading(msgspec.Struct, frozen=True):
    """A stretch of scrambled text and its repair."""

    span: Span
    charset: str
    reads: str
    rounds: int = 1


def plausible(reads: str) -> bool:
    """Whether a repaired stretch is such as print has: assigned characters, letters of one script, no controls."""
    scripts = set()
    for one in reads:
        category = unicodedata.category(one)
        if category in ("Cn", "Co", "Cs") or (category == "Cc" and not "\x80" <= one <= "\x9f"):
            return False
        if category[0] in "LM":
            if (0x180 <= ord(one) < 0x370 and one not in _LATE_LATIN) or category == "Lm" or one in _STRAY_MARKS:
                return False
            scripts.add(script(one))
    return len(scripts - {"MASCULINE", "FEMININE", "CJK", "HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA", "HANGUL"}) <= 1


_LATE_LATIN = "ƏəƠơƯưȘșȚț"
"""The letters of print among the later Latin ones: Azerbaijani, Vietnamese and Romanian."""
_STRAY_MARKS = "\u0483\u0484\u0485\u0486\u0487\u0488\u0489"
"""Cyrillic marks of church print, which Mac Roman makes of a quotation mark before a capital."""


def common_sign(one: str) -> bool:
    """Whether a sign is one of those that newspapers print: quotation marks, dashes, currency and the like."""
    return (
        "\x80" <= one <= "\u00bf" or "\u2010" <= one <= "\u203f" or one in "€™№−×÷\ufeff\ufffd☎★►●→" or "\U0001f300" <= one <= "\U0001faff"
    )


def script(letter: str) -> str:
    """The script of a letter: the first word of its name."""
    return unicodedata.name(letter, "?").split(" ", 1)[0]
