"""Dates counted in eras: Japanese ones, the Republic of China; and years written in Han numerals."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache

from checks.claims.dates import calendars
from checks.claims.dates.runs import Runs
from checks.claims.dates.written import Written
from checks.lexicon import words
from checks.patterns import lazily

_BEHIND = frozenset("年 ./")
_HAN = {char: value for value, char in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0, "元": 1}
_HAN_DATE = lazily(r"([〇零○一二三四五六七八九]{4})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十廿卅]{1,3})日?")


@cache
def _eras() -> tuple[tuple[str, str], ...]:
    """Name and era, longest names first; the one-letter names need a full stop behind the year."""
    table = words("dates")["und"]
    pairs = [(name.casefold(), era) for era in (*calendars.ERAS, "minguo") for name in table[f"era-{era}"]]
    return tuple(sorted(pairs, key=lambda pair: (-len(pair[0]), pair)))


def era_dates(runs: Runs) -> Iterator[Written]:
    """Dates whose year counts from an era's beginning."""
    if not runs.eastern:
        return
    few = (runs.size <= 3) & (runs.gap <= 3)
    for at in few[:-1].nonzero()[0].tolist():
        if runs.after(at) in _BEHIND and runs.gaps[at + 1] <= 3 and (found := _counted(runs, at)):
            yield found
    if "元年" in runs.text:
        yield from _first_years(runs)
    if "年" in runs.text:
        yield from _han_numerals(runs.text)


def _counted(runs: Runs, at: int) -> Written | None:
    """A date behind an era's name or letter, or of the Republic of China by its year of three digits."""
    text, start = runs.text, runs.starts[at]
    first, second = runs.between(at).strip(), runs.between(at + 1).strip()
    if (first, second) not in (("年", "月"), (".", "."), ("/", "/")):
        return None
    if runs.after(at) in (".", "/") and runs.sizes[at] != 3 and runs.before(at) <= "@":
        return None
    era, name_start = _era_before(text, start, letters=first == ".")
    if not era and first != "年" and runs.sizes[at] == 3 and max(text[max(0, start - 300) : start + 300]) >= "\u4e00":
        era, name_start = "minguo", start
    if not era:
        return None
    numbers = (runs.value(at), runs.value(at + 1), runs.value(at + 2))
    return _written(era, numbers, (name_start, runs.ends[at + 2]), text)


def _written(era: str, numbers: tuple[int, int, int], span: tuple[int, int], text: str) -> Written | None:
    year, month, day = numbers
    if era == "minguo":
        found, calendar = calendars.gregorian(year + calendars.MINGUO, month, day), "roc"
    else:
        found, calendar = calendars.japanese(era, year, month, day), "japanese"
    if not found:
        return None
    start, end = span
    end += text[end : end + 1] == "日"
    return Written(start, end, "ymd", calendar, (found,), "era", "day", ("ymd",))


def _era_before(text: str, start: int, *, letters: bool) -> tuple[str, int]:
    """The era whose name stands before a number, and where it starts."""
    ahead = text[max(0, start - 6) : start].rstrip().casefold()
    for name, era in _eras():
        if not ahead.endswith(name) or (len(name) == 1 and not letters):
            continue
        at = max(0, start - 6) + len(ahead) - len(name)
        if len(name) > 1 or not text[at - 1 : at].isalnum():
            return era, at
    return "", -1


def _first_years(runs: Runs) -> Iterator[Written]:
    """Dates such as "令和元年5月1日": the first year of an era has a word, not a number."""
    text = runs.text
    for at in (runs.gap <= 3).nonzero()[0].tolist():
        start = runs.starts[at]
        if runs.before(at) != "年" or runs.after(at) != "月" or text[start - 2 : start] != "元年":
            continue
        era, name_start = _era_before(text, start - 2, letters=False)
        numbers = (1, runs.value(at), runs.value(at + 1))
        if era and (found := _written(era, numbers, (name_start, runs.ends[at + 1]), text)):
            yield found


def _han_numerals(text: str) -> Iterator[Written]:
    """Dates such as "二〇二五年十二月十七日"."""
    at = text.find("年")
    while at >= 0:
        if text[at - 1] in _HAN and (match := _HAN_DATE.match(text, max(0, at - 4))):
            year = int("".join(str(_HAN[char]) for char in match[1]))
            day: date | None = calendars.gregorian(year, han_number(match[2]), han_number(match[3]))
            if day:
                yield Written(match.start(), match.end(), "ymd", "gregory", (day,), "han", "day", ("ymd",))
        at = text.find("年", at + 1)


def han_number(text: str) -> int:
    """A number below 100 in Han numerals, 0 for what is none.

    >>> han_number("十七"), han_number("三十一"), han_number("廿九"), han_number("八")
    (17, 31, 29, 8)
    """
    text = text.replace("廿", "二十").replace("卅", "三十")
    tens, ten, ones = text.rpartition("十")
    if ten:
        return 10 * _HAN.get(tens, 0 if tens else 1) + _HAN.get(ones, 0)
    return _HAN.get(text, 0) if len(text) == 1 else 0
