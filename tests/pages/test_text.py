"""The text on an article's page: nothing lost, nothing covered, what cannot be seen shown."""

from __future__ import annotations

import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.model import Claims
from checks.out.html import article_page
from checks.out.html.article import LARGEST
from checks.out.html.inline import inlined
from checks.out.html.tokens import SHORT
from checks.out.summary import page_path
from checks.pipeline import Desk, check
from checks.read import read
from checks.rules import RULES
from checks.statement import InsetSegment
from tests.conftest import SEEDS
from tests.pages import made
from tests.pages.browsing import ARTICLES, WIDTHS, browser_test, unmarked

if TYPE_CHECKING:
    from playwright.sync_api import Page

CODES = {shown: code for code, shown in SHORT.items()}


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
def test_side_notes_do_not_cover_the_text(site: Path, visit: Callable[..., Page]) -> None:
    for width in WIDTHS:
        page = visit(site / "wire/de-encoding.txt.html", viewport={"width": width, "height": 900})
        overlaps = page.evaluate(
            """() => {
                const notes = [...document.querySelectorAll(".copy p > small")].map(n => n.getBoundingClientRect());
                const texts = [];
                const walk = document.createTreeWalker(document.querySelector("#text"), NodeFilter.SHOW_TEXT);
                for (let n; n = walk.nextNode();) {
                    if (n.parentElement.closest(".copy p > small")) continue;
                    const range = document.createRange();
                    range.selectNodeContents(n);
                    texts.push(...range.getClientRects());
                }
                return notes.flatMap(a => texts.filter(b =>
                    a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1)).length;
            }"""
        )
        assert overlaps == 0
        assert page.locator(".copy p > small").count() == 3


@browser_test
def test_bytes_and_characters_that_cannot_be_seen_are_shown_with_their_reading(site: Path, visit: Callable[..., Page]) -> None:
    page = visit(site / "wire/de-encoding.txt.html")
    tokens = page.locator("#text i").all_inner_texts()
    assert [token.split()[0] for token in tokens] == ["\\xE4", "\\xF6", "ZWSP"]
    assert page.locator("#text i").nth(2).get_attribute("title") == "zero-width space, U+200B"


@browser_test
def test_right_to_left_text_runs_from_the_right_and_names_its_language(site: Path, visit: Callable[..., Page]) -> None:
    page = visit(site / "wire/ar-library.txt.html")
    assert page.get_attribute("#text", "lang") == "ar"
    for line in page.locator("#text > p").all():
        if not line.inner_text():
            continue
        gap = line.evaluate(
            """p => {
                const range = document.createRange();
                range.selectNodeContents(p);
                const rights = [...range.getClientRects()].map(one => one.right);
                return p.getBoundingClientRect().right - parseFloat(getComputedStyle(p).paddingRight) - Math.max(...rights);
            }"""
        )
        assert gap <= 2
        assert line.evaluate("p => getComputedStyle(p).unicodeBidi") == "plaintext"


class Lines(HTMLParser):
    """Reads the text of an article page back, line by line, without a browser."""

    def __init__(self) -> None:
        super().__init__()
        self.inside = False
        self.skipping = 0
        self.token: str | None = None
        self.lines: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open a line, or begin what is no text of the file."""
        given = dict(attrs)
        classes = (given.get("class") or "").split()
        if tag == "div" and given.get("id") == "text":
            self.inside = True
        elif not self.inside:
            return
        elif tag == "p":
            self.skipping = int("k" in classes)
            self.lines += [] if self.skipping else [""]
        elif tag == "i":
            self.token = ""
        elif tag in ("summary", "small", "b", "a"):
            self.skipping += 1

    def handle_endtag(self, tag: str) -> None:
        """End what is no text of the file; a token is the character that it stands for."""
        if tag in ("div", "details"):
            self.skipping = 1  # until the next line begins
        elif tag == "i" and self.token is not None:
            shown, _, many = self.token.partition(" ×")
            _, known, code = shown.partition("U+")
            spelled = int(code, base=16) if known else 0xFFFD
            self.lines[-1] += chr(CODES.get(shown, spelled)) * int(many or 1)
            self.token = None
        elif tag in ("summary", "small", "b", "a"):
            self.skipping = max(0, self.skipping - 1)
        elif tag == "section":
            self.inside = False

    def handle_data(self, data: str) -> None:
        """Add to the line or to the token."""
        if self.token is not None:
            self.token += data
        elif self.inside and not self.skipping and self.lines:
            self.lines[-1] += data


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=300), st.binary(max_size=60))
def test_any_bytes_make_a_page_that_gives_them_back(text: str, tail: bytes) -> None:
    raw = text.encode() + tail
    report = check(raw, "any.txt", Desk())
    page = Lines()
    page.feed(article_page(report.statement, raw, rules=RULES))
    page.close()
    if report.document.encoding.decided_by != "binary":
        assert "\n".join(page.lines) == "\n".join(report.document.lines)


def test_characters_alike_that_do_not_show_are_one_token_with_their_number() -> None:
    raw = "Bridge opens\n\nThe\u200b\u200b\u200b bridge\u200b\u200b\u200b\u200b\u200b opened on Monday.\n".encode()
    report = check(raw, "alike.txt", Desk())
    html = article_page(report.statement, report.document, rules=RULES)
    inside = html[html.index("<div id=text") :]
    assert [re.sub(r"<i[^>]*>", "<i>", one) for one in re.findall(r"<i.*?</i>", inside)] == ["<i>ZWSP</i>"] * 3 + ["<i>ZWSP ×5</i>"]


@pytest.mark.parametrize(("char", "sign"), [("\x93", "␦"), ("\u200b", "␦"), ("\ufffd", "\ufffd")])
def test_a_file_full_of_what_does_not_show_has_a_small_page_that_says_so(char: str, sign: str) -> None:
    raw = ("Bridge opens\n\n" + "".join(f"Word {n}{char} of the {n} bridge. " for n in range(3_000))).encode()
    report = check(raw, "full.txt", Desk())
    html = article_page(report.statement, report.document, rules=RULES)
    assert "from here on ␦ stands for each character that does not show" in html
    assert f"Word 2999{sign} of" in html
    assert char == sign or char not in html
    assert len(html.encode()) - len(report.document.text.encode()) <= LARGEST + 3_000 * (len(sign.encode()) - len(char.encode()))


def test_paragraphs_are_joined_and_leftovers_between_them_stay_set_off() -> None:
    few = "<p>one<p>two<p class=junk>three<p>four<p id=L5>five<p class=junk>six <b>!</b><p>seven<p class=junk>eight<p class=k>tags</div>"
    assert inlined(few) == few.replace("one<p>two", "one\ntwo")
    turns = "".join(f"<p>article {n}<p class=junk>left <b>{n}</b><p class=junk>over {n}" for n in range(3))
    told = "<p>".join(f"article {n}<p>left <b>{n}</b>\nover {n}" for n in range(3))
    assert inlined(f"<p class=junk>zero{turns}<p id=L5>five") == f"<p class=junk>zero<div class=t><p>{told}</div><p id=L5>five"


def test_a_file_that_changes_all_the_time_between_article_and_leftovers_has_a_small_page_that_gives_it_back() -> None:
    lines = [(kind, f"{n} {kind[:4]} of the table") for n in range(1_000) for kind in ("body", "junk:tags")]
    m = made.Maker([("title", "A table"), *lines], "wire/table.txt")
    html = article_page(m.report(Claims()).statement, m.document, rules=RULES)
    assert html.count("<p>") > 1_800
    page = Lines()
    page.feed(html)
    page.close()
    assert "\n".join(page.lines) == "\n".join(m.document.lines)
    assert len(html.encode()) - len(m.document.raw) <= LARGEST


def test_a_line_of_megabytes_is_shown_to_its_limit_and_the_page_says_so() -> None:
    report = check(b"A long line <with> marks. " * 80_000, "long.txt", Desk())
    html = article_page(report.statement, report.document, rules=RULES)
    assert len(html) < 700_000
    assert "The text is longer than can be shown here" in html


def test_a_document_or_its_bytes_give_the_same_page() -> None:
    one = made.damaged()
    from_bytes = article_page(one.statement, one.document.raw, rules=made.RULES)
    assert from_bytes == article_page(one.statement, read(one.document.raw, "x"), rules=made.RULES)


def marked(html: str, name: str) -> str:
    """The text under everything that carries an id of evidence."""
    found = re.findall(rf'<(mark|span)(?=[^>]*(?: id={name}\b|data-e="[^"]*\b{name}\b))[^>]*>(.*?)</\1>', html, re.DOTALL)
    return "".join(inner for _, inner in found)


def test_evidence_of_a_fact_is_marked_to_its_end_however_long_it_is() -> None:
    lines = [("title", "A long quotation"), *[("body", f"Sentence {n} of the long quotation, which goes on. " * 4) for n in range(3)]]
    m = made.Maker(lines, "wire/long.txt")
    whole = "\n".join(text for _, text in lines[1:])
    report = m.report(Claims(usage_info=m.stated("quoted", whole)))
    place = next(one for one in report.statement.predicate.evidence if one.reaches)
    assert place.reaches == len(m.document.text)
    assert marked(article_page(report.statement, m.document, rules=RULES), place.id) == whole.replace("\n", "")


def test_a_stretch_of_another_kind_inside_a_line_is_set_off_and_left_out_of_the_cleaned_view() -> None:
    m = made.Maker(
        [("title", "Bridge opens"), ("meta", "3 May 2024 | Print | Nora Lindqvist"), ("body", "The bridge opened.")], "wire/inset.txt"
    )
    span = m.at("Print")
    report = m.report(Claims())
    predicate = msgspec.structs.replace(
        report.statement.predicate, insets=(InsetSegment(start=span.start, end=span.end, kind="junk:ui-control"),)
    )
    html = article_page(msgspec.structs.replace(report.statement, predicate=predicate), m.document, rules=RULES)
    assert '3 May 2024 | <span class="inset junk" title="Buttons of the page">Print</span> | Nora Lindqvist' in html


def test_a_stretch_in_another_encoding_shows_how_each_of_its_bytes_reads() -> None:
    sound = "Sjön låg stilla, och på bryggan stod en åldrig båt som ingen längre ägde. "
    raw = (sound * 3 + "\n\n").encode() + "Färjan går åter på måndag, säger Åsa Öman, sjökapten i Skärvik. Även båten är på väg.".encode(
        "cp1252"
    )
    report = check(raw, "two.txt", Desk())
    assert report.document.encoding.regions
    html = article_page(report.statement, report.document, rules=RULES)
    tokens = re.findall(r"<i class=x[^>]*>(.*?)</i>", html)
    assert tokens[:4] == [r"\xE4 ä?", r"\xE5 å?", r"\xE5 å?", r"\xE5 å?"]
    assert "\ufffd" not in html[html.index("<div id=text") :]
