"""A folder of pages: the index, the delivery, and one page beside the report of each article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import quote

from checks.disk import write
from checks.model import BatchFinding, Document
from checks.out.html.article import Link, article_page, page_digest
from checks.out.html.delivery import delivery_page
from checks.out.html.index import index_page, list_count, list_name, list_pages
from checks.out.html.rulewords import Rules, book_digest, rule_book
from checks.out.summary import IndexRow, Shares, page_path, row
from checks.patterns import lazily
from checks.statement import Statement

_DIGEST = lazily(rb"<meta name=copydesk-page content=([0-9a-f]+)>")
_HEAD = 300
"""The digest stands within so many bytes of a page's beginning."""


def write_article(
    out: Path,
    statement: Statement,
    raw: bytes | Document,
    *,
    rules: Rules,
    language: str = "en",
    previous: str = "",
    following: str = "",
    report: str = "",
) -> IndexRow:
    """Write the page of an article, unless the page there is made of the same, and give its line in the index.

    `previous` and `following` are the names of the articles before and after it; `report` is where the JSON report is,
    from `out`.

    Raises:
        OSError: the page cannot be written.

    """
    known = rule_book(rules)
    place = page_path(statement.subject[0].name)
    up = "../" * place.count("/")
    before, after = (Link(up + quote(page_path(name), errors="surrogateescape")) if name else None for name in (previous, following))
    told = up + quote(report, errors="surrogateescape") if report else ""
    texts = book_digest(known, {one.rule_id for one in statement.predicate.findings})
    digest = page_digest(statement, language=language, previous=before, following=after, report=told, rules=texts)
    target = out / place
    if _digest_of(target) != digest:
        html = article_page(
            statement,
            raw,
            rules=known,
            language=language,
            previous=before,
            following=after,
            index=up + "index.html",
            report=told,
            digest=digest,
        )
        write(str(target), html.encode())
    return row(statement)


def write_site(
    out: Path,
    articles: Iterable[tuple[Statement, bytes | Document]],
    *,
    rules: Rules,
    language: str = "en",
    report: str = "{path}.provenance.json",
) -> list[IndexRow]:
    """Write the pages of articles as they come, then the pages about all of them.

    Only the lines of the index are kept in memory. `report` says where the report of an article is, from `out`.

    Raises:
        OSError: a page cannot be written.

    """
    known = rule_book(rules)
    rows = []
    for before, (statement, raw), after in _with_neighbours(articles):
        name = statement.subject[0].name
        place = report.format(path=page_path(name).removesuffix(".html")) if report else ""
        rows.append(write_article(out, statement, raw, rules=known, language=language, previous=before, following=after, report=place))
    write_index(out, rows, rules=known, language=language)
    write_delivery(out, None, rows, rules=known, language=language)
    return rows


def write_index(out: Path, rows: Iterable[IndexRow], *, rules: Rules, language: str = "en") -> None:
    """Write the pages about all articles: the index and, for readers without script, the plain lists.

    Raises:
        OSError: a page cannot be written.

    """
    known, given = rule_book(rules), list(rows)
    lists = [list_name(n) for n in range(list_count(len(given)))]
    write(str(out / "index.html"), index_page(given, rules=known, language=language, lists=lists).encode())
    if lists:
        for name, html in list_pages(given, rules=known, language=language):
            write(str(out / name), html.encode())


def write_delivery(
    out: Path,
    findings: Iterable[BatchFinding] | None,
    rows: Iterable[IndexRow],
    *,
    rules: Rules,
    language: str = "en",
    before: Shares | None = None,
) -> None:
    """Write the page about the whole delivery; see `delivery_page`.

    Raises:
        OSError: the page cannot be written.

    """
    write(str(out / "delivery.html"), delivery_page(findings, rows, rules=rules, language=language, before=before).encode())


def page_stamp(out: Path, name: str) -> str:
    """What the page of an article says that it was made of; empty when there is none."""
    return _digest_of(out / page_path(name))


def _digest_of(target: Path) -> str:
    try:
        with target.open("rb") as page:
            found = _DIGEST.search(page.read(_HEAD))
    except OSError:
        return ""
    return found[1].decode() if found else ""


def _with_neighbours(
    articles: Iterable[tuple[Statement, bytes | Document]],
) -> Iterator[tuple[str, tuple[Statement, bytes | Document], str]]:
    before, here = "", None
    for after in articles:
        if here is not None:
            yield before, here, after[0].subject[0].name
            before = here[0].subject[0].name
        here = after
    if here is not None:
        yield before, here, ""
