"""The index in a real browser: filter, search, sort, group, keys, links, and no script."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import pytest

from checks.out.html import write_index
from checks.out.html.index import PER_PAGE
from tests.pages import made
from tests.pages.browsing import browser_test, headlines, many, shown

if TYPE_CHECKING:
    from playwright.sync_api import Page


@browser_test
def test_the_index_says_the_state_in_one_sentence_and_lists_the_worst_first(site: Path, visit: Callable[..., Page]) -> None:
    page = visit(site / "index.html")
    assert page.inner_text("h1") == "2 of 8 articles are ready, 4 are held, 2 need a look."
    verdicts = page.locator("#list .card .verdict").all_inner_texts()
    assert [word.strip() for word in verdicts] == ["Held"] * 4 + ["Look"] * 2 + ["Ready"] * 2


@browser_test
@pytest.mark.parametrize(
    ("field", "value", "count"),
    [("cause", "NAV901", 4), ("outlet", "Fjordposten", 1), ("outlet", "-", 4), ("lang", "zh", 1)],
)
def test_a_filter_leaves_only_the_articles_that_fit(site: Path, visit: Callable[..., Page], field: str, value: str, count: int) -> None:
    page = visit(site / "index.html")
    page.select_option(f"select[name={field}]", value)
    assert len(headlines(page)) == count
    assert page.inner_text("#count") == ("1 article" if count == 1 else f"{count} articles")


@browser_test
def test_filters_for_verdict_and_dates_work_together(site: Path, visit: Callable[..., Page]) -> None:
    page = visit(site / "index.html")
    page.check("input[value=WARNED]", force=True)
    assert len(headlines(page)) == 2
    page.fill("input[name=from]", "2025-01-01")
    assert headlines(page) == ["Kommunen åpner ny ferjekai i Storvik før jul"]
    page.fill("input[name=until]", "2025-02-01")
    assert headlines(page) == []
    assert page.inner_text("#count") == "No article fits. Take one of the filters away."
    page.click("#clear")
    shown(page, 8)


@browser_test
def test_search_finds_words_of_headline_outlet_and_file(site: Path, visit: Callable[..., Page]) -> None:
    page = visit(site / "index.html")
    for words_sought, found in (("ferjekai storvik", 1), ("QUAY", 1), ("de-encoding", 1), ("渡轮", 1), ("no such words", 0)):
        page.fill("input[name=q]", words_sought)
        shown(page, found)


@browser_test
def test_search_asks_for_no_accents_and_takes_letters_however_they_are_put_together(tmp_path: Path, visit: Callable[..., Page]) -> None:
    names = ("Über die Straße", unicodedata.normalize("NFD", "Phở bò ở Đà Nẵng"), "图书馆ＡＢＣ")
    rows = [msgspec.structs.replace(one, headline=name) for one, name in zip(many(3), names, strict=True)]
    write_index(tmp_path, rows, rules=made.RULES)
    page = visit(tmp_path / "index.html")
    for sought, n in (("uber STRASSE", 0), (unicodedata.normalize("NFD", "über"), 0), ("pho da nang", 1), ("PHỞ", 1), ("图书馆 abc", 2)):
        page.fill("input[name=q]", sought)
        shown(page, 1)
        assert headlines(page) == [names[n]]
        page.fill("input[name=q]", "")
        shown(page, 3)


@browser_test
def test_sorting_by_date_puts_the_newest_first_and_the_undated_last(site: Path, visit: Callable[..., Page]) -> None:
    page = visit(site / "index.html")
    page.select_option("select[name=sort]", "newest")
    dates = [re.search(r"20\d\d", text) for text in page.locator(".card .meta").all_inner_texts()]
    assert [int(found[0]) if found else 0 for found in dates] == [2025, 2024, 2024, 2021, 0, 0, 0, 0]


@browser_test
def test_groups_by_cause_say_how_many_articles_have_it(site: Path, visit: Callable[..., Page]) -> None:
    page = visit(site / "index.html")
    page.select_option("select[name=group]", "cause")
    assert page.locator(".group h3").first.inner_text() == "4 articles: Related headlines were left in the text."
    page.select_option("select[name=group]", "outlet")
    assert page.locator(".group h3").first.inner_text() == "4 articles: Outlet not found"


@browser_test
def test_a_link_to_a_filtered_list_opens_the_same_list(site: Path, visit: Callable[..., Page]) -> None:
    page = visit(site / "index.html")
    page.select_option("select[name=cause]", "NAV901")
    page.select_option("select[name=sort]", "headline")
    other = visit(site / "index.html", "#" + page.url.partition("#")[2])
    assert headlines(other) == headlines(page)
    assert other.input_value("select[name=cause]") == "NAV901"
    other.evaluate("location.hash = '#verdict=PASSED'")
    shown(other, 2)


@browser_test
def test_the_index_is_walked_and_searched_with_the_keyboard(site: Path, visit: Callable[..., Page]) -> None:
    page = visit(site / "index.html")
    page.keyboard.press("j")
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.textContent") == headlines(page)[1]
    page.keyboard.press("k")
    assert page.evaluate("document.activeElement.textContent") == headlines(page)[0]
    page.keyboard.press("/")
    page.keyboard.type("jquay")
    shown(page, 0)
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    assert page.is_visible("#keys")
    page.keyboard.press("Escape")
    assert not page.is_visible("#keys")


@browser_test
def test_the_index_takes_twenty_thousand_articles_without_freezing(big_index: Path, visit: Callable[..., Page]) -> None:
    page = visit(big_index)
    assert page.locator(".card").count() == PER_PAGE
    assert page.inner_text("#count") == "20,000 articles"
    spent = page.evaluate(
        """() => {
            const at = performance.now();
            const select = document.querySelector("select[name=cause]");
            select.value = "NAV901";
            select.dispatchEvent(new Event("input", {bubbles: true}));
            document.body.offsetHeight;
            return performance.now() - at;
        }"""
    )
    assert page.inner_text("#count") == "5,000 articles"
    assert spent < 500
    page.click("#pager button:last-child")
    assert "page=2" in page.url
    assert page.locator("#pager span").inner_text() == "Page 2 of 100"


@browser_test
def test_without_script_every_article_is_still_listed(tmp_path: Path, visit: Callable[..., Page]) -> None:
    rows = many(1_200)
    write_index(tmp_path, rows, rules=made.RULES)
    page = visit(tmp_path / "index.html", java_script_enabled=False)
    assert page.locator(".card").count() == PER_PAGE
    assert not page.is_visible("#filters")
    listed: list[str] = []
    for n in (1, 2, 3):
        lists = visit(tmp_path / f"list-{n}.html", java_script_enabled=False)
        listed += lists.locator(".card a").all_inner_texts()
    assert page.locator(".lists a").count() == 3
    assert sorted(listed) == sorted(one.headline for one in rows)
