"""The batch stage: the reports of a delivery as a ledger, its contract, what is expected of it, and what shows in company.

Pandas, pandera and Great Expectations are imported while it runs and not before: the last alone takes seconds.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from checks.batch.company import Seen, company, copies
from checks.batch.recurring import recurring
from checks.deposit import manifest
from checks.errors import UsageError
from checks.ledger import Row, frame, rows, write_parquet
from checks.model import BatchFinding, Place, RuleCode, Severity, Verdict
from checks.policy import Policy, verdict
from checks.rules.company import COMPANY

if TYPE_CHECKING:
    import pandas as pd

    from checks.batch.expectations import Answer
    from checks.batch.suites import Suite

SEVERITIES = {rule.code: rule.severity for rule in COMPANY}
NEVER_IGNORED = ("COR003",)
"""What could not be answered has not passed, whatever the policy."""
_ORDER = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}


class BatchResult(msgspec.Struct, frozen=True):
    """What came of a delivery."""

    findings: tuple[BatchFinding, ...]
    rows: int
    suites_run: tuple[str, ...]
    expectations_evaluated: int
    not_judged: tuple[str, ...] = ()
    """What was not asked, and why, in sentences."""
    shares_before: dict[str, float] = {}
    """Of the earlier delivery: what share of its articles was ready, was held, named its outlet, source and date. Empty without one."""

    @property
    def verdict(self) -> Verdict:
        """FAILED with an error, WARNED with a warning, else PASSED."""
        return verdict(self.findings)


def run(
    provenance_dir: Path,
    *,
    articles_root: Path | None = None,
    against: Path | None = None,
    out: Path | None = None,
    policy: Policy | None = None,
    suites: Sequence[Path] | None = None,
) -> BatchResult:
    """Judge the delivery whose reports stand below `provenance_dir`, and write its ledger to `out`. Prints nothing.

    `articles_root` is the folder that the names of the articles are relative to; without it nobody looks for lines that
    recur. `against` is the ledger of an earlier delivery. `suites` are files of expectations instead of copydesk's own; see
    `checks.batch.suites.chosen`.

    Raises:
        UsageError: reports, manifest, suites or the earlier ledger are missing or broken, or nothing was asked.

    """
    from checks.batch.contract import breaches
    from checks.batch.drift import headline_shares, old_ledger
    from checks.batch.suites import load, shipped

    if articles_root is not None and not articles_root.is_dir():
        raise UsageError([f"{articles_root}: no such folder of articles"])
    listed = tuple(rows(provenance_dir))
    asked = load(shipped() if suites is None else suites)
    ledger = frame(listed)
    seen = [*manifest_faults(provenance_dir, listed), *breaches(ledger), *company(listed)]
    not_judged = []
    if articles_root is None:
        not_judged.append("lines that recur from file to file: the articles' folder was not given")
    else:
        seen += recurring(provenance_dir, articles_root, copies(listed))
    before = None if against is None else old_ledger(against)
    answers, names, left_out = _ask(ledger, asked, before, seen)
    evaluated = sum(not answer.crashed for answer in answers)
    if not evaluated:
        raise UsageError(["no expectation was evaluated: a delivery that was asked nothing has not passed", *left_out])
    if out is not None:
        write_parquet(ledger, out)
    shares = {} if before is None else headline_shares(before)
    return BatchResult(judge(seen, policy or Policy()), len(listed), names, evaluated, (*not_judged, *left_out), shares)


def _ask(
    ledger: pd.DataFrame, asked: Iterable[Suite], before: pd.DataFrame | None, seen: list[Seen]
) -> tuple[list[Answer], tuple[str, ...], list[str]]:
    """All answers, the names of the suites asked, and what was left out; what failed is added to `seen`."""
    from checks.batch.drift import drift, same_rules
    from checks.batch.expectations import ask, told

    answers: list[Answer] = []
    names, left_out = [], []
    for suite in asked:
        if len(ledger) < suite.meta.from_rows:
            left_out.append(f"the suite {suite.name}: it is asked from {suite.meta.from_rows} articles on, and there are {len(ledger)}")
            continue
        given = ask(ledger, suite)
        answers += given
        seen += told(given)
        names.append(suite.name)
    if before is not None:
        given, changed = drift(ledger, before)
        answers += given
        seen += changed
        names.append("drift")
        if not same_rules(ledger, before):
            left_out.append("the shares of single findings: the earlier reports were made under other rules")
    return answers, tuple(names), left_out


def manifest_faults(provenance_dir: Path, listed: Iterable[Row]) -> Iterator[Seen]:
    """Where the manifest of the folder, if it has one, does not tell of the reports that are there.

    Raises:
        UsageError: the manifest is broken.

    """
    entries = manifest(provenance_dir)
    if entries is None:
        return
    found = {row.path: row for row in listed}
    named: set[str] = set()
    for entry in entries:
        if entry.path in named:
            yield Seen("COR001", f"{entry.path}: the manifest names it twice", (Place(entry.path),))
        named.add(entry.path)
        row = found.get(entry.path)
        if row is None:
            reason = f"it could not be read ({entry.unread})" if entry.unread else "there is none"
            yield Seen("COR001", f"{entry.path}: the manifest names it without a report: {reason}", (Place(entry.path),))
            continue
        pairs = ((entry.sha256, row.sha256, "digest of the article"), (entry.report_sha256, row.report_sha256, "digest of the report"),
                 (entry.result, row.result, "result"))  # fmt: skip
        for told, true, what in pairs:
            if told != true:
                yield Seen("COR001", f"{entry.path}: the manifest gives another {what} than there is", (Place(entry.path),))
    for path in sorted(found.keys() - named):
        yield Seen("COR001", f"{path}: there is a report, and the manifest does not name it", (Place(path),))


def judge(seen: Iterable[Seen], policy: Policy) -> tuple[BatchFinding, ...]:
    """What was seen as findings, each with the weight that policy gives it; the heaviest first, then by code and words."""
    found = []
    for one in seen:
        code = RuleCode(one.code)
        places = tuple(place for place in one.places if policy.counts(one.code, place.path))
        left_out = bool(one.places) and not places
        if one.code not in NEVER_IGNORED and (left_out or not policy.counts(one.code, "")):
            continue
        severity = policy.severity.get(code) or one.severity or SEVERITIES[code]
        found.append(BatchFinding(code, severity, one.message, places=places))
    return policy.excuse_delivery(sorted(found, key=lambda one: (_ORDER[one.severity], one.code, one.message)))
