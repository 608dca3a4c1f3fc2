"""For whom a line reserves all rights without a copyright mark: `All rights reserved by NAME`, `NAME - All rights reserved`."""

from __future__ import annotations

from functools import cache

from checks.lexicon import phrases
from checks.patterns import lazily

_LONGEST, _MOST_WORDS, _SHORTEST = 300, 6, 2
_END = lazily(r"[.,;|·•؛،。()（）©]|\s[-–—]\s")
_ATTACHED = ("ل", "ל")
"""Prepositions that are written in one word with what follows."""
_PARTING = ".,;|–—-:·•"


def in_rights(text: str) -> bool:
    """Whether a text has a phrase such as `all rights reserved`."""
    return any(map(text.casefold().__contains__, phrases("rights")))


def reserved(text: str) -> tuple[int, int] | None:
    """Where the name stands to which a line says that the rights belong; None where it says so of none."""
    low = text.lower()
    if len(text) > _LONGEST or len(low) != len(text):
        return None
    for phrase in filter(low.__contains__, _owning()):
        after = low.find(phrase) + len(phrase)
        if not low[after : after + 1].isalpha() or phrase.endswith(_ATTACHED) or low[after] == "ـ":
            return _name(text, after, _stop(low, after))
    before = min((at for phrase in filter(low.__contains__, phrases("rights")) if (at := low.find(phrase)) > 0), default=0)
    head = text[:before].rstrip()
    return _name(text, 0, len(head)) if head and head[-1] in _PARTING and not _END.search(head, 0, len(head) - 1) else None


@cache
def _owning() -> tuple[str, ...]:
    return tuple(sorted(phrases("rights-of"), key=lambda phrase: (-len(phrase), phrase)))


def _stop(low: str, after: int) -> int:
    """Where a name ends that begins here: at a mark, or at the verb that some languages put behind it."""
    found = _END.search(low, after + 1)
    stop = found.start() if found else len(low)
    verbs = [at for verb in phrases("rights-end") if (at := low.find(" " + verb, after, stop)) >= 0]
    return min([stop, *verbs])


def _name(text: str, begin: int, end: int) -> tuple[int, int] | None:
    """The stretch without marks around it, when it may be a name."""
    while begin < end and (not text[begin].isalnum() or text[begin] == "ـ"):
        begin += 1
    while end > begin and not text[end - 1].isalnum():
        end -= 1
    name = text[begin:end]
    return (begin, end) if len(name) >= _SHORTEST and not name[0].islower() and len(name.split()) <= _MOST_WORDS else None
