"""Fit the models of endings: `python tools/train_endings.py TRUNCATION ARTICLES [FOLDS]` rewrites `weights.json` and `wording.bin`.

The rows of the first file are bare article bodies, complete or cut. More cuts are made here from the complete ones, inside
words and between them. Only last lines without a full stop and without an outright mark are fitted.

The rows of the second are whole pages. Their articles are cut here and the furniture below is kept; what is fitted are the
lines around what the line model takes for the end of the article, where they are broken off or not. FOLDS is where
`checks.zone.train --cv --predictions FOLDS` left the weights of its folds: pages are then zoned by a line model that never
saw their publisher; without it by the shipped one, which did.
What wordings say of a line, `wordings.py` learns from the same pages; the network is fitted on what tables say that saw no page of
the line's publishers, and judged with tables that saw none of those it is judged by.
The figures printed are of ten folds by publisher, those of pages of five.
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import cuts
import fits
import msgspec
import numpy as np
import stray_rows
import wordings

from checks.claims.completeness import lists, markers, stray, wording
from checks.claims.completeness.ending import FEATURES, features
from checks.claims.completeness.pairs import unpaired
from checks.claims.completeness.stops import has_stop
from checks.claims.completeness.tail import tail
from checks.claims.completeness.weights import FILE, Layer, Net, Weights
from checks.model import Document, Encoding, Zone, Zones

CUT = frozenset({"mid_word", "mid_sentence", "bytes_1024", "bytes_2048", "bytes_4096"})
WHOLE = frozenset({"complete", "head_cut", "middle_cut"})
FOLDS, PAGE_FOLDS = 10, 5
CUTS_EACH = 12
WHOLE_WEIGHS = 3.0
"""Weight of the lines of pages as they are against those of cut ones, for the gate."""
DIGITS = 4
FOUND = 1.2
LEVELS = (0.8, 1.0, 1.1, 1.2, 1.4, 1.8, 2.2, 2.7)


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


def broken_beginnings(text: str, chance: random.Random) -> list[tuple[str, str]]:
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
    for given in cuts.given_rows(path):
        raw = given["raw"]
        if given["kind"] in CUT | WHOLE:
            rows.append(row(raw, given["publisher"], given["kind"], given=True))
        if given["kind"] == "complete":
            made = broken_beginnings(raw.decode("utf-8"), chance)
            rows.extend(row(text.encode(), given["publisher"], kind, given=False) for kind, text in made)
    return [one for one in rows if one is not None]


def folds_of(publishers: list[str], count: int = FOLDS) -> np.ndarray:
    """A fold for each row: all rows of a publisher have one."""
    fold = {name: n % count for n, name in enumerate(sorted(set(publishers)))}
    return np.array([fold[name] for name in publishers])


def even(cut: np.ndarray) -> np.ndarray:
    """Weights of rows with which both classes weigh the same in sum."""
    return np.where(cut, 1.0, cut.sum() / max(1, (~cut).sum()))


def judged_endings(rows: list[Row]) -> dict[str, float]:
    """Cross-validate the model of last lines, print, and fit it on everything: feature -> weight."""
    numbers, cut = np.array([one.numbers for one in rows]), np.array([one.cut for one in rows])
    folds, chances = folds_of([one.publisher for one in rows]), np.zeros(len(rows))
    for n in range(FOLDS):
        here = folds != n
        chances[~here] = 1 / (1 + np.exp(-numbers[~here] @ fits.logistic(numbers[here], cut[here], even(cut[here]))))
    for level in (0.4, 0.6, 0.7, 0.8, 0.9):
        told = {
            kind: f"{sum(chances[n] >= level for n in chosen)}/{len(chosen)}"
            for kind in ("complete", *sorted(CUT))
            if (chosen := [n for n, one in enumerate(rows) if one.given and one.kind == kind])
        }
        print(level, told)
    found = fits.logistic(numbers, cut, even(cut))
    return {name: round(float(weight), 3) for name, weight in zip(FEATURES, found, strict=True)}


def judged_pages(rows: stray_rows.Rows) -> tuple[dict[str, float], Net, bytes]:
    """Cross-validate the network of lines on pages and the gate before it, print, and fit both and the wordings on everything."""
    whole = np.array([kind.startswith("complete") for kind, _ in rows.files])
    share = np.where(whole[rows.file], WHOLE_WEIGHS, 1.0)
    folds, numbers, table = worded(rows)
    scores, gate = np.zeros(len(rows.cut)), np.zeros(len(rows.cut))
    seen = [stray.FEATURES.index(name) for name in stray.GATE]
    for n in range(PAGE_FOLDS):
        here, told = folds != n, numbers(n)
        scores[~here] = fits.mean_network(told[here], rows.cut[here], rows.file[here]).scores(told[~here])
        quick = told[:, seen].astype(float)
        gate[~here] = quick[~here] @ fits.logistic(quick[here], rows.cut[here], share[here])
    for level in (-2.5, -3.0, -3.5, -4.0, -5.0):
        left, kept = np.mean(gate[whole[rows.file]] >= level), np.mean(gate[rows.cut & (scores > FOUND)] >= level)
        print("gate", level, f"lines of whole pages left {left:.3f}, cuts {kept:.4f}")
    for level in LEVELS:
        print("pages", level, _told(rows, scores, level))
    asked = np.where(gate >= stray.HOPELESS, scores, -np.inf)
    for level in LEVELS:
        print("pages, behind the gate", level, _told(rows, asked, level))
    told = numbers(None)
    found = fits.logistic(told[:, seen].astype(float), rows.cut, share)
    return (
        {name: round(float(weight), 3) for name, weight in zip(stray.GATE, found, strict=True)},
        _stored(fits.mean_network(told, rows.cut, rows.file)),
        table,
    )


def worded(rows: stray_rows.Rows) -> tuple[np.ndarray, Callable[[int | None], np.ndarray], bytes]:
    """The fold of each row, the numbers of all rows with one fold's wordings left out (or only each row's own), and the tables of all.

    The numbers are the same array each time, so none of them may be kept.
    """
    names = [one.publisher for one in rows.lines]
    folds = folds_of([*names, *rows.publisher.tolist()], PAGE_FOLDS)
    of_lines, of_rows = folds[: len(names)], folds[len(names) :]
    hashed = wordings.Hashed(rows.lines, rows.texts)
    said = wordings.nested(hashed, of_lines, of_rows, PAGE_FOLDS)
    columns = [stray.FEATURES.index(name) for name in (wording.ENDED, wording.RUNNING)]

    def numbers(out: int | None) -> np.ndarray:
        rows.numbers[:, columns] = said(out)
        return rows.numbers

    return of_rows, numbers, b"".join(table.tobytes() for table in hashed.fitted(np.ones(len(names), bool)))


def _told(rows: stray_rows.Rows, scores: np.ndarray, level: float) -> dict[str, str]:
    """Kind -> share of files in which a line is flagged; for cuts the share where the line that is told is the very one."""
    best = np.full(len(rows.files), -np.inf)
    np.maximum.at(best, rows.file, scores)
    right = np.full(len(rows.files), -np.inf)
    told_of = rows.cut & (scores == best[rows.file])
    np.maximum.at(right, rows.file[told_of], scores[told_of])
    told = {}
    for kind, labelled in dict.fromkeys(rows.files):
        if labelled or kind.startswith("complete"):
            chosen = [n for n, one in enumerate(rows.files) if one == (kind, labelled)]
            share = np.mean((best if kind.startswith("complete") else right)[chosen] >= level)
            told[kind if labelled else f"{kind}, not labelled"] = f"{share:.3f} of {len(chosen)}"
    return told


def _stored(net: Layer) -> Net:
    """A fitted network as it is kept, by feature."""

    def rounded(values: np.ndarray) -> list[float]:
        return [float(f"{value:.{DIGITS}g}") for value in values.tolist()]

    return Net(
        dict(zip(stray.FEATURES, rounded(net.usual), strict=True)),
        {name: rounded(row) for name, row in zip(stray.FEATURES, net.hidden, strict=True)},
        rounded(net.hidden_bias),
        rounded(net.outward),
        round(net.outward_bias, DIGITS),
    )


def main() -> None:
    """Cross-validate, print, fit on everything, write."""
    endings, articles = Path(sys.argv[1]), Path(sys.argv[2])
    zoner = cuts.zoner(Path(sys.argv[3]) if sys.argv[3:] else None)
    last = judged_endings(gathered(endings))
    gate, net, table = judged_pages(stray_rows.gathered(articles, cuts.prompts(endings), zoner))
    made = msgspec.to_builtins(Weights("tools/train_endings.py", last, gate, net))
    FILE.write_text(_laid_out(made) + "\n", "utf-8")
    wording.FILE.write_bytes(table)


def _laid_out(held: object, depth: int = 1) -> str:
    """JSON with an entry of a mapping in each line, and lists in one."""
    if not isinstance(held, dict):
        return json.dumps(held)
    inside = ",\n".join(f"{' ' * depth}{json.dumps(name)}: {_laid_out(value, depth + 1)}" for name, value in held.items())
    return "{\n" + inside + "\n" + " " * (depth - 1) + "}"


if __name__ == "__main__":
    main()
