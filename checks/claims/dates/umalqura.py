"""When the months of Umm al-Qura begin, as published for the years 1343 to 1500.

Facts out of the printed calendars, as R. H. van Gent compared them. A year is three hexadecimal digits: a bit for each
month, set where the month has 30 days and not 29.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

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
