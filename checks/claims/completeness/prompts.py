"""Prompts to read on, to sign in or to pay: lines that stand where the rest of an article should be."""

from __future__ import annotations

import re

from checks.claims.completeness.vocabulary import GROUPS, groups, vocabulary
from checks.model import Confidence

LONGEST = 300
"""Characters above which a paragraph is no prompt; the longest paywall notice of the evaluation data has 190."""
SHORT = 700
"""Characters of article below which a text is hardly more than a teaser."""
ACCESS, READING, PIECE, LIMITS, OTHER = (1 << n for n in range(len(GROUPS)))
_ARROWS = " \t\u00a0.…:»>›→▶▸+↓⌄)]([<«-–—*#|"  # noqa: RUF001
_DENSE = re.compile(r"[\u0e00-\u0fff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_REMAINDER = re.compile(
    r"\d+(?:[.,]\d+)?\s?%|[\[(]\s*\+\s*\d+|\d+\s?(?:chars|characters|words|文字|字|글자|자|ký tự|caractères|Zeichen|Wörter|caracteres|parole)\b"
)


def is_read_on(line: str) -> bool:
    """Whether a line is nothing but a link to the rest: `Read more`, `Weiterlesen »`, `続きを読む`."""
    return len(line) <= 60 and line.strip(_ARROWS).casefold() in vocabulary().read_on


def prompt(line: str, size: int) -> Confidence | None:
    """How surely a paragraph asks to read on elsewhere, to sign in or to pay; None for any other paragraph.

    It is told by what it speaks of, not by its words: a subscription or an account, reading on, the article, a limit or
    an offer. `size` is the number of characters of article before it: the fewer, the less it takes.
    """
    if len(line) > LONGEST:
        return None
    length = len(line) * (2.5 if _DENSE.search(line) else 1)
    short = size < SHORT
    mask = groups(line)
    if mask & OTHER:
        return None
    spoken = mask.bit_count()
    if spoken >= 3 and _REMAINDER.search(line):
        return Confidence.HIGH
    if mask & ACCESS and spoken >= 3 and (length <= 120 or spoken == 4 or short):
        return Confidence.HIGH
    if mask & ACCESS and spoken >= 2 and length <= (160 if short else 90):
        return Confidence.MEDIUM
    if spoken >= 3 and length <= (160 if short else 70):
        return Confidence.MEDIUM
    if short and spoken >= 2 and length <= (90 if mask & READING else 60):
        return Confidence.MEDIUM
    return None
