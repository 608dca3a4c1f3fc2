"""A job summary in Markdown, at most as long as GitHub takes."""

from __future__ import annotations

from collections import Counter
from typing import IO

from checks.model import Severity, Verdict
from checks.out import Totals
from checks.out.plain import visible
from checks.outcome import Outcome
from checks.patterns import lazily
from checks.rules.catalogue import TITLES

LIMIT = 1_000_000
"""Bytes; GitHub drops a summary of more than 1 MiB whole."""
SPECIAL = lazily(r"([\\`*_{}\[\]<>()#+!|~&@:]|(?<=www)\.)")
"""What means something to GitHub's Markdown, which makes a link of `www.` too."""


def literal(text: str) -> str:
    """Text in which Markdown and HTML mean nothing."""
    return SPECIAL.sub(lambda found: f"&#{ord(found[0])};", visible(text))


class Markdown:
    """What blocks, by article, worst first; then causes; cut with a word where it would be too long."""

    def __init__(self, stream: IO[str], colour: bool) -> None:  # noqa: ARG002  no colours in data
        self.stream = stream
        self.rows: dict[Verdict, list[str]] = {Verdict.FAILED: [], Verdict.WARNED: []}
        self.causes: Counter[str] = Counter()
        self.size = 0
        self.left_out = 0

    def add(self, outcome: Outcome) -> None:
        """Keep one article, as long as there is room."""
        self.causes.update({found.code for found in outcome.counting if found.severity is not Severity.INFO})
        if outcome.verdict is Verdict.PASSED:
            return
        told = [f"could not be read: {outcome.unread}"] if outcome.unread else []
        told += [
            f"{f.code} {f.message}" + (f" (line {f.line})" if f.line else "") for f in outcome.counting if f.severity is not Severity.INFO
        ]
        row = f"| {literal(outcome.name)} | {'<br>'.join(literal(one) for one in told)} |\n"
        if self.size + len(row.encode()) > LIMIT * 0.9:
            self.left_out += 1
            return
        self.size += len(row.encode())
        self.rows[outcome.verdict].append(row)

    def end(self, totals: Totals) -> None:
        """Write the summary."""
        write = self.stream.write
        write(f"## copydesk\n\n{totals.sentence()}\n")
        for verdict, heading in ((Verdict.FAILED, "Held"), (Verdict.WARNED, "To look at")):
            if self.rows[verdict]:
                write(f"\n### {heading}\n\n| article | why |\n| --- | --- |\n{''.join(self.rows[verdict])}")
        if self.left_out:
            write(f"\n{self.left_out} more articles are not listed here; see the report.\n")
        if self.causes:
            write("\n### Causes\n\n| rule | articles | what happened |\n| --- | --- | --- |\n")
            for code, count in sorted(self.causes.items(), key=lambda item: (-item[1], item[0])):
                write(f"| {code} | {count} | {literal(TITLES.get(code, 'copydesk itself failed.'))} |\n")
