"""What is printed and written from the outcomes. Outputs print; they never decide."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from typing import IO, Protocol

import msgspec

from checks.model import Verdict
from checks.out.plain import amount
from checks.outcome import Outcome


class Totals(msgspec.Struct):
    """What a run came to."""

    rules: int = 0
    passed: int = 0
    warned: int = 0
    failed: int = 0
    unread: int = 0
    """Of the failed, those that could not be read."""
    crashed: int = 0
    """Of the failed, those on which copydesk itself failed."""
    excused: int = 0
    """Findings that a waiver or the baseline covers."""
    papers_warned: int = 0
    papers_failed: int = 0
    """Of the repository's own papers, its waivers and its baseline: no articles."""

    @property
    def files(self) -> int:
        """All files of the run."""
        return self.passed + self.warned + self.failed

    def count(self, outcome: Outcome) -> None:
        """Add one file."""
        self.passed += outcome.verdict is Verdict.PASSED
        self.warned += outcome.verdict is Verdict.WARNED
        self.failed += outcome.verdict is Verdict.FAILED
        self.unread += bool(outcome.unread)
        self.crashed += bool(outcome.crashed)
        self.excused += len(outcome.findings) - len(outcome.counting)

    def count_paper(self, outcome: Outcome) -> None:
        """Add a file of waivers, or the baseline, with which something is wrong."""
        self.papers_warned += outcome.verdict is Verdict.WARNED
        self.papers_failed += outcome.verdict is Verdict.FAILED

    def sentence(self) -> str:
        """The run in one line."""
        parts = [f"{self.passed} ready", f"{self.warned} to look at", f"{self.failed} held"]
        if self.unread:
            parts.append(f"{self.unread} of these could not be read")
        if self.crashed:
            parts.append(f"copydesk itself failed on {self.crashed}")
        if self.excused:
            parts.append(f"{amount(self.excused, 'finding')} excused")
        if self.papers_warned or self.papers_failed:
            parts.append("waivers or baseline out of date")
        return f"Checked {amount(self.files, 'file')} with {amount(self.rules, 'rule')}: {', '.join(parts)}."


class Writer(Protocol):
    """An output format: told of each outcome as it comes, and of the end."""

    def add(self, outcome: Outcome) -> None:
        """One file is done."""

    def end(self, totals: Totals) -> None:
        """All files are done."""


Made = Callable[[IO[str], bool], Writer]
"""A format is made of the stream it writes to and whether colours are wanted there."""

FORMATS = {
    "text": "checks.out.text:Concise",
    "full": "checks.out.text:Full",
    "json": "checks.out.reports:Json",
    "jsonl": "checks.out.reports:JsonLines",
    "github": "checks.out.github:Annotations",
    "sarif": "checks.out.sarif:Sarif",
    "gitlab": "checks.out.gitlab:CodeQuality",
    "junit": "checks.out.junit:JUnit",
    "markdown": "checks.out.markdown:Markdown",
    "csv": "checks.out.table:Csv",
}
"""Format name -> where it is made. Loaded when asked for, so that nobody waits for a format they do not use."""
FOR_SERVERS = ("github", "gitlab", "sarif")
"""The formats whose readers look for the files, from the top of the repository on."""
NEED_REPORTS = frozenset({"json", "jsonl"})


def writer(name: str, stream: IO[str], *, colour: bool) -> Writer:
    """The writer of a format."""
    module, _, made = FORMATS[name].partition(":")
    return getattr(importlib.import_module(module), made)(stream, colour)  # type: ignore[no-any-return]
