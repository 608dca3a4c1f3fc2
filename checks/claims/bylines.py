"""Candidates for bylines: texts in the head and tail of an article that may name who wrote it."""

from __future__ import annotations

from checks.claims.candidate import Candidate
from checks.claims.labelled import alone, fielded, label_heads, parted, prefixed
from checks.claims.labels import phrases
from checks.claims.names import is_person
from checks.claims.places import Places
from checks.claims.scripts import HANGUL
from checks.claims.unlabelled import account, at_end, bare_names, lone, signed_off
from checks.claims.written import signed, written

_LONGEST_LINE = 200
_LONGEST_LABELLED = 80
_LONGEST_DENSE = 40
"""Characters of a line without spaces between words that may be a name; longer ones are sentences."""
NEAR = 12
"""Non-blank lines under the headline within which a labelled name leaves no need to look further down."""


def candidates(places: Places) -> list[Candidate]:
    """All texts in the head and the tail that may name an author, editor or translator, from the top down."""
    found: list[Candidate] = []
    if not places.inked:
        return found
    head = [n for n in places.head if n != places.title]
    _in_lines(places, head, found)
    if any(_plain(places, one) for one in found):
        return found
    seen = set(head)
    tail = [n for n in places.tail if n not in seen]
    _in_lines(places, tail, found, tail=True)
    seen.update(tail)
    signed_off(places, found)
    _further(places, seen, found)
    alone(places, seen, found)
    for line in places.zones.body[-3:]:
        at_end(places, line, found)
    return found


def _plain(places: Places, one: Candidate) -> bool:
    """Whether a candidate is a labelled full name a little below the headline."""
    if one.role != "author" or not one.label or places.title is None:
        return False
    away = places.rank[one.line] - places.rank[places.title]
    return 0 < away <= NEAR and is_person(places.bare[one.line][one.start : one.end])


def _further(places: Places, seen: set[int], found: list[Candidate]) -> None:
    """Short lines of the article's middle that begin with a label."""
    if places.title is None or places.zones.last_body is None:
        return
    heads = label_heads()
    inked, bare = places.inked, places.bare
    top, end = max(0, places.rank[places.title] - 15), places.rank[places.zones.last_body] + 30
    for at in range(top, min(end, len(inked))):
        line = inked[at]
        text = bare[line]
        if len(text) > _LONGEST_LABELLED or line in seen or text.split(None, 1)[0].rstrip(":").casefold() not in heads:
            continue
        if not fielded(places, line, found):
            prefixed(places, line, found)


def _in_lines(places: Places, lines: list[int], found: list[Candidate], *, tail: bool = False) -> None:
    heads, elsewhere, printed = label_heads(), phrases("elsewhere"), phrases("print")
    korean = bool(places.tally[HANGUL])
    texts = [text if len(text := places.bare[line]) <= _LONGEST_LINE else "" for line in lines]
    for line, text, split in zip(lines, texts, parted("\n".join(texts)).split("\n"), strict=False):
        words = split.split()
        if not words or (korean and signed(text, line, found)):
            continue
        dense_line = line in places.dense_lines
        labelled = not heads.isdisjoint(words)
        if (labelled or dense_line) and (text.casefold().rstrip(" :") in elsewhere or text.partition(":")[0].strip().casefold() in printed):
            continue
        if labelled and (fielded(places, line, found) or prefixed(places, line, found) or written(text, line, found)):
            continue
        if dense_line and not labelled and (fielded(places, line, found) or written(text, line, found)):
            continue
        if tail or (dense_line and len(text) > _LONGEST_DENSE):
            continue
        if (len(words) > 1 or dense_line) and bare_names(text, line, found):
            continue
        if dense_line and line in places.beside_dates:
            account(places, line, text, found)
        lone(places, line, text, found)
