"""A text that may name who wrote, edited or translated an article."""

from __future__ import annotations

import msgspec

from checks.claims.places import Places


class Candidate(msgspec.Struct, frozen=True):
    """A text that may be a name in a byline: its place in `Places.text(line)`, how it was found, and where its label begins in its line."""

    line: int
    start: int
    end: int
    form: str
    """by-above, by, author-above, author, bare, lone, sign, account, end, written"""
    role: str = "author"
    label: str = ""
    label_start: int = 0
    group: int = 0
    """Names of one byline share it."""


def name_of(places: Places, one: Candidate) -> str:
    """The characters of a candidate."""
    return places.bare[one.line][one.start : one.end]
