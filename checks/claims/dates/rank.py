"""Which of a page's dates is its own: a small linear model over the features of each date.

The weights are a file, remade from labelled pages by `tools/date_weights.py`. A page's dates share out one unit of
probability among themselves and "none of them"; dates of one day count together.
"""

from __future__ import annotations

import math
from functools import cache
from pathlib import Path

import msgspec

from checks.claims.dates.features import Candidate

WEIGHTS = Path(__file__).with_name("weights.json")
NONE = "none"


class Ranked(msgspec.Struct, frozen=True, eq=False):
    """The day that is likeliest the page's own, the best of its places, and the share of all places of that day."""

    best: Candidate
    share: float
    same_day: tuple[Candidate, ...]


@cache
def weights() -> dict[str, float]:
    """Feature -> weight."""
    return msgspec.json.decode(WEIGHTS.read_bytes(), type=dict[str, float])


def rank(found: list[Candidate]) -> Ranked | None:
    """The likeliest candidate; None where there are none."""
    if not found:
        return None
    table = weights()
    scores = [sum([table[feature] for feature in one.features if feature in table]) for one in found]
    top = max(*scores, table[NONE])
    powers = [math.exp(score - top) for score in scores]
    whole = sum(powers) + math.exp(table[NONE] - top)
    by_day: dict[object, float] = {}
    for one, power in zip(found, powers, strict=True):
        by_day[one.written.readings] = by_day.get(one.written.readings, 0.0) + power
    day = max(by_day, key=lambda key: by_day[key])
    places = [k for k, one in enumerate(found) if one.written.readings == day]
    best = max(places, key=lambda k: scores[k])
    return Ranked(found[best], by_day[day] / whole, tuple(found[k] for k in places))


# What an editor is told of a feature, the strongest evidence first.
_SAYS = {
    "label:published": "a label before it says so",
    "label-above:published": "a label in the line above says so",
    "label:updated": "its label speaks of the last change, and no other date of publication is printed",
    "label-above:updated": "its label speaks of the last change, and no other date of publication is printed",
    "update-follows": "the date of the last change follows it",
    "last-before-text": "it is the last date before the text",
    "time": "a time of day stands with it",
    "byline": "it stands in the byline",
}


def reasons(ranked: Ranked) -> tuple[str, ...]:
    """Why a date is taken for the page's own, in plain words."""
    said = [words for feature, words in _SAYS.items() if feature in ranked.best.features]
    if len(ranked.same_day) > 1:
        said.append("the same day stands in more than one place")
    return tuple(said[:3]) or ("by its place on the page",)
