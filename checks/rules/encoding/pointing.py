"""How ENC rules point: neighbouring places become one span, and of very many places the first are shown."""

from __future__ import annotations

import re
from collections.abc import Iterable

import numpy as np

from checks.model import Document, Span
from checks.patterns import lazily

SHOWN = 200
"""Spans that one finding points at; a file with more is damaged all over, and the message has the number."""


def legible(document: Document) -> str:
    """The text of a document; empty when the file is no text, of which one rule says so and no other says more."""
    return "" if document.encoding.decided_by == "binary" else document.text


Signs = tuple[tuple[str, re.Pattern[str]], ...]


def signs(patterns: dict[str, str]) -> Signs:
    """Patterns by the character that each begins with."""
    return tuple((first, lazily(pattern)) for first, pattern in patterns.items())


def shows(text: str, any_of: Signs) -> bool:
    """Whether any of these is in a text. Most texts lack the characters, which is told in a tenth of the time of a search."""
    return any(first in text and pattern.search(text) for first, pattern in any_of)


def joined(places: np.ndarray) -> tuple[Span, ...]:
    """Ascending places as spans, neighbours joined, the first of very many."""
    if not len(places):
        return ()
    breaks = np.flatnonzero(np.diff(places) != 1)
    starts = places[np.append(0, breaks + 1)][:SHOWN]
    ends = places[np.append(breaks, len(places) - 1)][:SHOWN] + 1
    return tuple(Span(start, end) for start, end in zip(starts.tolist(), ends.tolist(), strict=True))


def single(places: Iterable[int]) -> tuple[Span, ...]:
    """A span of one character for each place."""
    return tuple(Span(place, place + 1) for place in places)[:SHOWN]


def code(character: str) -> str:
    """A character as U+0000."""
    return f"U+{ord(character):04X}"


def counted(number: int, one: str, many: str = "") -> str:
    """A number with its noun."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def shown(text: str, longest: int = 60) -> str:
    """A piece of the file for a message: on one line, controls made visible, shortened."""
    clean = "".join(one if one.isprintable() else "·" for one in text)
    return clean if len(clean) <= longest else clean[: longest - 1] + "…"


def word_at(document: Document, place: int, longest: int = 30) -> Span:
    """The word around a place: what stands there between white space, at most so many characters to each side."""
    text = document.text
    start = end = place
    while start > max(0, place - longest) and not text[start - 1].isspace():
        start -= 1
    while end < min(len(text), place + longest) and not text[end].isspace():
        end += 1
    return Span(start, end)
