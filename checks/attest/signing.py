"""Signing: each report of a folder becomes a bundle of two envelopes, the report's own bytes and the properties it proves."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec

from checks import statement as wire
from checks.attest.dsse import sign
from checks.attest.keys import SVR_TYPE
from checks.attest.register import SEAL, VERIFIER, seal
from checks.deposit import MANIFEST
from checks.disk import write
from checks.errors import UsageError
from checks.files import REPORT

BUNDLE = ".intoto.jsonl"
FAMILIES = {
    "ENC": "COPYDESK_ENCODING_OK",
    "SRC": "COPYDESK_ATTRIBUTION_OK",
    "DAT": "COPYDESK_DATE_OK",
    "TRN": "COPYDESK_COMPLETE",
    "NAV": "COPYDESK_NO_LEFTOVERS",
}


def properties(statement: wire.Statement) -> list[str]:
    """What a report proves of its article, said positively: a consumer asks for these and denies what has them not."""
    predicate = statement.predicate
    open_findings = [one for one in predicate.findings if one.level != "note" and not one.suppressions]
    asked = {one.name[:3] for one in predicate.checks if one.status != "skip"}
    proved = [
        name for family, name in FAMILIES.items() if family in asked and not any(one.rule_id.startswith(family) for one in open_findings)
    ]
    if predicate.document.is_based_on.status in ("stated", "inferred", "supplied") or predicate.document.publisher.status in (
        "stated",
        "supplied",
    ):
        proved.append("COPYDESK_SOURCE_NAMED")
    if predicate.document.date_published.status in ("stated", "inferred", "supplied"):
        proved.append("COPYDESK_DATE_RESOLVED")
    if predicate.result != "FAILED":
        proved.append("COPYDESK_ADMISSIBLE")
    return sorted(proved)


def svr(statement: wire.Statement, time: str) -> bytes:
    """A Simple Verification Result v0.2: the only place where a clock is written.

    Source: https://github.com/in-toto/attestation/blob/main/spec/predicates/svr.md
    """
    return msgspec.json.encode(
        {
            "_type": wire.STATEMENT_TYPE,
            "subject": msgspec.to_builtins(statement.subject),
            "predicateType": SVR_TYPE,
            "predicate": {
                "verifier": {"id": VERIFIER, "policies": msgspec.to_builtins(statement.predicate.configuration)},
                "timeCreated": time,
                "properties": properties(statement),
            },
        }
    )


def bundle(report: bytes, private: bytes, time: str) -> bytes:
    """Two lines: the report as it stands, without its line end, and its SVR; each in its envelope."""
    payload = report.rstrip(b"\n")
    statement = wire.decode(payload)
    return sign(payload, private) + b"\n" + sign(svr(statement, time), private) + b"\n"


def sign_folder(folder: Path, private: bytes, time: str) -> Iterator[str]:
    """Sign the manifest of a folder, if it has one, and every report below it; yields the bundles written.

    Raises:
        UsageError: there is no report, or one cannot be read.

    """
    reports = sorted(folder.rglob(f"*{REPORT}"))
    if not reports:
        raise UsageError([f"{folder}: no reports below it; run `copydesk check --out {folder}` first"])
    manifest = folder / MANIFEST
    if manifest.is_file():
        write(str(folder / SEAL), seal(manifest.read_bytes(), private, time))
    for path in reports:
        try:
            made = bundle(path.read_bytes(), private, time)
        except msgspec.DecodeError as error:
            raise UsageError([f"{path}: no report: {error}"]) from error
        target = str(path).removesuffix(REPORT) + BUNDLE
        write(target, made)
        yield target
