"""The page of one article: what was found and what to do, where it comes from, and its text with marks."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from typing import Any

import msgspec
from markupsafe import Markup
from msgspec.structs import replace

from checks.model import Document
from checks.out.html.facts import Fact, facts, quotes
from checks.out.html.marked import Cause, Detail, Marks, Note
from checks.out.html.marks import LONGEST_TEXT, render
from checks.out.html.page import assets_digest, embedded, page
from checks.out.html.rulewords import RuleBook, Rules, opened, rule_book
from checks.out.html.tokens import plain
from checks.out.html.told import Found, Place, told_facts, told_found
from checks.out.html.words import Words, words
from checks.out.summary import LEFTOVERS, causes, counted
from checks.read import read
from checks.statement import CRASH, Evidence, Statement, WireFinding, encode

MOST_PLACES = 5
"""Places told in full for one cause."""
LARGEST = 25_000
"""Bytes of a page beyond its text: more is told in less detail."""
FULL = Detail()
SHORT = Detail(room=0, zones=4, explained=0, links=0, reasons=0, folds=4, reasoned=1, tokens=400)
LEAN = replace(SHORT, zones=0, places=0, folds=1, few=12, named=0, numbers=4, reasoned=0, paragraphs=0, tokens=100)
LEANEST = replace(LEAN, few=1_000_000, numbers=1, tokens=12, blocks=False)
DETAILS = (
    FULL,
    replace(FULL, explained=8, links=4, reasoned=6),
    replace(FULL, explained=2, links=1, reasoned=4),
    SHORT,
    LEAN,
    LEANEST,
    replace(LEANEST, quoted=False),
)
REDRAWN = (FULL, SHORT, LEAN, LEANEST)
"""Where the text is made anew: the others tell less above it."""
HERE = {name: Markup(f"\0{name}\0") for name in ("found", "facts", "text")}  # noqa: S704  our own
"""Where the long parts go; no page has a null in it."""
MOST_NOTES = 4
"""Side notes for one cause; further places carry its number alone."""


class Link(msgspec.Struct, frozen=True):
    """Another article's page and headline."""

    href: str
    title: str = ""


def article_page(
    statement: Statement,
    raw: bytes | Document,
    *,
    rules: Rules,
    language: str = "en",
    previous: Link | None = None,
    following: Link | None = None,
    index: str = "index.html",
    report: str = "",
    digest: str = "",
) -> str:
    """One article as one self-contained page.

    Args:
        statement: the article's report.
        raw: the bytes of the article, or the document read from them.
        rules: all rules; their titles, explanations and advice are printed.
        language: of the page's own words.
        previous: the article before it, if any.
        following: the article after it, if any.
        index: where the index is, seen from this page; empty for a page that stands alone.
        report: where the JSON report is, seen from this page, if anywhere.
        digest: kept in the page, see `page_digest`.

    """
    w = words(language)
    document = raw if isinstance(raw, Document) else read(raw, statement.subject[0].name)
    book = rule_book(rules)
    told = facts(statement, w)
    links: dict[str, Any] = {"previous": previous, "following": following, "index": index, "report": report, "digest": digest}
    shell = page("article.html.j2", "article", w, **HERE, **links, **_values(statement, document, book, w))
    room = LARGEST + len(document.text.encode()) - len(shell.encode())
    for place, html in _parts(statement, document, told, book, w, room).items():
        shell = shell.replace(place, html, 1)
    return shell


def _values(statement: Statement, document: Document, book: RuleBook, w: Words) -> dict[str, Any]:
    """What the template asks for, the long parts left out."""
    predicate, name = statement.predicate, statement.subject[0].name
    headline = predicate.document.headline.value
    phrases = w.section("script") | w.section("request") | w.section("waiver") | {"mark": w("article.mark")}
    return {
        "headline": plain(headline) if headline else "",
        "path": shown_path(name),
        "statement": statement,
        "predicate": predicate,
        "tongue": predicate.document.in_language.value or "",
        "any": bool(counted(predicate.findings)),
        "accepted": _accepted(statement, book),
        "first_bytes": document.raw[:256].hex(" ") if document.encoding.decided_by == "binary" else "",
        "cut": len(document.text) > LONGEST_TEXT,
        "shown": LONGEST_TEXT,
        "failed": sum(one.status == "fail" for one in predicate.checks),
        "data": embedded({"w": phrases, "path": name}),
    }


def _parts(statement: Statement, document: Document, told: list[Fact], book: RuleBook, w: Words, room: int) -> dict[str, str]:
    """The long parts of a page: what was found, the facts, the text. So much is told that it fits into so many bytes.

    The text takes most of the time: it is made once, and once more when telling less above it was not enough.
    """
    text, parts = "", dict[str, str]()
    for detail in DETAILS:
        found = _found(statement, book, w, detail)
        if document.encoding.decided_by != "binary" and detail in REDRAWN:
            text = render(document, statement.predicate.segments, _marks(statement, found, told, detail), w)
        parts = {HERE["found"]: told_found(found, w), HERE["facts"]: told_facts(told, w, detail.reasoned), HERE["text"]: text}
        if sum(len(part.encode()) for part in parts.values()) <= room:
            break
    return parts


def page_digest(
    statement: Statement,
    *,
    language: str = "en",
    previous: Link | None = None,
    following: Link | None = None,
    report: str = "",
    rules: str = "",
) -> str:
    """Digest of everything that the page of an article is made of: equal digest, equal page."""
    parts = (encode(statement), assets_digest(), language, repr(previous), repr(following), report, rules)
    return hashlib.sha256("\0".join(part if isinstance(part, str) else part.hex() for part in parts).encode()).hexdigest()[:32]


def shown_path(name: str) -> str:
    """A file's name for people: what is no text in it shows as U+FFFD or written out."""
    return plain(name.encode("utf-8", "surrogateescape").decode("utf-8", "replace"))


def _found(statement: Statement, book: RuleBook, w: Words, detail: Detail) -> list[Found]:
    findings = statement.predicate.findings
    evidence = {one.id: one for one in statement.predicate.evidence}
    by_rule: dict[str, list[WireFinding]] = {}
    for one in counted(findings):
        by_rule.setdefault(one.rule_id, []).append(one)
    found: list[Found] = []
    room = detail.places
    for number, cause in enumerate(causes(findings), 1):
        rule, ours, brief = book.get(cause.code), by_rule[cause.code], number > detail.explained
        title = w("article.crash") if cause.code == CRASH else rule.title if rule else opened(ours[0].message)
        told = ours[: max(1, min(MOST_PLACES, room))]
        room -= len(told)
        places = _places(told, evidence, brief=brief, quoted=detail.quoted)
        lines = [line for line in (_line(one, evidence) for one in ours[len(told) :]) if line]
        links = tuple(dict.fromkeys(lines))[: detail.links]
        explanation = rule.explanation if rule and not brief else ()
        advice = rule.advice if rule else ""
        more = cause.count - len(told) - sum(line in links for line in lines) if detail.links else 0
        located = any(one.evidence or one.lines for one in ours)
        said = plain(title), explanation, advice
        found.append(Found(number, cause.code, cause.level, *said, places, links, more, cause.count, located, detail.quoted))
    return found


def _places(told: Iterable[WireFinding], evidence: Mapping[str, Evidence], *, brief: bool, quoted: bool) -> tuple[Place, ...]:
    """Places in full; what one says in the words of the one before it is not said again. Brief places are but quotes, or not even these."""
    places, last = [], ""
    for one in told:
        message = plain(one.message)
        if one.rule_id.startswith(LEFTOVERS):  # before a colon it says the kind, which the title says
            message = message.partition(": ")[2] or message
        message = "" if brief and one.evidence else opened(message)
        given = quotes(one.evidence[: 2 if quoted else 1], evidence, message)
        shown = given if quoted else tuple(replace(quote, text="", before="", after="") for quote in given)
        places.append(Place("" if message == last else message, shown, one.lines[:2]))
        last = message
    return tuple(places)


def _line(one: WireFinding, evidence: Mapping[str, Evidence]) -> int:
    """The line (from 1) where a finding is; 0 when it is about the whole file."""
    first = next((evidence[name].line for name in one.evidence if name in evidence), 0)
    return first or (one.lines[0][0] if one.lines else 0)


def _accepted(statement: Statement, book: RuleBook) -> list[tuple[str, str]]:
    """Title and justification of what was found and does not count."""
    told = {
        (plain(book[one.rule_id].title if one.rule_id in book else one.message), plain(one.suppressions[0].justification)): None
        for one in statement.predicate.findings
        if one.suppressions
    }
    return list(told)


def _marks(statement: Statement, found: list[Found], told: list[Fact], detail: Detail) -> Marks:
    numbered = {one.code: Cause(one.number, one.level, one.title) for one in found}
    by_evidence: dict[str, list[Cause]] = {}
    notes: dict[str, list[Note]] = {}
    line_notes: dict[int, list[Note]] = {}
    said: dict[int, int] = {}
    for one in counted(statement.predicate.findings):
        cause = numbered[one.rule_id]
        for name in one.evidence:
            by_evidence.setdefault(name, []).append(cause)
        said[cause.number] = said.get(cause.number, 0) + 1
        if said[cause.number] > MOST_NOTES:
            continue
        note = Note(cause.number, one.level, opened(one.message))
        if one.evidence:
            notes.setdefault(one.evidence[0], []).append(note)
        elif one.lines:
            line_notes.setdefault(one.lines[0][0], []).append(note)
    places = [place for one in found for place in one.places]
    facts_linked = told if detail.reasoned else ()
    return Marks(
        evidence=statement.predicate.evidence,
        insets=statement.predicate.insets,
        detail=detail,
        causes=by_evidence,
        notes=notes,
        line_notes=line_notes,
        linked=frozenset(quote.anchor for given in (places, facts_linked) for one in given for quote in one.quotes),
        anchors=frozenset(
            {line for one in found for line in one.links} | {first for place in places if not place.quotes for first, _ in place.lines}
        ),
    )
