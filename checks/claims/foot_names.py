"""The name in a copyright line: `© 2024 NAME`, `Copyright NAME`, `NAME © 2024`, and the owners that Chinese pages name."""

from __future__ import annotations

import re
from unicodedata import category

from checks.claims.chinese_names import site_of
from checks.claims.hosts import DOMAIN, host_words
from checks.claims.names import is_press
from checks.claims.places import Places
from checks.claims.reserved import in_rights, reserved
from checks.lexicon import phrases
from checks.model import Span
from checks.patterns import lazily

Named = tuple[str, Span, str]
"""A name, where it stands, and the kind of the place."""
_YEARS = lazily(r"(?i)(?:(?:19|20)\d\d|(?:(?![0-9])\d){4}|25[5-9]\d(?=\s?[\u0e01-\u0e7f]))(?:\s?[-–/]\s?(?:(?:19|20)?\d\d|present))?")
"""Years of the common era, in any digits, and of the Buddhist era before Thai letters."""
_COPYRIGHT = lazily(r"(?i)(?:(?<!Ã)©|ⓒ|\(c\)|&copy;|copyright|版权所有|版權所有)")
_FORMS = (
    r"GmbH(?: & Co\. ?KG)?|gGmbH|AG|L(?:td|TD)\.?|Limited|LLC|LLP|Inc\.?|S\.?A\.?|S\.?A\.?S\.?|S\.?p\.?A\.?|B\.?V\.?|N\.?V\.?|AS|AB|A/S|Oy"
    r"|Corp\.?|Corporation|e\.V\.?|KG|plc|Co\.|ehf\.?|hf\.?|S\.L\.?U?\.?|Kft\.?|Zrt\.?|Nyrt\.?|Bt\.?|s\.r\.o\.?|a\.s\.|d\.o\.o\.?|d\.d\.?"
    r"|sp\. z o\.\s?o\.?|Oyj|ApS|ASA|S\.?[rR]\.?[lL]\.?|SARL|UAB|OÜ|SIA"
    r"|Ltda\.?|EIRL|A\.Ş\.?|Şti\.?|(?:Pvt|Pte|Pty|Sdn)\.?|Bhd\.?|Private|Tbk\.?"
    r"|ООД|ЕООД|АД|ΑΕ|Α\.Ε\.|ΕΠΕ"
)
"""How companies are registered, as it stands behind their names."""
_COMPANY = lazily(rf"(?:,?\s(?:{_FORMS}))+$")
_REGISTERED = lazily(rf",?\s(?:{_FORMS})(?!\w)|(?:股份)?有限(?:責任|责任)?公司|株式会社|주식회사")
_CHINESE = lazily(
    r"(?:版权所有|主办单位|主办|主管单位)\s?[:：]\s?([\u3400-\u9fffA-Za-z0-9]{2,30})|([\u3400-\u9fff]{2,20}?)\s?版权所有|由([\u3400-\u9fff]{2,20}?)主办|(?:©|Copyright ©?)\s?[\d\s–-]*\s?([\u3400-\u9fff]{2,30}?(?=版权|[\s.,|]|$)|[A-Z][A-Za-z]{2,20}(?=\s[\u3400-\u9fff]))"  # noqa: E501
)
_QUOTED = lazily(r"版[权權][归歸属屬]?[属屬於于]\s?[《「『“]([^《》「」『』“”]{2,30})[》」』”]")
_OWNED = ("©", "ⓒ", "opyright", "COPYRIGHT", "(c)", "版权", "版權", "主办")
_LONGEST_NAME = 60
_LONGEST_FOOT = 300
_MOST_WORDS = 6
_MOST_NOTICES = 6
_LAST = 6
"""Non-blank lines at the end in which rights may be reserved without a mark."""


def foot_lines(places: Places) -> tuple[list[int], list[int]]:
    """The lines below the headline with a mark of ownership: those at the foot of the page, and of the others notices.

    A notice has a year or a phrase of rights; only the last ones are told.
    """
    title = -1 if places.title is None else places.title
    first = places.foot[0] if places.foot else 0
    marked = places.lines_with(_OWNED, places.starts[max(0, min(title, first))], len(places.document.text))
    lines = sorted({*marked, *(line for line in places.inked[-_LAST:] if in_rights(places.bare[line]) or reserved(places.bare[line]))})
    lines = [line for line in lines if line > title and len(places.bare[line]) <= _LONGEST_FOOT]
    above = [line for line in lines if line < first and (_YEARS.search(places.bare[line]) or in_rights(places.bare[line]))]
    return [line for line in lines if line >= first], above[-_MOST_NOTICES:]


def names_of_foot(places: Places, line: int) -> list[Named]:
    """The name that a copyright line has, with its place; none where it has no name."""
    text = places.text(line)
    chinese = _in_chinese(places, line, text)
    if chinese is not None:
        return chinese
    mark = _COPYRIGHT.search(text)
    if mark is None:
        begin, end = reserved(text) or (0, 0)
        end = _owner_end(text[:end], begin)
        return [(text[begin:end], places.span(line, begin, end), "foot")] if end > begin else []
    after = _after_marks(text, mark.end())
    end = _owner_end(text, after)
    if not any(map(str.isalpha, text[after:end])):
        after, end = _before(text, mark.start())
    if not 2 <= end - after <= _LONGEST_NAME or not any(map(str.isalpha, text[after:end])):
        return []
    return [(text[after:end], places.span(line, after, end), "foot")]


def _in_chinese(places: Places, line: int, text: str) -> list[Named] | None:
    """The owner, or the site that belongs to it, as Chinese pages name it; None where a line has no such words."""
    quoted = _QUOTED.search(text)
    if quoted:
        return [(quoted[1], places.span(line, *quoted.span(1)), "site")]
    chinese = _CHINESE.search(text)
    if chinese is None:
        return None
    group = next(n for n in range(1, 5) if chinese[n])
    if chinese[group].startswith("本"):  # this site, this paper
        return []
    named = places.span(line, chinese.start(group), chinese.end(group))
    site = site_of(chinese[group], places.document.text)
    if site is None:
        return [(chinese[group], named, "owner")]
    name, at = site
    return [(name, Span(at, at + len(name)) if at >= 0 else named, "site")]


_BY = lazily(r"by\s", re.IGNORECASE)


def _after_marks(text: str, after: int) -> int:
    """Where the name begins behind a copyright mark: after further marks, years and punctuation."""
    while True:  # marks, years and punctuation before the name
        while after < len(text) and not text[after].isalnum() and text[after : after + 3].lower() != "(c)":
            after += 1
        year = _YEARS.match(text, after) or _COPYRIGHT.match(text, after) or _BY.match(text, after)
        if year is None:
            return after
        after = year.end()


_PART = lazily("[|·•;–—©/\n., ]")


def _ends(text: str, begin: int, at: int) -> bool:
    """Whether a name that begins here ends at this mark: not within `A/S`, and after `St.` it goes on."""
    if text[at] not in "., ":
        return not (text[at] == "/" and text.startswith(" A/S", at - 2))
    return text.startswith((", ", " - ", "  ", " ("), at) or (text.startswith(". ", at) and at - begin > 2)


def _owner_end(text: str, after: int) -> int:
    """Where the name ends that begins here: before years, phrases of rights and the form of the company."""
    end = next((part.start() for part in _PART.finditer(text, after) if _ends(text, after, part.start())), len(text))
    host = DOMAIN.match(text, after, end)
    if host and text[host.end() : host.end() + 1] == " ":
        end = host.end()
    year = _YEARS.search(text, after, end)
    if year:
        end = year.start()
    low = text[after:end].casefold()
    for phrase in phrases("rights"):
        at = low.find(phrase)
        if at >= 0:
            end = min(end, after + at)
    while end > after and not (text[end - 1].isalnum() or text[end - 1] == "." or category(text[end - 1])[0] == "M"):
        end -= 1
    company = _COMPANY.search(text, after, end)
    if company and company.start() > after:
        end = _paper_end(text, after, company.start())
    while end > after and text[end - 1] in " .,":
        end -= 1
    closing = next((close for opening, close in _QUOTES if opening in text[after:end] and close not in text[after:end]), "")
    return end + 1 if closing and text[end : end + 1] == closing else end


_QUOTES = (("«", "»"), ("„", "“"), ("“", "”"), ("»", "«"), ("「", "」"), ("『", "』"), ("《", "》"))


def _paper_end(text: str, after: int, end: int) -> int:
    """Where a paper's name ends within its company's: `The Bay Post Publications` is put out by a company, and called `The Bay Post`."""
    name, _, last = text[after:end].rpartition(" ")
    return after + len(name) if last.casefold() in host_words("houses") and " " in name and is_press(name.casefold()) else end


def is_registered(text: str, at: int) -> bool:
    """Whether the form of a company stands behind the name that ends here."""
    return _REGISTERED.match(text, at) is not None


def _before(text: str, mark: int) -> tuple[int, int]:
    """The name before a copyright mark that has none after it: `NAME © 2023`."""
    begin = max(text.rfind(c, 0, mark) for c in "|·•–—/") + 1
    while begin < mark and not text[begin].isalnum():
        begin += 1
    name = text[begin:mark].rstrip(" ,.-")
    return (begin, begin + len(name)) if len(name.split()) <= _MOST_WORDS and name.casefold() not in phrases("rights") else (mark, mark)
