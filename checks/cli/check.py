"""`copydesk check`: files to reports, outputs and an exit code."""

from __future__ import annotations

import sys

import click

from checks.cli.options import configuration, configured
from checks.cli.running import Asked, checked, exit_code
from checks.model import Severity
from checks.out import FORMATS


@click.command()
@click.argument("paths", nargs=-1)
@click.option(
    "--output-format",
    "formats",
    multiple=True,
    metavar="FORMAT[=PATH]",
    help=f"auto, {', '.join(FORMATS)} or html=FOLDER; to PATH or the terminal. May be given several times.",
)
@click.option("--out", metavar="DIR", help="Write a provenance report per article, a manifest and an HTML report here.")
@click.option("--changed", is_flag=True, help="Only articles that differ from the merge base with --base, as git keeps them.")
@click.option("--base", metavar="REF", help="What --changed compares with; the upstream or main branch if not told otherwise.")
@click.option("--staged", is_flag=True, help="Only articles staged for the next commit, as git will keep them.")
@click.option("--force-exclude", is_flag=True, help="Leave out what the configuration excludes of the files named, too; for hooks.")
@click.option("--exit-zero", is_flag=True, help="Exit with 0 even when findings block.")
@click.option("--fail-on", type=click.Choice(["error", "warning"]), help="What blocks; errors if not told otherwise.")
@click.option("--jobs", type=click.IntRange(min=1), help="Processes; as many as there are cores if not told otherwise.")
@click.option("--stdin-filename", default="", metavar="NAME", help="Path that the article on standard input is said to have.")
@click.option("--no-cache", is_flag=True, help="Check every file anew, whatever is remembered of it.")
@click.option("-q", "--quiet", is_flag=True, help="No progress bar and no summary.")
@configured
def check(
    paths: tuple[str, ...], formats: tuple[str, ...], out: str | None, changed: bool, base: str | None, staged: bool,
    force_exclude: bool, exit_zero: bool,
    fail_on: str | None, jobs: int | None, stdin_filename: str, no_cache: bool, quiet: bool, **chosen: object,
) -> None:  # fmt: skip
    """Check article files and folders, `-` for standard input; the configured paths, or all below here, if none is named.

    In folders: *.txt, *.text and *.md, unless configured; never hidden files, sidecars or reports.
    """
    config = configuration(**chosen)  # type: ignore[arg-type]
    asked = Asked(
        paths=paths, formats=formats, out=out, changed=changed, base=base, staged=staged, force_exclude=force_exclude,
        jobs=jobs, stdin_filename=stdin_filename, no_cache=no_cache, quiet=quiet,
    )  # fmt: skip
    ran = checked(asked, config)
    sys.exit(exit_code(ran, Severity(fail_on) if fail_on else config.fail_on, exit_zero=exit_zero))
