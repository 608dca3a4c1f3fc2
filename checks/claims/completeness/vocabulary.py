"""The words of completeness, arranged for quick look-up: what cannot end a sentence, what asks to read on or to pay."""

from __future__ import annotations

from functools import cache
from itertools import groupby
from operator import itemgetter

import msgspec

from checks.claims.completeness.stops import is_dense
from checks.lexicon import words
from checks.patterns import lazily

GROUPS = ("access", "reading", "piece", "limits", "other")
"""What a prompt speaks of: a subscription or an account, reading on, the article, and a limit or an offer; and what shows
that a line is another kind of furniture: newsletters, comments, appeals."""
FULL = (1 << len(GROUPS)) - 1
_SPOKEN = tuple(2 * (mask & FULL >> 1).bit_count() + (mask >> len(GROUPS) - 1) for mask in range(FULL + 1))
"""How much each mask says: by its groups, and of two alike the one that shows another kind of furniture."""
_WORD = lazily(r"[^\s\d.,;:!?…\"“”„«»()\[\]{}|/\\·•–—。、，।؟،%]+")
_UNSPACED = frozenset(["ja", "km", "ko", "lo", "my", "th", "zh"])
"""Languages that write no space between words, or glue endings to them: their phrases in their own letters are looked for as parts."""
SHORTEST_STEM = 4
"""Shorter entries must be whole words: `les` is Norwegian for read and French for the."""
LONGEST_PIECE = 8


class Vocabulary(msgspec.Struct, frozen=True):
    """Every language's words in one look-up; bits of a mask tell group and language apart."""

    dangling: frozenset[str]
    dangling_suffixes: tuple[str, ...]
    read_on: frozenset[str]
    continued: frozenset[str]
    end_marks: frozenset[str]
    credits: dict[str, tuple[str, ...]]
    """What a credit begins with, by its first letter."""
    bracketed: tuple[str, ...]
    """Marks in brackets that a text goes on."""
    closing: tuple[str, ...]
    """Marks in brackets that a text has ended."""
    numbers: dict[str, int]
    whole: dict[str, int]
    stems: dict[str, int]
    pieces: dict[str, int]
    heads: frozenset[str]
    """First four letters of the stems."""
    firsts: frozenset[str]
    """First words of the phrases of two words."""
    couples: frozenset[str]
    """First two letters of the pieces."""


@cache
def vocabulary() -> Vocabulary:
    """The word files of this subject as one vocabulary."""
    found = words("completeness")
    languages = tuple(sorted(found))
    whole: dict[str, int] = {}
    stems: dict[str, int] = {}
    pieces: dict[str, int] = {}
    for number, language in enumerate(languages):
        for group, key in enumerate(GROUPS):
            bit = 1 << (number * len(GROUPS) + group)
            for phrase in found[language].get(key, ()):
                unspaced = language in _UNSPACED and not phrase.isascii()
                where = pieces if unspaced and len(phrase) > 1 else stems if len(phrase) >= SHORTEST_STEM else whole
                where[phrase] = where.get(phrase, 0) | bit
    return Vocabulary(
        dangling=_all(found, "dangling"),
        dangling_suffixes=tuple(sorted(_all(found, "dangling_suffix"))),
        read_on=_all(found, "read_on"),
        continued=_all(found, "continued"),
        end_marks=_all(found, "end_marks"),
        credits=_by_first(_all(found, "credits")),
        bracketed=_bracketed(found, "continued"),
        closing=_bracketed(found, "end_marks"),
        numbers={word: n for lists in found.values() for n, word in enumerate(lists.get("numbers", ()), 2)},
        whole=whole,
        stems=stems,
        pieces=pieces,
        heads=frozenset(stem[:SHORTEST_STEM] for stem in stems),
        firsts=frozenset(stem.split(" ")[0] for stem in stems if " " in stem),
        couples=frozenset(piece[:2] for piece in pieces),
    )


def _all(found: dict[str, dict[str, tuple[str, ...]]], key: str) -> frozenset[str]:
    return frozenset(phrase for lists in found.values() for phrase in lists.get(key, ()))


def _by_first(phrases: frozenset[str]) -> dict[str, tuple[str, ...]]:
    return {first: tuple(found) for first, found in groupby(sorted(phrases), itemgetter(0))}


def _bracketed(found: dict[str, dict[str, tuple[str, ...]]], key: str) -> tuple[str, ...]:
    return tuple(sorted(phrase for phrase in _all(found, key) if phrase[0] in "(（[【<"))


def tokens(text: str) -> list[str]:
    """The words of a text, without the marks around them."""
    return _WORD.findall(text)


def groups(text: str) -> int:
    """The groups a short text speaks of in the language in which it speaks of most, as a mask of bits.

    Cost grows with the length of the text; callers hand in no more than a short paragraph.
    """
    known, mask = vocabulary(), 0
    folded = text.casefold()
    tokens = _WORD.findall(folded)
    if "-" in folded:
        tokens += [token.rpartition("-")[2] for token in tokens if "-" in token]
    for token in known.whole.keys() & tokens:
        mask |= known.whole[token]
    for token in {token for token in tokens if token[:SHORTEST_STEM] in known.heads}:
        for end in range(SHORTEST_STEM, min(len(token), 16) + 1):
            mask |= known.stems.get(token[:end], 0)
    for at in [at for at, token in enumerate(tokens[:-1]) if token in known.firsts]:
        mask |= known.stems.get(f"{tokens[at]} {tokens[at + 1]}", 0)
    if is_dense(folded):
        mask |= _pieces(folded)
    best = 0
    while mask:
        empty = (mask & -mask).bit_length() - 1
        mask >>= empty - empty % len(GROUPS)  # the next language that has any
        best = max(best, mask & FULL, key=_SPOKEN.__getitem__)
        mask >>= len(GROUPS)
    return best


def _pieces(text: str) -> int:
    known, mask = vocabulary(), 0
    for start in range(len(text)):
        if text[start : start + 2] in known.couples:
            for end in range(start + 2, min(start + LONGEST_PIECE, len(text)) + 1):
                mask |= known.pieces.get(text[start:end], 0)
    return mask
