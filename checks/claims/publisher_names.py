"""Names on a page that may be its publisher's: beside the headline, in a header, at the foot, in addresses."""

from __future__ import annotations

import re

import msgspec

from checks.claims.headlines import Parted
from checks.claims.labels import dense, phrases
from checks.claims.names import is_press
from checks.claims.places import Places
from checks.claims.urls import domain, stem
from checks.model import Span

DOMAIN = re.compile(r"[\w-]{2,40}(?:\.[\w-]{2,20}){1,2}")
_YEARS = re.compile(r"(?:19|20)\d\d(?:\s?[-–/]\s?(?:(?:19|20)?\d\d|present))?", re.IGNORECASE)
_COPYRIGHT = re.compile(r"(?:(?<!Ã)©|\(c\)|&copy;|copyright|版权所有|版權所有)", re.IGNORECASE)
_COMPANY = re.compile(
    r"(?:,?\s(?:GmbH(?: & Co\. ?KG)?|AG|Ltd\.?|Limited|LLC|Inc\.?|S\.?A\.?|S\.?p\.?A\.?|B\.?V\.?|AS|AB|A/S|Oy|Corp\.?|Corporation|e\.V\.?|KG|plc|Co\.))+$"  # noqa: E501
)
_SLOGAN = re.compile(r"\s+[-–—|]\s+")
_CHINESE = re.compile(
    r"(?:版权所有|主办单位|主办|主管单位)\s?[:：]\s?([\u3400-\u9fffA-Za-z0-9]{2,30})|([\u3400-\u9fff]{2,20}?(?:公司|网站|网|报社|集团|政府|厅|局))\s?版权所有|(?:©|Copyright ©?)\s?[\d\s–-]*\s?([\u3400-\u9fff]{2,30}?(?=版权|[\s.,|]|$)|[A-Z][A-Za-z]{2,20}(?=\s[\u3400-\u9fff]))"  # noqa: E501
)
_OWNED = ("©", "opyright", "COPYRIGHT", "(c)", "版权", "主办")
_LONGEST_NAME = 60
_LONGEST_FOOT = 300


class Candidate(msgspec.Struct, frozen=True):
    """A name that may be the publisher's, with its place and the kind of that place."""

    name: str
    span: Span
    how: str
    """last, beside, loose-last, loose-beside, header, foot or address: where in the page's title, or elsewhere"""


def found_names(places: Places, page: Parted | None) -> list[Candidate]:
    """All names that may be the publisher's, with their places."""
    found: list[Candidate] = []
    if page is not None:
        text = places.text(page.line)
        loose = "" if page.sure else "loose-"
        for place, (b, e) in enumerate(page.parts):
            if 2 <= e - b <= _LONGEST_NAME and not text[b:e].isdigit():
                found.append(Candidate(text[b:e], places.span(page.line, b, e), loose + ("beside" if place else "last")))
        found.extend(_header(places, page))
    first = places.foot[0] if places.foot else 0
    for line in places.lines_with(_OWNED, places.starts[first], len(places.document.text)):
        shown = places.text(line)
        if len(shown) <= _LONGEST_FOOT and (places.title is None or line > places.title):
            found.extend(_footed(places, line, shown))
    found.extend(_home(places))
    found.extend(_account(places))
    seen = set()
    for host, start, end in places.addresses:
        own = stem(host)
        if own not in seen:
            seen.add(own)
            at = start + host.casefold().rfind(domain(host))
            if at >= start:
                found.append(Candidate(places.document.text[at:end], Span(at, end), "address"))
    return found


def _before(text: str, mark: int) -> tuple[int, int]:
    """The name before a copyright mark that has none after it: `NAME © 2023`."""
    begin = max(text.rfind(c, 0, mark) for c in "|·•–—/") + 1
    while begin < mark and not text[begin].isalnum():
        begin += 1
    name = text[begin:mark].rstrip(" ,.-")
    return (begin, begin + len(name)) if len(name.split()) <= _MOST_WORDS and name.casefold() not in phrases("rights") else (mark, mark)


_HOME = re.compile(r"([\u3400-\u9fff]{2,8}|[A-Za-z]{2,20})\Z")
_ACCOUNT = re.compile(
    r"(?:原创\s{1,3}(\S{1,30})\s{1,3})?([^\s:：]{2,30})\s{1,3}"
    r"(?:今天|昨天|前天|\d{1,2}天前|\d{1,2}小时前|星期[一二三四五六日]|\d{1,4}[-/月]\d{1,2}\S{0,6})"
)
_NO_NAMES = ("设为", "网站", "返回", "回到", "的", "回", "至")


def _home(places: Places) -> list[Candidate]:
    """Chinese: `NAME首页`, the way back to a portal's home page."""
    text = places.document.text
    at = text.find("首页")
    for _ in range(8):
        if at < 0:
            break
        name = _HOME.search(text, max(0, at - 20), at)
        if name:
            start = name.start() + (2 if name[1].startswith(("返回", "回到")) and len(name[1]) > 3 else 0)
            if not text[start:at].endswith(_NO_NAMES) and at - start > 1:
                return [Candidate(text[start:at], Span(start, at), "home")]
        at = text.find("首页", at + 2)
    return []


def _account(places: Places) -> list[Candidate]:
    """Chinese: the account that published on a platform, in the line under the headline: `NAME yesterday`."""
    if places.title is None or places.rank[places.title] + 1 >= len(places.inked):
        return []
    line = places.inked[places.rank[places.title] + 1]
    found = _ACCOUNT.fullmatch(places.text(line)) if len(places.text(line)) < 80 else None
    return [Candidate(found[2], places.span(line, found.start(2), found.end(2)), "account")] if found and dense(found[2][0]) else []


def _header(places: Places, page: Parted) -> list[Candidate]:
    """`NAME - slogan` in the first line or in a header of the site, when the headline is another line."""
    kinds = places.zones.kinds
    found = []
    for line in places.inked[:_TOP]:
        text = places.text(line)
        header = kinds[line] == "junk:site-header"
        if line == places.title or not (header or (line == page.line and not page.sure)) or len(text) > _LONGEST_HEADER:
            continue
        cut = _SLOGAN.search(text)
        if cut and 2 <= cut.start() <= _LONGEST_HEADER // 3 and (DOMAIN.fullmatch(text[: cut.start()]) or _named(text, cut, header=header)):
            found.append(Candidate(text[: cut.start()], places.span(line, 0, cut.start()), "header"))
    return found


def _named(text: str, cut: re.Match[str], *, header: bool) -> bool:
    """Whether what stands before a slogan is a name: in a header any, elsewhere one of a paper."""
    name = text[: cut.start()]
    words = name.split()
    if len(words) > _MOST_WORDS or words[0][0].islower() or name.casefold() in phrases("section"):
        return False
    return header or is_press(name.casefold())


_TOP, _LONGEST_HEADER, _MOST_WORDS = 12, 120, 6


def _footed(places: Places, line: int, text: str) -> list[Candidate]:
    chinese = _CHINESE.search(text)
    if chinese:
        group = next(n for n in (1, 2, 3) if chinese[n])
        return [Candidate(chinese[group], places.span(line, chinese.start(group), chinese.end(group)), "owner")]
    mark = _COPYRIGHT.search(text)
    if mark is None:
        return []
    after = _after_marks(text, mark.end())
    end = _owner_end(text, after)
    if not any(c.isalpha() for c in text[after:end]):
        after, end = _before(text, mark.start())
    if not 2 <= end - after <= _LONGEST_NAME or not any(c.isalpha() for c in text[after:end]):
        return []
    return [Candidate(text[after:end], places.span(line, after, end), "foot")]


_BY = re.compile(r"by\s", re.IGNORECASE)


def _after_marks(text: str, after: int) -> int:
    """Where the name begins behind a copyright mark: after further marks, years and punctuation."""
    while True:  # marks, years and punctuation before the name
        while after < len(text) and not text[after].isalnum():
            after += 1
        year = _YEARS.match(text, after) or _COPYRIGHT.match(text, after) or _BY.match(text, after)
        if year is None:
            return after
        after = year.end()


def _owner_end(text: str, after: int) -> int:
    """Where the name ends that begins here: before years, phrases of rights and the form of the company."""
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
    return end
