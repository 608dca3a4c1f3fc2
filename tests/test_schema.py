"""The JSON Schema of the report: fresh, sound, and as strict about claims as the model."""

from __future__ import annotations

import copy
from typing import Any

import jsonschema
import msgspec
import pytest

from checks import statement as wire
from checks.pipeline import Desk, check
from checks.rules.examples import FRAME, PARAGRAPH
from schemas.generate import CLAIMS, ID, REPORT, rendered

SCHEMA: dict[str, Any] = msgspec.json.decode(REPORT.read_bytes())
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)
SOUND: dict[str, Any] = msgspec.json.decode(check(FRAME.format(planted=PARAGRAPH).encode(), "sound.txt", Desk()).encoded())
PROOF = {"evidence": ["e1"], "confidence": "high"}
VALUES: dict[str, Any] = {
    "TextClaim": "Ferry sails again",
    "AgentClaim": {"name": "Eastmoor Courier"},
    "WorkClaim": {"@type": "NewsArticle", "url": "https://courier.example/ferry"},
    "DateClaim": "2024-03-14",
}


def validator(part: str) -> jsonschema.Draft202012Validator:
    """The schema of one part of a report."""
    return jsonschema.Draft202012Validator({"$ref": f"#/$defs/{part}", "$defs": SCHEMA["$defs"]})


def changed(path: tuple[str | int, ...], value: object) -> dict[str, Any]:
    """The sound report with one thing set."""
    report = copy.deepcopy(SOUND)
    place: Any = report
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = value
    return report


def test_the_schema_in_the_repository_is_what_the_types_say_today() -> None:
    assert REPORT.read_bytes() == rendered(), "run python -m schemas.generate"


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$id"] == ID
    assert SCHEMA["$schema"] == VALIDATOR.META_SCHEMA["$id"]


def test_a_report_fits_the_schema() -> None:
    VALIDATOR.validate(SOUND)


@pytest.mark.parametrize("part", CLAIMS)
@pytest.mark.parametrize("status", ["stated", "inferred"])
def test_a_claim_read_from_the_text_needs_value_evidence_and_confidence(part: str, status: str) -> None:
    whole = {"status": status, "value": VALUES[part], **PROOF}
    validator(part).validate(whole)
    for lacking in ("value", "evidence", "confidence"):
        assert not validator(part).is_valid({key: given for key, given in whole.items() if key != lacking}), lacking
    assert not validator(part).is_valid(whole | {"evidence": []})
    assert not validator(part).is_valid(whole | {"confidence": None})
    assert not validator(part).is_valid(whole | {"value": None})


@pytest.mark.parametrize("part", CLAIMS)
def test_a_missing_claim_has_no_value(part: str) -> None:
    validator(part).validate({"status": "missing"})
    assert not validator(part).is_valid({"status": "missing", "value": VALUES[part]})


@pytest.mark.parametrize("part", CLAIMS)
def test_a_supplied_claim_has_a_value_and_needs_no_evidence(part: str) -> None:
    validator(part).validate({"status": "supplied", "value": VALUES[part]})
    assert not validator(part).is_valid({"status": "supplied"})


@pytest.mark.parametrize("part", CLAIMS)
def test_an_ambiguous_claim_may_leave_its_value_open(part: str) -> None:
    validator(part).validate({"status": "ambiguous", "candidates": ["one", "another"]})


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("_type",), "https://in-toto.io/Statement/v0.1"),
        (("predicateType",), "https://elsewhere.example/v1"),
        (("subject",), []),
        (("subject", 0, "digest", "sha256"), "abc"),
        (("subject", 0, "digest", "sha256"), None),
        (("subject", 0, "name"), ""),
        (("predicate", "result"), "FINE"),
        (("predicate", "extra"), 1),
        (("predicate", "document", "datePublished"), {"status": "supplied", "value": "14 March 2024"}),
        (("predicate", "document", "headline"), {"status": "guessed"}),
        (("predicate", "segments"), [{"startLine": 0, "endLine": 1, "class": "body"}]),
        (("predicate", "segments"), [{"startLine": 1, "endLine": 1, "class": "furniture"}]),
        (("predicate", "extent", "characters"), -1),
        (("predicate", "fingerprints", "sketch"), "00"),
        (("predicate", "findings"), [{"ruleId": "ENC001", "level": "fatal", "message": "x"}]),
    ],
)
def test_what_the_schema_refuses_the_decoder_refuses_too(path: tuple[str | int, ...], value: object) -> None:
    report = changed(path, value)
    assert not VALIDATOR.is_valid(report)
    with pytest.raises(msgspec.ValidationError):
        wire.decode(msgspec.json.encode(report))


@pytest.mark.parametrize("lacking", ["generator", "result", "document", "encoding", "segments", "checks", "findings", "evidence", "extent"])
def test_no_part_of_a_predicate_can_be_left_out(lacking: str) -> None:
    report = copy.deepcopy(SOUND)
    del report["predicate"][lacking]
    assert not VALIDATOR.is_valid(report)
    with pytest.raises(msgspec.ValidationError):
        wire.decode(msgspec.json.encode(report))
