"""SRC: where an article came from, and what its page says of that."""

from checks.rules.origin.named import (
    address_conflict,
    agency_copy_under_byline,
    conflicting_sources,
    missing_byline,
    publisher_conflict,
    source_without_address,
    unnamed_publisher,
    unnamed_source,
    unreadable_sidecar,
)
from checks.rules.origin.spelling import two_spellings
from checks.rules.origin.wording import (
    malformed_number,
    tracking_parameters,
    undisclosed_translation,
    untranslated_line,
)

__all__ = [
    "address_conflict",
    "agency_copy_under_byline",
    "conflicting_sources",
    "malformed_number",
    "missing_byline",
    "publisher_conflict",
    "source_without_address",
    "tracking_parameters",
    "two_spellings",
    "undisclosed_translation",
    "unnamed_publisher",
    "unnamed_source",
    "unreadable_sidecar",
    "untranslated_line",
]
