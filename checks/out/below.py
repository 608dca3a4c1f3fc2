"""Names of files as servers know them: from the top of the repository, also where the configuration lies deeper."""

from __future__ import annotations

from pathlib import Path

import msgspec

from checks.files import STDIN
from checks.out import Totals, Writer
from checks.outcome import Outcome


class Below:
    """A writer that is told where each file is from the top on."""

    def __init__(self, writer: Writer, folder: str) -> None:
        self.writer, self.folder = writer, folder

    def add(self, outcome: Outcome) -> None:
        """Hand one file on."""
        named = outcome if outcome.path == STDIN else msgspec.structs.replace(outcome, name=f"{self.folder}/{outcome.name}")
        self.writer.add(named)

    def end(self, totals: Totals) -> None:
        """Hand the end on."""
        self.writer.end(totals)


def from_the_top(writer: Writer, folder: str) -> Writer:
    """The writer for names that are relative to a folder, which may lie below the top of a git repository."""
    place = Path(folder).resolve()
    top = top_of(place)
    return writer if top == place else Below(writer, place.relative_to(top).as_posix())


def top_of(place: Path) -> Path:
    """The top of the git repository that a resolved folder lies in; the folder itself where it lies in none."""
    return next((one for one in (place, *place.parents) if (one / ".git").exists()), place)
