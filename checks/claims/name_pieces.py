"""A line cut into the stretches that may be names."""

from __future__ import annotations

import re
import unicodedata

from checks.claims.labels import dense, phrases

_SEGMENTS = re.compile(r"[\s|｜•·●»→,;，](?:(?<=[|｜•·●»→,;，])\s*|(?<=\s)(?:\s*[-–—/]+\s+|\s+)|(?<=\xa0))")


def pieces(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The stretches between commas, bars, brackets and words for `and`."""
    ands = phrases("and")
    if not unparted(text[start]) and not _PARTED.search(text, start, end) and ands.isdisjoint(text[start:end].casefold().split()):
        begin, stop = trimmed(text, start, end)
        return [(begin, stop)] if begin < stop else []
    found: list[tuple[int, int]] = []
    begin = last = start
    for gap in _BETWEEN.finditer(text, start, end):
        stop, after = gap.span()
        if text[last:stop].casefold() in ands and last > begin:
            found.append((begin, last))
            begin = stop + 1
        elif after - stop > 1 or text[stop] not in " \xa0" or (stop > begin and unparted(text[stop - 1]) and unparted(text[start])):
            found.append((begin, stop))
            begin = stop + 1
        last = after
    if text[last:end].casefold() in ands and last > begin:
        found.append((begin, last))
        begin = end
    found.append((begin, end))
    return [(b, e) for b, e in (trimmed(text, b, e) for b, e in found if b < e) if b < e]


def unparted(character: str) -> bool:
    """Whether names are written in this script without a space inside: in Chinese and Japanese, but not in Thai."""
    return character >= "\u3005" and dense(character)


_PARTED = re.compile(r"[,;、&/+|•·—()（），；\t<>]|[ \xa0][ \xa0]")
_BETWEEN = re.compile(r"[ \xa0,;、&/+|•·—()（），；\t<>]+")


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch without the punctuation around it and without what follows Chinese names."""
    while start < end and not (text[start].isalnum() or text[start] in '@"“«'):
        start += 1
    while start < end and not (text[end - 1].isalnum() or text[end - 1] in '."”»)' or unicodedata.category(text[end - 1])[0] == "M"):
        end -= 1
    if end - start > 2 and dense(text[end - 1]):
        ending = next((one for one in _DOING if text.endswith(one, start, end) and end - start - len(one) >= 2), "")
        end -= len(ending)
        cut = text.find("_", start, end)
        end = cut if cut > start else end
    while end > start and text[end - 1] == "." and text[start:end].count(".") == 1 and len(text[start:end].rsplit(maxsplit=1)[-1]) > 3:
        end -= 1
    return start, end


_DOING = ("编译", "撰文", "整理")


_CUT = re.compile(r"[|｜•·●»→,;，\xa0]|\s[\s/–—-]")
"""What a line without bars, dashes, commas and wide gaps does not hold."""


def segments(text: str) -> list[tuple[int, int]]:
    """The stretches of a line between bars, dashes, commas and wide gaps."""
    if not _CUT.search(text):
        return [(0, len(text))] if text else []
    spans = []
    begin = 0
    for cut in _SEGMENTS.finditer(text):
        spans.append((begin, begin + len(text[begin : cut.start()].rstrip())))
        begin = cut.end()
    spans.append((begin, len(text)))
    return [(b, e) for b, e in spans if b < e]
