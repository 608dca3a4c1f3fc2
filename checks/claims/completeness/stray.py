"""The lines around the end of an article on a page: furniture, the article's last words, or a line that is broken off.

A line model takes a broken-off line for furniture as often as not, and furniture for the end of an article, so on a
page not only the last line of the article is looked at but its neighbours too.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import islice

import msgspec

from checks.claims.completeness.ending import is_address, is_dangling, is_label, last_word, occurrence
from checks.claims.completeness.stops import DENSE, HANGING, STOPLESS, has_stop
from checks.claims.completeness.tail import LONGEST, RUNS_ON, Tail
from checks.model import Document, Span, Zones

FEATURES = (
    "bias", "log line", "short line", "inner stop", "comma", "lower end", "capital end", "digit end", "dangling word",
    "word unknown", "word is beginning", "capital words", "few words", "address", "label", "open quotation", "dense",
    "indented alike", "prose before", "lower end after prose", "prose after", "like next line", "like line before", "junk share",
    "is body", "is section-nav", "is related-block", "is other furniture", "place before", "earlier block", "first after", "later after",
    "shared words", "log size above", "split paragraphs",
)  # fmt: skip
SHORTEST = 10
GAP = 2
"""Lines of furniture that an article may have in its midst; more of them end a block of it."""
BLOCKS = 4
TITLED = 4
EARLIER = -9
"""The place of a line around the end of an earlier block."""
ABOVE, BELOW = 5, 6
"""Lines of the article, counted from its end, and lines after it that may be the broken-off one."""
CONTEXT = 6
PROSE = 80
"""Characters from which a line that ends in a full stop counts as a paragraph."""
NEVER = frozenset({"meta", "title", "junk:share-widget", "junk:consent", "junk:breadcrumb", "junk:comments", "junk:paywall"})
BODY = frozenset({"body", "lead", "subhead"})
_WORD = re.compile(r"[^\W\d_]{4,}")


class Suspect(msgspec.Struct, frozen=True):
    """A line that may be broken off: where its text stands, and its place: 0 for the last of the article, 1 for the next."""

    line: int
    text: str
    span: Span
    place: int


def suspects(document: Document, zones: Zones, end: Tail) -> Iterator[Suspect]:
    """The lines around the ends of an article that have no full stop and could be prose."""
    texts, kinds = document.lines, zones.kinds
    for line, place in _near(zones, end).items():
        text = texts[line].strip()[-LONGEST:]
        if len(text) < SHORTEST or not (text[-1].isalnum() or text[-1] in HANGING) or kinds[line] in NEVER:
            continue
        if ord(text[-1]) in STOPLESS or _goes_on(texts, line):
            continue
        stop = document.stripped_span(line).end
        yield Suspect(line, text, Span(stop - len(text), stop), place)


def _near(zones: Zones, end: Tail) -> dict[int, int]:
    """The lines around the ends of each block of running text, with their places: the last block is the article's end."""
    kinds, body = zones.kinds, end.body
    ends = [at for at in range(len(body) - 1) if body[at + 1] - body[at] > GAP and _filled(kinds, body[at], body[at + 1]) > GAP]
    places = {n: place for place, n in enumerate(end.after[:BELOW], 1)} | {n: -place for place, n in enumerate(reversed(body[-ABOVE:]))}
    for at in ends[:BLOCKS]:
        below = (n for n in range(body[at] + 1, len(kinds)) if kinds[n] != "blank")
        for n in (body[at], *islice(below, 4)):
            places.setdefault(n, EARLIER)
    if not zones.body and zones.title is not None:
        below = (n for n in range(zones.title + 1, len(kinds)) if kinds[n] != "blank")
        for n in islice(below, TITLED):
            places.setdefault(n, EARLIER)
    return places


def _filled(kinds: tuple[str, ...], first: int, last: int) -> int:
    """Lines between two that are not blank; counted no further than needed."""
    return sum(kind != "blank" for kind in kinds[first + 1 : min(last, first + 40)])


def _goes_on(texts: tuple[str, ...], line: int) -> bool:
    """Whether the next line of the file goes on with the paragraph, which a link has split."""
    following = texts[line + 1].lstrip()[:1] if line + 1 < len(texts) else ""
    return bool(following) and (following.islower() or following in RUNS_ON)


def features(document: Document, zones: Zones, end: Tail, one: Suspect) -> list[float]:
    """The numbers of a suspect, in the order of `FEATURES`."""
    text, texts, kind = one.text, document.lines, zones.kinds[one.line]
    words = text.split()
    word = last_word(text)
    dense = bool(DENSE.search(text[-8:]))
    length = len(text) * (2.5 if dense else 1.0)
    unknown, beginning = (0.0, 0.0) if dense else occurrence(document.text, word, one.span.end)
    letters = [w for w in words if w[0].isalpha()]
    above = end.body[max(0, (at := bisect_left(end.body, one.line)) - CONTEXT) : at]
    before, after = _neighbour(texts, one.line, -1), _neighbour(texts, one.line, 1)
    prose_before = len(before) > PROSE and has_stop(before)
    lower = bool(word) and word[0].islower() and text[-1].isalpha()
    junk = min(0.98, max(0.02, float(zones.junk_share[one.line])))
    return [
        1.0,
        math.log(1 + min(length, 200)),
        float(length < 40),
        float(". " in text or "? " in text or "! " in text or "。" in text),
        float("," in text or "，" in text or "、" in text),
        float(lower),
        float(bool(word) and word[0].isupper() and text[-1].isalpha()),
        float(text[-1].isdigit()),
        float(is_dangling(word, text, dense)),
        unknown,
        beginning,
        sum(w[0].isupper() for w in letters[1:]) / len(letters[1:]) if len(letters) > 1 else 0.5,
        float(not dense and len(words) <= 4),
        float(is_address(text)),
        float(is_label(text)),
        float(_is_open(text)),
        float(dense),
        float(bool(above) and _indent(texts[one.line]) == _indent(texts[above[-1]])),
        float(prose_before),
        float(prose_before and lower),
        float(len(after) > PROSE and has_stop(after)),
        _likeness(text, after),
        _likeness(text, before),
        math.log(junk / (1 - junk)),
        float(kind in BODY),
        float(kind == "junk:section-nav"),
        float(kind == "junk:related-block"),
        float(kind not in BODY and kind not in ("junk:section-nav", "junk:related-block", "caption")),
        float(EARLIER < one.place < 0),
        float(one.place == EARLIER),
        float(one.place == 1),
        float(one.place > 1),
        _shared(text, [texts[n] for n in above]),
        math.log(1 + min(sum(len(texts[n]) for n in above), 2000)),
        float(end.is_split),
    ]


def _neighbour(texts: tuple[str, ...], line: int, step: int) -> str:
    """The nearest line above or below that is not blank, of no more than eight."""
    stop = line + 9 * step
    lines = range(line + step, min(stop, len(texts)) if step > 0 else max(stop, -1), step)
    return next((text for n in lines if (text := texts[n].strip())), "")


def _likeness(text: str, other: str) -> float:
    """Whether two lines are built alike, as headlines in a list are."""
    if not other or has_stop(other):
        return 0.0
    return float(0.5 < len(text) / len(other) < 2)


def _is_open(text: str) -> bool:
    """Whether more quotations or brackets are opened than closed."""
    return text.count("“") > text.count("”") or text.count('"') % 2 == 1 or text.count("(") > text.count(")") or text.count("«") > text.count("»")


def _shared(text: str, above: list[str]) -> float:
    """The share of a line's longer words, the first and the last left out, that the paragraphs above it use."""
    words = _WORD.findall(text[-200:].casefold())[1:-1]
    if not words:
        return 0.0
    known = " ".join(above)[-4000:].casefold()
    return sum(word in known for word in words) / len(words)


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip())
