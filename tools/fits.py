"""Fitting with numpy alone: a logistic regression, and a network of one hidden layer."""

from __future__ import annotations

import numpy as np

from checks.claims.completeness.weights import Layer

RIDGE = 2.0
UNITS = 24
EPOCHS = 8
BATCH = 64
"""Files of a step."""
RARE = -2.0
"""Log-odds with which a line is the one, before anything is learnt."""
RATE, DECAY, DROP = 6e-3, 1e-1, 0.1
NETWORKS = 3
"""Networks that are fitted from different beginnings; their mean is one network of more units."""


def logistic(numbers: np.ndarray, cut: np.ndarray, share: np.ndarray) -> np.ndarray:
    """Ridge logistic regression by Newton's steps; each row weighs its share."""
    found = np.zeros(numbers.shape[1])
    ridge = np.full(len(found), RIDGE)
    ridge[0] = 0.01
    for _ in range(30):
        p = 1 / (1 + np.exp(-np.clip(numbers @ found, -40, 40)))
        curve = (numbers * (share * p * (1 - p))[:, None]).T @ numbers + np.diag(ridge)
        found -= np.linalg.solve(curve, numbers.T @ (share * (p - cut)) + ridge * found)
    return found


def mean_network(numbers: np.ndarray, cut: np.ndarray, file: np.ndarray) -> Layer:
    """The mean of several networks, as one."""
    found = [network(numbers, cut, file, seed) for seed in range(NETWORKS)]
    return Layer(
        usual=found[0].usual,
        hidden=np.hstack([one.hidden for one in found]),
        hidden_bias=np.hstack([one.hidden_bias for one in found]),
        outward=np.hstack([one.outward for one in found]) / NETWORKS,
        outward_bias=sum(one.outward_bias for one in found) / NETWORKS,
    )


def network(numbers: np.ndarray, cut: np.ndarray, file: np.ndarray, seed: int) -> Layer:
    """A network by Adam with decay, its rate rising and falling; features are put on one scale first, and the scale folded in.

    What is learnt is which of the lines of a file is cut, or that none is: the chances of its lines and of none, whose log-odds
    are nought, make one together. `file` says of which file each row is; rows of a file stand together.
    """
    chance = np.random.default_rng(seed)
    mean, spread = numbers.mean(0), numbers.std(0) + 1e-3
    rows = ((numbers - mean) / spread).astype(np.float32)
    wide = rows.shape[1]
    held = [
        (chance.uniform(-1, 1, (wide, UNITS)) / np.sqrt(wide)).astype(np.float32),
        np.zeros(UNITS, np.float32),
        (chance.uniform(-1, 1, UNITS) / np.sqrt(UNITS)).astype(np.float32),
        np.full(1, RARE, np.float32),
    ]
    first = np.flatnonzero(np.diff(file, prepend=file[0] - 1))
    count = np.diff(first, append=len(file))
    slow, square = [np.zeros_like(one) for one in held], [np.zeros_like(one) for one in held]
    steps = EPOCHS * (-(-len(first) // BATCH))
    step = 0
    for _ in range(EPOCHS):
        order = chance.permutation(len(first))
        for begin in range(0, len(order), BATCH):
            files, step = order[begin : begin + BATCH], step + 1
            sizes = count[files]
            starts = sizes.cumsum() - sizes
            chosen = np.repeat(first[files] - starts, sizes) + np.arange(sizes.sum())
            rate = RATE * np.interp(step / steps, [0, 0.3, 1], [0.04, 1, 0.0])
            for n, slope in enumerate(_slopes(held, rows[chosen], cut[chosen], starts, chance)):
                slow[n] = 0.9 * slow[n] + 0.1 * slope
                square[n] = 0.999 * square[n] + 0.001 * slope**2
                move = (slow[n] / (1 - 0.9**step)) / (np.sqrt(square[n] / (1 - 0.999**step)) + 1e-8)
                held[n] = held[n] * np.float32(1 - rate * DECAY) - np.float32(rate) * move.astype(np.float32)
    inward = held[0] / spread[:, None]
    bias = held[1] - mean @ inward
    return Layer(usual=mean, hidden=inward, hidden_bias=bias, outward=held[2].astype(float), outward_bias=float(held[3][0]))


def _slopes(held: list[np.ndarray], rows: np.ndarray, cut: np.ndarray, starts: np.ndarray, chance: np.random.Generator) -> list[np.ndarray]:
    """The slope of the mean loss by every weight, some hidden units left out at random; `starts` are the first rows of the files."""
    before = rows @ held[0] + held[1]
    kept = (chance.random(before.shape, np.float32) >= DROP) / np.float32(1 - DROP)
    units = np.maximum(before, 0) * kept
    off = ((chances(units @ held[2] + held[3], starts) - cut) / len(starts)).astype(np.float32)
    back = off[:, None] * held[2] * kept * (before > 0)
    return [rows.T @ back, back.sum(0), units.T @ off, off.sum(keepdims=True)]


def chances(scores: np.ndarray, starts: np.ndarray) -> np.ndarray:
    """The chance of each line to be the one of its file that is cut; what is missing to one is the chance that none is."""
    odds = np.exp(np.clip(scores, -40, 40).astype(float))
    return odds / np.repeat(1 + np.add.reduceat(odds, starts), np.diff(starts, append=len(scores)))
