"""One file through the walk, or remembered, and its report written; its misfortune is its own."""

from __future__ import annotations

import hashlib
import re
import sys
import traceback
from collections.abc import Callable

import msgspec

from checks import cache
from checks.claims.dates.made import iso_day
from checks.disk import write
from checks.files import STDIN, File, contents, report_path
from checks.model import Outlet, Sidecar, Verdict
from checks.outcome import Outcome, locate
from checks.pipeline import Desk, check
from checks.policy import Policy
from checks.read import read
from checks.report import Report, held
from checks.rules import RULES

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
    recall: bool = False
    """Whether only what is remembered is wanted: a file that must be walked raises `Forgotten`."""


Work = Callable[[File, Order], Outcome]


def check_file(file: File, order: Order) -> Outcome:
    """Check one file and write its report. Never raises for what is wrong with the file or with a rule."""
    done = checked(file, order)
    return unread(file) if done is None else done.outcome


class Forgotten(Exception):
    """A file is not remembered, and nobody asked for it to be walked."""


class Checked(msgspec.Struct, frozen=True):
    """What came of a file, and what was read."""

    outcome: Outcome
    raw: bytes
    key: bytes = b""
    """Under which it is remembered; empty without a cache."""
    made: bytes = b""
    """The statement; empty while it is only remembered."""


def checked(file: File, order: Order) -> Checked | None:
    """Check one file, or remember what came of it, and write its report; None for a file that cannot be read.

    Raises:
        NotWritten: the report cannot be written.
        Forgotten: it is not remembered, and that was asked for.

    """
    try:
        raw = _bytes(file)
        sidecar = _sidecar(file)
    except OSError:
        return None
    if not order.cache:
        return _written(file, order, Checked(*_walked(file, raw, sidecar, order)))
    key = cache.key(order.configured, file.name, raw, sidecar)
    known = _remembered(order, key)
    if known is not None:
        return _written(file, order, Checked(msgspec.structs.replace(known, path=file.path), raw, key))
    if order.recall:
        raise Forgotten
    done = msgspec.structs.replace(Checked(*_walked(file, raw, sidecar, order)), key=key)
    if not done.outcome.crashed:
        nameless = msgspec.structs.replace(done.outcome, path="")  # that of the next run holds, and not every path can be written in UTF-8
        cache.remember(order.cache, key, msgspec.msgpack.encode(nameless), done.made)
    return _written(file, order, done)


def _remembered(order: Order, key: bytes) -> Outcome | None:
    """What came of a file, as it is remembered; nothing when the memory is damaged."""
    known = cache.look_up(order.cache, key)
    try:
        return None if known is None else msgspec.msgpack.decode(known, type=Outcome)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None


def statement(file: File, order: Order, done: Checked) -> bytes:
    """The statement about a file, from the cache if it is only remembered, and whole there."""
    if done.made:
        return done.made
    known = cache.statement(order.cache, done.key)
    whole = known is not None and hashlib.sha256(known + b"\n").hexdigest() == done.outcome.report_sha256
    return known if known and whole else Checked(*_walked(file, done.raw, _sidecar(file), order)).made


def _walked(file: File, raw: bytes, sidecar: bytes | None, order: Order) -> tuple[Outcome, bytes, bytes, bytes]:
    """The walk over one file, as the fields of `Checked`; a crash of ours holds it."""
    supplied, fault = _supplied(sidecar)
    crashed = ""
    try:
        report = check(raw, file.name, Desk(RULES, order.policy, order.outlets), supplied, fault)
    except Exception as error:  # noqa: BLE001  a crash holds this file and the others go on
        crashed = traceback.format_exc()
        cause = error.__cause__ or error
        report = held(read(raw, file.name), f"copydesk failed on this file: {type(cause).__name__}", order.policy)
    outcome, encoded = _told(file, report, crashed)
    return outcome, raw, b"", encoded


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
        place = report_path(order.out, file)
        if not (order.cache and _digest(place) == done.outcome.report_sha256):
            write(place, statement(file, order, done) + b"\n")
    if order.keep:
        encoded = statement(file, order, done)
        return msgspec.structs.replace(done, outcome=msgspec.structs.replace(done.outcome, encoded=encoded))
    return done


def _digest(place: str) -> str:
    """Of a file; empty for one that cannot be read."""
    try:
        with open(place, "rb", buffering=0) as stream:
            return hashlib.sha256(stream.readall()).hexdigest()
    except OSError:
        return ""


def unread(file: File) -> Outcome:
    """What comes of a file that cannot be read, and why it cannot."""
    for what, bytes_of in (("", _bytes), ("its sidecar: ", _sidecar)):
        try:
            bytes_of(file)
        except OSError as error:
            return Outcome(file.name, file.path, Verdict.FAILED, unread=what + (error.strerror or str(error)))
    return Outcome(file.name, file.path, Verdict.FAILED, unread="it could not be read a moment ago")


def _bytes(file: File) -> bytes:
    return sys.stdin.buffer.read() if file.path == STDIN else contents(file.path, file.within)


def _sidecar(file: File) -> bytes | None:
    if file.path == STDIN:
        return None
    try:
        return contents(file.sidecar, file.within)
    except FileNotFoundError:
        return None


def _supplied(sidecar: bytes | None) -> tuple[Sidecar | None, str]:
    """What a sidecar says, and what is wrong with it."""
    if sidecar is None:
        return None, ""
    if len(sidecar) > LARGEST_SIDECAR:
        return None, "it is larger than 1 MiB"
    try:
        supplied = msgspec.json.decode(sidecar, type=Sidecar)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        return None, str(error)
    fault = _unusable(supplied)
    return (None, fault) if fault else (supplied, "")


def _unusable(supplied: Sidecar) -> str:
    """What nothing could be compared with; empty when all can be."""
    for key, given in (("published", supplied.published), ("retrieved", supplied.retrieved)):
        if given and iso_day(given) is None:
            return f"{key}: {given!r} is no day; write it as 2026-12-31"
    if supplied.url and not re.match(r"https?://[^\s/]", supplied.url):
        return f"url: {supplied.url!r} is no address; write it as https://courier.example/page"
    return ""


def dead(file: File, order: Order, message: str, traced: str = "") -> Outcome:
    """What comes of a file that ended the process which checked it, or on which copydesk failed after its report was made."""
    try:
        raw = _bytes(file)
    except OSError:
        return unread(file)
    report = held(read(raw, file.name), f"copydesk failed on this file: {message}", order.policy)
    outcome, encoded = _told(file, report, traced or message)
    return _written(file, order, Checked(outcome, raw, made=encoded)).outcome
