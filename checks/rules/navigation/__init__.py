"""NAV: what a web page left in an article's file."""

from checks.rules.navigation.others import (
    left_over_comments,
    left_over_joined_headlines,
    left_over_popular_list,
    left_over_related_articles,
    left_over_tags,
)
from checks.rules.navigation.page import (
    left_over_breadcrumb,
    left_over_controls,
    left_over_footer,
    left_over_fragments,
    left_over_menu,
    left_over_page_numbers,
    left_over_share_buttons,
    left_over_site_header,
    lines_of_special_spaces,
)
from checks.rules.navigation.prompts import (
    left_over_advertising,
    left_over_consent_notice,
    left_over_newsletter_form,
    left_over_paywall_prompt,
    left_over_placeholder,
)
from checks.rules.navigation.repeats import left_over_picture_text, repeated_headline, repeated_lead

__all__ = [
    "left_over_advertising",
    "left_over_breadcrumb",
    "left_over_comments",
    "left_over_consent_notice",
    "left_over_controls",
    "left_over_footer",
    "left_over_fragments",
    "left_over_joined_headlines",
    "left_over_menu",
    "left_over_newsletter_form",
    "left_over_page_numbers",
    "left_over_paywall_prompt",
    "left_over_picture_text",
    "left_over_placeholder",
    "left_over_popular_list",
    "left_over_related_articles",
    "left_over_share_buttons",
    "left_over_site_header",
    "left_over_tags",
    "lines_of_special_spaces",
    "repeated_headline",
    "repeated_lead",
]
