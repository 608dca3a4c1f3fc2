"""Which of a page's dates is its own: a small linear model over the traits of each date.

The weights are a file, remade from labelled pages by `tools/date_weights.py`. A page's dates share out one unit of
probability among themselves and "none of them"; of the places of one day the best counts, so that a day does not gain by
standing under every teaser. Weights are whole numbers, so that
every machine gives the same answer to the last bit: 64 of them double the odds.
"""

from __future__ import annotations

from functools import cache
from math import isqrt
from pathlib import Path

import msgspec

from checks.claims.dates.features import Candidate
from checks.claims.dates.traits import trait_names, traits

WEIGHTS = Path(__file__).with_name("weights.json")
NONE = "none of them"
DOUBLE = 64
THOUSAND = 1000


class Ranked(msgspec.Struct, frozen=True, eq=False):
    """The day that is likeliest the page's own, the best of its places, and its share."""

    best: Candidate
    share: int
    """In thousandths."""
    same_day: tuple[Candidate, ...]


@cache
def weights() -> tuple[list[int], int]:
    """The weight of each trait by its number, and that of "none of them"."""
    table = msgspec.json.decode(WEIGHTS.read_bytes(), type=dict[str, int])
    return [table.get(name, 0) for name in trait_names()], table[NONE]


@cache
def _powers() -> list[int]:
    """Two to the power of k / 64, for k from 0 to 63, times 2 ** 40."""
    step = 2 << 120
    for _ in range(6):
        step = isqrt(step << 120)
    found = [1 << 120]
    while len(found) < DOUBLE:
        found.append(found[-1] * step >> 120)
    return [power >> 80 for power in found]


def _power(score: int) -> int:
    """Two to the power of a score of 64ths, at most 0, times 2 ** 40."""
    whole, part = divmod(score, DOUBLE)
    return _powers()[part] >> -whole if whole > -60 else 0


def rank(found: list[Candidate], weighing: tuple[list[int], int] | None = None) -> Ranked | None:
    """The likeliest candidate, by the weights of the file or by others; None where there are none."""
    if not found:
        return None
    table, none = weighing or weights()
    scores = [sum(map(table.__getitem__, traits(one.classes))) for one in found]
    top = max(*scores, none)
    powers = [_power(score - top) for score in scores]
    by_day: dict[object, int] = {}
    for one, power in zip(found, powers, strict=True):
        by_day[one.written.readings] = max(by_day.get(one.written.readings, 0), power)
    whole = sum(by_day.values()) + _power(none - top)
    day = max(by_day, key=lambda key: by_day[key])
    places = [k for k, one in enumerate(found) if one.written.readings == day]
    best = max(places, key=lambda k: scores[k])
    return Ranked(found[best], by_day[day] * THOUSAND // whole, tuple(found[k] for k in places))


_UPDATE = "its label speaks of the last change, and no other date of publication is printed"
# What an editor is told of a trait, the strongest evidence first.
_SAYS = (
    ("label", "published", "a label before it says so"),
    ("label", "above published", "a label in the line above says so"),
    ("label", "updated", _UPDATE),
    ("label", "above updated", _UPDATE),
    ("followed", "yes", "the date of the last change follows it"),
    ("last", "yes", "it is the last date before the text"),
    ("time", "yes", "a time of day stands with it"),
    ("byline", "yes", "it stands in the byline"),
)


def reasons(ranked: Ranked) -> tuple[str, ...]:
    """Why a date is taken for the page's own, in plain words."""
    said = [words for family, one, words in _SAYS if ranked.best.has(family, one)]
    if len(ranked.same_day) > 1:
        said.append("the same day stands in more than one place")
    return tuple(said[:3]) or ("by its place on the page",)
