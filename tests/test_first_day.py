"""What somebody meets on the first day with copydesk, and was told wrongly about once."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

import checks
from checks.files import LONGEST_PART, File, fitting, report_path
from checks.out.site import linked
from checks.out.summary import page_path
from checks.rules import RULES
from checks.run import FEW
from tests.test_cli import DAMAGED, SOUND, copydesk, put
from tests.test_gate import git

FORMATS = ("text", "json", "jsonl", "github", "sarif", "gitlab", "junit", "markdown", "csv")


def test_a_change_without_articles_still_writes_every_output_asked_for(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    put(tmp_path, a__txt=SOUND)
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-qm", "one")
    asked = [f"--output-format={name}=out.{name}" for name in FORMATS]
    done = copydesk("check", "--changed", "--base", "HEAD", *asked, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, "")
    assert {name for name in FORMATS if (tmp_path / f"out.{name}").is_file()} == set(FORMATS)
    assert json.loads((tmp_path / "out.json").read_bytes()) == []
    assert json.loads((tmp_path / "out.gitlab").read_bytes()) == []
    assert json.loads((tmp_path / "out.sarif").read_bytes())["runs"][0]["results"] == []
    assert ET.fromstring((tmp_path / "out.junit").read_text()).get("tests") == "0"
    assert "Checked 0 files" in (tmp_path / "out.markdown").read_text()


@pytest.mark.parametrize("name", ["../../far.txt", "/far.txt", "./far.txt"])
def test_the_report_on_standard_input_never_leaves_the_folder_asked_for(tmp_path: Path, name: str) -> None:
    here = tmp_path / "a" / "b"
    here.mkdir(parents=True)
    done = copydesk("check", "-", "--stdin-filename", name, "--out", "prov", cwd=here, stdin=SOUND.encode())
    assert done.returncode == 0, done.stderr
    assert [path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.provenance.json")] == ["a/b/prov/far.txt.provenance.json"]


def test_standard_input_is_not_reported_on_in_place_of_a_file(tmp_path: Path) -> None:
    put(tmp_path, a__txt=SOUND)
    done = copydesk("check", "-", "a.txt", "--stdin-filename", "a.txt", cwd=tmp_path, stdin=SOUND.encode())
    assert done.returncode == 2
    assert "its report would be the same file" in done.stderr


def test_verifying_and_cleaning_do_not_wait_for_a_pipe(tmp_path: Path) -> None:
    put(tmp_path, a__txt=SOUND)
    os.mkfifo(tmp_path / "pipe.txt")
    assert copydesk("check", "a.txt", "--out", "provenance", cwd=tmp_path).returncode == 0
    for command in (["verify", "."], ["clean", ".", "--out", "clean"]):
        done = subprocess.run(
            [sys.executable, "-c", "from checks.cli import main; main()", *command],
            cwd=tmp_path, capture_output=True, text=True, timeout=60, check=False,
        )  # fmt: skip
        assert (done.returncode, "not a regular file" in done.stdout, "1 of 2 articles" in done.stdout) == (1, True, True), done.stdout


def test_a_name_of_many_letters_is_cut_for_its_report_and_verifies(tmp_path: Path) -> None:
    name = "报" * 80 + ".txt"
    (tmp_path / name).write_text(SOUND)
    (tmp_path / ("报" * 80 + "2.txt")).write_text(SOUND)
    done = copydesk("check", ".", "--out", "provenance", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    reports = list((tmp_path / "provenance").glob("*.provenance.json"))
    assert len(reports) == len({one.name for one in reports}) == 2
    assert len(list((tmp_path / "provenance").glob("报*.html"))) == 2
    assert "2 of 2 articles verified." in copydesk("verify", ".", cwd=tmp_path).stdout


def test_a_name_with_room_keeps_every_letter() -> None:
    assert fitting("a" * LONGEST_PART) == "a" * LONGEST_PART
    assert report_path("out", File("x/ñ.txt", "")) == os.path.join("out", "x", "ñ.txt.provenance.json")


def test_names_that_differ_by_a_backslash_alone_have_pages_of_their_own() -> None:
    assert page_path("a\\b.txt") != page_path("a/b.txt")
    assert page_path("..\\..\\a.txt") == "..%5C..%5Ca.txt.html"


def test_an_article_that_cannot_be_read_is_passed_over_by_previous_and_next(tmp_path: Path) -> None:
    put(tmp_path, a__txt=SOUND, c__txt=SOUND)
    files = [File(f"{name}.txt", str(tmp_path / f"{name}.txt")) for name in "abcd"]
    assert [(file.previous, file.following) for file in linked(files)] == [("", "c.txt"), ("a.txt", "c.txt"), ("a.txt", ""), ("c.txt", "")]


def test_waivers_and_baseline_are_named_from_here_and_are_no_articles(tmp_path: Path) -> None:
    put(tmp_path, a__txt=SOUND, copydesk__toml='paths = ["a.txt"]\n')
    put(tmp_path, copydesk__waivers__toml='[[waiver]]\ncode = "NAV002"\npath = "*"\nreason = "r"\nwho = "w"\n')
    done = copydesk("check", "--output-format=text", "--output-format=junit=j.xml", cwd=tmp_path)
    assert done.stdout.splitlines() == [
        "copydesk.waivers.toml:1:1: warning DSK002 no file has NAV002 in *",
        done.stdout.splitlines()[-1],
    ]
    assert done.stdout.splitlines()[-1].startswith("Checked 1 file with")
    assert (done.returncode, copydesk("check", "--fail-on", "warning", cwd=tmp_path).returncode) == (0, 1)
    suites = ET.fromstring((tmp_path / "j.xml").read_text())
    assert suites.get("tests") == str(len(list(suites.iter("testcase")))) == "2"


def test_a_run_over_all_articles_takes_away_the_reports_of_those_that_are_gone(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    put(tmp_path / "in", a__txt=SOUND, b__txt=SOUND, c__txt=DAMAGED)
    put(tmp_path, copydesk__toml='paths = ["in"]\nout = "prov"\n')
    copydesk("check", cwd=tmp_path)
    (tmp_path / "prov" / "foreign.txt.provenance.json").write_text("{}")
    (tmp_path / "in" / "b.txt").unlink()
    assert "Taken out" not in copydesk("check", "in/a.txt", cwd=tmp_path).stderr
    assert "Taken out of prov: 1 report of articles that are gone." in copydesk("check", cwd=tmp_path).stderr
    left = sorted(path.relative_to(tmp_path / "prov").as_posix() for path in (tmp_path / "prov").rglob("*.*"))
    assert [one for one in left if "b.txt" in one] == []
    assert "foreign.txt.provenance.json" in left
    assert "in/c.txt.html" in left


def test_reports_in_a_folder_that_copydesk_does_not_keep_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    put(tmp_path / "in", a__txt=SOUND, b__txt=SOUND)
    copydesk("check", "in", "--out", "prov", cwd=tmp_path)
    (tmp_path / "prov" / "manifest.jsonl").unlink()
    (tmp_path / "in" / "b.txt").unlink()
    copydesk("check", "--out", "prov", cwd=tmp_path)
    assert (tmp_path / "prov" / "in" / "b.txt.provenance.json").is_file()


HEARING = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); from checks.cli import main; main()"
"""What a shell runs in the background is deaf to Ctrl-C, and so is all that it starts, unless it listens again."""


def test_interrupting_a_run_ends_it_with_one_line_and_no_verdict(tmp_path: Path) -> None:
    for n in range(40 * FEW):
        (tmp_path / f"{n}.txt").write_text(SOUND + f"\n{n}\n")
    started = tmp_path / "prov" / "0.txt.provenance.json"
    run = subprocess.Popen(
        [sys.executable, "-c", HEARING, "check", ".", "--out", "prov", "--jobs", "2", "--no-cache"],
        cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True,
    )  # fmt: skip
    until = time.monotonic() + 60
    while not started.exists() and time.monotonic() < until:
        time.sleep(0.01)
    os.killpg(run.pid, signal.SIGINT)
    _, told = run.communicate(timeout=60)
    assert (run.returncode, told) == (130, "Interrupted. What was written is whole; the same command goes on from there.\n")
    assert not (tmp_path / "prov" / "manifest.jsonl").exists()


def test_a_delivery_without_its_packages_is_refused_in_one_line(tmp_path: Path) -> None:
    put(tmp_path, a__txt=SOUND)
    program = (
        "import sys\n"
        "class Absent:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        "        if name.partition('.')[0] == 'great_expectations':\n"
        "            raise ModuleNotFoundError(f'No module named {name!r}', name=name)\n"
        "sys.meta_path.insert(0, Absent())\n"
        "from checks.cli import main\nmain()\n"
    )
    done = subprocess.run([sys.executable, "-c", program, "gate", "a.txt"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (
        2, "copydesk: error: deliveries need the package great_expectations: pip install 'copydesk[batch]'\n",
    )  # fmt: skip


def test_of_a_file_that_is_no_text_nothing_else_is_said(tmp_path: Path) -> None:
    raw = b"%PDF-1.7\n" + bytes(range(256)) * 40 + b"\n\nShare\n\nHome\n\nBy Mara Lindqvist\n"
    put(tmp_path, a__txt=raw)
    done = copydesk("check", "a.txt", "--out", "prov", cwd=tmp_path)
    assert done.stdout.splitlines()[0] == "a.txt: error ENC007 The file is application/pdf and no text."
    assert len(done.stdout.splitlines()) == 2
    answers = json.loads((tmp_path / "prov" / "a.txt.provenance.json").read_bytes())["predicate"]["checks"]
    assert len(answers) == len(RULES)
    facts = json.loads((tmp_path / "prov" / "a.txt.provenance.json").read_bytes())["predicate"]["document"]
    assert {facts[key]["status"] for key in ("headline", "publisher", "datePublished", "isBasedOn")} == {"missing"}
    assert {one["name"][:3] for one in answers if one["status"] != "skip"} == {"ENC"}


def test_a_file_that_is_no_text_is_asked_what_it_is_asked_where_that_rule_is_not_wanted(tmp_path: Path) -> None:
    put(tmp_path, a__txt=b"%PDF-1.7\n" + bytes(range(256)) * 40)
    assert "DAT001" in copydesk("check", "a.txt", "--select", "DAT", cwd=tmp_path).stdout


@pytest.mark.parametrize(
    ("sidecar", "said"),
    [
        ({"published": "14/03/2024"}, "published: '14/03/2024' is no day; write it as 2026-12-31"),
        ({"retrieved": "yesterday"}, "retrieved: 'yesterday' is no day"),
        ({"url": "courier.example/bridge"}, "url: 'courier.example/bridge' is no address"),
    ],
)
def test_a_sidecar_that_says_what_nothing_can_be_compared_with_is_told_of(tmp_path: Path, sidecar: dict[str, str], said: str) -> None:
    put(tmp_path, a__txt=SOUND, a__meta__json=json.dumps(sidecar))
    assert f"SRC014 the sidecar file cannot be used: {said}" in copydesk("check", "a.txt", cwd=tmp_path).stdout


def test_articles_that_are_not_committed_are_counted_and_not_taken_for_judged(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    put(tmp_path, a__txt=SOUND, gone__txt=SOUND)
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-qm", "one")
    put(tmp_path, a__txt=DAMAGED, new__txt=SOUND, note__pdf="no article")
    (tmp_path / "gone.txt").unlink()
    done = copydesk("check", "--changed", "--base", "HEAD", cwd=tmp_path)
    assert done.returncode == 0
    assert "Not judged: 2 articles with changes that are not committed; --staged judges what is staged" in done.stderr
    assert "not committed" not in copydesk("check", "--staged", cwd=tmp_path).stderr


def test_a_quiet_run_prints_findings_and_no_summary(tmp_path: Path) -> None:
    put(tmp_path, a__txt=SOUND, b__txt=DAMAGED)
    assert copydesk("check", "a.txt", "-q", cwd=tmp_path).stdout == ""
    quiet, loud = (copydesk("check", ".", *more, cwd=tmp_path).stdout.splitlines() for more in (["-q"], []))
    assert quiet == loud[:-1] != []


def test_a_misspelt_name_of_a_rule_is_answered_with_the_nearest(tmp_path: Path) -> None:
    assert "unknown rule 'mising-date', did you mean missing-date?" in copydesk("rule", "mising-date", cwd=tmp_path).stderr


def test_the_python_of_the_readme_that_needs_no_folder_runs() -> None:
    report = checks.check(DAMAGED, "a.txt", checks.Desk())
    assert (report.verdict.value, report.findings[0].code, report.statement.predicate.result) == ("FAILED", "ENC001", "FAILED")
    assert checks.clean(SOUND.encode()).text.startswith("Harbour bridge")


def test_servers_are_told_where_a_file_is_from_the_top_of_the_repository(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    desk = tmp_path / "news" / "desk"
    desk.mkdir(parents=True)
    put(desk, a__txt=DAMAGED, copydesk__toml='paths = ["a.txt"]\n')
    asked = [f"--output-format={name}={name}" for name in ("github", "sarif", "gitlab", "text")]
    assert copydesk("check", *asked, cwd=desk).returncode == 1
    assert "file=news/desk/a.txt," in (desk / "github").read_text()
    assert '"news/desk/a.txt"' in (desk / "sarif").read_text()
    assert '"news/desk/a.txt"' in (desk / "gitlab").read_text()
    assert (desk / "text").read_text().startswith("a.txt:")
    git(desk, "init", "-q")
    copydesk("check", *asked, cwd=desk)
    assert "file=a.txt," in (desk / "github").read_text()
