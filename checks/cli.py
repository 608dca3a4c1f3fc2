"""The command line: the walk one level up. Files, reports, outputs, exit code."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO

import click

from checks.config import Config, find as find_config, load
from checks.errors import UsageError, nearest
from checks.files import STDIN, File, find as find_files, writing
from checks.model import Severity
from checks.out import FORMATS, NEED_REPORTS, Totals, Writer, writer
from checks.out.plain import visible
from checks.rules import RULES
from checks.run import Order, Outcome, ReportNotWritten, run
from checks.version import VERSION

CLEAN, FINDINGS, USAGE, CRASH = 0, 1, 2, 3
MANY = 200
"""Files from which a progress bar is worth its import."""


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(VERSION, prog_name="copydesk")
def cli() -> None:
    """Check article files: encoding, source, date, truncation, navigation junk.

    Exit codes: 0 nothing blocks, 1 findings that block, 2 the call or the configuration is wrong, 3 copydesk itself failed.
    """


def configured(command: click.decorators.FC) -> click.decorators.FC:
    """The options that every command with a configuration has."""
    for option in (
        click.option("--config", "config_path", type=click.Path(path_type=Path), help="Configuration file, instead of the nearest one."),
        click.option("--isolated", is_flag=True, help="Use no configuration file at all."),
        click.option("--select", multiple=True, metavar="CODES", help="Ask only these rules; codes or beginnings, with commas."),
        click.option("--ignore", multiple=True, metavar="CODES", help="Do not ask these rules."),
    ):
        command = option(command)
    return command


@cli.command()
@click.argument("paths", nargs=-1)
@click.option(
    "--output-format", "formats", multiple=True, metavar="FORMAT[=PATH]",
    help=f"{', '.join(FORMATS)} or html=FOLDER; to PATH or the terminal. May be given several times.",
)
@click.option("--out", metavar="DIR", help="Write a provenance report per article, a manifest and an HTML report here.")
@click.option("--exit-zero", is_flag=True, help="Exit with 0 even when findings block.")
@click.option("--fail-on", type=click.Choice(["error", "warning"]), help="What blocks; errors if not told otherwise.")
@click.option("--jobs", type=click.IntRange(min=1), help="Processes; as many as there are cores if not told otherwise.")
@click.option("--stdin-filename", default="stdin", metavar="NAME", help="Name of the article that is read from standard input.")
@click.option("-q", "--quiet", is_flag=True, help="No progress bar and no summary.")
@configured
def check(
    paths: tuple[str, ...], formats: tuple[str, ...], out: str | None, exit_zero: bool, fail_on: str | None, jobs: int | None,
    stdin_filename: str, quiet: bool, config_path: Path | None, isolated: bool, select: tuple[str, ...], ignore: tuple[str, ...],
) -> None:  # fmt: skip
    """Check article files and folders, `-` for standard input; the configured paths, or all below here, if none is named.

    In folders: *.txt, *.text and *.md, unless configured; never hidden files, sidecars or reports.
    """
    config = _config(config_path, isolated, select, ignore)
    files = [
        File(stdin_filename, STDIN) if file.path == STDIN else file
        for file in find_files(paths or config.paths, config.include, config.exclude)
    ]
    out = out or config.out or ""
    wanted = _formats(formats)
    site = next((place for name, place in wanted if name == "html"), "")
    order = Order(config.policy, config.outlets, out, site, keep=any(name in NEED_REPORTS for name, _ in wanted))
    totals = Totals(rules=len(config.policy.rules_for("", RULES)))
    with ExitStack() as open_streams:
        writers = [_opened(name, place, open_streams) for name, place in wanted if name != "html"]
        writers += _records(order, config, open_streams)
        for outcome in _progress(run(files, order, jobs or os.cpu_count() or 1), len(files), quiet):
            totals.count(outcome)
            for one in writers:
                one.add(outcome)
            if outcome.crashed:
                click.echo(f"copydesk failed on {visible(outcome.name)}; the file is held:\n{outcome.crashed}", err=True)
        for one in writers:
            one.end(totals)
    if not quiet and not any(name in ("text", "full") and place == "" for name, place in wanted):
        click.echo(totals.sentence(), err=True)
    if not quiet:
        for folder in dict.fromkeys(filter(None, (out, site))):
            click.echo(f"Report: {Path(folder, 'index.html')}", err=True)
    sys.exit(_exit_code(totals, Severity(fail_on) if fail_on else config.fail_on, exit_zero))


def _exit_code(totals: Totals, fail_on: Severity, exit_zero: bool) -> int:
    if totals.crashed:
        return CRASH
    if not totals.files:
        return USAGE
    blocked = totals.failed + (totals.warned if fail_on is Severity.WARNING else 0)
    return FINDINGS if blocked and not exit_zero else CLEAN


def _config(path: Path | None, isolated: bool, select: tuple[str, ...], ignore: tuple[str, ...]) -> Config:
    if path is not None and not path.is_file():
        raise UsageError([f"--config: {path}: no such file"])
    return load(None if isolated else path or find_config(Path.cwd()), _split(select), _split(ignore))


def _split(given: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(code.strip() for several in given for code in several.split(","))


def _formats(given: tuple[str, ...]) -> list[tuple[str, str]]:
    """Format and path, the path empty for the terminal."""
    wanted, mistakes = [], []
    for one in given or ("text",):
        name, equals, place = one.partition("=")
        if name not in FORMATS and name != "html":
            mistakes.append(f"--output-format: unknown format {name!r}{nearest(name, [*FORMATS, 'html'])}")
        elif equals and not place:
            mistakes.append(f"--output-format: {one}: a path is missing after =")
        elif name == "html" and not place:
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


def _records(order: Order, config: Config, streams: ExitStack) -> list[Writer]:
    """The writers of what is kept in folders: the manifest and the HTML pages."""
    made: list[Writer] = []
    if order.out:
        from checks.out.manifest import Manifest

        made.append(Manifest(streams.enter_context(writing(os.path.join(order.out, "manifest.jsonl"))), colour=False))
    return made


def _progress(outcomes: Iterator[Outcome], files: int, quiet: bool) -> Iterable[Outcome]:
    if quiet or files < MANY or not sys.stderr.isatty():
        return outcomes
    from rich.console import Console
    from rich.progress import track

    return track(outcomes, "Checking", total=files, console=Console(stderr=True), transient=True)


@cli.command()
@click.option("--output-format", "form", type=click.Choice(["text", "json"]), default="text", help="How to print them.")
def rules(form: str) -> None:
    """List all rules."""
    if form == "json":
        import msgspec

        listed = [
            {"code": one.code, "name": one.name, "severity": one.severity.value, "title": one.title, "explanation": one.explanation, "advice": one.advice}
            for one in RULES
        ]
        click.echo(msgspec.json.format(msgspec.json.encode(listed)).decode())
        return
    widest = max(len(one.name) for one in RULES)
    for one in RULES:
        click.echo(f"{one.code}  {one.severity.value:<7}  {one.name:<{widest}}  {one.title}")


@cli.command()
@click.argument("code")
def rule(code: str) -> None:
    """Explain one rule, by its code or its name."""
    found = next((one for one in RULES if code.upper() == one.code or code.lower() == one.name), None)
    if found is None:
        raise UsageError([f"unknown rule {code!r}{nearest(code, [n for one in RULES for n in (one.code, one.name)])}"])
    from checks.out.rulebook import page

    click.echo(page(found), nl=False)


@contextmanager
def _answering() -> Iterator[None]:
    """Turns what went wrong into a message and an exit code."""
    try:
        yield
    except UsageError as error:
        for mistake in error.mistakes:
            print(f"copydesk: error: {visible(mistake)}", file=sys.stderr)
        sys.exit(USAGE)
    except ReportNotWritten as error:
        print(f"copydesk: error: {visible(str(error))}", file=sys.stderr)
        sys.exit(USAGE)
    except OSError as error:
        if isinstance(error, BrokenPipeError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            sys.exit(FINDINGS)
        print(f"copydesk: error: {visible(str(error.filename or ''))}: {error.strerror}", file=sys.stderr)
        sys.exit(USAGE)
    except Exception:  # noqa: BLE001  the last door: a traceback and the exit code that says whose fault it is
        traceback.print_exc()
        print("copydesk itself failed; nothing was passed.", file=sys.stderr)
        sys.exit(CRASH)


def main() -> None:
    """The `copydesk` command."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    with _answering():
        cli(prog_name="copydesk")
