"""Regular expressions that are compiled when they are first used.

A class that spans the Chinese characters takes a millisecond or two to compile, all of the package's patterns took an eighth
of the start of `copydesk check`, and most articles ask few of them. So every pattern of a module is made this way.
"""

from __future__ import annotations

import re
from typing import Any, AnyStr, cast

METHODS = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub")


class _Later:
    """Stands for a compiled pattern, and takes over its methods when the first is asked for: after that it is as quick."""

    def __init__(self, *source: Any) -> None:
        self._source = source

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(*self._source)
        self.__dict__.update((method, getattr(compiled, method)) for method in METHODS)
        return getattr(compiled, name)


def lazily(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """A pattern that is compiled when it is first used. Its mistakes show only then: a test compiles all of them."""
    return cast("re.Pattern[AnyStr]", _Later(pattern, flags))
