"""The headline, parted from the name of the site that pages put behind it."""

from __future__ import annotations

import msgspec

from checks.claims.places import Places
from checks.model import MISSING, Claim, Confidence, Span, Status
from checks.patterns import lazily

PARTING = lazily(r"\s+[|｜\-–—·•*»«:]+\s+|\s?[|｜：_]+\s?|\s+@\s+")
_MARKS = "|｜-–—·•*»«:：_@"
"""What every match of `PARTING` has."""
_LONGEST = 400
_GAP = lazily(r"\S\s{3}\s*\S")
_CLOSING = ("'", "’", "』", "」", "》")
_PIECE = lazily(r"\S+(?:\s{1,2}\S+)*")


class Parted(msgspec.Struct, frozen=True):
    """A line of the page's title: where the headline stands in it and the parts beside it, nearest the site's name first."""

    line: int
    headline: tuple[int, int]
    parts: tuple[tuple[int, int], ...]
    sure: bool
    """Whether the headline is proved by a line of its own."""
    joined: bool = False
    """Whether the page's title has more of the headline, parted by a colon, than that line."""


def parted(places: Places) -> Parted | None:
    """The first line of the page cut into the headline and other parts; None for a page without text and for a record."""
    if not places.inked or places.record is not None:
        return None
    line = places.inked[0]
    text = places.text(line)[:_LONGEST]
    title = places.title
    shown = places.text(title)[:_LONGEST] if title is not None and title != line else ""
    if shown and shown == text:
        return Parted(line, (0, len(text)), (), sure=True)
    proved = _proved(line, text, shown)
    if proved is not None:
        return proved
    parts = _parts(text, 0, len(text))
    if len(parts) < 2 and shown and title is not None:  # a menu opens the page; the name may stand behind the headline
        line, text = title, shown
        parts = _parts(text, 0, len(text))
    if not parts:
        return Parted(line, (0, len(text)), (), sure=False)
    longest = max(range(len(parts)), key=lambda n: parts[n][1] - parts[n][0])
    rest = parts[longest + 1 :][::-1] + parts[:longest]
    return Parted(line, parts[longest], rest, sure=False)


def _proved(line: int, text: str, shown: str) -> Parted | None:
    """The page's title cut where the headline shown over the article stands in it; None where it does not."""
    whole = _joined(text, shown) if len(shown) > _SHORT else None
    if whole:
        begin, end = whole
        return Parted(line, whole, _parts(text, end, len(text))[::-1] + _parts(text, 0, begin), sure=True, joined=True)
    if shown and text.startswith(shown):
        return Parted(line, (0, len(shown)), _parts(text, len(shown), len(text))[::-1], sure=True)
    if shown and text.endswith(shown):
        return Parted(line, (len(text) - len(shown), len(text)), _parts(text, 0, len(text) - len(shown)), sure=True)
    return None


_SHORT = 8
_END = lazily(r"\s+[|｜\-–—·•*]+\s+|[|｜_]")


def _joined(text: str, shown: str) -> tuple[int, int] | None:
    """Where a headline stands that a colon joins with what the line over the article shows of it."""
    begin = text.find(shown)
    if begin < 0:
        return None
    end = begin + len(shown)
    head, rest = text[:begin].rstrip(), text[end:]
    if head.endswith(":") and not _END.search(head):
        begin = 0
    elif rest.startswith(":") and rest[1:2] == " ":
        cut = _END.search(text, end)
        end = cut.start() if cut else len(text)
    else:
        return None
    return begin, end


def _parts(text: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    found = []
    begin = start
    cuts = PARTING.finditer(text, start, end) if any(mark in text for mark in _MARKS) else ()
    for cut in [*cuts, None]:
        b, e = begin, cut.start() if cut else end
        while b < e and not (text[b].isalnum() or text[b] in '("“«„'):
            b += 1
        while e > b and not (text[e - 1].isalnum() or text[e - 1] in '.!?)"”»“…+'):
            e -= 1
        if e > b:
            found.append((b, e))
        begin = cut.end() if cut else end
    return tuple(found)


def headline(places: Places, site: Span | None, page: Parted | None) -> Claim:
    """The headline: the title's line, without the site's name that stands behind it in the page's title."""
    line = places.title
    if line is None:
        return MISSING
    told = places.recorded("headline")
    if told is not None and places.line_at(told.start) == line:
        return _stated(places, told, "a label for headlines stands before it", "label")
    span = places.whole(line)
    why = "the line stands over the article"
    if page is not None and page.joined:
        span = places.span(page.line, *page.headline)
        why = "the line over the article and the page's title show it"
    if page is not None and page.line == line and site is not None and span.start <= site.start < span.end:
        begin, end = page.headline
        before = places.text(line)[: site.start - places.span(line, 0, 0).start].rstrip()
        if before.endswith(("|", "｜")) and not any(bar in before[:-1] for bar in "|｜"):  # dashes before the only bar are the headline's
            begin, end = 0, len(before[:-1].rstrip())
        while places.text(line)[end : end + 1] in _CLOSING:
            end += 1
        span = places.span(line, begin, end)
        why = "the line stands over the article; the name of the site behind it is left out"
    gap = _GAP.search(document.quote(span)) if (document := places.document) else None
    if gap:  # what stands beside the headline in its line: a rubric, a control
        pieces = [(m.start(), m.end()) for m in _PIECE.finditer(document.quote(span))]
        begin, end = max(pieces, key=lambda piece: (piece[1] - piece[0], piece[0]))
        span = Span(span.start + begin, span.start + end)
    if span.end <= span.start:
        return MISSING
    return _stated(places, span, why, "title line")


def _stated(places: Places, span: Span, why: str, rule: str) -> Claim:
    value = places.document.quote(span)
    return Claim(status=Status.STATED, value=value, confidence=Confidence.HIGH, rule=rule, evidence=(span,), why=(why,))
