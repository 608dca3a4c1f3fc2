"""What prose looks like, character by character and language by language: the scale that readings of bytes are weighed on."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable
from enum import IntEnum
from functools import cache
from pathlib import Path

import msgspec
import numpy as np

from checks.read.cost import Place, place_costs

ALPHABETS = Path(__file__).with_name("alphabets.toml")
WIDE = ("gb18030", "gbk", "gb2312", "big5", "big5hkscs", "cp932", "shift_jis", "euc_jp", "cp949", "euc_kr", "johab", "shift_jis_2004")
MULTIBYTE = frozenset({*WIDE, "euc_jis_2004", "euc_jisx0213", "shift_jisx0213", "cp950", "hz", "utf-7"})


class Script(IntEnum):
    """Scripts that the old charsets know."""

    NONE = 0
    LATIN = 1
    CYRILLIC = 2
    GREEK = 3
    HEBREW = 4
    ARABIC = 5
    THAI = 6
    ARMENIAN = 7
    GEORGIAN = 8


class Table(msgspec.Struct, frozen=True):
    """A charset of single bytes: the character, its place in prose and its script for each of the 256 bytes."""

    characters: str
    places: np.ndarray
    scripts: np.ndarray


@cache
def single_bytes(charset: str) -> Table | None:
    """The table of a charset of single bytes; None for all others."""
    if charset in MULTIBYTE or charset.startswith(("utf", "iso2022")):
        return None
    try:
        characters = bytes(range(256)).decode(charset, "replace")
    except (LookupError, UnicodeError):
        return None
    if len(characters) != 256:
        return None
    places = np.array([place(one) for one in characters], np.uint8)
    scripts = np.array([script(one) for one in characters], np.uint8)
    return Table(characters, places, scripts)


def place(character: str) -> Place:
    """What a character does in prose."""
    if character in "‘’“”„«»\"'":
        return Place.APOSTROPHE if character in "’'" else Place.QUOTE
    if character in "–—-":
        return Place.DASH
    if character in "…°§©®™€£¥½¼¾•·²³¿¡№ºª†‡‰‹›‚":
        return Place.COMMON
    category = unicodedata.category(character)
    if character == "\ufffd" or (category in ("Cc", "Cn", "Co", "Cs") and character not in "\t\n\r"):
        return Place.BAD
    return {
        "Lu": Place.UPPER, "Lt": Place.UPPER, "Ll": Place.LOWER, "Lo": Place.LETTER, "Lm": Place.ODD, "Mn": Place.MARK, "Mc": Place.MARK,
        "Nd": Place.DIGIT, "Zs": Place.SPACE, "Cc": Place.SPACE, "Cf": Place.FORMAT,
    }.get(category, Place.PLAIN if character.isascii() else Place.ODD)  # fmt: skip


def script(character: str) -> Script:
    """The script of a letter or mark."""
    if not unicodedata.category(character).startswith(("L", "M")) or character in "ªº":
        return Script.NONE
    name = unicodedata.name(character, "").split(" ", 1)[0]
    return Script[name] if name in Script.__members__ else Script.NONE


class Alphabet(msgspec.Struct, frozen=True):
    """A language as it looks in print: what each of its letters costs, and its small words."""

    script: Script
    letters: dict[str, float]
    words: frozenset[str]


FOREIGN = "éèüöäáíóñçëïô"
"""Letters that names bring into every Latin text."""


@cache
def alphabets() -> tuple[Alphabet, ...]:
    """The languages of `alphabets.toml`."""
    import tomllib  # who reads UTF-8 alone needs none

    tables = tomllib.loads(ALPHABETS.read_text("utf-8"))
    return tuple(
        Alphabet(Script[name.upper()], _letter_costs(Script[name.upper()], entry["letters"]), frozenset(entry["words"]))
        for name, languages in tables.items()
        for entry in languages.values()
    )


def _letter_costs(of: Script, letters: str) -> dict[str, float]:
    step = 0.6 / max(1, len(letters))
    costs = dict.fromkeys(FOREIGN, 1.2) if of is Script.LATIN else {}
    costs |= {letter: step * rank for rank, letter in enumerate(letters)}
    return costs | {letter.upper(): cost + 0.15 for letter, cost in costs.items() if len(letter.upper()) == 1 and letter.upper() != letter}


STRANGE = 2.5
"""What a letter costs that no word of the language has."""


def strangeness(letters: Iterable[tuple[str, tuple[int, int]]], text: str) -> float:
    """What the letters cost in the language that they and the small words fit best, script by script."""
    words = Counter(text.lower().split())
    by_script: dict[int, dict[str, int]] = {}
    for letter, (count, of) in letters:
        by_script.setdefault(of, {})[letter] = count
    total = STRANGE * sum(by_script.pop(Script.NONE, {}).values())
    for of, counts in by_script.items():
        known = [one for one in alphabets() if one.script == of]
        size = sum(counts.values())
        hits = [sum(words[word] for word in one.words) for one in known]
        most = max(hits, default=0)
        total += min(
            sum(count * one.letters.get(letter, STRANGE) for letter, count in counts.items()) + size * (1 - hit / most if most else 0.0)
            for one, hit in zip(known, hits, strict=True)
        )
    return total


@cache
def _common_han() -> frozenset[str]:
    """The first levels of the Chinese and Japanese charsets: the six thousand or so characters of everyday print."""
    found: set[str] = set()
    for charset, leads in (("gb2312", range(0xB0, 0xD8)), ("euc_jp", range(0xB0, 0xD0)), ("big5", range(0xA4, 0xC7))):
        for lead in leads:
            for trail in range(0x40, 0xFF):
                found.update(bytes((lead, trail)).decode(charset, "ignore"))
    return frozenset(one for one in found if one >= "\u4e00")


def wide_cost(text: str) -> float:
    """The cost of a reading in a multi-byte charset, per character beyond ASCII."""
    every = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    codes, counts = np.unique(every, return_counts=True)
    small = ((every | 0x20) >= 0x61) & ((every | 0x20) <= 0x7A)
    dense = every >= 0x3041
    glued = np.count_nonzero(small[:-1] & dense[1:]) + np.count_nonzero(dense[:-1] & small[1:])
    total, size = 0.8 * glued, 0
    for code, count in zip(codes.tolist(), counts.tolist(), strict=True):
        if code >= 0x80 or (code < 0x20 and code not in (9, 10, 13)):
            total += count * _wide_character(chr(code))
            size += count
    return total / max(1, size)


def _wide_character(character: str) -> float:
    if "\u3040" <= character <= "\u30ff" or "\uac00" <= character <= "\ud7a3":
        return 0.05
    if "\u4e00" <= character <= "\u9fff":
        return 0.1 if character in _common_han() else 1.5
    if "\u3000" <= character <= "\u303f" or "\uff00" <= character <= "\uff60":
        return 0.2
    if "\uff61" <= character <= "\uff9f":
        return 1.5
    where = place(character)
    if where is Place.BAD:
        return 8.0
    return 0.5 if where in (Place.QUOTE, Place.APOSTROPHE, Place.DASH, Place.COMMON, Place.SPACE) else 1.5


def letters_cost(characters: str) -> float:
    """What these characters beyond ASCII cost, each by itself, per character: low for those of prose in any one language."""
    letters: dict[str, tuple[int, int]] = {}
    total = 0.0
    for character, count in Counter(characters).items():
        of = script(character)
        if of is Script.NONE:
            total += count * _wide_character(character)
        else:
            letters[character] = (count, of)
    return (total + strangeness(letters.items(), "")) / max(1, len(characters))


def cost_of(before: str, character: str, after: str) -> float:
    """What one character costs between two others, its language not asked."""
    three = [before or "\n", character, after or "\n"]
    slots = np.array([n + 0x80 * (not one.isascii()) for n, one in enumerate(three)])
    places, scripts = np.zeros((1, 256), np.uint8), np.zeros((1, 256), np.uint8)
    places[0, slots] = [place(one) for one in three]
    scripts[0, slots] = [script(one) for one in three]
    return float(place_costs(places, scripts, slots[:1], slots[1:2], slots[2:])[0, 0])
