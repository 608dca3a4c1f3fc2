"""The words of menus: which texts are entries of a menu, and which lines are menus that were run together."""

from __future__ import annotations

from functools import cache

from checks.lexicon import of_pages, phrases
from checks.patterns import lazily

_PARTING = lazily(r"\s*[|｜·•/>»›,،;、]\s*|\s{2,}")
_LONGEST, _LONGEST_ENTRY = 300, 3
_FEWEST = 3
"""Entries of a line that may be a menu."""


@cache
def menu_words() -> frozenset[str]:
    """Names of sections and of other entries of menus, case-folded."""
    return phrases("section") | of_pages("section-nav", "site-header", "ui-control")


@cache
def words_of_controls() -> frozenset[str]:
    """The single words of all that pages ask, offer to do and put into menus, case-folded."""
    entries = of_pages("section-nav", "site-header", "ui-control", "share-widget", "newsletter", "paywall", "most-read", "ad")
    return menu_words() | frozenset(word.strip(_MARKS) for entry in entries for word in entry.split())


_MARKS = ".,:;!?…"


@cache
def menu_lines() -> frozenset[str]:
    """Whole lines of menus, controls and prompts, which are no headlines."""
    of_furniture = of_pages("section-nav", "site-header", "ui-control", "share-widget", "newsletter", "related-block", "most-read")
    return of_furniture | phrases("no-headline")


def is_menu(text: str) -> bool:
    """Whether a line is mostly made of entries of menus, three at least, parted by marks, or by spaces alone and then with capitals."""
    if not _FEWEST < len(text) <= _LONGEST or text[-1] in ".!?。؟।":
        return False
    known, parts = menu_words(), [part for part in _PARTING.split(text.casefold()) if part]
    if len(parts) >= _FEWEST:
        return 2 * sum(part in known for part in parts) >= len(parts)
    printed = text.split()
    words = [word.casefold() for word in printed]
    entries = covered = at = 0
    while at < len(words):
        sizes = range(_LONGEST_ENTRY, 0, -1) if not printed[at][0].islower() else ()
        size = next((n for n in sizes if " ".join(words[at : at + n]) in known), 0)
        entries += size > 0
        covered += size
        at += size or 1
    return entries >= _FEWEST and covered >= _MOSTLY * len(words)


_MOSTLY = 0.6
