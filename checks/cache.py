"""Reports remembered by content, so that a run over unchanged files costs little more than reading them.

The key is a digest of all that an answer depends on: the bytes, the sidecar, the name, the policy, the outlets, copydesk's
own code and data, and the versions of the libraries that decide anything. Times of files play no part.
"""

from __future__ import annotations

import hashlib
import os
import sys
from functools import cache
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
LARGEST = 512 << 20
"""Bytes that the cache may grow to before its oldest half is dropped."""


class Entry(msgspec.Struct, frozen=True, array_like=True):
    """What is remembered of a file: its outcome, encoded, and its statement."""

    outcome: bytes
    statement: bytes


def default_folder() -> str:
    """Where the cache is if nobody says: `COPYDESK_CACHE_DIR`, or the user's cache folder."""
    base = os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache")
    return os.environ.get("COPYDESK_CACHE_DIR") or os.path.join(base, "copydesk")


def configuration(policy: Policy, outlets: tuple[Outlet, ...]) -> str:
    """Digest of all that the answers of a run depend on but the files themselves."""
    from importlib.metadata import version  # 20 ms, and only runs over many files are remembered

    digest = hashlib.sha256(f"{sys.version}\0{[(name, version(name)) for name in LIBRARIES]}".encode())
    digest.update(msgspec.json.encode([policy, outlets], order="sorted"))
    root = Path(__file__).parent
    for path in sorted(root.rglob("*")):
        if path.suffix in (".py", ".json", ".toml", ".bin"):
            stat = path.stat()
            digest.update(f"{path.relative_to(root)}\0{stat.st_size}\0{stat.st_mtime_ns}\n".encode())
    return digest.hexdigest()


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
        database = sqlite3.connect(os.path.join(folder, "reports.sqlite3"), timeout=10, isolation_level=None)
        database.execute("PRAGMA journal_mode=WAL")
        database.execute("PRAGMA synchronous=OFF")  # a lost entry is made again; a kill loses none
        database.execute("CREATE TABLE IF NOT EXISTS reports (key BLOB PRIMARY KEY, entry BLOB NOT NULL)")
    except (sqlite3.Error, OSError):
        return None
    return database


def look_up(folder: str, key: bytes) -> Entry | None:
    """What is remembered; nothing when the cache is broken or cannot be reached."""
    import sqlite3

    database = _database(folder, os.getpid())
    if database is None:
        return None
    try:
        found = database.execute("SELECT entry FROM reports WHERE key = ?", (key,)).fetchone()
        return msgspec.msgpack.decode(found[0], type=Entry) if found else None
    except (sqlite3.Error, msgspec.DecodeError):
        return None


def remember(folder: str, key: bytes, entry: Entry) -> None:
    """Keep an entry. A cache that cannot be written is no error: the answer is there already."""
    import sqlite3

    database = _database(folder, os.getpid())
    if database is None:
        return
    try:
        database.execute("INSERT OR REPLACE INTO reports VALUES (?, ?)", (key, msgspec.msgpack.encode(entry)))
    except sqlite3.Error:
        return


def trim(folder: str) -> None:
    """Drop the older half of a cache that has grown too large."""
    import sqlite3

    database = _database(folder, os.getpid())
    place = os.path.join(folder, "reports.sqlite3")
    if database is None or not os.path.exists(place) or os.path.getsize(place) < LARGEST:
        return
    try:
        database.execute("DELETE FROM reports WHERE rowid <= (SELECT (min(rowid) + max(rowid)) / 2 FROM reports)")
        database.execute("VACUUM")
    except sqlite3.Error:
        return
