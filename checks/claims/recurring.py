"""Names in the lines of furniture: beside words such as `newsletter`, and again and again at the beginning or the end of a line."""

from __future__ import annotations

from collections import Counter
from functools import cache

import msgspec

from checks.claims.hosts import host_words
from checks.claims.places import Places
from checks.claims.publisher_names import Candidate, Sighting, article_lines, is_name, key_of

MOST = 4
"""Names that are kept. Of 2, 3, 4, 6 and 10: the publisher right at a precision of .90 on .557, .609, .607, .601 and .590 of pages,
cross-validated by domain."""
_SHORTEST, _LONGEST = 2, 48
_MOST_GAPS, _IN_NAME = 7, 3
_TOP, _BOTTOM = 40, 40
"""Different lines of furniture that are looked at. With 40, 60 and 100 at either end the publisher is right on .603, .605 and .599 of
pages at precisions of .902, .902 and .891, cross-validated by domain."""
_WORDS, _FORMS = 16, 40
"""The most frequent words, and the most frequent forms with them, among which names are looked for."""
_SHORTEST_ENTRY, _LONGEST_ENTRY = 6, 40
_MARKS = '.,:;!?"»«“”()[]|–—->*+•·●▪○►▶›\xa0 '


class Furniture(msgspec.Struct, frozen=True):
    """The different short lines outside the running text, without marks around them, with their first and their last words."""

    places: Places
    lines: dict[str, str]
    """Each line without marks around it -> as it is first printed."""
    heads: list[str]
    tails: list[str]
    """Empty for a line of one word."""
    outside: tuple[int, int]
    """The line of the text's beginning and the one after its end."""

    def shown(self, line: str, name: str, how: str) -> Sighting | None:
        """A name where it stands in a line; None where wider gaps part its words there."""
        printed, bare, (begin, end) = self.lines[line], self.places.bare, self.outside
        number = bare.index(printed, 0, begin) if printed in bare[:begin] else bare.index(printed, end)
        at = printed.find(name)
        return Sighting(name, self.places.span(number, at, at + len(name)), how) if at >= 0 else None


def furniture_of(places: Places) -> Furniture:
    """The short lines outside the running text of a page."""
    first, last = article_lines(places)
    printed = list(dict.fromkeys([*places.bare[:first], *places.bare[last + 1 :]]))
    if len(printed) > _TOP + _BOTTOM:
        printed = printed[:_TOP] + printed[-_BOTTOM:]
    lines: dict[str, str] = {}
    for text in printed:
        if _SHORTEST <= len(text) <= _LONGEST and text.count(" ") <= _MOST_GAPS:
            lines.setdefault(text.strip(_MARKS), text)
    heads = [text.partition(" ")[0].rstrip(_MARKS) for text in lines]
    tails = [text.rpartition(" ")[2].lstrip(_MARKS) if " " in text else "" for text in lines]
    return Furniture(places, lines, heads, tails, (first, last + 1))


def names_beside(furniture: Furniture, taken: set[str]) -> list[Candidate]:
    """Further names, those that two lines have beside words such as `newsletter`, `app` or `about`."""
    beside = _beside_forms()
    found: dict[str, dict[str, Sighting]] = {}
    for text, head, tail in zip(furniture.lines, furniture.heads, furniture.tails, strict=True):
        if tail and head in beside:
            name = text.partition(" ")[2]
        elif tail in beside:
            name = text.rpartition(" ")[0]
        elif "-" in text and text.rpartition("-")[2] in beside:
            name = text.rpartition("-")[0]
        else:
            continue
        name = name.strip(" -")
        if name and _SHORTEST_ENTRY <= len(text) <= _LONGEST_ENTRY and is_name(name):
            sighting = furniture.shown(text, name, "furniture")
            if sighting is not None:
                found.setdefault(key_of(name), {}).setdefault(text, sighting)
    return [Candidate(key, tuple(its.values()), ()) for key, its in found.items() if len(its) > 1 and len(key) > 1 and key not in taken]


@cache
def _beside_forms() -> frozenset[str]:
    """The words that papers put beside their own name, as menus write them."""
    known = host_words("beside-name")
    return known | {word.capitalize() for word in known} | {word.upper() for word in known}


class Again(msgspec.Struct, frozen=True):
    """A name with the number of different lines that begin or end with it, and whether it is a whole line too."""

    candidate: Candidate
    often: int
    whole: bool


def names_again(furniture: Furniture) -> dict[str, Again]:
    """The names that most lines of furniture begin or end with, by their keys."""
    found: dict[str, Again] = {}
    for name, shown in _frequent(furniture):
        key = key_of(name)
        sighting = next(filter(None, (furniture.shown(text, name, "again") for text in shown)), None)
        if len(key) > 1 and sighting is not None:
            found.setdefault(key, Again(Candidate(key, (sighting,), ()), len(shown), name in furniture.lines))
    return found


def _frequent(furniture: Furniture) -> list[tuple[str, dict[str, None]]]:
    """The names that most lines begin or end with, a part of a name that is as frequent left out, with those lines."""
    shown = _shown(furniture)
    names = [name for name in sorted(shown, key=lambda name: (-len(shown[name]), -len(name), name))[:_FORMS] if is_name(name)]
    found: list[tuple[str, dict[str, None]]] = []
    for name in names:
        often = len(shown[name])
        if not any(len(other) > len(name) and name in other and often <= len(shown[other]) for other in names):
            found.append((name, shown[name]))
            if len(found) == MOST:
                break
    return found


def _shown(furniture: Furniture) -> dict[str, dict[str, None]]:
    """One to three words that several lines begin or end with, the first or the last of them a frequent one -> those lines."""
    heads, tails = furniture.heads, furniture.tails
    often = Counter([*heads, *filter(None, tails), *[head.partition("-")[0] for head in heads if "-" in head]])
    likely = [
        word
        for word, times in often.items()
        if times > 1 and len(word) > 1 and (word[0].isupper() or any(c.isupper() or c.isdigit() for c in word))
    ]
    words = frozenset(sorted(likely, key=lambda word: (-often[word], word))[:_WORDS])
    found: dict[str, dict[str, None]] = {}
    for text, head, tail in zip(furniture.lines, heads, tails, strict=True):
        if "-" in head and head.partition("-")[0] in words:
            found.setdefault(head.partition("-")[0], {})[text] = None
        if head in words:
            for form in _forms(head, text.split(" ", _IN_NAME)[:_IN_NAME]):
                found.setdefault(form.rstrip(_MARKS), {})[text] = None
        if tail in words:
            for form in _forms(tail, text.rsplit(" ", _IN_NAME)[-_IN_NAME:], ends=True):
                found.setdefault(form.lstrip(_MARKS), {})[text] = None
    return {form: texts for form, texts in found.items() if len(texts) > 1}


def _forms(word: str, words: list[str], *, ends: bool = False) -> list[str]:
    """A word and the two and three that a line begins with, or ends with."""
    if len(words) < 2:
        return [word]
    pair = " ".join(words[-2:] if ends else words[:2])
    return [word, pair] if len(words) < _IN_NAME else [word, pair, " ".join(words)]
