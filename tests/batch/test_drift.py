"""What changed between two deliveries."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from checks.batch import run
from checks.batch.drift import drift
from checks.errors import UsageError
from checks.ledger import frame, write_parquet
from checks.model import Severity
from tests.deliveries import codes, digest, folder_of, sound

pytestmark = pytest.mark.batch
REPLACE = msgspec.structs.replace
GOOD = frame(sound())


def test_a_delivery_like_the_one_before_has_not_drifted() -> None:
    answers, changed = drift(GOOD, frame([REPLACE(row, path=f"old/{row.path}") for row in sound()]))
    assert not changed
    assert len(answers) > 10
    assert all(one.passed for one in answers)


def test_a_share_that_moved_is_told_with_the_files_that_moved_it() -> None:
    now = [REPLACE(row, has_origin=False, publisher=None, publisher_status="missing") if n % 2 else row for n, row in enumerate(sound(100))]
    _, changed = drift(frame(now), frame(sound(100)))
    (found,) = changed
    assert (found.code, found.severity) == ("COR301", Severity.ERROR)
    assert [place.path for place in found.places] == [row.path for row in now if not row.has_origin]
    assert "100.0% before, 50.0% now" in found.message


def test_a_rule_that_fires_far_more_often_is_a_drift() -> None:
    now = [REPLACE(row, codes="NAV007", notes=1) if n < 40 else row for n, row in enumerate(sound(100))]
    _, changed = drift(frame(now), frame(sound(100)))
    assert [(one.code, one.severity) for one in changed] == [("COR301", Severity.WARNING)]
    assert "NAV007" in changed[0].message
    assert len(changed[0].places) == 40


def test_findings_of_rules_that_were_not_asked_before_are_no_drift_and_that_is_said(tmp_path: Path) -> None:
    old = [REPLACE(row, rules_sha256=digest("fewer rules")) for row in sound(100)]
    now = [REPLACE(row, codes="NAV007", notes=1) for row in sound(100)]
    assert not drift(frame(now), frame(old))[1]
    write_parquet(frame(old), tmp_path / "old.parquet")
    assert any("other rules" in sentence for sentence in run(folder_of(tmp_path), against=tmp_path / "old.parquet").not_judged)


def test_what_chance_explains_is_no_drift() -> None:
    now = [REPLACE(row, headline=None) if n < 3 else row for n, row in enumerate(sound(10))]
    before = [REPLACE(row, headline=None) if n < 1 else row for n, row in enumerate(sound(10))]
    assert not drift(frame(now), frame(before))[1]


def test_a_new_language_and_a_shrunken_delivery_are_drifts() -> None:
    now = [REPLACE(row, language="fi") for row in sound(10)]
    _, changed = drift(frame(now), frame(sound(100)))
    assert sorted(one.code for one in changed) == ["COR301", "COR301", "COR302"]
    assert {one.message.partition(":")[0] for one in changed if one.code == "COR301"} == {
        "share of files in the language en",
        "share of files in the language fi",
    }


def test_against_an_old_ledger_the_batch_asks_more_and_tells_the_drift(tmp_path: Path) -> None:
    write_parquet(frame([REPLACE(row, truncated=True, representation="partial") for row in sound(25)]), tmp_path / "old.parquet")
    result = run(folder_of(tmp_path), against=tmp_path / "old.parquet")
    assert result.suites_run == ("every-delivery", "large-delivery", "drift")
    assert codes(result) == ["COR301"]


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (Path.exists, "No such file"),
        (lambda file: file.write_bytes(b"no parquet"), "not a Parquet file"),
        (lambda file: GOOD.drop(columns="sha256").to_parquet(file), "the column sha256 is missing"),
        (lambda file: write_parquet(GOOD.iloc[:0], file), "empty"),
        (lambda file: write_parquet(GOOD.assign(result="FINE"), file), "PASSED, WARNED or FAILED"),
    ],
)
def test_an_old_ledger_that_cannot_be_compared_with_is_refused(tmp_path: Path, make: Callable[[Path], object], says: str) -> None:
    make(tmp_path / "old.parquet")
    with pytest.raises(UsageError) as raised:
        run(folder_of(tmp_path, 3), against=tmp_path / "old.parquet")
    assert all("old.parquet" in mistake for mistake in raised.value.mistakes)
    assert any(says in mistake for mistake in raised.value.mistakes), raised.value.mistakes
