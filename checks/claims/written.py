"""Bylines of languages that write no space before the name, Chinese, Japanese, Korean, and those within a dateline."""

from __future__ import annotations

import re
from functools import cache

from checks.claims.candidate import Candidate
from checks.claims.labels import dense
from checks.claims.name_pieces import pieces
from checks.claims.names import agencies, is_han_name, is_person
from checks.claims.places import Places
from checks.lexicon import phrases
from checks.patterns import lazily


@cache
def _writers() -> re.Pattern[str]:
    """Labels for authors of scripts without spaces, and what may stand between them and the name."""
    labels = sorted((label for label in phrases("author") | {"原创"} if dense(label[-1])), key=lambda label: (-len(label), label))
    return re.compile("(" + "|".join(map(re.escape, labels)) + ")[ \xa0\u3000]{0,4}")


def written(text: str, line: int, found: list[Candidate]) -> bool:
    """Chinese and Japanese: `…记者 NAME`, `作者 NAME`, `原创 NAME` without a colon."""
    named = 0
    for label in _writers().finditer(text):
        if named and label.start() - named > _APART:
            break
        begin = stop = label.end()
        if label[1] == "原创":
            stop = begin + len(text[begin:].split(None, 1)[0]) if begin < len(text) else begin
            fits = label.start() == 0 and begin > len(label[1]) and 1 < stop - begin <= 30
        else:
            while stop < len(text) and stop - begin < 5 and "\u3400" <= text[stop] <= "\u9fff":
                stop += 1
            stop = _before_place(text, begin) or stop
            ended = stop == len(text) or not text[stop].isalnum() or stop == _before_place(text, begin)
            fits = is_han_name(text[begin:stop]) and ended and not _shot(text[stop:])
        if fits:
            found.append(Candidate(line, begin, stop, "written", "author", label[1], label.start(), line))
            named = _further(text, stop, line, label, found) if label[1] != "原创" else stop
    return bool(named)


_SENT = lazily(r"([\u3400-\u9fff]{4,8})\d{1,2}日[\u3400-\u9fff]{0,4}[電电]")
_LONGEST_PLACE = 5


def _before_place(text: str, begin: int) -> int:
    """Where a name ends that the place and the day of a dispatch follow without a space, `記者NAME花蓮5日電`; 0 for another form."""
    sent = _SENT.match(text, begin)
    sizes = (3, 2) if sent else ()
    return next((begin + n for n in sizes if sent and is_han_name(sent[1][:n]) and 1 < len(sent[1]) - n <= _LONGEST_PLACE), 0)


_APART = 2
"""Characters between a name and the label of the next one: `记者 NAME 通讯员 NAME`."""
_NEXT = lazily(r"[ \xa0\u3000、]([\u3400-\u9fff]{2,4})(?![^\W\d_])")


def _further(text: str, stop: int, line: int, label: re.Match[str], found: list[Candidate]) -> int:
    """The names that follow the first behind a label, and where the last ends."""
    while (
        (other := _NEXT.match(text, stop))
        and is_han_name(other[1])
        and not _shot(text[other.end() :])
        and other[1] not in phrases("author")
    ):
        found.append(Candidate(line, other.start(1), other.end(1), "written", "author", label[1], label.start(), line))
        stop = other.end()
    return stop


def _shot(behind: str) -> bool:
    """Whether the words behind a name say that its bearer took the picture."""
    return behind.lstrip(" /／\u3000").startswith(("摄", "攝", "撮影"))


_SIGNED = lazily(r"(?<![가-힣])((?:[가-힣]{2,4}[·ㆍ,]\s?){0,3})([가-힣]{2,4})\s(기자|특파원)(?![가-힣])")
_KOREAN = lazily(r"[가-힣]{2,4}")


def signed(text: str, line: int, found: list[Candidate]) -> bool:
    """Korean: `NAME 기자` that opens a line, or ends it, a mail address after it left out."""
    sign = _SIGNED.search(text)
    if (
        sign is None
        or text[: sign.start()].rstrip(" =:：|").endswith("사진")
        or (sign.start() and text[sign.end() :].strip(" =.)]") and "@" not in text[sign.end() :])
    ):
        return False
    every = [*_KOREAN.finditer(text, *sign.span(1)), *_KOREAN.finditer(text, *sign.span(2))]
    found += [Candidate(line, *name.span(), "written", "author", sign[3], sign.start(3), line) for name in every]
    return True


_WIRE = lazily(r"[(\[][^=()\[\]\n]{1,12}=[^=()\[\]\n]{2,16}[)\]]\s?([가-힣]{2,4})\s(기자|특파원)\s?=")


def of_the_wire(places: Places, found: list[Candidate]) -> None:
    """Korean: `(PLACE=AGENCY) NAME 기자 =`, which opens the text."""
    for line in places.zones.body[:_FIRST]:
        sign = _WIRE.match(places.text(line)[:_LONGEST_OPENING])
        if sign:
            found.append(Candidate(line, sign.start(1), sign.end(1), "written", "author", sign[2], sign.start(2), line))


_DATELINE = lazily(r"([^()\n]{2,40}?)\s?\(([^()\n]{2,20})\)\s?[-–—]{1,2}\s([^()\n–—-]{5,60}?)\s[-–—]{1,2}\s")


_BEFORE_PLACE = lazily(r"([^\W\d_][^()/\n]{4,60}?)\s?/\s?([^()/\n]{2,40}?),?\s?\(([^()\n]{2,20})\)\s?[-–—.:]")


def of_the_dateline(places: Places, found: list[Candidate]) -> None:
    """Turkish, Indonesian and others: `PLACE (AGENCY) - NAME - ` or `NAME/PLACE, (AGENCY)-`, which opens the text."""
    for line in places.head:
        text = places.text(line)
        if len(text) < _LONGEST_OPENING or "(" not in text[:_LONGEST_OPENING]:
            continue
        opening, agency, names = _DATELINE.match(text), 2, 3
        if opening is None:
            opening, agency, names = _BEFORE_PLACE.match(text), 3, 1
        if opening is None or opening[agency].casefold() not in agencies():
            continue
        every = [piece for begin, end in _dashed(text, *opening.span(names)) for piece in pieces(text, begin, end)]
        if all(is_person(text[begin:end]) for begin, end in every):
            found += [
                Candidate(line, begin, end, "written", "author", opening[agency], opening.start(agency), line) for begin, end in every
            ]


def _dashed(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The stretches between dashes with spaces."""
    gaps = [gap.span() for gap in _DASH.finditer(text, start, end)]
    return list(zip([start, *(after for _, after in gaps)], [*(before for before, _ in gaps), end], strict=True))


_DASH = lazily(r"\s[-–—]\s")
_FIRST, _LONGEST_OPENING = 3, 80
