"""A line cut into the stretches that may be names."""

from __future__ import annotations

import unicodedata
from functools import cache

from checks.claims.labels import dense
from checks.claims.names import PARTICLES, common_words, is_person
from checks.lexicon import given_names, phrases
from checks.patterns import lazily

_SEGMENTS = lazily(r"[\s|｜•·●»→,;，](?:(?<=\S)\s*|\s*[-–—/]+\s+|\s+|(?<=\xa0))")


def pieces(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The stretches between commas, bars, brackets and words for `and`."""
    ands, chinese = _ands(), unparted(text[start])
    if not chinese and _is_whole(text[start:end]):
        begin, stop = trimmed(text, start, end)
        return [(begin, stop)] if begin < stop else []
    found: list[tuple[int, int]] = []
    begin = last = start
    for gap in _BETWEEN.finditer(text, start, end):
        stop, after = gap.span()
        if text[last:stop] in ands and last > begin:
            found.append((begin, last))
            begin = stop + 1
        elif after - stop > 1 or text[stop] not in " \xa0" or (chinese and stop > begin and unparted(text[stop - 1])):
            found.append((begin, stop))
            begin = stop + 1
        last = after
    if text[last:end] in ands and last > begin:
        found.append((begin, last))
        begin = end
    found.append((begin, end))
    return [(b, e) for b, e in (trimmed(text, b, e) for b, e in found if b < e) if b < e]


def unparted(character: str) -> bool:
    """Whether names are written in this script without a space inside: in Chinese and Japanese, but not in Thai."""
    return character >= "\u3005" and dense(character)


def _is_whole(text: str) -> bool:
    """Whether nothing parts a text into several names: no mark, no wide gap, no word for `and`."""
    return _PARTING.isdisjoint(text) and "  " not in text and _ands().isdisjoint(text.split())


@cache
def _ands() -> frozenset[str]:
    """Words for `and` as they are printed: small, with a capital, in capitals."""
    return frozenset(form for word in phrases("and") for form in (word, word.capitalize(), word.upper()))


_DIGIT = lazily(r"\d")
_DATE = lazily(
    r"\s?(?<![\d./-])(?:\d{1,2}\.?\s[^\d\s]{2,14}\s(?:\d{4}(?!\d)|(?:19|20)\d\d(?=\d{1,4}\s[^\W\d]))|\d{1,4}[-./]\d{1,2}[-./]\d{1,4})"
)
"""A date with its year, a number of comments glued behind it or not: `2 May 202314 comments`."""


def dated_from(text: str, start: int, end: int) -> int | None:
    """Where a date with its year begins in a stretch, with or without a space before it."""
    date = _DATE.search(text, start, end) if _DIGIT.search(text, start, end) else None  # a digit is found nine times as quickly
    return date.start() if date else None


def two_people(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """A stretch of four words that are two full names with nothing between, parted; else the stretch alone."""
    words = text[start:end].split(" ")
    low = [word.casefold() for word in words]
    glued = _glued_and(text, start, end) if len(words) >= _FEWEST_GLUED else None
    if glued:
        return [(start, glued[0]), (glued[1], end)]
    if len(words) != 4 or not all(words):
        return [(start, end)]
    given = [word in given_names() for word in low]
    if given != [True, False, True, False] or any(word in PARTICLES or not word[:1].isalpha() for word in low):
        return [(start, end)]
    middle = start + len(words[0]) + 1 + len(words[1])
    return [(start, middle), (middle + 1, end)]


def _glued_and(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where a word for `and` stands that is glued to the two full names it joins: `NAME KarlsenandEmil NAME`."""
    for inner in _GLUED.finditer(text, start, end):
        for at in range(inner.start() + 1, inner.end()):
            if text[at].isupper():
                before = next((size for size in _AND_SIZES if text[at - size : at] in phrases("and") and at - size > inner.start()), 0)
                if before and is_person(text[start : at - before]) and is_person(text[at:end]):
                    return at - before, at
    return None


_GLUED = lazily(r"[^\W\d_]{6,}")
_AND_SIZES = (3, 2)
_FEWEST_GLUED = 3


def is_role(name: str) -> bool:
    """Whether a text ends in what people of a paper are called: it tells what somebody does, and is no name."""
    return name.casefold().rsplit(" ", 1)[-1] in phrases("job")


def without_job(text: str, start: int, end: int) -> int:
    """Where a name ends before what somebody does, with no comma or no space between: `NAME Staff Writer`, `NAMEStaff Writer`."""
    for at in range(end - 1, start + 2, -1):
        if text[at].isupper() and text[at - 1].islower() and is_role(text[at:end]):
            return at
    words = text[start:end].split(" ")
    for count in range(max(2, len(words) - _LONGEST_JOB), len(words)):
        if " ".join(words[count:]).casefold() in phrases("job"):
            while count > 2 and words[count - 1].casefold() in phrases("section"):
                count -= 1  # noqa: PLW2901 - `NAME Business Columnist`
            return start + len(" ".join(words[:count]))
    return end


_LONGEST_JOB = 3


def before_place(text: str, start: int, end: int) -> int:
    """Where a full name ends before a small word that says where it stands or for whom: `NAME in Recipes`, `NAME dans Desserts`."""
    at = start
    for count, word in enumerate(text[start:end].split(" ")):
        if count > 1 and word.islower() and word.isalpha() and word not in PARTICLES and word in common_words():
            after = text[at + len(word) + 1 : end]
            return at - 1 if after[:1].isupper() and len(after) <= _LONGEST_PLACE and is_person(text[start : at - 1]) else end
        at += len(word) + 1
    return end


_LONGEST_PLACE = 30


_PARTING = frozenset(",;、&/+|•·—()（），；\t<>\xa0")
_BETWEEN = lazily(r"[ \xa0,;、&/+|•·—()（），；\t<>]+")


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch without the punctuation around it and without what follows Chinese names."""
    while start < end and not (text[start].isalnum() or text[start] in '@"“«'):
        start += 1
    while start < end and not (text[end - 1].isalnum() or text[end - 1] in '."”»)' or unicodedata.category(text[end - 1])[0] == "M"):
        end -= 1
    if "@" in text[start + 1 : end]:  # a mail address behind a name, or an account glued to it
        at = text.index("@", start + 1, end)
        mail = text.rfind(" ", start, at)
        end = (at if text[mail + 1].isupper() else mail) if mail > start else end
    if end - start > 2 and dense(text[end - 1]):
        ending = next((one for one in _DOING if text.endswith(one, start, end) and end - start - len(one) >= 2), "")
        end -= len(ending)
        cut = text.find("_", start, end)
        end = cut if cut > start else end
    while end > start and text[end - 1] == "." and text[start:end].count(".") == 1 and len(text[start:end].rsplit(maxsplit=1)[-1]) > 3:
        end -= 1
    return start, end


_DOING = ("编译", "撰文", "整理")


_CUT = lazily("[|｜•·●»→,;，/–—\t-\r\x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000-]")
"""One of these characters, or two spaces, has each line with bars, dashes, commas and wide gaps: four times as quick as the gaps."""


def may_be_cut(text: str) -> bool:
    """Whether a line may have more than one segment."""
    return "  " in text or _CUT.search(text) is not None


def segments(text: str) -> list[tuple[int, int]]:
    """The stretches of a line between bars, dashes, commas and wide gaps."""
    if not may_be_cut(text):
        return [(0, len(text))] if text else []
    spans = []
    begin = 0
    for cut in _SEGMENTS.finditer(text):
        spans.append((begin, begin + len(text[begin : cut.start()].rstrip())))
        begin = cut.end()
    spans.append((begin, len(text)))
    return [(b, e) for b, e in spans if b < e]
