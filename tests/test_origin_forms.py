"""Forms of attribution found wanting by people who tried the program: dates within bylines, first publishers, agencies, credits."""

from __future__ import annotations

import pytest

from checks.model import Agent, Status, Work
from tests.layouts import LAYOUTS
from tests.test_origin import PROSE, assert_proved, claims_of, names, page

DATED_BYLINES = [
    ("Publié le 14 mars 2024 par Anna Weil", ["Anna Weil"]),
    ("Publié le 14 mars 2024 à 10h30 par Anna Weil et Petra Lindqvist", ["Anna Weil", "Petra Lindqvist"]),
    ("Publié par Anna Weil le 14 mars 2024", ["Anna Weil"]),
    ("Publié le 14 mars 2024 par la rédaction", ["la rédaction"]),
    ("Pubblicato il 14 marzo 2024 da Anna Weil", ["Anna Weil"]),
    ("Pubblicato il 14 marzo 2024 di Anna Weil", ["Anna Weil"]),
    ("Publicado el 14 de marzo de 2024 por Anna Weil", ["Anna Weil"]),
    ("Publicado por Anna Weil el 14 de marzo de 2024", ["Anna Weil"]),
    ("Publicado em 14 de março de 2024 por Anna Weil", ["Anna Weil"]),
    ("Publicat la 14 martie 2024 de Ana Pop", ["Ana Pop"]),
    ("Publicat de Ana Pop pe 14 martie 2024", ["Ana Pop"]),
    ("de Ana Pop | 14 martie 2024", ["Ana Pop"]),
    ("14 martie 2024, de Ana Pop", ["Ana Pop"]),
    ("Gepubliceerd op 14 maart 2024 om 10.30 uur door Anna Weil", ["Anna Weil"]),
    ("Posted on March 14, 2024 by Anna Weil in Harbour News", ["Anna Weil"]),
    ("Posted by Anna Weil on March 14, 2024", ["Anna Weil"]),
    ("Published 14/03/2024 10:15 by Anna Weil, Categories: Harbours", ["Anna Weil"]),
    ("Veröffentlicht am Donnerstag, 14. März 2024 von Anna Weil", ["Anna Weil"]),
    ("Publicerad 14 mars 2024 av Anna Weil", ["Anna Weil"]),
    ("Đăng ngày 14/03/2024 bởi Trần Minh Anh", ["Trần Minh Anh"]),
    ("De Haven Vandaag | 14 maart 2024", []),
    ("Mis à jour le 14 mars 2024 par Anna Weil", []),
    ("The quay was opened on 14 March 2024 by Anna Weil", []),
]


@pytest.mark.parametrize(("line", "expected"), DATED_BYLINES, ids=[line for line, _ in DATED_BYLINES])
def test_a_date_within_a_byline_does_not_hide_the_name(line: str, expected: list[str]) -> None:
    """Behind the day of publication or before it; who changed a page did not write it, and a sentence about a day is no byline."""
    document, claims = claims_of(page(head=line))
    assert names(claims.author) == expected
    assert_proved(document, claims)


def test_both_names_of_a_person_stand_behind_a_label_in_thai() -> None:
    """Thai writes no space between words, but one between the two names of a person."""
    _, claims = claims_of(page(head="ผู้เขียน: มะลิวรรณ ทองดี 14/03/2567"))
    assert names(claims.author) == ["มะลิวรรณ ทองดี"]


LABELS = {
    "ka": ("ავტორი: ანა ბერიძე", "წყარო: ნავსადგურის მაცნე", "ფოტო: გიორგი ლომიძე"),
    "ta": ("எழுதியவர்: மீனா குமாரி", "மூலம்: துறைமுக முரசு", "படம்: ரவி குமார்"),
    "lo": ("ໂດຍ: ສົມພອນ ວົງສາ", "ທີ່ມາ: ຂ່າວທ່າເຮືອ", "ຮູບ: ບຸນມີ ສີສະຫວັດ"),
    "km": ("ដោយ៖ សុខ ចាន់ថា", "ប្រភព៖ ដំណឹងកំពង់ផែ", "រូបភាព៖ គឹម សុភា"),
    "te": ("రచయిత: మీనా కుమారి", "మూలం: ఓడరేవు వార్తలు", "ఫోటో: రవి కుమార్"),
    "hy": ("Հեղինակ՝ Անի Սարգսյան", "Աղբյուրը՝ Նավահանգստի լուրեր", "Լուսանկարը՝ Արամ Պետրոսյան"),
    "mn": ("Сурвалжлагч: Б.Номин", "Эх сурвалж: Боомтын мэдээ", "Гэрэл зураг: Д.Бат"),
    "sq": ("Nga Arta Hoxha", "Burimi: Lajmi i Portit", "Foto: Ilir Kola"),
    "be": ("Аўтар: Ганна Ліпская", "Крыніца: Партовы веснік", "Фота: Янка Бераг"),
    "eu": ("Egilea: Ane Etxeberria", "Iturria: Portuko Berria", "Argazkia: Jon Mendi"),
    "mr": ("लेखक: मीना पाटील", "स्रोत: बंदर वार्ता", "छायाचित्र: रवी जोशी"),
}  # fmt: skip


@pytest.mark.parametrize("language", LABELS)
def test_author_source_and_picture_are_read_behind_their_labels(language: str) -> None:
    """In languages whose labels were missing or doubted, with the colons of Armenian and Khmer."""
    author, source, photo = LABELS[language]
    document, claims = claims_of(page(head=f"{author}\n3 November 2023", middle=photo, tail=source))
    value = claims.is_based_on.value
    assert isinstance(value, Work)
    assert value.publisher is not None
    assert names(claims.author) == [author.replace("Nga ", ": ").replace("՝ ", ": ").replace("៖ ", ": ").split(": ")[1]]
    assert value.publisher.name == source.replace("՝ ", ": ").replace("៖ ", ": ").split(": ")[1]
    assert names(claims.credit_text) == [photo.replace("՝ ", ": ").replace("៖ ", ": ").split(": ")[1]]
    assert_proved(document, claims)


FIRST_PUBLISHED = [
    ("This article was first published by Northbay Herald.", "Northbay Herald", ""),
    ("This article originally appeared in the Northbay Herald on 3 March 2023.", "Northbay Herald", ""),
    ("This story first appeared on Northbay Herald: https://northbay.example/news/ferry", "Northbay Herald", "https://northbay.example/news/ferry"),
    ("Originally published at northbay.example", "northbay.example", ""),
    ("The post Ferry link closes appeared first on Northbay Herald.", "Northbay Herald", ""),
    ("Republished with permission from Harbour Notes, where it appeared on 2 March.", "Harbour Notes", ""),
    ("Dieser Artikel erschien zuerst in der Nordbucht-Zeitung.", "Nordbucht-Zeitung", ""),
    ('Dieser Text ist zuerst bei "Kaikante" erschienen.', "Kaikante", ""),
    ("Dieser Beitrag erschien zuerst auf nordbucht.example.", "nordbucht.example", ""),
    ("Cet article a été initialement publié par Le Courrier du Port.", "Le Courrier du Port", ""),
    ("Este artículo fue publicado originalmente en El Faro del Norte", "El Faro del Norte", ""),
    ("Este artigo foi publicado originalmente no Jornal do Cais\nhttps://cais.example/ferry/fecha", "Jornal do Cais", "https://cais.example/ferry/fecha"),
    ("L’articolo Il traghetto chiude proviene da Il Corriere del Molo.", "Il Corriere del Molo", ""),
    ("Denna artikel publicerades först i Hamnbladet.", "Hamnbladet", ""),
    ("Denna artikel publicerades först i Hamnstad.", None, ""),
    ("Bài viết này được đăng lần đầu trên Báo Bến Cảng.", "Báo Bến Cảng", ""),
    ("Artikel ini telah tayang di Kabar Pelabuhan dengan judul Feri Tutup", "Kabar Pelabuhan", ""),
    ("本文首发于海港晚报", "海港晚报", ""),
    ("本文原載於《潮風週刊》，經授權轉載。", "潮風週刊", ""),
    ("この記事は「港湾日報」に掲載されたものです。", "港湾日報", ""),
    ("이 기사는 ‘항구일보’에 처음 실렸습니다.", "항구일보", ""),
    ("Эта статья впервые опубликована на сайте «Портовый вестник».", "Портовый вестник", ""),
    ("Эта статья впервые опубликована на сайте Портовый вестник.", None, ""),
    ("This story was originally published March 3, 2023 5:00 AM.", None, ""),
    ("This article was originally published on March 3, 2023.", None, ""),
    ("This article was originally published in German.", None, ""),
    ("This piece was first published in London by Northbay Press.", None, ""),
    ("The novel was first published by Northbay Press in 1974.", None, ""),
    ("This article was first published in our newsletter.", None, ""),
]  # fmt: skip


@pytest.mark.parametrize(("tail", "name", "url"), FIRST_PUBLISHED, ids=[tail.replace("\n", " / ") for tail, _, _ in FIRST_PUBLISHED])
def test_where_an_article_was_first_published_is_its_source(tail: str, name: str | None, url: str) -> None:
    """The article says it of itself; what was first published on a day, in a language, or is a book, names no source."""
    document, claims = claims_of(page(head="By Jonas Aldermoor\n3 November 2023", tail=tail))
    work = claims.is_based_on.value
    assert (work.publisher.name if isinstance(work, Work) and work.publisher else None) == name
    assert (work.url if isinstance(work, Work) else "") == url
    assert_proved(document, claims)


DATELINES = [
    ("SALTREACH, 3 November (NNA) - ", "SALTREACH, 3 November (NNA)", "NNA"),
    ("SALTREACH (NNX) — ", "SALTREACH (NNX)", "NNX"),
    ("SALTREACH, Calif. (AP) — ", "SALTREACH, Calif. (AP)", "AP"),
    ("Saltreach, 3 Nov. (Nova Press) — ", "Saltreach, 3 Nov. (Nova Press)", "Nova Press"),
    ("Saltreach, 3 de noviembre (Nova).- ", "Saltreach, 3 de noviembre (Nova)", "Nova"),
    ("SALTREACH, Nov. 3, 2023 /TideWire/ -- ", "SALTREACH, Nov. 3, 2023 /TideWire/", "TideWire"),
    ("SALTREACH, 3 November 2023 (TIDE NEWSWIRE) -- ", "SALTREACH, 3 November 2023 (TIDE NEWSWIRE)", "TIDE NEWSWIRE"),
    ("(Nova Press) - Saltreach, 3 nov - ", "(Nova Press) - Saltreach, 3 nov", "Nova Press"),
    ("Saltreach (Northmark) - ", None, None),
    ("SALTREACH (SPD) - ", None, None),
    ("SALTREACH (SALT) - ", None, None),
    ("SALTREACH GROUP (SLT) - ", None, None),
    ("Saltreach Group (NYSE: SLT) — ", None, None),
    ("SALTREACH (Texas) - ", None, None),
    ("SALTREACH (3) - ", None, None),
]  # fmt: skip


@pytest.mark.parametrize(("opening", "dateline", "agency"), DATELINES, ids=[opening for opening, _, _ in DATELINES])
def test_a_dateline_names_an_agency_that_is_on_no_list(opening: str, dateline: str | None, agency: str | None) -> None:
    """By its form alone; lands, parties, shares and companies stand in brackets too."""
    document, claims = claims_of(page(head="3 November 2023").replace(PROSE[0], opening + PROSE[0]))
    work = claims.is_based_on.value
    assert claims.dateline.value == dateline
    assert (work.publisher.name if isinstance(work, Work) and work.publisher else None) == agency
    assert_proved(document, claims)


def test_a_result_in_a_table_is_no_dateline() -> None:
    """What follows the dash is no running text."""
    _, claims = claims_of(page(head="3 November 2023", middle="SALTREACH (NNX) - EASTMOOR (NNY) 3:1"))
    assert claims.dateline.status is Status.MISSING


def test_a_station_that_names_itself_is_no_source() -> None:
    """The name stands in the lines around the article, so that the page is its own."""
    furniture = "Home\nKXZN Newscasts\nKXZN Live\nWeather\nSports\nTraffic\nContests\n\n"
    text = furniture + page(head="3 November 2023").replace(PROSE[0], f"SALTREACH (KXZN) — {PROSE[0]}")
    _, claims = claims_of(text + "\nCopyright © 2023 KXZN-TV. All Rights Reserved.\n")
    assert claims.dateline.value == "SALTREACH (KXZN)"
    assert claims.is_based_on.status is Status.MISSING


CHINESE = """港口舊渡輪停航一季

2023-11-03 07:15

前往外島的渡輪週五晚上進行了今年的最後一次航行，因為兩艘船中較舊的一艘需要新的發動機，這是港口負責人說的。島上約有四百名居民，他們將由一艘較小的船每週兩次提供服務。

{}

島上的學校為每個必須在家過冬的孩子準備了兩週的課程，老師們說，孩子們都很期待春天的到來，港口也會在四月重新開放。

{}
"""
CREDITS = [
    ("圖/記者王小明攝", ["王小明"]),
    ("港口的舊渡輪停在碼頭。（記者王小明攝）", ["王小明"]),
    ("港口的舊渡輪停在碼頭。（資料照，記者王小明攝）", ["王小明"]),
    ("記者王小明攝影", ["王小明"]),
    ("攝影／王小明", ["王小明"]),
    ("港口的旧渡轮停在码头。潮风社记者 王小明 摄", ["王小明"]),
    ("文/王小明 图/李大海", ["李大海"]),
    ("图｜海港视觉", ["海港视觉"]),
    ("圖：港務局提供", ["港務局"]),
    ("▲港口的舊渡輪停在碼頭。（圖／港務局提供）", ["港務局"]),
    ("港口的舊渡輪停在碼頭。（圖／翻攝自港務局臉書）", ["港務局臉書"]),
    ("港口的舊渡輪停在碼頭。（潮風新聞資料照）", ["潮風新聞"]),
    ("（本報資料照）", []),
    ("港口的舊渡輪。資料照", []),
    ("港口的舊渡輪。(c) 潮風新聞社", ["潮風新聞社"]),
    ("離島へ向かうフェリー＝佐藤花子撮影", ["佐藤花子"]),
    ("離島へ向かうフェリー（港湾局提供）", ["港湾局"]),
    ("写真・代表撮影", []),
    ("항구에 선 옛 여객선. 사진=항만청", ["항만청"]),
    ("/사진=김민수 기자", ["김민수"]),
]


@pytest.mark.parametrize(("caption", "expected"), CREDITS, ids=[caption for caption, _ in CREDITS])
def test_a_picture_of_an_east_asian_page_is_credited(caption: str, expected: list[str]) -> None:
    """Who took it or gave it, and nobody as the author for that; the paper's own archive is no name."""
    document, claims = claims_of(CHINESE.format(caption, ""))
    assert names(claims.credit_text) == expected
    assert all("文/" in caption for _ in claims.author)
    assert_proved(document, claims)


@pytest.mark.parametrize("foot", ["(c) 潮風新聞社", "（c）潮風新聞社", "©潮風新聞社 版權所有", "版權所有 潮風新聞社"])
def test_a_chinese_line_of_rights_at_the_foot_is_a_copyright_notice(foot: str) -> None:
    """With the mark in brackets, wide or narrow, and without a year; it credits no picture."""
    document, claims = claims_of(CHINESE.format("", f"首頁\n關於我們\n聯絡我們\n{foot}"))
    assert claims.copyright_notice.value == foot
    assert claims.credit_text == ()
    assert_proved(document, claims)


@pytest.mark.parametrize("heading", ["Tin liên quan", "Tin liÃªn quan", "BÃ i liÃªn quan", "Tin mới nhận trong ngày", "Bài đọc nhiều"])
@pytest.mark.parametrize("place", ["head", "tail"])
def test_a_heading_of_related_news_is_no_byline(heading: str, place: str) -> None:
    """`Tin` and `bài` label who wrote it, and are everyday words: what goes on in small letters names nobody, sound or scrambled."""
    _, claims = claims_of(page(head=f"3 November 2023\n{heading}") if place == "head" else page(head="3 November 2023", tail=heading))
    assert names(claims.author) == []


@pytest.mark.parametrize(
    "note",
    [
        "Anna Weil is a reporter at the Northbay Herald.",
        "Anna Weil is a freelance writer based in Saltreach.\nFollow her on social media",
        "About the author\nAnna Weil is a reporter at the Northbay Herald.",
        "Reporter Anna Weil covers ports for the Herald.",
        "Anna Weil contributed to this report.",
    ],
)
@pytest.mark.parametrize(
    ("head", "expected"), [("Publié le 3 novembre 2023 par Jonas Aldermoor", ["Jonas Aldermoor"]), ("3 November 2023", [])]
)
def test_a_note_about_a_reporter_is_no_byline(note: str, head: str, expected: list[str]) -> None:
    """It says who somebody is, not that they wrote this; where the page has a byline that counts."""
    _, claims = claims_of(page(head=head, tail=note))
    assert names(claims.author) == expected


@pytest.mark.parametrize("name", LAYOUTS)
def test_an_article_says_where_it_comes_from_in_every_layout(name: str) -> None:
    """Portals, agencies, magazines and syndicated copy in twenty-odd languages: everything stated is found, and nothing else."""
    text, facts = LAYOUTS[name]
    document, claims = claims_of(text)
    work = claims.is_based_on.value if isinstance(claims.is_based_on.value, Work) else Work()
    found = {
        "headline": claims.headline.value,
        "publisher": claims.publisher.value.name if isinstance(claims.publisher.value, Agent) else None,
        "authors": names(claims.author),
        "editors": names(claims.editor),
        "credits": names(claims.credit_text),
        "source": work.publisher.name if work.publisher else None,
        "url": work.url,
        "date": claims.date_published.value,
    }
    said = {key: value for key, value in found.items() if value and (key != "date" or "date" in facts)}
    assert said == facts
    assert_proved(document, claims)


WIRES = [
    ("(Reporting by Jonas Aldermoor; Editing by Petra Lindqvist)", ["Jonas Aldermoor"], ["Petra Lindqvist"]),
    ("(Reporting by Jonas Aldermoor, Emil Strand, editing by Petra Lindqvist)", ["Jonas Aldermoor", "Emil Strand"], ["Petra Lindqvist"]),
]


@pytest.mark.parametrize(("tail", "authors", "editors"), WIRES)
def test_who_reported_and_who_edited_stand_in_brackets_below_an_agencys_report(tail: str, authors: list[str], editors: list[str]) -> None:
    """Parted by a semicolon or a comma."""
    _, claims = claims_of(page(head="3 November 2023", tail=tail))
    assert names(claims.author) == authors
    assert names(claims.editor) == editors


@pytest.mark.parametrize("caption", ["Fot. Paweł Jarosz", "Prom przy nabrzeżu (fot. Paweł Jarosz)", "Nuotr. Paweł Jarosz"])
def test_a_label_cut_short_credits_a_picture(caption: str) -> None:
    """A full stop stands for the colon."""
    document, claims = claims_of(page(head="3 November 2023", middle=caption))
    assert names(claims.credit_text) == ["Paweł Jarosz"]
    assert_proved(document, claims)


@pytest.mark.parametrize(
    ("entry", "below"),
    [
        ("Hopp til hovedinnholdet", "Ferry link closes for the winter.\n\n"),
        ("Skip to main content", "\n- Ferry link closes\n\n3 November 2023\n\n"),
        ("Toggle navigation", "November 3\n* Ferry link closes\n"),
        ("Zum Inhalt springen", "\nFerry stops\n\n"),
    ],
)
def test_an_entry_of_a_menu_is_no_headline(entry: str, below: str) -> None:
    """Though it opens a page whose own headline looks like none."""
    _, claims = claims_of(f"{entry}\n{below}{PROSE[0]}\n\n{PROSE[1]}\n\n{PROSE[2]}\n")
    assert claims.headline.value != entry
