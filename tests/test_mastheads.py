"""The site's name at the top of its page and in the lines that reserve rights, without a copyright mark; in many languages."""

from __future__ import annotations

import pytest

from checks.claims.menus import is_menu
from checks.claims.names import is_paper
from tests.test_agreed import PROSE, TITLE, page, parts

MENU = {
    "en": "News  Politics  Sport  Culture  Weather",
    "de": "Politik Wirtschaft Sport Kultur Wetter",
    "es": "Política | Economía | Deportes | Cultura",
    "fr": "Politique Économie Sports Culture",
    "ru": "Политика Экономика Спорт Культура",
    "ar": "الرئيسية سياسة اقتصاد رياضة",
    "ja": "政治｜経済｜スポーツ｜社会",
}


@pytest.mark.parametrize("menu", MENU.values())
def test_menus_in_one_line_are_told(menu: str) -> None:
    assert is_menu(menu)


@pytest.mark.parametrize(
    "text", [TITLE, "News from the bay", "Sport and politics do not mix, says the keeper of the northern light", PROSE[0]]
)
def test_headlines_and_sentences_are_no_menus(text: str) -> None:
    assert not is_menu(text)


@pytest.mark.parametrize(
    "name",
    [
        "Obzor Podlesí", "Hlásnik Zálivu", "Goniec Przystani", "Tengeröbli Krónika", "Curierul de Sus", "Гласник Подгорја", "Листок Взморья",
        "Голос Затоки", "Rantakylän Viesti", "Rannarahva Sõnumid", "Ο Κήρυκας της Νήσου", "Sahil Sesi", "صدى الساحل", "مجله ساحل",
        "तटीय दर्पण", "উপসাগর খবর", "สำนักข่าวอ่าวเหนือ", "北湾周刊", "浜風週報", "북만신문사", "Il Notiziario del Golfo", "L'Écho du Golfe", "Semanario Bahía Norte",
        "Weekblad De Baken", "Radioul Golfului", "Kringkasting Nordbukta", "קול המפרץ רדיו", "Warta Teluk Utara", "Đài Vịnh Bắc",
    ],
)  # fmt: skip
def test_a_papers_or_stations_name_over_a_menu_is_the_publishers(name: str) -> None:
    lines = (name, MENU["en"], "", TITLE, "By Ruth Penhallow", "4 March 2024, 07:15")
    assert parts(page(*lines)) == (name, TITLE)


@pytest.mark.parametrize(
    "name",
    [
        "Gemeente Noorderbaai", "Universidade da Baía Norte", "Stiftelsen Fyrvännerna", "Община Северен Залив", "Bayside Lifeboat Trust",
        "Kuzey Körfezi Belediyesi", "بلدية الخليج الشمالي", "Muzeum Latarni Północnej",
    ],
)  # fmt: skip
def test_an_institution_that_opens_its_page_is_its_publisher(name: str) -> None:
    assert parts(page(name, MENU["en"], "", TITLE, "4 March 2024, 07:15")) == (name, TITLE)


@pytest.mark.parametrize(
    ("first", "foot", "name"),
    [
        ("Rádio Maré Alta 101,5", "", "Rádio Maré Alta"),
        ("Radio Saltreach 98.3 FM", "", "Radio Saltreach"),
        ("Радио Прибой 88,7 МГц", "", "Радио Прибой"),
        ("浜風新聞 デジタル", "浜風新聞社について", "浜風新聞"),
        ("浜風新聞 デジタル", "利用規約", "浜風新聞 デジタル"),
        ("Saltreach Gazette Online", "About Saltreach Gazette and its editors", "Saltreach Gazette"),
        ("Ribera Viva - Noticias de la costa norte", "", "Ribera Viva"),
        ("Млечный Берег | Новости северного побережья", "", "Млечный Берег"),
        ("Nordbukta Rundt – Nyheter fra øyene og kysten", "", "Nordbukta Rundt"),
        ("Vent del Nord - ventnord", "", "Vent del Nord"),
        ("Śliwny Brzeg - sliwnybrzeg", "", "Śliwny Brzeg"),
        ("Vent del Nord - tramontana", "", None),
    ],
)
def test_frequencies_editions_and_slogans_are_no_part_of_the_name(first: str, foot: str, name: str | None) -> None:
    """The edition goes where the page has the name without it too; a slogan tells what the site is, or has the name again in one word."""
    assert parts(page(first, "", TITLE, "By Ruth Penhallow", "4 March 2024, 07:15", foot=foot))[0] == name


@pytest.mark.parametrize(
    ("first", "below", "name"),
    [
        ("La Marmite d'Odette", "Accueil Recettes Politique Culture", "La Marmite d'Odette"),
        ("Die Leuchtturmwärterin", MENU["de"], "Die Leuchtturmwärterin"),
        ("Wir Vom Kai", MENU["de"], "Wir Vom Kai"),
        ("El Cuaderno de Faros", MENU["es"], "El Cuaderno de Faros"),
        ("Записки Смотрителя", MENU["ru"], "Записки Смотрителя"),
        ("Subscribe Now", MENU["en"], None),
        ("Log In", MENU["en"], None),
        ("Zum Inhalt springen", MENU["de"], None),
        ("Maria Holm", MENU["en"], None),
        ("The Lamp Room", "Lighthouse stories from the bay", None),
    ],
)
def test_a_name_alone_over_a_menu_is_the_publishers_when_nothing_else_may_be(first: str, below: str, name: str | None) -> None:
    """In capitals, of several words that pages are not full of, and no person's."""
    assert parts(page(first, below, "", TITLE, "By Ruth Penhallow", "4 March 2024, 07:15"))[0] == name


@pytest.mark.parametrize(
    ("foot", "name"),
    [
        ("Voices Ltda. Rua do Farol, 14", "Voices"),
        ("VOICES - Owner: Bay Editors S.R.L. - Edition 3371", "Voices"),
        ("Voices · Kajen 4 · Norrvik", "Voices"),
        ("Voices from the bay", None),
    ],
)
def test_an_imprint_has_the_name_that_stands_at_the_top(foot: str, name: str | None) -> None:
    menu = ("Home", "Weather", "Harbour walks", "Tides and winds of the day")
    assert parts(page("Voices", *menu, "", TITLE, "By Ruth Penhallow", "4 March 2024", foot=f"Privacy\n{foot}"))[0] == name


@pytest.mark.parametrize(
    ("foot", "name"),
    [
        ("All rights reserved by Saltreach Gazette. Quote us with a link.", "Saltreach Gazette"),
        ("Todos los derechos reservados a Gaceta de la Ribera", "Gaceta de la Ribera"),
        ("Tutti i diritti riservati a Eco del Golfo", "Eco del Golfo"),
        ("جميع الحقوق محفوظة لصحيفة صدى الساحل", "صحيفة صدى الساحل"),
        ("کلیه حقوق این سایت متعلق به روزنامه ساحل می‌باشد", "روزنامه ساحل"),
        ("جملہ حقوق بحق روزنامہ ساحل محفوظ ہیں", "روزنامہ ساحل"),
        ("Bản quyền thuộc về Báo Vịnh Bắc. Ghi rõ nguồn khi đăng lại.", "Báo Vịnh Bắc"),
        ("Saltreach Gazette - Alle Rechte vorbehalten", "Saltreach Gazette"),
        ("Saltreach Gazette LTD. All rights reserved.", "Saltreach Gazette"),
        ("© 2024, The Saltreach Mail Publications Pvt. Ltd. All rights reserved.", "The Saltreach Mail"),
        ("© 2024 Saltreach Media Pty Ltd. All rights reserved.", None),
    ],
)
def test_rights_are_reserved_for_the_publisher(foot: str, name: str | None) -> None:
    """With and without a mark, before and behind the phrase; of a company that publishes a paper the paper is told."""
    assert parts(page(TITLE, "By Ruth Penhallow", "4 March 2024", foot=f"Privacy\n{foot}"))[0] == name


@pytest.mark.parametrize("name", ["Saltreach Gazette", "The Guardian", "La Voz", "Norrviksbladet", "浜風新聞"])
def test_papers_have_a_word_of_their_own(name: str) -> None:
    assert is_paper(name)


@pytest.mark.parametrize("name", ["Om tidningen", "About the magazine", "Zeitung", "新聞", "Gazette"])
def test_words_for_papers_alone_are_no_papers(name: str) -> None:
    assert not is_paper(name)
