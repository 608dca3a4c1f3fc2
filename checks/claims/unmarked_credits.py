"""Photo credits without a colon: `Foto NAME`, `Photo by NAME`, `Ljósmynd/NAME` or an agency alone at a caption's end."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from checks.claims.names import PARTICLES, agencies, common_words, is_organisation, is_person
from checks.lexicon import phrases
from checks.patterns import lazily

_LONGEST = 240
"""Characters of a caption; longer lines are paragraphs, and what ends them may be the sign of an agency."""
_LONGEST_NAME, _FEWEST_BEFORE = 50, 15
_MOST_WORDS = 8
_ENDS = ".!?»”)…"
_WORD = lazily(r"\S+")
_SLASHED = lazily(r"([^\W\d_]{3,16})\s?/\s?(?=\S)")


@cache
def _labels() -> frozenset[str]:
    return phrases("photo") | phrases("author-photo")


@cache
def _telling_words() -> frozenset[str]:
    """The longest word of each label and its last, but no preposition, as they are printed within a line."""
    last = {label.split()[-1] for label in _labels()} - common_words() - PARTICLES
    every = last.union(max(label.split(), key=len) for label in _labels())
    return frozenset(form for word in every for form in (word, word.capitalize(), word.upper()))


@cache
def _agency_ends() -> frozenset[str]:
    return frozenset(name.split()[-1] for name in agencies())


def may_end_in_credit(text: str, *, last: bool) -> bool:
    """A quick look whether a short line has the word of a label among its last words, or ends, not as the text's last, in an agency."""
    if len(text) > _LONGEST:
        return False
    if _comma(text):
        return True
    tail = text[-_LONGEST_NAME - 20 :]
    for mark in "/.([":
        tail = tail.replace(mark, " ")
    words = tail.split()
    return not _telling_words().isdisjoint(words) or (not last and bool(words) and words[-1].casefold() in _agency_ends())


def _comma(text: str) -> str:
    """The label with a comma for the colon that a line begins with, as broadcasters print `Image source, NAME`; empty if none."""
    head = text[:_LONGEST_NAME]
    if not any(mark in head for mark in _COMMAS):
        return ""
    label = min((head.partition(mark)[0] for mark in _COMMAS), key=len)
    return label if label.casefold() in phrases("photo-comma") else ""


_COMMAS = ",،，"


def unmarked_credit(text: str, *, caption: bool) -> tuple[int, int, str, str] | None:
    """The credit without a colon that a caption ends in: start, end, label and rule; None when it ends in none."""
    if not may_end_in_credit(text, last=False):
        return None
    stop = len(text.rstrip(" .)]"))
    label = _comma(text)
    if label and stop - len(label) < _LONGEST_NAME:
        start = next((at for at in range(len(label) + 1, stop) if not text[at].isspace()), stop)
        return (start, stop, label, "photo label") if start < stop else None
    words = [word.span() for word in _WORD.finditer(text, max(0, stop - _LONGEST_NAME - 20), stop)][-_MOST_WORDS:]
    for begin, end in words:
        if not (text[begin].isupper() or text[begin] in "([") or not _stands_alone(text, begin, caption=caption):
            continue
        found = _behind(text, begin, end, words, stop)
        if found:
            return found
    return _agency(text, stop, words)


def _stands_alone(text: str, at: int, *, caption: bool) -> bool:
    """Whether a sentence ends before an offset, a bracket opens at it, or a caption or a line as short as a credit begins there."""
    before = text[:at].rstrip()
    alone = not before and (caption or len(text) <= _LONGEST_NAME)
    return alone or (len(before) >= _FEWEST_BEFORE and (before[-1] in _ENDS or text[at] in "(["))


def _behind(text: str, begin: int, end: int, words: list[tuple[int, int]], stop: int) -> tuple[int, int, str, str] | None:
    """The name behind a label that begins here."""
    begin += text[begin] in "(["
    slashed = _SLASHED.match(text, begin)
    if slashed and slashed[1].casefold() in _labels():
        return _named(text, slashed.end(), stop, slashed[1])
    for label_end, after in reversed([(one[1], two[0]) for one, two in pairwise(words) if one[1] >= end]):
        label = text[begin:label_end].rstrip(".")
        if label.casefold() in _labels():
            return _named(text, after, stop, label)
    return None


def _named(text: str, start: int, stop: int, label: str) -> tuple[int, int, str, str] | None:
    name = text[start:stop]
    person, comma, desk = name.partition(", ")
    if comma and is_person(person) and is_organisation(desk):
        name, stop = person, start + len(person)
    first = name.split("/", 1)[0].strip()
    fits = len(name) <= _LONGEST_NAME and (is_person(first) or first.casefold() in agencies())
    return (start, stop, label, "photo label") if fits else None


def _agency(text: str, stop: int, words: list[tuple[int, int]]) -> tuple[int, int, str, str] | None:
    """An agency's name alone behind the sentence of a caption."""
    for begin, _ in words[-2:]:
        before = text[:begin].rstrip()
        if len(before) >= _FEWEST_BEFORE and before[-1] in ".!?»”…" and text[begin].isupper() and text[begin:stop].casefold() in agencies():
            return begin, stop, "", "agency credit"
    return None
