"""What the lines around a line make certain, whatever the line model says."""

from __future__ import annotations

import numpy as np

from checks.model import Document, Encoding
from checks.zone.company import alike, below_the_page, below_the_text, halves, speakers
from checks.zone.features import Rows, rows
from checks.zone.parts import JUNK, TEXT, Sorted

PROSE = "The ferry to the outer islands was cancelled for the third day, the harbour office said on Monday morning."
READER = "I have lived on the outer islands for thirty years, and the ferry was never on time in all of them, believe me."


def seen(*lines: str) -> Rows:
    """The rows of a text of these lines."""
    return rows(Document("", b"", "\n".join(lines), Encoding("utf-8", "utf-8")))


def judged(lines: list[str], junk: set[str]) -> tuple[Rows, np.ndarray]:
    """The rows of a text and kinds in which these lines are furniture and the others article."""
    return seen(*lines), np.array([JUNK if line in junk else TEXT for line in lines], np.int8)


def below(*lines: str, junk: set[str]) -> list[str]:
    """The lines that stay article."""
    found, kinds = judged(list(lines), junk)
    below_the_page(found, kinds)
    return [line for line, kind in zip(lines, kinds.tolist(), strict=True) if kind != JUNK]


def test_prose_below_the_label_of_comments_is_furniture() -> None:
    assert below(PROSE, PROSE, "Comments", READER, junk={"Comments"}) == [PROSE, PROSE]


def test_a_button_of_comments_above_most_of_the_prose_ends_nothing() -> None:
    assert below("Comments", PROSE, PROSE, junk={"Comments"}) == [PROSE, PROSE]
    assert below(PROSE, "Comments", READER, READER, READER, junk={"Comments"}) == [PROSE, READER, READER, READER]


def test_three_labels_together_are_a_foot_even_when_more_prose_follows() -> None:
    labels = ["Share this article", "Tags", "Related articles"]
    assert below(PROSE, *labels, READER, READER, junk=set(labels)) == [PROSE]
    assert below(PROSE, *labels[:2], READER, READER, junk=set(labels)) == [PROSE, READER, READER]
    assert below(PROSE, labels[0], READER, labels[1], READER, labels[2], READER, junk=set(labels)) == [PROSE, READER, READER, READER]


def test_labels_that_the_model_calls_article_end_nothing() -> None:
    assert below(PROSE, PROSE, "Comments", READER, junk=set()) == [PROSE, PROSE, "Comments", READER]


def test_the_last_line_below_a_label_of_other_articles_is_theirs() -> None:
    headline = "Harbour office looks for captains who know the way to all of the outer islands"
    assert below(PROSE, "Related articles", headline, junk={"Related articles"}) == [PROSE]
    assert below(PROSE, "Related articles", READER, junk={"Related articles"}) == [PROSE, READER]
    assert below(PROSE, "Related articles", headline, PROSE, junk={"Related articles"}) == [PROSE, headline, PROSE]
    assert below("Related articles", junk={"Related articles"}) == []


def test_short_lines_below_the_text_and_a_label_of_the_page_are_furniture() -> None:
    lines = [PROSE, "Table of ferries", "Related articles", "Whales off the point", "Harbour office moves"]
    found, kinds = judged(lines, set())
    below_the_text(found, kinds, 0)
    assert kinds.tolist() == [TEXT, TEXT, TEXT, JUNK, JUNK]
    found, kinds = judged([*lines, PROSE], set())
    below_the_text(found, kinds, 5)
    assert (kinds == TEXT).all()


def copies(times: int, junk: int) -> list[int]:
    """The kinds of a short line that stands some times, the first of them as furniture."""
    found = seen(*(["A line of the page", PROSE] * times))
    kinds = np.full(2 * times, TEXT, np.int8)
    kinds[: 2 * junk : 2] = JUNK
    alike(found, kinds)
    assert (kinds[1::2] == TEXT).all()
    return [int(kind) for kind in kinds[::2]]


def test_a_short_line_that_is_mostly_furniture_is_it_everywhere() -> None:
    assert copies(4, 3) == [JUNK] * 4
    assert copies(4, 2) == [JUNK, JUNK, TEXT, TEXT]
    assert copies(3, 2) == [JUNK, JUNK, TEXT]


def between(*lines: str, forced: bool = False) -> bool:
    """Whether the middle one of three lines, furniture to the model, becomes article."""
    kinds = np.array([TEXT, TEXT, JUNK, TEXT], np.int8)
    halves(seen("A headline", *lines), Sorted(kinds, {2: "image-alt"} if forced else {}, 0))
    return bool(kinds[2] != JUNK)


def test_a_line_between_the_halves_of_a_sentence_belongs_to_it() -> None:
    assert between("The ferry called", "Northern Star", "was cancelled on Monday.")
    assert between("The ferries called", "Northern Star", ", Southern Star and Anna were cancelled.")


def test_a_line_between_whole_sentences_stays_what_it_was() -> None:
    assert not between("The ferry was cancelled.", "Northern Star", "was the next one to leave.")
    assert not between("The ferry called", "Northern Star", "Passengers waited on Monday.")
    assert not between("The ferry called", "Northern Star", "was cancelled on Monday.", forced=True)


def answered(*lines: str) -> list[bool]:
    """Which lines, all furniture to the model, become article."""
    kinds = np.full(len(lines), JUNK, np.int8)
    speakers(seen(*lines), kinds)
    return [bool(kind != JUNK) for kind in kinds]


def test_questions_and_answers_are_article() -> None:
    assert answered(*["Q: Where do you swim?", "A: In the lake.", "Next question"] * 3) == [True, True, False] * 3
    assert all(answered(*["问：您在哪里游泳？", "答：在湖里。"] * 3))


def test_few_letters_with_colons_are_no_interview() -> None:
    assert not any(answered(*["Q: Where do you swim?", "A: In the lake."] * 2))
    assert not any(answered(*["A: North", "B: South", "C: East"] * 3))
    assert not any(answered(*["A: North"] * 6))
    assert not any(answered(*["At: North", "By: South"] * 3))
