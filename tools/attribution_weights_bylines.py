"""Learns what the evidence for bylines weighs, from labelled pages given by path, and says how often they are right.

    python -m tools.attribution_weights_bylines ARTICLES.jsonl.gz [--write]

A row of the file has text, domain, dataset, flattener and gold {authors}. One logistic regression over what
`checks.claims.byline_features` sees of each candidate. It learns from the pages of all flatteners, so that names count that
stand in a line with more; the figures are those of bs4, cross-validated by domain, over the authors that the text shows.
The scrapinghub pages name no authors at all and are left out. Without --write only the figures are shown.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import Counter
from pathlib import Path
from typing import Any

import msgspec
import numpy as np

from checks.claims.authors import choose
from checks.claims.byline_features import features
from checks.claims.bylines import candidates
from checks.claims.candidate import Candidate, name_of
from checks.claims.credits import credit_text
from checks.claims.places import Places
from checks.claims.weights import FILE, PRIORS
from checks.read import read
from checks.zone import zone
from tools.attribution_weights import FOLDS, fit, fold, same

RIDGE = 3.0
"""Of 1, 3 and 6: precision .850, .856, .856 at recall .775, .778, .778, cross-validated by domain."""


class Page(msgspec.Struct):
    """A page, the candidates on it, what is seen of each, and which of them name an author."""

    flattener: str
    group: int
    gold: list[str]
    places: Places
    found: list[Candidate]
    seen: list[list[str]]

    @property
    def names(self) -> list[str]:
        """The names of the candidates."""
        return [name_of(self.places, one) for one in self.found]

    @property
    def right(self) -> list[bool]:
        """Whether each candidate names an author."""
        return [any(same(name, gold) for gold in self.gold) for name in self.names]


def gather(path: Path) -> list[Page]:
    """The pages whose authors are known."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [_page(row) for row in map(json.loads, lines) if row["dataset"] != "scrapinghub"]


def _page(row: dict[str, Any]) -> Page:
    document = read(row["text"].encode("utf-8", "surrogatepass"), "page.txt")
    places = Places(document, zone(document))
    found = [one for one in candidates(places) if one.role == "author"]
    taken = frozenset(claim.evidence[0] for claim in credit_text(places))
    seen = [features(places, one, taken, found) for one in found]
    return Page(row["flattener"], sum(map(ord, row["domain"])) * 7919 % FOLDS, row["gold"]["authors"], places, found, seen)


def learn(pages: list[Page]) -> tuple[dict[str, float], list[list[float]]]:
    """The weights learned from all pages, and each candidate's score from the folds that its domain is not in."""
    keys = sorted({key for page in pages for seen in page.seen for key in seen})
    columns = {key: at for at, key in enumerate(keys)}
    sizes = [len(page.found) for page in pages]
    table = np.zeros((sum(sizes), len(keys) + 1))
    table[:, -1] = 1
    for at, seen in enumerate(seen for page in pages for seen in page.seen):
        table[at, [columns[key] for key in seen]] = 1
    right = np.array([good for page in pages for good in page.right], float)
    group = np.repeat([page.group for page in pages], sizes)
    score = np.zeros(len(table))
    for part in range(FOLDS):
        score[group == part] = table[group == part] @ _with_priors(keys, fit(table[group != part], right[group != part], RIDGE))
    weights = fit(table, right, RIDGE)
    learned = {key: round(float(value), 3) for key, value in zip([*keys, "bias"], weights, strict=True)}
    return learned, [part.tolist() for part in np.split(score, np.cumsum(sizes)[:-1])]


def _with_priors(keys: list[str], weights: np.ndarray) -> np.ndarray:
    for at, key in enumerate(keys):
        weights[at] = PRIORS["byline"].get(key, weights[at])
    return weights


def figures(pages: list[Page], scores: list[list[float]], enough: float) -> str:
    """Recall over the authors that the text shows, and precision over the pages that have authors."""
    count: Counter[str] = Counter()
    for page, values in zip(pages, scores, strict=True):
        if page.flattener != "bs4" or not page.gold:
            continue
        text = fold(page.places.document.text)
        named = [name_of(page.places, one) for _, one in choose(page.places, page.found, values, enough)]
        shown = [gold for gold in page.gold if fold(gold) in text]
        count["shown"] += len(shown)
        count["candidates"] += sum(any(same(name, gold) for name in page.names) for gold in shown)
        count["found"] += sum(any(same(name, gold) for name in named) for gold in shown)
        count["named"] += len(named)
        count["right"] += sum(any(same(name, gold) for gold in page.gold) for name in named)
    return (
        f"log-odds {enough:5.2f}: recall {count['found'] / count['shown']:.3f}, precision {count['right'] / count['named']:.3f}; "
        f"{count['shown']} shown, {count['candidates']} among the candidates, {count['named']} named"
    )


def main() -> None:
    """Learn, show, and write when told to."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    pages = gather(args.articles)
    learned, scores = learn(pages)
    for enough in np.arange(-2.25, -0.49, 0.25):
        print(figures(pages, scores, float(enough)))
    if args.write:
        models = json.loads(FILE.read_text("utf-8")) | {"byline": learned}
        FILE.write_text(json.dumps(models, indent=0, sort_keys=True) + "\n", "utf-8")


if __name__ == "__main__":
    main()
