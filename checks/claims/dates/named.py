"""Dates whose month is named, or told by a mark: "17. desember 2025", "2025年12月17日", "ngày 17 tháng 12 năm 2025"."""

from __future__ import annotations

from checks.claims.dates import calendars
from checks.claims.dates.names import Month, bare, gap, month_at_end, month_at_start
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


def named_date(text: str, runs: Runs, at: int) -> Written | None:
    """A year with the month beside it by name or by mark."""
    year, start = int(runs.value[at]), int(runs.start[at])
    end = start + 4
    if at and runs.gap[at - 1] <= REACH and runs.length[at - 1] <= 2:
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
            if at > 1 and runs.gap[at - 2] <= 12 and gap(text[int(runs.end[at - 2]) : day_start]).month_mark:
                numbers = (int(runs.value[at - 2]), day, year)
                return _readings_marked(int(runs.start[at - 2]), end, numbers)
    if runs.length[at] == 4 and at + 1 < len(runs.start) and runs.gap[at] <= REACH and runs.length[at + 1] <= 2:
        return _year_first(text, runs, at)
    return None


def _readings_marked(start: int, end: int, numbers: tuple[int, int, int]) -> Written | None:
    """Dates such as "ngày 17 tháng 12 năm 2025": numbers whose marks tell which is which."""
    day, month, year = numbers
    less = calendars.BUDDHIST if year >= 2400 else 0
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
    if at + 2 < len(runs.start) and runs.gap[at + 1] <= 12 and gap(text[end : int(runs.start[at + 2])]).month_mark:
        day, day_end = int(runs.value[at + 2]), int(runs.end[at + 2])
        if runs.length[at + 2] <= 2:
            if bare(text[day_end : day_end + 1]) in ("日", "号", "號", "일"):
                day_end += 1
            found = calendars.gregorian(year, number, day)
            return Written(start, day_end, "ymd", "gregory", (found,) if found else (), "han", "day", ("ymd",))
    length, months = month_at_start(text[end : end + REACH].partition("\n")[0])
    if months:
        return _by_name(text, (start, end + length), months, (year, number), "", order="ydm")
    return None


def named_short(text: str, runs: Runs, at: int) -> Written | None:
    """Day, month by name and a year of two digits: "14 Feb ’20", "03.Mär.19", "17 ธ.ค. 68"."""
    day_end, start, end = int(runs.end[at]), int(runs.start[at + 1]), int(runs.end[at + 1])
    between = text[day_end:start]
    if runs.length[at + 1] != 2 or text[start - 1] not in " .-/'’ʼ‘`" or not (months := gap(between).months):
        return None
    year = int(runs.value[at + 1])
    thai = "\u0e00" <= bare(between)[:1] <= "\u0e7f"
    apart = text[start - 1] == " "
    if apart and not thai and text[end : end + 2].strip(" ")[:1].isalnum():
        return None
    full = year + 2500 if thai and year >= 50 else century(year)
    return _by_name(text, (int(runs.start[at]), end), months, (full, int(runs.value[at])), between)


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
    days = tuple(dict.fromkeys(d for m in fitting if (d := day_of(m.calendar, year, m.number, day, less))))
    calendar = "buddhist" if less else fitting[0].calendar
    return Written(*span, "text", calendar, days, f"name-{order}", "day", ("text",) * len(days))
