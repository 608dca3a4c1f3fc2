"""Holes: a quotation or bracket that a paragraph opens and no paragraph closes, or closes without having opened."""

from __future__ import annotations

from checks.claims.completeness.pairs import STYLES, Unpaired, unpaired
from checks.claims.completeness.sign import Sign
from checks.claims.completeness.stops import has_stop
from checks.claims.completeness.tail import Tail
from checks.model import Confidence, Document, Span, Zones

_STARTS = "\"“”„«»「『‘’'"
_QUOTES = '"“”„«»「」『』'
_OPENED_BY = {"”": "“„", "“": "„", "»": "«", "«": "»", "」": "「", "』": "『"}
"""What opens a quotation that a mark closes: a text that never uses it is not careful enough to be judged."""
_BRACKETS = "([（【"
SHORTEST = 30
MOST = 1
"""Holes above which a text is taken to be careless with its marks rather than cut: what is lost in one place
leaves one. Two of 210 complete articles have one."""


def holes(document: Document, zones: Zones, end: Tail) -> list[Sign]:
    """The places where a paragraph seems to lack its other half; none where a text has too many to mean anything."""
    lines = zones.body
    found: list[Sign] = []
    for at in _uneven(document, lines):
        line, text = lines[at], document.lines[lines[at]]
        if line >= end.line or len(text) < SHORTEST or (end.page and not _is_paragraph(document.lines, lines, at)):
            continue
        left = unpaired(text)
        spot = left.opened if left.opened is not None else left.closed
        if spot is None or _continues(document.lines, lines, at, left, page=end.page):
            continue
        if text[spot] in _BRACKETS and not has_stop(text):
            continue  # a table or a piece of code
        if left.closed is not None and not any(mark in document.text for mark in _OPENED_BY.get(text[spot], text[spot])):
            continue
        start = int(document.starts[line]) + spot
        found.append(Sign("hole", Span(start, start + 1), _why(left), Confidence.MEDIUM, cut=not end.page, doubt=end.page))
        if len(found) > MOST:
            return []
    return found


def _is_paragraph(texts: tuple[str, ...], lines: tuple[int, ...], at: int) -> bool:
    """Whether a line is a paragraph of its own, and no piece of one that a link or a word in italics has split."""
    text = texts[lines[at]].strip()
    if not has_stop(text) or text[0].islower() or text[0] in ",.;:":
        return False
    if at and lines[at - 1] == lines[at] - 1 and not has_stop(texts[lines[at - 1]]):
        return False
    following = texts[lines[at] + 1].strip() if lines[at] + 1 < len(texts) else ""
    return not following or not (following[0].islower() or following[0] in ",.;:)”»")


def _why(left: Unpaired) -> str:
    if left.opened is not None:
        return "a quotation or bracket is opened and never closed: something in between is missing"
    return "a quotation is closed that was never opened: something in between is missing"


def _uneven(document: Document, lines: tuple[int, ...]) -> list[int]:
    """Which of some lines, by their place in the list, have an odd number of quotation marks or brackets left over."""
    texts = document.lines
    whole = "\n".join([texts[line] for line in lines])
    ascii_only = whole.isascii()
    quotes = [mark for mark in ('"' if ascii_only else _QUOTES) if mark in whole]
    opening = [mark for mark in ("([" if ascii_only else _BRACKETS) if mark in whole]
    shutting = [mark for mark in (")]" if ascii_only else ")]）】") if mark in whole] if opening else []
    if sum(map(whole.count, quotes)) % 2 == 0 and sum(map(whole.count, opening)) <= sum(map(whole.count, shutting)):
        return []  # two lines that are uneven are a speech in two paragraphs, or slips
    found = []
    for at, line in enumerate(lines[:-1] if quotes or opening else ()):
        count = texts[line].count
        if sum(map(count, quotes)) % 2 or sum(map(count, opening)) > sum(map(count, shutting)):
            found.append(at)
    return found


def _continues(texts: tuple[str, ...], lines: tuple[int, ...], at: int, left: Unpaired, *, page: bool) -> bool:
    """Whether the paragraph after (or before) takes the quotation up, as speeches of several paragraphs do."""
    if left.closed is not None:
        return not at or unpaired(texts[lines[at - 1]]).opened is not None
    text, following = texts[lines[at]], texts[lines[at + 1]].lstrip() if at + 1 < len(lines) else ""
    whole_speech = page and not text[: left.opened].strip()
    return whole_speech or _opens_as(following[:1], text[left.opened or 0]) or unpaired(following).closed is not None


def _opens_as(first: str, mark: str) -> bool:
    """Whether a paragraph opens with a quotation mark of the kind that was left open."""
    return first in _STARTS and not any(mark in style and first not in style for style in STYLES)
