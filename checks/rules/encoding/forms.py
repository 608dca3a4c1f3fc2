"""ENC: the same letters and marks, stored another way than the web writes them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

import numpy as np

from checks.characters import Flag, traits
from checks.model import Document, Hit, Severity, Span
from checks.rules.encoding.pointing import SHOWN, counted, joined
from checks.rules.rule import Article, rule


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
