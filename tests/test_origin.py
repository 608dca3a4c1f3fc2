"""Attribution and language: evidence or silence, the eight role rules, the real samples, hostile lines."""

from __future__ import annotations

import gzip
import json
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checks.claims import claim
from checks.claims.labels import ROLES, fields, role_of
from checks.claims.language import language_of
from checks.claims.names import is_person
from checks.claims.urls import domain, slug, stem, tracking
from checks.lexicon import phrases
from checks.lexicon.sources import read_sources
from checks.model import Agent, Claim, Claims, Document, Sidecar, Status, Work
from checks.pipeline import Desk, check
from checks.read import read
from checks.zone import zone

SHARED = Path(__file__).parent.parent.parent / "shared"
SEEDS = SHARED / "seeds"
EVAL = SHARED / "eval"

PROSE = (
    "The ferry to the outer islands made its last crossing of the year on Friday evening, because the older of the two boats needs a new engine.",
    "About four hundred people live on the islands, and they will be served by a smaller boat twice a week until the end of March.",
    "Schools on the islands have packed two weeks of lessons into a box for every child who has to stay at home over the winter.",
)


def page(*, head: str = "By Jonas Aldermoor", tail: str = "", middle: str = "") -> str:
    """An article with a headline, lines above the text, within it and below it."""
    parts = ["Ferry link to the outer islands closes for the winter", head, PROSE[0], middle, PROSE[1], PROSE[2], tail]
    return "\n\n".join(part for part in parts if part) + "\n"


def claims_of(text: str, supplied: Sidecar | None = None) -> tuple[Document, Claims]:
    """The document of a text and what is claimed of it."""
    document = read(text.encode(), "article.txt")
    return document, claim(document, zone(document), (), supplied)


def names(claims: tuple[Claim, ...]) -> list[str]:
    """The names in claims about people."""
    return [one.value.name for one in claims if isinstance(one.value, Agent)]


def every_claim(claims: Claims) -> list[Claim]:
    """The claims about attribution, one by one."""
    single = [claims.headline, claims.in_language, claims.url, claims.publisher, claims.dateline, claims.is_based_on]
    single += [claims.copyright_notice, claims.license, claims.usage_info]
    return [*single, *claims.author, *claims.editor, *claims.translator, *claims.credit_text]


def assert_proved(document: Document, claims: Claims) -> None:
    """Every stated or inferred claim quotes characters of the text that hold its value or the value's parts."""
    for one in every_claim(claims):
        if one.status in (Status.STATED, Status.INFERRED):
            quotes = [document.quote(span) for span in one.evidence]
            assert quotes
            assert all(quotes)
            for part in parts_of(one):
                assert any(part in quote for quote in quotes), (part, quotes)
        elif one.status is Status.MISSING:
            assert one.value is None
    assert claims.in_language.status in (Status.INFERRED, Status.MISSING)


def parts_of(one: Claim) -> list[str]:
    """What must stand in the evidence: a text as it is, a name, an address and a former headline; a language tag stands nowhere."""
    value = one.value
    if isinstance(value, Agent):
        return [value.name]
    if isinstance(value, Work):
        return [part for part in (value.url, value.headline, value.publisher.name if value.publisher else "") if part]
    return [str(value)] if one.rule != "script and frequent words" else []


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from([
    "By Jonas Aldermoor", "来源:海港晚报", "Foto: Emil Strand", "© 2023 Saltreach.example", "Källa: https://saltreach.example/a/b", "Av samme forfatter",
    *PROSE, "Saltreach GazetteSaltreach Gazette17/12/2025", "LONDON, March 2 (Reuters) - Ships left.", "作者 张晓明 记者", "Von", "|", ":", "(", "原创 ", "首页",
    "Print: Title | Gazette (Saltreach Gazette)", "责任编辑:李明", "", "\t", "17 December 2025", "x@saltreach.example", "http://", "摄", "/摄", "记者",
]), max_size=30))  # fmt: skip
def test_a_claim_has_evidence_or_is_silent(lines: list[str]) -> None:
    """Whatever lines a page is made of, no value is claimed that its evidence does not show."""
    assert_proved(*claims_of("\n".join(lines)))


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=400))
def test_any_text_has_claims_or_silence(text: str) -> None:
    """Nothing raises, and nothing is claimed without evidence."""
    assert_proved(*claims_of(text))


BYLINES = [
    ("By Jonas Aldermoor", ["Jonas Aldermoor"]),
    ("By Jonas Aldermoor and Petra Lindqvist", ["Jonas Aldermoor", "Petra Lindqvist"]),
    ("Von Jonas Aldermoor, Petra Lindqvist", ["Jonas Aldermoor", "Petra Lindqvist"]),
    ("Par Hélène Marchand", ["Hélène Marchand"]),
    ("By\nJonas Aldermoor\nand\nPetra Lindqvist", ["Jonas Aldermoor", "Petra Lindqvist"]),
    ("Author: Jonas Aldermoor", ["Jonas Aldermoor"]),
    ("Автор: Елена Соколова", ["Елена Соколова"]),
    ("作者:张晓明", ["张晓明"]),
    ("海港晚报记者 张晓明", ["张晓明"]),
    ("By Jonas Aldermoor | 3 November 2023", ["Jonas Aldermoor"]),
    ("نویسنده: مهتاب رستگار", ["مهتاب رستگار"]),
    ("بقلم: هدى الشامي", ["هدى الشامي"]),
    ("लेखक: मीनाक्षी त्रिपाठी", ["मीनाक्षी त्रिपाठी"]),
    ("記者溫若蘭/海港報導", ["溫若蘭"]),
    ("โดย มะลิวรรณ ทองดี", ["มะลิวรรณ ทองดี"]),
    ("박서윤 기자 seoyun@saltreach.example", ["박서윤"]),
    ("Bản in : Chuyến phà cuối cùng | Tin Hai Dao", []),
    ("Av samme forfatter", []),
    ("作者其他文章", []),
]


@pytest.mark.parametrize(("line", "expected"), BYLINES, ids=[line for line, _ in BYLINES])
def test_a_byline_names_its_people_and_a_widget_nobody(line: str, expected: list[str]) -> None:
    """Forms of many languages, in one line or several."""
    _, claims = claims_of(page(head=f"{line}\n3 November 2023, 07:15"))
    assert names(claims.author) == expected


def test_a_label_with_an_address_after_the_body_is_the_source() -> None:
    """Rule 1 of the role rules."""
    _, claims = claims_of(page(tail="Källa: https://saltreach.example/news/ferry-link-closes"))
    assert isinstance(claims.is_based_on.value, Work)
    assert claims.is_based_on.value.url == "https://saltreach.example/news/ferry-link-closes"
    assert claims.is_based_on.status is Status.STATED


def test_the_same_label_in_brackets_at_the_end_of_a_caption_is_a_photo_credit() -> None:
    """Rule 2: position decides."""
    caption = "The older of the two boats at the quay on Friday, with the smaller one behind it (Källa: Saltreach harmonin)"
    _, claims = claims_of(page(middle=caption, tail="Källa: https://saltreach.example/news/ferry-link-closes"))
    assert names(claims.credit_text) == ["Saltreach harmonin"]
    assert isinstance(claims.is_based_on.value, Work)
    assert claims.is_based_on.value.publisher is None


def test_a_label_above_the_text_names_the_source() -> None:
    """Rule 3."""
    _, claims = claims_of(page(head="放大字体 发布日期:2023-11-03  来源:海港市人民政府网站"))
    assert isinstance(claims.is_based_on.value, Work)
    assert claims.is_based_on.value.publisher == Agent("海港市人民政府网站", "NewsMediaOrganization", "origcont")


def test_a_cited_source_inside_a_sentence_is_not_the_source_of_the_article() -> None:
    """Rule 4."""
    _, claims = claims_of(
        page(middle="The boat was built in 1974, according to the harbour office, a source: of pride to the town for many years.")
    )
    assert claims.is_based_on.status is Status.MISSING


@pytest.mark.parametrize("glued", ["Báo Bến CảngBáo Bến Cảng17/12/2025", "Saltreach GazetteSaltreach Gazette3.11.2023"])
def test_a_doubled_name_glued_to_a_date_is_split(glued: str) -> None:
    """Rule 5."""
    document, claims = claims_of(page(head=glued))
    assert isinstance(claims.is_based_on.value, Work)
    assert claims.is_based_on.value.publisher is not None
    assert 2 * claims.is_based_on.value.publisher.name == glued[: 2 * len(claims.is_based_on.value.publisher.name)]
    assert_proved(document, claims)


def test_the_site_behind_the_headline_is_the_publisher_and_no_part_of_the_headline() -> None:
    """Rule 6, with the copyright line as second witness."""
    title = "Ferry link to the outer islands closes for the winter"
    text = f"{title} | Saltreach.example\n\nHome\nNews\n\n{page(tail='© 2023 Saltreach.example')}"
    _, claims = claims_of(text)
    assert claims.headline.value == title
    assert isinstance(claims.publisher.value, Agent)
    assert claims.publisher.value.name == "Saltreach.example"


def test_the_same_form_in_an_images_text_is_the_source_and_not_the_publisher() -> None:
    """Rule 6, second half."""
    _, claims = claims_of(page(middle="Print: Winter ferry stops early | Gazette+ (Saltreach Gazette)"))
    assert claims.publisher.status is Status.MISSING
    assert isinstance(claims.is_based_on.value, Work)
    assert claims.is_based_on.value.publisher is not None
    assert claims.is_based_on.value.publisher.name == "Saltreach Gazette"
    assert claims.is_based_on.status is Status.INFERRED


def test_a_line_in_brackets_that_says_according_to_whom_names_the_source() -> None:
    """Without a colon: the first words are the label, the rest is the name."""
    _, claims = claims_of(page(tail="(Theo Báo Bến Cảng)"))
    assert isinstance(claims.is_based_on.value, Work)
    assert claims.is_based_on.value.publisher is not None
    assert claims.is_based_on.value.publisher.name == "Báo Bến Cảng"


def test_a_misread_e_with_accent_is_no_copyright_mark() -> None:
    """UTF-8 read as Windows-1252 turns é into Ã©, which credits nobody."""
    _, claims = claims_of(page(middle="The cafÃ© on the quay stays open, as does the cafÃ© in the old customs house"))
    assert claims.credit_text == ()


def test_a_byte_order_mark_is_no_part_of_the_headline() -> None:
    """It stands in the text, and before the headline's first character."""
    _, claims = claims_of("\ufeff" + page())
    assert claims.headline.value == "Ferry link to the outer islands closes for the winter"


RUSSIAN = "Паром к дальним островам вышел в последний рейс на неделю раньше срока."


@pytest.mark.parametrize(
    ("middle", "relation", "lines"),
    [(RUSSIAN, "republication", 1), (f"«{RUSSIAN}»", "republication", 0), (f"{RUSSIAN}\n\n{RUSSIAN}", "translation", 2)],
)
def test_one_foreign_line_makes_no_translation_and_a_quoted_one_is_meant(middle: str, relation: str, lines: int) -> None:
    """Remains of another language prove a translation from two lines on; a line in quotation marks as a whole is no remains."""
    _, claims = claims_of(page(middle=middle, tail="Source: Saltreach Gazette"))
    assert claims.relation == relation
    assert len(claims.foreign_lines) == lines


def test_labels_that_disagree_conflict_and_both_are_listed() -> None:
    """Rule 8."""
    _, claims = claims_of(page(head="By Jonas Aldermoor\nSource: Northbay Herald", tail="Source: Saltreach Gazette"))
    assert claims.is_based_on.status is Status.CONFLICTING
    assert claims.is_based_on.value is None
    assert set(claims.is_based_on.candidates) == {"Northbay Herald", "Saltreach Gazette"}


def test_a_sidecar_fills_silence_and_never_overrules_the_text() -> None:
    """Supplied claims stand only where the text says nothing."""
    supplied = Sidecar(publisher="Northbay Herald", url="https://northbay.example/1", license="CC BY 4.0")
    _, claims = claims_of(page(), supplied)
    assert (claims.publisher.status, claims.url.status, claims.license.status) == (Status.SUPPLIED,) * 3
    title = "Ferry link to the outer islands closes for the winter"
    _, claims = claims_of(f"{title} | Saltreach.example\n\n{page(tail='© 2023 Saltreach.example')}", supplied)
    assert isinstance(claims.publisher.value, Agent)
    assert claims.publisher.value.name == "Saltreach.example"


def test_the_label_tables_are_well_formed() -> None:
    """Case-folded labels, known keys, and unsure keys that exist."""
    known = {*ROLES, "and", "job", "desk", "elsewhere", "original-title", "translated", "rights", "about", "print", "organisation", "section",
             "address", "surname", "breadcrumb", "according", "by-dated", "everyday", "photo-short", "no-headline",
             "author-photo", "by-alone", "handout", "joining", "on-behalf", "archived", "photo-comma", "headline", "publisher", "rights-of", "rights-end",
             "this-article", "first-published", "first-published-in", "source-link", "unsure"}  # fmt: skip
    for language, keys in read_sources()["attribution"].items():
        assert set(keys) <= known, language
        assert set(keys.get("unsure", ())) <= set(keys), language
        for role in ROLES:
            assert all(phrase == phrase.casefold() for phrase in keys.get(role, ()) if phrase.isascii()), (language, role)


def test_labels_nobody_reviewed_gate_nothing() -> None:
    """Words of unsure keys are known to the files and to no rule."""
    held = read_sources()["attribution"].values()
    for keys in held:
        for key in keys.get("unsure", ()):
            sure = {phrase.casefold() for other in held if key not in other.get("unsure", ()) for phrase in other.get(key, ())}
            assert not {phrase.casefold() for phrase in keys[key]} & phrases(key) - sure


@pytest.mark.parametrize("role", ROLES)
def test_every_label_is_read_before_a_colon(role: str) -> None:
    """A line that begins with a label and a colon has that label's field."""
    for label in sorted(phrases(role)):
        found = fields(f"{label}: Saltreach")
        assert found, label
        assert found[0].role == role_of(label)


def test_names_have_the_shape_of_names() -> None:
    """Titles, particles and initials belong to names; sentences, desks and places in a row do not."""
    assert all(
        is_person(name)
        for name in ("Jonas Aldermoor", "Dr. Ruth van den Berg", "J. K. Strand", "Елена Соколова", "张晓明", "Anne-Marie O'Neil")
    )
    assert not any(
        is_person(name)
        for name in ("Saltreach Gazette News", "the harbour master", "Ferry", "2023", "海港晚报", "Tide is high today again now")
    )


def test_addresses_are_taken_apart() -> None:
    """Host, registered domain, the name in it, the words of the slug, and what tracks readers."""
    assert domain("https://www.news.saltreach.co.uk/a") == "saltreach.co.uk"
    assert stem("news.saltreach.example") == "saltreach"
    assert slug("https://saltreach.example/2023/ferry-link-closes-4471.html") == "ferry link closes"
    url = "https://saltreach.example/a?page=2&utm_source=feed&fbclid=1"
    assert [url[start:end] for start, end in tracking(url)] == ["utm_source=feed", "fbclid=1"]


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("en", PROSE[0]),
        ("de", "Die Fähre zu den äußeren Inseln ist am Freitag zum letzten Mal in diesem Jahr gefahren, weil das ältere der beiden Boote nicht mehr fährt."),
        ("nb", "Fergen til de ytre øyene gikk for siste gang i år fredag kveld, fordi den eldste av de to båtene må få ny motor, sier de ikke mer om."),
        ("sv", "Färjan till de yttre öarna gick för sista gången i år på fredagen, eftersom den äldre av de två båtarna inte har någon motor och måste lagas."),
        ("da", "Færgen til de ydre øer sejlede for sidste gang i år fredag aften, fordi den ældste af de to både ikke har nogen motor, som kan bruges mere."),
        ("zh-Hans", "前往外岛的渡轮周五晚上进行了今年的最后一次航行,因为两艘船中较旧的一艘需要新的发动机,这是港口负责人说的。"),
        ("zh-Hant", "前往外島的渡輪週五晚上進行了今年的最後一次航行,因為兩艘船中較舊的一艘需要新的發動機,這是港口負責人說的。"),
        ("ja", "離島へのフェリーは金曜日の夜に今年最後の航海を行いました。"),
        ("ru", "Паром к дальним островам вышел в последний рейс этого года, потому что старой лодке нужен новый двигатель, и это было не всё."),
        ("uk", "Пором до далеких островів вийшов в останній рейс цього року, тому що старому човну потрібен новий двигун, і це ще не все."),
        ("vi", "Chuyến phà đến các đảo xa đã thực hiện chuyến đi cuối cùng trong năm vào tối thứ Sáu vì chiếc tàu cũ cần động cơ mới."),
        ("", "12:30 / 14"),
    ],
)  # fmt: skip
def test_a_language_is_told_by_script_and_words(tag: str, text: str) -> None:
    """Close relatives are kept apart, and nothing is told of too little text."""
    assert language_of(text) == tag


HOSTILE = [
    ":" * 200_000, "By " * 80_000, "来源:" * 80_000, "(" * 200_000, "A" * 300_000, "A b " * 80_000, "x@y." * 60_000, "https://" * 40_000,
    "Foto: " * 60_000, "ab" * 150_000 + "1", "| " * 100_000, "© " * 100_000, "记者" * 100_000, "首页" * 100_000, "1,234" * 60_000, "By\n" * 60_000,
]  # fmt: skip


@pytest.mark.parametrize("line", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_lines_take_linear_time(line: str) -> None:
    """Twice the length takes about twice the time, whole walk through the claims; measured where it is long enough to measure."""
    took = []
    for text in (line[: len(line) // 4], line):
        document = read(text.encode(), "x")
        zones = zone(document)
        begun = time.process_time()
        claim(document, zones)
        took.append(time.process_time() - begun)
    assert took[1] < max(1.5, 10 * took[0])


def _gold() -> list[dict]:
    return json.loads((SEEDS / "gold.json").read_text("utf-8"))["documents"] if SEEDS.exists() else []


@pytest.mark.shared
@pytest.mark.parametrize("gold", _gold(), ids=lambda gold: gold["file"][:3])
def test_the_real_samples_are_attributed_rightly(gold: dict) -> None:
    """Headline, publisher, source, address, authors, photo credits and language, null where nothing is stated."""
    document = read((SEEDS / gold["file"]).read_bytes(), gold["file"])
    claims = claim(document, zone(document))
    work = claims.is_based_on.value if claims.is_based_on.answered else None
    assert isinstance(work, Work | None)
    assert claims.headline.value == gold["title"]
    assert names((claims.publisher,)) == ([gold["publisher"]] if gold["publisher"] else [])
    assert (work.publisher.name if work and work.publisher else None) == gold["original_source"]
    assert ((work.url or None) if work else None) == gold["source_url"]
    assert sorted(set(names(claims.author))) == sorted(set(gold["authors"]))
    assert sorted(set(names(claims.credit_text))) == sorted(set(gold["photo_credits"]))
    assert claims.in_language.value == gold["language"]
    assert_proved(document, claims)


@pytest.mark.shared
@pytest.mark.skipif(not EVAL.exists(), reason="the evaluation data is not there")
def test_no_page_of_the_evaluation_set_has_a_claim_without_evidence() -> None:
    """Every page text, every claim."""
    with gzip.open(EVAL / "articles.jsonl.gz", "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            if number % 5 == 0:
                assert_proved(*claims_of(json.loads(line)["text"]))


def test_a_sound_article_with_a_named_source_has_no_findings_of_origin() -> None:
    """The whole walk, rules and all."""
    found = check(
        page(head="By Jonas Aldermoor\nPublished: 3 November 2023, 07:15", tail="Source: Saltreach Gazette").encode(), "a.txt", Desk()
    ).findings
    assert [one for one in found if one.code.startswith("SRC")] == []
