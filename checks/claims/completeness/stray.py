"""The lines around the end of an article on a page: furniture, the article's last words, or a line that is broken off.

A line model takes a broken-off line for furniture as often as not, and furniture for the end of an article, so on a
page not only the last line of the article is looked at but its neighbours too.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import islice, pairwise

import msgspec

from checks.claims.completeness.ending import is_address, is_dangling, is_label, last_word, occurrence
from checks.claims.completeness.stops import HANGING, STOPLESS, has_stop, is_dense
from checks.claims.completeness.tail import LONGEST, RUNS_ON, Tail
from checks.model import Document, Span, Zones

QUICK = (
    "bias", "log line", "short line", "inner stop", "comma", "lower end", "capital end", "digit end", "dense", "capital words",
    "few words", "address", "label", "indented alike", "junk share", "is body", "is section-nav", "is related-block",
    "is other furniture", "place before", "earlier block", "first after", "later after",
)  # fmt: skip
SLOW = (
    "dangling word", "word unknown", "word is beginning", "open quotation", "prose before", "lower end after prose", "prose after",
    "like next line", "like line before", "shared words", "log size above", "split paragraphs",
)  # fmt: skip
FEATURES = (*QUICK, *SLOW)
HOPELESS = -3.4
"""Sum over the quick features below which the slow ones are not worked out.

When it was chosen, 1,288 of 17,092 lines were called broken off; 6 of those lay below it, and three quarters of all lines.
"""
SHORTEST = 10
SHORTEST_FAR = 25
"""The same for lines that stand further from the end; nearly all shorter ones there are names and labels."""
GAP = 2
"""Lines of furniture that an article may have in its midst; more of them end a block of it."""
BLOCKS = 3
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
TOLD = BODY | {"junk:section-nav", "junk:related-block", "caption"}
FEW_WORDS = 4
_WORD = re.compile(r"[^\W\d_]{4,}")


class Suspect(msgspec.Struct, frozen=True):
    """A line that may be broken off: where its text stands, and its place: 0 for the last of the article, 1 for the next.

    `word` is its last word; `dense` whether it ends in a script without spaces.
    """

    line: int
    text: str
    span: Span
    place: int
    word: str
    dense: bool


def suspects(document: Document, zones: Zones, end: Tail) -> Iterator[Suspect]:
    """The lines around the ends of an article that have no full stop and could be prose."""
    texts, kinds = document.lines, zones.kinds
    for line, place in _near(zones, end).items():
        text = texts[line].strip()[-LONGEST:]
        shortest = SHORTEST_FAR if (place > 1 or place == EARLIER) and text.isascii() else SHORTEST
        if len(text) < shortest or kinds[line] in NEVER or not (text[-1].isalnum() or text[-1] in HANGING):
            continue
        if ord(text[-1]) in STOPLESS or _goes_on(texts, line):
            continue
        stop = int(document.starts[line]) + len(texts[line].rstrip())
        yield Suspect(line, text, Span(stop - len(text), stop), place, last_word(text), is_dense(text[-8:]))


def _near(zones: Zones, end: Tail) -> dict[int, int]:
    """The lines around the ends of each block of running text, with their places: the last block is the article's end."""
    kinds, body = zones.kinds, end.body
    ends = [at for at, (one, two) in enumerate(pairwise(body)) if two - one > GAP and _filled(kinds, one, two) > GAP]
    places = {n: place for place, n in enumerate(end.after[:BELOW], 1)} | {n: -place for place, n in enumerate(reversed(body[-ABOVE:]))}
    for at in ends[:BLOCKS]:
        below = (n for n in range(body[at] + 1, len(kinds)) if kinds[n] != "blank")
        for n in (body[at], *islice(below, GAP)):
            places.setdefault(n, EARLIER)
    if not zones.body and zones.title is not None:
        below = (n for n in range(zones.title + 1, len(kinds)) if kinds[n] != "blank")
        for n in islice(below, TITLED):
            places.setdefault(n, EARLIER)
    return places


def _filled(kinds: tuple[str, ...], first: int, last: int) -> int:
    """Lines between two that are not blank; counted no further than needed."""
    between = kinds[first + 1 : min(last, first + 40)]
    return len(between) - between.count("blank")


def _goes_on(texts: tuple[str, ...], line: int) -> bool:
    """Whether the next line of the file goes on with the paragraph, which a link has split."""
    following = texts[line + 1].lstrip()[:1] if line + 1 < len(texts) else ""
    return bool(following) and (following.islower() or following in RUNS_ON)


def features(document: Document, zones: Zones, end: Tail, one: Suspect) -> list[float]:
    """The numbers of a suspect, in the order of `FEATURES`."""
    return [*quick(document, zones, end, one), *slow(document, end, one)]


def quick(document: Document, zones: Zones, end: Tail, one: Suspect) -> list[float]:
    """The numbers that its own characters and its place give, in the order of `QUICK`."""
    text, kind, place = one.text, zones.kinds[one.line], one.place
    letters = [w[0].isupper() for w in text.split()[1:] if w[0].isalpha()]
    dense = one.dense
    length = min(200.0, len(text) * (2.5 if dense else 1.0))
    alpha = text[-1].isalpha()
    first = one.word[:1]
    junk = min(0.98, max(0.02, float(zones.junk_share[one.line])))
    at = bisect_left(end.body, one.line)
    return [
        1.0,
        math.log(1 + length),
        float(length < 40),
        float(". " in text or "? " in text or "! " in text or "。" in text),
        float("," in text or "，" in text or "、" in text),
        float(alpha and first.islower()),
        float(alpha and first.isupper()),
        float(text[-1].isdigit()),
        float(dense),
        sum(letters) / len(letters) if letters else 0.5,
        float(not dense and text.count(" ") < FEW_WORDS),
        float(is_address(text)),
        float(is_label(text)),
        float(at > 0 and _indent(document.lines[one.line]) == _indent(document.lines[end.body[at - 1]])),
        math.log(junk / (1 - junk)),
        float(kind in BODY),
        float(kind == "junk:section-nav"),
        float(kind == "junk:related-block"),
        float(kind not in TOLD),
        float(EARLIER < place < 0),
        float(place == EARLIER),
        float(place == 1),
        float(place > 1),
    ]


def slow(document: Document, end: Tail, one: Suspect) -> list[float]:
    """The numbers that the text around it gives, in the order of `SLOW`."""
    text, texts, word = one.text, document.lines, one.word
    at = bisect_left(end.body, one.line)
    above = [texts[n] for n in end.body[max(0, at - CONTEXT) : at]]
    before, after = _neighbour(texts, one.line, -1), _neighbour(texts, one.line, 1)
    prose_before = len(before) > PROSE and has_stop(before)
    unknown, beginning = (0.0, 0.0) if one.dense else occurrence(document.text, word, one.span.end)
    return [
        float(is_dangling(word, text, one.dense)),
        unknown,
        beginning,
        float(_is_open(text)),
        float(prose_before),
        float(prose_before and text[-1].isalpha() and word[:1].islower()),
        float(len(after) > PROSE and has_stop(after)),
        _likeness(text, after),
        _likeness(text, before),
        _shared(text, above),
        math.log(1 + min(sum(map(len, above)), 2000)),
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
    return text.count('"') % 2 == 1 or any(text.count(opens) > text.count(shuts) for opens, shuts in ("()", "“”", "«»"))


def _shared(text: str, above: list[str]) -> float:
    """The share of a line's longer words, the first and the last left out, that the paragraphs above it use."""
    words = _WORD.findall(text[-200:].casefold())[1:-1]
    if not words:
        return 0.0
    known = " ".join(above)[-4000:].casefold()
    return sum(word in known for word in words) / len(words)


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip())
