"""Dates told from now: "3 hours ago", "hôm qua", "3小时前". A text file holds no now, so they have no value by themselves."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from checks.claims.dates.names import bare, names
from checks.claims.dates.runs import Runs

_DAYS = {"now": 0, "today": 0, "yesterday": 1, "day-before": 2}
_REACH = 24


class Relative(NamedTuple):
    """A relative date as written; `days` before now, or None where the words alone do not give the day."""

    start: int
    end: int
    days: int | None

    def on(self, now: date) -> date | None:
        """The day, seen from a day."""
        return None if self.days is None else now - timedelta(days=self.days)


def relative(runs: Runs) -> list[Relative]:
    """Every relative date of a text, in order."""
    found = [*_counted(runs), *_said(runs.text)]
    found.sort()
    return found


def _counted(runs: Runs) -> Iterator[Relative]:
    """A number with a unit and a word for ago on one of its sides, both of one language."""
    text, table = runs.text, names()
    for at in (runs.size <= 3).nonzero()[0].tolist():
        start, end = runs.starts[at], runs.ends[at]
        tail = text[end : end + _REACH].partition("\n")[0]
        after = _to_next_digit(tail)
        words = bare(after).split()
        if not words:
            continue
        if words[0] in table.ago:
            head = text[max(0, start - 12) : start].rpartition("\n")[2]
            before = bare(head).split()
            said = next((k for k in (3, 2, 1) if len(before) >= k and " ".join(before[-k:]) in table.ago[words[0]]), 0)
            if said:
                word = after.casefold().find(words[0])
                begin = start - len(head) + max(head.casefold().rfind(before[-said]), 0)
                yield Relative(begin, end + word + len(words[0]), None)
                continue
        if size := _ago_behind(words, after):
            yield Relative(start, end + size, None)


def _to_next_digit(tail: str) -> str:
    return next((tail[:k] for k, char in enumerate(tail) if char.isdigit()), tail)


def _ago_behind(words: list[str], after: str) -> int:
    """How far "hours ago" reaches behind a number; 0 where it does not stand there."""
    table = names()
    for count in (2, 1):
        said = words[1 : 1 + count]
        if len(said) == count and " ".join(said) in table.ago.get(words[0], ()):
            at = after.casefold().find(said[-1], after.casefold().find(words[0]) + len(words[0]))
            return at + len(said[-1]) if at >= 0 else 0
    glued = words[0]
    if glued.isascii():
        return 0
    for cut in range(1, len(glued)):
        fitting = [ago for ago in table.ago.get(glued[:cut], ()) if glued.startswith(ago, cut)]
        if fitting:
            at = after.find(glued[:cut])
            return at + cut + max(map(len, fitting)) if at >= 0 else 0
    return 0


def _said(text: str) -> Iterator[Relative]:
    """A word for today, yesterday or just now."""
    folded = text.lower()
    if len(folded) != len(text):
        folded = text
    for phrase, kind in names().relative.items():
        at = folded.find(phrase)
        while at >= 0:
            end = at + len(phrase)
            if not _spaced(phrase) or not (folded[at - 1 : at].isalpha() or folded[end : end + 1].isalpha()):
                yield Relative(at, end, _DAYS[kind])
            at = folded.find(phrase, end)


def _spaced(phrase: str) -> bool:
    """Whether the script of a phrase puts spaces between words."""
    return (
        not "\u0e00" <= phrase[0] <= "\u0eff"
        and not "\u1000" <= phrase[0] <= "\u109f"
        and not "\u1780" <= phrase[0] <= "\u17ff"
        and not "\u3000" <= phrase[0] <= "\u9fff"
    )
