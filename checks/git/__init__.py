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

import msgspec

from checks.files import SIDECAR, File, leads_out
from checks.git.command import git
from checks.git.entries import Entry, committed, staged

SUBMODULE, LINK = "160000", "120000"


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
    top = git("rev-parse", "--show-toplevel").rstrip(b"\n")
    against, entries = staged() if change.staged else committed(change.base)
    wanted, notes = _articles(entries, top, change)
    notes += [] if change.staged else _uncommitted(top, change)
    place = tempfile.mkdtemp(prefix="copydesk-")
    try:
        files = _laid_out(wanted, place, "" if change.staged else "HEAD", os.fsdecode(top))
        yield Changed(tuple(sorted(files)), against, tuple(notes), "" if change.staged else _day_of_head())
    finally:
        shutil.rmtree(place, ignore_errors=True)


def _uncommitted(top: bytes, change: Change) -> list[str]:
    """A note on the articles that differ from what git keeps: whoever has not committed them yet would take them for judged."""
    told = git("status", "--porcelain=v1", "-z", "--no-renames", "--untracked-files=all").split(b"\0")
    entries = [Entry("100644", "", one[3:]) for one in told if one and b"D" not in one[:2]]
    count = len(_articles(entries, top, change)[0])
    return (
        [f"{count} {'article' if count == 1 else 'articles'} with changes that are not committed; --staged judges what is staged"]
        if count
        else []
    )


def _day_of_head() -> str:
    seconds = int(git("show", "-s", "--format=%ct", "HEAD"))
    return datetime.fromtimestamp(seconds, UTC).date().isoformat()


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
        if entry.mode == LINK and not leads_out(full, os.fsdecode(top)):
            notes.append(f"{name}: a symbolic link; the file it names is judged where it is")
            continue
        wanted.append((name, entry))
    return wanted, notes


def _laid_out(wanted: Sequence[tuple[str, Entry]], place: str, commit: str, top: str) -> list[File]:
    """Each article's blob, and its sidecar's where there is one, as files in a folder of ours; a link stays one, and is held."""
    objects = []
    for number, (_, entry) in enumerate(wanted):
        sidecar = os.path.splitext(entry.path)[0] + SIDECAR.encode()
        objects += [(entry.blob.encode(), f"{number}.txt"), (commit.encode() + b":" + sidecar, f"{number}{SIDECAR}")]
    for content, name in zip(_blobs([one for one, _ in objects]), [name for _, name in objects], strict=True):
        if content is not None:
            with open(os.path.join(place, name), "wb") as stream:
                stream.write(content)
    return [
        File(name, os.path.join(top, os.fsdecode(entry.path)), within=top)
        if entry.mode == LINK
        else File(name, os.path.join(place, f"{number}.txt"))
        for number, (name, entry) in enumerate(wanted)
    ]


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
