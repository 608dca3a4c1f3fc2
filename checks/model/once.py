"""Properties that are worked out once, some seventy for every page."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar, overload

Found = TypeVar("Found")


class once(Generic[Found]):  # noqa: N801  a decorator, as `property` is
    """A property that is worked out when it is first asked for, and then is a plain attribute of its instance.

    It is `functools.cached_property` without the lock, which Python keeps up to 3.11 and which takes two thirds of its time.
    """

    def __init__(self, work: Callable[[Any], Found]) -> None:
        self.work = work
        self.__doc__ = work.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    @overload
    def __get__(self, held: None, owner: type) -> once[Found]: ...

    @overload
    def __get__(self, held: object, owner: type) -> Found: ...

    def __get__(self, held: object | None, owner: type) -> once[Found] | Found:
        if held is None:
            return self
        found = held.__dict__[self.name] = self.work(held)
        return found
