"""The signs that an article is cut or whole, from its end, its beginning and its middle."""

from __future__ import annotations

from functools import lru_cache

from checks.claims.completeness import lists, markers, middle, opening
from checks.claims.completeness.ending import has_stop, is_round
from checks.claims.completeness.pairs import unpaired
from checks.claims.completeness.prompts import is_read_on, prompt
from checks.claims.completeness.sign import Sign
from checks.claims.completeness.tail import Tail, tail
from checks.claims.completeness.weights import broken
from checks.model import Confidence, Document, Span, Zones

BROKEN = 0.7
"""Probability of a broken ending from which an article is called partial.

Cross-validated by publisher on 210 complete articles and 866 cuts inside sentences: 0.7 flags 5 and finds 838.
"""
DOUBTFUL = 0.4
TEASER = 2000
"""Characters of article up to which a last ellipsis is a teaser's: longer texts that end so mostly mean to."""
LAST = 60


@lru_cache(maxsize=1)
def signs(document: Document, zones: Zones) -> tuple[Sign, ...]:
    """Every sign of a document, at most one for each defect; kept for the rules that ask again."""
    end = tail(document, zones)
    if end is None:
        return (Sign("empty", Span(0, 0), "there is no text in the file", Confidence.HIGH, cut=True),)
    if zones.title is not None and not zones.body and not end.after:
        return (Sign("headline-only", document.stripped_span(zones.title), "the file holds a headline and no article", Confidence.HIGH, cut=True),)
    found = [*_start(document, zones), *middle.holes(document, zones, end)]
    closing = _end(document, zones, end)
    return tuple(sorted((*found, closing), key=lambda sign: sign.span))


def _end(document: Document, zones: Zones, end: Tail) -> Sign:
    """What the end of the article shows: the surest sign of a cut, or else of an end."""
    text = end.text
    marked = markers.continuation(document, end)
    if marked is not None:
        return marked
    asked = _prompted(document, zones, end)
    if asked is not None:
        return asked
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
        if sure is None and end.bare and is_read_on(text) and (line != end.line or end.before):
            sure = Confidence.HIGH
        if sure is not None and (line == end.line or zones.kinds[line] not in ("meta", "caption")):
            return Sign("prompt", span, "a prompt to read on or to pay stands where the rest should be", sure, cut=True)
    return None


def _ellipsis(end: Tail) -> Sign:
    why = "the text ends in an ellipsis, like a teaser"
    if end.weight() <= TEASER:
        return Sign("ellipsis", end.last(LAST), why, Confidence.HIGH if end.weight() < TEASER / 2 else Confidence.MEDIUM, cut=True)
    return Sign("ellipsis", end.last(LAST), "the text ends in an ellipsis; it may mean to", Confidence.LOW, doubt=True)


def _unstopped(document: Document, end: Tail) -> Sign:
    torn = markers.torn_cluster(end.text)
    if torn:
        return Sign("broken-ending", end.last(LAST), torn, Confidence.HIGH, cut=True)
    if markers.is_stopless(end.text) and not is_round(document) and unpaired(end.text).opened is None:
        return Sign("unmarked", end.last(LAST), "the script has no sentence marks to tell an end by", Confidence.LOW, doubt=True)
    probability, reasons = broken(document, end)
    if probability >= BROKEN:
        sure = Confidence.HIGH if probability > 0.95 else Confidence.MEDIUM
        return Sign("broken-ending", end.last(LAST), "the text stops inside a sentence: " + reasons, sure, cut=True)
    if probability >= DOUBTFUL:
        return Sign("abrupt-ending", end.last(LAST), "the last line has no full stop: " + reasons, Confidence.LOW, doubt=True)
    return Sign("sentence-end", end.last(LAST), "the last line reads like the end of a list, a credit or a table", Confidence.LOW)


def _start(document: Document, zones: Zones) -> tuple[Sign, ...]:
    first = zones.first_body
    if first is None:
        return ()
    span = document.stripped_span(first)
    why = opening.missing_head(document.text[span.start : min(span.end, span.start + opening.LONGEST)])
    if why is None:
        return ()
    return (Sign("missing-head", Span(span.start, min(span.end, span.start + LAST)), why, Confidence.HIGH, cut=True),)
