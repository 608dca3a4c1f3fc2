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
from checks.cli.options import configuration, configured
from checks.errors import UsageError
from checks.files import find as find_files
from checks.out.plain import visible
from checks.outcome import Outcome
from checks.run import Order, run


@click.group()
def baseline() -> None:
    """Keep a list of known findings, so that only new ones block; it may only shrink."""


def _outcomes(paths: tuple[str, ...], **chosen: object) -> tuple[excuses.Excuses, list[Outcome]]:
    config = configuration(**chosen)  # type: ignore[arg-type]
    papers = excuses.load(Path(config.folder))
    waivers, _ = papers.holding(datetime.now(UTC).date().isoformat())
    policy = msgspec.structs.replace(config.policy, waivers=waivers)
    files = find_files(paths or config.articles, config.include, config.exclude, config.folder)
    outcomes = list(run(files, Order(policy, config.outlets), os.cpu_count() or 1))
    failed = [one for one in outcomes if one.crashed or one.unread]
    if failed:
        raise UsageError(
            [f"{one.name}: {one.unread or 'copydesk failed on this file'}; no baseline is drawn from a run that failed" for one in failed]
        )
    return papers, outcomes


@baseline.command()
@click.argument("paths", nargs=-1)
@click.option("--reason", required=True, help="Why these findings may stand for now.")
@click.option("--who", required=True, help="Who says so.")
@click.option("--until", default="", metavar="DAY", help="Last day on which they may, such as 2026-12-31.")
@configured
def add(paths: tuple[str, ...], reason: str, who: str, until: str, **chosen: object) -> None:
    """Take all findings of these articles into the baseline, those that are in it already left as they are."""
    if until:
        try:
            datetime.fromisoformat(until)
        except ValueError as error:
            raise UsageError([f"--until: {until!r} is no day; write it as 2026-12-31"]) from error
    papers, outcomes = _outcomes(paths, **chosen)
    known = {(one.path, one.code, one.fingerprint): one for one in papers.baseline}
    new = 0
    for one in excuses.drawn(outcomes, reason=reason, who=who, until=until):
        key = (one.path, one.code, one.fingerprint)
        if key not in known or known[key].count < one.count:
            new += one.count - (known[key].count if key in known else 0)
            known[key] = one if key not in known else msgspec.structs.replace(known[key], count=one.count)
    excuses.save(papers.baseline_path, known.values())
    click.echo(f"{papers.baseline_path}: {new} findings added, {len(known)} entries.")


@baseline.command()
@click.argument("paths", nargs=-1)
@configured
def prune(paths: tuple[str, ...], **chosen: object) -> None:
    """Take out what has been mended. Entries of articles that are not checked stay, unless the article is gone."""
    papers, outcomes = _outcomes(paths, **chosen)
    kept = [one for one in excuses.pruned(papers.baseline, outcomes) if paths or Path(one.path).exists()]
    gone = sum(one.count for one in papers.baseline) - sum(one.count for one in kept)
    excuses.save(papers.baseline_path, kept)
    click.echo(f"{papers.baseline_path}: {gone} findings taken out, {len(kept)} entries left.")


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
        click.echo(f"{visible(one.path)}: {one.code}{times}: {visible(one.reason)} ({visible(one.who)}{until})")
    click.echo(f"{len(papers.baseline)} entries, {len(ended)} of them ended.")
    sys.exit(FINDINGS if ended else 0)
