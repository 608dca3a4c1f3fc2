"""The language of a text: by its script where that decides, else by the frequent words it is full of.

Chosen by measurement, on the main text (first 1,500 characters) of the 614 eval pages in 22 languages, one busy machine:

| detector | pages right | import and first call | per page | memory |
|---|---|---|---|---|
| this module | 0.998 | 580 ms, numpy and the words with it | 0.14 ms | 30 MB, numpy with it |
| py3langid 0.4.0 | 0.998 | 1,313 ms | 1.58 ms | 122 MB |
| lingua 2.1.1, all languages, low accuracy | 0.997 | 661 ms | 8.63 ms | 84 MB |
| chardet 7.7.0, its own answer | 0.997 | 139 ms | 0.30 ms | 34 MB |
| pycld2 0.42 | 0.995 | 8 ms | 0.10 ms | 6 MB |
| resiliparse 2.0.1, detect_fast | 0.995 | 7 ms | 0.02 ms | 3 MB |

All are good enough on whole documents. This one needs nothing that the walk does not load already, tells nb from nn and Hans
from Hant, and says nothing where it sees too few words, instead of a wrong language.
"""

from __future__ import annotations

import math
from collections import Counter
from functools import cache

from checks.claims.places import Places
from checks.claims.scripts import ONE_LANGUAGE, scripts
from checks.lexicon import words
from checks.model import MISSING, Claim, Confidence, Status
from checks.patterns import lazily

_SIMPLIFIED = frozenset(
    "这国们来时为会说对发经现进过动么还问关点与间门见车长东话开见说让认记论设证识请书业产亲从众优传伤伦体个们买卖乱争于亏云亚务变叶号后听员咏"
)
_TRADITIONAL = frozenset(
    "這國們來時為會說對發經現進過動麼還問關點與間門見車長東話開讓認記論設證識請書業產親從眾優傳傷倫體個買賣亂爭於虧雲亞務變葉號後聽員詠"
)
_VIETNAMESE = frozenset("đĐơƠưƯăĂ" + "".join(map(chr, range(0x1EA0, 0x1EFA))))
_VIETNAMESE_LETTER = lazily("[" + "".join(sorted(_VIETNAMESE)) + "]")
_CYRILLIC_ONLY = (("uk", "їєґ"), ("be", "ў"), ("mk", "ѓќѕ"), ("sr", "ђћљњџј"), ("kk", "әғқңөұүһ"), ("ru", "ыэё"), ("bg", "ъщ"))
SAMPLE = 1500
"""Characters of the running text that are looked at."""
COUNTED = 1200
"""Characters whose words are counted; on the 694 pages 1,000 changed one answer and 600 three."""
SHORT = 60
"""Characters below which a line of the body is passed over while there are longer ones; half as many where words are not parted."""
FEWEST = 12
"""Letters below which no language is told."""
MINOR = 8
"""How many times as many letters the main script may have for another one to be asked, when the main one tells nothing: a
Chinese article on programming is full of code."""


@cache
def _frequent() -> dict[str, tuple[float, tuple[str, ...]]]:
    """Word -> what it weighs, the rarer among languages the more, and the languages that it is frequent in."""
    found: dict[str, dict[str, None]] = {}
    for language, lists in words("language").items():
        for word in lists.get("frequent", ()):
            found.setdefault(word, {})[language] = None
    return {word: (1 / math.sqrt(len(languages)), tuple(languages)) for word, languages in found.items()}


def language_of(text: str) -> str:
    """The BCP 47 tag of the language a text is written in; empty when too little of it is there to tell.

    Chinese is `zh-Hans` or `zh-Hant`, Norwegian `nb` or `nn`.
    """
    text = text[:SAMPLE]
    found = scripts(text)
    if not found or (sum(found.values()) < FEWEST and not found.keys() & {"Hani", "Hang", "Kana"}):
        return ""
    most = next(iter(found.values()))
    for script, letters in found.items():
        tag = _in_script(text, script, found) if letters * MINOR >= most else ""
        if tag:
            return tag
    return ""


def _in_script(text: str, script: str, found: dict[str, int]) -> str:
    """The language of a text as far as its letters of one script go."""
    if script in ("Hani", "Kana"):
        return "ja" if found.get("Kana", 0) > 0.05 * (found.get("Hani", 0) + found.get("Kana", 0)) else _chinese(text)
    return ONE_LANGUAGE.get(script) or _by_words(text, script)


def _chinese(text: str) -> str:
    letters = Counter(text)
    simplified = sum(letters[c] for c in _SIMPLIFIED - _TRADITIONAL)
    traditional = sum(letters[c] for c in _TRADITIONAL - _SIMPLIFIED)
    return "zh-Hans" if simplified > traditional else "zh-Hant" if traditional > simplified else "zh"


_BY_SCRIPT = {
    "Cyrl": frozenset(["ru", "uk", "be", "bg", "mk", "sr", "kk", "mn", "ky", "tg"]),
    "Arab": frozenset(["ar", "fa", "ur", "ps", "ckb"]),
    "Deva": frozenset(["hi", "mr", "ne"]),
}


@cache
def _candidates(script: str) -> tuple[str, ...]:
    """The languages with lists of words that are written in a script, in alphabetical order."""
    among = _BY_SCRIPT.get(script)
    return tuple(one for one in sorted(words("language")) if (one in among if among else one not in _NOT_LATIN))


def _by_words(text: str, script: str) -> str:
    if script == "Latn" and is_vietnamese(text):
        return "vi"
    frequent, scores = _frequent(), dict.fromkeys(_candidates(script), 0.0)
    low = text[:COUNTED].lower()
    for word, often in Counter(filter(frequent.__contains__, low.split())).items():
        weight, languages = frequent[word]
        for language in languages:
            if language in scores:
                scores[language] += weight * min(often, MOST)
    for language, letters in _CYRILLIC_ONLY if script == "Cyrl" else ():
        scores[language] += 0.6 * sum(low.count(c) for c in letters)
    best = max(scores, key=scores.__getitem__)
    return best if scores[best] > 0 else ""


MOST = 8
"""How often one word may count, so that a word repeated all over a page decides nothing."""
_SPACED = str.maketrans(dict.fromkeys('.,;:!?()[]"“”„«»–—/|…\n\t\xa0', " "))
_NOT_LATIN = frozenset().union(*_BY_SCRIPT.values()) - {"sr"}


def is_vietnamese(text: str) -> bool:
    """Whether at least three of ten Latin words hold letters that only Vietnamese has; right on all residue lines of the samples."""
    if text.isascii() or _VIETNAMESE_LETTER.search(text) is None:
        return False
    every = [word for word in text.translate(_SPACED).split() if word[0].isalpha()]
    return sum(1 for word in every if not _VIETNAMESE.isdisjoint(word)) >= 0.3 * max(1, len(every))


def claim_language(places: Places) -> Claim:
    """The language of the running text, or where that tells nothing of the longest lines, with the longest as evidence."""
    bare = places.bare
    for lines in (_running, _longest):
        chosen = lines(places)
        tag = language_of("\n".join(bare[n][:SAMPLE] for n in chosen)) if chosen else ""
        if tag:
            return Claim(
                status=Status.INFERRED,
                value=tag,
                confidence=Confidence.HIGH,
                rule="script and frequent words",
                evidence=(places.whole(min(chosen, key=lambda n: (-len(places.document.lines[n]), n))),),
                why=("the letters and frequent words of the body are of this language",),
            )
    return MISSING


def _longest(places: Places) -> list[int]:
    bare = places.bare
    return sorted(places.inked, key=lambda n: (-len(bare[n]), n))[:9]


def _running(places: Places) -> list[int]:
    """Lines of the running text, the short ones passed over while there are longer ones, until there are enough characters."""
    kinds, bare, dense_lines = places.zones.kinds, places.bare, places.dense_lines
    lines = [n for n in places.zones.body if kinds[n] == "body"]
    chosen: list[int] = []
    size = 0
    for n in lines:
        length = len(bare[n])
        if length >= SHORT or (n in dense_lines and 2 * length >= SHORT):
            chosen.append(n)
            size += length
            if size > SAMPLE:
                break
    return chosen or lines[:9]
