"""How an outlet writes dates in numbers, by what is known of it: never by the language of the text."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlsplit

from checks.claims.dates.ladder import MONTH_FIRST
from checks.model import Outlet

# Territories whose first language writes the year first, or whose languages disagree (CLDR 47): they tell nothing of
# "07/11/2021".
_SILENT = frozenset("AF AX BT CA CN GL HU IR JP KP KR LK LS LT MG MN NP PY RW SE TW ZA ZW FI IQ GH ER IN HK MO SG KE NG CM".split())  # noqa: SIM905
# Country domains that everybody uses.
_ANYBODYS = frozenset("io co tv me ai fm ly cc ws to gg sh ac la nu st vc am im is it at be".split()) - {"is", "it", "at", "be"}  # noqa: SIM905


def outlet_order(known: Iterable[Outlet], publisher: str | None, url: str | None) -> str:
    """Either "dmy" or "mdy" as outlet or domain tell, else nothing.

    >>> outlet_order((), None, "https://news.example.vn/a"), outlet_order((), None, "https://example.com/a")
    ('dmy', '')
    """
    host = _host(url)
    for outlet in known:
        named = publisher is not None and publisher.casefold() in {outlet.name.casefold(), *(a.casefold() for a in outlet.aliases)}
        if named or any(host == domain or host.endswith(f".{domain}") for domain in outlet.domains):
            return outlet.date_order if outlet.date_order in ("dmy", "mdy") else _of_territory(outlet.territory)
    country = host.rpartition(".")[2]
    return _of_territory("GB" if country == "uk" else country.upper()) if len(country) == 2 and country not in _ANYBODYS else ""


def _host(url: str | None) -> str:
    try:
        return (urlsplit(url or "").hostname or "").casefold()
    except ValueError:
        return ""


def _of_territory(territory: str) -> str:
    if not territory or territory in _SILENT:
        return ""
    return "mdy" if territory in MONTH_FIRST else "dmy"
