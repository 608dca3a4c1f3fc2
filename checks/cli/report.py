"""`copydesk report`: the editors' pages from reports that are there already."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from checks.cli import CLEAN, FINDINGS
from checks.cli.options import configuration, configured
from checks.errors import UsageError
from checks.out.plain import leading, nearby, visible

NAMED = 5
"""Articles named on the terminal of those that have no page."""


@click.command()
@click.argument("folder", required=False, type=click.Path(path_type=Path))
@click.option(
    "--articles",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="What the articles' names are relative to; the configuration's folder if not told otherwise.",
)
@click.option("--language", type=click.Choice(["en", "de", "vi", "zh"]), help="Of the pages' own words; as configured, or en.")
@configured
def report(folder: Path | None, articles: Path | None, language: str | None, **chosen: object) -> None:
    """Write the editors' pages of the reports below FOLDER (the configured one, or provenance), beside them. Checks nothing.

    An article that is gone, or has changed since its report, gets no page and is named; the exit code is 1 then.
    """
    config = configuration(**chosen)  # type: ignore[arg-type]
    place = folder or Path(config.out or "provenance")
    from checks.deposit import reports
    from checks.out.site import rebuild

    if not place.is_dir():
        raise UsageError([f"{place}: no such folder of reports; `copydesk check --out {place}` makes it"])
    written, without = rebuild(place, reports(place), articles or Path(config.folder), language or config.language)
    for name, why in without[:NAMED]:
        click.echo(f"{leading(name)}: no page: {why}")
    if len(without) > NAMED:
        click.echo(f"… and {len(without) - NAMED} more without a page")
    click.echo(f"{written} of {written + len(without)} articles have their page. Report: {visible(nearby(place / 'index.html'))}")
    sys.exit(FINDINGS if without else CLEAN)
