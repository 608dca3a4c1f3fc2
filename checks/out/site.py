"""The editors' pages, written as the files are checked: each article's by the process that checked it, the index at the end."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

import msgspec

from checks import statement as wire
from checks.files import REPORT, File, report_path
from checks.model import BatchFinding
from checks.out import Totals
from checks.out.html.rulewords import RuleBook, rule_book
from checks.out.html.site import write_article, write_delivery, write_index
from checks.out.summary import IndexRow, Shares, row
from checks.outcome import Outcome
from checks.rules import RULES
from checks.run import Order, ReportNotWritten, checked, unread


@cache
def _book() -> RuleBook:
    """The words of all rules, taken out of their docstrings once."""
    return rule_book(RULES)


class Drawn(Outcome, frozen=True):
    """What came of a file, and its line in the index."""

    row: IndexRow | None = None


def linked(files: Sequence[File]) -> list[File]:
    """The files, each knowing the names of those before and after it."""
    names = ["", *(file.name for file in files), ""]
    return [msgspec.structs.replace(file, previous=names[n], following=names[n + 2]) for n, file in enumerate(files)]


def draw(file: File, order: Order) -> Outcome:
    """Check one file, write its report and its page."""
    done = checked(file, order)
    if done is None:
        return unread(file)
    told = report_path("", file).replace(os.sep, "/") if order.out and order.site == order.out else ""
    try:
        row = write_article(
            Path(order.site), wire.decode(done.encoded), done.raw,
            rules=_book(), language=order.language, previous=file.previous, following=file.following, report=told,
        )  # fmt: skip
    except OSError as error:
        raise ReportNotWritten(f"{order.site}: the page of {file.name} cannot be written: {error.strerror}") from error
    return Drawn(**{name: getattr(done.outcome, name) for name in Outcome.__struct_fields__}, row=row)


class Site:
    """Gathers the lines of the index, and writes the pages about all articles at the end."""

    def __init__(self, order: Order) -> None:
        self.order = order
        self.rows: list[IndexRow] = []

    def add(self, outcome: Outcome) -> None:
        """Keep one line."""
        if isinstance(outcome, Drawn) and outcome.row:
            self.rows.append(outcome.row)

    def end(self, totals: Totals) -> None:  # noqa: ARG002  the pages count for themselves
        """Write the index and the page about the delivery."""
        write_index(Path(self.order.site), self.rows, rules=_book(), language=self.order.language)
        write_delivery(Path(self.order.site), None, self.rows, rules=_book(), language=self.order.language)


def deliver(folder: Path, findings: Iterable[BatchFinding], language: str, before: Shares | None = None) -> None:
    """Write the page about a delivery anew, with what was found when its articles were looked at together.

    `before` are the shares of the earlier delivery that it was compared with.
    """
    rows = [row(wire.decode(path.read_bytes())) for path in sorted(folder.rglob(f"*{REPORT}"))]
    write_delivery(folder, findings, rows, rules=RULES, language=language, before=before)
