"""Annotations on a pull request: GitHub's workflow commands.

GitHub shows ten errors and ten warnings of a step and drops the rest without a word, so the worst are chosen here and the
rest are counted in a last line.
Source: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
"""

from __future__ import annotations

from collections import Counter
from typing import IO

from checks.model import Severity
from checks.out import Totals
from checks.out.plain import visible
from checks.outcome import Located, Outcome

SHOWN = 10
COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def data(text: str) -> str:
    """A command's message, escaped."""
    return visible(text).replace("%", "%25")


def attribute(text: str) -> str:
    """A command's attribute, escaped."""
    return data(text).replace(":", "%3A").replace(",", "%2C")


class Annotations:
    """Ten annotations of each level, files with errors first, and what was left out."""

    def __init__(self, stream: IO[str], colour: bool) -> None:  # noqa: ARG002  GitHub colours them itself
        self.stream = stream
        self.kept: dict[Severity, list[str]] = {severity: [] for severity in Severity}
        self.found: Counter[Severity] = Counter()

    def add(self, outcome: Outcome) -> None:
        """Keep the findings of one file, as far as they will be shown."""
        findings = outcome.counting
        if outcome.unread:
            findings = (Located("COPYDESK", Severity.ERROR, f"could not be read: {outcome.unread}"),)  # type: ignore[arg-type]
        for one in findings:
            self.found[one.severity] += 1
            kept = self.kept[one.severity]
            if len(kept) < SHOWN:
                kept.append(_command(outcome.name, one))

    def end(self, totals: Totals) -> None:
        """Print the annotations and one line for the rest."""
        for severity in Severity:
            for command in self.kept[severity]:
                print(command, file=self.stream)
        left = {severity: self.found[severity] - len(self.kept[severity]) for severity in Severity}
        if any(left.values()):
            rest = ", ".join(
                f"{count} more {severity.value}s" if severity is not Severity.INFO else f"{count} more notes"
                for severity, count in left.items()
                if count
            )
            print(f"… and {rest}; see the report.", file=self.stream)
        print(totals.sentence(), file=self.stream)


def _command(name: str, found: Located) -> str:
    place = f"file={attribute(name)}"
    if found.line:
        place += f",line={found.line},endLine={max(found.end_line, found.line)}"
        if found.end_line == found.line and found.column:
            place += f",col={found.column},endColumn={max(found.end_column, found.column)}"
    return f"::{COMMANDS[found.severity]} {place},title={attribute(found.code)}::{data(found.message)}"
