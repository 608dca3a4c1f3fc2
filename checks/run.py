"""Many files through the walk, on any number of processes; one file's misfortune is that file's alone."""

from __future__ import annotations

import hashlib
import os
import stat
import sys
import traceback
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

import msgspec

from checks import statement as wire
from checks.files import STDIN, File, report_path, write
from checks.model import Document, Finding, Outlet, RuleCode, Severity, Sidecar, Verdict, fingerprint
from checks.pipeline import Desk, check
from checks.policy import Policy
from checks.read import read
from checks.report import Report, held
from checks.rules import RULES

if TYPE_CHECKING:
    from concurrent.futures import Future
    from multiprocessing.context import BaseContext

LONGEST_EXCERPT = 160
CHUNK = 16
"""Files handed to a worker at once: at 1 ms a file the hand-over costs less than a tenth."""
FEW = 24
"""Fewer files than this are checked where we are: starting a worker costs as much as checking them."""
LARGEST_SIDECAR = 1 << 20


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


class Order(msgspec.Struct, frozen=True):
    """What a worker does with each file."""

    policy: Policy = Policy()
    outlets: tuple[Outlet, ...] = ()
    out: str = ""
    """Where reports are written; nowhere when empty."""
    site: str = ""
    """Where HTML pages are written; nowhere when empty."""
    language: str = "en"
    """Of the pages' own words."""
    keep: bool = False
    """Whether the outcome holds the encoded statement."""


Work = Callable[[File, Order], Outcome]


def check_file(file: File, order: Order) -> Outcome:
    """Check one file and write its report. Never raises for what is wrong with the file or with a rule."""
    return checked(file, order)[0]


def checked(file: File, order: Order) -> tuple[Outcome, Report | None]:
    """What came of a file, its report written, and that report; none for a file that could not be read."""
    try:
        raw = _bytes(file.path)
        supplied, fault = _sidecar(file)
    except OSError as error:
        return Outcome(file.name, file.path, Verdict.FAILED, unread=error.strerror or str(error)), None
    desk = Desk(RULES, order.policy, order.outlets)
    crashed = ""
    try:
        report = check(raw, file.name, desk, supplied, fault)
    except Exception as error:  # noqa: BLE001  a crash holds this file and the others go on
        crashed = traceback.format_exc()
        cause = error.__cause__ or error
        report = held(read(raw, file.name), f"copydesk failed on this file: {type(cause).__name__}", order.policy)
    return _outcome(file, report, order, crashed), report


def _bytes(path: str) -> bytes:
    if path == STDIN:
        return sys.stdin.buffer.read()
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with os.fdopen(handle, "rb") as stream:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise OSError(0, "not a regular file")
        return stream.read()


def _sidecar(file: File) -> tuple[Sidecar | None, str]:
    """The sidecar, and what is wrong with it."""
    if file.path == STDIN:
        return None, ""
    try:
        raw = _bytes(file.sidecar)
    except FileNotFoundError:
        return None, ""
    if len(raw) > LARGEST_SIDECAR:
        return None, "it is larger than 1 MiB"
    try:
        return msgspec.json.decode(raw, type=Sidecar), ""
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        return None, str(error)


def _outcome(file: File, report: Report, order: Order, crashed: str) -> Outcome:
    encoded = report.encoded()
    if order.out:
        try:
            write(report_path(order.out, file), encoded + b"\n")
        except OSError as error:
            message = f"{report_path(order.out, file)}: the report cannot be written: {error.strerror}"
            raise ReportNotWritten(message) from error
    return Outcome(
        name=file.name,
        path=file.path,
        verdict=report.verdict,
        findings=locate(report.document, report.findings),
        sha256=report.statement.subject[0].digest.sha256,
        report_sha256=hashlib.sha256(encoded + b"\n").hexdigest(),
        encoded=encoded if order.keep else b"",
        crashed=crashed,
    )


class ReportNotWritten(Exception):
    """A report could not be written: the disk is full, or the place is not ours."""


def locate(document: Document, findings: Sequence[Finding]) -> tuple[Located, ...]:
    """The findings with line, column and the text there."""
    return tuple(_located(document, one) for one in findings)


def _located(document: Document, finding: Finding) -> Located:
    if not finding.spans:
        if not finding.lines:
            return Located(finding.code, finding.severity, finding.message, excused=finding.excused)
        first, last = finding.lines[0]
        return Located(finding.code, finding.severity, finding.message, first + 1, 1, last + 1, 1, excused=finding.excused)
    span = finding.spans[0]
    line = document.line_at(span.start)
    start, end = int(document.starts[line]), int(document.ends[line])
    until = min(max(span.end, span.start + 1), end)
    last = document.line_at(max(span.start, span.end - 1))
    left = max(start, min(span.start - LONGEST_EXCERPT // 4, until - LONGEST_EXCERPT))
    right = min(end, left + LONGEST_EXCERPT)
    return Located(
        code=finding.code,
        severity=finding.severity,
        message=finding.message,
        line=line + 1,
        column=span.start - start + 1,
        end_line=last + 1,
        end_column=span.end - int(document.starts[last]) + 1,
        excerpt=document.text[left:right],
        marked=(span.start - left, min(max(until, span.start), right) - left),
        quote=document.text[span.start : min(span.end, span.start + wire.LONGEST_QUOTE)],
        excused=finding.excused,
    )


def run(files: Sequence[File], order: Order, jobs: int, work: Work = check_file) -> Iterator[Outcome]:
    """The outcome of every file, in the order given, on `jobs` processes.

    A worker that dies takes its chunk with it: those files are checked again, one at a time, and the one that kills its
    worker again is held.

    Raises:
        ReportNotWritten: a report could not be written.

    """
    if jobs <= 1 or len(files) < FEW:
        yield from (work(file, order) for file in files)
    else:
        yield from _in_processes(files, order, jobs, work)


def _in_processes(files: Sequence[File], order: Order, jobs: int, work: Work) -> Iterator[Outcome]:
    import multiprocessing  # 30 ms that a few files need not pay
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    chunks = deque(files[n : n + CHUNK] for n in range(0, len(files), CHUNK))
    context = multiprocessing.get_context("spawn" if sys.platform == "win32" else "forkserver")
    while chunks:
        waiting: deque[tuple[Sequence[File], Future[list[Outcome]]]] = deque()
        broken: Sequence[File] = ()
        with ProcessPoolExecutor(jobs, mp_context=context) as pool:
            while (chunks or waiting) and not broken:
                while chunks and len(waiting) < 2 * jobs:
                    chunk = chunks.popleft()
                    waiting.append((chunk, pool.submit(_chunk, chunk, order, work)))
                chunk, future = waiting.popleft()
                try:
                    yield from future.result()
                except BrokenProcessPool:
                    broken = chunk
            chunks.extendleft(chunk for chunk, _ in reversed(waiting))
        for file in broken:
            yield _alone(file, order, work, context)


def _chunk(files: Sequence[File], order: Order, work: Work) -> list[Outcome]:
    return [work(file, order) for file in files]


def _alone(file: File, order: Order, work: Work, context: BaseContext) -> Outcome:
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    try:
        with ProcessPoolExecutor(1, mp_context=context) as pool:
            return pool.submit(work, file, order).result()
    except BrokenProcessPool:
        message = "the process that checked this file died"
    try:
        raw = _bytes(file.path)
    except OSError as error:
        return Outcome(file.name, file.path, Verdict.FAILED, unread=error.strerror or str(error))
    return _outcome(file, held(read(raw, file.name), f"copydesk failed on this file: {message}", order.policy), order, message)
