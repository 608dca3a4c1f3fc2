"""From the paths a caller names to the files that are checked."""

from __future__ import annotations

import hashlib
import os
import re
import stat
from collections.abc import Iterable, Iterator
from fnmatch import fnmatchcase

import msgspec

from checks.errors import UsageError

ARTICLES = ("*.txt", "*.text", "*.md")
"""What counts as an article in a folder, unless configured."""
SIDECAR = ".meta.json"
REPORT = ".provenance.json"
STDIN = "-"
BINARY = getattr(os, "O_BINARY", 0)
ASTRAY = "a symbolic link that leads out of the folder"
LONGEST_PART, KEPT = 200, 160
"""Bytes of a part of a name, and what is kept of a longer one. Disks take 255, of which `.provenance.json` and the mark of
an unfinished file take up to 31."""


class File(msgspec.Struct, frozen=True, order=True):
    """A file to check: the name its report goes by, and where it is."""

    name: str
    """Relative, with `/`, and without surrogates: bytes of a file name that are no UTF-8 are written `\\xNN`."""
    path: str
    previous: str = ""
    following: str = ""
    """The names of the articles before and after it, for pages that lead from one to the next."""
    within: str = ""
    """The folder that it was found in, which no link may lead out of; empty for a file that the caller named."""

    @property
    def sidecar(self) -> str:
        """Where `article.meta.json` would be."""
        return os.path.splitext(self.path)[0] + SIDECAR


def find(paths: Iterable[str], include: tuple[str, ...], exclude: tuple[str, ...] = (), base: str = ".", stdin: str = "") -> list[File]:
    """The files to check, sorted by name: those named, and the articles in folders. Names are relative to `base`.

    `stdin` is the path that standard input is said to have; its name is made of it as any file's is.

    Raises:
        UsageError: a path does not exist, a folder holds no article, or two files would have one name.

    """
    found: dict[str, File] = {}
    mistakes: list[str] = []
    for given in paths:
        if given == STDIN:
            files = [File(_name(stdin, os.path.dirname(stdin) or ".", base) if stdin else "stdin", STDIN)]
        elif os.path.isdir(given):
            files = list(_walk(given, include, exclude, base))
            if not files:
                mistakes.append(f"{given}: no articles in this folder ({', '.join(include)})")
        elif os.path.lexists(given):
            files = [File(_name(given, os.path.dirname(given) or ".", base), given)]
        else:
            mistakes.append(f"{given}: no such file or folder")
            continue
        for file in files:
            other = found.setdefault(file.name, file)
            if other is not file and (STDIN in (other.path, file.path) or os.path.abspath(other.path) != os.path.abspath(file.path)):
                mistakes.append(f"{file.path}: its report would be the same file as that of {other.path}; check them in two runs")
    if mistakes:
        raise UsageError(mistakes)
    return sorted(found.values())


def _walk(folder: str, include: tuple[str, ...], exclude: tuple[str, ...], base: str) -> Iterator[File]:
    root = os.path.dirname(os.path.abspath(folder))
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        within = _name(place, root, base)
        for name in names:
            if name.startswith(".") or name.endswith((SIDECAR, REPORT)) or not any(fnmatchcase(name, glob) for glob in include):
                continue
            shown = os.fsencode(name).decode("utf-8", "backslashreplace")
            file = File(shown if within == "." else f"{within}/{shown}", os.path.join(place, name), within=folder)
            if not any(fnmatchcase(file.name, glob) for glob in exclude):
                yield file


def _name(path: str, root: str, base: str) -> str:
    """Relative to `base` where the file is below it, else to the folder it was found from."""
    absolute, top = os.path.abspath(path), os.path.abspath(base)
    within = absolute == top or absolute.startswith(top.rstrip(os.sep) + os.sep)
    name = os.path.relpath(absolute, top if within else os.path.abspath(root)).replace(os.sep, "/")
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def located(root: str | os.PathLike[str], name: str) -> str:
    r"""Where the article of a name is below a folder; `\xNN` in a name stands for a byte that is no UTF-8."""
    path = os.path.join(root, name)
    if "\\x" in name and not os.path.lexists(path):
        path = os.path.join(root, os.fsdecode(re.sub(rb"\\x([0-9a-f]{2})", lambda found: bytes([int(found[1], 16)]), os.fsencode(name))))
    return path


def report_path(out: str, file: File) -> str:
    """Where a file's report is written below `out`."""
    return os.path.join(out, *(fitting(part) for part in file.name.split("/"))) + REPORT


def fitting(part: str) -> str:
    """A part of a name that leaves room on a disk for the endings of reports and pages; too long a one is cut, and keeps its digest."""
    raw = part.encode("utf-8", "surrogatepass")
    if len(raw) <= LONGEST_PART:
        return part
    return f"{raw[:KEPT].decode('utf-8', 'ignore')}~{hashlib.sha256(raw).hexdigest()[:16]}"


def leads_out(path: str, folder: str) -> bool:
    """Whether a path is a symbolic link to what does not lie in a folder: on the desk that may be anybody's file."""
    if not os.path.islink(path):
        return False
    real, top = os.path.realpath(path), os.path.realpath(folder)
    return not real.startswith(top.rstrip(os.sep) + os.sep)


def contents(path: str, within: str = "") -> bytes:
    """The bytes of a regular file; never waits for a pipe or a device, and follows no link out of a folder where one is given.

    Raises:
        OSError: it cannot be read, or is something else.

    """
    if within and leads_out(path, within):
        raise OSError(0, ASTRAY)
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | BINARY)
    with os.fdopen(handle, "rb") as stream:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise OSError(0, "not a regular file")
        return stream.read()
