"""Tables, timetables and timelines of an article, and comments: stretches of lines that are known by their neighbours."""

from __future__ import annotations

import numpy as np
import pytest

from checks.zone.between import cards, dated_headlines
from checks.zone.comments import comments
from checks.zone.company import halves
from checks.zone.parts import JUNK, TEXT, Sorted
from checks.zone.tables import cells, tables, timelines
from tests.test_zone_company import PROSE, READER, judged, seen


def kept(lines: list[str], *, article: set[str]) -> list[str]:
    """The lines that are article when tables were looked for among lines that the model took for furniture."""
    rows = seen(*lines)
    found = Sorted(np.array([TEXT if line in article else JUNK for line in lines], np.int8), {}, -1)
    tables(rows, found)
    cells(rows, found)
    return [line for line, kind in zip(lines, found.kinds.tolist(), strict=True) if kind != JUNK]


STANDINGS = ["1  Ines Brandt  5040  5  17", "2  Tom Okafor  5035  7  19", "3  Lea Moreau  5007  4  15", "4  Jan de Wit  2380  2  12"]
CELLS = [cell for place, name, points in (*(("1", "Ines Brandt", "504"), ("2", "Tom Okafor", "498"), ("3", "Lea Moreau", "471")),) * 3
         for cell in (place, name, points)]  # fmt: skip


def test_rows_of_figures_between_paragraphs_are_the_article() -> None:
    assert kept([PROSE, *STANDINGS, READER], article={PROSE, READER}) == [PROSE, *STANDINGS, READER]


def test_rows_of_figures_above_the_article_are_not() -> None:
    assert kept([*STANDINGS, PROSE], article={PROSE}) == [PROSE]


def test_a_table_with_a_cell_on_each_line_is_the_article() -> None:
    assert kept([PROSE, *CELLS, READER], article={PROSE, READER}) == [PROSE, *CELLS, READER]
    few = CELLS[:9]
    assert kept([PROSE, *few, READER], article={PROSE, READER}) == [PROSE, READER]


def test_a_calendar_between_paragraphs_is_furniture() -> None:
    days = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su", *map(str, range(1, 31))]
    assert kept([PROSE, *days, READER], article={PROSE, READER}) == [PROSE, READER]


TOUR = {
    "en": ["June 9 – Eastmoor, Tidal Hall", "June 10 – Saltreach, Old Mill", "June 14 – Northpier, Arena", "July 2 – Westerby, Green"],
    "de": ["3. Oktober: Altstade, Markthalle", "5. Oktober: Nordhafen, Speicher", "12. Oktober: Weidlingen", "2. November: Seeheim"],
    "pt": ["1a etapa: 10 de março – Serra Nova", "10 de março – Serra Nova", "8 de abril – Porto Velho do Mar", "22 de abril – Campo Largo",
           "6 de maio – Ilha Verde", "20 de maio – Santa Clara"],
    "ru": ["9 июня — Заречье, Дом культуры", "10 июня — Северный порт", "14 июня — Каменка", "2 июля — Новый Брод"],
}  # fmt: skip


@pytest.mark.parametrize("language", TOUR)
def test_days_with_what_is_on_below_the_text_are_the_article(language: str) -> None:
    assert kept([PROSE, "Dates", *TOUR[language], "Share"], article={PROSE, "Dates"}) == [PROSE, "Dates", *TOUR[language]]


def test_days_far_below_the_text_are_of_another_part_of_the_page() -> None:
    lines = [PROSE, "Share", "Print", "Events", "Today", *TOUR["en"]]
    assert kept(lines, article={PROSE}) == [PROSE]
    assert kept([PROSE, "Dates", *TOUR["en"][:3]], article={PROSE}) == [PROSE], "three are too few"


def test_days_with_a_colon_above_what_happened_then_are_a_timeline() -> None:
    days = ["Oct. 6, 1923:", "Sept. 29, 1946:", "Jan. 15, 1967:"]
    lines = [days[0], PROSE, days[1], READER, days[2], "The tide mill opened."]
    rows, kinds = judged(lines, junk={*days, "The tide mill opened."})
    timelines(rows, kinds)
    assert kinds.tolist() == [TEXT] * 6
    rows, kinds = judged(lines[:4], junk=set(days))
    timelines(rows, kinds)
    assert kinds.tolist() == [JUNK, TEXT, JUNK, TEXT]


def article_of(*lines: str) -> list[str]:
    """The lines that stay article when comments are taken out."""
    rows, kinds = judged(list(lines), junk=set())
    comments(rows, kinds)
    return [line for line, kind in zip(lines, kinds.tolist(), strict=True) if kind != JUNK]


@pytest.mark.parametrize(
    "heads",
    [
        ("Alma on 13 September 2018 at 5:23 pm said:", "Tom Okafor on 14 September 2018 at 6:30 am said:"),
        ("1. Kritischer Leser sagt:", "2. Jule sagt:"),
        ("Ramona dijo:", "rebelde dijo:"),
        ("海边读者说道：", "老王说道："),
    ],
)
def test_comments_from_the_first_to_the_last_are_furniture(heads: tuple[str, str]) -> None:
    day = "4. November 2023 um 11:19 Uhr"
    assert article_of(PROSE, heads[0], day, READER, heads[1], day, "Best wishes to all") == [PROSE, day, "Best wishes to all"]


def test_the_name_and_the_day_above_a_word_alone_are_the_comments_too() -> None:
    lines = (PROSE, "Alma", "on", "September 13, 2018 at 5:23 pm", "said:", READER, "Tom", "on", "September 14, 2018 at 6:30 am", "said:")
    assert article_of(*lines) == [PROSE]


def test_one_comment_or_a_quotation_without_a_time_is_no_block_of_comments() -> None:
    assert article_of(PROSE, "Alma says:", "4 November 2023, 11:19", READER) == [PROSE, "Alma says:", "4 November 2023, 11:19", READER]
    lines = (PROSE, "The mayor said:", READER, "The miller said:", PROSE)
    assert article_of(*lines) == list(lines)


def test_the_first_line_of_a_file_may_head_a_comment() -> None:
    assert article_of("said:", "5:23 pm", READER, "said:", "6:30 am", PROSE) == ["6:30 am", PROSE]


def test_a_headline_with_its_day_between_paragraphs_is_another_article() -> None:
    headline, day = "Harbour office looks for captains", "23. 12. 2024 13:31"
    for lines, gone in (([PROSE, headline, day, READER], 2), ([headline, day, PROSE, READER], 0), ([PROSE, READER, headline, day], 0)):
        rows = seen(*lines)
        found = Sorted(np.array([JUNK if line == day else TEXT for line in lines], np.int8), {}, -1)
        dated_headlines(rows, found)
        assert len(found.forced) == gone, lines


def without_cards(*lines: str) -> list[str]:
    """The lines that stay article when cards are taken out."""
    rows, kinds = judged(list(lines), junk=set())
    cards(rows, kinds)
    return [line for line, kind in zip(lines, kinds.tolist(), strict=True) if kind != JUNK]


@pytest.mark.parametrize("stamp", ["Harbour / {} h ago", "vor {} Stunden", "il y a {} heures", "{}小时前", "{}時間前", "há {} horas"])
def test_headlines_with_how_long_ago_are_a_list_of_other_articles(stamp: str) -> None:
    headline = "Harbour office looks for captains"
    lines = [line for n in (2, 3, 5, 7) for line in (stamp.format(n), headline)]
    assert without_cards(*lines, PROSE) == [headline, PROSE]
    assert without_cards(*lines[:6], PROSE) == [*lines[:6], PROSE], "three are too few"


def test_entries_of_a_live_report_are_no_cards() -> None:
    entry = f"{PROSE} {READER} {PROSE}"
    lines = [line for n in (2, 3, 5, 7) for line in (f"{n} hours ago", entry)]
    assert without_cards(*lines) == lines
    far = [line for n in (2, 3, 5, 7) for line in (f"{n} hours ago", *[READER] * 4)]
    assert without_cards(*far) == far


def test_a_line_with_a_comma_in_front_goes_on_with_the_line_above() -> None:
    lines = ["The storm reached", "Eastmoor", ", Westerby", "and", "Saltreach", ".", PROSE]
    rows = seen(*lines)
    kinds = np.array([TEXT, JUNK, JUNK, TEXT, JUNK, JUNK, TEXT], np.int8)
    found = Sorted(kinds, {}, -1)
    halves(rows, found)
    assert found.kinds.tolist() == [TEXT] * 7
    finished = Sorted(np.array([TEXT, JUNK, TEXT], np.int8), {}, -1)
    halves(seen(PROSE, ", Westerby", PROSE), finished)
    assert finished.kinds.tolist() == [TEXT, JUNK, TEXT]
