"""Who put the page out: the name for which most on the page speaks."""

from __future__ import annotations

from checks.claims.agreed import agreed, as_written, is_titled
from checks.claims.foot_names import foot_lines
from checks.claims.headlines import Parted
from checks.claims.hosts import bare
from checks.claims.imprints import imprint
from checks.claims.issuers import issuer
from checks.claims.mastheads import lone_masthead
from checks.claims.places import Places
from checks.claims.publisher_features import Seen, weigh
from checks.claims.publisher_names import Candidate, Sighting, found_names
from checks.claims.recurring import Again, Furniture, furniture_of, names_again, names_beside
from checks.claims.weights import ENOUGH, PLENTY, SURE
from checks.model import MISSING, Agent, Claim, Confidence, Span, Status

__all__ = ["bare", "publisher"]


def publisher(places: Places, page: Parted | None) -> Claim:
    """The claim on the publisher: the name for which most speaks, or missing when not enough does."""
    if not places.inked:
        return MISSING
    told = places.recorded("publisher")
    if told is not None:
        return _labelled(places, told)
    feet, notices = foot_lines(places)
    found = found_names(places, page, feet, notices)
    seen = Seen(places, page, feet, found)
    often: dict[str, Again] = {}
    plain = agreed(places, page, found) or issuer(places)
    if plain is not None:
        several = len({one.span for one in plain.seen}) > 1
        best: tuple[float, Candidate] | None = (PLENTY if several else max(ENOUGH, weigh(seen.features(plain, often))), plain)
    else:
        best = weighed(places, seen, found, often) or _alone(places, page)
    if best is None:
        return MISSING
    votes, chosen = best[0], as_written(places, best[1])
    sure = votes >= PLENTY
    return Claim(
        status=Status.STATED if sure else Status.INFERRED,
        value=Agent(chosen.name, "NewsMediaOrganization", "distributor"),
        confidence=Confidence.HIGH if sure else Confidence.MEDIUM,
        rule=chosen.seen[0].how,
        evidence=tuple(dict.fromkeys(one.span for one in chosen.seen)),
        why=tuple(dict.fromkeys(REASONS[key] for key in seen.features(chosen, often) if key in REASONS)),
    )


def _alone(places: Places, page: Parted | None) -> tuple[float, Candidate] | None:
    """The name that opens a page without another title, or the institution in its contact or address, if nothing else may be it."""
    alone = None if is_titled(places, page) else lone_masthead(places)
    how = "header" if alone else "imprint"
    alone = alone or imprint(places)
    return None if alone is None else (ENOUGH, Candidate(bare(alone[0]), (Sighting(*alone, how),), ()))


def _labelled(places: Places, name: Span) -> Claim:
    """The claim on a publisher whom a record that opens the file names."""
    return Claim(
        status=Status.STATED,
        value=Agent(places.document.quote(name), "NewsMediaOrganization", "distributor"),
        confidence=Confidence.HIGH,
        rule="label",
        evidence=(name,),
        why=("a label for publishers stands before it",),
    )


def weighed(places: Places, seen: Seen, found: list[Candidate], often: dict[str, Again]) -> tuple[float, Candidate] | None:
    """The likeliest of the names found, and where that is not sure of those in the furniture too, whose counts are put into `often`."""
    best = likeliest(seen, [one for one in found if one.seen[0].how != "address"], often, SURE)
    if best is None:
        furniture = furniture_of(places)
        often.update(names_again(furniture))
        best = likeliest(seen, further(found, furniture, often), often, ENOUGH)
    return best


def further(found: list[Candidate], furniture: Furniture, often: dict[str, Again]) -> list[Candidate]:
    """The names found and those that furniture has beside telling words or again and again."""
    taken = {one.key for one in found}
    every = [*found, *names_beside(furniture, taken)]
    taken.update(one.key for one in every)
    return [*every, *(again.candidate for key, again in often.items() if key not in taken)]


def likeliest(seen: Seen, found: list[Candidate], often: dict[str, Again], enough: float) -> tuple[float, Candidate] | None:
    """The name with the most log-odds and these, of two the one that stands first; None when no name has enough."""
    best: tuple[float, Candidate] | None = None
    early = [(seen.votes(one) + weigh(seen.again(one, often)), -one.span.start, one) for one in found]
    for sure, place, one in sorted(early, key=lambda each: each[:2], reverse=True):
        if sure + seen.most(one) < (enough if best is None else best[0]):
            continue  # no line can bring this name to the front
        votes = sure + weigh(seen.in_lines(one))
        if votes >= enough and (best is None or (votes, place) > (best[0], -best[1].span.start)):
            best = votes, one
    return best


REASONS = {
    "last": "it ends the page's title",
    "beside": "it stands beside the headline in the page's title",
    "loose-last": "it ends the page's title",
    "loose-beside": "it stands in the page's title",
    "header": "it opens the page's header",
    "imprint": "the contact or the address at the foot of the page is its own",
    "issuer": "a line names it as the issuer of the text",
    "foot": "it stands in the copyright line",
    "site": "the foot of the page names its owner or organiser, whose site it is",
    "owner": "the foot of the page names it as owner or organiser",
    "home": "the way back to the home page has it",
    "channel": "accounts, clients or the desk for complaints on the page have it",
    "disclaimer": "the page says that its articles are not the opinion of this name, or need its leave to be copied",
    "account": "it stands as the account that published, under the headline",
    "notice": "a line below the headline with a copyright mark has it",
    "again": "lines of furniture begin or end with it again and again",
    "furniture": "lines of furniture name it with words that papers put beside their own name",
    "address": "addresses on the page have it",
    "hosts 3": "several addresses on the page have it",
    "host mail": "a mail address on the page has it",
    "host desk": "the mail address of an editorial desk or office has it",
    "host same": "a host on the page has its name",
    "host part": "a host on the page has part of its name",
    "host initials": "a host on the page is made of its initials",
    "title line": "the page's title has it",
    "title end": "the page's title ends in it",
    "foot line": "the copyright line has it",
    "beside word": "lines of furniture name it with words that papers put beside their own name",
    "furniture 6": "many lines of furniture name it",
    "furniture 12": "many lines of furniture name it",
    "press": "it has a word that names of papers have",
    "domain": "it is written as a domain",
}
"""What speaks for a name, as it is told to people; other features have no words."""
