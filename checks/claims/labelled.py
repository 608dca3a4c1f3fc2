"""Names that a label stands before: in the same line or on the lines above."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from checks.claims.candidate import Candidate
from checks.claims.labels import RARE_COLONS, role_of
from checks.claims.name_pieces import before_place, dated_from, is_role, pieces, segments, two_people, unparted, without_job
from checks.claims.names import PARTICLES, agencies, is_han_name, is_person
from checks.claims.no_names import before_day
from checks.claims.places import DATED, Places
from checks.lexicon import phrases
from checks.patterns import lazily

PEOPLE = ("by", "author", "editor", "translator")
_SPLIT = ":：|｜/.,;()-–—•·\xa0\u3000[【（*>" + RARE_COLONS
_FIRST = lazily(f"[\\s{re.escape(_SPLIT)}]{{0,9}}([^\\s{re.escape(_SPLIT)}]{{1,24}})")
_SHORT_HAND = lazily(r"[\w.]{1,16}(?:/[\w.]{1,16}){1,3}(?![\w/])")
_DASH = lazily(r"\s[-–—]+\s")


def parted(text: str) -> str:
    """A text with spaces for the punctuation between words."""
    for mark in _SPLIT:
        text = text.replace(mark, " ")
    return text


@cache
def label_heads() -> frozenset[str]:
    """The first words of all labels for people."""
    every = "\n".join(phrase for role in (*PEOPLE, "by-dated", "author-photo") for phrase in phrases(role))
    return frozenset(line.split(maxsplit=1)[0] for line in parted(every).split("\n"))


@cache
def printed_labels() -> frozenset[str]:
    """Labels as they are printed on lines of their own: small, with a capital, with several, in capitals, with and without colon."""
    every = phrases("by") | phrases("author") | phrases("author-photo")
    return frozenset(
        form + end
        for label in every
        for form in (label, label[:1].upper() + label[1:], label.title(), _headed(label), label.upper())
        for end in ("", ":", " :", " -")
    )


def _headed(label: str) -> str:
    """A label as headings print it: the first and last word and the long ones with a capital."""
    words = label.split()
    last = len(words) - 1
    return " ".join(word.capitalize() if at in (0, last) or len(word) >= _LONG_WORD else word for at, word in enumerate(words))


_LONG_WORD = 4


def fielded(places: Places, line: int, found: list[Candidate]) -> bool:
    """Labels with a colon in a line, each with its names behind it or below."""
    named, text = False, places.bare[line]
    every = places.fields(line)
    ahead = every[0].begin if every and every[0].role in PEOPLE else 0
    size = label_size(text[:ahead]) if ahead else 0
    if size and not unparted(text[0]):
        label = text[:size].strip(" .")
        named = _listed(text, size, ahead, found, Candidate(line, 0, 0, *_form(str(role_of(label)), ""), label, 0, line))
    for field in every:
        if field.role in PEOPLE:
            model = Candidate(line, 0, 0, "author", "author" if field.role == "by" else field.role, field.label, field.begin, line)
            if field.start < field.end:
                named |= _listed(text, field.start, _further(text, field.start, field.end), found, model)
            elif field.end == len(text):
                named |= below(places, line, found, msgspec.structs.replace(model, form="author-above"))
    return named


def _further(text: str, start: int, end: int) -> int:
    """Where Chinese names end that spaces part: `作者：NAME NAME`."""
    while unparted(text[start]) and text[end : end + 1] in " \u3000" and end + 1 < len(text):
        word = text[end + 1 :].split(maxsplit=1)[0]
        if not is_han_name(word) or word in phrases("author"):
            break
        end = text.index(word, end) + len(word)
    return end


def prefixed(places: Places, line: int, found: list[Candidate]) -> bool:
    """A line, or the part of a line after a bar or dash, that is a label or begins with one."""
    heads, text, named = label_heads(), places.text(line), False
    for start, end in segments(text):
        start += text[start] in "(（["  # noqa: PLW2901 - a bracket around `Reporting by NAME; editing by NAME` is no part of the label
        segment = text[start:end]
        first = _FIRST.match(segment)
        if first is None or first[1].casefold() not in heads:
            continue
        role = role_of(segment)
        if role == "author" and _is_job(places, line, segment, found):
            return False
        if role in PEOPLE:
            model = Candidate(line, 0, 0, *_form(role, "-above"), segment, start, line)
            if end == len(text) or end == len(text.rstrip(" |•·,-")):
                return below(places, line, found, model)
            continue
        size = label_size(segment)
        if size and (not unparted(segment[0]) or _alone_by_date(places, line, text[start + size :])):
            label = segment[:size].strip(" .")
            model = Candidate(line, 0, 0, *_form(str(role_of(label)), ""), label, start, line)
            if label.casefold() in phrases("everyday") and _goes_on(text[start + size :]):
                continue
            if _listed(text, start + size, len(text), found, model):
                named = True
                if text[0] not in "(（[":  # `(Reporting by NAME; editing by NAME)` goes on
                    break
    return named


def _alone_by_date(places: Places, line: int, rest: str) -> bool:
    """Whether what follows a label, after a space and beside the date, is as short as a name written without spaces."""
    name = rest.replace(" ", "", 1)
    return line in places.beside_dates and 2 <= len(name) <= _LONGEST_UNPARTED and name.isalpha() and unparted(name[0])


_LONGEST_UNPARTED = 6


def _goes_on(rest: str) -> bool:
    """Whether a label that is an everyday word too, such as Vietnamese `tin`, is followed by another in small letters."""
    return rest.lstrip()[:1].islower()


def _is_job(places: Places, line: int, segment: str, found: list[Candidate]) -> bool:
    """Whether a word such as `reporter` stands right under a name, and so is said of it and not of the next."""
    return bool(found) and segment.casefold() in phrases("job") and 0 < places.rank[line] - places.rank[found[-1].line] <= _UNDER


_UNDER = 2


def _form(role: str, where: str) -> tuple[str, str]:
    """The form and the role of a candidate behind a label."""
    return ("by" if role == "by" else "author") + where, "author" if role == "by" else role


def label_size(segment: str) -> int:
    """The length of the longest label of up to four words that a text begins with, the space after it counted."""
    words = segment.split(" ", 5)
    size = 0
    at = 0
    for word in words[:4]:
        at += len(word) + 1
        if at > len(segment):
            break
        if role_of(segment[: at - 1].removesuffix(".")) in PEOPLE:
            size = at
    return size


def alone(places: Places, seen: set[int], found: list[Candidate]) -> None:
    """Labels that are lines of their own in the rest of the page, with the names under them."""
    printed, lines = printed_labels(), places.bare
    if printed.isdisjoint(lines):
        return
    for line in places.inked:
        if lines[line] in printed and line not in seen:
            role = role_of(lines[line].rstrip(" :-"))
            if role in ("by", "author"):
                model = Candidate(line, 0, 0, *_form(role, "-above"), lines[line].rstrip(" :-"), 0, line)
                below(places, line, found, model)


def below(places: Places, label: int, found: list[Candidate], model: Candidate) -> bool:
    """Names on the lines under a label: one, and more of them while connectives join them."""
    named = False
    more = True
    rank = places.rank[label]
    for line in places.inked[rank + 1 : rank + 14]:
        if line == places.title:
            continue
        text = places.text(line)
        low = text.casefold().strip(" ,;|•·/")
        if low in phrases("and") or not any(map(str.isalnum, low)):
            more = True
            continue
        if named and (low.isdigit() or low.strip("–- ") in phrases("job")):
            continue
        opened = text[0] in ",;&|•·/" or low.split(" ", 1)[0] in phrases("and")
        if not more and not opened:
            break
        if len(text) > 120 or (role_of(text) and low not in phrases("desk")) or DATED.match(text):
            break
        offset = next((i for i, c in enumerate(text) if c not in " ,;|&•·/"), 0)
        if named and not any(is_person(text[b:e]) for b, e in pieces(text, offset, len(text))[:2]):
            break
        if not _listed(text, offset, len(text), found, msgspec.structs.replace(model, line=line)):
            break
        named = True
        more = text[-1] in ",;&|•·/" or low.rsplit(" ", 1)[-1] in phrases("and")
    return named


def _listed(text: str, start: int, end: int, found: list[Candidate], model: Candidate) -> bool:
    """The names that a stretch of a line begins with, joined by commas or words for `and`."""
    whole, end = end, _names_end(text, start, end)
    hand = _SHORT_HAND.match(text, start, end)
    if hand and any(c.isalpha() for c in hand.group()):
        found.append(msgspec.structs.replace(model, start=start, end=hand.end()))
        return True
    named = False
    for begin, last in pieces(text, start, end):
        stop = before_place(text, begin, without_job(text, begin, last))
        name = text[begin:stop]
        if named and is_role(text[begin:last]) and text[last:end].lstrip(" ,)").split(" ", 1)[0].casefold() in phrases("and"):
            continue
        if named and (is_role(text[begin:last]) or not is_person(name) or _is_house(name)):
            break
        if name[0] != name[0].title() and " " in name and name.split(maxsplit=1)[0] not in PARTICLES and not is_role(name):
            break
        if not _nameable(name) or (end < whole and not is_person(name) and name.casefold() not in agencies()):
            break
        found += [msgspec.structs.replace(model, start=one, end=other) for one, other in two_people(text, begin, stop)]
        named = True
    return named


def _is_house(name: str) -> bool:
    """Whether what follows a name begins with the capitals of a broadcaster: `NAME, ARD Saltreach`."""
    first = name.split(maxsplit=1)[0]
    return 1 < len(first) <= _LONGEST_HOUSE and first.isupper() and not name.isupper() and "." not in first


_LONGEST_HOUSE = 5


def _names_end(text: str, start: int, end: int) -> int:
    """Where what may be names ends: before a dash with spaces, and before a date that follows with or without a space."""
    dash = _DASH.search(text, start + 1, end)
    end = dash.start() if dash else end
    date = dated_from(text, start, end)
    return before_day(text, start, end if date is None else date, dated=date is not None)


def _nameable(name: str) -> bool:
    low = name.casefold()
    return (
        1 < len(name) <= 60
        and ":" not in name
        and not ("@" in name[1:] and " " not in name)
        and any(c.isalpha() for c in name)
        and len(name.split()) <= 7
        and not DATED.search(name)
        and (not is_role(name) or low in phrases("desk"))
    )
