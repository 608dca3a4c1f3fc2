"""What a run left in its folder: reports, and the manifest that names them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import msgspec

from checks import statement as wire
from checks.errors import UsageError

REPORTS = "*.provenance.json"
MANIFEST = "manifest.jsonl"


class Reported(msgspec.Struct, frozen=True):
    """A report as it was found: where, its own digest, and what it says."""

    file: Path
    sha256: str
    statement: wire.Statement


class ManifestEntry(msgspec.Struct, frozen=True, omit_defaults=True, rename="camel", kw_only=True):
    """One article of a delivery, as a line of the manifest."""

    path: str
    sha256: str = ""
    result: str
    report_sha256: str = ""
    unread: str = ""
    """Why the file could not be read; it has no report then."""


def reports(provenance_dir: Path) -> Iterator[Reported]:
    """The reports below a folder, by file name.

    Raises:
        UsageError: there is no such folder, or no report in it, or a report cannot be read. All broken ones are named, after
            the sound ones were given out.

    """
    if not provenance_dir.is_dir():
        raise UsageError([f"{provenance_dir}: no such folder of reports"])
    files = sorted(provenance_dir.rglob(REPORTS), key=lambda file: file.relative_to(provenance_dir).parts)
    if not files:
        raise UsageError([f"{provenance_dir}: no reports ({REPORTS}) in this folder"])
    mistakes = []
    for file in files:
        try:
            raw = file.read_bytes()
            statement = wire.decode(raw)
        except OSError as error:
            mistakes.append(f"{file}: {error.strerror}")
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            mistakes.append(f"{file}: not a report of this version: {error}")
        else:
            yield Reported(file, hashlib.sha256(raw).hexdigest(), statement)
    if mistakes:
        raise UsageError(mistakes)


def manifest(provenance_dir: Path) -> tuple[ManifestEntry, ...] | None:
    """The entries of the folder's manifest; nothing when it has none.

    Raises:
        UsageError: a line is no entry.

    """
    file = provenance_dir / MANIFEST
    if not file.exists():
        return None
    found, mistakes = [], []
    for number, line in enumerate(file.read_bytes().splitlines(), 1):
        try:
            found.append(msgspec.json.decode(line, type=ManifestEntry))
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            mistakes.append(f"{file}:{number}: not an entry of a manifest: {error}")
    if mistakes:
        raise UsageError(mistakes)
    return tuple(found)
