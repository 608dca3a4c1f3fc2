"""Two hundred and eighty fictional pages in some forty languages, by people who had not seen the program, and what is read from them.

What is wrong today is listed in `portals/missed.txt`, a line each: what is mended is struck out there, and what breaks is seen.
`python -m tests.test_portals` prints the list anew. Nobody had looked at the `eleventh` set when it was first asked: 245 of its 267 answers were right.
"""

from __future__ import annotations

import json
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from checks.claims import claim
from checks.model import Agent, Claim, Work
from checks.read import read
from checks.zone import zone

HERE = Path(__file__).parent / "portals"
SETS = ("asia", "europe", "mixed", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh")


def told(name: str) -> list[dict[str, Any]]:
    """What a careful reader says of each page of a set."""
    pages: list[dict[str, Any]] = json.loads((HERE / f"{name}.json").read_text("utf-8"))
    return pages


def said(one: Claim) -> str | None:
    """The text or name of a claim that is answered."""
    if not one.answered:
        return None
    value = one.value.publisher if isinstance(one.value, Work) else one.value
    return plain(value.name if isinstance(value, Agent) else str(value or ""))


def plain(text: str | None) -> str | None:
    """A text as it is compared: without differences of spaces and case."""
    return None if text is None else " ".join(unicodedata.normalize("NFC", text).split()).casefold()


def differences(name: str, page: dict[str, Any]) -> Iterator[str]:
    """Where the program says something else than the reader, each as `set/file: field`."""
    document = read((HERE / name / page["file"]).read_bytes(), page["file"])
    zones = zone(document)
    found = claim(document, zones)
    got = {
        "title": said(found.headline),
        "publisher": said(found.publisher),
        "source": said(found.is_based_on),
        "authors": sorted({said(one) for one in found.author} - {None}),
        "credits": sorted({said(one) for one in found.credit_text} - {None}),
        "published": (said(found.date_published) or "")[: len(page["published"] or "")] or None,
        "readings": sorted(found.date_published.readings) if page["readings"] else [],
        "truncated": said(found.representation_type) == "partial",
    }
    lists = {key: sorted({plain(one) for one in page[key]}) for key in ("authors", "credits", "readings")}
    want = page | {key: plain(page[key]) for key in ("title", "publisher", "source", "published")} | lists
    for field, value in got.items():
        if value != want[field]:
            yield f"{name}/{page['file']}: {field}"
    junk = {line for first, last in page["junk"] for line in range(first, last + 1)}
    kept = {line for first, last in page["article"] for line in range(first, last + 1)}
    wrong = [line for line in sorted(junk | kept) if zones.kinds[line - 1].startswith("junk") != (line in junk)]
    yield from (f"{name}/{page['file']}: line {line}" for line in wrong)


@pytest.mark.parametrize("name", SETS)
def test_what_is_read_from_the_pages_is_what_a_reader_says_but_for_the_known_misses(name: str) -> None:
    missed = {line for line in (HERE / "missed.txt").read_text("utf-8").splitlines() if line.startswith(name)}
    assert {line for page in told(name) for line in differences(name, page)} == missed


@pytest.mark.parametrize("name", SETS)
def test_the_pages_are_told_line_by_line(name: str) -> None:
    pages = told(name)
    assert sorted(page["file"] for page in pages) == sorted(path.name for path in (HERE / name).iterdir())
    assert all(page["title"] and page["article"] for page in pages)


@pytest.mark.parametrize("name", SETS)
def test_a_page_that_ends_at_any_of_its_first_or_last_lines_is_read(name: str) -> None:
    """A claim that looks behind a name or below a line finds nothing there, and nothing breaks."""
    for page in told(name):
        lines = (HERE / name / page["file"]).read_bytes().splitlines(keepends=True)
        for end in (1, 2, 3, 5, 8, 11, len(lines) - 4, len(lines) - 2, len(lines) - 1):
            document = read(b"".join(lines[:end]).rstrip(), page["file"])
            found = claim(document, zone(document))
            claims = (found.headline, found.publisher, found.date_published, found.is_based_on, *found.author, *found.credit_text)
            assert all(0 <= span.start < span.end <= len(document.text) for one in claims for span in one.evidence)


if __name__ == "__main__":
    sys.stdout.writelines(f"{line}\n" for name in SETS for page in told(name) for line in differences(name, page))
