"""An article's page in a real browser: what an editor does with it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from checks.model import Claims, Severity
from checks.out.html import article_page, rule_book, write_site
from checks.pipeline import Desk, check
from checks.rules import RULES
from tests.conftest import SEEDS
from tests.pages import made
from tests.pages.browsing import address, browser_test, copied, fact

if TYPE_CHECKING:
    from playwright.sync_api import Page


@browser_test
def test_why_is_this_held_and_what_to_do_is_one_click_from_the_index(site: Path, visit: Callable[..., Page]) -> None:
    page = visit(site / "index.html")
    page.click("text=湖东市与海西镇签署渡轮航线合作协议")
    cause = page.locator(".cause").first
    assert "Related headlines were left in the text." in cause.inner_text()
    assert "Cut the marked lines" in cause.inner_text()
    page.keyboard.press("u")
    page.wait_for_selector("#list")


@browser_test
@pytest.mark.shared
def test_the_real_articles_say_what_was_found_and_what_to_do_within_two_clicks(tmp_path: Path, visit: Callable[..., Page]) -> None:
    reports = [check(place.read_bytes(), place.name, Desk()) for place in sorted(SEEDS.glob("00*.txt"))]
    write_site(tmp_path, ((one.statement, one.document) for one in reports), rules=RULES)
    page = visit(tmp_path / "index.html")
    assert page.inner_text("h1") == "0 of 5 articles are ready, 5 need a look."
    for headline in page.locator("#list .card a").all_inner_texts():
        page.get_by_role("link", name=headline, exact=True).click()
        told = page.locator(".found").inner_text()
        assert "What to do" in told
        cause = page.locator(".cause[id]").first
        assert cause.locator("h4").inner_text()[1:] in [one.title for one in rule_book(RULES).values()]
        cause.locator("a.q").first.or_(page.locator(".cause[id] summary").nth(1)).first.click()
        page.goto(address(tmp_path / "index.html"))


@browser_test
def test_a_fact_opens_its_reasons_and_leads_to_its_evidence(site: Path, visit: Callable[..., Page]) -> None:
    page = visit(site / "wire/zh-ferry.txt.html")
    published = fact(page, "Published")
    assert "7 November 2021" in published.inner_text()
    published.locator("summary").click()
    assert "read as 7 November, not 11 July, because the text reports an event of 5 November" in published.inner_text()
    assert "It can be read as 7 November 2021 and 11 July 2021." in published.inner_text()
    published.locator("a.q").first.click()
    lit = page.locator("#text .on")
    assert lit.all_inner_texts() == ["07/11/2021"]
    assert lit.first.evaluate("n => {const b = n.getBoundingClientRect(); return b.top >= 0 && b.bottom <= innerHeight}")


@browser_test
def test_a_missing_fact_is_an_empty_slot_and_no_mark_on_good_text(site: Path, visit: Callable[..., Page]) -> None:
    page = visit(site / "wire/zh-ferry.txt.html")
    outlet = fact(page, "Outlet").locator(".slot")
    assert outlet.inner_text() == "not found"
    assert outlet.evaluate("n => getComputedStyle(n).borderStyle") == "dashed"
    ready = visit(site / "wire/en-library.txt.html")
    assert ready.locator("#text mark").count() == 0
    assert "Nothing was found" in ready.inner_text(".found")


@browser_test
def test_a_deep_link_opens_the_fold_that_holds_its_place(site: Path, visit: Callable[..., Page]) -> None:
    page = visit(site / "wire/nb-kai.txt.html")
    assert not page.is_visible("text=Eiendom")
    page = visit(site / "wire/nb-kai.txt.html", "#L16")
    assert page.is_visible("text=Eiendom")
    page = visit(site / "wire/zh-ferry.txt.html", "#c2")
    assert page.evaluate("document.activeElement.id") == "c2"


@browser_test
def test_leftovers_fold_and_unfold_together(site: Path, visit: Callable[..., Page]) -> None:
    page = visit(site / "wire/nb-kai.txt.html")
    page.click("[data-fold]")
    assert page.locator("details.junk[open]").count() == 0
    page.keyboard.press("f")
    assert page.locator("details.junk[open]").count() == page.locator("details.junk").count() == 2


@browser_test
def test_as_cleaned_shows_the_article_alone_beside_the_text_as_received(site: Path, visit: Callable[..., Page]) -> None:
    page = visit(site / "wire/zh-ferry.txt.html")
    page.check("input[value=both]")
    assert "相关新闻" not in page.locator(".copy:not(#text)").inner_text()
    assert "渡轮" in page.locator(".copy:not(#text)").inner_text()
    assert page.is_visible("#text >> text=相关新闻")
    left, right = page.locator("#text").bounding_box(), page.locator(".copy:not(#text)").bounding_box()
    assert left
    assert right
    assert left["x"] + left["width"] <= right["x"]
    page.check("input[value=clean]")
    assert not page.is_visible("#text >> text=相关新闻")


@browser_test
def test_findings_and_articles_are_stepped_through_with_keys(site: Path, visit: Callable[..., Page]) -> None:
    page = visit(site / "wire/de-encoding.txt.html")
    page.keyboard.press("n")
    assert page.inner_text("#at") == "1 of 3"
    page.keyboard.press("j")
    assert page.inner_text("#at") == "2 of 3"
    assert page.locator("#text .on i").inner_text().startswith("\\xF6")
    page.keyboard.press("p")
    page.keyboard.press("p")
    assert page.inner_text("#at") == "3 of 3"
    page.keyboard.press("]")
    page.wait_for_url("**/en-library.txt.html")
    page.keyboard.press("[")
    page.wait_for_url("**/de-encoding.txt.html")


@browser_test
def test_a_waiver_and_a_request_can_be_copied(site: Path, visit: Callable[..., Page]) -> None:
    import tomllib

    page = visit(site / "wire/zh-ferry.txt.html", permissions=["clipboard-read", "clipboard-write"])
    page.locator(".link").first.click()
    copied(page)
    waiver = tomllib.loads(page.evaluate("navigator.clipboard.readText()"))["waiver"][0]
    assert (waiver["code"], waiver["path"]) == ("NAV901", "wire/zh-ferry.txt")
    assert waiver["reason"] == waiver["who"] == ""
    page.evaluate("document.querySelector('#said').textContent = ''")
    page.click("[data-request]")
    copied(page)
    request = page.evaluate("navigator.clipboard.readText()")
    assert "Please correct: 湖东市与海西镇签署渡轮航线合作协议" in request
    assert "1. Related headlines were left in the text." in request
    assert "07/11/2021 is 7 November or 11 July" in request


@browser_test
def test_an_article_prints_with_everything_unfolded(site: Path, visit: Callable[..., Page], tmp_path: Path) -> None:
    page = visit(site / "wire/nb-kai.txt.html")
    printed = page.pdf(path=str(tmp_path / "article.pdf"), format="A4")
    assert printed.startswith(b"%PDF")
    page.emulate_media(media="print")
    assert not page.is_visible(".bar")
    assert page.is_visible(".cause >> nth=0")
    assert page.locator("details.junk").last.evaluate("n => n.getBoundingClientRect().height") > 100


@browser_test
def test_many_kinds_of_leftovers_are_told_under_one_advice(tmp_path: Path, visit: Callable[..., Page]) -> None:
    lines = [("title", "Bridge opens"), ("body", "The bridge opened on Monday."), *[("junk:ad", f"Leftover {n}") for n in range(3)]]
    m = made.Maker(lines, "wire/three.txt")
    found = [m.finding(f"NAV00{n + 2}", Severity.WARNING, f"a kind: reason {n}", f"Leftover {n}") for n in range(3)]
    report = m.report(Claims(), *found, m.finding("SRC001", Severity.WARNING, "no outlet"))
    place = tmp_path / "three.html"
    place.write_text(article_page(report.statement, m.document, rules=RULES), encoding="utf-8")
    page = visit(place)
    assert page.locator(".cause[id] h4 b").all_inner_texts() == ["1", "2", "3", "4"]
    rest = page.locator(".rest")
    assert rest.locator(".cause").count() == 3
    assert " ".join(rest.inner_text().split()).startswith("Leftovers of the web page What to do Take the marked lines out.")
    rest.locator("summary").first.click()
    assert "Reason 0 Leftover 0 line 3" in " ".join(rest.inner_text().split())


@browser_test
def test_numbers_in_the_text_are_named_for_screen_readers(site: Path, visit: Callable[..., Page]) -> None:
    page = visit(site / "wire/zh-ferry.txt.html")
    names = {one.get_attribute("aria-label") for one in page.locator("#text a").all()}
    assert "Finding 2: The date can be read in two ways." in names
    assert None not in names


@browser_test
def test_a_page_told_in_the_fewest_words_does_all_that_others_do(tmp_path: Path, visit: Callable[..., Page]) -> None:
    codes = sorted(one.code for one in RULES)[:40]
    lines = [(kind, f"{n} {kind[:4]} of the table") for n in range(40) for kind in ("body", "junk:tags")]
    m = made.Maker([("title", "A table"), *lines], "wire/table.txt")
    report = m.report(Claims(), *[m.finding(code, Severity.WARNING, "said of it", f"{n} body ") for n, code in enumerate(codes)])
    place = tmp_path / "page.html"
    place.write_text(article_page(report.statement, m.document, rules=RULES))
    page = visit(place, "#c30", permissions=["clipboard-read", "clipboard-write"])
    assert page.locator(".found details").count() == 0
    assert page.evaluate("document.activeElement.id") == "c30"
    page.click("[data-request]")
    copied(page)
    assert "30. " in page.evaluate("navigator.clipboard.readText()").partition("   - line 60\n31. ")[0]
    assert page.locator(".cause .link").count() == len(codes)
    assert page.is_visible("#text >> text=7 junk")
    page.check("input[value=both]")
    assert "junk" not in page.locator(".copy:not(#text)").inner_text()
    page.check("input[value=clean]")
    assert not page.is_visible("#text >> text=7 junk")
    assert page.is_visible("#text >> text=7 body")


@browser_test
def test_side_by_side_a_letter_that_was_lost_is_seen_to_be_missing(site: Path, visit: Callable[..., Page]) -> None:
    page = visit(site / "wire/de-encoding.txt.html")
    page.check("input[value=both]")
    cleaned = page.locator(".copy:not(#text)").inner_text()
    assert "K\ufffdthe M\ufffdller am Montag" in cleaned
    assert "sammelt weiter" in cleaned
