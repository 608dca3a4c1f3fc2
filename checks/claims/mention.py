"""A place that says where an article came from."""

from __future__ import annotations

import msgspec

from checks.model import Span


class Mention(msgspec.Struct, frozen=True):
    """A place that says where the article came from: a name, an address, or both."""

    how: str
    """label, said, doubled, dated, printed, agency, dateline"""
    name: str = ""
    name_span: Span | None = None
    url: str = ""
    url_span: Span | None = None
    label: str = ""
