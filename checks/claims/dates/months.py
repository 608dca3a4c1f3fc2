"""Names of months where they stand: between the numbers of a date, before them or behind."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from checks.claims.dates.names import ASCII_LETTERS, Month, bare, names
from checks.patterns import lazily


class Gap(NamedTuple):
    """What stands between two numbers of a date."""

    months: tuple[Month, ...]
    filler: bool
    year_mark: bool
    month_mark: bool


_CLOSERS = frozenset(')]}:;!?%€$£=<>"”»+')
_NOTHING = Gap((), filler=False, year_mark=False, month_mark=False)
_SPACE = _NOTHING._replace(filler=True)


@lru_cache(8192)
def gap(text: str) -> Gap:
    """What a stretch between two numbers says: a month by name, a mark, or nothing.

    >>> gap(" de diciembre de ").months
    (Month(calendar='gregory', number=12),)
    >>> gap("年").year_mark, gap(" people, ").filler
    (True, False)
    """
    if text[:1] in _CLOSERS:
        return _NOTHING
    said = (text.lower().translate(ASCII_LETTERS) if text.isascii() else bare(text)).split()
    if not said:
        return _SPACE
    table = names()
    if said[0] not in table.openers and not said[0].startswith(_PREFIXES):
        return _NOTHING
    if months := _months_in(said):
        return _NOTHING._replace(months=months)
    joined = " ".join(said)
    filler = table.joins.issuperset(said)
    return Gap((), filler=filler, year_mark=joined in table.year_marks, month_mark=joined in table.month_marks)


def _months_in(said: list[str]) -> tuple[Month, ...]:
    """The month that words name once the fillers around are off; none when other words stand among them."""
    table = names()
    if found := table.months.get(" ".join(said)):
        return found
    loose = table.loose
    first, last = 0, len(said)
    while first < last and said[first] in loose:
        first += 1
    while last > first and said[last - 1] in loose:
        last -= 1
    core = said[first:last]
    if not core:
        return ()
    if found := table.months.get(" ".join(core)) or _inflected(core[0] if len(core) == 1 else ""):
        return found
    each = [table.months.get(word, ()) for word in core]  # one month said twice: "نيسان / أبريل"
    shared = set(each[0]).intersection(*each[1:])
    return tuple(sorted(shared))


# A preposition or a word for "month" that some scripts write together with the name.
_PREFIXES = ("ב", "เดือน", "ខែ", "ເດືອນ", "ל", "מ")


def _inflected(word: str) -> tuple[Month, ...]:
    for prefix in _PREFIXES:
        if word.startswith(prefix) and (found := names().months.get(word[len(prefix) :])):
            return found
    return ()


_LOOSE = " .,-/"


@lru_cache(8192)
def month_at_end(text: str) -> tuple[int, tuple[Month, ...]]:
    """Where the month name that ends a text starts, and the month; -1 and nothing when none ends it.

    >>> month_at_end("By Ann Lee, Dec. ")[0], month_at_end("Ann LeeDecember ")[0]
    (12, 7)
    """
    if not text or (text[-1] in _LOOSE and text.rstrip(_LOOSE)[-1:].isdigit()):
        return -1, ()
    table = names()
    tail = text.rstrip(_LOOSE)
    last = tail[tail.rfind(" ") + 1 :]
    if last.isalpha() and (found := table.months.get(last.lower())):
        return len(tail) - len(last), found
    pieces = _pieces(text)
    while pieces and (said := bare(text[slice(*pieces[-1])])) in table.fillers and said not in table.months:
        pieces.pop()
    for count in (3, 2, 1):
        if len(pieces) < count:
            continue
        start = pieces[-count][0]
        if found := table.months.get(bare(text[start : pieces[-1][1]])):
            return start, found
    return -1, ()


@lru_cache(4096)
def month_at_start(text: str) -> tuple[int, tuple[Month, ...]]:
    """Where the month name that starts a text ends, and the month; -1 and nothing when none starts it."""
    pieces = _pieces(text)
    for count in (3, 2, 1):
        if len(pieces) < count or bare(text[: pieces[0][0]]):
            continue
        end = pieces[count - 1][1]
        if found := names().months.get(bare(text[:end])):
            return end, found
    return -1, ()


# Words, cut where they hold a digit, white space or ASCII or general punctuation. A class, one repetition.
_WORD = lazily(r"[^\s\d!-/:-@\[-`{-~\u00a1-\u00bf\u2010-\u206f\u3000-\u3003\u3008-\u303f\uff01-\uff0f]+")
_CAPITAL = lazily(r"(?<=[a-zà-öø-ÿ])(?=[A-ZÀ-ÖØ-Þ])")


def _pieces(text: str) -> list[tuple[int, int]]:
    """Words as stretches; a capital after a small letter starts one too, as in glued lines ("LeeDecember")."""
    found: list[tuple[int, int]] = []
    for word in _WORD.finditer(text):
        start = word.start()
        for capital in _CAPITAL.finditer(text, start, word.end()):
            found.append((start, capital.start()))
            start = capital.start()
        found.append((start, word.end()))
    return found
