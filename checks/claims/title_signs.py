"""What is seen of a line that may be the headline: its zone and place, and what its words show."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cache
from typing import TYPE_CHECKING

import msgspec

from checks.claims.dates.names import bare, names
from checks.claims.echoes import FEWEST, LONGEST, WHOLE
from checks.claims.hosts import host_words
from checks.claims.labels import Field, dense, role_of
from checks.claims.menus import is_menu, menu_lines
from checks.claims.names import PARTICLES, is_institution, is_paper, is_release
from checks.lexicon import phrases
from checks.patterns import lazily

if TYPE_CHECKING:
    from checks.claims.places import Places

ABOVE_BODY, ABOVE_DATE = 10, 4
"""Non-blank lines above the body and above the first dates below it that may be the headline."""
_BULLET = lazily(r"[*+•·»>›○●■▪-]\s|\d{1,2}[.)]\s")
CRUMBS = lazily(r"\s[>»›/|→]{1,2}\s|>>")
LATE = ("bullet", "crumbs", "field", "colon end", "photo", "section", "small", "label", "site", "twice", "bracketed", "menu")
"""The keys of what a look-up or a search tells."""


class Around(msgspec.Struct, frozen=True):
    """A page as far as its headline goes: the lines that may be it with their texts, and what stands around them."""

    places: Places
    echoes: dict[int, float]
    lines: dict[int, str]
    end: int
    """The place of the first line of the body among the non-blank lines."""
    dates: list[int]
    """The places of dated lines."""
    last_echo: int
    first_echo: int


def around_headline(places: Places, echoes: dict[int, float]) -> Around:
    """The lines of a page that may be its headline: its first, its echoes, those above the text and above the first dates."""
    inked, rank, kinds = places.inked, places.rank, places.zones.kinds
    if not inked:
        return Around(places, echoes, {}, 0, [], -1, -1)
    body = places.zones.first_body
    end = rank[body] if body is not None else min(len(inked), ABOVE_BODY)
    while end < min(_TOP, len(inked) - 1) and (_is_masthead(places.text(inked[end])) or is_menu(places.text(inked[end]))):
        end = next((at for at in range(end + 1, len(inked)) if kinds[inked[at]] == "body"), len(inked))
    lines = {inked[0], *echoes, *inked[max(0, end - ABOVE_BODY) : end + 2]}
    if "title" in kinds:
        lines.update(n for run in places.zones.runs if run.kind == "title" for n in range(run.first, run.last + 1) if kinds[n] == "title")
    digits = places.digit_lines
    first = max(0, end - 40)
    dates = [at for at, line in enumerate(inked[first : end + 12], first) if line in digits and places.dated(line)]
    for at in dates[-3:]:
        lines.update(inked[max(0, at - ABOVE_DATE) : at])
    last = places.zones.last_body
    texts = {line: places.text(line) for line in sorted(lines) if last is None or line <= last}
    texts = {line: text for line, text in texts.items() if FEWEST[dense(text[0])] <= len(text) <= LONGEST and not text.isdigit()}
    return Around(places, echoes, texts, end, dates, max(echoes, default=-1), min(echoes, default=-1))


_TEXT = frozenset(["lead", "body"])
_BOUNDS, _DISTANCES = (0, 1, 2, 4, 8, 15), ("body above", "body here", "body 1", "body 2-3", "body 4-7", "body 8-14", "body far")
_WIDTHS, _SIZES = (20, 35, 110, 160), ("size 20", "size 35", "size 110", "size 160", "size 300")
_GAPS = ("date here", "date 1", "date 2", "date 3-5", "date 3-5", "date 3-5")


def early_signs(around: Around, line: int, text: str) -> list[str]:
    """What a line's zone, place and length show."""
    places, echoes = around.places, around.echoes
    kinds, at = places.zones.kinds, places.rank[line]
    share = echoes.get(line, 0.0)
    found = ["zone " + kinds[line].partition(":")[0]]
    found.append("echo whole" if share > WHOLE else "echo most" if share >= 0.75 else "echo part" if share else "echo none")
    if share and line == around.last_echo:
        found.append("last echo")
    if share and line == around.first_echo:
        found.append("first echo")
    if not echoes:
        found.append("no echoes")
    if kinds[line] in _UNLIKELY:
        found.append(kinds[line])
    if not _TEXT.isdisjoint([kinds[other] for other in places.inked[max(0, at - 6) : at]]):
        found.append("below text")
    if at == 0:
        found.append("first line")
    found.append(_DISTANCES[bisect_right(_BOUNDS, around.end - at)])
    following = bisect_left(around.dates, at)
    gap = around.dates[following] - at if following < len(around.dates) else 99
    found.append(_GAPS[gap] if gap < len(_GAPS) else "date far")
    size = len(text) * (2 if dense(text[len(text) // 2]) else 1)
    found.append(_SIZES[bisect_right(_WIDTHS, size)])
    if text[-1] in ".。;；,，":
        found.append("stop")
    return found


_UNLIKELY = frozenset(["junk:image-alt", "junk:site-header", "junk:breadcrumb"])


def late_signs(around: Around, line: int, text: str) -> list[str]:
    """What its words show, each with a look-up or a search; keys of `LATE`."""
    places, low = around.places, text.casefold()
    found = ["bullet"] * bool(not text[0].isalpha() and _BULLET.match(text)) + ["crumbs"] * bool(CRUMBS.search(text))
    labels = places.fields(line)
    found += ["field"] * bool(labels) + ["colon end"] * (text[-1] in ":：")
    found += ["photo"] * (any(one.role == "photo" and one.begin for one in labels) or _ends_in_credit(text))
    found += ["section"] * (low in phrases("section")) + ["small"] * text[0].islower()
    if (
        low.lstrip("（( *").startswith(_no_titles())
        or _is_of_furniture(text, low, labels)
        or _is_alt(around, line, text)
        or _is_day(text, low)
    ):
        found.append("label")
    twice = places.document.text.count(text) > 1
    sited = "." in text and _SITE.match(text) is not None
    found += ["site"] * (sited or (twice and _owns(places, text)) or _opens(around, line, text)) + ["twice"] * twice
    found += ["menu"] * (low.strip(" »›>|•·-") in menu_lines() or is_menu(text))
    found += ["bracketed"] * (text[0] in "（(" and text[-1] in ")）")
    return found


_TOP = 3
"""Non-blank lines of a page's beginning that may be its own name or its menu, whatever the line model takes them for."""
_LONGEST_MASTHEAD = 48


def _opens(around: Around, line: int, text: str) -> bool:
    """Whether a line of the first ones is the page's own name, with other lines below it that may be the headline."""
    return around.places.rank[line] < _TOP and line < max(around.lines) and (_is_masthead(text) or heads_release(around.places, line))


def heads_release(places: Places, line: int) -> bool:
    """Whether a line is an institution's name over words for a press release: `Ministry of Water, Soil and Forests`."""
    at = places.rank[line] + 1
    return at < len(places.inked) and is_institution(places.bare[line]) and is_release(places.bare[places.inked[at]].casefold())


def _is_masthead(text: str) -> bool:
    """Whether a short text without marks of sentences is the name of a paper or an institution, alone or before a bar or a slogan."""
    if len(text) * (2 if dense(text[0]) else 1) > _LONGEST_MASTHEAD:
        return False
    name = _SLOGAN.split(text, maxsplit=1)[0]
    if len(name.split()) > _MOST_WORDS or "  " in text or any(c in _MARKS or c.isdigit() for c in text):
        return False
    return (is_paper(name) or is_institution(name)) and all(not word[0].islower() or word in PARTICLES for word in name.split())


_SLOGAN = lazily(r"\s[-–—|｜·•]\s")
_MARKS = frozenset(".,:;!?。！？，؟،।")
_MOST_WORDS = 4


def _is_of_furniture(text: str, low: str, labels: list[Field]) -> bool:
    """Whether a line begins with a time or the label of a person, or is a trail cut short, a menu or one to share the page."""
    if any(one.role in _LABELS and one.begin == 0 for one in labels) or (text[0].isdecimal() and _TIME_FIRST.match(text)):
        return True
    if (text[-1] == "…" and len(CRUMBS.findall(text)) > 1) or (
        text.count("  ") > 1 and not dense(text[0]) and max(map(len, text.split("  "))) < _LONGEST_ENTRY
    ):
        return True
    return len(text) < _LONGEST_SHARING and len(host_words("hosts-elsewhere").intersection(low.split())) > 1


_LABELS = frozenset(["author", "editor", "source", "translator", "photo"])
_LONGEST_SHARING, _LONGEST_ENTRY = 80, 16
_TIME_FIRST = lazily(r"(?:\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?|\d{1,2}[-/.]\d{1,2}[-/.]\d{4})[\sT]{1,2}\d{1,2}:\d\d")


def _is_alt(around: Around, line: int, text: str) -> bool:
    """Whether a line below the first is the text instead of a picture, with which the caption below it begins."""
    places = around.places
    after = places.rank[line] + 1
    if line in around.echoes or places.zones.kinds[line] == "title" or not 1 < after < len(places.inked):
        return False
    below = places.inked[after]
    if len(places.bare[below]) <= len(text) or not places.bare[below].startswith(text):
        return False
    return places.zones.kinds[below] == "caption" or any(one.role == "photo" for one in places.fields(below))


def _is_day(text: str, low: str) -> bool:
    """Whether a short line begins with a day of the week and has a year."""
    return len(text) < _LONGEST_DAY and _YEAR.search(text) is not None and bare(low.split(maxsplit=1)[0]) in names().weekdays


_YEAR = lazily(r"(?<!\d)\d{4}(?!\d)")
_LONGEST_DAY = 60


def _owns(places: Places, text: str) -> bool:
    """Whether a line that stands on the page again does so last in a line with a copyright mark."""
    line = places.bare[places.line_at(places.document.text.rfind(text))]
    return len(line) > len(text) and ("©" in line or "(c)" in line or "opyright" in line)


def _ends_in_credit(text: str) -> bool:
    """Whether a bracket with a label for photos before `=`, `/` or a space ends the text."""
    begin = max(text.rfind("("), text.rfind("（"))
    return begin > 0 and text[-1] in ")）" and role_of(_LABEL_END.split(text[begin + 1 : begin + 30], maxsplit=1)[0]) == "photo"


_LABEL_END = lazily(r"[=/ ]")
_SITE = lazily(r"[\w-]{2,30}\.[a-z]{2,10}\s[-–—|]\s")


@cache
def _no_titles() -> tuple[str, ...]:
    """What lines of breadcrumbs and former headlines begin with."""
    return tuple(sorted(phrases("original-title") | phrases("breadcrumb")))
