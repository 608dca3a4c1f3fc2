"""Phrases: whole lines and openings of lines that furniture is made of, looked up by number.

The phrases stand in `checks/lexicon/navigation`. Each gets the number that `checks.zone.tokens` gives a line of the
same words, so that "Kommentarer (12)" and "KOMMENTARER" are one phrase, and a whole file is looked up at once. The numbers
are kept in `phrases.bin`, which `python -m checks.zone.phrases` remakes.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from pathlib import Path

import msgspec
import numpy as np

from checks.model import Document, Encoding
from checks.shape import Kind, shape
from checks.zone.arrays import encoded, read_arrays
from checks.zone.tokens import Tokens, tokens

COMPILED = Path(__file__).with_name("phrases.bin")
WHOLE = (
    "breadcrumb", "site-header", "section-nav", "share-widget", "ui-control", "related-block", "most-read", "tags", "comments",
    "newsletter", "consent", "paywall", "ad", "placeholder", "image-alt", "pagination", "footer", "meta", "author-box",
)  # fmt: skip
PREFIXES = (*(f"{name}-start" for name in WHOLE), "caption-start")
WORDS = ("telling-words", "address-words")
_SLOTS, _MOST_IN_SLOT = 18, 3
_IN_SLOT = np.arange(_MOST_IN_SLOT) - 1
"""What stands in a slot, beside the place of its first phrase counted from 1."""
_SHIFT = np.uint64(64 - _SLOTS)
_MIX = np.uint64(0xF08360852789D059)
"""An odd number: with it no four phrases have one slot, which compiling makes sure of."""
_LONGEST = 4
"""An opening is known by its first four tokens at most. The last letter of a phrase without spaces makes no token of
its own there, since in a line it makes one with the letter that follows."""
_AS_WHOLE, _AS_OPENING, _AS_WORD = range(3)


class Known(msgspec.Struct, frozen=True, eq=False):
    """What the phrases tell of the rows of a document.

    `whole` and `opening`, uint8 of shape (rows,), are the category of each line that is a phrase, and of each that begins
    with one, the longest deciding; they count from 1, 0 is none. `told` are the places of the tokens that speak to the
    reader of a web page, `manner` 1 for telling words and 2 for forms of address.
    """

    whole: np.ndarray
    opening: np.ndarray
    told: np.ndarray
    manner: np.ndarray


class Phrases(msgspec.Struct, frozen=True, eq=False):
    """The numbers of all known phrases, and `kinds`, of shape (3, phrases): what each is as a line, an opening, a word.

    Phrases stand in the order of their slots, a number of 18 bits made of theirs. `slots` says for each slot where its first
    phrase stands, counted from 1; 0 for none, as for most tokens. No slot has more than three, and three zeros end the numbers.
    """

    numbers: np.ndarray
    kinds: np.ndarray
    slots: np.ndarray

    def known(self, found: Tokens) -> Known:
        """What the phrases tell of these tokens, in one look-up."""
        rows = len(found.first)
        numbers = np.concatenate((found.whole(), found.openings(_LONGEST).ravel(), found.number))
        places, kinds = self._hits(numbers)
        lines, words = places.searchsorted((rows, (1 + _LONGEST) * rows)).tolist()
        whole, opening = np.zeros(rows, np.uint8), np.zeros(rows, np.uint8)
        whole[places[:lines]] = kinds[_AS_WHOLE, :lines]
        openings = kinds[_AS_OPENING, lines:words]
        begun = openings.nonzero()[0]
        # Of the openings of one line the shortest stand first: the longest is written last.
        for place, kind in zip(places[lines:words].take(begun).tolist(), openings.take(begun).tolist(), strict=True):
            opening[place % rows] = kind
        manner = kinds[_AS_WORD, words:]
        telling = manner.nonzero()[0]
        return Known(whole, opening, places[words:].take(telling) - (1 + _LONGEST) * rows, manner.take(telling))

    def whole(self, numbers: list[int]) -> list[int]:
        """The category of each number of a phrase; 0 for others."""
        out = [0] * len(numbers)
        places, kinds = self._hits(np.array(numbers, np.uint64))
        for place, kind in zip(places.tolist(), kinds[_AS_WHOLE].tolist(), strict=True):
            out[place] = kind
        return out

    def _hits(self, numbers: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """The places of the numbers that are known, and their kinds. Searching costs more: it guesses wrong at every other branch."""
        first = self.slots.take(_slots(numbers))
        places = first.nonzero()[0]
        held = first.take(places)[:, None] + _IN_SLOT
        place, which = (self.numbers.take(held) == numbers.take(places)[:, None]).nonzero()
        return places.take(place), self.kinds.take(held[place, which], 1)


def _slots(numbers: np.ndarray) -> np.ndarray:
    mixed = numbers * _MIX
    mixed >>= _SHIFT
    return mixed.view(np.int64)


def compile_phrases() -> dict[str, np.ndarray]:
    """The content of `phrases.bin` as the word files now stand."""
    from checks.lexicon.sources import read_sources  # who only looks up needs no reader of TOML

    tables: dict[str, dict[int, int]] = {"whole": {}, "opening": {}, "word": {}}
    lexicon = read_sources()["navigation"]
    listed = [
        (spelt, key)
        for language in sorted(lexicon)
        for key in sorted(lexicon[language])
        for phrase in lexicon[language][key]
        for spelt in ((phrase, without_accents(phrase)) if language == "el" else (phrase,))
    ]
    form = shape(Document("", b"", "\n".join(phrase for phrase, _ in listed), Encoding("utf-8", "utf-8")))
    found = tokens(form)
    wholes, beginnings = found.whole().tolist(), found.openings(_LONGEST).tolist()
    lasts = found.first + np.maximum(found.many - 1, 0)
    single = (found.many > 1) & ((found.ends - found.starts)[lasts] == 1) & (form.classes[found.starts[lasts]] == Kind.DENSE)
    sizes = (found.many - single).tolist()
    for place, (_, key) in enumerate(listed):
        size = sizes[place]
        if key in WHOLE:
            tables["whole"].setdefault(wholes[place], WHOLE.index(key) + 1)
        elif key in WORDS:
            tables["word"].setdefault(int(found.number[found.first[place]]), WORDS.index(key) + 1)
        elif key in PREFIXES and 0 < size <= _LONGEST:
            tables["opening"].setdefault(beginnings[size - 1][place], PREFIXES.index(key) + 1)
    numbers = np.array(sorted({number for pairs in tables.values() for number in pairs if number}), np.uint64)
    slots = _slots(numbers)
    if np.bincount(slots).max() > _MOST_IN_SLOT:
        raise ValueError("too many phrases have one slot: take another odd number for _MIX")
    numbers = numbers[slots.argsort(kind="stable")]
    kinds = [[pairs.get(number, 0) for number in numbers.tolist()] for pairs in tables.values()]
    return {"numbers": numbers, "kinds": np.array(kinds, np.uint8)}


def without_accents(phrase: str) -> str:
    """A Greek phrase as its capitals say it: they bear no accents."""
    return "".join(letter for letter in unicodedata.normalize("NFD", phrase) if not unicodedata.combining(letter))


@cache
def phrases() -> Phrases:
    """The known phrases of all languages."""
    held = read_arrays(COMPILED)
    numbers = held["numbers"]
    slots = np.zeros(1 << _SLOTS, np.uint16)
    slots[_slots(numbers)[::-1]] = np.arange(len(numbers), 0, -1)
    return Phrases(np.append(numbers, np.zeros(_MOST_IN_SLOT, np.uint64)), held["kinds"], slots)


if __name__ == "__main__":
    COMPILED.write_bytes(encoded(compile_phrases()))
