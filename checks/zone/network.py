"""The line model: a small dilated convolution over the rows of a document, run with numpy alone.

Each layer looks at a row and at one row before and after it, at growing distances, so that the answer for a row
depends on what kind of lines stand up to 31 rows away. `checks.zone.train` makes the weights; MODEL_CARD.md tells how
and how well.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import msgspec
import numpy as np

from checks.zone.arrays import read_arrays
from checks.zone.guess import Guess

WEIGHTS = Path(__file__).with_name("weights.bin")


class Network(msgspec.Struct, frozen=True, eq=False):
    """The weights: `inward` of shape (features, width), `layers` of (width, 3 * width + 1), biases last, `outward` (width, 7).

    `usual` is the mean of every feature over the training lines: what an explanation puts in place of a feature.
    """

    inward: np.ndarray
    inward_bias: np.ndarray
    layers: tuple[np.ndarray, ...]
    steps: tuple[int, ...]
    outward: np.ndarray
    outward_bias: np.ndarray
    usual: np.ndarray
    threshold: float
    guess: Guess

    def scores(self, matrix: np.ndarray) -> np.ndarray:
        """Log-odds up to a constant, float32, shape (7, rows); the first axis as `checks.zone.parts.KINDS`."""
        rows, width, far = len(matrix), self.inward.shape[1], max(self.steps)
        # Between the zeros at both ends each row has one so many steps before and after it.
        padded = np.zeros((width, far + rows + far), np.float32)
        here = padded[:, far : far + rows]
        # The three below each other, and ones for the bias: one product for a layer.
        seen = np.empty((3 * width + 1, rows), np.float32)
        seen[-1] = 1
        three = seen[:-1].reshape(3, width, rows)
        nothing = np.zeros((width, rows), np.float32)  # against an array numpy takes the greater in half the time
        first = self.inward.T @ matrix.T
        first += self.inward_bias[:, None]
        np.maximum(first, nothing, out=here)
        line, number = padded.strides
        for step, weights in zip(self.steps, self.layers, strict=True):
            three[:] = np.ndarray(three.shape, np.float32, padded, (far - step) * number, (step * number, line, number))
            more = weights @ seen
            here += np.maximum(more, nothing, out=more)
        scores: np.ndarray = self.outward.T @ here
        scores += self.outward_bias[:, None]
        return scores

    def chances(self, matrix: np.ndarray) -> np.ndarray:
        """The probability of each kind for each row, float32, shape (rows, 7). `matrix` is float32 of shape (rows, features)."""
        scores = self.scores(matrix)
        scores -= np.maximum.reduce(scores)
        np.exp(scores, out=scores)
        scores /= np.add.reduce(scores)
        return scores.T


def read_weights(held: Mapping[str, np.ndarray]) -> Network:
    """The network of the arrays that training writes."""
    steps = tuple(int(step) for step in held["steps"])
    layers = tuple(np.ascontiguousarray(np.vstack((held[f"layer{n}"], held[f"bias{n}"])).T) for n in range(len(steps)))
    return Network(
        held["inward"],
        held["inward_bias"],
        layers,
        steps,
        held["outward"],
        held["outward_bias"],
        held["usual"],
        held["threshold"].item(),
        Guess(held["guess_inward"], held["guess_bias"], held["guess_outward"]),
    )


@cache
def network() -> Network:
    """The committed weights."""
    return read_weights(read_arrays(WEIGHTS))
