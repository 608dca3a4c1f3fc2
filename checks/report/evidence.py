"""Evidence: the spans that a report points at, numbered, quoted, and placed by line and by byte."""

from __future__ import annotations

import numpy as np

from checks import statement as wire
from checks.characters import traits
from checks.model import Document, Span

STATEFUL = ("iso2022", "iso-2022", "hz", "utf-7", "utf7")


class Exhibits:
    """Spans numbered in the order of their first use."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.size = len(document.text)
        self.ids: dict[Span, str] = {}

    def refer(self, spans: tuple[Span, ...]) -> tuple[str, ...]:
        """The numbers of these spans, new ones given where needed; what lies outside the text is left out."""
        if not spans:
            return ()
        size, ids = self.size, self.ids
        found = []
        for span in spans:
            if span.start < 0 or span.end > size:
                span = Span(min(max(span.start, 0), size), min(span.end, size))  # noqa: PLW2901  what is left of it
            if span.start < span.end:
                found.append(ids.setdefault(span, f"e{len(ids) + 1}"))
        return tuple(found) if len(found) < 2 else tuple(dict.fromkeys(found))

    def listed(self) -> tuple[wire.Evidence, ...]:
        """All that was referred to, in the order of the numbers."""
        if not self.ids:
            return ()
        document, text = self.document, self.document.text
        starts = np.array([span.start for span in self.ids])
        reaches = [span.end for span in self.ids]
        ends = np.minimum(reaches, starts + wire.LONGEST_QUOTE)
        lines = document.starts.searchsorted(starts, "right")
        columns = starts - document.starts[lines - 1] + 1
        offsets = byte_offsets(document, np.concatenate((starts, ends)))
        numbers = (
            starts.tolist(),
            ends.tolist(),
            reaches,
            lines.tolist(),
            columns.tolist(),
            offsets[: len(reaches)],
            offsets[len(reaches) :],
        )
        return tuple(
            [
                wire.Evidence(
                    id=key,
                    selector=(
                        wire.TextPositionSelector(start=start, end=end),
                        wire.TextQuoteSelector(
                            exact=text[start:end],
                            prefix=text[start - wire.LONGEST_CONTEXT if start > wire.LONGEST_CONTEXT else 0 : start],
                            suffix=text[end : end + wire.LONGEST_CONTEXT],
                        ),
                    ),
                    reaches=reach if reach > end else None,
                    line=line,
                    column=column,
                    byte_start=byte_start,
                    byte_end=byte_end,
                )
                for key, start, end, reach, line, column, byte_start, byte_end in zip(self.ids.values(), *numbers, strict=True)
            ]
        )


def byte_offsets(document: Document, places: np.ndarray) -> list[int] | list[None]:
    """The byte offsets in the raw file of places in the text; None for charsets in which they are not well defined."""
    facts = document.encoding
    if facts.decided_by == "binary" or facts.charset.replace("_", "-").startswith(STATEFUL):
        return [None] * len(places)
    if facts.charset == "utf-8" and not facts.bad_count and not facts.regions:
        return _in_utf8(document, places)
    return _encoded(document, places.tolist())


def _in_utf8(document: Document, places: np.ndarray) -> list[int]:
    """The same in sound UTF-8: a byte for each character before a place, and more for those beyond ASCII."""
    seen = traits(document)
    offsets = places.copy()
    for least in (0x80, 0x800, 0x10000):
        longer = seen.places[seen.characters >= least]
        if not len(longer):
            break
        offsets += longer.searchsorted(places)
    found: list[int] = offsets.tolist()
    return found


def _encoded(document: Document, places: list[int]) -> list[int] | list[None]:
    """The same by encoding what stands between the places; None for a text that its charset cannot write."""
    text, facts, errors = document.text, document.encoding, "strict"
    if facts.charset == "utf-8" and facts.decided_by.startswith(("utf-8-", "bom")):
        text, errors = document.raw.decode("utf-8", "surrogateescape"), "surrogateescape"  # each bad byte counts as itself
    found, last, byte = {}, 0, 0
    for place in sorted({*places}):
        try:
            byte += len(text[last:place].encode(facts.charset, errors))
        except UnicodeEncodeError:
            return [None] * len(places)
        found[place], last = byte, place
    return [found[place] for place in places]
