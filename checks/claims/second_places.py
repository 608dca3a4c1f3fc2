"""Second places of a page that have the name of its first lines: the trail, the end of the page's title or headline, a byline."""

from __future__ import annotations

from collections.abc import Iterator

from checks.claims.headlines import Parted
from checks.claims.labelled import label_size
from checks.claims.names import is_person
from checks.claims.places import Places
from checks.model import Span
from checks.patterns import lazily

_TOP, _BELOW = 12, 6
"""Non-blank lines at the top of a page that may be its trail, and below the headline that may be a byline."""
_LONGEST_BYLINE = 120
_TRAIL = lazily(r"\s?(?:[>»›→]{1,2}|/|::)\s?(?=\w)")
_LEAD = lazily(r"[^>»›|]{0,24}[:：]\s{0,2}$")
"""What a trail begins with: `You are here:`."""
_PARTED = lazily(r"[-–—|｜·]\s?$")
_BEHIND = lazily(r"(?=\s?(?:[,|·(]|[-–—]\s|$))")


def second_place(places: Places, name: str, first: Span) -> tuple[Span, str] | None:
    """Where a name of the first lines stands once more as the site's, and how: home, last, account; None if nowhere."""
    if places.title is None:
        return None
    at = places.rank[places.title]
    for line in places.inked[: max(_TOP, at + 1)]:
        if line > places.title or places.whole(line).start == first.start:
            continue
        begin = places.bare[line].find(name)
        if begin >= 0 and _TRAIL.match(places.bare[line], begin + len(name)) and _opens(places.bare[line][:begin]):
            return places.span(line, begin, begin + len(name)), "home"
        end = len(places.bare[line])
        if end > 2 * len(name) and places.bare[line].endswith(name) and _PARTED.search(places.bare[line], 0, end - len(name)):
            return places.span(line, end - len(name), end), "last"
    return next(_bylines(places, name, places.inked[at + 1 : at + 1 + _BELOW]), None)


def _opens(before: str) -> bool:
    """Whether nothing stands before a trail's first entry, or only words such as `You are here:`."""
    return not before or _LEAD.fullmatch(before) is not None


def _bylines(places: Places, name: str, lines: list[int]) -> Iterator[tuple[Span, str]]:
    """`By NAME, SITE` below the headline."""
    for line in lines:
        text = places.bare[line]
        begin = text.find(f", {name}") + 2 if len(text) <= _LONGEST_BYLINE else 1
        if begin > 1 and _BEHIND.match(text, begin + len(name)) and is_person(text[label_size(text) : begin - 2]):
            yield places.span(line, begin, begin + len(name)), "account"


def titled(places: Places, page: Parted) -> tuple[str, Span, Span] | None:
    """The name that ends the page's title and is a line of its own between that and the headline; None without one."""
    if not page.parts or places.title is None:
        return None
    begin, end = page.parts[0]
    text = places.text(page.line)
    if end != len(text.rstrip()):
        return None
    name = text[begin:end]
    above = (line for line in places.inked[:_TOP] if page.line < line < (places.title or 0))
    line = next((line for line in above if places.bare[line] == name), None)
    return None if line is None else (name, places.whole(line), places.span(page.line, begin, end))
