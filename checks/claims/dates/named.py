"""Dates whose month is named, or told by a mark: "17. desember 2025", "2025年12月17日", "ngày 17 tháng 12 năm 2025"."""

from __future__ import annotations

from checks.claims.dates import calendars
from checks.claims.dates.months import gap, month_at_end, month_at_start
from checks.claims.dates.names import Month, bare
from checks.claims.dates.numeric import century, day_of
from checks.claims.dates.runs import REACH, Runs
from checks.claims.dates.written import Written

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


def named_date(runs: Runs, at: int) -> Written | None:
    """A year with the month beside it by name or by mark."""
    start = runs.starts[at]
    if at and runs.gaps[at - 1] <= REACH and runs.sizes[at - 1] <= 2:
        between = gap(runs.between(at - 1))
        year, day, day_start = runs.value(at), runs.value(at - 1), runs.starts[at - 1]
        if between.months:
            return _by_name(runs.text, (day_start, start + 4), between.months, (year, day), runs.between(at - 1))
        if between.filler:
            ahead = runs.text[max(day_start - REACH, 0) : day_start].rpartition("\n")[2]
            found, months = month_at_end(ahead)
            if months:
                low = day_start - len(ahead) + found
                return _by_name(runs.text, (low, start + 4), months, (year, day), ahead[found:])
            if at > 1 and runs.gaps[at - 2] <= 12 and gap(runs.between(at - 2)).month_mark:
                return _readings_marked(runs.starts[at - 2], start + 4, (runs.value(at - 2), day, year))
    if runs.sizes[at] == 4 and runs.gaps[at] <= REACH and runs.sizes[at + 1] <= 2:
        return _year_first(runs, at)
    return None


def _readings_marked(start: int, end: int, numbers: tuple[int, int, int]) -> Written | None:
    """Dates such as "ngày 17 tháng 12 năm 2025": numbers whose marks tell which is which."""
    day, month, year = numbers
    less = calendars.BUDDHIST if year >= 2400 else 0
    found = calendars.gregorian(year - less, month, day)
    calendar = "buddhist" if less else "gregory"
    return Written(start, end, "dmy", calendar, (found,) if found else (), "marked", "day", ("dmy",) if found else ())


def _year_first(runs: Runs, at: int) -> Written | None:
    """A year in front of month and day."""
    text, start = runs.text, runs.starts[at]
    between = gap(runs.between(at))
    if not between.months and not between.year_mark:
        return None
    year, number, end = runs.value(at), runs.value(at + 1), runs.ends[at + 1]
    if between.months:
        return _by_name(text, (start, end), between.months, (year, number), "", order="ymd")
    if at + 2 < len(runs) and runs.gaps[at + 1] <= 12 and gap(runs.between(at + 1)).month_mark:
        day, day_end = runs.value(at + 2), runs.ends[at + 2]
        if runs.sizes[at + 2] <= 2:
            if bare(text[day_end : day_end + 1]) in ("日", "号", "號", "일"):
                day_end += 1
            found = calendars.gregorian(year, number, day)
            return Written(start, day_end, "ymd", "gregory", (found,) if found else (), "han", "day", ("ymd",))
    length, months = month_at_start(text[end : end + REACH].partition("\n")[0])
    if months:
        return _by_name(text, (start, end + length), months, (year, number), "", order="ydm")
    return None


def named_short(runs: Runs, at: int) -> Written | None:
    """Day, month by name and a year of two digits: "14 Feb ’20", "03.Mär.19", "17 ธ.ค. 68". The year is the next run."""
    if runs.gaps[at] > 20:
        return None
    text, start, end = runs.text, runs.starts[at + 1], runs.ends[at + 1]
    ahead, following = text[start - 1], text[end : end + 2]
    if ahead not in " .-/'’ʼ‘`" or following[:1] == ":" or (following[:1] == "." and following[1:].isdigit()) or runs.before(at) == ":":
        return None  # a time of day: "on 4 November at 17.50", "5:02 AM Nov 23"
    between = runs.between(at)
    if ahead == " " and following.strip(" ")[:1].isalnum() and not any("\u0e00" <= char <= "\u0e7f" for char in between):
        return None
    months = gap(between).months
    if not months:
        return None
    thai = "\u0e00" <= bare(between)[:1] <= "\u0e7f"
    if ahead == " " and not thai and following.strip(" ")[:1].isalnum():
        return None
    year = runs.value(at + 1)
    full = year + 2500 if thai and year >= 50 else century(year)
    return _by_name(text, (runs.starts[at], end), months, (full, runs.value(at)), between)


def _by_name(
    text: str, span: tuple[int, int], months: tuple[Month, ...], year_day: tuple[int, int], between: str, *, order: str = "text"
) -> Written | None:
    """A date whose month is named. A name that two languages give to two months keeps both readings."""
    year, day = year_day
    less = calendars.BUDDHIST if year >= 2400 else 0
    islamic = 1300 <= year <= 1500
    fitting = [m for m in months if (m.calendar != "gregory") == islamic]
    if len(fitting) > 1:
        style = "plain" if not between.startswith(".") else "stopped" if text[span[1] : span[1] + 1] == "." else "dotted"
        fitting = [m for m in fitting if m.number == _CLASHES.get((bare(between), style), m.number)]
    if not fitting or not 1 <= day <= 31:
        return None
    days = tuple(dict.fromkeys([d for m in fitting if (d := day_of(m.calendar, year, m.number, day, less))]))
    calendar = "buddhist" if less else fitting[0].calendar
    return Written(*span, "text", calendar, days, f"name-{order}", "day", ("text",) * len(days))
