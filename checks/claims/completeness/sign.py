"""One sign that an article is cut, or that it is whole."""

from __future__ import annotations

import msgspec

from checks.model import Confidence, Span


class Sign(msgspec.Struct, frozen=True):
    """What was seen, where, and what it says.

    `cut` signs make an article partial; `doubt` signs leave it open; the others show its end. `why` is a sentence that
    an editor reads.
    """

    kind: str
    span: Span
    why: str
    sure: Confidence
    cut: bool = False
    doubt: bool = False
