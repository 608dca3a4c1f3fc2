"""Calendars as arithmetic: what day a date of another calendar is in the Gregorian one.

Years of eras are Gregorian years counted from elsewhere. Persian years follow the 33-year rule of leap years, which
agrees with the astronomical calendar for 1178 to 1633 (that is, 1799 to 2255). The months of Umm al-Qura are set by
decree; see `umalqura.py`.
"""

from __future__ import annotations

from datetime import date, timedelta

from checks.claims.dates.umalqura import umalqura_start

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
