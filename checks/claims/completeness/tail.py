"""The end of an article: the line where the text stops, and what stands before and after it."""

from __future__ import annotations

import re

import msgspec

from checks.model import Document, Span, Zones

DENSE = re.compile(r"[\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
"""Scripts that say in one character what takes others two or three."""
LONGEST = 2000
"""Characters of a line that are looked at, from its end."""
BEFORE = 6
AFTER = 3


class Tail(msgspec.Struct, frozen=True):
    """Where an article stops.

    `line` is the line taken for the last of the article, `text` its last characters without white space around them and
    `span` where they stand. `before` are the body lines before it, nearest last; `after` the lines that follow in the
    file, as many as matter. `bare` says that nothing but the article seems to be in the file.
    """

    line: int
    text: str
    span: Span
    before: tuple[str, ...]
    after: tuple[int, ...]
    bare: bool
    size: int
    """Characters of running text in the article."""

    def last(self, characters: int) -> Span:
        """Where the last characters of the article stand."""
        return Span(max(self.span.start, self.span.end - characters), self.span.end)

    def weight(self) -> float:
        """Characters of running text, those of dense scripts counted two and a half times."""
        return self.size * (2.5 if DENSE.search(self.text) else 1.0)


def tail(document: Document, zones: Zones) -> Tail | None:
    """The end of an article, or None for a text without any line.

    The last line of the running text decides; but where no more than two lines of the file follow it, the last line of
    the file does, because a line that breaks off early looks like furniture to a model of lines.
    """
    filled = [n for n in range(len(zones.kinds) - 1, -1, -1) if zones.kinds[n] != "blank"][:1] if zones.kinds else []
    if not filled:
        return None
    body = zones.body
    last = body[-1] if body else filled[0]
    after: list[int] = []
    for n in range(last + 1, len(zones.kinds)):
        if zones.kinds[n] != "blank":
            after.append(n)
            if len(after) > AFTER:
                break
    chosen = last
    if 0 < len(after) < AFTER and zones.kinds[after[-1]] != "meta":
        chosen = after[-1]
        body = (*body, *after)
        after = []
    return _made(document, body, chosen, tuple(after))


def _made(document: Document, body: tuple[int, ...], line: int, after: tuple[int, ...]) -> Tail:
    span = document.stripped_span(line)
    span = Span(max(span.start, span.end - LONGEST), span.end)
    starts, ends = document.starts, document.ends
    lines = list(body) or [line]
    size = int((ends[lines] - starts[lines]).sum())
    before = tuple(document.lines[n].strip()[-LONGEST:] for n in lines[-1 - BEFORE : -1])
    return Tail(line, document.quote(span), span, before, after, not after, size)
