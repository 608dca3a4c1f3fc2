"""Article text made fit for terminals and plain files: nothing in it acts, everything in it shows."""

from __future__ import annotations

import os

from checks.patterns import lazily

ACTING = lazily(
    "[\x00-\x08\x0a-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f]"
)
"""Controls, bidi marks, invisible characters, surrogates: whatever a reader does not see, or a terminal obeys."""


COMMAND = lazily(r"(##\w{0,20})\[")
"""What begins a command wherever it stands in the log of a CI server: `##[` on GitHub, `##vso[` on Azure, `##teamcity[`."""


def visible(text: str) -> str:
    """The text with every acting or invisible character written out as `<U+202E>`, tabs as spaces, and no command for a CI server."""
    if not text.isprintable():  # else nothing in it acts; most texts, and four times as quick
        text = ACTING.sub(lambda found: f"<U+{ord(found[0]):04X}>", text.replace("\t", " "))
    return COMMAND.sub(r"\1<U+005B>", text) if "##" in text else text


def leading(name: str) -> str:
    """A name with which a line begins: GitHub obeys a line that begins with two colons, whatever blanks stand before them."""
    shown = visible(name)
    return f"./{shown}" if shown.lstrip().startswith("::") else shown


def amount(count: int, noun: str) -> str:
    """A count with its noun: `1 finding`, `2 findings`, `2 entries`."""
    several = f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"
    return f"{count} {noun if count == 1 else several}"


def nearby(path: str | os.PathLike[str]) -> str:
    """A path as one would type it here: from the working directory on, where it is below that."""
    whole, here = os.path.abspath(path), os.getcwd()
    return os.path.relpath(whole, here) if whole.startswith(here.rstrip(os.sep) + os.sep) else os.fspath(path)
