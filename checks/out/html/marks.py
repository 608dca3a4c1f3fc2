"""The text of an article as HTML: every line as dumped, zones, findings and evidence marked, what cannot be seen made visible.

Taking the marks away gives back the lines of the file: tokens hold the code point they stand for in `data-u`, and notes
have the class `sn`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

import msgspec
from markupsafe import escape

from checks.model import Document
from checks.out.html.tokens import INVISIBLE, plain, visible
from checks.out.html.words import Words
from checks.statement import Evidence, Segment

LONGEST_TEXT = 400_000
"""Characters of one article that are shown: longer pages make browsers crawl."""
MOST_MARKS = 2_000
"""Evidence spans that are marked in one text."""
LEVELS = ("error", "warning", "note")
FOLDED = 12
"""Junk runs with more lines than this are folded when the page opens."""


class Cause(msgspec.Struct, frozen=True):
    """What the text needs to know of a numbered finding."""

    number: int
    level: str
    title: str


class Note(msgspec.Struct, frozen=True):
    """A side note: which finding, and what it says there."""

    number: int
    level: str
    message: str


class Marks(msgspec.Struct):
    """What is marked in a text."""

    evidence: tuple[Evidence, ...]
    causes: dict[str, tuple[Cause, ...]]
    """Evidence id -> the findings that it proves; ids not named prove facts."""
    notes: dict[str, tuple[Note, ...]]
    """Evidence id -> side notes that begin there."""
    line_notes: dict[int, tuple[Note, ...]]
    """Line (from 1) -> side notes on findings that name lines only."""
    anchors: frozenset[int]
    """Lines (from 1) that links lead to."""


class _Piece(msgspec.Struct, frozen=True):
    start: int
    end: int
    ids: tuple[str, ...]
    begins: tuple[str, ...]


def render(document: Document, segments: tuple[Segment, ...], marks: Marks, words: Words) -> str:
    """The lines of a document in its zones, as HTML."""
    return _Text(document, marks, words).html(_runs(segments))


class _Text:
    """A document on its way to HTML."""

    def __init__(self, document: Document, marks: Marks, words: Words) -> None:
        self.lines = document.lines
        self.shown = len(self.lines) if len(document.text) <= LONGEST_TEXT else _fitting(document)
        self.marks, self.words = marks, words
        self.pieces = _pieces(document, marks.evidence)
        self.bad = {one.at: one for one in document.encoding.bad_bytes}
        self.special = INVISIBLE.search(document.text) is not None
        self.starts = document.starts.tolist() if self.pieces or self.special else []
        self.named: set[int] = set()
        """Findings whose title a screen reader has been given."""

    def html(self, runs: Iterable[tuple[str, int, int, tuple[str, ...]]]) -> str:
        out: list[str] = []
        at = 0
        for kind, first, until, why in runs:
            last = min(until, self.shown - 1)
            if first > last:
                break
            out += (self.line(n) for n in range(at, first))
            out.append(self.opened(kind, first, last, why))
            out += (self.line(n) for n in range(first, last + 1))
            out.append("</details>" if kind.startswith("junk:") else "</div>")
            at = last + 1
        out += (self.line(n) for n in range(at, self.shown))
        return "".join(out)

    def line(self, n: int) -> str:
        """A line, its side notes first: beside the text they stand at its height, on paper above it."""
        marks, text, pieces = self.marks, self.lines[n], self.pieces.get(n)
        anchor = f" id=L{n + 1}" if n + 1 in marks.anchors else ""
        notes = marks.line_notes.get(n + 1, ())
        if pieces:
            notes += tuple(note for piece in pieces for name in piece.begins for note in marks.notes.get(name, ()))
            inner = "".join(self.piece(text, self.starts[n], one) for one in pieces)
        else:
            inner = visible(text, self.starts[n], self.bad, self.words) if self.special else str(escape(text))
        return f"<p{anchor}>{''.join(map(self.note, notes))}{inner}"

    def piece(self, text: str, start: int, piece: _Piece) -> str:
        """A stretch of a line that some evidence covers, or none."""
        inner = visible(text[piece.start - start : piece.end - start], piece.start, self.bad, self.words)
        if not piece.ids:
            return inner
        causes = self.marks.causes
        levels = [one.level for name in piece.ids for one in causes.get(name, ())]
        begun = {one.number: one for name in piece.begins for one in causes.get(name, ())}
        numbers = "".join(self.number(one) for _, one in sorted(begun.items()))
        anchors = "".join(f"<b id={name}></b>" for name in piece.begins[1:])
        given = f" id={piece.begins[0]}" if piece.begins else ""
        if piece.ids != piece.begins[:1]:
            given += f' data-e="{" ".join(piece.ids)}"'
        if levels:
            return f"{anchors}{numbers}<mark class={min(levels, key=LEVELS.index)}{given}>{inner}</mark>"
        return f"{anchors}<span class=e{given}>{inner}</span>"

    def number(self, one: Cause) -> str:
        """The number of a finding at its mark. The first time it tells screen readers what the finding is."""
        told = self.words("article.note", n=one.number)
        if one.number not in self.named:
            self.named.add(one.number)
            told = self.words("article.mark", n=one.number, title=one.title)
        return f'<a class="n {one.level}" href=#c{one.number} aria-label="{escape(told)}">{one.number}</a>'

    def note(self, one: Note) -> str:
        """What a finding says, beside the text."""
        told = self.words("article.note", n=one.number)
        link = f'<a href=#c{one.number} aria-label="{escape(told)}">{one.number}</a>'
        return f'<small class="sn {one.level}" role=note>{link} {escape(plain(one.message))}</small>'

    def opened(self, kind: str, first: int, last: int, why: tuple[str, ...]) -> str:
        """The beginning of a zone: its name, and for leftovers how many lines, why, and which findings are about them."""
        name = kind.removeprefix("junk:")
        label = escape(self.words(f"kind.{name}") if self.words.has(f"kind.{name}") else name)
        if not kind.startswith("junk:"):
            hidden = " vh" if name == "body" else ""
            return f'<div class=z data-z={name}><b class="k{hidden}">{label}</b>'
        numbers = "".join(f'<span class="n {level}">{number}</span> ' for number, level in sorted(self.within(first, last).items()))
        count = self.words.count("article.lines_count", last - first + 1)
        reason = f" <small lang=en>{escape(plain('; '.join(why)))}</small>" if why else ""
        folded = "" if last - first >= FOLDED else " open"
        return f"<details class=z data-z=junk{folded}><summary>{numbers}<b class=k>{label}</b> {count}{reason}</summary>"

    def within(self, first: int, last: int) -> dict[int, str]:
        """Number and level of the findings about a run of lines."""
        found: dict[int, str] = {}
        for n in range(first, last + 1):
            found |= {note.number: note.level for note in self.marks.line_notes.get(n + 1, ())}
            for piece in self.pieces.get(n, ()):
                found |= {one.number: one.level for name in piece.begins for one in self.marks.causes.get(name, ())}
        return found


def _fitting(document: Document) -> int:
    fitting = bisect_right(document.ends.tolist(), LONGEST_TEXT)
    return fitting or 1


def _runs(segments: Iterable[Segment]) -> list[tuple[str, int, int, tuple[str, ...]]]:
    """Segments as (kind, first, last, why), lines from 0, neighbours of one kind joined."""
    runs: list[tuple[str, int, int, tuple[str, ...]]] = []
    for one in segments:
        if runs and runs[-1][0] == one.kind:
            kind, first, _, why = runs[-1]
            runs[-1] = (kind, first, one.end_line - 1, why or one.why)
        else:
            runs.append((one.kind, one.start_line - 1, one.end_line - 1, one.why))
    return runs


def _pieces(document: Document, evidence: tuple[Evidence, ...]) -> dict[int, list[_Piece]]:
    """Line -> its stretches, each with the evidence that covers it. Only lines with evidence are named."""
    here: dict[int, list[tuple[int, int, str, bool]]] = {}
    size = min(len(document.text), LONGEST_TEXT)
    for one in evidence[:MOST_MARKS]:
        start, end = one.selector[0].start, min(one.selector[0].end, size)
        if start >= end:
            continue
        first, last = document.line_at(start), document.line_at(end - 1)
        for n in range(first, last + 1):
            left, right = max(start, int(document.starts[n])), min(end, int(document.ends[n]))
            if left < right or n == first:
                here.setdefault(n, []).append((left, max(left, right), one.id, n == first))
    return {n: _cut(int(document.starts[n]), int(document.ends[n]), spans) for n, spans in here.items()}


def _cut(start: int, end: int, spans: list[tuple[int, int, str, bool]]) -> list[_Piece]:
    edges = sorted({start, end, *(min(edge, end) for span in spans for edge in span[:2])})
    opening: dict[int, list[tuple[str, bool]]] = {}
    closing: dict[int, list[str]] = {}
    for left, right, name, first in spans:
        opening.setdefault(min(left, end), []).append((name, first))
        closing.setdefault(min(right, end), []).append(name)
    active: dict[str, None] = {}
    pieces = []
    for left, right in zip(edges, [*edges[1:], end], strict=True):
        for name in closing.get(left, ()):
            active.pop(name, None)
        opened = opening.get(left, ())
        active.update((name, None) for name, _ in opened)
        if left < right or opened:
            pieces.append(_Piece(left, right, tuple(active), tuple(name for name, first in opened if first)))
    return pieces
