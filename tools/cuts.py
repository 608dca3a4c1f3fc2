"""Articles cut on purpose: bare texts, and pages whose article is cut while the furniture around it stays.

Every cut of a page is drawn from a generator seeded with the page's name and the kind, so the same pages give the same cuts
whatever else is made of them.
"""

from __future__ import annotations

import gzip
import json
import random
import re
from base64 import b64decode
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from checks.model import Document, Encoding, Zones
from checks.zone import decide, zone
from checks.zone.arrays import read_arrays
from checks.zone.network import read_weights
from checks.zone.train_pages import fold_of

Page = dict[str, Any]
Zoner = Callable[[Page, Document], Zones]

KINDS = (
    "mid_word", "mid_sentence", "sentence_boundary", "bytes_1024", "bytes_2048", "bytes_4096", "file_end", "head_cut", "middle_cut",
    "teaser_dots", "teaser_ellipsis", "teaser_plus_chars", "teaser_prompt",
)  # fmt: skip
INSIDE = frozenset({"mid_word", "mid_sentence", "bytes_1024", "bytes_2048", "bytes_4096", "file_end"})
"""Kinds that end the article inside a line."""
LEAST = 600
"""Characters of running text below which a page is not cut: there would be nothing left."""
LEAST_LINES = 4
SHORTEST_REST = 8
MOST_ABOVE, BELOW = 15, (4, 25)
"""Lines of furniture that a cropped page keeps."""
TEASER = 200
_WORD_GAP = re.compile(r"(?<=[^\W_]) (?=[^\W_])")
_SENTENCE_GAP = re.compile(
    r"(?<=[a-z0-9\u00df-\u00ff\u0430-\u044f)”\"][.!?]) (?=[A-Z„“\"«¿¡\u00c0-\u00de\u0410-\u042f])"
    r"|(?<=[。！？])(?=\S)"
)
_INSIDE_WORD = re.compile(r"(?<=[^\W\d_])(?=[^\W\d_])")


class Cut(NamedTuple):
    """A page whose article is cut: its text, the line the article breaks off in (or is joined or begins in), and the kind."""

    text: str
    line: int
    kind: str


def all_pages(path: Path) -> Iterator[Page]:
    """The pages of a file and of the Chinese one beside it; those of the trafilatura set label a few of their lines only."""
    for held in (path, path.with_name("articles_zh.jsonl.gz")):
        if held.exists():
            with gzip.open(held, "rt", encoding="utf-8") as lines:
                yield from map(json.loads, lines)


def prompts(path: Path) -> dict[str, list[str]]:
    """Language -> the prompts that end the bare teasers of the evaluation data."""
    found: dict[str, list[str]] = {}
    for given in given_rows(path):
        if given["kind"] == "teaser_prompt":
            found.setdefault(given["lang"], []).append(given["raw"].decode("utf-8", "replace").rstrip().rpartition("\n")[2])
    return found


def given_rows(path: Path) -> Iterator[dict[str, Any]]:
    """The rows of the truncation data with their bytes as `raw`."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            given = json.loads(line)
            yield {**given, "raw": b64decode(given["bytes"])}


def cut_page(page: Page, kind: str, *, turn: int = 0, asked: dict[str, list[str]] | None = None) -> Cut | None:
    """A page cut in one way, or None where the article is too short or has no place for it; `asked` are prompts by language."""
    chance = random.Random(f"{page['doc_id']} {page['flattener']} {kind} {turn}")  # noqa: S311 -- the same cuts each time
    lines, labels, kinds = page["text"].split("\n"), page["line_labels"], page["line_kinds"]
    body = [n for n, label in enumerate(labels) if label == "body" and kinds[n] in ("text", "head", "lead")]
    size = sum(len(lines[n]) for n in body)
    if size < LEAST or len(body) < LEAST_LINES:
        return None
    last = max(n for n, label in enumerate(labels) if label == "body")
    if kind.startswith("teaser"):
        return _teaser(page, body, last, kind, (asked or {}).get(page["lang"], []), chance)
    if kind == "head_cut":
        return _without_head(lines, labels, body, size, chance)
    if kind == "middle_cut":
        return _without_middle(lines, body, size, chance)
    place = _at_bytes(lines, body, int(kind[6:])) if kind.startswith("bytes") else _place(lines, body, size, kind, chance)
    if place is None:
        return None
    at, column = place
    rest = [] if kind == "file_end" else lines[last + 1 :]
    return Cut("\n".join([*lines[:at], lines[at][:column], *rest]), at, kind)


def cropped(page: Page, text: str, line: int | None, name: str) -> tuple[str, int]:
    """A page with a few lines of its furniture only, and where the line of its cut stands now: the last of the article if it has none."""
    chance = random.Random(f"{page['doc_id']} {page['flattener']} {name}")  # noqa: S311 -- the same each time
    body = [n for n, label in enumerate(page["line_labels"]) if label == "body"]
    last = line if line is not None else body[-1] if body else 0
    first = max(0, min(body[0] if body else 0, last) - chance.randint(0, MOST_ABOVE))
    return "\n".join(text.split("\n")[first : last + 1 + chance.randint(*BELOW)]), last - first


_GAPS = {"mid_word": _INSIDE_WORD, "mid_sentence": _WORD_GAP, "sentence_boundary": _SENTENCE_GAP, "file_end": _INSIDE_WORD}


def _place(lines: list[str], body: list[int], size: int, kind: str, chance: random.Random) -> tuple[int, int] | None:
    """A line and a column between a quarter and nineteen twentieths of the article where it can be cut in this way."""
    for _ in range(20):
        at, column = _spot(lines, body, size * chance.uniform(0.25, 0.95))
        found = _GAPS[kind].search(lines[at].rstrip(), max(column, SHORTEST_REST))
        if found and found.start() < len(lines[at].rstrip()) - 2:
            return at, found.start()
    return None


def _spot(lines: list[str], body: list[int], characters: float) -> tuple[int, int]:
    """The line and column where so many characters of the article have been told."""
    for n in body:
        if characters < len(lines[n]):
            return n, int(characters)
        characters -= len(lines[n])
    return body[-1], len(lines[body[-1]])


def _at_bytes(lines: list[str], body: list[int], limit: int) -> tuple[int, int] | None:
    for n in body:
        raw = lines[n].encode()
        if limit < len(raw):
            return n, len(raw[:limit].decode("utf-8", "ignore"))
        limit -= len(raw) + 1
    return None


def _teaser(page: Page, body: list[int], last: int, kind: str, asked: list[str], chance: random.Random) -> Cut | None:
    lines = page["text"].split("\n")
    at, column = _spot(lines, body, TEASER)
    start = lines[at][:column].rpartition(" ")[0] or lines[at][:column]
    size = sum(len(lines[n]) for n in body)
    ends = {"teaser_dots": "...", "teaser_ellipsis": "…", "teaser_plus_chars": f"… [+{size - TEASER} chars]"}
    if kind in ends:
        return Cut("\n".join([*lines[:at], start + ends[kind], *lines[last + 1 :]]), at, kind)
    if not asked:
        return None
    return Cut("\n".join([*lines[: at + 1], "", chance.choice(asked), *lines[last + 1 :]]), at + 2, kind)


def _without_head(lines: list[str], labels: list[str], body: list[int], size: int, chance: random.Random) -> Cut | None:
    """The page without the first part of its article and what stands between; the headline stays."""
    for _ in range(20):
        at, column = _spot(lines, body, size * chance.uniform(0.1, 0.5))
        found = _WORD_GAP.search(lines[at], column)
        if found and len(lines[at]) - found.end() > SHORTEST_REST:
            kept = [n for n in range(at) if n < body[0] or (labels[n] == "blank" and n == at - 1)]
            return Cut("\n".join([*(lines[n] for n in kept), lines[at][found.end() :], *lines[at + 1 :]]), len(kept), "head_cut")
    return None


def _without_middle(lines: list[str], body: list[int], size: int, chance: random.Random) -> Cut | None:
    """The page with two halves of different sentences in one line, what stood between them lost."""
    for _ in range(20):
        begin = chance.uniform(0.2, 0.6)
        at, column = _spot(lines, body, size * begin)
        to, further = _spot(lines, body, size * (begin + chance.uniform(0.1, 0.3)))
        opens, closes = _WORD_GAP.search(lines[at], column), _WORD_GAP.search(lines[to], further)
        if opens and closes and (at, opens.end()) < (to, closes.start()):
            joined = lines[at][: opens.start()] + " " + lines[to][closes.end() :]
            return Cut("\n".join([*lines[:at], joined, *lines[to + 1 :]]), at, "middle_cut")
    return None


def document_of(text: str) -> Document:
    """A text as a document in UTF-8."""
    raw = text.encode("utf-8", "replace")
    return Document("x", raw, raw.decode("utf-8"), Encoding("utf-8", "utf-8"))


def zoner(folds: Path | None) -> Zoner:
    """What zones a page: the shipped line model, or those that `checks.zone.train --folds` left, each for publishers it never saw."""
    if folds is None:
        return lambda _, document: zone(document)
    held = [read_weights(read_arrays(path)) for path in sorted(folds.glob("fold*.bin"))]
    return lambda page, document: decide(document, held[fold_of(page)])
