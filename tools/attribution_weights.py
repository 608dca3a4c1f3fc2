"""Learns what the evidence for headlines, bylines and publishers weighs, from labelled pages given by path.

    python -m tools.attribution_weights ARTICLES.jsonl.gz [--write]

A row of the file has text, domain, publisher, flattener and gold {title, authors}. Each model is a logistic regression over
the features that the claims module names itself; figures are cross-validated by domain. Without --write only they are shown.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

from checks.claims.authors import features as author_features
from checks.claims.authors import name_of
from checks.claims.bylines import candidates
from checks.claims.credits import credit_text
from checks.claims.headlines import parted
from checks.claims.places import Places
from checks.claims.publisher_names import found_names
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


def names_domain(name: str, domain: str) -> bool:
    """Whether a domain is made of a name: of its letters, of its initials, or of initials and its last word (`nytimes`)."""
    stem = fold(domain.split(".", maxsplit=1)[0])
    spelled = unicodedata.normalize("NFKD", name.casefold().translate(_UMLAUTS))
    for one in (fold(name), "".join(c for c in spelled if c.isascii() and c.isalnum())):
        if len(one) > 2 and (stem in one or one in fold(domain)):
            return True
    words = [word for word in re.split(r"[^a-z0-9]+", "".join(c for c in spelled if not unicodedata.combining(c))) if word]
    initials = "".join(word[0] for word in words)
    return len(words) > 1 and stem in (initials, initials[:-1] + words[-1], initials.removeprefix("t"))


_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})


def titles(number: int, page: dict[str, Any], places: Places) -> list[Row]:
    """The candidates for the headline of a page whose headline is known."""
    gold = page["gold"]["title"]
    found = title_candidates(places, echoes_of(places)) if gold else {}
    return [(number, page["domain"], keys, fold(places.text(line)) == fold(gold)) for line, keys in found.items()]


def authors(number: int, page: dict[str, Any], places: Places) -> list[Row]:
    """The candidates for the byline of a page."""
    found = [one for one in candidates(places) if one.role == "author"]
    taken = frozenset(claim.evidence[0] for claim in credit_text(places))
    gold = page["gold"]["authors"]
    return [
        (number, page["domain"], author_features(places, one, taken, found), any(same(name_of(places, one), name) for name in gold))
        for one in found
    ]


def publishers(number: int, page: dict[str, Any], places: Places) -> list[Row]:
    """The candidates for the publisher of a page."""
    found = found_names(places, parted(places))
    seen = Seen(places, found)
    rows: list[Row] = []
    for one in found:
        right = same(one.name, page["publisher"]) or names_domain(one.name, page["domain"])
        rows.append((number, page["domain"], seen.features(one), right))
    return rows


def fit(rows: np.ndarray, right: np.ndarray) -> np.ndarray:
    """Weights of a logistic regression with a ridge of 1, by Newton's method; the last column is the bias."""
    weights = np.zeros(rows.shape[1])
    ridge = np.eye(rows.shape[1])
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
    weights = fit(table, right)
    return {key: round(float(value), 3) for key, value in zip([*keys, "bias"], weights, strict=True)}


MODELS: dict[str, Callable[[int, dict[str, Any], Places], list[Row]]] = {"byline": authors, "headline": titles, "publisher": publishers}


def main() -> None:
    """Learn all models; write them when told to."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    rows: dict[str, list[Row]] = {name: [] for name in MODELS}
    with gzip.open(args.articles, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            page = json.loads(line)
            if page["flattener"] == "bs4":
                document = read(page["text"].encode("utf-8", "surrogatepass"), "page.txt")
                places = Places(document, zone(document))
                for name, gather in MODELS.items():
                    rows[name].extend(gather(number, page, places))
    learned = {name: learn(name, found) for name, found in rows.items()}
    if args.write:
        FILE.write_text(json.dumps(learned, indent=0, sort_keys=True) + "\n", "utf-8")


if __name__ == "__main__":
    main()
