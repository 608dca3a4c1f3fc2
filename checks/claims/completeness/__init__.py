"""Is the article all there? What speaks for a cut at its end, its beginning or in the middle, and the claim made of it."""

from __future__ import annotations

from checks.claims.completeness.sign import Sign
from checks.claims.completeness.signs import LAST, signs
from checks.model import Claim, Confidence, Document, Status, Zones

__all__ = ["LAST", "Sign", "representation", "signs"]


def representation(document: Document, zones: Zones) -> Claim:
    """The claim `representationType`: `full`, `partial`, or missing with the reasons why it cannot be told."""
    found = signs(document, zones)
    cuts = [sign for sign in found if sign.cut]
    if cuts:
        return _partial(cuts)
    doubts = tuple(sign.why for sign in found if sign.doubt)
    if doubts:
        return Claim(status=Status.MISSING, why=doubts, rule=next(sign.kind for sign in found if sign.doubt))
    return _full([sign for sign in found if sign.kind in ("end-mark", "sentence-end")])


def _partial(cuts: list[Sign]) -> Claim:
    surest = min(cuts, key=lambda sign: (list(Confidence).index(sign.sure), sign.span))
    evidence = tuple(dict.fromkeys(sign.span for sign in (surest, *cuts) if sign.span.end > sign.span.start))
    if not evidence:
        return Claim(status=Status.MISSING, why=tuple(sign.why for sign in cuts), rule=surest.kind)
    return Claim(
        status=Status.INFERRED,
        value="partial",
        confidence=surest.sure,
        rule=surest.kind,
        evidence=evidence,
        why=tuple(dict.fromkeys(sign.why for sign in (surest, *cuts))),
    )


def _full(ends: list[Sign]) -> Claim:
    if not ends:
        return Claim(status=Status.MISSING, why=("nothing in the text shows where the article ends",))
    best = min(ends, key=lambda sign: list(Confidence).index(sign.sure))
    return Claim(
        status=Status.INFERRED,
        value="full",
        confidence=best.sure,
        rule=best.kind,
        evidence=(best.span,),
        why=tuple(sign.why for sign in ends),
    )
