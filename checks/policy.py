"""What a finding weighs, what is excused, and the verdict: the one place that judges."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable
from fnmatch import fnmatchcase
from functools import lru_cache

import msgspec

from checks.model import BatchFinding, Document, Finding, RuleCode, Severity, Sha256, Verdict, fingerprint
from checks.model.once import once
from checks.rules.rule import Rule, Thresholds


class Waiver(msgspec.Struct, frozen=True):
    """A person's word that a finding is known and may stand: a rule, the files it may stand in, why, and who says so."""

    code: str
    path: str
    """A glob over the file's path."""
    reason: str
    who: str
    until: str = ""
    """ISO 8601 day on which it ends; empty for never."""


class Known(msgspec.Struct, frozen=True, omit_defaults=True):
    """A finding that was there when the baseline was drawn: only more of it, or another, counts."""

    path: str
    code: str
    fingerprint: str
    count: int = 1
    reason: str = ""
    who: str = ""
    until: str = ""


class Policy(msgspec.Struct, frozen=True, dict=True):
    """Which rules count, how much, and where not. Made from the configuration, with every code known to exist."""

    select: tuple[str, ...] = ()
    """Codes or their beginnings; empty means all."""
    ignore: tuple[str, ...] = ()
    severity: dict[RuleCode, Severity] = {}
    thresholds: Thresholds = Thresholds()
    per_path_ignores: dict[str, tuple[str, ...]] = {}
    """Glob over the file's path -> codes or their beginnings."""
    waivers: tuple[Waiver, ...] = ()
    """Those that have not ended."""
    baseline: dict[str, tuple[Known, ...]] = {}
    """Path -> what is known of it; entries that have not ended."""
    committed: str = ""
    """ISO 8601 day of the commit that is checked: what is in it cannot be of a later day. Empty when no commit is checked."""

    def at(self, path: str) -> Policy:
        """The part of the policy that concerns the file at a path, so that its report does not change with the rest."""
        if not (self.per_path_ignores or self.waivers or self.baseline):
            return self
        globs = tuple(glob for glob in self.per_path_ignores if fnmatchcase(path, glob))
        waivers = tuple(one for one in self.waivers if fnmatchcase(path, one.path))
        part = self._parts.get((globs, waivers))
        if part is None:
            ignores = {glob: self.per_path_ignores[glob] for glob in globs}
            part = msgspec.structs.replace(self, per_path_ignores=ignores, waivers=waivers, baseline={})
            self._parts[globs, waivers] = part
        return msgspec.structs.replace(part, baseline={path: self.baseline[path]}) if path in self.baseline else part

    @once
    def _parts(self) -> dict[tuple[tuple[str, ...], tuple[Waiver, ...]], Policy]:
        """The parts that were asked for, by the globs and waivers that hold: the files of a folder share one, and its digest."""
        return {}

    def counts(self, code: str, path: str) -> bool:
        """Whether a rule is asked of the file at a path."""
        if self.select and not code.startswith(self.select):
            return False
        if self.ignore and code.startswith(self.ignore):
            return False
        return not any(code.startswith(codes) for glob, codes in self.per_path_ignores.items() if fnmatchcase(path, glob))

    def rules_for(self, path: str, rules: tuple[Rule, ...]) -> tuple[Rule, ...]:
        """The rules that are asked of the file at a path."""
        if not (self.select or self.ignore or self.per_path_ignores):
            return rules
        here = (code for glob, codes in self.per_path_ignores.items() if fnmatchcase(path, glob) for code in codes)
        return _asked(rules, self.select, (*self.ignore, *here))

    def excuse(self, document: Document, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
        """The findings, those that a waiver or the baseline covers marked with its word."""
        if not (self.waivers or self.baseline):
            return findings
        known = {(one.code, one.fingerprint): one for one in self.baseline.get(document.path, ())}
        seen: Counter[tuple[str, str]] = Counter()
        marked = []
        for one in findings:
            word = next(
                (f"waived by {w.who}: {w.reason}" for w in self.waivers if one.code == w.code and fnmatchcase(document.path, w.path)), ""
            )
            quote = document.quote(one.spans[0])[:240] if one.spans else ""
            key = (one.code, fingerprint(one.code, quote, one.message))
            seen[key] += 1
            if not word and key in known and seen[key] <= known[key].count:
                word = f"in the baseline: {known[key].reason or 'known when it was drawn'}"
            marked.append(msgspec.structs.replace(one, excused=word) if word else one)
        return tuple(marked)

    def excuse_delivery(self, findings: Iterable[BatchFinding]) -> tuple[BatchFinding, ...]:
        """The findings about a delivery, marked with their word where a waiver or the baseline covers each of their files."""
        if not (self.waivers or self.baseline):
            return tuple(findings)
        known = {(one.path, one.code, one.fingerprint): one for several in self.baseline.values() for one in several}
        seen: Counter[tuple[str, str, str]] = Counter()
        marked = []
        for one in findings:
            words = []
            for key in delivery_keys(one):
                seen[key] += 1
                waiver = next((w for w in self.waivers if w.code == one.code and key[0] and fnmatchcase(key[0], w.path)), None)
                listed = known.get(key)
                if waiver:
                    words.append(f"waived by {waiver.who}: {waiver.reason}")
                elif listed and seen[key] <= listed.count:
                    words.append(f"in the baseline: {listed.reason or 'known when it was drawn'}")
                else:
                    words.append("")
            marked.append(msgspec.structs.replace(one, excused="; ".join(dict.fromkeys(words))) if all(words) else one)
        return tuple(marked)

    @once
    def digest(self) -> Sha256:
        """Digest of the whole policy, for the report."""
        return Sha256(hashlib.sha256(msgspec.json.encode(self, order="sorted")).hexdigest())


@lru_cache(maxsize=64)
def _asked(rules: tuple[Rule, ...], select: tuple[str, ...], ignored: tuple[str, ...]) -> tuple[Rule, ...]:
    """The rules whose codes begin as one of those selected, or any if none is, and as none of those ignored."""
    return tuple(one for one in rules if (not select or one.code.startswith(select)) and not one.code.startswith(ignored))


def delivery_keys(one: BatchFinding) -> tuple[tuple[str, str, str], ...]:
    """Path, code and fingerprint under which the baseline knows a finding about a delivery.

    One for each of its files, whatever their number and the words: the next file that joins them is new. What names no file
    is known by its words.
    """
    paths = sorted({place.path for place in one.places})
    if not paths:
        return (("", one.code, fingerprint(one.code, "", one.message)),)
    return tuple((path, one.code, fingerprint(one.code, "", one.code)) for path in paths)


def verdict(findings: Iterable[Finding]) -> Verdict:
    """FAILED with an error, WARNED with a warning, else PASSED; what is excused does not count."""
    result, warning, error = Verdict.PASSED, Severity.WARNING, Severity.ERROR
    for finding in findings:
        if finding.severity is error and not finding.excused:
            return Verdict.FAILED
        if finding.severity is warning and not finding.excused:
            result = Verdict.WARNED
    return result
