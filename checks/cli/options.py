"""The options that commands share."""

from __future__ import annotations

from pathlib import Path

import click

from checks.config import Config, find, load
from checks.errors import UsageError


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


def configuration(config_path: Path | None, isolated: bool, select: tuple[str, ...], ignore: tuple[str, ...]) -> Config:
    """The configuration that these options ask for.

    Raises:
        UsageError: there is no such file, or something in it or in the options is not known.

    """
    if config_path is not None and not config_path.is_file():
        raise UsageError([f"--config: {config_path}: no such file"])
    return load(None if isolated else config_path or find(Path.cwd()), _split(select), _split(ignore))


def _split(given: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(code.strip() for several in given for code in several.split(","))
