"""Where outputs go: the formats that were asked for, and their writers."""

from __future__ import annotations

import os
import sys
from contextlib import ExitStack
from typing import IO

from checks.disk import writing
from checks.errors import UsageError, nearest
from checks.out import FOR_SERVERS, FORMATS, Writer, writer

HTML = "html"


def asked_for(given: tuple[str, ...]) -> list[tuple[str, str]]:
    """Format and path of each output, the path empty for the terminal.

    Raises:
        UsageError: there is no such format, or a path is missing.

    """
    wanted, mistakes = [], []
    for one in given:
        name, equals, place = one.partition("=")
        if name == "auto":
            name = "github" if os.environ.get("GITHUB_ACTIONS") == "true" else "text"
        if name not in FORMATS and name != HTML:
            mistakes.append(f"--output-format: unknown format {name!r}{nearest(name, ['auto', *FORMATS, HTML])}")
        elif equals and not place:
            mistakes.append(f"--output-format: {one}: a path is missing after =")
        elif name == HTML and not place:
            mistakes.append("--output-format: html needs a folder: html=FOLDER (or use --out DIR)")
        wanted.append((name, place))
    if mistakes:
        raise UsageError(mistakes)
    if sum(not place for _, place in wanted) > 1:
        raise UsageError(["--output-format: only one format can go to the terminal; give the others a path, FORMAT=PATH"])
    return wanted


def opened(name: str, place: str, streams: ExitStack, folder: str) -> Writer:
    """The writer of a format, to a file or the terminal; names in it are relative to a folder, or to the top of its repository."""
    if place:
        made = writer(name, streams.enter_context(writing(place)), colour=False)
    else:
        made = writer(name, sys.stdout, colour=_colours(sys.stdout))
    if name in FOR_SERVERS:
        from checks.out.below import from_the_top

        return from_the_top(made, folder)
    return made


def _colours(stream: IO[str]) -> bool:
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
