"""JUnit XML, which most CI servers show: one test case per article."""

from __future__ import annotations

from typing import IO
from xml.sax.saxutils import escape, quoteattr

from checks.model import Verdict
from checks.out import Totals
from checks.out.plain import visible
from checks.outcome import Outcome


class JUnit:
    """A suite of articles: held ones are failures, those copydesk failed on are errors, the others pass."""

    def __init__(self, stream: IO[str], colour: bool) -> None:  # noqa: ARG002  no colours in data
        self.stream = stream
        self.cases: list[str] = []

    def add(self, outcome: Outcome) -> None:
        """Keep one test case."""
        told = "\n".join(
            f"{found.line}:{found.column} {found.severity} {found.code} {visible(found.message)}" for found in outcome.counting
        )
        inside = ""
        if outcome.crashed or outcome.unread:
            inside = f"<error message={_attribute(outcome.unread or 'copydesk failed on this file')}/>"
        elif outcome.verdict is Verdict.FAILED:
            worst = next(found for found in outcome.counting if found.severity == "error")
            inside = f"<failure type={_attribute(worst.code)} message={_attribute(worst.message)}>{escape(told)}</failure>"
        elif told:
            inside = f"<system-out>{escape(told)}</system-out>"
        self.cases.append(f'<testcase classname="copydesk" name={_attribute(outcome.name)}>{inside}</testcase>')

    def end(self, totals: Totals) -> None:
        """Write the suite."""
        errors = totals.crashed + totals.unread
        failures = totals.failed + totals.papers_failed - errors
        counts = f'tests="{len(self.cases)}" failures="{failures}" errors="{errors}"'
        self.stream.write(f'<?xml version="1.0" encoding="UTF-8"?>\n<testsuites {counts}><testsuite name="copydesk" {counts}>\n')
        self.stream.write("\n".join(self.cases) + "\n</testsuite></testsuites>\n")


def _attribute(text: str) -> str:
    return quoteattr(visible(text))
