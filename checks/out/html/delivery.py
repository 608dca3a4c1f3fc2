"""The page about a whole delivery: pictures with their tables, and what its articles show when looked at together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from checks.model import BatchFinding, Severity
from checks.out.html.article import shown_path
from checks.out.html.charts import pictures
from checks.out.html.index import sentence, titles_of
from checks.out.html.page import embedded, page
from checks.out.html.rulewords import RuleBook, Rules, opened, rule_book
from checks.out.html.tokens import plain
from checks.out.html.words import Words, words
from checks.out.summary import IndexRow, Shares, shares

MOST_ARTICLES = 12
"""Articles named under one finding; the others are one link away in the index."""
NOTHING_CHANGED = 0.0005
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


class Concerned(msgspec.Struct, frozen=True):
    """A finding of the delivery as the page tells it."""

    code: str
    level: str
    title: str
    message: str
    advice: str
    count: int
    articles: tuple[tuple[str, str], ...]
    """Where the page of an article is, and its headline."""
    more: int


class Change(msgspec.Struct, frozen=True):
    """A share of the articles in the last delivery and in this one."""

    share: str
    sentence: str
    then: str
    now: str
    was: float
    """Per cent, where the picture begins."""
    has: float


def delivery_page(
    findings: Iterable[BatchFinding] | None,
    rows: Iterable[IndexRow],
    *,
    rules: Rules,
    language: str = "en",
    before: Shares | None = None,
) -> str:
    """The page about a whole delivery.

    Args:
        findings: what the batch stage found; None when it was not run.
        rows: the articles.
        rules: all rules, whose titles and advice are printed.
        language: of the page's own words.
        before: the shares of the last delivery, for the trend.

    """
    w, known, given = words(language), rule_book(rules), list(rows)
    place = {one.path: one for one in given}
    reported = [one for one in given if not one.unread]  # as the ledger of the earlier delivery has them
    ordered = sorted(findings or (), key=lambda one: (list(LEVELS).index(one.severity), one.code, one.message))
    return page(
        "delivery.html.j2",
        "delivery",
        w,
        sentence=sentence(given, w),
        judged=findings is not None,
        findings=[_concerned(one, known, place) for one in ordered],
        pictures=pictures(given, titles_of(given, known, w), w),
        trend=_trend(before, shares(reported), w) if before and reported else (),
        data=embedded({}),
    )


def _concerned(one: BatchFinding, book: RuleBook, place: Mapping[str, IndexRow]) -> Concerned:
    rule = book.get(one.code)
    paths = [there.path for there in one.places]
    message = plain(one.message)
    return Concerned(
        code=one.code,
        level=LEVELS[one.severity],
        title=plain(rule.title) if rule else "",
        message=message if any(message.startswith(shown_path(path)) for path in paths) else opened(message),
        advice=plain(rule.advice) if rule else "",
        count=len(paths),
        articles=tuple((place[path].href if path in place else "", _name(path, place)) for path in paths[:MOST_ARTICLES]),
        more=max(0, len(paths) - MOST_ARTICLES),
    )


def _name(path: str, place: Mapping[str, IndexRow]) -> str:
    headline = place[path].headline if path in place else ""
    return plain(headline) or shown_path(path)


def _trend(then: Shares, now: Shares, w: Words) -> list[Change]:
    """What became of each share, the greatest changes first."""
    told = []
    for name in Shares.__struct_fields__:
        was, has = getattr(then, name), getattr(now, name)
        key = "trend_same" if abs(has - was) < NOTHING_CHANGED else "trend_up" if has > was else "trend_down"
        share = w(f"delivery.share_{name}")
        values = f"{100 * was:.1f}", f"{100 * has:.1f}"
        line = w(f"delivery.{key}", what=share, now=values[1], then=values[0])
        told.append((-abs(has - was), Change(share, line, *values, round(100 * was, 2), round(100 * has, 2))))
    return [change for _, change in sorted(told, key=lambda one: one[0])]
