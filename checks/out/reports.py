"""The reports themselves as one JSON array, or one Statement a line."""

from __future__ import annotations

import json
from typing import IO

from checks.out import Totals
from checks.out.plain import ACTING, COMMAND
from checks.outcome import Outcome


def inert(encoded: bytes) -> str:
    """JSON that says the same, with every character that a terminal obeys or a reader does not see written as an escape."""
    shown = ACTING.sub(lambda found: json.dumps(found[0])[1:-1], encoded.decode())
    return COMMAND.sub(r"\1\\u005b", shown)


class JsonLines:
    """One Statement a line, in the order of the file names. Files that could not be read have none."""

    def __init__(self, stream: IO[str], colour: bool) -> None:  # noqa: ARG002  no colours in data
        self.stream = stream

    def add(self, outcome: Outcome) -> None:
        """Write one Statement."""
        if outcome.encoded:
            self.stream.write(inert(outcome.encoded) + "\n")

    def end(self, totals: Totals) -> None:
        """Nothing is left to write."""


class Json(JsonLines):
    """A JSON array of Statements."""

    opened = False

    def add(self, outcome: Outcome) -> None:
        """Write one Statement as an element."""
        if outcome.encoded:
            self.stream.write((",\n" if self.opened else "[\n") + inert(outcome.encoded))
            self.opened = True

    def end(self, totals: Totals) -> None:  # noqa: ARG002  the array counts for itself
        """Close the array."""
        self.stream.write("\n]\n" if self.opened else "[]\n")
