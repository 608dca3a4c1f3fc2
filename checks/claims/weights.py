"""What the evidence for names weighs, learned from labelled pages and kept in `weights.json`.

`python -m tools.attribution_weights ARTICLES.jsonl.gz` remakes the file.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import msgspec

FILE = Path(__file__).with_name("weights.json")
ENOUGH = 0.6
"""Log-odds that an answer needs; on the 614 pages the publisher is right on 0.57 at a precision of 0.88,
abbreviated names counted as right; the weights were fitted on the same pages."""
PLENTY = 2.0


PRIORS: dict[str, dict[str, float]] = {
    "headline": {"site": -6.0, "label": -4.0, "photo": -4.0, "junk:image-alt": -4.0, "junk:site-header": -2.0, "junk:breadcrumb": -4.0},
    "publisher": {"header": 3.2, "home": 3.8, "owner": 3.4, "account": 3.5},
    "byline": {"form end": 4.5, "form written": 4.0, "form account": 4.0, "dense label": 4.0, "labelled line": 1.0},
}
"""Weights set by hand for forms that the labelled pages hardly have: Chinese bylines, lines of a label and a name, site headers."""


@cache
def weights(model: str) -> dict[str, float]:
    """Feature -> log-odds, with `bias`, of the model `publisher` or `byline`."""
    return msgspec.json.decode(FILE.read_bytes(), type=dict[str, dict[str, float]])[model] | PRIORS[model]
