"""A run over articles, as `check` and `gate` make it: files, outcomes, outputs, totals."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime
from fnmatch import fnmatchcase
from pathlib import Path

import click
import msgspec

from checks import excuses
from checks.cli import CLEAN, CRASH, FINDINGS, USAGE
from checks.cli.outputs import HTML, asked_for, opened
from checks.config import Config
from checks.disk import sweep, writing
from checks.errors import UsageError
from checks.files import File
from checks.files import find as find_files
from checks.model import Severity
from checks.out import NEED_REPORTS, Totals, Writer
from checks.out.plain import amount, leading, nearby, visible
from checks.outcome import Outcome
from checks.rules import RULES
from checks.run import FEW, run
from checks.single import Order

MANY = 200
"""Files from which a progress bar is worth its import."""
TRACEBACKS = 3
"""Printed in full; one fault of ours may meet every file."""


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """What the caller of a run asks for."""

    paths: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    out: str | None = None
    changed: bool = False
    base: str | None = None
    staged: bool = False
    force_exclude: bool = False
    """Whether what the configuration excludes is left out where it is named, too."""
    jobs: int | None = None
    stdin_filename: str = ""
    no_cache: bool = False
    quiet: bool = False
    """No progress bar and no summary."""
    silent: bool = False
    """Nothing to the terminal at all."""


class Ran(msgspec.Struct, frozen=True):
    """What a run came to."""

    totals: Totals
    partial: bool
    """Whether only changed articles were checked."""
    out: str
    not_judged: tuple[str, ...] = ()


def checked(asked: Asked, config: Config, more: Iterable[Writer] = ()) -> Ran:
    """Check the articles asked for, and write all that is asked for; `more` are told of each outcome too.

    Raises:
        UsageError: something asked for cannot be.
        NotWritten: a report, or another output, cannot be written.

    """
    today = datetime.now(UTC).date().isoformat()
    config, papers = _with_excuses(config, today)
    wanted = asked_for(asked.formats or (() if asked.silent else ("auto",)))
    out = asked.out or config.out or ""
    site = next((place for name, place in wanted if name == HTML), out)
    order = Order(config.policy, config.outlets, out, site, config.language, any(name in NEED_REPORTS for name, _ in wanted))
    totals = Totals(rules=len(config.policy.rules_for("", RULES)))
    with ExitStack() as streams:
        files, partial, notes, committed = _files(asked, config, streams)
        order = msgspec.structs.replace(order, policy=msgspec.structs.replace(order.policy, committed=committed))
        order = order if asked.no_cache or len(files) < FEW else _remembering(order)
        printers = [*(opened(name, place, streams, config.folder) for name, place in wanted if name != HTML), *more]
        if partial and not files:  # a step that reads what was asked for finds it, and finds it empty
            for one in printers:
                one.end(totals)
            return Ran(totals, partial, out, notes)
        swept = sorted({order.out, order.site} - {""})
        sweep(*swept)
        writers = [*printers, *_records(order, streams)]
        used = excuses.Ledger(papers, today, config.policy)
        for outcome in _progress(_outcomes(files, order, asked.jobs or os.cpu_count() or 1), len(files), asked.quiet):
            used.add(outcome)
            _tell(outcome, writers, totals)
        for outcome in used.outcomes(whole=not partial and not asked.paths):
            totals.count_paper(outcome)
            for one in printers:
                one.add(outcome)
        for one in writers:
            if not (asked.quiet and getattr(one, "ends_in_summary", False)):
                one.end(totals)
        sweep(*swept)  # what the workers of a killed run had still in hand when this one began
        _leave(order)
        if out and not (partial or asked.paths):
            _take_away(out, files, config.folder, asked.quiet)
    _close(totals, wanted, (out, site), asked.quiet)
    return Ran(totals, partial, out, notes)


def _outcomes(files: list[File], order: Order, jobs: int) -> Iterator[Outcome]:
    if not order.site:
        return run(files, order, jobs)
    from checks.out.site import draw, linked

    return run(linked(files), order, jobs, draw)


def _remembering(order: Order) -> Order:
    """The same order with the cache. A few files are checked sooner than the cache is opened."""
    from checks import cache

    configured = cache.configuration(order.policy, order.outlets)
    return msgspec.structs.replace(order, cache=cache.default_folder(), configured=configured)


def _leave(order: Order) -> None:
    """See to the cache, and say so if it cannot be written: the run is none the worse, the next one is slower."""
    if not order.cache:
        return
    from checks import cache

    cache.trim(order.cache)
    fault = cache.fault(order.cache)
    if fault:
        click.echo(f"Not remembered: {visible(fault)}; set COPYDESK_CACHE_DIR to another folder, or give --no-cache.", err=True)


def _take_away(out: str, files: list[File], articles: str, quiet: bool) -> None:
    from checks.out.gone import take_away

    gone = take_away(out, [file.name for file in files], articles)
    if gone and not quiet:
        click.echo(f"Taken out of {visible(nearby(out))}: {amount(gone, 'report')} of articles that are gone.", err=True)


def _with_excuses(config: Config, today: str) -> tuple[Config, excuses.Excuses]:
    papers = excuses.load(Path(config.folder)).part(delivery=False)
    return msgspec.structs.replace(config, policy=papers.applied(config.policy, today)), papers


def _files(asked: Asked, config: Config, streams: ExitStack) -> tuple[list[File], bool, tuple[str, ...], str]:
    """The files to check, whether they are only a part of the articles, what of a change is not judged, and the day of its commit."""
    if asked.base and not asked.changed:
        raise UsageError(["--base: it says what --changed compares with; give both"])
    if asked.changed and asked.staged:
        raise UsageError(["--changed and --staged exclude each other"])
    if not (asked.changed or asked.staged):
        files = find_files(asked.paths or config.articles, config.include, config.exclude, config.folder, asked.stdin_filename)
        if not asked.force_exclude:
            return files, False, (), ""
        kept = [file for file in files if not any(fnmatchcase(file.name, glob) for glob in config.exclude)]
        if not (kept or asked.quiet):
            click.echo("All that was named is excluded; nothing was judged.", err=True)
        return kept, not kept, (), ""
    from checks import git  # subprocess and tempfile: only a gate needs them

    paths = asked.paths or (() if config.paths == (".",) else config.articles)
    change = git.Change(asked.base, asked.staged, paths, config.include, config.exclude, config.folder)
    part = streams.enter_context(git.changed(change))
    if not asked.quiet:
        click.echo(
            f"Compared with {visible(part.against)}: {amount(len(part.files), 'changed article')}; batch rules are not judged.", err=True
        )
        for note in part.not_judged:
            click.echo(f"Not judged: {visible(note)}", err=True)
        if not part.files:
            click.echo("No article was changed; nothing was judged.", err=True)
    return list(part.files), True, part.not_judged, part.committed


def _tell(outcome: Outcome, writers: Iterable[Writer], totals: Totals) -> None:
    totals.count(outcome)
    for one in writers:
        one.add(outcome)
    if outcome.crashed:
        traced = "\n".join(map(leading, outcome.crashed.splitlines()))
        told = f":\n{traced}" if totals.crashed <= TRACEBACKS else "."
        click.echo(f"copydesk failed on {visible(outcome.name)}; the file is held{told}", err=True)


def _close(totals: Totals, wanted: list[tuple[str, str]], folders: tuple[str, ...], quiet: bool) -> None:
    if quiet:
        return
    if not any(name in ("text", "full", "github") and place == "" for name, place in wanted):
        click.echo(totals.sentence(), err=True)
    for folder in dict.fromkeys(filter(None, folders)):
        click.echo(f"Report: {visible(nearby(Path(folder, 'index.html')))}", err=True)


def exit_code(ran: Ran, fail_on: Severity, *, exit_zero: bool = False) -> int:
    """0, 1, 2 or 3. A gate that checked nothing has not passed, but for a change in which there is no article."""
    totals = ran.totals
    if totals.crashed:
        return CRASH
    if not totals.files:
        return CLEAN if ran.partial else USAGE
    blocked = totals.failed + totals.papers_failed + (totals.warned + totals.papers_warned if fail_on is Severity.WARNING else 0)
    return FINDINGS if blocked and not exit_zero else CLEAN


def _records(order: Order, streams: ExitStack) -> list[Writer]:
    """The writers of what is kept in folders: the manifest and the HTML pages."""
    made: list[Writer] = []
    if order.out:
        from checks.out.manifest import Manifest

        made.append(Manifest(streams.enter_context(writing(os.path.join(order.out, "manifest.jsonl"))), colour=False))
    if order.site:
        from checks.out.site import Site

        made.append(Site(order))
    return made


def _progress(outcomes: Iterator[Outcome], files: int, quiet: bool) -> Iterable[Outcome]:
    if quiet or files < MANY or not sys.stderr.isatty():
        return outcomes
    from rich.console import Console
    from rich.progress import track

    return track(outcomes, "Checking", total=files, console=Console(stderr=True), transient=True)
