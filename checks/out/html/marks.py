"""The text of an article as HTML: every line as dumped, zones, findings and evidence marked, what cannot be seen made visible.

Taking the marks away gives back the lines of the file: tokens hold the code point they stand for in `data-u`, and notes
have the class `sn`, names of zones `k`, numbers `n`.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import groupby

import msgspec
import numpy as np
from markupsafe import escape

from checks.model import Document
from checks.out.html.tokens import INVISIBLE, escaped, plain, visible
from checks.out.html.words import Words
from checks.statement import Evidence, Segment

LONGEST_TEXT = 400_000
"""Characters of one article that are shown: longer pages make browsers crawl."""
MOST_MARKS = 2_000
"""Evidence spans that are marked in one text."""
MOST_KINDS = 3
"""Kinds named on one fold."""
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


class Marks(msgspec.Struct, frozen=True):
    """What is marked in a text."""

    evidence: tuple[Evidence, ...]
    causes: Mapping[str, Sequence[Cause]]
    """Evidence id -> the findings that it proves; ids not named prove facts."""
    notes: Mapping[str, Sequence[Note]]
    """Evidence id -> side notes that begin there."""
    line_notes: Mapping[int, Sequence[Note]]
    """Line (from 1) -> side notes on findings that name lines only."""
    linked: frozenset[str]
    """Evidence ids that links lead to."""
    anchors: frozenset[int]
    """Lines (from 1) that links lead to."""


class _Piece(msgspec.Struct, frozen=True):
    start: int
    end: int
    ids: tuple[str, ...]
    begins: tuple[str, ...]


class _Run(msgspec.Struct, frozen=True):
    kind: str
    first: int
    """From 0."""
    last: int
    why: tuple[str, ...]


def render(document: Document, segments: tuple[Segment, ...], marks: Marks, words: Words) -> str:
    """The lines of a document in its zones, as HTML."""
    runs = _runs(segments)
    return _Text(document, runs, marks, words).html(runs)


class _Text:
    """A document on its way to HTML."""

    def __init__(self, document: Document, runs: list[_Run], marks: Marks, words: Words) -> None:
        self.lines = document.lines
        self.shown = len(self.lines) if len(document.text) <= LONGEST_TEXT else _fitting(document)
        self.marks, self.words = marks, words
        junk = [run.first for run in runs if run.kind.startswith("junk:") and run.first < len(self.lines)]
        beginnings = {document.stripped_span(line).start for line in junk}
        self.about_runs = {one.id: one.line - 1 for one in marks.evidence if one.id in marks.causes and one.selector[0].start in beginnings}
        """Evidence that is a run of leftovers from its beginning, and its line: the fold says so, and the text stays as it is."""
        shown = [one for one in marks.evidence if one.id in marks.linked or (one.id in marks.causes and one.id not in self.about_runs)]
        self.pieces = _pieces(document, shown, self.about_runs)
        self.bad = {one.at: one for one in document.encoding.bad_bytes}
        self.starts = document.starts.tolist()
        hidden = np.searchsorted(document.starts, [found.start() for found in INVISIBLE.finditer(document.text)], "right") - 1
        numbered = (line - 1 for line in (*marks.anchors, *marks.line_notes))
        self.busy = sorted({*hidden.tolist(), *self.pieces, *numbered})
        """Lines that are more than their characters; the others are escaped all at once."""
        self.plain = escaped("\n".join(line[:LONGEST_TEXT] for line in self.lines[: self.shown])).split("\n")
        self.named: set[int] = set()
        """Findings whose title a screen reader has been given."""

    def html(self, runs: Iterable[_Run]) -> str:
        """The whole text: zones as blocks, leftovers that follow one another in one fold."""
        out: list[str] = []
        at = 0
        for junk, group in groupby(runs, lambda run: run.kind.startswith("junk:")):
            block = [msgspec.structs.replace(run, last=min(run.last, self.shown - 1)) for run in group if run.first < self.shown]
            if not block:
                break
            out += self.between(at, block[0].first)
            out.append(self.fold(block) if junk else "")
            at = block[0].first
            for run in block:
                out += self.between(at, run.first)
                out.append(self.opened(run, named=len({one.kind for one in block}) > 1 if junk else run.kind != "body"))
                out += self.between(run.first, run.last + 1)
                out.append("" if junk else "</div>")
                at = run.last + 1
            out.append("</details>" if junk else "")
        out += self.between(at, self.shown)
        return "".join(out)

    def between(self, first: int, until: int) -> Iterator[str]:
        """The lines from `first` to before `until`."""
        busy = set(self.busy[bisect_left(self.busy, first) : bisect_left(self.busy, until)])
        for n in range(first, until):
            yield self.line(n) if n in busy else f"<p>{self.plain[n]}"

    def line(self, n: int) -> str:
        """A line with marks, its side notes first: beside the text they stand at its height, on paper above it."""
        marks, text, pieces = self.marks, self.lines[n][:LONGEST_TEXT], self.pieces.get(n)
        anchor = f" id=L{n + 1}" if n + 1 in marks.anchors else ""
        notes = list(marks.line_notes.get(n + 1, ()))
        if pieces:
            begun = (name for piece in pieces for name in piece.begins if name not in self.about_runs)
            notes += (note for name in begun for note in marks.notes.get(name, ()))
            inner = "".join(self.piece(text, self.starts[n], one) for one in pieces)
        else:
            inner = visible(text, self.starts[n], self.bad, self.words)
        return f"<p{anchor}>{''.join(map(self.note, notes))}{inner}"

    def piece(self, text: str, start: int, piece: _Piece) -> str:
        """A stretch of a line that some evidence covers, or none."""
        inner = visible(text[piece.start - start : piece.end - start], piece.start, self.bad, self.words)
        if not piece.ids:
            return inner
        causes = {name: self.marks.causes.get(name, ()) for name in piece.ids if name not in self.about_runs}
        levels = [one.level for found in causes.values() for one in found]
        begun = {one.number: one for name in piece.begins for one in causes.get(name, ())}
        numbers = "".join(self.number(one) for _, one in sorted(begun.items()) if one.level != "note" or one.number not in self.named)
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
        return f'<small class="sn {one.level}" role=note>{link} {escaped(plain(one.message))}</small>'

    def opened(self, run: _Run, *, named: bool) -> str:
        """The beginning of a zone and its name."""
        kind = run.kind.removeprefix("junk:")
        label = f"<p class=k>{escape(self.label(kind))}" if named else ""
        return label if run.kind != kind else f"<div class={kind}>{label}"

    def fold(self, block: list[_Run]) -> str:
        """The beginning of leftovers: their kinds, how many lines, why the most of them are that, and which findings are about them."""
        first, last = block[0].first, block[-1].last
        kinds = list(dict.fromkeys(run.kind.removeprefix("junk:") for run in block))
        label = escape(
            self.words("page.listed").join(self.label(kind) for kind in kinds[:MOST_KINDS]) + ("…" if len(kinds) > MOST_KINDS else "")
        )
        numbers = "".join(f'<span class="n {level}">{number}</span> ' for number, level in sorted(self.within(first, last).items()))
        count = self.words.count("article.lines_count", last - first + 1)
        why = max(block, key=lambda run: run.last - run.first).why
        reason = f" <small lang=en>{escaped(plain('; '.join(why)))}</small>" if why else ""
        folded = "" if last - first >= FOLDED else " open"
        return f"<details class=junk{folded}><summary>{numbers}<b class=k>{label}</b> {count}{reason}</summary>"

    def label(self, kind: str) -> str:
        """The name of a kind of lines."""
        return self.words(f"kind.{kind}") if self.words.has(f"kind.{kind}") else kind

    def within(self, first: int, last: int) -> dict[int, str]:
        """Number and level of the findings about a run of lines."""
        causes = self.marks.causes
        found: dict[int, str] = {}
        for name in (name for name, line in self.about_runs.items() if first <= line <= last):
            found |= {one.number: one.level for one in causes[name]}
        for n in self.busy[bisect_left(self.busy, first) : bisect_right(self.busy, last)]:
            found |= {note.number: note.level for note in self.marks.line_notes.get(n + 1, ())}
            for piece in self.pieces.get(n, ()):
                found |= {one.number: one.level for name in piece.begins for one in causes.get(name, ())}
        return found


def _fitting(document: Document) -> int:
    fitting = bisect_right(document.ends.tolist(), LONGEST_TEXT)
    return fitting or 1


def _runs(segments: Iterable[Segment]) -> list[_Run]:
    """Segments, neighbours of one kind joined."""
    runs: list[_Run] = []
    for one in segments:
        if runs and runs[-1].kind == one.kind:
            runs[-1] = _Run(one.kind, runs[-1].first, one.end_line - 1, runs[-1].why or one.why)
        else:
            runs.append(_Run(one.kind, one.start_line - 1, one.end_line - 1, one.why))
    return runs


def _pieces(document: Document, evidence: Sequence[Evidence], brief: Container[str]) -> dict[int, list[_Piece]]:
    """Lines with evidence -> their stretches, each with the evidence that covers it; of brief evidence the first line is enough."""
    here: dict[int, list[tuple[int, int, str, bool]]] = {}
    size = min(len(document.text), LONGEST_TEXT)
    for one in evidence[:MOST_MARKS]:
        start, end = one.selector[0].start, min(one.reaches or one.selector[0].end, size)
        if start >= end:
            continue
        first = document.line_at(start)
        last = first if one.id in brief else document.line_at(end - 1)
        for n in range(first, last + 1):
            left, right = max(start, int(document.starts[n])), min(end, int(document.ends[n]))
            if left < right or n == first:
                here.setdefault(n, []).append((left, max(left, right), one.id, n == first))
    return {n: _cut(int(document.starts[n]), min(int(document.ends[n]), size), spans) for n, spans in here.items()}


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
