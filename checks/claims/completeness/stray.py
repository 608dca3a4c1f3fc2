"""The line after the article: furniture, or the broken-off rest of it that the line model took for furniture."""

from __future__ import annotations

from checks.claims.completeness.ending import FEATURES as OF_AN_END
from checks.claims.completeness.ending import features as of_an_end
from checks.claims.completeness.ending import has_stop
from checks.claims.completeness.pairs import unpaired
from checks.claims.completeness.tail import LONGEST, Tail
from checks.model import Document, Span, Zones

FEATURES = (*OF_AN_END, "indented alike", "length", "line after stops")
SHORTEST = 20
OPEN_KINDS = frozenset({"junk:related-block", "junk:section-nav", "junk:residue", "caption"})
"""What the line model calls a broken-off line, in nine of ten cases."""


def next_line(document: Document, zones: Zones, end: Tail) -> Tail | None:
    """The line after an article as if it were its last, or None where it cannot be."""
    if not end.after:
        return None
    line = end.after[0]
    span = document.stripped_span(line)
    span = Span(max(span.start, span.end - LONGEST), span.end)
    text = document.quote(span)
    if len(text) < SHORTEST or has_stop(text) or not text[-1].isalnum() or zones.kinds[line] not in OPEN_KINDS:
        return None
    return Tail(document, line, text, span, (*end.body, line), end.after[1:])


def features(document: Document, end: Tail, line: Tail) -> list[float]:
    """The numbers of the line after an article, in the order of `FEATURES`."""
    texts = document.lines
    following = texts[line.after[0]] if line.after else ""
    return [
        *of_an_end(document, line, unpaired(line.text).opened is not None),
        float(_indent(texts[line.line]) == _indent(texts[end.line])),
        min(len(line.text), 300) / 100,
        float(has_stop(following)),
    ]


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip())
