"""The model of endings: a logistic regression over what is seen in a last line that has no full stop."""

from __future__ import annotations

import math
from functools import cache
from operator import mul
from pathlib import Path

import msgspec

from checks.claims.completeness import stray
from checks.claims.completeness.ending import FEATURES, features
from checks.claims.completeness.pairs import unpaired
from checks.claims.completeness.tail import Tail
from checks.model import Document, Zones

FILE = Path(__file__).with_name("weights.json")
SAID = {
    "comma": "it runs on after a comma",
    "inner stop": "the line has other sentences, which end in full stops",
    "lower end": "the last word is in small letters",
    "hanging end": "it ends in a mark that something must follow",
    "dangling word": "it ends in a word that something must follow",
    "word is beginning": "the last word stands in the text only as the beginning of longer words",
    "running text": "the lines before it end in full stops",
    "lower end in running text": "the line before it ends in a full stop",
    "open quotation": "a quotation or bracket is still open",
    "round size": "the file has the size of a full buffer",
    "digit end": "it ends in a number",
    "capital end": "it ends in a name",
    "lower end after prose": "the paragraph before it ends in a full stop",
    "shared words": "it speaks of what the article speaks of",
    "long fragment": "a long sentence has no end",
}
"""What a feature says to an editor, when it spoke for a cut."""


class Weights(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file of weights, by feature: of last lines, and of the lines around the end of an article on a page."""

    made_by: str
    ending: dict[str, float]
    stray: dict[str, float]


@cache
def weights() -> tuple[tuple[float, ...], tuple[float, ...]]:
    """The weights of both models in the order of their features.

    Raises:
        msgspec.ValidationError: the file is no file of weights.
        KeyError: it lacks a feature.

    """
    loaded = msgspec.json.decode(FILE.read_bytes(), type=Weights)
    return tuple(loaded.ending[name] for name in FEATURES), tuple(loaded.stray[name] for name in stray.FEATURES)


def broken(document: Document, end: Tail) -> tuple[float, str]:
    """Probability that a last line without a stop is broken off, and the two strongest reasons."""
    by = weights()[0]
    numbers = features(document, end, unpaired(end.text).opened is not None)
    return _probability(sum(map(mul, by, numbers))), _reasons(by, FEATURES, numbers)


def broken_near(document: Document, zones: Zones, end: Tail, line: stray.Suspect) -> tuple[float, list[float]]:
    """Probability that a line around the end of an article on a page is broken off, and the numbers that say so."""
    by = weights()[1]
    numbers = stray.quick(document, zones, end, line)
    total = sum(map(mul, by, numbers))
    if total < stray.HOPELESS:
        return 0.0, numbers
    numbers += stray.slow(document, end, line)
    return _probability(sum(map(mul, by, numbers))), numbers


def reasons_near(numbers: list[float]) -> str:
    """The two strongest reasons why a line on a page counts as broken off."""
    return _reasons(weights()[1], stray.FEATURES, numbers)


def _reasons(by: tuple[float, ...], names: tuple[str, ...], numbers: list[float]) -> str:
    parts = zip(map(mul, by, numbers), names, strict=True)
    spoke = sorted(((part, name) for part, name in parts if name in SAID and part > 0), reverse=True)
    return " and ".join(SAID[name] for _, name in spoke[:2]) or "it has no full stop"


def _probability(total: float) -> float:
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))
