"""Bylines, editors and translators, chosen among the candidates."""

from __future__ import annotations

from checks.claims.byline_company import is_joined, is_joined_by_and
from checks.claims.byline_features import at_once, beside, elsewhere, rivalry
from checks.claims.byline_outlets import is_outlet, of_byline
from checks.claims.bylines import candidates
from checks.claims.candidate import Candidate, name_of
from checks.claims.mention import Mention
from checks.claims.names import agencies, is_organisation, is_person
from checks.claims.no_names import is_of_page, is_site
from checks.claims.places import Places
from checks.claims.weights import weights
from checks.lexicon import phrases
from checks.model import Agent, Claim, Confidence, Span, Status

ENOUGH = -1.75
"""Log-odds that an answer needs: cross-validated by domain on the eval pages, mean of five partitions, recall .81 at precision .86."""
MOST_BESIDE, MOST_ELSEWHERE = 6.4, 1.5
"""What a candidate can still gain from the lines beside it and the page, and from the page alone; a test adds the weights up."""
NEVER = float("-inf")
PLENTY = 0.5
People = tuple[Claim, ...]
TOGETHER = 5
"""Non-blank lines within which names without a label may share a byline."""


def people(places: Places, credits_found: tuple[Claim, ...], sources: frozenset[str]) -> tuple[People, People, People, list[Mention]]:
    """Authors, editors and translators, and the outlets in their bylines; `sources` are names in addresses of the source."""
    taken = frozenset(claim.evidence[0] for claim in credits_found)
    by_role: dict[str, list[Candidate]] = {"author": [], "editor": [], "translator": []}
    for one in candidates(places):
        by_role[one.role].append(one)
    authors, outlets = _authors(places, by_role["author"], taken, sources)
    return authors, _labelled(places, by_role["editor"]), _labelled(places, by_role["translator"]), outlets


def _is_none(places: Places, one: Candidate, taken: frozenset[Span]) -> bool:
    """Whether a candidate without a label is words of the page, or a part of a photo credit such as the name in `NAME / Paper`."""
    if one.label:
        return False
    name = places.span(one.line, one.start, one.end)
    return is_of_page(name_of(places, one)) or any(credit.start <= name.start and name.end <= credit.end for credit in taken)


def _sum(keys: list[str]) -> float:
    get = weights("byline").get
    return sum([get(key, 0.0) for key in keys])


def _authors(places: Places, found: list[Candidate], taken: frozenset[Span], sources: frozenset[str]) -> tuple[People, list[Mention]]:
    chosen = choose(places, found, _scores(places, found, taken))
    kept = [pair for pair in chosen if not _is_site(places, pair[1], chosen)]
    people = [pair for pair in kept if not is_outlet(name_of(places, pair[1]), sources)]
    named = people or [pair for pair in kept if name_of(places, pair[1]).casefold() in agencies()]
    return tuple(_claim(places, one, value) for value, one in named), of_byline(places, found, [one for _, one in kept], sources)


def _is_site(places: Places, one: Candidate, chosen: list[tuple[float, Candidate]]) -> bool:
    """Whether a name is that of the site and stands beside people or has no label."""
    return (not one.label or len(chosen) > 1) and one.form != "account" and is_site(places, name_of(places, one))


def _scores(places: Places, found: list[Candidate], taken: frozenset[Span]) -> list[float]:
    """The log-odds that each candidate names an author; `NEVER` for those that are no part of the answer, as soon as that is known."""
    among, bias = rivalry(found), weights("byline")["bias"]
    early = [NEVER if _is_none(places, one, taken) else bias + _sum(at_once(places, one, taken, among)) for one in found]
    scores, best = [NEVER] * len(found), ENOUGH
    for at in sorted(range(len(found)), key=lambda at: -early[at]):
        scores[at] = _rest(places, found[at], early[at], best)
        best = max(best, scores[at])
    if best in scores:
        top = found[scores.index(best)]
        for at, one in enumerate(found):
            if scores[at] == NEVER and early[at] > NEVER and _together(places, one, top):
                scores[at] = _rest(places, one, early[at], NEVER if is_joined_by_and(places, one, top) else ENOUGH)
    return scores


def _rest(places: Places, one: Candidate, value: float, least: float) -> float:
    """The log-odds of a candidate with what the page shows beside it and elsewhere; `NEVER` where that cannot be as much as `least`."""
    if value + MOST_BESIDE < least:
        return NEVER
    value += _sum(beside(places, one))
    return NEVER if value + MOST_ELSEWHERE < least else value + _sum(elsewhere(places, one))


def choose(places: Places, found: list[Candidate], scores: list[float], enough: float = ENOUGH) -> list[tuple[float, Candidate]]:
    """The best candidate and those that share its byline, each name once."""
    if not scores or max(scores) < enough:
        return []
    top = found[scores.index(max(scores))]
    chosen: dict[str, tuple[float, Candidate]] = {}
    for value, one in zip(scores, found, strict=True):
        if (value >= enough and _together(places, one, top)) or (value > NEVER and is_joined_by_and(places, one, top)):
            chosen.setdefault(name_of(places, one).casefold(), (value, one))
    return list(chosen.values())


def _together(places: Places, one: Candidate, top: Candidate) -> bool:
    """Whether a candidate may share the byline of the best; from another line none that a slash joins to others, as in credits."""
    return one.group == top.group or (
        one.form == top.form == "bare"
        and abs(places.rank[one.line] - places.rank[top.line]) <= TOGETHER
        and not is_joined(places.text(one.line), one)
    )


def _labelled(places: Places, found: list[Candidate]) -> tuple[Claim, ...]:
    claims: dict[str, Claim] = {}
    for one in found:
        if one.label and (is_person(name_of(places, one)) or one.form in ("author", "end")):
            claims.setdefault(name_of(places, one).casefold(), _claim(places, one, PLENTY))
    return tuple(claims.values())


def _claim(places: Places, one: Candidate, value: float) -> Claim:
    name = name_of(places, one)
    span = places.span(one.line, one.start, one.end)
    desk = name.casefold() in phrases("desk") or name.casefold() in agencies()
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
