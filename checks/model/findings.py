"""Findings: what is wrong with a file, how much that weighs, and the verdict."""

from __future__ import annotations

import hashlib
from enum import StrEnum
from typing import NewType

import msgspec

from checks.model.document import Span

RuleCode = NewType("RuleCode", str)


class Severity(StrEnum):
    """How much a finding weighs. Errors hold the file, warnings ask for a look, info is a note."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Verdict(StrEnum):
    """The answer for a file, in the words of in-toto's test-result predicate."""

    PASSED = "PASSED"
    WARNED = "WARNED"
    FAILED = "FAILED"


class Hit(msgspec.Struct, frozen=True):
    """What a rule saw: a sentence about this file, and where."""

    message: str
    spans: tuple[Span, ...] = ()
    lines: tuple[tuple[int, int], ...] = ()
    """First and last line (from 0) of what is meant, where that is more than the evidence."""


class Finding(msgspec.Struct, frozen=True):
    """A hit with its rule and the weight that policy gives it."""

    code: RuleCode
    severity: Severity
    message: str
    spans: tuple[Span, ...] = ()
    lines: tuple[tuple[int, int], ...] = ()
    excused: str = ""
    """Why it does not count: what a waiver or the baseline says of it. Empty for a finding that counts."""


def fingerprint(code: str, quote: str, message: str) -> str:
    """What a finding is, whatever its place: a digest of its rule and of its evidence, or of its message where it has none."""
    meant = " ".join((quote or message).split())
    return hashlib.sha256(f"{code}\0{meant}".encode(errors="backslashreplace")).hexdigest()[:32]


class Place(msgspec.Struct, frozen=True, order=True):
    """A file that a batch finding is about, and its lines (first and last, from 0) where that is known."""

    path: str
    lines: tuple[tuple[int, int], ...] = ()


class BatchFinding(Finding, frozen=True):
    """A finding about a delivery: what shows only when files are seen together. It names the files it is about."""

    places: tuple[Place, ...] = ()
