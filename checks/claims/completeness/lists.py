"""Lists that are announced and do not come."""

from __future__ import annotations

from checks.claims.completeness.sign import Sign
from checks.claims.completeness.stops import has_stop
from checks.claims.completeness.tail import Tail
from checks.claims.completeness.vocabulary import vocabulary
from checks.model import Confidence, Document, Span, Zones
from checks.patterns import lazily

_ITEM = lazily(r"\s*(\d{1,2})\s?[.)、．）]\s*\S")
_COUNT = lazily(r"(?<![\d.,])(\d{1,2})(?![\d.,%:°])")
_LABEL = lazily(r"[^\W\d][^:：]{1,30}[:：]\s?\S")
_WORD = lazily(r"[^\W\d_]+")
_BULLETS = "-–—•*·▪▫‣◦●○■□"
MOST = 40
LONGEST_ITEM = 80


def is_item(end: Tail) -> bool:
    """Whether the last line is built like the one before it: both short and with a bullet, as `name: value`, or with numbers."""
    before = end.before[-1] if end.before else ""
    if not before or max(len(before), len(end.text)) > LONGEST_ITEM or has_stop(before):
        return False
    pair = (before, end.text)
    if before[0] == end.text[0] and before[0] in _BULLETS and before[1:2] == end.text[1:2] == " ":
        return True
    return all(map(_LABEL.match, pair)) or all(any(c.isdigit() for c in line) and not line[-1].islower() for line in pair)


def missing(document: Document, zones: Zones, end: Tail) -> Sign | None:
    """A sign that the article ends where a list should begin, or before the list is told to the end."""
    if end.text[-1:] in ":：" and not end.after:
        return Sign("missing-list", end.last(60), "the text announces something and ends", Confidence.LOW, doubt=True)
    item = _ITEM.match(end.text[:12]) if end.text.lstrip()[:1].isdecimal() else None
    if not item or not end.bare:
        return None
    reached = int(item.group(1))
    told = _announced(document, zones)
    if told is None or not 1 <= reached < told[0] <= MOST:
        return None
    why = f"{told[0]} points are announced, and the list ends with number {reached}"
    return Sign(
        "missing-list",
        end.span if end.span.end - end.span.start <= 60 else end.last(60),
        why,
        Confidence.MEDIUM,
        cut=True,
    )


def _announced(document: Document, zones: Zones) -> tuple[int, Span] | None:
    """The number of points that the headline speaks of."""
    if zones.title is None:
        return None
    span = document.stripped_span(zones.title)
    title = document.quote(span)[:300]
    counted = _COUNT.search(title)
    if counted:
        return int(counted.group(1)), span
    numbers = vocabulary().numbers
    return next(((numbers[w], span) for w in _WORD.findall(title.casefold()) if w in numbers), None)
