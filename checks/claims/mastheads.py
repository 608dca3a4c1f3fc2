"""The name of the site at the top of its page: on a line of its own, before a slogan, over a menu, a trail or a date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from unicodedata import normalize

from checks.claims.hosts import DOMAIN, bare, host_words
from checks.claims.labels import dense
from checks.claims.menus import is_menu, menu_words, words_of_controls
from checks.claims.names import PARTICLES, common_words, is_institution, is_known_person, is_paper, is_press, is_release
from checks.claims.places import Places
from checks.claims.publisher_names import is_name
from checks.claims.title_signs import heads_release
from checks.model import Span
from checks.patterns import lazily

TOP = 3
"""Non-blank lines of a page's beginning on which its name may stand alone; a paper's may stand further down."""
EITHER = 12
"""Non-blank lines at either end of a page that are read for a name."""
LONGEST, SHORTEST = 48, 3
_LONGEST_OFFICE = 80
"""Characters of the names of ministries and offices."""
_MOST_WORDS = 8
SLOGAN = lazily(r"\s+[-–—|｜·•]\s+")
_NO_NAME = lazily(r"^\W|[|｜().:：!?。！？,،;>»›→*•●]|\d|\s/\s|\S\s{2,}\S|[-–—]\s")
_CHANNEL = lazily(r"\s\d{2,3}(?:[.,]\d{1,2})?(?:\s?(?:FM|AM|MHz|MW|kHz|МГц|м?Гц|МГЦ|ФМ))?$", re.IGNORECASE)
"""The frequency behind a station's name."""
_LOGO = lazily(r"\s(?:logo|homepage)$", re.IGNORECASE)
"""What the text of a logo has behind the name."""
FURNITURE = frozenset(["junk:site-header", "junk:section-nav", "junk:related-block", "junk:breadcrumb", "subhead", "lead", "body"])
"""Kinds of lines among which the name of a site stands: the line model takes it for an entry of a menu or a heading."""
ASKED_FIRST = frozenset(["junk:consent", "junk:ui-control"])
_ABOVE_NAMES = frozenset(["junk:ui-control", "junk:consent", "junk:site-header"])
_BELOW_NAMES = frozenset(["junk:section-nav", "junk:breadcrumb"])


def mastheads(places: Places) -> Iterator[tuple[str, Span]]:
    """The names that stand alone on the first lines above the headline, whole or before a slogan or a frequency."""
    kinds, title = places.zones.kinds, places.title
    asked = 0
    for line in places.inked[:EITHER]:
        text = places.bare[line]
        if title is None or line >= title:
            return
        paper = (len(text) <= LONGEST and is_press(text.casefold())) or (len(text) <= _LONGEST_OFFICE and is_institution(text))
        if not paper and (kinds[line] in ASKED_FIRST or asked >= TOP):
            continue
        asked += 1
        if kinds[line] not in FURNITURE and kinds[line] not in ASKED_FIRST and not heads_release(places, line):
            continue
        begin, name = _office_behind(places.bare[line]) or (0, name_in(places, line))
        if may_be_name(name):
            yield name, places.span(line, begin, begin + len(name))


def _office_behind(text: str) -> tuple[int, str] | None:
    """Where the office stands whose site a dash joins to a government's, `State – Ministry of Ports`, and its name."""
    cut = SLOGAN.search(text, 0, LONGEST + 4)
    if cut is None or len(text) - cut.end() > _LONGEST_OFFICE or is_institution(text[: cut.start()]):
        return None
    name = text[cut.end() :]
    first = name.split(maxsplit=1)[0]
    return (cut.end(), name) if name[0].isupper() and is_institution(name) and is_institution(f"{first} {first}") else None


def name_in(places: Places, line: int) -> str:
    """What a line at the top of a page has before a slogan, without a frequency and the words for its edition on the web."""
    text = places.bare[line]
    cut = SLOGAN.search(text, 0, LONGEST + 4)
    name = text[: cut.start()] if cut else text
    channel = _CHANNEL.search(name[: LONGEST + _LONGEST_CHANNEL])
    name = _LOGO.sub("", name[: channel.start()] if channel else name)
    short = next((name.removesuffix(form).rstrip() for form in _editions() if name.endswith(form) and len(name) > len(form)), name)
    end = places.starts[line] + len(text)
    whole = short == name or places.document.text.find(name, end) >= 0 or places.document.text.find(short, end) < 0
    return name if whole else short


_LONGEST_CHANNEL = 12


@cache
def _editions() -> tuple[str, ...]:
    """Words for an edition on the web, as they stand behind a paper's name."""
    known = host_words("editions")
    return tuple(sorted({form for word in known for form in (word, word.capitalize(), word.upper()) if not dense(word[0])} | known))


def opens_page(places: Places, name: str, span: Span) -> bool:
    """Whether a name opens the page and has a word that papers or institutions are named with, or stands over a date or before a slogan."""
    line = places.line_at(span.start)
    at = places.rank[line]
    if not all(_stands_above(places, other) for other in places.inked[:at]) or not is_name(" ".join(_without_marks(name).split()[-4:])):
        return False
    if is_paper(name) or (at <= _ASKED and is_institution(name)):
        return True
    if at == 0 and " " in name and places.dated(places.inked[1]) and places.title not in places.inked[2:3]:
        return True
    slogan = SLOGAN.match(places.bare[line], len(name))
    if slogan is None or " " not in name or SLOGAN.search(places.bare[line], slogan.end()):
        return False
    return _is_title(name) and _is_slogan(name, places.bare[line][slogan.end() :])


_ASKED = 2
"""Non-blank lines, for people who see badly or read another language, that may stand above an institution's name."""


def lone_masthead(places: Places) -> tuple[str, Span] | None:
    """The name of several words with capitals that opens the short head of a page, over a menu or a trail; None without one."""
    name, span = next(mastheads(places), ("", None))
    if span is None or " " not in name or not _is_title(name) or places.title is None:
        return None
    line = places.line_at(span.start)
    at = places.rank[line]
    if places.rank[places.title] - at > _LONGEST_HEAD or not all(_stands_above(places, other) for other in places.inked[:at]):
        return None
    below = places.inked[at + 1]
    over_menu = places.zones.kinds[below] in _BELOW_NAMES or is_menu(places.bare[below])
    return (name, span) if over_menu and not is_known_person(name) else None


_LONGEST_HEAD = 16
"""Non-blank lines between a name alone and the headline; pages with long menus open with what their menus offer."""


def _is_title(name: str) -> bool:
    """Whether a name has capitals, as titles have, and words that neither pages nor sentences are full of."""
    words = [word for word in name.casefold().split() if word not in _SMALL and word not in common_words()]
    own = [word for word in words if word not in words_of_controls() and word not in host_words("beside-name")]
    return name[0].isupper() and is_capital(name, _SMALL) and 2 * len(own) >= len(words) > 0 and words[0] in own


def _stands_above(places: Places, line: int) -> bool:
    """Whether a line may stand above the name of a site: what is asked first, and entries of a menu."""
    text = places.bare[line]
    return places.zones.kinds[line] in _ABOVE_NAMES or text.casefold() in menu_words() or is_menu(text)


def _is_slogan(name: str, rest: str) -> bool:
    """Whether a text behind a name and a dash tells what the site is, or has the name again in small letters."""
    low = rest.casefold()
    if low == rest and " " not in rest and len(rest) >= SHORTEST and _is_made_of(bare(rest), name):
        return True
    return len(rest) > len(name) and (is_press(low) or not menu_words().isdisjoint(low.split()))


def _is_made_of(short: str, name: str) -> bool:
    """Whether a word is made of the beginnings of the words of a name, accents left out."""
    for word in map(bare, name.split()):
        size = 0
        while size < min(len(word), len(short)) and _plain(word[size]) == _plain(short[size]):
            size += 1
        short = short[size:]
    return not short


def _plain(letter: str) -> str:
    """A small letter without its accent."""
    return _STROKED.get(letter) or normalize("NFD", letter)[0]


_STROKED = {"ł": "l", "ø": "o", "đ": "d", "ı": "i", "ð": "d"}


def may_be_name(name: str) -> bool:
    """Whether a short text has no marks or digits that names of sites lack, and is no entry of a menu."""
    known = name.casefold()
    return (
        size_of(name) >= SHORTEST
        and (len(name) <= LONGEST or (len(name) <= _LONGEST_OFFICE and is_institution(name)))
        and len(name.split()) <= _MOST_WORDS
        and not name[0].islower()
        and (DOMAIN.fullmatch(name) is not None or _NO_NAME.search(_without_marks(_without_number(name))) is None)
        and not all(word in menu_words() or word in host_words("beside-name") for word in (known, *known.split()))
        and known not in menu_words()
        and not is_release(known)
    )


def _without_marks(name: str) -> str:
    """An institution's name without the marks around what it is called, and its commas: `ГО «Морська варта»`."""
    if not is_institution(name):
        return name
    quoted = name.endswith("»") and name.count("«") == name.count("»") == 1
    return (name.replace("«", "").replace("»", "") if quoted else name).replace(", ", " ")


def _without_number(name: str) -> str:
    """A station's name without the number of its channel: `KXRV News 9`."""
    head, _, last = name.rpartition(" ")
    return head if " " in head and last.isdigit() and len(last) <= _LONGEST_NUMBER and is_press(head.casefold()) else name


_LONGEST_NUMBER = 2


def size_of(name: str) -> int:
    """The length of a name, letters of scripts without spaces counted twice."""
    return len(name) * (2 if dense(name[:1]) else 1)


def is_capital(name: str, small: frozenset[str] = PARTICLES) -> bool:
    """Whether no word of a name begins with a small letter, but for some."""
    return all(not word[0].islower() or word in small or "’" in word or "'" in word for word in name.split())


_SMALL = PARTICLES | frozenset((
    "of", "the", "and", "for", "och", "og", "ja", "et", "i", "a", "w", "z", "na", "für", "för", "pour", "и", "в", "на", "о", "і", "у",
))  # fmt: skip
