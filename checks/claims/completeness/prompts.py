"""Prompts to read on, to sign in or to pay: lines that stand where the rest of an article should be."""

from __future__ import annotations

from checks.claims.completeness.stops import has_stop, is_dense
from checks.claims.completeness.vocabulary import GROUPS, groups, vocabulary
from checks.model import Confidence
from checks.patterns import lazily

SHORTEST = 6
LONGEST = 300
"""Characters above which a paragraph is no prompt; the longest paywall notice of the evaluation data has 190."""
LONG_LINE, LINE, SHORT_LINE, SHORTER_LINE = 160, 120, 90, 65
"""Characters up to which the fewer groups are enough. Of 4,604 paragraphs of complete articles two would pass as prompts, none
of them the last of its article; of the 200 teasers with a prompt all are found."""
SHORT = 700
"""Characters of article below which a text is hardly more than a teaser."""
ACCESS, READING, PIECE, LIMITS, OTHER = (1 << n for n in range(len(GROUPS)))
_ARROWS = " \t\u00a0.…:»>›→▶▸+↓⌄)]([<«-–—*#|"
_QUOTES = "“„«「『"
"""A line that quotes somebody asks for nothing."""
_REMAINDER = lazily(
    r"\d+(?:[.,]\d+)?\s?%|[\[(]\s*\+\s*\d+"
    r"|\d+\s?(?:chars|characters|words|文字|字|글자|자|ký tự|caractères|Zeichen|Wörter|caracteres|parole)\b"
)


def is_read_on(line: str) -> bool:
    """Whether a line is nothing but a link to the rest: `Read more`, `Weiterlesen »`, `続きを読む`."""
    return len(line) <= SHORTER_LINE and line.strip(_ARROWS).casefold() in vocabulary().read_on


def prompt(line: str, size: float) -> Confidence | None:
    """How surely a paragraph asks to read on elsewhere, to sign in or to pay; None for any other paragraph.

    It is told by what it speaks of, not by its words: a subscription or an account, reading on, the article, a limit or
    an offer. `size` is the number of characters of article before it, dense scripts weighted: the fewer, the less it takes.
    """
    if not SHORTEST <= len(line) <= LONGEST or any(mark in line for mark in _QUOTES):
        return None
    length = len(line) * (2.5 if is_dense(line) else 1)
    short = size < SHORT
    mask = groups(line)
    spoken = mask.bit_count()
    if mask & OTHER or spoken <= 1:
        return None
    paying, three = bool(mask & ACCESS), spoken > len((ACCESS, READING))
    if (three and _REMAINDER.search(line)) or (paying and three and (length <= LINE or short or spoken == len(GROUPS) - 1)):
        return Confidence.HIGH
    if short:
        brief = SHORT_LINE if mask & READING else SHORTER_LINE
        likely = length <= (LONG_LINE if paying or three else 0 if has_stop(line) else brief)
    else:
        likely = (length <= SHORT_LINE and paying) or (length <= SHORTER_LINE and three)
    return Confidence.MEDIUM if likely else None
