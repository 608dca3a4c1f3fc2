"""Bylines as they are printed and dumped in many languages: joined by `and`, glued, behind a time, before a section, below the text."""

from __future__ import annotations

import pytest

from checks.claims.names import is_han_name
from tests.test_byline_outlets import source
from tests.test_origin import PROSE, assert_proved, claims_of, names, page

DATED = "3 November 2023, 07:15"

HEADS = [
    # two names that a word joins, one of them rare
    ("3 november 2023 | Wubbo Wiersma en Annelies Koopmans", ["Wubbo Wiersma", "Annelies Koopmans"]),
    ("Iñasi Zubeldia y Marta Iglesias\n{}", ["Iñasi Zubeldia", "Marta Iglesias"]),
    ("Qorvin Bexley and Ruth Karlsen\n{}", ["Qorvin Bexley", "Ruth Karlsen"]),
    ("Xylo Brandt und Petra Lindqvist\n{}", ["Xylo Brandt", "Petra Lindqvist"]),
    ("Ulvhild Bø og Emil Strand\n{}", ["Ulvhild Bø", "Emil Strand"]),
    # glued by the page's dump
    ("ByNjambi WangweandSalim Mwakidudu\n{}", ["Njambi Wangwe", "Salim Mwakidudu"]),
    ("VonPetra LindqvistundEmil Strand\n{}", ["Petra Lindqvist", "Emil Strand"]),
    ("diGiulia Marescotti2 Novembre 202314 commenti", ["Giulia Marescotti"]),
    ("porMarta Iglesias3 noviembre 20237 comentarios", ["Marta Iglesias"]),
    ("parHélène Marchand3 novembre 202312 commentaires", ["Hélène Marchand"]),
    # a section or a paper behind the name
    ("Écrit par Solène Le Garrec dans Desserts, Bretagne\n{}", ["Solène Le Garrec"]),
    ("Posted by Ruth Karlsen in Recipes\n{}", ["Ruth Karlsen"]),
    ("Written by Ruth Karlsen for Saltreach Weekly\n{}", ["Ruth Karlsen"]),
    ("Geschrieben von Petra Lindqvist für Hafenblatt\n{}", ["Petra Lindqvist"]),
    # a day and a time with no mark before the name
    ("12. mar 2023 o 8:00 Zuzana Martinčeková", ["Zuzana Martinčeková"]),
    ("03.11.2023 08:00 Petra Lindqvist", ["Petra Lindqvist"]),
    ("3/11/2023 8h30 Hélène Marchand", ["Hélène Marchand"]),
]


@pytest.mark.parametrize(("head", "expected"), HEADS, ids=[head.replace("\n", " / ") for head, _ in HEADS])
def test_who_wrote_it_is_read_whatever_is_beside_the_names(head: str, expected: list[str]) -> None:
    document, claims = claims_of(page(head=head.format(DATED)))
    assert names(claims.author) == expected
    assert_proved(document, claims)


def test_the_address_under_a_name_and_a_label_is_no_name() -> None:
    _, claims = claims_of(page(head=f"Elin Hedlund\nText\nelin.hedlund@saltreach.example\n{DATED}"))
    assert names(claims.author) == ["Elin Hedlund"]


def test_the_label_of_a_list_of_reports_names_nobody() -> None:
    _, claims = claims_of(page(head=f"Ruth Karlsen\n{DATED}", tail="تقرير إخباري: واحات الجنوب تستعد للموسم"))
    assert names(claims.author) == ["Ruth Karlsen"]


@pytest.mark.parametrize(
    ("opening", "expected"),
    [
        ("Şükrü GÜNDOĞDU/AKÇAOVA, (DHA)- ", ["Şükrü GÜNDOĞDU"]),
        ("Ayşe YILDIRIM / İZMİR (DHA) - ", ["Ayşe YILDIRIM"]),
        ("Marta IGLESIAS/SALTREACH (EFE).- ", ["Marta IGLESIAS"]),
        ("Ayşe YILDIRIM - Şükrü GÜNDOĞDU/AKÇAOVA, (DHA)- ", ["Ayşe YILDIRIM", "Şükrü GÜNDOĞDU"]),
        ("Sea air/SALTREACH (Harbour) - ", []),
    ],
)
def test_a_reporter_stands_before_the_place_of_a_dateline(opening: str, expected: list[str]) -> None:
    text = page(head=DATED).replace(PROSE[0], opening + PROSE[0])
    document, claims = claims_of(text)
    assert names(claims.author) == expected
    assert_proved(document, claims)


JAPANESE = """棚田の水番を高校生が継ぐ、農家の平均年齢は七十六歳

2023年10月4日 5:00
{}
印刷する

午前四時四十分、懐中電灯の明かりが五つ、石積みのあぜを登っていく。集落で用水を田から田へ順に回す水番の仕事を、今年から県立高校の生徒が担っている。
水番は、江戸中期にため池が造られて以来、集落の農家が一晩交代で務めてきた。堰の板を一枚外す時間は、田の広さに応じて線香の長さで決められている。"""


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("三宅 悠里", ["三宅 悠里"]),
        ("小野寺　颯", ["小野寺　颯"]),
        ("佐藤 みどり", ["佐藤 みどり"]),
        ("高橋 健 記者", ["高橋 健"]),
        ("会員 限定", []),
        ("県内 経済", []),
    ],
)
def test_a_japanese_name_with_a_space_in_it_is_one(line: str, expected: list[str]) -> None:
    document, claims = claims_of(JAPANESE.format(line))
    assert names(claims.author) == expected
    assert_proved(document, claims)


def test_chinese_family_names_of_two_characters_are_known() -> None:
    assert all(map(is_han_name, ("闻人立", "欧阳雪梅", "諸葛明", "令狐远")))
    _, claims = claims_of(
        "溶洞石笋里的三千年空梅\n\n2023-10-15 20:06\n\n海港社10月15日电(记者 闻人立、祁可欣)\n\n一根长38厘米的石笋，保存了三千多年来梅雨强弱的变化。"
    )
    assert names(claims.author) == ["闻人立", "祁可欣"]


SIGNED = [
    ("Gun-Britt Eliasson\nPeder Högström\nByalaget i Övre Granliden", ["Gun-Britt Eliasson", "Peder Högström"]),
    ("Gunvor Hedlöf, Norra Skäggeby", ["Gunvor Hedlöf"]),
    ("Con stima,\nFranca Bottaro, Borgomorto", ["Franca Bottaro"]),
    ("Стефка Руйчева, секретар на читалището", ["Стефка Руйчева"]),
    ("Vermes Ágota", ["Vermes Ágota"]),
    ("Kiitos lukemisesta,\nMarja-Terttu Hyvölä\nRuokojärvi", ["Marja-Terttu Hyvölä"]),
    ("Nguyễn Thị Hoài\nTheo TTXVN", ["Nguyễn Thị Hoài"]),
    ("Harbour Road Closed", []),
    ("Xqorv Blint", []),
]


@pytest.mark.parametrize(("end", "expected"), SIGNED, ids=[end.replace("\n", " / ") for end, _ in SIGNED])
def test_who_signs_below_the_text_wrote_it(end: str, expected: list[str]) -> None:
    document, claims = claims_of(page(head=DATED, tail=f"{end}\n\nMore letters\nThe geese on the beach\nThanks to the finder"))
    assert names(claims.author) == expected
    assert_proved(document, claims)


@pytest.mark.parametrize(("end", "agency"), [("Theo TTXVN", "TTXVN"), ("Według PAP", "PAP"), ("Nach dpa", "dpa"), ("Theo Hoài", None)])
def test_an_agency_behind_a_word_for_according_to_is_the_source(end: str, agency: str | None) -> None:
    _, claims = claims_of(page(head=DATED, tail=f"{end}\nRelated articles\nFerry returns to the bay"))
    assert source(claims)[0] == agency


@pytest.mark.parametrize(
    ("head", "author"),
    [
        ("19th February 2026, 6:00amByRuth Karlsen", "Ruth Karlsen"),
        ("19 February 2026, 18:00 ByRuth Karlsen", "Ruth Karlsen"),
        ("14. Oktober 2026, 18:03 UhrAnna Holm", "Anna Holm"),
        ("14. Oktober 2026, 18:03 UhrVon Ruth Karlsen", "Ruth Karlsen"),
        ("14. Oktober 2026, 18:03 UhrLauterbachAnna Holm", "Anna Holm"),
    ],
)
def test_a_name_glued_to_the_time_of_the_day_is_the_author(head: str, author: str) -> None:
    document, claims = claims_of(page(head=head))
    assert names(claims.author) == [author]
    assert_proved(document, claims)


@pytest.mark.parametrize(
    "head", ["12 May 2024, 10:00 Eastmoor", "12 May 2024, 10:00amEastmoor Harbour", "12 May 2024 14:00", "12 May 2024, 10:00"]
)
def test_a_place_behind_the_time_of_the_day_is_no_author(head: str) -> None:
    assert claims_of(page(head=head))[1].author == ()
