"""Names: which texts have the shape of a person's name, and which name an organisation."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache

import msgspec

from checks.claims.labels import dense
from checks.lexicon import every, given_names, phrases, words

PARTICLES = frozenset((
    "von", "van", "vom", "zu", "zur", "de", "der", "den", "del", "dem", "della", "di", "da", "do", "dos", "das", "du", "des",
    "la", "le", "los", "las", "el", "al", "bin", "ibn", "ben", "abu", "y", "e", "af", "av", "ten", "ter", "te", "st", "st.",
    "san", "mac", "mc", "o'", "d'", "'t", "op", "in't", "und", "auf", "zum",
))  # fmt: skip
TITLES = frozenset((
    "dr", "dr.", "prof", "prof.", "mag", "mag.", "dipl.-ing.", "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "sir", "dame", "md",
    "phd", "ph.d.", "ing.", "lic.", "med.", "jr.", "jr", "sr.", "sr", "ii", "iii",
))  # fmt: skip
_PUNCTUATION = ".,;:-–—’'´`·\"“”()[]"
LONGEST_NAME = 60
_HAN = "\u3005"


@lru_cache(maxsize=4096)
def _is_doubled(text: str) -> bool:
    """Whether a text is the same twice with nothing between, as names of papers are glued."""
    half, odd = divmod(len(text), 2)
    return not odd and text.startswith(text[half:])


def is_person(text: str) -> bool:
    """Whether a text has the shape of one person's full name: two to five words in capitals, or a Chinese name."""
    if not 2 <= len(text) <= LONGEST_NAME:
        return False
    if text[0] >= _HAN and dense(text[0]):
        return is_han_name(text)
    words = text.split()
    if not 2 <= len(words) <= (2 if dense(text[0]) else 6) or _is_doubled(text):
        return False
    big = 0
    for place, word in enumerate(words):
        low = word.casefold()
        if (low in PARTICLES and place) or low in TITLES:
            continue
        bare = word if word.isalpha() else word.strip(_PUNCTUATION)
        if not bare or not bare[0].isalpha() or (bare[0] == bare[0].lower() and bare[0] != bare[0].title()):
            return False
        if not bare.isalpha() and not all(c.isalpha() or c in "-'’." or unicodedata.category(c)[0] == "M" for c in bare):
            return False
        big += len(bare) > 1
    return big >= 1 and not is_organisation(text)


def is_organisation(text: str) -> bool:
    """Whether a word of a text says that it names an organisation."""
    low = text.casefold()
    if dense(low[:1]):
        return any(low.endswith(word) or low.startswith(word) for word in _dense_words())
    return not phrases("organisation").isdisjoint([word.strip(_PUNCTUATION) for word in low.replace("/", " ").split()])


@cache
def _dense_words() -> tuple[str, ...]:
    return tuple(sorted(word for word in phrases("organisation") if dense(word[0])))


@cache
def _surnames() -> frozenset[str]:
    return frozenset(phrases("surname"))


def is_han_name(text: str) -> bool:
    """Whether two or three Han characters begin with a family name, or four with one of two characters, and name no organisation."""
    if not 2 <= len(text) <= _LONGEST_HAN or not all("\u3400" <= c <= "\u9fff" for c in text) or is_organisation(text):
        return False
    return text[:2] in _surnames() or (len(text) < _LONGEST_HAN and text[0] in _surnames())


_LONGEST_HAN = 4


class _Parts(msgspec.Struct, frozen=True):
    """Words that names have, whole or as the end of a compound."""

    whole: frozenset[str]
    endings: frozenset[str]
    tails: frozenset[str]
    """The last two characters of the endings."""
    sizes: tuple[int, ...]
    """How long the endings are."""

    def among(self, low: list[str]) -> bool:
        """Whether one of some case-folded words is one of these or ends in one."""
        return not self.whole.isdisjoint(low) or any(word[-2:] in self.tails and self._ends(word) for word in low)

    def _ends(self, word: str) -> bool:
        return not self.endings.isdisjoint([word[-size:] for size in self.sizes])


@cache
def _parts(key: str) -> _Parts:
    whole = frozenset(map(str.casefold, every("outlets", key)))
    endings = frozenset(word for word in whole if len(word) > (1 if "가" <= word[0] <= "힣" else _SHORT) or dense(word[0]))
    return _Parts(whole, endings, frozenset(word[-2:] for word in endings), tuple(sorted(set(map(len, endings)))))


_SHORT = 4


def is_press(low: str) -> bool:
    """Whether a case-folded name has a word of those that papers are named with, whole or as the end of a compound."""
    return _parts("press").among(low.split()) or (dense(low[:1]) and low.startswith(_first_words()))


@cache
def _first_words() -> tuple[str, ...]:
    """Words with which names of papers begin in scripts without spaces."""
    return tuple(sorted(_parts("press-first").whole))


def is_paper(name: str) -> bool:
    """Whether a name has such a word and one of its own, beside it or in one compound with it, or an article alone before it."""
    low = name.casefold()
    if not is_press(low):
        return False
    words, whole = low.split(), _parts("press").whole
    if all(word in whole or word in common_words() or word in PARTICLES for word in words):
        return len(words) == 2 and words[0] in _ARTICLES and words[1] in whole
    return True


_ARTICLES = frozenset((
    "the", "el", "la", "le", "les", "il", "lo", "der", "die", "das", "de", "het", "o", "a", "os", "as", "los", "las", "η", "ο", "το", "τα",
))  # fmt: skip


def is_institution(name: str) -> bool:
    """Whether a name of several words has one of those that universities, offices, foundations and societies are named with.

    One in a script without spaces begins with it.
    """
    low = name.casefold().split()
    if dense(name[:1]):
        return name.startswith(_dense_institutions()) and name not in _dense_institutions()
    return len(low) > 1 and _parts("institutions").among(low)


@cache
def _dense_institutions() -> tuple[str, ...]:
    return tuple(sorted(word for word in every("outlets", "institutions") if dense(word[0])))


def is_known_person(name: str) -> bool:
    """Whether a name is a person's with a known given name."""
    return is_person(name) and name.partition(" ")[0].casefold() in given_names()


def is_company(low: list[str]) -> bool:
    """Whether one of some case-folded words is one that companies behind papers are named with, whole or as the end of a compound."""
    return _parts("companies").among(low)


def is_release(low: str) -> bool:
    """Whether a case-folded text begins with words for a press release."""
    return low.startswith(_releases()) and any(
        low.startswith(word) and not low[len(word) : len(word) + 1].isalpha() for word in _releases()
    )


@cache
def _releases() -> tuple[str, ...]:
    return tuple(sorted(map(str.casefold, every("outlets", "releases"))))


@cache
def agencies() -> frozenset[str]:
    """The names of news agencies, case-folded."""
    return frozenset(map(str.casefold, every("outlets", "agencies")))


@cache
def picture_houses() -> frozenset[str]:
    """The names of agencies and of those that lend pictures, case-folded."""
    return agencies().union(map(str.casefold, every("outlets", "photo-agencies")))


@cache
def names_of(language: str) -> frozenset[str]:
    """The given names of one language, case-folded."""
    return frozenset(words("names").get(language, {}).get("given", ()))


@cache
def common_words() -> frozenset[str]:
    """Words so frequent that no name is made of them, particles of names left out."""
    return frozenset(word for word in every("language", "frequent") if len(word) > 1) - PARTICLES - given_names()
