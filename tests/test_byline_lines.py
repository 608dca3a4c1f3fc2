"""Lines that hold more than a byline: glued fields, mail addresses, jobs, agencies, dates, other scripts; credits without a colon."""

from __future__ import annotations

import pytest

from checks.claims.byline_features import beside
from checks.claims.bylines import candidates
from checks.claims.candidate import Candidate, name_of
from checks.claims.east_asian_credits import east_asian_credit
from checks.claims.labels import fields
from checks.claims.places import Places
from checks.claims.written import written
from checks.model import Work
from checks.read import read
from checks.zone import zone
from tests.test_origin import claims_of, names, page

DAY = "3 November 2023, 07:15"

BYLINES = [
    (f"Tekst og foto: Ruth Karlsen, journalist\n{DAY}", ["Ruth Karlsen"]),
    ("Joost van der Meer 12-06-23, 09:40 Laatste update: 11:05", ["Joost van der Meer"]),
    ("Par Hélène Marchand - h.marchand@gazette.example - Publié le 12/06/2023 à 07h10", ["Hélène Marchand"]),
    ("RUTH SALVATIERRA (EFE) | 12 JUN 2023 - 18:45 CET", ["RUTH SALVATIERRA"]),
    ("De: Ioana Petrescu | Publicat: Luni, 12 Iunie 2023, 09:20", ["Ioana Petrescu"]),
    ("oprac. Ewa Nowicka, 12 czerwca 2023, 15:38. Źródło: PAP", ["Ewa Nowicka"]),
    ("Autor:Milica RadovićDatum:12.06.2023.u11:20Izvor:Tanjug", ["Milica Radović"]),
    (f"By Ruth Karlsen, Court Reporter, and Emil Strand\n{DAY}", ["Ruth Karlsen", "Emil Strand"]),
    ("Na Zawadi Baraka\nJumatatu, 12 Juni 2023", ["Zawadi Baraka"]),
    ("تحریر: سلمیٰ کریم۱۲ جون ۲۰۲۳", ["سلمیٰ کریم"]),
    ("எழுத்து: க. அருள்மொழி\n12 ஜூன் 2023", ["க. அருள்மொழி"]),
    ("Þórgnýr Steinþórsson\ntorgnyr@nordan.example", ["Þórgnýr Steinþórsson"]),
    ("Þórgnýr Steinþórsson\n@torgnyr_st", ["Þórgnýr Steinþórsson"]),
]


@pytest.mark.parametrize(("head", "expected"), BYLINES, ids=[head.replace("\n", " / ")[:40] for head, _ in BYLINES])
def test_a_name_is_told_apart_from_what_shares_its_line(head: str, expected: list[str]) -> None:
    _, claims = claims_of(page(head=head))
    assert names(claims.author) == expected


def test_a_job_between_commas_needs_a_connective_before_another_name() -> None:
    _, claims = claims_of(page(head=f"By Ruth Karlsen, Court Reporter, New Haven\n{DAY}"))
    assert names(claims.author) == ["Ruth Karlsen"]


def test_a_mail_address_of_somebody_else_makes_no_byline() -> None:
    _, claims = claims_of(page(head="Þórgnýr Steinþórsson\nabonnement@nordan.example"))
    assert names(claims.author) == []


def test_the_one_who_wrote_and_photographed_is_credited_with_the_pictures() -> None:
    _, claims = claims_of(page(head=f"Tekst og foto: Ruth Karlsen, journalist\n{DAY}"))
    assert names(claims.credit_text) == ["Ruth Karlsen"]


def test_several_chinese_names_share_a_label_or_have_one_each() -> None:
    prose = "青河县今年修好了三座老桥，附近四个村子的村民不用再绕远路，孩子们上学也比去年近了许多，老人赶集更方便了。" * 3
    for sign in ("（记者 王小川 李明）", "（记者 王小川 通讯员 李明）"):
        _, claims = claims_of(f"青河县三座老桥重新通车\n2023-06-12 08:30\n\n{prose}\n\n{prose}\n\n{prose}{sign}\n")
        assert names(claims.author) == ["王小川", "李明"]


def test_a_japanese_name_in_brackets_under_the_text_signs_it() -> None:
    prose = "町の古い橋が三年ぶりに直され、子どもたちは朝の通学で遠回りをしなくてもよくなった。工事を見守ってきた人たちは喜んでいる。" * 3
    for line, expected in (("（高瀬奈津子）", ["高瀬奈津子"]), ("（会員限定）", []), ("（写真提供）", [])):
        _, claims = claims_of(f"古い橋が三年ぶりに開通\n2023年6月12日 08:30\n\n{prose}\n\n{prose}\n\n{prose}\n\n{line}\n")
        assert names(claims.author) == expected


def test_a_name_between_the_text_and_its_source_signs_it() -> None:
    _, claims = claims_of(page(head="12/06/2023 | 21:28", tail="Lò Thị Hoa\nNguồn: Báo Sông Mã"))
    assert names(claims.author) == ["Lò Thị Hoa"]


SOURCES = [
    ("oprac. Ewa Nowicka, 12 czerwca 2023, 15:38. Źródło: PAP", "", "PAP"),
    ("Autor:Milica RadovićDatum:12.06.2023.u11:20Izvor:Tanjug", "", "Tanjug"),
    (f"Af Ruth Karlsen, korrespondent /ritzau/\n{DAY}", "", "ritzau"),
    (f"By Ruth Karlsen\n{DAY}", "/ritzau/", "ritzau"),
    ("RUTH SALVATIERRA (EFE) | 12 JUN 2023 - 18:45 CET", "", "EFE"),
    (f"{DAY}\nLê Văn Bình (Theo Báo Sông Mã)", "", "Báo Sông Mã"),
]


@pytest.mark.parametrize(("head", "tail", "expected"), SOURCES, ids=[head[:30] + tail for head, tail, _ in SOURCES])
def test_the_source_shares_a_line_with_the_byline_or_ends_the_text(head: str, tail: str, expected: str) -> None:
    _, claims = claims_of(page(head=head, tail=tail))
    work = claims.is_based_on.value
    assert isinstance(work, Work)
    assert work.publisher is not None
    assert work.publisher.name == expected


def test_brackets_that_hold_no_agency_are_no_source() -> None:
    _, claims = claims_of(page(head=f"Ruth Karlsen (Saltreach) | {DAY}", tail="/rk/"))
    assert claims.is_based_on.value is None


def test_a_chinese_agency_is_told_by_its_form_and_neither_weekday_nor_commenter_is_a_source() -> None:
    prose = "青河县今年修好了三座老桥，附近四个村子的村民不用再绕远路，孩子们上学也比去年近了许多，老人赶集更方便了。" * 3
    text = f"2023年6月14日 星期三 07:55:12 登录 注册\n青河县三座老桥重新通车\n2023-06-12 08:30\n\n远山通讯社青河六月十二日电 {prose}\n\n{prose}\n"
    _, claims = claims_of(text + "\n网友评论\n山里的狗 2023-06-13 08:11 太好了\n")
    work = claims.is_based_on.value
    assert isinstance(work, Work)
    assert work.publisher is not None
    assert work.publisher.name == "远山通讯社"


CREDITS = [
    ("Egidio Morra in the bell chamber. Foto Matteo Bassi", ["Matteo Bassi"]),
    ("The last keeper before his lantern. Photo Yves Le Bras", ["Yves Le Bras"]),
    ("The old station, now a store of coal. Fot. Anna Turek", ["Anna Turek"]),
    ("The boat at the pier, to be hauled in May. Ljósmynd/Páll Egilsson", ["Páll Egilsson"]),
    ("A detail of the figure in the middle of the wall. EFE", ["EFE"]),
    ("The fishers feed their fish three times a day. Foto: Divulgação", ["Divulgação"]),
    ("Everybody on the pier agreed on it. Picture Perfect", []),
    ("Nobody has heard from him since. Image Comics", []),
]


@pytest.mark.parametrize(("line", "expected"), CREDITS, ids=[line[-30:] for line, _ in CREDITS])
def test_a_credit_without_a_colon_ends_a_caption(line: str, expected: list[str]) -> None:
    _, claims = claims_of(page(head=f"By Ruth Karlsen\n{DAY}", middle=line))
    assert names(claims.credit_text) == expected


@pytest.mark.parametrize(
    "line",
    [
        "© wire-infocom, wire:230612-99-1/2",
        "© El Faro, S.L. Aviso legal",
        "© २०२३ लोकवाणी",
        "저작권자 (c) 물빛신문 무단 전재 및 재배포 금지",
    ],
)
def test_a_notice_of_the_page_is_no_credit(line: str) -> None:
    _, claims = claims_of(page(head=f"By Ruth Karlsen\n{DAY}", tail=line))
    assert names(claims.credit_text) == []


def test_a_korean_credit_may_have_a_reservation_behind_it() -> None:
    prose = (
        "마을 사람들은 삼 년 만에 다시 열린 다리를 건너며 서로 축하했다. 아이들은 이제 먼 길을 돌아가지 않고 학교에 갈 수 있다고 말했다. "
        * 3
    )
    caption = "다시 열린 다리를 건너는 아이들 [물빛군 제공. 재판매 및 DB 금지]"
    _, claims = claims_of(f"삼 년 만에 다시 열린 마을 다리\n2023.06.12 10:32\n{caption}\n\n{prose}\n\n{prose}\n\n{prose}\n")
    assert names(claims.credit_text) == ["물빛군"]


def test_a_label_with_nothing_behind_it_credits_nobody() -> None:
    _, claims = claims_of(page(head=f"By Ruth Karlsen\n{DAY}", middle="Tekst og foto:"))
    assert names(claims.credit_text) == []


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Author:Ann LeeDate:03.05.2024Source:Tanjug", [("author", "Ann Lee"), ("source", "Tanjug")]),
        ("De: Ann Lee", [("by", "Ann Lee")]),
        ("los mares de: España", []),
        ("By: John McDonald: a life", [("by", "John McDonald: a life")]),
    ],
)
def test_glued_labels_and_small_words_with_a_colon(line: str, expected: list[tuple[str, str]]) -> None:
    assert [(one.role, line[one.start : one.end]) for one in fields(line)] == expected


OTHERS = [
    (f"Mara Oldfield / AP\nRuth Karlsen\n{DAY}", "a slash joins a photographer to an agency"),
    (f"Picture Alliance/dpa | Mara Oldfield\nRuth Karlsen\n{DAY}", "a bar joins a photographer to an agency"),
    (f"Photo:  Mara Oldfield\nRuth Karlsen\n{DAY}", "a photographer behind a label and two spaces"),
    ("Published Fri, Apr 28 2023\nRuth Karlsen", "a label and a weekday in capitals"),
    ("Last Modified:\n28 Apr 2023\nRuth Karlsen", "a label for the day of a change"),
    (f"Recent Posts\n{DAY}\nRuth Karlsen", "an entry of a menu"),
]


@pytest.mark.parametrize("head", [head for head, _ in OTHERS], ids=[what for _, what in OTHERS])
def test_what_stands_beside_a_byline_is_no_author(head: str) -> None:
    _, claims = claims_of(page(head=head))
    assert names(claims.author) == ["Ruth Karlsen"]


def test_a_family_called_like_a_desk_is_a_family() -> None:
    _, claims = claims_of(page(head="Ingrid Staff"))
    assert names(claims.author) == ["Ingrid Staff"]


def test_a_headline_below_a_name_is_seen_where_it_is_not_the_articles_own() -> None:
    """In a list of other articles the next headline follows; a sentence and the headline of the article itself are none."""
    other = "Harbour board votes to dredge the old basin before winter"
    text = page(head="Emil Strand", tail=f"By\nRuth Karlsen\n{other}\nBy\nMara Oldfield\n{other}, and so it will.")
    document = read(f"Jonas Aldermoor\n{text}".encode(), "article.txt")
    places = Places(document, zone(document))
    seen = {name_of(places, one) for one in candidates(places) if "headline below" in beside(places, one)}
    assert seen == {"Ruth Karlsen"}


def test_a_box_about_the_author_names_the_author() -> None:
    _, claims = claims_of(page(head="", tail="About the Author\nRuth Karlsen\nRuth grew up by the sea."))
    assert names(claims.author) == ["Ruth Karlsen"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("（南岸社記者顏郁庭岬東縣5日電）百年木造站房今天凌晨完成平移。", ["顏郁庭"]),
        ("(南岸社記者陳明台北12日綜合外電報導)", ["陳明"]),
        ("（南岸社記者林小明攝 111年3月5日）", []),
        ("記者今天5日電話採訪", []),
    ],
)
def test_a_reporter_stands_before_the_place_and_the_day_of_a_dispatch(text: str, names: list[str]) -> None:
    found: list[Candidate] = []
    written(text, 0, found)
    assert [text[one.start : one.end] for one in found] == names


def test_a_credit_may_have_its_day_behind_it() -> None:
    text = "百年木造站房緩緩推向新址。（南岸社記者顏郁庭攝 111年3月5日）"
    credit = east_asian_credit(text, caption=True)
    assert credit is not None
    assert (text[credit[0] : credit[1]], credit[2]) == ("顏郁庭", "攝")
