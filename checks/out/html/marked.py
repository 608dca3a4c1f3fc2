"""What is marked in the text of an article, and in how much detail."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from checks.statement import Evidence, InsetSegment

LEVELS = ("error", "warning", "note")
"""Worst first."""


class Cause(msgspec.Struct, frozen=True):
    """What the text needs to know of a numbered finding."""

    number: int
    level: str
    title: str


class Note(msgspec.Struct, frozen=True):
    """A side note: which finding, and what it says there."""

    number: int
    level: str
    message: str


class Detail(msgspec.Struct, frozen=True):
    """How much is told of an article. What a file has too much of is told in less, so that its page stays small."""

    room: int = 2_500
    """About so many bytes of marks go into the text."""
    zones: int = 100
    """Runs of the article that are set off from its body."""
    explained: int = 20
    """Causes that are explained, the worst first."""
    places: int = 6
    """Places told in full, the worst causes first; each cause has one."""
    links: int = 6
    """Further places of one cause that are linked by their lines; others are marked in the text."""
    reasons: int = 3
    """Folds that say why their lines are leftovers."""
    folds: int = 20
    """Folds, after which a few lines of leftovers stand in the text unfolded."""
    few: int = 2
    """So many lines are a few."""
    named: int = 6
    """Runs of one fold that are named one by one."""
    numbers: int = 1_000
    """Times that the number of one finding stands in the text."""
    blocks: bool = True
    """Whether leftovers are elements of their own beside the text, and not stretches within it."""
    paragraphs: int = 400
    """With more lines than this the lines are no elements of their own."""
    tokens: int = 1_000
    """Characters that do not show and are told by name; after them each has but a sign in its place."""
    reasoned: int = 8
    """Reasons and places told of one fact."""
    quoted: bool = True
    """Whether places are quoted; else they are links to their lines."""


class Marks(msgspec.Struct, frozen=True):
    """What is marked in a text."""

    evidence: tuple[Evidence, ...]
    causes: Mapping[str, Sequence[Cause]]
    """Evidence id -> the findings that it proves; ids not named prove facts."""
    notes: Mapping[str, Sequence[Note]]
    """Evidence id -> side notes that begin there."""
    line_notes: Mapping[int, Sequence[Note]]
    """Line (from 1) -> side notes on findings that name lines only."""
    linked: frozenset[str]
    """Evidence ids that links lead to."""
    anchors: frozenset[int]
    """Lines (from 1) that links lead to."""
    insets: tuple[InsetSegment, ...]
    """Stretches of another kind than their line."""
    detail: Detail
