"""Lines that nobody labelled: what one view of a page knows reaches the others, and what is labelled keeps its label."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from checks.zone.parts import KINDS
from checks.zone.train_pages import measured
from checks.zone.train_silent import WEIGHT, taught
from checks.zone.train_views import inked, mean_of_views

WHOLE = """\
Menu

* Harbour
* Ferries

The ferry Ash Lady, built in Corran in 1961, sails again on Monday, said Ines Moll. Tickets cost two crowns.

Nobody had expected it so soon.

Read more
"""
BROKEN = """\
Menu
Harbour
Ferries
The ferry
Ash Lady
, built in
Corran
in 1961, sails again on Monday, said Ines Moll. Tickets cost two crowns.
Nobody had expected it so soon.
Read more
"""


def sure(kinds: list[int]) -> np.ndarray:
    return np.eye(len(KINDS), dtype=np.float32)[kinds]


def unsure(rows: int) -> np.ndarray:
    return np.full((rows, len(KINDS)), 1 / len(KINDS), np.float32)


def test_the_pieces_of_a_broken_paragraph_are_told_what_the_whole_one_is() -> None:
    lines = [inked(WHOLE), inked(BROKEN)]
    _, told = mean_of_views(lines, [sure([0, 0, 0, 1, 1, 0]), unsure(10)])
    assert told.argmax(1).tolist() == [0, 0, 0, 1, 1, 1, 1, 1, 1, 0]
    assert np.allclose(told.max(1), (1 + 1 / len(KINDS)) / 2)


def test_a_whole_paragraph_is_told_what_most_of_its_letters_are() -> None:
    lines = [inked(WHOLE), inked(BROKEN)]
    told, _ = mean_of_views(lines, [unsure(6), sure([0, 0, 0, 1, 0, 1, 0, 1, 1, 0])])
    assert told.argmax(1).tolist() == [0, 0, 0, 1, 1, 0]


def test_what_the_other_view_does_not_hold_stays_as_it_was() -> None:
    lines = [inked("Something else\n" + WHOLE), inked(WHOLE)]
    own = sure([2, 0, 0, 0, 1, 1, 0])
    told, _ = mean_of_views(lines, [own, sure([0, 0, 0, 1, 1, 0])])
    assert (told == own).all()


def test_a_line_that_stands_twice_is_matched_in_its_order() -> None:
    text = "Share\n\nA keeper of bees at the edge of the moor sells her honey by post.\n\nShare\n"
    lines = [inked(text), inked(text)]
    told, _ = mean_of_views(lines, [unsure(3), sure([0, 1, 6])])
    assert told.argmax(1).tolist() == [0, 1, 6]


@pytest.mark.parametrize("text", ["", "\n \n", "Menu"])
def test_views_without_common_lines_are_left_alone(text: str) -> None:
    lines = [inked(text), inked("Nothing of this is there.")]
    own = unsure(len(lines[0]))
    assert (mean_of_views(lines, [own, unsure(1)])[0] == own).all()


def page(text: str, flattener: str) -> dict[str, Any]:
    lines = text.split("\n")
    labels = ["unlabelled" if line.strip() else "blank" for line in lines]
    labels[lines.index("Nobody had expected it so soon.")] = "body"
    kinds = ["include" if label == "body" else "unjudged" for label in labels]
    made = {"text": text, "line_labels": labels, "line_kinds": kinds, "gold": {}, "flattener": flattener, "lang": "en", "doc_id": "ferry"}
    return {**made, "seen": measured(made)}


def test_a_labelled_line_keeps_its_label_and_the_others_get_the_answers_of_the_teacher() -> None:
    views = [page(WHOLE, "inscriptis"), page(BROKEN, "bs4")]
    found = taught([views], lambda seen: sure([0] * len(seen["y"])))
    for seen, rows in zip(found, (6, 10), strict=True):
        labelled = (seen["y"] >= 0).nonzero()[0].tolist()
        assert labelled == [rows - 2]
        assert KINDS[seen["y"][rows - 2]] == "body"
        assert not seen["told"][rows - 2].any()
        assert (np.delete(seen["told"], rows - 2, 0)[:, 0] == 1).all()
        assert seen["share"] == WEIGHT


def test_copies_keep_the_answers_of_the_lines_they_keep() -> None:
    def teacher(seen: dict[str, Any]) -> np.ndarray:
        return sure([1 if size > 20 else 0 for size in seen["size"]]) * np.float32(0.75) + unsure(len(seen["y"])) * np.float32(0.25)

    text = WHOLE.replace("Read more", "The captain, who is ninety, will not be on board.\n\nThe crew is new.\n\nRead more")
    found = taught([[page(text, "inscriptis")] for _ in range(12)], teacher)
    assert len(found) > 12
    assert {len(seen["y"]) for seen in found} != {8}
    for seen in found:
        given = seen["told"].any(1)
        assert np.allclose(seen["told"][given].sum(1), 1)
        assert not (given & (seen["y"] >= 0)).any()
