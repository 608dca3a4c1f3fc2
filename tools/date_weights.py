"""Writes `checks/claims/dates/weights.json` anew from labelled pages: `python tools/date_weights.py DATA_DIR FOLDS`.

DATA_DIR holds `dates.jsonl.gz` and `articles.jsonl.gz`; FOLDS is where `checks.zone.train --cv --predictions FOLDS` left the
weights of its folds: pages are then zoned by a line model that never saw them, as those to come will be. The model shares out
one unit of probability among the dates of a page and "none of them", as softmax of a sum of weights; it is fitted by L-BFGS
with a ridge. Before it writes, it tells what five folds by domain give: nothing of a publisher is learned from its own pages.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import random
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import numpy as np

from checks.claims.dates.article import ANSWER
from checks.claims.dates.features import Candidate, candidates
from checks.claims.dates.page import DatedPage, dated_page
from checks.claims.dates.rank import DOUBLE, NONE, WEIGHTS, Ranked, rank
from checks.claims.dates.traits import trait_names, traits
from checks.claims.dates.written import Written
from checks.model import Document, Encoding
from checks.zone import decide
from checks.zone.arrays import read_arrays
from checks.zone.network import read_weights
from checks.zone.train_pages import FOLDS, fold_of

RIDGE = 2.0  # 0.5 to 4 give the same within a page or two; 2 is the middle of the plateau
SELDOM = 5  # features on fewer pages say more of the pages than of dates
ARTICLE_PAGE = 0.25  # weight of a page of articles.jsonl: there are three flattenings of each, and no mark of visibility
# Weight of a page from which its date was taken out, against the page as it is. Pages that show no date are few, and these stand
# for them. At recall .94 of visible pages, 0.2 answers 44 of 540 such pages and 0.4 42; 1.0 answered 4 more than 0.5.
TAKEN_OUT = 0.4
# Share of a page's other dates that stay in its thinned copy: where a clock or a teaser is the only date, nothing stands
# beside it that gives it away. Pages without their date that are answered, at the same recall: 45 with no such copies, 42 with.
THINNED = 0.3
STEPS = sorted({400, 450, 500, 550, 600, 700, ANSWER})


class Page(msgspec.Struct, frozen=True):
    """A labelled page: its candidates and which of them are right."""

    domain: str
    found: list[Candidate]
    right: list[bool]
    weight: float
    kind: str
    """`visible` or `not visible`, `article` for a page of which that is not known, `taken out` or empty."""


def load(folder: Path, folds: Path) -> list[Page]:
    """The labelled pages of both files, those left out on whose day two golds disagree, each as it is and without its date."""
    nets = [read_weights(read_arrays(folds / f"fold{n}.bin")) for n in range(FOLDS)]
    pages = []
    for name in ("dates.jsonl.gz", "articles.jsonl.gz"):
        with gzip.open(folder / name, "rt", encoding="utf-8") as lines:
            for row in map(json.loads, lines):
                days = row.get("dates_ok") or [(row["gold"].get("published") or "")[:10]]
                if row.get("gold_conflict") or not days[0]:
                    continue
                document = Document("", b"", row["text"], Encoding("utf-8", "utf-8"))
                page = dated_page(document, decide(document, nets[fold_of(row)]))
                pages += Labelled(page, row, frozenset(days), main=name.startswith("dates")).copies()
    return pages


class Labelled:
    """A page with the days that are right for it."""

    def __init__(self, page: DatedPage, row: dict[str, Any], days: frozenset[str], *, main: bool) -> None:
        self.page, self.domain, self.days = page, row["domain"], days
        self.weight = 1.0 if main else ARTICLE_PAGE
        self.kind = ("visible" if row["visible_form"] == "full" else "" if row["visible_form"] else "not visible") if main else "article"
        self.chance = random.Random(row["doc_id"] + row.get("flattener", ""))  # noqa: S311 - data to train on, no secret

    def right(self, written: Written) -> bool:
        """Whether a date can be read as a right day."""
        return any(day.isoformat() in self.days for day in written.readings)

    def copies(self) -> list[Page]:
        """The page as it is; without its date and its labelled dates of change, where it has its date; both again thinned."""
        whole = self.judged(self.page, self.weight, self.kind)
        found = [whole, *self.thinned(self.page, self.weight)]
        if any(map(self.right, self.page.own)):
            changed = [one.written for one in whole.found if one.role == "updated"]
            page = without(self.page, [written for written in self.page.own if self.right(written) or written in changed])
            found.append(self.judged(page, self.weight * TAKEN_OUT, "taken out" if self.kind == "visible" else ""))
            found += self.thinned(page, self.weight * TAKEN_OUT)
        return found

    def thinned(self, page: DatedPage, weight: float) -> list[Page]:
        """A copy that has lost most of the dates that are not its own; none where there is nothing to lose."""
        if len(page.own) < 2:
            return []
        own = [written for written in page.own if self.right(written) or self.chance.random() < THINNED]
        return [self.judged(msgspec.structs.replace(page, own=own), weight, "")]

    def judged(self, page: DatedPage, weight: float, kind: str) -> Page:
        """A page's candidates, with which of them are right."""
        found = candidates(page.text, page.likely, page.layout) if page.own else []
        return Page(self.domain, found, [self.right(one.written) for one in found], weight, kind)


def without(page: DatedPage, dates: list[Written]) -> DatedPage:
    """A page that has lost some dates; their lines tell nothing any more of where its byline is."""
    gone = {page.line_of(written) for written in dates}
    layout = msgspec.structs.replace(page.layout, metas=[n for n in page.layout.metas if n not in gone])
    return msgspec.structs.replace(page, own=[written for written in page.own if written not in dates], layout=layout)


def fit(pages: list[Page]) -> dict[str, int]:
    """Trait -> weight."""
    names = trait_names()
    seen = Counter(trait for page in pages for trait in {t for one in page.found for t in traits(one.classes)})
    order = {trait: k for k, trait in enumerate(sorted(trait for trait, count in seen.items() if count >= SELDOM))}
    rows: list[int] = []
    columns: list[int] = []
    firsts, right, weights, row = [0], [], [], 0
    for page in pages:
        for one, good in zip(page.found, page.right, strict=True):
            places = [order[trait] for trait in traits(one.classes) if trait in order]
            rows += [row] * len(places)
            columns += places
            right.append(good)
            row += 1
        rows.append(row)
        columns.append(len(order))
        right.append(not any(page.right))
        weights.append(page.weight)
        row += 1
        firsts.append(row)
    row_at, column_at, good_at = np.array(rows), np.array(columns), np.array(right, float)
    starts, share = np.array(firsts[:-1]), np.array(weights)
    sizes = np.diff(firsts)

    def loss(w: np.ndarray) -> tuple[float, np.ndarray]:
        score = np.bincount(row_at, w[column_at], minlength=row)
        power = np.exp(score - np.repeat(np.maximum.reduceat(score, starts), sizes))
        whole, good = np.add.reduceat(power, starts), np.add.reduceat(power * good_at, starts) + 1e-30
        slope = np.repeat(share, sizes) * (power / np.repeat(whole, sizes) - power * good_at / np.repeat(good, sizes))
        value = float((share * np.log(whole / good)).sum() + 0.5 * RIDGE * w @ w)
        return value, np.bincount(column_at, slope[row_at], minlength=len(order) + 1) + RIDGE * w

    best = np.rint(minimise(loss, np.zeros(len(order) + 1)) * DOUBLE / np.log(2)).astype(int).tolist()
    return {names[trait]: best[k] for trait, k in order.items() if best[k]} | {NONE: best[-1]}


def minimise(loss: Callable[[np.ndarray], tuple[float, np.ndarray]], w: np.ndarray) -> np.ndarray:
    """The minimum of a smooth convex function, by L-BFGS with backtracking."""
    steps: list[tuple[np.ndarray, np.ndarray]] = []
    value, slope = loss(w)
    for _ in range(400):
        way, marks = slope.copy(), []
        for s, y in reversed(steps):
            marks.append((s @ way) / (y @ s))
            way -= marks[-1] * y
        way *= (steps[-1][0] @ steps[-1][1]) / (steps[-1][1] @ steps[-1][1]) if steps else 1 / max(1.0, np.abs(slope).sum())
        for (s, y), mark in zip(steps, reversed(marks), strict=True):
            way += s * (mark - (y @ way) / (y @ s))
        size = 1.0
        while True:
            new = w - size * way
            new_value, new_slope = loss(new)
            if new_value <= value - 1e-4 * size * (slope @ way) or size < 1e-8:
                break
            size /= 2
        s, y = new - w, new_slope - slope
        if s @ y > 1e-10:
            steps = [*steps, (s, y)][-10:]
        settled = abs(value - new_value) < 1e-7 * max(1.0, abs(value))
        w, value, slope = new, new_value, new_slope
        if settled:
            break
    return w


def verdict(page: Page, ranked: Ranked | None, answer: int) -> str:
    """Right, wrong or none: what is answered on a page from a share. A day that can be read two ways is right when one reading is."""
    if ranked is None or ranked.share < answer:
        return "none"
    day = ranked.best.written.readings
    return "right" if any(good and one.written.readings == day for one, good in zip(page.found, page.right, strict=True)) else "wrong"


def cross_validate(pages: list[Page], seed: str) -> Counter[tuple[int, str, str]]:
    """Share, kind and verdict -> pages, in five folds by domain."""
    tally: Counter[tuple[int, str, str]] = Counter()
    names = trait_names()
    for fold in range(5):
        inside = [int(hashlib.sha256((page.domain + seed).encode()).hexdigest(), 16) % 5 == fold for page in pages]
        table = fit([page for page, out in zip(pages, inside, strict=True) if not out])
        weights = [table.get(name, 0) for name in names], table[NONE]
        for page, out in zip(pages, inside, strict=True):
            if out and page.kind:
                ranked = rank(page.found, weights)
                tally.update((step, page.kind, verdict(page, ranked, step)) for step in STEPS)
    return tally


def figures(tally: Counter[tuple[int, str, str]], step: int) -> str:
    """What three partitions gave at a share, in a line."""
    right, wrong, none = (tally[step, "visible", said] for said in ("right", "wrong", "none"))
    said = f"visible pages precision {right / (right + wrong):.3f}, recall {right / (right + wrong + none):.3f}"
    for kind in ("not visible", "taken out"):
        silent, answered = tally[step, kind, "none"] / 3, (tally[step, kind, "right"] + tally[step, kind, "wrong"]) / 3
        said += f"; {kind}: {answered:.0f} of {answered + silent:.0f} answered"
    return said


def main() -> None:
    """Cross-validate three times, in folds of other domains each time; then fit all and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("folds", type=Path)
    arguments = parser.parse_args()
    pages = load(arguments.data, arguments.folds)
    tally: Counter[tuple[int, str, str]] = Counter()
    for seed in ("", "1", "2"):
        tally.update(cross_validate(pages, seed))
    print("five folds by domain, mean of three partitions")
    for step in STEPS:
        print(f"  from {step}: {figures(tally, step)}")
    table = fit(pages)
    WEIGHTS.write_text(json.dumps(dict(sorted(table.items())), ensure_ascii=False, indent=0) + "\n", "utf-8")
    print(f"{len(table)} weights written")


if __name__ == "__main__":
    main()
