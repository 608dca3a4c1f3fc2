"""The signs that an article is cut or whole, from its end, its beginning and its middle."""

from __future__ import annotations

from functools import lru_cache

from checks.claims.completeness import lists, markers, middle, opening
from checks.claims.completeness.around import Page
from checks.claims.completeness.ending import is_round
from checks.claims.completeness.pairs import unpaired
from checks.claims.completeness.prompts import SHORT, is_read_on, prompt
from checks.claims.completeness.sign import Sign
from checks.claims.completeness.stops import has_stop
from checks.claims.completeness.suspects import ELLIPSIS, PLAIN, PROMPTED, suspects
from checks.claims.completeness.tail import Tail, last_words, tail
from checks.claims.completeness.weights import broken, broken_off
from checks.model import Confidence, Document, Span, Zones

BROKEN = 0.6
"""Probability of a broken ending from which an article is called partial.

Cross-validated by publisher on 210 complete articles and 854 cuts inside sentences: 0.6 flags 2 and finds 828, 0.8 as many
and 812, 0.4 flags 4 and finds 839.
"""
SURELY = 0.95
DOUBTFUL = 0.4
BROKEN_OFF = 1.2
"""Log-odds from which a line around the end of an article on a page counts as the place where it breaks off.

Cross-validated by publisher with the gate before it, pages zoned by line models that never saw theirs: 1.2 flags 14 of 661 whole
pages and 15 of the same with a few lines of furniture, and finds 78 % of the cuts inside a word and 67 % of those between two
words at the very line; 1.0 flags 14 and 16 and finds 78 % and 69 %, 1.8 flags 9 and 10 and finds 76 % and 63 %.
"""
SURE_OFF = 2.7
"""Log-odds from which it surely does: 6 of the same 661 whole pages reach them."""
ASKED = "a prompt to read on or to pay stands where the rest should be"
TEASER = 2000
"""Characters of article up to which a last ellipsis is a teaser's: longer texts that end so mostly mean to."""
UNSURE = frozenset({"sentence-end", "abrupt-ending", "broken-ending"})
NO_PROMPT = frozenset({"meta", "caption", "junk:newsletter", "junk:comments", "junk:consent", "junk:share-widget"})
"""Kinds of lines that ask for something else than to read on."""
INVISIBLE = "\ufeff\u200b\u200c\u200d\u2060\0"
LITTLE = 200
"""Characters of running text below which nothing is said of completeness."""
LAST = 60
"""Characters of an ending that are shown as evidence."""
LONGEST_HEADLINE = 200
HEADER = 4
"""Lines of a file with a headline, a date and a name, and nothing else."""
MOST_LINES = 40


@lru_cache(maxsize=1)
def signs(document: Document, zones: Zones) -> tuple[Sign, ...]:
    """Every sign of a document, at most one for each defect; kept for the rules that ask again."""
    end = tail(document, zones)
    if end is None or not (end.text.strip(INVISIBLE) or document.text.strip(INVISIBLE + " \t\r\n\f\v\u00a0\u3000")):
        return (Sign("empty", Span(0, 0), "there is no text in the file", Confidence.HIGH, cut=True),)
    closing = _end(document, zones, end)
    if closing.kind in UNSURE and _is_headline(zones, end):
        return (Sign("headline-only", end.span, "the file holds a headline and no article", Confidence.HIGH, cut=True),)
    found = [*opening.heads(document, zones, end), *middle.holes(document, zones, end), closing]
    if not closing.cut and end.weight < LITTLE:
        why = "there is too little text to be an article"
        found.append(Sign("teaser-only", end.last(LAST), why, Confidence.LOW, doubt=True))
    return tuple(sorted(found, key=lambda sign: sign.span))


def _is_headline(zones: Zones, end: Tail) -> bool:
    """Whether one line without a full stop is all the text there is."""
    filled = [kind for kind in zones.kinds if kind != "blank"] if len(zones.kinds) <= MOST_LINES else []
    alone = len(filled) == 1 or (len(filled) <= HEADER and set(filled) <= {"title", "meta"} and "title" in filled)
    return alone and len(end.text) <= LONGEST_HEADLINE and not has_stop(end.text)


def _end(document: Document, zones: Zones, end: Tail) -> Sign:
    """What the end of the article shows: the surest sign of a cut, or else of an end."""
    return (
        markers.continuation(document, end)
        or (markers.left_out(document) if end.page else None)
        or _prompted(document, zones, end)
        or _on_page(document, zones, end)
        or markers.finished(end)
        or _ellipsis(end)
        or lists.missing(document, zones, end)
        or _unstopped(document, end)
        or _unclosed(document, end)
        or _full_buffer(document, end)
        or Sign("sentence-end", end.last(LAST), "the article ends with a whole sentence", Confidence.MEDIUM)
    )


def _prompted(document: Document, zones: Zones, end: Tail) -> Sign | None:
    """A prompt at the end of a file that is no page."""
    for line in (end.line, *end.after[:PROMPTED]) if not end.page else ():
        span = document.stripped_span(line)
        text = document.quote(span) if span.end - span.start <= 400 else ""
        sure = prompt(text, end.weight - (len(text) if line == end.line else 0)) if text else None
        if sure is Confidence.MEDIUM and not end.bare and end.weight > SHORT:
            sure = None
        if sure is None and end.bare and is_read_on(text) and (line != end.line or end.before):
            sure = Confidence.HIGH
        if sure is not None and (line == end.line or zones.kinds[line] not in NO_PROMPT):
            return Sign("prompt", span, ASKED, sure, cut=True)
    return None


def _ellipsis(end: Tail) -> Sign | None:
    if not markers.is_teaser_ellipsis(end.text):
        return None
    if end.weight > TEASER:
        return Sign("ellipsis", end.last(LAST), "the text ends in an ellipsis; it may mean to", Confidence.LOW, doubt=True)
    sure = Confidence.HIGH if end.weight < TEASER / 2 else Confidence.MEDIUM
    return Sign("ellipsis", end.last(LAST), "the text ends in an ellipsis, like a teaser", sure, cut=True)


def _unclosed(document: Document, end: Tail) -> Sign | None:
    left = unpaired(end.text).opened
    if left is None:
        return None
    at = end.span.start + left
    why = f"the text ends before {document.text[at]} is closed"
    return Sign("unclosed", Span(at, at + 1), why, Confidence.MEDIUM, cut=not end.page, doubt=end.page)


def _full_buffer(document: Document, end: Tail) -> Sign | None:
    if not is_round(document):
        return None
    why = f"the file ends after exactly {len(document.raw):,} bytes, where a buffer is full"
    return Sign("round-size", end.last(LAST), why, Confidence.MEDIUM, cut=True)


def _unstopped(document: Document, end: Tail) -> Sign | None:
    """What a last line shows that does not end like a sentence; None for one that does."""
    if has_stop(end.text):
        return None
    torn = markers.torn_cluster(end.text)
    if torn:
        return Sign("broken-ending", end.last(LAST), torn, Confidence.HIGH, cut=True)
    excuse = _excuse(document, end)
    if excuse is not None:
        return excuse
    probability, reasons = broken(document, end)
    if probability >= BROKEN:
        sure = Confidence.HIGH if probability > SURELY else Confidence.MEDIUM
        return Sign("broken-ending", end.last(LAST), "the text stops inside a sentence: " + reasons, sure, cut=True)
    if probability >= DOUBTFUL:
        return Sign("abrupt-ending", end.last(LAST), "the last line has no full stop: " + reasons, Confidence.LOW, doubt=True)
    why = "the last line reads like the end of a list, a credit or a table"
    return Sign("sentence-end", end.last(LAST), why, Confidence.LOW)


def _excuse(document: Document, end: Tail) -> Sign | None:
    """Why nothing is said of a last line without a full stop, if there is a reason."""
    if markers.is_stopless(end.text) and not is_round(document) and unpaired(end.text).opened is None:
        why = "the script has no sentence marks to tell an end by"
        return Sign("unmarked", end.last(LAST), why, Confidence.LOW, doubt=True)
    if lists.is_item(end) and not is_round(document):
        return Sign("sentence-end", end.last(LAST), "a list closes the article", Confidence.LOW)
    if end.page:
        return Sign("sentence-end", end.last(LAST), "the last line has no full stop, and nothing else shows a cut", Confidence.LOW)
    return None


def _on_page(document: Document, zones: Zones, end: Tail) -> Sign | None:
    """The line around the end of an article on a page at which it most likely breaks off, if there is one."""
    if not end.page:
        return None
    lines = [one for one in suspects(document, zones, end) if one.sort != PLAIN or one.place or not markers.finished(end)]
    asking = next((one for one in lines if one.sure), None)
    if asking is not None:
        return Sign("prompt", asking.span, ASKED, Confidence.HIGH, cut=True)
    found = broken_off(Page(document, zones, end), lines, BROKEN_OFF)
    if found is None:
        return None
    one, score, why = found
    sure = Confidence.HIGH if score >= SURE_OFF else Confidence.MEDIUM
    if one.sort == PLAIN:
        return Sign("broken-ending", last_words(one.text, one.span.end, LAST), "the text stops inside a sentence: " + why, sure, cut=True)
    if one.sort == ELLIPSIS:
        return Sign("ellipsis", last_words(one.text, one.span.end, LAST), "the text ends in an ellipsis, like a teaser", sure, cut=True)
    return Sign("prompt", one.span, ASKED, sure, cut=True)
