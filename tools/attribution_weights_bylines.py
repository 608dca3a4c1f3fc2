"""Learns what the evidence for bylines weighs, from labelled pages given by path, and says how often they are right.

    python -m tools.attribution_weights_bylines ARTICLES.jsonl.gz [--write]

A row of the file has text, domain, dataset, flattener and gold {authors}. One logistic regression over what
`checks.claims.byline_features` sees of each candidate. It learns from the pages of all flatteners, so that names count that
stand in a line with more; the figures are those of bs4, cross-validated by domain, a mean of several partitions into folds, over the
authors that the text shows.
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
from checks.claims.byline_features import features, rivalry
from checks.claims.bylines import candidates
from checks.claims.candidate import Candidate, name_of
from checks.claims.credits import credit_text
from checks.claims.places import Places
from checks.claims.weights import FILE, PRIORS
from checks.read import read
from checks.zone import zone
from tools.attribution_weights import FOLDS, PARTITIONS, fit, fold, group_of, same

RIDGE = 5.0
"""Of 1.5, 3, 5, 8 and 12 at log-odds of -1.75: recall .792, .794, .802, .805, .804 at precision .849, .848, .852, .848, .835,
cross-validated by domain."""
OTHERS = 0.5
"""What a page of another flattener weighs beside its twin of bs4, on which figures are taken. Of .33, .5 and 1, ridge 8: precision
.839, .848 and .850 at recall .802, .805 and .799."""


class Page(msgspec.Struct):
    """A page, the candidates on it, what is seen of each, and which of them name an author."""

    flattener: str
    domain: str
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
    seen = [features(places, one, taken, rivalry(found)) for one in found]
    return Page(row["flattener"], row["domain"], row["gold"]["authors"], places, found, seen)


def learn(pages: list[Page]) -> tuple[dict[str, float], list[list[list[float]]]]:
    """The weights learned from all pages, and for each partition each candidate's score from the folds that its domain is not in."""
    keys = sorted({key for page in pages for seen in page.seen for key in seen})
    columns = {key: at for at, key in enumerate(keys)}
    sizes = [len(page.found) for page in pages]
    table = np.zeros((sum(sizes), len(keys) + 1))
    table[:, -1] = 1
    for at, seen in enumerate(seen for page in pages for seen in page.seen):
        table[at, [columns[key] for key in seen]] = 1
    right = np.array([good for page in pages for good in page.right], float)
    share = np.repeat([1 if page.flattener == "bs4" else OTHERS for page in pages], sizes)
    fixed = {columns[key]: value for key, value in PRIORS["byline"].items() if key in columns}
    scores = []
    for partition in range(PARTITIONS):
        group = np.repeat([group_of(page.domain, partition) for page in pages], sizes)
        score = np.zeros(len(table))
        for part in range(FOLDS):
            held = group == part
            score[held] = table[held] @ fit(table[~held], right[~held], RIDGE, share[~held], fixed)
        scores.append([part.tolist() for part in np.split(score, np.cumsum(sizes)[:-1])])
    weights = fit(table, right, RIDGE, share, fixed)
    return {key: round(float(value), 3) for key, value in zip([*keys, "bias"], weights, strict=True)}, scores


def figures(pages: list[Page], scores: list[list[list[float]]], enough: float) -> str:
    """Recall over the authors that the text shows, and precision over the pages that have authors, over all partitions."""
    count: Counter[str] = Counter()
    for page, values in ((page, values) for each in scores for page, values in zip(pages, each, strict=True)):
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
        f"{count['shown'] // PARTITIONS} shown, {count['candidates'] // PARTITIONS} candidates, {count['named'] // PARTITIONS} named"
    )


def main() -> None:
    """Learn, show, and write when told to."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    pages = gather(args.articles)
    learned, scores = learn(pages)
    for enough in (-2.25, -2.0, -1.75, -1.65, -1.5, -1.25, -1.0, -0.75):
        print(figures(pages, scores, enough))
    if args.write:
        models = json.loads(FILE.read_text("utf-8")) | {"byline": learned}
        FILE.write_text(json.dumps(models, indent=0, sort_keys=True) + "\n", "utf-8")


if __name__ == "__main__":
    main()
