"""Photo credits: whose picture a caption shows."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from checks.claims.credit_values import is_credit, named_part
from checks.claims.east_asian_credits import MARKS as EASTERN
from checks.claims.east_asian_credits import PICTURES, east_asian_credit, is_dense_caption
from checks.claims.labels import RARE_COLONS, role_of, tells_of_translation
from checks.claims.name_pieces import pieces
from checks.claims.names import is_han_name, picture_houses
from checks.claims.places import Places
from checks.claims.scripts import HANGUL
from checks.claims.tail_credits import for_whom, is_above_text, may_end_in_name, tail_credit, under_caption
from checks.claims.unmarked_credits import may_end_in_credit, unmarked_credit
from checks.lexicon import phrases
from checks.model import Agent, Claim, Confidence, Status
from checks.patterns import lazily

_SHOT = lazily(r"([\u3400-\u9fff·]{2,12})\s?(?:[/／]\s?摄影?|\s摄影?|摄)\s?[。)）]?$")
_AGENCIES = (
    "Getty Images", "AFP", "Reuters", "AP", "EPA", "dpa", "Shutterstock", "TT", "NTB", "Scanpix", "Bloomberg", "ANSA", "EFE", "Lusa",
    "Xinhua", "TASS", "PAP", "ANP", "Belga", "Keystone", "Alamy", "iStock", "Unsplash", "Pixabay", "picture alliance", "imago",
)  # fmt: skip
_VIA = lazily(rf"(?<![^\s(\[])([^\s()\[\]][^()\[\]]{{1,58}}\s?/\s?(?:{'|'.join(_AGENCIES)}))\s?[)\].]?$")
_COPYRIGHT = lazily(r"(?i)(?:(?<!Ã)©|[(（]c[)）])\s{0,12}((?!\d{4}(?!\d))[^\s©|()<>][^©|()<>\n]{1,60}?)(?:\s?\|\s?\1)?\s?[)\].]?$")
_ABBREVIATED = lazily(r"(?<![^\s(（])([^\W\d_]{2,6})\.\s(?=[^()（）.:\s])")
"""`Fot. NAME`, `(zdj. NAME)`: a label cut short, with a full stop for the colon."""
_MARKS = (":", "：", "©", "(c)", "(C)", "（c）", "摄", "/", *RARE_COLONS)
LONGEST = 1200
_LONGEST_NAME, _LONGEST_VALUE = 70, 100
"""Characters of a name behind a label, and of it with the colon and the spaces before."""
_CLOSERS = " )）]】.。"
_MARK_OF_VALUE = lazily(f"[:：|｜{RARE_COLONS}]")
_UNTOLD = frozenset(("body", "subhead"))
"""Kinds of lines that a caption without a colon is taken for."""
_MAY_BE_CAPTION = _UNTOLD | {"caption", "meta"}
_LONGEST_CREDIT = 90
"""Characters at a line's end in which a credit without a label stands, and of a line that is such a credit and no caption."""


def credit_text(places: Places) -> tuple[Claim, ...]:
    """The photo credits of the captions, each with its own characters and its caption as evidence."""
    found: list[Claim] = []
    for line in _lines(places):
        raw = places.document.lines[line].strip()
        if len(raw) > LONGEST:
            continue
        text = places.text(line)
        for start, end, label, rule in _credits(places, line, text, caption=places.zones.kinds[line] == "caption"):
            name = text[start:end]
            span = places.span(line, start, end)
            caption = places.whole(line)
            evidence = (span,) if span == caption else (span, caption)
            found.append(
                Claim(
                    status=Status.STATED,
                    value=Agent(name, "Person" if rule == "shot by" else "Organization"),
                    confidence=Confidence.HIGH if places.zones.kinds[line] == "caption" else Confidence.MEDIUM,
                    label=label,
                    rule=rule,
                    evidence=evidence,
                    why=("the credit stands at the end of a caption",) if len(text) > end - start + 20 else ("the line is a photo credit",),
                )
            )
    return tuple(found)


def _lines(places: Places) -> Iterator[int]:
    """Captions, and other lines beside the body that hold a mark of a credit."""
    last = places.zones.last_body
    first = places.title if places.title is not None else places.first_body
    if first is None or last is None:
        yield from places.zones.captions
        return
    kinds, starts = places.zones.kinds, places.starts
    if first + 1 >= len(starts):
        return
    yield from (n for n in places.head if n <= first and ":" in places.bare[n] and _by_one(places, n))
    end = min(last + _BELOW, len(starts))
    marked = places.lines_with(
        _marks(eastern=bool(places.dense_lines or places.tally[HANGUL])),
        starts[first + 1],
        starts[end] if end < len(starts) else len(places.document.text),
    )
    rank = places.rank[last]
    captions = (n for n in places.zones.captions if first < n < end or rank < places.rank.get(n, 0) <= rank + _BELOW)
    short = (n for n in places.inked if first < n < end and kinds[n] in _UNTOLD and _may_end(places.bare[n], last=n >= last))
    labels = [n for n in marked if n < end - 1 and places.bare[n][-1] in ":：" and role_of(places.bare[n]) == "photo"]
    below = (places.inked[places.rank[n] + 1] for n in labels if places.rank[n] + 1 < len(places.inked))
    yield from sorted({*captions, *below, *(n for n in marked if kinds[n] not in ("blank", "title")), *short})


def _may_end(text: str, *, last: bool) -> bool:
    """A quick look whether a line ends in a credit without a colon."""
    return may_end_in_credit(text, last=last) or (not last and may_end_in_name(text))


def _by_one(places: Places, line: int) -> bool:
    """Whether a label says that one person wrote the text and took the pictures."""
    return places.bare[line].partition(":")[0].rstrip().casefold() in phrases("author-photo")


@cache
def _marks(*, eastern: bool) -> tuple[str, ...]:
    """What a line has that may hold a credit."""
    return (*_MARKS, *(EASTERN if eastern else ()))


_BELOW = 4
"""Lines below the text in which credits may stand; of captions the blank ones are not counted."""


def _credits(places: Places, line: int, text: str, *, caption: bool) -> Iterator[tuple[int, int, str, str]]:
    eastern = (
        east_asian_credit(text, caption=caption) if not text.isascii() and (line in places.dense_lines or places.tally[HANGUL]) else None
    )
    if eastern:
        yield eastern
        return
    shot = _SHOT.search(text[-40:]) if "摄" in text or (caption and not text.isascii()) else None
    if shot:
        shift = max(0, len(text) - 40)
        yield shift + shot.start(1), shift + shot.end(1), "摄", "shot by"
        return
    found = _labelled(places, line, text, caption=caption) or unmarked_credit(text, caption=caption) or _below_label(places, line, text)
    if found:
        yield found
        return
    if caption or len(text) < _LONGEST_CREDIT:
        marked = tuple(_by_mark(places, line, text[-_LONGEST_CREDIT:], len(text)))
        if marked:
            yield from marked
            return
    if places.zones.kinds[line] in _MAY_BE_CAPTION or ("/" in text[-_LONGEST_CREDIT:] and is_above_text(places, line)):
        last = tail_credit(places, line, text, caption=caption)
        if last:
            yield *last, "", "agency credit"


def _by_mark(places: Places, line: int, tail: str, size: int) -> Iterator[tuple[int, int, str, str]]:
    """A name with an agency behind a slash, or behind a copyright mark, in the end of a line of a size."""
    shift = size - len(tail)
    short = _abbreviated(tail) if ". " in tail else None
    if short:
        yield shift + short[0], shift + short[1], short[2], "photo label"
        return
    marked = "©" in tail or "(c)" in tail or "(C)" in tail or "（c）" in tail
    via = _VIA.search(tail) if _names_agency(tail) else None
    if via and via.end(1) - via.start(1) > size - 4 and not under_caption(places, line):  # a byline of the page: `NAME / AGENCY`
        via = None
    if via:
        yield shift + via.start(1), shift + via.end(1), "/", "agency credit"
        return
    held = _COPYRIGHT.search(tail) if marked else None
    below = line > (places.zones.last_body or 0) and size == len(tail)
    if held and not _of_page(held[1]) and not (below and _COPYRIGHT.match(tail.lstrip("(["))):
        yield shift + held.start(1), shift + held.start(1) + for_whom(held[1]), "©", "copyright mark"


def _below_label(places: Places, line: int, text: str) -> tuple[int, int, str, str] | None:
    """A name that is a line of its own under a line that is a photo label with its colon."""
    above = places.bare[places.inked[places.rank[line] - 1]] if places.rank[line] else ""
    if (
        above[-1:] not in (":", "：")
        or role_of(above) != "photo"
        or len(text) > _LONGEST_NAME
        or not is_credit(text.split(" (", maxsplit=1)[0])
    ):
        return None
    part = named_part(text, 0, len(text))
    return None if part is None else (*part, above.rstrip(" :："), "photo label")


def _abbreviated(tail: str) -> tuple[int, int, str] | None:
    """The name behind a label cut short in the end of a line, and the label."""
    for short in _ABBREVIATED.finditer(tail):
        if short[1].casefold() not in phrases("photo-short"):
            continue
        start, end = short.end(), len(tail.rstrip(" .)）"))
        part = named_part(tail, start, end) if start < end and ":" not in tail[start:end] else None
        name = tail[slice(*part)] if part else ""
        if part and (name.casefold() != name or " " in name or name in picture_houses()):
            return *part, short[1]
    return None


def _labelled(places: Places, line: int, text: str, *, caption: bool) -> tuple[int, int, str, str] | None:
    """The name behind the last label that a credit may have."""
    for field in reversed(places.fields(line)) if _ends_in_value(text) else ():
        bracketed = field.begin > 0 and text[field.begin - 1] in "(（[【"
        if (
            field.role != "photo"
            and field.label.casefold() not in phrases("author-photo")
            and not (field.role == "source" and bracketed and field.begin > 25)
            and not (field.role == "source" and caption and not (field.begin == 0 and places.below_text(line)))
        ) or (field.role == "source" and tells_of_translation(text[: field.begin])):
            continue
        start, end = field.start, field.end
        if bracketed and text[end:].strip(_CLOSERS):
            end = max(end, _closing(text, start, len(text)))
        closing = _closing(text, start, end)
        end = min(end, closing)
        if start < end and field.role not in ("photo", "source"):
            end = next((stop for _, stop in pieces(text, start, end)), end)
            closing = len(text)
        elif start < end:
            part = named_part(text, start, end)
            if part is None or (field.label in PICTURES and is_dense_caption(text[slice(*part)])):
                continue
            start, end = part
        while end > start and text[end - 1] in " .。":
            end -= 1
        rest = text[closing:].strip(_CLOSERS)
        if (
            2 <= end - start <= _LONGEST_NAME
            and (not rest or (places.zones.kinds[line] == "meta" and is_han_name(text[start:end])))
            and text[start:end].casefold() not in phrases("photo") - phrases("handout")
            and (bracketed or len(text[start:end].split()) <= 8)
        ):
            return start, end, field.label, "photo label"
    return None


def _closing(text: str, start: int, end: int) -> int:
    """Where the bracket around a label and its value closes; the end where none is around them."""
    depth = 0
    for at in range(start, end):
        depth += (text[at] in "(（[【") - (text[at] in ")）]】")
        if depth < 0:
            return at
    return end


def _ends_in_value(text: str) -> bool:
    """Whether a line ends in what may be the name behind a label: not far from its last colon or bar."""
    tail = text.rstrip(_CLOSERS)[-_LONGEST_VALUE:]
    return _MARK_OF_VALUE.search(tail) is not None


def _names_agency(tail: str) -> bool:
    """Whether a text ends in an agency's name, with or without a bracket or stop after it, and has a slash before."""
    return "/" in tail and (tail[:-1] if tail[-1] in ")]." else tail).rstrip().endswith(_AGENCIES)


def _of_page(name: str) -> bool:
    """Whether a phrase of rights stands in a name behind the mark: then the line is about the page, not a picture."""
    low = name.casefold()
    return any(phrase in low for phrase in phrases("rights"))
