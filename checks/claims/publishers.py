"""Who put the page out: the name for which most on the page speaks."""

from __future__ import annotations

from bisect import bisect_right
from functools import cache, lru_cache

from checks.claims.foot_names import foot_lines
from checks.claims.headlines import Parted
from checks.claims.hosts import Host, bare, host_words
from checks.claims.labels import dense
from checks.claims.names import common_words, is_person, is_press
from checks.claims.places import Places
from checks.claims.publisher_names import DOMAIN, Candidate, article, found_names, menu_words, names_of_furniture
from checks.claims.weights import ENOUGH, PLENTY, weights
from checks.model import MISSING, Agent, Claim, Confidence, Status

__all__ = ["Seen", "bare", "publisher"]


def publisher(places: Places, page: Parted | None) -> Claim:
    """The claim on the publisher: the name for which most speaks, or missing when not enough does."""
    if not places.inked:
        return MISSING
    feet = foot_lines(places)
    found = found_names(places, page, feet)
    seen = Seen(places, page, feet)
    ranked = [(seen.score(one), one) for one in found if one.seen[0].how != "address"]
    if all(votes < PLENTY for votes, _ in ranked):  # no host alone has as much for it
        ranked += [(seen.score(one), one) for one in found if one.seen[0].how == "address"]
    if all(votes < ENOUGH for votes, _ in ranked):
        ranked += [(seen.score(one), one) for one in names_of_furniture(places, found)]
    if not ranked:
        return MISSING
    votes, chosen = max(ranked, key=lambda pair: (pair[0], -pair[1].span.start))
    if votes < ENOUGH:
        return MISSING
    sure = votes >= PLENTY
    return Claim(
        status=Status.STATED if sure else Status.INFERRED,
        value=Agent(chosen.name, "NewsMediaOrganization", "distributor"),
        confidence=Confidence.HIGH if sure else Confidence.MEDIUM,
        rule=chosen.seen[0].how,
        evidence=tuple(dict.fromkeys(one.span for one in chosen.seen)),
        why=seen.why(chosen),
    )


REASONS = {
    "last": "it ends the page's title",
    "beside": "it stands beside the headline in the page's title",
    "loose-last": "it ends the page's title",
    "loose-beside": "it stands in the page's title",
    "header": "it opens the page's header",
    "foot": "it stands in the copyright line",
    "site": "the foot of the page names its owner or organiser, whose site it is",
    "owner": "the foot of the page names it as owner or organiser",
    "home": "the way back to the home page has it",
    "channel": "accounts, clients or the desk for complaints on the page have it",
    "disclaimer": "the page says that its articles are not the opinion of this name, or need its leave to be copied",
    "account": "it stands as the account that published, under the headline",
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
_OFTEN = 14
"""Places of a name that are looked at."""
_END = 3
"""Non-blank lines that count as the end of a page."""
_NEAR = 24
"""Characters beside a name that are looked at."""
_BINS = (1, 2, 3, 6, 12)


def _step(count: int) -> str:
    """The largest step that a number reaches, 0 below the first."""
    reached = bisect_right(_BINS, count)
    return str(_BINS[reached - 1] if reached else 0)


@cache
def _desks() -> tuple[str, ...]:
    return tuple(sorted(host_words("desks")))


@lru_cache(maxsize=2048)
def _of_name(name: str) -> tuple[str, ...]:
    """What the words of a name show."""
    low = name.casefold()
    parts = low.split()
    found = ["domain"] * (DOMAIN.fullmatch(name) is not None and not name.replace(".", "").isdigit())
    found += ["section"] * (low in menu_words()) + ["press"] * is_press(low)
    found += ["person"] * is_person(name) + ["upper"] * name.isupper()
    found += ["inner"] * (len(parts) == 1 and not name.isupper() and any(c.isupper() for c in name[1:]))
    found += ["common"] * all(word in common_words() or word in menu_words() for word in parts)
    size = len(name) * (2 if dense(name[0]) else 1)
    return (*found, "size " + ("4" if size < 4 else "8" if size < 8 else "16" if size < 16 else "30" if size < 30 else "60"))


def initials_of(name: str, owner: str) -> bool:
    """Whether a host's name is made of a name's initials, or of its initials and its last word."""
    words = name.split()
    if len(words) < 2 or len(owner) < 2 or owner[0] not in (words[0][0].lower(), words[1][0].lower()):
        return False
    parts = [part for part in map(bare, words) if part]
    made = "".join(part[0] for part in parts)
    return len(parts) > 1 and owner in (made, made[:-1] + parts[-1], made.removeprefix("t"), (made[:-1] + parts[-1]).removeprefix("t"))


class Seen:
    """What a page shows of the names that may be its publisher's."""

    def __init__(self, places: Places, page: Parted | None, feet: list[int]) -> None:
        self.places = places
        self.titled = page.line if page is not None else -1
        self.text = places.document.text
        self.owners = frozenset(host.owner for host in places.hosts)
        self.known: dict[str, list[str]] = {}
        self.feet = frozenset(feet)
        self.end = places.inked[-_END:][0]
        self.article = article(places)

    def features(self, one: Candidate) -> list[str]:
        """What holds for a candidate, keys of the weights."""
        hows = dict.fromkeys(sighting.how for sighting in one.seen)
        found = [*hows, f"ways {min(3, len(hows))}"]
        found += [*self._of_hosts(one), *self._places(one), *_of_name(one.name)]
        if "foot" in hows:
            found += ["foot alone"] * (len(hows) == 1)
            found += ["foot press"] * ("press" in found) + ["foot end"] * (self.places.line_at(one.seen[-1].span.start) >= self.end)
        return found

    def _of_hosts(self, one: Candidate) -> list[str]:
        """Whether hosts on the page have a name, or parts of it, and in what they stand."""
        found = []
        if one.hosts:
            found.append("hosts 3" if len(one.hosts) > 2 else "hosts")
            found += ["host same"] * (one.seen[0].how != "address")
            found += ["host mail"] * any(host.how == "mail" for host in one.hosts)
            found += ["host desk"] * any(self._of_desk(host) for host in one.hosts)
        if any((len(own) > 2 and own in one.key) or (len(one.key) > 4 and one.key in own) for own in self.owners if own != one.key):
            found.append("host part")
        if any(initials_of(one.name, own) for own in self.owners):
            found.append("host initials")
        if one.key not in self.owners and self.owners:
            found.append("host other")
        elif len(self.owners) == 1:
            found.append("host only")
        return found

    def _of_desk(self, host: Host) -> bool:
        """Whether a host stands in the mail address of an editorial desk or an office."""
        before = self.text[max(0, host.start - 30) : host.start - 1].casefold()
        return host.how == "mail" and before.endswith(_desks())

    def _places(self, one: Candidate) -> list[str]:
        """In what lines of the page the name stands: how many of the furniture, how many alone, the title's, the foot's."""
        text, starts = self.text, self.places.starts
        begin, end = self.article
        furniture = whole = body = 0
        found: dict[str, None] = {}
        for at, after in self._sightings(one.name):
            line = bisect_right(starts, at) - 1
            if begin <= at < end:
                body += 1
            else:
                furniture += 1
            head = text[max(starts[line], at - _NEAR) : at]
            tail = text[after : after + _NEAR].partition("\n")[0]
            opens, closes = not head.strip(), not tail.strip()
            whole += opens and closes
            if line == self.titled:
                found["title line"] = None
                if closes and not opens:
                    found["title end"] = None
            elif line in self.feet:
                found["foot line"] = None
            elif "beside word" not in found and _beside(head, tail):
                found["beside word"] = None
        return [*found, f"furniture {_step(furniture)}", f"whole {_step(min(3, whole))}", f"body {_step(min(3, body))}"]

    def _sightings(self, name: str) -> list[tuple[int, int]]:
        """Where the name stands, in its own letters and in capitals, the first times."""
        text, size = self.text, len(name)
        found: list[tuple[int, int]] = []
        for form in {name: None, name.upper(): None}:
            at = text.find(form)
            while at >= 0 and len(found) < _OFTEN:
                found.append((at, at + size))
                at = text.find(form, at + size)
        return found

    def score(self, one: Candidate) -> float:
        """The log-odds that a candidate is the publisher's name."""
        table = weights("publisher")
        seen = self.known[one.key] = self.features(one)
        return table["bias"] + sum(table.get(key, 0.0) for key in seen)

    def why(self, one: Candidate) -> tuple[str, ...]:
        """The reasons for a candidate that was scored, in plain words."""
        return tuple(dict.fromkeys(REASONS[key] for key in self.known[one.key] if key in REASONS))


def _beside(head: str, tail: str) -> bool:
    """Whether a word that papers put beside their own name stands right before or after it."""
    known = host_words("beside-name")
    before, after = head.replace("-", " ").split(), tail.replace("-", " ").split()
    return bool((before and before[-1].casefold() in known) or (after and after[0].casefold() in known))
