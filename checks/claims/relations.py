"""How an article relates to its source: a copy, a translation, and whether the translation is disclosed."""

from __future__ import annotations

import unicodedata

import msgspec
import numpy as np

from checks.claims.labels import tells_of_translation
from checks.claims.language import is_vietnamese, language_of
from checks.claims.places import Places
from checks.claims.scripts import LATIN, OWN, foreign_kinds, kinds_of, scripts
from checks.claims.urls import addresses, slug
from checks.lexicon import phrases
from checks.model import MISSING, Claim, Confidence, Status, Work

FOREIGN_SHARE = 0.35
"""Share of a slug's words found in the text up to which the slug is in another language. On the five real samples, one slug
each, it is 0.0 to 0.2 for the translations and 0.7 to 1.0 for the copies; the bar stands between, nearer to silence."""
FEWEST_WORDS = 4


def plain(text: str) -> str:
    """A text in lower case without marks on its letters, as slugs write it."""
    text = (
        text.replace("đ", "d").replace("Đ", "D").replace("ø", "o").replace("Ø", "O").replace("ł", "l").replace("ß", "ss").replace("æ", "ae")
    )
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c)).casefold()


def slug_is_foreign(places: Places, words: str) -> bool:
    """Whether most words of a slug do not stand in the article's text at all."""
    every = [word for word in words.casefold().split() if len(word) > 1]
    if len(every) < FEWEST_WORDS:
        return False
    zones = places.zones
    lines = [*([places.title] if places.title is not None else []), *zones.body]
    text = plain(" ".join(places.document.lines[n] for n in lines if "://" not in places.document.lines[n])[:40_000])
    present = set("".join(c if c.isalnum() else " " for c in text).split())
    return sum(plain(word) in present for word in every) <= FOREIGN_SHARE * len(every)


def untranslated(places: Places, language: Claim) -> tuple[tuple[int, str], ...]:
    """Lines of the article in another language than the rest, with that language where it can be told.

    Another script counts, and so do the letters that only Vietnamese has; within one script only lines beside the running
    text that are full of another language's frequent words.
    """
    zones = places.zones
    last = zones.last_body
    if not language.answered or last is None:
        return ()
    main = str(language.value).split("-")[0]
    first = zones.title if zones.title is not None and zones.title < last else zones.body[0]
    found = []
    for line in _foreign_lines(places, main):
        if first < line <= last and zones.kinds[line] in _OF_THE_ARTICLE:
            text = places.text(line)
            tongue = None if _meant(text) else _tongue(text, main)
            if tongue is not None:
                found.append((line, tongue))
    return tuple(found)


_OF_THE_ARTICLE = frozenset(("body", "lead", "subhead", "caption", "junk:image-alt"))


def _meant(text: str) -> bool:
    """Whether a line in another language is meant to be: it is a quotation as a whole, or a name."""
    if text[0] in _OPENING and text.rstrip(" .。")[-1:] in _CLOSING:
        return True
    words = text.split()
    return len(words) <= _LONGEST_NAME and text[-1] not in ".!?。" and all(word[:1].isupper() for word in words)


_OPENING, _CLOSING = "\"'“„«‹「『‘»", "\"'”“»›」』’«"
_LONGEST_NAME = 4


def _foreign_lines(places: Places, main: str) -> list[int]:
    """Lines worth a closer look: letters of another script than the language's own, or letters of Vietnamese."""
    flags, numbers = foreign_kinds(main)
    if flags[LATIN]:
        foreign = flags.take(kinds_of(places.document.codes)).nonzero()[0]
    elif places.tally[numbers].sum() < FEWEST_FOREIGN:
        return []
    else:
        offsets, kinds = places.beyond
        foreign = offsets[flags.take(kinds)]
    found = places.document.starts.searchsorted(foreign, "right") - 1
    chosen: list[int] = (np.bincount(found) >= FEWEST_FOREIGN).nonzero()[0].tolist()
    return chosen


FEWEST_FOREIGN = 3


def _tongue(text: str, main: str) -> str | None:
    """The language of a line if it is another than the main one; empty if it is but cannot be told which, None if it is not."""
    if main != "vi" and len(text) >= 20 and " " in text and is_vietnamese(text) and not _mostly(text, main):
        return "vi"
    counts = scripts(text)
    total = sum(counts.values())
    top = next(iter(counts), "")
    if not total or top in OWN[main if main in OWN else "latin"] or counts[top] < FOREIGN_LETTERS * total:
        return None
    if top == "Latn":
        tongue = language_of(text)
        return tongue if total >= 40 and tongue and tongue != main else None
    return language_of(text) if total >= 12 else None


def _mostly(text: str, main: str) -> bool:
    counts = scripts(text)
    return main in OWN and sum(n for script, n in counts.items() if script in OWN[main]) > 0.5 * sum(counts.values())


FOREIGN_LETTERS = 0.75
"""Share of a line's letters in another script from which the line is foreign."""


def relate(
    places: Places, source: Claim, site: Claim, language: Claim, translators: tuple[Claim, ...], foreign_lines: tuple[tuple[int, str], ...]
) -> tuple[Claim, str, bool | None]:
    """The source with what is known of its language, the relation to it, and whether a translation is disclosed."""
    if not source.answered or not isinstance(source.value, Work):
        return source, "unknown", True if translators else None
    work = source.value
    words = slug(work.url) if work.url else ""
    remains = [line for line, _ in foreign_lines]
    tongues = {tongue for _, tongue in foreign_lines}
    foreign = bool(words) and language.answered and slug_is_foreign(places, words)
    if foreign or translators or len(remains) > 1 or (remains and _named_abroad(work, language)):
        tongue = tongues.pop() if len(tongues) == 1 else ""
        original = next(
            (n for n in remains if words and plain(places.text(n).replace("(", "").replace(")", "")).split() == words.casefold().split()),
            None,
        )
        spans = source.evidence + ((places.whole(original),) if original is not None else tuple(places.whole(n) for n in remains[:1]))
        work = msgspec.structs.replace(work, in_language=tongue, headline=places.text(original) if original is not None else "")
        why = (
            *source.why,
            *(("lines of the page are left in another language",) if remains else ()),
            *(("the words of the source's address do not stand in the text",) if foreign else ()),
        )
        claim = msgspec.structs.replace(source, value=work, evidence=tuple(dict.fromkeys(spans)), why=why)
        return claim, "translation", bool(translators) or _says_translated(places)
    same = site.answered and work.publisher is not None and getattr(site.value, "name", "").casefold() == work.publisher.name.casefold()
    return source, "unknown" if same else "republication", None


def _named_abroad(work: Work, language: Claim) -> bool:
    """Whether the source's name is in another language than the article: in another script, or in letters of Vietnamese."""
    name, main = work.publisher.name if work.publisher else "", str(language.value).split("-")[0]
    if main != "vi" and is_vietnamese(name):
        return True
    top = next(iter(scripts(name)), "")
    return bool(top) and top not in (*OWN.get(main, OWN["latin"]), "Latn")


def _says_translated(places: Places) -> bool:
    return len(places.document.text) < 100_000 and tells_of_translation(places.document.text)


def page_url(places: Places, source: Claim) -> Claim:
    """The page's own address, where a label in the head, the tail or the foot of the page says that it is that."""
    if "://" not in places.document.text:
        return MISSING
    labels = phrases("address")
    taken = frozenset(source.evidence)
    for line in dict.fromkeys([*places.head, *places.tail, *places.foot]):
        text = places.text(line)
        for url, span in addresses(text[:400]) if "://" in text else ():
            where = places.span(line, span.start, span.end)
            if text[: span.start].rstrip(" :：").casefold() in labels and where not in taken:
                return Claim(
                    status=Status.STATED,
                    value=url,
                    confidence=Confidence.HIGH,
                    label=text[: span.start].rstrip(" :："),
                    rule="address label",
                    evidence=(where,),
                    why=("a label says that this is the page's address",),
                )
    return MISSING
