"""Makes `report.schema.json` from the types of the report: `python -m schemas.generate` writes it, a test compares."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec

from checks import statement as wire

REPORT = Path(__file__).parent / "report.schema.json"
DIALECT = "https://json-schema.org/draft/2020-12/schema"
ID = f"{wire.PREDICATE_TYPE}/statement.schema.json"
TITLE = "News provenance report (an in-toto Statement v1)"
CLAIMS = ("TextClaim", "AgentClaim", "WorkClaim", "DateClaim")
PROVED = ["stated", "inferred"]
ANSWERED = [*PROVED, "supplied"]


def report_schema() -> dict[str, Any]:
    """The JSON Schema of a report: the types as they are, and what they cannot say of a claim."""
    (root,), parts = msgspec.json.schema_components([wire.Statement], ref_template="#/$defs/{name}")
    for name in CLAIMS:
        parts[name]["allOf"] = _conditions()
    return {"$schema": DIALECT, "$id": ID, "title": TITLE, **root, "$defs": dict(sorted(parts.items()))}


def _conditions() -> list[dict[str, Any]]:
    """A missing claim has no value; an answered one has; a stated or inferred one has evidence and a confidence too."""

    def status(words: list[str]) -> dict[str, Any]:
        return {"properties": {"status": {"enum": words}}, "required": ["status"]}

    evidence = {"required": ["evidence", "confidence"], "properties": {"evidence": {"minItems": 1}, "confidence": {"type": "string"}}}
    value = {"required": ["value"], "properties": {"value": {"not": {"type": "null"}}}}
    return [
        {"if": status(["missing"]), "then": {"properties": {"value": {"type": "null"}}}},
        {"if": status(ANSWERED), "then": value},
        {"if": status(PROVED), "then": evidence},
    ]


def rendered() -> bytes:
    """The text of `report.schema.json` as the types now stand."""
    return msgspec.json.format(msgspec.json.encode(report_schema()), indent=1) + b"\n"


def main() -> None:
    """Write the file anew."""
    REPORT.write_bytes(rendered())


if __name__ == "__main__":
    main()
