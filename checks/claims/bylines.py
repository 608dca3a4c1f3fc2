"""Candidates for bylines: texts in the head and tail of an article that may name who wrote it, with what speaks for each."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from checks.claims.labels import Field, dense, fields, phrases, role_of
from checks.claims.name_pieces import pieces, segments, trimmed
from checks.claims.names import PARTICLES, given_names, is_han_name, is_person
from checks.claims.places import DATED, Places
from checks.claims.scripts import HANGUL

_LIST = re.compile(r"\s*[,;、&/+|•·]\s*|\s+")
_LONGEST_LINE = 200
_SHORTEST_END = 30
_OPENERS, _CLOSERS = "（(【[", "）)】]"


class Candidate(msgspec.Struct, frozen=True):
    """A text that may be a name in a byline: its place in `Places.text(line)`, how it was found, and its label's place."""

    line: int
    start: int
    end: int
    form: str
    """by-above, by, author-above, author, bare, lone, account, end, written"""
    role: str = "author"
    label: str = ""
    label_line: int = -1
    label_start: int = 0
    group: int = 0
    """Names of one byline share it."""


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
    _alone(places, seen.union(tail), found)
    for line in places.zones.body[-3:]:
        _at_end(places, line, found)
    return found


NEAR = 12
"""Non-blank lines under the headline within which a labelled name leaves no need to look further down."""


def _plain(places: Places, one: Candidate) -> bool:
    """Whether a candidate is a labelled full name a little below the headline."""
    if one.role != "author" or not one.label or places.title is None:
        return False
    away = places.rank[one.line] - places.rank[places.title]
    return 0 < away <= NEAR and is_person(places.bare[one.line][one.start : one.end])


def _in_lines(places: Places, lines: list[int], found: list[Candidate], *, tail: bool = False) -> None:
    heads, given, elsewhere, printed = _label_heads(), given_names(), phrases("elsewhere"), phrases("print")
    korean = bool(places.tally[HANGUL])
    texts = [text if len(text := places.bare[line]) <= _LONGEST_LINE else "" for line in lines]
    for place, (line, text, parted) in enumerate(zip(lines, texts, _parted("\n".join(texts)).split("\n"), strict=False)):
        words = parted.split()
        named = korean and _signed(text, line, found)
        if named:
            continue
        if heads.isdisjoint(words):
            if line in places.dense_lines and text:
                named = _fielded(places, lines, place, found) or _written(text, line, found)
        elif text.casefold().rstrip(" :") not in elsewhere and text.partition(":")[0].strip().casefold() not in printed:
            named = _fielded(places, lines, place, found) or _prefixed(places, lines, place, found) or _written(text, line, found)
        else:
            continue
        if named or tail or not words:
            continue
        beside = line in places.beside_dates
        dense_line = line in places.dense_lines
        if (len(words) > 1 or dense_line) and ((beside and len(words) <= _FEW_WORDS) or not given.isdisjoint(words)):
            _bare(text, line, found)
        if beside:
            if dense_line:
                _account(places, line, text, found)
            _lone(places, line, text, found)


def _parted(text: str) -> str:
    """A text case-folded, with spaces for the punctuation between words."""
    text = text.casefold()
    for mark in _SPLIT:
        text = text.replace(mark, " ")
    return text


_SPLIT = ":：|｜/.,;()-–—•·\xa0\u3000[【（*>"
_FEW_WORDS = 5
_LONGEST_HEAD = 24


@cache
def _label_heads() -> frozenset[str]:
    """The first words of all labels for people."""
    every = [phrase for role in ("by", "author", "editor", "translator") for phrase in phrases(role)]
    return frozenset(_parted(phrase).split()[0] for phrase in every)


def _fielded(places: Places, lines: list[int], place: int, found: list[Candidate]) -> bool:
    """Labels with a colon in a line, each with its names behind it or below."""
    line, named = lines[place], False
    text = places.bare[line]
    for field in places.fields(line):
        if field.role in ("author", "by", "editor", "translator"):
            model = Candidate(line, 0, 0, "author", "author" if field.role == "by" else field.role, field.label, line, field.begin, line)
            if field.start < field.end:
                named |= _listed(text, field.start, field.end, found, model)
            elif field.end == len(text) and place + 1 < len(lines):
                named |= _below(places, lines, place, found, msgspec.structs.replace(model, form="author-above"))
    return named


def _alone(places: Places, seen: set[int], found: list[Candidate]) -> None:
    """Labels that are lines of their own in the rest of the page, with the names under them."""
    printed = _printed_labels()
    lines = places.bare
    if printed.isdisjoint(lines):
        return
    for place, line in enumerate(places.inked):
        if lines[line] in printed and line not in seen:
            role = role_of(places.text(line))
            if role in ("by", "author"):
                model = Candidate(line, 0, 0, "by-above" if role == "by" else "author-above", "author", places.text(line), line, 0, line)
                _below(places, places.inked[place : place + 15], 0, found, model)


@cache
def _printed_labels() -> frozenset[str]:
    """Labels as they are printed on lines of their own: small, with a capital, in capitals, with and without colon."""
    every = phrases("by") | phrases("author")
    return frozenset(form + end for label in every for form in (label, label[:1].upper() + label[1:], label.upper()) for end in ("", ":"))


def _prefixed(places: Places, lines: list[int], place: int, found: list[Candidate]) -> bool:
    """A line, or the part of a line after a bar or dash, that is a label or begins with one."""
    line, heads = lines[place], _label_heads()
    text = places.text(line)
    for start, end in segments(text):
        segment = text[start:end]
        if heads.isdisjoint(_parted(segment[:_LONGEST_HEAD]).split()[:1]):
            continue
        role = role_of(segment)
        if role in ("by", "author", "editor", "translator"):
            form = "by-above" if role == "by" else "author-above"
            model = Candidate(line, 0, 0, form, "author" if role == "by" else role, segment, line, start, line)
            if end == len(text) or end == len(text.rstrip(" |•·,-")):
                return _below(places, lines, place, found, model)
            continue
        size = _label_size(segment)
        if size:
            label = segment[:size].strip()
            role = role_of(label)
            model = Candidate(
                line, 0, 0, "by" if role == "by" else "author", "author" if role == "by" else str(role), label, line, start, line
            )
            if _listed(text, start + size, len(text), found, model):
                return True
    return _written(text, line, found)


def _label_size(segment: str) -> int:
    """The length of the longest label of up to four words that a text begins with, the space after it counted."""
    words = segment.split(" ", 5)
    size = 0
    at = 0
    for word in words[:4]:
        at += len(word) + 1
        if at > len(segment):
            break
        if role_of(segment[: at - 1]) in ("by", "author", "editor", "translator"):
            size = at
    return size


def _below(places: Places, lines: list[int], place: int, found: list[Candidate], model: Candidate) -> bool:
    """Names on the lines under a label: one, and more of them while connectives join them."""
    named = False
    more = True
    for line in lines[place + 1 : place + 14]:
        text = places.text(line)
        low = text.casefold().strip(" ,;|•·/")
        if not low or low in phrases("and"):
            more = True
            continue
        opened = text[0] in ",;&|•·/" or low.split(" ", 1)[0] in phrases("and")
        if not more and not opened:
            break
        if len(text) > 120 or role_of(text) or DATED.match(text):
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
    named = False
    for begin, stop in pieces(text, start, end):
        name = text[begin:stop]
        if named and not is_person(name):
            break
        if not _nameable(name):
            break
        found.append(msgspec.structs.replace(model, start=begin, end=stop))
        named = True
    return named


def _nameable(name: str) -> bool:
    return (
        1 < len(name) <= 60
        and any(c.isalpha() for c in name)
        and len(name.split()) <= 7
        and not DATED.search(name)
        and name.casefold() not in phrases("job")
    )


def _bare(text: str, line: int, found: list[Candidate]) -> None:
    """Parts of a short line that look like a person's full name."""
    if len(text) > _LONGEST_BARE or (text.isascii() and " " not in text):
        return
    for start, end in segments(text):
        for begin, stop in pieces(text, start, end):
            name = text[begin:stop]
            if is_person(name) and name.split(maxsplit=1)[0].casefold() not in PARTICLES:
                found.append(Candidate(line, begin, stop, "bare", group=line))


_LONGEST_BARE = 120


def _account(places: Places, line: int, text: str, found: list[Candidate]) -> None:
    """A Chinese platform's account: a short line by itself between the headline and a line with the labelled date."""
    rank = places.rank[line]
    if places.title is None or not 0 < rank - places.rank[places.title] <= 2 or not 2 <= len(text) <= 14 or rank + 1 >= len(places.inked):
        return
    below = places.text(places.inked[rank + 1])
    if dense(text[-1]) and " " not in text and below.startswith(("发布时间", "发表时间", "发布于", "發布時間")):
        found.append(Candidate(line, 0, len(text), "account", group=line))


def _lone(places: Places, line: int, text: str, found: list[Candidate]) -> None:
    """One or two words of a pen name or an agency beside a line with a date, a little below the title."""
    if places.title is None or len(text) > 30 or text.count(" ") > 2 or role_of(text) or DATED.search(text):
        return
    rank = places.rank[line]
    away = rank - places.rank[places.title]
    if not 0 < away <= 6 or (found and found[-1].line == line) or not any(c.isalpha() for c in text):
        return
    if any(places.dated(places.inked[at]) for at in (rank - 1, rank + 1) if 0 <= at < len(places.inked)):
        start, end = trimmed(text, 0, len(text))
        if end - start > 1:
            found.append(Candidate(line, start, end, "lone", group=line))


@cache
def _writers() -> re.Pattern[str]:
    """Labels for authors of scripts without spaces, and what may stand between them and the name."""
    labels = sorted((label for label in phrases("author") | {"原创"} if dense(label[-1])), key=lambda label: (-len(label), label))
    return re.compile("(" + "|".join(map(re.escape, labels)) + ")[ \xa0\u3000]{0,4}")


def _written(text: str, line: int, found: list[Candidate]) -> bool:
    """Chinese and Japanese: `…记者 NAME`, `作者 NAME`, `原创 NAME` without a colon."""
    for label in _writers().finditer(text):
        begin = stop = label.end()
        if label[1] == "原创":
            stop = begin + len(text[begin:].split(None, 1)[0]) if begin < len(text) else begin
            fits = label.start() == 0 and begin > len(label[1]) and 1 < stop - begin <= 30
        else:
            while stop < len(text) and stop - begin < 5 and "\u3400" <= text[stop] <= "\u9fff":
                stop += 1
            fits = is_han_name(text[begin:stop]) and (stop == len(text) or not text[stop].isalnum())
        if fits:
            found.append(Candidate(line, begin, stop, "written", "author", label[1], line, label.start(), line))
            return True
    return False


_SIGNED = re.compile(r"(?<![가-힣])([가-힣]{2,4})\s(기자|특파원)(?![가-힣])")


def _signed(text: str, line: int, found: list[Candidate]) -> bool:
    """Korean: `NAME 기자` that opens a line, or ends it, a mail address after it left out."""
    sign = _SIGNED.search(text)
    if sign is None or (sign.start() and text[sign.end() :].strip(" =.)]") and "@" not in text[sign.end() :]):
        return False
    found.append(Candidate(line, sign.start(1), sign.end(1), "written", "author", sign[2], line, sign.start(2), line))
    return True


def _at_end(places: Places, line: int, found: list[Candidate]) -> None:
    """A name in brackets that ends the body."""
    raw = places.document.lines[line].strip()
    text = places.text(line)
    if len(raw) < _SHORTEST_END:
        return
    if not raw or raw[-1] not in _CLOSERS or len(raw) > len(text):
        text = raw  # long paragraphs end beyond what `text` shows
    if not text or text[-1] not in _CLOSERS:
        return
    begin = max(text.rfind(c, max(0, len(text) - 60)) for c in _OPENERS)
    if begin < 0:
        return
    inner = text[begin + 1 : -1]
    for field in fields(inner) or [Field("author", "", 0, 0, len(inner))]:
        if field.role in ("author", "by", "editor", "translator") and field.start < field.end:
            role = "author" if field.role == "by" else field.role
            for b, e in pieces(inner, field.start, field.end):
                if is_han_name(inner[b:e]) or (field.label and is_person(inner[b:e])):
                    found.append(Candidate(line, begin + 1 + b, begin + 1 + e, "end", role, field.label, line, begin, line))
