"""Lines above the headline that are none: menus in one line, the paper's own name, days, and the deck below it; in many languages."""

from __future__ import annotations

import pytest

from checks.claims.places import Places
from checks.claims.titles import find_title
from checks.model import Zone, Zones
from checks.read import read
from checks.zone import zone
from tests.test_agreed import HINDI, PROSE, TITLE, page, parts

ARABIC = (
    "حمل آخر حارسين في الخليج الشمالي المصابيح القديمة إلى أسفل الدرج يوم الاثنين، لأن الألواح على السطح تغذي الضوء الآن.",
    "يغادر نحو ثلاثين قاربا الميناء كل ليلة، وكان أصحابها قد طلبوا من المجلس شعاعا أقوى منذ عواصف الشتاء الماضي.",
)


def headline(lines: tuple[str, ...], body: tuple[str, ...], kinds: dict[int, str]) -> str:
    """The headline's text on a page whose first lines the line model took for some kinds."""
    document = read("\n".join([*lines, "", *"\n\n".join(body).split("\n")]).encode(), "article.txt")
    zones = zone(document)
    found = ["subhead" if kind == "title" else kind for kind in zones.kinds]
    changed = tuple(kinds.get(line, kind) for line, kind in enumerate(found))
    runs = tuple(Zone(kind, line, line) for line, kind in enumerate(changed))
    places = Places(document, Zones(changed, runs, (), zones.junk_share))
    line = find_title(places)
    return "" if line is None else places.text(line)


@pytest.mark.parametrize(
    ("menu", "title", "body"),
    [
        ("الرئيسية سياسة اقتصاد ثقافة رياضة صحة", "مصابيح الخليج الشمالي تطفأ بعد قرن وتحل محلها الألواح", ARABIC),
        ("صفحه نخست سیاسی اقتصادی ورزشی فرهنگی", "چراغ‌های خلیج شمالی پس از یک قرن جای خود را به خورشید دادند", ARABIC),
        ("होम देश विदेश खेल मनोरंजन व्यापार", "पुराने दीये की जगह सूरज ने सँभाली खाड़ी की रोशनी", HINDI),
        ("Главная Политика Экономика Спорт Культура Общество", "Последние фонари северной бухты уступили место солнцу", PROSE),
        ("Ana Sayfa Gündem Ekonomi Spor Kültür Sağlık", "Kuzey koyunun son fenerleri yerini güneşe bıraktı", PROSE),
        ("Αρχική Πολιτική Οικονομία Αθλητισμός Πολιτισμός", "Οι τελευταίοι φάροι του βόρειου κόλπου σβήνουν για πάντα", PROSE),
    ],
)
def test_a_menu_in_one_line_is_no_headline(menu: str, title: str, body: tuple[str, ...]) -> None:
    """Not even where the line model takes it for the title."""
    assert headline((menu, title, "2024-03-04 07:15"), body, {0: "title", 1: "subhead"}) == title


@pytest.mark.parametrize(
    "name",
    [
        "خبرگزاری ساحل",
        "وكالة الخليج",
        "Norrviks Tidning",
        "सागर समाचार",
        "Вестник Залива",
        "북만신문",
        "Gemeente Noorderbaai",
        "Kuzey Postası",
    ],
)
def test_the_papers_own_name_is_no_headline(name: str) -> None:
    """On the first line, over a trail and a date, where the line model takes it for the title."""
    lines = (name, "Home » Harbour » Lights", "4 March 2024 - 07:15", TITLE)
    assert headline(lines, PROSE, {0: "title", 1: "meta", 2: "meta", 3: "subhead"}) == TITLE


@pytest.mark.parametrize("name", ["خبرگزاری ساحل", "Norrviks Tidning", "सागर समाचार"])
def test_the_text_does_not_begin_with_the_papers_name(name: str) -> None:
    """Where the line model takes it for text and the day for the title, the headline is looked for below them."""
    lines = (name, "Monday 4 March 2024, 07:15", TITLE, "Reporter: Ruth Penhallow")
    assert headline(lines, PROSE, {0: "body", 1: "title", 2: "subhead", 3: "meta"}) == TITLE


@pytest.mark.parametrize(
    "day",
    ["شنبه ۵ اسفند ۱۴۰۲ ساعت ۱۱:۴۰", "Montag, 4. März 2024, 7:15 Uhr", "lunes 4 de marzo de 2024, 07:15", "понедельник, 4 марта 2024"],
)
def test_a_day_with_its_year_is_no_headline(day: str) -> None:
    assert (
        headline(("Norrviks Tidning", day, TITLE, "By Ruth Penhallow"), PROSE, {0: "junk:site-header", 1: "title", 2: "subhead"}) == TITLE
    )


@pytest.mark.parametrize(
    ("trail", "deck"),
    [
        ("Home / News / Harbour", "A carpenter's project began with three borrowed panels and now lights 86 metres of the northern pier"),
        (
            "Startseite > Nachrichten > Hafen",
            "Das Vorhaben eines Tischlers begann mit drei geliehenen Tafeln und beleuchtet heute 86 Meter Mole",
        ),
        (
            "Accueil » Actualités » Port",
            "Le projet d'un menuisier, commencé avec trois panneaux prêtés, éclaire aujourd'hui 86 mètres de jetée",
        ),
        ("Inicio / Noticias / Puerto", "El proyecto de un carpintero empezó con tres paneles prestados y hoy ilumina 86 metros de muelle"),
    ],
)
def test_the_headline_stands_over_its_deck_right_under_the_trail(trail: str, deck: str) -> None:
    """Where the line model takes the deck for the title and the headline for furniture."""
    kinds = {0: "junk:section-nav", 1: "junk:breadcrumb", 2: "junk:related-block", 3: "title", 4: "meta", 5: "meta"}
    assert headline(("The Lamp Room", trail, TITLE, deck, "By Ruth Penhallow", "4 March 2024, 07:15"), PROSE, kinds) == TITLE


def test_a_kicker_under_the_trail_is_no_headline() -> None:
    kinds = {0: "junk:breadcrumb", 1: "junk:related-block", 2: "title"}
    assert headline(("Home / News / Harbour", "Northern bay", TITLE, "By Ruth Penhallow", "4 March 2024"), PROSE, kinds) == TITLE


def test_a_headline_beside_the_name_of_its_section_stays_one() -> None:
    """In one line with wide gaps, as pages of Chinese offices have it."""
    line = "北湾新闻   北湾灯塔的最后两盏旧灯由太阳能板接替"
    assert headline(("首页 >> 北湾新闻 >> 正文", line, "来源：北湾办事处"), PROSE, {0: "junk:breadcrumb", 1: "title", 2: "meta"}) == line


def test_a_day_or_a_consent_between_trail_and_headline_is_no_headline() -> None:
    trail = "Главная → Новости → Общество"
    for between, kind in (
        ("14 июля 2026, 09:37 👁 1 284 💬 3 читать и смотреть", "meta"),
        ("We use cookies to serve you better. Accept", "junk:consent"),
    ):
        kinds = {0: "junk:breadcrumb", 1: kind, 2: "title", 3: "meta"}
        assert headline((trail, between, TITLE, "By Ruth Penhallow"), PROSE, kinds) == TITLE


def test_the_headline_may_be_longer_than_its_deck() -> None:
    kinds = {0: "junk:breadcrumb", 1: "junk:related-block", 2: "title", 3: "meta"}
    assert (
        headline(("Sport / Bandy", TITLE, "0–4 blev 6–5 på en halvtimme inför fulla läktare", "Text: Ruth Penhallow"), PROSE, kinds)
        == TITLE
    )


@pytest.mark.parametrize(
    ("office", "release"),
    [
        ("Ministerium für Hafen, Wasser und Wind", "Pressemitteilung Nr. 37/2026 vom 09.03.2026"),
        ("Ministry of Harbours, Soil and Forests", "Press release 12/2026"),
    ],
)
def test_an_institution_over_its_press_release_is_no_headline_and_the_publisher(office: str, release: str) -> None:
    kinds = {0: "body", 1: "meta", 2: "title", 3: "subhead"}
    assert headline((office, release, TITLE, "The first lamps are switched on in May"), PROSE, kinds) == TITLE
    assert (
        parts(page(office, release, TITLE, "The first lamps are switched on in May", foot=f"{office}, Quay 1, 0999 Saltreach"))[0] == office
    )
