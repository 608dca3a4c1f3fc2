"""Dates of three numbers: what each order of them would be, and which orders are days at all."""

from __future__ import annotations

from datetime import date

from checks.claims.dates import calendars
from checks.claims.dates.runs import REACH, Runs
from checks.claims.dates.written import Written

_INVISIBLE = str.maketrans("", "", "\u200e\u200f\u200b\u202f\u00a0 ")
_PLAIN = str.maketrans("‐‑–．／－⁄", "---./-/")


def century(year: int) -> int:
    """The full year of one written with two digits: to 2039 after, from 1940 before."""
    return year + (2000 if year < 40 else 1900)


def numeric(runs: Runs, at: int) -> Written | None:
    """Three numbers with the same separator between."""
    text = runs.text
    start, end = runs.starts[at], runs.ends[at + 2]
    raw_first, raw_second = runs.between(at), runs.between(at + 1)
    first = _plain(raw_first)
    if first not in ("/", ".", "-", "|") or (raw_second != raw_first and _plain(raw_second) != first):
        return None
    a, b, c = runs.value(at), runs.value(at + 1), runs.value(at + 2)
    lengths = [runs.sizes[at], runs.sizes[at + 1], runs.sizes[at + 2]]
    if lengths[0] == 4 and runs.before(at) == ":" and lengths[2] >= 4:  # a time glued on: "09:2817/12/2025"
        a, start, lengths[0] = a % 100, start + 2, 2
    if lengths[2] == 4 and lengths[0] == 4:  # "2025-12-1709:28"
        c, end, lengths[2] = c // 100, end - 2, 2
    if lengths[2] > 4:  # "28/02/202409:28"
        end, lengths[2] = end - lengths[2] + 4, 4
    elif _goes_on(runs, at, first, raw_first):
        return None
    if first == "/" and text[start - 1 : start] == "/":
        return _path(start, end, a, b, c) if lengths[0] == 4 else None
    shape = "".join(["4" if size == 4 else "2" for size in lengths])
    if shape == "222" and lengths == [1, 1, 2] and first == ".":
        shape = "112"
    if shape == "222" and lengths[2] == 1 and (lengths[0] == 1 or (first != "." and not _year_first_script(text, start, end))):
        return None  # a year has two digits: "2-16-1" is an address, "23-3-1" what a boxer has won and lost
    return _readings(text, start, end, (a, b, c), shape, first)


def _plain(raw: str) -> str:
    """What stands between two numbers, without spaces and in ASCII where it is a separator."""
    return raw if len(raw) == 1 and raw.isascii() else raw.translate(_INVISIBLE).translate(_PLAIN)


def _goes_on(runs: Runs, at: int, separator: str, raw: str) -> bool:
    """Whether the row of numbers has a fourth, as version numbers and addresses have."""
    following = at + 3
    if following >= len(runs) or runs.gaps[at + 2] != 1 or runs.after(at + 2) != raw[0] or separator == "-":
        return False
    return runs.after(following) not in (":", ".") or runs.sizes[following] > 2


def _path(start: int, end: int, year: int, month: int, day: int) -> Written | None:
    found = calendars.gregorian(year, month, day)
    return Written(start, end, "ymd", "gregory", (found,), "url", "day", ("ymd",)) if found else None


def _readings(text: str, start: int, end: int, numbers: tuple[int, int, int], shape: str, separator: str) -> Written | None:
    """The days that three numbers can mean, by every order that puts the year first or last."""
    a, b, c = numbers
    calendar, fixed = "gregory", 0
    if shape[0] == "4" or shape[2] == "4":
        written_year = a if shape[0] == "4" else c
        calendar, fixed = _calendar_of(written_year, text, start)
        if not calendar:
            return None
    if shape[0] == "4":
        orders = {"ymd": day_of(calendar, a, b, c, fixed)}
    elif shape[2] == "4":
        orders = {"dmy": day_of(calendar, c, b, a, fixed), "mdy": day_of(calendar, c, a, b, fixed)}
    else:
        orders = {"dmy": calendars.gregorian(century(c), b, a)}
        orders["mdy"] = calendars.gregorian(century(c), a, b) if separator != "." else None
        if not any(orders.values()) or _year_first_script(text, start, end):
            orders["ymd"] = calendars.gregorian(century(a), b, c)
        if not any(orders.values()):
            return None
    kept: dict[date, str] = {}
    for order, day in orders.items():
        if day:
            kept.setdefault(day, order)
    if not kept and not _nearly(numbers, shape):
        return None
    first = next(iter(kept.values() if kept else orders))
    return Written(start, end, first, calendar, tuple(kept), f"{shape}{separator}", "day", tuple(kept.values()))


def _calendar_of(year: int, text: str, start: int) -> tuple[str, int]:
    """The calendar that a year of four digits must be of, and what to take off it."""
    if 1900 <= year <= 2100 or year == 1:
        return "gregory", 0
    if 2400 <= year <= 2600:
        return "buddhist", calendars.BUDDHIST
    around = text[max(0, start - REACH) : start + 2 * REACH]
    if any("\u0600" <= char <= "\u06ff" for char in around):
        persian = any(char in "پچژگکی" or "\u06f0" <= char <= "\u06f9" for char in around)
        return ("persian" if persian else "islamic-umalqura"), 0
    return "", 0


def day_of(calendar: str, year: int, month: int, day: int, less: int = 0) -> date | None:
    """The Gregorian day of a date of a calendar; `less` is taken off its year."""
    if calendar == "persian":
        return calendars.persian(year, month, day)
    if calendar == "islamic-umalqura":
        return calendars.umalqura(year, month, day)
    return calendars.gregorian(year - less, month, day)


def _year_first_script(text: str, start: int, end: int) -> bool:
    """Whether Hangul, Han or kana stand beside a date: there two digits in front may be the year ("23.11.02")."""
    around = text[max(0, start - 12) : end + 12]
    return not around.isascii() and any("\u3040" <= char <= "\u9fff" or "\uac00" <= char <= "\ud7a3" for char in around)


def _nearly(numbers: tuple[int, int, int], shape: str) -> bool:
    """Whether three numbers look like a date that no calendar has, such as 31/02/2025."""
    day, month = (numbers[2], numbers[1]) if shape[0] == "4" else (numbers[0], numbers[1])
    return (1 <= day <= 31 and 1 <= month <= 12) or (shape[0] != "4" and 1 <= day <= 12 and 1 <= month <= 31)


def compact_date(runs: Runs, at: int) -> Written | None:
    """Eight digits, "20251217"."""
    if not 1990 <= runs.value(at) <= 2100:
        return None
    start, end = runs.starts[at], runs.ends[at]
    number = int(runs.text[start:end])
    found = calendars.gregorian(number // 10000, number // 100 % 100, number % 100)
    return Written(start, end, "ymd", "gregory", (found,), "compact", "day", ("ymd",)) if found else None
