"""Many files through the walk, on any number of processes; one file's misfortune is that file's alone."""

from __future__ import annotations

import gc
import hashlib
import os
import stat
import sys
import traceback
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

import msgspec

from checks import cache
from checks.files import STDIN, File, report_path, write
from checks.model import Outlet, Sidecar, Verdict
from checks.outcome import Outcome, locate
from checks.pipeline import Desk, check
from checks.policy import Policy
from checks.read import read
from checks.report import Report, held
from checks.rules import RULES

if TYPE_CHECKING:
    from concurrent.futures import Future
    from multiprocessing.context import BaseContext

CHUNK = 16
"""Files handed to a worker at once: at 1 ms a file the hand-over costs less than a tenth."""
FEW = 24
"""Fewer files than this are checked where we are: starting a worker costs as much as checking them."""
LARGEST_SIDECAR = 1 << 20


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
    cache: str = ""
    """The folder of remembered reports; nothing is remembered when empty."""
    configured: str = ""
    """Digest of what answers depend on beside the files; needed with a cache."""


Work = Callable[[File, Order], Outcome]


def check_file(file: File, order: Order) -> Outcome:
    """Check one file and write its report. Never raises for what is wrong with the file or with a rule."""
    done = checked(file, order)
    return unread(file) if done is None else done.outcome


class Checked(msgspec.Struct, frozen=True):
    """What came of a file, with what was read and reported."""

    outcome: Outcome
    raw: bytes
    encoded: bytes
    """The statement."""


def checked(file: File, order: Order) -> Checked | None:
    """Check one file, or remember what came of it, and write its report; None for a file that cannot be read.

    Raises:
        ReportNotWritten: the report cannot be written.

    """
    try:
        raw = _bytes(file.path)
        sidecar = _sidecar(file)
    except OSError:
        return None
    if not order.cache:
        outcome, encoded = _walked(file, raw, sidecar, order)
        return _written(file, order, Checked(outcome, raw, encoded))
    key = cache.key(order.configured, file.name, raw, sidecar)
    entry = cache.look_up(order.cache, key)
    if entry is not None:
        outcome = msgspec.msgpack.decode(entry.outcome, type=Outcome)
        return _written(file, order, Checked(msgspec.structs.replace(outcome, path=file.path), raw, entry.statement))
    outcome, encoded = _walked(file, raw, sidecar, order)
    if not outcome.crashed:
        cache.remember(order.cache, key, cache.Entry(msgspec.msgpack.encode(outcome), encoded))
    return _written(file, order, Checked(outcome, raw, encoded))


def _walked(file: File, raw: bytes, sidecar: bytes | None, order: Order) -> tuple[Outcome, bytes]:
    """The walk over one file; a crash of ours holds it."""
    supplied, fault = _supplied(sidecar)
    crashed = ""
    try:
        report = check(raw, file.name, Desk(RULES, order.policy, order.outlets), supplied, fault)
    except Exception as error:  # noqa: BLE001  a crash holds this file and the others go on
        crashed = traceback.format_exc()
        cause = error.__cause__ or error
        report = held(read(raw, file.name), f"copydesk failed on this file: {type(cause).__name__}", order.policy)
    return _told(file, report, crashed)


def _told(file: File, report: Report, crashed: str) -> tuple[Outcome, bytes]:
    """A report as outputs take it, and its statement."""
    encoded = report.encoded()
    outcome = Outcome(
        name=file.name,
        path=file.path,
        verdict=report.verdict,
        findings=locate(report.document, report.findings),
        sha256=report.document.sha256,
        report_sha256=hashlib.sha256(encoded + b"\n").hexdigest(),
        crashed=crashed,
    )
    return outcome, encoded


def _written(file: File, order: Order, done: Checked) -> Checked:
    """The same, its report written where it is not there already, and kept where somebody asked for it."""
    if order.out:
        place, content = report_path(order.out, file), done.encoded + b"\n"
        try:
            if not (order.cache and _holds(place, content)):
                write(place, content)
        except OSError as error:
            raise ReportNotWritten(f"{place}: the report cannot be written: {error.strerror}") from error
    if order.keep:
        return msgspec.structs.replace(done, outcome=msgspec.structs.replace(done.outcome, encoded=done.encoded))
    return done


def _holds(place: str, content: bytes) -> bool:
    try:
        with open(place, "rb", buffering=0) as stream:
            return stream.read() == content
    except OSError:
        return False


def unread(file: File) -> Outcome:
    """What comes of a file that cannot be read, and why it cannot."""
    try:
        _bytes(file.path)
    except OSError as error:
        return Outcome(file.name, file.path, Verdict.FAILED, unread=error.strerror or str(error))
    return Outcome(file.name, file.path, Verdict.FAILED, unread="it could not be read a moment ago")


def _bytes(path: str) -> bytes:
    if path == STDIN:
        return sys.stdin.buffer.read()
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with os.fdopen(handle, "rb") as stream:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise OSError(0, "not a regular file")
        return stream.read()


def _sidecar(file: File) -> bytes | None:
    if file.path == STDIN:
        return None
    try:
        return _bytes(file.sidecar)
    except FileNotFoundError:
        return None


def _supplied(sidecar: bytes | None) -> tuple[Sidecar | None, str]:
    """What a sidecar says, and what is wrong with it."""
    if sidecar is None:
        return None, ""
    if len(sidecar) > LARGEST_SIDECAR:
        return None, "it is larger than 1 MiB"
    try:
        return msgspec.json.decode(sidecar, type=Sidecar), ""
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        return None, str(error)


class ReportNotWritten(Exception):
    """A report could not be written: the disk is full, or the place is not ours."""


def run(files: Sequence[File], order: Order, jobs: int, work: Work = check_file) -> Iterator[Outcome]:
    """The outcome of every file, in the order given, on `jobs` processes.

    A worker that dies takes its chunk with it: those files are checked again, one at a time, and the one that kills its
    worker again is held.

    Raises:
        ReportNotWritten: a report could not be written.

    """
    if jobs <= 1 or len(files) < FEW:
        settle()
        yield from (work(file, order) for file in files)
    else:
        yield from _in_processes(files, order, jobs, work)


def settle() -> None:
    """Spare the collector what stays for good, the rules, word lists and weights, and let it look less often.

    Measured on 459 pages of 12.5 kB: 8 % of the walk; what a file leaves behind is freed without the collector.
    """
    gc.freeze()
    gc.set_threshold(20_000, 50, 50)


def _in_processes(files: Sequence[File], order: Order, jobs: int, work: Work) -> Iterator[Outcome]:
    import multiprocessing  # 30 ms that a few files need not pay
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    chunks = deque(files[n : n + CHUNK] for n in range(0, len(files), CHUNK))
    context = multiprocessing.get_context("spawn" if sys.platform == "win32" else "forkserver")
    while chunks:
        waiting: deque[tuple[Sequence[File], Future[list[Outcome]]]] = deque()
        broken: Sequence[File] = ()
        with ProcessPoolExecutor(jobs, mp_context=context, initializer=settle) as pool:
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
    return _dead(file, order, message)


def _dead(file: File, order: Order, message: str) -> Outcome:
    try:
        raw = _bytes(file.path)
    except OSError:
        return unread(file)
    report = held(read(raw, file.name), f"copydesk failed on this file: {message}", order.policy)
    outcome, encoded = _told(file, report, message)
    return _written(file, order, Checked(outcome, raw, encoded)).outcome
