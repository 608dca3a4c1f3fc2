"""The articles of a change, as git will keep them: blobs, and not the files of a working tree that filters may have turned."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from fnmatch import fnmatchcase
from pathlib import Path

import msgspec

from checks.errors import UsageError
from checks.files import SIDECAR, File
from checks.patterns import lazily

SUBMODULE, LINK = "160000", "120000"
BASES = ("@{upstream}", "origin/HEAD", "origin/main", "origin/master", "main", "master")
"""What a branch is compared with when nobody says: the first of these that there is."""
ID = lazily("[0-9a-f]{40,64}")
"""The name of a commit."""


class Entry(msgspec.Struct, frozen=True):
    """A path that a change adds or alters, and the object that git keeps for it."""

    mode: str
    blob: str
    path: bytes


class _Push(msgspec.Struct, frozen=True):
    """What GitHub tells of a push."""

    before: str = ""


class Change(msgspec.Struct, frozen=True):
    """Which articles of a change are meant."""

    base: str | None
    """What is compared with; the upstream or main branch when None."""
    staged: bool
    paths: tuple[str, ...]
    """Files and folders that it is narrowed to; all when empty."""
    include: tuple[str, ...]
    exclude: tuple[str, ...]
    folder: str
    """What names are relative to."""


class Changed(msgspec.Struct, frozen=True):
    """The articles of a change, laid out as files, and what of the change was not judged and why."""

    files: tuple[File, ...]
    against: str
    not_judged: tuple[str, ...]
    committed: str = ""
    """ISO 8601 day, in UTC, of the commit that is checked; empty for one that is still to be made."""


@contextmanager
def changed(change: Change) -> Iterator[Changed]:
    """The articles that differ from the merge base, or those staged, for as long as the block lasts.

    Their sidecars come from the same commit.

    Raises:
        UsageError: this is no repository, there is nothing to compare with, or its history is cut off.

    """
    top = _git("rev-parse", "--show-toplevel").rstrip(b"\n")
    against, entries = _staged() if change.staged else _committed(change.base)
    wanted, notes = _articles(entries, top, change)
    notes += [] if change.staged else _uncommitted(top, change)
    place = tempfile.mkdtemp(prefix="copydesk-")
    try:
        files = _laid_out(wanted, place, "" if change.staged else "HEAD")
        yield Changed(tuple(sorted(files)), against, tuple(notes), "" if change.staged else _day_of_head())
    finally:
        shutil.rmtree(place, ignore_errors=True)


def _uncommitted(top: bytes, change: Change) -> list[str]:
    """A note on the articles that differ from what git keeps: whoever has not committed them yet would take them for judged."""
    told = _git("status", "--porcelain=v1", "-z", "--no-renames", "--untracked-files=all").split(b"\0")
    entries = [Entry("100644", "", one[3:]) for one in told if one and b"D" not in one[:2]]
    count = len(_articles(entries, top, change)[0])
    return (
        [f"{count} {'article' if count == 1 else 'articles'} with changes that are not committed; --staged judges what is staged"]
        if count
        else []
    )


def _day_of_head() -> str:
    seconds = int(_git("show", "-s", "--format=%ct", "HEAD"))
    return datetime.fromtimestamp(seconds, UTC).date().isoformat()


def _staged() -> tuple[str, list[Entry]]:
    return "the last commit", _diff("--cached", _commit("HEAD") or _empty_tree())


def _committed(base: str | None) -> tuple[str, list[Entry]]:
    head = _commit("HEAD")
    if head is None:
        raise UsageError(["--changed: this repository has no commit yet; use --staged"])
    name = base or _default_base()
    if name is None:
        return "nothing (there is no branch to compare with, so all is new)", _diff(_empty_tree(), head)
    tip = _commit(name)
    if tip is None:
        raise UsageError([f"--base: git knows no commit {name!r}; fetch it first (git fetch origin {name.removeprefix('origin/')})"])
    merge_base = _maybe("merge-base", tip, head)
    if merge_base is None:
        shallow = _git("rev-parse", "--is-shallow-repository").strip() == b"true"
        why = (
            "the clone is shallow; fetch the whole history (fetch-depth: 0, or git fetch --unshallow)"
            if shallow
            else "they share no history"
        )
        raise UsageError([f"--changed: no common commit of HEAD and {name}: {why}"])
    called = _maybe("rev-parse", "--abbrev-ref", name) or name
    return f"{called} (merge base {merge_base[:12]})", _diff(merge_base, head)


def _default_base() -> str | None:
    asked = os.environ.get("GITHUB_BASE_REF")
    if asked:
        return f"origin/{asked}"
    gitlab = os.environ.get("CI_MERGE_REQUEST_DIFF_BASE_SHA")
    if gitlab:
        return gitlab
    before = _before_push()
    if before is None:
        return next((name for name in BASES if _commit(name)), None)
    if _commit(before):
        return before
    pushed = _commit("HEAD")  # and what follows it, such as origin/main: compared with that, nothing would be new
    return next((name for name in BASES if _commit(name) not in (None, pushed)), None)


def _before_push() -> str | None:
    """The commit that a push began from, as the server tells; empty when it does not know, None where nothing was pushed."""
    if os.environ.get("GITHUB_EVENT_NAME") == "push":
        try:
            told = msgspec.json.decode(Path(os.environ["GITHUB_EVENT_PATH"]).read_bytes(), type=_Push).before
        except (KeyError, OSError, msgspec.DecodeError, UnicodeDecodeError):
            told = ""
    elif os.environ.get("CI_PIPELINE_SOURCE") == "push":
        told = os.environ.get("CI_COMMIT_BEFORE_SHA", "")
    else:
        return None
    return told if ID.fullmatch(told) and told.strip("0") else ""


def _commit(name: str) -> str | None:
    """The id of the commit that something names; None when there is none."""
    return _maybe("rev-parse", "--verify", "-q", f"{name}^{{commit}}") if name else None


def _diff(*between: str) -> list[Entry]:
    """Added and altered paths. Renames are taken as a new path: what is new is judged, wherever it came from."""
    command = "diff-index" if "--cached" in between else "diff-tree"
    extra = [] if command == "diff-index" else ["-r"]
    parts = _git(command, *extra, "--raw", "-z", "--no-renames", "--no-abbrev", "--diff-filter=AMT", *between).split(b"\0")
    entries = []
    for head, path in zip(parts[0::2], parts[1::2], strict=False):
        _, mode, _, blob, _ = head.decode().lstrip(":").split(" ")
        entries.append(Entry(mode, blob, path))
    return entries


def _articles(entries: Iterable[Entry], top: bytes, change: Change) -> tuple[list[tuple[str, Entry]], list[str]]:
    """Name and entry of the articles, and what was left aside."""
    asked = [os.path.abspath(path) for path in change.paths]
    wanted, notes = [], []
    for entry in entries:
        full = os.path.join(os.fsdecode(top), os.fsdecode(entry.path))
        name = os.fsencode(os.path.relpath(full, change.folder)).decode("utf-8", "backslashreplace").replace(os.sep, "/")
        if asked and not any(full == one or full.startswith(one + os.sep) for one in asked):
            continue
        if entry.mode == SUBMODULE:
            notes.append(f"{name}: a submodule; run copydesk inside it")
            continue
        last = name.rsplit("/", 1)[-1]
        if last.startswith(".") or not any(fnmatchcase(last, glob) for glob in change.include):
            continue
        if any(fnmatchcase(name, glob) for glob in change.exclude):
            continue
        if entry.mode == LINK:
            notes.append(f"{name}: a symbolic link; the file it names is judged where it is")
            continue
        wanted.append((name, entry))
    return wanted, notes


def _laid_out(wanted: Sequence[tuple[str, Entry]], place: str, commit: str) -> list[File]:
    """Each article's blob, and its sidecar's where there is one, as files in a folder of ours."""
    objects = []
    for number, (_, entry) in enumerate(wanted):
        sidecar = os.path.splitext(entry.path)[0] + SIDECAR.encode()
        objects += [(entry.blob.encode(), f"{number}.txt"), (commit.encode() + b":" + sidecar, f"{number}{SIDECAR}")]
    for content, name in zip(_blobs([one for one, _ in objects]), [name for _, name in objects], strict=True):
        if content is not None:
            with open(os.path.join(place, name), "wb") as stream:
                stream.write(content)
    return [File(name, os.path.join(place, f"{number}.txt")) for number, (name, _) in enumerate(wanted)]


def _blobs(names: Sequence[bytes]) -> Iterator[bytes | None]:
    """The contents of objects, None for those that there are not. Names with line ends cannot be asked for in a batch."""
    if not names:
        return
    with tempfile.TemporaryFile() as asked:
        asked.write(b"".join((b"missing" if b"\n" in name else name) + b"\n" for name in names))
        asked.seek(0)
        with subprocess.Popen(["git", "cat-file", "--batch"], stdin=asked, stdout=subprocess.PIPE) as process:  # noqa: S607
            answers = process.stdout or io.BytesIO()
            for _ in names:
                header = answers.readline().rstrip(b"\n")
                size = header.rsplit(b" ", 1)[-1]
                if header.endswith((b" missing", b" ambiguous")) or not size.isdigit():
                    yield None
                    continue
                yield answers.read(int(size))
                answers.read(1)


def _empty_tree() -> str:
    return _git("hash-object", "-t", "tree", "--stdin").decode().strip()


def _maybe(*arguments: str) -> str | None:
    done = _run(arguments)
    return done.stdout.decode().strip() or None if done.returncode == 0 else None


def _git(*arguments: str) -> bytes:
    done = _run(arguments)
    if done.returncode:
        said = " ".join(done.stderr.decode("utf-8", "replace").split())
        raise UsageError([f"git {arguments[0]}: {said or 'failed'}"])
    return done.stdout


def _run(arguments: Sequence[str]) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(["git", *arguments], stdin=subprocess.DEVNULL, capture_output=True, check=False)  # noqa: S603, S607
    except FileNotFoundError as error:
        raise UsageError(["git is not installed, and --changed and --staged need it"]) from error
