"""Calendars as arithmetic: what day a date of another calendar is in the Gregorian one.

Years of eras are Gregorian years counted from elsewhere. Persian years follow the 33-year rule of leap years, which
agrees with the astronomical calendar for 1178 to 1633 (that is, 1799 to 2255). The months of Umm al-Qura are set by
decree: they are a table of the years 1343 to 1500.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

BUDDHIST = 543
MINGUO = 1911

# First day of each Japanese era; its first year is the calendar year of that day.
ERAS = {
    "reiwa": date(2019, 5, 1),
    "heisei": date(1989, 1, 8),
    "showa": date(1926, 12, 25),
    "taisho": date(1912, 7, 30),
    "meiji": date(1868, 10, 23),
}

_PERSIAN_EPOCH = date(622, 3, 22)


def gregorian(year: int, month: int, day: int) -> date | None:
    """The day, or None where there is no such day.

    >>> gregorian(2024, 2, 30) is None
    True
    """
    if not 1 <= month <= 12:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def japanese(era: str, year: int, month: int, day: int) -> date | None:
    """The day of a year of an era, or None before the era began.

    >>> japanese("reiwa", 7, 1, 8)
    datetime.date(2025, 1, 8)
    """
    first = ERAS[era]
    found = gregorian(first.year + year - 1, month, day)
    return found if found and found >= first else None


def persian(year: int, month: int, day: int) -> date | None:
    """The day of a Persian date.

    >>> persian(1404, 9, 26)
    datetime.date(2025, 12, 17)
    """
    if not 1178 <= year <= 1633 or not 1 <= month <= 12:
        return None
    longest = 31 if month <= 6 else 30 if month <= 11 or (25 * year + 11) % 33 < 8 else 29
    if not 1 <= day <= longest:
        return None
    leaps = (8 * year + 21) // 33
    before = 31 * (month - 1) if month <= 7 else 186 + 30 * (month - 7)
    return _PERSIAN_EPOCH + timedelta(days=365 * (year - 1) + leaps + before + day - 2)


def umalqura(year: int, month: int, day: int) -> date | None:
    """The day of a date of Umm al-Qura, the civil calendar of Saudi Arabia, for the years 1343 to 1500.

    >>> umalqura(1447, 1, 1)
    datetime.date(2025, 6, 26)
    """
    start, following = umalqura_start(year, month), umalqura_start(year, month + 1)
    if start is None or following is None or not 1 <= day <= (following - start).days:
        return None
    return start + timedelta(days=day - 1)


# When the months of Umm al-Qura begin: facts out of the printed calendars, as R. H. van Gent compared them. A year is three
# hexadecimal digits: a bit for each month, set where the month has 30 days and not 29.
_FIRST_YEAR = 1343
_FIRST_DAY = date(1924, 8, 1)
_LONG_MONTHS = (
    "b772aaaad36636cab2abb52da8daaab5956aaad2b2aabd26e92aabaaaaaaaabaaeaabaaaaaaaabab6aaaa5754b555ab3"
    "aa64ea95baaa555aaab4ab655aaaaab2ecab2ab6aaaabab4aab2aba2baa6b4aba55aaab5556d2b54aea57526e936aaad"
    "555aa5b52ba95b49ba4db25d52daa5ad4aea56d4bd23d91da95b4ab5a56d2b693b49b6556a9754b6a56caad555b29b92"
    "ba95d4ada55aaab595749764baa5b52b6a56d2ae9572a75535a95d49ba4dd26d535aaaad4b6a57527a95b4ab5536c9ae"
    "4b6a96b4ada55d25d92dc96d4ad6556d2b693749b64d72ab54b6a5752b6956b2ad94dc95d4aea56caad5556c97"
)
# The printed calendar was once put right by a month of another length.
_ODD = {(1343, 9): 28, (1345, 5): 31, (1345, 8): 28, (1348, 11): 31, (1348, 12): 28, (1349, 10): 28, (1349, 11): 31, (1364, 8): 28}


@cache
def _starts() -> tuple[date, ...]:
    found = [_FIRST_DAY]
    for at in range(0, len(_LONG_MONTHS), 3):
        year, long = _FIRST_YEAR + at // 3, int(_LONG_MONTHS[at : at + 3], 16)
        for month in range(1, 13):
            days = _ODD.get((year, month), 29 + (long >> (12 - month) & 1))
            found.append(found[-1] + timedelta(days=days))
    return tuple(found)


def umalqura_start(year: int, month: int) -> date | None:
    """The first day of a month; month 13 is the next year's first. None outside the years known.

    >>> umalqura_start(1343, 1), umalqura_start(1501, 2)
    (datetime.date(1924, 8, 1), None)
    """
    at = 12 * (year - _FIRST_YEAR) + month - 1
    starts = _starts()
    return starts[at] if 0 <= at < len(starts) else None
