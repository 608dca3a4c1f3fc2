"""`copydesk batch`: a whole delivery at once."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click
import msgspec

from checks import excuses
from checks.cli import CLEAN, FINDINGS
from checks.cli.options import configuration, configured
from checks.config import Config
from checks.errors import UsageError
from checks.model import BatchFinding, Severity
from checks.out.plain import amount, leading, visible

if TYPE_CHECKING:
    from checks.batch import BatchResult

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
    result, findings = judged(folder, config, articles=articles, against=against, out=out or folder / "ledger.parquet")
    for found in findings:
        click.echo(
            f"{found.severity.value} {found.code} {visible(found.message)}" + (f" ({visible(found.excused)})" if found.excused else "")
        )
        for place in found.places[:NAMED]:
            click.echo(f"    {leading(place.path)}")
        if len(found.places) > NAMED:
            click.echo(f"    … and {len(found.places) - NAMED} more")
    for note in result.not_judged:
        click.echo(f"Not judged: {visible(note)}")
    click.echo(
        f"Judged {amount(result.rows, 'report')} with {amount(result.expectations_evaluated, 'expectation')} "
        f"of {', '.join(result.suites_run)}: {amount(len(findings), 'finding')}."
    )
    blocks = blocking(findings, Severity(fail_on or config.fail_on))
    sys.exit(FINDINGS if blocks and not exit_zero else CLEAN)


def judged(
    folder: Path, config: Config, *, articles: Path | None = None, against: Path | None = None, out: Path | None = None, bare: bool = False
) -> tuple[BatchResult, tuple[BatchFinding, ...]]:
    """The delivery whose reports are in a folder, and all findings about it, those about its waivers and baseline among them.

    `bare` leaves the baseline out.

    Raises:
        UsageError: it cannot be judged.

    """
    papers, today = excuses.load(Path(config.folder)).part(delivery=True), datetime.now(UTC).date().isoformat()
    if bare:
        papers = msgspec.structs.replace(papers, baseline=())
    try:
        from checks import batch as stage
        from checks.batch.suites import chosen

        result = stage.run(
            folder,
            articles_root=articles or Path(config.folder),
            against=against,
            out=out,
            policy=papers.applied(config.policy, today),
            suites=chosen(Path(config.suites) if config.suites else None),
        )
    except ModuleNotFoundError as error:
        raise UsageError([f"deliveries need the package {error.name}: pip install 'copydesk[batch]'"]) from error
    return result, (*result.findings, *excuses.on_papers(papers, today, result.findings, config.policy))


def blocking(findings: Iterable[BatchFinding], weight: Severity) -> bool:
    """Whether any of them blocks."""
    return any(not one.excused and (one.severity is Severity.ERROR or one.severity is weight) for one in findings)
