"""Deliveries: the ledger, its contract, what is expected of it, and what shows in company."""

from __future__ import annotations

import copy
import datetime as dt
import json
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checks import statement as wire
from checks.batch import BatchResult, run
from checks.batch.company import address, company, copies, likeness
from checks.batch.contract import breaches
from checks.batch.drift import drift
from checks.batch.expectations import ask, told
from checks.batch.suites import Suite, load, shipped
from checks.errors import UsageError
from checks.fingerprint import sketch
from checks.ledger import DTYPES, Row, frame, ledger, read_parquet, write_parquet
from checks.model import Severity, Verdict
from checks.pipeline import Desk, check
from checks.policy import Policy, Waiver
from checks.rules import RULES
from checks.rules.company import COMPANY
from schemas.ledger import Ledger
from tests.deliveries import a_row, a_statement, deliver, digest, prose, sound

pytestmark = pytest.mark.batch
REPLACE = msgspec.structs.replace
GOOD = frame(sound())


def codes(result: BatchResult) -> list[str]:
    """The codes of the findings, each once, in order."""
    return sorted({one.code for one in result.findings})


def seen(rows: list[Row], code: str) -> list[tuple[str, ...]]:
    """The files of each sighting of a code."""
    return [tuple(place.path for place in one.places) for one in company(rows) if one.code == code]


def folder_of(tmp_path: Path, rows: int = 25) -> Path:
    """A folder with the reports of a sound delivery."""
    return deliver(tmp_path / "reports", *(a_statement(n) for n in range(rows)))


def test_the_ledger_has_a_row_for_every_report_sorted_by_path(tmp_path: Path) -> None:
    folder = deliver(tmp_path, a_statement(2, name="b/x.txt"), a_statement(1, name="b.txt"), a_statement(3, name="a.txt"))
    assert list(ledger(folder)["path"]) == ["a.txt", "b.txt", "b/x.txt"]


def test_a_row_says_what_its_report_says(tmp_path: Path) -> None:
    source = wire.Work(type="NewsArticle", url="https://origin.example/1", publisher=wire.Agent(name="Northern Wire"))
    found = (
        wire.WireFinding(rule_id="NAV002", level="warning", message="x"),
        wire.WireFinding(rule_id="ENC001", level="error", message="y"),
        wire.WireFinding(rule_id="ENC001", level="error", message="z"),
    )
    statement = a_statement(7, is_based_on=wire.WorkClaim(status="stated", value=source, confidence="high", evidence=("e1",)))
    statement = REPLACE(statement, predicate=REPLACE(statement.predicate, findings=found, result="FAILED"))
    (row,) = ledger(deliver(tmp_path, statement)).to_dict("records")
    assert (row["errors"], row["warnings"], row["notes"], row["codes"], row["result"]) == (2, 1, 0, "ENC001 NAV002", "FAILED")
    assert (row["source_name"], row["source_url"], row["source_status"]) == ("Northern Wire", "https://origin.example/1", "stated")
    assert (row["publisher"], row["byline"], row["authors"], row["language"]) == ("Eastmoor Courier", "Mara Lindqvist", 1, "en")
    assert (row["date_published"], row["date_day"]) == ("2024-01-08", pd.Timestamp("2024-01-08"))
    assert row["has_origin"] is True
    assert row["report_sha256"] == digest((tmp_path / "articles/0007.txt.provenance.json").read_bytes())


def test_what_is_not_settled_is_no_value_in_the_ledger(tmp_path: Path) -> None:
    open_date = wire.DateClaim(status="ambiguous", text="03/04/2024", readings=("2024-04-03", "2024-03-04"))
    rival = wire.AgentClaim(status="conflicting", value=wire.Agent(name="One Of Two"))
    (row,) = ledger(deliver(tmp_path, a_statement(1, date_published=open_date, publisher=rival))).to_dict("records")
    assert pd.isna(row["date_published"])
    assert pd.isna(row["date_day"])
    assert pd.isna(row["publisher"])
    assert row["has_origin"] is False
    assert row["date_readings"] == "2024-04-03 2024-03-04"


def test_excused_findings_are_counted_apart(tmp_path: Path) -> None:
    waived = wire.WireFinding(
        rule_id="ENC001", level="error", message="x", suppressions=(wire.Suppression(kind="external", justification="known"),)
    )
    statement = a_statement(1)
    statement = REPLACE(statement, predicate=REPLACE(statement.predicate, findings=(waived,)))
    (row,) = ledger(deliver(tmp_path, statement)).to_dict("records")
    assert (row["errors"], row["excused"], row["codes"]) == (0, 1, "")


def test_a_ledger_written_and_read_is_the_same_ledger_to_the_byte(tmp_path: Path) -> None:
    write_parquet(GOOD, tmp_path / "one.parquet")
    again = read_parquet(tmp_path / "one.parquet")
    pd.testing.assert_frame_equal(GOOD, again)
    write_parquet(again, tmp_path / "two.parquet")
    assert (tmp_path / "one.parquet").read_bytes() == (tmp_path / "two.parquet").read_bytes()
    assert sorted(file.name for file in tmp_path.iterdir()) == ["one.parquet", "two.parquet"]


COUNTS = {field.name: st.integers(0, wire.LARGEST) for field in msgspec.structs.fields(Row) if field.type is int}


@settings(max_examples=25)
@given(st.lists(st.builds(Row, **COUNTS), max_size=3, unique_by=lambda row: row.path))
def test_any_rows_at_all_become_a_frame_of_the_ledgers_types(rows: list[Row]) -> None:
    made = frame(rows)
    assert [str(kind) for kind in made.dtypes] == [DTYPES[field.type] for field in msgspec.structs.fields(Row)]
    assert list(made["path"]) == sorted(row.path for row in rows)


@pytest.mark.parametrize(
    ("spoil", "told_of"),
    [
        (lambda folder: (folder / "articles/0003.txt.provenance.json").write_text("{not json"), "0003.txt.provenance.json"),
        (lambda folder: (folder / "articles/0004.txt.provenance.json").write_text("{}"), "0004.txt.provenance.json"),
        (lambda folder: (folder / "articles/0005.txt.provenance.json").write_bytes(b"\xff\xfe"), "0005.txt.provenance.json"),
        (lambda folder: (folder / "x.provenance.json").mkdir(), "x.provenance.json"),
        (lambda folder: (folder / "manifest.jsonl").write_text('{"path": 1}\n'), "manifest.jsonl:1"),
    ],
)
def test_a_broken_report_or_manifest_is_named(tmp_path: Path, spoil: Callable[[Path], object], told_of: str) -> None:
    folder = folder_of(tmp_path, 8)
    spoil(folder)
    with pytest.raises(UsageError) as raised:
        run(folder)
    assert len(raised.value.mistakes) == 1
    assert told_of in raised.value.mistakes[0]


def test_a_report_with_a_number_beyond_all_measure_is_broken_and_not_a_crash(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, 2)
    file = folder / "articles/0001.txt.provenance.json"
    file.write_bytes(file.read_bytes().replace(b'"article":', b'"article":99999999999999999999'))
    with pytest.raises(UsageError, match="0001"):
        run(folder)


def test_all_broken_reports_are_named_at_once(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, 8)
    for n in (2, 5):
        (folder / f"articles/000{n}.txt.provenance.json").write_text("[]")
    with pytest.raises(UsageError) as raised:
        ledger(folder)
    assert [n for n in (2, 5) if f"000{n}.txt" in "\n".join(raised.value.mistakes)] == [2, 5]


@pytest.mark.parametrize("make", [Path.exists, Path.mkdir, Path.touch])
def test_a_folder_that_is_not_there_or_holds_no_reports_has_not_passed(tmp_path: Path, make: Callable[[Path], object]) -> None:
    make(tmp_path / "reports")
    with pytest.raises(UsageError, match="reports"):
        run(tmp_path / "reports")


def test_reports_and_manifest_of_one_run_agree(tmp_path: Path) -> None:
    assert "COR001" not in codes(run(folder_of(tmp_path)))


@pytest.mark.parametrize("field", ["sha256", "result", "reportSha256", "path", None])
def test_a_manifest_that_tells_of_other_reports_is_found_out(tmp_path: Path, field: str | None) -> None:
    folder = folder_of(tmp_path, 5)
    entries = [json.loads(line) for line in (folder / "manifest.jsonl").read_text().splitlines()]
    if field is None:
        entries.pop(2)
    else:
        entries[2][field] = "elsewhere.txt" if field == "path" else "FAILED" if field == "result" else digest("other")
    (folder / "manifest.jsonl").write_text("".join(json.dumps(entry) + "\n" for entry in entries))
    found = [one for one in run(folder).findings if one.code == "COR001"]
    assert {place.path for one in found for place in one.places} == {"articles/0002.txt"} | (
        {"elsewhere.txt"} if field == "path" else set()
    )
    assert all(one.severity is Severity.ERROR for one in found)


def test_a_file_that_could_not_be_read_is_no_small_matter(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, 3)
    with (folder / "manifest.jsonl").open("a") as stream:
        stream.write('{"path":"secret.txt","result":"FAILED","unread":"Permission denied"}\n')
    (found,) = run(folder).findings
    assert (found.code, found.places[0].path) == ("COR001", "secret.txt")
    assert "Permission denied" in found.message


BAD_VALUES: dict[str, object] = {
    "path": "", "sha256": "12", "report_sha256": "g" * 64, "result": "FINE", "errors": -1, "warnings": -1, "notes": -2, "excused": -1,
    "codes": "ENC001,SRC002", "headline": "", "language": "Swedish!", "url": "", "publisher": "", "publisher_status": "guessed",
    "source_name": "", "source_url": "", "source_status": "", "date_published": "14 March", "date_day": dt.date(1999, 1, 1),
    "date_status": "known", "date_text": "", "date_order": "dym", "authors": -1, "byline": "", "photo_credits": -1,
    "representation": "half", "relation": "cousin", "license": "", "charset": "", "charset_decided_by": "", "newline": "nel",
    "bad_bytes": -1, "lines": 0, "characters": -1, "article_characters": -1, "junk_characters": 10**9, "junk_share": 1.2,
    "text_sha256": "x", "sketch": "00", "rules_sha256": "", "policy_sha256": "A" * 64, "generator": "",
}  # fmt: skip
FREE = {"has_origin", "truncated", "bom", "nfc", "date_readings", "date_resolved_by"}
"""Columns of which any value of their type is allowed."""


def test_the_contract_has_the_ledgers_columns_in_the_ledgers_order() -> None:
    assert list(Ledger.to_schema().columns) == [field.name for field in msgspec.structs.fields(Row)] == list(GOOD.columns)
    assert set(BAD_VALUES) | FREE == set(GOOD.columns)


def test_a_sound_ledger_keeps_its_contract() -> None:
    assert not list(breaches(GOOD))


def test_the_real_walk_makes_rows_that_keep_the_contract(tmp_path: Path) -> None:
    texts = {example.text for rule in RULES for example in (*rule.bad, *rule.good)}
    for n, text in enumerate(sorted(texts, key=repr)):
        raw = text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
        (tmp_path / f"{n}.provenance.json").write_bytes(check(raw, f"{n}.txt", Desk()).encoded())
    made = ledger(tmp_path)
    assert len(made) == len(texts)
    assert not list(breaches(made))


@pytest.mark.parametrize("column", sorted(BAD_VALUES))
def test_a_bad_value_in_any_column_is_found_in_the_file_it_is_in(column: str) -> None:
    rows = sound(5)
    rows[3] = REPLACE(rows[3], **{column: BAD_VALUES[column]})
    found = list(breaches(frame(rows)))
    assert found
    assert {place.path for one in found for place in one.places} == {rows[3].path}
    assert all(one.code == "COR002" for one in found)


@pytest.mark.parametrize(
    "changes",
    [
        {"errors": 1}, {"warnings": 2}, {"result": "FAILED"}, {"result": "WARNED"}, {"errors": 1, "result": "WARNED"},
        {"date_published": None, "date_day": None}, {"date_status": "missing"}, {"publisher": None}, {"publisher_status": "ambiguous"},
        {"date_day": dt.date(2020, 2, 2)}, {"article_characters": 10**6},
    ],
)  # fmt: skip
def test_a_row_that_contradicts_itself_is_found(changes: dict[str, Any]) -> None:
    rows = sound(5)
    rows[1] = REPLACE(rows[1], **changes)
    found = list(breaches(frame(rows)))
    assert [tuple(place.path for place in one.places) for one in found] == [(rows[1].path,)]


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (lambda made: made.drop(columns="lines"), "the column lines is missing"),
        (lambda made: made.assign(mood="fair"), "the column mood is none of the ledger's"),
        (lambda made: made.assign(errors="3"), "the column errors holds str, not int64"),
        (lambda made: made[list(made.columns[::-1])], "the columns stand in another order than the ledger's"),
        (lambda made: made.assign(path=made["path"].iloc[0]), "a file stands in the ledger once"),
        (lambda made: made.assign(date_day=made["date_day"].astype("datetime64[ns]")), "days are kept to the microsecond"),
    ],
)
def test_a_frame_that_is_no_ledger_is_told_in_one_plain_sentence(spoil: Callable[[pd.DataFrame], pd.DataFrame], says: str) -> None:
    (found,) = breaches(spoil(GOOD))
    assert says in found.message


CROSSED = {"result", "errors", "warnings", "publisher", "publisher_status", "date_published", "date_day", "date_status",
           "characters", "article_characters", "junk_characters", "path"}  # fmt: skip


DRAWN = {name: column.strategy(size=2) for name, column in Ledger.to_schema().columns.items() if name not in CROSSED}


@pytest.mark.filterwarnings("ignore")
@settings(max_examples=5)
@given(st.fixed_dictionaries(DRAWN))
def test_whatever_pandera_draws_for_a_column_the_contract_takes(drawn: dict[str, pd.DataFrame]) -> None:
    made = GOOD.iloc[:2].copy()
    for name, values in drawn.items():
        made[name] = values[name].astype(GOOD[name].dtype).to_numpy()
    assert not list(breaches(made.astype(dict(GOOD.dtypes))))


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
    assert asked | {"COR301", "COR302"} == {rule.code for rule in COMPANY if rule.code >= "COR200"}
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


def test_a_sound_delivery_shows_nothing_in_company() -> None:
    assert not list(company(sound(60)))


def test_the_same_bytes_under_two_names_are_found() -> None:
    rows = sound(6)
    rows.append(REPLACE(rows[2], path="copy.txt"))
    assert seen(rows, "COR101") == [(rows[2].path, "copy.txt")]
    assert not seen(rows, "COR102")


def test_the_same_text_in_other_bytes_is_found() -> None:
    rows = sound(6)
    rows.append(REPLACE(rows[2], path="copy.txt", sha256=digest("other wrapping")))
    assert seen(rows, "COR102") == [(rows[2].path, "copy.txt")]
    assert not seen(rows, "COR101")
    assert not seen(rows, "COR104")


@pytest.mark.parametrize(
    "url", ["https://courier.example/4/", "http://www.courier.example/4?utm_source=x#top", "https://courier.example/4"]
)
def test_one_address_with_two_texts_is_found(url: str) -> None:
    rows = sound(6)
    rows[1] = REPLACE(rows[1], url=url)
    assert seen(rows, "COR103") == [(rows[1].path, rows[4].path)]


@given(st.text(max_size=60))
def test_any_text_at_all_comes_down_to_an_address(url: str) -> None:
    assert address(url) == address(url)
    assert address("https://[broken") == "https://[broken"


def test_a_text_with_a_few_words_changed_is_a_near_copy_and_another_text_is_not() -> None:
    text = prose(900, 30)
    edited = text.replace("Quay", "Harbour", 2) + " The council will meet again in spring."
    rows = [*sound(30), *(a_row(900 + n, text_sha256=digest(one), sketch=sketch(one)) for n, one in enumerate((text, edited)))]
    assert seen(rows, "COR104") == [(rows[30].path, rows[31].path)]


@settings(max_examples=30)
@given(st.integers(0, 10**6), st.integers(0, 10**6))
def test_sketches_of_different_articles_are_far_apart_and_of_one_alike(one: int, other: int) -> None:
    first, second = sketch(prose(one, 40)), sketch(prose(other, 40) if other != one else prose(one + 1, 40))
    assert first is not None
    assert second is not None
    assert likeness(bytes.fromhex(first), bytes.fromhex(first)) == 1
    # the made-up articles share their stock phrases, as no two pages of the evaluation set do
    assert likeness(bytes.fromhex(first), bytes.fromhex(second)) < 0.6


def test_copies_of_one_text_are_one_cluster_however_many() -> None:
    rows = [REPLACE(a_row(3), path=f"{n:04}.txt", sha256=digest(str(n))) for n in range(2000)]
    assert set(copies(rows).values()) == {0}
    assert [len(files) for files in seen(rows, "COR102")] == [2000]


def test_one_title_above_two_articles_is_noted_and_above_two_copies_is_not() -> None:
    rows = sound(6)
    rows[1] = REPLACE(rows[1], headline="Weather  TODAY")
    rows[4] = REPLACE(rows[4], headline="Weather today")
    assert seen(rows, "COR105") == [(rows[1].path, rows[4].path)]
    rows[4] = REPLACE(rows[1], path="copy.txt", sha256=digest("x"))
    assert not seen(rows, "COR105")


def dated(n: int, text: str, status: str, order: str | None, readings: str, **changes: Any) -> Row:
    """A row with a date as printed."""
    known = readings if " " not in readings and status == "stated" else None
    return a_row(
        n, date_text=text, date_status=status, date_order=order, date_readings=readings, date_published=known,
        date_day=dt.date.fromisoformat(known) if known else None, **changes,
    )  # fmt: skip


def siblings(*orders: str) -> list[Row]:
    """Files of one outlet whose dates show their order."""
    texts = {"dmy": ("25/03/2024", "2024-03-25"), "mdy": ("03/26/2024", "2024-03-26")}
    return [dated(n, texts[order][0], "stated", order, texts[order][1]) for n, order in enumerate(orders)]


OPEN = dated(50, "3/4/2024", "ambiguous", None, "2024-04-03 2024-03-04")


@pytest.mark.parametrize(("order", "reading"), [("dmy", "2024-04-03"), ("mdy", "2024-03-04")])
def test_siblings_that_print_their_dates_alike_settle_an_open_one(order: str, reading: str) -> None:
    (found,) = (one for one in company([*siblings(order, order, order), OPEN]) if one.code == "COR107")
    assert reading in found.message
    assert [place.path for place in found.places] == [OPEN.path, *(f"articles/000{n}.txt" for n in range(3))]


@pytest.mark.parametrize(
    "rows",
    [
        [*siblings("dmy", "mdy", "dmy"), OPEN],
        [*siblings("dmy"), OPEN],
        [*(REPLACE(row, publisher="Westmoor Herald") for row in siblings("dmy", "dmy")), OPEN],
        [*(REPLACE(row, publisher=None, publisher_status="missing") for row in (*siblings("dmy", "dmy"), OPEN))],
        [*(REPLACE(row, date_text=(row.date_text or "").replace("/", ".")) for row in siblings("dmy", "dmy")), OPEN],
        [*(dated(n, "04/03/2024", "stated", "dmy", "2024-03-04") for n in range(3)), OPEN],
        siblings("dmy", "dmy", "dmy"),
    ],
    ids=["they disagree", "one alone", "another outlet", "outlet unknown", "printed otherwise", "they prove nothing", "nothing is open"],
)
def test_siblings_settle_nothing_where_they_cannot(rows: list[Row]) -> None:
    assert not seen(rows, "COR107")


def delivered(tmp_path: Path, articles: dict[str, str], junk: dict[str, set[int]] | None = None) -> tuple[Path, Path]:
    """Articles and their reports; every line is body but for those (from 1) that are given as junk."""
    statements = []
    for n, (name, text) in enumerate(articles.items()):
        file = tmp_path / "in" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode())
        made = a_statement(n, name=name, raw=text.encode(), text=text)
        segments = tuple(
            wire.Segment(start_line=line, end_line=line, kind="junk:footer" if line in (junk or {}).get(name, ()) else "body")
            for line in range(1, text.count("\n") + 2)
        )
        statements.append(REPLACE(made, predicate=REPLACE(made.predicate, segments=segments)))
    return deliver(tmp_path / "reports", *statements), tmp_path / "in"


def test_a_line_that_recurs_in_unrelated_articles_is_furniture_where_it_was_taken_for_article(tmp_path: Path) -> None:
    articles = {f"{n}.txt": f"{prose(n)}\n\nSee more from our newsroom\n{prose(n + 100)}\n" for n in range(4)}
    reports, root = delivered(tmp_path, articles, {"3.txt": {3}})
    found = [one for one in run(reports, articles_root=root).findings if one.code == "COR106"]
    assert [[(place.path, place.lines) for place in one.places] for one in found] == [[(f"{n}.txt", ((2, 2),))] for n in range(3)]
    assert "“See more from our newsroom” (line 3, in 4 files)" in found[0].message


def test_lines_of_copies_and_lines_of_two_files_are_no_furniture(tmp_path: Path) -> None:
    same = f"{prose(1)}\nA line that all copies have\n"
    articles = {f"copy{n}.txt": same.replace("copies", f"copies{' ' * n}") for n in range(4)}
    articles |= {f"{n}.txt": f"{prose(n)}\nOnly we two say this\n" for n in (7, 8)}
    reports, root = delivered(tmp_path, articles)
    assert "COR106" not in codes(run(reports, articles_root=root))


def test_an_article_that_changed_after_its_report_is_an_error_with_its_name(tmp_path: Path) -> None:
    reports, root = delivered(tmp_path, {f"{n}.txt": prose(n) for n in range(3)})
    (root / "1.txt").write_text("something else")
    (root / "2.txt").unlink()
    found = [one for one in run(reports, articles_root=root).findings if one.code == "COR004"]
    assert [(one.places[0].path, one.severity) for one in found] == [("1.txt", Severity.ERROR), ("2.txt", Severity.ERROR)]


def test_without_the_articles_the_result_says_what_was_not_looked_at(tmp_path: Path) -> None:
    result = run(folder_of(tmp_path))
    assert [sentence for sentence in result.not_judged if "recur" in sentence]
    with pytest.raises(UsageError, match="no such folder of articles"):
        run(tmp_path / "reports", articles_root=tmp_path / "nowhere")


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


def test_a_sound_delivery_passes_and_says_how_much_was_asked(tmp_path: Path) -> None:
    result = run(folder_of(tmp_path), out=tmp_path / "ledger.parquet")
    assert (result.findings, result.rows, result.verdict) == ((), 25, Verdict.PASSED)
    assert result.suites_run == ("every-delivery", "large-delivery")
    assert result.expectations_evaluated == sum(len(suite.expectations) for suite in SUITES)
    pd.testing.assert_frame_equal(read_parquet(tmp_path / "ledger.parquet"), ledger(tmp_path / "reports"))


def test_the_suite_for_large_deliveries_is_not_asked_of_small_ones_and_that_is_said(tmp_path: Path) -> None:
    result = run(folder_of(tmp_path, 3))
    assert result.suites_run == ("every-delivery",)
    assert any("large-delivery" in sentence for sentence in result.not_judged)


def test_the_same_reports_give_the_same_answer_to_the_byte(tmp_path: Path) -> None:
    folder = deliver(
        tmp_path / "reports", *(a_statement(n // 2, name=f"{n}.txt", headline=wire.TextClaim(status="missing")) for n in range(30))
    )
    first, second = (run(folder, out=tmp_path / f"{n}.parquet") for n in "ab")
    assert first.findings
    assert msgspec.json.encode(first) == msgspec.json.encode(second)
    assert (tmp_path / "a.parquet").read_bytes() == (tmp_path / "b.parquet").read_bytes()


def test_policy_weighs_leaves_out_and_excuses_batch_findings_too(tmp_path: Path) -> None:
    folder = deliver(tmp_path / "reports", a_statement(1), a_statement(1, name="again.txt"))
    assert codes(run(folder)) == ["COR101"]
    assert run(folder).verdict is Verdict.FAILED
    assert run(folder, policy=Policy(severity={"COR101": Severity.INFO})).verdict is Verdict.PASSED  # type: ignore[dict-item]
    assert codes(run(folder, policy=Policy(ignore=("COR1",)))) == []
    assert codes(run(folder, policy=Policy(select=("ENC",)))) == []
    assert codes(run(folder, policy=Policy(per_path_ignores={"*": ("COR101",)}))) == []
    waived = run(folder, policy=Policy(waivers=(Waiver("COR101", "*", "kept twice on purpose", "Ines"),)))
    assert [one.excused for one in waived.findings] == ["waived by Ines: kept twice on purpose"]
    assert waived.verdict is Verdict.PASSED
    half = run(folder, policy=Policy(waivers=(Waiver("COR101", "again.txt", "kept", "Ines"),)))
    assert half.verdict is Verdict.FAILED


def test_findings_come_heaviest_first_with_sentences_and_files(tmp_path: Path) -> None:
    folder = deliver(tmp_path / "reports", *(a_statement(n) for n in range(3)), a_statement(1, name="again.txt"),
                     a_statement(9, headline=wire.TextClaim(value="Council report 1", status="supplied")))  # fmt: skip
    result = run(folder)
    assert [(one.code, one.severity) for one in result.findings] == [("COR101", Severity.ERROR), ("COR105", Severity.INFO)]
    assert result.findings[0].message == "2 files hold the same bytes: again.txt, articles/0001.txt"


def test_a_batch_run_opens_no_socket_and_looks_up_no_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: object, **kwargs: object) -> None:
        message = f"a socket was asked for: {args} {kwargs}"
        raise AssertionError(message)

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    assert run(folder_of(tmp_path)).verdict is Verdict.PASSED


def test_the_batch_stage_prints_nothing_and_warns_of_nothing(tmp_path: Path) -> None:
    folder = folder_of(tmp_path)
    code = f"from pathlib import Path; from checks.batch import run; run(Path({str(folder)!r}))"
    done = subprocess.run([sys.executable, "-W", "always", "-c", code], capture_output=True, text=True, check=True, timeout=120)
    noise = [line for line in done.stderr.splitlines() if "sre_constants" not in line and "import sre_constants" not in line]
    assert (done.stdout, noise) == ("", [])


@pytest.mark.parametrize("module", ["checks.pipeline", "checks.ledger", "checks.rules.company", "checks.batch", "schemas"])
def test_the_heavy_libraries_are_imported_by_the_batch_stage_alone_and_not_before_it_runs(module: str) -> None:
    heavy = ("pandas", "pandera", "great_expectations", "pyarrow", "scipy")
    code = f"import sys, {module}; print([name for name in {heavy} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.strip() == "[]"
