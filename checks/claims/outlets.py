"""The outlets known by name: agencies and large outlets of the built-in registry."""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path

import msgspec

from checks.claims.urls import host
from checks.model import Outlet

REGISTRY = Path(__file__).parent.parent / "lexicon" / "outlets" / "registry.json"


@cache
def known_outlets() -> tuple[Outlet, ...]:
    """The built-in registry, by name."""
    return msgspec.json.decode(REGISTRY.read_bytes(), type=tuple[Outlet, ...]) if REGISTRY.exists() else ()


class Register(msgspec.Struct, frozen=True, eq=False):
    """Outlets by name and by domain, each with its place in the list; of two with one name or domain the first counts."""

    by_name: dict[str, tuple[int, Outlet]]
    by_domain: dict[str, tuple[int, Outlet]]

    def named(self, name: str | None, url: str | None) -> tuple[Outlet, ...]:
        """The first outlet of the list that has this name or to whose domains this address belongs; empty when none does."""
        found = [self.by_domain[end] for end in _ends(host(url or "")) if end in self.by_domain]
        if name is not None and name.casefold() in self.by_name:
            found.append(self.by_name[name.casefold()])
        return (min(found, key=lambda pair: pair[0])[1],) if found else ()

    def owner(self, url_or_host: str) -> Outlet | None:
        """The outlet to whose domains a host belongs, the longest domain first."""
        return next((self.by_domain[end][1] for end in _ends(host(url_or_host)) if end in self.by_domain), None)


def _ends(name: str) -> list[str]:
    """A host and the domains it is in, the longest first."""
    labels = name.split(".")
    return [".".join(labels[at:]) for at in range(len(labels))] if name else []


@lru_cache(maxsize=8)
def register(more: tuple[Outlet, ...] = ()) -> Register:
    """The built-in registry with a data repository's own outlets after it."""
    found = Register({}, {})
    for place, outlet in enumerate(known_outlets() + more):
        for name in (outlet.name, *outlet.aliases):
            found.by_name.setdefault(name.casefold(), (place, outlet))
        for domain in outlet.domains:
            found.by_domain.setdefault(domain, (place, outlet))
    return found
