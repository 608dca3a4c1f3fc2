"""The script of every character: one look-up for a whole text, from which language and remains of others are told."""

from __future__ import annotations

from functools import cache

import numpy as np

SCRIPTS = (
    (0x0041, 0x024F, "Latn"), (0x0250, 0x02AF, "Latn"), (0x0370, 0x03FF, "Grek"), (0x0400, 0x052F, "Cyrl"), (0x0530, 0x058F, "Armn"),
    (0x0590, 0x05FF, "Hebr"), (0x0600, 0x06FF, "Arab"), (0x0750, 0x077F, "Arab"), (0x08A0, 0x08FF, "Arab"), (0x0900, 0x097F, "Deva"),
    (0x0980, 0x09FF, "Beng"), (0x0A00, 0x0A7F, "Guru"), (0x0A80, 0x0AFF, "Gujr"), (0x0B00, 0x0B7F, "Orya"), (0x0B80, 0x0BFF, "Taml"),
    (0x0C00, 0x0C7F, "Telu"), (0x0C80, 0x0CFF, "Knda"), (0x0D00, 0x0D7F, "Mlym"), (0x0D80, 0x0DFF, "Sinh"), (0x0E00, 0x0E7F, "Thai"),
    (0x0E80, 0x0EFF, "Laoo"), (0x0F00, 0x0FFF, "Tibt"), (0x1000, 0x109F, "Mymr"), (0x10A0, 0x10FF, "Geor"), (0x1100, 0x11FF, "Hang"),
    (0x1200, 0x139F, "Ethi"), (0x1780, 0x17FF, "Khmr"), (0x1E00, 0x1EFF, "Latn"), (0x1F00, 0x1FFF, "Grek"), (0x3040, 0x309F, "Kana"),
    (0x30A0, 0x30FF, "Kana"), (0x3400, 0x9FFF, "Hani"), (0xAC00, 0xD7AF, "Hang"), (0xF900, 0xFAFF, "Hani"), (0xFB50, 0xFDFF, "Arab"),
    (0xFE70, 0xFEFE, "Arab"), (0x20000, 0x3FFFF, "Hani"),
)  # fmt: skip
ONE_LANGUAGE = {
    "Grek": "el", "Armn": "hy", "Hebr": "he", "Beng": "bn", "Guru": "pa", "Gujr": "gu", "Orya": "or", "Taml": "ta", "Telu": "te", "Knda": "kn",  # noqa: E501
    "Mlym": "ml", "Sinh": "si", "Thai": "th", "Laoo": "lo", "Tibt": "bo", "Mymr": "my", "Geor": "ka", "Hang": "ko", "Ethi": "am", "Khmr": "km",  # noqa: E501
    "Kana": "ja",
}  # fmt: skip
OWN = {
    "latin": ("Latn",), "zh": ("Hani",), "ja": ("Hani", "Kana"), "ko": ("Hang", "Hani"), "sr": ("Cyrl", "Latn"), "hi": ("Deva",), "mr": ("Deva",), "ne": ("Deva",),  # noqa: E501
    **dict.fromkeys(("ru", "uk", "be", "bg", "mk", "kk", "mn", "ky", "tg"), ("Cyrl",)), **dict.fromkeys(("ar", "fa", "ur", "ps", "ckb"), ("Arab",)),  # noqa: E501
    **{language: (script,) for script, language in ONE_LANGUAGE.items() if language not in ("ja", "ko")},
}  # fmt: skip
"""Language -> the scripts it is written in; all that are not here are written in Latin letters."""
NAMES = tuple(sorted({name for _, _, name in SCRIPTS}))
NO_SCRIPT, DIGIT, VIETNAMESE = 255, 254, 253
"""Numbers for what is no letter, for decimal digits, and for Latin letters that only Vietnamese has."""
_DIGITS = (
    0x30,
    0x660,
    0x6F0,
    0x966,
    0x9E6,
    0xA66,
    0xAE6,
    0xB66,
    0xBE6,
    0xC66,
    0xCE6,
    0xD66,
    0xDE6,
    0xE50,
    0xED0,
    0xF20,
    0x1040,
    0x1090,
    0x17E0,
    0xFF10,
)
"""The zeros of decimal digits, in the scripts above and in full width."""
HANGUL = NAMES.index("Hang")
LATIN = NAMES.index("Latn")
_LAST = 0x3FFFF


@cache
def _table() -> np.ndarray:
    table = np.full(_LAST + 1, NO_SCRIPT, np.uint8)
    for first, last, name in SCRIPTS:
        table[first : last + 1] = NAMES.index(name)
    for code in (*range(0x5B, 0x61), *range(0x7B, 0xAA), *range(0xAB, 0xBA), *range(0xBB, 0xC0), 0xD7, 0xF7, 0x2DE5, 0x30FB):
        table[code] = NO_SCRIPT
    table[0x1EA0:0x1EFA] = VIETNAMESE
    for first in _DIGITS:
        table[first : first + 10] = DIGIT
    return table


def kinds_of(codes: np.ndarray) -> np.ndarray:
    """The script of every code point as a number, uint8, same shape."""
    found: np.ndarray = _table().take(codes, mode="clip")
    return found


def tally(kinds: np.ndarray) -> dict[str, int]:
    """Script (ISO 15924) -> number of its letters, kana as one script `Kana`; the most frequent first."""
    counts = np.bincount(kinds, minlength=256).tolist()
    counts[LATIN] += counts[VIETNAMESE]
    found = [(-count, name) for name, count in zip(NAMES, counts, strict=False) if count]
    return {name: -count for count, name in sorted(found)}


def scripts(text: str) -> dict[str, int]:
    """Script -> number of its letters in a text, the most frequent first."""
    return tally(kinds_of(np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)))


@cache
def dense_kinds() -> np.ndarray:
    """Which numbers stand for letters of scripts written without spaces: flags, bool, shape (256,)."""
    flags = np.zeros(256, bool)
    flags[[NAMES.index(name) for name in ("Hani", "Kana", "Thai", "Laoo", "Mymr", "Khmr")]] = True
    return flags


@cache
def foreign_kinds(language: str) -> tuple[np.ndarray, np.ndarray]:
    """Which numbers stand for letters of another script than a language's own: as flags, bool, shape (256,), and as a list."""
    flags = np.zeros(256, bool)
    flags[: len(NAMES)] = True
    flags[[NAMES.index(name) for name in OWN.get(language, OWN["latin"])]] = False
    flags[VIETNAMESE] = language != "vi"
    return flags, np.flatnonzero(flags)
