"""What a report says of the article: every claim under its schema.org name, with its evidence."""

from __future__ import annotations

from typing import Any

from checks import statement as wire
from checks.model import Agent, Claim, Claims, DateClaim, Status, Work
from checks.report.evidence import Exhibits


def news_article(claims: Claims, evidence: Exhibits) -> wire.NewsArticle:
    """The claims as they go out; a claim that is missing without a reason is left out where the schema lets it."""

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


def _common(claim: Claim, evidence: Exhibits) -> dict[str, Any]:
    return {
        "status": claim.status.value,
        "confidence": claim.confidence.value if claim.confidence else None,
        "label": claim.label or None,
        "rule": claim.rule or None,
        "evidence": evidence.refer(claim.evidence),
        "why": claim.why,
        "candidates": claim.candidates,
    }


def _date(claim: DateClaim, evidence: Exhibits) -> wire.DateClaim:
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
