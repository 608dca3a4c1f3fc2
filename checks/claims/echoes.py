"""Echoes: the lines of a page that say its title again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.claims.labels import dense

if TYPE_CHECKING:
    from checks.claims.places import Places

ECHO = 0.6
"""Share of a line's words that the page's title has when the line is its headline again."""
WHOLE = 0.97
LONGEST = 300
FEWEST = {True: 4, False: 8}


def echoes_of(places: Places) -> dict[int, float]:
    """Lines down to the body's end that say what the first line says, with the share of their words that it has."""
    first = places.text(places.inked[0])
    text, starts = places.document.text, places.starts
    last = places.zones.last_body
    stop = starts[last] + len(places.document.lines[last]) if last is not None else len(text)
    begin = starts[places.inked[0]] + len(places.document.lines[places.inked[0]])
    lines: set[int] = set()
    for key in _keys(first):
        at = text.find(key, begin, stop)
        for _ in range(8):
            if at < 0:
                break
            lines.add(places.line_at(at))
            at = text.find(key, at + len(key), stop)
    said = _words(first)
    found = {}
    for line in sorted(lines):
        own = places.text(line)
        if FEWEST[dense(own[0])] <= len(own) <= LONGEST:
            mine = _words(own)
            share = len(mine & said) / max(1, len(mine))
            if share >= ECHO and (len(mine) >= 3 or first.startswith(own)) and len(own) * 4 >= min(len(first), 60):
                found[line] = share
    return found


def _keys(title: str) -> list[str]:
    """Parts of a title by which its echoes are found: its longest words, or pieces where words are not parted."""
    if title and (dense(title[0]) or dense(title[len(title) // 2])):
        return [title[at : at + 4] for at in range(0, max(1, min(len(title), 40) - 4), 6)]
    words = sorted((word.strip(".,:;!?\"'“”„«»()") for word in title.split()), key=lambda word: (-len(word), word))
    return [word for word in words[:4] if len(word) > 3]


_QUOTES = str.maketrans("“”„«»’‘", '"""""\'\'')


def _words(text: str) -> frozenset[str]:
    """The words of a text, or its characters in pairs where words are not parted."""
    if dense(text[0]) or dense(text[len(text) // 2]):
        return frozenset(text[at : at + 2] for at in range(len(text) - 1) if not text[at : at + 2].isspace())
    low = text.casefold()
    return frozenset((low if low.isascii() else low.translate(_QUOTES)).split())
