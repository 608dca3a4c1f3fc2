"""Silent lines: lines of pages that nobody labelled, answered by a teacher, to train on.

The teacher is the line model trained on labelled lines alone. It reads a page under each of its flatteners; its answer for a
line is the mean over these views, not yes or no but the chances of the kinds, and what is labelled keeps its label. The pages
then count like others, with copies that are altered or composed, but with half the weight.
"""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Callable
from pathlib import Path

import numpy as np

from checks.zone.altered import altered
from checks.zone.composed import composed
from checks.zone.parts import KINDS
from checks.zone.train_pages import FLATTENERS, Page, measured
from checks.zone.train_views import inked, mean_of_views

WEIGHT = 0.5
_FEWEST_LINES, _FEWEST_BODY, _FEWEST_OF_COPIES = 5, 3, 3
_SAID = (("junk", "outside"), *(("body", kind) for kind in ("text", "head", "title", "caption", "lead")), ("meta", "date"))
"""Label and kind of a line by its likeliest number of `KINDS`, for the copies to be made by."""

Teacher = Callable[[Page], np.ndarray]
"""From a measured page to the chances of each kind for each row."""


class Taught(str):
    """The kind of a line that nobody labelled, with the chances of the kinds that a teacher gave it."""

    __slots__ = ("chances",)
    chances: np.ndarray


def silent_pages(folder: Path, pages: list[Page]) -> list[list[Page]]:
    """Pages with few labels or none, each as the list of its views: those of the trafilatura set and those of the dates."""
    known = {page["url"] for page in pages}
    found: dict[str, list[Page]] = {}
    for page in pages:
        if page["dataset"] == "trafilatura":
            found.setdefault(page["doc_id"], []).append({**page})
    with gzip.open(folder / "dates.jsonl.gz", "rt", encoding="utf-8") as held:
        for row in map(json.loads, held):
            if row["url"] not in known:
                lines = row["text"].split("\n")
                said = {"line_labels": ["unlabelled"] * len(lines), "line_kinds": ["unjudged"] * len(lines)}
                found[f"dates {row['doc_id']}"] = [{**row, **said, "gold": {}, "flattener": FLATTENERS[0]}]
    for views in found.values():
        for page in views:
            page["seen"] = measured(page)
    return [views for views in found.values() if all(len(page["seen"]["y"]) >= _FEWEST_LINES for page in views)]


def taught(documents: list[list[Page]], teacher: Teacher) -> list[Page]:
    """What the models see of silent pages and of a copy of each, with the teacher's answers, shape (rows, 7), as `told`."""
    chance = random.Random(5)  # noqa: S311 - data to train on, no secret
    pages = [page for views in documents for page in _answered(views, teacher)]
    beside: dict[str, list[Page]] = {}
    for page in pages:
        if page["flattener"] == FLATTENERS[0]:
            beside.setdefault(page["lang"], []).append(page)
    out = []
    for page in pages:
        out.append(_measured(page))
        if page["line_labels"].count("body") >= _FEWEST_BODY:
            others = [one for one in beside.get(page["lang"], []) if one["doc_id"] != page["doc_id"]]
            copy = altered(page, chance) if chance.random() < 0.5 else composed(page, others, chance)
            if copy is not None and len((seen := _measured(copy))["y"]) >= _FEWEST_OF_COPIES:
                out.append(seen)
    return out


def _answered(views: list[Page], teacher: Teacher) -> list[Page]:
    """The views of a page, the lines without a label named as the teacher names them."""
    means = mean_of_views([inked(page["text"]) for page in views], [teacher(page["seen"]) for page in views])
    out = []
    for page, mean in zip(views, means, strict=True):
        labels, kinds = list(page["line_labels"]), list(page["line_kinds"])
        for line, chances in zip(_filled(page), mean, strict=True):
            if labels[line] == "unlabelled":
                labels[line], name = _SAID[int(chances.argmax())]
                kinds[line] = Taught(name)
                kinds[line].chances = chances
        labels = ["blank" if not line.strip() else label for line, label in zip(page["text"].split("\n"), labels, strict=True)]
        out.append({**page, "line_labels": labels, "line_kinds": kinds})
    return out


def _filled(page: Page) -> list[int]:
    return [number for number, line in enumerate(page["text"].split("\n")) if line.strip()]


def _measured(page: Page) -> Page:
    seen = measured(page)
    told = np.zeros((len(seen["y"]), len(KINDS)), np.float32)
    for row, line in enumerate(_filled(page)):
        kind = page["line_kinds"][line]
        if isinstance(kind, Taught):
            told[row] = kind.chances
            seen["y"][row] = -1
    return {**seen, "told": told, "share": WEIGHT}
