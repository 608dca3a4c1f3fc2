"""What is expected of a delivery: the suites, their strict door, and what they say."""

from __future__ import annotations

import copy
import datetime as dt
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest

from checks.batch import run
from checks.batch.expectations import ask, told
from checks.batch.suites import Suite, load, shipped
from checks.errors import UsageError
from checks.ledger import Row, frame
from checks.model import Severity
from checks.rules.company import COMPANY
from tests.deliveries import digest, folder_of, sound

pytestmark = pytest.mark.batch
REPLACE = msgspec.structs.replace
GOOD = frame(sound())


FAIL = "FAILED"
PLANTS: dict[tuple[str, str], Callable[[Row], Row]] = {
    ("COR202", "result"): lambda row: REPLACE(row, result=FAIL),
    ("COR201", "has_origin"): lambda row: REPLACE(row, has_origin=False),
    ("COR204", "date_day"): lambda row: REPLACE(row, date_day=None),
    ("COR203", "date_day"): lambda row: REPLACE(row, date_day=dt.date(1912, 4, 15)),
    ("COR205", "language"): lambda row: REPLACE(row, language=None),
    ("COR212", "text_sha256"): lambda row: REPLACE(row, text_sha256=None),
    ("COR206", "text_sha256"): lambda row: REPLACE(row, text_sha256=digest("the same")),
    ("COR207", "truncated"): lambda row: REPLACE(row, truncated=True),
    ("COR208", "headline"): lambda row: REPLACE(row, headline=None),
    ("COR209", "junk_share"): lambda row: REPLACE(row, junk_share=0.9),
    ("COR211", "charset"): lambda row: REPLACE(row, charset="cp1252"),
    ("COR213", "generator"): lambda row: REPLACE(row, generator=f"copydesk {row.path}"),
}
SUITES = load(shipped())
EXPECTED = [(suite, n) for suite in SUITES for n in range(len(suite.expectations))]


def alone(suite: Suite, n: int) -> Suite:
    """A suite with one of its expectations."""
    return REPLACE(suite, expectations=(suite.expectations[n],))


@pytest.mark.parametrize(("suite", "n"), EXPECTED, ids=[f"{s.name}-{n}-{s.expectations[n].meta.code}" for s, n in EXPECTED])
def test_every_shipped_expectation_passes_a_sound_ledger_and_fails_a_spoilt_one(suite: Suite, n: int) -> None:
    one = alone(suite, n)
    expected = one.expectations[0]
    (answer,) = ask(GOOD, one)
    assert answer.passed, answer
    if expected.meta.code == "COR210":
        spoilt = GOOD.iloc[: expected.kwargs["min_value"] - 1]
        files: set[str] = set()
    else:
        plant = PLANTS[expected.meta.code, expected.kwargs["column"]]
        rows = sound()
        mostly = expected.kwargs.get("mostly")
        bad = next(k for k in range(41) if (40 - k) / 40 < mostly) if mostly else len(rows)
        planted = [plant(row) if m < bad else row for m, row in enumerate(rows)]
        spoilt = frame(planted)
        files = {row.path for row in rows[:bad]} if expected.type.startswith("expect_column_values") else set()
        if mostly:
            short = frame([plant(row) if m < bad - 1 else row for m, row in enumerate(rows)])
            assert ask(short, one)[0].passed, "it fails one file too early"
    (answer,) = ask(spoilt, one)
    assert not answer.passed
    assert not answer.crashed
    assert set(answer.files) == files
    (sighting,) = told((answer,))
    assert sighting.code == expected.meta.code
    assert "?" not in sighting.message
    assert "{" not in sighting.message


def test_suites_are_text_without_ids() -> None:
    for file in shipped():
        text = file.read_text("utf-8")
        assert text == json.dumps(json.loads(text), indent=2, ensure_ascii=False) + "\n"
        assert '"id"' not in text


def test_every_code_of_the_suites_is_described_and_every_description_is_used() -> None:
    asked = {one.meta.code for suite in SUITES for one in suite.expectations}
    assert asked | {"COR220", "COR301", "COR302"} == {rule.code for rule in COMPANY if rule.code >= "COR200"}
    assert len({rule.code for rule in COMPANY}) == len({rule.name for rule in COMPANY}) == len(COMPANY)
    assert all(rule.title.endswith(".") and rule.explanation and rule.advice for rule in COMPANY)


def test_of_two_levels_of_one_question_the_heavier_failure_alone_is_told() -> None:
    rows = [REPLACE(row, headline=None) if n < 30 else row for n, row in enumerate(sound())]
    suite = next(suite for suite in SUITES if suite.name == "large-delivery")
    (found,) = told(ask(frame(rows), suite))
    assert (found.code, found.severity) == ("COR208", Severity.ERROR)
    assert found.message == "10 of 40 files have a headline (25 %); at least 50 % should"
    rows = [REPLACE(row, headline=None) if n < 8 else row for n, row in enumerate(sound())]
    (found,) = told(ask(frame(rows), suite))
    assert (found.code, found.severity) == ("COR208", Severity.WARNING)


def test_a_column_without_any_value_is_told_once_and_as_what_it_is() -> None:
    rows = [REPLACE(row, text_sha256=None, sketch=None) for row in sound()]
    suite = next(suite for suite in SUITES if suite.name == "large-delivery")
    assert [(one.code, one.message) for one in told(ask(frame(rows), suite))] == [
        ("COR212", "40 of 40 files hold no article text; at least 50 % should hold one")
    ]


def test_severity_is_what_the_suite_says_and_an_info_does_not_block() -> None:
    rows = [REPLACE(row, charset="cp1252") for row in sound()]
    suite = next(suite for suite in SUITES if suite.name == "large-delivery")
    (found,) = told(ask(frame(rows), suite))
    assert (found.code, found.severity) == ("COR211", Severity.INFO)


def test_an_expectation_that_crashes_is_an_error_and_not_a_pass() -> None:
    suite = next(suite for suite in SUITES if suite.name == "large-delivery")
    answers = ask(GOOD.assign(date_day="yesterday"), suite)
    crashed = [one for one in answers if one.crashed]
    assert [one.expected.meta.code for one in crashed] == ["COR203"]
    assert [(one.code, one.severity) for one in told(answers)] == [("COR003", Severity.ERROR)]


MEAN = "expect_column_mean_to_be_between"
ROWS = {
    "type": "expect_table_row_count_to_be_between",
    "kwargs": {"min_value": 1},
    "severity": "critical",
    "description": "There is something.",
    "meta": {"code": "COR210", "says": "{observed} articles"},
}
SHARE = {
    "type": "expect_column_values_to_be_in_set",
    "kwargs": {"column": "result", "value_set": ["PASSED"], "mostly": 0.5},
    "severity": "warning",
    "description": "Most pass.",
    "meta": {"code": "COR202", "says": "{bad} of {all} failed"},
}


def a_suite(*expectations: dict[str, Any], **changes: Any) -> dict[str, Any]:
    """A suite file as a dict."""
    return {"name": "mine", "meta": {"about": "A test."}, "expectations": [*expectations]} | changes


def but(expectation: dict[str, Any], **changes: Any) -> dict[str, Any]:
    """An expectation with some keys changed; those of `kwargs` and `meta` are merged, None takes a key away."""
    made = copy.deepcopy(expectation)
    for key, value in changes.items():
        if key in ("kwargs", "meta"):
            made[key].update(value)
        elif value is None:
            del made[key]
        else:
            made[key] = value
    return made


BROKEN: dict[str, tuple[object, str]] = {
    "no expectations": (a_suite(), "no expectations"),
    "an unknown expectation": (a_suite(ROWS, but(SHARE, type="expect_nice_values")), "expect_nice_values not found"),
    "an argument of another expectation": (a_suite(ROWS, but(SHARE, kwargs={"regex": "x"})), "extra fields not permitted"),
    "an argument left out": (a_suite(ROWS, but(SHARE) | {"kwargs": {"column": "result"}}), "field required"),
    "an unknown column": (a_suite(ROWS, but(SHARE, kwargs={"column": "reslut"})), "did you mean result?"),
    "an unknown code": (a_suite(ROWS, but(SHARE, meta={"code": "COR999"})), "unknown code 'COR999'"),
    "an unknown severity": (a_suite(ROWS, but(SHARE, severity="blocker")), "severity"),
    "no severity": (a_suite(ROWS, but(SHARE, severity=None)), "severity"),
    "no sentence": (a_suite(ROWS, but(SHARE, meta={"says": " "})), "meta.says"),
    "a sentence with an unknown figure": (a_suite(ROWS, but(SHARE, meta={"says": "{bda} failed"})), "did you mean bad?"),
    "a sentence that is no format": (a_suite(ROWS, but(SHARE, meta={"says": "{bad failed"})), "meta.says"),
    "no description": (a_suite(ROWS, but(SHARE, description="")), "description"),
    "an id": (a_suite(ROWS, but(SHARE) | {"id": "0b1c"}), "id"),
    "an unknown key": (a_suite(ROWS, SHARE, notes="x"), "notes"),
    "a share of nothing": (a_suite(ROWS, but(SHARE, kwargs={"mostly": 0})), "kwargs.mostly"),
    "a share beyond all": (a_suite(ROWS, but(SHARE, kwargs={"mostly": 1.5})), "kwargs.mostly"),
    "a share in quotes": (a_suite(ROWS, but(SHARE, kwargs={"mostly": "0.5"})), "kwargs.mostly"),
    "an empty set": (a_suite(ROWS, but(SHARE, kwargs={"value_set": []})), "kwargs.value_set"),
    "rows left out": (a_suite(ROWS, but(SHARE, kwargs={"row_condition": "errors > 9", "condition_parser": "pandas"})), "left out"),
    "no bounds": (a_suite(ROWS, but(SHARE, type=MEAN) | {"kwargs": {"column": "errors"}}), "nothing can fail"),
    "bounds the wrong way round": (
        a_suite(ROWS, but(SHARE, type=MEAN) | {"kwargs": {"column": "errors", "min_value": 3, "max_value": 1}}),
        "above max_value",
    ),
    "a question in SQL": (
        a_suite(ROWS, but(SHARE, type="unexpected_rows_expectation") | {"kwargs": {"unexpected_rows_query": "SELECT 1"}}),
        "the only ones that are supported",
    ),
    "an empty ledger waved through": (a_suite(SHARE), "passes an empty ledger"),
    "a row count of none": (a_suite(but(ROWS, kwargs={"min_value": 0}), SHARE), "passes an empty ledger"),
    "empty cells waved through": (
        a_suite(ROWS, but(SHARE, kwargs={"column": "language", "value_set": ["en"]})),
        "empty cells pass",
    ),
    "no name": (a_suite(ROWS, name=""), "no name"),
    "asked from no rows on": (a_suite(ROWS, meta={"about": "x", "from_rows": 0}), "from_rows"),
    "a list": ([], "Expected `object`"),
}  # fmt: skip


@pytest.mark.parametrize("kind", sorted(BROKEN))
def test_a_suite_that_could_pass_without_asking_is_refused(tmp_path: Path, kind: str) -> None:
    content, says = BROKEN[kind]
    (tmp_path / "mine.json").write_text(json.dumps(content))
    with pytest.raises(UsageError) as raised:
        load([tmp_path / "mine.json"])
    assert any(says in mistake and "mine.json" in mistake for mistake in raised.value.mistakes), raised.value.mistakes


def test_the_suites_that_the_broken_ones_are_made_from_are_sound(tmp_path: Path) -> None:
    (tmp_path / "mine.json").write_text(json.dumps(a_suite(ROWS, SHARE)))
    (suite,) = load([tmp_path / "mine.json"])
    assert len(suite.expectations) == 2


def test_all_mistakes_of_all_suites_are_told_at_once(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps(a_suite(but(ROWS, meta={"code": "XYZ"}), but(SHARE, kwargs={"mostly": 3}))))
    (tmp_path / "b.json").write_text("{")
    with pytest.raises(UsageError) as raised:
        load([tmp_path / "a.json", tmp_path / "b.json", tmp_path / "c.json"])
    text = "\n".join(raised.value.mistakes)
    assert all(word in text for word in ("XYZ", "mostly", "b.json", "c.json"))


def test_no_suites_at_all_and_two_of_one_name_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no suites"):
        load([])
    for name in ("a", "b"):
        (tmp_path / f"{name}.json").write_text(json.dumps(a_suite(ROWS)))
    with pytest.raises(UsageError, match="two suites are named 'mine'"):
        load(sorted(tmp_path.iterdir()))


def test_a_delivery_that_no_suite_is_asked_of_has_not_passed(tmp_path: Path) -> None:
    (tmp_path / "mine.json").write_text(json.dumps(a_suite(ROWS, meta={"about": "Large ones.", "from_rows": 1000})))
    with pytest.raises(UsageError, match="no expectation was evaluated"):
        run(folder_of(tmp_path, 4), suites=[tmp_path / "mine.json"])
