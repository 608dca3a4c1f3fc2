"""The lines around the end of an article on a page at which it may break off.

A line model takes a broken-off line for furniture as often as not, and furniture for the end of an article, so on a
page not only the last line of the article is looked at but its neighbours too, and the ends of earlier blocks.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, pairwise

import msgspec

from checks.claims.completeness.ending import is_credit, last_word
from checks.claims.completeness.markers import is_teaser_ellipsis
from checks.claims.completeness.prompts import LONGEST as LONGEST_PROMPT
from checks.claims.completeness.prompts import is_read_on, prompt
from checks.claims.completeness.stops import HANGING, STOPLESS, STOPS, has_stop, is_dense
from checks.claims.completeness.tail import LONGEST, RUNS_ON, Tail
from checks.claims.completeness.vocabulary import tokens
from checks.model import MOST_LINES, Confidence, Document, Span, Zones
from checks.model.once import once

PLAIN, ELLIPSIS, PROMPT, READ_ON = range(4)
"""What speaks for a cut there: no full stop, three dots, a prompt, a link to the rest."""
SHORTEST = 4
"""Characters of the shortest line that may be the rest of a sentence; those of dense scripts count two and a half times."""
GAP = 2
"""Lines of furniture that an article may have in its midst; more of them end a block of it."""
BLOCKS = 3
TITLED = 6
LONG_LINE = 60
SEARCHED = 400
EARLIER, TITLE, BELOW_PARAGRAPH, TRAILING = -9, -30, -40, -50
"""The places of a line around the end of an earlier block, under the headline, below any of the article's paragraphs, and of one
that trails off anywhere else on the page."""
HARDLY_PROSE = 0.95
"""Probability of junk from which a line that asks for nothing is not looked at: a quarter of the lines, and .3 % of the cuts found."""
MOST_TRAILING = 8
"""Lines in three dots that are looked at wherever they stand. Half of the complete pages have none and nine in ten no more than four;
of 96 teasers whose line was not asked where it stood, 73 had no other on their page."""
PARAGRAPH, MOST_PARAGRAPHS = 60, 12
"""Characters of a paragraph below which any line may be the broken-off one, and how many such lines are looked at."""
ABOVE, BELOW = 5, 6
FURNITURE = 0.5
"""Probability of junk from which the next line does not go on with a sentence, however it begins."""
"""Lines of the article, counted from its end, and lines after it that may be the broken-off one."""
BODY = frozenset({"body", "lead", "subhead"})
PROSE = frozenset({"body", "lead", "subhead", "caption", "junk:section-nav", "junk:related-block"})
"""What the line model takes a broken-off line for; of 2,377 cuts on pages 30 had another kind."""
ASKING = frozenset({"body", "lead", "subhead", "junk:paywall", "junk:ui-control", "junk:ad", "junk:residue"})
"""What it takes a prompt for: 573 of 613; the others are most often headlines of other articles."""
LOOKED_AT = PROSE | ASKING | {"junk:pagination"}
PAYWALL = "junk:paywall"
PROMPTED = 3
"""Lines after an article among which a plain prompt alone is enough."""
_LAST_DOTS = ".…⋯．・"
_DOTS = ("...", "．．．")
_TRAILS = ("…", "...")


class Suspect(msgspec.Struct, frozen=True, dict=True):
    """A line at which the article may break off: where its text stands, and its place: 0 for the last of the article, 1 for the next.

    `word` is its last word; `dense` whether it ends in a script without spaces; `sort` what speaks for a cut.
    """

    line: int
    text: str
    span: Span
    place: int
    sort: int
    word: str
    dense: bool
    sure: bool = False
    """Whether it asks to pay for the rest in so many words, right below the article."""

    @once
    def words(self) -> list[str]:
        """The words of its end, in small letters."""
        return tokens(self.text[-300:].casefold())


def suspects(document: Document, zones: Zones, end: Tail) -> Iterator[Suspect]:
    """The lines around the ends of an article that have no full stop and could be prose, and those that ask to read on."""
    texts = document.lines
    kinds, share, weight = zones.kinds, zones.junk_share, end.weight
    for line, place in _places(document, zones, end).items():
        kind, raw = kinds[line], texts[line]
        if line >= MOST_LINES or (kind not in LOOKED_AT and not _is_any_kind(place)):
            continue
        if place and kind in BODY and raw[-1:] in STOPS and raw[-3:] not in _DOTS:
            continue  # `_sort` would say the same of it, later
        text = raw.strip()[-LONGEST:]
        if not text:
            continue
        sort, sure = _sort(text, kind, place, weight)
        if sort is None or (sort == PLAIN and (share[line] >= HARDLY_PROSE or (goes_on(texts, line) and share[line + 1] < FURNITURE))):
            continue
        if sort == ELLIPSIS and precedes_paragraph(texts, kinds, line):
            continue
        stop = int(document.edges[0][line]) + len(raw.rstrip())
        yield Suspect(line, text, Span(stop - len(text), stop), place, sort, last_word(text), is_dense(text[-8:]), sure)


def _sort(text: str, kind: str, place: int, weight: float) -> tuple[int | None, bool]:
    """What speaks for a cut at a line, None for a line at which no article breaks off, and whether it alone is enough."""
    last = text[-1]
    if last in _LAST_DOTS and (last != "." or text[-3:] == "...") and is_teaser_ellipsis(text):
        return ELLIPSIS, False
    if place and last in STOPS and kind in BODY:
        return None, False
    if len(text) <= LONGEST_PROMPT:
        if is_read_on(text):
            return READ_ON, False
        asks = kind in ASKING if place >= 0 else kind == PAYWALL
        sure = prompt(text, weight - (len(text) if place == 0 else 0)) if asks else None
        if sure is not None:
            return PROMPT, sure is Confidence.HIGH and 0 <= place <= PROMPTED
    if (kind not in PROSE and not _is_any_kind(place)) or _is_short(text) or ord(last) in STOPLESS:
        return None, False
    alone = place and " " not in text and text.isascii()
    ends = (not last.isalnum() and last not in HANGING) or alone or is_credit(text)
    return None if ends else PLAIN, False


def _is_any_kind(place: int) -> bool:
    """Whether a line is asked whatever the line model takes it for: it stands right below prose, or trails off."""
    return place > 0 or place in (BELOW_PARAGRAPH, TRAILING)


def _is_short(text: str) -> bool:
    """Whether a line is too short to be anything but a mark or a number."""
    return len(text) < SHORTEST and (len(text) < 2 or not is_dense(text))


def _places(document: Document, zones: Zones, end: Tail) -> dict[int, int]:
    """The lines that are looked at, with their places."""
    places = _near(document.lines, zones, end)
    likely = (n for n in trailing(document) if zones.junk_share[n] < HARDLY_PROSE)
    for n in islice(likely, MOST_TRAILING):
        places.setdefault(n, TRAILING)
    return places


def trailing(document: Document) -> tuple[int, ...]:
    """The lines that end in three dots, in the head of a very long file."""
    found = {line for dots in _TRAILS for line in _with(document, dots) if document.lines[line].rstrip().endswith(dots)}
    return tuple(sorted(found))


def _with(document: Document, mark: str) -> Iterator[int]:
    """The lines in which a mark stands, in the head of a very long file."""
    at = document.text.find(mark)
    while at >= 0 and (line := document.line_at(at)) < MOST_LINES:
        yield line
        at = document.text.find(mark, int(document.ends[line]))


def _near(texts: tuple[str, ...], zones: Zones, end: Tail) -> dict[int, int]:
    """The lines around the ends of each block of running text, with their places: the last block is the article's end."""
    kinds, body = zones.kinds, end.body
    places = {n: place for place, n in enumerate(end.after[:BELOW], 1)} | {n: -place for place, n in enumerate(reversed(body[-ABOVE:]))}
    ends = (one for one, two in pairwise(body) if two - one > GAP and _filled(kinds, one, two) > GAP)
    for one in islice(ends, BLOCKS):
        for n in (one, *islice(_below(kinds, one), GAP)):
            places.setdefault(n, EARLIER)
    top = zones.title if zones.title is not None else body[0] if body else None
    if top is not None:
        for n in islice(_below(kinds, top), TITLED):
            places.setdefault(n, TITLE)
    for n in islice(_below_paragraphs(texts, kinds, body), MOST_PARAGRAPHS):
        places.setdefault(n, BELOW_PARAGRAPH)
    places.setdefault(last_filled(kinds), BELOW)
    return places


def last_filled(kinds: tuple[str, ...]) -> int:
    """The last line of the file that is not blank, of a very long one the last of its head; the first if there is none."""
    return next((n for n in range(min(len(kinds), MOST_LINES) - 1, 0, -1) if kinds[n] != "blank"), 0)


def _below_paragraphs(texts: tuple[str, ...], kinds: tuple[str, ...], body: tuple[int, ...]) -> Iterator[int]:
    """The lines without a full stop that follow a paragraph of the article."""
    last = len(kinds)
    for n in islice(body, SEARCHED):
        text, below = texts[n], n + 1
        if len(text) <= PARAGRAPH:
            continue
        while below < last and kinds[below] == "blank":
            below += 1
        following = texts[below] if below < last and kinds[below] != "title" else "."
        if following[-1] in STOPS or not (text[-1] in STOPS or has_stop(text[-20:])):
            continue
        if not has_stop(following[-20:]) and not _is_subhead(texts, kinds, below):
            yield below


def _is_subhead(texts: tuple[str, ...], kinds: tuple[str, ...], line: int) -> bool:
    """Whether a short line of the article has another of its paragraphs right below."""
    if kinds[line] not in BODY or len(texts[line]) > LONG_LINE:
        return False
    below = next(_below(kinds, line), None)
    return below is not None and kinds[below] == "body" and len(texts[below]) > PARAGRAPH and texts[below][-1] in STOPS


def precedes_paragraph(texts: tuple[str, ...], kinds: tuple[str, ...], line: int) -> bool:
    """Whether the next line is a paragraph of the article: then what trails off here means to."""
    below = next(_below(kinds, line), None)
    return below is not None and kinds[below] == "body" and len(texts[below]) > PARAGRAPH and has_stop(texts[below][-20:])


def _below(kinds: tuple[str, ...], line: int) -> Iterator[int]:
    return (n for n in range(line + 1, len(kinds)) if kinds[n] != "blank")


def _filled(kinds: tuple[str, ...], first: int, last: int) -> int:
    """Lines between two that are not blank; counted no further than needed."""
    between = kinds[first + 1 : min(last, first + 40)]
    return len(between) - between.count("blank")


def goes_on(texts: tuple[str, ...], line: int) -> bool:
    """Whether the next line of the file goes on with the paragraph, which a link has split."""
    following = texts[line + 1].lstrip()[:1] if line + 1 < len(texts) else ""
    return bool(following) and (following.islower() or following in RUNS_ON)
