"""The folder of pages: what is written when, and how much."""

from __future__ import annotations

import time
from pathlib import Path

from checks.model import Claims
from checks.out.html import article_page, write_site
from tests.pages import made


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


def test_a_page_weighs_little_beyond_its_text() -> None:
    for one in made.delivery():
        html = article_page(one.statement, one.document, rules=made.RULES, digest="0" * 32)
        assert len(html.encode()) - len(one.document.raw) <= 25_000
