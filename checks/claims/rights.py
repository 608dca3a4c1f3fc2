"""What a page says of its rights: copyright notice, licence, terms of use."""

from __future__ import annotations

from functools import cache

from checks.claims.places import Places
from checks.lexicon import phrases
from checks.model import MISSING, Claim, Confidence, Status
from checks.patterns import lazily

_LICENCE = lazily(
    r"(?:https?://creativecommons\.org/(?:licenses|publicdomain)/[\w./-]{1,40}|\bCC[ -](?:BY(?:-(?:NC|SA|ND)){0,2}|0)(?: \d\.\d)?|\bCreative Commons(?: [A-Z][\w-]{2,20}){0,4})"  # noqa: E501
)
TERMS = (
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
_NOTICE = lazily(r"(?i)(?:(?<!Ã)©|[(（]c[)）]\s?(?:\d{4}|[\u3041-\u30ff\u3400-\u9fff\uac00-\ud7a3])|copyright\b|版权所有|版權所有)")


def rights(places: Places) -> tuple[Claim, Claim, Claim]:
    """Copyright notice, licence and terms of use, each as printed."""
    notice = licence = terms = MISSING
    for line in _lines(places):
        shown = places.text(line)
        low = shown.casefold()
        if notice is MISSING and (
            _NOTICE.match(shown.lstrip("* ·|")) or (_NOTICE.search(shown) and any(c.isdigit() for c in shown)) or _reserved(low)
        ):
            notice = _as_printed(places, line, "copyright notice")
        found = _LICENCE.search(shown) if licence is MISSING and ("CC" in shown or "reative" in low) else None
        if found:
            name = found.group().strip()
            span = places.span(line, found.start(), found.start() + len(name))
            licence = Claim(
                status=Status.STATED,
                value=name,
                confidence=Confidence.MEDIUM,
                rule="licence name",
                evidence=(span,),
                why=("a licence is named outside the body",),
            )
        if terms is MISSING and len(shown) > _SHORTEST_TERMS and any(word in low for word in TERMS):
            terms = _as_printed(places, line, "terms of use")
    return notice, licence, terms


_SHORTEST_TERMS = 12
_LONGEST_LINE = 400
SIGNS = {
    "©": ("©",),
    "(": ("(c)", "(C)"),
    "（": ("（c）", "（C）"),
    "opyright": ("opyright",),
    "OPYRIGHT": ("OPYRIGHT",),
    "版": ("版权", "版權"),
    "eserv": ("reserved", "Reserved", "reservados"),
    "RESERVED": ("RESERVED",),
    "éserv": ("réservés",),
    "vorbehalten": ("vorbehalten",),
    "reative Commons": ("reative Commons",),
    "CC": ("CC BY", "CC-BY", "CC0"),
    "republish": ("republish",),
    "repro": ("reproduced without", "reproduction", "reproducción", "reprodução"),
    "reprint": ("reprint",),
    "wiederveröffentlich": ("wiederveröffentlich",),
    "weiterverwend": ("weiterverwend",),
    "nachdruck": ("nachdruck",),
    "转": ("转载",),
    "轉": ("轉載",),
    "転": ("転載",),
    "п": ("перепечат",),
    "무": ("무단",),
}
"""What one of these lines holds, by what several of them have in common: most pages hold few of these parts."""
_MOST = 6
"""Places of a sign that are looked at."""


def _lines(places: Places) -> list[int]:
    """Lines below the body, and captions left out, that hold a sign of rights."""
    last = places.zones.last_body
    begin = places.starts[last] if last is not None else 0
    text = places.document.text[begin:]
    found: set[int] = set()
    for sign in (sign for part, signs in SIGNS.items() if part in text for sign in signs):
        at = text.find(sign)
        for _ in range(_MOST):
            if at < 0:
                break
            found.add(places.line_at(begin + at))
            at = text.find(sign, at + len(sign))
    kinds = places.zones.kinds
    return sorted(n for n in found if kinds[n] != "caption" and len(places.bare[n]) <= _LONGEST_LINE)


def _reserved(low: str) -> bool:
    return any(phrase in low for phrase in _long_phrases())


@cache
def _long_phrases() -> tuple[str, ...]:
    return tuple(sorted(phrase for phrase in phrases("rights") if len(phrase) > 9 or not phrase.isascii()))


def _as_printed(places: Places, line: int, rule: str) -> Claim:
    return Claim(
        status=Status.STATED,
        value=places.text(line),
        confidence=Confidence.MEDIUM,
        rule=rule,
        evidence=(places.whole(line),),
        why=("the line says so in the page's own words",),
    )
