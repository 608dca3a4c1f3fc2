"""One article in one line: what lists, cards and pictures need of a report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from urllib.parse import quote

import msgspec

from checks.files import fitting
from checks.statement import CRASH, Statement, WireFinding

LEVELS = ("error", "warning", "note")
VERDICTS = ("FAILED", "WARNED", "PASSED")
"""Worst first."""
LEFTOVERS = "NAV"
"""Codes of rules about what was left of the web page."""
RESERVED = ("index", "delivery")
UNREAD = "unread:"
"""With what the code of a cause begins that is no rule: an article could not be read, or has no report that fits; the reason follows."""


class Cause(msgspec.Struct, frozen=True):
    """A rule that found something in an article: its code, its weight there, and how often."""

    code: str
    level: str
    count: int


class IndexRow(msgspec.Struct, frozen=True):
    """An article as the index shows it. Facts that are not known are empty."""

    path: str
    href: str
    """Where its page is, from the folder of the index, percent-encoded; empty when it has none."""
    verdict: str
    headline: str = ""
    publisher: str = ""
    source: str = ""
    """The outlet, or failing that the address, that it was taken from."""
    date: str = ""
    language: str = ""
    charset: str = ""
    errors: int = 0
    warnings: int = 0
    notes: int = 0
    causes: tuple[Cause, ...] = ()
    """Worst first, then most frequent."""
    junk_share: float | None = None
    """Share of the characters that are junk; None when no line was judged."""

    @property
    def unread(self) -> bool:
        """Whether nothing is known of the article itself."""
        return any(one.code.startswith(UNREAD) for one in self.causes)


class Shares(msgspec.Struct, frozen=True):
    """What shares of a delivery's articles are ready, held, and have these facts, each from 0 to 1."""

    ready: float
    held: float
    outlet: float
    source: float
    date: float


def shares(rows: Sequence[IndexRow]) -> Shares:
    """The shares of a delivery, which has at least one article."""
    total = len(rows)
    return Shares(
        ready=sum(one.verdict == "PASSED" for one in rows) / total,
        held=sum(one.verdict == "FAILED" for one in rows) / total,
        outlet=sum(bool(one.publisher) for one in rows) / total,
        source=sum(bool(one.source) for one in rows) / total,
        date=sum(bool(one.date) for one in rows) / total,
    )


def row(statement: Statement) -> IndexRow:
    """The line about an article that its report gives."""
    predicate, name = statement.predicate, statement.subject[0].name
    article = predicate.document
    publisher, work = article.publisher.value, article.is_based_on.value
    levels = Counter(one.level for one in counted(predicate.findings))
    return IndexRow(
        path=name,
        href=quote(page_path(name), errors="surrogateescape"),
        verdict=predicate.result,
        headline=article.headline.value or "",
        publisher=publisher.name if publisher else "",
        source=(work.publisher.name if work.publisher else work.url or "") if work else "",
        date=article.date_published.value or "",
        language=article.in_language.value or "",
        charset=predicate.encoding.charset,
        errors=levels["error"],
        warnings=levels["warning"],
        notes=levels["note"],
        causes=causes(predicate.findings),
        junk_share=junk_share(statement),
    )


def pageless(name: str, why: str) -> IndexRow:
    """The line about an article that is held and has no page: copydesk failed on it, or it could not be read, and why."""
    return IndexRow(name, "", "FAILED", errors=1, causes=(Cause(CRASH if why == CRASH else UNREAD + why, "error", 1),))


def causes(findings: tuple[WireFinding, ...]) -> tuple[Cause, ...]:
    """The rules among findings, worst first; leftovers of the page after what is wrong with the article, then most frequent."""
    counts = Counter(one.rule_id for one in counted(findings))
    level: dict[str, str] = {}
    for one in counted(findings):
        level[one.rule_id] = min(level.get(one.rule_id, one.level), one.level, key=LEVELS.index)
    ordered = sorted(counts, key=lambda code: (LEVELS.index(level[code]), code.startswith(LEFTOVERS), -counts[code], code))
    return tuple(Cause(code, level[code], counts[code]) for code in ordered)


def counted(findings: tuple[WireFinding, ...]) -> tuple[WireFinding, ...]:
    """The findings that nobody answered for."""
    return tuple(one for one in findings if not one.suppressions)


def junk_share(statement: Statement) -> float | None:
    """Share of a file's characters that are junk, to three digits; None when no line was judged."""
    extent = statement.predicate.extent
    return round(extent.junk / extent.characters, 3) if extent.characters and statement.predicate.segments else None


def worst_first(one: IndexRow) -> tuple[object, ...]:
    """Sorts the articles that need work first, those without a page before all, and among equals the newest."""
    newest = tuple(-ord(c) for c in one.date[:10])
    return (VERDICTS.index(one.verdict), bool(one.href), -one.errors, -one.warnings, not one.date, newest, one.path)


def page_path(name: str) -> str:
    """Where the page of an article is kept inside the folder, by the article's name.

    Parts that would lead out of the folder are taken away, and names of the pages about all articles are kept free. A backslash,
    which parts names on some systems and not on others, is written as addresses write it.
    """
    parts = [fitting(part) for part in name.replace("\\", "%5C").split("/") if part not in ("", ".", "..")]
    if not parts:
        parts = ["stdin"]
    if len(parts) == 1 and (parts[0] in RESERVED or parts[0].startswith("list-")):
        parts[0] += ".article"
    return "/".join(parts) + ".html"
