"""The walk: bytes in, report out."""

from __future__ import annotations

import msgspec

from checks.claims import claim
from checks.model import Claims, Document, Outlet, Sidecar
from checks.policy import Policy
from checks.read import read
from checks.report import Report, judge, skipping
from checks.rules import RULES, inspect
from checks.rules.rule import Article, Rule
from checks.zone import zone

NOT_A_TEXT = "ENC007"


class Desk(msgspec.Struct, frozen=True):
    """What a data repository checks with: the rules, its policy, the outlets it knows beside the built-in ones."""

    rules: tuple[Rule, ...] = RULES
    policy: Policy = Policy()
    outlets: tuple[Outlet, ...] = ()


def check(raw: bytes, path: str, desk: Desk, supplied: Sidecar | None = None, sidecar_fault: str = "") -> Report:
    """The report on the bytes of one file. Pure: the same bytes, desk and sidecar give the same report.

    `supplied` is what the file's sidecar says, `sidecar_fault` why it could not be read.

    Raises:
        RuleCrashed: a rule raised.

    """
    document = read(raw, path)
    zones = zone(document)
    policy = desk.policy.at(path)
    rules = policy.rules_for(path, desk.rules)
    asked = _fitting(document, rules)
    claims = claim(document, zones, desk.outlets, supplied) if asked is rules else Claims()
    article = Article(document, zones, claims, supplied, sidecar_fault, policy.thresholds, policy.committed)
    findings = inspect(article, asked, policy.severity)
    report = judge(document, zones, claims, findings, rules, policy)
    return report if asked is rules else skipping(report, {one.code for one in asked})


def _fitting(document: Document, rules: tuple[Rule, ...]) -> tuple[Rule, ...]:
    """The rules to ask of a file: of one that is no text, and held for it, only those about bytes. It has no headline, day or menu."""
    if document.encoding.decided_by != "binary" or not any(one.code == NOT_A_TEXT for one in rules):
        return rules
    return tuple(one for one in rules if one.code[:3] == NOT_A_TEXT[:3])
