"""`copydesk gate`: articles, delivery and report in one, and an answer that fits one screen."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from checks.cli import FINDINGS
from checks.cli.batch import blocking, judged
from checks.cli.options import configuration, configured
from checks.cli.running import Asked, Ran, checked, exit_code
from checks.config import Config
from checks.errors import UsageError
from checks.model import BatchFinding, Severity, Verdict
from checks.out import Totals
from checks.out.plain import amount, leading, nearby, visible
from checks.out.text import width
from checks.outcome import Outcome
from checks.rules.catalogue import NAMES

COLUMNS, SKIPPED, CAUSES, ABOUT = 80, 3, 7, 5
"""The width of a screen, and lines for what was skipped, what blocks and what is wrong with the delivery: 23 lines in all."""


class Causes:
    """Which rules block, in how many articles, and where first."""

    def __init__(self, fail_on: Severity) -> None:
        self.blocking = (Severity.ERROR,) if fail_on is Severity.ERROR else (Severity.ERROR, Severity.WARNING)
        self.found: dict[str, list[str]] = {}
        self.unread: list[str] = []

    def add(self, outcome: Outcome) -> None:
        """One article is done."""
        if outcome.unread:
            self.unread.append(f"{outcome.name}: {outcome.unread}")
        told: set[str] = set()
        for found in outcome.counting:
            if found.severity in self.blocking and found.code not in told:
                told.add(found.code)
                self.found.setdefault(found.code, []).append(f"{outcome.name}:{found.line}" if found.line else outcome.name)

    def end(self, totals: Totals) -> None:
        """Nothing is written here."""


@click.command()
@click.argument("paths", nargs=-1)
@click.option("--out", metavar="DIR", help="Where reports are written; provenance if not told or configured otherwise.")
@click.option("--output-format", "formats", multiple=True, metavar="FORMAT=PATH", help="Further outputs, as for check.")
@click.option("--changed", is_flag=True, help="Only articles that differ from the merge base with --base; the delivery is not judged then.")
@click.option("--base", metavar="REF", help="What --changed compares with.")
@click.option("--against", type=click.Path(path_type=Path), metavar="LEDGER", help="The ledger of an earlier delivery, to compare with.")
@click.option("--fail-on", type=click.Choice(["error", "warning"]), help="What blocks; errors if not told otherwise.")
@click.option("--jobs", type=click.IntRange(min=1), help="Processes; as many as there are cores if not told otherwise.")
@configured
def gate(
    paths: tuple[str, ...], out: str | None, formats: tuple[str, ...], changed: bool, base: str | None, against: Path | None,
    fail_on: str | None, jobs: int | None, **chosen: object,
) -> None:  # fmt: skip
    """Check articles, judge the delivery, write the reports, and say on one screen what blocks and what to do next.

    The exit code is that of the worst part.
    """
    terminal = [one for one in formats if "=" not in one]
    if terminal:
        raise UsageError([f"--output-format: {one} needs a path here: {one}=PATH" for one in terminal])
    config = configuration(**chosen)  # type: ignore[arg-type]
    weight = Severity(fail_on) if fail_on else config.fail_on
    causes = Causes(weight)
    asked = Asked(
        paths=paths, formats=formats, silent=True, out=out or config.out or "provenance", changed=changed, base=base, jobs=jobs, quiet=True
    )
    ran = checked(asked, config, [causes])
    code = exit_code(ran, weight)
    delivery: tuple[BatchFinding, ...] = ()
    told, skipped = "Delivery: not judged, only changed articles were checked.", ran.not_judged
    if ran.totals.files == ran.totals.unread > 0:
        told = "Delivery: not judged, no article could be read."
    elif not ran.partial:
        delivery, told, more = _delivery(ran, config, against)
        code = max(code, FINDINGS if blocking(delivery, weight) else 0)
        skipped += more
    for line in screen(ran, causes, delivery, told, skipped):
        click.echo(line)
    sys.exit(code)


def _delivery(ran: Ran, config: Config, against: Path | None) -> tuple[tuple[BatchFinding, ...], str, tuple[str, ...]]:
    from checks.out.site import deliver
    from checks.out.summary import Shares

    folder = Path(ran.out)
    result, findings = judged(folder, config, against=against, out=folder / "ledger.parquet")
    deliver(folder, findings, config.language, Shares(**result.shares_before) if result.shares_before else None)
    verdict = {Verdict.PASSED: "passed", Verdict.WARNED: "has warnings", Verdict.FAILED: "is held"}[result.verdict]
    told = f"Delivery: {verdict}; {amount(result.expectations_evaluated, 'expectation')}, {amount(len(findings), 'finding')}."
    return findings, told, result.not_judged


def screen(ran: Ran, causes: Causes, delivery: Sequence[BatchFinding], told: str, skipped: Sequence[str]) -> list[str]:
    """What was checked, what was skipped, what blocks, what to do next: at most 23 lines of 80 columns."""
    lines = [*_folded(ran.totals.sentence()), told]
    lines += _part("Skipped:", [leading(one) for one in (*causes.unread, *skipped)], SKIPPED, "more")
    ordered = sorted(causes.found.items(), key=lambda item: (-len(item[1]), item[0]))
    wide = max((len(NAMES.get(code, "")) for code, _ in ordered[:CAUSES]), default=0)
    blocks = []
    for code, places in ordered:
        articles = "1 article:" if len(places) == 1 else f"{len(places)} articles, first"
        blocks.append(f"{code} {NAMES.get(code, ''):<{wide}}  {articles} {places[0]}")
    lines += _part("Blocks:", blocks, CAUSES, "more rules")
    counting = [one for one in delivery if not one.excused]
    lines += _part("About the delivery:", [f"{one.severity.value} {one.code} {one.message}" for one in counting], ABOUT, "more findings")
    if ran.totals.files:
        lines.append(f"Next: open {nearby(Path(ran.out, 'index.html'))}")
    if ordered:
        lines.append(f"      mend what blocks, or waive it; `copydesk rule {ordered[0][0]}` explains the first")
    return [_cut(visible(line)) for line in lines]


def _part(heading: str, told: Sequence[str], room: int, what: str) -> list[str]:
    """A heading and its lines, the last of them a count of what there is no room for."""
    if len(told) > room:
        told = [*told[: room - 1], f"… and {len(told) - room + 1} {what}"]
    return [heading, *(f"  {one}" for one in told)] if told else []


def _folded(sentence: str) -> list[str]:
    """A sentence on two lines, where one is too narrow."""
    at = len(sentence) if len(sentence) <= COLUMNS else sentence.rfind(" ", 0, COLUMNS)
    return [part for part in (sentence[:at], sentence[at:].strip()) if part]


def _cut(line: str) -> str:
    """A line of at most the width of the screen."""
    if width(line) <= COLUMNS:
        return line
    line = line[: 4 * COLUMNS]
    while width(line) >= COLUMNS:
        line = line[:-1]
    return line + "…"
