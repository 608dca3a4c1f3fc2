"""Runs that are killed: whatever the moment, no file is half-written, and the next run completes as if nothing had been."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import time
from pathlib import Path

from checks.disk import BESIDE
from checks.rules.examples import FRAME, PARAGRAPH

ARTICLES, KILLS = 2_000, 50
STRIDE = 400
"""Files that a run adds, at most, before it is killed: the next one remembers them, and is killed further on."""
SOUND = FRAME.format(planted=PARAGRAPH)


def command(out: str, *more: str) -> list[str]:
    """A run over all articles."""
    program = "from checks.cli import main; main()"
    return [
        sys.executable,
        "-c",
        program,
        "check",
        "in",
        "--out",
        out,
        "-q",
        "--jobs",
        "2",
        "--output-format",
        "jsonl=" + out + "/all",
        *more,
    ]


def whole(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, hidden ones too."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


class Seen:
    """Holds the files of a run that was killed against those of one that was not, each state of a file once."""

    def __init__(self, calm: dict[str, bytes]) -> None:
        self.calm = calm
        self.known: dict[str, tuple[int, int]] = {}

    def look(self, folder: Path) -> int:
        """How many files are there; each must be as in the end, unless its name says that it is not finished."""
        count = 0
        for place, _, names in os.walk(folder):
            for name in names:
                if BESIDE.fullmatch(name):
                    continue
                count += 1
                path = os.path.join(place, name)
                stat = os.stat(path)
                if self.known.get(path) != (stat.st_ino, stat.st_mtime_ns):
                    relative = os.path.relpath(path, folder)
                    assert Path(path).read_bytes() == self.calm.get(relative), relative
                    self.known[path] = (stat.st_ino, stat.st_mtime_ns)
        return count


def arrive(process: subprocess.Popen[bytes], folder: Path, more: int) -> None:
    """Wait until a run has added so many files to a folder, or has ended."""

    def count() -> int:
        return len(os.listdir(folder)) if folder.is_dir() else 0

    until = count() + more
    while count() < until and process.poll() is None:
        time.sleep(0.005)


def test_a_run_killed_at_any_moment_leaves_no_half_written_file_and_the_next_completes(tmp_path: Path) -> None:
    """Fifty kills of a run over two thousand files; after each that finished before its moment came, all begins anew."""
    (tmp_path / "in").mkdir()
    for n in range(ARTICLES):
        (tmp_path / "in" / f"{n:04}.txt").write_text(SOUND.replace("Eastmoor", f"Eastmoor {n}"))
    env = {**os.environ, "COPYDESK_CACHE_DIR": str(tmp_path / "cache")}
    env.pop("PYTHONDONTWRITEBYTECODE", None)
    quiet = {"cwd": tmp_path, "env": env, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    subprocess.run(command("calm", "--no-cache"), **quiet, check=True)  # type: ignore[call-overload]
    seen, dice = Seen(whole(tmp_path / "calm")), random.Random(7)
    assert len(seen.calm) > 2 * ARTICLES
    kills, reached = 0, []
    while kills < KILLS:
        more = dice.randrange(-STRIDE // 10, STRIDE)  # below nothing: while it begins
        with subprocess.Popen(command("prov"), **quiet) as process:  # type: ignore[call-overload]
            arrive(process, tmp_path / "prov" / "in", more)
            time.sleep(dice.uniform(0, 0.3 if more < 0 else 0.02))
            if process.poll() is None:
                process.kill()
                kills += 1
        count = seen.look(tmp_path / "prov")
        if process.returncode == 0:
            assert count == len(seen.calm)
            shutil.rmtree(tmp_path / "prov")
            shutil.rmtree(tmp_path / "cache")
            seen.known.clear()
        else:
            reached.append(count)
    assert len({8 * count // len(seen.calm) for count in reached}) > 4, reached  # the moments lay all over the run
    time.sleep(0.5)  # for the workers of the last one to notice
    subprocess.run(command("prov"), **quiet, check=True)  # type: ignore[call-overload]
    resumed = whole(tmp_path / "prov")
    assert sorted(resumed.keys() ^ seen.calm.keys()) == []
    assert [name for name, content in resumed.items() if content != seen.calm[name]] == []


def test_the_workers_of_a_killed_run_end_with_it(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for n in range(600):
        (tmp_path / "in" / f"{n:04}.txt").write_text(SOUND.replace("Eastmoor", f"Eastmoor {n}"))
    done = tmp_path / "prov" / "in"
    with subprocess.Popen(command("prov", "--no-cache"), cwd=tmp_path, stderr=subprocess.DEVNULL, start_new_session=True) as process:
        for _ in range(600):
            if done.is_dir() and any(done.iterdir()):
                break
            time.sleep(0.05)
        assert len(members(process.pid)) > 2
        process.kill()
    for _ in range(100):
        if not members(process.pid):
            break
        time.sleep(0.1)
    assert not members(process.pid)


def members(session: int) -> list[int]:
    """The living processes of a session."""
    found = []
    for entry in Path("/proc").iterdir():
        try:
            state, _, _, of = (entry / "stat").read_text().rpartition(")")[2].split()[:4] if entry.name.isdigit() else ("Z", "", "", "0")
        except OSError:
            continue
        if int(of) == session and state != "Z":
            found.append(int(entry.name))
    return found
