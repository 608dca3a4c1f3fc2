"""The dateline that opens an agency's report: place, date, agency."""

from __future__ import annotations

import re

from checks.claims.agency_names import agency_in
from checks.claims.hosts import host_words
from checks.claims.mention import Mention
from checks.claims.names import agencies, is_organisation
from checks.claims.places import Places
from checks.model import MISSING, Claim, Confidence, Span, Status
from checks.patterns import lazily

_DAY = r"(?:,\s\w{3,9}\.?\s\d{1,2}|,\s\d{1,2}\.?\s(?:de\s)?\w{3,10}\.?)(?:,?\s(?:19|20)\d\d)?"
_BRACKETED = lazily(
    rf"(?P<place>[^\W\d_a-z][^()（）\d.!?]{{1,40}}\.?(?P<day>{_DAY})?)\s?(?:--)?[(（](?P<agency>[^()（）]{{2,30}})[)）]\s?(?:[-–—.]{{1,2}}|--)\s?"
)
_BEFORE_PLACE = lazily(
    rf"[(（](?P<agency>[^()（）]{{2,30}})[)）]\s?[-–—]{{1,2}}\s?(?P<place>[^\W\d_a-z][^()（）\d.!?-]{{1,30}}(?P<day>{_DAY}))\.?\s?[-–—]{{1,2}}\s?"
)
_CHINESE = lazily(
    r"(?P<agency>[\u3400-\u9fff]{2,5}[社网])(?P<place>[\u3400-\u9fff]{1,8}?)(?:[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日)?(?:电|讯|[-—]{2})"
)
_SLASHED = lazily(
    rf"(?P<place>[^\W\d_][^/\d.!?]{{1,40}}\.?(?P<day>{_DAY}))\s(?:/(?P<agency>[^/]{{2,20}})/\s?|[-–—]\s(?P<named>[^.–—-]{{2,20}}))[.–—-]{{1,2}}\s?"
)
_KOREAN = lazily(r"[(\[](?P<place>[^=()\[\]]{1,12})=(?P<agency>[^=()\[\]]{2,16})[)\]]")
_REPORTER = lazily(r"\s?[가-힣]{2,4}\s(?:기자|특파원)\s?=")
_FORMS = (
    (_BRACKETED, ("(", "（")),
    (_CHINESE, ("社", "网")),
    (_SLASHED, ("/", "-", "–", "—")),
    (_KOREAN, ("=",)),
    (_BEFORE_PLACE, ("(", "（")),
)
"""The forms of datelines in the order in which they are tried, each with the marks one of which it has."""
_LONGEST = 140


def dateline(places: Places) -> tuple[Claim, Mention | None]:
    """The dateline of the first body lines, and the agency that it names as a mention of a source."""
    for line in [n for n in places.zones.body if n >= (places.title or 0)][:3]:
        text = places.text(line)[:_LONGEST].lstrip("【[(（") if places.text(line)[:1] not in "([" else places.text(line)[:_LONGEST]
        shift = places.text(line).find(text)
        for pattern, marks in _FORMS:
            found = pattern.match(text) if any(mark in text for mark in marks) else None
            if found is None:
                continue
            key = "named" if pattern is _SLASHED and found["agency"] is None else "agency"
            name = found[key].strip()
            known = _known(name)
            called = pattern is _CHINESE and name.endswith(_CALLED_AGENCY)
            told = called or by_form(places, line, found, shift) or _REPORTER.match(text, found.end())
            if not known and (key == "named" or not told):
                continue
            begin, end = shift + found.start(), shift + len(found.group().rstrip(" -–—."))
            claim = Claim(
                status=Status.STATED,
                value=places.text(line)[begin:end],
                confidence=Confidence.HIGH if known else Confidence.MEDIUM,
                rule="dateline",
                evidence=(places.span(line, begin, end),),
                why=("a place and an agency open the text",),
            )
            at = shift + found.start(key)
            own = not known and _is_own(places, name)
            begin, end = agency_in(name) or (0, len(name))  # without the letters of a desk
            span = _stripped(places, line, at, found[key])
            span = Span(span.start + begin, span.start + end)
            return claim, None if own else Mention("agency" if known else "dateline", name[begin:end], span)
    return MISSING, None


def _stripped(places: Places, line: int, at: int, text: str) -> Span:
    lead = len(text) - len(text.lstrip())
    return places.span(line, at + lead, at + lead + len(text.strip()))


def _known(name: str) -> bool:
    return any(part.strip().casefold() in agencies() for part in [name, *re.split(r"[/,–-]", name)])


_CALLED = lazily(r"[A-Z][A-Za-z&-]{1,15}\d{0,2}")
_LONGEST_SHORT = 6
"""Letters of an agency's short name in capitals that nobody gave a list; longer words in capitals are places."""
_FEWEST_PLACE, _FEWEST_NAME = 4, 3
_FEWEST_BEHIND = 60
"""Characters of a first paragraph behind its dateline; what a table has there is shorter."""


def by_form(places: Places, line: int, found: re.Match[str], shift: int) -> bool:
    """Whether a dateline names an agency that is on no list, by its form alone: `PLACE, DAY (NAME) -`, `PLACE (NAME) -`.

    With a day the name is any in capitals or with them; without one the place has to be in capitals and the name a short
    one such as stations and agencies have, no country, party or share that often stands in brackets, and no letters of the place.
    """
    name, day = found["agency"].strip(), found.groupdict().get("day")
    place = found["place"][: -len(day)] if day else found["place"]
    behind = places.text(line)[shift + found.end() :]
    if (
        len(behind) < _FEWEST_BEHIND
        or not (behind[0].isupper() or behind[0] in "\"“„«'‘")
        or sum(map(str.islower, behind)) * 2 < len(behind)
    ):
        return False
    if day:
        words = name.split()
        return len(words) <= _MOST_WORDS and name[0].isupper() and all(c.isalnum() or c in " &.-" for c in name) and not name.isdigit()
    city = place.split(",")[0].strip()
    return (
        len(city) >= _FEWEST_PLACE
        and city.isupper()
        and not is_organisation(city)
        and _CALLED.fullmatch(name) is not None
        and len(name) >= _FEWEST_NAME
        and sum(map(str.isupper, name)) > 1
        and (len(name) <= _LONGEST_SHORT or not name.isupper())
        and name.casefold() not in host_words("no-agencies")
        and not set(name.upper()) <= set(city)
    )


_MOST_WORDS = 4
_CALLED_AGENCY = ("通讯社", "通訊社")


def _is_own(places: Places, name: str) -> bool:
    """Whether the page's own hosts or the lines around the article have a name: then the page wrote it itself, as stations do."""
    low = name.casefold()
    if any(low in one.name for one in places.hosts):
        return True
    kinds, text = places.zones.kinds, places.document.text
    return any(kinds[line].startswith("junk") or line == places.inked[0] for line in places.lines_with((name,), 0, len(text)))
