"""Text for people: one line per finding, or the line with carets under what is meant."""

from __future__ import annotations

import unicodedata
from typing import IO

from checks.model import Severity
from checks.out import Totals
from checks.out.plain import leading, visible
from checks.outcome import Located, Outcome

COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.INFO: "36"}


class Concise:
    """`file:line:column: severity CODE message`, one line per finding."""

    ends_in_summary = True
    """The end is the run in one line, and nothing else."""

    def __init__(self, stream: IO[str], colour: bool) -> None:
        self.stream, self.colour = stream, colour

    def add(self, outcome: Outcome) -> None:
        """Print the findings of one file."""
        name = self._paint(leading(outcome.name), "1")
        if outcome.unread:
            print(f"{name}: {self._paint('error', '31')} could not be read: {visible(outcome.unread)}", file=self.stream)
        for found in outcome.counting:
            place = f":{found.line}:{found.column}" if found.line else ""
            weight = self._paint(found.severity.value, COLOURS[found.severity])
            print(f"{name}{place}: {weight} {self._paint(found.code, '1')} {visible(found.message)}", file=self.stream)
            self.below(found)

    def below(self, found: Located) -> None:
        """Print what follows a finding's line: nothing here."""

    def end(self, totals: Totals) -> None:
        """Print the run in one line."""
        print(self._paint(totals.sentence(), "31" if totals.failed else "33" if totals.warned else "32"), file=self.stream)

    def _paint(self, text: str, code: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self.colour else text


class Full(Concise):
    """As concise, and the line of the article with carets under what is meant."""

    def below(self, found: Located) -> None:
        """Print the line and the carets."""
        if not found.excerpt:
            return
        first, last = found.marked
        before, meant = visible(found.excerpt[:first]), visible(found.excerpt[first:last])
        after = visible(found.excerpt[last:])
        gutter = f"{found.line:>6} | "
        carets = "^" * max(1, width(meant))
        print(f"{gutter}{visible(before + meant + after)}", file=self.stream)
        print(f"{'':>6} | {' ' * width(before)}{self._paint(carets, COLOURS[found.severity])}", file=self.stream)
        print(file=self.stream)


def width(text: str) -> int:
    """Columns a text takes in a terminal."""
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)
