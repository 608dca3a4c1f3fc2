"""What a form yields: a date as written, before anybody decides what it dates."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple


class Written(NamedTuple):
    """A date as written. `readings` are the days it can mean, none for a day that no calendar has.

    `form` is order and separator ("9/9/4" for three numbers with slashes, the last of four digits), "name" for a month
    by name, "url" for a path, "era", "han", "compact". `orders` has the order of each reading.
    """

    start: int
    end: int
    order: str
    calendar: str
    readings: tuple[date, ...]
    form: str
    precision: str = "day"
    orders: tuple[str, ...] = ()
