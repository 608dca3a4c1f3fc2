"""Patterns that are compiled when they are first used."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator

import pytest

import checks
from checks.patterns import METHODS, lazily


def inside(value: object) -> Iterator[object]:
    """What a module's variable holds, tuples and dictionaries looked into."""
    if isinstance(value, tuple | list):
        for one in value:
            yield from inside(one)
    elif isinstance(value, dict):
        yield from inside(tuple(value.values()))
    else:
        yield value


def late() -> Iterator[tuple[str, object]]:
    """All late patterns of the package, with the modules that they stand in."""
    for module in pkgutil.walk_packages(checks.__path__, "checks."):
        if "train" not in module.name and "__main__" not in module.name:
            for value in vars(importlib.import_module(module.name)).values():
                yield from ((module.name, one) for one in inside(value) if type(one) is type(lazily("")))


def test_every_late_pattern_compiles() -> None:
    found = list(late())
    assert len(found) >= 100
    for module, pattern in found:
        assert isinstance(pattern.pattern, str | bytes), module  # type: ignore[attr-defined]


@pytest.mark.parametrize("method", [one for one in METHODS if one != "sub"])
def test_a_late_pattern_does_what_a_compiled_one_does(method: str) -> None:
    """Asked for the first time, and again."""
    early, later = re.compile("b+"), lazily("b+")
    for _ in range(2):
        for text in ("abbbcb", "bb", ""):
            answers = [getattr(one, method)(text) for one in (early, later)]
            told = [str(list(answer)) if method == "finditer" else str(answer) for answer in answers]
            assert told[0] == told[1]


def test_a_mistake_in_a_late_pattern_shows_when_it_is_used() -> None:
    wrong = lazily("(")
    with pytest.raises(re.error):
        wrong.search("")
