"""What the evidence for names weighs, learned from labelled pages and kept in `weights.json`.

`python -m tools.attribution_weights ARTICLES.jsonl.gz` remakes the file.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import msgspec

FILE = Path(__file__).with_name("weights.json")
ENOUGH = 0.4
"""Log-odds that an answer needs. On the 614 pages, cross-validated by domain (mean of five partitions), the publisher is told on .67
and right on .60 at a precision of .90 as the evaluation counts it; names right that differ by accents or script, or stand for
initials in the domain, .63 at .945. From 0 on it would be .65 at .87."""
PLENTY = 2.0
"""Log-odds from which a claim is stated with high confidence."""
SURE = 0.7
"""Log-odds from which no further names are looked for in the furniture: on every second page, where looking changes the answers of
.4 of 614 pages, cross-validated by domain."""


PRIORS: dict[str, dict[str, float]] = {
    "headline": {
        "site": -6.0,
        "label": -4.0,
        "menu": -4.0,
        "photo": -4.0,
        "junk:image-alt": -4.0,
        "junk:site-header": -2.0,
        "junk:breadcrumb": -4.0,
    },
    "publisher": {
        "header": 3.2,
        "issuer": 4.5,
        "imprint": 3.2,
        "home": 5.5,
        "channel": 4.5,
        "disclaimer": 5.0,
        "site": 6.0,
        "owner": 3.2,
        "account": 4.5,
        "words 4": 0.0,
        "words 5": 0.0,
        "words 6": 0.0,
    },
    "byline": {
        "form end": 4.5,
        "form written": 4.0,
        "form account": 4.0,
        "dense label": 4.0,
        "labelled line": 1.0,
        "own address": 3.0,
        "signed off": 2.0,
        "above source": 3.0,
    },
}
"""Weights set by hand for forms that the labelled pages hardly have: Chinese bylines, lines of a label and a name, site headers.

Long names of papers, whose learned weights are chance, count like short ones.
"""


@cache
def weights(model: str) -> dict[str, float]:
    """Feature -> log-odds, with `bias`, of the model `publisher` or `byline`."""
    return msgspec.json.decode(FILE.read_bytes(), type=dict[str, dict[str, float]])[model] | PRIORS[model]
