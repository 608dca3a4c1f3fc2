"""Damage planted in a sound article is found as that damage, there, and as nothing else."""

from __future__ import annotations

import pytest

from checks.model import Severity, Span
from checks.pipeline import Desk, check
from checks.rules import RULES
from checks.rules.examples import CLOSED, FRAME, OPENED, PARAGRAPH

DESK = Desk()
GROUNDS = (
    FRAME.replace("{planted}\n\n", ""),
    """\
A bakery of three generations closes its oven in Marrow Street

By Tobias Fenwright
Published: 9 October 2023, 18:05

The last loaf left the oven in Marrow Street on Saturday morning, ninety-one years after the first. The family that ran the bakery for three generations found nobody to take it over.

Customers had queued since five. Some brought photographs of weddings with the bakery's cakes, and one man returned a bread knife that his father had borrowed in 1968.

"I shall sleep until seven," said Edith Marrowby, who has worked there since she was sixteen. Her hands, she added, would need a year to stop kneading.

The house was sold to a dentist. He has promised to leave the sign above the door where it is, and to open a window to the street on market days.

Source: Fenside Herald
""",
)
PLANTED = {
    rule.code: example.text
    for rule in RULES
    for example in rule.bad
    if isinstance(example.text, str)
    and "\n" not in example.text
    and OPENED in example.text
    and rule.severity is not Severity.INFO
    and FRAME.split("\n")[0] not in example.text  # it repeats the headline of one ground alone
    and sum(map(str.isascii, example.text)) > 0.8 * len(example.text)  # a line in another language is a defect of its own
}
"""Code -> a paragraph with its damage marked."""


def paragraphs(text: str) -> list[int]:
    """Where a paragraph may be planted: before each paragraph of the body but the first."""
    places, at = [], text.index("\n\n", text.index("Published:")) + 2
    while (following := text.find("\n\n", at)) != -1:
        places.append(following + 2)
        at = following + 2
    return places[:-1]


@pytest.mark.parametrize("ground", range(len(GROUNDS)))
def test_the_grounds_are_sound(ground: int) -> None:
    assert [one.message for one in check(GROUNDS[ground].encode(), "a.txt", DESK).findings] == []


@pytest.mark.parametrize("ground", range(len(GROUNDS)))
@pytest.mark.parametrize("code", PLANTED)
def test_a_defect_planted_anywhere_is_the_only_finding_and_is_found_there(code: str, ground: int) -> None:
    for place in paragraphs(GROUNDS[ground]):
        is_the_only_finding(code, GROUNDS[ground][:place], GROUNDS[ground][place:])


def is_the_only_finding(code: str, before: str, after: str) -> None:
    """A damaged paragraph between two halves of an article gives its finding, at its place, and no other."""
    marked = PLANTED[code]
    pieces = marked.split(OPENED)
    bare, marks = before + pieces[0], []
    for piece in pieces[1:]:
        meant, _, rest = piece.partition(CLOSED)
        marks.append(Span(len(bare), len(bare) + len(meant)))
        bare += meant + rest
    findings = check((bare + "\n\n" + after).encode(), "a.txt", DESK).findings
    told = [(one.code, one.message) for one in findings]
    assert {one.code for one in findings} == {code}, told
    assert sorted(span for one in findings for span in one.spans) == marks, told


def test_most_families_take_part() -> None:
    assert {code[:3] for code in PLANTED} >= {"ENC", "NAV", "TRN"}
    assert len(PLANTED) >= 20


def test_the_sound_paragraph_changes_nothing_wherever_it_stands() -> None:
    for ground in GROUNDS:
        for place in paragraphs(ground):
            assert check((ground[:place] + PARAGRAPH + "\n\n" + ground[place:]).encode(), "a.txt", DESK).findings == ()
