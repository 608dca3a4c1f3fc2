"""The gate in a real repository: what a pull request meets."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from checks.rules.examples import FRAME, PARAGRAPH
from tests.test_cli import copydesk

SOUND = FRAME.format(planted=PARAGRAPH)
LFS = "version https://git-lfs.github.com/spec/v1\noid sha256:" + "ab" * 32 + "\nsize 12345\n"
BAD = {
    "bad/bytes.txt": SOUND.replace("a small museum", "“un petit musée – à côté” – dédié").encode().replace(b"divers", b"div\xffers"),
    "bad/mojibake.txt": SOUND.replace("promised a small", "wasnâ€™t sure about a").encode(),
    "bad/binary.txt": b"%PDF-1.7\n" + bytes(range(256)) * 40,
    "bad/empty.txt": b"",
    "bad/cut.txt": SOUND.encode()[: SOUND.index("estimate") + 4],
    "bad/teaser.txt": (SOUND.split("\n\nSeveral")[0] + "\n\nContinue reading with a subscription.\n").encode(),
    "bad/undated.txt": SOUND.replace("Published: 14 March 2024, 09:30\n", "").encode(),
    "bad/impossible.txt": SOUND.replace("14 March 2024, 09:30", "31/02/2024").encode(),
    "bad/unsourced.txt": SOUND.replace("Source: Eastmoor Courier\n", "").encode(),
    "bad/pointer.txt": LFS.encode(),
}
LARGE = "good/large.txt"
FAMILIES = {
    "bad/bytes.txt": "ENC", "bad/mojibake.txt": "ENC", "bad/binary.txt": "ENC", "bad/empty.txt": "TRN", "bad/cut.txt": "TRN", "bad/teaser.txt": "TRN",
    "bad/undated.txt": "DAT", "bad/impossible.txt": "DAT", "bad/unsourced.txt": "SRC", "bad/pointer.txt": "ENC",
}  # fmt: skip


def git(place: Path, *arguments: str | bytes) -> str:
    """Run git with a name and no configuration of the machine's."""
    env = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    for role in ("AUTHOR", "COMMITTER"):
        env |= {f"GIT_{role}_NAME": "Desk", f"GIT_{role}_EMAIL": "desk@news.example"}
    done = subprocess.run(
        ["git", "-c", "init.defaultBranch=main", "-c", "protocol.file.allow=always", *arguments],
        cwd=place,
        env=env,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode()


def put(root: Path, name: str | bytes, content: bytes) -> None:
    """Write a file below a folder."""
    path = os.path.join(os.fsencode(root), os.fsencode(name))
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as stream:
        stream.write(content)


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A clone of a bare remote, on a branch that adds, alters, renames and deletes articles."""
    top = tmp_path_factory.mktemp("gate")
    git(top, "init", "-q", "--bare", "remote.git")
    git(top, "clone", "-q", "remote.git", "desk")
    desk = top / "desk"
    put(desk, ".gitattributes", b"crlf/*.txt text=auto eol=crlf\n")
    for n in range(6):
        put(desk, f"old/{n}.txt", SOUND.replace("Eastmoor", f"Eastmoor {n}").encode())
    put(desk, "old/bad.txt", BAD["bad/bytes.txt"])
    put(desk, "old/deleted.txt", SOUND.encode())
    git(desk, "add", "-A")
    git(desk, "commit", "-qm", "Articles")
    git(desk, "push", "-q", "origin", "HEAD:main")
    git(desk, "switch", "-qc", "delivery", "--track", "origin/main")
    for name, content in BAD.items():
        put(desk, name, content)
    for n in range(12):
        put(desk, f"good/{n}.txt", SOUND.replace("Eastmoor", f"Westmoor {n}").encode())
    put(desk, "crlf/a.txt", SOUND.replace("\n", "\r\n").encode())
    put(desk, b"good/caf\xe9.txt", SOUND.encode())
    put(
        desk,
        LARGE,
        FRAME.format(planted="\n\n".join(f"On the {n}th day of the works it rained. {PARAGRAPH}" for n in range(125_000))).encode(),
    )
    put(desk, "good/.hidden.txt", b"")
    put(desk, "notes.csv", b"no,article\n")
    git(desk, "mv", "old/0.txt", "old/renamed.txt")
    put(desk, "old/1.txt", SOUND.replace("Eastmoor", "Eastmoor one").encode())
    git(desk, "rm", "-q", "old/deleted.txt")
    git(desk, "add", "-A")
    os.symlink("1.txt", desk / "old" / "link.txt")
    git(desk, "add", "-A")
    git(desk, "commit", "-qm", "A delivery")
    put(desk, "good/0.txt", BAD["bad/bytes.txt"])  # altered in the working tree alone: not what is committed
    return desk


@pytest.fixture(scope="module")
def answers(repository: Path) -> tuple[subprocess.CompletedProcess[str], dict[str, msgspec.Raw]]:
    """The gate's run over the branch, and its statements by name."""
    done = copydesk("check", "--changed", "--output-format", "jsonl", cwd=repository)
    statements = [json.loads(line) for line in done.stdout.splitlines()]
    return done, {one["subject"][0]["name"]: one["predicate"] for one in statements}


def test_the_articles_of_the_branch_are_judged_and_no_others(answers: tuple) -> None:
    done, judged = answers
    expected = {
        *BAD,
        *(f"good/{n}.txt" for n in range(12)),
        "crlf/a.txt",
        "good/caf\\xe9.txt",
        LARGE,
        "old/renamed.txt",
        "old/1.txt",
    }
    assert set(judged) == expected
    assert done.returncode == 1
    assert "27 changed articles; batch rules are not judged" in done.stderr
    assert "origin/main" in done.stderr
    assert "old/link.txt: a symbolic link" in done.stderr


def test_what_is_bad_is_held_for_its_own_reason_and_what_is_sound_is_not(answers: tuple) -> None:
    _, judged = answers
    for name, predicate in judged.items():
        codes = {one["ruleId"][:3] for one in predicate["findings"] if one["level"] != "note"}
        if name in FAMILIES:
            assert FAMILIES[name] in codes, (name, codes)
            assert predicate["result"] != "PASSED", name
        elif name != LARGE:  # 20 MB of one paragraph again and again is read and judged, and is no article
            assert (predicate["result"], codes) == ("PASSED", set()), name


def test_blobs_are_read_as_they_are_committed(repository: Path, answers: tuple) -> None:
    _, judged = answers
    assert judged["crlf/a.txt"]["encoding"]["newline"] == "lf"
    assert (repository / "crlf" / "a.txt").read_bytes().count(b"\r\n") > 5
    assert judged["good/0.txt"]["result"] == "PASSED"


def test_every_format_can_be_written_in_one_run(repository: Path, tmp_path: Path) -> None:
    forms = ("json", "jsonl", "github", "sarif", "gitlab", "junit", "markdown", "csv", "full")
    wanted = [part for form in forms for part in ("--output-format", f"{form}={tmp_path / form}")]
    done = copydesk("check", "--changed", "--base", "origin/main", *wanted, cwd=repository)
    assert done.returncode == 1
    assert all((tmp_path / form).stat().st_size > 100 for form in forms)
    assert len(json.loads((tmp_path / "json").read_text())) == 27
    assert {r["ruleId"][:3] for r in json.loads((tmp_path / "sarif").read_text())["runs"][0]["results"]} >= {"ENC", "TRN", "DAT", "SRC"}


def test_under_github_actions_annotations_are_the_default(repository: Path) -> None:
    done = copydesk("check", "bad", cwd=repository, GITHUB_ACTIONS="true")
    assert "::error file=bad/" in done.stdout


def test_staged_articles_are_read_from_the_index(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    put(tmp_path, "a.txt", BAD["bad/bytes.txt"])
    git(tmp_path, "add", "a.txt")
    put(tmp_path, "a.txt", SOUND.encode())  # mended, and not staged
    assert copydesk("check", "--staged", cwd=tmp_path).returncode == 1
    git(tmp_path, "add", "a.txt")
    assert copydesk("check", "--staged", cwd=tmp_path).returncode == 0
    put(tmp_path, "b.txt", BAD["bad/bytes.txt"])
    assert copydesk("check", "--staged", cwd=tmp_path).returncode == 0  # not staged


def test_first_commits_detached_heads_and_missing_branches_have_an_answer(tmp_path: Path) -> None:
    assert "not a git repository" in copydesk("check", "--changed", cwd=tmp_path).stderr
    git(tmp_path, "init", "-q")
    assert "no commit yet; use --staged" in copydesk("check", "--changed", cwd=tmp_path).stderr
    put(tmp_path, "a.txt", BAD["bad/bytes.txt"])
    git(tmp_path, "add", "a.txt")
    git(tmp_path, "commit", "-qm", "one")
    git(tmp_path, "checkout", "-q", "--detach")
    git(tmp_path, "branch", "-qD", "main")
    done = copydesk("check", "--changed", cwd=tmp_path)
    assert done.returncode == 1
    assert "there is no branch to compare with, so all is new" in done.stderr
    assert "git knows no commit 'origin/none'" in copydesk("check", "--changed", "--base", "origin/none", cwd=tmp_path).stderr


ZERO = "0" * 40


def test_what_was_pushed_is_compared_with_what_it_was_pushed_onto(tmp_path: Path) -> None:
    """After a push its branch is where origin's is: compared with that, nothing would ever be new."""
    git(tmp_path, "init", "-q", "--bare", "origin.git")
    git(tmp_path, "clone", "-q", "origin.git", "desk")
    desk = tmp_path / "desk"
    for name in ("one", "two"):
        put(desk, f"{name}.txt", BAD["bad/bytes.txt"])
        git(desk, "add", "-A")
        git(desk, "commit", "-qm", name)
    git(desk, "push", "-q", "-u", "origin", "HEAD:main")
    before = git(desk, "rev-parse", "HEAD~").strip()
    event = tmp_path / "event.json"

    def pushed(onto: str, **env: str) -> tuple[int, int]:
        event.write_text(json.dumps({"before": onto, "commits": []}))
        done = copydesk("check", "--changed", cwd=desk, **env)
        return done.returncode, done.stdout.count("error ENC")

    github = {"GITHUB_EVENT_NAME": "push", "GITHUB_EVENT_PATH": str(event), "GITHUB_BASE_REF": ""}
    assert pushed(before, **github) == (1, 1)
    assert pushed(ZERO, **github) == pushed("e" * 40, **github) == (1, 2)  # a new branch, or one that was forced
    assert pushed("", GITHUB_EVENT_NAME="push", GITHUB_EVENT_PATH="nowhere") == (1, 2)
    assert pushed("", CI_PIPELINE_SOURCE="push", CI_COMMIT_BEFORE_SHA=before) == (1, 1)
    assert pushed("", CI_PIPELINE_SOURCE="push", CI_COMMIT_BEFORE_SHA=ZERO) == (1, 2)
    assert pushed("") == (0, 0)


def test_a_shallow_clone_is_told_how_to_fetch_more(repository: Path, tmp_path: Path) -> None:
    git(repository, "push", "-q", "-f", "origin", "delivery")
    git(tmp_path, "clone", "-q", "--depth", "1", "--branch", "delivery", f"file://{repository.parent / 'remote.git'}", "shallow")
    git(tmp_path / "shallow", "fetch", "-q", "--depth", "1", "origin", "main:refs/remotes/origin/main")
    done = copydesk("check", "--changed", "--base", "origin/main", cwd=tmp_path / "shallow")
    assert done.returncode == 2
    assert "the clone is shallow; fetch the whole history" in done.stderr


def test_a_submodule_is_named_and_not_judged(tmp_path: Path) -> None:
    for name in ("inner", "outer"):
        git(tmp_path, "init", "-q", name)
        put(tmp_path / name, "a.txt", SOUND.encode())
        git(tmp_path / name, "add", "-A")
        git(tmp_path / name, "commit", "-qm", "one")
    git(tmp_path / "outer", "switch", "-qc", "branch")
    git(tmp_path / "outer", "submodule", "add", "-q", str(tmp_path / "inner"), "inner")
    git(tmp_path / "outer", "commit", "-qm", "two")
    done = copydesk("check", "--changed", "--base", "main", cwd=tmp_path / "outer")
    assert done.returncode == 0
    assert "inner: a submodule; run copydesk inside it" in done.stderr
    assert "No article was changed; nothing was judged." in done.stderr


def test_the_baseline_lets_old_findings_stand_and_nothing_new(tmp_path: Path) -> None:
    put(tmp_path, "a.txt", BAD["bad/bytes.txt"])
    assert copydesk("check", "a.txt", cwd=tmp_path).returncode == 1
    added = copydesk("baseline", "add", "--reason", "old delivery", "--who", "Ana", cwd=tmp_path)
    assert added.returncode == 0, added.stderr
    done = copydesk("check", ".", cwd=tmp_path)
    assert done.returncode == 0, done.stdout
    assert "1 finding excused" in done.stdout
    harmed = BAD["bad/bytes.txt"].replace(b"\n\nShops", b"\n\nAnd here again: caf\xc3\xa9 \xfe caf\xc3\xa9.\n\nShops")
    put(tmp_path, "a.txt", b"A line above.\n\n" + harmed)
    assert "ENC001" in copydesk("check", "a.txt", cwd=tmp_path).stdout
    assert "old delivery (Ana)" in copydesk("baseline", "show", cwd=tmp_path).stdout


def test_a_mended_finding_must_be_pruned_from_the_baseline(tmp_path: Path) -> None:
    put(tmp_path, "a.txt", BAD["bad/bytes.txt"])
    copydesk("baseline", "add", "--reason", "old", "--who", "Ana", cwd=tmp_path)
    put(tmp_path, "a.txt", SOUND.encode())
    done = copydesk("check", cwd=tmp_path)
    assert done.returncode == 1
    assert "DSK003" in done.stdout
    assert copydesk("baseline", "prune", cwd=tmp_path).returncode == 0
    assert copydesk("check", cwd=tmp_path).returncode == 0
    assert json.loads((tmp_path / "copydesk.baseline.json").read_text()) == []


def test_a_waiver_excuses_one_rule_in_its_files_until_its_day(tmp_path: Path) -> None:
    put(tmp_path, "x/a.txt", BAD["bad/bytes.txt"])
    waiver = '[[waiver]]\ncode = "ENC001"\npath = "x/*"\nreason = "printed so"\nwho = "Ana"\nuntil = {}\n'
    put(tmp_path, "copydesk.waivers.toml", waiver.format("2999-01-01").encode())
    done = copydesk("check", "--output-format", "jsonl", cwd=tmp_path)
    assert done.returncode == 0
    finding = next(f for f in json.loads(done.stdout)["predicate"]["findings"] if f["ruleId"] == "ENC001")
    assert finding["suppressions"] == [{"kind": "external", "justification": "waived by Ana: printed so"}]
    put(tmp_path, "copydesk.waivers.toml", waiver.format("2001-01-01").encode())
    ended = copydesk("check", cwd=tmp_path)
    assert ended.returncode == 1
    assert "copydesk.waivers.toml:1:1: warning DSK001" in ended.stdout
    put(tmp_path, "x/a.txt", SOUND.encode())
    put(tmp_path, "copydesk.waivers.toml", waiver.format("2999-01-01").encode())
    assert "DSK002" in copydesk("check", cwd=tmp_path).stdout


def test_every_mistake_in_waivers_is_told_with_its_line(tmp_path: Path) -> None:
    put(tmp_path, "a.txt", SOUND.encode())
    put(
        tmp_path,
        "copydesk.waivers.toml",
        b'[[waiver]]\ncode = "ENC0011"\npath = "x"\nwho = "A"\n[[waiver]]\ncode = "ENC001"\npth = "x"\nreason = "r"\nwho = "A"\nuntil = "soon"\n',
    )
    done = copydesk("check", cwd=tmp_path)
    assert done.returncode == 2
    for said in (
        ":1: reason is missing",
        ":1: unknown rule 'ENC0011'",
        ":5: unknown key 'pth', did you mean path?",
        ":5: path is missing",
        "'soon' is no day",
    ):
        assert said in done.stderr, (said, done.stderr)


def test_an_excuse_of_a_rule_that_is_not_asked_is_neither_unused_nor_taken_out(tmp_path: Path) -> None:
    put(tmp_path, "a.txt", BAD["bad/impossible.txt"])
    copydesk("baseline", "add", "--reason", "old", "--who", "Ana", cwd=tmp_path)
    put(tmp_path, "copydesk.waivers.toml", b'[[waiver]]\ncode = "NAV002"\npath = "*"\nreason = "r"\nwho = "A"\n')
    known = (tmp_path / "copydesk.baseline.json").read_bytes()
    assert b"DAT" in known
    done = copydesk("check", "--select", "ENC", cwd=tmp_path)
    assert (done.returncode, "DSK" in done.stdout) == (0, False), done.stdout
    copydesk("baseline", "prune", "--select", "ENC", cwd=tmp_path)
    assert (tmp_path / "copydesk.baseline.json").read_bytes() == known
    assert "DSK002 no file has NAV002" in copydesk("check", cwd=tmp_path).stdout


DAYS_THAT_DO_NOT_SORT = ("20260101", "2026-W01-1", "2026-1-1", "2026-01-01T00:00")


@pytest.mark.parametrize("day", DAYS_THAT_DO_NOT_SORT)
def test_a_day_that_is_written_another_way_lets_no_waiver_outlive_it(tmp_path: Path, day: str) -> None:
    """As text, 20260101 is later than any day of 2026."""
    put(tmp_path, "a.txt", SOUND.encode())
    put(tmp_path, "copydesk.waivers.toml", f'[[waiver]]\ncode = "NAV002"\npath = "*"\nreason = "r"\nwho = "A"\nuntil = "{day}"\n'.encode())
    done = copydesk("check", cwd=tmp_path)
    assert (done.returncode, f"until: {day!r} is no day; write it as 2026-12-31" in done.stderr) == (2, True), done.stderr
    (tmp_path / "copydesk.waivers.toml").unlink()
    done = copydesk("baseline", "add", "--reason", "r", "--who", "A", "--until", day, cwd=tmp_path)
    assert (done.returncode, f"--until: {day!r} is no day" in done.stderr) == (2, True), done.stderr


def test_a_waiver_with_a_time_of_day_ends_with_its_day(tmp_path: Path) -> None:
    put(tmp_path, "a.txt", BAD["bad/impossible.txt"])
    put(
        tmp_path,
        "copydesk.waivers.toml",
        b'[[waiver]]\ncode = "DAT003"\npath = "*"\nreason = "r"\nwho = "A"\nuntil = 2020-01-01T10:00:00Z\n',
    )
    assert "DSK001 the waiver of DAT003 in * ended on 2020-01-01\n" in copydesk("check", cwd=tmp_path).stdout


def test_a_warm_run_gives_the_same_reports_and_a_changed_file_is_checked_anew(tmp_path: Path) -> None:
    for n in range(30):
        put(tmp_path, f"in/{n:02}.txt", SOUND.replace("Eastmoor", f"Eastmoor {n}").encode())
    env = {"COPYDESK_CACHE_DIR": str(tmp_path / "cache")}
    cold = copydesk("check", "in", "--output-format", "jsonl", cwd=tmp_path, **env)
    assert (tmp_path / "cache" / "CACHEDIR.TAG").is_file()
    warm = copydesk("check", "in", "--output-format", "jsonl", cwd=tmp_path, **env)
    fresh = copydesk("check", "in", "--output-format", "jsonl", "--no-cache", cwd=tmp_path, **env)
    assert cold.stdout == warm.stdout == fresh.stdout
    put(tmp_path, "in/07.txt", BAD["bad/bytes.txt"])
    again = copydesk("check", "in", cwd=tmp_path, **env)
    assert (again.returncode, "in/07.txt" in again.stdout) == (1, True)
    for path in (tmp_path / "cache").iterdir():
        path.write_bytes(b"rubbish")
    broken = copydesk("check", "in", cwd=tmp_path, **env)
    assert (broken.returncode, broken.stdout) == (again.returncode, again.stdout)


def seconds(*arguments: str, cwd: Path, **env: str) -> float:
    """Processor time of the command and of the processes it waits for: a clock on the wall tells of the neighbours, too."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    places = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    command = [sys.executable, "-c", "from checks.cli import main; main()", *arguments]
    subprocess.run(command, cwd=cwd, env=places | env, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def test_three_changed_articles_are_checked_in_half_a_second(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    for n in range(3):
        put(tmp_path, f"{n}.txt", SOUND.replace("Eastmoor", f"Eastmoor {n}").encode())
    git(tmp_path, "add", "-A")
    for arguments in (("check", "--staged"), ("check", "0.txt", "1.txt", "2.txt")):
        assert min(seconds(*arguments, cwd=tmp_path) for _ in range(4)) <= 0.5, arguments


@pytest.mark.parametrize("arguments", [(), ("--out", "prov")])
def test_a_run_over_unchanged_files_is_many_times_as_quick(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    """Of 300 small files, the start of the program not counted; BENCHMARKS.md has the figures of 5,000 with it."""
    for n in range(300):
        put(tmp_path, f"in/{n:03}.txt", SOUND.replace("Eastmoor", f"Eastmoor {n}").encode())
    env = {"COPYDESK_CACHE_DIR": str(tmp_path / "cache")}
    command = ("check", "in", "--jobs", "1", "-q", *arguments)
    start = min(seconds("check", "in/000.txt", "-q", *arguments[:1], *(["one"] if arguments else []), cwd=tmp_path) for _ in range(3))
    cold = seconds(*command, cwd=tmp_path, **env) - start
    warm = min(seconds(*command, cwd=tmp_path, **env) for _ in range(3)) - start
    assert cold > 6 * warm, (start, cold, warm)


def test_pages_that_were_altered_or_lost_are_made_again_by_a_warm_run(tmp_path: Path) -> None:
    for n in range(30):
        put(tmp_path, f"in/{n:02}.txt", SOUND.replace("Eastmoor", f"Eastmoor {n}").encode())
    env = {"COPYDESK_CACHE_DIR": str(tmp_path / "cache")}
    copydesk("check", "in", "--out", "prov", cwd=tmp_path, **env)
    whole = {path: path.read_bytes() for path in (tmp_path / "prov").rglob("*") if path.is_file()}
    stamps = {path: path.stat().st_mtime_ns for path in whole}
    copydesk("check", "in", "--out", "prov", cwd=tmp_path, **env)
    kept = [path for path in whole if path.name != "manifest.jsonl" and path.stat().st_mtime_ns == stamps[path]]
    assert len(kept) == len(whole) - 1  # nothing was written again but the manifest
    (tmp_path / "prov/in/03.txt.html").unlink()
    (tmp_path / "prov/in/04.txt.html").write_bytes(b"<p>rubbish")
    (tmp_path / "prov/in/05.txt.provenance.json").write_bytes(b"{}")
    (tmp_path / "prov/in/06.txt.provenance.json").unlink()
    (tmp_path / "prov/index.html").write_bytes(b"")
    (tmp_path / "prov/delivery.html").unlink()
    copydesk("check", "in", "--out", "prov", cwd=tmp_path, **env)
    assert {path: path.read_bytes() for path in (tmp_path / "prov").rglob("*") if path.is_file()} == whole
    put(tmp_path, "in/10.txt", BAD["bad/bytes.txt"])
    copydesk("check", "in", "--out", "prov", cwd=tmp_path, **env)
    copydesk("check", "in", "--out", "fresh", "--no-cache", cwd=tmp_path)
    for path in sorted((tmp_path / "fresh").rglob("*.*")):
        assert (tmp_path / "prov" / path.relative_to(tmp_path / "fresh")).read_bytes() == path.read_bytes(), path
