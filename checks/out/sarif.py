"""SARIF 2.1.0 for code-scanning services.

URIs are relative to `SRCROOT`, columns count code points, and fingerprints are our own and do not move with the text.
Source: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

from __future__ import annotations

import json
from collections import Counter
from typing import IO, Any
from urllib.parse import quote

from checks.model import Severity
from checks.out import Totals
from checks.out.plain import visible
from checks.outcome import Located, Outcome
from checks.rules.catalogue import CATALOGUE
from checks.rules.company import CompanyRule
from checks.rules.rule import Rule
from checks.statement import CRASH
from checks.version import VERSION

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
MOST = 25_000
"""GitHub refuses a run with more results than this."""


class Sarif:
    """One run with all findings."""

    def __init__(self, stream: IO[str], colour: bool) -> None:  # noqa: ARG002  no colours in data
        self.stream = stream
        self.results: list[dict[str, Any]] = []
        self.artifacts: list[dict[str, Any]] = []
        self.crashed: list[str] = []

    def add(self, outcome: Outcome) -> None:
        """Keep the findings of one file."""
        uri = quote(outcome.name, errors="backslashreplace")
        artifact: dict[str, Any] = {"location": {"uri": uri, "uriBaseId": "SRCROOT"}}
        if outcome.sha256:
            artifact["hashes"] = {"sha-256": outcome.sha256}
        self.artifacts.append(artifact)
        if outcome.unread or outcome.crashed:
            self.crashed.append(f"{visible(outcome.name)}: {visible(outcome.unread) or 'copydesk failed on this file'}")
        seen: Counter[str] = Counter()
        for found in outcome.findings:
            if found.code != CRASH and len(self.results) < MOST:
                seen[found.fingerprint] += 1
                self.results.append(_result(uri, found, seen[found.fingerprint]))

    def end(self, totals: Totals) -> None:
        """Write the log."""
        notifications = [{"level": "error", "message": {"text": text}} for text in self.crashed]
        run = {
            "tool": {
                "driver": {"name": "copydesk", "version": VERSION, "semanticVersion": VERSION, "rules": [_rule(one) for one in CATALOGUE]}
            },
            "invocations": [{"executionSuccessful": not self.crashed and totals.files > 0, "toolExecutionNotifications": notifications}],
            "originalUriBaseIds": {"SRCROOT": {"description": {"text": "The top of the data repository."}}},
            "columnKind": "unicodeCodePoints",
            "artifacts": self.artifacts,
            "results": self.results,
        }
        json.dump({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, self.stream, ensure_ascii=False, separators=(",", ":"))
        self.stream.write("\n")


INDEX = {one.code: n for n, one in enumerate(CATALOGUE)}


def _rule(one: Rule | CompanyRule) -> dict[str, Any]:
    return {
        "id": one.code,
        "name": one.name,
        "shortDescription": {"text": one.title},
        "fullDescription": {"text": one.explanation},
        "help": {
            "text": f"{one.explanation}\n\nWhat to do: {one.advice}",
            "markdown": f"{one.explanation}\n\n**What to do:** {one.advice}",
        },
        "defaultConfiguration": {"level": LEVELS[one.severity]},
        "properties": {"tags": [one.code[:3]]},
    }


def _result(uri: str, found: Located, occurrence: int) -> dict[str, Any]:
    location: dict[str, Any] = {"artifactLocation": {"uri": uri, "uriBaseId": "SRCROOT"}}
    if found.line:
        region: dict[str, Any] = {"startLine": found.line, "startColumn": max(found.column, 1), "endLine": max(found.end_line, found.line)}
        if found.end_line > found.line or found.end_column > found.column:
            region["endColumn"] = max(found.end_column, 1)
        if found.quote:
            region["snippet"] = {"text": visible(found.quote)}
        location["region"] = region
    excused = {"suppressions": [{"kind": "external", "justification": visible(found.excused)}]} if found.excused else {}
    return {
        "ruleId": found.code,
        "ruleIndex": INDEX[found.code],
        "level": LEVELS[found.severity],
        "message": {"text": visible(found.message)},
        "locations": [{"physicalLocation": location}],
        "partialFingerprints": {"copydesk/v1": f"{found.fingerprint}:{occurrence}"},
        **excused,
    }
