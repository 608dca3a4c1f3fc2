"""How an article relates to its source: a copy, a translation, and whether the translation is disclosed."""

from __future__ import annotations

import unicodedata

import msgspec

from checks.claims.labels import phrases
from checks.claims.language import is_vietnamese, language_of
from checks.claims.places import Places
from checks.claims.urls import host, slug
from checks.model import MISSING, Claim, Confidence, Status, Work

FOREIGN_SHARE = 0.35
"""Share of a slug's words found in the text up to which the slug is in another language; on the samples 0.0 to 0.2 against 0.7 to 1.0."""
FEWEST_WORDS = 4


def plain(text: str) -> str:
    """A text in lower case without marks on its letters, as slugs write it."""
    text = text.replace("đ", "d").replace("Đ", "D").replace("ø", "o").replace("Ø", "O").replace("ł", "l").replace("ß", "ss").replace("æ", "ae")
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c)).casefold()


def slug_is_foreign(places: Places, words: str) -> bool:
    """Whether most words of a slug do not stand in the article's text at all."""
    every = [word for word in words.casefold().split() if len(word) > 1]
    if len(every) < FEWEST_WORDS:
        return False
    zones = places.zones
    lines = [*([places.title] if places.title is not None else []), *zones.body]
    text = plain(" ".join(places.document.lines[n] for n in lines)[:40_000])
    present = set("".join(c if c.isalnum() else " " for c in text).split())
    return sum(plain(word) in present for word in every) <= FOREIGN_SHARE * len(every)


def residue(places: Places, language: Claim) -> tuple[int, ...]:
    """Lines beside or within the body that are written in another language than the article: untranslated remains.

    Only differences that need no model count: another script, or the letters that only Vietnamese has.
    """
    if not language.answered or places.first_body is None or places.zones.last_body is None:
        return ()
    main = str(language.value).split("-")[0]
    first = places.title if places.title is not None else places.first_body
    found = []
    for n in range(first + 1, places.zones.last_body + 1):
        kind = places.zones.kinds[n]
        if kind in ("blank", "meta", "body", "lead", "subhead", "title"):
            continue
        text = places.text(n)
        if len(text) >= 20 and " " in text and main != "vi" and is_vietnamese(text):
            found.append(n)
    return tuple(found)


def relate(
    places: Places, source: Claim, site: Claim, language: Claim, translators: tuple[Claim, ...]
) -> tuple[Claim, str, bool | None]:
    """The source with what is known of its language, the relation to it, and whether a translation is disclosed."""
    if not source.answered or not isinstance(source.value, Work):
        return source, "unknown", True if translators else None
    work = source.value
    words = slug(work.url) if work.url else ""
    remains = residue(places, language)
    disclosed = bool(translators) or _says_translated(places)
    foreign = bool(words) and language.answered and slug_is_foreign(places, words)
    if remains or foreign or translators:
        tongue = "vi" if remains else ""
        original = next((n for n in remains if words and plain(places.text(n).replace("(", "").replace(")", "")).split() == words.casefold().split()), None)
        spans = source.evidence + ((places.whole(original),) if original is not None else tuple(places.whole(n) for n in remains[:1]))
        work = msgspec.structs.replace(work, in_language=tongue, headline=places.text(original) if original is not None else "")
        why = (*source.why, *(("lines of the page are left in another language",) if remains else ()), *(("the words of the source's address do not stand in the text",) if foreign else ()))
        return msgspec.structs.replace(source, value=work, evidence=tuple(dict.fromkeys(spans)), why=why), "translation", disclosed
    same = site.answered and work.publisher is not None and getattr(site.value, "name", "").casefold() == work.publisher.name.casefold()
    return source, "unknown" if same else "republication", None


def _says_translated(places: Places) -> bool:
    low = places.document.text.casefold() if len(places.document.text) < 100_000 else ""
    return any(phrase in low for phrase in phrases("translated"))


def page_url(places: Places, source: Claim) -> Claim:
    """The page's own address, where the text prints one beside the headline or in the foot that is not the source's."""
    return MISSING
