"""Evidence: the spans that a report points at, numbered, quoted, and placed by line and by byte."""

from __future__ import annotations

import numpy as np

from checks import statement as wire
from checks.model import Document, Span

STATEFUL = ("iso2022", "iso-2022", "hz", "utf-7", "utf7")


class Exhibits:
    """Spans numbered in the order of their first use."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.ids: dict[Span, str] = {}

    def refer(self, spans: tuple[Span, ...]) -> tuple[str, ...]:
        """The numbers of these spans, new ones given where needed; what lies outside the text is left out."""
        if not spans:
            return ()
        size, ids = len(self.document.text), self.ids
        found = []
        for span in spans:
            if span.start < 0 or span.end > size:
                span = Span(min(max(span.start, 0), size), min(span.end, size))  # noqa: PLW2901  what is left of it
            if span.start < span.end:
                key = ids.get(span)
                if key is None:
                    key = ids[span] = f"e{len(ids) + 1}"
                found.append(key)
        return tuple(found) if len(found) < 2 else tuple(dict.fromkeys(found))

    def listed(self) -> tuple[wire.Evidence, ...]:
        """All that was referred to, in the order of the numbers."""
        document, text = self.document, self.document.text
        spans = list(self.ids)
        if not spans:
            return ()
        lines = np.searchsorted(document.starts, [span.start for span in spans], "right") - 1
        columns = np.array([span.start for span in spans]) - document.starts[lines] + 1
        ends = [min(span.end, span.start + wire.LONGEST_QUOTE) for span in spans]
        offsets = byte_offsets(document, {*(span.start for span in spans), *ends})
        return tuple(
            wire.Evidence(
                id=self.ids[span],
                selector=(
                    wire.TextPositionSelector(start=span.start, end=end),
                    wire.TextQuoteSelector(
                        exact=text[span.start : end],
                        prefix=text[max(0, span.start - wire.LONGEST_CONTEXT) : span.start],
                        suffix=text[end : end + wire.LONGEST_CONTEXT],
                    ),
                ),
                reaches=span.end if span.end > end else None,
                line=line + 1,
                column=column,
                byte_start=offsets.get(span.start),
                byte_end=offsets.get(end),
            )
            for span, end, line, column in zip(spans, ends, lines.tolist(), columns.tolist(), strict=True)
        )


def byte_offsets(document: Document, edges: set[int]) -> dict[int, int]:
    """Code point offset -> byte offset in the raw file; empty for charsets in which that is not well defined."""
    text, charset = document.text, document.encoding.charset
    ordered = sorted(edges)
    if text.isascii() and charset == "utf-8" and not document.encoding.bad_bytes:
        return {edge: edge for edge in ordered}
    if charset.replace("_", "-").startswith(STATEFUL) or document.encoding.decided_by == "binary":
        return {}
    errors = "strict"
    if charset == "utf-8" and document.encoding.decided_by.startswith(("utf-8-", "bom")):
        text, errors = document.raw.decode("utf-8", "surrogateescape"), "surrogateescape"  # each bad byte counts as itself
    found, last, byte = {}, 0, 0
    for edge in ordered:
        try:
            byte += len(text[last:edge].encode(charset, errors))
        except UnicodeEncodeError:
            return {}
        found[edge], last = byte, edge
    return found
