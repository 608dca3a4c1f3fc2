"""The time of day beside a date, and the zone printed with it."""

from __future__ import annotations

import re
from typing import NamedTuple

from checks.claims.dates.names import bare, names
from checks.patterns import lazily

_WINDOW, _JOIN = 48, 24
_DIGIT = lazily(r"\d")
# All repetitions are bounded and the text is cut to the window first: no input makes these slow.
_TIME = (
    r"(\d{1,2})(?:\s?[:：hH]\s?(\d{2})(?:[:：](\d{2}))?|\.(\d{2})(?:\.(\d{2}))?|\s?[時时點点시](?:\s?(\d{1,2})\s?[分분])?"
    r"|(?=\s?[aApP]\.?\s?[mM]\b))(?![\d:]|\.\d)"
)
_CLOCK = lazily(r"(?<![\d.:])" + _TIME)
_GLUED = lazily(_TIME)
_HALF = lazily(r"\s?([aApP])\.?\s?[mM]\b\.?")
_ZONE = lazily(r"\s{0,2}\(?((?:GMT|UTC)\s?(?:[+\-−]\s?\d{1,2}(?::?\d{2})?)?|[A-Z]{1,5}\b|[А-Я]{3}\b|[+\-−]\d{2}:?\d{2})")
_OFFSET = lazily(r"([+\-−])\s?(\d{1,2}):?(\d{2})?$")


class Time(NamedTuple):
    """A time of day: where it stands, ISO 8601 with the seconds printed, the zone as printed and its offset."""

    start: int
    end: int
    iso: str
    zone: str | None
    offset: str


def time_beside(text: str, start: int, end: int, line: tuple[int, int]) -> Time | None:
    """The time printed right behind a date, else right before it, in the same line."""
    low, high = max(line[0], start - _WINDOW), min(line[1], end + _WINDOW)
    digit = _DIGIT.search(text, end, min(high, end + _JOIN + 1))
    found = digit and (_GLUED if digit.start() == end else _CLOCK).match(text, digit.start(), high)
    said = _joins(text[end : found.start()]) if found else None
    if found and said is not None and (time := _read(text, found, high, said)):
        return time
    before = list(_CLOCK.finditer(text, low, start)) if _DIGIT.search(text, low, start) else ()
    if before:
        time = _read(text, before[-1], start, "")
        if time and _joins(text[time.end : start]) is not None:
            return time
    return None


def _joins(between: str) -> str | None:
    """The words between a date and a time when nothing else stands there, else None."""
    if len(between) > _JOIN or any(char.isdigit() for char in between):
        return None
    table = names()
    said = bare(between)
    loose = (table.fillers, table.weekdays, table.am, table.pm, table.zones, table.day_marks)
    if said in table.weekdays or all(any(word in some for some in loose) for word in said.split()):
        return said
    return None


def _read(text: str, found: re.Match[str], high: int, said: str) -> Time | None:
    table = names()
    hour, minute = int(found[1]), int(found[2] or found[4] or found[6] or 0)
    second = int(found[3] or found[5]) if found[3] or found[5] else None
    end = found.end()
    half = _HALF.match(text, end, high) if end < high else None
    after = bare(text[end : min(end + 14, high)]).split()[:1]
    noon = (half[1].lower() == "p") if half else None
    if noon is None and hour <= 12:
        words = {*said.split(), *after}
        if words & table.pm and not words & table.am:
            noon = True
        elif words & table.am and not words & table.pm:
            noon = False
    if noon is not None:
        if not 1 <= hour <= 12:
            noon = None
        else:
            hour = hour % 12 + (12 if noon else 0)
    if half:
        end = half.end()
    if hour > 23 or minute > 59 or (second or 0) > 59:
        return None
    zone, offset, end = _zone(text, end, high)
    iso = f"{hour:02}:{minute:02}" + (f":{second:02}" if second is not None else "")
    return Time(found.start(), end, iso, zone, offset)


def _zone(text: str, end: int, high: int) -> tuple[str | None, str, int]:
    found = _ZONE.match(text, end, high) if end < high else None
    if not found:
        return None, "", end
    printed = found[1].strip()
    word = bare(printed)
    if word and word not in names().zones:
        return None, "", end
    sign = _OFFSET.search(printed)
    offset = ""
    if sign and int(sign[2]) <= 14:
        offset = f"{'+' if sign[1] == '+' else '-'}{int(sign[2]):02}:{sign[3] or '00'}"
    elif printed in ("UTC", "GMT", "Z"):
        offset = "Z"
    return printed, offset, found.end(1) + (text[found.end(1) : found.end(1) + 1] == ")" and "(" in found[0])
