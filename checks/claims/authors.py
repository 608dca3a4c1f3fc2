"""Bylines, editors and translators, chosen among the candidates."""

from __future__ import annotations

from checks.claims.bylines import Candidate, candidates
from checks.claims.labels import dense, phrases, role_of
from checks.claims.names import agencies, common_words, given_names, is_han_name, is_organisation, is_person
from checks.claims.places import DATED, Places
from checks.claims.weights import weights
from checks.model import Agent, Claim, Confidence, Span, Status

ENOUGH = -1.0
"""Log-odds that an answer needs: cross-validated by publisher on the eval pages, recall 0.68 at precision 0.82."""
PLENTY = 1.0
_COLONS = (":", "：")
TOGETHER = 5
"""Non-blank lines within which names without a label may share a byline."""


def people(places: Places, credits_found: tuple[Claim, ...]) -> tuple[tuple[Claim, ...], tuple[Claim, ...], tuple[Claim, ...]]:
    """Authors, editors and translators."""
    taken = frozenset(claim.evidence[0] for claim in credits_found)
    by_role: dict[str, list[Candidate]] = {"author": [], "editor": [], "translator": []}
    for one in candidates(places):
        by_role[one.role].append(one)
    return _authors(places, by_role["author"], taken), _labelled(places, by_role["editor"]), _labelled(places, by_role["translator"])


def name_of(places: Places, one: Candidate) -> str:
    """The characters of a candidate."""
    return places.document.lines[one.line].strip()[one.start : one.end]


def features(places: Places, one: Candidate, taken: frozenset[Span], rivals: list[Candidate]) -> list[str]:
    """What is seen of a candidate, as keys of the weights."""
    name, text = name_of(places, one), places.text(one.line)
    low = name.casefold()
    found = ["form " + one.form, "zone " + places.zones.kinds[one.line].split(":")[0], *_shape(name, low)]
    rank = places.rank[one.line]
    away = rank - places.rank[places.title] if places.title is not None else 0
    found.append(
        "title "
        + (
            "none"
            if places.title is None
            else "above"
            if away < 0
            else "1"
            if away < 2
            else "2-3"
            if away < 4
            else "4-8"
            if away < 9
            else "9-20"
            if away < 21
            else "far"
        )
    )
    if places.first_body is not None and one.line > places.first_body:
        found.append("in or after body")
    if one.form == "author" and one.end == len(text) and text[one.label_start + len(one.label) : one.start].strip() in _COLONS:
        found.append("labelled line")
    if one.form != "end":
        found += _around(places, one, rank, text)
    if places.title is not None and any(len(word) > 3 and word in places.text(places.title).casefold() for word in low.split()):
        found.append("in headline")
    if one.label and dense(one.label[-1]):
        found.append("dense label")
    found += _among(one, rivals)
    if low in agencies():
        found.append("agency")
    if low in phrases("section") or role_of(name) is not None:
        found.append("section")
    again = _again(places.document.text, name)
    found += ["again"] * (again > 1) + ["often"] * (again > 3)
    if places.span(one.line, one.start, one.end) in taken:
        found.append("credit")
    return found


def _among(one: Candidate, rivals: list[Candidate]) -> list[str]:
    """How a candidate stands among those of its form: lists of other articles have many."""
    groups = [other.group for other in rivals if other.form == one.form]
    found = ["first of form"] * (groups[0] == one.group)
    kinds = len(set(groups))
    return [*found, "only of form" if kinds == 1 else "few of form" if kinds < 4 else "many of form"]


def _shape(name: str, low: str) -> list[str]:
    words = name.split()
    found = []
    if low in phrases("desk"):
        found.append("desk")
    elif is_han_name(name) if dense(name[0]) else is_person(name):
        found.append("person" if len(words) < 4 else "long person")
    elif is_organisation(name):
        found.append("organisation")
    elif len(words) == 1:
        found.append("one word")
    else:
        found.append("several words")
    first = low.replace(".", " ").split()[0].split("-")[0] if low.strip(". ") else ""
    if first in given_names():
        found.append("given name")
    if any(word.strip(".,:") in common_words() for word in low.split()):
        found.append("common word")
    if name.islower():
        found.append("small")
    elif name.isupper():
        found.append("capitals")
    if any(c in name for c in ".@_0123456789") and not is_person(name):
        found.append("handle")
    return found


def _around(places: Places, one: Candidate, rank: int, text: str) -> list[str]:
    found = []
    if one.line in places.digit_lines and DATED.search(text[:200]):
        found.append("date in line")
    inked = places.inked
    below, above = (places.text(inked[at]) if 0 <= at < len(inked) else "" for at in (rank + 1, rank - 1))
    dated = [0 <= at < len(inked) and places.dated(inked[at]) for at in (rank + 1, rank - 1, rank + 2, rank - 2)]
    if any(dated):
        found.append("date below" if dated[0] else "date above" if dated[1] else "date near")
    if below.casefold().strip(" ,;–-") in phrases("job") or text[one.end :].casefold().strip(" ,;–-|") in phrases("job"):
        found.append("job")
    if role_of(above) == "photo" or "©" in above[-40:] or role_of(text.split(":", 1)[0]) == "photo" or "©" in text:
        found.append("photo")
    if len(text) > one.end - one.start + 30:
        found.append("long line")
    if len(below) > 120:
        found.append("prose below")
    if len(above) > 120:
        found.append("prose above")
    if one.form == "bare" and len(above) < 40 and len(below) < 40 and not any(dated):
        found.append("among short lines")
    return found


def _again(text: str, name: str) -> int:
    count, at = 0, text.find(name)
    while at >= 0 and count < 5:
        count += 1
        at = text.find(name, at + len(name))
    return count


def score(places: Places, one: Candidate, taken: frozenset[Span], rivals: list[Candidate]) -> float:
    """The log-odds that a candidate names an author."""
    table = weights("byline")
    return table["bias"] + sum(table.get(key, 0.0) for key in features(places, one, taken, rivals))


def _authors(places: Places, found: list[Candidate], taken: frozenset[Span]) -> tuple[Claim, ...]:
    return tuple(_claim(places, one, value) for value, one in choose(places, found, [score(places, one, taken, found) for one in found]))


def choose(places: Places, found: list[Candidate], scores: list[float], enough: float = ENOUGH) -> list[tuple[float, Candidate]]:
    """The best candidate and those that share its byline, each name once."""
    if not scores or max(scores) < enough:
        return []
    top = found[scores.index(max(scores))]
    chosen: dict[str, tuple[float, Candidate]] = {}
    for value, one in zip(scores, found, strict=True):
        together = one.group == top.group or (
            one.form == top.form == "bare" and abs(places.rank[one.line] - places.rank[top.line]) <= TOGETHER
        )
        if together and value >= enough:
            chosen.setdefault(name_of(places, one).casefold(), (value, one))
    return list(chosen.values())


def _labelled(places: Places, found: list[Candidate]) -> tuple[Claim, ...]:
    claims: dict[str, Claim] = {}
    for one in found:
        if one.label and (is_person(name_of(places, one)) or one.form in ("author", "end")):
            claims.setdefault(name_of(places, one).casefold(), _claim(places, one, PLENTY))
    return tuple(claims.values())


def _claim(places: Places, one: Candidate, value: float) -> Claim:
    name = name_of(places, one)
    span = places.span(one.line, one.start, one.end)
    desk = name.casefold() in phrases("desk")
    why = {"bare": "a name stands by itself beside the date or the headline", "end": "a name in brackets ends the text"}.get(
        one.form, "a label for who wrote it stands before the name"
    )
    return Claim(
        status=Status.STATED if one.label or one.form == "end" else Status.INFERRED,
        value=Agent(name, "Organization" if desk or is_organisation(name) else "Person"),
        confidence=Confidence.HIGH if value >= PLENTY else Confidence.MEDIUM,
        label=one.label,
        rule=one.form,
        evidence=(span,),
        why=(why,),
    )
