"""Where the article says that it was first published: `This story originally appeared in NAME`, `First published by NAME: URL`."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from checks.claims.dates.names import bare, names
from checks.claims.labels import dense
from checks.claims.mention import Mention
from checks.claims.names import agencies, is_organisation, is_press
from checks.claims.outlets import known_outlets
from checks.claims.places import LATIN_END, Places
from checks.claims.urls import addresses
from checks.lexicon import phrases
from checks.patterns import lazily

_SHORTEST, _LONGEST = 8, 600
_LONGEST_NAME = 60
_MOST_WORDS = 8
_SKIPPED = 3
"""Words in small letters that may stand between the phrase and the name: an article, `the website of`, `auf der Seite`."""
_STEM = 6
_OPENING, _CLOSING = "\"“„«‹「『《'‘", "\"”“»›」』》'’"
_JOINING = frozenset((
    "of", "the", "and", "&", "for", "de", "del", "della", "di", "do", "da", "du", "des", "der", "den", "la", "le", "les", "el", "und",
    "für", "et", "y", "e", "en", "og", "och", "van", "i",
))  # fmt: skip
_DENSE_NAME = lazily(r"\s?(?:[^“「『《\s，。]{0,8}?[“「『《]([^”」』》\n]{2,30})[”」』》]|([\u3400-\u9fffA-Za-z0-9·]{2,20}))")
_SAID_OF = lazily(
    r"(?:この記事は|本記事は|本稿は)[、,]?\s?[「『]([^」』\n]{2,30})[」』](?:に|で|から|より|の)[^。\n]{0,20}(?:転載|掲載|公開|提供|初出)"
    r"|이 (?:기사|글)[는은] ['‘“\"「『]?([^'’”\"」』\s][^'’”\"」』\n]{1,30}?)['’”\"」』]?에 (?:처음|먼저|최초로) "
)
"""Japanese and Korean, which put the name before the verb."""
_SAID_BY = ("この記事は", "本記事は", "本稿は", "이 기사", "이 글")
"""What each of these forms begins with."""
_QUOTED = lazily(r"(?:[^\W\d_]{2,20} ){1,3}(?=[\"“„«‹].)")
"""Words for a paper before its name in quotation marks."""
_HOST = lazily(r"(?i)(?:[a-z0-9-]{1,40}\.){1,3}[a-z]{2,10}(?!\w)")


def first_publishers(places: Places, lines: list[int]) -> Iterator[Mention]:
    """The mentions of a first publisher in some lines, each with its name, its address, or both."""
    # Bytes are lowered and searched ten times as quickly as letters of two bytes; they lower plain Latin letters alone.
    every = "\n".join([places.bare[line] for line in lines]).encode("utf-8", "surrogatepass").lower().replace("’".encode(), b"'")
    stems = [stem for raw, stem in _raw_stems(latin=places.is_latin) if raw in every]
    said = not places.is_latin and any(mark.encode() in every for mark in _SAID_BY)
    for line in lines if stems or said else ():
        text = places.bare[line]
        if line == places.title or not _SHORTEST <= len(text) <= _LONGEST:
            continue
        low = text.replace("’", "'").lower()
        if len(low) != len(text):
            continue
        found = _said_of(text) if said and not text.isascii() else None
        for phrase, at in _phrases_in(low, stems) if found is None else ():
            if _speaks_of_itself(low[:at]):
                found = (*_name(text, at + len(phrase), strict=phrase in phrases("first-published-in")), phrase)
                break
        if found is not None:
            yield from _mention(places, line, *found)


def _phrases_in(low: str, stems: list[str]) -> Iterator[tuple[str, int]]:
    """The phrases with one of some stems that a text in small letters has, each with its place, the longest first."""
    for stem in stems:
        if stem in low:
            for phrase in _by_stem()[stem]:
                at = low.find(phrase)
                if at >= 0 and (
                    dense(phrase[0]) or not (low[at - 1 : at].isalnum() or low[at + len(phrase) : at + len(phrase) + 1].isalnum())
                ):
                    yield phrase, at


@cache
def _by_stem() -> dict[str, tuple[str, ...]]:
    """The beginning of a phrase's longest word -> the phrases."""
    found: dict[str, list[str]] = {}
    for phrase in sorted(phrases("first-published") | phrases("first-published-in"), key=lambda one: (-len(one), one)):
        found.setdefault(max(phrase.split(), key=len)[:_STEM], []).append(phrase)
    return {stem: tuple(listed) for stem, listed in sorted(found.items())}


@cache
def _raw_stems(*, latin: bool) -> tuple[tuple[bytes, str], ...]:
    """The stems in bytes, all or those in Latin letters, without a first letter that is no plain one, which may be a capital."""
    stems = [stem for stem in _by_stem() if not latin or stem[0] <= LATIN_END]
    return tuple(((stem if stem[0].isascii() else stem[1:]).encode(), stem) for stem in stems)


def _speaks_of_itself(before: str) -> bool:
    """Whether what stands before the phrase names the article as such, or is nothing."""
    bare_before = before.strip(" *([_–—-•:\xa0")
    return not bare_before or any(own in before for own in phrases("this-article"))


def _name(text: str, at: int, *, strict: bool) -> tuple[int, int]:
    """Where the name behind a phrase stands; an empty stretch where none stands. Of one word it must be known if strict."""
    if at < len(text) and dense(text[at - 1]):
        found = _DENSE_NAME.match(text, at)
        return (found.span(1) if found[1] else found.span(2)) if found else (at, at)
    start = at
    for _ in range(_SKIPPED + 1):
        while start < len(text) and text[start] in " \xa0:":
            start += 1
        if start >= len(text) or not text[start].islower() or _HOST.match(text, start):
            break
        space = text.find(" ", start)
        start = space if space > 0 else len(text)
    if start >= len(text) or text.startswith(("http://", "https://"), start):
        return at, at
    mark = _QUOTED.match(text, start)
    start = mark.end() if mark else start  # `in der Zeitschrift „NAME“`
    quoted = text[start] in _OPENING
    end = _closing(text, start + 1) if quoted else _end(text, start)
    start += quoted
    name = text[start:end]
    if not 2 <= len(name) <= _LONGEST_NAME or not any(c.isalpha() for c in name) or _is_day(name):
        return at, at
    if not quoted and "\u0400" <= name[0] <= "\u052f" and text[end : end + 1] == " " and text[end + 1 : end + 2].islower():
        return at, at  # Cyrillic names have one capital, so that nobody can tell where they end
    return (start, end) if quoted or not strict or " " in name or _is_outlet(name) else (at, at)


def _closing(text: str, start: int) -> int:
    return next((at for at in range(start, min(len(text), start + _LONGEST_NAME)) if text[at] in _CLOSING), start)


def _end(text: str, start: int) -> int:
    """Where a name ends that is not in quotation marks: before words in small letters that join nothing, and punctuation."""
    host = _HOST.match(text, start)
    if host and text[start].islower():
        return host.end()
    end = at = start
    for word in text[start:].split(" ")[:_MOST_WORDS]:
        bare_word = word.rstrip(".,;:!?)]*_")
        if not bare_word or not (bare_word[0].isupper() or _caseless(bare_word[0]) or (bare_word.casefold() in _JOINING and end > start)):
            break
        if bare_word.casefold() not in _JOINING or bare_word[0].isupper():
            end = at + len(bare_word)
        if len(bare_word) < len(word):
            break
        at += len(word) + 1
    return end


def _caseless(character: str) -> bool:
    return character.isalpha() and character.lower() == character.upper()


def _is_day(name: str) -> bool:
    """Whether a name begins with that of a month or day: then it says when, not where."""
    first = bare(name.split(maxsplit=1)[0])
    return first in names().months or first in names().weekdays


def _is_outlet(name: str) -> bool:
    low = name.casefold()
    return (
        low in agencies()
        or is_press(low)
        or is_organisation(name)
        or "." in name
        or low in _outlets()
        or sum(c.isupper() for c in name) > 1
    )


@cache
def _outlets() -> frozenset[str]:
    return frozenset(name.casefold() for outlet in known_outlets() for name in (outlet.name, *outlet.aliases))


def _said_of(text: str) -> tuple[int, int, str] | None:
    found = _SAID_OF.search(text[:_LONGEST])
    return (*found.span(1 if found[1] else 2), "") if found else None


def _mention(places: Places, line: int, start: int, end: int, label: str) -> Iterator[Mention]:
    """The name with the address behind it, or on the next line where nothing else stands there."""
    text = places.bare[line]
    found = addresses(text[end:], end) if "://" in text else []
    where = line
    after = places.rank[line] + 1
    if not found and after < len(places.inked):
        where = places.inked[after]
        below = places.text(where)
        found = [one for one in addresses(below) if one[1].start == 0 and one[1].end == len(below)]
    url, span = found[0] if found else ("", None)
    if end > start or url:
        yield Mention(
            "said",
            text[start:end],
            places.span(line, start, end) if end > start else None,
            url,
            places.span(where, span.start, span.end) if span else None,
            label,
        )
