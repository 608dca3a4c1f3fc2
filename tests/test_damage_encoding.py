"""Damage: one defect planted anywhere in clean text is the only ENC finding, at the place planted."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.characters import sloppy
from checks.model import Claims, Hit, Span
from checks.read import read
from checks.rules import encoding
from checks.rules.rule import Article, collect
from checks.zone import zone
from tests.twelve_languages import ALPHABETS, ARTICLES, LEGACY, TEXTS

RULES = collect(encoding)
languages = st.sampled_from(sorted(TEXTS))
C2PA = b"C2PATXT\0\x01\0\0\0\x02ok"


def found(raw: bytes) -> list[tuple[str, Hit]]:
    """Codes and hits of all ENC rules on a file."""
    document = read(raw, "a.txt")
    article = Article(document, zone(document), Claims())
    return [(one.code, hit) for one in RULES for hit in one.check(article)]


def spans(hits: Iterable[tuple[str, Hit]]) -> list[Span]:
    """All spans, ascending."""
    return sorted(span for _, hit in hits for span in hit.spans)


def gaps(text: str) -> list[int]:
    """Places between two characters inside a line of running text, a space on one side."""
    start = text.index("\n\n") + 2
    return [at for at in range(start + 1, len(text) - 1) if text[at - 1] == " " and not text[at].isspace()] or [
        at for at in range(start + 1, len(text) - 1) if not text[at - 1].isspace() and not text[at].isspace()
    ]


@pytest.mark.parametrize("language", sorted(TEXTS))
def test_a_clean_article_has_no_finding(language: str) -> None:
    """In any of the twelve languages."""
    assert found(TEXTS[language].encode()) == []


PLANTED = {
    "ENC011": "\ufffd",
    "ENC013": "\x93",
    "ENC020": "\0",
    "ENC021": "\x08",
    "ENC022": "\u202e",
    "ENC023": "\u2067",
    "ENC024": "\U000e0041\U000e0042",
    "ENC026": "\ufeff",
    "ENC031": "\uffff",
    "ENC034": "\ufb01",
    "ENC040": "&eacute;",
    "ENC042": "{{title}}",
    "ENC043": "\\u00e9",
    "ENC051": "\u2028",
    "ENC028": "\ufeff" + "".join(chr(0xFE00 + one if one < 16 else 0xE0100 + one - 16) for one in C2PA),
    "ENC029": "\ufeff" + "".join(chr(0xFE00 + one if one < 16 else 0xE0100 + one - 16) for one in C2PA[:-1]),
}


@pytest.mark.parametrize("code", sorted(PLANTED))
@given(language=languages, data=st.data())
def test_a_planted_stretch_is_the_only_finding(code: str, language: str, data: st.DataObject) -> None:
    """Whatever the language, before whatever word."""
    text = TEXTS[language]
    at = data.draw(st.sampled_from(gaps(text)))
    planted = PLANTED[code]
    hits = found((text[:at] + planted + text[at:]).encode())
    assert [one for one, _ in hits] == [code]
    assert spans(hits) == [Span(at, at + len(planted))]


@given(language=languages, data=st.data())
def test_an_icon_of_a_font_in_a_sentence_is_found(language: str, data: st.DataObject) -> None:
    """In the lines of the article; among page furniture it is none of the article's."""
    text = TEXTS[language]
    at = data.draw(st.sampled_from(gaps(text)))
    raw = (text[:at] + "\ue001" + text[at:]).encode()
    document = read(raw, "a.txt")
    hits = found(raw)
    if zone(document).kinds[document.line_at(at)].startswith("junk"):
        assert hits == []
    else:
        assert ([one for one, _ in hits], spans(hits)) == (["ENC030"], [Span(at, at + 1)])


@given(language=languages, data=st.data(), value=st.sampled_from([0xFF, 0xFE, 0xC0, 0xF8]))
def test_a_byte_that_utf8_never_has_is_found_at_its_offset(language: str, data: st.DataObject, value: int) -> None:
    """And the text around it stays as it is."""
    text = TEXTS[language]
    at = data.draw(st.integers(1, len(text) - 1))
    before, after = text[:at].encode(), text[at:].encode()
    raw = before + bytes((value,)) + after
    document = read(raw, "a.txt")
    assert document.text == text[:at] + "\ufffd" + text[at:]
    assert [(bad.offset, bad.value, bad.at) for bad in document.encoding.bad_bytes] == [(len(before), value, at)]
    hits = found(raw)
    assert ([one for one, _ in hits], spans(hits)) == (["ENC001"], [Span(at, at + 1)])


@given(language=languages, data=st.data())
def test_a_cut_inside_the_last_character_is_proved(language: str, data: st.DataObject) -> None:
    """The bytes that begin it are counted, and nothing else is called damaged."""
    text = TEXTS[language]
    wide = [at for at, one in enumerate(text) if at > len(text) // 3 and not one.isascii()]
    at = data.draw(st.sampled_from(wide))
    whole = text[at].encode()
    size = data.draw(st.integers(1, len(whole) - 1))
    document = read(text[:at].encode() + whole[:size], "a.txt")
    assert (document.encoding.decided_by, document.encoding.cut_bytes) == ("utf-8-cut", size)
    assert document.text == text[:at] + "\ufffd" * size
    assert found(document.raw) == []


def misread(text: str, charset: str) -> str:
    """UTF-8 read in a charset of single bytes, as programs do."""
    return "".join(sloppy(byte, charset) if byte >= 0x80 else chr(byte) for byte in text.encode())


def scrambled(text: str, charset: str) -> tuple[str, list[Span]]:
    """A text misread, and where every run of characters beyond ASCII now stands."""
    pieces, marks, length = [], [], 0
    for one in text:
        piece = misread(one, charset)
        if not one.isascii():
            if marks and marks[-1].end == length:
                marks[-1] = Span(marks[-1].start, length + len(piece))
            else:
                marks.append(Span(length, length + len(piece)))
        pieces.append(piece)
        length += len(piece)
    return "".join(pieces), marks


@pytest.mark.parametrize("charset", ["cp1252", "cp1250", "cp1251", "mac-roman"])
@pytest.mark.parametrize("language", sorted(TEXTS))
def test_a_misread_paragraph_is_found_where_it_is_scrambled(language: str, charset: str) -> None:
    """Every scrambled run is marked, and nothing outside of them."""
    title, first, second, last = ARTICLES[language]
    wrong, marks = scrambled(second, charset)
    head = f"{title}\n\n{first}\n\n"
    hits = [(code, hit) for code, hit in found(f"{head}{wrong}\n\n{last}\n".encode()) if code not in ("ENC013", "ENC027")]
    assert {code for code, _ in hits} == {"ENC010"}
    wanted = {at for mark in marks for at in range(mark.start + len(head), mark.end + len(head))}
    marked = {at for span in spans(hits) for at in range(span.start, span.end)}
    assert marked <= wanted
    assert len(marked) >= 0.9 * len(wanted), sorted(wanted - marked)


@pytest.mark.parametrize("charset", ["gb18030", "cp932"])
@pytest.mark.parametrize("language", sorted(TEXTS))
def test_a_paragraph_misread_in_an_asian_charset_is_found(language: str, charset: str) -> None:
    """In the paragraph, and nowhere else."""
    title, first, second, last = ARTICLES[language]
    wrong = second.encode().decode(charset, "replace")
    head = f"{title}\n\n{first}\n\n"
    hits = [(code, hit) for code, hit in found(f"{head}{wrong}\n\n{last}\n".encode()) if code in ("ENC010", "ENC011")]
    # where the charset has no character for a third of the bytes, as Shift_JIS for Korean, the losses are all that can be told
    assert "ENC010" in {code for code, _ in hits} or wrong.count("\ufffd") > len(wrong) / 5
    assert all(len(head) <= span.start < span.end <= len(head) + len(wrong) for span in spans(hits))


@given(language=st.sampled_from(sorted(LEGACY)), first=st.booleans())
def test_a_paragraph_in_an_old_charset_is_told_with_its_switch_point(language: str, first: bool) -> None:
    """The rest stays UTF-8, and the message reads the paragraph as it was written."""
    title, one, two, last = ARTICLES[language]
    head, tail = f"{title}\n\n{one}\n\n".encode(), f"\n\n{last}\n\n{one}\n".encode()
    old = two.replace("—", "-").encode(LEGACY[language])
    raw = (b"" if first else head) + old + tail
    document = read(raw, "a.txt")
    assert document.encoding.decided_by == "utf-8-mixed"
    (region,) = document.encoding.regions
    assert (region.start, region.end) == (len(raw) - len(old) - len(tail), len(raw) - len(tail))
    assert region.reads_as == two.replace("—", "-")
    assert [code for code, _ in found(raw)] == ["ENC003"]


@pytest.mark.parametrize("language", sorted(LEGACY))
def test_an_article_in_an_old_charset_is_read_right_and_told(language: str) -> None:
    """One warning, and the text is the one that was written."""
    text = TEXTS[language].replace("—", "-")
    raw = text.encode(LEGACY[language])
    document = read(raw, "a.txt")
    assert document.text == text
    assert {code for code, _ in found(raw)} <= {"ENC004", "ENC005"}
    assert "ENC004" in {code for code, _ in found(raw)}


def inside(text: str) -> list[int]:
    """Places between two letters of a word of running text."""
    start = text.index("\n\n")
    return [at for at in range(start, len(text) - 1) if text[at - 1].isalpha() and text[at].isalpha()]


@given(language=st.sampled_from(ALPHABETS), data=st.data(), joiner=st.sampled_from("\u200b\u2060\u200d\u200c"))
def test_an_invisible_character_inside_a_word_is_found(language: str, data: st.DataObject, joiner: str) -> None:
    """Where words need no joiners."""
    text = TEXTS[language]
    at = data.draw(st.sampled_from(inside(text)))
    hits = found((text[:at] + joiner + text[at:]).encode())
    assert ([code for code, _ in hits], spans(hits)) == (["ENC025"], [Span(at, at + 1)])


@given(language=st.sampled_from(("en", "de", "fr", "es", "pl", "tr")), data=st.data())
def test_letters_turned_question_marks_are_found(language: str, data: st.DataObject) -> None:
    """Two words or more that lost a letter between others."""
    text = TEXTS[language]
    places = [at for at in inside(text) if not text[at].isascii() and text[at + 1].islower() and text[at + 1].isalpha()]
    words = {}
    for at in places:
        words.setdefault(text[: at + 1].rfind(" "), at)
    chosen = sorted(data.draw(st.lists(st.sampled_from(sorted(words.values())), min_size=2, max_size=5, unique=True)))
    for at in chosen:
        text = text[:at] + "?" + text[at + 1 :]
    hits = found(text.encode())
    assert ([code for code, _ in hits], spans(hits)) == (["ENC012"], [Span(at, at + 1) for at in chosen])


@given(language=languages, data=st.data())
def test_pieces_of_letters_are_noted(language: str, data: st.DataObject) -> None:
    """A letter with its accent apart is a note, and the place is exact."""
    text = TEXTS[language]
    at = data.draw(st.sampled_from(gaps(text)))
    hits = found((text[:at] + "e\u0301" + text[at:]).encode())
    assert ([code for code, _ in hits], spans(hits)) == (["ENC033"], [Span(at, at + 2)])
