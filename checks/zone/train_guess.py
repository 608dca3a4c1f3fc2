"""Training of the guess at the headline: a softmax over the rows of a page."""

from __future__ import annotations

from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from checks.zone.features import groups
from checks.zone.guess import LEAST, MOST, REACH, Guess, likeness

_WIDTH, _EPOCHS, _BATCH, _RATE, _DECAY = 16, 5, 8, 5e-3, 1e-2
_LEAST_SCORE = -1e9


class Layers(nn.Module):
    """The network of `checks.zone.guess`, in a form that can be trained."""

    def __init__(self, features: int) -> None:
        super().__init__()
        self.inward = nn.Linear(features, _WIDTH)
        self.outward = nn.Linear(_WIDTH, 2 * REACH + 1, bias=False)

    def forward(self, matrix: Tensor) -> Tensor:
        """Scores of shape (rows,)."""
        seen = functional.dropout(matrix, 0.1, self.training)
        seen = functional.dropout(functional.relu(self.inward(seen)), 0.2, self.training)
        parts = functional.pad(self.outward(seen), (0, 0, REACH, REACH))
        near = [parts[step : step + len(matrix), step] for step in range(2 * REACH + 1)]
        return torch.stack(near).sum(0)


def fit_guess(pages: list[dict[str, Any]], seed: int) -> Guess:
    """The guess, trained on those measured pages whose headline is known."""
    torch.manual_seed(seed)
    chance = np.random.default_rng(seed)
    known = []
    for page in pages:
        fit = (page["weight"] >= LEAST) & (page["weight"] <= MOST)
        right = [row for row in page["titles"] if fit[row]]
        if right:
            known.append((torch.from_numpy(page["x"]), torch.from_numpy(fit), torch.tensor(right)))
    layers = Layers(known[0][0].shape[1])
    optimiser = torch.optim.AdamW(layers.parameters(), lr=_RATE, weight_decay=_DECAY)
    steps = _EPOCHS * (len(known) // _BATCH + 1)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, _RATE, total_steps=steps, pct_start=0.1)
    layers.train()
    for _ in range(_EPOCHS):
        order = chance.permutation(len(known)).tolist()
        for at in range(0, len(order), _BATCH):
            loss = _loss(layers, [known[n] for n in order[at : at + _BATCH]])
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(layers.parameters(), 1.0)
            optimiser.step()
            schedule.step()
    held = {name: value.detach().numpy() for name, value in layers.state_dict().items()}
    inward, outward = (np.ascontiguousarray(held[f"{name}.weight"].T) for name in ("inward", "outward"))
    return Guess(inward, held["inward.bias"], outward)


def _loss(layers: Layers, pages: list[tuple[Tensor, Tensor, Tensor]]) -> Tensor:
    matrix = torch.cat([functional.pad(x, (0, 0, 0, REACH)) for x, _, _ in pages])
    loss = torch.zeros(())
    for score, (x, fit, right) in zip(layers(matrix).split([len(x) + REACH for x, _, _ in pages]), pages, strict=True):
        here = score[: len(x)].masked_fill(~fit, _LEAST_SCORE)
        loss = loss + torch.logsumexp(here, 0) - torch.logsumexp(here[right], 0)
    return loss / len(pages)


def guessed(page: dict[str, Any], guess: Guess) -> dict[str, Any]:
    """A measured page with the columns filled that the headline's place decides."""
    title = guess.headline(page["x"], page["weight"])
    if title < 0:
        return page
    matrix = page["x"].copy()
    likeness(matrix.T[groups()["title"]], page["vocabulary"], page["original"], page["prose"], title)
    return {**page, "x": matrix}
