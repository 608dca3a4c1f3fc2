"""Phrases: whole lines and openings of lines that furniture is made of, looked up by number.

The phrases stand in `checks/lexicon/navigation`. Each gets the number that `checks.zone.tokens` gives a line of the
same words, so that "Kommentarer (12)" and "KOMMENTARER" are one phrase, and a whole file is looked up at once. The numbers
are kept in `phrases.npz`; `python -m checks.zone.phrases` remakes it after `python -m checks.lexicon`.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import msgspec
import numpy as np

from checks.lexicon import words
from checks.model import Document, Encoding
from checks.shape import Kind, shape
from checks.zone.tokens import Tokens, tokens

COMPILED = Path(__file__).with_name("phrases.npz")
WHOLE = (
    "breadcrumb", "site-header", "section-nav", "share-widget", "ui-control", "related-block", "most-read", "tags", "comments",
    "newsletter", "consent", "paywall", "ad", "placeholder", "image-alt", "pagination", "footer", "meta", "author-box",
)  # fmt: skip
PREFIXES = (*(f"{name}-start" for name in WHOLE), "caption-start")
WORDS = ("telling-words", "address-words")
_FILTER_SHIFT = np.uint64(64 - 16)
_LONGEST = 4
"""An opening is known by its first four tokens at most. The last letter of a phrase without spaces makes no token of
its own there, since in a line it makes one with the letter that follows."""


class Phrases(msgspec.Struct, frozen=True, eq=False):
    """The numbers of all known phrases, sorted, with their categories; category numbers count from 1, 0 is none."""

    whole_numbers: np.ndarray
    whole_kinds: np.ndarray
    word_filter: np.ndarray
    word_numbers: np.ndarray
    word_kinds: np.ndarray
    opening_numbers: tuple[np.ndarray, ...]
    opening_kinds: tuple[np.ndarray, ...]

    def whole(self, numbers: np.ndarray) -> np.ndarray:
        """The category of each line that is a phrase as a whole, uint8; 0 for others."""
        return _find(self.whole_numbers, self.whole_kinds, numbers)

    def whole_of(self, numbers: list[int]) -> list[int]:
        """The category of each number of a phrase."""
        return [int(kind) for kind in _find(self.whole_numbers, self.whole_kinds, np.array(numbers, np.uint64))]

    def told(self, numbers: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Which tokens speak to the reader of a web page: their places, and 1 for telling words, 2 for forms of address."""
        likely = np.flatnonzero(self.word_filter[(numbers >> _FILTER_SHIFT).astype(np.int64)])
        kinds = _find(self.word_numbers, self.word_kinds, numbers[likely])
        return likely[kinds > 0], kinds[kinds > 0]

    def opening(self, found: Tokens, lines: np.ndarray) -> np.ndarray:
        """The category of each line that begins with a phrase, the longest phrase deciding, uint8; 0 for others."""
        out = np.zeros(len(lines), np.uint8)
        begins = found.phrases(_LONGEST, lines)
        for begin, numbers, kinds in zip(begins, self.opening_numbers, self.opening_kinds, strict=True):
            kind = _find(numbers, kinds, begin)
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


def compile_phrases() -> dict[str, np.ndarray]:
    """The content of `phrases.npz` as the word files now stand."""
    whole: dict[int, int] = {}
    told: dict[int, int] = {}
    openings: list[dict[int, int]] = [{} for _ in range(_LONGEST)]
    lexicon = words("navigation")
    listed = [(phrase, key) for language in sorted(lexicon) for key in sorted(lexicon[language]) for phrase in lexicon[language][key]]
    text = "\n".join(phrase for phrase, _ in listed)
    form = shape(Document("", b"", text, Encoding("utf-8", "utf-8")))
    found = tokens(form)
    numbers = found.whole().tolist()
    sizes = np.diff(found.first)
    lasts = np.maximum(found.first[1:] - 1, 0)
    single = (sizes > 1) & ((found.ends - found.starts)[lasts] == 1) & (form.classes[found.starts[lasts]] == Kind.DENSE)
    beginnings = [begin.tolist() for begin in found.phrases(_LONGEST, np.arange(len(sizes)))]
    for place, (_, key) in enumerate(listed):
        size = int(sizes[place] - single[place])
        if key in WHOLE:
            whole.setdefault(numbers[place], WHOLE.index(key) + 1)
        elif key in WORDS:
            told.setdefault(int(found.number[found.first[place]]), WORDS.index(key) + 1)
        elif key in PREFIXES and 0 < size <= _LONGEST:
            openings[size - 1].setdefault(beginnings[size - 1][place], PREFIXES.index(key) + 1)
    out: dict[str, np.ndarray] = {}
    for name, pairs in (("whole", whole), ("word", told), *((f"opening{size}", held) for size, held in enumerate(openings))):
        out[f"{name}_numbers"], out[f"{name}_kinds"] = _sorted(pairs)
    return out


@cache
def phrases() -> Phrases:
    """The known phrases of all languages."""
    with np.load(COMPILED) as file:
        held = dict(file)
    word_filter = np.zeros(1 << 16, bool)
    word_filter[(held["word_numbers"] >> _FILTER_SHIFT).astype(np.int64)] = True
    numbers = tuple(held[f"opening{size}_numbers"] for size in range(_LONGEST))
    kinds = tuple(held[f"opening{size}_kinds"] for size in range(_LONGEST))
    whole = (held["whole_numbers"], held["whole_kinds"])
    return Phrases(*whole, word_filter, held["word_numbers"], held["word_kinds"], numbers, kinds)


if __name__ == "__main__":
    with COMPILED.open("wb") as written:
        np.savez(written, **compile_phrases())  # type: ignore[arg-type]
