"""From the paths a caller names to the files that are checked, and safe writing."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from fnmatch import fnmatchcase
from pathlib import Path
from typing import IO

import msgspec

from checks.errors import UsageError

ARTICLES = ("*.txt", "*.text", "*.md")
"""What counts as an article in a folder, unless configured."""
SIDECAR = ".meta.json"
REPORT = ".provenance.json"
STDIN = "-"


class File(msgspec.Struct, frozen=True, order=True):
    """A file to check: the name its report goes by, and where it is."""

    name: str
    """Relative, with `/`, and without surrogates: bytes of a file name that are no UTF-8 are written `\\xNN`."""
    path: str
    previous: str = ""
    following: str = ""
    """The names of the articles before and after it, for pages that lead from one to the next."""

    @property
    def sidecar(self) -> str:
        """Where `article.meta.json` would be."""
        return os.path.splitext(self.path)[0] + SIDECAR


def find(paths: Iterable[str], include: tuple[str, ...], exclude: tuple[str, ...] = (), base: str = ".") -> list[File]:
    """The files to check, sorted by name: those named, and the articles in folders. Names are relative to `base`.

    Raises:
        UsageError: a path does not exist, a folder holds no article, or two files would have one name.

    """
    found: dict[str, File] = {}
    mistakes: list[str] = []
    for given in paths:
        if given == STDIN:
            files = [File("stdin", STDIN)]
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
            if os.path.abspath(other.path) != os.path.abspath(file.path):
                mistakes.append(f"{file.path}: its report would be the same file as that of {other.path}; check them in two runs")
    if mistakes:
        raise UsageError(mistakes)
    return sorted(found.values())


def _walk(folder: str, include: tuple[str, ...], exclude: tuple[str, ...], base: str) -> Iterator[File]:
    root = os.path.dirname(os.path.abspath(folder))
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in names:
            if name.startswith(".") or name.endswith((SIDECAR, REPORT)) or not any(fnmatchcase(name, glob) for glob in include):
                continue
            file = File(_name(os.path.join(place, name), root, base), os.path.join(place, name))
            if not any(fnmatchcase(file.name, glob) for glob in exclude):
                yield file


def _name(path: str, root: str, base: str) -> str:
    """Relative to `base` where the file is below it, else to the folder it was found from."""
    absolute, top = os.path.abspath(path), os.path.abspath(base)
    within = absolute.startswith(top.rstrip(os.sep) + os.sep)
    name = os.path.relpath(absolute, top if within else os.path.abspath(root)).replace(os.sep, "/")
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def report_path(out: str, file: File) -> str:
    """Where a file's report is written below `out`."""
    return os.path.join(out, *file.name.split("/")) + REPORT


def write(path: str, content: bytes) -> None:
    """Write a whole file or nothing: into a file beside it, then renamed over it."""
    beside = f"{path}.{os.getpid()}.tmp"
    try:
        handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o666)
    except FileNotFoundError:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o666)
    try:
        with os.fdopen(handle, "wb", buffering=0) as stream:
            view = memoryview(content)
            while view:
                view = view[stream.write(view) :]
        os.replace(beside, path)
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise


@contextmanager
def writing(path: str) -> Iterator[IO[str]]:
    """A text stream into a file that appears whole, or not at all, when the block ends; into a device or a pipe as it stands."""
    if os.path.exists(path) and not os.path.isfile(path):
        with open(path, "w", encoding="utf-8", newline="") as stream:
            yield stream
        return
    folder = os.path.dirname(path) or "."
    os.makedirs(folder, exist_ok=True)
    handle, beside = tempfile.mkstemp(dir=folder, prefix=f".{os.path.basename(path)}.", suffix=".tmp")
    try:
        os.fchmod(handle, 0o666 & ~_umask())
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as stream:
            yield stream
        os.replace(beside, path)
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
