"""Names on a page that may be its publisher's: beside the headline, in a header, at the foot, in addresses."""

from __future__ import annotations

import re

import msgspec

from checks.claims.chinese_names import chinese_names
from checks.claims.foot_names import names_of_foot
from checks.claims.headlines import Parted
from checks.claims.hosts import DOMAIN, Host, bare, host_words
from checks.claims.labels import role_of
from checks.claims.menus import menu_words
from checks.claims.names import common_words, is_press, is_release
from checks.claims.places import Places
from checks.claims.urls import domain, stem
from checks.model import Span
from checks.patterns import lazily

_SLOGAN = lazily(r"\s+[-–—|]\s+")
_LONGEST_NAME = 60


class Sighting(msgspec.Struct, frozen=True):
    """A name that may be the publisher's at one place of the page, with the kind of that place."""

    name: str
    span: Span
    how: str
    """One of `ORDER`."""


ORDER = (
    "last",
    "loose-last",
    "header",
    "issuer",
    "imprint",
    "foot",
    "home",
    "channel",
    "disclaimer",
    "site",
    "owner",
    "account",
    "beside",
    "loose-beside",
    "notice",
    "furniture",
    "again",
    "address",
)
"""Where in the page's title a name stands, or elsewhere; of one name the first way to write it is told."""


class Candidate(msgspec.Struct, frozen=True):
    """A name that may be the publisher's, with all its sightings, the first in `ORDER` first."""

    key: str
    """The letters and digits of the name, case-folded; of a domain those of the name in it."""
    seen: tuple[Sighting, ...]
    hosts: tuple[Host, ...]
    """The hosts with this name."""

    @property
    def name(self) -> str:
        """The name as its first sighting has it."""
        return self.seen[0].name

    @property
    def known_again(self) -> bool:
        """Whether it is known by lines of furniture alone that begin or end with it."""
        return self.seen[0].how == "again"

    @property
    def span(self) -> Span:
        """Where the first sighting stands."""
        return self.seen[0].span


def found_names(places: Places, page: Parted | None, feet: list[int], notices: list[int]) -> list[Candidate]:
    """All names that may be the publisher's, in the order of their places."""
    by_key: dict[str, list[Sighting]] = {}
    for one in _sightings(places, page, feet, notices):
        by_key.setdefault(key_of(one.name), []).append(one)
    hosts: dict[str, list[Host]] = {}
    for host in places.hosts:
        if not _credited(places, host):
            hosts.setdefault(host.owner, []).append(host)
    for owner, its in hosts.items():
        first = its[0]
        at = first.start + first.name.lower().rfind(domain(first.name))
        if at >= first.start:
            by_key.setdefault(owner, []).append(Sighting(places.document.text[at : first.end], Span(at, first.end), "address"))
    return [
        Candidate(key, tuple(sorted(its, key=lambda one: ORDER.index(one.how))), tuple(hosts.get(key, ())))
        for key, its in by_key.items()
        if len(key) > 1
    ]


def is_name(text: str) -> bool:
    """Whether a text may be a name: short, with a capital, and not made of frequent words and entries of menus alone."""
    words_of = text.casefold().split()
    if not 1 <= len(words_of) <= _MOST_NAME or text.islower() or len(text) < _SHORTEST_NAME:
        return False
    menu, common, beside = menu_words(), common_words(), host_words("beside-name")
    return text.casefold() not in menu and not all(word in menu or word in common or word in beside for word in words_of)


_MOST_NAME, _SHORTEST_NAME = 4, 2


def _credited(places: Places, host: Host) -> bool:
    """Whether a host stands as the source or the photographer, behind such a label."""
    before = places.document.text[max(0, host.start - 16) : host.start].rstrip("w./")
    if not before.removesuffix("https:").removesuffix("http:").rstrip().endswith((":", "：")):
        return False
    line = places.line_at(host.start)
    at = host.start - places.span(line, 0, 0).start
    return any(one.role in ("photo", "source") and one.start <= at < one.end for one in places.fields(line))


def key_of(name: str) -> str:
    """What two ways to write one name have in common."""
    return bare(stem(name)) if "." in name and DOMAIN.fullmatch(name) and not name[-1].isdigit() else bare(name)


def _sightings(places: Places, page: Parted | None, feet: list[int], notices: list[int]) -> list[Sighting]:
    """Names beside the headline, in headers, in copyright lines and at the places that Chinese pages have for them."""
    found: list[Sighting] = []
    if page is not None:
        text = places.text(page.line)
        loose = "" if page.sure else "loose-"
        for place, (b, e) in enumerate(page.parts):
            if 2 <= e - b <= _LONGEST_NAME and not text[b:e].isdigit() and role_of(text[b:e].partition(" ")[0]) is None:
                found.append(Sighting(text[b:e], places.span(page.line, b, e), loose + ("beside" if place else "last")))
        found.extend(_header(places, page))
    for line in feet:
        found.extend(Sighting(*one) for one in names_of_foot(places, line))
    for line in notices:
        found.extend(Sighting(name, span, "notice") for name, span, _ in names_of_foot(places, line))
    return found + [Sighting(*one) for one in chinese_names(places)]


def _header(places: Places, page: Parted) -> list[Sighting]:
    """`NAME - slogan` in the first line or in a header of the site, when the headline is another line and the text has no such name."""
    kinds = places.zones.kinds
    found = []
    for line in places.inked[:_TOP]:
        header = kinds[line] == "junk:site-header"
        if line == places.title or (page.sure if line == page.line else not header):
            continue
        text = places.bare[line]
        cut = _SLOGAN.search(text) if len(text) <= _LONGEST_HEADER else None
        if cut is None or not 2 <= cut.start() <= _LONGEST_HEADER // 3:
            continue
        name = text[: cut.start()]
        if DOMAIN.fullmatch(name) or (_named(text, cut, header=header) and places.document.text.find(name, *article(places)) < 0):
            found.append(Sighting(name, places.span(line, 0, cut.start()), "header"))
    return found


def article_lines(places: Places) -> tuple[int, int]:
    """The first and the last line of the running text; of a page without any, a last line before the first."""
    first, last = places.first_body, places.zones.last_body
    return (0, -1) if first is None or last is None or last < first else (first, last)


def article(places: Places) -> tuple[int, int]:
    """Where the running text of a page begins and ends; nothing where there is none."""
    first, last = article_lines(places)
    return (0, 0) if last < first else (places.starts[first], places.starts[last] + len(places.document.lines[last]))


def _named(text: str, cut: re.Match[str], *, header: bool) -> bool:
    """Whether what stands before a slogan is a name: one of a paper, in a header also any that is shorter than the slogan."""
    name = text[: cut.start()]
    words = name.split()
    if len(words) > _MOST_WORDS or words[0][0].islower() or name.casefold() in menu_words() or is_release(name.casefold()):
        return False
    return is_press(name.casefold()) or (header and len(text) - cut.end() > len(name) and name[-1].isalnum() and "," not in name)


_TOP, _LONGEST_HEADER, _MOST_WORDS = 12, 120, 6
