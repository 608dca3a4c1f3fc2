"""The batch stage as a whole: one delivery, one answer."""

from __future__ import annotations

import socket
import subprocess
import sys
from pathlib import Path

import msgspec
import pandas as pd
import pytest

from checks import statement as wire
from checks.batch import run
from checks.batch.suites import load, shipped
from checks.ledger import ledger, read_parquet
from checks.model import Severity, Verdict
from checks.policy import Policy, Waiver
from tests.deliveries import a_statement, codes, deliver, folder_of

pytestmark = pytest.mark.batch
SUITES = load(shipped())


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
