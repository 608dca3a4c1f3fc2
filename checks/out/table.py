"""The findings as a table for spreadsheets."""

from __future__ import annotations

import csv
from typing import IO

from checks.out import Totals
from checks.out.plain import visible
from checks.outcome import Outcome

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet would run, were it the first character of a cell."""


def cell(text: str) -> str:
    """Text that a spreadsheet shows and does not run."""
    shown = visible(text)
    return f"'{shown}" if shown.lstrip().startswith(FORMULA) else shown


class Csv:
    """One row per finding, and one for each article without any."""

    def __init__(self, stream: IO[str], colour: bool) -> None:  # noqa: ARG002  no colours in data
        self.rows = csv.writer(stream, lineterminator="\n")
        self.rows.writerow(["path", "result", "severity", "rule", "line", "column", "message", "text", "excused"])

    def add(self, outcome: Outcome) -> None:
        """Write the rows of one file."""
        name, verdict = cell(outcome.name), outcome.verdict.value
        if outcome.unread:
            self.rows.writerow([name, verdict, "error", "", "", "", cell(f"could not be read: {outcome.unread}"), "", ""])
        elif not outcome.findings:
            self.rows.writerow([name, verdict, "", "", "", "", "", "", ""])
        for found in outcome.findings:
            place = [found.line or "", found.column or ""]
            self.rows.writerow(
                [name, verdict, found.severity.value, found.code, *place, cell(found.message), cell(found.quote), cell(found.excused)]
            )

    def end(self, totals: Totals) -> None:
        """Nothing is left to write."""
