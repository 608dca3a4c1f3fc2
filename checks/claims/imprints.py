"""Institutions that put out their own pages: in the contact of a press release, or before the postal address that ends the page."""

from __future__ import annotations

from functools import cache

from checks.claims.hosts import host_words
from checks.claims.names import is_institution, is_organisation, is_paper, is_release
from checks.claims.places import Places
from checks.model import Span
from checks.patterns import lazily

_END = 4
"""Non-blank lines at the end of a page that may have a contact or an imprint."""
_LONGEST, _LONGEST_HEAD, _MOST_WORDS = 240, 90, 7
_STOP = lazily(r"[,;:(|·•/\n]|\s[-–—]\s|(?<!\b\w)\.(?=\s|$)")
_NO_NAME = lazily(r"[\d©®!?]")
_MARKS = " :,.–—-"


def imprint(places: Places) -> tuple[str, Span] | None:
    """The name of the institution that issued the text or owns the page, which has it elsewhere too; None without one."""
    last = places.inked[-_END:]
    if any(len(places.bare[line]) <= _LONGEST_HEAD and is_release(places.bare[line].casefold()) for line in places.head):
        found = next(filter(None, (_contact(places, line) for line in last)), None)
        if found:
            return found
    return next(filter(None, (_addressed(places, line) for line in last)), None)


@cache
def _offices() -> tuple[str, ...]:
    """What stands before an institution's name in the contact of its press office, the longest first."""
    return tuple(sorted(host_words("press-offices"), key=lambda phrase: (-len(phrase), phrase)))


def _contact(places: Places, line: int) -> tuple[str, Span] | None:
    """The institution behind words for its press office: `Contact: press office of the NAME, …`, `Press contact: NAME, …`."""
    text = places.bare[line]
    low = text.lower()
    if len(text) > _LONGEST or len(low) != len(text):
        return None
    for phrase in _offices():
        at = low.find(phrase)
        after = at + len(phrase)
        if at < 0 or (at and low[at - 1].isalpha()) or (low[after : after + 1].isalpha() and phrase[-1] not in "'’"):
            continue
        while after < len(text) and text[after] in _MARKS:
            after += 1
        return _named(places, line, after)
    return None


def _addressed(places: Places, line: int) -> tuple[str, Span] | None:
    """The name that begins a line with an address, below the text and other furniture: `NAME, Box 118, Norrvik`."""
    last = places.zones.last_body
    if last is None or places.rank[line] - places.rank[last] <= 2 or line not in places.digit_lines:
        return None
    text = places.bare[line]
    return _named(places, line, 0) if len(text) <= _LONGEST and "," in text else None


def _named(places: Places, line: int, start: int) -> tuple[str, Span] | None:
    """The name of an institution or a paper that begins here and that the page has elsewhere."""
    text = places.bare[line]
    stop = _STOP.search(text, start)
    end = stop.start() if stop else len(text)
    name = text[start:end].rstrip()
    if not name or name[0].islower() or " " not in name or len(name.split()) > _MOST_WORDS or _NO_NAME.search(name):
        return None
    known = is_institution(name) or is_organisation(name) or is_paper(name)
    return (name, places.span(line, start, start + len(name))) if known and places.document.text.count(name) > 1 else None


def closes_page(places: Places, line: int, before: str, name: str) -> bool:
    """Whether a last line names a medium in quotation marks behind what it is, or a name of several words behind a bar."""
    if line not in places.inked[-_CLOSING:]:
        return False
    head = before.rstrip()
    if head.endswith(("«", "“", "„", '"')):
        return head[:-1].rstrip().casefold().endswith(tuple(host_words("media-kind")))
    return " " in name and head.endswith(("|", "·", "•"))


_CLOSING = 3
