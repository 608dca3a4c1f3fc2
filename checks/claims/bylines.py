"""Candidates for bylines: texts in the head and tail of an article that may name who wrote it."""

from __future__ import annotations

from functools import cache

from checks.claims.candidate import Candidate, name_of
from checks.claims.dated_bylines import dated_bylines, glued_byline
from checks.claims.labelled import PEOPLE, alone, fielded, label_heads, parted, prefixed
from checks.claims.menus import menu_lines
from checks.claims.name_pieces import may_be_cut
from checks.claims.names import agencies, is_person
from checks.claims.places import Places
from checks.claims.scripts import HANGUL
from checks.claims.sign_offs import at_end, signed_off
from checks.claims.unlabelled import account, bare_names, lone
from checks.claims.written import of_the_dateline, of_the_wire, signed, written
from checks.lexicon import given_names, phrases

_LONGEST_LINE = 200
_LONGEST_LABELLED = 80
_LONGEST_DENSE = 40
"""Characters of a line without spaces between words that may be a name; longer ones are sentences."""
_LONGEST_BARE = 120
_LONGEST_LONE = 30
_LONGEST_HEADING = 60
NEAR = 12
"""Non-blank lines under the headline within which a labelled name leaves no need to look further down."""
_NEAR_DATE = 8
"""The same for a name by itself on a line beside the date."""
_NEXT = 4
"""Non-blank lines under the headline in which a name may stand without a date beside it or a given name that is known."""
_ABOVE, _BELOW = 15, 30
"""Non-blank lines above the headline and below the body in which lines may begin with a label."""


def candidates(places: Places) -> list[Candidate]:
    """All texts in the head and the tail that may name an author, editor or translator, from the top down."""
    found: list[Candidate] = []
    if not places.inked:
        return found
    if places.tally[HANGUL]:
        of_the_wire(places, found)
    of_the_dateline(places, found)
    head = [n for n in places.head if n != places.title or _is_byline(places, n)]
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


def _is_byline(places: Places, line: int) -> bool:
    """Whether the line that is taken for the headline opens with a label for people, or has one beside others, and so is none."""
    every = places.fields(line)
    return any(field.role in PEOPLE and (field.begin == 0 or len(every) > 1) for field in every)


def _plain(places: Places, one: Candidate) -> bool:
    """Whether a candidate is a full name a little below the headline, labelled, or by itself beside the date."""
    if one.role != "author" or places.title is None:
        return False
    away = places.rank[one.line] - places.rank[places.title]
    if one.label:
        return 0 < away <= NEAR and is_person(name_of(places, one))
    if one.form != "bare" or not 0 < away <= _NEAR_DATE or one.line not in places.beside_dates:
        return False
    name = name_of(places, one)
    return len(places.bare[one.line]) - len(name) < 3 and name.split(maxsplit=1)[0].casefold() in given_names()


@cache
def _known() -> frozenset[str]:
    """Words for desks, and the names of agencies."""
    return phrases("desk") | agencies()


@cache
def _telling() -> frozenset[str]:
    """Words one of which a line has that may name somebody though it stands far from dates and the headline."""
    return label_heads() | given_names() | _known() | {name.split()[0] for name in _known()}


@cache
def _initials() -> frozenset[str]:
    """The characters that labels begin with, small and large."""
    return frozenset(form for head in label_heads() for form in (head[0], head[0].upper()))


def _further(places: Places, seen: set[int], found: list[Candidate]) -> None:
    """Short lines of the article's middle that begin with a label."""
    if places.title is None or places.zones.last_body is None:
        return
    heads, initials, bare = label_heads(), _initials(), places.bare
    top, end = max(0, places.rank[places.title] - _ABOVE), places.rank[places.zones.last_body] + _BELOW
    for line in places.inked[top:end]:
        text = bare[line]
        if (
            len(text) <= _LONGEST_LABELLED
            and text[0] in initials
            and line not in seen
            and text.split(None, 1)[0].rstrip(":").casefold() in heads
            and not fielded(places, line, found)
        ):
            prefixed(places, line, found)


def _in_lines(places: Places, lines: list[int], found: list[Candidate], *, tail: bool = False) -> None:
    heads, given, known, telling = label_heads(), given_names(), _known(), _telling()
    bare, dense_lines, dates = places.bare, places.dense_lines, places.beside_dates
    korean = bool(places.tally[HANGUL])
    texts = [text if len(text := bare[line]) <= _LONGEST_LINE else "" for line in lines]
    below = places.rank[places.title] + 1 if places.title is not None else 0
    near = frozenset(places.inked[below : below + _NEXT])
    low = "\n".join([text.casefold() for text in texts])  # each by itself: lines of plain letters take no time
    for line, text, split in zip(lines, texts, parted(low).split("\n"), strict=False):
        words = split.split()
        if not words or (korean and signed(text, line, found)):
            continue
        dense_line, beside = line in dense_lines, line in dates
        if not (dense_line or beside or line in near) and telling.isdisjoint(words):
            continue
        labelled = not heads.isdisjoint(words)
        if (labelled or dense_line) and (
            _is_elsewhere(text)
            or _labelled(
                places, line, text, found, prefix=labelled and (words[0] in heads or line in places.digit_lines or may_be_cut(text))
            )
        ):
            continue
        if beside and not tail and line in places.digit_lines and glued_byline(places, line, text, found):
            continue
        if tail or (dense_line and len(text) > _LONGEST_DENSE) or text.casefold().rstrip(_AFTER) in menu_lines():
            continue
        likely = beside or line in near or not given.isdisjoint(words)
        if likely and (len(words) > 1 or dense_line) and len(text) <= _LONGEST_BARE and bare_names(text, line, found):
            continue
        if dense_line and beside:
            account(places, line, text, found)
        if len(text) <= _LONGEST_LONE and (beside or split.strip() in known or not known.isdisjoint(words)):
            lone(places, line, text, found)


_AFTER = " :.!?…>»"
"""What stands behind an entry of a menu."""


def _is_elsewhere(text: str) -> bool:
    """Whether a line is the heading of a list of other articles, or a command to print."""
    if len(text) > _LONGEST_HEADING and ":" not in text[:_LONGEST_HEADING]:
        return False
    return text.casefold().rstrip(" :") in phrases("elsewhere") or text.partition(":")[0].strip().casefold() in phrases("print")


def _labelled(places: Places, line: int, text: str, found: list[Candidate], *, prefix: bool) -> bool:
    """Whether a line has a label for people with a name behind it or below; the candidates are added."""
    if fielded(places, line, found) or (prefix and line in places.digit_lines and dated_bylines(places, line, text, found)):
        return True
    return (prefix and prefixed(places, line, found)) or (line in places.dense_lines and written(text, line, found))
