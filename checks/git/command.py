"""git as a command: what it says, and what it says no to."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence

from checks.errors import UsageError


def maybe(*arguments: str) -> str | None:
    """What git prints, in one line; None when it fails or prints nothing."""
    done = _run(arguments)
    return done.stdout.decode().strip() or None if done.returncode == 0 else None


def git(*arguments: str) -> bytes:
    """What git prints.

    Raises:
        UsageError: it is not installed, or it fails.

    """
    done = _run(arguments)
    if done.returncode:
        said = " ".join(done.stderr.decode("utf-8", "replace").split())
        raise UsageError([f"git {arguments[0]}: {said or 'failed'}"])
    return done.stdout


def _run(arguments: Sequence[str]) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(["git", *arguments], stdin=subprocess.DEVNULL, capture_output=True, check=False)  # noqa: S603, S607
    except FileNotFoundError as error:
        raise UsageError(["git is not installed, and --changed and --staged need it"]) from error
