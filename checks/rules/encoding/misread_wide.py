"""UTF-8 that was read in a charset of two bytes: stretches of Chinese or Japanese characters that say nothing."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from checks.characters import Flag, Traits
from checks.model import Document, Span
from checks.rules.encoding.misreading import LIMIT, Misreading, common_sign, plausible, script

_WIDE_SCRIPTS = ("CJK", "HIRAGANA", "KATAKANA", "HANGUL")


def wide(document: Document, seen: Traits) -> Iterator[Misreading]:
    """Stretches of Chinese or Japanese characters that are UTF-8 read as GBK or Shift_JIS."""
    marked = seen.at(Flag.WIDE)
    text, end = document.text, 0
    for place in _dense(document, marked, _crowded(document, marked)[: 50 * LIMIT]).tolist():
        if place < end:
            continue
        start, end = _stretch(text, place, end)
        if np.searchsorted(marked, end) - np.searchsorted(marked, start) < DENSE * (end - start):
            continue
        for charset in ("gb18030", "cp932"):
            reads = _reread(text[start:end], charset)
            if reads is not None and _wide_unnatural(text, start, end, reads):
                yield Misreading(Span(start, end), charset, reads)
                break


def _crowded(document: Document, marked: np.ndarray) -> np.ndarray:
    """Those places that have another within three characters, as in dense stretches, or an ASCII letter within two."""
    if not len(marked):
        return marked
    far = np.diff(marked) > 3
    kept = ~(np.append(True, far) & np.append(far, True))
    for step in (-2, -1, 1, 2):
        kept |= ((document.codes.take(marked + step, mode="clip") | np.uint32(0x20)) - np.uint32(ord("a"))) < 26
    crowded: np.ndarray = marked[kept]
    return crowded


def _dense(document: Document, marked: np.ndarray, places: np.ndarray) -> np.ndarray:
    """Of places the first in each stretch beyond ASCII that is dense enough, and all in those too long to be one stretch."""
    if not len(places):
        return places
    plain = (document.codes < ASCII).nonzero()[0]
    following = plain.searchsorted(places)
    bounds = np.concatenate(([-1], plain, [len(document.codes)]))
    begins, ends = bounds[following] + 1, bounds[following + 1]
    sizes = ends - begins
    first = np.append(True, begins[1:] != begins[:-1])
    dense = marked.searchsorted(ends) - marked.searchsorted(begins) >= DENSE * sizes
    kept: np.ndarray = places[(first & dense) | (sizes > LONGEST)]
    return kept


ASCII = 0x80
LONGEST = 400
DENSE = 0.3
"""Of three characters of GBK that were UTF-8 one at least begins with the first two bytes of a UTF-8 character."""


def _stretch(text: str, place: int, floor: int) -> tuple[int, int]:
    """The characters beyond ASCII around a place, at most so many to each side."""
    start = place
    while start > max(floor, place - LONGEST) and not text[start - 1].isascii():
        start -= 1
    end = place + 1
    while end < min(len(text), place + LONGEST) and not text[end].isascii():
        end += 1
    return start, end


def _reread(scrambled: str, charset: str) -> str | None:
    """What a stretch says when its bytes are read as UTF-8; None unless nearly all of it is UTF-8."""
    raw = scrambled.encode(charset, "ignore")
    reads = raw.decode("utf-8", "replace")
    good = reads.replace("\ufffd", "")
    if not good or good.isascii() or len(good.encode()) < 0.75 * len(raw) or not plausible(good):
        return None
    return reads.replace("\ufffd", "\ufffd" if len(good) > 1 else "")


def _wide_unnatural(text: str, start: int, end: int, reads: str) -> bool:
    """Long stretches of everyday characters are proof; short ones only inside or beside words in ASCII letters."""
    good = reads.replace("\ufffd", "")
    kinds = {script(one) for one in good if one.isalpha()}
    if len(good) >= 3 and "\ufffd" not in good:
        return kinds <= {*_WIDE_SCRIPTS, "KATAKANA-HIRAGANA"} or (len(kinds) == 1 and len(good) >= 4)
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    beside = (before.isascii() and before.isalpha()) or (after.isascii() and after.isalpha())
    return beside and end - start <= 2 and all(script(one) == "LATIN" if one.isalpha() else common_sign(one) for one in good)
