"""What an article was taken from: labels, addresses, doubled names, printed page titles, agencies; and the relation to it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.claims.agency_names import signed
from checks.claims.dates.names import names
from checks.claims.first_published import first_publishers
from checks.claims.labels import RARE_COLONS, Field, dense, fields, role_of, tells_of_translation
from checks.claims.mention import Mention
from checks.claims.name_pieces import dated_from
from checks.claims.names import agencies, is_person
from checks.claims.outlets import Register
from checks.claims.places import Places
from checks.claims.urls import addresses
from checks.lexicon import phrases
from checks.model import MISSING, Agent, Claim, Confidence, Span, Status, Work
from checks.patterns import lazily

_DOUBLED = lazily(r"(?P<name>[^\d\s][^\d]{1,58}?)\s?(?P=name)\s?(?=\d)")
_AFTER_DATE = lazily(
    r"(?:\d{4}\s?[-./年]\s?\d{1,2}\s?[-./月]\s?\d{1,2}日?\s{0,3})(?:\d{1,2}:\d{2}(?::\d{2})?)?\s{0,3}([^\s\d|:：()（）／]{2,20})(?=[\s／]|$)"
)
_DAY = lazily(r"\d{1,4}\s?[-./年]\s?\d{1,2}\s?[-./月]\s?\d{1,4}")
_BEFORE_DATE = lazily(r"(?:^|\s)([^\s\d|:：()（）]{2,20})\s{1,3}(?=(?:19|20)\d\d\s?[-./年]\s?\d)")
_SPELLED = lazily(r"[(（]([^()（）]{2,40})[)）]\s*$")
_NOTHING = frozenset(
    ["internet", "web", "network", "网络", "互联网", "本站", "原创", "未知", "整理", "综合", "the", "unknown", "n/a", "-", "—", "–"]
)
_LONGEST_NAME = 80
_LONGEST_LABEL = 40
_LONGEST_DOUBLED = 160
_LONGEST_UNLABELLED = 120


def mentions(places: Places) -> list[Mention]:
    """All places that say where the article came from, from the top down."""
    found: list[Mention] = []
    lines = list(dict.fromkeys([*places.head, *places.tail]))
    for line in lines:
        text = places.bare[line]
        if len(text) <= _LONGEST and line != places.title and (line in places.marked or line in places.dense_lines or _may_name(text)):
            found.extend(_in_line(places, line, text))
    found.extend(first_publishers(places, lines))
    found.extend(signed(places))
    return found


_LONGEST = 400


def _may_name(text: str) -> bool:
    """A quick look whether a line without a mark for labels can say where the article came from."""
    return text[0] in "(（[" or text[-1] in ")/" or text[-1].isdigit() or (len(text) <= _LONGEST_LABEL and role_of(text) == "source")


def _in_line(places: Places, line: int, text: str) -> Iterator[Mention]:
    for field in places.fields(line):
        if field.role != "source" or _within_sentence(text, field):
            continue
        found = addresses(text[field.start :] if "://" in text else "")
        if _is_credit(places, line, text, field.begin, linked=bool(found) and found[0][1].start == 0):
            continue
        if found:
            yield from _linked(places, line, field, *found[0])
        elif field.start < field.end and field.label.casefold() not in phrases("source-link"):
            yield from _named(places, line, text, field.start, field.end, field.label)
        elif field.begin == 0 and len(text) <= len(field.label) + 2:
            yield from _under(places, line, field.label)
    if len(text) <= _LONGEST_LABEL and role_of(text) == "source" and text[-1] not in ":：" + RARE_COLONS:
        yield from _under(places, line, text)
    doubled = _DOUBLED.match(text[:200]) if text[-1].isdigit() and len(text) <= _LONGEST_DOUBLED else None
    if doubled and _DAY.search(text, doubled.end()):
        yield Mention("doubled", doubled["name"].strip(), places.span(line, 0, len(doubled["name"].rstrip())))
    if "|" in text or "｜" in text:
        yield from _printed(places, line, text)
    yield from _bracketed(places, line, text)
    yield from _of_agency(places, line, text)
    yield from _bare_label(places, line, text)


def _linked(places: Places, line: int, field: Field, url: str, span: Span) -> Iterator[Mention]:
    """The address behind a label, and the name before it: `Source: NAME, https://…`."""
    text = places.bare[line]
    where = places.span(line, field.start + span.start, field.start + span.end)
    before = text[field.start : field.start + span.start].rstrip(_BEFORE_ADDRESS)
    named = list(_named(places, line, text, field.start, field.start + len(before), field.label)) if len(before) <= _LONGEST_NAME else []
    for one in named or [Mention("label", label=field.label)] if named or not before else []:
        yield Mention("label", one.name, one.name_span, url, where, field.label)


_BEFORE_ADDRESS = " ,;:|(（[<–—-，："


def _within_sentence(text: str, field: Field) -> bool:
    """Whether words stand right before a label: then it is a word of a sentence."""
    before = text[: field.begin].rstrip()
    return bool(before) and before[-1].isalpha() and not dense(field.label[0])


def _is_credit(places: Places, line: int, text: str, begin: int, *, linked: bool) -> bool:
    """Whether a source label belongs to a picture: in a caption, or without an address in brackets or after a sentence."""
    if begin and tells_of_translation(text[:begin]):
        return False
    if places.zones.kinds[line] == "caption":
        return begin > 0 or not places.below_text(line)
    if linked:
        return False
    before = text[:begin].rstrip()
    if len(before) <= 25 or before[-1] not in "(（[【.!?。":
        return False
    return before[-1] != "." or dated_from(before, max(0, len(before) - _LONGEST_DATE), len(before)) is None


_LONGEST_DATE = 32


def _named(places: Places, line: int, text: str, start: int, end: int, label: str) -> Iterator[Mention]:
    end = min(end, start + _LONGEST_NAME)
    while end > start and text[end - 1] in " .。)）]】·":
        end -= 1
    name = text[start:end]
    if name and name[0] not in "[【" and any(c.isalpha() for c in name) and name.casefold() not in _NOTHING and len(name.split()) <= 9:
        yield Mention("label", name, places.span(line, start, end), label=label)


def _under(places: Places, line: int, label: str) -> Iterator[Mention]:
    """The line under a label that stands alone."""
    after = places.rank[line] + 1
    if after >= len(places.inked):
        return
    below = places.inked[after]
    text = places.text(below)
    found = addresses(text)
    if found and found[0][1].start == 0:
        span = found[0][1]
        yield Mention("label", url=found[0][0], url_span=places.span(below, span.start, span.end), label=label)
    elif label.rstrip(" :").casefold() in phrases("source-link"):
        return
    elif len(text) <= 40 and not fields(text) and role_of(text) is None:
        yield from _named(places, below, text, 0, len(text), label)


def _bare_label(places: Places, line: int, text: str) -> Iterator[Mention]:
    """Chinese and Japanese: a label without colon in a line with a date, or an organisation right after the date."""
    if (
        line not in places.dense_lines
        or places.zones.kinds[line] == "junk:comments"
        or not any(c.isdigit() for c in text[:60])
        or len(text) > _LONGEST_UNLABELLED
    ):
        return
    for part in re.finditer(r"[^|｜•·]+", text):
        words = part.group().split()
        if len(words) >= 2 and dense(words[0][0]) and role_of(words[0]) == "source":
            start = part.start() + part.group().index(words[1], part.group().index(words[0]) + len(words[0]))
            yield Mention("label", words[1], places.span(line, start, start + len(words[1])), label=words[0])
            return
    dated = _AFTER_DATE.match(text) or (_BEFORE_DATE.search(text) if len(text) < 60 else None)
    if (
        dated
        and dated[1].casefold() not in phrases("section")
        and any(dense(c) for c in dated[1])
        and role_of(dated[1]) is None
        and dated[1] not in names().weekdays
        and not fields(text)
    ):
        yield Mention("dated", dated[1], places.span(line, dated.start(1), dated.end(1)))


def _bracketed(places: Places, line: int, text: str) -> Iterator[Mention]:
    """`(According to NAME)` and `WRITER (According to NAME)`: brackets whose first words are a label without a colon."""
    opened = 0 if text[0] in "(（[" else text.rfind(" (") + 1
    if (
        text[-1] not in ")）]"
        or (opened and (len(text) > _LONGEST_SIGNED or not is_person(text[: opened - 1])))
        or text[opened] not in "(（["
    ):
        return
    words = text[opened + 1 : -1].split(" ", _LONGEST_ACCORDING)
    for count in range(1, min(_LONGEST_ACCORDING, len(words) - 1) + 1):
        label = " ".join(words[:count])
        start = opened + len(label) + 2
        if (label.casefold() in phrases("according") or role_of(label) == "source") and text[start : start + 1].isupper():
            yield from _named(places, line, text, start, len(text) - 1, label)
            return


_LONGEST_ACCORDING, _LONGEST_SIGNED = 3, 80
_OF_AGENCY = frozenset("/(（")
_AGENCY = lazily(r"(?:^|(?<=\s))(?:/([^\s/()][^/()]{1,28})/|\(([^\s/()][^/()]{1,28})\))(?=$|\s?[|,])|（([^（）]{2,12})）$")


def _of_agency(places: Places, line: int, text: str) -> Iterator[Mention]:
    """`NAME, correspondent /AGENCY/`, `NAME (AGENCY) | DAY` or `/AGENCY/` as a line of its own: an agency that is on a list."""
    if len(text) > _LONGEST_UNLABELLED or _OF_AGENCY.isdisjoint(text) or places.zones.kinds[line] == "caption":
        return
    for found in _AGENCY.finditer(text):
        begin, end = found.span(found.lastindex or 0)
        if text[begin:end].casefold() in agencies() and (found.start() == 0 or line in places.beside_dates):
            begin += text[begin] == "©"
            yield Mention("agency", text[begin:end], places.span(line, begin, end))
            return


def _printed(places: Places, line: int, text: str) -> Iterator[Mention]:
    """`Print: HEADLINE | NAME`: the title of another page's print version, left in an image's text."""
    head, _, _ = text.partition(":")
    if len(head) > 24 or head.strip().casefold() not in phrases("print"):
        return
    start = max(text.rfind("|"), text.rfind("｜")) + 1
    while start < len(text) and text[start] == " ":
        start += 1
    spelled = _SPELLED.search(text, start)
    begin, end = (spelled.start(1), spelled.end(1)) if spelled else (start, len(text))
    if 2 <= end - begin <= _LONGEST_NAME:
        yield Mention("printed", text[begin:end], places.span(line, begin, end))


_RANK = {"label": 0, "said": 1, "doubled": 2, "dated": 3, "printed": 4, "byline": 5, "agency": 6, "dateline": 7}
_WHY = {
    "label": "it stands behind a label for the source",
    "said": "the page says where the article was first published",
    "doubled": "the name stands twice before the date, as a logo's text and as a label",
    "dated": "the name of an outlet follows the date",
    "printed": "the text of an image is the title of that outlet's print page",
    "byline": "the byline names the outlet whose address is given",
    "agency": "the dateline or byline names an agency",
    "dateline": "between place and dash the dateline names whose report it is",
}


def is_based_on(found: list[Mention], known_outlets: Register) -> Claim:
    """The claim that all mentions together make. Two labels with different names conflict."""
    if not found:
        return MISSING
    ordered = sorted(found, key=lambda one: _RANK[one.how])
    named = [one for one in ordered if one.name]
    linked = [one for one in ordered if one.url]
    best = named[0] if named else None
    link = linked[0] if linked else None
    rivals = _rivals(named)
    known = known_outlets.owner(link.url) if link else None
    name = best.name if best else known.name if known else ""
    work = Work(url=link.url if link else "", publisher=Agent(name, "NewsMediaOrganization", "origcont") if name else None)
    spans = [span for one in (best, link) if one for span in (one.name_span, one.url_span) if span]
    why = tuple(dict.fromkeys(_WHY[one.how] for one in (best, link) if one))
    if len(rivals) > 1:
        spans = [one.name_span for one in named if one.name_span and one.name in rivals]
        return Claim(
            status=Status.CONFLICTING,
            rule="two labels",
            evidence=tuple(dict.fromkeys(spans)),
            why=("two labels name different sources",),
            candidates=rivals,
        )
    stated = any(one.how in ("label", "said", "doubled") for one in (best, link) if one)
    return Claim(
        status=Status.STATED if stated else Status.INFERRED,
        value=work,
        confidence=Confidence.HIGH if stated else Confidence.MEDIUM,
        label=(link or found[0]).label,
        rule=(link or best or found[0]).how,
        evidence=tuple(dict.fromkeys(spans)),
        why=why,
    )


def _rivals(named: list[Mention]) -> tuple[str, ...]:
    """The names that labels give which are not spellings of one another."""
    names: list[str] = []
    for one in named:
        if one.how != "label":
            continue
        low = one.name.casefold()
        if not any(low in other.casefold() or other.casefold() in low for other in names):
            names.append(one.name)
    return tuple(names)
