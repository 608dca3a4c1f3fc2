"""What a page shows of the names that may be its publisher's: the keys under which the weights stand."""

from __future__ import annotations

from bisect import bisect_right
from functools import cache

from checks.claims.headlines import Parted
from checks.claims.hosts import Host, host_words
from checks.claims.places import Places
from checks.claims.publisher_names import Candidate, Sighting, article
from checks.claims.publisher_words import initials_of, of_name
from checks.claims.recurring import Again
from checks.claims.reserved import in_rights
from checks.claims.weights import weights
from checks.patterns import lazily

_OFTEN = 14
"""Places of a name that are looked at."""
_END = 3
"""Non-blank lines that count as the end of a page."""
_NEAR = 24
"""Characters beside a name that are looked at."""
_BINS = (1, 2, 3, 6, 12)


def _step(count: int, bins: tuple[int, ...] = _BINS) -> str:
    """The largest step that a number reaches, 0 below the first."""
    reached = bisect_right(bins, count)
    return str(bins[reached - 1] if reached else 0)


@cache
def _desks() -> tuple[str, ...]:
    return tuple(sorted(host_words("desks")))


class Seen:
    """What a page shows of the names that may be its publisher's."""

    def __init__(self, places: Places, page: Parted | None, feet: list[int], found: list[Candidate]) -> None:
        self.places = places
        self.titled = page.line if page is not None else -1
        self.headline = places.text(page.line)[slice(*page.headline)].casefold() if page is not None else ""
        self.text, lines = places.document.text, places.document.lines
        self.title_line = lines[page.line] if page is not None else ""
        self.foot_lines = "\n".join([lines[line] for line in feet])
        self.owners = frozenset(host.owner for host in places.hosts)
        self.feet = frozenset(feet)
        self.end = places.inked[-_END:][0]
        self.article = article(places)
        self._at_once: dict[str, list[str]] = {}
        self._votes: dict[str, float] = {}
        self._in_lines: dict[str, list[str]] = {}
        self.rivals = [one.key for one in found if one.seen[0].how != "address"]
        self.shared = [f"owners {_step(len(self.owners), (1, 2, 3, 5))}", f"rivals {min(3, len(self.rivals))}"]

    def features(self, one: Candidate, often: dict[str, Again]) -> list[str]:
        """What holds for a candidate, keys of the weights; `often` are the names known from lines of furniture."""
        return [*self.at_once(one), *self.again(one, often), *self.in_lines(one)]

    def at_once(self, one: Candidate) -> list[str]:
        """What shows of a candidate before the page is searched for its name."""
        known = self._at_once.get(one.key)
        if known is None:
            hows = dict.fromkeys(sighting.how for sighting in one.seen)
            known = ["bias", *hows, f"ways {min(3, len(hows))}", *self.shared, *self._of_hosts(one), *of_name(one.name)]
            known += ["in headline"] * (one.name.casefold() in self.headline)
            if "foot" in hows:
                known += self._of_foot(one, next(shown for shown in one.seen if shown.how == "foot"), known)
            if one.seen[0].how == "address":
                known += self._of_address(one.hosts)
            self._at_once[one.key] = known
        return known

    def votes(self, one: Candidate) -> float:
        """What that weighs."""
        votes = self._votes.get(one.key)
        if votes is None:
            votes = self._votes[one.key] = weigh(self.at_once(one))
        return votes

    def again(self, one: Candidate, often: dict[str, Again]) -> list[str]:
        """How many lines of furniture begin or end with a candidate's name, and what more is seen of a name known by that alone."""
        shown = often.get(one.key)
        found = [] if shown is None else [f"again {_step(shown.often, (3, 6, 9))}"] + ["again whole"] * shown.whole
        if one.known_again:
            found += ["again " + key for key in self.at_once(one) if key in _OF_AGAIN]
            found += ["again within"] * any(one.key in other for other in self.rivals)
            found += ["again around"] * any(other in one.key for other in self.rivals)
            found.append("again rank " + _step(self.places.rank[self.places.line_at(one.span.start)], (3, 8, 20)))
        return found

    def _of_foot(self, one: Candidate, shown: Sighting, known: list[str]) -> list[str]:
        """How the copyright line has the name: beside a year, with rights reserved, alone like the credit of a photo."""
        places, line = self.places, self.places.line_at(shown.span.start)
        text = places.text(line)
        at = shown.span.start - places.span(line, 0, 0).start
        head, tail = text[max(0, at - 40) : at], text[at + len(shown.name) :][:60]
        before, after = _YEAR.search(head), _YEAR.match(tail.lstrip(" .,"))
        found = ["foot alone"] * all(other.how == "foot" for other in one.seen) + ["foot press"] * ("press" in known)
        found += ["foot end"] * (places.line_at(one.seen[-1].span.start) >= self.end)
        found.append("foot year " + ("before" if before else "after" if after else "in line" if _YEAR.search(text) else "none"))
        found += ["foot rights"] * in_rights(text) + ["foot copyright"] * ("opyright" in text)
        found += ["foot legal"] * (_LEGAL.match(tail) is not None)
        found += ["foot photo"] * (not tail and not before)
        found.append("foot line " + _step(len(text), (30, 60, 100)))
        left = len(places.inked) - places.rank[line]
        return [*found, "foot place " + _step(left, (6, 21))]

    def _of_address(self, hosts: tuple[Host, ...]) -> list[str]:
        """Where the addresses stand that alone speak for a name, and what they are like."""
        places = self.places
        first, last = places.line_at(hosts[0].start), places.line_at(hosts[-1].start)
        ending = hosts[0].name.rpartition(".")[2].lower()
        found = ["address " + hosts[0].how, f"addresses {min(4, len(hosts))}", f"address of {_step(len(self.owners), (1, 2, 3, 5))}"]
        found.append("ending " + (ending if ending in ("com", "org", "net") else "country" if len(ending) == 2 else "other"))
        found += ["address top"] * (places.rank[first] < _TOP) + ["address foot"] * (len(places.inked) - places.rank[last] < _BOTTOM)
        size = len(places.text(first))
        return [*found, "address line " + ("whole" if size <= len(hosts[0].name) + 8 else "short" if size < 60 else "long")]

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

    def most(self, one: Candidate) -> float:
        """The most that the lines with its name can add to what a candidate weighs."""
        name, large = one.name, one.name.upper()
        titled = name in self.title_line or large in self.title_line
        footed = name in self.foot_lines or large in self.foot_lines
        return most_in_lines(again=one.known_again, titled=titled, footed=footed)

    def in_lines(self, one: Candidate) -> list[str]:
        """In what lines of the page the name stands: how many of the furniture, how many alone, the title's, the foot's."""
        found = self._in_lines.get(one.key)
        if found is None:
            found = self._in_lines[one.key] = self._searched(one)
        return found

    def _searched(self, one: Candidate) -> list[str]:
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
        keys = [*found, f"furniture {_step(furniture)}", f"whole {_step(min(3, whole))}", f"body {_step(min(3, body))}"]
        return keys + ["again " + key for key in keys if key not in _NOT_OF_AGAIN] if one.known_again else keys

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


_NOT_OF_AGAIN = frozenset(["title end"])
_OF_AGAIN = frozenset(["host part", "press", "section", "person", "common", "in headline"])
_TOP, _BOTTOM = 8, 25
"""Non-blank lines at the top and at the end of a page where addresses are its own more often."""
_YEAR = lazily(r"(?:19|20)\d\d")
_LEGAL = lazily(
    r"[\s,]*(?:GmbH|AG\b|Ltd|Limited|LLC|Inc|S\.?A\.?|S\.?p\.?A|S\.?[rR]\.?[lL]|B\.?V|AS\b|AB\b|A/S|Oy|Corp|e\.\s?V|KG|plc|Co\.)"
)


def _beside(head: str, tail: str) -> bool:
    """Whether a word that papers put beside their own name stands right before or after it."""
    known = host_words("beside-name")
    before, after = head.replace("-", " ").split(), tail.replace("-", " ").split()
    return bool((before and before[-1].casefold() in known) or (after and after[0].casefold() in known))


def weigh(keys: list[str]) -> float:
    """The sum of the weights of some keys."""
    get = weights("publisher").get
    return sum([get(key, 0.0) for key in keys])


@cache
def most_in_lines(*, again: bool, titled: bool, footed: bool) -> float:
    """The most that the lines with its name can add to a candidate's log-odds, as the title's and the foot's have it or not."""
    table = weights("publisher")

    def worth(key: str) -> float:
        return table.get(key, 0.0) + (table.get("again " + key, 0.0) if again and key not in _NOT_OF_AGAIN else 0.0)

    every = ["beside word"] + ["title line", "title end"] * titled + ["foot line"] * footed
    steps = [max(worth(f"{group} {step}") for step in (0, *_BINS)) for group in ("furniture", "whole", "body")]
    return sum(max(0.0, worth(key)) for key in every) + sum(steps)
