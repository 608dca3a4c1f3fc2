"""The manifest of a folder of reports: one line per article, so that one signature can cover a delivery."""

from __future__ import annotations

from typing import IO

import msgspec

from checks.deposit import ManifestEntry
from checks.out import Totals
from checks.outcome import Outcome


class Manifest:
    """`manifest.jsonl`: path, sha256, result, sha256 of the report, in the order of the paths."""

    def __init__(self, stream: IO[str], colour: bool) -> None:  # noqa: ARG002  no colours in data
        self.stream = stream

    def add(self, outcome: Outcome) -> None:
        """Write one entry."""
        entry = ManifestEntry(
            path=outcome.name,
            sha256=outcome.sha256,
            result=outcome.verdict.value,
            report_sha256=outcome.report_sha256,
            unread=outcome.unread,
        )
        self.stream.write(msgspec.json.encode(entry).decode() + "\n")

    def end(self, totals: Totals) -> None:
        """Nothing is left to write."""
