"""The lines of pages that the network of endings is fitted on: pages as they are, and the same pages with the article cut."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import cuts
import numpy as np
import wordings

from checks.claims.completeness import stray
from checks.claims.completeness.around import Page
from checks.claims.completeness.suspects import BODY, suspects
from checks.claims.completeness.tail import tail

MADE = (
    "mid_word", "mid_sentence", "bytes_300", "bytes_600", "bytes_1024", "bytes_2048", "head_cut", "teaser_dots", "teaser_prompt",
    "file_end", "sentence_boundary",
)  # fmt: skip
TURNS, DENSE_TURNS = (1, 2), (1, 2, 3, 4)
"""The cuts that the table is made of are turn 0; those of even turns keep only a little furniture."""
DENSE = ("zh", "ja", "ko")
AGAIN = ("mid_word", "mid_sentence", "bytes_1024")
"""Kinds of cuts made twice of a page whose lines are not labelled; the others are made once."""


class Rows(NamedTuple):
    """Suspects: their numbers, whether the article is cut there, their publisher, the file each is in, and what the file is.

    The rows of a file stand together. `files` has for each file its kind of cut, and whether its lines are labelled; `texts` are
    the suspects' own, and `lines` those of the whole pages that wordings are learnt from.
    """

    numbers: np.ndarray
    cut: np.ndarray
    publisher: np.ndarray
    file: np.ndarray
    files: list[tuple[str, bool]]
    texts: list[str]
    lines: list[wordings.Line]


def gathered(articles: Path, asked: dict[str, list[str]], zoner: cuts.Zoner) -> Rows:
    """The suspects of all pages and of the cuts made of them."""
    numbers: list[np.ndarray] = []
    answers: list[tuple[bool, str, int]] = []
    files: list[tuple[str, bool]] = []
    texts: list[str] = []
    corpus = wordings.Corpus()
    for page in cuts.all_pages(articles):
        labelled = page["dataset"] != "trafilatura"
        for kind, text, line in _made(page, asked, zoner, labelled=labelled):
            document = cuts.document_of(text)
            zones = zoner(page, document)
            end = tail(document, zones)
            if kind == "complete":
                corpus.add(page, document, zones, labelled=labelled)
            if end is not None and end.page:
                around = Page(document, zones, end)
                for one in suspects(document, zones, end):
                    numbers.append(np.array([*stray.quick(around, one), *stray.slow(around, one)], np.float32))
                    texts.append(one.text[-wordings.SHOWN :])
                    answers.append(
                        (one.line == line and (kind in cuts.INSIDE or kind.startswith(("bytes", "teaser"))), page["publisher"], len(files))
                    )
            files.append((kind, labelled))
    cut, publisher, file = zip(*answers, strict=True)
    return Rows(np.stack(numbers), np.array(cut), np.array(publisher), np.array(file), files, texts, corpus.lines)


def _made(page: cuts.Page, asked: dict[str, list[str]], zoner: cuts.Zoner, *, labelled: bool) -> Iterator[tuple[str, str, int]]:
    """A page and its cuts: kind, text, and the line of the cut."""
    yield "complete", page["text"], -1
    if labelled:
        yield "complete, cropped", cuts.cropped(page, page["text"], None, "whole")[0], -1
    turns = DENSE_TURNS if page["lang"] in DENSE else TURNS
    ways = [(kind, turn) for kind in MADE for turn in (turns if labelled else TURNS if kind in AGAIN else TURNS[:1])]
    if not labelled:
        kinds = zoner(page, cuts.document_of(page["text"])).kinds
        told = {"line_labels": ["body" if kind in BODY else "blank" if kind == "blank" else "junk" for kind in kinds]}
        page = {**page, **told, "line_kinds": ["text" if kind == "body" else "head" if kind == "subhead" else "" for kind in kinds]}
    for kind, turn in ways:
        made = cuts.cut_page(page, kind, turn=turn, asked=asked)
        if made is not None and turn % 2 == 0 and kind not in ("head_cut", "file_end"):
            yield kind, *cuts.cropped(page, made.text, made.line, kind)
        elif made is not None:
            yield kind, made.text, made.line
