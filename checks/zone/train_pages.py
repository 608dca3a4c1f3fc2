"""Pages to train the line model on: read, parted into folds, measured, with copies that are altered and composed."""

from __future__ import annotations

import gzip
import hashlib
import json
import random
import re
import unicodedata
import zlib
from pathlib import Path
from typing import Any

import numpy as np

from checks.model import Document, Encoding
from checks.zone.altered import altered
from checks.zone.composed import composed
from checks.zone.features import rows

Page = dict[str, Any]

FLATTENERS = ("inscriptis", "bs4", "resiliparse")
FOLDS = 5
_PART = {"head": 2, "title": 3, "caption": 4, "lead": 5}
_SECOND_LEVEL = ("co", "com", "org", "net", "gov", "ac")
_COPIES = {"zh": 7, "trafilatura": 0}
_COMPOSED = {"zh": 0, "trafilatura": 0}
"""Altered and composed copies of a page in training, 2 if not said. Chinese pages are few; pages that label a few lines only
tell nothing when cut."""


def group(page: Page) -> str:
    """The publisher of a page, by its domain without country and subdomain."""
    parts: list[str] = page["domain"].lower().removeprefix("www.").split(".")
    if len(parts) > 2 and parts[-2] in _SECOND_LEVEL:
        return parts[-3]
    return parts[-2] if len(parts) > 1 else parts[0]


def fold_of(page: Page) -> int:
    """The fold of a page: all pages of a publisher have one."""
    return int(hashlib.md5(group(page).encode(), usedforsecurity=False).hexdigest(), 16) % FOLDS


def target(label: str, kind: str) -> int:
    """The number of `KINDS` for a labelled line, -1 where the labels say nothing."""
    if label == "body":
        return _PART.get(kind, 1)
    return {"junk": 0, "meta": 6}.get(label, -1)


def plain(text: str) -> str:
    """A headline without case, spaces and punctuation."""
    return re.sub(r"[\W_]+", " ", unicodedata.normalize("NFKC", text).casefold()).strip()


def measured(page: Page) -> Page:
    """What the models see of a page, and what they shall answer."""
    document = Document("", b"", page["text"], Encoding("utf-8", "utf-8"))
    labels, kinds = page["line_labels"], page["line_kinds"]
    seen = rows(document)
    lines = seen.lines.tolist()
    titles = [row for row, line in enumerate(lines) if kinds[line] == "title"]
    if not titles and (wanted := plain(page["gold"].get("title") or "")):
        titles = [row for row, line in enumerate(lines) if plain(document.lines[line]) == wanted]
    answers = np.array([target(labels[line], kinds[line]) for line in lines], np.int64)
    sizes = np.array([len(document.lines[line].strip()) for line in lines], np.float32)
    kept = {"vocabulary": seen.vocabulary, "original": seen.original, "prose": seen.prose, "weight": seen.weight}
    return {"x": np.ascontiguousarray(seen.matrix), "y": answers, "size": sizes, "titles": titles, **kept}


def read_pages(folder: Path) -> list[Page]:
    """The labelled pages of the evaluation data."""
    pages: list[Page] = []
    for name in ("articles.jsonl.gz", "articles_zh.jsonl.gz"):
        with gzip.open(folder / name, "rt", encoding="utf-8") as held:
            pages.extend(json.loads(line) for line in held)
    return pages


def prepare(pages: list[Page]) -> None:
    """Measure every page that is trained on, and its altered and composed copies, in place."""
    chance = random.Random(7)  # noqa: S311 - data to train on, no secret
    beside = _beside(pages)
    for page in filter(needed, pages):
        page["seen"] = measured(page)
        copies = [altered(page, chance) for _ in range(_COPIES.get(page["dataset"], 2))]
        others = [one for one in beside.get((page["lang"], fold_of(page)), []) if one["doc_id"] != page["doc_id"]]
        copies += [composed(page, others, chance) for _ in range(_COMPOSED.get(page["dataset"], 2))]
        page["copies"] = [copy for found in copies if found is not None and len((copy := measured(found))["y"])]


def _beside(pages: list[Page]) -> dict[tuple[str, int], list[Page]]:
    """The pages whose headlines may stand beside others: by language, and by fold, so that no fold learns from another."""
    out: dict[tuple[str, int], list[Page]] = {}
    for page in pages:
        if page["flattener"] == FLATTENERS[0] and page["dataset"] in ("fundus", "scrapinghub"):
            out.setdefault((page["lang"], fold_of(page)), []).append(page)
    return out


def needed(page: Page) -> bool:
    """Pages that label a few lines only are taken under one of their three flatteners."""
    chosen = FLATTENERS[zlib.crc32(page["doc_id"].encode()) % len(FLATTENERS)]
    return bool(page["dataset"] != "trafilatura" or page["flattener"] == chosen)
