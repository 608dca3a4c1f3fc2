"""`copydesk check`: files to reports, outputs and an exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

import click
import msgspec

from checks import excuses
from checks.cli import CLEAN, CRASH, FINDINGS, USAGE
from checks.cli.options import configuration, configured
from checks.config import Config
from checks.errors import UsageError, nearest
from checks.files import STDIN, File, writing
from checks.files import find as find_files
from checks.model import Severity
from checks.out import FORMATS, NEED_REPORTS, Totals, Writer, writer
from checks.out.plain import visible
from checks.rules import RULES
from checks.outcome import Outcome
from checks.run import FEW, Order, run

MANY = 200
"""Files from which a progress bar is worth its import."""
HTML = "html"


@click.command()
@click.argument("paths", nargs=-1)
@click.option(
    "--output-format", "formats", multiple=True, metavar="FORMAT[=PATH]",
    help=f"auto, {', '.join(FORMATS)} or html=FOLDER; to PATH or the terminal. May be given several times.",
)
@click.option("--out", metavar="DIR", help="Write a provenance report per article, a manifest and an HTML report here.")
@click.option("--changed", is_flag=True, help="Only articles that differ from the merge base with --base, as git keeps them.")
@click.option("--base", metavar="REF", help="What --changed compares with; the upstream or main branch if not told otherwise.")
@click.option("--staged", is_flag=True, help="Only articles staged for the next commit, as git will keep them.")
@click.option("--exit-zero", is_flag=True, help="Exit with 0 even when findings block.")
@click.option("--fail-on", type=click.Choice(["error", "warning"]), help="What blocks; errors if not told otherwise.")
@click.option("--jobs", type=click.IntRange(min=1), help="Processes; as many as there are cores if not told otherwise.")
@click.option("--stdin-filename", default="stdin", metavar="NAME", help="Name of the article that is read from standard input.")
@click.option("--no-cache", is_flag=True, help="Check every file anew, whatever is remembered of it.")
@click.option("-q", "--quiet", is_flag=True, help="No progress bar and no summary.")
@configured
def check(
    paths: tuple[str, ...], formats: tuple[str, ...], out: str | None, changed: bool, base: str | None, staged: bool, exit_zero: bool,
    fail_on: str | None, jobs: int | None, stdin_filename: str, no_cache: bool, quiet: bool, **chosen: object,
) -> None:  # fmt: skip
    """Check article files and folders, `-` for standard input; the configured paths, or all below here, if none is named.

    In folders: *.txt, *.text and *.md, unless configured; never hidden files, sidecars or reports.
    """
    config, papers, today = configuration(**chosen), None, datetime.now(UTC).date().isoformat()
    config, papers = _with_excuses(config, today)
    wanted = _formats(formats)
    out = out or config.out or ""
    site = next((place for name, place in wanted if name == HTML), out)
    order = Order(config.policy, config.outlets, out, site, config.language, any(name in NEED_REPORTS for name, _ in wanted))
    totals = Totals(rules=len(config.policy.rules_for("", RULES)))
    with ExitStack() as streams:
        files, partial = _files(paths, config, changed=changed, base=base, staged=staged, stdin=stdin_filename, streams=streams)
        if partial and not files:
            click.echo("No article was changed; nothing was judged.", err=True)
            sys.exit(CLEAN)
        order = order if no_cache or len(files) < FEW else _remembering(order)
        writers = [*(_opened(name, place, streams) for name, place in wanted if name != HTML), *_records(order, streams)]
        used = excuses.Ledger(papers, today)
        for outcome in _progress(_outcomes(files, order, jobs or os.cpu_count() or 1), len(files), quiet):
            used.add(outcome)
            _tell(outcome, writers, totals)
        for outcome in used.outcomes(whole=not partial and not paths):
            _tell(outcome, writers[: len(wanted)], totals)
        for one in writers:
            one.end(totals)
        _trim(order)
    _close(totals, wanted, (out, site), quiet)
    sys.exit(_exit_code(totals, Severity(fail_on) if fail_on else config.fail_on, exit_zero))


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


def _trim(order: Order) -> None:
    if order.cache:
        from checks import cache

        cache.trim(order.cache)


def _with_excuses(config: Config, today: str) -> tuple[Config, excuses.Excuses]:
    papers = excuses.load(Path(config.source).parent if config.source else Path())
    waivers, baseline = papers.holding(today)
    policy = msgspec.structs.replace(config.policy, waivers=waivers, baseline=baseline)
    return msgspec.structs.replace(config, policy=policy), papers


def _files(
    paths: tuple[str, ...], config: Config, *, changed: bool, base: str | None, staged: bool, stdin: str, streams: ExitStack
) -> tuple[list[File], bool]:
    """The files to check, and whether they are only a part of the articles."""
    if base and not changed:
        raise UsageError(["--base: it says what --changed compares with; give both"])
    if changed and staged:
        raise UsageError(["--changed and --staged exclude each other"])
    if not (changed or staged):
        found = find_files(paths or config.paths, config.include, config.exclude)
        return [File(stdin, STDIN) if file.path == STDIN else file for file in found], False
    from checks import git  # subprocess and tempfile: only a gate needs them

    asked = paths or (() if config.paths == (".",) else config.paths)
    part = streams.enter_context(git.changed(base, staged=staged, paths=asked, include=config.include, exclude=config.exclude))
    click.echo(f"Compared with {visible(part.against)}: {len(part.files)} changed articles; batch rules are not judged.", err=True)
    for note in part.not_judged:
        click.echo(f"Not judged: {visible(note)}", err=True)
    return list(part.files), True


def _tell(outcome: Outcome, writers: Iterable[Writer], totals: Totals) -> None:
    totals.count(outcome)
    for one in writers:
        one.add(outcome)
    if outcome.crashed:
        click.echo(f"copydesk failed on {visible(outcome.name)}; the file is held:\n{outcome.crashed}", err=True)


def _close(totals: Totals, wanted: list[tuple[str, str]], folders: tuple[str, ...], quiet: bool) -> None:
    if quiet:
        return
    if not any(name in ("text", "full", "github") and place == "" for name, place in wanted):
        click.echo(totals.sentence(), err=True)
    for folder in dict.fromkeys(filter(None, folders)):
        click.echo(f"Report: {Path(folder, 'index.html')}", err=True)


def _exit_code(totals: Totals, fail_on: Severity, exit_zero: bool) -> int:
    if totals.crashed:
        return CRASH
    if not totals.files:
        return USAGE
    blocked = totals.failed + (totals.warned if fail_on is Severity.WARNING else 0)
    return FINDINGS if blocked and not exit_zero else CLEAN


def _formats(given: tuple[str, ...]) -> list[tuple[str, str]]:
    """Format and path, the path empty for the terminal."""
    wanted, mistakes = [], []
    for one in given or ("auto",):
        name, equals, place = one.partition("=")
        if name == "auto":
            name = "github" if os.environ.get("GITHUB_ACTIONS") == "true" else "text"
        if name not in FORMATS and name != HTML:
            mistakes.append(f"--output-format: unknown format {name!r}{nearest(name, ['auto', *FORMATS, HTML])}")
        elif equals and not place:
            mistakes.append(f"--output-format: {one}: a path is missing after =")
        elif name == HTML and not place:
            mistakes.append("--output-format: html needs a folder: html=FOLDER (or use --out DIR)")
        wanted.append((name, place))
    if mistakes:
        raise UsageError(mistakes)
    if sum(not place for _, place in wanted) > 1:
        raise UsageError(["--output-format: only one format can go to the terminal; give the others a path, FORMAT=PATH"])
    return wanted


def _opened(name: str, place: str, streams: ExitStack) -> Writer:
    if place:
        return writer(name, streams.enter_context(writing(place)), colour=False)
    return writer(name, sys.stdout, colour=_colours(sys.stdout))


def _colours(stream: IO[str]) -> bool:
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


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
