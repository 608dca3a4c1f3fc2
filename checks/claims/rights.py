"""What a page says of its rights: copyright notice, licence, terms of use."""

from __future__ import annotations

import re

from checks.claims.labels import phrases
from checks.claims.places import Places
from checks.model import MISSING, Claim, Confidence, Status

_LICENCE = re.compile(
    r"(?:https?://creativecommons\.org/(?:licenses|publicdomain)/[\w./-]{1,40}|\bCC[ -](?:BY(?:-(?:NC|SA|ND)){0,2}|0)(?: \d\.\d)?|\bCreative Commons(?: [A-Z][\w-]{2,20}){0,4})"
)
_TERMS = (
    "republish",
    "reprint",
    "转载",
    "轉載",
    "転載",
    "reproduced without",
    "wiederveröffentlich",
    "weiterverwend",
    "nachdruck",
    "reproduction",
    "reproducción",
    "reprodução",
    "перепечат",
    "무단",
)
_NOTICE = re.compile(r"(?:©|\(c\) ?\d{4}|copyright\b|版权所有)", re.IGNORECASE)


def rights(places: Places) -> tuple[Claim, Claim, Claim]:
    """Copyright notice, licence and terms of use, each as printed."""
    text = places.document.text
    notice = licence = terms = MISSING
    has_notice = "©" in text or "opyright" in text or "(c)" in text or "COPYRIGHT" in text or "版权所有" in text or _reserved(text)
    has_licence = "reative" in text or "CC" in text
    if not (has_notice or has_licence or any(word in text for word in _TERMS[:4])):
        return notice, licence, terms
    captions = set(places.zones.captions)
    for line in dict.fromkeys([*places.tail[2:], *places.foot]):
        if line in captions:
            continue
        shown = places.text(line)
        if len(shown) > 400:
            continue
        low = shown.casefold()
        if (
            notice is MISSING
            and has_notice
            and (
                _NOTICE.match(shown.lstrip("* ·|"))
                or (_NOTICE.search(shown) and any(c.isdigit() for c in shown))
                or any(p in low for p in phrases("rights") if len(p) > 6)
            )
        ):
            notice = _as_printed(places, line, "copyright notice")
        found = _LICENCE.search(shown) if has_licence and licence is MISSING else None
        if found:
            licence = Claim(
                status=Status.STATED,
                value=found.group().strip(),
                confidence=Confidence.MEDIUM,
                rule="licence name",
                evidence=(places.span(line, found.start(), found.start() + len(found.group().strip())),),
                why=("a licence is named outside the body",),
            )
        if terms is MISSING and len(shown) > 12 and any(word in low for word in _TERMS):
            terms = _as_printed(places, line, "terms of use")
    return notice, licence, terms


def _reserved(text: str) -> bool:
    return "reserved" in text or "vorbehalten" in text or "réservés" in text or "reservados" in text


def _as_printed(places: Places, line: int, rule: str) -> Claim:
    return Claim(
        status=Status.STATED,
        value=places.text(line),
        confidence=Confidence.MEDIUM,
        rule=rule,
        evidence=(places.whole(line),),
        why=("the line says so in the page's own words",),
    )
