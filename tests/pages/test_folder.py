"""The folder of pages: what is written when, and how much."""

from __future__ import annotations

import random
import time
from pathlib import Path

import pytest

from checks.model import Claims, Severity
from checks.out.html import Link, article_page, rule_book, write_site
from checks.out.html.page import ASSETS, KINDS, script_of, source, stamp
from checks.out.html.tokens import escaped
from checks.pipeline import Desk, check
from checks.rules import RULES
from tests.conftest import ROOT, SEEDS
from tests.pages import made

BOOK = rule_book(RULES)


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


LARGEST = 25_000
"""Bytes of a page beyond its text."""


def beyond(raw: bytes, name: str) -> int:
    """What the page of a file weighs beyond its text, with links to its neighbours and its report."""
    report = check(raw, name, Desk())
    html = article_page(
        report.statement, report.document, rules=BOOK, digest="0" * 32, previous=Link("before.txt.html"), following=Link("after.txt.html"),
        report=f"{name}.provenance.json",
    )  # fmt: skip
    return len(html.encode()) - len(report.document.text.encode())


def test_a_page_weighs_little_beyond_its_text() -> None:
    for one in made.delivery():
        html = article_page(one.statement, one.document, rules=made.RULES, digest="0" * 32)
        assert len(html.encode()) - len(one.document.text.encode()) <= LARGEST


@pytest.mark.parametrize("place", sorted((ROOT / "seeds").rglob("*.txt")), ids=lambda place: place.name)
def test_the_page_of_a_sample_article_weighs_little_beyond_its_text(place: Path) -> None:
    assert beyond(place.read_bytes(), place.name) <= LARGEST


@pytest.mark.shared
def test_the_pages_of_the_real_articles_weigh_little_beyond_their_text() -> None:
    heavy = {place.name: beyond(place.read_bytes(), place.name) for place in sorted(SEEDS.glob("00*.txt"))}
    assert len(heavy) == 5
    assert max(heavy.values()) <= LARGEST


@pytest.mark.parametrize("turn", range(2))
def test_the_page_of_a_file_with_every_leftover_and_a_byte_in_forty_spoilt_weighs_little_beyond_its_text(turn: int) -> None:
    raw = bytearray(b"\n".join(place.read_bytes() for place in sorted((ROOT / "seeds/navigation").glob("*.txt"))))
    turned = random.Random(turn)
    for _ in range(len(raw) // 40):
        raw[turned.randrange(len(raw))] = turned.randrange(256)
    assert beyond(bytes(raw), "spoilt.txt") <= LARGEST


def test_a_page_that_must_be_small_still_tells_of_each_cause_what_to_do_and_where() -> None:
    codes = sorted(code for code in BOOK if BOOK[code].advice)[:40]
    lines = [("title", "Bridge opens"), *[("body", f"Paragraph {n} of the article about the bridge that opened.") for n in range(40)]]
    m = made.Maker(lines, "wire/many.txt")
    found = [m.finding(code, Severity.WARNING, "said of it", f"Paragraph {n} ") for n, code in enumerate(codes)]
    page = article_page(m.report(Claims(), *found).statement, m.document, rules=BOOK)
    told = page.partition("<section class=found>")[2].partition("</section>")[0]
    assert "<details" not in told
    for n, code in enumerate(codes):
        assert escaped(BOOK[code].advice) in told
        assert f"<code>{code}</code> <a class=q href=#e{n + 1}>line {n + 2}</a>" in told


def test_an_article_with_many_kinds_of_findings_is_told_in_less_detail_and_keeps_all_advice() -> None:
    codes = sorted(code for code in BOOK if BOOK[code].advice)[:15]
    lines = [
        ("title", "Bridge opens"),
        *[("body", f"Paragraph {n} of the article about the bridge that opened on Monday.") for n in range(45)],
    ]
    m = made.Maker(lines, "wire/many.txt")
    found = [m.finding(codes[n % 15], Severity.WARNING, f"said of paragraph {n}", f"Paragraph {n} ") for n in range(45)]
    few = article_page(m.report(Claims(), *found[:3]).statement, m.document, rules=BOOK)
    full = article_page(m.report(Claims(), *found).statement, m.document, rules=BOOK)
    assert all(part in few for code in codes[:3] for part in map(escaped, BOOK[code].explanation))
    assert not all(part in full for code in codes for part in map(escaped, BOOK[code].explanation))
    assert all(escaped(BOOK[code].advice) in full for code in codes)
    assert len(full.encode()) - len(m.document.raw) <= LARGEST


@pytest.mark.parametrize("kind", KINDS)
def test_the_small_scripts_are_made_of_the_scripts_as_written(kind: str) -> None:
    assert (ASSETS / f"{kind}.min.js").read_text("utf-8").startswith(stamp(source(kind)) + "\n"), "run `python tools/minify.py`"
    assert len(script_of(kind)) < len(source(kind))
