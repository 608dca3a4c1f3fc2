"""Excuses and expectations of one's own for deliveries, what the gate says of them, and its trend."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from checks.batch.suites import chosen, load, shipped
from checks.cli.gate import COLUMNS, Causes, screen
from checks.cli.running import Ran
from checks.errors import UsageError
from checks.model import BatchFinding, Place, RuleCode, Severity, Verdict
from checks.out import Totals
from checks.out.text import width
from checks.outcome import Located, Outcome
from checks.policy import Known, Policy, delivery_keys
from tests.test_cli import DAMAGED, SOUND, copydesk

pytestmark = pytest.mark.batch
ROWS = 24
OWN = {
    "name": "house",
    "meta": {"about": "What this house expects."},
    "expectations": [
        {"type": "expect_table_row_count_to_be_between", "kwargs": {"min_value": 50}, "severity": "critical",
         "description": "A delivery holds fifty articles.", "meta": {"code": "COR220", "says": "only {observed} articles came"}},
    ],
}  # fmt: skip


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A repository with three articles, two of them with the same bytes."""
    (tmp_path / "copydesk.toml").write_text('paths = ["in"]\n')
    (tmp_path / "in").mkdir()
    for name, text in (("a", SOUND), ("b", SOUND), ("c", SOUND.replace("Eastmoor", "Westmoor").replace("museum", "library"))):
        (tmp_path / "in" / f"{name}.txt").write_text(text)
    return tmp_path


def test_known_findings_about_a_delivery_stand_and_the_next_file_that_joins_them_does_not(desk: Path) -> None:
    first = copydesk("gate", cwd=desk)
    assert (first.returncode, "error COR101" in first.stdout) == (1, True), first.stdout + first.stderr
    added = copydesk("baseline", "add", "--reports", "provenance", "--reason", "sent twice", "--who", "Ana", cwd=desk)
    assert added.returncode == 0, added.stderr
    entries = json.loads((desk / "copydesk.baseline.json").read_text())
    assert {(one["path"], one["code"]) for one in entries} >= {("in/a.txt", "COR101"), ("in/b.txt", "COR101")}
    assert copydesk("check", cwd=desk).returncode == 0  # it says nothing of deliveries, nor of their entries
    known = copydesk("gate", cwd=desk)
    assert (known.returncode, "COR101" in known.stdout) == (0, False), known.stdout
    assert "in the baseline: sent twice" in copydesk("batch", "provenance", cwd=desk).stdout
    shutil.copy(desk / "in/a.txt", desk / "in/d.txt")
    assert "COR101 3 files hold the same bytes" in copydesk("gate", cwd=desk).stdout
    (desk / "in/d.txt").unlink()
    shutil.rmtree(desk / "provenance")
    (desk / "in/b.txt").write_text(SOUND.replace("Eastmoor", "Northmoor").replace("museum", "swimming pool"))
    mended = copydesk("gate", cwd=desk)
    assert (mended.returncode, "DSK003 in/a.txt: COR101: 0 of 1 known findings left" in mended.stdout) == (1, True), mended.stdout
    assert copydesk("baseline", "prune", "--reports", "provenance", cwd=desk).returncode == 0
    assert copydesk("gate", cwd=desk).returncode == 0


def test_a_waiver_covers_findings_about_a_delivery_and_is_missed_when_it_covers_none(desk: Path) -> None:
    waiver = '[[waiver]]\ncode = "COR101"\npath = "in/*"\nreason = "kept twice"\nwho = "Ana"\n'
    (desk / "copydesk.waivers.toml").write_text(waiver)
    done = copydesk("gate", cwd=desk)
    assert (done.returncode, "COR101" in done.stdout, "DSK" in done.stdout) == (0, False, False), done.stdout
    assert "DSK" not in copydesk("check", cwd=desk).stdout
    (desk / "copydesk.waivers.toml").write_text(waiver.replace("COR101", "COR103"))
    assert "DSK002 no file has COR103 in in/*" in copydesk("gate", cwd=desk).stdout


def test_what_names_no_file_is_known_by_its_words() -> None:
    few = BatchFinding(RuleCode("COR220"), Severity.ERROR, "only 3 articles came")
    (key,) = delivery_keys(few)
    policy = Policy(baseline={"": (Known(*key, reason="a small week"),)})
    assert [one.excused for one in policy.excuse_delivery([few])] == ["in the baseline: a small week"]
    fewer = BatchFinding(RuleCode("COR220"), Severity.ERROR, "only 2 articles came")
    assert [one.excused for one in policy.excuse_delivery([fewer])] == [""]


def test_more_findings_of_a_file_than_were_known_count() -> None:
    lines = [BatchFinding(RuleCode("COR106"), Severity.WARNING, f"line {n} recurs", places=(Place("a.txt"),)) for n in range(3)]
    policy = Policy(baseline={"a.txt": (Known("a.txt", "COR106", delivery_keys(lines[0])[0][2], 2),)})
    assert [bool(one.excused) for one in policy.excuse_delivery(lines)] == [True, True, False]


def test_own_expectations_are_asked_beside_copydesks(desk: Path) -> None:
    (desk / "expected").mkdir()
    (desk / "expected" / "house.json").write_text(json.dumps(OWN))
    (desk / "copydesk.toml").write_text('paths = ["in"]\nsuites = "expected"\nignore = ["COR1"]\n')
    done = copydesk("gate", cwd=desk)
    assert done.returncode == 1
    assert "error COR220 only 3 articles came" in done.stdout
    told = copydesk("batch", "provenance", cwd=desk).stdout
    assert "every-delivery, house" in told


def test_a_suite_of_ones_own_takes_the_place_of_the_one_it_is_named_as(tmp_path: Path) -> None:
    (tmp_path / "large-delivery.json").write_text(json.dumps(OWN | {"name": "large-delivery"}))
    assert [suite.name for suite in load(chosen(tmp_path))] == ["every-delivery", "large-delivery"]
    assert chosen(None) == shipped()


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (None, "no suites (*.json) in this folder"),
        ("{", "house.json: "),
        (json.dumps(OWN | {"more": 1}), "house.json: Object contains unknown field `more`"),
        (
            json.dumps(OWN).replace("COR220", "COR999"),
            "house.json: expectations[0] (expect_table_row_count_to_be_between): meta.code: unknown code",
        ),
        (json.dumps(OWN).replace("row_count_to", "rows_to"), "house.json: expectations[0]"),
        (json.dumps(OWN).replace("house", "every-delivery"), "two suites are named 'every-delivery'"),
        (json.dumps(OWN).replace('"min_value": 50', ""), "nothing can fail this"),
    ],
)
def test_mistakes_in_suites_of_ones_own_are_errors_with_their_file(tmp_path: Path, content: str | None, says: str) -> None:
    if content is not None:
        (tmp_path / "house.json").write_text(content)
    with pytest.raises(UsageError) as raised:
        load(chosen(tmp_path))
    assert any(says in mistake for mistake in raised.value.mistakes), raised.value.mistakes


def test_a_folder_of_suites_that_is_not_there_is_an_error(desk: Path) -> None:
    copydesk("check", "--out", "provenance", cwd=desk)
    (desk / "copydesk.toml").write_text('paths = ["in"]\nsuites = "expectd"\n')
    done = copydesk("batch", "provenance", cwd=desk)
    assert (done.returncode, "expectd: no such folder" in done.stderr) == (2, True), done.stderr


def test_against_an_old_ledger_the_delivery_page_tells_the_trend(desk: Path) -> None:
    (desk / "copydesk.toml").write_text('paths = ["in"]\nignore = ["COR"]\n')
    assert copydesk("gate", "--out", "old", cwd=desk).returncode == 0
    (desk / "in/c.txt").write_bytes(DAMAGED)
    done = copydesk("gate", "--against", "old/ledger.parquet", cwd=desk)
    assert done.returncode == 1, done.stderr
    page = (desk / "provenance" / "delivery.html").read_text()
    assert "66.7" in page  # ready now
    assert "100.0" in page  # ready before
    assert "66.7" not in (desk / "old" / "delivery.html").read_text()


def finding(code: str, n: int) -> Located:
    """A finding that blocks."""
    return Located(RuleCode(code), Severity.ERROR, f"message {n}", n + 1, 1, n + 1, 2)


@pytest.mark.parametrize("many", [0, 1, 3, 8, 400])
def test_whatever_there_is_to_say_fits_one_screen(many: int) -> None:
    causes, totals = Causes(Severity.WARNING), Totals(rules=95)
    codes = [f"{family}{n:03}" for family in ("ENC", "SRC", "DAT", "TRN", "NAV") for n in range(1, 30)]
    for n in range(many):
        name = f"articles/{'一' * (n % 90)}/{n}.txt"
        unread = "Permission denied" if n % 7 == 6 else ""
        outcome = Outcome(name, name, Verdict.FAILED, () if unread else (finding(codes[n % len(codes)], n),), unread=unread)
        totals.count(outcome)
        causes.add(outcome)
    delivery = [BatchFinding(RuleCode("COR101"), Severity.ERROR, f"{n} files hold the same bytes: {'long ' * n}") for n in range(many)]
    totals.excused = many
    ran = Ran(totals, partial=False, out="provenance")
    lines = screen(ran, causes, delivery, "Delivery: is held; 20 expectations, 400 findings.", [f"{n}: a submodule" for n in range(many)])
    assert len(lines) < ROWS
    assert all(width(line) <= COLUMNS for line in lines)
    assert lines[0].startswith(f"Checked {many if many != 1 else '1 file'}")
    if many > 8:
        assert {"Skipped:", "Blocks:", "About the delivery:"} <= set(lines)
        assert [line.split(" and ")[1] for line in lines if line.startswith("  … and")] == [
            f"{many // 7 + many - 2} more", f"{len(causes.found) - 6} more rules", f"{many - 4} more findings"]  # fmt: skip
