"""The command line: the walk one level up. Files, reports, outputs, exit code."""

from __future__ import annotations

import gc
import importlib
import os
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import click

from checks.errors import NotWritten, UsageError
from checks.out.plain import visible
from checks.version import VERSION

CLEAN, FINDINGS, USAGE, CRASH, INTERRUPTED = 0, 1, 2, 3, 130
COMMANDS = {
    "check": "checks.cli.check:check",
    "rules": "checks.cli.catalogue:rules",
    "rule": "checks.cli.catalogue:rule",
    "explain": "checks.cli.lines:explain",
    "clean": "checks.cli.lines:clean",
    "batch": "checks.cli.batch:batch",
    "baseline": "checks.cli.baseline:baseline",
    "gate": "checks.cli.gate:gate",
    "report": "checks.cli.report:report",
    "init": "checks.cli.setup:init",
    "keygen": "checks.cli.attest:keygen",
    "sign": "checks.cli.attest:sign",
    "verify": "checks.cli.attest:verify",
}
"""Command -> where it is. Loaded when called, so that `check` does not wait for what it does not use."""


class _Commands(click.Group):
    """A group whose commands are loaded by name."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  click's signature
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        module, _, name = COMMANDS[cmd_name].partition(":")
        gc.disable()  # what is loaded here stays: looking through it again and again is 3 % of a short run
        try:
            return getattr(importlib.import_module(module), name)  # type: ignore[no-any-return]
        finally:
            gc.enable()

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; whoever interrupts it is not told of findings, nor of where it stood."""
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            print("Interrupted. What was written is whole; the same command goes on from there.", file=sys.stderr)
            sys.exit(INTERRUPTED)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(VERSION, prog_name="copydesk")
def cli() -> None:
    """Check article files: encoding, source, date, truncation, navigation junk.

    Exit codes: 0 nothing blocks, 1 findings that block, 2 the call or the configuration is wrong, 3 copydesk itself failed.
    """


@contextmanager
def _answering() -> Iterator[None]:
    """Turns what went wrong into a message and an exit code."""
    try:
        yield
    except UsageError as error:
        for mistake in error.mistakes:
            print(f"copydesk: error: {visible(mistake)}", file=sys.stderr)
        sys.exit(USAGE)
    except NotWritten as error:
        print(f"copydesk: error: {visible(str(error))}", file=sys.stderr)
        sys.exit(USAGE)
    except OSError as error:
        if not error.filename:  # only the terminal, or what stands for it, has no name
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if isinstance(error, BrokenPipeError):
            sys.exit(FINDINGS)
        print(f"copydesk: error: {visible(str(error.filename or 'standard output'))}: {error.strerror}", file=sys.stderr)
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
        try:
            cli(prog_name="copydesk")
        finally:
            sys.stdout.flush()  # that the disk is full is told here, while there still is an exit code to choose
            gc.freeze()  # the process ends: nothing is gained by looking once more for what could be freed
