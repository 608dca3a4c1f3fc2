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

from checks.claims.dates.article import ANSWER, dated_page
from checks.claims.dates.features import Candidate, candidates
from checks.claims.dates.rank import NONE, WEIGHTS
from checks.model import Document, Encoding
from checks.zone import zone

RIDGE = 2.0  # 0.5 to 4 give the same within a page or two; 2 is the middle of the plateau
SELDOM = 5  # features on fewer pages say more of the pages than of dates
SMALL = 0.02
ARTICLE_PAGE = 0.25  # weight of a page of articles.jsonl: there are three flattenings of each, and no mark of visibility


class Page(msgspec.Struct, frozen=True):
    """A labelled page: its candidates and which of them are right."""

    domain: str
    found: list[Candidate]
    right: list[bool]
    weight: float
    visible: bool


def load(folder: Path) -> list[Page]:
    """The labelled pages of both files, those left out on whose day two golds disagree."""
    pages = []
    for name in ("dates.jsonl.gz", "articles.jsonl.gz"):
        with gzip.open(folder / name, "rt", encoding="utf-8") as lines:
            for row in map(json.loads, lines):
                days = row.get("dates_ok") or [(row["gold"].get("published") or "")[:10]]
                if row.get("gold_conflict") or not days[0]:
                    continue
                found = candidates_of(row["text"])
                right = [any(day.isoformat() in days for day in one.written.readings) for one in found]
                main = name.startswith("dates")
                pages.append(Page(row["domain"], found, right, 1.0 if main else ARTICLE_PAGE, main and row["visible_form"] == "full"))
    return pages


def candidates_of(text: str) -> list[Candidate]:
    """The dates of a text with their features."""
    document = Document("", b"", text, Encoding("utf-8", "utf-8"))
    page = dated_page(document, zone(document))
    return candidates(text, page.likely, page.layout) if page.own else []


def fit(pages: list[Page]) -> dict[str, float]:
    """Feature -> weight."""
    seen = Counter(feature for page in pages for feature in {f for one in page.found for f in one.features})
    order = {feature: k for k, feature in enumerate(sorted(f for f, count in seen.items() if count >= SELDOM))}
    rows: list[int] = []
    columns: list[int] = []
    firsts, right, weights, row = [0], [], [], 0
    for page in pages:
        for one, good in zip(page.found, page.right, strict=True):
            places = [order[feature] for feature in one.features if feature in order]
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

    best = minimise(loss, np.zeros(len(order) + 1))
    found = {feature: round(float(best[k]), 2) for feature, k in order.items() if abs(best[k]) >= SMALL}
    return found | {NONE: round(float(best[-1]), 2)}


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


def verdict(page: Page, table: dict[str, float], answer: float) -> str:
    """Right, wrong or none: what a table of weights answers on a page."""
    if not page.found:
        return "none"
    scores = np.array([sum(table.get(f, 0.0) for f in one.features) for one in page.found] + [table[NONE]])
    power = np.exp(scores - scores.max())
    power /= power.sum()
    days: dict[Any, float] = {}
    for one, share in zip(page.found, power, strict=False):
        days[one.written.readings] = days.get(one.written.readings, 0.0) + share
    best = max(days, key=lambda day: days[day])
    if days[best] < answer:
        return "none"
    return "right" if any(good and one.written.readings == best for one, good in zip(page.found, page.right, strict=True)) else "wrong"


def main() -> None:
    """Cross-validate, then fit all and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    pages = load(parser.parse_args().data)
    steps = sorted({0.35, 0.4, 0.45, 0.5, 0.55, 0.6, ANSWER})
    tally: Counter[tuple[float, str]] = Counter()
    for fold in range(5):
        inside = [int(hashlib.sha256(page.domain.encode()).hexdigest(), 16) % 5 == fold for page in pages]
        table = fit([page for page, out in zip(pages, inside, strict=True) if not out])
        for page, out in zip(pages, inside, strict=True):
            if out and page.visible:
                tally.update((step, verdict(page, table, step)) for step in steps)
    print("visible pages, five folds by domain")
    for step in steps:
        right, wrong, none = (tally[step, said] for said in ("right", "wrong", "none"))
        print(f"  from {step:.2f}: precision {right / (right + wrong):.3f}, recall {right / (right + wrong + none):.3f}")
    table = fit(pages)
    WEIGHTS.write_text(json.dumps(dict(sorted(table.items())), ensure_ascii=False, indent=0) + "\n", "utf-8")
    print(f"{len(table)} weights written")


if __name__ == "__main__":
    main()
