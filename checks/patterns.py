"""Regular expressions that are compiled when they are first used.

A class that spans the Chinese characters takes a millisecond or two to compile, all of the package's patterns took an eighth
of the start of `copydesk check`, and most articles ask few of those for Chinese, Japanese and Korean.
"""

from __future__ import annotations

import re
from typing import Any, cast

METHODS = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub")


class _Later:
    """Stands for a compiled pattern, and takes over its methods when the first is asked for: after that it is as quick."""

    def __init__(self, pattern: str) -> None:
        self._source = pattern

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(self._source)
        self.__dict__.update((method, getattr(compiled, method)) for method in METHODS)
        return getattr(compiled, name)


def lazily(pattern: str) -> re.Pattern[str]:
    """A pattern that is compiled when it is first used. Its mistakes show only then: a test compiles all of them."""
    return cast("re.Pattern[str]", _Later(pattern))
