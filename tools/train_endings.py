"""Fit the models of endings: `python tools/train_endings.py TRUNCATION.jsonl.gz ARTICLES.jsonl.gz` rewrites `weights.json`.

The rows of the first file are bare article bodies, complete or cut. More cuts are made here from the complete ones, inside
words and between them. Only last lines without a full stop and without an outright mark are fitted.

The rows of the second are whole pages with their lines labelled. Their articles are cut here and the furniture below is
kept; what is fitted are the lines around what the line model takes for the end of the article, where they are
broken off or not. The figures printed are of ten folds by publisher.
"""

from __future__ import annotations

import base64
import gzip
import json
import random
import sys
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import numpy as np

from checks.claims.completeness import lists, markers, stray
from checks.claims.completeness.ending import FEATURES, features
from checks.claims.completeness.pairs import unpaired
from checks.claims.completeness.stops import has_stop
from checks.claims.completeness.tail import tail
from checks.claims.completeness.weights import FILE, Weights
from checks.model import Document, Encoding, Zone, Zones
from checks.zone import zone

CUT = frozenset({"mid_word", "mid_sentence", "bytes_1024", "bytes_2048", "bytes_4096"})
WHOLE = frozenset({"complete", "head_cut", "middle_cut"})
FOLDS = 10
CUTS_EACH = 12
RIDGE = 2.0
CUTS_A_PAGE = 4
LONG_LINE = 60
LEAST_LINES = 4


class Row(NamedTuple):
    """One last line: its numbers, whether it is cut, its publisher and the kind of cut."""

    numbers: list[float]
    cut: bool
    publisher: str
    kind: str
    given: bool


def every_line_body(document: Document) -> Zones:
    """Zones of a bare article: each line that is not blank is body."""
    kinds = tuple("body" if line.strip() else "blank" for line in document.lines)
    runs = tuple(Zone("body", n, n) for n, kind in enumerate(kinds) if kind == "body")
    return Zones(kinds, runs, (), np.zeros(len(kinds), np.float32))


def row(raw: bytes, publisher: str, kind: str, *, given: bool) -> Row | None:
    """The row of a file, or None if the model is never asked about it."""
    document = Document("x", raw, raw.decode("utf-8", "replace"), Encoding("utf-8", "utf-8"))
    zones = every_line_body(document)
    end = tail(document, zones)
    if end is None or has_stop(end.text) or markers.is_teaser_ellipsis(end.text) or end.text[-1:] in ":：":
        return None
    if markers.continuation(document, end) or markers.finished(end) or lists.is_item(end):
        return None
    return Row(features(document, end, unpaired(end.text).opened is not None), kind in CUT, publisher, kind, given)


def cuts(text: str, chance: random.Random) -> list[tuple[str, str]]:
    """Beginnings of an article that end inside a word or between two words of a sentence."""
    made = []
    for _ in range(CUTS_EACH * 10):
        at = chance.randrange(len(text) // 20 + 1, max(len(text) // 20 + 2, len(text) - 20))
        if text[at - 1].isalpha() and text[at : at + 1].isalpha():
            made.append(("mid_word", text[:at]))
            space = text.find(" ", at)
            if 0 < space < at + 40 and (text[space - 1].isalnum() or text[space - 1] == ",") and text[space + 1 : space + 2].strip():
                made.append(("mid_sentence", text[:space]))
        if len(made) >= CUTS_EACH:
            break
    return made


def gathered(path: Path) -> list[Row]:
    """All rows of the data and of the cuts made from it."""
    chance = random.Random(5)  # noqa: S311 -- the same cuts each time
    rows: list[Row | None] = []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            given = json.loads(line)
            raw = base64.b64decode(given["bytes"])
            if given["kind"] in CUT | WHOLE:
                rows.append(row(raw, given["publisher"], given["kind"], given=True))
            if given["kind"] == "complete":
                made = cuts(raw.decode("utf-8"), chance)
                rows.extend(row(text.encode(), given["publisher"], kind, given=False) for kind, text in made)
    return [one for one in rows if one is not None]


def fit(numbers: np.ndarray, cut: np.ndarray, *, even: bool) -> np.ndarray:
    """Ridge logistic regression by Newton's steps; with `even`, both classes weigh the same in sum."""
    share = np.where(cut, 1.0, cut.sum() / max(1, (~cut).sum()) if even else 1.0)
    found = np.zeros(numbers.shape[1])
    ridge = np.full(len(found), RIDGE)
    ridge[0] = 0.01
    for _ in range(30):
        p = 1 / (1 + np.exp(-numbers @ found))
        curve = (numbers * (share * p * (1 - p))[:, None]).T @ numbers + np.diag(ridge)
        step = np.linalg.solve(curve, numbers.T @ (share * (p - cut)) + ridge * found)
        found -= step
    return found


def page_rows(path: Path) -> list[Row]:
    """The lines around the end of the article on each page as it is, and on the same page with the article cut."""
    chance = random.Random(3)  # noqa: S311 -- the same cuts each time
    rows: list[Row] = []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            page = json.loads(line)
            if page["dataset"] == "trafilatura":
                continue
            rows.extend(_suspected(page["text"], page["publisher"], None, f"page {number}"))
            for turn in range(CUTS_A_PAGE):
                made = _cut_page(page, chance)
                if made is not None:
                    rows.extend(_suspected(made[0], page["publisher"], made[1], f"cut {number} {turn}"))
    return rows


def _cut_page(page: dict[str, Any], chance: random.Random) -> tuple[str, int] | None:
    """A page whose article breaks off inside one of its lines, the furniture below kept, and that line."""
    lines, labels = page["text"].split("\n"), page["line_labels"]
    body = [n for n, label in enumerate(labels) if label == "body" and len(lines[n]) > LONG_LINE]
    if len(body) < LEAST_LINES:
        return None
    at = chance.choice(body[1:-1])
    text = lines[at].rstrip()
    places = [n for n in range(8, len(text) - 4) if text[n - 1].isalnum() and (text[n].isalnum() or text[n] == " ")]
    if not places:
        return None
    last = max(n for n, label in enumerate(labels) if label == "body")
    return "\n".join([*lines[:at], text[: chance.choice(places)], *lines[last + 1 :]]), at


def _suspected(text: str, publisher: str, cut_at: int | None, kind: str) -> list[Row]:
    raw = text.encode("utf-8", "replace")
    document = Document("x", raw, raw.decode("utf-8"), Encoding("utf-8", "utf-8"))
    zones = zone(document)
    end = tail(document, zones)
    if end is None or not end.page:
        return []
    found = stray.suspects(document, zones, end)
    return [Row(stray.features(document, zones, end, one), one.line == cut_at, publisher, kind, given=True) for one in found]


def crossed(rows: list[Row], *, even: bool) -> np.ndarray:
    """Each row's probability by a model that has not seen its publisher."""
    numbers, cut = np.array([one.numbers for one in rows]), np.array([one.cut for one in rows])
    fold = {name: n % FOLDS for n, name in enumerate(sorted({one.publisher for one in rows}))}
    folds = np.array([fold[one.publisher] for one in rows])
    chances = np.zeros(len(rows))
    for n in range(FOLDS):
        found = fit(numbers[folds != n], cut[folds != n], even=even)
        chances[folds == n] = 1 / (1 + np.exp(-numbers[folds == n] @ found))
    return chances


def fitted(rows: list[Row], names: tuple[str, ...], *, even: bool) -> dict[str, float]:
    """Feature -> weight, of a model of all rows."""
    found = fit(np.array([one.numbers for one in rows]), np.array([one.cut for one in rows]), even=even)
    return {name: round(float(weight), 3) for name, weight in zip(names, found, strict=True)}


def main() -> None:
    """Cross-validate, print, fit on everything, write."""
    rows, pages = gathered(Path(sys.argv[1])), page_rows(Path(sys.argv[2]))
    chances, on_pages = crossed(rows, even=True), crossed(pages, even=False)
    for level in (0.4, 0.6, 0.7, 0.8, 0.9):
        told = {
            kind: f"{sum(chances[n] >= level for n in chosen)}/{len(chosen)}"
            for kind in ("complete", *sorted(CUT))
            if (chosen := [n for n, one in enumerate(rows) if one.given and one.kind == kind])
        }
        print(level, told)
    for level in (0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95):
        flagged = {one.kind for chance, one in zip(on_pages, pages, strict=True) if chance >= level}
        cuts_seen = {one.kind for one in pages if one.cut}
        right = {one.kind for chance, one in zip(on_pages, pages, strict=True) if chance >= level and one.cut}
        alarms = sum(kind.startswith("page") for kind in flagged)
        print("pages", level, f"false alarms {alarms}, cuts {len(right)}/{len(cuts_seen)}")
    made = Weights("tools/train_endings.py", fitted(rows, FEATURES, even=True), fitted(pages, stray.FEATURES, even=False))
    FILE.write_bytes(msgspec.json.format(msgspec.json.encode(made), indent=1) + b"\n")


if __name__ == "__main__":
    main()
