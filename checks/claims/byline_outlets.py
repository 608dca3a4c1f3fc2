"""Agencies and other papers in a byline, which are no persons: whose report it is, in place of a reporter or beside one."""

from __future__ import annotations

from collections.abc import Iterator

from checks.claims.agency_names import is_agency, is_called_agency
from checks.claims.candidate import Candidate, name_of
from checks.claims.hosts import bare
from checks.claims.mention import Mention
from checks.claims.names import PARTICLES, agencies, common_words
from checks.claims.places import Places
from checks.claims.urls import stem
from checks.lexicon import phrases
from checks.patterns import lazily

_BEHIND = lazily(r"\s?(?:[,|/·•]|\s[-–—]|(?=\())\s?\(?([^\W\d_][^\d,|/·•()–—]{0,60})")
"""What a mark joins to a name: `NAME, AGENCY`, `NAME | AGENCY`, `NAME (AGENCY)`, `NAME - correspondent of AGENCY`."""
_MOST_BEFORE = 3


def linked(mentions: list[Mention]) -> frozenset[str]:
    """The names within the domains of the addresses that an article was taken from, as `hosts.bare` writes names."""
    return frozenset(bare(stem(one.url)) for one in mentions if one.url)


def is_outlet(name: str, sources: frozenset[str]) -> bool:
    """Whether a name is that of a news agency, or of the outlet in the address of the source, with or without a word for `from`."""
    return name.casefold() in agencies() or (bool(sources) and bare(name[_before(name) :]) in sources)


def _before(name: str) -> int:
    """The length of the small word that a name begins with: `From`, `De`, `Aus`."""
    first, gap, _ = name.partition(" ")
    return len(first + gap) if first.casefold() in PARTICLES or first.casefold() in common_words() else 0


def of_byline(places: Places, found: list[Candidate], chosen: list[Candidate], sources: frozenset[str]) -> list[Mention]:
    """The outlets that stand in the byline: chosen as who wrote it, behind its label, or joined to the name of a reporter."""
    named = [one for one in found if is_outlet(name_of(places, one), sources)]
    named = [one for one in named if one in chosen or (one.line in places.beside_dates and (one.label or _behind_slash(places, one)))]
    mentions = [_mention(places, one.line, one.start, one.end, sources) for one in named]
    return mentions or [mention for one in chosen for mention in _behind(places, one, sources)]


def _behind_slash(places: Places, one: Candidate) -> bool:
    """Whether a slash joins a name to who stands before it: `PAPER / AGENCY`."""
    return places.text(one.line)[: one.start].rstrip().endswith("/")


def _mention(places: Places, line: int, start: int, end: int, sources: frozenset[str]) -> Mention:
    name = places.text(line)[start:end]
    if name.casefold() in agencies():
        return Mention("agency", name, places.span(line, start, end))
    start += 0 if bare(name) in sources else _before(name)
    return Mention("byline", places.text(line)[start:end], places.span(line, start, end))


def _behind(places: Places, one: Candidate, sources: frozenset[str]) -> Iterator[Mention]:
    """The outlet that a mark joins to a name, words for what its reporters do left out."""
    text = places.text(one.line)
    joined = _BEHIND.match(text, one.end)
    if joined is None:
        return
    words = joined[1].split()
    for count in range(min(_MOST_BEFORE, len(words) - 1) + 1):
        name = " ".join(words[count:])
        if (is_agency(name) or is_called_agency(name) or bare(name) in sources) and all(
            _is_of_job(word.casefold()) for word in words[:count]
        ):
            begin = text.index(words[count], joined.start(1))
            yield _mention(places, one.line, begin, begin + len(name), sources)
            return


def _is_of_job(low: str) -> bool:
    """Whether a case-folded word says what somebody does, or joins that to whom they do it for."""
    return low in phrases("job") or low in PARTICLES or low in common_words()
