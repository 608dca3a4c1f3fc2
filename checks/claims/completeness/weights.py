"""The models of endings: a logistic regression for last lines without a full stop, a small network for lines on a page."""

from __future__ import annotations

import math
from collections.abc import Iterable
from functools import cache
from operator import mul
from pathlib import Path

import msgspec
import numpy as np

from checks.claims.completeness import stray, wording
from checks.claims.completeness.around import Page, stands_apart
from checks.claims.completeness.ending import FEATURES, features
from checks.claims.completeness.pairs import unpaired
from checks.claims.completeness.suspects import Suspect
from checks.claims.completeness.tail import Tail
from checks.model import Document

FILE = Path(__file__).with_name("weights.json")
SAID = {
    "comma": "it runs on after a comma",
    "inner stop": "the line has other sentences, which end in full stops",
    "ends sentences inside": "the line has other sentences, which end in full stops",
    "stops and lower end": "the line has other sentences, which end in full stops",
    "lower end": "the last word is in small letters",
    "long and lower end": "a long line ends in small letters",
    "hanging end": "it ends in a mark that something must follow",
    "dangling word": "it ends in a word that something must follow",
    "word is beginning": "the last word stands in the text only as the beginning of longer words",
    "never final": "its last letters hardly ever end a word in this text",
    "running text": "the lines before it end in full stops",
    "lower end in running text": "the line before it ends in a full stop",
    "open quotation": "a quotation or bracket is still open",
    "round size": "the file has the size of a full buffer",
    "digit end": "it ends in a number",
    "capital end": "it ends in a name",
    "sentences": "the paragraphs of the article end in full stops",
    "sentence above": "the line above ends in a full stop",
    "lower end after prose": "the paragraph before it ends in a full stop",
    "shared words": "it speaks of what the article speaks of",
    "long fragment": "a long sentence has no end",
    "many words of grammar": "it is worded like a sentence and no headline",
    "little article": "there is little text before it",
    "breaks off as worded": "its last letters and words are more often met inside sentences than at their end",
    "running text as worded": "it is worded like a sentence and no headline",
}
"""What a feature says to an editor, when it spoke for a cut."""


class Net(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A network of one hidden layer, by feature: its mean over the training lines and its weight for each hidden unit."""

    usual: dict[str, float]
    hidden: dict[str, list[float]]
    hidden_bias: list[float]
    outward: list[float]
    outward_bias: float


class Weights(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file of weights: of last lines, of the gate before the network by what it sees, and of the network."""

    made_by: str
    ending: dict[str, float]
    gate: dict[str, float]
    stray: Net


class Layer(msgspec.Struct, frozen=True, eq=False, kw_only=True):
    """A network of one hidden layer as arrays: the mean of each feature, `hidden` of shape (features, units), and the rest."""

    usual: np.ndarray
    hidden: np.ndarray
    hidden_bias: np.ndarray
    outward: np.ndarray
    outward_bias: float

    def scores(self, numbers: np.ndarray) -> np.ndarray:
        """Log-odds that lines are broken off, float64, shape (lines,)."""
        here: np.ndarray = np.maximum(numbers @ self.hidden + self.hidden_bias, 0) @ self.outward + self.outward_bias
        return here


class Arrays(Layer, frozen=True, eq=False, kw_only=True):
    """All weights in the order of their features."""

    ending: tuple[float, ...]
    gate: tuple[float, ...]


@cache
def weights() -> Arrays:
    """The weights of the models.

    Raises:
        msgspec.ValidationError: the file is no file of weights.
        KeyError: it lacks a feature.

    """
    loaded = msgspec.json.decode(FILE.read_bytes(), type=Weights)
    net = loaded.stray
    return Arrays(
        ending=tuple(loaded.ending[name] for name in FEATURES),
        gate=tuple(loaded.gate[name] for name in stray.GATE),
        usual=np.array([net.usual[name] for name in stray.FEATURES]),
        hidden=np.array([net.hidden[name] for name in stray.FEATURES]),
        hidden_bias=np.array(net.hidden_bias),
        outward=np.array(net.outward),
        outward_bias=net.outward_bias,
    )


def broken(document: Document, end: Tail) -> tuple[float, str]:
    """Probability that a last line without a stop is broken off, and the two strongest reasons."""
    by = weights().ending
    numbers = features(document, end, unpaired(end.text).opened is not None)
    parts = list(map(mul, by, numbers))
    spoke = sorted(((part, name) for part, name in zip(parts, FEATURES, strict=True) if part > 0), reverse=True)
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, sum(parts))))), _told(spoke)


def broken_off(page: Page, lines: Iterable[Suspect], least: float) -> tuple[Suspect, float, str] | None:
    """The line of a page at which its article most likely breaks off, the log-odds and the two strongest reasons.

    None where no line has the least log-odds.
    """
    held = weights()
    rows = [(one, numbers) for one in lines if (numbers := let_through(held, page, one)) and not stands_apart(page, one)]
    if not rows:
        return None
    matrix = np.array([numbers[: len(stray.QUICK)] + stray.slow(page, one) for one, numbers in rows])
    scores = held.scores(matrix)
    best = int(scores.argmax())
    if scores[best] < least:
        return None
    return rows[best][0], float(scores[best]), _why(held, matrix[best], float(scores[best]))


def let_through(held: Arrays, page: Page, one: Suspect) -> list[float]:
    """The numbers of a line that the gate lets through, none of one that it does not.

    Most lines are hopeless however their end is worded, and it is not looked at.
    """
    numbers, weight = stray.at_first_sight(page, one), held.gate[stray.WORDED]
    odds = sum(map(mul, held.gate, numbers))
    if odds + weight * wording.MOST < stray.HOPELESS:
        return []
    numbers[stray.WORDED] = wording.breaks_off(one.text)
    return numbers if odds + weight * numbers[stray.WORDED] >= stray.HOPELESS else []


def _why(held: Layer, numbers: np.ndarray, score: float) -> str:
    """The two features that count most: those without which, at their mean, the score would fall furthest."""
    said = [n for n, name in enumerate(stray.FEATURES) if name in SAID and numbers[n] > 0]
    without = np.repeat(numbers[None], len(said), 0)
    without[range(len(said)), said] = held.usual[said]
    fall = (score - held.scores(without)).tolist()
    return _told(sorted(((part, stray.FEATURES[n]) for part, n in zip(fall, said, strict=True) if part > 0), reverse=True))


def _told(spoke: list[tuple[float, str]]) -> str:
    told = dict.fromkeys(SAID[name] for _, name in spoke if name in SAID)
    return " and ".join(list(told)[:2]) or "it has no full stop"
