"""Damage, kind by kind in twelve languages: what is planted is found where it is, and nothing else is said."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.model import Span
from checks.read import read
from checks.rules.encoding.fonts import TCVN3, VNI, old_fonts
from checks.zone import zone
from tests.test_damage_encoding import found, gaps, misread, spans
from tests.twelve_languages import ARTICLES, LEGACY, TEXTS

languages = st.sampled_from(sorted(TEXTS))
every = pytest.mark.parametrize("language", sorted(TEXTS))

PLANTED = {
    "ENC027": "\u00ad",
    "ENC032": "b\u0430nk ",
    "ENC036": "q\u0331\u0332\u0333\u0347 ",
    "ENC041": '<span class="x">',
}
PLACES = {"ENC032": (0, 4), "ENC036": (0, 5)}
"""Where in what is planted the evidence stands, if it is not all of it."""


OF_ARTICLE = ("ENC032", "ENC041")
"""Rules that look at the lines of the article alone."""


@pytest.mark.parametrize("code", sorted(PLANTED))
@given(language=languages, data=st.data())
def test_what_is_planted_before_a_word_is_the_only_finding(code: str, language: str, data: st.DataObject) -> None:
    text = TEXTS[language]
    at = data.draw(st.sampled_from(gaps(text)))
    planted = PLANTED[code]
    raw = (text[:at] + planted + text[at:]).encode()
    document, hits = read(raw, "a.txt"), found(raw)
    start, end = PLACES.get(code, (0, len(planted)))
    if code in OF_ARTICLE and zone(document).kinds[document.line_at(at)].startswith("junk"):
        assert hits == []  # among page furniture it is none of the article's
        return
    assert ([one for one, _ in hits], spans(hits)) == ([code], [Span(at + start, at + end)])


TWINS = dict(zip("aceopxy", "\u0430\u0441\u0435\u043e\u0440\u0445\u0443", strict=True))


@given(language=st.sampled_from(("en", "de", "fr", "es", "pl", "tr", "ru")), data=st.data())
def test_a_letter_of_another_script_inside_a_word_marks_the_word(language: str, data: st.DataObject) -> None:
    text = TEXTS[language]
    twins = {there: here for here, there in TWINS.items()} if language == "ru" else TWINS
    words = [m for m in re.finditer(r"\w{4,}", text) if m.start() > text.index("\n\n") and any(one in twins for one in m[0][1:])]
    word = data.draw(st.sampled_from(words))
    at = data.draw(st.sampled_from([n for n in range(word.start() + 1, word.end()) if text[n] in twins]))
    hits = found((text[:at] + twins[text[at]] + text[at + 1 :]).encode())
    assert ([one for one, _ in hits], spans(hits)) == (["ENC032"], [Span(*word.span())])


@every
def test_one_line_end_of_another_system_is_noted(language: str) -> None:
    text = TEXTS[language]
    hits = found((text[:-1] + "\r\n").encode())
    assert [one for one, _ in hits] == ["ENC050"]


def test_wide_punctuation_that_was_folded_is_noted_mark_by_mark() -> None:
    """In Chinese, the one language that has it after most clauses; full stops are left out, as numbers have them too."""
    text = "".join(ARTICLES["zh"][n] + "\n\n" for n in (0, 1, 2, 3, 1, 2, 1)).replace("“", '"').replace("”", '"')
    folded = text.translate(str.maketrans("，。：；！？（）", ",.:;!?()"))
    wanted = [Span(at, at + 1) for at, one in enumerate(folded) if one in ",:;!?()"]
    hits = found(folded.encode())
    assert len(wanted) >= 5
    assert ([code for code, _ in hits], spans(hits)) == (["ENC035"], wanted)


@pytest.mark.parametrize("language", ["ru", "zh", "ja", "ko", "ar"])
def test_a_paragraph_written_as_question_marks_is_found(language: str) -> None:
    """As a program writes it that knows plain ASCII alone."""
    title, first, second, last = ARTICLES[language]
    lost = second.encode("ascii", "replace").decode()
    head = f"{title}\n\n{first}\n\n"
    hits = found(f"{head}{lost}\n\n{last}\n".encode())
    assert [code for code, _ in hits] == ["ENC012"]
    marked = {at for span in spans(hits) for at in range(span.start, span.end)}
    wanted = {len(head) + at for at, one in enumerate(lost) if one == "?"}
    assert marked <= wanted
    assert len(marked) > 0.9 * len(wanted)


@pytest.mark.parametrize("charset", ["cp1252", "cp1250", "cp1251", "mac-roman"])
@every
def test_a_paragraph_misread_twice_is_found_where_it_is(language: str, charset: str) -> None:
    """Nearly all of it, nothing outside of it, and the message says that it happened twice."""
    title, first, second, last = ARTICLES[language]
    twice = misread(misread(second, charset), charset)
    head = f"{title}\n\n{first}\n\n"
    hits = [(code, hit) for code, hit in found(f"{head}{twice}\n\n{last}\n".encode()) if code == "ENC010"]
    assert any("twice" in hit.message for _, hit in hits)
    marked = {at for span in spans(hits) for at in range(span.start, span.end)}
    wanted = {len(head) + at for at, one in enumerate(twice) if not one.isascii()}
    assert all(len(head) <= at < len(head) + len(twice) for at in marked)
    assert len(marked & wanted) >= 0.85 * len(wanted)


@given(language=st.sampled_from(("de", "fr", "es", "pl", "ru", "tr", "ar")), data=st.data())
def test_a_letter_pasted_from_an_old_charset_is_read_in_it(language: str, data: st.DataObject) -> None:
    """The message says what the bad byte would be, as far as the rest of the text has that letter too."""
    text = TEXTS[language].replace("—", "-")
    start = text.index("\n\n")
    letters = [at for at in range(start, len(text)) if not text[at].isascii() and text[at].isalpha()]
    at = data.draw(st.sampled_from(letters))
    byte = text[at].encode(LEGACY[language])
    (code, hit), *more = found(text[:at].encode() + byte + text[at + 1 :].encode())
    assert (code, hit.spans, more) == ("ENC001", (Span(at, at + 1),), [])
    assert f"0x{byte[0]:02X} at byte {len(text[:at].encode()):,}" in hit.message
    if text.lower().count(text[at].lower()) > 2:
        assert f"it reads “{text[at]}”" in hit.message


ZAWGYI = (
    "ျမန္မာႏိုင္ငံ ရန္ကုန္ၿမိဳ႕ရွိ တံတားကို ျပန္ဖြင့္ေပးခဲ့သည္။ ေက်ာင္းသားမ်ား အရင္ဆုံး ျဖတ္ေက်ာ္ခဲ့ၾကသည္။",
    "ၿမိဳ႕ေတာ္၀န္က ေရာက္လာၿပီး ေကာ္ဖီဖိုး ေပးခဲ့သည္ဟု မုန္႔ဆိုင္ရွင္က ေျပာသည္။",
)
"""The bridge of Yangon is open again, pupils crossed it first; the mayor came and paid for the coffee, says the baker."""
BURMESE = (
    "မြန်မာနိုင်ငံ ရန်ကုန်မြို့ရှိ တံတားကို ပြန်ဖွင့်ပေးခဲ့သည်။ ကျောင်းသားများ အရင်ဆုံး ဖြတ်ကျော်ခဲ့ကြသည်။",
    "မြို့တော်ဝန်က ရောက်လာပြီး ကော်ဖီဖိုး ပေးခဲ့သည်ဟု မုန့်ဆိုင်ရှင်က ပြောသည်။",
)
"""The same in Unicode."""
OLD = {
    "TCVN3": "Céng hoµ x· héi chñ nghÜa ViÖt Nam: ®­êng vµo thµnh phè ®· më l¹i cho nh÷ng ng­êi ®i bé.",
    "VNI": "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam: ñöôøng vaøo thaønh phoá ñaõ môû laïi cho nhöõng ngöôøi ñi boä.",
    "Zawgyi": " ".join(ZAWGYI),
}


@pytest.mark.parametrize("font", sorted(OLD))
@every
def test_a_paragraph_for_an_old_font_is_named_and_found(language: str, font: str) -> None:
    """Between paragraphs of any language; some of its signs in every long stretch of it, and none outside of it."""
    title, first, second, last = ARTICLES[language]
    head = f"{title}\n\n{first}\n\n{second}\n\n"
    hits = [(code, hit) for code, hit in found(f"{head}{OLD[font]}\n\n{last}\n".encode()) if code not in ("ENC027", "ENC010")]
    assert [code for code, _ in hits] == ["ENC014"]
    assert font in hits[0][1].message
    places = [span.start - len(head) for span in spans(hits)]
    assert places[0] < 35
    assert places[-1] > len(OLD[font]) - 35
    assert all(0 <= span.start - len(head) < span.end - len(head) <= len(OLD[font]) for span in spans(hits))


@pytest.mark.parametrize("text", [*BURMESE, *ARTICLES["vi"], "Tải về: ®2019, «cả» «và» – Ø 5 mm, naïve, où, più, øl, Köln, für"])
def test_text_in_unicode_is_for_no_old_font(text: str) -> None:
    assert old_fonts(read(text.encode(), "a.txt")) is None


@pytest.mark.parametrize("text", ZAWGYI)
def test_a_sentence_is_enough_to_tell_the_burmese_font(text: str) -> None:
    assert old_fonts(read(text.encode(), "a.txt")) is not None


def test_other_languages_of_the_burmese_script_are_for_no_old_font() -> None:
    """Shan and Mon have vowels, medials and letters of their own in the places that Zawgyi uses."""
    for text in ("ၵႂၢမ်းတႆး လိၵ်ႈတႆး ၸိုင်ႈတႆး ပၢႆးမွၼ်း ၵူၼ်းတႆး", "ဘာသာမန် အခိုက်ကၞာ ဍုင်မန် ကောန်ဂကူမန်"):
        assert old_fonts(read(text.encode(), "a.txt")) is None


@pytest.mark.parametrize(
    ("written", "letters", "spelt"),
    [
        ("cộng hoà xã hội chủ nghĩa việt nam", TCVN3, "céng hoµ x· héi chñ nghÜa viÖt nam"),
        ("độc lập - tự do - hạnh phúc", TCVN3, "®éc lËp - tù do - h¹nh phóc"),
        ("cộng hòa xã hội chủ nghĩa việt nam", VNI, "coäng hoøa xaõ hoäi chuû nghóa vieät nam"),
        ("độc lập - tự do - hạnh phúc", VNI, "ñoäc laäp - töï do - haïnh phuùc"),
    ],
)
def test_the_tables_of_the_vietnamese_fonts_spell_the_line_on_every_official_letter(
    written: str, letters: dict[str, str], spelt: str
) -> None:
    assert "".join(letters.get(one, one) for one in written) == spelt
