"""The editors' pages in a real browser: what an editor does with them, and what a hostile article cannot do."""

from __future__ import annotations

import os
import re
import shutil
import time
from collections.abc import Callable, Iterator
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.model import BatchFinding, Claims, Place, RuleCode, Severity
from checks.out.html import Shares, article_page, delivery_page, index_page, row, rule_book, write_delivery, write_site
from checks.out.html.index import PER_PAGE
from checks.out.html.words import LANGUAGES, words
from checks.out.summary import Cause, IndexRow, page_path
from checks.pipeline import Desk, check
from checks.read import read
from checks.rules import RULES
from checks.rules.company import COMPANY
from tests import page_helpers as made
from tests.conftest import ROOT, SEEDS

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Dialog, Page

CHROMIUM = os.environ.get("COPYDESK_CHROMIUM") or shutil.which("chromium") or ""
AXE = Path(os.environ.get("COPYDESK_AXE") or ROOT / "node_modules/axe-core/axe.min.js")
browser_test = pytest.mark.skipif(not CHROMIUM, reason="needs chromium: apt-get install chromium, or set COPYDESK_CHROMIUM")
axe_test = pytest.mark.skipif(not AXE.is_file(), reason=f"needs axe-core: npm install axe-core, or set COPYDESK_AXE (looked in {AXE})")
WIDTHS = (1280, 768, 390)
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
FOUND = [
    BatchFinding(
        RuleCode("COR101"), Severity.ERROR, "two files hold the same bytes", places=(Place("wire/zh-ferry.txt"), Place("wire/nb-kai.txt"))
    ),
    BatchFinding(RuleCode("COR999"), Severity.WARNING, "25 % of the articles name their source; at least 60 % should."),
]


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pages of one article of each kind."""
    out = tmp_path_factory.mktemp("site")
    reports = made.delivery()
    rows = write_site(out, ((one.statement, one.document) for one in reports), rules=made.RULES)
    write_delivery(out, FOUND, rows, rules=[*made.RULES, *COMPANY], before=Shares(0.5, 0.25, 0.5, 0.5, 0.5))
    return out


def many(count: int) -> list[IndexRow]:
    """Lines of an index, with outlets, causes, dates and languages in fixed turns."""
    verdicts, tongues = ("FAILED", "WARNED", "PASSED", "PASSED"), ("en", "zh", "nb", "ar", "de")
    causes = (Cause("NAV901", "error", 2), Cause("DAT901", "warning", 1), Cause("SRC901", "note", 1))
    return [
        IndexRow(
            path=f"wire/{n:05}.txt",
            href=f"wire/{n:05}.txt.html",
            verdict=verdicts[n % 4],
            headline=f"Headline number {n} about the harbour",
            publisher=f"Outlet {n % 40}",
            date=f"2024-{n % 12 + 1:02}-{n % 28 + 1:02}",
            language=tongues[n % 5],
            charset="utf-8",
            causes=causes[n % 4 :],
            junk_share=n % 10 / 10,
        )
        for n in range(count)
    ]


@pytest.fixture(scope="session")
def big_index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An index of 20,000 articles."""
    place = tmp_path_factory.mktemp("big") / "index.html"
    place.write_text(index_page(many(20_000), rules=made.RULES), encoding="utf-8")
    return place


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's chromium."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture
def visit(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Opens a file as a page; afterwards no page may have complained, or asked for anything but files."""
    faults: list[str] = []
    contexts = []

    def dismissed(dialog: Dialog) -> None:
        faults.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def opened(place: Path, fragment: str = "", **options: Any) -> Page:
        context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, "reduced_motion": "reduce", **options})
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: faults.append(message.text) if message.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("dialog", dismissed)
        page.on("request", lambda request: faults.append(request.url) if not request.url.startswith("file:") else None)
        page.goto(address(place) + fragment)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert faults == []


def address(place: Path) -> str:
    """The file: address of a page."""
    return "file://" + quote(str(place))


def headlines(page: Page) -> list[str]:
    """The headlines that the list shows."""
    return page.locator("#list .card a").all_inner_texts()


def shown(page: Page, count: int) -> None:
    """Wait until the list shows so many articles."""
    from playwright.sync_api import expect

    expect(page.locator("#list .card")).to_have_count(count)


def copied(page: Page) -> None:
    """Wait until the page says that something was copied."""
    from playwright.sync_api import expect

    expect(page.locator("#said")).to_have_text("Copied")


def unmarked(page: Page) -> str:
    """The text of an article page with the marks taken away."""
    found: str = page.evaluate(
        """() => {
            const copy = document.querySelector("#text").cloneNode(true);
            copy.querySelectorAll(".sn, .n, .k, summary, b").forEach(n => n.remove());
            copy.querySelectorAll(".t").forEach(n => n.replaceWith(String.fromCodePoint(parseInt(n.dataset.u, 16))));
            return [...copy.querySelectorAll("p")].map(p => p.textContent).join("\\n");
        }"""
    )
    return found


ARTICLES = [one.statement.subject[0].name for one in made.delivery()]


@browser_test
@pytest.mark.parametrize("name", ARTICLES)
def test_the_page_without_its_marks_is_the_text_of_the_file(site: Path, visit: Callable[..., Page], name: str) -> None:
    document = next(one.document for one in made.delivery() if one.statement.subject[0].name == name)
    page = visit(site / page_path(name))
    assert unmarked(page) == "\n".join(document.lines)


@browser_test
@pytest.mark.shared
def test_the_real_articles_without_their_marks_are_the_text_of_their_files(tmp_path: Path, visit: Callable[..., Page]) -> None:
    for place in sorted(SEEDS.glob("00*.txt")):
        report = check(place.read_bytes(), place.name, Desk())
        out = tmp_path / f"{place.name}.html"
        out.write_text(article_page(report.statement, report.document, rules=RULES), encoding="utf-8")
        assert unmarked(visit(out)) == "\n".join(report.document.lines)


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
    from checks.out.html import write_index

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
def test_a_fact_opens_its_reasons_and_leads_to_its_evidence(site: Path, visit: Callable[..., Page]) -> None:
    page = visit(site / "wire/zh-ferry.txt.html")
    fact = page.locator(".fact[data-fact=datePublished]")
    assert "7 November 2021" in fact.inner_text()
    fact.locator("summary").click()
    assert "read as 7 November, not 11 July, because the text reports an event of 5 November" in fact.inner_text()
    assert "It can be read as 7 November 2021 and 11 July 2021." in fact.inner_text()
    fact.locator("a.q").first.click()
    lit = page.locator("#text .on")
    assert lit.all_inner_texts() == ["07/11/2021"]
    assert lit.first.evaluate("n => {const b = n.getBoundingClientRect(); return b.top >= 0 && b.bottom <= innerHeight}")


@browser_test
def test_a_missing_fact_is_an_empty_slot_and_no_mark_on_good_text(site: Path, visit: Callable[..., Page]) -> None:
    page = visit(site / "wire/zh-ferry.txt.html")
    assert page.locator(".fact[data-fact=publisher] .slot").inner_text() == "not found"
    assert page.locator(".fact[data-fact=publisher] .slot").evaluate("n => getComputedStyle(n).borderStyle") == "dashed"
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
    assert page.locator("#text .on .t").get_attribute("data-u") == "fffd"
    page.keyboard.press("p")
    page.keyboard.press("p")
    assert page.inner_text("#at") == "3 of 3"
    page.keyboard.press("]")
    page.wait_for_url("**/en-library.txt.html")
    page.keyboard.press("[")
    page.wait_for_url("**/de-encoding.txt.html")


@browser_test
def test_side_notes_do_not_cover_the_text(site: Path, visit: Callable[..., Page]) -> None:
    for width in WIDTHS:
        page = visit(site / "wire/de-encoding.txt.html", viewport={"width": width, "height": 900})
        overlaps = page.evaluate(
            """() => {
                const notes = [...document.querySelectorAll(".sn")].map(n => n.getBoundingClientRect());
                const texts = [];
                const walk = document.createTreeWalker(document.querySelector("#text"), NodeFilter.SHOW_TEXT);
                for (let n; n = walk.nextNode();) {
                    if (n.parentElement.closest(".sn")) continue;
                    const range = document.createRange();
                    range.selectNodeContents(n);
                    texts.push(...range.getClientRects());
                }
                return notes.flatMap(a => texts.filter(b =>
                    a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1)).length;
            }"""
        )
        assert overlaps == 0
        assert page.locator(".sn").count() == 3


@browser_test
@pytest.mark.parametrize(
    "name", ["index.html", "delivery.html", "wire/nb-kai.txt.html", page_path(made.hostile().statement.subject[0].name)]
)
def test_no_page_scrolls_sideways(site: Path, visit: Callable[..., Page], name: str) -> None:
    for width in (*WIDTHS, 320):
        page = visit(site / name, viewport={"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@browser_test
def test_bytes_and_characters_that_cannot_be_seen_are_shown_with_their_reading(site: Path, visit: Callable[..., Page]) -> None:
    page = visit(site / "wire/de-encoding.txt.html")
    tokens = page.locator("#text .t").all_inner_texts()
    assert [token.split()[0] for token in tokens] == ["\\xE4", "\\xF6", "ZWSP"]
    assert page.locator("#text .t").nth(2).get_attribute("title") == "zero-width space, U+200B"


@browser_test
def test_right_to_left_text_runs_from_the_right_and_names_its_language(site: Path, visit: Callable[..., Page]) -> None:
    page = visit(site / "wire/ar-library.txt.html")
    assert page.get_attribute("#text", "lang") == "ar"
    for line in page.locator("#text .body p").all():
        if not line.inner_text():
            continue
        gap = line.evaluate(
            """p => {
                const range = document.createRange();
                range.selectNodeContents(p);
                const rights = [...range.getClientRects()].map(one => one.right);
                return p.getBoundingClientRect().right - Math.max(...rights);
            }"""
        )
        assert gap <= 2
        assert line.evaluate("p => getComputedStyle(p).unicodeBidi") == "plaintext"


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


class Lines(HTMLParser):
    """Reads the text of an article page back, line by line, without a browser."""

    def __init__(self) -> None:
        super().__init__()
        self.inside = False
        self.skipping = 0
        self.lines: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open a line, or begin what is no text of the file; a token is the character it stands for."""
        given = dict(attrs)
        classes = (given.get("class") or "").split()
        if tag == "div" and given.get("id") == "text":
            self.inside = True
        elif not self.inside:
            return
        elif tag == "p":
            self.skipping = int("k" in classes)
            self.lines += [] if self.skipping else [""]
        elif tag in ("i", "summary", "small", "b", "a"):
            self.skipping += 1
            if tag == "i":
                self.lines[-1] += chr(int(given["data-u"] or "", 16))

    def handle_endtag(self, tag: str) -> None:
        """End what is no text of the file."""
        if tag in ("div", "details"):
            self.skipping = 1  # until the next line begins
        elif tag in ("i", "summary", "small", "b", "a"):
            self.skipping = max(0, self.skipping - 1)
        elif tag == "section":
            self.inside = False

    def handle_data(self, data: str) -> None:
        """Add to the line."""
        if self.inside and not self.skipping and self.lines:
            self.lines[-1] += data


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=300), st.binary(max_size=60))
def test_any_bytes_make_a_page_that_gives_them_back(text: str, tail: bytes) -> None:
    raw = text.encode() + tail
    report = check(raw, "any.txt", Desk())
    page = Lines()
    page.feed(article_page(report.statement, raw, rules=RULES))
    page.close()
    if report.document.encoding.decided_by != "binary":
        assert page.lines == list(report.document.lines)


def test_a_page_is_written_again_only_when_its_report_changed(tmp_path: Path) -> None:
    reports = made.delivery()
    articles = [(one.statement, one.document) for one in reports]
    write_site(tmp_path, articles, rules=made.RULES)
    places = {place: place.stat().st_mtime_ns for place in tmp_path.glob("wire/*.html")}
    changed = made.Maker(made.ENGLISH, "wire/en-library.txt").report(Claims())
    again = [(changed.statement, changed.document) if s.subject[0].name == "wire/en-library.txt" else (s, d) for s, d in articles]
    time.sleep(0.02)
    write_site(tmp_path, again, rules=made.RULES)
    touched = {place.name for place, at in places.items() if place.stat().st_mtime_ns != at}
    assert touched == {"en-library.txt.html"}
    write_site(tmp_path, again, rules=made.RULES, language="de")
    assert all(place.stat().st_mtime_ns != at for place, at in places.items())


def test_the_same_reports_give_the_same_pages(tmp_path: Path) -> None:
    first, second = tmp_path / "a", tmp_path / "b"
    for out in (first, second):
        write_site(out, ((one.statement, one.document) for one in made.delivery()), rules=made.RULES)
    pages = sorted(place.relative_to(first) for place in first.rglob("*.html"))
    assert pages
    assert all((first / one).read_bytes() == (second / one).read_bytes() for one in pages)


def test_no_name_of_an_article_leads_out_of_the_folder_or_over_another_page() -> None:
    for name in ("../../etc/passwd", "/abs/olute.txt", "a/./b/../c.txt", "..\\up.txt", "", "index", "delivery", "list-1"):
        place = page_path(name)
        assert not place.startswith("/")
        assert ".." not in place.split("/")
        assert place not in ("index.html", "delivery.html", "list-1.html")


def test_a_page_weighs_little_beyond_its_text() -> None:
    for one in made.delivery():
        html = article_page(one.statement, one.document, rules=made.RULES, digest="0" * 32)
        assert len(html.encode()) - len(one.document.raw) <= 25_000


def test_a_line_of_megabytes_is_shown_to_its_limit_and_the_page_says_so() -> None:
    report = check(b"A long line <with> marks. " * 80_000, "long.txt", Desk())
    html = article_page(report.statement, report.document, rules=RULES)
    assert len(html) < 700_000
    assert "The text is longer than can be shown here" in html


def test_every_catalogue_has_the_phrases_and_the_blanks_of_the_english_one() -> None:
    import tomllib

    from checks.out.html.words import _flattened

    tables = {
        language: _flattened(tomllib.loads((ROOT / f"checks/out/words/{language}.toml").read_text("utf-8"))) for language in LANGUAGES
    }
    for language, table in tables.items():
        missing = {key for key in tables["en"] if key not in table and not key.endswith(".one")}
        assert not missing, f"{language} lacks {sorted(missing)}"
        assert not set(table) - set(tables["en"]), f"{language} has more than English"
        for key, phrase in table.items():
            blanks = set(re.findall(r"\{(\w+)\}", str(phrase)))
            assert blanks == set(re.findall(r"\{(\w+)\}", str(tables["en"][key]))) or (
                key.endswith(".one") and blanks <= {"all", "failed", "what"}
            ), f"{language}: {key}"
        assert len(table["date.months"]) == 12


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_are_made_in_every_language_of_the_interface(language: str) -> None:
    reports = made.delivery()
    rows = [row(one.statement) for one in reports]
    assert f'<html lang="{language}">' in index_page(rows, rules=made.RULES, language=language)
    assert delivery_page(FOUND, rows, rules=[*made.RULES, *COMPANY], language=language)
    page = article_page(reports[0].statement, reports[0].document, rules=made.RULES, language=language)
    assert words(language)("article.provenance") in page


def test_every_rule_has_an_editors_title_explanation_and_advice() -> None:
    for one in rule_book([*RULES, *COMPANY]).values():
        assert one.title.endswith((".", "!")), one.code
        assert one.explanation, one.code
        assert one.advice, one.code


@browser_test
@axe_test
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing_on_any_kind_of_page(site: Path, big_index: Path, visit: Callable[..., Page], width: int, scheme: str) -> None:
    places = [
        (site / "index.html", ""),
        (site / "index.html", "#group=cause"),
        (big_index, "#page=3"),
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


def test_a_document_or_its_bytes_give_the_same_page() -> None:
    one = made.damaged()
    from_bytes = article_page(one.statement, one.document.raw, rules=made.RULES)
    assert from_bytes == article_page(one.statement, read(one.document.raw, "x"), rules=made.RULES)
