"""Wordings: what the last letters and the words of a line say of whether it is running text that breaks off."""

from __future__ import annotations

import numpy as np
import pytest

from checks.claims.completeness import wording
from tests.test_cuts import loaded, page

wordings = loaded("wordings")

PIECES = ((wording.ending, wording.MOST_ENDS), (wording.running, wording.MOST_PIECES))
LINES = (
    "", "a", "7", "The keeper counted the herons and", "Zwölf Reiher am Leuchtturm", "鹭港管理处昨天说", "한 등대지기가", "x" * 300,
    "word " * 200 + "end", "· · ·", "\u0e01\u0e02",
)  # fmt: skip


def numbers(text: str) -> list[float]:
    """Both numbers of a line."""
    return [wording.breaks_off(text), wording.runs(text)]


@pytest.mark.parametrize("text", LINES)
def test_every_line_has_no_more_pieces_than_it_may_and_two_finite_numbers(text: str) -> None:
    """Whatever its script and its length."""
    assert all(len(pieces(text)) <= most for pieces, most in PIECES)
    assert np.isfinite(numbers(text)).all()


def test_a_wording_is_the_sum_of_the_weights_of_its_pieces() -> None:
    """The trainer's tables, asked about a text, say what the program says with the same tables."""
    held = np.frombuffer(wording.FILE.read_bytes(), np.int8)
    assert len(held) == wording.ENDS + wording.WORDS
    assert len(set(held.tolist())) > 50
    hashed = wordings.Hashed([wordings.Line("a line", cut=True, publisher="x")], list(LINES[3:7]))
    hashed.fitted = lambda _: [held[: wording.ENDS], held[wording.ENDS :]]
    assert hashed.scores(np.ones(1, bool)) == pytest.approx(np.array([numbers(text) for text in LINES[3:7]]))


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("The harbour office said that nobody had been told of the", "A new coat for the lighthouse"),
        ("The harbour office said that nobody had be", "Open day at the lock"),
        ("Der Hafenmeister sagte am Dienstag, dass er nicht mit", "Zwölf Reiher am Leuchtturm"),
        ("El guardián del faro dijo que no sabía nada de la", "Más noticias del puerto"),
    ],
)
def test_running_text_that_breaks_off_is_worded_otherwise_than_a_headline(broken: str, whole: str) -> None:
    """Its numbers together are higher by more than one; either alone can be wrong, for links break sentences over lines too."""
    assert sum(numbers(broken)) > sum(numbers(whole)) + 1


def test_tables_learn_from_what_two_publishers_have_and_from_nothing_that_is_left_out() -> None:
    """Lines in `the` are broken off with two publishers; `zebra` is known to one alone."""
    lines = [
        wordings.Line(f"{word} number {n} of the {last}", cut=cut, publisher=publisher)
        for publisher in ("Courier", "Gazette", "Herald")
        for n, word in enumerate(("Keeper", "Harbour", "Ferry", "Heron") * 5)
        for last, cut in (("the", True), ("day", False), *([("zebra", True)] if publisher == "Courier" else []))
    ]
    folds = np.array([{"Courier": 0, "Gazette": 1, "Herald": 2}[one.publisher] for one in lines])
    asked = ["A boat of the", "A boat of the day", "A zebra"]
    hashed = wordings.Hashed(lines, asked)
    both = hashed.scores(np.ones(len(lines), bool))
    assert both[0, 0] > 1 > -1 > both[1, 0]
    assert both[2, 0] == pytest.approx(hashed.scores(folds > 0)[2, 0], abs=0.5)
    scores = wordings.nested(hashed, folds, np.array([0, 1, 2]), 3)
    assert scores(None)[0] == pytest.approx(hashed.scores(folds != 0)[0])
    assert scores(1)[0] == pytest.approx(hashed.scores(folds == 2)[0])
    assert scores(1)[1] == pytest.approx(hashed.scores(folds != 1)[1])


def test_broken_lines_are_made_of_running_text_alone() -> None:
    """Each is the beginning of a paragraph, ends inside it, and headlines stand as they are, once."""
    corpus = wordings.Corpus()
    document = loaded("cuts").document_of(page()["text"])
    for _ in range(2):
        corpus.add({**page(), "publisher": "Courier"}, document, loaded("cuts").zoner(None)(page(), document), labelled=True)
    lines = page()["text"].split("\n")
    cut, whole = ([one.text for one in corpus.lines if one.cut is kind] for kind in (True, False))
    assert all(any(text in line and text != line for line in lines) for text in cut)
    assert {text[-1:].isalnum() or text[-1:] == "," for text in cut} == {True}
    assert sorted(whole) == sorted({line for line in lines if line and not line.endswith(".")})


@pytest.mark.parametrize(
    "pieces",
    [
        ("The keeper of the", "lighthouse", "counts herons on Fridays."),
        ("The keeper of the light", ", who is eighty-two", "and counts herons on Fridays."),
    ],
)
def test_pieces_of_a_paragraph_that_links_have_split_are_not_learnt_from(pieces: tuple[str, ...]) -> None:
    """They look broken off and are not; a headline below stands for itself."""
    lines = [*pieces, "", "A new coat for the lighthouse", "", "Open day at the lock", ""]
    labels = ["body"] * len(pieces) + ["junk"] * 5
    split = {**page(), "text": "\n".join(lines), "line_labels": labels, "line_kinds": ["text" if one == "body" else "" for one in labels]}
    document = loaded("cuts").document_of(split["text"])
    corpus = wordings.Corpus()
    corpus.add({**split, "publisher": "Courier"}, document, loaded("cuts").zoner(None)(split, document), labelled=True)
    assert [one.text for one in corpus.lines if not one.cut] == ["A new coat for the lighthouse", "Open day at the lock"]
