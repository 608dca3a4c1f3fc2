"""Learns what the evidence for headlines and publishers weighs, from labelled pages given by path.

    python -m tools.attribution_weights ARTICLES.jsonl.gz [--only MODEL] [--write]

A row of the file has text, domain, publisher, flattener and gold {title, authors}. Each model is a logistic regression over
the features that the claims module names itself; figures are cross-validated by domain. Without --write only they are shown.
Bylines have a tool of their own, `tools.attribution_weights_bylines`.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

from checks.claims.foot_names import foot_lines
from checks.claims.headlines import parted
from checks.claims.places import Places
from checks.claims.publisher_names import found_names, names_of_furniture
from checks.claims.publishers import Seen, bare
from checks.claims.titles import echoes_of, title_candidates
from checks.claims.weights import FILE
from checks.read import read
from checks.zone import zone

FOLDS = 10
Row = tuple[int, str, list[str], bool]
"""Page, domain, features, whether the candidate is right."""


def fold(text: str) -> str:
    """Letters and digits alone, case-folded."""
    return bare(text)


def same(one: str, other: str) -> bool:
    """Whether two names are one, or one is a part of the other."""
    one, other = fold(one), fold(other)
    return bool(one) and (one == other or (min(len(one), len(other)) >= 5 and (one in other or other in one)))


def titles(number: int, page: dict[str, Any], places: Places) -> list[Row]:
    """The candidates for the headline of a page whose headline is known."""
    gold = page["gold"]["title"]
    found = title_candidates(places, echoes_of(places)) if gold else {}
    return [(number, page["domain"], keys, fold(places.text(line)) == fold(gold)) for line, keys in found.items()]


def publishers(number: int, page: dict[str, Any], places: Places) -> list[Row]:
    """The candidates for the publisher of a page."""
    page_title = parted(places)
    feet = foot_lines(places)
    seen = Seen(places, page_title, feet)
    found = found_names(places, page_title, feet)
    found += names_of_furniture(places, found)
    return [(number, page["domain"], seen.features(one), publishes(one.name, page)) for one in found]


def publishes(name: str, page: dict[str, Any]) -> bool:
    """Whether a name is that of the page's publisher or of its domain, whole or in part, as the evaluation counts it."""
    given, named, stem = fold(name), fold(page["publisher"]), fold(page["domain"].split(".")[0])
    return given in (named, stem, fold(page["domain"])) or (len(given) >= 3 and (given in named or named in given or stem in given))


def fit(rows: np.ndarray, right: np.ndarray, strength: float = 1.0) -> np.ndarray:
    """Weights of a logistic regression with a ridge, by Newton's method; the last column is the bias."""
    weights = np.zeros(rows.shape[1])
    ridge = np.eye(rows.shape[1]) * strength
    ridge[-1, -1] = 0.01
    for _ in range(40):
        chance = 1 / (1 + np.exp(-np.clip(rows @ weights, -30, 30)))
        slope = rows.T @ (chance - right) + ridge @ weights
        weights -= np.linalg.solve((rows * (chance * (1 - chance))[:, None]).T @ rows + ridge, slope)
    return weights


def learn(name: str, rows: list[Row]) -> dict[str, float]:
    """The weights of one model, and its figure: how often the best candidate of a page is right, on domains unseen."""
    keys = sorted({key for _, _, seen, _ in rows for key in seen})
    columns = {key: at for at, key in enumerate(keys)}
    table = np.zeros((len(rows), len(keys) + 1))
    table[:, -1] = 1
    for at, (_, _, seen, _) in enumerate(rows):
        table[at, [columns[key] for key in seen]] = 1
    right = np.array([row[3] for row in rows], float)
    group = np.array([sum(map(ord, row[1])) * 7919 % FOLDS for row in rows])
    score = np.zeros(len(rows))
    for part in range(FOLDS):
        score[group == part] = table[group == part] @ fit(table[group != part], right[group != part])
    best: dict[int, tuple[float, bool]] = {}
    for (page, _, _, good), value in zip(rows, score, strict=True):
        best[page] = max(best.get(page, (-99.0, False)), (float(value), good))
    hits = sum(good for _, good in best.values())
    print(f"{name}: best candidate right on {hits} of {len(best)} pages with candidates, {hits / len(best):.3f}")
    for bar in (-0.5, 0.0, 0.3, 0.6, 0.9, 1.2, 1.6, 2.0):
        told = [good for value, good in best.values() if value >= bar]
        print(f"  from {bar:4}: answers {len(told)}, right {sum(told)}, precision {sum(told) / max(1, len(told)):.3f}")
    weights = fit(table, right)
    return {key: round(float(value), 3) for key, value in zip([*keys, "bias"], weights, strict=True)}


MODELS: dict[str, Callable[[int, dict[str, Any], Places], list[Row]]] = {"headline": titles, "publisher": publishers}


def main() -> None:
    """Learn all models; write them when told to."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--only", choices=sorted(MODELS), help="learn this model and leave the others as they are")
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    models = {name: gather for name, gather in MODELS.items() if args.only in (None, name)}
    rows: dict[str, list[Row]] = {name: [] for name in models}
    with gzip.open(args.articles, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            page = json.loads(line)
            if page["flattener"] == "bs4":
                document = read(page["text"].encode("utf-8", "surrogatepass"), "page.txt")
                places = Places(document, zone(document))
                for name, gather in models.items():
                    rows[name].extend(gather(number, page, places))
    learned = {name: learn(name, found) for name, found in rows.items()}
    if args.write:
        learned = json.loads(FILE.read_text("utf-8")) | learned
        FILE.write_text(json.dumps(learned, indent=0, sort_keys=True) + "\n", "utf-8")


if __name__ == "__main__":
    main()
