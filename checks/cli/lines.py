"""`copydesk explain` and `copydesk clean`: what the lines of a file are, and the article without the others."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from checks.cleaning import NotCleanable
from checks.cleaning import clean as cleaned
from checks.cli import CLEAN, FINDINGS
from checks.cli.options import configuration, configured
from checks.disk import write
from checks.errors import UsageError
from checks.files import contents, find
from checks.out.plain import amount, leading, visible
from checks.read import read

SHOWN = 60


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def explain(file: Path) -> None:
    """Print every line of FILE with what it is taken for, how likely it is junk, and the three strongest reasons."""
    from checks.zone.explain import explain as explained

    try:
        document = read(contents(str(file)), file.name)
    except OSError as error:
        raise UsageError([f"{file}: cannot be read: {error.strerror}"]) from error
    for line, kind, share, reasons in explained(document):
        text = visible(document.lines[line].strip())
        click.echo(f"{line + 1:>5}  {kind:<24} {share:>5.0%}  {text[:SHOWN]}{'…' if len(text) > SHOWN else ''}")
        for reason in reasons:
            click.echo(f"{'':>38}- {visible(reason)}")


@click.command()
@click.argument("paths", nargs=-1, required=True)
@click.option("--out", required=True, metavar="DIR", help="Where the articles are written; never where they came from.")
@click.option("--captions", is_flag=True, help="Keep the lines under pictures.")
@configured
def clean(paths: tuple[str, ...], out: str, captions: bool, **chosen: object) -> None:
    """Write the article alone (title, lead, body, subheads) as UTF-8, and beside it an account of what was left out or mended.

    What cannot be mended without guessing is refused, and nothing is written of it. Exit code 1 when anything is.
    """
    config = configuration(**chosen)  # type: ignore[arg-type]
    refused = 0
    files = find(paths, config.include, config.exclude, config.folder)
    targets = {file: os.path.join(out, *file.name.split("/")) for file in files}
    same = [file.path for file, target in targets.items() if os.path.realpath(target) == os.path.realpath(file.path)]
    if same:
        raise UsageError([f"{path}: would be written over itself; name another folder with --out" for path in same])
    for file, target in targets.items():
        try:
            article = cleaned(contents(file.path, file.within), captions=captions)
        except NotCleanable as error:
            refused += 1
            click.echo(f"{leading(file.name)}: not cleaned: {visible(str(error))}")
            continue
        except OSError as error:
            refused += 1
            click.echo(f"{leading(file.name)}: could not be read: {error.strerror}")
            continue
        write(target, article.encoded())
        write(f"{target}.clean.json", article.account(file.name))
        click.echo(f"{leading(file.name)}: {amount(len(article.removed), 'run')} left out, {amount(len(article.repaired), 'place')} mended")
    click.echo(f"{len(files) - refused} of {amount(len(files), 'article')} written to {out}.")
    sys.exit(FINDINGS if refused else CLEAN)
