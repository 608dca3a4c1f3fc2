"""The label that gives a date its role: the words before it, or the short line above it."""

from __future__ import annotations

from checks.claims.dates.layout import Layout
from checks.claims.dates.names import bare, names


def label_before(left: str, said: str, offset: int) -> tuple[str, tuple[int, int] | None]:
    """The role that the words before a date give it."""
    if not said:
        return "", None
    table = names()
    spoken = said.split()
    skipped = 0
    while spoken and skipped < 4:
        for count in (4, 3, 2, 1):
            role = table.labels.get(" ".join(spoken[-count:])) if len(spoken) >= count else None
            if role:
                return role, _place(left, spoken[-count:], offset)
        last = spoken[-1]
        if not last.isascii():
            for cut in range(1, min(len(last), 14)):
                if len(last) - cut >= 2 and (role := table.labels.get(last[cut:])):
                    return role, _place(left, [last[cut:]], offset)
        if (
            last not in table.weekdays
            and last not in table.fillers
            and last not in table.am
            and last not in table.pm
            and last not in table.zones
        ):
            return "", None
        spoken.pop()
        skipped += 1
    return "", None


def _place(left: str, spoken: list[str], offset: int) -> tuple[int, int] | None:
    """Where a label's words stand; None where folding hides them."""
    at = left.casefold().rfind(spoken[0])
    if at < 0 or len(left.casefold()) != len(left):
        return None
    end = left.casefold().find(spoken[-1], at)
    return (offset + at, offset + end + len(spoken[-1])) if end >= 0 else None


def label_above(text: str, page: Layout, n: int) -> tuple[str, tuple[int, int] | None]:
    """The role that a short line above gives a date that begins its line."""
    above = n - 1
    while above >= 0 and page.length(above) <= 1 and n - above < 4:
        above -= 1
    if above < 0 or not 1 < page.length(above) <= 60:
        return "", None
    start, end = page.starts[above], page.ends[above]
    line = text[start:end]
    role, label = label_before(line, bare(line), start)
    return role, label
