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
    """The weights: `inward` of shape (features, width), `layers` of shape (3 * width, width), `outward` (width, 7).

    `usual` is the mean of every feature over the training lines: what an explanation puts in place of a feature.
    """

    inward: np.ndarray
    inward_bias: np.ndarray
    layers: tuple[np.ndarray, ...]
    biases: tuple[np.ndarray, ...]
    steps: tuple[int, ...]
    outward: np.ndarray
    outward_bias: np.ndarray
    usual: np.ndarray
    threshold: float
    guess: Guess

    def scores(self, matrix: np.ndarray) -> np.ndarray:
        """Log-odds up to a constant, float32, shape (rows, 7); the last axis as `checks.zone.parts.KINDS`."""
        rows, reach = len(matrix), max(self.steps)
        width = self.inward.shape[1]
        padded = np.zeros((rows + 2 * reach, width), np.float32)
        here = padded[reach : reach + rows]
        np.maximum(matrix @ self.inward + self.inward_bias, 0, out=here)
        line, number = padded.strides
        seen = np.empty((rows, 3, width), np.float32)
        for step, weights, bias in zip(self.steps, self.layers, self.biases, strict=True):
            # Each row with the one so many steps before and after it, side by side: one product for a layer and not three.
            seen[:] = np.ndarray(seen.shape, np.float32, padded, (reach - step) * line, (line, step * line, number))
            more = seen.reshape(rows, 3 * width) @ weights
            more += bias
            here += np.maximum(more, 0, out=more)
        return np.asarray(here @ self.outward + self.outward_bias, np.float32)

    def chances(self, matrix: np.ndarray) -> np.ndarray:
        """The probability of each kind for each row, float32, shape (rows, 7)."""
        scores = self.scores(matrix).T.copy()
        scores -= scores.max(0, initial=0)
        np.exp(scores, out=scores)
        scores /= scores.sum(0)
        return scores.T


def read_weights(held: Mapping[str, np.ndarray]) -> Network:
    """The network of the arrays that training writes."""
    steps = tuple(int(step) for step in held["steps"])
    layers = tuple(held[f"layer{n}"] for n in range(len(steps)))
    biases = tuple(held[f"bias{n}"] for n in range(len(steps)))
    return Network(
        held["inward"],
        held["inward_bias"],
        layers,
        biases,
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
