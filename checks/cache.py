"""Reports remembered by content, so that a run over unchanged files costs little more than reading them.

The key is a digest of all that an answer depends on: the bytes, the sidecar, the name, the policy, the outlets, copydesk's
own code and data, and the versions of the libraries that decide anything. Times of files play no part.
"""

from __future__ import annotations

import hashlib
import os
import sys
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from checks.model import Outlet
from checks.policy import Policy

if TYPE_CHECKING:
    import sqlite3

LIBRARIES = ("chardet", "msgspec", "numpy")
TAG = "Signature: 8a477f597d28d172789f06886806bc55\n# Made by copydesk; may be deleted at any time.\n"
"""Source: https://bford.info/cachedir/"""
FILE = "answers.sqlite3"
PAGE = 8192
"""More than fits into a page that the database has already."""
LARGEST = 512 << 20
"""Bytes that the cache may grow to before its oldest half is dropped."""


def default_folder() -> str:
    """Where the cache is if nobody says: `COPYDESK_CACHE_DIR`, or the user's cache folder."""
    base = os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache")
    return os.environ.get("COPYDESK_CACHE_DIR") or os.path.join(base, "copydesk")


def configuration(policy: Policy, outlets: tuple[Outlet, ...]) -> str:
    """Digest of all that the answers of a run depend on but the files themselves."""
    digest = hashlib.sha256(f"{sys.version}\0{[_installed(name) for name in LIBRARIES]}".encode())
    digest.update(msgspec.json.encode([policy, outlets], order="sorted"))
    root = os.path.dirname(__file__)
    for place, folders, names in os.walk(root):
        folders.sort()
        for name in sorted(names):
            if name.endswith((".py", ".json", ".toml", ".bin", ".npz", ".j2", ".css", ".js")):
                path = os.path.join(place, name)
                stat = os.stat(path)
                digest.update(f"{path[len(root) :]}\0{stat.st_size}\0{stat.st_mtime_ns}\n".encode())
    return digest.hexdigest()


def _installed(library: str) -> tuple[object, ...]:
    """Which release of a library this is, told without importing it, nor `importlib.metadata`: each takes 30 ms."""
    spec = find_spec(library)
    if spec is None or spec.origin is None:
        return (library,)
    stat, beside = os.stat(spec.origin), os.listdir(os.path.dirname(os.path.dirname(spec.origin)))
    return library, stat.st_size, stat.st_mtime_ns, sorted(name for name in beside if name.startswith(f"{library}-"))


def key(configured: str, name: str, raw: bytes, sidecar: bytes | None) -> bytes:
    """The key of a file in a run."""
    digest = hashlib.sha256(raw)
    digest.update(f"\0{configured}\0{len(raw)}\0{name}\0".encode())
    digest.update(b"\0" if sidecar is None else b"\1" + sidecar)
    return digest.digest()


@cache
def _database(folder: str, process: int) -> sqlite3.Connection | None:  # noqa: ARG001  a connection is one process's own
    import sqlite3

    try:
        os.makedirs(folder, exist_ok=True)
        for name, text in ((".gitignore", "*\n"), ("CACHEDIR.TAG", TAG)):
            if not os.path.exists(os.path.join(folder, name)):
                Path(folder, name).write_text(text)
        database = sqlite3.connect(os.path.join(folder, FILE), timeout=10, isolation_level=None)
        database.execute("PRAGMA journal_mode=WAL")
        database.execute("PRAGMA synchronous=OFF")  # a lost entry is made again; a kill loses none
        database.execute("CREATE TABLE IF NOT EXISTS answers (key BLOB PRIMARY KEY, outcome BLOB NOT NULL, statement BLOB NOT NULL)")
        database.execute("CREATE TABLE IF NOT EXISTS notes (key BLOB PRIMARY KEY, note BLOB NOT NULL)")
    except (sqlite3.Error, OSError):
        return None
    return database


def look_up(folder: str, key: bytes) -> bytes | None:
    """The outcome that is remembered, encoded; nothing when the cache is broken or cannot be reached."""
    return _one(folder, "SELECT outcome FROM answers WHERE key = ?", key)


def statement(folder: str, key: bytes) -> bytes | None:
    """The statement that is remembered. Apart from the outcome, because it is long and most often on the disk already."""
    return _one(folder, "SELECT statement FROM answers WHERE key = ?", key)


def note(folder: str, key: bytes) -> bytes | None:
    """What was noted under a key."""
    return _one(folder, "SELECT note FROM notes WHERE key = ?", key)


def _one(folder: str, question: str, key: bytes) -> bytes | None:
    import sqlite3

    database = _database(folder, os.getpid())
    if database is None:
        return None
    try:
        found = database.execute(question, (key,)).fetchone()
    except sqlite3.Error:
        return None
    return found[0] if found and isinstance(found[0], bytes) else None


def remember(folder: str, key: bytes, outcome: bytes, statement: bytes) -> None:
    """Keep an answer. A cache that cannot be written is no error: the answer is there already."""
    _keep(folder, "INSERT OR REPLACE INTO answers VALUES (?, ?, ?)", (key, outcome, statement))


def put_down(folder: str, key: bytes, note: bytes) -> None:
    """Keep a note."""
    _keep(folder, "INSERT OR REPLACE INTO notes VALUES (?, ?)", (key, note))


def _keep(folder: str, command: str, values: tuple[bytes, ...]) -> str:
    import sqlite3

    database = _database(folder, os.getpid())
    if database is None:
        return f"{folder}: the cache cannot be opened or made"
    try:
        database.execute(command, values)
    except sqlite3.Error as error:
        return f"{folder}: the cache cannot be written: {error}"
    return ""


def fault(folder: str) -> str:
    """Why nothing can be kept; empty when it can."""
    return _keep(folder, "INSERT OR REPLACE INTO notes VALUES (?, ?)", (b"", bytes(PAGE)))


def trim(folder: str) -> None:
    """Drop the older half of a cache that has grown too large."""
    import sqlite3

    database = _database(folder, os.getpid())
    place = os.path.join(folder, FILE)
    if database is None or not os.path.exists(place) or os.path.getsize(place) < LARGEST:
        return
    try:
        for table in ("answers", "notes"):
            database.execute(f"DELETE FROM {table} WHERE rowid <= (SELECT (min(rowid) + max(rowid)) / 2 FROM {table})")  # noqa: S608
        database.execute("VACUUM")
    except sqlite3.Error:
        return
