"""The index: one sentence, then every article as a card, worst first; and the same as plain lists without script."""

from __future__ import annotations

import errno
import os
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec

from checks.files import ASTRAY
from checks.out.html.article import shown_path
from checks.out.html.page import embedded, page
from checks.out.html.rulewords import RuleBook, Rules, rule_book
from checks.out.html.tokens import plain
from checks.out.html.words import Words, words
from checks.out.summary import UNREAD, VERDICTS, IndexRow, page_path, worst_first
from checks.statement import CRASH

PER_PAGE = 50
"""Cards on one page of the list: 20,000 articles are 400 pages, drawn in a few milliseconds each."""
PER_LIST = 500
"""Articles on one plain list."""
MOST_CAUSES = 3
"""Causes told on a card."""
WHY = {
    os.strerror(errno.EACCES): "permission",
    os.strerror(errno.EPERM): "permission",
    os.strerror(errno.ENOENT): "gone",
    os.strerror(errno.ENXIO): "special",
    "not a regular file": "special",
    ASTRAY: "astray",
    "the article has changed since its report; check it again": "changed",
}
"""Reasons for which a file could not be read that have words of ours."""


class Card(msgspec.Struct, frozen=True):
    """An article as its card shows it."""

    row: IndexRow
    headline: str
    outlet: str
    source: str
    date: str
    language: str
    causes: tuple[tuple[str, str, str], ...]
    """Level, title, and the title's language where it is not the page's."""
    more: int


def index_page(
    rows: Iterable[IndexRow],
    *,
    rules: Rules,
    language: str = "en",
    lists: Sequence[str] = (),
    delivery: str = "delivery.html",
) -> str:
    """The page of all articles.

    Args:
        rows: the articles, in any order.
        rules: all rules; their titles say why an article is held.
        language: of the page's own words.
        lists: where the plain lists are (see `list_pages`); they are linked for readers without script.
        delivery: where the page about the whole delivery is; empty when there is none.

    """
    w = words(language)
    ordered = sorted(rows, key=worst_first)
    titles = titles_of(ordered, rule_book(rules), w)
    return page(
        "index.html.j2",
        "index",
        w,
        sentence=sentence(ordered, w),
        cards=[card(one, titles, w) for one in ordered[:PER_PAGE]],
        total=len(ordered),
        counts=Counter(one.verdict for one in ordered),
        verdicts=VERDICTS,
        lists=lists,
        delivery=delivery,
        data=embedded(_data(ordered, titles, w)),
    )


def list_pages(rows: Iterable[IndexRow], *, rules: Rules, language: str = "en") -> Iterable[tuple[str, str]]:
    """Name and content of the plain lists: `list-1.html` and so on."""
    w = words(language)
    ordered = sorted(rows, key=worst_first)
    titles = titles_of(ordered, rule_book(rules), w)
    pages = list_count(len(ordered))
    for n in range(pages):
        cards = [card(one, titles, w) for one in ordered[n * PER_LIST : (n + 1) * PER_LIST]]
        yield list_name(n), page("list.html.j2", "index", w, cards=cards, n=n + 1, pages=pages, data=embedded({}))


def list_count(articles: int) -> int:
    """How many plain lists there are for so many articles; none when the index shows them all itself."""
    return -(-articles // PER_LIST) if articles > PER_PAGE else 0


def list_name(n: int) -> str:
    """The file name of a plain list, from 0."""
    return f"list-{n + 1}.html"


def sentence(rows: Iterable[IndexRow], w: Words) -> str:
    """The state of all articles in one sentence."""
    given = list(rows)
    counts = Counter(one.verdict for one in given)
    ready, held, look = counts["PASSED"], counts["FAILED"], counts["WARNED"]
    total = ready + held + look
    if total == 0:
        return w("sentence.none")
    if total == 1:
        only = "ready" if ready else "held" if held else "look"
        return w(f"sentence.only_{only}") + w("sentence.stop")
    if ready == total:
        return w("sentence.all_ready", all=total) + w("sentence.stop")
    parts = [w.count("sentence.ready_of", ready, all=f"{total:,}")]
    unread = sum(one.unread for one in given)
    parts += [w.count("sentence.held_unread" if unread else "sentence.held", held, unread=f"{unread:,}")] if held else []
    parts += [w.count("sentence.look", look)] if look else []
    return w("sentence.comma").join(parts) + w("sentence.stop")


def card(row: IndexRow, titles: Mapping[str, str], w: Words) -> Card:
    """An article in words."""
    return Card(
        row=row,
        headline=plain(row.headline) or shown_path(row.path),
        outlet=plain(row.publisher),
        source=plain(row.source),
        date=w.date(row.date) if row.date else "",
        language=w.tongue(row.language) if row.language else "",
        causes=tuple((one.level, titles[one.code], _tongue(one.code, w)) for one in row.causes[:MOST_CAUSES]),
        more=max(0, len(row.causes) - MOST_CAUSES),
    )


def titles_of(rows: Iterable[IndexRow], book: RuleBook, w: Words) -> dict[str, str]:
    """The titles of the rules that found something, by code, and of what else holds an article."""
    codes = {cause.code for one in rows for cause in one.causes}
    return {code: _own(code, w) or (plain(book[code].title) if code in book else code) for code in sorted(codes)}


def _own(code: str, w: Words) -> str:
    """What holds an article and is no rule, in the words of the page; empty for a rule."""
    if code == CRASH:
        return w("article.crash")
    if not code.startswith(UNREAD):
        return ""
    why = code.removeprefix(UNREAD)
    return w(f"unread.{WHY[why]}") if why in WHY else w("unread.other", why=plain(why))


def _tongue(code: str, w: Words) -> str:
    """The language of a title where it is not the page's."""
    rules_in = w("page.rule_text_language")
    return "" if rules_in == w.language or _own(code, w) else rules_in


def _data(rows: Sequence[IndexRow], titles: Mapping[str, str], w: Words) -> dict[str, Any]:
    """All articles in few characters: what repeats is named once and then numbered."""
    outlets = _numbered(plain(one.publisher) for one in rows)
    sources = _numbered(plain(one.source) for one in rows)
    tongues = _numbered(one.language for one in rows)
    codes = {code: n for n, code in enumerate(titles)}
    return {
        "w": w.section("index"),
        "verdicts": [[one, w(f"verdict.{one}")] for one in VERDICTS],
        "months": w.section("date"),
        "outlets": list(outlets),
        "sources": list(sources),
        "tongues": [[code, w.tongue(code) if code else ""] for code in tongues],
        "codes": [(code, title, _tongue(code, w)) for code, title in titles.items()],
        "perPage": PER_PAGE,
        "rows": [
            [
                shown_path(one.path),
                plain(one.headline),
                outlets[plain(one.publisher)],
                sources[plain(one.source)],
                one.date,
                tongues[one.language],
                VERDICTS.index(one.verdict),
                [codes[cause.code] * 3 + ("error", "warning", "note").index(cause.level) for cause in one.causes],
                *([one.href] if not one.href or shown_path(one.path) != one.path or page_path(one.path) != one.path + ".html" else []),
            ]
            for one in rows
        ],
    }


def _numbered(values: Iterable[str]) -> dict[str, int]:
    return {value: n for n, value in enumerate(dict.fromkeys(values))}
