"""All rules, and the stage of the walk that runs them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from checks.characters import traits
from checks.model import Finding, RuleCode, Severity
from checks.rules import completeness, dates, encoding, navigation, origin
from checks.rules.rule import Article, Rule, collect

RULES = collect(encoding, origin, dates, completeness, navigation)


class RuleCrashed(RuntimeError):
    """A rule raised: a defect of copydesk, and no answer about the file."""


def inspect(article: Article, rules: Iterable[Rule], severities: Mapping[RuleCode, Severity]) -> tuple[Finding, ...]:
    """What the rules find, in the order of the text, then of the codes.

    Raises:
        RuleCrashed: a rule raised anything; its own error is the cause.

    """
    found: list[Finding] = []
    present, kinds = traits(article.document).union, article.zones.by_kind
    for one in rules:
        if (one.needs and not one.needs & present) or (one.kind and one.kind not in kinds):
            continue
        try:
            hits = list(one.check(article))
        except Exception as error:
            message = f"rule {one.code} ({one.name}) raised {type(error).__name__}: {error}"
            raise RuleCrashed(message) from error
        if hits:
            severity = severities.get(one.code, one.severity)
            found += [Finding(one.code, severity, hit.message, hit.spans, hit.lines) for hit in hits]
    return tuple(sorted(found, key=_place))


def _place(finding: Finding) -> tuple[int, str, str]:
    return (finding.spans[0].start if finding.spans else -1, finding.code, finding.message)
