"""The five real files that copydesk is for: every field of every file, held against what was read by hand."""

from __future__ import annotations

import json
import unicodedata

import pytest

from checks.claims import claim
from checks.model import Agent, Claim, Claims, Status, Work
from checks.pipeline import Desk, check
from checks.read import read
from checks.zone import zone
from tests.conftest import SEEDS

GOLD = json.loads((SEEDS / "gold.json").read_text("utf-8"))["documents"] if SEEDS.is_dir() else []
pytestmark = pytest.mark.shared


def told(text: str | None) -> str | None:
    """A text as two people would compare it."""
    return None if text is None else " ".join(unicodedata.normalize("NFC", text).split()).casefold()


def name(given: Claim) -> str | None:
    """The name that an answered claim gives."""
    return given.value.name if given.answered and isinstance(given.value, Agent) else None


@pytest.fixture(params=GOLD, ids=lambda gold: gold["file"][:3])
def read_and_gold(request: pytest.FixtureRequest) -> tuple[Claims, dict]:
    gold = request.param
    document = read((SEEDS / gold["file"]).read_bytes(), gold["file"])
    assert document.sha256 == gold["sha256"]
    return claim(document, zone(document)), gold


def test_every_field_is_right(read_and_gold: tuple[Claims, dict]) -> None:
    claims, gold = read_and_gold
    work = claims.is_based_on.value if claims.is_based_on.answered else None
    source = work if isinstance(work, Work) else Work()
    assert told(str(claims.headline.value)) == told(gold["title"])
    assert str(claims.in_language.value).split("-")[0] == gold["language"].split("-")[0]
    assert told(name(claims.publisher)) == told(gold["publisher"])
    assert told(source.publisher.name if source.publisher else None) == told(gold["original_source"])
    assert (source.url or None) == gold["source_url"]
    assert sorted({told(name(one)) for one in claims.author if name(one)}) == sorted(map(told, gold["authors"]))
    assert sorted({told(name(one)) for one in claims.credit_text if name(one)}) == sorted(map(told, gold["photo_credits"]))
    assert str(claims.date_published.value)[: len(gold["published"])] == gold["published"]
    assert claims.date_published.time_zone is None
    assert (claims.representation_type.value == "partial") is gold["truncated"]


def test_the_ambiguous_date_keeps_both_readings_and_says_what_settled_it(read_and_gold: tuple[Claims, dict]) -> None:
    claims, gold = read_and_gold
    if gold["published_ambiguous"]:
        assert set(claims.date_published.readings) == set(gold["published_readings"])
        assert "body-event" in claims.date_published.resolved_by
        assert claims.date_published.order == gold["published_order"]


def test_what_is_not_stated_is_missing(read_and_gold: tuple[Claims, dict]) -> None:
    claims, gold = read_and_gold
    if gold["publisher"] is None:
        assert claims.publisher.status is Status.MISSING
    if gold["original_source"] is None:
        assert claims.is_based_on.status is Status.MISSING
    if not gold["authors"]:
        assert claims.author == ()


def test_none_of_them_passes_unseen(read_and_gold: tuple[Claims, dict]) -> None:
    _, gold = read_and_gold
    assert check((SEEDS / gold["file"]).read_bytes(), gold["file"], Desk()).verdict != "PASSED"
