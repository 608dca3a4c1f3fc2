"""TRN: what is missing from an article, at its end, its beginning and in between."""

from checks.rules.completeness.amount import empty_file, headline_only, teaser_only, unjudged_rest
from checks.rules.completeness.endings import (
    broken_off_ending,
    continuation_marker,
    cut_character,
    doubtful_ending,
    full_buffer,
    read_on_prompt,
    teaser_ellipsis,
    unclosed_quotation,
)
from checks.rules.completeness.gaps import hole, missing_head, missing_list

__all__ = [
    "broken_off_ending",
    "continuation_marker",
    "cut_character",
    "doubtful_ending",
    "empty_file",
    "full_buffer",
    "headline_only",
    "hole",
    "missing_head",
    "missing_list",
    "read_on_prompt",
    "teaser_ellipsis",
    "teaser_only",
    "unclosed_quotation",
    "unjudged_rest",
]
