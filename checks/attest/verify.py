"""Verification, in the order that in-toto asks for: signature, payload type, predicate type, digest, schema, policy.

Deny unless attested: whatever is missing, unreadable or unknown is refused, and the step that refused it is named.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from checks import statement as wire
from checks.attest.dsse import Refused, opened
from checks.attest.keys import SVR_TYPE, KeyRing
from checks.attest.register import Register, read_register
from checks.attest.signing import BUNDLE, properties
from checks.files import ARTICLES, REPORT, File, contents, find, report_path

NAMESPACE = "copydesk"
"""What `ssh-keygen -Y` signatures are made for, so that one made for mail or git does not count here."""


class Demand(msgspec.Struct, frozen=True):
    """What a consumer asks for."""

    reports: str = "provenance"
    """The folder of reports and bundles."""
    keys: KeyRing | None = None
    """Demand a bundle signed with one of these."""
    today: str = ""
    """The day on which the keys must be valid, ISO 8601; needed with keys."""
    allowed_signers: str = ""
    """Demand an `ssh-keygen -Y` signature beside the report, by a signer in this file."""
    identity: str = ""
    """Who in that file."""
    require: tuple[str, ...] = ()
    """Properties that the report must prove."""
    warnings_pass: bool = True
    articles: str = "."
    """What the articles' names in reports are relative to, for `admitted`: the folder of the configuration they were made with."""


def register(demand: Demand) -> Register:
    """The manifest beside the reports, read once for many articles.

    Raises:
        Refused: it is broken, or not signed as asked.

    """
    return read_register(demand.reports, demand.keys, demand.today)


def verify(file: File, demand: Demand, listed: Register | None = None) -> wire.Statement:
    """The report that fits a file's bytes and meets a demand; `listed` is the `register` of that demand, read here if not given.

    Raises:
        Refused: anything else.

    """
    try:
        raw = contents(file.path, file.within)
    except OSError as error:
        raise Refused("article", f"cannot be read: {error.strerror}") from error
    place = report_path(demand.reports, file)
    try:
        report = Path(place).read_bytes()
    except OSError as error:
        raise Refused("report", f"there is none that can be read at {place}") from error
    if demand.allowed_signers:
        _ssh(place, report, demand)
    payload = report.removesuffix(b"\n")
    signed = None
    if demand.keys is not None:
        signed = _bundle(place.removesuffix(REPORT) + BUNDLE, payload, demand.keys, demand.today, raw)
    _predicate_type(payload)
    statement = _statement(payload)
    _bound(statement, file, raw)
    (register(demand) if listed is None else listed).agree(file.name, raw, report, statement.predicate.result)
    if signed is not None and signed != properties(statement):
        raise Refused("policy", "the signed verification result says other than the report")
    _policy(statement, demand)
    return statement


def admitted(paths: Iterable[str | os.PathLike[str]], demand: Demand | None = None) -> Iterator[tuple[Path, wire.Statement]]:
    """The articles among these files and folders that downstream code may use, with their reports; the others are left out."""
    demand = demand or Demand()
    try:
        listed = register(demand)
    except Refused:
        return
    for file in find([os.fspath(path) for path in paths], ARTICLES, base=demand.articles):
        try:
            yield Path(file.path), verify(file, demand, listed)
        except Refused:
            continue


def _bundle(place: str, payload: bytes, keys: KeyRing, today: str, raw: bytes) -> list[str]:
    """The properties that a bundle attests of a report and of these bytes."""
    try:
        content = Path(place).read_bytes()
    except OSError as error:
        raise Refused("signature", f"there is none that can be read at {place}") from error
    lines = content.split(b"\n")
    if len(lines) != 3 or lines[2]:
        raise Refused("envelope", "a bundle has two lines")
    signed, by = opened(lines[0], keys.raw())
    keys.allows(by, wire.PREDICATE_TYPE, today)
    result, by = opened(lines[1], keys.raw())
    keys.allows(by, SVR_TYPE, today)
    if signed != payload:
        raise Refused("signature", "the signed report is not the one that stands beside it")
    summary = msgspec.json.decode(result)
    digest = summary["subject"][0]["digest"]["sha256"]
    if summary["predicateType"] != SVR_TYPE or digest != hashlib.sha256(raw).hexdigest():
        raise Refused("digest", "the verification result is about other bytes")
    return list(summary["predicate"]["properties"])


def _ssh(place: str, report: bytes, demand: Demand) -> None:
    program = shutil.which("ssh-keygen")
    if program is None:
        raise Refused("signature", "ssh-keygen is not installed")
    if not Path(f"{place}.sig").is_file():
        raise Refused("signature", f"there is none at {place}.sig")
    command = [program, "-Y", "verify", "-f", demand.allowed_signers, "-I", demand.identity, "-n", NAMESPACE, "-s", f"{place}.sig"]
    done = subprocess.run(command, input=report, capture_output=True, check=False)  # noqa: S603
    if done.returncode:
        said = (done.stderr or done.stdout).decode("utf-8", "replace").strip().splitlines()
        raise Refused("signature", f"ssh-keygen: {said[-1] if said else 'refused'}")


def _predicate_type(payload: bytes) -> None:
    try:
        kinds = msgspec.json.decode(payload)
        statement, predicate = kinds["_type"], kinds["predicateType"]
    except (msgspec.DecodeError, UnicodeDecodeError, KeyError, TypeError) as error:
        raise Refused("schema", f"no in-toto statement: {error}") from error
    if statement != wire.STATEMENT_TYPE:
        raise Refused("payload type", f"{statement!r} is not {wire.STATEMENT_TYPE}")
    if predicate != wire.PREDICATE_TYPE:
        raise Refused("predicate type", f"{predicate!r} is not {wire.PREDICATE_TYPE}")


def _statement(payload: bytes) -> wire.Statement:
    try:
        statement = wire.decode(payload)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise Refused("schema", str(error)) from error
    if wire.encode(statement) != payload:
        raise Refused("schema", "it is not written as copydesk writes reports; something was changed by hand")
    return statement


def _bound(statement: wire.Statement, file: File, raw: bytes) -> None:
    subject = statement.subject[0]
    if subject.digest.sha256 != hashlib.sha256(raw).hexdigest():
        raise Refused("digest", "the report is about other bytes")
    if subject.name != file.name:
        raise Refused("digest", f"the report is about {subject.name!r}")


def _policy(statement: wire.Statement, demand: Demand) -> None:
    predicate = statement.predicate
    open_errors = [one for one in predicate.findings if one.level == "error" and not one.suppressions]
    if predicate.result == "FAILED" or open_errors:
        raise Refused("policy", "the article is held")
    if predicate.result == "WARNED" and not demand.warnings_pass:
        raise Refused("policy", "the article has warnings")
    if not predicate.checks:
        raise Refused("policy", "no rule was asked of the article")
    lacking = sorted(set(demand.require) - set(properties(statement)))
    if lacking:
        raise Refused("policy", f"the report does not prove {', '.join(lacking)}")
