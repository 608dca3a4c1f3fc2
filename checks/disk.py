"""Safe writing: a whole file or nothing, whatever breaks off in the middle."""

from __future__ import annotations

import errno
import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Any

from checks.errors import NotWritten
from checks.patterns import lazily

if sys.platform != "win32":
    import fcntl

if sys.platform != "win32":
    pass

ADVICE = {
    **dict.fromkeys((errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC), errno.EFBIG), "make room there, or choose another place"),
    **dict.fromkeys((errno.EROFS, errno.EACCES, errno.EPERM), "choose a place that you may write to"),
    **dict.fromkeys((errno.ENOTDIR, errno.EISDIR), "something else is there; move it, or choose another place"),
}
"""What to do when a file cannot be written, by the reason."""
BESIDE = lazily(r"\..+\.[0-9]{1,9}\.tmp")
"""What a file is called until it is whole: hidden, and with the number of the process that writes it."""
BINARY = getattr(os, "O_BINARY", 0)
LOCKS = sys.platform != "win32"


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


def sweep(*folders: str) -> None:
    """Take away what a process that was killed left below folders: files it had not finished, which nobody will."""
    for folder in folders:
        for place, _, names in os.walk(folder):
            for name in names:
                if name.endswith(".tmp") and BESIDE.fullmatch(name):
                    _take_if_left(os.path.join(place, name))


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
            handle = _own(beside)
        except FileNotFoundError:
            os.makedirs(folder, exist_ok=True)
            handle = _own(beside)
    except OSError as error:
        raise _not_written(path, error) from error
    try:
        with _Told(path, handle) as stream:
            yield stream
            if LOCKS:  # ours until it is in its place
                _rename(beside, path)
        if not LOCKS:
            _rename(beside, path)
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise


def _own(path: str) -> int:
    """An empty file that is this process's as long as it is open, however the process ends.

    A lock says so, not the number in the name: a dead process may keep its number until somebody asks after it, and
    numbers are given again.
    """
    while True:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | BINARY, 0o666)
        if _lock(handle) and _is_at(handle, path):
            os.ftruncate(handle, 0)
            return handle
        os.close(handle)  # swept away, or put in its place, while we waited


def _take_if_left(path: str) -> None:
    with suppress(OSError):
        if not LOCKS:  # there, a file that is open cannot be taken away
            os.unlink(path)
            return
        handle = os.open(path, os.O_WRONLY | os.O_NONBLOCK)
        try:
            if _lock(handle, wait=False):
                os.unlink(path)
        finally:
            os.close(handle)


def _lock(handle: int, *, wait: bool = True) -> bool:
    """Lock an open file; where locks are unknown, whoever waits has it, and whoever does not has it not."""
    if sys.platform == "win32":
        return wait
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
    except OSError:
        return wait
    return True


def _is_at(handle: int, path: str) -> bool:
    try:
        return os.path.samestat(os.fstat(handle), os.stat(path))
    except FileNotFoundError:
        return False


def _rename(beside: str, path: str) -> None:
    try:
        os.replace(beside, path)
    except OSError as error:
        raise _not_written(path, error) from error


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
