"""ENC: letters that are not what they seem."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

import numpy as np

from checks.characters import Flag, traits
from checks.model import Document, Hit, Severity, Span
from checks.rules.encoding.misread import misreadings
from checks.rules.encoding.pointing import SHOWN, code, counted, joined, shown
from checks.rules.rule import Article, rule

# Letters that look like letters of another script (Unicode's confusables, those of everyday fonts).
LATIN_LIKE = frozenset("аеорсухіјѕһԁԛԝАВЕКМНОРСТУХІЈЅ" + "οανρικΑΒΕΖΗΙΚΜΝΟΡΤΥΧ")
LOOKED_LIKE = frozenset("aeopcyxijshdqwABEKMHOPCTYXIJSNZ" + "avrk")


@rule(
    "ENC030",
    Severity.WARNING,
    bad=["The bridge \ue001 opened.".replace("\ue001", "⟦\ue001⟧")],
    good=["The bridge \u2192 opened."],
    needs=Flag.PRIVATE,
)
def private_characters(article: Article) -> Iterable[Hit]:
    """Characters of private use stood in the article.

    They have a meaning in one font only: icons of a web site, or letters of an old font. Without it they are empty boxes.

    To do: look at the page to see what stood there, and write it in words or delete it.
    """
    document = article.document
    places = in_article(article, traits(document).at(Flag.PRIVATE))
    if len(places):
        yield Hit(
            f"The text holds {counted(len(places), 'character')} of private use, the first {code(document.text[int(places[0])])}.",
            joined(places),
        )


def in_article(article: Article, places: np.ndarray) -> np.ndarray:
    """Those places that stand outside the lines of page furniture, whose icons are no defect of the article."""
    if not len(places):
        return places
    lines = np.searchsorted(article.document.starts, places, "right") - 1
    junk = np.array([kind.startswith("junk") for kind in article.zones.kinds], bool)
    return places[~junk[lines]] if len(junk) else places


@rule(
    "ENC031",
    Severity.WARNING,
    bad=["The bridge ⟦\uffff⟧ opened.", "The bridge ⟦\u0378⟧ opened."],
    good=["The bridge \U0001f309 opened."],
    needs=Flag.UNASSIGNED,
)
def unassigned_characters(article: Article) -> Iterable[Hit]:
    """Characters stood in the text that Unicode does not have.

    No font shows them. They come from damaged bytes or from numbers taken for characters.

    To do: look at the page to see what stood there.
    """
    document = article.document
    places = traits(document).at(Flag.UNASSIGNED)
    if len(places):
        yield Hit(
            f"The text holds {counted(len(places), 'character')} that Unicode does not have: {code(document.text[places[0]])}.",
            joined(places),
        )


@rule(
    "ENC032",
    Severity.WARNING,
    bad=["The ⟦bаnk⟧ opened on Thursday.", "The ⟦Рresident⟧ opened it.", "Банк ⟦Mосквы⟧ открыт."],
    good=[
        "The door of the office said IT-отдел, and a note beside it said SMSки in blue ink.",
        "The μm scale, ΔT and Ωm.",
        "The bank, Банк Москвы, has been closed since the spring, and the shop that sold iPhone’ы too.",
    ],
    needs=Flag.LOOKALIKE,
)
def letters_of_two_scripts(article: Article) -> Iterable[Hit]:
    """A word mixed letters of two scripts that look alike.

    A Cyrillic а in an English word cannot be seen and hides the word from every search. It comes from typing on the
    wrong keyboard, from reading
    of scanned pages, or from somebody who wants the word not to be found.

    To do: type the marked words again.
    """
    document = article.document
    seen = traits(document)
    spans = tuple(_mixed_words(document, seen.at(Flag.LOOKALIKE)))
    sound = set(in_article(article, np.array([span.start for span in spans])).tolist()) if spans else set()
    spans = tuple(span for span in spans if span.start in sound)
    scrambled = misreadings(document, seen) if spans else ()
    spans = tuple(span for span in spans if not any(one.span.start < span.end and span.start < one.span.end for one in scrambled[:SHOWN]))
    if spans:
        first = document.quote(spans[0])
        latin = [one for one in first if one.isascii()]
        odd = latin[0] if 2 * len(latin) < len(first) else next(one for one in first if not one.isascii())
        yield Hit(
            f"“{shown(first)}” mixes two scripts: the letter {code(odd)} only looks like its own{_others(len(spans))}.", spans[:SHOWN]
        )


def _others(count: int) -> str:
    return f" (and {count - 1:,} more)" if count > 1 else ""


def _mixed_words(document: Document, foreign: np.ndarray) -> Iterator[Span]:
    """Words in which letters of one script stand beside lookalikes of another; suffixes after capitals and mere signs are sound."""
    text, codes = document.text, document.codes
    touching = foreign[_latin(codes.take(foreign - 1, mode="clip")) | _latin(codes.take(foreign + 1, mode="clip"))]
    end = 0
    for place in touching.tolist():
        if place < end:
            continue
        start, end = place, place + 1
        while start and _alphabetic(text[start - 1]):
            start -= 1
        while end < len(text) and _alphabetic(text[end]):
            end += 1
        if _lookalikes(text[start:end][:60]):
            yield Span(start, end)


def _latin(codes: np.ndarray) -> np.ndarray:
    folded = codes | np.uint32(0x20)
    found: np.ndarray = (
        ((folded >= 0x61) & (folded <= 0x7A)) | ((codes >= 0xC0) & (codes <= 0x24F)) | ((codes >= 0x1E00) & (codes <= 0x1EFF))
    )
    return found


def _alphabetic(one: str) -> bool:
    """Whether a letter is of an alphabet of Europe: words in scripts without spaces begin and end where such letters do."""
    return one < "\u0590" and one.isalpha()


def _lookalikes(word: str) -> bool:
    here = [one for one in word if one.isascii()]
    there = [one for one in word if not one.isascii() and not unicodedata.name(one, "").startswith("LATIN")]
    if len(word) < 4 or not here or not there:
        return False
    if any(unicodedata.name(one, "").startswith("GREEK") for one in there) and len(there) == 1 and not word[1:].islower():
        return False
    few, like = (there, LATIN_LIKE) if len(there) <= len(here) else (here, LOOKED_LIKE)
    stem = word.rstrip("".join(there))
    if len(stem) > 1 and stem.isupper() and stem != word:  # a Russian ending on a foreign abbreviation
        return False
    return all(one in like for one in few)
