"""Fit the model of endings: `python tools/train_endings.py TRUNCATION.jsonl.gz` rewrites `weights.json`.

The rows are bare article bodies, complete or cut. More cuts are made here from the complete ones, inside words and
between them. Only last lines without a full stop and without an outright mark are fitted; the figures printed are of ten
folds by publisher.
"""

from __future__ import annotations

import base64
import gzip
import json
import random
import sys
from pathlib import Path
from typing import NamedTuple

import msgspec
import numpy as np

from checks.claims.completeness import markers
from checks.claims.completeness.ending import FEATURES, features, has_stop
from checks.claims.completeness.pairs import unpaired
from checks.claims.completeness.tail import tail
from checks.claims.completeness.weights import FILE, Weights
from checks.model import Document, Encoding, Zone, Zones

CUT = frozenset({"mid_word", "mid_sentence", "bytes_1024", "bytes_2048", "bytes_4096"})
WHOLE = frozenset({"complete", "head_cut", "middle_cut"})
FOLDS = 10
CUTS_EACH = 12
RIDGE = 2.0


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
    if end is None or has_stop(end.text) or markers.is_teaser_ellipsis(end.text) or end.text[-1:] in ":：":  # noqa: RUF001
        return None
    if markers.continuation(document, end) or markers.finished(document, zones, end):
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
    chance = random.Random(5)  # noqa: S311
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


def fit(numbers: np.ndarray, cut: np.ndarray) -> np.ndarray:
    """Ridge logistic regression by Newton's steps, both classes weighing the same in sum."""
    share = np.where(cut, 1.0, cut.sum() / max(1, (~cut).sum()))
    found = np.zeros(numbers.shape[1])
    ridge = np.full(len(found), RIDGE)
    ridge[0] = 0.01
    for _ in range(30):
        p = 1 / (1 + np.exp(-numbers @ found))
        curve = (numbers * (share * p * (1 - p))[:, None]).T @ numbers + np.diag(ridge)
        step = np.linalg.solve(curve, numbers.T @ (share * (p - cut)) + ridge * found)
        found -= step
    return found


def main() -> None:
    """Cross-validate, print, fit on everything, write."""
    rows = gathered(Path(sys.argv[1]))
    numbers = np.array([one.numbers for one in rows])
    cut = np.array([one.cut for one in rows])
    fold = {name: n % FOLDS for n, name in enumerate(sorted({one.publisher for one in rows}))}
    folds = np.array([fold[one.publisher] for one in rows])
    chances = np.zeros(len(rows))
    for n in range(FOLDS):
        chances[folds == n] = 1 / (1 + np.exp(-numbers[folds == n] @ fit(numbers[folds != n], cut[folds != n])))
    for level in (0.4, 0.6, 0.7, 0.8, 0.9):
        told = {
            kind: f"{sum(chances[n] >= level for n in chosen)}/{len(chosen)}"
            for kind in ("complete", *sorted(CUT))
            if (chosen := [n for n, one in enumerate(rows) if one.given and one.kind == kind])
        }
        print(level, told)
    weights = {name: round(float(weight), 3) for name, weight in zip(FEATURES, fit(numbers, cut), strict=True)}
    FILE.write_bytes(msgspec.json.format(msgspec.json.encode(Weights("tools/train_endings.py", weights)), indent=1) + b"\n")
    if len(sys.argv) > 2:
        np.save(sys.argv[2], chances)


if __name__ == "__main__":
    main()
