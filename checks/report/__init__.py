"""The last stage of the walk: claims and findings become a report bound to the bytes of the file."""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from functools import lru_cache
from typing import Literal

import msgspec

from checks import statement as wire
from checks.fingerprint import extent, fingerprints
from checks.model import Claims, Document, Finding, RuleCode, Severity, Verdict, Zones
from checks.policy import Policy, verdict
from checks.report.article import news_article
from checks.report.encoding import encoding_facts
from checks.report.evidence import Exhibits
from checks.rules.rule import Rule
from checks.version import VERSION

WEIGHTS = {Severity.ERROR: "error", Severity.WARNING: "warn", Severity.INFO: "info"}


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
    evidence = Exhibits(document)
    article = news_article(claims, evidence)
    wired = tuple([_finding(one, evidence) for one in findings])
    result = verdict(findings)
    predicate = wire.Predicate(
        generator=wire.Generator(name="copydesk", version=VERSION),
        configuration=_configuration(rules, policy),
        result=result.value,
        document=article,
        encoding=encoding_facts(document),
        extent=extent(document, zones),
        fingerprints=fingerprints(document, zones),
        segments=tuple([wire.Segment(start_line=run.first + 1, end_line=run.last + 1, kind=run.kind, why=run.why) for run in zones.runs]),
        insets=tuple(wire.InsetSegment(start=one.span.start, end=one.span.end, kind=one.kind) for one in zones.insets),
        checks=_checks(rules, policy, {one.code for one in findings}),
        findings=wired,
        evidence=evidence.listed(),
    )
    return Report(document, _statement(document, predicate), findings, result)


def skipping(report: Report, asked: Collection[RuleCode]) -> Report:
    """The same report, which says of the rules that were not asked that they were not."""
    predicate = report.statement.predicate
    checks = [one if one.name.partition(" ")[0] in asked else msgspec.structs.replace(one, status="skip") for one in predicate.checks]
    statement = msgspec.structs.replace(report.statement, predicate=msgspec.structs.replace(predicate, checks=tuple(checks)))
    return msgspec.structs.replace(report, statement=statement)


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
        encoding=encoding_facts(document),
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
    passed, broken = _answers(rules, tuple(policy.severity.items()))
    return tuple((passed | {code: broken[code] for code in failed if code in broken}).values())


Answers = dict[RuleCode, wire.CheckResult]


@lru_cache(maxsize=8)
def _answers(rules: tuple[Rule, ...], severities: tuple[tuple[RuleCode, Severity], ...]) -> tuple[Answers, Answers]:
    """Both answers of every rule, passed and failed: they are the same in every report of a run."""
    weights = {one.code: one.severity for one in rules} | dict(severities)

    def all_of(status: Literal["pass", "fail"]) -> Answers:
        return {
            one.code: wire.CheckResult(name=f"{one.code} {one.name}", status=status, severity=WEIGHTS[weights[one.code]])  # type: ignore[arg-type]
            for one in rules
        }

    return all_of("pass"), all_of("fail")


def _configuration(rules: tuple[Rule, ...], policy: Policy) -> tuple[wire.Resource, ...]:
    return (
        wire.Resource(name="rules", digest={"sha256": _rules_digest(rules)}),
        wire.Resource(name="policy", digest={"sha256": policy.digest}),
    )


@lru_cache(maxsize=8)
def _rules_digest(rules: tuple[Rule, ...]) -> str:
    codes = " ".join(one.code for one in rules)
    return hashlib.sha256(f"{VERSION} {codes}".encode()).hexdigest()


def _finding(finding: Finding, evidence: Exhibits) -> wire.WireFinding:
    return wire.WireFinding(
        rule_id=finding.code,
        level=_level(finding.severity),
        message=finding.message,
        evidence=evidence.refer(finding.spans),
        lines=tuple([(first + 1, last + 1) for first, last in finding.lines]),
        suppressions=(wire.Suppression(kind="external", justification=finding.excused),) if finding.excused else (),
    )


def _level(severity: Severity) -> Literal["error", "warning", "note"]:
    """The word of SARIF for a severity; a dictionary would ask the enumeration for a hash each time, which is slow."""
    return "error" if severity is _ERROR else "warning" if severity is _WARNING else "note"


_ERROR, _WARNING = Severity.ERROR, Severity.WARNING
