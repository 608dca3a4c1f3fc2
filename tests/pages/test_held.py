"""Articles that are held and have no page: editors must see them, and why."""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from checks.files import find
from checks.model import Verdict
from checks.out import Totals
from checks.out.html import IndexRow, Shares, delivery_page, index_page, write_article, write_index
from checks.out.html.words import LANGUAGES, words
from checks.out.site import Site, draw, linked
from checks.out.summary import pageless
from checks.outcome import Outcome
from checks.run import run
from checks.single import Order
from checks.statement import CRASH, Statement, decode
from tests.pages import made
from tests.pages.browsing import browser_test, many, shown
from tests.test_cli import SOUND, copydesk

if TYPE_CHECKING:
    from playwright.sync_api import Page

NO_PERMISSION = os.strerror(errno.EACCES)
PIPE = "This is no file with a text in it, but a pipe, a folder or a device."
GONE = "There is no file here any more, or this is a link to nothing."


def told(html: str) -> dict[str, str]:
    """Headline and first reason of the cards without a page."""
    return dict(re.findall(r'<h3 dir="auto">(.*?)</h3>\n<ul class="why"><li class="error">(.*?)</li>', html))


def test_files_that_cannot_be_read_are_on_the_index_with_the_reason(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(SOUND)
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "link.txt").symlink_to("nowhere.txt")
    done = copydesk("check", ".", "--out", "provenance", cwd=tmp_path)
    assert done.returncode == 1
    index = (tmp_path / "provenance/index.html").read_text()
    assert "<h1>1 of 3 articles is ready, 2 are held (2 could not be read).</h1>" in index
    assert told(index) == {"pipe.txt": PIPE, "link.txt": GONE}
    delivery = (tmp_path / "provenance/delivery.html").read_text()
    assert "<h1>1 of 3 articles is ready, 2 are held (2 could not be read).</h1>" in delivery


@pytest.mark.batch
def test_a_delivery_whose_pages_are_elsewhere_leads_to_none_and_is_told_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(SOUND)
    (tmp_path / "b.txt").write_text(SOUND)
    os.mkfifo(tmp_path / "pipe.txt")
    done = copydesk("gate", "--output-format", "html=pages", cwd=tmp_path)
    assert done.returncode == 1, done.stderr
    delivery = (tmp_path / "provenance/delivery.html").read_text()
    assert "<h1>2 of 3 articles are ready, 1 is held (1 could not be read).</h1>" in delivery
    assert 'href="a.txt.html"' not in delivery
    assert '<span dir="auto">pipe.txt</span>' in delivery


def test_pages_made_from_reports_tell_of_what_could_not_be_read_and_of_what_has_changed(tmp_path: Path) -> None:
    for name in ("a", "changed", "gone"):
        (tmp_path / f"{name}.txt").write_text(SOUND)
    os.mkfifo(tmp_path / "pipe.txt")
    copydesk("check", ".", "--out", "provenance", cwd=tmp_path)
    (tmp_path / "changed.txt").write_text(SOUND + "\nOne line more.\n")
    (tmp_path / "gone.txt").unlink()
    os.mkfifo(tmp_path / "gone.txt")
    done = copydesk("report", "provenance", cwd=tmp_path)
    assert done.returncode == 1
    changed = "The article has changed since its report; check it again."
    assert told((tmp_path / "provenance/index.html").read_text()) == {"pipe.txt": PIPE, "gone.txt": PIPE, "changed.txt": changed}


def test_a_file_that_ended_the_process_that_checked_it_is_on_the_index(tmp_path: Path) -> None:
    site = Site(Order(site=str(tmp_path)))
    site.add(Outcome("killer.txt", "killer.txt", Verdict.FAILED, crashed="the process that checked this file died"))
    site.end(Totals())
    index = (tmp_path / "index.html").read_text()
    assert told(index) == {"killer.txt": words("en")("article.crash")}
    assert "could not be read" not in index.partition("</h1>")[0]


def test_a_page_that_cannot_be_made_holds_its_file_and_the_others_go_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail_on_the_second(out: Path, statement: Statement, raw: bytes, **options: Any) -> IndexRow:
        if statement.subject[0].name == "b.txt":
            raise ValueError(statement.subject[0].name)
        return write_article(out, statement, raw, **options)

    for name in "abc":
        (tmp_path / f"{name}.txt").write_text(SOUND)
    out = tmp_path / "out"
    out.mkdir()
    (out / "b.txt.html").write_text("the page of an earlier run")
    monkeypatch.setattr("checks.out.site.write_article", fail_on_the_second)
    order = Order(out=str(out), site=str(out))
    site, totals = Site(order), Totals()
    for outcome in run(linked(find([str(tmp_path)], ("*.txt",), base=str(tmp_path))), order, 1, draw):
        site.add(outcome)
        totals.count(outcome)
    site.end(totals)
    assert (totals.files, totals.failed, totals.crashed) == (3, 1, 1)
    report = decode((out / "b.txt.provenance.json").read_bytes())
    assert report.predicate.result == "FAILED"
    assert "its page could not be made, ValueError" in report.predicate.findings[0].message
    assert not (out / "b.txt.html").exists()
    assert told((out / "index.html").read_text()) == {"b.txt": words("en")("article.crash")}


@pytest.mark.parametrize("language", LANGUAGES)
def test_reasons_are_told_in_the_language_of_the_page(language: str) -> None:
    w = words(language)
    rows = [pageless("a.txt", NO_PERMISSION), pageless("b.txt", "Input/output error"), pageless("c.txt", CRASH), *many(2)]
    html = index_page(rows, rules=made.RULES, language=language)
    assert told(html) == {
        "a.txt": w("unread.permission"),
        "b.txt": w("unread.other", why="Input/output error"),
        "c.txt": w("article.crash"),
    }


def test_what_could_not_be_read_is_in_no_picture_of_languages_and_encodings_and_in_no_trend() -> None:
    html = delivery_page(None, [pageless("a.txt", NO_PERMISSION), *many(4)], rules=made.RULES, before=Shares(0.5, 0.25, 1, 0, 1))
    encodings = html.partition('<figure id="encodings">')[2].partition("</figure>")[0]
    assert re.findall(r'<th scope="row">(.*?)</th><td>(.*?)</td>', encodings) == [("utf-8", "4")]
    assert "Ready: 50.0 %, as before" in html


@browser_test
def test_a_held_article_without_a_page_is_found_by_its_name_and_its_reason(tmp_path: Path, visit: Callable[..., Page]) -> None:
    write_index(tmp_path, [*many(60), pageless("odd/pipe.txt", "not a regular file")], rules=made.RULES)
    page = visit(tmp_path / "index.html")
    first = page.locator("#list .card").first
    assert first.inner_text().split("\n")[2:] == ["odd/pipe.txt", PIPE]
    assert first.locator("a").count() == 0
    page.select_option("select[name=cause]", label=f"{PIPE} (1)")
    shown(page, 1)
    page.select_option("select[name=cause]", "")
    page.fill("input[name=q]", "pipe")
    shown(page, 1)
