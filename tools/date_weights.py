"""Writes `checks/claims/dates/weights.json` anew from labelled pages: `python tools/date_weights.py DATA_DIR`.

DATA_DIR holds `dates.jsonl.gz` and `articles.jsonl.gz`. The model shares out one unit of probability among the dates of
a page and "none of them", as softmax of a sum of weights; it is fitted by L-BFGS with a ridge. Before it writes, it tells
what five folds by domain give: nothing of a publisher is learned from its own pages there.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
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
from checks.zone import zone

RIDGE = 2.0  # 0.5 to 4 give the same within a page or two; 2 is the middle of the plateau
SELDOM = 5  # features on fewer pages say more of the pages than of dates
ARTICLE_PAGE = 0.25  # weight of a page of articles.jsonl: there are three flattenings of each, and no mark of visibility
# Weight of a page from which its date was taken out, against the page as it is. Pages that show no date are few, and these stand
# for them. Precision and recall on visible pages, and pages answered without their date, of 540: with 0.2 .988, .955, 66; 0.1
# answers some 15 more of them at the same recall, 0.3 no fewer. Before there were any: .973, .944, 134.
TAKEN_OUT = 0.2
STEPS = sorted({400, 450, 500, 550, 600, 700, ANSWER})


class Page(msgspec.Struct, frozen=True):
    """A labelled page: its candidates and which of them are right."""

    domain: str
    found: list[Candidate]
    right: list[bool]
    weight: float
    kind: str
    """`visible` or `not visible`, `article` for a page of which that is not known, `taken out` or empty."""


def load(folder: Path) -> list[Page]:
    """The labelled pages of both files, those left out on whose day two golds disagree, each as it is and without its date."""
    pages = []
    for name in ("dates.jsonl.gz", "articles.jsonl.gz"):
        with gzip.open(folder / name, "rt", encoding="utf-8") as lines:
            for row in map(json.loads, lines):
                days = row.get("dates_ok") or [(row["gold"].get("published") or "")[:10]]
                if row.get("gold_conflict") or not days[0]:
                    continue
                document = Document("", b"", row["text"], Encoding("utf-8", "utf-8"))
                pages += two_pages(dated_page(document, zone(document)), row, frozenset(days), main=name.startswith("dates"))
    return pages


def two_pages(page: DatedPage, row: dict[str, Any], days: frozenset[str], *, main: bool) -> list[Page]:
    """A page as it is; and without its date and its labelled dates of change, where it has its date."""

    def right(written: Written) -> bool:
        return any(day.isoformat() in days for day in written.readings)

    weight = 1.0 if main else ARTICLE_PAGE
    kind = ("visible" if row["visible_form"] == "full" else "" if row["visible_form"] else "not visible") if main else "article"
    found = candidates(page.text, page.likely, page.layout) if page.own else []
    pages = [Page(row["domain"], found, [right(one.written) for one in found], weight, kind)]
    if any(map(right, page.own)):
        changed = [one.written for one in found if one.role == "updated"]
        left = [written for written in page.own if not right(written) and written not in changed]
        page = msgspec.structs.replace(page, own=left)
        found = candidates(page.text, page.likely, page.layout) if left else []
        kind = "taken out" if kind == "visible" else ""
        pages.append(Page(row["domain"], found, [False] * len(found), weight * TAKEN_OUT, kind))
    return pages


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
    pages = load(parser.parse_args().data)
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
