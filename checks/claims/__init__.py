"""The stage that reads facts out of the zones that may hold them."""

from __future__ import annotations

from checks.claims.authors import people
from checks.claims.byline_outlets import linked
from checks.claims.completeness import representation
from checks.claims.credits import credit_text
from checks.claims.datelines import dateline
from checks.claims.dates import claim_dates
from checks.claims.dates.orders import outlet_order
from checks.claims.headlines import headline, parted
from checks.claims.language import claim_language
from checks.claims.outlets import register
from checks.claims.places import Places
from checks.claims.publishers import publisher
from checks.claims.relations import page_url, relate, untranslated
from checks.claims.rights import rights
from checks.claims.sources import is_based_on, mentions
from checks.claims.supplied import with_supplied
from checks.model import Agent, Claims, Document, Outlet, Sidecar, Zones


def claim(document: Document, zones: Zones, outlets: tuple[Outlet, ...] = (), supplied: Sidecar | None = None) -> Claims:
    """Everything claimed about an article, each claim with its evidence or missing."""
    complete = representation(document, zones)
    document = document.head()
    zones = zones.head(len(document.starts))
    places = Places(document, zones)
    known = register(outlets)
    page = parted(places)
    site = publisher(places, page)
    opening, agency = dateline(places)
    credits_found = credit_text(places)
    said = mentions(places)
    authors, editors, translators, outlets_named = people(places, credits_found, linked(said))
    notice, licence, terms = rights(places)
    language = claim_language(places)
    source = is_based_on([*said, *outlets_named, *([agency] if agency else [])], known)
    foreign_lines = untranslated(places, language)
    source, relation, disclosed = relate(places, source, site, language, translators, foreign_lines)
    url = page_url(places, source)
    address = url.value if url.answered and isinstance(url.value, str) else supplied.url if supplied else None
    name = site.value.name if site.answered and isinstance(site.value, Agent) else None
    dates = claim_dates(document, zones, url=address, order=outlet_order(known.named(name, address), name, address), supplied=supplied)
    claims = Claims(
        headline=headline(places, site.evidence[0] if site.evidence else None, page),
        in_language=language,
        url=url,
        publisher=site,
        author=authors,
        editor=editors,
        translator=translators,
        credit_text=credits_found,
        dateline=opening,
        date_published=dates.published,
        date_modified=dates.modified,
        later_date=dates.later,
        content_reference_time=dates.reference_times,
        is_based_on=source,
        relation=relation,
        translation_disclosed=disclosed,
        foreign_lines=foreign_lines,
        copyright_notice=notice,
        license=licence,
        usage_info=terms,
        representation_type=complete,
    )
    return with_supplied(claims, supplied)
