"""The ledger: a row for every report, and what is broken is named."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import msgspec
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checks import statement as wire
from checks.batch import run
from checks.errors import UsageError
from checks.ledger import DTYPES, Row, frame, ledger, read_parquet, write_parquet
from checks.model import Severity
from tests.deliveries import a_statement, codes, deliver, digest, folder_of, sound

pytestmark = pytest.mark.batch
REPLACE = msgspec.structs.replace
GOOD = frame(sound())


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
