"""What tells a publication date from the other dates of a page, as a fixed list of traits.

A date has one class of each family, kept as its number; some families mean more together. A trait is a class or a pair of
classes, and has a weight, so that a weight is a sentence: "stands just below the headline".
"""

from __future__ import annotations

from itertools import accumulate
from operator import add

AWAY = ("0", "1", "2", "3-4", "5-8", "9-16", "17-40", "far")
ROLES = ("published", "updated", "foreign")
_WHERE = ("no-text", "before", "in", "after")
_PLACES = ("none", *(f"{where} {away}" for where in _WHERE[1:] for away in AWAY))
ZONES = ("furniture", "meta", "text", "comments", "others", "title", "edge")
_YES = ("no", "yes")
FAMILIES: dict[str, tuple[str, ...]] = {
    "line": ("12", "24", "40", "70", "120", "250", "long"),
    "where": _WHERE,
    "text": _PLACES,
    "title": ("none", *(f"{side} {away}" for side in ("above", "below") for away in AWAY)),
    "body": _PLACES,
    "zone": ZONES,
    "above": ZONES,
    "below": ZONES,
    "meta": ("none", *AWAY),
    "label": ("none", *ROLES, *(f"weak {role}" for role in ROLES), *(f"above {role}" for role in ROLES)),
    "behind": ("none", *ROLES),
    "time": _YES,
    "weekday": _YES,
    "opens": _YES,
    "alone": _YES,
    "copyright": _YES,
    "byline": _YES,
    "deep": _YES,
    "sentence": _YES,
    "rank": ("0", "1", "2", "3", "later"),
    "repeated": ("1", "2", "3", "more"),
    "alike": ("0", "1", "2", "3", "4-7", "many"),
    "among": ("between", "oldest", "newest", "only"),
    "last": _YES,
    "followed": _YES,
}
"""Family -> its classes. `where` and `text` go by the length of lines; `title`, `body`, `zone`, `above`, `below` by the zones,
and `meta` too: how near another line of bylines and dates is. `among`: whether another date of the page is newer, or older."""

PAIRS = (
    ("label", "where"),
    ("label", "time"),
    ("line", "where"),
    ("alike", "where"),
    ("time", "where"),
    ("weekday", "where"),
    ("among", "where"),
    ("among", "weekday"),
    ("title", "where"),
    ("alone", "text"),
    ("sentence", "label"),
)
"""Families that mean more together."""

ORDER = {family: at for at, family in enumerate(FAMILIES)}
_SIZES = [len(classes) for classes in FAMILIES.values()]
BASES = list(accumulate(_SIZES, initial=0))
_PAIRED = [(ORDER[a], ORDER[b]) for a, b in PAIRS]
_PAIR_BASES = accumulate((_SIZES[a] * _SIZES[b] for a, b in _PAIRED), initial=BASES[-1])
JOINT = [(a, b, base, _SIZES[b]) for (a, b), base in zip(_PAIRED, _PAIR_BASES, strict=False)]


def trait_names() -> list[str]:
    """The name of every trait, in the order of their numbers."""
    single = [f"{family}: {one}" for family, classes in FAMILIES.items() for one in classes]
    return single + [f"{a}: {one}, {b}: {two}" for a, b in PAIRS for one in FAMILIES[a] for two in FAMILIES[b]]


def traits(classes: list[int]) -> list[int]:
    """The numbers of a date's traits, from its class in each family."""
    found = list(map(add, BASES, classes))
    found += [base + classes[a] * size + classes[b] for a, b, base, size in JOINT]
    return found
