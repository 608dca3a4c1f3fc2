"""Bylines that a date interrupts: `Published on DAY by NAME`, `Published by NAME on DAY`, `de NAME | DAY`."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache
from operator import attrgetter

from checks.claims.candidate import Candidate
from checks.claims.dates.names import bare, names
from checks.claims.name_pieces import pieces
from checks.claims.names import PARTICLES, is_person
from checks.claims.no_names import glued_day
from checks.claims.places import DATED, Places
from checks.lexicon import given_names, phrases

LONGEST = 160
_LONGEST_LABEL = 3
_FURTHEST = 16
"""Characters between a day and the label behind it, or a name and the day behind it: a time of day, `il`, `om`, a comma."""
_MARKS = " ,;|｜•·–—-/\xa0"
_TIME_WORDS = frozenset(
    ("uhr", "h", "uur", "hrs", "hs", "am", "pm", "a.m.", "p.m.", "kl", "kl.", "klo", "ora", "ore", "г.", "года", "р.", "год")
)

_START = attrgetter("start")


def dated_bylines(places: Places, line: int, text: str, found: list[Candidate]) -> bool:
    """Names whose label follows the day of publication, or that stand between a label and that day; the candidates are added."""
    if len(text) > LONGEST or DATED.search(text) is None:
        return False
    days = _days(places, line, text)
    return bool(days) and (any(_behind(text, line, end, start, found) for start, end in days) or _before(text, line, days[0][0], found))


def glued_byline(places: Places, line: int, text: str, found: list[Candidate]) -> bool:
    """Names that are glued to the time of the day of publication, with a label or without; the candidates are added."""
    return len(text) <= LONGEST and any(_glued(text, line, end, found) for _, end in _days(places, line, text))


def _days(places: Places, line: int, text: str) -> list[tuple[int, int]]:
    """Where the days stand in a line's text that are given with their year."""
    days, begin = places.days, places.whole(line).start
    first, last = (bisect_left(days, offset, key=_START) for offset in (begin, begin + len(text)))
    return [(one.start - begin, one.end - begin) for one in days[first:last]]


def _behind(text: str, line: int, end: int, start: int, found: list[Candidate]) -> bool:
    """`Published on DAY by NAME`: before the day nothing that makes a sentence of it, behind it a label and a name."""
    if not _opens(text[:start]):
        return False
    for at, label in _labels(text, end, phrases("by") | phrases("by-dated")):
        if all(_is_time(word) for word in text[end:at].split()):
            return _add(text, line, at, label, len(text), found)
    return False


def _glued(text: str, line: int, end: int, found: list[Candidate]) -> bool:
    """`DAY, 6:00amByNAME`, `DAY, 18:03 UhrNAME`, `DAY, 18:03 UhrPLACENAME`: a label or a known given name glued to the time of a day."""
    for at in range(end + 1, min(end + _FURTHEST, len(text))):
        if not text[at].isupper() or text[at - 1] in _MARKS[1:]:
            continue
        if not all(_is_time(word) for word in text[end:at].split()):
            return False
        label = next((word for word in _capital_labels() if text.startswith(word, at)), "")
        label = "" if text[at + len(label) : at + len(label) + 1].islower() else label
        start = at + len(label)
        start += bool(label) and text[start : start + 1] == " "
        inner = (n for n in range(start + 2, min(start + _FURTHEST, len(text))) if text[n].isupper() and text[n - 1].islower())
        if any(_is_named(text, line, begin, label, at, found) for begin in (start, next(inner, start))):
            return True
    return False


def _is_named(text: str, line: int, start: int, label: str, at: int, found: list[Candidate]) -> bool:
    """Whether a person's name begins here, a known one where it has no label; it is added then."""
    begin, stop = next(iter(pieces(text, start, _name_end(text, start, len(text)))), (start, start))
    name = text[begin:stop]
    if begin != start or not is_person(name) or not (label or name.split(" ", 1)[0].casefold() in given_names()):
        return False
    found.append(Candidate(line, begin, stop, "by" if label else "bare", "author", label, at, line))
    return True


@cache
def _capital_labels() -> tuple[str, ...]:
    """Labels for who wrote a text, of one word and with a capital, the longest first."""
    return tuple(sorted((word.capitalize() for word in phrases("by") if word.isalpha()), key=lambda word: (-len(word), word)))


def _opens(before: str) -> bool:
    """Whether what stands before a day is nothing, a label for the day of publication, or another part of the line."""
    before = before.rstrip()
    if not before or before[-1] in "|｜•·/":
        return True
    words = bare(before.rstrip(" :,–—-"))
    last = words.rsplit("|", 1)[-1].strip()
    roles, weekdays = names().labels, names().weekdays
    head, _, tail = last.rpartition(" ")
    return roles.get(last) == "published" or last in weekdays or (tail in weekdays and (not head or roles.get(head) == "published"))


def _is_time(word: str) -> bool:
    low = word.casefold().strip(_MARKS)
    return not low or low in _TIME_WORDS or low in names().fillers or not any(c.isalpha() for c in low) or _hour(low)


def _hour(low: str) -> bool:
    """Whether a word is a time of day with its unit in it: `10h30`, `9:05pm`."""
    digits = low.rstrip("apmhu.")
    return (digits != low and digits[:1].isdigit()) or (low[:1].isdigit() and "h" in low and len(low) < len("10h30m"))


def _before(text: str, line: int, day: int, found: list[Candidate]) -> bool:
    """`Published by NAME on DAY` and, with a given name that is known, `de NAME | DAY`."""
    for at, label in _labels(text, 0, phrases("by") | phrases("by-dated")):
        if at:
            break
        start = at + len(label) + 1
        weak = label.casefold() not in phrases("by")
        stop = _name_end(text, start, day)
        between = text[stop:day]
        if weak and (not set(between) <= set(_MARKS) or text[start:stop].split(" ", 1)[0].casefold() not in given_names()):
            continue
        if is_person(text[start:stop]) and len(between) <= _FURTHEST and (weak or any(c.isalpha() for c in between)):
            return _add(text, line, at, label, stop, found)
    return False


def _labels(text: str, start: int, known: frozenset[str]) -> list[tuple[int, str]]:
    """The labels that begin a word within a few characters of an offset, the longest of each place, with their places."""
    found: list[tuple[int, str]] = []
    at = start
    while at <= start + _FURTHEST and at < len(text):
        if text[at] not in _MARKS and (at == 0 or text[at - 1] in _MARKS):
            words = text[at : at + LONGEST].split(" ", _LONGEST_LABEL)
            for count in range(min(_LONGEST_LABEL, len(words) - 1), 0, -1):
                label = " ".join(words[:count])
                if label.rstrip(":").casefold() in known:
                    found.append((at, label))
                    break
        at += 1
    return found


def _name_end(text: str, start: int, end: int) -> int:
    """Where the names end that begin here: before figures, labels and small words that are no particles of names."""
    ands = phrases("and")
    at = stop = start
    for word in text[start:end].split(" "):
        low = word.casefold().strip(",;")
        if any(c.isdigit() or c == ":" for c in word) or (word[:1].islower() and low not in PARTICLES and low not in ands):
            break
        if stop > start and glued_day(word):
            return at + glued_day(word)
        at += len(word) + 1
        if word and low not in PARTICLES and low not in ands and any(c.isalpha() for c in word):
            stop = at - 1
    return min(stop, end)


def _add(text: str, line: int, at: int, label: str, end: int, found: list[Candidate]) -> bool:
    """The names behind a label, or the desk there, as candidates."""
    start = at + len(label) + 1
    stop = _name_end(text, start, end)
    if stop <= start and text[start:end].strip(" .").casefold() in phrases("desk"):
        stop = start + len(text[start:end].rstrip(" ."))
    named = False
    for begin, last in pieces(text, start, stop) if stop > start else ():
        name = text[begin:last]
        if not (is_person(name) or (not named and name.casefold() in phrases("desk"))):
            break
        found.append(Candidate(line, begin, last, "by", "author", label.rstrip(":"), at, line))
        named = True
    return named
