"""Files that open with labelled lines, as scrapers and static sites write them, with fences and without."""

from __future__ import annotations

import pytest

from checks.claims import claim
from checks.model import Agent, Claims, Zones
from checks.read import read
from checks.records import MOST, record
from checks.zone import zone

PROSE = """
The last two keepers of the northern bay carried the old lamps down the stairs on Monday, because the panels on the roof now feed the light.

About thirty boats leave the harbour every night, and their owners had asked the council for a brighter beam since the storms of last winter.

Children of the village school painted the crates in which the lamps will travel to the museum, where they can be seen from next spring on.
"""
FENCED = """---
title: "Storm: harbour closed for a week"
author: 'Ida Holm'
url: https://www.saltreachgazette.example/news/2023/06/14/storm
description: The last two keepers carried the lamps down the stairs.
sitename: Saltreach Gazette
date: 2023-06-14T09:12:00+02:00
categories:
  - Harbour
  - Weather
draft: false
---
"""
OPEN = """Title: Storm closes the harbour for a week
Author: Ida Holm
Publisher: Saltreach Gazette
Date: 14 June 2023
Word count: 312
"""
CHINESE = """标题：北湾灯塔换上太阳能板
媒体：盐湾日报
作者：何冬梅
发布时间：2023-06-14 09:12

北湾最后两名守塔人周一把旧灯抬下楼梯，因为屋顶上的太阳能板如今已经能够供灯塔照明使用。

每天夜里约有三十条渔船出港，自去年冬天的风暴以来，船主们一直要求镇政府把灯光调得更亮一些。
"""


def walked(text: str) -> tuple[Zones, Claims]:
    document = read(text.encode(), "article.md")
    zones = zone(document)
    return zones, claim(document, zones)


def told(text: str) -> tuple[object, ...]:
    """Headline, publisher, authors and day of a text."""
    found = walked(text)[1]
    site = found.publisher.value
    names = [one.value.name for one in found.author if isinstance(one.value, Agent)]
    return found.headline.value, site.name if isinstance(site, Agent) else None, names, str(found.date_published.value)[:10]


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (FENCED + PROSE, ("Storm: harbour closed for a week", "Saltreach Gazette", ["Ida Holm"], "2023-06-14")),
        (OPEN + PROSE, ("Storm closes the harbour for a week", "Saltreach Gazette", ["Ida Holm"], "2023-06-14")),
        (
            "\n\n" + OPEN.replace("\n", "\n\n") + PROSE,
            ("Storm closes the harbour for a week", "Saltreach Gazette", ["Ida Holm"], "2023-06-14"),
        ),
        (
            OPEN.replace("Title:", "**Title:**") + PROSE,
            ("Storm closes the harbour for a week", "Saltreach Gazette", ["Ida Holm"], "2023-06-14"),
        ),
        (CHINESE, ("北湾灯塔换上太阳能板", "盐湾日报", ["何冬梅"], "2023-06-14")),
    ],
)
def test_what_a_record_says_is_read_without_its_labels_and_quotes(text: str, facts: tuple[object, ...]) -> None:
    assert told(text) == facts


def test_the_lines_of_a_record_are_no_article_and_no_furniture() -> None:
    zones, found = walked(FENCED + PROSE)
    assert zones.kinds[:11] == ("meta", "title", *["meta"] * 9)
    assert found.publisher.evidence
    assert found.publisher.why == ("a label for publishers stands before it",)


def test_a_heading_below_that_says_the_headline_again_stays_in_the_article() -> None:
    zones, found = walked(FENCED + "\n# Storm: harbour closed for a week\n" + PROSE)
    assert found.headline.value == "Storm: harbour closed for a week"
    assert zones.kinds[1] == "title"
    assert not zones.kinds[13].startswith("junk")


@pytest.mark.parametrize(
    "lines",
    [
        [],
        ["Title: the history of a word"],
        ["Title: the history of a word", "It began in a kitchen."],
        ["Author: Ida Holm", "Date: 14 June 2023"],
        ["Harbour: closed", "Boats: ashore", "Title: none"],
        ["---", "The rule above opens the text.", "---"],
        ["---", "title: without an end"],
        ["https://www.saltreachgazette.example/a", "Title: Storm"],
        ["10:15 The first boats leave", "10:40 Title: none"],
    ],
)
def test_other_beginnings_are_no_records(lines: list[str]) -> None:
    assert record(lines) is None


def test_a_record_ends_where_its_labels_end_and_is_not_looked_for_far() -> None:
    head = record(["Title: A", "Source: B", "", "Text: that goes on"])
    assert head is not None
    assert head.lines == 2
    assert record(["---", *["key: value"] * MOST, "---"]) is None


def test_an_empty_value_is_none() -> None:
    head = record(["Title:", "Source: B", "Headline: C"])
    assert head is not None
    value = head.value("headline")
    assert value is not None
    assert value.line == 2
