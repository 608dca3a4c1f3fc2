"""Agencies as reports are signed with them: `(NAME)` or `- NAME` behind the last sentence, `NAME/(writer)`, `NAME` alone, `NAME/desk`."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from checks.claims.mention import Mention
from checks.claims.menus import words_of_controls
from checks.claims.names import agencies, common_words
from checks.claims.places import DATED, PROSE, Places
from checks.lexicon import every, phrases
from checks.patterns import lazily

_SIGNED = lazily(
    r"(?:[.!?…»”\"'’。！？।؟]\s?|^)[(\[（【]\s?(?:©\s?)?([^()\[\]（）【】]{2,30}?)\s?[)\]）】]\.?$|[.!?…»”\"'’]\s?(?:[-–—]{1,2}|/)\s?([^\W\d_][^.!?()/–—-]{1,24})$"
)
"""Brackets behind a sentence or alone on a line, or a dash behind a sentence."""
_SHUT, _DASHES, _SIGN_REACH = ")]）】", "-–—/", 28
"""What brackets of `_SIGNED` end in, what its dashes are, and how far from the end these stand at most."""
_OPENING = lazily(r"([^\W\d_][^/|()\n]{1,28}?)\s?/\s?(?=\()")
_JOINED = lazily(r"\s?[/,+&]\s?|\s[-–—]\s")
_LONGEST_SLUG, _LONGEST_SIGNED, _SHORTEST = 4, 120, 2
_AFTER, _WITHIN = 3, 2
"""Non-blank lines after the last of the text, and the last of the text itself, in which an agency signs."""


@cache
def _as_printed() -> frozenset[str]:
    """The names of agencies in their own letters."""
    return every("outlets", "agencies")


def is_agency(text: str) -> bool:
    """Whether a text is the name of an agency in its own letters, and no word of a language or a menu too."""
    return text in _as_printed() and text.casefold() not in common_words() and text.casefold() not in words_of_controls()


def is_called_agency(text: str) -> bool:
    """Whether words for a news agency begin or end a short name: `Kenya News Agency`, `Agencia de Noticias Andina`.

    It may be the page's own: alone on a line it says nothing of a source.
    """
    if not _SHORTEST_CALLED <= len(text) <= _LONGEST_CALLED or text[0].islower() or any(mark in text for mark in ".,:;|/()"):
        return False
    called = next((word for word in _called() if text.startswith(word) or text.endswith(word)), "")
    return bool(called) and len(text) > len(called) + 1


_SHORTEST_CALLED, _LONGEST_CALLED = 10, 44


@cache
def _called() -> tuple[str, ...]:
    """Words for news agencies in their own letters, the longest first."""
    return tuple(sorted(every("outlets", "called-agency"), key=lambda word: (-len(word), word)))


def agency_in(text: str) -> tuple[int, int] | None:
    """Where in a text made of an agency's name and its desks' letters the agency's name stands: `dpa` in `dpa/lni`.

    All of the text where several agencies share the report or one has this name; None where another word is in it.
    """
    if text.casefold() in agencies():
        return 0, len(text)
    found: list[tuple[int, int]] = []
    begin = 0
    for cut in [*_JOINED.finditer(text), None]:
        end = cut.start() if cut else len(text)
        part = text[begin:end]
        if part.casefold() in agencies():
            found.append((begin, end))
        elif not (part.isalpha() and part.islower() and len(part) <= _LONGEST_SLUG and part.isascii()):
            return None
        begin = cut.end() if cut else end
    return (found[0][0], found[-1][1]) if found else None


def signed(places: Places) -> Iterator[Mention]:
    """The agency that signs the end of the text, or stands alone beside its date."""
    last = places.zones.last_body
    if last is None:
        return
    at = places.rank[last]
    for line in places.inked[max(0, at - _WITHIN + 1) : at + 1 + _AFTER]:
        if places.zones.kinds[line] != "caption" or _ends_text(places, line):
            yield from _ending(places, line)
    for line in places.head:
        if (
            (line in places.beside_dates or _above_day(places, line))
            and is_agency(places.bare[line])
            and places.zones.kinds[line] not in _ELSEWHERE
        ):
            yield Mention("agency", places.bare[line], places.whole(line))


def _above_day(places: Places, line: int) -> bool:
    """Whether a line stands a little below the headline, and the next has a day, however long it is."""
    at = places.rank[line]
    if places.title is None or not 0 < at - places.rank[places.title] <= _UNDER or at + 1 >= len(places.inked):
        return False
    return DATED.search(places.bare[places.inked[at + 1]], 0, PROSE) is not None


_UNDER = 3


def _may_be_signed(text: str) -> bool:
    """A quick look whether a line ends in a bracket, or has a dash or slash near its end."""
    tail = text[-_SIGN_REACH:]
    return tail.removesuffix(".")[-1:] in _SHUT or any(mark in tail for mark in _DASHES)


def _ends_text(places: Places, line: int) -> bool:
    """Whether a line that may be the credit of a picture is as long as running text, or nothing but a sign right below such a line."""
    if len(places.bare[line]) > PROSE:
        return True
    above = places.inked[places.rank[line] - 1]
    return len(places.bare[line]) <= _LONGEST_SIGN and places.zones.kinds[above] == "body" and len(places.bare[above]) > PROSE


_LONGEST_SIGN = 24
_ELSEWHERE = frozenset(["caption", "junk:section-nav"])


def _ending(places: Places, line: int) -> Iterator[Mention]:
    """An agency in the brackets that end a line, before the slash that opens it, or as all of it."""
    text = places.bare[line]
    if is_agency(text) and places.bare[places.inked[places.rank[line] - 1]][-1] not in "[(":
        yield Mention("agency", text, places.whole(line))
        return
    label, gap, name = text.partition(" ")
    if label.casefold() in phrases("according") and is_agency(name):
        yield Mention("agency", name, places.span(line, len(label + gap), len(text)))
        return
    found = _SIGNED.search(text, max(0, len(text) - _LONGEST_SIGNED)) if _may_be_signed(text) else None
    found = found or (_OPENING.match(text) if "/" in text else None)
    begin, end = next((found.span(n) for n in (1, 2)[: found.re.groups] if found[n]), (0, 0)) if found else (0, 0)
    inner = agency_in(text[begin:end]) if end else None
    if inner is None:
        return
    first, after = begin + inner[0], begin + inner[1]
    if is_agency(text[first:after]) or after - first > _LONGEST_SLUG or (text[first:after].isupper() and after - first > _SHORTEST):
        yield Mention("agency", text[first:after], places.span(line, first, after))
