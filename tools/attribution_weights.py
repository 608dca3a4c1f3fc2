"""Learns what the evidence for headlines and publishers weighs, from labelled pages given by path.

    python -m tools.attribution_weights ARTICLES.jsonl.gz [--only MODEL] [--write]

A row of the file has text, domain, publisher, flattener and gold {title, authors}. Each model is a logistic regression over
the features that the claims module names itself; figures are cross-validated by domain, over the pages of bs4 as a mean of several
partitions into folds. Without --write only they are shown.
Bylines have a tool of their own, `tools.attribution_weights_bylines`.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import numpy as np

from checks.claims.echoes import echoes_of
from checks.claims.foot_names import foot_lines
from checks.claims.headlines import parted
from checks.claims.places import Places
from checks.claims.publisher_features import Seen
from checks.claims.publisher_names import found_names
from checks.claims.publishers import bare, further
from checks.claims.recurring import furniture_of, names_again
from checks.claims.titles import title_candidates
from checks.claims.weights import FILE, PRIORS
from checks.read import read
from checks.zone import zone

FOLDS = 10
PARTITIONS = 5
"""Ways to part the domains into folds; figures are means over them."""
BARS = (-0.6, -0.3, 0.0, 0.2, 0.4, 0.6, 0.9, 1.2, 1.6, 2.0)
RIDGE = {"headline": 1.0, "publisher": 3.0}
"""For publishers, of 2, 3, 5 and 8: right at a precision of .90 on .609, .607, .599 and .584 of pages, cross-validated by domain."""
OTHERS = 0.33
"""What a page of another flattener weighs beside its twin of bs4, on which figures are taken. Of .33, .5 and 1 the publisher was right
on .603, .600 and .595 of pages at log-odds of .4."""


class Row(msgspec.Struct, frozen=True):
    """A candidate on a page."""

    page: int
    domain: str
    keys: list[str]
    right: bool
    counted: bool = True
    """Whether the page is one that figures are taken on."""


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
    found = title_candidates(places, echoes_of(places)) if gold and page["flattener"] == "bs4" else {}
    return [Row(number, page["domain"], keys, fold(places.text(line)) == fold(gold)) for line, keys in found.items()]


def publishers(number: int, page: dict[str, Any], places: Places) -> list[Row]:
    """The candidates for the publisher of a page."""
    page_title = parted(places)
    feet, notices = foot_lines(places)
    found = found_names(places, page_title, feet, notices)
    furniture = furniture_of(places)
    often = names_again(furniture)
    seen = Seen(places, page_title, feet, found)
    counted = page["flattener"] == "bs4"
    return [
        Row(number, page["domain"], seen.features(one, often)[1:], publishes(one.name, page), counted)
        for one in further(found, furniture, often)
    ]


def publishes(name: str, page: dict[str, Any]) -> bool:
    """Whether a name is that of the page's publisher or of its domain, whole or in part, as the evaluation counts it."""
    given, named, stem = fold(name), fold(page["publisher"]), fold(page["domain"].split(".")[0])
    return given in (named, stem, fold(page["domain"])) or (len(given) >= 3 and (given in named or named in given or stem in given))


def fit(rows: np.ndarray, right: np.ndarray, strength: float, share: np.ndarray, fixed: dict[int, float]) -> np.ndarray:
    """Weights of a logistic regression with a ridge, by Newton's method; the last column is the bias.

    Each row weighs its share; the weights of fixed columns are given.
    """
    weights = np.zeros(rows.shape[1])
    weights[list(fixed)] = list(fixed.values())
    free = np.array([at not in fixed for at in range(rows.shape[1])])
    known, rows = rows[:, ~free] @ weights[~free], rows[:, free]
    weights[free] = _fit(rows, right, strength, share, known)
    return weights


def _fit(rows: np.ndarray, right: np.ndarray, strength: float, share: np.ndarray, known: np.ndarray) -> np.ndarray:
    weights = np.zeros(rows.shape[1])
    ridge = np.eye(rows.shape[1]) * strength
    ridge[-1, -1] = 0.01
    for _ in range(40):
        chance = 1 / (1 + np.exp(-np.clip(known + rows @ weights, -30, 30)))
        slope = rows.T @ (share * (chance - right)) + ridge @ weights
        step = np.linalg.solve((rows * (share * chance * (1 - chance))[:, None]).T @ rows + ridge, slope)
        weights -= step
        if np.abs(step).max() < _STILL:
            break
    return weights


_STILL = 1e-7


def learn(name: str, rows: list[Row]) -> dict[str, float]:
    """The weights of one model, and its figures: how often its answers are right on domains unseen, mean of several partitions."""
    keys = sorted({key for row in rows for key in row.keys})
    columns = {key: at for at, key in enumerate(keys)}
    table = np.zeros((len(rows), len(keys) + 1))
    table[:, -1] = 1
    for at, row in enumerate(rows):
        table[at, [columns[key] for key in row.keys]] = 1
    right = np.array([row.right for row in rows], float)
    share = np.array([1 if row.counted else OTHERS for row in rows])
    fixed = {columns[key]: value for key, value in PRIORS[name].items() if key in columns}
    answers = []
    for partition in range(PARTITIONS):
        group = np.array([group_of(row.domain, partition) for row in rows])
        score = np.zeros(len(rows))
        for part in range(FOLDS):
            held = group == part
            weights = fit(table[~held], right[~held], RIDGE[name], share[~held], fixed)
            score[held] = table[held] @ weights
        answers.append(best(rows, score))
    show(name, answers)
    weights = fit(table, right, RIDGE[name], share, fixed)
    return {key: round(float(value), 3) for key, value in zip([*keys, "bias"], weights, strict=True)}


def group_of(domain: str, partition: int) -> int:
    """The fold that a domain is in, one of `FOLDS`."""
    return int.from_bytes(hashlib.sha256(f"{partition} {domain}".encode()).digest()[:4]) % FOLDS


def best(rows: list[Row], score: np.ndarray) -> list[tuple[float, bool]]:
    """The score of the best candidate of each counted page and whether it is right."""
    found: dict[int, tuple[float, bool]] = {}
    for row, value in zip(rows, score.tolist(), strict=True):
        if row.counted:
            found[row.page] = max(found.get(row.page, (-99.0, False)), (value, row.right))
    return list(found.values())


def show(name: str, answers: list[list[tuple[float, bool]]]) -> None:
    """How many pages are answered from each bar on, and how many rightly."""
    pages, hits = (sum(map(len, answers)) / PARTITIONS, sum(good for each in answers for _, good in each) / PARTITIONS)
    print(f"{name}: best candidate right on {hits:.1f} of {pages:.0f} pages with candidates, {hits / pages:.3f}")
    for bar in BARS:
        told = [good for each in answers for value, good in each if value >= bar]
        count, right = len(told) / PARTITIONS, sum(told) / PARTITIONS
        print(f"  from {bar:4}: answers {count:.1f}, right {right:.1f}, precision {right / max(1.0, count):.3f}")


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
