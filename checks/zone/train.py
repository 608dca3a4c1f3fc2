"""Training of the line model, from labelled pages given by path.

    python -m checks.zone.train DIR [--cv] [--only-cv] [--predictions DIR] [--seed N]

DIR holds `articles.jsonl.gz` and `articles_zh.jsonl.gz`, one page a row with `text`, `line_labels` and `line_kinds`, and
`dates.jsonl.gz`, of which only the text is used. A first model, trained on the labelled lines, answers the others; the one that
stays is trained on both. The weights are trained on everything and written beside this file. With `--cv` every page is then
predicted by a model that saw no page of its publisher, and whose teacher saw none, and the predictions are written one row a
page: doc_id, flattener, junk_lines. One thread and fixed seeds: the same data and the same torch give the same weights.
Needs torch (group `train`).
"""

from __future__ import annotations

import argparse
import hashlib
import json
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from checks.model import Document, Encoding
from checks.zone import decide
from checks.zone.arrays import encoded
from checks.zone.network import WEIGHTS, Network, read_weights
from checks.zone.parts import JUNK, KINDS, META
from checks.zone.train_guess import fit_guess, guessed
from checks.zone.train_pages import FOLDS, Page, fold_of, needed, prepare, read_pages
from checks.zone.train_silent import silent_pages, taught

WIDTH = 32
STEPS = (1, 2, 4, 8, 16)
EPOCHS = 4
BATCH = 12
RATE, DECAY, DROP = 3e-3, 1e-2, 0.25
FORGET = 0.12
"""Share of the features that a page is shown without, all its lines alike, another share each time: what leans on one feature
learns publishers. In place of single numbers left out at random it brought body line F1 from 0.882 to 0.886.
"""
THRESHOLD = 0.5
"""In cross-validation 0.45 to 0.6 give the same body line F1 within 0.001; at 0.5 less than 4 % of the body characters are lost."""


class Layers(nn.Module):
    """The network of `checks.zone.network`, in a form that can be trained. Pages stand in one row of lines, parted by gaps."""

    def __init__(self, features: int) -> None:
        super().__init__()
        self.inward = nn.Linear(features, WIDTH)
        self.layers = nn.ModuleList(nn.Linear(3 * WIDTH, WIDTH) for _ in STEPS)
        self.outward = nn.Linear(WIDTH, len(KINDS))

    def forward(self, matrix: Tensor, mask: Tensor) -> Tensor:
        """Scores of shape (rows, 7); `mask` is 0 in the gaps."""
        here = functional.relu(self.inward(matrix)) * mask[:, None]
        for layer, step in zip(self.layers, STEPS, strict=True):
            wide = functional.pad(here, (0, 0, step, step))
            near = torch.cat([wide[: -2 * step], here, wide[2 * step :]], 1)
            here = (here + functional.dropout(functional.relu(layer(near)), DROP, self.training)) * mask[:, None]
        return self.outward(here)


def batch(pages: list[Page], chance: np.random.Generator) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Pages one after the other with gaps between, each without some features: matrix, mask, answers, weights.

    An answer is the chance of each kind, all 0 where nothing is known of a line. Long lines weigh more.
    """
    gap = max(STEPS)
    total = sum(len(page["y"]) + gap for page in pages)
    matrix, told = np.zeros((total, pages[0]["x"].shape[1]), np.float32), np.zeros((total, len(KINDS)), np.float32)
    mask, weights = np.zeros(total, np.float32), np.zeros(total, np.float32)
    at = 0
    for page in pages:
        here, labels = slice(at, at + len(page["y"])), page["y"]
        shown = (chance.random(matrix.shape[1]) >= FORGET).astype(np.float32) / (1 - FORGET)
        np.multiply(page["x"], shown, out=matrix[here])
        mask[here] = 1
        told[here] = page.get("told", 0)
        known = (labels >= 0).nonzero()[0]
        told[at + known, labels[known]] = 1
        weights[here] = (1 + np.log1p(page["size"] / 20)) * page.get("share", 1)
        at = here.stop + gap
    return torch.from_numpy(matrix), torch.from_numpy(mask), torch.from_numpy(told), torch.from_numpy(weights)


def loss_of(scores: Tensor, told: Tensor, weights: Tensor) -> Tensor:
    """How wrong the answers are: mostly junk against article, a quarter the part of the article; metadata counts less."""
    logs = functional.log_softmax(scores, -1)
    meta = told[:, META]
    weight = weights * (told.sum(1) - 0.7 * meta)
    exact = -(told * logs).sum(1)
    article = told[:, 1:META].sum(1) * torch.logsumexp(logs[:, 1:META], 1)
    rough = -told[:, JUNK] * logs[:, JUNK] - article - meta * logs[:, META]
    return ((0.75 * rough + 0.25 * exact) * weight).sum() / (weight.sum() + 1e-6)


def fit(pages: list[Page], seed: int) -> Layers:
    """Layers trained on measured pages."""
    torch.manual_seed(seed)
    chance = np.random.default_rng(seed)
    layers = Layers(pages[0]["x"].shape[1])
    optimiser = torch.optim.AdamW(layers.parameters(), lr=RATE, weight_decay=DECAY)
    steps = EPOCHS * (len(pages) // BATCH + 1)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, RATE, total_steps=steps, pct_start=0.1)
    layers.train()
    for _ in range(EPOCHS):
        order = chance.permutation(len(pages)).tolist()
        for begin in range(0, len(order), BATCH):
            matrix, mask, told, weights = batch([pages[n] for n in order[begin : begin + BATCH]], chance)
            loss = loss_of(layers(matrix, mask), told, weights)
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(layers.parameters(), 1.0)
            optimiser.step()
            schedule.step()
    return layers


def weights_of(layers: Layers, pages: list[Page]) -> dict[str, np.ndarray]:
    """The arrays of the weights file."""
    held = {name: value.detach().numpy() for name, value in layers.state_dict().items()}
    out: dict[str, np.ndarray] = {"inward": held["inward.weight"].T, "inward_bias": held["inward.bias"]}
    for n in range(len(STEPS)):
        out[f"layer{n}"] = held[f"layers.{n}.weight"].T
        out[f"bias{n}"] = held[f"layers.{n}.bias"]
    out |= {"outward": held["outward.weight"].T, "outward_bias": held["outward.bias"], "steps": np.array(STEPS)}
    total = sum(len(page["x"]) for page in pages)
    out["usual"] = (sum(page["x"].sum(0, dtype=np.float64) for page in pages) / total).astype(np.float32)
    out["threshold"] = np.array(THRESHOLD)
    return {name: np.ascontiguousarray(value) for name, value in out.items()}


def learn(pages: list[Page], silent: list[list[Page]], seed: int) -> dict[str, np.ndarray]:
    """Weights trained on pages and their altered copies: the guess at the headline, a model that uses it, and the one it teaches."""
    pages = [page for page in pages if needed(page) and len(page["seen"]["y"])]
    whole = [page["seen"] for page in pages]
    guess = fit_guess(whole + [copy for page in pages for copy in page["copies"]], seed)
    parts = {"guess_inward": guess.inward, "guess_bias": guess.bias, "guess_outward": guess.outward}
    given = [guessed(one, guess) for page in pages for one in (page["seen"], *page["copies"])]
    usual = [guessed(page, guess) for page in whole]
    teacher = read_weights(weights_of(fit(given, seed + 10), usual) | parts)
    more = taught(silent, lambda seen: teacher.chances(guessed(seen, guess)["x"]))
    given += [guessed(one, guess) for one in more]
    return weights_of(fit(given, seed + 10), usual) | parts


def cross_validate(pages: list[Page], silent: list[list[Page]], out: Path, seed: int) -> None:
    """Predict every page by a model that saw no page of its publisher; write what score.py reads."""
    out.mkdir(parents=True, exist_ok=True)
    answers: dict[str, list[dict[str, Any]]] = {"articles": [], "articles_zh": []}
    for fold in range(FOLDS):
        seen = [page for page in pages if fold_of(page) != fold]
        weights = learn(seen, [views for views in silent if fold_of(views[0]) != fold], fold + seed)
        (out / f"fold{fold}.bin").write_bytes(encoded(weights))
        held = read_weights(weights)
        for page in pages:
            if fold_of(page) == fold:
                answers["articles_zh" if page["dataset"] == "zh" else "articles"].append(answer(page, held))
        print("fold", fold, flush=True)
    for name, found in answers.items():
        (out / f"{name}.jsonl").write_text("".join(json.dumps(one) + "\n" for one in found), "utf-8")


def answer(page: Page, held: Network) -> dict[str, Any]:
    """The junk lines of a page as the whole zone stage sees them with these weights."""
    document = Document("", b"", page["text"], Encoding("utf-8", "utf-8"))
    kinds = decide(document, held).kinds
    junk = [line for line, kind in enumerate(kinds) if kind.startswith("junk")]
    return {"doc_id": page["doc_id"], "flattener": page["flattener"], "junk_lines": junk}


def main() -> None:
    """Read, cross-validate when asked, train, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--cv", action="store_true")
    parser.add_argument("--predictions", type=Path, default=Path("predictions"))
    parser.add_argument("--only-cv", action="store_true")
    parser.add_argument("--seed", type=int, default=0)
    given = parser.parse_args()
    torch.set_num_threads(1)
    torch.use_deterministic_algorithms(True)
    pages = read_pages(given.data)
    silent = silent_pages(given.data, pages)
    prepare(pages)
    if not given.only_cv:
        WEIGHTS.write_bytes(encoded(learn(pages, silent, given.seed)))
        print(WEIGHTS, hashlib.sha256(WEIGHTS.read_bytes()).hexdigest(), flush=True)
    if given.cv or given.only_cv:
        cross_validate(pages, silent, given.predictions, given.seed)


if __name__ == "__main__":
    main()
