"""The stage that reads facts out of the zones that may hold them."""

from __future__ import annotations

from checks.model import Claims, Document, Outlet, Sidecar, Zones


def claim(document: Document, zones: Zones, outlets: tuple[Outlet, ...] = (), supplied: Sidecar | None = None) -> Claims:
    """Everything claimed about an article, each claim with its evidence or missing."""
    return Claims()
