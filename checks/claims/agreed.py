"""Names that need no weighing: the page's own name on its first lines and again elsewhere, or behind a bar on its only title."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from checks.claims.foot_names import is_registered
from checks.claims.headlines import Parted
from checks.claims.hosts import bare
from checks.claims.imprints import closes_page
from checks.claims.labels import dense
from checks.claims.mastheads import EITHER, LONGEST, SHORTEST, is_capital, mastheads, may_be_name, opens_page, size_of
from checks.claims.names import agencies, is_company, is_institution, is_known_person, is_organisation, is_press
from checks.claims.outlets import known_outlets
from checks.claims.places import Places
from checks.claims.publisher_names import Candidate, Sighting, article, key_of
from checks.claims.reserved import in_rights
from checks.claims.second_places import second_place, titled
from checks.model import Span
from checks.patterns import lazily

_FOOT = 6
"""Non-blank lines at the end that may have the name again."""
_OWNS = frozenset(["foot", "owner", "site", "notice", "home"])


def agreed(places: Places, page: Parted | None, found: list[Candidate]) -> Candidate | None:
    """The name on which two places of the page agree, or that its only title or last line has; None without one.

    Pages with a `<title>` over their headline have so many places that weighing them is safer.
    """
    if is_titled(places, page):
        return _titled(places, page, found)
    heads = [(name, key_of(name), span) for name, span in mastheads(places)]
    owners = [one for one in found if not _OWNS.isdisjoint([shown.how for shown in one.seen])]
    for head in heads:
        again = next((same for one in owners if (same := _owned(one, *head)) is not None), None) or _again(places, *head)
        if again is not None:
            return again
    above = next((again for one in owners if (again := _above(places, one)) is not None), None)
    if above is not None:
        return above
    opening = next((again for one in owners if (again := _opening(places, one)) is not None), None)
    if opening is not None:
        return opening
    alone = next((head for head in heads if opens_page(places, head[0], head[2])), None)
    if alone is not None:
        return Candidate(alone[1], (Sighting(alone[0], alone[2], "header"),), ())
    return _behind_bar(places, page, found) or _dated(places) or _last_line(places, owners)


def is_titled(places: Places, page: Parted | None) -> bool:
    """Whether the page's `<title>` stands over its headline."""
    return page is not None and page.sure and page.line != places.title and places.zones.kinds[page.line] != "junk:breadcrumb"


def _titled(places: Places, page: Parted | None, found: list[Candidate]) -> Candidate | None:
    """The name that ends the page's title and stands alone below it too, if no other has a host on the page."""
    both = titled(places, page) if page is not None else None
    if both is None or not may_be_name(both[0]) or is_known_person(both[0]):
        return None
    name, top, end = both
    key = key_of(name)
    if name[0] < _BEYOND_LATIN and any(one.hosts and key not in one.key and one.key not in key for one in found):
        return None
    return Candidate(key, (Sighting(name, end, "last"), Sighting(name, top, "header")), ())


def _above(places: Places, one: Candidate) -> Candidate | None:
    """The owner in a copyright line whose name a line above the headline begins with, such as one on cookies."""
    if places.title is None or size_of(one.name) < SHORTEST or is_company(one.name.casefold().split()):
        return None
    for line in places.inked[:EITHER]:
        if line >= places.title:
            return None
        behind = places.bare[line][len(one.name) : len(one.name) + 1]
        glued = behind.isupper() and one.name[-1].islower()  # `The BayMagazine for the whole coast`
        if places.bare[line].startswith(one.name) and (glued or not behind.isalnum()):
            return Candidate(one.key, (Sighting(one.name, places.span(line, 0, len(one.name)), "header"), *one.seen), one.hosts)
    return None


def _opening(places: Places, one: Candidate) -> Candidate | None:
    """The owner in a copyright line whose name the dateline of the text has: `(PLACE=NAME)`, `PLACE (NAME) -`."""
    for line in places.zones.body[:2]:
        at = places.bare[line].find(one.name, 0, _DATELINE)
        if (
            at > 0
            and size_of(one.name) >= SHORTEST
            and places.bare[line][at - 1] in "=(（"
            and places.bare[line].startswith(_CLOSERS, at + len(one.name))
        ):
            return Candidate(one.key, (Sighting(one.name, places.span(line, at, at + len(one.name)), "account"), *one.seen), one.hosts)
    return None


def _dated(places: Places) -> Candidate | None:
    """A paper's name with a day behind it, on a line beside the headline: `NAME, DAY`, `NAME | DAY`."""
    first = places.zones.first_body
    for line in places.inked[:EITHER]:
        if first is not None and line > first:
            return None
        text = places.bare[line]
        cut = _PARTED.search(text, 0, LONGEST + 2) if places.dated(line) else None
        name = text[: cut.start()] if cut else ""
        if " " in name and is_press(name.casefold()) and may_be_name(name) and is_capital(name):
            return Candidate(key_of(name), (Sighting(name, places.span(line, 0, len(name)), "header"),), ())
    return None


_PARTED = lazily(r"\s?[,|｜·•]\s")


def _owned(one: Candidate, name: str, key: str, span: Span) -> Candidate | None:
    """The name of the first lines that a copyright line has too, as the longer of the two ends with it."""
    whole = one.key == key
    if not whole and (size_of(one.key) < SHORTEST or not name.startswith(one.name)):
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
    second = second_place(places, name, span)
    if second is not None:
        where, how = second
        return Candidate(key, (shown, Sighting(name, where, how)), ())
    begin, end = article(places)
    last = places.starts[places.inked[-1]]
    foot = max(min(max(places.starts[places.inked[-_FOOT:][0]], end), last), span.end)
    for at in _found(text, name, foot):
        if len(places.bare[places.line_at(at)]) > len(name) + 2 and _owned_there(places, name, at):
            return Candidate(key, (shown, Sighting(text[at : at + len(name)], Span(at, at + len(name)), "foot")), ())
    at = text.find(name, begin, min(end, begin + _DATELINE))
    if at >= 0 and begin and text.startswith(_CLOSERS, at + len(name)):
        return Candidate(key, (shown, Sighting(name, Span(at, at + len(name)), "account")), ())
    return None


def _found(text: str, name: str, begin: int) -> Iterator[int]:
    """Where a name stands from an offset on, in any letters, as words of their own."""
    low, key = text[begin:].lower(), name.lower()
    if len(low) != len(text) - begin:
        low, key = text[begin:], name
    at = low.find(key)
    while at >= 0:
        if dense(name[0]) or not (low[at - 1 : at].isalnum() or low[at + len(key) : at + len(key) + 1].isalnum()):
            yield begin + at
        at = low.find(key, at + len(key))


def _owned_there(places: Places, name: str, at: int) -> bool:
    """Whether the line there speaks of rights or is an imprint, or the name is one of a paper or an organisation."""
    line = places.line_at(at)
    text = places.bare[line]
    if "©" in text or in_rights(text) or (is_press(name.casefold()) and " " in name) or is_organisation(name) or is_institution(name):
        return True
    if is_registered(places.document.text, at + len(name)):
        return True
    if closes_page(places, line, text[: at - places.document.line_span(line).start], name):
        return True
    return text.lower().startswith(name.lower()) and size_of(name) >= _SURE_SIZE and _IMPRINT.match(text, len(name)) is not None


_IMPRINT = lazily(r"\s?[,.;:·•|®™]\s|\s[-–—]\s|\s?\(")
_SURE_SIZE = 6
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
    if end < len(text) or page.headline[1] > begin or size_of(head) < _HEADLINE or text[begin - 1] not in " ｜" or not may_be_name(name):
        return None
    known = is_press(name.casefold()) or is_organisation(name)
    large = is_capital(name)
    behind_dash = large and " " in name and (known or (_is_sentence(head, name) and not is_known_person(name)))
    if not behind_dash and (before[-1] not in "|｜" or not (known or (large and not is_known_person(name)))):
        return None
    key = key_of(name)
    return next((one for one in found if one.key == key), None)


_HEADLINE = 12
"""Characters of the shortest headline before a bar."""


def _is_sentence(head: str, name: str) -> bool:
    """Whether most longer words of a headline begin with small letters, unlike those of the name behind it, which are others.

    Of 462 headlines of evaluation pages none goes on behind a dash as such a name does.
    """
    longer = [word[0].islower() for word in head.split() if len(word) > SHORTEST]
    low = frozenset(name.casefold().split())
    return len(low) <= _MOST_BEHIND and 2 * sum(longer) >= len(longer) > 0 and not low.issubset(head.casefold().split())


_MOST_BEHIND = 5


def _last_line(places: Places, owners: list[Candidate]) -> Candidate | None:
    """The owner in the copyright line that ends a page which has no other."""
    last = places.zones.last_body
    if len(owners) != 1 or last is None:
        return None
    one = owners[0]
    line = places.line_at(one.seen[0].span.start)
    low = one.name.casefold()
    if line <= last or places.rank[line] < len(places.inked) - 2 or not may_be_name(one.name) or is_known_person(one.name):
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
    for line in dict.fromkeys([*inked[:EITHER], *inked[-EITHER:]]):
        words = list(_WORD.finditer(places.text(line)))
        for place, first in enumerate(words):
            if not one.key.startswith(bare(first[0])) or first[0][0].islower():
                continue
            for last in words[place + 1 : place + _MOST_IN_NAME]:
                name = places.text(line)[first.start() : last.end()]
                if bare(name) == one.key and "." not in name:
                    shown = Sighting(name, places.span(line, first.start(), last.end()), "header")
                    return Candidate(one.key, (shown, *one.seen), one.hosts)
    return one


_WORD = lazily(r"[^\W_](?:[\w’'&-]*\w)?")
_MOST_IN_NAME = 8
