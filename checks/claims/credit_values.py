"""What stands behind a photo label: the name alone, a name and then the caption, or a caption with the name at its end."""

from __future__ import annotations

from checks.claims.names import PARTICLES, common_words, is_organisation, is_person, is_press, picture_houses
from checks.lexicon import given_names, phrases
from checks.patterns import lazily

_OPEN, _CLOSE = "(（[【", ")）]】"
_PARTS = lazily(r"\s?[/|]\s?")
_TAILS = lazily(r"[.!?…»”)]\s?(?:[/|–—-]\s?)?(?:©\s?)?(?=\S)|\s[/|–—-]\s(?=\S)")
"""Where a credit may begin behind a caption: after its sentence, with or without a slash, bar or dash."""
_HEADS = lazily(r"[.;|]\s|\s[–—-]\s")
"""Where a caption may begin behind a credit."""
_MOST_WORDS, _FEWEST_OF_CAPTION = 8, 3
_SENTENCE = 5
"""Words from which a text with prepositions among them is taken for a caption."""


def is_credit(text: str) -> bool:
    """Whether a text is a person or an agency, or has one between its slashes and names only beside."""
    parts = _PARTS.split(text.strip(" ."))
    if len(text.split()) > _MOST_WORDS or not all(parts):
        return False
    return is_source(parts[0]) or (len(parts) > 1 and _is_named(parts[0]) and any(is_source(part) for part in parts[1:]))


def is_source(name: str) -> bool:
    """Whether a name is a person's or an agency's."""
    return name.casefold() in picture_houses() or is_person(name)


def is_sure(name: str) -> bool:
    """Whether a name is an agency's, or a person's with a given name that is known or all in capitals."""
    return name.casefold() in picture_houses() or (
        is_person(name) and (name.isupper() or name.split(maxsplit=1)[0].casefold() in given_names())
    )


def _is_named(name: str) -> bool:
    """Whether a text may be the name of a house or a handle: short, and without small words but particles."""
    return len(name.split()) <= _FEWEST_OF_CAPTION and all(not word[0].islower() or word in PARTICLES for word in name.split())


def is_caption(text: str) -> bool:
    """Whether a text tells what a picture shows: a question, or five words and more with a preposition or verb among them."""
    words = [word.strip(".,:;!?()“”\"'«»").casefold() for word in text.split()]
    if text.rstrip().endswith("?"):
        return True
    if len(words) < _SENTENCE or "/" in text or is_organisation(text):
        return False
    common = [word for word in words if word in common_words() or word in PARTICLES or (len(word) == 1 and text[0].islower())]
    return len(common) > 1 and not PARTICLES.union(phrases("joining")).issuperset(common)


def named_part(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The part of what stands behind a photo label that names whose picture it is; None where it is a caption alone."""
    while end > start and text[end - 1] in " .。,;":
        end -= 1
    if end - start > 2 and text[start] in _OPEN and text[end - 1] == _CLOSE[_OPEN.index(text[start])]:
        start, end = start + 1, end - 1
    first, begin = start, _bracket(text, start, end)
    if begin is not None:
        inner = begin + 1, end - 1
        before = text[start:begin].rstrip()
        if is_credit(text[slice(*inner)]) and not is_credit(before):
            return inner
        end = start + len(before)
    mark = text.find(" ©", first, end)
    if mark > first and is_credit(text[first:mark]):
        return first, mark
    slash = text.find(" / ", first, end)
    if slash > first and is_person(text[first:slash]) and text[slash + 3 : end].islower():
        return first, slash
    head = _head(text, first, end)
    if head:
        return first, head
    tail = _tail(text, first, end)
    if tail:
        return tail, end
    return None if is_caption(text[first:end]) or end <= first else (first, end)


def _bracket(text: str, start: int, end: int) -> int | None:
    """Where the bracket opens that a stretch ends in, behind other words."""
    if end - start < _SENTENCE or text[end - 1] not in _CLOSE:
        return None
    begin = text.rfind(_OPEN[_CLOSE.index(text[end - 1])], start, end)
    return begin if begin > start and text[start:begin].strip() else None


def _head(text: str, start: int, end: int) -> int | None:
    """Where a credit ends that a caption follows."""
    for gap in _HEADS.finditer(text, start, end):
        name, rest = text[start : gap.start()].rstrip(), text[gap.end() : end]
        if is_credit(name) and len(rest.split()) >= _FEWEST_OF_CAPTION and not is_credit(rest) and not is_organisation(rest):
            return start + len(name)
    return None


def _tail(text: str, start: int, end: int) -> int | None:
    """Where a credit begins that follows a caption."""
    for gap in _TAILS.finditer(text, start, end):
        rest = text[gap.end() : end]
        if len(text[start : gap.start()].split()) < _SENTENCE or not rest[0].isupper():
            continue
        slashed = any(mark in gap.group() for mark in "/|©")
        if (is_credit(rest) and (slashed or "/" in rest or is_sure(rest))) or (slashed and _is_short(rest)):
            return gap.end()
    return None


def _is_short(name: str) -> bool:
    """Whether what follows a slash may name a house that lent a picture."""
    return len(name.split()) <= _SENTENCE and not is_press(name.casefold()) and not is_caption(name)
