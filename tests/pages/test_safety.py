"""Articles that try to act, and what a page allows."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING

from checks.out.summary import page_path
from tests.pages import made
from tests.pages.browsing import browser_test

if TYPE_CHECKING:
    from playwright.sync_api import Page


@browser_test
def test_a_hostile_article_is_inert(site: Path, visit: Callable[..., Page]) -> None:
    for name in ("index.html", "delivery.html", page_path(made.hostile().statement.subject[0].name)):
        page = visit(site / name)
        page.wait_for_timeout(100)
        assert "owned" not in page.title()
        assert page.locator("img, iframe, object, [onerror], [onx], #text [style], #text script").count() == 0
        assert page.locator("h1:has-text('owned')").count() == 0
        assert page.locator("a[href^='javascript' i]").count() == 0
        assert page.is_visible("main")


def test_pages_allow_nothing_but_their_own_style_and_script(site: Path) -> None:
    for place in site.rglob("*.html"):
        html = place.read_text(encoding="utf-8")
        policy = unescape(re.search(r'Content-Security-Policy content="([^"]*)"', html)[1])  # type: ignore[index]
        assert policy.startswith("default-src 'none'; style-src 'sha256-")
        assert "unsafe" not in policy
        assert not re.search(r'(?:src|srcset|@import|url\()\s*=?\s*["\']?(?:https?:)?//', html)


def test_bidi_controls_and_other_acting_characters_are_in_no_page(site: Path) -> None:
    acting = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
    for place in site.rglob("*.html"):
        assert not acting.search(place.read_text(encoding="utf-8"))


def test_no_name_of_an_article_leads_out_of_the_folder_or_over_another_page() -> None:
    for name in ("../../etc/passwd", "/abs/olute.txt", "a/./b/../c.txt", "..\\up.txt", "", "index", "delivery", "list-1"):
        place = page_path(name)
        assert not place.startswith("/")
        assert ".." not in place.split("/")
        assert place not in ("index.html", "delivery.html", "list-1.html")
