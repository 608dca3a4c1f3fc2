"""Made-up deliveries for the tests of the batch stage: rows, reports and articles that are sound until a test spoils them."""

from __future__ import annotations

import datetime as dt
import hashlib
from pathlib import Path
from typing import Any

import msgspec

from checks import statement as wire
from checks.batch import BatchResult
from checks.deposit import ManifestEntry, Reported
from checks.fingerprint import sketch
from checks.ledger import Row, row
from checks.read import read

STREETS = ("Quay", "Mill", "Orchard", "Foundry", "Chapel", "Meadow", "Lantern", "Tannery", "Ferry", "Granary")
VERBS = ("opened", "mended", "painted", "sold", "measured", "flooded", "cleared", "renamed")
THINGS = (
    "the old pump house",
    "a row of garden sheds",
    "the night bus shelter",
    "its last brass clock",
    "two wooden cranes",
    "the reading room",
)


def prose(n: int, sentences: int = 14) -> str:
    """Running text of its own for each number."""
    told = []
    for k in range(sentences):
        pick = int.from_bytes(hashlib.sha256(f"{n}/{k}".encode()).digest()[:6], "big")
        street, verb, thing = STREETS[pick % 10], VERBS[pick // 10 % 8], THINGS[pick // 80 % 6]
        told.append(f"In week {pick % 53} of case {n}, {street} Street number {pick % 997} {verb} {thing} for {pick // 7 % 9901} crowns.")
    return " ".join(told)


def digest(text: str | bytes) -> str:
    """SHA-256 in hex."""
    return hashlib.sha256(text if isinstance(text, bytes) else text.encode()).hexdigest()


def a_statement(n: int, *, name: str = "", text: str = "", raw: bytes | None = None, **document: Any) -> wire.Statement:
    """A report as the walk might make it: a title, a text, an outlet, a day. `document` replaces claims."""
    text = text or prose(n)
    raw = f"Title {n}\n{text}\n".encode() if raw is None else raw
    stated: dict[str, Any] = {"status": "stated", "confidence": "high", "evidence": ("e1",)}
    day = (dt.date(2024, 1, 1) + dt.timedelta(days=n)).isoformat()
    claims: dict[str, Any] = {
        "headline": wire.TextClaim(value=f"Council report {n}", **stated),
        "in_language": wire.TextClaim(value="en", **stated),
        "publisher": wire.AgentClaim(value=wire.Agent(name="Eastmoor Courier"), **stated),
        "author": (wire.AgentClaim(value=wire.Agent(name="Mara Lindqvist"), **stated),),
        "credit_text": (),
        "date_published": wire.DateClaim(value=day, text=day, order="ymd", readings=(day,), **stated),
        "is_based_on": wire.WorkClaim(status="missing"),
        "representation_type": wire.TextClaim(value="full", **stated),
        "url": wire.TextClaim(value=f"https://courier.example/{n}", **stated),
    }
    decoded = read(raw, name or "x").text
    return wire.Statement(
        type=wire.STATEMENT_TYPE,
        subject=(wire.Subject(name=name or f"articles/{n:04}.txt", digest=wire.Digest(sha256=digest(raw)), media_type="text/plain"),),
        predicate_type=wire.PREDICATE_TYPE,
        predicate=wire.Predicate(
            generator=wire.Generator(name="copydesk", version="0.1.0"),
            configuration=(wire.Resource(name="rules", digest={"sha256": digest("rules")}),),
            result="PASSED",
            document=wire.NewsArticle(type="NewsArticle", **(claims | document)),
            encoding=wire.EncodingFacts(
                charset="utf-8", bom=False, newline="lf", final_newline=True, nfc=True, nfkc=True, decided_by="utf-8"
            ),
            extent=wire.Extent(lines=decoded.count("\n") + 1, characters=len(decoded), article=len(decoded) // 2, junk=len(decoded) // 4),
            fingerprints=wire.Fingerprints(article_text=digest(text), sketch=sketch(text)),
            segments=(wire.Segment(start_line=1, end_line=decoded.count("\n") + 1, kind="body"),),
            checks=(),
            findings=(),
            evidence=(),
        ),
    )


def a_row(n: int, **changes: Any) -> Row:
    """A sound row, with changes."""
    statement = a_statement(n)
    made = row(Reported(Path(), digest(wire.encode(statement)), statement))
    return msgspec.structs.replace(made, **changes)


def sound(count: int = 40) -> list[Row]:
    """Rows of a delivery in which nothing is wrong."""
    return [a_row(n) for n in range(count)]


def deliver(folder: Path, *statements: wire.Statement, manifest: bool = True) -> Path:
    """Write reports and their manifest below a folder, and return it."""
    entries = []
    for statement in statements:
        subject, encoded = statement.subject[0], wire.encode(statement) + b"\n"
        file = folder / f"{subject.name}.provenance.json"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(encoded)
        entries.append(
            ManifestEntry(path=subject.name, sha256=subject.digest.sha256, result=statement.predicate.result, report_sha256=digest(encoded))
        )
    if manifest:
        lines = b"".join(msgspec.json.encode(entry) + b"\n" for entry in sorted(entries, key=lambda entry: entry.path))
        (folder / "manifest.jsonl").write_bytes(lines)
    return folder


def codes(result: BatchResult) -> list[str]:
    """The codes of the findings, each once, in order."""
    return sorted({one.code for one in result.findings})


def folder_of(tmp_path: Path, rows: int = 25) -> Path:
    """A folder with the reports of a sound delivery."""
    return deliver(tmp_path / "reports", *(a_statement(n) for n in range(rows)))
