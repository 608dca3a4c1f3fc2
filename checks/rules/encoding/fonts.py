"""Texts written for old fonts: Vietnamese in TCVN3 or VNI, Burmese in Zawgyi."""

from __future__ import annotations

from functools import cache

import numpy as np

from checks.characters import Flag, traits
from checks.model import Document, Hit, Span
from checks.patterns import lazily
from checks.rules.encoding.pointing import SHOWN, counted, joined

FREQUENT = (
    "của và là không được những người một đến này với có để từ việt đã sẽ về vào rằng phải thể đi đó nói thành phố năm chúng tôi họ nước việc"
    " tại bị trước đường cầu mở cửa lại đầu nhất vẫn còn cũng rất nhiều các ở đây kể mới cả"
)
"""Words of every Vietnamese page."""
# The letters as the fonts' texts have them when they are taken for Windows-1252: TCVN 5712:1993 (ABC) and VNI Windows.
_LETTERS = "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ"
_TCVN3 = "µ¶·¸¹¨»¼½¾Æ©ÇÈÉÊË®ÌÎÏÐÑªÒÓÔÕÖ×ØÜÝÞßáâãä«åæçèé¬êëìíîïñòóô\u00adõö÷øùúûüýþ"
_VNI = (
    "aø aû aõ aù aï aê aè aú aü aé aë aâ aà aå aã aá aä ñ eø eû eõ eù eï eâ eà eå eã eá eä ì æ ó í ò oø oû oõ où oï oâ oà oå oã oá oä"
    " ô ôø ôû ôõ ôù ôï uø uû uõ uù uï ö öø öû öõ öù öï yø yû yõ yù î"
)
TCVN3 = dict(zip(_LETTERS, _TCVN3, strict=True))
VNI = dict(zip(_LETTERS, _VNI.split(" "), strict=True))
LEAST = 3
"""Different ones from which on the text is no other language's. Of 2,439 pages in twenty languages one has one of them and none has two."""
ZAWGYI_LEAST = 3
"""Signs that Unicode has no use for, from which on the font is proved. Sound Burmese has none; a slip of the keyboard is one."""
_WORD = lazily(r"[^\W\d_]+(?:[®µ¬«¨©·¸¶\u00ad\u00d7÷][^\W\d_]*)*|[®µ¬«¨©][^\W\d_]*(?:[®µ¬«¨©·¸¶\u00ad\u00d7÷][^\W\d_]*)*")
BURMESE = (0x1000, 0x109F)


def old_fonts(document: Document) -> Hit | None:
    """The finding that a text is written for an old font, if it is."""
    marked = traits(document).at(Flag.FONT)
    return (_vietnamese(document) if _inside_words(document, marked) else None) or _burmese(document, marked)


def _inside_words(document: Document, marked: np.ndarray) -> bool:
    """Whether signs that the Vietnamese fonts have for letters stand after letters: two of TCVN3's, or VNI's ø after a vowel.

    Soft hyphens and the registered sign stand there in other texts too.
    """
    here, before = document.codes.take(marked), document.codes.take(marked - 1, mode="clip")
    small = before | np.uint32(0x20)
    letters = (small >= ord("a")) & (small <= ord("z"))
    ringed = (here == ord("ø")) | (here == ord("Ø"))
    if not letters.any() and not ringed.any():
        return False
    signs = letters & ~ringed & (here < BURMESE[0]) & (here != 0xAD) & (here != ord("®"))
    return bool(np.count_nonzero(signs) >= LEAST - 1 or (ringed.any() and np.isin(before[ringed], _VOWELS).any()))


_VOWELS = np.array([ord(one) for one in "aeouyöôAEOUYÖÔ"], np.uint32)


@cache
def fonts() -> dict[str, dict[str, str]]:
    """For each font its spelling of the frequent words that no other reading spells so, with what they should read."""
    found = {}
    for name, letters in (("TCVN3 (ABC)", TCVN3), ("VNI", VNI)):
        spelt = {"".join(letters.get(one, one) for one in word): word for word in FREQUENT.split()}
        found[name] = {wrong: right for wrong, right in spelt.items() if not wrong.isascii() and len(wrong) > 1 and wrong != right}
    return found


def _vietnamese(document: Document) -> Hit | None:
    text = document.text
    odd = " ".join({piece for piece in text.split() if not piece.isascii()})
    written = {spelt for word in _WORD.findall(odd) for spelt in (word, word[:1].lower() + word[1:])}
    for name, words in fonts().items():
        if len(written & words.keys()) < LEAST:
            continue
        spans, first, different = [], "", set()
        for match in _WORD.finditer(text):
            word = match[0]
            known = words.get(word) or words.get(word[:1].lower() + word[1:])
            if known:
                first = first or f"“{word}” should read “{known}”"
                different.add(known)
                spans.append(Span(*match.span()))
        if len(different) >= LEAST:
            return Hit(f"The Vietnamese is written for a font in {name}: {first}.", tuple(spans[:SHOWN]))
    return None


def _burmese(document: Document, marked: np.ndarray) -> Hit | None:
    """Zawgyi: text in the order of the eye, with the sign that stacks consonants in Unicode at the end of syllables.

    In Unicode U+1039 stands between two consonants only; the vowel e and the medials stand after a consonant, and no vowel
    follows the sign U+103A. Zawgyi writes U+1039 for that sign, e and the medial r before their consonant, and has U+103A for the
    medial y. Stacked consonants are characters of their own there, in the places of other peoples' letters.
    """
    codes = document.codes
    burmese = marked[(codes[marked] >= BURMESE[0]) & (codes[marked] <= BURMESE[1])]
    if len(burmese) < ZAWGYI_LEAST:
        return None
    here, before, after = (codes.take(burmese + step, mode="clip") for step in (0, -1, 1))
    starts = (before < BURMESE[0]) | (before > BURMESE[1]) | (burmese == 0)
    false_stack = (here == 0x1039) & ~_consonant(after)
    after_r = (here == 0x103B) & starts  # the medial r before the first consonant of a word
    after_y = (here == 0x103A) & (((after >= 0x102B) & (after <= 0x1030)) | (after == 0x1032) | (after == 0x1036))
    early = (here == 0x1031) & (starts | ((before >= 0x102B) & (before <= 0x103A) & (before != 0x1039)))
    proofs = burmese[false_stack | after_r | after_y | early]
    if len(proofs) < ZAWGYI_LEAST or np.count_nonzero(false_stack) * 4 < np.count_nonzero((here == 0x103A) & ~after_y):
        return None
    return Hit(f"The Burmese is written for the font Zawgyi: {counted(len(proofs), 'sign')} where Unicode has none.", joined(proofs))


def _consonant(codes: np.ndarray) -> np.ndarray:
    found: np.ndarray = (codes >= 0x1000) & (codes <= 0x1021)
    return found
