"""Phrases: whole lines and openings of lines that furniture is made of, looked up by number.

The phrases stand in `checks/lexicon/navigation`. Each gets the number that `checks.zone.tokens` gives a line of the
same words, so that "Kommentarer (12)" and "KOMMENTARER" are one phrase, and a whole file is looked up at once.
"""

from __future__ import annotations

from functools import cache

import msgspec
import numpy as np

from checks.lexicon import words
from checks.model import Document, Encoding
from checks.shape import shape
from checks.zone.tokens import Tokens, tokens

WHOLE = (
    "breadcrumb", "site-header", "section-nav", "share-widget", "ui-control", "related-block", "most-read", "tags", "comments",
    "newsletter", "consent", "paywall", "ad", "placeholder", "image-alt", "pagination", "footer", "meta", "author-box",
)  # fmt: skip
PREFIXES = (*(f"{name}-start" for name in WHOLE), "caption-start")
_LONGEST = 4
"""An opening is known by its first four tokens at most."""


class Phrases(msgspec.Struct, frozen=True, eq=False):
    """The numbers of all known phrases, sorted, with their categories; category numbers count from 1, 0 is none."""

    whole_numbers: np.ndarray
    whole_kinds: np.ndarray
    opening_numbers: tuple[np.ndarray, ...]
    opening_kinds: tuple[np.ndarray, ...]

    def whole(self, numbers: np.ndarray) -> np.ndarray:
        """The category of each line that is a phrase as a whole, uint8; 0 for others."""
        return _find(self.whole_numbers, self.whole_kinds, numbers)

    def opening(self, found: Tokens, lines: np.ndarray) -> np.ndarray:
        """The category of each line that begins with a phrase, the longest phrase deciding, uint8; 0 for others."""
        out = np.zeros(len(lines), np.uint8)
        for size, (numbers, kinds) in enumerate(zip(self.opening_numbers, self.opening_kinds, strict=True), 1):
            kind = _find(numbers, kinds, found.phrase(size)[lines])
            out = np.where(kind > 0, kind, out)
        return out


def _find(known: np.ndarray, kinds: np.ndarray, numbers: np.ndarray) -> np.ndarray:
    if not len(known):
        return np.zeros(len(numbers), np.uint8)
    at = np.minimum(np.searchsorted(known, numbers), len(known) - 1)
    return np.where((known[at] == numbers) & (numbers != 0), kinds[at], 0).astype(np.uint8)


def _sorted(pairs: dict[int, int]) -> tuple[np.ndarray, np.ndarray]:
    numbers = np.array(sorted(pairs), np.uint64)
    return numbers, np.array([pairs[n] for n in sorted(pairs)], np.uint8)


@cache
def phrases() -> Phrases:
    """The known phrases of all languages."""
    whole: dict[int, int] = {}
    openings: list[dict[int, int]] = [{} for _ in range(_LONGEST)]
    lexicon = words("navigation")
    listed = [(phrase, key) for language in sorted(lexicon) for key in sorted(lexicon[language]) for phrase in lexicon[language][key]]
    text = "\n".join(phrase for phrase, _ in listed)
    found = tokens(shape(Document("", b"", text, Encoding("utf-8", "utf-8"))))
    numbers = found.whole().tolist()
    sizes = np.diff(found.first).tolist()
    for (_, key), number, size in zip(listed, numbers, sizes, strict=False):
        if key in WHOLE:
            whole.setdefault(number, WHOLE.index(key) + 1)
        elif key in PREFIXES and 0 < size <= _LONGEST:
            openings[size - 1].setdefault(number, PREFIXES.index(key) + 1)
    pairs = [_sorted(kinds) for kinds in openings]
    return Phrases(*_sorted(whole), tuple(p[0] for p in pairs), tuple(p[1] for p in pairs))
