"""What a finding weighs, and the verdict: the one place that judges."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from fnmatch import fnmatchcase

import msgspec

from checks.model import Finding, RuleCode, Severity, Sha256, Verdict
from checks.rules.rule import Rule, Thresholds


class Policy(msgspec.Struct, frozen=True):
    """Which rules count, how much, and where not. Made from the configuration, with every code known to exist."""

    select: tuple[str, ...] = ()
    """Codes or their beginnings; empty means all."""
    ignore: tuple[str, ...] = ()
    severity: dict[RuleCode, Severity] = {}
    thresholds: Thresholds = Thresholds()
    per_path_ignores: dict[str, tuple[str, ...]] = {}
    """Glob over the file's path -> codes or their beginnings."""

    def counts(self, code: str, path: str) -> bool:
        """Whether a rule is asked of the file at a path."""
        if self.select and not code.startswith(self.select):
            return False
        if self.ignore and code.startswith(self.ignore):
            return False
        return not any(code.startswith(codes) for glob, codes in self.per_path_ignores.items() if fnmatchcase(path, glob))

    def rules_for(self, path: str, rules: Iterable[Rule]) -> tuple[Rule, ...]:
        """The rules that are asked of the file at a path."""
        return tuple(one for one in rules if self.counts(one.code, path))

    def digest(self) -> Sha256:
        """Digest of the whole policy, for the report."""
        return Sha256(hashlib.sha256(msgspec.json.encode(self, order="sorted")).hexdigest())


def verdict(findings: Iterable[Finding]) -> Verdict:
    """FAILED with an error, WARNED with a warning, else PASSED."""
    weights = {finding.severity for finding in findings}
    if Severity.ERROR in weights:
        return Verdict.FAILED
    return Verdict.WARNED if Severity.WARNING in weights else Verdict.PASSED
