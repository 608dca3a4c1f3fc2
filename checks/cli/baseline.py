"""`copydesk baseline`: take what is there as known, so that only what is new blocks."""

from __future__ import annotations

import os
import sys
from datetime import UTC, datetime
from pathlib import Path

import click
import msgspec

from checks import excuses
from checks.cli import FINDINGS
from checks.cli.batch import judged
from checks.cli.options import configuration, configured
from checks.errors import UsageError, day_fault
from checks.files import find as find_files
from checks.files import located
from checks.model import BatchFinding
from checks.out.plain import amount, leading, nearby, visible
from checks.outcome import Outcome
from checks.policy import Policy
from checks.run import run
from checks.single import Order


@click.group()
def baseline() -> None:
    """Keep a list of known findings, so that only new ones block; it may only shrink."""


REPORTS = click.option(
    "--reports", type=click.Path(exists=True, file_okay=False, path_type=Path), metavar="DIR",
    help="Findings about the delivery whose reports are here, too; as `copydesk batch` makes them.",
)  # fmt: skip


class Looked(msgspec.Struct, frozen=True):
    """What there is to be known."""

    papers: excuses.Excuses
    policy: Policy
    outcomes: list[Outcome]
    delivery: tuple[BatchFinding, ...] | None
    """None when it was not judged."""


def _look(paths: tuple[str, ...], reports: Path | None, **chosen: object) -> Looked:
    config = configuration(**chosen)  # type: ignore[arg-type]
    papers, today = excuses.load(Path(config.folder)), datetime.now(UTC).date().isoformat()
    policy = msgspec.structs.replace(papers.part(delivery=False).applied(config.policy, today), baseline={})
    files = find_files(paths or config.articles, config.include, config.exclude, config.folder)
    outcomes = list(run(files, Order(policy, config.outlets), os.cpu_count() or 1))
    failed = [one for one in outcomes if one.crashed or one.unread]
    if failed:
        raise UsageError(
            [f"{one.name}: {one.unread or 'copydesk failed on this file'}; no baseline is drawn from a run that failed" for one in failed]
        )
    delivery = judged(reports, config, bare=True)[0].findings if reports else None
    return Looked(papers, config.policy, outcomes, delivery)


@baseline.command()
@click.argument("paths", nargs=-1)
@click.option("--reason", required=True, help="Why these findings may stand for now.")
@click.option("--who", required=True, help="Who says so.")
@click.option("--until", default="", metavar="DAY", help="Last day on which they may, such as 2026-12-31.")
@REPORTS
@configured
def add(paths: tuple[str, ...], reports: Path | None, reason: str, who: str, until: str, **chosen: object) -> None:
    """Take all findings of these articles into the baseline, those that are in it already left as they are."""
    if until and (fault := day_fault(until)):
        raise UsageError([f"--until: {fault}"])
    looked = _look(paths, reports, **chosen)
    papers = looked.papers
    known = {(one.path, one.code, one.fingerprint): one for one in papers.baseline}
    new = 0
    for one in excuses.drawn(looked.outcomes, looked.delivery or (), reason=reason, who=who, until=until):
        key = (one.path, one.code, one.fingerprint)
        if key not in known or known[key].count < one.count:
            new += one.count - (known[key].count if key in known else 0)
            known[key] = one if key not in known else msgspec.structs.replace(known[key], count=one.count)
    excuses.save(papers.baseline_path, known.values())
    click.echo(f"{visible(nearby(papers.baseline_path))}: {amount(new, 'finding')} added, {amount(len(known), 'entry')}.")


@baseline.command()
@click.argument("paths", nargs=-1)
@REPORTS
@configured
def prune(paths: tuple[str, ...], reports: Path | None, **chosen: object) -> None:
    """Take out what has been mended. Entries of articles that are not checked stay, unless the article is gone."""
    looked = _look(paths, reports, **chosen)
    papers, top = looked.papers, Path(looked.papers.baseline_path).parent
    kept = [
        one
        for one in excuses.pruned(papers.baseline, looked.outcomes, looked.delivery, looked.policy)
        if paths or Path(located(top, one.path)).exists()
    ]
    gone = sum(one.count for one in papers.baseline) - sum(one.count for one in kept)
    excuses.save(papers.baseline_path, kept)
    click.echo(f"{visible(nearby(papers.baseline_path))}: {amount(gone, 'finding')} taken out, {amount(len(kept), 'entry')} left.")


@baseline.command()
@configured
def show(**chosen: object) -> None:
    """Print the baseline; exit with 1 when entries have ended."""
    config = configuration(**chosen)  # type: ignore[arg-type]
    papers = excuses.load(Path(config.folder))
    today = datetime.now(UTC).date().isoformat()
    ended = [one for one in papers.baseline if one.until and one.until < today]
    for one in papers.baseline:
        times = f" ×{one.count}" if one.count > 1 else ""
        until = f", until {one.until}" if one.until else ""
        click.echo(f"{leading(one.path) or excuses.THE_DELIVERY}: {one.code}{times}: {visible(one.reason)} ({visible(one.who)}{until})")
    click.echo(f"{amount(len(papers.baseline), 'entry')}, {len(ended)} of them ended.")
    sys.exit(FINDINGS if ended else 0)
