"""The editors' pages, written as the files are checked: each article's by the process that checked it, the index at the end."""

from __future__ import annotations

import functools
import hashlib
import os
import traceback
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import msgspec

from checks import cache
from checks import statement as wire
from checks.deposit import Reported, manifest
from checks.errors import NotWritten
from checks.files import REPORT, STDIN, File, contents, located, report_path
from checks.model import BatchFinding
from checks.out import Totals
from checks.out.html.rulewords import RuleBook, rule_book
from checks.out.html.site import page_stamp, write_article, write_delivery, write_index
from checks.out.summary import IndexRow, Shares, page_path, pageless, row
from checks.outcome import Outcome
from checks.rules import RULES
from checks.rules.company import COMPANY
from checks.single import Checked, Order, checked, dead, statement, unread
from checks.statement import CRASH

UNREADABLE = "the article cannot be read: "


@functools.cache
def _book() -> RuleBook:
    """The words of all rules, taken out of their docstrings once."""
    return rule_book(RULES)


class Drawn(Outcome, frozen=True):
    """What came of a file, and its line in the index."""

    row: IndexRow | None = None


def linked(files: Sequence[File]) -> list[File]:
    """The files, each knowing the names of those before and after it that can be read: the others get no page."""
    readable = [file.name if file.path == STDIN or (os.path.isfile(file.path) and os.access(file.path, os.R_OK)) else "" for file in files]
    pairs = zip(files, _latest(readable), reversed(list(_latest(reversed(readable)))), strict=True)
    return [msgspec.structs.replace(file, previous=before, following=after) for file, before, after in pairs]


def _latest(names: Iterable[str]) -> Iterator[str]:
    """Before each name, the last one that is not empty."""
    latest = ""
    for name in names:
        yield latest
        latest = name or latest


def draw(file: File, order: Order) -> Outcome:
    """Check one file, write its report and its page.

    What the page shows is noted in the cache with the line in the index, so that a page that stands there is not made again.
    """
    done = checked(file, order)
    if done is None:
        return unread(file)
    row = _noted(file, order, done) if done.key and not done.made else None
    if row is None:
        try:
            row = _drawn(file, order, done)
        except (NotWritten, OSError):
            raise
        except Exception as error:  # noqa: BLE001  a page that cannot be made holds its file, and the others go on
            (Path(order.site) / page_path(file.name)).unlink(missing_ok=True)
            return dead(file, order, f"its page could not be made, {type(error).__name__}", traceback.format_exc())
    return Drawn(**{name: getattr(done.outcome, name) for name in Outcome.__struct_fields__}, row=row)


def _drawn(file: File, order: Order, done: Checked) -> IndexRow:
    """Make the page of a file, note what it was made of, and give its line in the index."""
    told = report_path("", file).replace(os.sep, "/") if order.out and order.site == order.out else ""
    row = write_article(
        Path(order.site), wire.decode(statement(file, order, done)), done.raw,
        rules=_book(), language=order.language, previous=file.previous, following=file.following, report=told,
    )  # fmt: skip
    if done.key:
        stamp = page_stamp(Path(order.site), row.path)
        cache.put_down(order.cache, _key(file, order, done), msgspec.msgpack.encode((row, stamp)))
    return row


def _noted(file: File, order: Order, done: Checked) -> IndexRow | None:
    """The line in the index, if the page that belongs to it stands where it should."""
    note = cache.note(order.cache, _key(file, order, done))
    if note is None:
        return None
    try:
        row, stamp = msgspec.msgpack.decode(note, type=tuple[IndexRow, str])
    except msgspec.DecodeError:
        return None
    return row if stamp and page_stamp(Path(order.site), row.path) == stamp else None


def _key(file: File, order: Order, done: Checked) -> bytes:
    """All that a page depends on."""
    parts = (done.key.hex(), done.outcome.report_sha256, file.previous, file.following, order.language, str(order.out == order.site))
    return hashlib.sha256("\0".join(parts).encode()).digest()


class Site:
    """Gathers the lines of the index, and writes the pages about all articles at the end."""

    def __init__(self, order: Order) -> None:
        self.order = order
        self.rows: list[IndexRow] = []

    def add(self, outcome: Outcome) -> None:
        """Keep one line, of a file without a page too: it is held, and editors would look for it in vain."""
        drawn = outcome.row if isinstance(outcome, Drawn) else None
        self.rows.append(drawn or pageless(outcome.name, outcome.unread or CRASH))

    def end(self, totals: Totals) -> None:  # noqa: ARG002  the pages count for themselves
        """Write the index and the page about the delivery, unless those that are there were made of the same lines."""
        order, folder = self.order, Path(self.order.site)
        asked = [order.configured, order.language, self.rows]
        key = hashlib.sha256(b"pages about all\0" + msgspec.msgpack.encode(asked)).digest()
        if order.cache and cache.note(order.cache, key) == _pages(folder):
            return
        write_index(folder, self.rows, rules=_book(), language=order.language)
        write_delivery(folder, None, self.rows, rules=_book(), language=order.language)
        if order.cache:
            cache.put_down(order.cache, key, _pages(folder))


def _pages(folder: Path) -> bytes:
    """Digest of the pages about all articles, as they are."""
    digest = hashlib.sha256()
    for path in (folder / "index.html", folder / "delivery.html", *sorted(folder.glob("list-*.html"))):
        content = path.read_bytes() if path.is_file() else b""
        digest.update(f"{path.name}\0{len(content)}\0".encode() + content)
    return digest.digest()


def deliver(folder: Path, findings: Iterable[BatchFinding], language: str, before: Shares | None = None) -> None:
    """Write the page about a delivery anew, with what was found when its articles were looked at together.

    `before` are the shares of the earlier delivery that it was compared with.
    """
    told = [row(wire.decode(path.read_bytes())) for path in sorted(folder.rglob(f"*{REPORT}"))]
    rows = {one.path: one if (folder / page_path(one.path)).is_file() else msgspec.structs.replace(one, href="") for one in told}
    rows |= _unread(folder)
    write_delivery(folder, findings, rows.values(), rules=rule_book([*RULES, *COMPANY]), language=language, before=before)


def rebuild(folder: Path, reports: Iterable[Reported], articles: Path, language: str) -> tuple[int, list[tuple[str, str]]]:
    """Write the pages of reports that are there; how many articles have one, and which have none and why.

    The index names those too.
    """
    ready, without = [], []
    for one in reports:
        name, why = one.statement.subject[0].name, _astray(one, articles)
        if why:
            without.append((name, why))
        else:
            ready.append((name, one.file))
    ready.sort()
    rows, names = [], ["", *(name for name, _ in ready), ""]
    for n, (name, file) in enumerate(ready):
        rows.append(
            write_article(
                folder, wire.decode(file.read_bytes()), contents(located(articles, name)),
                rules=_book(), language=language, previous=names[n], following=names[n + 2], report=file.relative_to(folder).as_posix(),
            )
        )  # fmt: skip
    held = _unread(folder) | {name: pageless(name, why.removeprefix(UNREADABLE)) for name, why in without}
    listed = [*rows, *(one for name, one in held.items() if name not in names)]
    write_index(folder, listed, rules=_book(), language=language)
    write_delivery(folder, None, listed, rules=_book(), language=language)
    return len(rows), without


def _unread(folder: Path) -> dict[str, IndexRow]:
    """The lines about files that could not be read, by their names, as the manifest tells of them."""
    return {one.path: pageless(one.path, one.unread) for one in manifest(folder) or () if one.unread}


def _astray(one: Reported, articles: Path) -> str:
    """Why a report does not fit the article that stands where it should; empty when it does."""
    subject = one.statement.subject[0]
    try:
        raw = contents(located(articles, subject.name))
    except (OSError, ValueError) as error:
        return UNREADABLE + (getattr(error, "strerror", None) or str(error))
    if hashlib.sha256(raw).hexdigest() != subject.digest.sha256:
        return "the article has changed since its report; check it again"
    return ""
