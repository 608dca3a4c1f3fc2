"""The text of an article as HTML: every line as dumped, zones, findings and evidence marked, what cannot be seen made visible.

Taking the marks away gives back the lines of the file: a `p` is a line, or several that nothing is marked in; tokens are `i`,
numbers `a`, side notes `small`, names of zones have the class `k`.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby

import msgspec
import numpy as np
from markupsafe import escape

from checks.model import Document
from checks.out.html.inline import inlined
from checks.out.html.marked import LEVELS, Cause, Marks, Note
from checks.out.html.pieces import Piece, chosen, pieces
from checks.out.html.tokens import INVISIBLE, Tokens, damaged, escaped, plain
from checks.out.html.words import Words
from checks.statement import Segment

LONGEST_TEXT = 400_000
"""Characters of one article that are shown: longer pages make browsers crawl."""
MOST_KINDS = 3
"""Kinds named on one fold."""
NAMED = 2
"""Runs of one kind, outside of folds, that have its name over them; the colour says the rest."""
FOLDED = 12
"""Junk runs with more lines than this are folded when the page opens."""


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
        levels = {
            name: min((one.level for one in found), key=LEVELS.index) for name, found in marks.causes.items() if name not in self.about_runs
        }
        shown = chosen(document, marks.evidence, marks.linked, levels, marks.detail.room)
        self.pieces = pieces(document, shown, marks.insets, self.about_runs, min(len(document.text), LONGEST_TEXT))
        self.tokens = Tokens(damaged(document), words, marks.detail.tokens)
        self.starts = document.starts
        hidden = np.searchsorted(document.starts, [found.start() for found in INVISIBLE.finditer(document.text)], "right") - 1
        marked = {*self.pieces, *(line - 1 for line in (*marks.anchors, *marks.line_notes))}
        self.hiding = set(hidden.tolist()) - marked
        """Lines that have tokens and no other marks."""
        self.busy = sorted(self.hiding | marked)
        """Lines that are more than their characters; the others are escaped all at once."""
        self.plain = escaped("\n".join(line[:LONGEST_TEXT] for line in self.lines[: self.shown])).split("\n")
        self.named: set[int] = set()
        """Notes whose number stands in the text already."""
        self.numbered: Counter[int] = Counter()
        """How often the number of each finding stands in the text."""
        self.told: Counter[str] = Counter()
        """How often each kind was named outside of folds."""
        self.folds = 0
        self.reasons: list[str] = []
        """Why leftovers are leftovers, as the folds so far said it."""

    def html(self, runs: Iterable[_Run]) -> str:
        """The whole text: zones as blocks, leftovers that follow one another in one fold."""
        out: list[str] = []
        at = 0
        for junk, group in groupby(runs, lambda run: run.kind.startswith("junk:")):
            block = [msgspec.structs.replace(run, last=min(run.last, self.shown - 1)) for run in group if run.first < self.shown]
            if not block:
                break
            out += self.between(at, block[0].first)
            out += self.fold(block) if junk else self.zones(block)
            at = block[-1].last + 1
        out += self.between(at, self.shown)
        html = "".join(out)
        return html if self.marks.detail.blocks else inlined(html)

    def zones(self, block: list[_Run]) -> Iterator[str]:
        """Runs of the article; those that are no body are set off, and the first of each kind have its name."""
        at = block[0].first
        for run in block:
            yield from self.between(at, run.first)
            at = run.last + 1
            told = self.told[run.kind]
            self.told[run.kind] += 1
            if run.kind == "body" or self.told.total() - self.told["body"] > self.marks.detail.zones:
                yield from self.between(run.first, at)
            elif told >= NAMED and run.first == run.last:
                yield from (f"<p class={run.kind}{line[2:]}" for line in self.between(run.first, at))
            else:
                yield f"<div class={run.kind}>"
                yield f"<p class=k>{escape(self.label(run.kind))}" if told < NAMED else ""
                yield from self.between(run.first, at)
                yield "</div>"

    def fold(self, block: list[_Run]) -> Iterator[str]:
        """Leftovers: their kinds, how many lines, why the most of them are that, and which findings are about them."""
        first, last = block[0].first, block[-1].last
        within = [one for one in sorted(self.within(first, last).items()) if self.numbered[one[0]] < self.marks.detail.numbers]
        self.numbered.update(dict(within).keys())
        self.folds += 1
        if self.folds > self.marks.detail.folds and last - first < self.marks.detail.few:
            links = "".join(f"<a class={level} href=#c{number}>{number}</a>" for number, level in within)
            for line in self.between(first, last + 1, joined=True):
                yield f"<p class=junk{line[2:].replace('>', '>' + links, 1)}"
                links = ""
            return
        kinds = list(dict.fromkeys(run.kind.removeprefix("junk:") for run in block))
        label = self.words("page.listed").join(self.label(kind) for kind in kinds[:MOST_KINDS]) + ("…" if len(kinds) > MOST_KINDS else "")
        numbers = "".join(
            f"<b class={level}>{', '.join(str(number) for number, _ in group)}</b> " for level, group in groupby(within, lambda one: one[1])
        )
        count = self.words.count("article.lines_count", last - first + 1)
        yield f"<details class=junk{'' if last - first >= FOLDED else ' open'}><summary>{numbers}<b>{escape(label)}</b> {count}"
        yield f"{self.reason(block)}</summary>"
        named = len(kinds) > 1 and len(block) <= self.marks.detail.named
        at = first
        for run in block if named else ():
            yield from self.between(at, run.first, joined=True)
            yield f"<p class=k>{escape(self.label(run.kind.removeprefix('junk:')))}"
            yield from self.between(run.first, run.last + 1, joined=True)
            at = run.last + 1
        yield from self.between(at, last + 1, joined=True)
        yield "</details>"

    def reason(self, block: list[_Run]) -> str:
        """Why the longest run of a fold is no article, unless another fold said so."""
        why = plain("; ".join(max(block, key=lambda run: run.last - run.first).why))
        if not why or why in self.reasons or len(self.reasons) == self.marks.detail.reasons:
            return ""
        self.reasons.append(why)
        return f" <small lang=en>{escaped(why)}</small>"

    def between(self, first: int, until: int, *, joined: bool = False) -> Iterator[str]:
        """The lines from `first` to before `until`; those with nothing in them to mark may stand in one paragraph."""
        joint = "\n" if joined or len(self.lines) > self.marks.detail.paragraphs else "<p>"
        for n in self.busy[bisect_left(self.busy, first) : bisect_left(self.busy, until)]:
            if n in self.hiding:
                self.plain[n] = self.tokens.visible(self.lines[n][:LONGEST_TEXT], int(self.starts[n]))
                continue
            if first < n:
                yield f"<p>{joint.join(self.plain[first:n])}"
            yield self.line(n)
            first = n + 1
        if first < until:
            yield f"<p>{joint.join(self.plain[first:until])}"

    def line(self, n: int) -> str:
        """A line with marks, its side notes first: beside the text they stand at its height, on paper above it."""
        marks, text, cut = self.marks, self.lines[n][:LONGEST_TEXT], self.pieces.get(n)
        anchor = f" id=L{n + 1}" if n + 1 in marks.anchors else ""
        notes = list(marks.line_notes.get(n + 1, ()))
        start = int(self.starts[n])
        if cut:
            begun = (name for piece in cut for name in piece.begins if name not in self.about_runs)
            notes += (note for name in begun for note in marks.notes.get(name, ()))
            inner = "".join(self.piece(text, start, one) for one in cut)
        else:
            inner = self.tokens.visible(text, start)
        return f"<p{anchor}>{''.join(map(_note, notes))}{inner}"

    def piece(self, text: str, start: int, piece: Piece) -> str:
        """A stretch of a line that evidence or an inset covers, or none."""
        inner = self.tokens.visible(text[piece.start - start : piece.end - start], piece.start)
        if not piece.ids:
            return inner
        marks, linked = self.marks, self.marks.linked
        causes = {name: marks.causes.get(name, ()) for name in piece.ids if name not in self.about_runs}
        levels = [one.level for found in causes.values() for one in found]
        begun = {one.number: one for name in piece.begins for one in causes.get(name, ())}
        numbers = "".join(self.number(one) for _, one in sorted(begun.items()))
        begins = [name for name in piece.begins if name in linked]
        ids = [name for name in piece.ids if name in linked]
        anchors = "".join(f"<b id={name}></b>" for name in begins[1:])
        given = f" id={begins[0]}" if begins else ""
        if ids != begins[:1]:
            given += f' data-e="{" ".join(ids)}"'
        for kind in (name[1:] for name in piece.ids if name[0] == "/"):
            inner = f'<span class="inset {kind.partition(":")[0]}" title="{escape(self.label(kind.removeprefix("junk:")))}">{inner}</span>'
        worst = min(levels, key=LEVELS.index, default="")
        if worst in ("", "note") and not ids:
            shown = worst and not inner.endswith("</i>")  # a token shows by itself
            return f"{numbers}<mark>{inner}</mark>" if shown else numbers + inner
        tag, look = ("mark", "" if worst == "note" else f" class={worst}") if worst else ("span", " class=e")
        return f"{anchors}{numbers}<{tag}{look}{given}>{inner}</{tag}>"

    def number(self, one: Cause) -> str:
        """The number of a finding at its mark; a note's stands once. The script gives it the finding's title for a name."""
        if self.numbered[one.number] >= self.marks.detail.numbers or (one.level == "note" and one.number in self.named):
            return ""
        self.named.add(one.number)
        self.numbered[one.number] += 1
        return f"<a class={one.level} href=#c{one.number}>{one.number}</a>"

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


def _note(one: Note) -> str:
    """What a finding says, beside the text."""
    return f"<small class={one.level}><a href=#c{one.number}>{one.number}</a> {escaped(plain(one.message))}</small>"


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
