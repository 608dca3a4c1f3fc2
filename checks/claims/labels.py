"""Labels such as `Source:` or `来源：`, read from the word files: where they stand in a line and what they label."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import msgspec

from checks.lexicon import phrases
from checks.patterns import lazily

ROLES = ("source", "photo", "author", "editor", "translator", "by")
RARE_COLONS = "՝៖፦፡"
"""What stands for the colon in Armenian, Khmer and Amharic."""
MARKS = f":：|｜{RARE_COLONS}"
"""What stands behind a label."""
_MARKS = lazily(f"[{MARKS}]")
_VALUE_ENDS = lazily("[|｜•·\t\u3000]| {2}|\xa0")
_LONGEST_LABEL = 48


class Field(msgspec.Struct, frozen=True):
    """A label with its value in a line. The offsets are those of the line; an empty value means that the line ends there."""

    role: str
    label: str
    begin: int
    start: int
    end: int


@cache
def table() -> dict[str, str]:
    """Label -> role. Of a label with two roles the first in `ROLES` counts."""
    found = dict.fromkeys(phrases("source-link"), "source") | dict.fromkeys(phrases("author-photo"), "author")
    return found | {phrase: role for role in reversed(ROLES) for phrase in phrases(role)}


@cache
def _opening() -> frozenset[str]:
    """Small words that are labels for people only where they open a line and have a colon: Romanian `De:`."""
    return phrases("by-dated") - table().keys()


def dense(character: str) -> bool:
    """Whether words of this character's script are written without spaces between them."""
    return character >= "\u0e00" and (
        character <= "\u0eff"
        or "\u1000" <= character <= "\u109f"
        or "\u1780" <= character <= "\u17ff"
        or "\u3005" <= character <= "\u9fff"
        or character >= "\uf900"
    )


def role_of(text: str) -> str | None:
    """The role of a text that is a label and nothing else, with or without its colon."""
    return table().get(text.rstrip(_AFTER_LABEL).casefold()) if len(text) <= _longest() else None


_AFTER_LABEL = f" :：\xa0\u3000{RARE_COLONS}"


@cache
def _longest() -> int:
    """Characters of the longest label with a colon and a space on either side of it."""
    return max(map(len, table())) + 3


def fields(line: str) -> list[Field]:
    """The labels with a colon or bar in a line, and what each labels."""
    found: list[tuple[str, int, int, int]] = []
    for mark in _MARKS.finditer(line):
        at, floor = mark.start(), found[-1][3] if found else 0
        begin = _label_before(line, at, floor)
        if begin is None and line[at] == ":":
            begin = _glued_label(line, at, floor)
        if begin is not None:
            found.append((table()[line[begin:at].strip().casefold()], begin, at, mark.end()))
        elif not found and at <= _LONGEST_GLUED and line[at] == ":" and line[:at].casefold() in _opening():
            found.append(("by", 0, at, mark.end()))
    if not found:
        return []
    ends = [begin for _, begin, _, _ in found[1:]] + [len(line)]
    if len(found) > 1:
        ends = [_before_glued(line, start, end) for (_, _, _, start), end in zip(found, ends, strict=True)]
    return [
        Field(role, line[begin:at].strip(), begin, *_value(line, start, end))
        for (role, begin, at, start), end in zip(found, ends, strict=True)
    ]


def _label_before(line: str, at: int, floor: int) -> int | None:
    """Where the longest label begins that ends at this colon or bar."""
    begin = max(floor, at - _LONGEST_LABEL)
    chunk = line[begin:at].rstrip(" \xa0")
    if not chunk or chunk[-1].isdigit() or chunk[-1].isspace():
        return None
    if dense(chunk[-1]):
        size = _dense_label(chunk)
        return begin + len(chunk) - size if size else None
    labels = table()
    if _TAIL.split(chunk.rsplit(None, 1)[-1])[-1].casefold() not in _last_words():
        return None
    starts = [0] if begin == floor or not line[begin - 1].isalnum() else []
    starts += [gap.end() for gap in _GAPS.finditer(chunk)]
    starts = starts[-_MOST_WORDS:]
    for start in sorted({*starts, *_glued(chunk, starts[-2:])}):
        if chunk[start:].casefold() in labels:
            return begin + start
    return None


def _glued(chunk: str, starts: list[int]) -> Iterator[int]:
    """Where a word with a capital is glued to the letters before, in the last two words: `NAMEEdited By`."""
    for start in starts:
        end = chunk.find(" ", start)
        for at in range(start + 1, end if end > 0 else len(chunk)):
            if (
                chunk[at].isupper()
                and not chunk[at - 1].isupper()
                and (chunk[at - 1].isalpha() or chunk[at - 1].isdigit() or chunk[at - 1] > "\u0900")
            ):
                yield at


def _glued_label(line: str, at: int, floor: int) -> int | None:
    """Where a label of one word with a capital begins that ends at this colon and is glued to what stands before it: `13:12Source:`."""
    begin = _word_before(line, at, floor)
    return begin if begin is not None and line[begin:at].casefold() in table() else None


def _word_before(line: str, at: int, floor: int) -> int | None:
    """Where a word with a capital begins that ends at an offset and is glued to a small letter or a digit."""
    begin = at
    while begin > floor and at - begin < _LONGEST_GLUED and line[begin - 1].islower():
        begin -= 1
    begin -= 1
    glued = floor < begin < at - 1 and line[begin].isupper() and (line[begin - 1].islower() or line[begin - 1].isdigit())
    return begin if glued else None


_LONGEST_GLUED = 16


def _before_glued(line: str, start: int, end: int) -> int:
    """The end of a value, before a further label that is glued to it: `Ann LeeDate:03.05.2024`."""
    colon = line.find(":", start, end)
    begin = _word_before(line, colon, start) if colon > 0 else None
    return end if begin is None else begin


def _dense_label(chunk: str) -> int:
    """The length of the longest label that a text without spaces ends in; 0 when it ends in none."""
    if chunk[-1].casefold() not in _last_characters():
        return 0
    labels = table()
    return next((size for size in range(min(_LONGEST_DENSE, len(chunk)), 0, -1) if chunk[-size:].casefold() in labels), 0)


@cache
def _last_characters() -> frozenset[str]:
    return frozenset(phrase[-1] for phrase in table())


@cache
def _last_words() -> frozenset[str]:
    every = "\n".join(table())
    for mark in _PARTS:
        every = every.replace(mark, " ")
    return frozenset(phrase.rpartition(" ")[2] for phrase in every.split("\n"))


_PARTS = "(（[【/*•>"
_TAIL = lazily(rf"[\s{re.escape(_PARTS)}]+")
_GAPS = lazily(rf"[\s{re.escape(_PARTS)}]+(?=\S)")
_MOST_WORDS = 8
_LONGEST_DENSE = 16


_UNPARTED = "\u3005"
"""From here on scripts write names without a space; Thai, Lao, Burmese and Khmer part the two names of a person."""
_FIGURES = lazily(r"\s\S*\d")


def _before_figures(line: str, start: int, end: int) -> int:
    """The space before the first word with a digit; -1 when there is none."""
    figures = _FIGURES.search(line, start, end)
    return figures.start() if figures else -1


def _value(line: str, start: int, end: int) -> tuple[int, int]:
    while start < end and line[start] in " \xa0\u3000\t":
        start += 1
    cut = _VALUE_ENDS.search(line, start, end)
    if cut:
        end = cut.start()
    if start < end and dense(line[start]):
        space = line.find(" ", start, end) if line[start] >= _UNPARTED else _before_figures(line, start, end)
        end = space if space > 0 else end
    while end > start and line[end - 1] in " \xa0\u3000\t/-–—,，;；":
        end -= 1
    return (start + 1, end - 1) if end - start > 1 and line[start] + line[end - 1] in ('""', "''") else (start, end)


def tells_of_translation(text: str) -> bool:
    """Whether a text says that an article was translated."""
    low = text.casefold()
    return any(phrase in low for phrase in phrases("translated"))
