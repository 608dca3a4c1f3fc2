"""Records: the labelled lines that open some files, `Title: …`, `Date: …`, with or without the fences of front matter."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from checks.lexicon import phrases
from checks.patterns import lazily

MOST = 60
"""Lines that hold something, at most, of a record."""
_FENCE = "---"
_ENTRY = lazily(r"[*#]{0,3}\s?([^\W\d_][^:：]{0,30}?)\s?\*{0,2}\s?[:：]\*{0,2}(?=\s|[^\x00-\x7f]|[\"'\[]|$)\s*")
_QUOTES = ('""', "''", "“”", "「」", "《》")
_FEWEST_KNOWN = 2
_KEYS = ("headline", "publisher", "source", "author", "by", "editor", "translator", "address")


class Entry(msgspec.Struct, frozen=True):
    """A label in lower case, the number of its line, and where its value stands in the line."""

    label: str
    line: int
    start: int
    end: int


class Record(msgspec.Struct, frozen=True):
    """The entries, and how many of the lines belong to the record, fences counted."""

    entries: tuple[Entry, ...]
    lines: int

    def value(self, key: str) -> Entry | None:
        """The first entry that holds something and whose label is one of the attribution words of a key, such as `headline`."""
        return next((one for one in self.entries if one.start < one.end and one.label in phrases(key)), None)


def record(lines: Sequence[str]) -> Record | None:
    """The record that opens a file, of whose lines those are given that hold something, without the space around them."""
    if not lines or not (lines[0] == _FENCE or ":" in lines[0] or "：" in lines[0]):
        return None
    return _fenced(lines[:MOST]) if lines[0] == _FENCE else _open(lines[:MOST])


def _fenced(lines: Sequence[str]) -> Record | None:
    """Front matter: all between two fences, items of lists and values of several lines too."""
    end = next((n for n, line in enumerate(lines[1:], 1) if line == _FENCE), 0)
    entries = tuple(one for n in range(1, end) if (one := _entry(lines[n], n)) is not None)
    return Record(entries, end + 1) if entries and entries[0].line == 1 else None


def _open(lines: Sequence[str]) -> Record | None:
    """Labelled lines one after the other from the first on, two of them with labels of attribution, one for the headline or publisher."""
    entries: list[Entry] = []
    for n, line in enumerate(lines):
        one = _entry(line, n)
        if one is None:
            break
        entries.append(one)
    known = [one.label for one in entries if any(one.label in phrases(key) for key in _KEYS)]
    telling = any(label in phrases("headline") or label in phrases("publisher") for label in known)
    return Record(tuple(entries), len(entries)) if telling and len(known) >= _FEWEST_KNOWN else None


def _entry(line: str, number: int) -> Entry | None:
    found = _ENTRY.match(line)
    if found is None:
        return None
    start, end = found.end(), len(line)
    if line[start : start + 1] + line[end - 1 :] in _QUOTES and end - start > 1:
        start, end = start + 1, end - 1
    return Entry(found[1].casefold(), number, start, end)
