"""What the rules of completeness share: the signs of a kind as hits, and the article that examples break off from."""

from __future__ import annotations

from collections.abc import Iterator

from checks.claims.completeness import Sign, signs
from checks.model import Hit
from checks.rules.rule import Article

SOUND = """\
Ferry crew rescues three anglers off Port Ellery

By Mara Lindqvist
Published: 17 March 2024, 21:40
Source: https://www.eastmoor-courier.example/ferry-crew

Three anglers were pulled from the water off Port Ellery on Sunday evening, after a wave had turned over their boat near the harbour.

The crew of the evening ferry saw the upturned hull first. They lowered a raft, the captain said, and had all three on board in ten minutes.

"""


def hits(article: Article, kind: str) -> Iterator[Hit]:
    """The signs of a kind that speak for a cut or leave it open."""
    for sign in signs(article.document, article.zones):
        if sign.kind == kind and (sign.cut or sign.doubt):
            yield hit_of(sign)


def hit_of(sign: Sign) -> Hit:
    """A sign as a rule tells it."""
    return Hit(sign.why, (sign.span,) if sign.span.end > sign.span.start else ())
