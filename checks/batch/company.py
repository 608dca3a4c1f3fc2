"""What shows when the reports of a delivery are laid side by side: copies, addresses and titles that come twice, dates."""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from urllib.parse import parse_qsl, urlencode, urlsplit

import msgspec
import numpy as np

from checks.ledger import Row
from checks.model import Place, Severity

NEAR = 0.6
"""Share of slots two sketches agree in from which texts are near copies. On the 588 pages of the evaluation set no two
different articles reach 0.32; an article with every tenth word changed has 0.73, one cut to 70 % has 0.72 (medians)."""
BAND = 3
"""Slots that must agree at once for two sketches to be compared: at an agreement of 0.6 one of the 21 bands does so in 99 %."""
LEADERS = 8
"""Texts of one band that a further one is compared with, so that a thousand copies are not compared each with each."""
FEWEST_SIBLINGS = 2
MONTHS, PARTS, YEAR_DIGITS = 12, 3, 4
TRACKING = ("utm_", "fbclid", "gclid")


class Seen(msgspec.Struct, frozen=True):
    """What was seen in a delivery, before policy gives it a weight. A severity of its own comes from an expectation."""

    code: str
    message: str
    places: tuple[Place, ...] = ()
    severity: Severity | None = None


def company(rows: Sequence[Row]) -> Iterator[Seen]:
    """Everything that shows in the rows alone."""
    clusters = copies(rows)
    yield from _same_bytes(rows)
    yield from _same_text(rows)
    yield from _two_texts(rows)
    yield from _near_copies(rows, clusters)
    yield from _repeated_titles(rows, clusters)
    yield from _settled_dates(rows)


def _groups(rows: Iterable[Row], key: Callable[[Row], Hashable | None]) -> list[list[Row]]:
    """Rows of one key that is not None, two or more together, in the order of the first path of each group."""
    found: dict[Hashable, list[Row]] = defaultdict(list)
    for row in sorted(rows, key=lambda one: one.path):
        value = key(row)
        if value is not None:
            found[value].append(row)
    return [group for group in found.values() if len(group) > 1]


def _places(rows: Iterable[Row]) -> tuple[Place, ...]:
    return tuple(Place(path) for path in sorted({row.path for row in rows}))


def _named(rows: Sequence[Row], most: int = 3) -> str:
    paths = sorted({row.path for row in rows})
    shown = paths[:most]
    more = len(paths) - len(shown)
    return ", ".join(shown) + (f" and {more} more" if more else "")


def _same_bytes(rows: Sequence[Row]) -> Iterator[Seen]:
    for group in _groups(rows, lambda row: row.sha256):
        if len({row.path for row in group}) > 1:
            yield Seen("COR101", f"{len(group)} files hold the same bytes: {_named(group)}", _places(group))


def _same_text(rows: Sequence[Row]) -> Iterator[Seen]:
    for group in _groups(rows, lambda row: row.text_sha256):
        if len({row.sha256 for row in group}) > 1:
            yield Seen("COR102", f"{len(group)} files hold the same article text: {_named(group)}", _places(group))


def _two_texts(rows: Sequence[Row]) -> Iterator[Seen]:
    for group in _groups(rows, lambda row: address(row.url) if row.url and row.text_sha256 else None):
        texts = {row.text_sha256 for row in group}
        if len(texts) > 1:
            message = f"{len(group)} files give the address {group[0].url}, with {len(texts)} different texts: {_named(group)}"
            yield Seen("COR103", message, _places(group))


def address(url: str) -> str:
    """What a web address comes down to: no scheme, no `www.`, no fragment, no tracking, no slash at the end."""
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").removeprefix("www.")
        kept = [(key, value) for key, value in parse_qsl(parts.query) if not key.startswith(TRACKING)]
    except ValueError:  # such as a bracket that opens an IPv6 address and never closes
        return url
    return f"{host}{parts.path.rstrip('/')}" + (f"?{urlencode(kept)}" if kept else "")


def _near_copies(rows: Sequence[Row], clusters: dict[str, int]) -> Iterator[Seen]:
    for group in _groups(rows, lambda row: clusters.get(row.path)):
        if len({row.text_sha256 for row in group}) > 1:
            yield Seen("COR104", f"{len(group)} files hold nearly the same article: {_named(group)}", _places(group))


def copies(rows: Sequence[Row]) -> dict[str, int]:
    """Path -> number of its cluster of same and nearly same texts, for every row that has a text."""
    ordered = sorted((row for row in rows if row.text_sha256), key=lambda one: one.path)
    parent = list(range(len(ordered)))

    def root(n: int) -> int:
        while parent[n] != n:
            parent[n] = parent[parent[n]]
            n = parent[n]
        return n

    def join(n: int, other: int) -> None:
        first, last = sorted((root(n), root(other)))
        parent[last] = first

    same: dict[str, int] = {}
    for n, row in enumerate(ordered):
        join(same.setdefault(row.text_sha256 or "", n), n)
    bands: dict[tuple[int, bytes], list[int]] = defaultdict(list)
    sketches = {n: bytes.fromhex(row.sketch) for n, row in enumerate(ordered) if row.sketch}
    for n, drawn in sketches.items():
        for at in range(0, len(drawn) - BAND + 1, BAND):
            leaders = bands[at, drawn[at : at + BAND]]
            for other in leaders:
                if root(n) != root(other) and likeness(drawn, sketches[other]) >= NEAR:
                    join(n, other)
            if len(leaders) < LEADERS and all(root(n) != root(other) for other in leaders):
                leaders.append(n)
    return {row.path: root(n) for n, row in enumerate(ordered)}


def likeness(drawn: bytes, other: bytes) -> float:
    """Share of slots that two sketches agree in, of those that either of them fills."""
    one, two = np.frombuffer(drawn, np.uint8), np.frombuffer(other, np.uint8)
    filled = (one > 0) | (two > 0)
    return float(((one == two) & filled).sum() / max(1, filled.sum()))


def _repeated_titles(rows: Sequence[Row], clusters: dict[str, int]) -> Iterator[Seen]:
    def title(row: Row) -> str | None:
        bare = " ".join(unicodedata.normalize("NFKC", row.headline or "").casefold().split())
        return bare if bare and row.path in clusters else None

    for group in _groups(rows, title):
        apart = {clusters[row.path] for row in group}
        urls = {address(row.url) for row in group if row.url}
        if len(apart) > 1 and not (len(urls) == 1 and all(row.url for row in group)):
            message = f"{len(group)} files have the title “{group[0].headline}”, above {len(apart)} different articles: {_named(group)}"
            yield Seen("COR105", message, _places(group))


def _settled_dates(rows: Sequence[Row]) -> Iterator[Seen]:
    """Dates that can be read two ways, where the others of the outlet that print alike all have one order."""
    orders: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    proofs: dict[tuple[str, str, str], list[Row]] = defaultdict(list)
    for row in rows:
        key = _template(row)
        order = _shown_order(row)
        if key and order and row.date_status in ("stated", "inferred") and row.date_order == order:
            orders[key][order] += 1
            proofs[*key, order].append(row)
    for row in sorted(rows, key=lambda one: one.path):
        key = _template(row)
        found = orders.get(key) if key and row.date_status in ("ambiguous", "conflicting") else None
        if key and found and len(found) == 1 and found.total() >= FEWEST_SIBLINGS:
            (order,) = found
            reading = _read_as(row, order)
            if reading:
                siblings = proofs[*key, order]
                which = {"dmy": "day first", "mdy": "month first"}[order]
                message = (
                    f"{row.path}: {row.date_text} can be read two ways; {len(siblings)} files of {row.publisher} print the {which} "
                    f"({_named(siblings)}), and so read it is {reading}"
                )
                yield Seen("COR107", message, (Place(row.path), *_places(siblings)))


def _template(row: Row) -> tuple[str, str] | None:
    """The outlet, and how its date is printed, every digit a 9 and every number of one digit as one of two."""
    if not row.publisher or not row.date_text:
        return None
    shape = "".join("9" if c.isdecimal() else c for c in row.date_text).replace("99", "9").replace("99", "9")
    return row.publisher.casefold(), shape


def _numbers(row: Row) -> list[int]:
    text = "".join(c if c.isdecimal() else " " for c in row.date_text or "")
    return [int(number) for number in text.split()[:PARTS] if len(number) <= YEAR_DIGITS]


def _shown_order(row: Row) -> str | None:
    """The order that a printed date shows by itself, because its day is above twelve."""
    numbers = _numbers(row)
    if len(numbers) != PARTS or not max(numbers[:2]) > MONTHS >= min(numbers[:2]):
        return None
    return "dmy" if numbers[0] > numbers[1] else "mdy"


def _read_as(row: Row, order: str) -> str | None:
    numbers = _numbers(row)
    if len(numbers) != PARTS:
        return None
    day, month = (numbers[0], numbers[1]) if order == "dmy" else (numbers[1], numbers[0])
    return next((one for one in row.date_readings.split() if one[4:10] == f"-{month:02}-{day:02}"), None)
