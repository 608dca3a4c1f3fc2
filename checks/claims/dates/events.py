"""Dates that a text tells of: what happened when, with or without the year."""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from checks.claims.dates.months import gap, month_at_end, month_at_start
from checks.claims.dates.names import bare, names
from checks.claims.dates.runs import Runs
from checks.claims.dates.written import Written
from checks.model import Document, Span
from checks.patterns import lazily

_REACH, _SENTENCE = 24, 200
_MOST = 24  # events looked at in a text: the first paragraphs hold the news
_WORD = lazily(r"[\s.]{0,3}[^\W\d_]{1,6}")


class Event(NamedTuple):
    """A day told of: where it stands, its year (0 where none is printed), month and day."""

    span: Span
    year: int
    month: int
    day: int


def events(dates: list[Written], runs: Runs, stretch: tuple[int, int]) -> list[Event]:
    """The days told of in a stretch of a text, in order, the first of them at most."""
    low, high = stretch
    full = [Event(Span(w.start, w.end), w.readings[0].year, w.readings[0].month, w.readings[0].day)
            for w in dates if low <= w.start < high and len(w.readings) == 1]  # fmt: skip
    taken = [(w.start, w.end) for w in dates]
    first, last = bisect_left(runs.starts, low), bisect_left(runs.starts, high)
    for at in range(first, min(last, first + 200)):
        if runs.sizes[at] > 2:
            continue
        start = runs.starts[at]
        if any(a <= start < b for a, b in taken):
            continue
        if event := _yearless(runs, at):
            full.append(event)
            if len(full) >= _MOST:
                break
    return sorted(full)


def _yearless(runs: Runs, at: int) -> Event | None:
    """A month by name beside a number, or 月 and 日 behind two."""
    text, start, end, number = runs.text, runs.starts[at], runs.ends[at], runs.value(at)
    if not 1 <= number <= 31:
        return None
    if runs.after(at) in ("月", "월") and runs.gaps[at] <= 2 and runs.sizes[at + 1] <= 2:
        day, finish = runs.value(at + 1), runs.ends[at + 1]
        if gap(runs.between(at)).month_mark and number <= 12 and 1 <= day <= 31:
            return Event(Span(start, finish + (text[finish : finish + 1] in "日号號일")), 0, number, day)
        return None
    after = text[end : end + _REACH].partition("\n")[0]
    length, months = month_at_start(after[(skipped := _filler_length(after)) :])
    if len(months) == 1 and months[0].calendar == "gregory":
        return Event(Span(start, end + skipped + length), 0, months[0].number, number)
    before = text[max(0, start - _REACH) : start].rpartition("\n")[2]
    if before[-1:] in (" ", "\u00a0"):
        found, months = month_at_end(before)
        if len(months) == 1 and months[0].calendar == "gregory":
            return Event(Span(start - len(before) + found, end), 0, months[0].number, number)
    return None


def _filler_length(after: str) -> int:
    """How much of a text is only filler on the way to a month: ". ", "th of ", " de "."""
    skipped = 0
    for piece in _WORD.finditer(after):
        word = bare(piece[0])
        if word not in names().fillers or word in names().months:
            break
        skipped = piece.end()
    return skipped


def told_as_past(document: Document, span: Span) -> bool:
    """Whether the sentence around a date speaks of what was, and not of what will be."""
    line, text = document.line_span(document.line_at(span.start)), document.text
    before = text[max(line.start, span.start - _SENTENCE) : span.start]
    after = text[span.end : min(line.end, span.end + _SENTENCE)]
    for stop in (". ", "。", "! ", "? "):
        before, after = before.rpartition(stop)[2], after.partition(stop)[0]
    said = f" {bare(before)} {bare(after)} "
    return any(word in said for word in names().past) and not any(word in said for word in names().future)
