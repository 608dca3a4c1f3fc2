"""Places that cannot be written: a full disk, a read-only one, a limit. A clear answer, and nothing half-written."""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from checks.disk import create, sweep, write, writing
from checks.errors import NotWritten
from checks.out import FORMATS
from tests.test_cli import DAMAGED, SOUND

ARTICLES = 6
ROOM = 40_000
"""Bytes left on a disk that fills up while a run writes to it: a few reports, and not all."""


def run(*arguments: str | Path, cwd: Path, most: int = 0, stdout: int | None = None) -> subprocess.CompletedProcess[str]:
    """The command as a process of its own; `most` bytes in any one file, if given."""

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))

    return subprocess.run(
        [sys.executable, "-c", "from checks.cli import main; main()", *arguments],
        cwd=cwd, stdout=stdout or subprocess.PIPE, stderr=subprocess.PIPE, text=True, check=False,
        preexec_fn=limit if most else None, env={**os.environ, "COPYDESK_CACHE_DIR": str(cwd.parent / "cache")},
    )  # fmt: skip


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, hidden ones too."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def fill(disk: Path, room: int = 0) -> None:
    """Fill a disk up, but for some room."""
    with suppress(OSError), (disk / "ballast").open("wb", buffering=0) as stream:
        while stream.write(bytes(4096)):
            pass
    os.truncate(disk / "ballast", (disk / "ballast").stat().st_size - room)


@pytest.fixture(scope="module")
def furnished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Articles, their reports, and a key."""
    place = tmp_path_factory.mktemp("furnished") / "disk"
    (place / "in").mkdir(parents=True)
    for n in range(ARTICLES):
        (place / "in" / f"{n}.txt").write_bytes(DAMAGED if n == 3 else SOUND.replace("Eastmoor", f"Eastmoor {n}").encode())
    assert run("check", "in", "--out", "old", "--exit-zero", "-q", cwd=place).returncode == 0
    assert run("keygen", "--owner", "the gate", cwd=place).returncode == 0
    return place


@pytest.fixture
def disk(tmp_path: Path, furnished: Path) -> Iterator[Path]:
    """A disk of its own that holds articles and reports, small enough to be filled at once."""
    place = tmp_path / "disk"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(place)]
    if shutil.which("mount") is None or subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("mounting a small disk is not permitted here")
    try:
        shutil.copytree(furnished, place, dirs_exist_ok=True)
        yield place
    finally:
        subprocess.run(["umount", "-l", place], check=True)


@pytest.fixture
def folder(tmp_path: Path, furnished: Path) -> Path:
    """The same in a plain folder."""
    return Path(shutil.copytree(furnished, tmp_path / "disk"))


COMMANDS: dict[str, tuple[str, ...]] = {
    "reports": ("check", "in", "--out", "new"),
    "pages": ("check", "in", "--output-format", "html=new"),
    "baseline": ("baseline", "add", "in", "--reason", "old", "--who", "Ana"),
    "key": ("keygen", "--owner", "the desk", "--key", "other.key", "--keys", "other.json"),
    "public key": ("keygen", "--owner", "the desk", "--key", "other.key"),
    "signatures": ("sign", "old"),
    "cleaned": ("clean", "in", "--out", "new"),
    "set-up": ("init", "new"),
    "delivery page": ("report", "old"),
}
"""What is written, and by which command."""
WRITERS = COMMANDS | {name: ("check", "in", "--output-format", f"{name}=new/x") for name in FORMATS}
BATCH = {"ledger": ("batch", "old"), "gate": ("gate", "in", "--out", "new")}
REFUSED = {"full": ("No space left on device", "make room"), "read-only": ("Read-only file system", "choose a place that you may write to"),
           "limited": ("File too large", "make room")}  # fmt: skip


def told(done: subprocess.CompletedProcess[str], why: str) -> None:
    """The exit code, and an error that names a path, the reason, and what to do."""
    reason, advice = REFUSED[why]
    assert done.returncode == 2, (done.stdout, done.stderr)
    (line,) = [line for line in done.stderr.splitlines() if line.startswith("copydesk: error: ")]
    assert reason in line
    assert advice in line
    assert any(name in line for name in ("new/", "old/", "copydesk.", "other.")), line
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("what", WRITERS)
def test_on_a_full_disk_nothing_is_written_and_the_error_says_what_to_do(disk: Path, what: str) -> None:
    if what == "set-up":
        (disk / "new").mkdir()
    fill(disk)
    before = tree(disk)
    told(run(*WRITERS[what], cwd=disk), "full")
    assert tree(disk) == before


@pytest.mark.parametrize("what", [*COMMANDS, "text"])
def test_on_a_read_only_disk_the_error_says_so(disk: Path, what: str) -> None:
    if what == "set-up":
        (disk / "new").mkdir()
    subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
    before = tree(disk)
    told(run(*WRITERS[what], cwd=disk), "read-only")
    assert tree(disk) == before


@pytest.mark.parametrize("what", [*COMMANDS, "text"])
def test_where_no_file_may_grow_nothing_half_written_is_left(folder: Path, what: str) -> None:
    """The same answer where nothing can be mounted: a limit on the size of files instead of a disk."""
    if what == "set-up":
        (folder / "new").mkdir()
    before = tree(folder)
    told(run(*WRITERS[what], cwd=folder, most=8), "limited")
    assert {name: content for name, content in tree(folder).items() if "__pycache__" not in name} == before


@pytest.mark.batch
@pytest.mark.parametrize("what", BATCH)
def test_a_ledger_is_written_whole_or_not_at_all(disk: Path, what: str) -> None:
    before = tree(disk)
    fill(disk)
    told(run(*BATCH[what], cwd=disk), "full")
    (disk / "ballast").unlink()
    assert tree(disk) == before


def test_a_disk_that_fills_up_in_the_middle_holds_whole_files_only(disk: Path) -> None:
    whole = tree(disk / "old")
    fill(disk, ROOM)
    done = run("check", "in", "--out", "new", "--output-format", "csv=new/x.csv", cwd=disk)
    told(done, "full")
    there = tree(disk / "new")
    assert 0 < len(there) < len(whole)
    assert {name: whole.get(name) for name in there} == there
    (disk / "ballast").unlink()
    assert run("check", "in", "--out", "new", cwd=disk).returncode == 1
    assert tree(disk / "new") == whole


@pytest.mark.parametrize("form", ["text", "github", "jsonl"])
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_terminal_or_device_that_takes_no_more_is_an_error(folder: Path, form: str) -> None:
    with open("/dev/full", "wb") as full:
        done = run("check", "in", "--output-format", form, cwd=folder, stdout=full.fileno())
    assert (done.returncode, "standard output: No space left on device" in done.stderr) == (2, True), done.stderr
    assert "Exception ignored" not in done.stderr
    done = run("check", "in", "--output-format", f"{form}=/dev/full", cwd=folder)
    assert (done.returncode, "/dev/full: cannot be written: No space left" in done.stderr) == (2, True), done.stderr


def test_a_cache_that_cannot_be_written_is_said_and_changes_no_answer(folder: Path) -> None:
    for n in range(ARTICLES, 40):  # a few files are never remembered
        shutil.copy(folder / "in/0.txt", folder / f"in/{n}.txt")
    well = run("check", "in", "--no-cache", cwd=folder)
    shutil.rmtree(folder.parent / "cache", ignore_errors=True)
    (folder.parent / "cache").write_text("a file where the folder should be")
    done = run("check", "in", cwd=folder)
    assert (done.returncode, done.stdout) == (well.returncode, well.stdout)
    assert f"Not remembered: {folder.parent / 'cache'}: the cache cannot be opened or made" in done.stderr
    assert "set COPYDESK_CACHE_DIR to another folder, or give --no-cache" in done.stderr


def test_a_cache_on_a_full_disk_is_said_and_changes_no_answer(disk: Path) -> None:
    for n in range(ARTICLES, 40):
        shutil.copy(disk / "in/0.txt", disk / f"in/{n}.txt")
    well = run("check", "in", "--no-cache", cwd=disk)
    fill(disk)
    os.environ["COPYDESK_CACHE_DIR"], kept = str(disk / "cache"), os.environ.get("COPYDESK_CACHE_DIR")
    try:
        command = [sys.executable, "-c", "from checks.cli import main; main()", "check", "in"]
        done = subprocess.run(command, cwd=disk, capture_output=True, text=True, check=False)
    finally:
        os.environ.pop("COPYDESK_CACHE_DIR") if kept is None else os.environ.update(COPYDESK_CACHE_DIR=kept)
    assert (done.returncode, done.stdout) == (well.returncode, well.stdout)
    assert f"Not remembered: {disk / 'cache'}: the cache cannot be" in done.stderr


def stream(path: str, content: bytes) -> None:
    """Write by the stream that formats are written to."""
    with writing(path) as made:
        made.write(content.decode())


@pytest.mark.parametrize("make", [write, create, stream])
def test_a_write_that_is_broken_off_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, make: Callable[[str, bytes], None]
) -> None:
    def fail(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("checks.disk._Told.write", fail)
    with pytest.raises(KeyboardInterrupt):
        make(str(tmp_path / "a"), b"x" * 100)
    assert list(tmp_path.iterdir()) == []


def test_what_is_in_the_way_is_named(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("")
    with pytest.raises(NotWritten, match=r"a/b: cannot be written: .*; something else is there"):
        write(str(tmp_path / "a" / "b"), b"")
    (tmp_path / "c").mkdir()
    with pytest.raises(NotWritten, match=r"c: cannot be written: Is a directory; something else is there"):
        write(str(tmp_path / "c"), b"")


def test_only_what_nobody_writes_any_more_is_swept_away(tmp_path: Path) -> None:
    """The number in a name tells nothing: the dead may keep theirs for a while, and it may be given again."""
    kept = ["a.json", "b.tmp", ".c.12x.tmp", f"d.{os.getpid()}.tmp"]
    for name in (*kept, f".a.json.{os.getpid()}.tmp", ".a.json.1.tmp"):
        (tmp_path / name).write_text("")
    os.mkfifo(tmp_path / ".pipe.1.tmp")
    with writing(str(tmp_path / "e.json")) as stream:
        stream.write("half")
        stream.flush()
        sweep(str(tmp_path))
        assert sorted(path.name for path in tmp_path.iterdir()) == sorted([*kept, f".e.json.{os.getpid()}.tmp", ".pipe.1.tmp"])
        stream.write(" and half")
    assert (tmp_path / "e.json").read_text() == "half and half"


def test_a_killed_writer_that_nobody_asks_after_leaves_what_is_swept_away(tmp_path: Path) -> None:
    """A process that is dead and not waited for keeps its number."""
    program = "import sys, time; from checks.disk import writing\nwith writing(sys.argv[1]): print(flush=True); time.sleep(60)"
    with subprocess.Popen([sys.executable, "-c", program, str(tmp_path / "a")], stdout=subprocess.PIPE) as writer:
        assert writer.stdout is not None
        writer.stdout.readline()
        sweep(str(tmp_path))
        (beside,) = tmp_path.iterdir()
        assert beside.name == f".a.{writer.pid}.tmp"
        writer.kill()
        os.waitid(os.P_PID, writer.pid, os.WEXITED | os.WNOWAIT)
        os.kill(writer.pid, 0)
        sweep(str(tmp_path))
        assert list(tmp_path.iterdir()) == []


def test_who_sweeps_while_others_write_takes_nothing_from_them(tmp_path: Path) -> None:
    program = "import sys; from checks.disk import write\nfor n in range(2000): write(sys.argv[1], b'%d' % n)"
    with subprocess.Popen([sys.executable, "-c", program, str(tmp_path / "a")]) as writer:
        while writer.poll() is None:
            sweep(str(tmp_path))
    assert (writer.returncode, (tmp_path / "a").read_text(), len(list(tmp_path.iterdir()))) == (0, "1999", 1)
