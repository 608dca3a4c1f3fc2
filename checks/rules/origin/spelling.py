"""One name in two spellings, across a caption and the running text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from checks.model import Hit, Severity, Span
from checks.patterns import lazily
from checks.rules.origin.sample import file
from checks.rules.rule import Article, rule

_NAME = lazily(r"[^\W\d_][\w'’-]{1,24}")
_KATAKANA = lazily(r"([\u30a1-\u30fa\u30fc]{2,12})[・=＝]([\u30a1-\u30fa\u30fc]{2,16})")
_DOTTED = lazily(r"(?<![\u3400-\u9fff])([\u3400-\u9fff]{1,6})[·・•‧]([\u3400-\u9fff]{3})")
_UNBENT = frozenset(
    ["en", "de", "nl", "sv", "da", "nb", "nn", "no", "fr", "es", "pt", "it", "ca", "gl", "id", "ms", "fil", "vi", "af", "sw"]
)
"""Languages whose family names take no endings. In the others names that differ in their last letters alone may be one."""
_ENDING = 3
_LONGEST = 1000
_MOST = 20

_CAPTION = "Harbour master {} with the older boat. Photo: Emil Strand\n\n"
_SAID = "The harbour master, Ruth Carlsen, said the engine had been ordered in spring.\n\n"


@rule(
    "SRC013",
    Severity.INFO,
    bad=[file(planted=_CAPTION.format("⟦Ruth Karlsen⟧") + _SAID)],
    good=[file(planted=_CAPTION.format("Ruth Carlsen") + _SAID)],
)
def two_spellings(article: Article) -> Iterable[Hit]:
    """A caption spelled a name otherwise than the text.

    The given name is the same and the family name differs by a letter or two, which happens when names are put into another
    script twice. Where family names take endings, as in Russian, Greek or Finnish, a name that differs in its last letters
    alone is not meant. Names in Chinese characters count when a dot parts them.

    To do: find out which spelling is right and use it throughout.
    """
    if not article.zones.captions:
        return
    unbent = str(article.claims.in_language.value or "").partition("-")[0] in _UNBENT
    for line in article.zones.captions:
        start = article.document.stripped_span(line).start
        for begin, end, given, joint, family in _names(article.document.lines[line].strip()[:_LONGEST]):
            other = _near(article, given + joint, family, unbent=unbent)
            if other:
                said = article.document.text[start + begin : start + end]
                yield Hit(f"the caption says {said}, the text {given}{joint}{other}", (Span(start + begin, start + end),))


def _names(caption: str) -> Iterator[tuple[int, int, str, str, str]]:
    """The full names of a caption: where they begin and end, given name, what joins them, family name."""
    if not caption.isascii():
        for pattern in (_KATAKANA, _DOTTED):
            for found in pattern.finditer(caption):
                yield found.start(), found.end(), found[1], caption[found.end(1) : found.start(2)], found[2]
    for one, other in pairwise(_NAME.finditer(caption)):
        given, family = one.group(), other.group()
        if caption[one.end() : other.start()] == " " and len(family) > 2 and _proper(given) and _proper(family):
            yield one.start(), other.end(), given, " ", family


def _proper(word: str) -> bool:
    """Whether a word begins with a capital and has small letters after it."""
    return word[0].isupper() and word[1:].islower()


def _near(article: Article, opening: str, family: str, *, unbent: bool) -> str:
    """A family name in the running text behind this given name that is spelled otherwise; empty if none is."""
    text, other = article.document.text, ""
    at = text.find(opening)
    for _ in range(_MOST):
        if at < 0:
            break
        begin = at + len(opening)
        if article.zones.kinds[article.document.line_at(at)] in ("body", "lead") and (
            at == 0 or not text[at - 1].isalnum() or opening[-1] != " "
        ):
            word = _word_at(text, begin, family)
            if word == family:
                return ""
            if _alike(word, family, unbent=unbent):
                other = other or word
        at = text.find(opening, at + 1)
    return other


def _word_at(text: str, begin: int, family: str) -> str:
    """The word that begins here; as many characters as the other name has where words are not parted."""
    if "\u3400" <= family[0] <= "\u9fff":
        return text[begin : begin + len(family)]
    found = (_SYLLABLES if "\u30a1" <= family[0] <= "\u30fc" else _NAME).match(text, begin)
    return found.group() if found else ""


_SYLLABLES = lazily(r"[\u30a1-\u30fa\u30fc]{2,16}")


def _alike(word: str, family: str, *, unbent: bool) -> bool:
    """Whether two different family names are likely one in two spellings."""
    if not word:
        return False
    if "\u3400" <= family[0] <= "\u9fff":  # only one character differs, and the next is the same: the name goes on behind it
        return len(word) == len(family) and [a == b for a, b in zip(word, family, strict=True)] in (
            [True, False, True],
            [False, True, True],
        )
    if family[0].isascii() and not word[0].isupper():
        return False
    if not unbent and family[0].upper() != family[0].lower() and word[-_ENDING:] != family[-_ENDING:]:
        return False
    return word[:1].isupper() == family[:1].isupper() and 0 < _distance(word, family) <= (1 if len(family) < 6 else 2)


def _distance(one: str, other: str) -> int:
    """Levenshtein distance of two words; 9 when their lengths alone make it more than two, or one is the other's genitive."""
    if abs(len(one) - len(other)) > 2 or one.rstrip("s'’") == other.rstrip("s'’"):
        return 9
    row = list(range(len(other) + 1))
    for i, left in enumerate(one[:40], 1):
        last, row[0] = row[0], i
        for j, right in enumerate(other[:40], 1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (left != right))
    return row[len(other[:40])]
