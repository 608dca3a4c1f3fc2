"""What has the shape of a name on a page and is none: controls, sections, the site itself, words before a day."""

from __future__ import annotations

from functools import cache

from checks.claims.dates.names import bare, names
from checks.claims.places import Places
from checks.lexicon import given_names, of_pages, phrases

_KEYS = (
    "share-widget", "ui-control", "section-nav", "site-header", "breadcrumb", "related-block", "most-read", "tags", "comments",
    "newsletter", "footer", "pagination", "paywall", "ad", "consent",
)  # fmt: skip
_MOST_WORDS = 4
_LONGEST_LABEL = 6
_TOP, _FOOT = 12, 8


@cache
def _known() -> frozenset[str]:
    """All these phrases, and the names of sections."""
    return of_pages(*_KEYS) | phrases("section")


def is_of_page(name: str) -> bool:
    """Whether a text is made of phrases of pages alone, such as `Share Print`, or begins with the word for a site's first page.

    Of one word, or behind a given name that is known, it may be a name all the same.
    """
    parts = name.casefold().replace("-", " ").split()
    known = _known()
    if any(map(str.isdigit, name)) and bare(parts[0]) in names().weekdays:
        return True
    if not phrases("desk").isdisjoint(parts):
        return False
    if " ".join(parts) in known:
        return True
    if len(parts) < 2 or parts[0] in given_names():
        return False
    at = 0
    while at < len(parts):
        size = next((n for n in range(min(_MOST_WORDS, len(parts) - at), 0, -1) if " ".join(parts[at : at + n]) in known), 0)
        if not size:
            return at > 0 and parts[0] in of_pages("site-header", "breadcrumb") and len(parts[0]) > _MOST_WORDS
        at += size
    return True


def is_site(places: Places, name: str) -> bool:
    """Whether a text is what the page calls its site: a line, or part of one, above the headline or with the mark of rights below."""
    if name.split(maxsplit=1)[0].casefold() in given_names():
        return False
    low = name.casefold()
    top = places.inked[: min(_TOP, places.rank[places.title])] if places.title is not None else []
    if any(low in _parts(places.bare[line].casefold()) for line in top):
        return True
    return any("©" in places.bare[line] and low in places.bare[line].casefold() for line in places.foot[-_FOOT:])


def _parts(text: str) -> list[str]:
    for mark in ("|", "·", "•", " - ", " – ", " — ", " › ", " » "):
        text = text.replace(mark, "\n")
    return [part.strip() for part in text.split("\n")]


def before_day(text: str, start: int, end: int, *, dated: bool) -> int:
    """Where names end before a label of its own for the day, and before a day of the week if a date follows: `NAME le mardi`."""
    at, seen, cut = start, 0, end
    for word in text[start:end].split(" "):
        size = glued_day(word) if seen else 0
        if size:
            return at + size
        low = bare(word)
        label = len(low) >= _LONGEST_LABEL and low in names().labels
        if seen and (label or (dated and len(low) >= _MOST_WORDS and low in names().weekdays)):
            cut = at
            break
        seen += bool(word)
        at += len(word) + 1
    kept = text[start:cut].rstrip(" ,")
    while (dated or cut < end) and " " in kept and kept.rsplit(" ", 1)[1].islower() and len(kept.rsplit(" ", 1)[1]) < _MOST_WORDS:
        kept = kept.rsplit(" ", 1)[0].rstrip(" ,")
    return start + len(kept) if dated or cut < end else end


def glued_day(word: str) -> int:
    """Where a label for the day or a month begins that is glued to a name: `NAMEPublished`, `NAMEJune`; 0 where none is."""
    if word.islower() or word.istitle():  # most are: all the letters together are told in a tenth of the time
        return 0
    for at in range(2, len(word) - 2):
        if word[at].isupper() and word[at - 1].islower():
            low = bare(word[at:])
            if (len(low) >= _LONGEST_LABEL and low in names().labels) or low in names().months:
                return at
    return 0
