"""The text of an article as HTML: every line as dumped, zones, findings and evidence marked, what cannot be seen made visible.

Taking the marks away gives back the lines of the file: tokens hold the code point they stand for in `data-u`, and notes
have the class `sn`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable

import msgspec
from markupsafe import escape

from checks.model import BadByte, Document
from checks.out.html.words import Words
from checks.statement import Evidence, Segment

LONGEST_TEXT = 400_000
"""Characters of one article that are shown: longer pages make browsers crawl."""
MOST_MARKS = 2_000
"""Evidence spans that are marked in one text."""
FOLDED = 12
"""Junk runs with more lines than this are folded when the page opens."""

INVISIBLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufdd0-\ufdef"
    "\ufeff\ufff9-\ufffd\ufffe\uffff\U000e0000-\U000e007f]"
)
"""Characters that do not show or that act on those around them; lone surrogates are not in a decoded text."""
JOINERS = "\u200c\u200d"
DIRECTIONS = "\u061c\u200e\u200f"
JOINED = re.compile("[\u0600-\u1aff\u2190-\u2bff\u200d\ufe0f\U0001f000-\U0001faff]")
RIGHT_TO_LEFT = re.compile("[\u0590-\u0619\u061d-\u08ff\ufb1d-\ufdcf\ufdf0-\ufefc]")
LAST_CONTROL = 0x9F
SHORT = {
    0x00: "NUL", 0x0B: "VT", 0x0C: "FF", 0x1B: "ESC", 0x7F: "DEL", 0x85: "NEL", 0xAD: "SHY", 0x61C: "ALM", 0x200B: "ZWSP", 0x200C: "ZWNJ",
    0x200D: "ZWJ", 0x200E: "LRM", 0x200F: "RLM", 0x2028: "LS", 0x2029: "PS", 0x202A: "LRE", 0x202B: "RLE", 0x202C: "PDF", 0x202D: "LRO",
    0x202E: "RLO", 0x2060: "WJ", 0x2066: "LRI", 0x2067: "RLI", 0x2068: "FSI", 0x2069: "PDI", 0xFEFF: "BOM", 0xFFFC: "OBJ", 0xFFFD: "�",
}  # fmt: skip


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
    lines = document.lines
    shown = len(lines) if len(document.text) <= LONGEST_TEXT else _fitting(document)
    pieces = _pieces(document, marks.evidence)
    bad = {one.at: one for one in document.encoding.bad_bytes}
    special = INVISIBLE.search(document.text) is not None
    starts = document.starts.tolist() if pieces or special else []

    def line(n: int) -> str:
        text = lines[n]
        anchor = f" id=L{n + 1}" if n + 1 in marks.anchors else ""
        given = marks.line_notes.get(n + 1, ())
        if n in pieces:
            given += tuple(note for piece in pieces[n] for name in piece.begins for note in marks.notes.get(name, ()))
            return f"<p{anchor}>{_notes(given, words)}{''.join(_piece(text, starts[n], one, marks, bad, words) for one in pieces[n])}"
        notes = _notes(given, words) if given else ""
        shown_text = _visible(text, starts[n], bad, words) if special else str(escape(text))
        return f"<p{anchor}>{notes}{shown_text}"

    out: list[str] = []
    at = 0
    for kind, first, until, why in _runs(segments):
        last = min(until, shown - 1)
        if first >= shown:
            break
        out.extend(line(n) for n in range(at, first))
        out.append(_opened(kind, last - first + 1, why, words, _within(first, last, pieces, marks) if kind.startswith("junk:") else ()))
        out.extend(line(n) for n in range(first, last + 1))
        out.append("</details>" if kind.startswith("junk:") else "</div>")
        at = last + 1
    out.extend(line(n) for n in range(at, shown))
    return "".join(out)


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


def _within(first: int, last: int, pieces: dict[int, list[_Piece]], marks: Marks) -> tuple[Cause, ...]:
    """The findings about a run of lines, each once: a folded run shows their numbers."""
    found = {note.number: Cause(note.number, note.level, "") for n in range(first, last + 1) for note in marks.line_notes.get(n + 1, ())}
    for n in range(first, last + 1) if pieces else ():
        found |= {one.number: one for piece in pieces.get(n, ()) for name in piece.begins for one in marks.causes.get(name, ())}
    return tuple(found[number] for number in sorted(found))


def _opened(kind: str, lines: int, why: tuple[str, ...], words: Words, found: tuple[Cause, ...]) -> str:
    name = kind.removeprefix("junk:")
    label = escape(words(f"kind.{name}") if words.has(f"kind.{name}") else name)
    if not kind.startswith("junk:"):
        return f"<div class=z data-z={name}><b class=k>{label}</b>"
    reason = f"<small lang=en>{escape('; '.join(why))}</small>" if why else ""
    count = words.count("article.lines_count", lines)
    numbers = "".join(f'<span class="n {one.level}">{one.number}</span> ' for one in found)
    opened = " open" if lines <= FOLDED else ""
    return f"<details class=z data-z=junk{opened}><summary>{numbers}<b class=k>{label}</b> <span>{count}</span> {reason}</summary>"


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


def _piece(text: str, start: int, piece: _Piece, marks: Marks, bad: dict[int, BadByte], words: Words) -> str:
    inner = _visible(text[piece.start - start : piece.end - start], piece.start, bad, words)
    if not piece.ids:
        return inner
    anchors = "".join(f"<b id={name}></b>" for name in piece.begins)
    found = {one.number: one for name in piece.ids for one in marks.causes.get(name, ())}
    begun = {one.number: one for name in piece.begins for one in marks.causes.get(name, ())}
    data = " ".join(piece.ids)
    numbers = "".join(
        f'<a class="n {one.level}" href=#c{n} aria-label="{escape(words("article.mark", n=n, title=one.title))}">{n}</a>'
        for n, one in sorted(begun.items())
    )
    if found:
        worst = min((one.level for one in found.values()), key=("error", "warning", "note").index)
        return f'{anchors}{numbers}<mark class={worst} data-e="{data}">{inner}</mark>'
    return f'{anchors}<span class=e data-e="{data}">{inner}</span>'


def _notes(notes: tuple[Note, ...], words: Words) -> str:
    return "".join(
        f'<small class="sn {one.level}" role=note><a href=#c{one.number} aria-label="{escape(words("article.note", n=one.number))}">'
        f"{one.number}</a> {escape(plain(one.message))}</small>"
        for one in notes
    )


def plain(text: str) -> str:
    """A text in which nothing acts: characters that do not show are written as ‹U+202E›."""
    return INVISIBLE.sub(lambda found: f"‹U+{ord(found[0]):04X}›", text) if INVISIBLE.search(text) else text


def _visible(text: str, start: int, bad: dict[int, BadByte], words: Words) -> str:
    """A stretch of a line as HTML, with a token for each character that does not show."""
    out: list[str] = []
    last = 0
    for found in INVISIBLE.finditer(text):
        at = found.start()
        if found[0] in JOINERS and _joins(text, at):
            continue
        if found[0] in DIRECTIONS and _beside_right_to_left(text, at):
            continue
        out += (str(escape(text[last:at])), _token(ord(found[0]), bad.get(start + at), words))
        last = at + 1
    return "".join(out) + str(escape(text[last:] if last else text))


def _joins(text: str, at: int) -> bool:
    """Whether a joiner stands between two letters of a script, or two emoji, that need it."""
    return JOINED.fullmatch(text[at - 1 : at]) is not None and JOINED.fullmatch(text[at + 1 : at + 2]) is not None


def _beside_right_to_left(text: str, at: int) -> bool:
    return RIGHT_TO_LEFT.search(text, max(0, at - 3), at + 4) is not None


def _token(code: int, byte: BadByte | None, words: Words) -> str:
    if byte is not None:
        reading, shown = byte.reads_as, f"\\x{byte.value:02X}"
        name = words("article.byte_reads", byte=shown, reading=reading) if reading else words("article.byte", byte=shown)
        likely = f" {escape(reading)}?" if reading and not INVISIBLE.search(reading) else ""
        return f'<i class="t x" data-u={code:x} title="{escape(name)}">{shown}{likely}</i>'
    key = f"token.U{code:04X}"
    name = words(key) if words.has(key) else words("token.control" if code <= LAST_CONTROL else "token.invisible")
    return f'<i class=t data-u={code:x} title="{escape(name)}, U+{code:04X}">{SHORT.get(code, f"U+{code:04X}")}</i>'
