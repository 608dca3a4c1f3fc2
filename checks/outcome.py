"""What came of a file, in the form that outputs take: findings with the place and the text that people look for."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

import msgspec

from checks import statement as wire
from checks.model import Document, Finding, RuleCode, Severity, Span, Verdict, fingerprint

LONGEST_EXCERPT = 160


class Located(msgspec.Struct, frozen=True):
    """A finding with its place as people count it, and the text there."""

    code: RuleCode
    severity: Severity
    message: str
    line: int = 0
    """From 1; 0 when the finding is about the whole file."""
    column: int = 0
    end_line: int = 0
    end_column: int = 0
    excerpt: str = ""
    """The line, or the part of it around the finding."""
    marked: tuple[int, int] = (0, 0)
    """Which characters of the excerpt are meant."""
    quote: str = ""
    """The characters of the evidence."""
    excused: str = ""
    """Why it does not count; empty when it does."""

    @property
    def fingerprint(self) -> str:
        """What this finding is, whatever its place."""
        return fingerprint(self.code, self.quote, self.message)


class Outcome(msgspec.Struct, frozen=True):
    """What came of one file."""

    name: str
    path: str
    verdict: Verdict
    findings: tuple[Located, ...] = ()
    sha256: str = ""
    report_sha256: str = ""
    encoded: bytes = b""
    """The statement, where somebody asked for it."""
    unread: str = ""
    """Why the file could not be read; there is no report then."""
    crashed: str = ""
    """The traceback, where copydesk itself failed on this file."""

    @property
    def counting(self) -> tuple[Located, ...]:
        """The findings that nobody excused."""
        return tuple(one for one in self.findings if not one.excused)


def locate(document: Document, findings: Sequence[Finding]) -> tuple[Located, ...]:
    """The findings with line, column and the text there."""
    return tuple([_in_lines(one) if not one.spans else _at(document, one, one.spans[0]) for one in findings])


def _in_lines(finding: Finding) -> Located:
    """A finding without evidence: about some lines, or about the whole file."""
    if not finding.lines:
        return Located(finding.code, finding.severity, finding.message, excused=finding.excused)
    first, last = finding.lines[0]
    return Located(finding.code, finding.severity, finding.message, first + 1, 1, last + 1, 1, excused=finding.excused)


def _at(document: Document, finding: Finding, span: Span) -> Located:
    text, (starts, ends) = document.text, document.edges
    line = last = bisect_right(starts, span.start) - 1
    start, end = starts[line], ends[line]
    if span.end > end:
        last = max(line, bisect_right(starts, span.end - 1) - 1)
    until = min(max(span.end, span.start + 1), end)
    left = max(start, min(span.start - LONGEST_EXCERPT // 4, until - LONGEST_EXCERPT))
    right = min(end, left + LONGEST_EXCERPT)
    return Located(
        finding.code,
        finding.severity,
        finding.message,
        line + 1,
        span.start - start + 1,
        last + 1,
        span.end - starts[last] + 1,
        text[left:right],
        (span.start - left, min(max(until, span.start), right) - left),
        text[span.start : min(span.end, span.start + wire.LONGEST_QUOTE)],
        finding.excused,
    )
