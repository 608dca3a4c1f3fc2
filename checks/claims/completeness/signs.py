"""The signs that an article is cut or whole, from its end, its beginning and its middle."""

from __future__ import annotations

from functools import lru_cache

from checks.claims.completeness import lists, markers, middle, opening, stray
from checks.claims.completeness.ending import has_stop, is_round
from checks.claims.completeness.pairs import unpaired
from checks.claims.completeness.prompts import SHORT, is_read_on, prompt
from checks.claims.completeness.sign import Sign
from checks.claims.completeness.tail import Tail, tail
from checks.claims.completeness.weights import broken, broken_after
from checks.model import Confidence, Document, Span, Zones

BROKEN = 0.7
"""Probability of a broken ending from which an article is called partial.

Cross-validated by publisher on 210 complete articles and 866 cuts inside sentences: 0.7 flags 5 and finds 838.
"""
DOUBTFUL = 0.4
STRAY = 0.85
"""Probability from which the line after an article counts as its broken-off rest.

Cross-validated by publisher on the pages of the evaluation data: 0.85 flags 6 of 459 lines of furniture and finds 104 of 229.
"""
SHORT_LINE = 4
TEASER = 2000
"""Characters of article up to which a last ellipsis is a teaser's: longer texts that end so mostly mean to."""
LITTLE = 200
"""Characters of running text below which nothing is said of completeness."""
LAST = 60
"""Characters of an ending that are shown as evidence."""
LONGEST_HEADLINE = 200
HEADER = 4
"""Lines of a file with a headline, a date and a name, and nothing else."""
MOST_LINES = 40
SENTENCE = 60
"""Characters from which a line without a full stop may be a sentence."""
FEW = 2
"""Lines above the first body line up to which a file seems to hold nothing but the article."""


@lru_cache(maxsize=1)
def signs(document: Document, zones: Zones) -> tuple[Sign, ...]:
    """Every sign of a document, at most one for each defect; kept for the rules that ask again."""
    end = tail(document, zones)
    if end is None:
        return (Sign("empty", Span(0, 0), "there is no text in the file", Confidence.HIGH, cut=True),)
    if _is_headline(document, zones, end):
        return (Sign("headline-only", end.span, "the file holds a headline and no article", Confidence.HIGH, cut=True),)
    found = [*_start(document, zones), *middle.holes(document, zones, end)]
    closing = _end(document, zones, end)
    if not closing.cut and end.weight < LITTLE:
        found.append(Sign("teaser-only", end.last(LAST), "there is too little text to be an article", Confidence.LOW, doubt=True))
    return tuple(sorted((*found, closing), key=lambda sign: sign.span))


def _is_headline(document: Document, zones: Zones, end: Tail) -> bool:
    """Whether one line without a full stop is all the text there is."""
    filled = [kind for kind in zones.kinds if kind != "blank"] if len(zones.kinds) <= MOST_LINES else []
    alone = len(filled) == 1 or (len(filled) <= HEADER and set(filled) <= {"title", "meta"} and "title" in filled)
    return alone and len(end.text) <= LONGEST_HEADLINE and not has_stop(end.text) and not markers.is_teaser_ellipsis(end.text)


def _end(document: Document, zones: Zones, end: Tail) -> Sign:
    """What the end of the article shows: the surest sign of a cut, or else of an end."""
    text = end.text
    marked = markers.continuation(document, end)
    if marked is not None:
        return marked
    asked = _prompted(document, zones, end)
    if asked is not None:
        return asked
    rest = _stray(document, zones, end)
    if rest is not None:
        return rest
    finished = markers.finished(document, zones, end)
    if finished is not None:
        return finished
    if markers.is_teaser_ellipsis(text):
        return _ellipsis(end)
    announced = lists.missing(document, zones, end)
    if announced is not None:
        return announced
    if not has_stop(text):
        return _unstopped(document, end)
    left = unpaired(text).opened
    if left is not None:
        at = end.span.start + left
        return Sign("unclosed", Span(at, at + 1), f"the text ends before {document.text[at]} is closed", Confidence.MEDIUM, cut=True)
    if is_round(document):
        why = f"the file ends after exactly {len(document.raw):,} bytes, where a buffer is full"
        return Sign("round-size", end.last(LAST), why, Confidence.MEDIUM, cut=True)
    return Sign("sentence-end", end.last(LAST), "the article ends with a whole sentence", Confidence.MEDIUM)


def _prompted(document: Document, zones: Zones, end: Tail) -> Sign | None:
    for line in (end.line, *end.after):
        span = document.stripped_span(line)
        text = document.quote(span) if span.end - span.start <= 400 else ""
        sure = prompt(text, end.size - (len(text) if line == end.line else 0)) if text else None
        if sure is Confidence.MEDIUM and not end.bare and end.size > SHORT:
            sure = None
        if sure is None and end.bare and is_read_on(text) and (line != end.line or end.before):
            sure = Confidence.HIGH
        if sure is not None and (line == end.line or zones.kinds[line] not in ("meta", "caption")):
            return Sign("prompt", span, "a prompt to read on or to pay stands where the rest should be", sure, cut=True)
    return None


def _ellipsis(end: Tail) -> Sign:
    why = "the text ends in an ellipsis, like a teaser"
    if end.weight <= TEASER:
        return Sign("ellipsis", end.last(LAST), why, Confidence.HIGH if end.weight < TEASER / 2 else Confidence.MEDIUM, cut=True)
    return Sign("ellipsis", end.last(LAST), "the text ends in an ellipsis; it may mean to", Confidence.LOW, doubt=True)


def _unstopped(document: Document, end: Tail) -> Sign:
    torn = markers.torn_cluster(end.text)
    if torn:
        return Sign("broken-ending", end.last(LAST), torn, Confidence.HIGH, cut=True)
    if markers.is_stopless(end.text) and not is_round(document) and unpaired(end.text).opened is None:
        return Sign("unmarked", end.last(LAST), "the script has no sentence marks to tell an end by", Confidence.LOW, doubt=True)
    if _is_split(document, end):
        return Sign("sentence-end", end.last(LAST), "the last paragraph is split over lines, and its end is not clear", Confidence.LOW)
    if end.page and len(end.text.split()) <= SHORT_LINE and not end.text.rpartition(" ")[2][:1].islower():
        return Sign("sentence-end", end.last(LAST), "a short line closes the article, as labels and names do", Confidence.LOW)
    probability, reasons = broken(document, end)
    if probability >= BROKEN:
        sure = Confidence.HIGH if probability > 0.95 else Confidence.MEDIUM
        return Sign("broken-ending", end.last(LAST), "the text stops inside a sentence: " + reasons, sure, cut=True)
    if probability >= DOUBTFUL:
        return Sign("abrupt-ending", end.last(LAST), "the last line has no full stop: " + reasons, Confidence.LOW, doubt=True)
    return Sign("sentence-end", end.last(LAST), "the last line reads like the end of a list, a credit or a table", Confidence.LOW)


def _stray(document: Document, zones: Zones, end: Tail) -> Sign | None:
    """A broken-off line right after what the line model takes for the last of the article."""
    line = stray.next_line(document, zones, end) if end.page else None
    if line is None or _is_split(document, line):
        return None
    probability, reasons = broken_after(document, end, line)
    if probability < STRAY:
        return None
    return Sign("broken-ending", line.last(LAST), "the text stops inside a sentence: " + reasons, Confidence.MEDIUM, cut=True)


def _is_split(document: Document, end: Tail) -> bool:
    """Whether the last line is a piece of a paragraph that links have split over several lines of a page."""
    if end.bare or len(end.body) <= 1 or end.body[-2] != end.line - 1:
        return False
    before = document.lines[end.line - 1].strip()
    return not has_stop(before) or end.text[0].islower() or end.text[0] in ",.;:)"


def _start(document: Document, zones: Zones) -> tuple[Sign, ...]:
    """What the beginning shows: the first body line, and the first line of the file where hardly anything is above it."""
    first = zones.first_body
    if first is None:
        return ()
    above = [n for n in range(first) if zones.kinds[n] != "blank"]
    for line in (*above[: 1 if len(above) <= FEW else 0], first):
        if line and line - 1 in above and not has_stop(document.lines[line - 1]):
            continue  # a paragraph that a link has split
        span = document.stripped_span(line)
        if above and line != above[0] and span.end - span.start < SENTENCE and not has_stop(document.quote(span)):
            continue
        why = opening.missing_head(document.text[span.start : min(span.end, span.start + opening.LONGEST)])
        if why is not None:
            return (Sign("missing-head", _beginning(document, span), why, Confidence.HIGH, cut=True),)
    return ()


def _beginning(document: Document, span: Span) -> Span:
    """The first words of a line, as evidence."""
    text = document.text[span.start : min(span.end, span.start + LAST)]
    space = text.rfind(" ") if span.end - span.start > LAST else -1
    return Span(span.start, span.start + (space if space > 0 else len(text)))
