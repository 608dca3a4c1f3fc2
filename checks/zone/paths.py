"""Paths of page sections, `Home > News > River`: what they are, and the headline that stands below the last of them."""

from __future__ import annotations

from collections.abc import Iterable

from checks.lexicon import of_pages
from checks.patterns import lazily

_TRAIL = lazily(r"\s(?:>>|[»›>→⟩/])\s|»|›|>>")
_STEP = lazily(r"\s(?:>>|[»›>→⟩/—–-])\s|»|›|>>")
_STEP_MARKS = frozenset("»›>→⟩/—–-")
_SPACED = lazily(r"\s(?:>>|[»›>→⟩/])\s")
_WITHIN, _HEADLINE_LEAST = 40, 16
"""Rows below a path that may be its last step, and the characters of a step that may be a headline and no section."""


def is_path(text: str) -> bool:
    """Whether a line is a path of page sections: by two marks between them, or by one behind the name of a front page."""
    return not _STEP_MARKS.isdisjoint(text[:200]) and (len(_TRAIL.findall(text[:200])) > 1 or _from_home(text))


def _from_home(text: str) -> bool:
    first = _STEP.search(text[:200])
    return first is not None and text[: first.start()].strip().casefold() in of_pages("site-header")


def has_step(text: str) -> bool:
    """Whether a line has a mark that parts the sections of a page, with spaces around it."""
    return _SPACED.search(text[:200]) is not None


def has_steps(text: str) -> bool:
    """Whether a line has two such marks or more."""
    return len(_SPACED.findall(text[:200])) > 1


def is_spaced_path(text: str) -> bool:
    """Whether a line is a path with spaces around its marks, and no sentence with quotation marks or slashes."""
    if _from_home(text) and (has_step(text) or len(_STEP.findall(text[:200])) > 1):
        return True
    return has_step(text) and "/" not in text and is_path(text)


def last_step(text: str) -> str:
    """What stands behind the last mark of a path of page sections."""
    return _TRAIL.split(text)[-1].strip()


def last_path(texts: list[str], likely: Iterable[int]) -> tuple[int, int]:
    """The last of the likely rows that is a path, and the row below it that says its last step; -1 for none."""
    path = next((row for row in reversed(list(likely)) if is_spaced_path(texts[row])), -1)
    step = last_step(texts[path]).rstrip("….") if path >= 0 else ""
    if len(step) < _HEADLINE_LEAST:
        return path, -1
    below = range(path + 1, min(path + _WITHIN, len(texts)))
    return path, next((row for row in below if texts[row].strip().startswith(step)), -1)
