"""Completeness: a cut is found where it is, and whole articles are left alone."""

from __future__ import annotations

import time

import msgspec
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checks.claims.completeness import representation, signs
from checks.claims.completeness.markers import is_teaser_ellipsis
from checks.claims.completeness.opening import missing_head
from checks.claims.completeness.pairs import unpaired
from checks.claims.completeness.prompts import is_read_on, prompt
from checks.claims.completeness.weights import Weights, weights
from checks.lexicon import words
from checks.model import Claim, Document, Encoding, Status, Zone, Zones
from checks.pipeline import Desk, check
from checks.read import read
from checks.report import Report
from checks.rules.examples import FRAME, PARAGRAPH
from checks.zone import zone
from tests.completeness_texts import ARTICLES
from tests.completeness_texts import FURNITURE as FURNITURE_BY_LANGUAGE
from tests.completeness_texts import PROMPTS as PROMPTS_BY_LANGUAGE

SOUND = FRAME.format(planted=PARAGRAPH)
BODY = range(SOUND.index("The harbour bridge in") + 20, SOUND.index("\n\nSource:") - 1)
INSIDE_WORDS = [at for at in BODY if SOUND[at - 1].isalpha() and SOUND[at].isalpha()]
CUT_CODES = {"TRN001", "TRN002", "TRN011"}
LONG = 5000

PROMPTS = [
    "Subscribe to read the full story.",
    "Sign in to continue.",
    "To keep reading, create a free account.",
    "This is premium content. Please log in or subscribe.",
    "Start your 30-day trial to unlock this story.",
    "Mit einem Abo lesen Sie alle Inhalte ohne Einschränkung.",
    "Jetzt registrieren und weiterlesen.",
    "Cet article est réservé à nos abonnés.",
    "Pour lire la suite, connectez-vous.",
    "Para seguir leyendo, hazte socio.",
    "Faça login para ler a reportagem completa.",
    "Abbonati per leggere l'articolo completo.",
    "Log in om verder te lezen.",
    "Logga in för att läsa hela artikeln.",
    "Bli abonnent og les hele saken.",
    "Tilaa ja lue koko juttu.",
    "Zaloguj się, aby przeczytać cały tekst.",
    "Dočtěte celý článek s předplatným.",
    "Чтобы прочитать полностью, оформите подписку.",
    "Συνδεθείτε για να διαβάσετε ολόκληρο το άρθρο.",
    "Devamını okumak için üye olun.",
    "Đăng nhập để đọc toàn bộ bài viết.",
    "Silakan masuk untuk membaca artikel lengkap.",
    "سجّل الدخول لمتابعة القراءة.",
    "पूरा लेख पढ़ने के लिए सदस्य बनें।",
    "登录后可继续阅读全文。",
    "この記事は会員限定です。",
    "ログインして続きを読む",
    "구독하면 전체 기사를 볼 수 있습니다.",
    "สมัครสมาชิกเพื่ออ่านต่อ",
]

NO_PROMPTS = [
    "The bridge will reopen on Monday.",
    "Police have asked witnesses to contact them.",
    "Readers have written to the paper ever since.",
    "The museum is open daily; entry is free.",
    "Want to hear more? Sign up for our newsletter.",
    "Er ist Mitglied des Vorstands.",
    "Die Polizei bittet um Hinweise.",
    "Hier geht es zur Anmeldung für unseren Newsletter.",
    "Le procès doit durer trois semaines.",
    "El juicio continuará el lunes.",
    "Sprawa trafi do sądu w marcu.",
    "警方仍在调查事故原因。",
    "気象庁は引き続き注意を呼びかけている。",
    "경찰은 정확한 원인을 조사하고 있다.",
]

HOSTILE = {
    "one long line": lambda n: "word " * (n // 5),
    "quotes": lambda n: "“" * n,
    "brackets": lambda n: "([" * (n // 2),
    "blank lines": lambda n: "\n" * n,
    "short lines": lambda n: "a\n" * (n // 2),
    "ellipses": lambda n: "…" * n,
    "digits": lambda n: "1. x\n" * (n // 5),
    "quoted lines": lambda n: 'He said "so.\n' * (n // 26 * 2 + 1),
    "Han": lambda n: "登录" * (n // 2),
    "spaces": lambda n: "a" + " " * n + "b",
}


def every_line_body(document: Document) -> Zones:
    """Zones of a bare article, without a model of lines."""
    kinds = tuple("body" if line.strip() else "blank" for line in document.lines)
    runs = tuple(Zone("body", n, n) for n, kind in enumerate(kinds) if kind == "body")
    return Zones(kinds, runs, (), np.zeros(len(kinds), np.float32))


def claimed(text: str | bytes, *, bare: bool = False) -> Claim:
    """The claim about a text."""
    document = read(text if isinstance(text, bytes) else text.encode(), "x.txt")
    return representation(document, every_line_body(document) if bare else zone(document))


def reported(text: str | bytes) -> Report:
    """The report on a text, from the whole walk."""
    return check(text if isinstance(text, bytes) else text.encode(), "x.txt", Desk())


def codes(text: str | bytes) -> list[str]:
    """The TRN rules that a text offends."""
    return [one.code for one in reported(text).findings if one.code.startswith("TRN")]


def test_the_sound_article_is_full() -> None:
    """It has evidence for that, and offends no rule of completeness."""
    claim = claimed(SOUND)
    assert (claim.status, claim.value) == (Status.INFERRED, "full")
    assert claim.evidence
    assert codes(SOUND) == []


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(INSIDE_WORDS))
def test_a_clean_article_cut_inside_a_word_is_partial_and_the_rule_points_at_the_cut(at: int) -> None:
    """Wherever in its running text; and nothing else is said of completeness."""
    text = SOUND[:at]
    claim = claimed(text)
    assert claim.value == "partial", text[-60:]
    assert max(span.end for span in claim.evidence) == at
    found = [one for one in reported(text).findings if one.code.startswith("TRN")]
    assert [one.code for one in found] == ["TRN002"]
    assert found[0].spans[0].end == at


@settings(max_examples=60, deadline=None)
@given(st.sampled_from([at for at in BODY if SOUND[at] == " " and SOUND[at - 1].isalpha() and SOUND[at - 1].islower()]))
def test_a_clean_article_cut_between_two_words_is_partial(at: int) -> None:
    """Within sentences; cuts between sentences cannot be told."""
    assert claimed(SOUND[:at]).value == "partial", SOUND[at - 60 : at]


@pytest.mark.parametrize("language", sorted(ARTICLES))
def test_a_whole_article_is_not_called_partial_in_any_script(language: str) -> None:
    """Thai, which has no sentence marks, is left undetermined; the others are full."""
    claim = claimed(ARTICLES[language], bare=True)
    if language == "th":
        assert claim.status is Status.MISSING
        assert any("no sentence marks" in why for why in claim.why)
    else:
        assert claim.value == "full"
    assert not {"TRN002", "TRN004", "TRN005", "TRN006"} & set(codes(ARTICLES[language]))


@pytest.mark.parametrize("language", sorted(set(ARTICLES) - {"th"}))
def test_cuts_inside_words_are_found_in_every_script_with_sentence_marks(language: str) -> None:
    """In nine of ten places, and in the walk as well as for the bare text."""
    text = ARTICLES[language]
    places = [at for at in range(text.index("\n\n") + 60, len(text) - 2) if text[at - 1].isalpha() and text[at].isalpha()][::7]
    assert len(places) > 5
    partial = [claimed(text[:at]).value == "partial" for at in places]
    assert sum(partial) >= 0.9 * len(partial), [text[at - 20 : at] for at, told in zip(places, partial, strict=True) if not told]


@pytest.mark.parametrize("language", sorted(set(ARTICLES) - {"th"}))
def test_every_cut_of_the_last_paragraph_is_found_and_pointed_at(language: str) -> None:
    """Inside words and between them, from its second character to its last but one."""
    text = ARTICLES[language].rstrip("\n")
    first = text.rindex("\n") + 2
    places = [at for at in range(first, len(text) - 1) if text[at - 1].isalnum() and (text[at].isalnum() or text[at] == " ")]
    assert len(places) > 15
    claims = {at: claimed(text[:at]) for at in places}
    assert [text[at - 20 : at] for at, claim in claims.items() if claim.value != "partial"] == []
    assert [at for at, claim in claims.items() if max(span.end for span in claim.evidence) != at] == []


def test_a_thai_text_that_ends_in_a_vowel_without_its_consonant_is_partial() -> None:
    """Such a vowel is written before its consonant and so can end nothing."""
    text = ARTICLES["th"]
    places = [at + 1 for at in range(80, len(text)) if text[at] in "เแโใไ"]
    assert len(places) > 10
    assert all(claimed(text[:at], bare=True).value == "partial" for at in places)


@pytest.mark.parametrize("cut", [1, 2])
def test_a_file_cut_inside_a_character_is_partial(cut: int) -> None:
    """Han characters have three bytes in UTF-8."""
    raw = ARTICLES["zh"].encode()
    end = raw.index("楼梯".encode()) + cut
    claim = claimed(raw[:end])
    assert (claim.value, claim.rule) == ("partial", "cut-character")
    assert codes(raw[:end]) == ["TRN001"]


@pytest.mark.parametrize("line", PROMPTS)
def test_a_prompt_is_known_in_many_languages_by_what_it_speaks_of(line: str) -> None:
    """After a few lines of article as well as after many."""
    assert prompt(line, 300) is not None
    assert claimed(SOUND.split("\n\nShops")[0] + "\n\n" + line + "\n", bare=True).rule == "prompt"


@pytest.mark.parametrize("language", sorted(PROMPTS_BY_LANGUAGE))
def test_prompts_of_forty_languages_are_known(language: str) -> None:
    """Two or three of each, with and without a full stop, after a little text and after more."""
    for line in PROMPTS_BY_LANGUAGE[language]:
        for form in (line, line.rstrip(".。।۔")):
            assert prompt(form, 300) is not None, form
            assert prompt(form, 1500) is not None, form


@pytest.mark.parametrize("line", NO_PROMPTS)
def test_last_sentences_newsletters_and_appeals_are_no_prompts(line: str) -> None:
    """Not after a long article."""
    assert prompt(line, LONG) is None
    assert not is_read_on(line)


@pytest.mark.parametrize("line", ["Read more", "Weiterlesen »", "Lire la suite", "[Číst dál]", "続きを読む", "Читать далее…", "더보기"])
def test_a_line_that_is_only_a_link_to_the_rest_is_known(line: str) -> None:
    """Whatever arrows and brackets stand around it."""
    assert is_read_on(line)


@pytest.mark.parametrize(
    ("text", "partial"),
    [
        ("The helpers brought blankets, soup…", True),
        ("The helpers brought blankets, soup...", True),
        ("And then, nothing....", False),
        ("大家都沉默了……", False),
    ],
)
def test_three_dots_trail_off_and_four_or_six_do_not(text: str, partial: bool) -> None:
    """Chinese writes its ellipsis as six dots."""
    assert is_teaser_ellipsis(text) is partial


@pytest.mark.parametrize(
    "ending",
    [
        "\n\nWhere to watch the boats:\n\nPort Ellery: the old pier\n\nSandwick: the lighthouse\n",
        "\n\nEastmoor 2, Port Ellery 1\n\nSandwick 0, Lindenau 0\n",
        "\n\nENDS\n",
        "\n\n(END)\n",
        "\n\n___\n",
        " (ml)\n",
        "\n\nReporting by Mara Lindqvist; editing by Jo Fenn\n",
        "\n\nPhoto: Eastmoor Courier\n",
        "\n\n© 2024 Eastmoor Courier\n",
        "\n\nwww.eastmoor-courier.example\n",
    ],
)
def test_lists_scores_credits_and_end_marks_at_the_end_are_no_cuts(ending: str) -> None:
    """They have no full stop and need none."""
    assert claimed(SOUND[: BODY.stop + 1] + ending, bare=True).value != "partial"


@pytest.mark.parametrize(
    "start",
    [
        "iPhones are banned at the school.",
        "von der Aue, 54, won.",
        "d’Arcy left early.",
        "#Eastmoor was on every screen.",
        "“We waited,” she said.",
    ],
)
def test_brands_family_names_and_quotations_may_begin_an_article(start: str) -> None:
    """A small letter alone proves nothing there."""
    assert missing_head(start) is None


@pytest.mark.parametrize(
    "start",
    [
        "and left the hall.",
        ", she said.",
        "waited,” she said, and left.",
        "는 사람을 만났다.",
        "ッカー大会が開かれた。",
    ],
)
def test_what_cannot_begin_a_sentence_shows_a_missing_head(start: str) -> None:
    """Small letters, stops, endings of words, quotations that nobody opened."""
    assert missing_head(start) is not None


@settings(max_examples=60, deadline=None)
@given(st.sampled_from([at for at in BODY if SOUND[at - 1] == " " and SOUND[at].islower()]))
def test_an_article_without_its_first_sentences_is_partial(at: int) -> None:
    """Wherever it now begins with a small letter."""
    claim = claimed(SOUND[at:], bare=True)
    assert claim.value == "partial"
    assert claim.evidence[0].start == 0


@pytest.mark.parametrize(
    ("text", "opened", "closed"),
    [
        ("He said “so” and left.", None, None),
        ("He said “so and left.", 8, None),
        ("so” he said, and left.", None, 2),
        ("Er sagte „so“ und ging.", None, None),
        ("Han sade ”så” och gick.", None, None),
        ("Il a dit « oui » et il est parti.", None, None),
        ('A 15" screen.', None, None),
        ('He said “so" and left.', None, None),
        ("It closed (for good.", 10, None),
        ("It closed 1) for good, 2) at last.", None, None),
        ("彼は「そう」と言った（笑）。", None, None),
        ("彼は「そう言った。", 2, None),
    ],
)
def test_unpaired_marks(text: str, opened: int | None, closed: int | None) -> None:
    """Slips such as mixed styles prove nothing."""
    found = unpaired(text)
    assert (found.opened, found.closed) == (opened, closed)


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_have_a_claim_and_its_evidence_lies_in_the_text(raw: bytes) -> None:
    """Never an exception, never a span outside."""
    document = read(raw, "x")
    zones = zone(document)
    claim = representation(document, zones)
    assert claim.value in ("full", "partial", None)
    assert claim.why
    for sign in signs(document, zones):
        assert 0 <= sign.span.start <= sign.span.end <= len(document.text)
        assert sign.why


@pytest.mark.parametrize("text", ["", " \n\n", "\ufeff"])
def test_a_file_without_text_says_so(text: str) -> None:
    """There is nothing to point at, so nothing is claimed."""
    claim = claimed(text)
    assert claim.status is Status.MISSING
    assert claim.rule == "empty"
    assert codes(text) == ["TRN012"]


def test_a_headline_alone_is_partial() -> None:
    """And has a rule of its own."""
    assert claimed("Harbour bridge reopens after two years of repairs\n").value == "partial"
    assert codes("Harbour bridge reopens after two years of repairs\n") == ["TRN011"]


def test_every_defect_has_one_main_finding() -> None:
    """A text without beginning and end has two, each at its place."""
    text = SOUND[SOUND.index("opened to traffic") : SOUND.index("promised a small mus") + 15]
    document = read(text.encode(), "x")
    found = [sign for sign in signs(document, every_line_body(document)) if sign.cut]
    assert [sign.kind for sign in found] == ["missing-head", "broken-ending"]
    assert (found[0].span.start, found[1].span.end) == (0, len(text))


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_hostile_texts_take_time_in_proportion_to_their_length(name: str) -> None:
    """Eight times the text takes no more than some twenty times the time, noise included."""

    def seconds(size: int) -> float:
        text = HOSTILE[name](size)
        document = Document("x", b"", text, Encoding("utf-8", "utf-8"))
        zones = every_line_body(document)
        _ = document.starts, document.ends, zones.body, zones.first_body, zones.title
        best = 99.0
        for _ in range(3):
            signs.cache_clear()
            begun = time.process_time()
            representation(document, zones)
            best = min(best, time.process_time() - begun)
        return best

    small, large = seconds(50_000), seconds(400_000)
    assert large < 20 * small + 0.01, (small, large)


def test_the_weights_have_every_feature_and_no_other() -> None:
    """The file is remade by `tools/train_endings.py`."""
    from checks.claims.completeness import ending, stray
    from checks.claims.completeness import weights as module

    held = msgspec.json.decode(module.FILE.read_bytes(), type=Weights)
    assert tuple(held.ending) == ending.FEATURES
    assert tuple(held.gate) == stray.GATE
    assert tuple(held.stray.hidden) == tuple(held.stray.usual) == stray.FEATURES
    assert len(set(stray.FEATURES)) == len(stray.FEATURES)
    assert {len(row) for row in held.stray.hidden.values()} == {len(held.stray.outward)} == {len(held.stray.hidden_bias)}
    assert all(np.isfinite(array).all() for array in (weights().ending, weights().hidden, weights().outward))
    assert set(module.SAID) <= {*ending.FEATURES, *stray.FEATURES}


def test_the_word_files_speak_thirty_languages() -> None:
    """Each with prompts, and folded as they are looked up."""
    found = words("completeness")
    assert sum({"read_on", "access", "reading", "piece", "limits"} <= set(lists) for lists in found.values()) >= 30
    assert [phrase for lists in found.values() for phrases in lists.values() for phrase in phrases if phrase != phrase.casefold()] == []


FURNITURE = (
    "Share this article\nMost read\nFour bells for the market hall\nOpen day at the lock\nA new coat for the lighthouse\nPrivacy\nContact\n"
)
HEADER = "Eastmoor Courier\nHome | News | Sport | Weather\nSign in\nHome > News > Harbour\n"


@pytest.mark.parametrize("share", [0.4, 0.55, 0.7, 0.85])
def test_an_article_cut_inside_a_word_is_partial_among_the_furniture_of_its_page_too(share: float) -> None:
    """The cut is where the rule points, although the line model may take the broken-off line for furniture."""
    places = [at for at in INSIDE_WORDS if not SOUND[SOUND.rindex("\n", 0, at) + 1 : at].strip()[:1].isdigit()]
    at = places[int(share * len(places))]
    document = read(f"{HEADER}\n{SOUND[:at]}\n\n{FURNITURE}".encode(), "x.txt")
    found = [one for one in signs(document, zone(document)) if one.cut]
    assert [(one.kind, one.span.end) for one in found] == [("broken-ending", len(HEADER) + 1 + at)]


@pytest.mark.parametrize("language", sorted(FURNITURE_BY_LANGUAGE))
def test_more_than_half_of_the_cuts_are_found_on_pages_in_other_languages(language: str) -> None:
    """Anywhere in the article, stubs of a few words among them; nearly always at the place. The whole article is left alone."""
    above, below = FURNITURE_BY_LANGUAGE[language]
    text = ARTICLES[language].rstrip()
    places = [at for at in range(text.index("\n\n") + 32, len(text) - 2, 9) if text[at - 1].isalnum() and text[at].isalnum()]
    claims = {at: claimed(f"{above}\n{text[:at]}\n\n{below}") for at in places}
    partial = {at: claim for at, claim in claims.items() if claim.value == "partial"}
    placed = [at for at, claim in partial.items() if max(span.end for span in claim.evidence) == len(above) + 1 + at]
    assert len(places) > 10
    assert len(partial) > 0.5 * len(places)
    assert len(placed) > 0.7 * len(partial)
    assert claimed(f"{above}\n{text}\n\n{below}").value != "partial"


@pytest.mark.parametrize("mark", ["… [+2310 chars]", "... [+2310 chars]"])
def test_a_count_of_what_was_left_out_is_found_anywhere_on_a_page(mark: str) -> None:
    """Whatever the line model takes the line for."""
    text = f"{HEADER}\n{SOUND[: BODY.start + 200]}{mark}\n\n{FURNITURE}"
    claim = claimed(text)
    assert (claim.value, claim.rule) == ("partial", "continuation")
    assert claim.evidence[0].end == text.index("chars]") + 6


def test_an_article_on_a_page_that_begins_inside_a_sentence_has_lost_its_head() -> None:
    """Its headline and dates are still there."""
    head = SOUND.partition("\n\n")[0]
    at = next(at for at in BODY if SOUND[at - 1] == " " and SOUND[at].islower())
    claim = claimed(f"{HEADER}\n{head}\n\n{SOUND[at:]}\n{FURNITURE}")
    assert (claim.value, claim.rule) == ("partial", "missing-head")


def test_a_whole_article_among_the_furniture_of_its_page_is_not_partial() -> None:
    """Headlines below have no full stops either."""
    assert claimed(f"{HEADER}\n{SOUND}\n{FURNITURE}").value != "partial"


@pytest.mark.parametrize(
    "line",
    [
        "The restaurant account was settled on Friday.",
        "記事に『リアクション』ができます。ご利用には会員登録が必要です。",
        "Từ tháng sau, bà con cùng đọc sách ở đình làng vào mỗi tối.",
    ],
)
def test_restaurants_reactions_and_readings_are_no_prompts_even_after_a_short_text(line: str) -> None:
    """What a word begins like, or means elsewhere, is no prompt."""
    assert prompt(line, 300) is None


def test_the_bracket_of_an_escape_sequence_opens_nothing() -> None:
    """Terminals are told colours by it."""
    assert unpaired("The keeper \x1b[31mlocked the gate at nine.").opened is None
