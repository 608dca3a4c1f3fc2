"""The pages for everybody: WCAG 2.2 AA by axe-core, focus, calm, narrow screens."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from checks.out.summary import page_path
from tests.pages import made
from tests.pages.browsing import ARTICLES, AXE, WIDTHS, axe_test, browser_test

if TYPE_CHECKING:
    from playwright.sync_api import Page


WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@browser_test
@pytest.mark.parametrize(
    "name", ["index.html", "delivery.html", "wire/nb-kai.txt.html", page_path(made.hostile().statement.subject[0].name)]
)
def test_no_page_scrolls_sideways(site: Path, visit: Callable[..., Page], name: str) -> None:
    for width in (*WIDTHS, 320):
        page = visit(site / name, viewport={"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@browser_test
@axe_test
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing_on_any_kind_of_page(site: Path, big_index: Path, visit: Callable[..., Page], width: int, scheme: str) -> None:
    places = [
        (site / "index.html", ""),
        (site / "index.html", "#group=cause"),
        (big_index, "#page=3"),
        (big_index.with_name("list-2.html"), ""),
        (site / "delivery.html", ""),
        *((site / page_path(name), "") for name in ARTICLES),
    ]
    found = []
    for place, fragment in places:
        page = visit(place, fragment, viewport={"width": width, "height": 900}, color_scheme=scheme)
        page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
        page.evaluate(AXE.read_text(encoding="utf-8"))
        answer = page.evaluate("tags => axe.run(document, {runOnly: tags})", WCAG)
        found += [(place.name, one["id"], node["html"][:160]) for one in answer["violations"] for node in one["nodes"]]
    assert found == []


@browser_test
def test_focus_is_seen_and_goes_from_top_to_bottom(site: Path, visit: Callable[..., Page]) -> None:
    page = visit(site / "wire/zh-ferry.txt.html")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    tops = []
    for _ in range(12):
        page.keyboard.press("Tab")
        tops.append(
            page.evaluate(
                "[document.activeElement.getBoundingClientRect().left > 850, document.activeElement.getBoundingClientRect().top + scrollY]"
            )
        )
        assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
    for column in (False, True):
        heights = [top for right, top in tops if right is column]
        assert heights == sorted(heights)


@browser_test
def test_nothing_moves_for_readers_who_asked_for_calm(site: Path, visit: Callable[..., Page]) -> None:
    page = visit(site / "wire/zh-ferry.txt.html")
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"
    moving = visit(site / "wire/zh-ferry.txt.html", reduced_motion="no-preference")
    assert moving.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "smooth"
