"""What the caller did wrong, told all at once."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date


class UsageError(Exception):
    """The configuration or the command line cannot be followed: exit 2. One line per mistake, each with its place."""

    def __init__(self, mistakes: Iterable[str]) -> None:
        self.mistakes = tuple(mistakes)
        super().__init__("\n".join(self.mistakes))


class NotWritten(Exception):
    """A file could not be written: which, why, and what to do. Exit 2; nothing half-written is left."""


def day_fault(given: str) -> str:
    """What is wrong with a day; empty when nothing is. Of the forms of ISO 8601 one alone sorts as the days do: 2026-12-31."""
    try:
        known = len(given) == len("2026-12-31") and date.fromisoformat(given).isoformat() == given
    except ValueError:
        known = False
    return "" if known else f"{given!r} is no day; write it as 2026-12-31"


def nearest(word: str, known: Iterable[str]) -> str:
    """`, did you mean X?` for the known word that is most alike; empty when none is."""
    from difflib import get_close_matches  # not for those who make no mistake

    close = get_close_matches(word, list(known), n=1, cutoff=0.5)
    return f", did you mean {close[0]}?" if close else ""
