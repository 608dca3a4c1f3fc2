"""Names that need no weighing: the page's own name on its first lines and again elsewhere, or behind a bar on its only title."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice

from checks.claims.foot_names import in_rights
from checks.claims.headlines import Parted
from checks.claims.hosts import bare, host_words
from checks.claims.labels import dense
from checks.claims.names import PARTICLES, agencies, given_names, is_company, is_organisation, is_person, is_press
from checks.claims.outlets import known_outlets
from checks.claims.places import Places
from checks.claims.publisher_names import DOMAIN, Candidate, Sighting, article, is_name, key_of, menu_words
from checks.model import Span

_TOP = 3
"""Non-blank lines of a page's beginning on which its name may stand alone."""
_FOOT = 6
"""Non-blank lines at the end that may have the name again."""
_LONGEST, _MOST_WORDS, _SHORTEST = 48, 8, 3
_SLOGAN = re.compile(r"\s+[-–—|]\s+")
_NO_NAME = re.compile(r"^\W|[|｜().:：!?。！？,،;>»›→*•●]|\d|\s/\s|\S\s{2,}\S|[-–—]\s")
_FURNITURE = frozenset(["junk:site-header", "junk:section-nav", "junk:related-block", "junk:breadcrumb", "subhead", "lead", "body"])
"""Kinds of lines among which the name of a site stands: the line model takes it for an entry of a menu or a heading."""
_OWNS = frozenset(["foot", "owner", "site", "notice", "home"])


def agreed(places: Places, page: Parted | None, found: list[Candidate]) -> Candidate | None:
    """The name on which two places of the page agree, or that its only title or last line has; None without one.

    Pages with a `<title>` over their headline have so many places that weighing them is safer.
    """
    if page is not None and page.sure and page.line != places.title and places.zones.kinds[page.line] != "junk:breadcrumb":
        return None
    heads = [(name, key_of(name), span) for name, span in _mastheads(places)]
    owners = [one for one in found if not _OWNS.isdisjoint([shown.how for shown in one.seen])]
    for head in heads:
        again = next((same for one in owners if (same := _owned(one, *head)) is not None), None) or _again(places, *head)
        if again is not None:
            return again
    above = next((again for one in owners if (again := _above(places, one)) is not None), None)
    if above is not None:
        return above
    alone = next((head for head in heads if _opens_page(places, *head)), None)
    if alone is not None:
        return Candidate(alone[1], (Sighting(alone[0], alone[2], "header"),), ())
    return _behind_bar(places, page, found) or _dated(places) or _last_line(places, owners)


def _above(places: Places, one: Candidate) -> Candidate | None:
    """The owner in a copyright line whose name a line above the headline begins with, such as one on cookies."""
    if places.title is None or _size(one.name) < _SHORTEST or is_company(one.name.casefold().split()):
        return None
    for line in places.inked[:_EITHER]:
        if line >= places.title:
            return None
        if places.bare[line].startswith(one.name) and not places.bare[line][len(one.name) : len(one.name) + 1].isalnum():
            return Candidate(one.key, (Sighting(one.name, places.span(line, 0, len(one.name)), "header"), *one.seen), one.hosts)
    return None


def _mastheads(places: Places) -> Iterator[tuple[str, Span]]:
    """The names that stand alone on the first lines above the headline, whole or before a slogan."""
    kinds, title = places.zones.kinds, places.title
    others = (line for line in places.inked[:_EITHER] if kinds[line] not in _ASKED_FIRST or _has_press(places.bare[line]))
    for line in islice(others, _TOP):
        if title is None or line >= title:
            return
        text = places.bare[line]
        cut = _SLOGAN.search(text, 0, _LONGEST + 4)
        name = text[: cut.start()] if cut else text
        if (kinds[line] in _FURNITURE or kinds[line] in _ASKED_FIRST) and _may_be_name(name):
            yield name, places.span(line, 0, len(name))


def _has_press(text: str) -> bool:
    """Whether a line as short as a name has a word that papers are named with."""
    return len(text) <= _LONGEST and is_press(text.casefold())


def _opens_page(places: Places, name: str, _: str, span: Span) -> bool:
    """Whether a name of several words opens the page, and has a word that papers are named with or a date below it."""
    line = places.line_at(span.start)
    at = places.rank[line]
    above = [places.zones.kinds[other] for other in places.inked[:at]]
    if " " not in name or not _ABOVE_NAMES.issuperset(above) or not is_name(" ".join(name.split()[-4:])):
        return False
    return is_press(name.casefold()) or (at == 0 and places.dated(places.inked[1]) and places.title not in places.inked[2:3])


def _dated(places: Places) -> Candidate | None:
    """A paper's name with a day behind it, on a line beside the headline: `NAME, DAY`, `NAME | DAY`."""
    first = places.zones.first_body
    for line in places.inked[:_EITHER]:
        if first is not None and line > first:
            return None
        text = places.bare[line]
        cut = _PARTED.search(text, 0, _LONGEST + 2)
        name = text[: cut.start()] if cut else ""
        if " " in name and is_press(name.casefold()) and _may_be_name(name) and _all_large(name) and places.dated(line):
            return Candidate(key_of(name), (Sighting(name, places.span(line, 0, len(name)), "header"),), ())
    return None


_PARTED = re.compile(r"\s?[,|｜·•]\s")
_ASKED_FIRST = frozenset(["junk:consent", "junk:ui-control"])
_ABOVE_NAMES = frozenset(["junk:ui-control", "junk:consent", "junk:site-header"])


def _may_be_name(name: str) -> bool:
    """Whether a short text has no marks or digits that names of sites lack, and is no entry of a menu."""
    known = name.casefold()
    return (
        _size(name) >= _SHORTEST
        and len(name) <= _LONGEST
        and len(name.split()) <= _MOST_WORDS
        and not name[0].islower()
        and (DOMAIN.fullmatch(name) is not None or _NO_NAME.search(name) is None)
        and not all(word in menu_words() or word in host_words("beside-name") for word in (known, *known.split()))
        and known not in menu_words()
    )


def _size(name: str) -> int:
    """The length of a name, letters of scripts without spaces counted twice."""
    return len(name) * (2 if dense(name[:1]) else 1)


def _owned(one: Candidate, name: str, key: str, span: Span) -> Candidate | None:
    """The name of the first lines that a copyright line has too, as the longer of the two ends with it."""
    whole = one.key == key
    if not whole and (_size(one.key) < _SHORTEST or not name.startswith(one.name)):
        return None
    shown = Sighting(name if whole else one.name, Span(span.start, span.start + len(name if whole else one.name)), "header")
    return Candidate(one.key, (shown, *one.seen), one.hosts)


def _again(places: Places, name: str, key: str, span: Span) -> Candidate | None:
    """A name of the first lines that a host on the page has, the foot within a line, or the dateline of the text."""
    text = places.document.text
    hosts = tuple(host for host in places.hosts if host.owner == key)
    shown = Sighting(name, span, "header")
    if hosts:
        return Candidate(key, (shown, Sighting(hosts[0].name, Span(hosts[0].start, hosts[0].end), "address")), hosts)
    begin, end = article(places)
    last = places.starts[places.inked[-1]]
    foot = max(min(max(places.starts[places.inked[-_FOOT:][0]], end), last), span.end)
    at = text.find(name, foot)
    if at >= 0 and len(places.bare[places.line_at(at)]) > len(name) + 2 and _owned_there(places, name, at):
        return Candidate(key, (shown, Sighting(name, Span(at, at + len(name)), "foot")), ())
    at = text.find(name, begin, min(end, begin + _DATELINE))
    if at >= 0 and begin and text.startswith(_CLOSERS, at + len(name)):
        return Candidate(key, (shown, Sighting(name, Span(at, at + len(name)), "account")), ())
    return None


def _owned_there(places: Places, name: str, at: int) -> bool:
    """Whether the line there speaks of rights, or the name is one of a paper or an organisation."""
    text = places.bare[places.line_at(at)]
    return "©" in text or in_rights(text) or (is_press(name.casefold()) and " " in name) or is_organisation(name)


_CLOSERS = (")", "]", "）", "」")
_DATELINE = 60
"""Characters at the beginning of the text that may be its dateline."""


def _behind_bar(places: Places, page: Parted | None, found: list[Candidate]) -> Candidate | None:
    """The name behind a bar, or of a paper behind a dash, on the headline's line of a page without another title."""
    if page is None or page.sure or page.line != places.title or not page.parts:
        return None
    begin, end = page.parts[0]
    text = places.text(page.line)
    name, before = text[begin:end], text[:begin].rstrip()
    head = text[slice(*page.headline)]
    if end < len(text) or page.headline[1] > begin or _size(head) < _HEADLINE or text[begin - 1] not in " ｜" or not _may_be_name(name):
        return None
    known = is_press(name.casefold()) or is_organisation(name)
    large = _all_large(name)
    behind_dash = large and " " in name and (known or (_is_sentence(head, name) and not _is_known_person(name)))
    if not behind_dash and (before[-1] not in "|｜" or not (known or (large and not _is_known_person(name)))):
        return None
    key = key_of(name)
    return next((one for one in found if one.key == key), None)


_HEADLINE = 12
"""Characters of the shortest headline before a bar."""


def _is_sentence(head: str, name: str) -> bool:
    """Whether most longer words of a headline begin with small letters, unlike those of the name behind it, which are others.

    Of 462 headlines of evaluation pages none goes on behind a dash as such a name does.
    """
    longer = [word[0].islower() for word in head.split() if len(word) > _SHORTEST]
    low = frozenset(name.casefold().split())
    return len(low) <= _MOST_BEHIND and 2 * sum(longer) >= len(longer) > 0 and not low.issubset(head.casefold().split())


_MOST_BEHIND = 5


def _all_large(name: str) -> bool:
    """Whether no word of a name begins with a small letter, particles left out."""
    return all(not word[0].islower() or word in PARTICLES or "’" in word or "'" in word for word in name.split())


def _is_known_person(name: str) -> bool:
    """Whether a name is a person's with a known given name."""
    return is_person(name) and name.partition(" ")[0].casefold() in given_names()


def _last_line(places: Places, owners: list[Candidate]) -> Candidate | None:
    """The owner in the copyright line that ends a page which has no other."""
    last = places.zones.last_body
    if len(owners) != 1 or last is None:
        return None
    one = owners[0]
    line = places.line_at(one.seen[0].span.start)
    low = one.name.casefold()
    if line <= last or places.rank[line] < len(places.inked) - 2 or not _may_be_name(one.name) or _is_known_person(one.name):
        return None
    if (one.name.isascii() or one.name[0] < _BEYOND_LATIN) and not is_press(low):
        return None
    if low in _agencies() or low.partition("-")[0] in _agencies():
        return None
    return one


_BEYOND_LATIN = "\u0250"
"""From here on there are no Latin letters. Lines in Latin letters name the company rather than the paper on every second page."""


@cache
def _agencies() -> frozenset[str]:
    return agencies() | frozenset(name for outlet in known_outlets() for name in map(str.casefold, (outlet.name, *outlet.aliases)))


def as_written(places: Places, one: Candidate) -> Candidate:
    """A name known by its host alone, with the words that a line at either end of the page writes it with."""
    if one.seen[0].how != "address":
        return one
    inked = places.inked
    for line in dict.fromkeys([*inked[:_EITHER], *inked[-_EITHER:]]):
        words = list(_WORD.finditer(places.text(line)))
        for place, first in enumerate(words):
            if not one.key.startswith(bare(first[0])) or first[0][0].islower():
                continue
            for last in words[place + 1 : place + _MOST_WORDS]:
                name = places.text(line)[first.start() : last.end()]
                if bare(name) == one.key and "." not in name:
                    shown = Sighting(name, places.span(line, first.start(), last.end()), "header")
                    return Candidate(one.key, (shown, *one.seen), one.hosts)
    return one


_WORD = re.compile(r"[^\W_](?:[\w’'&-]*\w)?")
_EITHER = 12
"""Non-blank lines at either end of a page that are read for a name."""
