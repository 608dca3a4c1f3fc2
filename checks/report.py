"""The last stage of the walk: claims and findings become a report bound to the bytes of the file."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from typing import Any

import msgspec
import numpy as np

from checks import statement as wire
from checks.characters import traits
from checks.fingerprint import extent, fingerprints
from checks.model import (
    Agent,
    Claim,
    Claims,
    DateClaim,
    Document,
    Finding,
    RuleCode,
    Severity,
    Span,
    Status,
    Verdict,
    Work,
    Zones,
)
from checks.policy import Policy, verdict
from checks.rules.rule import Rule
from checks.version import VERSION

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
WEIGHTS = {Severity.ERROR: "error", Severity.WARNING: "warn", Severity.INFO: "info"}
STATEFUL = ("iso2022", "iso-2022", "hz", "utf-7", "utf7")


class Report(msgspec.Struct, frozen=True):
    """The answer for one file: the statement as it goes out, and the findings as they were made."""

    document: Document
    statement: wire.Statement
    findings: tuple[Finding, ...]
    verdict: Verdict

    def encoded(self) -> bytes:
        """The statement as one line of JSON."""
        return wire.encode(self.statement)


def judge(
    document: Document, zones: Zones, claims: Claims, findings: tuple[Finding, ...], rules: tuple[Rule, ...], policy: Policy
) -> Report:
    """The report on a file that was walked through."""
    findings = policy.excuse(document, findings)
    evidence = _Evidence(document)
    article = _document(claims, evidence)
    wired = tuple(_finding(one, evidence) for one in findings)
    result = verdict(findings)
    predicate = wire.Predicate(
        generator=wire.Generator(name="copydesk", version=VERSION),
        configuration=_configuration(rules, policy),
        result=result.value,
        document=article,
        encoding=_encoding(document),
        extent=extent(document, zones),
        fingerprints=fingerprints(document, zones),
        segments=tuple(wire.Segment(start_line=run.first + 1, end_line=run.last + 1, kind=run.kind, why=run.why) for run in zones.runs),
        insets=tuple(wire.InsetSegment(start=one.span.start, end=one.span.end, kind=one.kind) for one in zones.insets),
        checks=_checks(rules, policy, {one.code for one in findings}),
        findings=wired,
        evidence=evidence.listed(),
    )
    return Report(document, _statement(document, predicate), findings, result)


def held(document: Document, message: str, policy: Policy) -> Report:
    """The report on a file that copydesk itself failed on: held, every claim missing, no check passed."""
    finding = Finding(wire.CRASH, Severity.ERROR, message)  # type: ignore[arg-type]
    missing = wire.TextClaim(status="missing")
    predicate = wire.Predicate(
        generator=wire.Generator(name="copydesk", version=VERSION),
        configuration=_configuration((), policy),
        result="FAILED",
        document=wire.NewsArticle(
            type="NewsArticle",
            headline=missing,
            in_language=missing,
            publisher=wire.AgentClaim(status="missing"),
            author=(),
            credit_text=(),
            date_published=wire.DateClaim(status="missing"),
            is_based_on=wire.WorkClaim(status="missing"),
            representation_type=missing,
        ),
        encoding=_encoding(document),
        extent=wire.Extent(lines=len(document.starts), characters=int((document.ends - document.starts).sum())),
        fingerprints=wire.Fingerprints(),
        segments=(),
        checks=(wire.CheckResult(name="all rules", status="undetermined", severity="error"),),
        findings=(wire.WireFinding(rule_id=wire.CRASH, level="error", message=message),),
        evidence=(),
    )
    return Report(document, _statement(document, predicate), (finding,), Verdict.FAILED)


def _statement(document: Document, predicate: wire.Predicate) -> wire.Statement:
    digest = wire.Digest(sha256=document.sha256, git_blob=document.git_blob)
    subject = wire.Subject(name=document.path, digest=digest, media_type=document.encoding.media_type)
    return wire.Statement(
        type="https://in-toto.io/Statement/v1",
        subject=(subject,),
        predicate_type="https://copydesk.example/provenance/v1",
        predicate=predicate,
    )


def _checks(rules: tuple[Rule, ...], policy: Policy, failed: set[RuleCode]) -> tuple[wire.CheckResult, ...]:
    answers = _answers(rules, tuple(policy.severity.items()))
    return tuple(answers[one.code in failed] for one, answers in zip(rules, answers, strict=True))


@lru_cache(maxsize=8)
def _answers(rules: tuple[Rule, ...], severities: tuple[tuple[RuleCode, Severity], ...]) -> tuple[tuple[wire.CheckResult, ...], ...]:
    """Both answers of every rule, passed and failed: they are the same in every report of a run."""
    weights = {one.code: one.severity for one in rules} | dict(severities)
    return tuple(
        tuple(
            wire.CheckResult(name=f"{one.code} {one.name}", status=status, severity=WEIGHTS[weights[one.code]])  # type: ignore[arg-type]
            for status in ("pass", "fail")
        )
        for one in rules
    )


def _configuration(rules: tuple[Rule, ...], policy: Policy) -> tuple[wire.Resource, ...]:
    return (
        wire.Resource(name="rules", digest={"sha256": _rules_digest(rules)}),
        wire.Resource(name="policy", digest={"sha256": policy.digest()}),
    )


@lru_cache(maxsize=8)
def _rules_digest(rules: tuple[Rule, ...]) -> str:
    codes = " ".join(one.code for one in rules)
    return hashlib.sha256(f"{VERSION} {codes}".encode()).hexdigest()


class _Evidence:
    """Spans numbered in the order of their first use."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.ids: dict[Span, str] = {}

    def refer(self, spans: tuple[Span, ...]) -> tuple[str, ...]:
        if not spans:
            return ()
        size, ids = len(self.document.text), self.ids
        found = []
        for span in spans:
            if span.start < 0 or span.end > size:
                span = Span(min(max(span.start, 0), size), min(span.end, size))  # noqa: PLW2901  what is left of it
            if span.start < span.end:
                key = ids.get(span)
                if key is None:
                    key = ids[span] = f"e{len(ids) + 1}"
                found.append(key)
        return tuple(found) if len(found) < 2 else tuple(dict.fromkeys(found))

    def listed(self) -> tuple[wire.Evidence, ...]:
        document, text = self.document, self.document.text
        spans = list(self.ids)
        if not spans:
            return ()
        lines = np.searchsorted(document.starts, [span.start for span in spans], "right") - 1
        columns = np.array([span.start for span in spans]) - document.starts[lines] + 1
        ends = [min(span.end, span.start + wire.LONGEST_QUOTE) for span in spans]
        offsets = byte_offsets(document, {*(span.start for span in spans), *ends})
        return tuple(
            wire.Evidence(
                id=self.ids[span],
                selector=(
                    wire.TextPositionSelector(start=span.start, end=end),
                    wire.TextQuoteSelector(
                        exact=text[span.start : end],
                        prefix=text[max(0, span.start - wire.LONGEST_CONTEXT) : span.start],
                        suffix=text[end : end + wire.LONGEST_CONTEXT],
                    ),
                ),
                reaches=span.end if span.end > end else None,
                line=line + 1,
                column=column,
                byte_start=offsets.get(span.start),
                byte_end=offsets.get(end),
            )
            for span, end, line, column in zip(spans, ends, lines.tolist(), columns.tolist(), strict=True)
        )


def byte_offsets(document: Document, edges: set[int]) -> dict[int, int]:
    """Code point offset -> byte offset in the raw file; empty for charsets in which that is not well defined."""
    text, charset = document.text, document.encoding.charset
    ordered = sorted(edges)
    if text.isascii() and charset == "utf-8" and not document.encoding.bad_bytes:
        return {edge: edge for edge in ordered}
    if charset.replace("_", "-").startswith(STATEFUL) or document.encoding.decided_by == "binary":
        return {}
    errors = "strict"
    if charset == "utf-8" and document.encoding.decided_by.startswith(("utf-8-", "bom")):
        text, errors = document.raw.decode("utf-8", "surrogateescape"), "surrogateescape"  # each bad byte counts as itself
    found, last, byte = {}, 0, 0
    for edge in ordered:
        try:
            byte += len(text[last:edge].encode(charset, errors))
        except UnicodeEncodeError:
            return {}
        found[edge], last = byte, edge
    return found


def _encoding(document: Document) -> wire.EncodingFacts:
    text, facts, seen = document.text, document.encoding, traits(document)
    return wire.EncodingFacts(
        charset=facts.charset,
        bom=facts.bom,
        newline=newline(text),  # type: ignore[arg-type]
        final_newline=text.endswith(("\n", "\r")),
        nfc=seen.nfc,
        nfkc=seen.nfkc,
        width_folded=True if len(seen.folded) else None,
        c2pa_text=_MANIFEST[seen.manifest and seen.manifest[0]],  # type: ignore[arg-type]
        decided_by=facts.decided_by,
        declared=facts.declared or None,
        detected=facts.detected or None,
        confidence=round(facts.confidence, 2) or None,
        alternatives=facts.alternatives,
        differs=tuple(span.start for span in facts.differs),
        bad_bytes=facts.bad_count,
        cut_bytes=facts.cut_bytes,
        regions=tuple(
            wire.ForeignRegion(byte_start=one.start, byte_end=one.end, start=one.span.start, end=one.span.end, charset=one.charset)
            for one in facts.regions
        ),
    )


_MANIFEST = {None: None, True: "present", False: "damaged"}


def newline(text: str) -> str:
    """How the lines of a text end: lf, crlf, cr, mixed or none."""
    if "\r" not in text:
        return "lf" if "\n" in text else "none"
    pairs = text.count("\r\n")
    counts = {"crlf": pairs, "cr": text.count("\r") - pairs, "lf": text.count("\n") - pairs}
    kinds = [kind for kind, count in counts.items() if count]
    return kinds[0] if len(kinds) == 1 else "mixed"


def _finding(finding: Finding, evidence: _Evidence) -> wire.WireFinding:
    return wire.WireFinding(
        rule_id=finding.code,
        level=LEVELS[finding.severity],  # type: ignore[arg-type]
        message=finding.message,
        evidence=evidence.refer(finding.spans),
        lines=tuple((first + 1, last + 1) for first, last in finding.lines),
        suppressions=(wire.Suppression(kind="external", justification=finding.excused),) if finding.excused else (),
    )


def _document(claims: Claims, evidence: _Evidence) -> wire.NewsArticle:
    def text(claim: Claim) -> wire.TextClaim:
        return wire.TextClaim(value=claim.value, **_common(claim, evidence))  # type: ignore[arg-type]

    def optional(claim: Claim) -> wire.TextClaim | None:
        return None if claim.status is Status.MISSING and not claim.why else text(claim)

    def agents(given: tuple[Claim, ...]) -> tuple[wire.AgentClaim, ...]:
        return tuple(agent(one) for one in given)

    def agent(claim: Claim) -> wire.AgentClaim:
        return wire.AgentClaim(value=_agent(claim.value), **_common(claim, evidence))  # type: ignore[arg-type]

    return wire.NewsArticle(
        type="NewsArticle",
        headline=text(claims.headline),
        in_language=text(claims.in_language),
        url=optional(claims.url),
        publisher=agent(claims.publisher),
        author=agents(claims.author),
        editor=agents(claims.editor),
        translator=agents(claims.translator),
        credit_text=agents(claims.credit_text),
        dateline=optional(claims.dateline),
        date_published=_date(claims.date_published, evidence),
        date_modified=None if claims.date_modified.status is Status.MISSING else _date(claims.date_modified, evidence),
        is_based_on=wire.WorkClaim(value=_work(claims.is_based_on.value), **_common(claims.is_based_on, evidence)),  # type: ignore[arg-type]
        relation=claims.relation,  # type: ignore[arg-type]
        translation_disclosed=claims.translation_disclosed,
        content_reference_time=tuple(_date(one, evidence) for one in claims.content_reference_time),
        copyright_notice=optional(claims.copyright_notice),
        license=optional(claims.license),
        usage_info=optional(claims.usage_info),
        representation_type=text(claims.representation_type),
    )


def _common(claim: Claim, evidence: _Evidence) -> dict[str, Any]:
    return {
        "status": claim.status.value,
        "confidence": claim.confidence.value if claim.confidence else None,
        "label": claim.label or None,
        "rule": claim.rule or None,
        "evidence": evidence.refer(claim.evidence),
        "why": claim.why,
        "candidates": claim.candidates,
    }


def _date(claim: DateClaim, evidence: _Evidence) -> wire.DateClaim:
    return wire.DateClaim(
        value=claim.value,  # type: ignore[arg-type]
        text=claim.text or None,
        order=claim.order or None,  # type: ignore[arg-type]
        calendar=claim.calendar if claim.text else None,  # type: ignore[arg-type]
        readings=claim.readings,
        resolved_by=claim.resolved_by,  # type: ignore[arg-type]
        time_zone=claim.time_zone,
        **_common(claim, evidence),
    )


def _agent(agent: Agent | None) -> wire.Agent | None:
    if agent is None:
        return None
    return wire.Agent(
        type=agent.type,  # type: ignore[arg-type]
        name=agent.name,
        url=agent.url or None,
        role_uri=wire.ROLES + agent.role if agent.role else None,
    )


def _work(work: Work | None) -> wire.Work | None:
    if work is None:
        return None
    return wire.Work(
        type="NewsArticle",
        headline=work.headline or None,
        url=work.url or None,
        publisher=_agent(work.publisher),
        in_language=work.in_language or None,
    )
