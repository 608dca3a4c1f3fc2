"""Insets: stretches inside a line that are of another kind than the line."""

from __future__ import annotations

from checks.model import Inset, Span
from checks.patterns import lazily
from checks.zone.features import Rows
from checks.zone.parts import LEAD, META, TEXT, Sorted
from checks.zone.phrases import WHOLE, phrases

_PARTS = lazily(r"[^\s|/\[\]](?:[^\s|/\[\]]| (?=[^\s|/\[\]]))*")
_REACH = 400
_CONTROLS = {WHOLE.index(name) + 1: name for name in ("ui-control", "share-widget", "comments", "newsletter", "paywall", "section-nav")}
_SIGNED = lazily(r"[(（]\s?(?:记者|文/)?(?:[一-鿿]{2,4}|[^\W\d_]{2,}(?: [^\W\d_]{1,}\.?){1,3}|[A-ZÅÄÖØÆ]{2,8})\s?[)）]$")


def insets(rows: Rows, found: Sorted) -> tuple[Inset, ...]:
    """Controls glued to metadata, and the name in parentheses that ends the text."""
    out = [inset for row in (found.kinds == META).nonzero()[0].tolist() for inset in _controls(rows, row)]
    text = ((found.kinds == TEXT) | (found.kinds == LEAD)).nonzero()[0]
    if len(text):
        span = rows.document.stripped_span(int(rows.lines[text[-1]]))
        tail = rows.document.text[max(span.start, span.end - 60) : span.end]
        signed = _SIGNED.search(tail) if tail.endswith((")", "）")) else None
        if signed and span.end - span.start > len(signed[0]):
            out.append(Inset("meta", Span(span.end - len(signed[0]), span.end)))
    return tuple(out)


def _controls(rows: Rows, row: int) -> list[Inset]:
    start = int(rows.document.starts[rows.lines[row]])
    parts = [(found.start() + start, found.end() + start) for found in _PARTS.finditer(rows.texts[row][:_REACH])]
    if len(parts) < 2:
        return []
    numbers = [rows.tokens.between(*part) for part in parts]
    known = phrases().whole(numbers)
    return [Inset(f"junk:{_CONTROLS[kind]}", Span(*part)) for part, kind in zip(parts, known, strict=True) if kind in _CONTROLS]
