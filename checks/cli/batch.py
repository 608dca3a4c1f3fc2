"""`copydesk batch`: a whole delivery at once."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from checks.cli import CLEAN, FINDINGS
from checks.cli.options import configuration, configured
from checks.errors import UsageError
from checks.model import Severity, Verdict
from checks.out.plain import visible

NAMED = 5
"""Articles named under one finding on the terminal."""


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option(
    "--articles",
    type=click.Path(path_type=Path),
    help="What the articles' names are relative to; the repository's top if not told otherwise.",
)
@click.option("--against", type=click.Path(path_type=Path), metavar="LEDGER", help="The ledger of an earlier delivery, to compare with.")
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    metavar="LEDGER",
    help="Where the ledger is written; FOLDER/ledger.parquet if not told otherwise.",
)
@click.option("--fail-on", type=click.Choice(["error", "warning"]), help="What blocks; errors if not told otherwise.")
@click.option("--exit-zero", is_flag=True, help="Exit with 0 even when findings block.")
@configured
def batch(
    folder: Path, articles: Path | None, against: Path | None, out: Path | None, fail_on: str | None, exit_zero: bool, **chosen: object
) -> None:
    """Judge the delivery whose reports are below FOLDER: ledger, contract, expectations, copies, lines that recur."""
    config = configuration(**chosen)  # type: ignore[arg-type]
    try:
        from checks import batch as stage

        result = stage.run(
            folder,
            articles_root=articles or Path(config.folder),
            against=against,
            out=out or folder / "ledger.parquet",
            policy=config.policy,
        )
    except ModuleNotFoundError as error:
        raise UsageError([f"batches need the package {error.name}: pip install 'copydesk[batch]'"]) from error
    for found in result.findings:
        click.echo(
            f"{found.severity.value} {found.code} {visible(found.message)}" + (f" ({visible(found.excused)})" if found.excused else "")
        )
        for place in found.places[:NAMED]:
            click.echo(f"    {visible(place.path)}")
        if len(found.places) > NAMED:
            click.echo(f"    … and {len(found.places) - NAMED} more")
    for note in result.not_judged:
        click.echo(f"Not judged: {visible(note)}")
    click.echo(
        f"Judged {result.rows} reports with {result.expectations_evaluated} expectations of {', '.join(result.suites_run)}: "
        f"{len(result.findings)} findings."
    )
    fails = {Verdict.FAILED} | ({Verdict.WARNED} if Severity(fail_on or config.fail_on) is Severity.WARNING else set())
    sys.exit(FINDINGS if result.verdict in fails and not exit_zero else CLEAN)
