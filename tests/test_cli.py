"""The command line as its users meet it: what it prints, what it writes, what it exits with."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from checks import statement as wire
from checks.files import File
from checks.model import Verdict
from checks.outcome import Outcome
from checks.rules.examples import FRAME, PARAGRAPH
from checks.run import FEW, run
from checks.single import Order, check_file

SOUND = FRAME.format(planted=PARAGRAPH)
DAMAGED = SOUND.replace("a small museum", "“un petit musée – à côté” – dédié").encode().replace(b"divers", b"div\xffers")


def copydesk(*arguments: str | bytes | Path, cwd: Path, stdin: bytes = b"", **env: str) -> subprocess.CompletedProcess[str]:
    """Run the command as a process of its own."""
    done = subprocess.run(
        [sys.executable, "-c", "from checks.cli import main; main()", *arguments],
        cwd=cwd, input=stdin, capture_output=True, check=False, env={**os.environ, **env},
    )  # fmt: skip
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())


def put(folder: Path, **files: str | bytes) -> None:
    """Write files named by keyword, `__` for a dot."""
    for name, content in files.items():
        path = folder / name.replace("__", ".")
        path.write_bytes(content if isinstance(content, bytes) else content.encode())


def test_a_sound_article_exits_with_zero_and_says_so(tmp_path: Path) -> None:
    put(tmp_path, a__txt=SOUND)
    done = copydesk("check", "a.txt", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Checked 1 file with" in done.stdout
    assert "1 ready, 0 to look at, 0 held" in done.stdout


def test_a_damaged_article_exits_with_one_and_names_file_line_column_and_rule(tmp_path: Path) -> None:
    put(tmp_path, a__txt=DAMAGED)
    line = next(n for n, text in enumerate(DAMAGED.split(b"\n"), 1) if b"\xff" in text)
    column = DAMAGED.split(b"\n")[line - 1].index(b"\xff") + 1
    done = copydesk("check", "a.txt", cwd=tmp_path)
    assert done.returncode == 1
    assert f"a.txt:{line}:{column}: error ENC001 " in done.stdout
    assert copydesk("check", "a.txt", "--exit-zero", cwd=tmp_path).returncode == 0


def test_full_text_shows_the_line_with_carets(tmp_path: Path) -> None:
    put(tmp_path, a__txt=DAMAGED)
    printed = copydesk("check", "a.txt", "--output-format", "full", cwd=tmp_path).stdout.splitlines()
    at = next(n for n, line in enumerate(printed) if "ENC001" in line)
    assert printed[at + 2].rstrip().endswith("^")
    assert printed[at + 1][printed[at + 2].index("^")] == "\ufffd"


def test_no_colours_are_printed_into_a_pipe(tmp_path: Path) -> None:
    put(tmp_path, a__txt=DAMAGED)
    assert "\x1b" not in copydesk("check", "a.txt", cwd=tmp_path).stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nowhere.txt"], "nowhere.txt: no such file or folder"),
        (["empty"], "empty: no articles in this folder"),
        (["a.txt", "--select", "ENC9999"], "--select: unknown rule 'ENC9999'"),
        (["a.txt", "--select", "ENC001", "--ignore", "ENC"], "nothing would be checked"),
        (["a.txt", "--output-format", "xml"], "unknown format 'xml'"),
        (["a.txt", "--output-format", "jsno"], "did you mean json?"),
        (["a.txt", "--output-format", "json="], "a path is missing"),
        (["a.txt", "--output-format", "json", "--output-format", "text"], "only one format can go to the terminal"),
        (["a.txt", "--config", "gone.toml"], "gone.toml: no such file"),
    ],
)
def test_a_wrong_call_exits_with_two_and_says_what_is_wrong(tmp_path: Path, arguments: list[str], said: str) -> None:
    put(tmp_path, a__txt=SOUND)
    (tmp_path / "empty").mkdir()
    done = copydesk("check", *arguments, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_every_mistake_in_the_configuration_is_told_at_once_with_its_line(tmp_path: Path) -> None:
    put(
        tmp_path,
        a__txt=SOUND,
        copydesk__toml='selct = ["ENC"]\nignore = ["ENK001"]\n[thresholds]\nmin-body-charcters = 3\n[severity]\nENC001 = "fatal"\n',
    )
    done = copydesk("check", cwd=tmp_path)
    assert done.returncode == 2
    mistakes = done.stderr.splitlines()
    assert len(mistakes) == 4, mistakes
    for line, said in ((1, "did you mean select?"), (2, "did you mean ENC"), (4, "did you mean min-body-characters?"), (6, "severity")):
        assert any(f"copydesk.toml:{line}: " in one and said in one for one in mistakes), (line, said, mistakes)


def test_the_configuration_holds_and_the_command_line_wins(tmp_path: Path) -> None:
    put(tmp_path, a__txt=DAMAGED, pyproject__toml='[tool.copydesk]\npaths = ["a.txt"]\n[tool.copydesk.severity]\nENC001 = "warning"\n')
    done = copydesk("check", cwd=tmp_path)
    assert done.returncode == 0
    assert "warning ENC001" in done.stdout
    assert copydesk("check", "--fail-on", "warning", cwd=tmp_path).returncode == 1
    assert copydesk("check", "--isolated", "a.txt", cwd=tmp_path).returncode == 1
    assert "ENC001" not in copydesk("check", "--ignore", "ENC", cwd=tmp_path).stdout


def test_rules_can_be_left_out_for_some_paths(tmp_path: Path) -> None:
    (tmp_path / "old").mkdir()
    put(tmp_path / "old", a__txt=DAMAGED)
    put(tmp_path, b__txt=DAMAGED, copydesk__toml='[per-path-ignores]\n"old/*" = ["ENC"]\n')
    found = [line.split(":")[0] for line in copydesk("check", cwd=tmp_path).stdout.splitlines() if "ENC001" in line]
    assert found == ["b.txt"]


def test_folders_give_articles_and_neither_hidden_files_sidecars_nor_reports(tmp_path: Path) -> None:
    put(tmp_path, a__txt=SOUND, b__md=SOUND, c__text=SOUND, d__html=SOUND, a__meta__json="{}", e__txt__provenance__json="{}")
    (tmp_path / ".f.txt").write_text(SOUND)
    (tmp_path / ".git").mkdir()
    put(tmp_path / ".git", g__txt=SOUND)
    statements = copydesk("check", ".", "--output-format", "jsonl", cwd=tmp_path).stdout.splitlines()
    assert [json.loads(one)["subject"][0]["name"] for one in statements] == ["a.txt", "b.md", "c.text"]


def test_standard_input_is_an_article(tmp_path: Path) -> None:
    done = copydesk("check", "-", "--stdin-filename", "piped.txt", cwd=tmp_path, stdin=DAMAGED)
    assert done.returncode == 1
    assert "piped.txt:" in done.stdout


def test_reports_manifest_and_index_are_written_below_out_and_nothing_without(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    put(tmp_path / "in", a__txt=SOUND, b__txt=DAMAGED)
    copydesk("check", "in", cwd=tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in"]
    copydesk("check", "in", "--out", "prov", cwd=tmp_path)
    entries = [json.loads(line) for line in (tmp_path / "prov" / "manifest.jsonl").read_text().splitlines()]
    assert [(entry["path"], entry["result"]) for entry in entries] == [("in/a.txt", "PASSED"), ("in/b.txt", "FAILED")]
    for entry in entries:
        raw = (tmp_path / "prov" / f"{entry['path']}.provenance.json").read_bytes()
        assert wire.decode(raw).subject[0].digest.sha256 == entry["sha256"]
        assert hashlib.sha256(raw).hexdigest() == entry["reportSha256"]
    assert (tmp_path / "prov" / "index.html").is_file()
    assert not list(tmp_path.rglob("*.tmp"))


def test_reports_do_not_depend_on_order_or_number_of_processes(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for n in range(FEW + 20):
        put(tmp_path / "in", **{f"a{n:02}__txt": SOUND.replace("Eastmoor", f"Eastmoor {n}")})
    one = copydesk("check", "in", "--jobs", "1", "--output-format", "jsonl", "--out", "p1", cwd=tmp_path)
    many = copydesk("check", "in", "--jobs", "3", "--output-format", "jsonl", "--out", "p2", cwd=tmp_path)
    names = sorted(str(path.relative_to(tmp_path)) for path in (tmp_path / "in").iterdir())
    reverse = copydesk("check", *reversed(names), "--output-format", "jsonl", cwd=tmp_path)
    assert one.stdout == many.stdout == reverse.stdout
    assert (tmp_path / "p1" / "manifest.jsonl").read_bytes() == (tmp_path / "p2" / "manifest.jsonl").read_bytes()


def test_a_file_that_cannot_be_read_is_held_and_the_rest_go_on(tmp_path: Path) -> None:
    put(tmp_path, a__txt=SOUND)
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    done = copydesk("check", ".", "--out", "prov", cwd=tmp_path)
    assert done.returncode == 1
    assert "pipe.txt: error could not be read: not a regular file" in done.stdout
    assert "gone.txt: error could not be read" in done.stdout
    assert "1 ready, 0 to look at, 2 held, 2 of these could not be read" in done.stdout
    assert "Traceback" not in done.stderr


def test_a_file_name_that_is_no_utf_8_has_a_report_like_any_other(tmp_path: Path) -> None:
    name = b"caf\xe9.txt"
    Path(os.fsdecode(os.path.join(os.fsencode(tmp_path), name))).write_bytes(SOUND.encode())
    done = copydesk("check", ".", "--out", "prov", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert json.loads((tmp_path / "prov" / "manifest.jsonl").read_text())["path"] == "caf\\xe9.txt"


def test_a_file_that_vanishes_between_listing_and_reading_is_held(tmp_path: Path) -> None:
    outcome = check_file(File("gone.txt", str(tmp_path / "gone.txt")), Order())
    assert (outcome.verdict, outcome.unread) == (Verdict.FAILED, "No such file or directory")


def dies_on_one(file: File, order: Order) -> Outcome:
    """Work that takes its process down with it, on one file."""
    if file.name == "n07.txt":
        os._exit(9)
    return check_file(file, order)


def test_a_file_that_kills_its_worker_is_held_and_the_rest_go_on(tmp_path: Path) -> None:
    files = []
    for n in range(FEW + 10):
        path = tmp_path / f"n{n:02}.txt"
        path.write_text(SOUND)
        files.append(File(path.name, str(path)))
    outcomes = list(run(files, Order(out=str(tmp_path / "prov")), 2, dies_on_one))
    assert [one.name for one in outcomes] == [file.name for file in files]
    assert [one.name for one in outcomes if one.verdict is not Verdict.PASSED] == ["n07.txt"]
    held = wire.decode((tmp_path / "prov" / "n07.txt.provenance.json").read_bytes())
    assert held.predicate.result == "FAILED"
    assert held.predicate.findings[0].rule_id == wire.CRASH


def test_a_rule_that_raises_holds_the_file_prints_the_traceback_and_exits_with_three(tmp_path: Path) -> None:
    put(tmp_path, a__txt=SOUND, b__txt=SOUND.replace("divers", "DIVERS"))
    program = (
        "import msgspec, checks.single, checks.rules as r, checks.cli as c\n"
        "def broken(article):\n"
        "    if 'DIVERS' in article.document.text: raise ZeroDivisionError('planted')\n"
        "    return ()\n"
        "rules = (msgspec.structs.replace(r.RULES[0], check=broken), *r.RULES[1:])\n"
        "checks.single.RULES = c.RULES = rules\n"
        "c.main()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, "check", ".", "--out", "prov"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 3
    assert "ZeroDivisionError: planted" in done.stderr
    assert "1 ready" in done.stdout
    assert json.loads((tmp_path / "prov" / "b.txt.provenance.json").read_text())["predicate"]["result"] == "FAILED"


def test_a_fault_of_ours_that_meets_every_file_is_printed_in_full_three_times(tmp_path: Path) -> None:
    for n in range(6):
        (tmp_path / f"{n}.txt").write_text(SOUND)
    program = (
        "import checks.single as s, checks.cli as c\ndef broken(*given): raise ZeroDivisionError('planted')\ns.check = broken\nc.main()\n"
    )
    done = subprocess.run([sys.executable, "-c", program, "check", "."], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 3
    assert (done.stderr.count("copydesk failed on"), done.stderr.count("Traceback")) == (6, 3)


def test_a_device_or_a_pipe_is_written_to_and_never_replaced(tmp_path: Path) -> None:
    put(tmp_path, a__txt=DAMAGED)
    os.mkfifo(tmp_path / "pipe")
    reader = subprocess.Popen(["cat", str(tmp_path / "pipe")], stdout=subprocess.PIPE)
    done = copydesk("check", "a.txt", "--output-format", "text=pipe", cwd=tmp_path)
    assert done.returncode == 1
    assert b"ENC001" in reader.communicate(timeout=20)[0]
    assert (tmp_path / "pipe").is_fifo()
    assert copydesk("check", "a.txt", "--output-format", f"text={os.devnull}", cwd=tmp_path).returncode == 1
    assert Path(os.devnull).is_char_device()


def test_an_unwritable_folder_is_a_clear_error_and_leaves_nothing_half_written(tmp_path: Path) -> None:
    put(tmp_path, a__txt=SOUND, prov="a file where the folder should be")
    done = copydesk("check", "a.txt", "--out", "prov", cwd=tmp_path)
    assert done.returncode == 2
    assert "prov" in done.stderr
    assert "Traceback" not in done.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.txt", "prov"]


def test_check_imports_no_table_and_no_network_module(tmp_path: Path) -> None:
    put(tmp_path, a__txt=SOUND, b__txt=SOUND.replace("e", "e\u200b", 1))
    program = (
        "import sys, checks.cli\n"
        "try: checks.cli.main()\n"
        "except SystemExit: pass\n"
        "heavy = {'pandas', 'pandera', 'great_expectations', 'pyarrow', 'scipy', 'numpy.ma', 'socket', 'ssl', 'http', 'urllib.request', 'requests', 'asyncio'}\n"
        "print(sorted(heavy & set(sys.modules)))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, "check", "a.txt", "b.txt"], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines()[-1] == "[]"


def test_rules_are_listed_and_explained(tmp_path: Path) -> None:
    listed = copydesk("rules", cwd=tmp_path).stdout
    assert {"ENC001", "COR101", "DSK001"} <= {line.split()[0] for line in listed.splitlines()}
    assert {one["code"] for one in msgspec.json.decode(copydesk("rules", "--output-format", "json", cwd=tmp_path).stdout)} == {
        line.split()[0] for line in listed.splitlines()
    }
    page = copydesk("rule", "enc001", cwd=tmp_path).stdout
    assert "## Found" in page
    assert "**What to do:**" in page
    wrong = copydesk("rule", "ENC000", cwd=tmp_path)
    assert wrong.returncode == 2
    assert "did you mean ENC0" in wrong.stderr


def test_an_unknown_key_in_a_sidecar_is_a_finding_and_not_a_crash(tmp_path: Path) -> None:
    put(tmp_path, a__txt=SOUND, a__meta__json='{"urll": "https://x.example"}')
    done = copydesk("check", "a.txt", cwd=tmp_path)
    assert "sidecar" in done.stdout
    assert done.returncode == 0  # a warning
    assert "Traceback" not in done.stderr
