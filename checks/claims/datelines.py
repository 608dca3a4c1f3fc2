"""The dateline that opens an agency's report: place, date, agency."""

from __future__ import annotations

import re

from checks.claims.mention import Mention
from checks.claims.names import agencies
from checks.claims.places import Places
from checks.model import MISSING, Claim, Confidence, Span, Status

_BRACKETED = re.compile(
    r"(?P<place>[^\W\d_a-z][^()（）\d.!?]{1,40}(?:,\s\w{3,9}\.?\s\d{1,2}|,\s\d{1,2}\.?\s\w{3,10})?)\s?[(（](?P<agency>[^()（）]{2,30})[)）]\s?(?:[-–—.]{1,2}|--)\s?"
)
_CHINESE = re.compile(r"(?P<agency>[\u3400-\u9fff]{2,5}[社网])(?P<place>[\u3400-\u9fff]{1,8}?)(?:\d{1,2}月\d{1,2}日)?(?:电|讯|[-—]{2})")
_SLASHED = re.compile(
    r"(?P<place>[^\W\d_][^/\d.!?]{1,40},\s\d{1,2}\s\w{3,10}\.?)\s(?:/(?P<agency>[^/]{2,20})/|[-–—]\s(?P<named>[^.–—-]{2,20}))[.–—-]"
)
_KOREAN = re.compile(r"[(\[](?P<place>[^=()\[\]]{1,12})=(?P<agency>[^=()\[\]]{2,16})[)\]]")
_LONGEST = 140


def dateline(places: Places) -> tuple[Claim, Mention | None]:
    """The dateline of the first body lines, and the agency that it names as a mention of a source."""
    for line in [n for n in places.zones.body if n >= (places.title or 0)][:3]:
        text = places.text(line)[:_LONGEST].lstrip("【[(（") if places.text(line)[:1] not in "([" else places.text(line)[:_LONGEST]
        shift = places.text(line).find(text)
        for pattern in (_BRACKETED, _CHINESE, _SLASHED, _KOREAN):
            found = pattern.match(text)
            if found is None:
                continue
            key = "named" if pattern is _SLASHED and found["agency"] is None else "agency"
            name = found[key].strip()
            if not _known(name):
                continue
            begin, end = shift + found.start(), shift + len(found.group().rstrip(" -–—."))
            claim = Claim(
                status=Status.STATED,
                value=places.text(line)[begin:end],
                confidence=Confidence.HIGH,
                rule="dateline",
                evidence=(places.span(line, begin, end),),
                why=("a place and an agency open the text",),
            )
            at = shift + found.start(key)
            return claim, Mention("agency", name, _stripped(places, line, at, found[key]))
    return MISSING, None


def _stripped(places: Places, line: int, at: int, text: str) -> Span:
    lead = len(text) - len(text.lstrip())
    return places.span(line, at + lead, at + lead + len(text.strip()))


def _known(name: str) -> bool:
    return any(part.strip().casefold() in agencies() for part in [name, *re.split(r"[/,–-]", name)])
