"""Zones: what every line of a document is."""

from __future__ import annotations

import msgspec
import numpy as np

from checks.model.document import MOST_LINES, Span
from checks.model.once import once

_TEXT = frozenset(["body", "lead", "subhead"])


class Zone(msgspec.Struct, frozen=True):
    """A run of lines of one kind.

    `kind` is title, lead, body, subhead, caption, meta or `junk:` and a category. `first` and `last` are line numbers
    from 0, both inside. `why` holds the strongest reasons in plain words, for junk at least one.
    """

    kind: str
    first: int
    last: int
    why: tuple[str, ...] = ()


class Inset(msgspec.Struct, frozen=True):
    """A stretch inside a line that is of another kind than its line, such as controls glued to a date."""

    kind: str
    span: Span


class Zones(msgspec.Struct, frozen=True, dict=True, eq=False):
    """The kind of every line of a document.

    `kinds` has one entry per line, `blank` for lines of white space. `junk_share` is each line's probability of being
    junk as the line model saw it, float32, shape (lines,).
    """

    kinds: tuple[str, ...]
    runs: tuple[Zone, ...]
    insets: tuple[Inset, ...]
    junk_share: np.ndarray

    def head(self, lines: int) -> Zones:
        """The zones of the first so many lines."""
        if lines >= len(self.kinds):
            return self
        runs = tuple(Zone(one.kind, one.first, min(one.last, lines - 1), one.why) for one in self.runs if one.first < lines)
        return Zones(self.kinds[:lines], runs, self.insets, self.junk_share[:lines])

    @once
    def title(self) -> int | None:
        """The title line."""
        return self.kinds.index("title") if "title" in self.kinds else None

    @once
    def body(self) -> tuple[int, ...]:
        """The lines of running text: body, lead and subheads, in order."""
        return tuple([n for n, kind in enumerate(self.kinds[:MOST_LINES]) if kind in _TEXT])

    @once
    def captions(self) -> tuple[int, ...]:
        """The lines under pictures."""
        return tuple([n for n, kind in enumerate(self.kinds[:MOST_LINES]) if kind == "caption"])

    @once
    def first_body(self) -> int | None:
        """The first line of running text that is not a lead above the date line."""
        return next((n for n, kind in enumerate(self.kinds) if kind == "body"), self.body[0] if self.body else None)

    @once
    def last_body(self) -> int | None:
        """The last line of running text."""
        return self.body[-1] if self.body else None

    def junk(self, category: str | None = None) -> tuple[Zone, ...]:
        """The junk runs, all or of one category."""
        if category is not None:
            return self.by_kind.get(f"junk:{category}", ())
        return tuple(run for run in self.runs if run.kind.startswith("junk:"))

    @once
    def by_kind(self) -> dict[str, tuple[Zone, ...]]:
        """The runs of each kind."""
        found: dict[str, list[Zone]] = {}
        for run in self.runs:
            found.setdefault(run.kind, []).append(run)
        return {kind: tuple(runs) for kind, runs in found.items()}
