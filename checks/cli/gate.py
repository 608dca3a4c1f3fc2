"""`copydesk gate`: articles, delivery and report in one, and an answer that fits one screen."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from checks.cli import FINDINGS
from checks.cli.options import configuration, configured
from checks.cli.running import Asked, Ran, checked, exit_code
from checks.config import Config
from checks.errors import UsageError
from checks.model import BatchFinding, Severity, Verdict
from checks.out import Totals
from checks.out.plain import visible
from checks.outcome import Outcome
from checks.rules.catalogue import NAMES

SHOWN = 8
"""Causes and batch findings on the screen; the rest are counted."""


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
    if ran.partial:
        judged = "Delivery: not judged, only changed articles were checked."
    else:
        delivery, judged = _delivery(ran, config, against)
        blocking = [one for one in delivery if not one.excused and (one.severity is Severity.ERROR or weight is one.severity)]
        code = max(code, FINDINGS if blocking else 0)
    _screen(ran, causes, delivery, judged)
    sys.exit(code)


def _delivery(ran: Ran, config: Config, against: Path | None) -> tuple[tuple[BatchFinding, ...], str]:
    try:
        from checks import batch

        folder = Path(ran.out)
        result = batch.run(folder, articles_root=Path(config.folder), against=against, out=folder / "ledger.parquet", policy=config.policy)
    except ModuleNotFoundError as error:
        raise UsageError([f"the gate needs the package {error.name}: pip install 'copydesk[batch]', or run copydesk check"]) from error
    from checks.out.site import deliver

    deliver(folder, result.findings, config.language)
    verdict = {Verdict.PASSED: "passed", Verdict.WARNED: "has warnings", Verdict.FAILED: "is held"}[result.verdict]
    return result.findings, f"Delivery: {verdict}; {result.expectations_evaluated} expectations, {len(result.findings)} findings."


def _screen(ran: Ran, causes: Causes, delivery: tuple[BatchFinding, ...], judged: str) -> None:
    click.echo(ran.totals.sentence())
    click.echo(judged)
    for note in (*ran.not_judged[:SHOWN], *causes.unread[:SHOWN]):
        click.echo(f"  not judged: {visible(note)}")
    if causes.found:
        click.echo("Blocks:")
        ordered = sorted(causes.found.items(), key=lambda item: (-len(item[1]), item[0]))
        for code, places in ordered[:SHOWN]:
            articles = "1 article " if len(places) == 1 else f"{len(places)} articles"
            click.echo(f"  {code} {NAMES.get(code, ''):<26} {articles:<13} first {visible(places[0])}")
        if len(ordered) > SHOWN:
            click.echo(f"  … and {len(ordered) - SHOWN} more rules")
    for one in delivery[:SHOWN]:
        click.echo(f"  {one.severity.value} {one.code} {visible(one.message)}")
    if len(delivery) > SHOWN:
        click.echo(f"  … and {len(delivery) - SHOWN} more findings about the delivery")
    if ran.totals.files:
        click.echo(f"Next: open {Path(ran.out, 'index.html')}" + ("; `copydesk rule CODE` explains a rule." if causes.found else "."))
