"""Who issued a release: behind a label such as `発表元：`, or in a line with the date and a word for press releases."""

from __future__ import annotations

from functools import cache

from checks.claims.hosts import host_words
from checks.claims.labels import RARE_COLONS
from checks.claims.names import is_known_person
from checks.claims.places import Places
from checks.claims.publisher_names import Candidate, Sighting, key_of
from checks.patterns import lazily

_LABELLED = lazily(f"\\s{{0,4}}([^:：{RARE_COLONS}|]{{2,30}}?)\\s?[:：{RARE_COLONS}]\\s{{0,4}}(\\S.{{1,58}}\\S)")
_BARRED = lazily(r"\s[|·•/]\s")
_END = 3
"""Non-blank lines at the end of a page where a label of the issuer may stand."""


def issuer(places: Places) -> Candidate | None:
    """The issuer that the lines around the headline or the last ones name; None without one."""
    for line in dict.fromkeys([*places.head, *places.inked[-_END:]]):
        text = places.bare[line]
        if len(text) > _LONGEST or not (line in places.marked or "/" in text or "·" in text or "•" in text):
            continue
        labelled = _LABELLED.fullmatch(text) if text.casefold().startswith(_labels()) else None
        if labelled and labelled[1].casefold() in host_words("issuers"):
            name, at = labelled[2], labelled.start(2)
        else:
            name, at = _barred(places, line, text)
        if name and not is_known_person(name):
            return Candidate(key_of(name), (Sighting(name, places.span(line, at, at + len(name)), "issuer"),), ())
    return None


_LONGEST = 120


@cache
def _labels() -> tuple[str, ...]:
    return tuple(sorted(host_words("issuers")))


def _barred(places: Places, line: int, text: str) -> tuple[str, int]:
    """`DATE | NAME | press release`: the one part that is neither the date nor that word; empty where the line is no such."""
    parts = _BARRED.split(text) if line in places.digit_lines and any(mark in text for mark in "|·•/") else []
    rest = [part for part in parts if part.strip().casefold() not in host_words("releases")]
    if len(parts) != len(rest) + 1:
        return "", 0
    names = [part.strip() for part in rest if not any(map(str.isdigit, part))]
    return (names[0], text.find(names[0])) if len(names) == 1 and len(rest) == 2 else ("", 0)
