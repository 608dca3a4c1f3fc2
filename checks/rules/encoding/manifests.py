"""ENC: provenance manifests (C2PA) that a text carries in invisible characters; they are reported and never touched."""

from __future__ import annotations

from collections.abc import Iterable

from checks.characters import Flag, traits
from checks.model import Hit, Severity
from checks.rules.rule import Article, rule

_PAYLOAD = b"C2PATXT\0\x01\0\0\0\x04abcd"
_SELECTORS = "".join(chr(0xFE00 + one if one < 16 else 0xE0100 + one - 16) for one in _PAYLOAD)


@rule(
    "ENC028", Severity.INFO, bad=[f"The bridge opened.⟦\ufeff{_SELECTORS}⟧"], good=["The bridge opened. \u2764\ufe0f"], needs=Flag.SELECTOR
)
def provenance_manifest(article: Article) -> Iterable[Hit]:
    """The text carried a signed provenance manifest (C2PA) in invisible characters.

    It says who made the text and how. It is no junk: it is left alone, and deleting invisible characters or normalising the text breaks it.

    To do: nothing; keep the characters as they are.
    """
    found = traits(article.document).manifest
    if found and found[0]:
        yield Hit("The text carries a C2PA manifest; it is left as it is.", (found[1],))


@rule(
    "ENC029",
    Severity.WARNING,
    bad=[f"The bridge opened.⟦\ufeff{_SELECTORS[:-2]}⟧"],
    good=["The bridge opened. \u2764\ufe0f"],
    needs=Flag.SELECTOR,
)
def broken_provenance_manifest(article: Article) -> Iterable[Hit]:
    """The text carried a provenance manifest (C2PA) that had been damaged.

    Its length is not what its head says. Somebody cut the text or deleted some of the invisible characters.

    To do: ask for the text as it was published, if its provenance matters.
    """
    found = traits(article.document).manifest
    if found and not found[0]:
        yield Hit("The text carries a C2PA manifest that is not whole.", (found[1],))
