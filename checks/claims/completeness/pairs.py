"""Quotation marks and brackets: which of them a paragraph leaves open, and which it closes without having opened.

Newspapers mix their marks (“so", „so”, ’’so’’) and forget some, so only what nearly cannot be a slip counts: an odd
number of quotation marks in the paragraph, all of one style, or a bracket that never closes.
"""

from __future__ import annotations

from itertools import pairwise

import msgspec

from checks.patterns import lazily

LONGEST = 4000
ESCAPE = "\x1b"
_QUOTES = lazily(r"[“”„\"«»「」『』]|’’|''")
_BRACKETS = lazily(r"[(（\[【)）\]】]")
_OPEN = "(（[【"
_SHUT = ")）]】"
STYLES = ("“”„", '"', "«»", "「」『』")
"""The marks that one text uses together."""
_MARKS = ("’’", "''", *"".join(STYLES))
"""What `_QUOTES` finds."""
_SMILEY = lazily(r"[:;]-?[()]|\b\w{1,3}[)）]")


class Unpaired(msgspec.Struct, frozen=True):
    """Offsets in a paragraph of a mark that stays open and of one that closes nothing, or None."""

    opened: int | None = None
    closed: int | None = None


NONE = Unpaired()


def unpaired(text: str) -> Unpaired:
    """What a paragraph leaves open or closes without having opened. Longer ones than 4,000 characters are not judged."""
    if len(text) > LONGEST:
        return NONE
    marks = [found.span() for found in _QUOTES.finditer(text)] if any(mark in text for mark in _MARKS) else []
    if len(marks) % 2:
        return _quotes(text, [start for start, _ in marks])
    return _brackets(text)


def _quotes(text: str, marks: list[int]) -> Unpaired:
    used = {text[at] for at in marks}
    if not any(used <= set(style) for style in STYLES) or any(text[at] == '"' and text[at - 1 : at].isdigit() for at in marks):
        return NONE  # mixed styles are slips, and 15" is a length
    first, last = marks[0], marks[-1]
    if _looks_closing(text, first):
        return Unpaired(closed=first)
    if len(marks) > 1 and not _looks_closing(text, last):
        return Unpaired(opened=last)
    for before, after in pairwise(marks):
        if _looks_closing(text, before) == _looks_closing(text, after):
            return Unpaired(opened=before) if not _looks_closing(text, before) else Unpaired(closed=after)
    return Unpaired(opened=last)


def _looks_closing(text: str, at: int) -> bool:
    """Whether a mark ends a quotation: it touches what stands before it and not what comes after."""
    mark = text[at]
    if mark in "」』":
        return True
    if mark in "「『":
        return False
    if mark == "„":
        return at > 0 and text[at - 1] in ".!?" and not text[at + 1 : at + 2].isalnum()
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    touches_before = bool(before) and not before.isspace() and before not in "([—–-/„“"
    touches_after = bool(after) and (after.isalnum() or after in "([¿¡….$€£#@'‘’")
    return touches_before and not touches_after


def _brackets(text: str) -> Unpaired:
    if not any(c in text for c in "([（【"):
        return NONE
    bare = _SMILEY.sub(
        lambda found: (
            " " * len(found.group()) if not any(c in text[max(0, found.start() - 40) : found.start()] for c in _OPEN) else found.group()
        ),
        text,
    )
    opened: list[int] = []
    for found in _BRACKETS.finditer(bare):
        if bare[found.start() - 1 : found.start()] == ESCAPE:
            continue  # the beginning of a terminal's control sequence
        if found.group() in _OPEN:
            opened.append(found.start())
        elif opened and _OPEN.index(bare[opened[-1]]) // 2 == _SHUT.index(found.group()) // 2:
            opened.pop()
    return Unpaired(opened=opened[-1]) if opened else NONE
