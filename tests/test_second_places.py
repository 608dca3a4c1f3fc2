"""Publishers whom two places of a page name alike: the first line and the trail, the title, a byline, a dateline; and offices."""

from __future__ import annotations

import pytest

from tests.test_agreed import KOREAN, PROSE, THAI, TITLE, page, parts

MENU = "News  Politics  Sport  Culture  Weather"
HEADS = [
    # the trail begins with the name of the first line
    (("Hronský vestník", MENU, "Hronský vestník » Regióny » Podpoľanie", TITLE), "Hronský vestník"),
    (("Saltvik i dag", MENU, "Saltvik i dag > Nyheter > Kysten", TITLE), "Saltvik i dag"),
    (("Echo Baie", MENU, "Vous êtes ici : Echo Baie › Actualités", TITLE), "Echo Baie"),
    (("港湾生活网", "首页 新闻 财经 体育", "您当前的位置 : 港湾生活网 >> 港湾新闻", "北湾的两位守塔人用太阳能板换下了旧灯"), "港湾生活网"),
    # the title ends with the name, which is a line below it too
    ((f"{TITLE} | 東灣生活網", "東灣生活網", MENU, TITLE), "東灣生活網"),
    ((f"{TITLE} | Kystavisa Nord", "Kystavisa Nord", MENU, TITLE), "Kystavisa Nord"),
    ((f"{TITLE} - Bahía Hoy", "Bahía Hoy", MENU, TITLE), "Bahía Hoy"),
    # the headline ends with it
    (("Kassen & Teelt", MENU, "Zoeken", f"{TITLE} - Kassen & Teelt"), "Kassen & Teelt"),
    (("Kassen & Teelt", MENU, f"{TITLE} - Kassen & Teelt", TITLE), "Kassen & Teelt"),
    # the byline has it
    (("Portal Baía Agora", TITLE, "Por Marta Iglesias, Portal Baía Agora — Vila Serena"), "Portal Baía Agora"),
    (("Saltreach Now", TITLE, "By Ruth Penhallow, Saltreach Now"), "Saltreach Now"),
    (("Saltreach Now", TITLE, "By Ruth Penhallow, Harbour Street"), None),
    # offices, below what people who see badly are asked, or behind the government's name
    (("Версия для слабовидящих", "Министерство природных ресурсов и экологии Верхнеилимского края", MENU, TITLE),
     "Министерство природных ресурсов и экологии Верхнеилимского края"),
    (("Les services de l'État – Préfecture de la Haute-Auzène", MENU, TITLE), "Préfecture de la Haute-Auzène"),
    (("gov.example – Ministry of Harbours and Lights", MENU, TITLE), "Ministry of Harbours and Lights"),
    (("Народно читалище „Светлина“", "Начало | За нас | Библиотека | Новини | Контакти", "Начало » Новини", "Читалището търси наследниците на своя основател",
      "4 март 2024"), "Народно читалище „Светлина“"),
    (("Mesto Dolná Zátoka", MENU, TITLE), "Mesto Dolná Zátoka"),
    (("Seeschau Österreich", "Menü Innenpolitik Wirtschaft Wissen Kultur Abo Suche", TITLE), "Seeschau Österreich"),
    # a station's number
    (("Skip to main content", "KXRV News 9", "Weather", TITLE), "KXRV News 9"),
]  # fmt: skip


@pytest.mark.parametrize(("head", "name"), HEADS, ids=[" / ".join(head)[:70] for head, _ in HEADS])
def test_a_name_that_two_places_have_is_the_publishers(head: tuple[str, ...], name: str | None) -> None:
    assert parts(page(*head, "4 March 2024, 07:15"))[0] == name


def test_a_title_and_a_line_do_not_outweigh_another_sites_address() -> None:
    head = (f"{TITLE} | Harbour Talk", "Harbour Talk", MENU, TITLE, "4 March 2024, 07:15")
    assert parts(page(*head))[0] == "Harbour Talk"
    assert parts(page(*head, foot="Write to us: desk@saltreachgazette.example"))[0] != "Harbour Talk"


def test_the_name_before_a_glued_slogan_is_the_owners() -> None:
    head = ("Bay & LightMagazine for the whole coast", MENU, TITLE, "4 March 2024, 07:15")
    assert parts(page(*head, foot="AboutContactPrivacy© 2024 Bay & Light"))[0] == "Bay & Light"


def test_the_owner_in_the_foot_is_the_one_of_the_dateline() -> None:
    body = (f"(군산=한빛경제) 김서연 기자 = {KOREAN[0]}", KOREAN[1])
    head = ("본문 바로가기", "금강하구 갯벌에 돌아온 저어새 번식 둥지 확인", "입력 2024.11.08. 오후 3:20")
    foot = "Copyright ⓒ 한빛경제. 무단 전재 및 재배포 금지\n댓글 3\n주차장부터 넓혀 주세요"
    assert parts(page(*head, body=body, foot=foot))[0] == "한빛경제"


def test_the_form_of_an_eastern_company_stands_behind_its_name() -> None:
    assert (
        parts(page("東灣生活網", "首頁 即時 生活 地方", "北灣的兩位守塔人用太陽能板換下舊燈", foot="聯絡我們\n東灣生活網股份有限公司"))[0]
        == "東灣生活網"
    )


def test_a_thai_office_begins_with_the_word_for_one() -> None:
    head = (
        "สำนักงานประชาสัมพันธ์จังหวัดศรีวารินทร์",
        "หน้าแรก | ข่าว | ติดต่อ",
        "หน้าแรก > ข่าวประชาสัมพันธ์ > ข่าวเด่น",
        "ผู้ดูแลประภาคารอ่าวเหนือเปลี่ยนตะเกียงเป็นแผงโซลาร์เซลล์",
        "4 มีนาคม 2567",
    )
    assert parts(page(*head, body=THAI))[0] == head[0]


def test_a_name_keeps_what_closes_it() -> None:
    foot = "© ГО «Жива вода». Матеріали можна передруковувати."
    assert parts(page("ГО «Жива вода»", "Про нас | Проєкти | Блог", TITLE, foot=foot))[0] == "ГО «Жива вода»"
    verein = "Bundesverband Deutscher Leuchttürme e. V."
    contact = f"Pressekontakt: {verein}, Am Hafen 2, Salzstadt"
    head = (verein, "Verband | Mitglieder | Presse", "Pressemitteilung Nr. 11/2021", TITLE)
    assert parts(page(*head, body=PROSE, foot=f"{contact}\nImpressum"))[0] == verein
