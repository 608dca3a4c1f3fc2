"""GitLab's code quality report. Source: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from typing import IO, Any

from checks.model import Severity
from checks.out import Totals
from checks.out.plain import visible
from checks.outcome import Outcome

WEIGHTS = {Severity.ERROR: "critical", Severity.WARNING: "minor", Severity.INFO: "info"}


class CodeQuality:
    """A JSON array of issues."""

    def __init__(self, stream: IO[str], colour: bool) -> None:  # noqa: ARG002  no colours in data
        self.stream = stream
        self.issues: list[dict[str, Any]] = []

    def add(self, outcome: Outcome) -> None:
        """Keep the findings of one file."""
        if outcome.unread:
            self._issue("COPYDESK", f"could not be read: {outcome.unread}", Severity.ERROR, outcome.name, 1, outcome.name)
        seen: Counter[str] = Counter()
        for found in outcome.counting:
            seen[found.fingerprint] += 1
            key = f"{outcome.name}\0{found.fingerprint}\0{seen[found.fingerprint]}"
            self._issue(found.code, found.message, found.severity, outcome.name, found.line or 1, key)

    def _issue(self, code: str, message: str, severity: Severity, name: str, line: int, key: str) -> None:
        self.issues.append(
            {
                "description": visible(message),
                "check_name": code,
                "fingerprint": hashlib.sha256(key.encode(errors="backslashreplace")).hexdigest(),
                "severity": WEIGHTS[severity],
                "location": {"path": visible(name), "lines": {"begin": line}},
            }
        )

    def end(self, totals: Totals) -> None:  # noqa: ARG002  GitLab counts for itself
        """Write the array."""
        json.dump(self.issues, self.stream, ensure_ascii=False, indent=1)
        self.stream.write("\n")
