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


@rule("ENC033", Severity.INFO, bad=["The caf⟦e\u0301⟧ opened."], good=["The café opened."], needs=Flag.COMBINES)
def decomposed_letters(article: Article) -> Iterable[Hit]:
    """Letters were written in pieces.

    An é can be one character or two, an e and an accent. Both look the same, and programs take them for different words. The file
    is not in the normal form (NFC) that the web uses.

    To do: normalise the text to NFC.
    """
    document = article.document
    seen = traits(document)
    if seen.nfc:
        return
    spans = tuple(_not_composed(document, seen.at(Flag.COMBINES)))
    yield Hit(f"The text is not in the normal form NFC ({counted(len(spans), 'place')} seen).", spans[:SHOWN])


def _not_composed(document: Document, places: np.ndarray) -> Iterator[Span]:
    """Runs of marks with the letter before them, or single characters, that NFC writes otherwise; the first of very many."""
    text = document.text
    for run in joined(places[:20_000]):
        start = run.start - 1 if run.start and not text[run.start - 1].isspace() else run.start
        piece = text[start : run.end]
        if unicodedata.normalize("NFC", piece) != piece:
            yield Span(start, run.end)


_FIRST_FORM = 0xFB00


@rule(
    "ENC034",
    Severity.INFO,
    bad=["The ⟦ﬁ⟧rst of⟦ﬀ⟧er.", "Read ⟦𝗧𝗛𝗜𝗦⟧ now."],
    good=["The first offer.", "東京（とうきょう）ＮＨＫ", "H² and ½ and №5."],
    needs=Flag.COMPATIBLE,
)
def presentation_forms(article: Article) -> Iterable[Hit]:
    """Letters were written as the shapes of a font.

    Ligatures, letters of mathematics and the drawn forms of Arabic letters look right and are other characters: a search for
    the word does not find it.

    To do: normalise the marked letters (NFKC).
    """
    document = article.document
    seen = traits(document)
    if not (seen.characters >= _FIRST_FORM).any():
        return
    places = seen.at(Flag.COMPATIBLE)
    places = places[document.codes[places] >= _FIRST_FORM]
    codes = document.codes[places]
    wanted = (codes <= 0xFDCF) | (codes >= 0xFE70) & (codes <= 0xFEFC) | (codes >= 0x1D400) & (codes <= 0x1D7FF)
    places = places[wanted]
    if len(places):
        yield Hit(f"The text holds {counted(len(places), 'shape')} of a font in the place of letters.", joined(places))


@rule(
    "ENC035",
    Severity.INFO,
    bad=["大桥周四重新开放\n\n大桥周四重新开放⟦,⟧市长说⟦:⟧工程花了两年⟦,⟧费用低于预算⟦,⟧市民很高兴⟦!⟧\n"],
    good=["The sign said 大桥周四重新开放，市长说：工程花了两年，费用低于预算，市民很高兴！"],
)
def folded_punctuation(article: Article) -> Iterable[Hit]:
    """Wide Chinese punctuation had been folded to ASCII.

    Commas, colons and brackets of Chinese print are as wide as a character. Here not one is left, so a program narrowed them all
    on the way. The words are whole.

    To do: nothing; keep in mind that the text differs from the page when the two are compared.
    """
    places = traits(article.document).folded
    if len(places):
        yield Hit(
            f"After Chinese characters the text has {counted(len(places), 'mark')} of ASCII, and no wide one anywhere.", joined(places)
        )


STACKED = 4
"""Marks on one letter from which on they are play or damage: Vietnamese has two, Hebrew and phonetic writing three."""


@rule(
    "ENC036",
    Severity.WARNING,
    bad=["The bri⟦d\u0301\u0302\u0303\u0304\u0305⟧ge opened."],
    good=[
        "Cầu đã mở lại.",
        "The first word of the book is בְּרֵאשִׁית and it was carved over the door.",
        "The Thai word for here is ที่นี่ and it was painted on the kerb.",
    ],
    needs=Flag.COMBINES,
)
def stacked_marks(article: Article) -> Iterable[Hit]:
    """Accents were heaped on one letter.

    So many marks no language has. It is play with characters, or damage, and it can be made to slow programs down.

    To do: type the marked word again.
    """
    document = article.document
    places = traits(document).at(Flag.COMBINES)
    heaped = tuple(Span(span.start - (span.start > 0), span.end) for span in joined(_runs_of_marks(document, places)))
    if heaped:
        yield Hit(f"The text has {counted(len(heaped), 'letter')} with {STACKED} accents or more.", heaped)


def _runs_of_marks(document: Document, places: np.ndarray) -> np.ndarray:
    """The places in runs of so many European marks; the vowel signs of other scripts do not count."""
    codes = document.codes[places]
    places = places[
        ((codes >= 0x300) & (codes <= 0x36F)) | ((codes >= 0x1AB0) & (codes <= 0x1AFF)) | ((codes >= 0x1DC0) & (codes <= 0x20FF))
    ]
    if len(places) < STACKED:
        return places[:0]
    starts = np.flatnonzero(np.diff(places, prepend=-2) != 1)
    sizes = np.diff(starts, append=len(places))
    return places[np.repeat(sizes >= STACKED, sizes)]
