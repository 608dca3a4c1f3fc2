"""Names that sign a text: on lines of their own below it, and in brackets at its end."""

from __future__ import annotations

from bisect import bisect_left

from checks.claims.candidate import Candidate
from checks.claims.labels import Field, fields
from checks.claims.name_pieces import pieces, trimmed
from checks.claims.names import agencies, is_han_name, is_known_person, is_person
from checks.claims.places import DATED, Places
from checks.claims.unlabelled import is_known
from checks.patterns import lazily

_SHORTEST_END, _SHORTEST_DENSE_END = 30, 12
_LONGEST_ABOVE = 120
"""Characters of the line above a Japanese name in brackets that are looked at."""
_OPENERS, _CLOSERS = "（(【[", "）)】]"


def signed_off(places: Places, found: list[Candidate]) -> None:
    """One to four words on a line right after the running text: who wrote it, or its agency."""
    body = places.zones.body
    if not places.prose or not body:
        return
    after = {places.prose[-1], places.rank[body[-1]]}
    for at in sorted({rank + step for rank in after for step in (0, 1, 2)} - {places.prose[-1]}):
        if at >= len(places.inked):
            continue
        line = places.inked[at]
        text = places.bare[line]
        under = at == places.prose[-1] + 1 and at + 1 == len(places.inked)
        if at in after and not under and text[0] not in _OPENERS and not _above_source(places, at) and not signs_off(places, at):
            continue
        if text[0] in _OPENERS and _japanese(places, line, text, found):
            continue
        if len(text) <= _LONGEST_SIGNATURE and any(c.isalpha() for c in text) and ":" not in text and not DATED.search(text):
            start, end = trimmed(text, 0, len(text))
            end = _before_comma(text, start, end)
            name = text[start:end]
            if len(name) > _LONGEST_SIGN_NAME or name.count(" ") >= _MOST_SPACES or name.partition(" ")[2].casefold() in agencies():
                continue
            if (is_person(name) or is_known(name.casefold())) and not any(one.line == line for one in found):
                found.append(Candidate(line, start, end, "sign", group=line))


def _before_comma(text: str, start: int, end: int) -> int:
    """Where a full name ends behind which a place or an office stands: `NAME, PLACE`."""
    comma = text.find(",", start, end)
    return comma if comma > 0 and is_known_person(text[start:comma]) else end


_LONGEST_SIGNATURE, _LONGEST_SIGN_NAME, _MOST_SPACES = 60, 40, 4


def _japanese(places: Places, line: int, text: str, found: list[Candidate]) -> bool:
    """Japanese `（NAME）` as a line of its own under running text: three to five Han characters, none of which says what else it is."""
    name = _IN_BRACKETS.fullmatch(text)
    above = places.text(places.inked[places.rank[line] - 1])[:_LONGEST_ABOVE]
    if name is None or not _NO_NAME.isdisjoint(name[1]) or not any("\u3041" <= c <= "\u309f" for c in above):
        return False
    found.append(Candidate(line, name.start(1), name.end(1), "end", group=line))
    return True


_IN_BRACKETS = lazily(r"[（(【]([\u4e00-\u9fff々]{3,5})[)）】]")
_NO_NAME = frozenset("限写記協終続撮影部社局版会員料聞信時敬称略")
"""Characters of notes in brackets, of papers, agencies and desks."""


def signs_off(places: Places, rank: int) -> bool:
    """Whether a short line signs the text: right below running text that has ended, or a greeting or another name below that."""
    lines, prose = places.inked, places.prose
    text = places.bare[lines[rank]]
    last = bisect_left(prose, rank)
    if (
        last < _FEWEST_PROSE
        or len(prose) - last > 1
        or len(text) > _LONGEST_SIGNATURE
        or (rank + 1 < len(lines) and rank + 1 in prose[last : last + 1])
    ):
        return False
    between = [places.bare[lines[at]] for at in range(prose[last - 1] + 1, rank)]
    between = [one for one in between if len(one) < _SENTENCE or one[-1] not in _ENDED]
    ended = places.bare[lines[prose[last - 1]]][-1] in _ENDED
    return (
        ended
        and len(between) <= _MOST_SIGNATURES
        and all(
            is_known_person(one[: _before_comma(one, 0, len(one))]) or (one[-1] == "," and len(one) <= _LONGEST_GREETING) for one in between
        )
    )


_FEWEST_PROSE, _MOST_SIGNATURES, _LONGEST_GREETING, _SENTENCE = 2, 3, 30, 60
_ENDED = ".!?…。！？”»\"'’)؟।"


def _above_source(places: Places, rank: int) -> bool:
    """Whether the next non-blank line opens with a label for the source."""
    return rank + 1 < len(places.inked) and any(
        field.role == "source" and field.begin == 0 for field in places.fields(places.inked[rank + 1])
    )


def _japanese_sign(text: str, begin: int, inner: str) -> bool:
    """Whether a bracket behind a Japanese sentence holds three to five Han characters, as reporters sign there."""
    sign = _IN_BRACKETS.fullmatch(text[begin:])
    before = text[:begin].rstrip()
    return (
        sign is not None and before[-1:] in ("。", "」") and _NO_NAME.isdisjoint(inner) and any("\u3041" <= c <= "\u309f" for c in before)
    )


_LONGEST_SIGN, _LONGEST_BARE_SIGN = 160, 60
"""Characters of a bracket with labels that ends a text, and of one without."""


def at_end(places: Places, line: int, found: list[Candidate]) -> None:
    """A name in brackets that ends the body."""
    raw = places.document.lines[line].strip()
    text = places.text(line)
    if len(raw) < (_SHORTEST_END if raw.isascii() or line not in places.dense_lines else _SHORTEST_DENSE_END):
        return
    if not raw or raw[-1] not in _CLOSERS or len(raw) > len(text):
        text = raw  # long paragraphs end beyond what `text` shows
    if not text or text[-1] not in _CLOSERS:
        return
    begin = max(text.rfind(c, max(0, len(text) - _LONGEST_SIGN)) for c in _OPENERS)
    if begin < 0:
        return
    inner = text[begin + 1 : -1]
    if _japanese_sign(text, begin, inner):
        found.append(Candidate(line, begin + 1, len(text) - 1, "end", "author", "", begin, line))
        return
    for field in fields(inner) or [Field("author", "", 0, 0, len(inner))] * (len(inner) < _LONGEST_BARE_SIGN):
        if field.role in ("author", "by", "editor", "translator") and field.start < field.end:
            role = "author" if field.role == "by" else field.role
            for b, e in pieces(inner, field.start, field.end):
                if is_han_name(inner[b:e]) or (field.label and is_person(inner[b:e])):
                    found.append(Candidate(line, begin + 1 + b, begin + 1 + e, "end", role, field.label, begin, line))
