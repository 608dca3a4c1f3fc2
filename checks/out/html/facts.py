"""The provenance box: each fact of an article, how it is known, and where that is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import msgspec

from checks.out.html.tokens import plain
from checks.out.html.words import Words
from checks.statement import AgentClaim, DateClaim, Evidence, NewsArticle, Statement, TextClaim, WorkClaim

AnyClaim = TextClaim | AgentClaim | WorkClaim | DateClaim
LONGEST_QUOTE = 48
"""In columns; a Chinese character takes two."""
MOST_QUOTES = 8
"""Places of one fact that are linked."""
QUOTED = 2
"""Places that are quoted; the others are named by their lines."""
SHORT_QUOTE = 12
"""Quotes with fewer characters are shown with what stands around them."""
CONTEXT = 18
WIDE = "\u1100"
"""Characters from here on are mostly as wide as two."""


class Quote(msgspec.Struct, frozen=True):
    """Characters of the article, and the anchor that leads to them."""

    anchor: str
    line: int
    text: str
    """Empty where the line alone is named."""
    before: str = ""
    after: str = ""
    """What stands around a short quote."""


class Fact(msgspec.Struct, frozen=True):
    """A line of the provenance box. `value` is empty where the fact is missing."""

    name: str
    label: str
    value: str
    status: str
    status_word: str
    reasons: tuple[str, ...] = ()
    """Sentences in the reader's language."""
    why: tuple[str, ...] = ()
    """Sentences as the report has them, in English."""
    quotes: tuple[Quote, ...] = ()
    link: str = ""


def facts(statement: Statement, words: Words) -> list[Fact]:
    """The provenance box from top to bottom. What an article ought to have is there even when it is missing."""
    return list(_Box(statement, words).facts())


def quotes(ids: Iterable[str], evidence: Mapping[str, Evidence], said: str = "") -> tuple[Quote, ...]:
    """The quotes behind evidence ids, without what `said` says already."""
    found = [evidence[name] for name in ids if name in evidence]
    return tuple(_quote(one, said) if n < QUOTED else Quote(one.id, one.line, "") for n, one in enumerate(found))


def _quote(one: Evidence, said: str) -> Quote:
    exact = one.selector[1]
    if said and plain(exact.exact) in said:
        return Quote(one.id, one.line, "")
    if len(exact.exact) >= SHORT_QUOTE:
        return Quote(one.id, one.line, _short(exact.exact))
    before = exact.prefix[-CONTEXT:].rpartition("\n")[2]
    after = exact.suffix[:CONTEXT].partition("\n")[0]
    return Quote(one.id, one.line, _short(exact.exact), plain(before), plain(after))


def _short(text: str) -> str:
    text = plain(" ".join(text.split()) or text)
    fits = LONGEST_QUOTE - sum(character >= WIDE for character in text[:LONGEST_QUOTE]) // 2
    return text if len(text) <= fits else text[:fits].rstrip() + "…"


class _Box:
    def __init__(self, statement: Statement, words: Words) -> None:
        self.article: NewsArticle = statement.predicate.document
        self.evidence = {one.id: one for one in statement.predicate.evidence}
        self.words = words

    def facts(self) -> Iterator[Fact]:
        article, words = self.article, self.words
        yield self._agent("publisher", article.publisher)
        yield self._work(article.is_based_on)
        yield self._date("datePublished", article.date_published)
        if article.date_modified:
            yield self._date("dateModified", article.date_modified)
        yield from self._agents("author", article.author, wanted=True)
        yield from self._agents("editor", article.editor)
        yield from self._agents("translator", article.translator)
        yield from self._agents("creditText", article.credit_text, wanted=True)
        tongue = article.in_language.value
        yield self._fact("inLanguage", article.in_language, words.tongue(tongue) if tongue else "")
        if article.dateline:
            yield self._fact("dateline", article.dateline, article.dateline.value or "")
        part = article.representation_type.value or ""
        yield self._fact("representationType", article.representation_type, words(f"representation.{part}") if part else "")
        yield from self._relation()
        for name, claim in (
            ("url", article.url),
            ("license", article.license),
            ("usageInfo", article.usage_info),
            ("copyrightNotice", article.copyright_notice),
        ):
            if claim:
                yield self._fact(name, claim, claim.value or "")

    def _fact(self, name: str, claim: AnyClaim, value: str, reasons: Iterable[str] = (), link: str = "") -> Fact:
        words = self.words
        said = list(reasons)
        if claim.candidates:
            said.append(words("fact.candidates", candidates=words.listed(plain(one) for one in claim.candidates)))
        if claim.label:
            said.append(words("fact.label", label=plain(claim.label)))
        if claim.confidence and claim.confidence != "high":
            said.append(words("fact.sure", confidence=words(f"confidence.{claim.confidence}")))
        return Fact(
            name,
            words(f"fact.{name}"),
            plain(value),
            claim.status,
            words(f"status.{claim.status}"),
            tuple(said),
            tuple(plain(one) for one in claim.why),
            quotes(claim.evidence[:MOST_QUOTES], self.evidence),
            link if link.startswith(("http://", "https://")) else "",
        )

    def _agent(self, name: str, claim: AgentClaim) -> Fact:
        return self._fact(name, claim, claim.value.name if claim.value else "", link=(claim.value.url or "") if claim.value else "")

    def _agents(self, name: str, claims: tuple[AgentClaim, ...], *, wanted: bool = False) -> Iterator[Fact]:
        if not claims and wanted:
            yield Fact(name, self.words(f"fact.{name}"), "", "missing", self.words("status.missing"))
        merged: dict[tuple[str, str], AgentClaim] = {}
        for claim in claims:
            key = (claim.status, claim.value.name if claim.value else "")
            known = merged.get(key)
            merged[key] = msgspec.structs.replace(known, evidence=known.evidence + claim.evidence) if known else claim
        for claim in merged.values():
            yield self._agent(name, claim)

    def _work(self, claim: WorkClaim) -> Fact:
        work, words = claim.value, self.words
        if work is None:
            return self._fact("isBasedOn", claim, "")
        names = [work.publisher.name if work.publisher else "", work.headline or ""]
        value = ": ".join(name for name in names if name) or work.url or ""
        said = [words.tongue(work.in_language)] if work.in_language else []
        return self._fact("isBasedOn", claim, value, said, work.url or "")

    def _date(self, name: str, claim: DateClaim) -> Fact:
        words = self.words
        said = []
        if claim.text:
            said.append(words("fact.printed_as", text=plain(claim.text)))
        if len(claim.readings) > 1:
            said.append(words("fact.readings", readings=words.listed(words.date(one) for one in claim.readings)))
        if claim.resolved_by and not claim.why:
            said.append(words("fact.settled_by", steps=words.listed(words(f"resolution.{one}") for one in claim.resolved_by)))
        if claim.value and "T" in claim.value:
            said.append(words("fact.zone", zone=plain(claim.time_zone)) if claim.time_zone else words("fact.no_zone"))
        return self._fact(name, claim, words.date(claim.value) if claim.value else "", said)

    def _relation(self) -> Iterator[Fact]:
        article, words = self.article, self.words
        if not article.relation or article.relation == "unknown":
            return
        value = words(f"relation.{article.relation}")
        if article.translation_disclosed is not None:
            value += f" ({words('relation.disclosed' if article.translation_disclosed else 'relation.undisclosed')})"
        yield Fact("relation", words("fact.relation"), value, "inferred", words("status.inferred"))
