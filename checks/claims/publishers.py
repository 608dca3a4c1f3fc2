"""Who put the page out: the name behind the headline in the page's title, a site header, a copyright line in the foot."""

from __future__ import annotations

import re

import msgspec

from checks.claims.headlines import Parted
from checks.claims.labels import dense, phrases
from checks.claims.names import is_organisation
from checks.claims.places import Places
from checks.claims.urls import domain, stem
from checks.claims.weights import ENOUGH, PLENTY, weights
from checks.model import MISSING, Agent, Claim, Confidence, Outlet, Span, Status

_HOST = re.compile(r"[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
_DOMAIN = re.compile(r"[\w-]{2,40}(?:\.[\w-]{2,20}){1,2}")
_YEARS = re.compile(r"(?:19|20)\d\d(?:\s?[-–/]\s?(?:(?:19|20)?\d\d|present))?", re.IGNORECASE)
_COPYRIGHT = re.compile(r"(?:©|\(c\)|&copy;|copyright|版权所有|版權所有)", re.IGNORECASE)
_COMPANY = re.compile(
    r"(?:,?\s(?:GmbH(?: & Co\. ?KG)?|AG|Ltd\.?|Limited|LLC|Inc\.?|S\.?A\.?|S\.?p\.?A\.?|B\.?V\.?|AS|AB|A/S|Oy|Corp\.?|Corporation|e\.V\.?|KG|plc|Co\.))+$"
)
_SLOGAN = re.compile(r"\s+[-–—|]\s+")
_CHINESE = re.compile(
    r"(?:版权所有|主办单位|主办|主管单位)\s?[:：]\s?([\u3400-\u9fffA-Za-z0-9]{2,30})|([\u3400-\u9fff]{2,20}?(?:公司|网站|网|报社|集团|政府|厅|局))\s?版权所有|(?:©|Copyright ©?)\s?[\d\s–-]*\s?([\u3400-\u9fff]{2,30}(?=[\s.,|]|$)|[A-Z][A-Za-z]{2,20}(?=\s[\u3400-\u9fff]))"
)
_LONGEST_NAME = 60


class Candidate(msgspec.Struct, frozen=True):
    """A name that may be the publisher's, with its place and the kind of that place."""

    name: str
    span: Span
    how: str
    """last, beside, loose-last, loose-beside, header, foot or address: where in the page's title, or elsewhere"""


def publisher(places: Places, page: Parted | None, outlets: tuple[Outlet, ...]) -> Claim:
    """The claim on the publisher: the name for which most speaks, or missing when not enough does."""
    found = _candidates(places, page)
    if not found:
        return MISSING
    seen = Seen(places, found, outlets)
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


def bare(name: str) -> str:
    """A name's letters and digits, case-folded."""
    return "".join(c for c in name.casefold() if c.isalnum())


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
    "pressed": "it is a name as papers, stations and publishing houses have",
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
    "known": "it is a known outlet",
    "wordy": "",
    "small": "",
}
"""What is seen of a candidate, and how that is told to people where it speaks for the name."""


class Seen:
    """What a page shows of the names that may be its publisher's."""

    def __init__(self, places: Places, found: list[Candidate], outlets: tuple[Outlet, ...]) -> None:
        self.places = places
        self.text = places.document.text
        self.known = {bare(name) for one in outlets for name in (one.name, *one.aliases)}
        self.addresses = addressed(self.text)
        self.hosts = frozenset(bare(stem(host)) for host, _, _ in self.addresses)
        self.footed = [bare(one.name) for one in found if one.how == "foot"]

    def features(self, one: Candidate) -> list[str]:
        """The keys of `REASONS` that hold for a candidate."""
        name = bare(one.name)
        found = [one.how]
        if one.how == "address":
            return found + self._address(one)
        if _DOMAIN.fullmatch(one.name) and not one.name.replace(".", "").isdigit():
            found.append("domain")
        if name in self.hosts:
            found.append("host")
        elif any((len(host) > 2 and host in name) or (len(name) > 4 and name in host) for host in self.hosts):
            found.append("host-part")
        elif self.hosts:
            found.append("host-none")
        if one.how != "foot" and any(name in foot or foot in name for foot in self.footed if foot):
            found.append("footed")
        alone, within = self._lines(one)
        found += (
            ["within"] * (within > 0) + ["often"] * (within > 2) + ["alone"] * (alone > 0) + ["alone-only"] * (alone > 0 and not within)
        )
        if name in self.known:
            found.append("known")
        low = one.name.casefold()
        if low in phrases("section"):
            found.append("section")
        if is_organisation(one.name):
            found.append("pressed")
        if " " not in low and not dense(low[0]):
            found.append("one-word")
            if any(c.isupper() for c in one.name[1:]):
                found.append("inner")
        if len(one.name.split()) > 4:
            found.append("wordy")
        if one.name[0].islower():
            found.append("small")
        return found

    def _address(self, one: Candidate) -> list[str]:
        every = [bare(stem(host)) for host, _, _ in self.addresses]
        mine = [place for place in self.addresses if bare(stem(place[0])) == bare(stem(one.name))]
        found = ["address-often"] * (len(mine) > 1) + ["address-only"] * (len(set(every)) == 1)
        found += ["address-late"] * (mine[-1][1] > len(self.text) * 2 // 3)
        mails = [start for _, start, _ in mine if self.text[start - 1] == "@"]
        found += ["address-mail"] * bool(mails)
        found += ["address-desk"] * any(self.text[max(0, start - 30) : start - 1].casefold().endswith(DESKS) for start in mails)
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


def addressed(text: str) -> list[tuple[str, int, int]]:
    """The hosts of addresses on the page, web and mail, without those that all publishers link to, with their offsets."""
    found = []
    for mark in ("@", "www.", "://"):
        at = text.find(mark)
        for _ in range(40):
            if at < 0:
                break
            begin = at + len(mark)
            mail = mark == "@"
            if mail and not (at and text[at - 1].isalnum()):
                at = text.find(mark, begin)
                continue
            match = _HOST.match(text, begin + 4 if text.startswith("www.", begin) else begin)
            if match and stem(match[0]) not in ELSEWHERE and match[0][-1].isalpha():
                found.append((match[0], match.start(), match.end()))
            at = text.find(mark, begin)
    return found


DESKS = tuple(
    "info kontakt contact redaktion redaction redaccion redazione office news mail support hello hallo presse press editor editorial newsroom service leserbriefe anzeigen datenschutz privacy webmaster verlag marketing tips feedback letters abo online kundenservice".split()
)
"""What mail addresses of offices end in before their `@`."""
ELSEWHERE = frozenset(
    "facebook twitter instagram youtube linkedin google whatsapp telegram pinterest x t tiktok gmail apple w3 creativecommons reddit flipboard"
    " example yahoo hotmail outlook gmx web email mail live icloud aol protonmail qq 163 126 sina doi issuu vimeo wikipedia archive github medium wordpress"
    " blogspot soundcloud spotify threads bsky mastodon amazon giphy tumblr xing bit goo ow tinyurl amzn feedburner disqus paypal steadyhq patreon".split()
)
"""Names of hosts that pages of all publishers link to."""


def _candidates(places: Places, page: Parted | None) -> list[Candidate]:
    found: list[Candidate] = []
    if page is not None:
        text = places.text(page.line)
        loose = "" if page.sure else "loose-"
        for place, (b, e) in enumerate(page.parts):
            if 2 <= e - b <= _LONGEST_NAME and not text[b:e].isdigit():
                found.append(Candidate(text[b:e], places.span(page.line, b, e), loose + ("beside" if place else "last")))
        found.extend(_header(places, page))
    for line in places.foot:
        shown = places.text(line)
        if (
            len(shown) <= 300
            and (places.title is None or line > places.title)
            and ("©" in shown or "opyright" in shown or "(c)" in shown or "版权" in shown or "主办" in shown or "COPYRIGHT" in shown)
        ):
            found.extend(_footed(places, line, shown))
    found.extend(_home(places))
    found.extend(_account(places))
    seen = set()
    for host, start, end in addressed(places.document.text):
        if stem(host) not in seen:
            seen.add(stem(host))
            at = start + host.casefold().rfind(domain(host))
            if at >= start:
                found.append(Candidate(places.document.text[at:end], Span(at, end), "address"))
    return found


_HOME = re.compile(r"(?:^|[\s返回])([\u3400-\u9fffA-Za-z]{2,10}?)首页")  # noqa: RUF001
_ACCOUNT = re.compile(r"(?:原创\s(\S{1,30})\s)?(\S{2,30})\s(?:今天|昨天|前天|\d{1,2}天前|\d{1,2}小时前|星期[一二三四五六日]|\d{1,4}[-/月]\d{1,2}\S{0,6})")


def _home(places: Places) -> list[Candidate]:
    """Chinese: `NAME首页`, the way back to a portal's home page, in the first lines or the last."""
    if "首页" not in places.document.text:
        return []
    found = []
    for line in dict.fromkeys([*places.inked[:4], *places.foot]):
        text = places.text(line)
        at = _HOME.search(text) if "首页" in text and len(text) < 120 else None
        if at and at[1] not in ("设为", "网站", "返回"):
            found.append(Candidate(at[1], places.span(line, at.start(1), at.end(1)), "home"))
    return found[:3]


def _account(places: Places) -> list[Candidate]:
    """Chinese: the account that published on a platform, in the line under the headline: `NAME yesterday`."""
    if places.title is None or places.rank[places.title] + 1 >= len(places.inked):
        return []
    line = places.inked[places.rank[places.title] + 1]
    found = _ACCOUNT.fullmatch(places.text(line)) if len(places.text(line)) < 80 else None
    return [Candidate(found[2], places.span(line, found.start(2), found.end(2)), "account")] if found and dense(found[2][0]) else []


def _header(places: Places, page: Parted) -> list[Candidate]:
    """`NAME - slogan` in the first line, when the headline is another line."""
    text = places.text(page.line)
    if page.line == places.title or page.sure or len(text) > 120:
        return []
    cut = _SLOGAN.search(text)
    if cut is None or not 2 <= cut.start() <= 40 or not _DOMAIN.fullmatch(text[: cut.start()]):
        return []
    return [Candidate(text[: cut.start()], places.span(page.line, 0, cut.start()), "header")]


def _footed(places: Places, line: int, text: str) -> list[Candidate]:
    chinese = _CHINESE.search(text)
    if chinese:
        group = next(n for n in (1, 2, 3) if chinese[n])
        return [Candidate(chinese[group], places.span(line, chinese.start(group), chinese.end(group)), "foot" if group == 3 else "owner")]
    mark = _COPYRIGHT.search(text)
    if mark is None:
        return []
    after = mark.end()
    while True:  # marks, years and punctuation before the name
        while after < len(text) and not text[after].isalnum():
            after += 1
        year = _YEARS.match(text, after) or _COPYRIGHT.match(text, after) or re.compile(r"by\s", re.IGNORECASE).match(text, after)
        if year is None:
            break
        after = year.end()
    end = next(
        (at for at in range(after, len(text)) if text[at] in "|·•;–—©/\n" or text.startswith((". ", ", ", " - ", "  ", " ("), at)),
        len(text),
    )
    year = _YEARS.search(text, after, end)
    if year:
        end = year.start()
    low = text[after:end].casefold()
    for phrase in phrases("rights"):
        at = low.find(phrase)
        if at >= 0:
            end = min(end, after + at)
    while end > after and not (text[end - 1].isalnum() or text[end - 1] == "."):
        end -= 1
    company = _COMPANY.search(text, after, end)
    if company and company.start() > after:
        end = company.start()
    while end > after and text[end - 1] in " .,":
        end -= 1
    if not 2 <= end - after <= _LONGEST_NAME or not any(c.isalpha() for c in text[after:end]):
        return []
    return [Candidate(text[after:end], places.span(line, after, end), "foot")]
