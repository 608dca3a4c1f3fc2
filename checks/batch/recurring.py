"""Lines that recur in the articles of a delivery, and what the reports took them for.

Two passes over the articles. The first counts, for every line, the files that it stands in, in a fixed table of counters
by hash; the second looks again at the few lines whose counter is high, and remembers those alone. Memory does not grow
with the delivery but for what is reported.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec
import numpy as np

from checks.batch.company import Seen
from checks.deposit import Reported, reports
from checks.files import located
from checks.model import Document, Place
from checks.read import read

FILES = 3
"""Unrelated files that a line must stand in. In the evaluation set 10,102 lines of 4 to 200 characters stand in three pages or
more, and five of them are body by label; of longer ones in two pages a fifth is body."""
SHORTEST, LONGEST = 4, 200
"""Characters of a line that is looked at. Shorter ones recur by chance; longer ones are sentences that agencies sell."""
TABLE = 1 << 22
"""Counters of the first pass, one byte each: with a million different lines one in five shares its counter with another."""
FULL = np.iinfo(np.uint8).max
MOST_CANDIDATES = 100_000
JOINED = frozenset({"title", "lead", "body", "subhead"})
"""Kinds that a recurring line is no part of. Captions are left out: the name of a picture agency may recur in them."""
SHOWN = 60


class _Line(msgspec.Struct):
    """A line that recurs: the first few files, and where it was taken for article."""

    text: str
    clusters: set[int]
    article: list[tuple[str, int]]


def recurring(provenance_dir: Path, articles: Path, clusters: dict[str, int]) -> Iterator[Seen]:
    """Lines taken for article that stand in several unrelated files, file by file; and articles that are not those reported on.

    Of files with one text, by `clusters` (path -> number), all count as one: what copies have in common is no furniture.
    Articles are read one at a time, each twice.
    """
    table = np.zeros(TABLE, np.uint8)
    counted: set[int] = set()
    sound: set[str] = set()
    for report in reports(provenance_dir):
        document = _article(report, articles)
        if isinstance(document, Seen):
            yield document
            continue
        sound.add(document.path)
        cluster = clusters.get(document.path)
        if cluster is not None and cluster not in counted:
            counted.add(cluster)
            slots = np.unique(np.array([_slot(_digest(line)) for line in _lines(document)], np.int64))
            table[slots] += table[slots] < FULL
    found: dict[bytes, _Line] = {}
    for report in reports(provenance_dir):
        if report.statement.subject[0].name not in sound:
            continue
        document = _article(report, articles)
        if isinstance(document, Document) and document.path in clusters:
            _look_again(report, document, clusters[document.path], table, found)
    if len(found) >= MOST_CANDIDATES:
        yield Seen("COR003", f"more than {MOST_CANDIDATES:,} different lines recur; those beyond were not looked at")
    yield from _told(found)


def _article(report: Reported, articles: Path) -> Document | Seen:
    subject = report.statement.subject[0]
    try:
        raw = Path(located(articles, subject.name)).read_bytes()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        return Seen("COR004", f"{subject.name}: the article cannot be read: {reason}", (Place(subject.name),))
    if hashlib.sha256(raw).hexdigest() != subject.digest.sha256:
        return Seen("COR004", f"{subject.name}: the article has other bytes than the ones reported on", (Place(subject.name),))
    return read(raw, subject.name)


def _lines(document: Document) -> set[str]:
    return {bare for line in document.lines if SHORTEST <= len(bare := line.strip()) <= LONGEST}


def _digest(line: str) -> bytes:
    return hashlib.blake2b(line.encode(), digest_size=16).digest()


def _slot(digest: bytes) -> int:
    return int.from_bytes(digest[:8], "big") % TABLE


def _look_again(report: Reported, document: Document, cluster: int, table: np.ndarray, found: dict[bytes, _Line]) -> None:
    kinds = {
        line: segment.kind for segment in report.statement.predicate.segments for line in range(segment.start_line - 1, segment.end_line)
    }
    for number, line in enumerate(document.lines):
        bare = line.strip()
        if not SHORTEST <= len(bare) <= LONGEST:
            continue
        digest = _digest(bare)
        if table[_slot(digest)] < FILES:
            continue
        entry = found.get(digest)
        if entry is None:
            if len(found) >= MOST_CANDIDATES:
                continue
            entry = found[digest] = _Line(bare, set(), [])
        entry.clusters.add(cluster)
        if kinds.get(number) in JOINED:
            entry.article.append((document.path, number))


def _told(found: dict[bytes, _Line]) -> Iterator[Seen]:
    """One finding per file, with its lines."""
    by_file: dict[str, list[tuple[int, _Line]]] = defaultdict(list)
    for entry in found.values():
        if len(entry.clusters) >= FILES:
            for path, line in entry.article:
                by_file[path].append((line, entry))
    for path, lines in sorted(by_file.items()):
        lines.sort(key=lambda pair: pair[0])
        first = lines[0][1]
        text = first.text if len(first.text) <= SHOWN else first.text[: SHOWN - 1] + "…"
        more = f" and {len(lines) - 1} more" if len(lines) > 1 else ""
        what = "lines that stand in other files too were" if len(lines) > 1 else "line that stands in other files too was"
        message = f"{path}: {len(lines)} {what} taken for article: “{text}” (line {lines[0][0] + 1}, in {len(first.clusters)} files){more}"
        yield Seen("COR106", message, (Place(path, tuple(_runs(line for line, _ in lines))),))


def _runs(lines: Iterable[int]) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for line in lines:
        if runs and runs[-1][1] == line - 1:
            runs[-1] = (runs[-1][0], line)
        else:
            runs.append((line, line))
    return runs
