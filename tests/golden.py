"""The sample articles, what a careful reader says of them, and the accepted reports on them.

`python -m tests.golden` names the samples whose report is no longer the accepted one; `--write` accepts the new
reports. Read the diff before you commit it: the report must say what `NAME.expected.toml` says.
"""

from __future__ import annotations

import json
import re
import sys
import tomllib
from functools import cache
from pathlib import Path
from typing import Any, Literal

import msgspec

from checks.model import Sidecar
from checks.pipeline import Desk, check
from checks.statement import Statement, encode

SEEDS = Path(__file__).parent.parent / "seeds"
ARTICLE_KINDS = ("lead", "body", "subhead", "caption", "meta")
UNSEEN = re.compile("[\x7f-\xa0\xad\u200b-\u200f\u2028-\u202f\u2060-\u2069\u3000\ufeff]")
VerdictWord = Literal["PASSED", "WARNED", "FAILED"]
Family = Literal["ENC", "SRC", "DAT", "TRN", "NAV"]
Aspect = Literal[
    "verdict",
    "charset",
    "language",
    "headline",
    "publisher",
    "source",
    "source-url",
    "authors",
    "credits",
    "published",
    "truncated",
    "findings",
    "lines",
]


class Expected(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """A fact or a place; the base that gives the TOML keys their form."""


class Must(Expected, frozen=True):
    """A finding that has to be there: its family, and where that matters the line (from 1) it points at."""

    family: Family
    line: int | None = None
    code: str | None = None


class Wrong(Expected, frozen=True):
    """Something the program is known to say wrongly today; `lines` (from 1) for the aspect `lines`."""

    aspect: Aspect
    reason: str
    lines: tuple[int, ...] = ()


class Lines(Expected, frozen=True):
    """The class of every line that is not blank, as first and last line (from 1), both inside."""

    title: int | None = None
    lead: tuple[tuple[int, int], ...] = ()
    body: tuple[tuple[int, int], ...] = ()
    subhead: tuple[tuple[int, int], ...] = ()
    caption: tuple[tuple[int, int], ...] = ()
    meta: tuple[tuple[int, int], ...] = ()
    junk: tuple[tuple[int, int, str], ...] = ()

    def classes(self) -> list[tuple[int, str]]:
        """Line and class, one pair for each time a line is named; blank lines inside a range too."""
        runs = [(first, last, kind) for kind in ARTICLE_KINDS for first, last in getattr(self, kind)]
        runs += [(first, last, f"junk:{kind}") for first, last, kind in self.junk]
        runs += [] if self.title is None else [(self.title, self.title, "title")]
        return sorted((line, kind) for first, last, kind in runs for line in range(first, last + 1))


class Expectation(Expected, frozen=True):
    """What a careful reader says of a sample. Text that is "" is not stated in the file; a field left out is not asked."""

    verdict: VerdictWord | tuple[VerdictWord, ...]
    charset: str
    lines: Lines
    language: str | None = None
    headline: str | None = None
    publisher: str | None = None
    source: str | None = None
    source_url: str | None = None
    source_status: str | None = None
    authors: tuple[str, ...] | None = None
    credits: tuple[str, ...] | None = None
    published: str | None = None
    readings: tuple[str, ...] = ()
    date_order: str | None = None
    truncated: bool | None = None
    no_findings: bool = False
    must: tuple[Must, ...] = ()
    wrong_today: tuple[Wrong, ...] = ()

    def wrong(self, aspect: Aspect) -> str | None:
        """Why one aspect other than `lines` is known to come out wrong; None when it should come out right."""
        return next((one.reason for one in self.wrong_today if one.aspect == aspect != "lines"), None)

    @property
    def wrong_lines(self) -> dict[int, str]:
        """The lines whose class is known to come out wrong, and why."""
        return {line: one.reason for one in self.wrong_today if one.aspect == "lines" for line in one.lines}


class Sample(msgspec.Struct, frozen=True):
    """A sample article and the two files beside it."""

    name: str
    """Folder and stem, such as `date/th-buddhist-year`."""

    @property
    def article(self) -> Path:
        """The article itself."""
        return SEEDS / f"{self.name}.txt"

    @property
    def accepted(self) -> Path:
        """The report that was read and accepted."""
        return SEEDS / f"{self.name}.txt.provenance.json"

    @property
    def expectation(self) -> Expectation:
        """What a careful reader says of it.

        Raises:
            msgspec.ValidationError: a key or a value is not known.

        """
        return _expectation(self.name)

    @property
    def report(self) -> dict[str, Any]:
        """The report that the walk gives now."""
        decoded: dict[str, Any] = json.loads(encode(statement(self.name)))
        return decoded


@cache
def _expectation(name: str) -> Expectation:
    return msgspec.convert(tomllib.loads((SEEDS / f"{name}.expected.toml").read_text("utf-8")), Expectation)


@cache
def statement(name: str) -> Statement:
    """The walk's answer for a sample, under the name that `copydesk check seeds` gives it."""
    article = SEEDS / f"{name}.txt"
    sidecar = article.with_suffix(".meta.json")
    supplied = msgspec.json.decode(sidecar.read_bytes(), type=Sidecar) if sidecar.exists() else None
    return check(article.read_bytes(), f"seeds/{name}.txt", Desk(), supplied).statement


def samples() -> list[Sample]:
    """All samples, by name."""
    return sorted((Sample(path.relative_to(SEEDS).as_posix().removesuffix(".txt")) for path in SEEDS.rglob("*.txt")), key=lambda s: s.name)


def pretty(report: dict[str, Any]) -> str:
    """A report as it stands beside its sample: two spaces a level, and what the eye cannot see written as escapes."""
    return UNSEEN.sub(lambda one: f"\\u{ord(one[0]):04x}", json.dumps(report, ensure_ascii=False, indent=2)) + "\n"


def changed() -> list[Sample]:
    """The samples whose report is not the accepted one."""
    return [one for one in samples() if not one.accepted.exists() or one.accepted.read_text("utf-8") != pretty(one.report)]


def main(arguments: list[str]) -> int:
    """Name the samples whose report changed; with `--write` accept their new reports."""
    accept = "--write" in arguments
    found = changed()
    for one in found:
        print(one.accepted.relative_to(SEEDS.parent))
        if accept:
            one.accepted.write_text(pretty(one.report), "utf-8", newline="")
    return 0 if accept else int(bool(found))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
