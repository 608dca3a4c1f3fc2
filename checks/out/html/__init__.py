"""The editors' pages: which articles are ready, which are held and why, the very words marked in the text."""

from __future__ import annotations

from checks.out.html.article import Link, article_page, page_digest
from checks.out.html.delivery import delivery_page
from checks.out.html.index import index_page, list_pages
from checks.out.html.rulewords import RuleBook, rule_book
from checks.out.html.site import write_article, write_delivery, write_index, write_site
from checks.out.summary import IndexRow, Shares, row, shares

__all__ = [
    "IndexRow",
    "Link",
    "RuleBook",
    "Shares",
    "article_page",
    "delivery_page",
    "index_page",
    "list_pages",
    "page_digest",
    "row",
    "rule_book",
    "shares",
    "write_article",
    "write_delivery",
    "write_index",
    "write_site",
]
