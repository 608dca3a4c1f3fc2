"""The walk: bytes in, report out."""

from __future__ import annotations

import msgspec

from checks.claims import claim
from checks.model import Outlet, Sidecar
from checks.policy import Policy
from checks.read import read
from checks.report import Report, judge
from checks.rules import RULES, inspect
from checks.rules.rule import Article, Rule
from checks.zone import zone


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
    claims = claim(document, zones, desk.outlets, supplied)
    policy = desk.policy.at(path)
    rules = policy.rules_for(path, desk.rules)
    article = Article(document, zones, claims, supplied, sidecar_fault, policy.thresholds, policy.committed)
    findings = inspect(article, rules, policy.severity)
    return judge(document, zones, claims, findings, rules, policy)
