"""Waivers and the baseline: findings that somebody answered for, in files beside the data and never in the articles.

Waivers are written by people, in `copydesk.waivers.toml`: a code, a glob of paths, a reason, a name, an optional last day.
The baseline is written by `copydesk baseline add`, in `copydesk.baseline.json`: what was there when it was drawn.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from fnmatch import fnmatchcase
from itertools import groupby
from pathlib import Path
from typing import Any

import msgspec

from checks.disk import write
from checks.errors import UsageError, day_fault, nearest
from checks.model import BatchFinding, Place, Severity, Verdict
from checks.outcome import Located, Outcome
from checks.policy import Known, Policy, Waiver, delivery_keys
from checks.rules.catalogue import CATALOGUE
from checks.rules.company import CompanyRule
from checks.rules.desk import DESK

THE_DELIVERY = "the delivery"  # what an entry without a path is about
WAIVERS = "copydesk.waivers.toml"
BASELINE = "copydesk.baseline.json"
DELIVERY = "COR"
"""What the codes of findings about deliveries begin with."""
EXPIRED_WAIVER, UNUSED_WAIVER, STALE_ENTRY, EXPIRED_ENTRY = DESK


class Excuses(msgspec.Struct, frozen=True):
    """The waivers and the baseline of a repository, as their files hold them."""

    waivers_path: str = WAIVERS
    waivers: tuple[Waiver, ...] = ()
    waiver_lines: tuple[int, ...] = ()
    baseline_path: str = BASELINE
    baseline: tuple[Known, ...] = ()

    def part(self, *, delivery: bool) -> Excuses:
        """Those of findings about deliveries, or the others: each stage answers for its own."""
        kept = [n for n, one in enumerate(self.waivers) if one.code.startswith(DELIVERY) is delivery]
        return msgspec.structs.replace(
            self,
            waivers=tuple(self.waivers[n] for n in kept),
            waiver_lines=tuple(self.waiver_lines[n] for n in kept),
            baseline=tuple(one for one in self.baseline if one.code.startswith(DELIVERY) is delivery),
        )

    def applied(self, policy: Policy, today: str) -> Policy:
        """A policy with what of these has not ended."""
        waivers, baseline = self.holding(today)
        return msgspec.structs.replace(policy, waivers=waivers, baseline=baseline)

    def holding(self, today: str) -> tuple[tuple[Waiver, ...], dict[str, tuple[Known, ...]]]:
        """What has not ended: waivers, and known findings by path."""
        waivers = tuple(one for one in self.waivers if not one.until or one.until >= today)
        known = [one for one in self.baseline if not one.until or one.until >= today]
        return waivers, {path: tuple(group) for path, group in groupby(sorted(known, key=lambda k: k.path), lambda k: k.path)}


def load(folder: Path, waivers: str = WAIVERS, baseline: str = BASELINE) -> Excuses:
    """The excuses in a folder's files; none where there are no files.

    Raises:
        UsageError: a file cannot be read or holds what cannot stand; all of it is told.

    """
    mistakes: list[str] = []
    given, lines = _waivers(folder / waivers, mistakes)
    known = _baseline(folder / baseline, mistakes)
    if mistakes:
        raise UsageError(mistakes)
    return Excuses((folder / waivers).as_posix(), given, lines, (folder / baseline).as_posix(), known)


def _waivers(path: Path, mistakes: list[str]) -> tuple[tuple[Waiver, ...], tuple[int, ...]]:
    if not path.is_file():
        return (), ()
    import tomllib  # most run without

    text = path.read_text("utf-8", errors="surrogateescape")
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        mistakes.append(f"{path}: no valid TOML: {error}")
        return (), ()
    mistakes += [f"{path}: unknown key {key!r}{nearest(key, ['waiver'])}" for key in table if key != "waiver"]
    entries = table.get("waiver", [])
    if not isinstance(entries, list):
        mistakes.append(f"{path}: waiver: write [[waiver]], with two brackets")
        return (), ()
    lines = [text.count("\n", 0, found.start()) + 1 for found in re.finditer(r"^[ \t]*\[\[[ \t]*waiver[ \t]*\]\]", text, re.MULTILINE)]
    lines += [1] * (len(entries) - len(lines))
    made = []
    for entry, line in zip(entries, lines, strict=False):
        faults = _waiver_faults(entry)
        mistakes += [f"{path}:{line}: {fault}" for fault in faults]
        if not faults:
            made.append(Waiver(**{key: str(value.date() if isinstance(value, datetime) else value) for key, value in entry.items()}))
    return tuple(made), tuple(lines)


def _waiver_faults(entry: dict[str, Any]) -> list[str]:
    known = [field.name for field in msgspec.structs.fields(Waiver)]
    faults = [f"unknown key {key!r}{nearest(key, known)}" for key in entry if key not in known]
    faults += [f"{key} is missing" for key in known if key != "until" and not str(entry.get(key, "")).strip()]
    code = entry.get("code")
    known_codes = [one.code for one in CATALOGUE]
    if code and code not in known_codes:
        faults.append(f"unknown rule {code!r}{nearest(str(code), known_codes)}")
    return faults + _day_faults(entry.get("until"))


def _day_faults(until: object) -> list[str]:
    fault = "" if until is None or isinstance(until, date) else day_fault(str(until))
    return [f"until: {fault}"] if fault else []


def _baseline(path: Path, mistakes: list[str]) -> tuple[Known, ...]:
    if not path.is_file():
        return ()
    try:
        entries = msgspec.json.decode(path.read_bytes(), type=tuple[Known, ...])
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        mistakes.append(f"{path}: no baseline: {error}; it is written by `copydesk baseline add`")
        return ()
    mistakes += [f"{path}: {one.path}: {fault}" for one in entries for fault in _day_faults(one.until or None)]
    return entries


class Ledger:
    """Counts what excuses were used in a run, and says which were not needed. Told of each outcome.

    An excuse of a rule that `policy` does not ask has nothing to excuse in this run, and may be needed in the next.
    """

    def __init__(self, excuses: Excuses, today: str, policy: Policy) -> None:
        self.excuses, self.today, self.policy = excuses, today, policy
        self.seen: Counter[tuple[str, str, str]] = Counter()
        self.names: set[str] = set()
        self.used: set[Waiver] = set()

    def add(self, outcome: Outcome) -> None:
        """One file is done."""
        if outcome.unread or outcome.crashed:
            return
        self.names.add(outcome.name)
        if self.excuses.baseline:
            self.seen.update((outcome.name, found.code, found.fingerprint) for found in outcome.findings)
        for waiver in self.excuses.waivers:
            if waiver not in self.used and fnmatchcase(outcome.name, waiver.path) and any(f.code == waiver.code for f in outcome.findings):
                self.used.add(waiver)

    def add_delivery(self, findings: Iterable[BatchFinding]) -> None:
        """The findings about a delivery."""
        for one in findings:
            keys = delivery_keys(one)
            self.seen.update(keys)
            self.used.update(
                w for w in self.excuses.waivers if w.code == one.code and any(fnmatchcase(path, w.path) for path, _, _ in keys)
            )

    def outcomes(self, *, whole: bool) -> list[Outcome]:
        """Findings about the files of excuses. `whole` says that all articles were checked: only then can a waiver be unused."""
        waivers = []
        for one, line in zip(self.excuses.waivers, self.excuses.waiver_lines, strict=True):
            if one.until and one.until < self.today:
                waivers.append(_found(EXPIRED_WAIVER, f"the waiver of {one.code} in {one.path} ended on {one.until}", line))
            elif whole and one not in self.used and self.policy.counts(one.code, ""):
                waivers.append(_found(UNUSED_WAIVER, f"no file has {one.code} in {one.path}", line))
        entries = []
        for known in self.excuses.baseline:
            now = self.seen[known.path, known.code, known.fingerprint]
            if known.until and known.until < self.today:
                entries.append(_found(EXPIRED_ENTRY, f"{known.path or THE_DELIVERY}: the entry of {known.code} ended on {known.until}"))
            elif now < known.count and (known.path in self.names or whole) and self.policy.counts(known.code, known.path):
                told = f"{known.path or THE_DELIVERY}: {known.code}: {now} of {known.count} known findings left"
                entries.append(_found(STALE_ENTRY, told))
        files = ((self.excuses.waivers_path, waivers), (self.excuses.baseline_path, entries))
        return [_outcome(path, found) for path, found in files if found]


def _found(rule: CompanyRule, message: str, line: int = 0) -> Located:
    return Located(rule.code, rule.severity, message, line, 1 if line else 0, line, 1 if line else 0)


def _outcome(path: str, findings: list[Located]) -> Outcome:
    failed = any(one.severity is Severity.ERROR for one in findings)
    return Outcome(Path(path).name, path, Verdict.FAILED if failed else Verdict.WARNED, tuple(findings))


def on_papers(excuses: Excuses, today: str, findings: Iterable[BatchFinding], policy: Policy) -> tuple[BatchFinding, ...]:
    """What is wrong with the excuses for a delivery, now that its findings are known."""
    ledger = Ledger(excuses, today, policy)
    ledger.add_delivery(findings)
    return tuple(
        BatchFinding(one.code, one.severity, one.message, places=(Place(outcome.name),))
        for outcome in ledger.outcomes(whole=True)
        for one in outcome.findings
    )


def drawn(outcomes: Iterable[Outcome], delivery: Iterable[BatchFinding] = (), *, reason: str, who: str, until: str) -> list[Known]:
    """Baseline entries for every finding that counts, notes left out."""
    counts: Counter[tuple[str, str, str]] = Counter(
        (outcome.name, found.code, found.fingerprint)
        for outcome in outcomes
        for found in outcome.findings
        if found.severity is not Severity.INFO and not found.excused
    )
    counts.update(key for one in delivery if one.severity is not Severity.INFO and not one.excused for key in delivery_keys(one))
    return [Known(path, code, print_, count, reason, who, until) for (path, code, print_), count in sorted(counts.items())]


def pruned(
    known: Sequence[Known], outcomes: Iterable[Outcome], delivery: Iterable[BatchFinding] | None = None, policy: Policy | None = None
) -> list[Known]:
    """The entries that are still needed, with the counts that are; those of what was not looked at, or not asked, stay.

    `delivery` are the findings about the delivery, None when it was not judged.
    """
    names: set[str] = set()
    seen: Counter[tuple[str, str, str]] = Counter()
    for outcome in outcomes:
        names.add(outcome.name)
        seen.update((outcome.name, found.code, found.fingerprint) for found in outcome.findings)
    seen.update(key for one in delivery or () for key in delivery_keys(one))
    kept = []
    for one in known:
        looked = delivery is not None if one.code.startswith(DELIVERY) else one.path in names
        asked = policy is None or policy.counts(one.code, one.path)
        count = min(one.count, seen[one.path, one.code, one.fingerprint]) if looked and asked else one.count
        if count:
            kept.append(msgspec.structs.replace(one, count=count))
    return kept


def save(path: str, entries: Iterable[Known]) -> None:
    """Write the baseline, sorted, one entry a line."""
    ordered = sorted(entries, key=lambda one: (one.path, one.code, one.fingerprint))
    lines = ",\n".join(msgspec.json.encode(one).decode() for one in ordered)
    write(path, f"[\n{lines}\n]\n".encode() if lines else b"[]\n")
