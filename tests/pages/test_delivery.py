"""The page about a whole delivery: findings in sentences with their articles, the trend, pictures with their tables."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from checks.model import BatchFinding, Place, RuleCode, Severity
from checks.out.html import Shares, delivery_page
from checks.rules.company import COMPANY
from tests.pages import made
from tests.pages.browsing import browser_test, many

if TYPE_CHECKING:
    from playwright.sync_api import Page


@browser_test
def test_what_the_delivery_shows_is_told_in_sentences_with_its_articles(site: Path, visit: Callable[..., Page]) -> None:
    page = visit(site / "delivery.html")
    same = page.locator("article.cause").first
    assert same.locator("h3").inner_text() == "Files of one delivery held the same bytes."
    assert "Two files hold the same bytes" in same.inner_text()
    assert "It concerns 2 articles:" in same.inner_text()
    same.locator("a").first.click()
    page.wait_for_url("**/zh-ferry.txt.html")
    assert page.locator("h1").inner_text() == "湖东市与海西镇签署渡轮航线合作协议"


@browser_test
def test_the_trend_is_told_in_words_and_drawn_and_is_a_table_too(site: Path, visit: Callable[..., Page]) -> None:
    page = visit(site / "delivery.html")
    lines = page.locator(".trend li")
    assert [line.strip() for line in lines.all_inner_texts()] == [
        "Ready: 25.0 %, down from 50.0 %",
        "Held: 50.0 %, up from 25.0 %",
        "Original source found: 25.0 %, down from 50.0 %",
        "Outlet found: 50.0 %, as before",
        "Date of publication found: 50.0 %, as before",
    ]
    ring, dot = lines.nth(1).locator("circle").all()
    assert (ring.get_attribute("cx"), dot.get_attribute("cx")) == ("25.0", "50.0")
    page.locator("section:has(.trend) summary").click()
    assert page.locator("section:has(.trend) tbody tr").nth(1).inner_text().split("\t") == ["Held", "25.0 %", "50.0 %"]


def test_without_an_earlier_delivery_there_is_no_trend() -> None:
    assert 'class="trend"' not in delivery_page(None, many(4), rules=made.RULES)
    assert 'class="trend"' in delivery_page(None, many(4), rules=made.RULES, before=Shares(1, 0, 1, 1, 1))


@browser_test
def test_every_picture_has_a_name_and_its_table(site: Path, visit: Callable[..., Page]) -> None:
    page = visit(site / "delivery.html")
    pictures = page.locator("figure").all()
    assert [one.get_attribute("id") for one in pictures] == ["when", "junk", "causes", "languages", "encodings"]
    for one in pictures:
        title = one.locator("h3").inner_text()
        assert one.get_by_role("img", name=title, exact=True).count() == 1
        one.locator("summary").click()
        assert one.locator("tbody tr").count() >= 1
    table = page.locator("#languages tbody tr").all_inner_texts()
    assert "German\t1" in table
    assert "Chinese\t1" in table


def test_the_name_of_a_file_keeps_its_small_letters() -> None:
    found = BatchFinding(
        RuleCode("COR106"), Severity.WARNING, "wire/a.txt: 1 line that stands in other files too", places=(Place("wire/a.txt"),)
    )
    page = delivery_page([found], many(2), rules=[*made.RULES, *COMPANY])
    assert ">wire/a.txt: 1 line that stands in other files too<" in page
