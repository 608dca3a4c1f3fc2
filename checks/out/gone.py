"""Reports of articles that are gone: a run over all articles takes them out of its folder, for nobody could make them anew."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from pathlib import Path

import msgspec

from checks.deposit import MANIFEST
from checks.files import REPORT, File, located, report_path

BESIDE = (REPORT, f"{REPORT}.sig", ".intoto.jsonl", ".html")
"""The endings of a report and of what is made of it."""


class _Subject(msgspec.Struct):
    name: str


class _Told(msgspec.Struct):
    subject: tuple[_Subject, ...]


def take_away(out: str, names: Collection[str], articles: str) -> int:
    """Delete the reports below a folder of articles that are none of these and are not below `articles` any more; how many.

    Only in a folder that has a manifest, which is to say one that copydesk keeps, and only what stands where a report of its
    article would: somebody else's files are left alone.
    """
    if not os.path.isfile(os.path.join(out, MANIFEST)):
        return 0
    kept = {report_path(out, File(name, "")) for name in names}
    gone = [path for path in _reports(out) if path not in kept and _is_gone(path, out, articles)]
    for path in gone:
        for ending in BESIDE:
            Path(path.removesuffix(REPORT) + ending).unlink(missing_ok=True)
    return len(gone)


def _reports(out: str) -> Iterator[str]:
    for place, _, found in os.walk(out):
        yield from (os.path.join(place, name) for name in found if name.endswith(REPORT))


def _is_gone(path: str, out: str, articles: str) -> bool:
    try:
        name = msgspec.json.decode(Path(path).read_bytes(), type=_Told).subject[0].name
    except (OSError, msgspec.DecodeError, UnicodeDecodeError, IndexError):
        return False
    return report_path(out, File(name, "")) == path and not os.path.lexists(located(articles, name))
