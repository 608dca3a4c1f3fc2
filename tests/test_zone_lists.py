"""Zones: links and prompts between paragraphs, what readers and the site say below the text, and what stands in place of pictures."""

from __future__ import annotations

import numpy as np
import pytest

from checks.model import Document, Encoding
from checks.zone.comments import comments
from checks.zone.features import rows
from checks.zone.leftovers import closing, counters, glued, networks, promotions, sizes
from checks.zone.lists import linked, numbered
from checks.zone.parts import JUNK, TEXT, TITLE, Sorted
from checks.zone.pictures import alternatives, credited
from checks.zone.tables import tables
from checks.zone.title import headline
from tests.test_zone_around import BODY, MENU, kinds
from tests.test_zone_around import TITLE as HEADLINE

FIRST, REST = BODY.split("\n\n", 1)
SIGNED = "By Ida Lund\nPublished: 3 March 2024, 18:05\n"
PROSE = "The ferry to the outer islands was cancelled for the third day, the harbour office said on Monday morning."


def judged(*lines: str, title: int = -1) -> tuple[list[str], Sorted]:
    """The lines, and what is found of them when all but the headline are text."""
    kinds = np.full(len(lines), TEXT, np.int8)
    if title >= 0:
        kinds[title] = TITLE
    return list(lines), Sorted(kinds, {}, title)


def left(lines: list[str], found: Sorted) -> list[str]:
    """The lines that are article."""
    return [line for line, kind in zip(lines, found.kinds.tolist(), strict=True) if kind != JUNK]


def of(*lines: str) -> Document:
    """A document of these lines."""
    return Document("", b"", "\n".join(lines), Encoding("utf-8", "utf-8"))


def after_links(*lines: str, chance: float = 0.3) -> list[str]:
    """The lines that are article when the line model doubts every line so much."""
    said, found = judged(*lines)
    linked(rows(of(*lines)), np.full((len(lines), 7), chance, np.float32), found, 0, len(lines) - 1)
    return left(said, found)


@pytest.mark.parametrize(
    "items",
    [
        ["* Islands: When the winter timetable begins", "* Why the harbour has no second tug"],
        ["• Horaires d’hiver : ce qui change pour les îles", "• Le remorqueur attend toujours son moteur"],
        ["▪ „Wir warten seit Tagen“: Was die Leute am Kai sagen", "▪ Fähren: Das sagt der Betreiber"],
    ],
)
def test_headlines_in_a_list_below_a_whole_sentence_are_links(items: list[str]) -> None:
    assert after_links(PROSE, *items, PROSE) == [PROSE, PROSE]
    assert after_links(PROSE, *items, PROSE, chance=0.01) == [PROSE, *items, PROSE]


def test_a_list_that_a_colon_announces_or_that_has_stops_or_small_letters_is_of_the_article() -> None:
    announced = "The harbour office asks whoever waits on the quay for the ferry. These three things it wants to be told:"
    items = ["* The name of everybody who travels with you", "* The island you would like to reach"]
    assert after_links(announced, *items, PROSE) == [announced, *items, PROSE]
    for others in (["* The tug is old and has no engine.", "* The quay is high."], ["* the old tug that has no engine", "* the high quay"]):
        assert after_links(PROSE, *others, PROSE) == [PROSE, *others, PROSE]
    speech = ["– Never was it so late in the year", "– Ask the captain and not me"]
    assert after_links(PROSE, *speech, PROSE) == [PROSE, *speech, PROSE]


@pytest.mark.parametrize(
    "openers",
    [
        ["Tove on March 3, 2024 at 6:10 pm said:", "Old Salt on March 4, 2024 at 7:02 am said:"],
        ["Tove, 3. März 2024 um 18:10 Uhr schreibt:", "Seebär, 4. März 2024 um 07:02 schrieb:"],
        ["Тове 03.03.2024 18:10 пишет:", "Боцман 04.03.2024 07:02 пишет:"],
    ],
)
def test_from_the_first_remark_to_the_last_all_is_what_readers_wrote(openers: list[str]) -> None:
    said, found = judged(PROSE, openers[0], "I have waited longer.", openers[1], PROSE + " Twice.")
    comments(rows(of(*said)), found.kinds)
    assert left(said, found) == [PROSE, PROSE + " Twice."], "who wrote last may stand above the article"


def test_one_remark_or_the_entries_of_a_live_report_are_no_comments() -> None:
    for lines in ([PROSE, "Tove on March 3, 2024 at 6:10 pm said:", PROSE], [PROSE, "3 March 2024, 18:10:", PROSE, "3 March 2024, 18:20:"]):
        said, found = judged(*lines)
        comments(rows(of(*said)), found.kinds)
        assert left(said, found) == lines


@pytest.mark.parametrize("place", ["1 / 12", "00:00 / 05:48", "3 / 3"])
def test_the_place_in_a_row_of_pictures_or_a_recording_is_its_control(place: str) -> None:
    said, found = judged(PROSE, place, PROSE)
    counters(rows(of(*said)), found)
    assert left(said, found) == [PROSE, PROSE]


@pytest.mark.parametrize("figure", ["12 / 3", "1/2", "18:10", "3 / 2024 / 5"])
def test_other_figures_are_no_counters(figure: str) -> None:
    said, found = judged(PROSE, figure, PROSE)
    counters(rows(of(*said)), found)
    assert left(said, found) == [PROSE, figure, PROSE]


@pytest.mark.parametrize(
    "line", ["FacebookTwitterWhatsAppE-mail", "Pasa esta nota en WhatsApp Facebook X", "ВКонтакте Одноклассники Telegram"]
)
def test_names_of_networks_are_for_passing_on(line: str) -> None:
    said, found = judged(PROSE, line, PROSE)
    networks(rows(of(*said)), found)
    assert left(said, found) == [PROSE, PROSE]


def test_a_line_that_speaks_of_networks_is_of_the_article() -> None:
    lines = ["The harbour office tells its passengers on Facebook and Twitter when the next ferry is to sail", "Facebook waits"]
    said, found = judged(*lines)
    networks(rows(of(*said)), found)
    assert left(said, found) == lines


@pytest.mark.parametrize("line", ["A- A A+", "T + -", "字 + -", "A-"])
def test_letters_with_plus_and_minus_below_the_headline_are_their_size(line: str) -> None:
    said, found = judged(HEADLINE, line, PROSE, "A-", title=0)
    sizes(rows(of(*said)), found, 2)
    assert left(said, found) == [HEADLINE, PROSE, "A-"]


@pytest.mark.parametrize(
    "notice",
    [
        "声明：潮汐报力求信息真实、准确，文章提及内容仅供参考，不构成任何投资建议，据此操作风险自担，特此说明，敬请各位读者留意。",
        "本文为潮汐报原创文章，未经允许不得转载，如需转载请联系编辑部，电话和邮箱见本报网页底部的联系方式一栏，谢谢。",
        "Dieser Text und seine Bilder gehören der Uferpost; alle Rechte vorbehalten, auch die der Übersetzung in andere Sprachen.",
        "Testi e fotografie sono della redazione del Giornale del Molo: è vietata la riproduzione, anche solo di una parte.",
    ],
)
def test_a_last_paragraph_on_the_rights_of_the_text_is_the_sites(notice: str) -> None:
    said, found = judged(HEADLINE, PROSE, PROSE, notice, title=0)
    closing(rows(of(*said)), found)
    assert left(said, found) == [HEADLINE, PROSE, PROSE]


def test_a_last_paragraph_that_only_begins_as_a_footer_does_is_of_the_article() -> None:
    last = "Part of the answer is arithmetic: the ferry burns as much oil in a day as the mill does in a week of work."
    contact = "Media contact: Ida Lund, ida.lund@ostrelpost.example, and in her absence the harbour office on the old quay."
    charter = "All rights reserved to the islands by the old charter were read aloud in the church on the first day of the year."
    said, found = judged(HEADLINE, PROSE, PROSE, charter, last, contact, title=0)
    closing(rows(of(*said)), found)
    assert left(said, found) == said


@pytest.mark.parametrize(
    "pair",
    [
        ["An orange boat lies beside the stone bridge at dusk", "The boat of Jonas Brack beside the new bridge."],
        ["Passagers devant l'embarcadère", "Devant l'embarcadère, des passagers attendent le bac."],
    ],
)
def test_a_line_below_controls_that_says_what_its_caption_says_is_in_place_of_the_picture(pair: list[str]) -> None:
    said, found = judged(HEADLINE, "Share", *pair, FIRST + FIRST, title=0)
    found.kinds[1] = JUNK
    alternatives(rows(of(*said)), found)
    assert left(said, found) == [HEADLINE, pair[1], FIRST + FIRST]


def test_words_without_a_capital_alone_below_the_headline_describe_a_picture() -> None:
    assert kinds(f"{MENU}\n{HEADLINE}\n{SIGNED}\nold man in a rowing boat\n\n{BODY}\n")["old man in a rowing boat"].startswith("junk")
    assert kinds(f"{MENU}\n{HEADLINE}\n{SIGNED}\nAn old man rows on\n\n{BODY}\n")["An old man rows on"] != "junk:image-alt"


@pytest.mark.parametrize("tail", ["(File photo)", "(Archivbild)", "(資料写真)", "(foto d’archivio)"])
def test_a_caption_may_end_in_what_sort_of_picture_it_is(tail: str) -> None:
    assert credited(f"Jonas Brack in his boat. {tail}")


def test_a_teaser_with_which_the_text_begins_is_its_lead_twice() -> None:
    teaser = "For forty years Jonas Brack rowed whoever stood on the bank across the Ostrel [...]"
    found = kinds(f"{MENU}\n{HEADLINE}\n{SIGNED}\n{teaser}\n\n{BODY}\n")
    assert found[teaser] == "junk:duplicate-lead"


def test_metadata_below_a_lead_and_a_picture_is_metadata() -> None:
    lead = "When the bridge opens in May the boat will go to the museum, and the village will lose the man who knew all its coats."
    head = f"{MENU}\n{HEADLINE}\n{lead}\nPhotos: Per Holm\nTove Lindqvist\n14 March 2024, issue 11/2024\nShare\n\n{BODY}\n"
    found = kinds(head)
    assert found["14 March 2024, issue 11/2024"] == "meta"
    assert found["Tove Lindqvist"] == "meta"


def test_a_count_or_an_address_beside_the_metadata_is_none() -> None:
    address = "https://www.ostrelpost.example/river/2024/03/last-ferryman"
    found = kinds(f"{MENU}\n{HEADLINE}\n{SIGNED}{address}\n7\n\n{BODY}\n")
    assert found[address].startswith("junk")
    assert found["7"].startswith("junk")
    assert kinds(f"{MENU}\n{HEADLINE}\n{SIGNED}Source:\n{address}\n\n{BODY}\n")[address] == "meta"


def test_a_caption_with_its_credit_is_no_headline() -> None:
    lines = ["Home News Sport", "The last ferryman of Ostrel hands over his oars", "Jonas Brack in his boat. Photo: Per Holm", PROSE]
    chance = np.zeros((4, 7), np.float32)
    chance[1:3, TITLE] = 0.5, 0.7
    assert headline(rows(of(*lines)), chance, 3) == 1


def test_the_line_above_a_sentence_is_the_headline() -> None:
    lines = ["Home News Sport", "The last ferryman of Ostrel hands over his oars", "He rowed for forty years and knows every coat.", PROSE]
    chance = np.zeros((4, 7), np.float32)
    chance[2, TITLE] = 0.9
    assert headline(rows(of(*lines)), chance, 3) == 1
    assert headline(rows(of("Ostrel - the paper of the river and its people", *lines[2:])), chance[1:], 2) == 1


def test_the_headline_behind_a_label_is_the_line_below_that_says_it_alone() -> None:
    lines = ["首页 新闻", f"正在阅读：{HEADLINE}", "一键登录", HEADLINE, PROSE]
    chance = np.zeros((5, 7), np.float32)
    chance[1, TITLE], chance[3, TITLE] = 0.9, 0.3
    assert headline(rows(of(*lines)), chance, 4) == 3


def test_a_list_of_sections_is_no_headline() -> None:
    lines = ["나루일보", "전체메뉴 정치 경제 사회 문화 오피니언", HEADLINE, PROSE]
    chance = np.zeros((4, 7), np.float32)
    chance[1, TITLE], chance[2, TITLE] = 0.9, 0.6
    assert headline(rows(of(*lines)), chance, 3) == 2


@pytest.mark.parametrize("control", ["Save  Listen", "Spara  Lyssna på artikeln 2:51", "Écouter (7 min)", "Artikel vorlesen lassen 6 Min."])
def test_controls_beside_the_metadata_are_controls(control: str) -> None:
    assert kinds(f"{MENU}\n{HEADLINE}\n{SIGNED}{control}\n\n{BODY}\n")[control].startswith("junk")


def test_the_entries_of_a_live_report_are_of_the_article_to_the_last() -> None:
    entries = [
        ("19.58", "Water on the quay", FIRST),
        ("19.30", "Wind from the west", PROSE),
        ("19.02", "The mill is closed", FIRST[:-1] + " again."),
    ]
    text = "\n\n".join(f"{time}\n{head}\n{said}" for time, head, said in entries)
    found = kinds(f"{MENU}\n{HEADLINE}\n{SIGNED}\n{REST}\n\n{text}\n\nMost read\nMill wheel turns again\n")
    assert not any(found[line].startswith("junk") for entry in entries for line in entry)


def test_the_items_of_a_list_go_together_below_a_colon_or_a_heading_that_is_furniture() -> None:
    announced = "The boat carries whatever the village needs, and in the last winter that was above all these three:"
    items = ["* Flour", "* Coal", "* Letters"]
    for above, junk, kept in (("Good to know", ["Good to know", items[0]], []), (announced, items[:2], [announced, *items])):
        said, found = judged(PROSE, above, *items)
        found.kinds[[said.index(line) for line in junk]] = JUNK
        linked(rows(of(*said)), np.full((5, 7), 0.5, np.float32), found, 0, 1)
        assert left(said, found) == [PROSE, *kept]


@pytest.mark.parametrize(
    "table",
    [
        ["Boat      Trips   Years", "Brack     41,200  40", "Lund      12,700  11", "Holm      903     2"],
        ["1 | Ostrel Rovers | 12 | 31:9", "2 | Lower Ostrel | 12 | 25:14", "3 | Mill End | 12 | 20:20"],
    ],
)
def test_the_rows_of_a_table_right_below_the_text_are_of_the_article(table: list[str]) -> None:
    said, found = judged(HEADLINE, PROSE, *table, title=0)
    found.kinds[3:] = JUNK
    tables(rows(of(*said)), found)
    assert left(said, found) == said


@pytest.mark.parametrize(
    "days",
    [
        ["14 мая — Заречье", "15 мая — Усть-Шорда", "18 мая — Коптелово", "20 мая — Кедровка"],
        ["June 9 – Mill End", "June 10 – Lower Ostrel", "July 1 – Harbour Hall", "July 4 – The old quay"],
        ["1a tappa: 10 marzo – Molo", "2a tappa: 8 aprile – Riva", "3a tappa: 22 aprile – Porto", "4a tappa: 6 maggio – Foce"],
    ],
)
def test_days_with_their_places_below_the_text_and_a_heading_are_of_the_article(days: list[str]) -> None:
    said, found = judged(HEADLINE, PROSE, "Where the boat goes", *days, title=0)
    found.kinds[2:] = JUNK
    tables(rows(of(*said)), found)
    assert left(said, found) == said


def test_news_with_their_times_and_tables_among_furniture_stay_what_they_are() -> None:
    ticker = ["18:10 – Mill closed", "17:45 – Quay under water", "17:20 – Boats tied up", "16:55 – Wind from the west"]
    said, found = judged(HEADLINE, PROSE, *ticker, "Scores", "Rovers   12   31", "Harbour   12   25", "Mill   12   20", title=0)
    found.kinds[2:] = JUNK
    tables(rows(of(*said)), found)
    assert left(said, found) == [HEADLINE, PROSE]


def test_a_word_in_quotation_marks_is_said_and_no_control() -> None:
    spoken = "“Close.”"
    text = BODY.replace("\n\n", f"\n\n{spoken}\n\n", 1)
    assert kinds(f"{MENU}\n{HEADLINE}\n{SIGNED}\n{text}\n")[spoken] in ("body", "subhead")


@pytest.mark.parametrize(
    "items",
    [
        [
            "（一）无人值守的渡船，由渡口管理站负责拖回；",
            "（二）夜间不挂灯的渡船，由渡口管理站登记；",
            "（三）载客超过定员的渡船，不得离岸。",
        ],
        ["第一条 渡口由村里管理，任何人不得占用。", "第二条 渡船每天开行四次，节日加开。", "第三条 老人和儿童不收船钱。"],
    ],
)
def test_an_item_between_others_of_its_form_is_of_the_article(items: list[str]) -> None:
    said, found = judged(HEADLINE, PROSE, *items, PROSE, title=0)
    found.kinds[3] = JUNK
    numbered(rows(of(*said)), found, 1, 5)
    assert left(said, found) == said


def test_numbers_alone_from_one_on_head_the_parts_of_an_article() -> None:
    lines = [HEADLINE, PROSE, "1", PROSE, "2", PROSE, "3", PROSE]
    said, found = judged(*lines, title=0)
    found.kinds[[2, 4, 6]] = JUNK
    numbered(rows(of(*said)), found, 1, 7)
    assert left(said, found) == said
    said, found = judged(HEADLINE, PROSE, "7", PROSE, "3", PROSE, "2", PROSE, title=0)
    found.kinds[[2, 4, 6]] = JUNK
    numbered(rows(of(*said)), found, 1, 7)
    assert left(said, found) == [HEADLINE, *[PROSE] * 4]


@pytest.mark.parametrize("line", ["长按识别二维码，关注潮汐报，每天早晨读到河上的消息", "下載渡口報客戶端，點擊訂閱"])
def test_chinese_that_asks_to_scan_or_to_download_around_the_text_is_no_article(line: str) -> None:
    said, found = judged(HEADLINE, line, PROSE, title=0)
    promotions(rows(of(*said)), found, 2)
    assert left(said, found) == [HEADLINE, PROSE]
    said, found = judged(HEADLINE, PROSE, line, *[PROSE] * 6, title=0)
    promotions(rows(of(*said)), found, 1)
    assert left(said, found) == said


def test_links_without_anything_between_them_are_a_menu() -> None:
    said, found = judged(
        HEADLINE, "Water levelsFerry timesHarbour officeOld quayMill End", PROSE, "McBride sails with iPhone and eBook", title=0
    )
    glued(rows(of(*said)), found)
    assert left(said, found) == [HEADLINE, PROSE, said[3]]
