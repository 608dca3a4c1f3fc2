"""Photo credits without a label: `NAME / Paper`, `AGENCY/NAME`, `NAME via AGENCY`, a name in capitals behind a caption's sentence."""

from __future__ import annotations

import re

from checks.claims.credit_values import is_caption, is_sure
from checks.claims.names import common_words, is_organisation, is_person, is_press, picture_houses
from checks.claims.places import PROSE, Places
from checks.lexicon import phrases
from checks.patterns import lazily

_LONGEST, _LONGEST_NAME, _FEWEST_WORDS = 300, 70, 4
_BRACKETED = lazily(r"(?:[(（\[]|\s[-–—]\s)\s?([^()（）\[\]]{5,70}?)\s?[)）\]]?\.?$")
_BEHIND = lazily(r"[.!?…»”\"](?:\s?[|/]\s?|\s(?:[-–—]\s)?)(?=\S)")
_PARTED = lazily(r"\s[|/]\s(?=\S)")
_VIA = lazily(r"\s(?:via|for|para|pour|für|per|voor|för)\s", re.IGNORECASE)
_SLASH = lazily(r"\s?/\s?|\s\|\s")
_OPEN, _CLOSE = "(（[", ")）]"
_QUOTES = ' «»“”„"‘’'
_OPENS, _ENDS = "(（[-–—", '.!?…»”"'
"""What every match of `_BRACKETED` has, and what every one of `_BEHIND` begins with."""
_BRACKET_REACH = 77
"""Characters of the longest match of `_BRACKETED`, which ends the text."""
_FOOT = 8
Found = tuple[int, int]


def may_end_in_name(text: str) -> bool:
    """A quick look whether a short line has a slash or bar, or ends in capitals or behind `via`."""
    if len(text) > _LONGEST:
        return False
    last = text.rstrip(" .)]").rsplit(maxsplit=1)[-1:]
    return (bool(last) and last[0].isupper()) or text[-1:] in _CLOSE or "/" in text or "|" in text or " via " in text or " for " in text


def tail_credit(places: Places, line: int, text: str, *, caption: bool) -> Found | None:
    """Where a credit without a label stands: alone under a caption, or at a caption's end; None where there is none."""
    if not may_end_in_name(text) or (line == places.zones.last_body and not caption):
        return None
    open_, close = (1, len(text) - 1) if text[0] in "([" and text[-1] in ")]" else (0, len(text))
    whole = _joined(places, text, open_, close)
    if whole:
        return whole if under_caption(places, line) else None
    if open_ and text[1:-1].casefold() in picture_houses():
        return (1, len(text) - 1) if is_above_text(places, line) and under_caption(places, line) else None
    tail = max(0, len(text) - _BRACKET_REACH)
    bracket = _BRACKETED.search(text, tail) if any(mark in text[tail:] for mark in _OPENS) else None
    if bracket and len(text[: bracket.start()].split()) >= _FEWEST_WORDS:
        ended = caption or text[: bracket.start()].rstrip()[-1] in _ENDS
        found = _joined(places, text, *bracket.span(1), freely=ended)
        if found:
            return found
        shown = caption or (ended and is_above_text(places, line))
        if shown and ended and text[-1] in _CLOSE and (bracket[1].casefold() in picture_houses() or _is_known(bracket[1])):
            return bracket.span(1)
    return _behind(places, text, caption=caption)


def _behind(places: Places, text: str, *, caption: bool) -> Found | None:
    """The credit behind the sentence of a caption, or behind a bar or slash."""
    end = len(text.rstrip(" .)]"))
    begin = max(0, end - _LONGEST_NAME)
    gaps = list(_BEHIND.finditer(text, begin)) if any(mark in text[begin:end] for mark in _ENDS) else []
    for gap in reversed(gaps):
        if gap.end() >= end or len(text[: gap.start()].split()) < _FEWEST_WORDS:
            continue
        found, name = _joined(places, text, gap.end(), end), text[gap.end() : end]
        if found:
            return found
        if ("|" in gap.group() or "/" in gap.group()) and (is_person(name) or _is_house(name)) and not is_caption(name):
            return gap.end(), end
        if _in_capitals(name) and not text.isupper() and text[gap.start() - 1].islower():
            return gap.end(), end
    if "©" in text:
        return None
    gaps = list(_PARTED.finditer(text, begin)) if "|" in text or "/" in text else []
    before = text[: gaps[-1].start()].split() if gaps else []
    if len(before) > _FEWEST_WORDS and before[-1][0].islower():
        name = text[gaps[-1].end() : end]
        if is_person(name) and (caption or is_sure(name)):
            return gaps[-1].end(), end
    return None


def _in_capitals(name: str) -> bool:
    """Whether a text is a person's name of two or three words in capitals, none of them a common one."""
    words = name.casefold().split()
    return is_person(name) and name.isupper() and len(words) <= 3 and common_words().isdisjoint(words)


def _joined(places: Places, text: str, start: int, end: int, *, freely: bool = False) -> Found | None:
    """A person and the paper or agency, joined by a slash, bar or `via`; of `NAME / For the Paper` the name.

    Freely: behind a sentence any other name may stand beside a person's with a known given name.
    """
    name = text[start:end].strip()
    if not 5 <= len(name) <= _LONGEST_NAME or ":" in name:
        return None
    file = name.rsplit(",", 1)
    if len(file) > 1 and file[1].strip().casefold() in phrases("archived"):
        name = file[0].rstrip()
    parts = _SLASH.split(name)
    if len(parts) > 1 and all(parts):
        if is_person(parts[0]) and parts[1].split()[0].casefold() in phrases("on-behalf"):
            return start, start + len(parts[0])
        if _are_joined(parts) or (_is_known(parts[0]) and _is_of_page(places, parts[1])) or (freely and _are_names(parts)):
            return start, start + len(name)
    via = _VIA.search(name)
    if via:
        before, after = name[: via.start()], name[via.end() :].strip(_QUOTES)
        if _is_source(before) and via.group().strip().casefold() == "via" and _is_source(after):
            return start, start + len(name)
        if _is_known(before) and via.group().strip().casefold() != "via" and (is_press(after.casefold()) or _is_of_page(places, after)):
            return start, start + len(before)
    return None


def _is_known(name: str) -> bool:
    """Whether a name is that of a person whose given name is known, or all in capitals."""
    return is_sure(name) and is_person(name)


def _are_names(parts: list[str]) -> bool:
    """Whether a person whose given name is known stands before other short names."""
    return _is_known(parts[0]) and all(part[0].isupper() and len(part.split()) <= _FEWEST_WORDS for part in parts)


def _is_of_page(places: Places, name: str) -> bool:
    """Whether a name is the site's: a line above the headline, or one at the foot, has it."""
    top = places.inked[: places.rank[places.title]] if places.title is not None else []
    return len(name) > 4 and any(name.casefold() in places.text(line).casefold() for line in [*top, *places.foot[-_FOOT:]])


def _are_joined(parts: list[str]) -> bool:
    """Whether one of some parts is a person and another a paper or an agency, or all are agencies."""
    houses = [(_is_source(part) and not is_person(part)) or _is_house(part) for part in parts]
    people = [is_person(part) and not house for part, house in zip(parts, houses, strict=True)]
    told = any(people) or any(map(_agency, parts))
    return told and any(houses) and all(house or person for house, person in zip(houses, people, strict=True)) and sum(people) < 3


def _is_source(name: str) -> bool:
    """Whether a name is a person's or an agency's, with or without the word for a photo behind the agency."""
    words = name.split()
    if len(words) > 1 and words[-1].casefold() in phrases("photo"):
        name = name[: -len(words[-1])].rstrip()
    return name.casefold() in picture_houses() or is_person(name)


def _is_house(name: str) -> bool:
    """Whether a name is that of a paper, an organisation or an agency."""
    words = name.split()
    known = words[0] == "The" or is_press(name.casefold()) or is_organisation(name) or _agency(name)
    return len(words) <= 5 and name[:1].isupper() and known


def _agency(name: str) -> bool:
    words = name.split()
    return name.casefold() in picture_houses() or (
        len(words) > 1 and words[-1].casefold() in phrases("photo") and " ".join(words[:-1]).casefold() in picture_houses()
    )


def for_whom(name: str) -> int:
    """The length of a person's name before a word for whom the pictures were taken, as in `NAME für PAPER`; else all of it."""
    via = _VIA.search(name)
    on_behalf = via is not None and via.group().strip().casefold() in phrases("on-behalf") and is_person(name[: via.start()])
    return via.start() if via and on_behalf else len(name)


def is_above_text(places: Places, line: int) -> bool:
    """Whether a short line stands below the headline and above the first running text, where the picture of an article does."""
    if places.title is None or not places.prose or len(places.bare[line]) > PROSE:
        return False
    rank = places.rank[line]
    top = places.rank[places.title]
    first = next((at for at in places.prose if at > top), 0)
    return top < rank < first


def under_caption(places: Places, line: int) -> bool:
    """Whether the line above is a caption, or a sentence, and neither it nor the line below has the date."""
    rank = places.rank[line]
    above = places.inked[rank - 1] if rank else line
    below = places.inked[rank + 1] if rank + 1 < len(places.inked) else line
    if places.zones.kinds[line] == "caption" or places.zones.kinds[above] in ("caption", "junk:image-alt"):
        return True
    text = places.text(above)
    return above != places.title and len(text.split()) > _FEWEST_WORDS and not places.dated(above) and not places.dated(below)
