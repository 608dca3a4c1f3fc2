"""What the company of a candidate for a byline shows: words that a slash joins to it, the end of the article, headlines of others."""

from __future__ import annotations

from checks.claims.candidate import Candidate, name_of
from checks.claims.names import is_person
from checks.claims.places import PROSE, Places
from checks.lexicon import phrases
from checks.patterns import lazily


def lines_away(away: int) -> str:
    """How far a line is, in non-blank lines, as a part of a key."""
    return "1" if away == 1 else "2-3" if away < 4 else "4-9" if away < 10 else "far"


def past_body(places: Places, rank: int) -> list[str]:
    """How many non-blank lines a candidate stands below the last line of the article's body."""
    last = places.zones.last_body
    away = rank - places.rank[last] if last is not None else 0
    return ["past body " + lines_away(away)] if away > 0 else []


_JOINTS = ("/", "|", "｜")
_JOINT = lazily("[/|｜]")


def is_joined(text: str, one: Candidate) -> bool:
    """Whether a slash or bar joins a name to other words, as in credits of pictures: `NAME / AGENCY`; figures and labels do not count."""
    if not any(joint in text for joint in _JOINTS):
        return False
    before, behind = text[: one.start].rstrip(), text[one.end :].lstrip()
    left = _JOINT.split(before[:-1])[-1].rpartition(":")[2] if before.endswith(_JOINTS) else ""
    right = _JOINT.split(behind[1:], maxsplit=1)[0] if behind.startswith(_JOINTS) else ""
    return any(words.strip() and ":" not in words and not any(map(str.isdigit, words)) for words in (left, right))


def is_joined_by_and(places: Places, one: Candidate, other: Candidate) -> bool:
    """Whether two full names of one line have nothing but a word for `and` between them."""
    if one.line != other.line or one.form != other.form or one is other:
        return False
    first, second = sorted((one, other), key=lambda each: each.start)
    between = places.text(one.line)[first.end : second.start].strip().casefold()
    return between in phrases("and") and is_person(name_of(places, one))


def is_headline(text: str) -> bool:
    """Whether a line is as long as the headline of another article and ends no sentence."""
    return _HEADLINE <= len(text) <= PROSE and text[-1] not in _ENDS


_HEADLINE, _ENDS = 40, ".!?…。！？"
