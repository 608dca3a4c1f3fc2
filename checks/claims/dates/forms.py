"""The forms in which dates are written, found around their numbers.

Nothing is assumed about word boundaries ("Báo QuốcBáo Quốc17/12/2025", "17ธ.ค.2568", "20232:23 PM"). Arrays of all
numbers say where three of them can be a date; only there is text looked at, at most `REACH` characters of it on each
side, so that the work is linear in the length of the text whatever it holds.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import numpy as np

from checks.claims.dates import calendars
from checks.claims.dates.eras import era_dates
from checks.claims.dates.names import Month, bare, gap, month_at_end, month_at_start
from checks.claims.dates.runs import FAR, Runs
from checks.claims.dates.written import Written

REACH = 32
SEPARATORS = frozenset("./-|‐‑–．／－⁄")  # noqa: RUF001
_AFTER = np.zeros(0x10000, bool)
_AFTER[[ord(char) for char in (*SEPARATORS, " ", "\u00a0", "\u200f", "\u202f")]] = True
_INVISIBLE = str.maketrans("", "", "\u200e\u200f\u200b\u202f\u00a0 ")
_PLAIN = str.maketrans("‐‑–．／－⁄", "---./-/")  # noqa: RUF001


def century(year: int) -> int:
    """The full year of one written with two digits: to 2039 after, from 1940 before."""
    return year + (2000 if year < 40 else 1900)


def absolute(text: str, runs: Runs) -> list[Written]:
    """Every absolute date of a text that writes its year, in order; of two that overlap the one found first."""
    found = list(era_dates(text, runs))
    taken = [(written.start, written.end) for written in found]
    for written in _candidates(text, runs):
        if not any(written.start < end and start < written.end for start, end in taken[-8:]):
            taken.append((written.start, written.end))
            found.append(written)
    found.sort(key=lambda written: written.start)
    return found


def _candidates(text: str, runs: Runs) -> Iterator[Written]:
    """Dates around the runs that can hold one, tried in order of place."""
    n = len(runs.start)
    if not n:
        return
    length, value = np.append(runs.length, (0, 0, 0)), np.append(runs.value, (0, 0, 0))
    gaps = np.append(runs.gap, (FAR, FAR))
    after = np.append(runs.after, (0, 0))
    short = (length > 0) & (length <= 2)
    year = _is_year(length, value)
    one, two = slice(1, n + 1), slice(2, n + 2)
    close = (gaps[:n] <= 3) & (gaps[one] <= 3) & _AFTER.take(after[:n], mode="clip")
    clock_end = (length[two] == 4) & (after[two] == 58)
    clock_start = (length[:n] == 4) & (runs.before == 58)
    short_year = short[two] & (gaps[:n] == gaps[one]) & (after[:n] == after[one])
    triple = close & short[one] & (
        ((short[:n] | clock_start) & year[two])
        | (year[:n] & (length[:n] == 4) & (short[two] | clock_end))
        | (short[:n] & short_year)
    )  # fmt: skip
    before_gap = np.append(FAR, gaps[: n - 1])
    named = year[:n] & (((before_gap <= REACH) & np.append(False, short[: n - 1])) | ((gaps[:n] <= REACH) & short[one]))
    small = short[:n] & short[one] & (gaps[:n] >= 4) & (gaps[:n] <= 20) & (after[one] != 58)
    compact = (length[:n] == 8) & (value[:n] >= 1990) & (value[:n] <= 2100)
    for at in np.flatnonzero(triple | named | small | compact).tolist():
        written = (
            (triple[at] and _numeric(text, runs, at))
            or (named[at] and _named(text, runs, at))
            or (small[at] and _named_short(text, runs, at))
            or (compact[at] and _compact(text, runs, at))
        )
        if written:
            yield written


def _is_year(length: np.ndarray, value: np.ndarray) -> np.ndarray:
    """Where a run can be a year: Gregorian, Thai, or of the Islamic calendars; or a Gregorian one glued to a number."""
    gregorian = (value >= 1900) & (value <= 2100)
    other = ((value >= 2400) & (value <= 2600)) | ((value >= 1300) & (value <= 1500))
    return ((length == 4) & (gregorian | other | (value == 1))) | ((length >= 5) & (length <= 10) & gregorian)


def _numeric(text: str, runs: Runs, at: int) -> Written | None:
    """Three numbers with the same separator between."""
    start, end = int(runs.start[at]), int(runs.end[at + 2])
    raw_first = text[int(runs.end[at]) : int(runs.start[at + 1])]
    raw_second = text[int(runs.end[at + 1]) : int(runs.start[at + 2])]
    first, second = (raw.translate(_INVISIBLE).translate(_PLAIN) for raw in (raw_first, raw_second))
    if first != second or first not in ("/", ".", "-", "|"):
        return None
    a, b, c = (int(runs.value[at + k]) for k in range(3))
    lengths = [int(runs.length[at + k]) for k in range(3)]
    if lengths[0] == 4 and runs.before[at] == 58 and lengths[2] >= 4:  # a time glued on: "09:2817/12/2025"
        a, start, lengths[0] = a % 100, start + 2, 2
    if lengths[2] == 4 and lengths[0] == 4:  # "2025-12-1709:28"
        c, end, lengths[2] = c // 100, end - 2, 2
    if lengths[2] > 4:  # "28/02/202409:28"
        end, lengths[2] = end - lengths[2] + 4, 4
    elif _goes_on(runs, at, first, raw_first):
        return None
    if first == "/" and text[start - 1 : start] == "/":
        return _path(start, end, a, b, c) if lengths[0] == 4 else None
    shape = "".join("4" if size == 4 else "2" for size in lengths)  # noqa: PLR2004
    if shape == "222" and lengths == [1, 1, 2] and first == ".":
        shape = "112"
    return _readings(text, start, end, (a, b, c), shape, first)


def _goes_on(runs: Runs, at: int, separator: str, raw: str) -> bool:
    """Whether the row of numbers has a fourth, as version numbers and addresses have."""
    code = ord(raw[0])
    if at and runs.gap[at - 1] == 1 and runs.before[at] == code:
        return True
    following = at + 3
    if following >= len(runs.start) or runs.gap[at + 2] != 1 or runs.after[at + 2] != code or separator == "-":
        return False
    return runs.after[following] not in (58, 46) or runs.length[following] > 2  # noqa: PLR2004


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
    orders: list[tuple[str, date | None]] = []
    if shape[0] == "4":
        orders.append(("ymd", _day(calendar, a, b, c, fixed)))
    elif shape[2] == "4":
        orders.append(("dmy", _day(calendar, c, b, a, fixed)))
        orders.append(("mdy", _day(calendar, c, a, b, fixed)))
    else:
        orders.append(("dmy", calendars.gregorian(century(c), b, a)))
        orders.append(("mdy", calendars.gregorian(century(c), a, b) if separator != "." else None))
        if not any(day for _, day in orders) or _year_first_script(text, start, end):
            orders.append(("ymd", calendars.gregorian(century(a), b, c)))
        if not any(day for _, day in orders):
            return None
    valid = [(order, day) for order, day in orders if day]
    if not valid and not _nearly(numbers, shape):
        return None
    days = tuple(dict.fromkeys(day for _, day in valid if day))
    kept = tuple(next(o for o, d in valid if d == day) for day in days)
    order = kept[0] if kept else orders[0][0]
    return Written(start, end, order, calendar, days, f"{shape}{separator}", "day", kept)


def _calendar_of(year: int, text: str, start: int) -> tuple[str, int]:
    """The calendar that a year of four digits must be of, and what to take off it."""
    if 1900 <= year <= 2100 or year == 1:  # noqa: PLR2004
        return "gregory", 0
    if 2400 <= year <= 2600:  # noqa: PLR2004
        return "buddhist", calendars.BUDDHIST
    around = text[max(0, start - REACH) : start + 2 * REACH]
    if any("\u0600" <= char <= "\u06ff" for char in around):
        persian = any(char in "پچژگکی" or "\u06f0" <= char <= "\u06f9" for char in around)
        return ("persian" if persian else "islamic-umalqura"), 0
    return "", 0


def _day(calendar: str, year: int, month: int, day: int, less: int = 0) -> date | None:
    if calendar == "persian":
        return calendars.persian(year, month, day)
    if calendar == "islamic-umalqura":
        return calendars.umalqura(year, month, day)
    return calendars.gregorian(year - less, month, day)


def _year_first_script(text: str, start: int, end: int) -> bool:
    """Whether Hangul, Han or kana stand beside a date: there two digits in front may be the year ("23.11.02")."""
    around = text[max(0, start - 12) : end + 12]
    return any("\u3040" <= char <= "\u9fff" or "\uac00" <= char <= "\ud7a3" for char in around)


def _nearly(numbers: tuple[int, int, int], shape: str) -> bool:
    """Whether three numbers look like a date that no calendar has, such as 31/02/2025."""
    day, month = (numbers[2], numbers[1]) if shape[0] == "4" else (numbers[0], numbers[1])
    return (1 <= day <= 31 and 1 <= month <= 12) or (shape[0] != "4" and 1 <= day <= 12 and 1 <= month <= 31)  # noqa: PLR2004


def _compact(text: str, runs: Runs, at: int) -> Written | None:
    """Eight digits, "20251217"."""
    start, end = int(runs.start[at]), int(runs.end[at])
    number = int(text[start:end])
    found = calendars.gregorian(number // 10000, number // 100 % 100, number % 100)
    return Written(start, end, "ymd", "gregory", (found,), "compact", "day", ("ymd",)) if found else None


def _named(text: str, runs: Runs, at: int) -> Written | None:
    """A year with the month beside it by name or by mark."""
    year, start = int(runs.value[at]), int(runs.start[at])
    end = start + 4
    if at and runs.gap[at - 1] <= REACH and runs.length[at - 1] <= 2:  # noqa: PLR2004
        day, day_start, day_end = int(runs.value[at - 1]), int(runs.start[at - 1]), int(runs.end[at - 1])
        between = gap(text[day_end:start])
        if between.months:
            return _by_name(text, (day_start, end), between.months, (year, day), text[day_end:start])
        if between.filler:
            low = max(day_start - REACH, 0)
            found, months = month_at_end(text[low:day_start].rpartition("\n")[2])
            if months:
                low = day_start - len(text[low:day_start].rpartition("\n")[2])
                return _by_name(text, (low + found, end), months, (year, day), text[low + found : day_start])
            if at > 1 and runs.gap[at - 2] <= 12 and gap(text[int(runs.end[at - 2]) : day_start]).month_mark:  # noqa: PLR2004
                numbers = (int(runs.value[at - 2]), day, year)
                return _readings_marked(int(runs.start[at - 2]), end, numbers)
    if runs.length[at] == 4 and at + 1 < len(runs.start) and runs.gap[at] <= REACH and runs.length[at + 1] <= 2:  # noqa: PLR2004
        return _year_first(text, runs, at)
    return None


def _readings_marked(start: int, end: int, numbers: tuple[int, int, int]) -> Written | None:
    """"ngày 17 tháng 12 năm 2025": numbers whose marks tell which is which."""
    day, month, year = numbers
    less = calendars.BUDDHIST if year >= 2400 else 0  # noqa: PLR2004
    found = calendars.gregorian(year - less, month, day)
    calendar = "buddhist" if less else "gregory"
    return Written(start, end, "dmy", calendar, (found,) if found else (), "marked", "day", ("dmy",) if found else ())


def _year_first(text: str, runs: Runs, at: int) -> Written | None:
    """A year in front of month and day."""
    year, start = int(runs.value[at]), int(runs.start[at])
    number, end = int(runs.value[at + 1]), int(runs.end[at + 1])
    between = gap(text[start + 4 : int(runs.start[at + 1])])
    if between.months:
        return _by_name(text, (start, end), between.months, (year, number), "", order="ymd")
    if not between.year_mark:
        return None
    if at + 2 < len(runs.start) and runs.gap[at + 1] <= 12 and gap(text[end : int(runs.start[at + 2])]).month_mark:  # noqa: PLR2004
        day, day_end = int(runs.value[at + 2]), int(runs.end[at + 2])
        if runs.length[at + 2] <= 2:  # noqa: PLR2004
            if bare(text[day_end : day_end + 1]) in ("日", "号", "號", "일"):
                day_end += 1
            found = calendars.gregorian(year, number, day)
            return Written(start, day_end, "ymd", "gregory", (found,) if found else (), "han", "day", ("ymd",))
    length, months = month_at_start(text[end : end + REACH].partition("\n")[0])
    if months:
        return _by_name(text, (start, end + length), months, (year, number), "", order="ydm")
    return None


def _named_short(text: str, runs: Runs, at: int) -> Written | None:
    """Day, month by name and a year of two digits: "14 Feb ’20", "03.Mär.19", "17 ธ.ค. 68"."""
    day_end, start, end = int(runs.end[at]), int(runs.start[at + 1]), int(runs.end[at + 1])
    between = text[day_end:start]
    if runs.length[at + 1] != 2 or text[start - 1] not in " .-/'’ʼ‘`" or not (months := gap(between).months):  # noqa: PLR2004, RUF001
        return None
    year = int(runs.value[at + 1])
    thai = "\u0e00" <= bare(between)[:1] <= "\u0e7f"
    apart = text[start - 1] == " "
    if apart and not thai and text[end : end + 2].strip(" ")[:1].isalnum():
        return None
    full = year + 2500 if thai and year >= 50 else century(year)  # noqa: PLR2004
    return _by_name(text, (int(runs.start[at]), end), months, (full, int(runs.value[at])), between)


def _by_name(
    text: str, span: tuple[int, int], months: tuple[Month, ...], year_day: tuple[int, int], between: str, order: str = "text"
) -> Written | None:
    """A date whose month is named. A name that two languages give to two months keeps both readings."""
    year, day = year_day
    less = calendars.BUDDHIST if year >= 2400 else 0  # noqa: PLR2004
    islamic = 1300 <= year <= 1500  # noqa: PLR2004
    fitting = [m for m in months if (m.calendar != "gregory") == islamic]
    if len(fitting) > 1:
        style = "plain" if not between.startswith(".") else "stopped" if text[span[1] : span[1] + 1] == "." else "dotted"
        fitting = [m for m in fitting if m.number == _CLASHES.get((bare(between), style), m.number)]
    if not fitting or not 1 <= day <= 31:  # noqa: PLR2004
        return None
    days = tuple(dict.fromkeys(d for m in fitting if (d := _day(m.calendar, year, m.number, day, less))))
    calendar = "buddhist" if less else fitting[0].calendar
    return Written(*span, "text", calendar, days, f"name-{order}", "day", ("text",) * len(days))


# Names of two months, told apart by full stops: Croatian puts one behind the day and, unlike Czech, behind the year;
# Polish puts none.
_CLASHES = {
    ("listopada", "plain"): 11,
    ("listopada", "dotted"): 10,
    ("listopada", "stopped"): 10,
    ("lis", "plain"): 11,
    ("lis", "stopped"): 10,
    ("lip", "plain"): 7,
    ("lip", "dotted"): 6,
    ("lip", "stopped"): 6,
    ("srp", "stopped"): 7,
}
