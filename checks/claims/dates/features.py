"""The dates of a page that may be its own, each with the classes that `traits` names."""

from __future__ import annotations

from bisect import bisect_left
from typing import TypeVar

import msgspec

from checks.claims.dates.beside import InLine, label_above
from checks.claims.dates.layout import PARAGRAPH, Layout, Seat
from checks.claims.dates.traits import FAMILIES, ORDER, ROLES
from checks.claims.dates.written import Written

T = TypeVar("T")

_DEEP, EDGE = 120, 60
# Non-blank lines below the text in which its date may still stand ("Stand: 12.3.2024"). Cross-validated precision and recall
# on visible pages, at the same share: .967, .917 with no limit, .971, .928 with 8, 16 or 24.
BELOW = 16
_REST = (3, 16, 40, 120)  # how much beside a date its line holds: by that, and not by its width, two dates are alike
_FOLLOWED = ORDER["followed"]
_WEAK, _ABOVE = 1 + len(ROLES), 1 + 2 * len(ROLES)


class Candidate(msgspec.Struct, frozen=True, eq=False):
    """A date in its place: the line it stands in, the role its label gives it, its class in each family."""

    written: Written
    line: int
    role: str
    """published, updated, foreign or empty."""
    label: tuple[int, int] | None
    classes: list[int]

    def has(self, family: str, *classes: str) -> bool:
        """Whether it is of one of some classes of a family."""
        return FAMILIES[family][self.classes[ORDER[family]]] in classes


def candidates(text: str, dates: list[Written], page: Layout) -> list[Candidate]:
    """The dates of a page that may be its own, with their classes.

    Days told of in a paragraph are left out, posts quoted from elsewhere, and what stands well below the text, where
    teasers and comments are.
    """
    lines = [page.line_at(written.start) for written in dates]
    seats = {n: page.seat(text, n) for n in dict.fromkeys(lines)}
    census = _Census(dates, lines, seats, page)
    found: list[Candidate] = []
    for at, (written, n) in enumerate(zip(dates, lines, strict=True)):
        seat = seats[n]
        far = page.below(n) > BELOW
        if (far and written.start == seat.start) or _inside(written, seat, _DEEP):
            continue
        line = InLine(text, written, seat.start, seat.end)
        if far and (line.weak or line.role not in ("published", "updated")):
            continue
        if (not line.role and seat.width >= PARAGRAPH and _inside(written, seat, EDGE)) or line.tells():
            continue
        role, label = line.role, line.label
        kind = (_WEAK if line.weak else 1) + ROLES.index(role) if role else 0
        if not role and not line.said:
            role, label = label_above(text, page, n)
            kind = _ABOVE + ROLES.index(role) if role else 0
        if not role and found and changes(found[-1], written):
            role, kind = "updated", 1 + ROLES.index("updated")
        if found and role == "updated" and found[-1].role != "updated" and n - found[-1].line <= 3:
            found[-1].classes[_FOLLOWED] = 1
        found.append(Candidate(written, n, role, label, [*seat.classes, kind, *line.classes(), *census.of(at), 0]))
    return found


def changes(former: Candidate, written: Written) -> bool:
    """Whether a date is glued to a former one and later: pages write both days so, of publication and of the last change."""
    return former.written.end == written.start and former.role in ("", "published") and former.written.readings[0] < written.readings[0]


def _inside(written: Written, seat: Seat, edge: int) -> bool:
    """Whether a date stands inside a line and not near either end, where datelines and dates of revision are."""
    return written.start - seat.start > edge and seat.end - written.end > edge


class _Census:
    """How a date stands among the others of its page."""

    def __init__(self, dates: list[Written], lines: list[int], seats: dict[int, Seat], page: Layout) -> None:
        self.days = [written.readings[0] for written in dates]
        self.lines = lines
        self.newest, self.oldest = max(self.days), min(self.days)
        per_line = _counted(lines)
        rest = [seats[n].end - seats[n].start - (w.end - w.start) for w, n in zip(dates, lines, strict=True)]
        self.shapes = [(w.form, per_line[n], bisect_left(_REST, left)) for w, n, left in zip(dates, lines, rest, strict=True)]
        self.per_shape = _counted(self.shapes)
        # Of a list of teasers that all show one day the day stands in one shape: it is not said again by that.
        self.times = _counted([day for day, _ in dict.fromkeys(zip(self.days, self.shapes, strict=True))])
        self.last_before = lines[bisect_left(lines, page.first) - 1] if page.first > lines[0] else -1

    def of(self, at: int) -> list[int]:
        """The classes of the date at a place in the page's list."""
        day = self.days[at]
        alike = self.per_shape[self.shapes[at]]
        return [
            min(at, 4),
            min(self.times[day], 4) - 1,
            alike if alike < 4 else 4 + (alike > 7),
            2 * (day == self.newest) + (day == self.oldest),
            self.lines[at] == self.last_before,
        ]


def _counted(things: list[T]) -> dict[T, int]:
    """How often each of a few things is there."""
    found: dict[T, int] = {}
    for thing in things:
        found[thing] = found.get(thing, 0) + 1
    return found
