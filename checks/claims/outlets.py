"""The outlets known by name: agencies and large outlets of the built-in registry."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import msgspec

from checks.model import Outlet

REGISTRY = Path(__file__).parent.parent / "lexicon" / "outlets" / "registry.json"


@cache
def known_outlets() -> tuple[Outlet, ...]:
    """The built-in registry, by name."""
    return msgspec.json.decode(REGISTRY.read_bytes(), type=tuple[Outlet, ...]) if REGISTRY.exists() else ()
