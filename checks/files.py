"""From the paths a caller names to the files that are checked, and safe writing."""

from __future__ import annotations

import errno
import hashlib
import io
import os
import re
import stat
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from fnmatch import fnmatchcase
from pathlib import Path
from typing import IO, Any

import msgspec

from checks.errors import NotWritten, UsageError

ARTICLES = ("*.txt", "*.text", "*.md")
"""What counts as an article in a folder, unless configured."""
SIDECAR = ".meta.json"
REPORT = ".provenance.json"
STDIN = "-"
ADVICE = {
    **dict.fromkeys((errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC), errno.EFBIG), "make room there, or choose another place"),
    **dict.fromkeys((errno.EROFS, errno.EACCES, errno.EPERM), "choose a place that you may write to"),
    **dict.fromkeys((errno.ENOTDIR, errno.EISDIR), "something else is there; move it, or choose another place"),
}
"""What to do when a file cannot be written, by the reason."""
BESIDE = re.compile(r"\..+\.([0-9]{1,9})\.tmp")
"""What a file is called until it is whole: hidden, and with the number of the process that writes it."""
BINARY = getattr(os, "O_BINARY", 0)
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
            file = File(shown if within == "." else f"{within}/{shown}", os.path.join(place, name))
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


def contents(path: str) -> bytes:
    """The bytes of a regular file; never waits for a pipe or a device.

    Raises:
        OSError: it cannot be read, or is something else.

    """
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | BINARY)
    with os.fdopen(handle, "rb") as stream:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise OSError(0, "not a regular file")
        return stream.read()


def write(path: str, content: bytes) -> None:
    """Write a whole file or nothing: into a file beside it, then renamed over it.

    Raises:
        NotWritten: the disk is full, or the place is not ours.

    """
    with _whole(path) as stream:
        _all(stream, content)


def create(path: str, content: bytes, mode: int = 0o666) -> None:
    """Write a whole file where there is none, or nothing.

    Raises:
        FileExistsError: there is one.
        NotWritten: the disk is full, or the place is not ours.

    """
    try:
        if os.path.dirname(path):
            os.makedirs(os.path.dirname(path), exist_ok=True)
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | BINARY, mode)
    except OSError as error:
        if isinstance(error, FileExistsError) and error.filename == path:
            raise
        raise _not_written(path, error) from error
    stream = _Told(path, handle)
    try:
        with stream:
            _all(stream, content)
    except BaseException:
        Path(path).unlink(missing_ok=True)
        raise


@contextmanager
def writing(path: str) -> Iterator[IO[str]]:
    """A text stream into a file that appears whole, or not at all, when the block ends; into a device or a pipe as it stands.

    Raises:
        NotWritten: the disk is full, or the place is not ours.

    """
    with _device(path) if os.path.exists(path) and not os.path.isfile(path) else _whole(path) as raw:
        stream = io.TextIOWrapper(io.BufferedWriter(raw), encoding="utf-8", newline="")
        yield stream
        stream.flush()


def sweep(folder: str) -> None:
    """Take away what a process that was killed left below a folder: files it had not finished, which nobody will."""
    if sys.platform == "win32":  # there, asking for a process ends it
        return
    for place, _, names in os.walk(folder):
        for name in names:
            found = BESIDE.fullmatch(name) if name.endswith(".tmp") else None
            if found and not _alive(int(found[1])):
                Path(place, name).unlink(missing_ok=True)


class _Told(io.FileIO):
    """A file that says which it is when it cannot be written."""

    def __init__(self, path: str, handle: int | str) -> None:
        super().__init__(handle, "w")
        self.path = path

    def write(self, content: Any) -> int:
        """Write what there is room for."""
        try:
            return super().write(content)
        except BrokenPipeError:
            raise
        except OSError as error:
            raise _not_written(self.path, error) from error


@contextmanager
def _whole(path: str) -> Iterator[_Told]:
    """What is written into this becomes the file when the block ends, and vanishes when it fails."""
    folder, name = os.path.split(path)
    beside = os.path.join(folder, f".{name}.{os.getpid()}.tmp")
    try:
        try:
            handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | BINARY, 0o666)
        except FileNotFoundError:
            os.makedirs(folder, exist_ok=True)
            handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | BINARY, 0o666)
    except OSError as error:
        raise _not_written(path, error) from error
    try:
        with _Told(path, handle) as stream:
            yield stream
        try:
            os.replace(beside, path)
        except OSError as error:
            raise _not_written(path, error) from error
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise


@contextmanager
def _device(path: str) -> Iterator[_Told]:
    try:
        stream = _Told(path, path)
    except OSError as error:
        raise _not_written(path, error) from error
    with stream:
        yield stream


def _all(stream: _Told, content: bytes) -> None:
    view = memoryview(content)
    while view:
        view = view[stream.write(view) :]


def _not_written(path: str, error: OSError) -> NotWritten:
    advice = ADVICE.get(error.errno or 0, "choose another place")
    return NotWritten(f"{path}: cannot be written: {error.strerror or error}; {advice}")


def _alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
