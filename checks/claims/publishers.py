"""Who put the page out: the name for which most on the page speaks."""

from __future__ import annotations

from checks.claims.headlines import Parted
from checks.claims.hosts import host_words
from checks.claims.labels import dense, phrases
from checks.claims.names import PARTICLES, is_organisation, is_press
from checks.claims.places import Places
from checks.claims.publisher_names import DOMAIN, Candidate, found_names
from checks.claims.urls import stem
from checks.claims.weights import ENOUGH, PLENTY, weights
from checks.model import MISSING, Agent, Claim, Confidence, Status


def publisher(places: Places, page: Parted | None) -> Claim:
    """The claim on the publisher: the name for which most speaks, or missing when not enough does."""
    found = found_names(places, page)
    if not found:
        return MISSING
    seen = Seen(places, found)
    ranked = [(seen.score(one), one) for one in found]
    votes, chosen = max(ranked, key=lambda pair: (pair[0], -pair[1].span.start))
    if votes < ENOUGH:
        return MISSING
    spans = [chosen.span, *(one.span for one in found if one.how != chosen.how and bare(one.name) == bare(chosen.name))]
    sure = votes >= PLENTY
    return Claim(
        status=Status.STATED if sure else Status.INFERRED,
        value=Agent(chosen.name, "NewsMediaOrganization", "distributor"),
        confidence=Confidence.HIGH if sure else Confidence.MEDIUM,
        rule=chosen.how,
        evidence=tuple(dict.fromkeys(spans)),
        why=seen.why(chosen),
    )


_MOST_WORDS = 4


def bare(name: str) -> str:
    """A name's letters and digits, case-folded."""
    return "".join(filter(str.isalnum, name.casefold()))


REASONS = {
    "last": "it ends the page's title",
    "beside": "it stands beside the headline in the page's title",
    "loose-last": "it ends the page's title",
    "loose-beside": "it stands in the page's title",
    "header": "it opens the page's header",
    "foot": "it stands in the copyright line",
    "owner": "the foot of the page names it as owner or organiser",
    "home": "the way back to the home page has it",
    "account": "it stands as the account that published, under the headline",
    "address": "addresses on the page have it",
    "address-often": "several addresses on the page have it",
    "address-only": "no other host has an address on the page",
    "address-late": "an address at the foot of the page has it",
    "address-mail": "a mail address on the page has it",
    "address-desk": "the mail address of an editorial desk or office has it",
    "section": "",
    "pressed": "it is a name as organisations have",
    "press": "it has a word that names of papers have",
    "bar": "a bar stands before it",
    "one-word": "",
    "inner": "",
    "domain": "it is written as a domain",
    "host": "an address on the page has its name",
    "host-part": "an address on the page has part of its name",
    "host-none": "",
    "footed": "the copyright line has it too",
    "within": "other lines of the page name it",
    "often": "many lines of the page name it",
    "alone": "",
    "alone-only": "",
    "wordy": "",
    "small": "",
}
"""What is seen of a candidate, and how that is told to people where it speaks for the name."""


def _of_name(name: str) -> list[str]:
    """What the words of a name show."""
    low = name.casefold()
    found = ["domain"] * (DOMAIN.fullmatch(name) is not None and not name.replace(".", "").isdigit())
    found += ["section"] * (low in phrases("section")) + ["pressed"] * is_organisation(name) + ["press"] * is_press(low)
    if " " not in low and not dense(low[0]):
        found += ["one-word"] + ["inner"] * any(c.isupper() for c in name[1:])
    found += ["wordy"] * (sum(word not in PARTICLES for word in low.split()) > _MOST_WORDS)
    return found + ["small"] * name[0].islower()


class Seen:
    """What a page shows of the names that may be its publisher's."""

    def __init__(self, places: Places, found: list[Candidate]) -> None:
        self.places = places
        self.text = places.document.text
        self.addresses = places.addresses
        self.owners = [bare(stem(host)) for host, _, _ in self.addresses]
        self.hosts = frozenset(self.owners)
        self.footed = [bare(one.name) for one in found if one.how == "foot"]

    def features(self, one: Candidate) -> list[str]:
        """The keys of `REASONS` that hold for a candidate."""
        name = bare(one.name)
        found = [one.how]
        if one.how == "address":
            return found + self._address(one)
        found += self._of_hosts(name)
        if one.how != "foot" and any(name in foot or foot in name for foot in self.footed if foot):
            found.append("footed")
        alone, within = self._lines(one)
        found += ["within"] * (within > 0) + ["often"] * (within > 2) + ["alone"] * (alone > 0)
        found += ["alone-only"] * (alone > 0 and not within)
        before = self.text[max(0, one.span.start - 3) : one.span.start].rstrip()
        found += ["bar"] * (one.how.startswith("loose") and before.endswith(("|", "｜")))
        return found + _of_name(one.name)

    def _of_hosts(self, name: str) -> list[str]:
        """Whether hosts on the page have a name, or parts of it."""
        if name in self.hosts:
            return ["host"]
        if any((len(host) > 2 and host in name) or (len(name) > 4 and name in host) for host in self.hosts):
            return ["host-part"]
        return ["host-none"] * bool(self.hosts)

    def _address(self, one: Candidate) -> list[str]:
        own = bare(stem(one.name))
        mine = [place for place, owner in zip(self.addresses, self.owners, strict=True) if owner == own]
        found = ["address-often"] * (len(mine) > 1) + ["address-only"] * (len(self.hosts) == 1)
        found += ["address-late"] * (mine[-1][1] > len(self.text) * 2 // 3)
        mails = [start for _, start, _ in mine if self.text[start - 1] == "@"]
        found += ["address-mail"] * bool(mails)
        found += ["address-desk"] * any(
            self.text[max(0, start - 30) : start - 1].casefold().endswith(tuple(sorted(host_words("desks")))) for start in mails
        )
        return found

    def _lines(self, one: Candidate) -> tuple[int, int]:
        """How many other places of the page are a line of this name alone, and how many have it in a longer line."""
        text, size = self.text, len(one.name)
        alone = within = 0
        at = text.find(one.name)
        for _ in range(12):
            if at < 0:
                break
            end = at + size
            edges = (at == 0 or not text[at - 1].isalnum()) and (end == len(text) or not text[end].isalnum())
            if edges and at != one.span.start:
                if (at == 0 or text[at - 1] == "\n") and (end == len(text) or text[end] in "\r\n"):
                    alone += 1
                else:
                    within += 1
            at = text.find(one.name, end)
        return alone, within

    def score(self, one: Candidate) -> float:
        """The log-odds that a candidate is the publisher's name."""
        table = weights("publisher")
        return table["bias"] + sum(table.get(key, 0.0) for key in self.features(one))

    def why(self, one: Candidate) -> tuple[str, ...]:
        """The reasons in plain words."""
        return tuple(REASONS[key] for key in self.features(one) if REASONS[key])
