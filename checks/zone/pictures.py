"""Pictures: the captions of an article, and the texts that stand in place of pictures."""

from __future__ import annotations

import re
from functools import cache

import numpy as np

from checks.lexicon import of_pages
from checks.patterns import lazily
from checks.shape import DIGIT, STOP
from checks.zone.features import Rows
from checks.zone.parts import CAPTION, HEAD, JUNK, LEAD, META, TEXT, Sorted
from checks.zone.phrases import PREFIXES

_LABEL = lazily(r"[^\s\d_.,:;()\[\]（）【】/|<>«»“”\"]+\.?$")
_PROVIDED = lazily(r"[(\[（][^()\[\]（）]{1,30} 제공[^()\[\]（）]{0,30}[)\]）]$")
_NAMED = lazily(r"[一-鿿]{2,4}\s?[/／]?\s?[摄攝影]{1,2}[)）。]?$")
_MARKED = lazily(r"[:：=©/(（|摄攝影]")
_SCRAMBLED = ("Ã", "Â", "Ă", "Г", "В", "√", "¬")
"""What stands before the sign where it is the second half of an é that was read wrongly."""
_CREDIT_REACH, _NAME_MOST, _LABEL_MOST = 140, 80, 30
_CAPTION_MOST, _JUNK_MOST, _REPLACED_MOST = np.float32(700), np.float32(0.9), np.float32(260)
_CREDIT_LEAST, _UNMARKED_LEAST, _UNMARKED_MOST, _NAMES_MOST = np.float32(8), np.float32(25), np.float32(300), 4
_SLASHED_LEAST = 4
_ALT_WORDS = 3
_ALT_LEAST, _ALT_MOST = np.float32(20), np.float32(120)
_FILE_MOST = np.float32(100)
_FILE = lazily(r"[\w .,()%+-]{1,100}\.(?:jpe?g|png|gif|webp|avif|svg|bmp|tiff?)", re.IGNORECASE)
_OPENS_CREDIT = tuple(".!?»”)…。")
_FOOTER = PREFIXES.index("footer-start") + 1


def captions(rows: Rows, chance: np.ndarray, found: Sorted, last: int) -> None:
    """A line of the article that ends in a credit is a caption."""
    kinds = found.kinds
    likely = (chance[:, JUNK] < _JUNK_MOST) | (kinds != JUNK)
    likely[last + 1 :] &= kinds[last + 1 :] != JUNK
    likely &= (kinds != META) & (rows.weight < _CAPTION_MOST) & (rows.opening != _FOOTER)
    if found.title >= 0:
        likely[found.title] = False
    likely[[row for row, name in found.forced.items() if name == "footer"]] = False
    for row in likely.nonzero()[0].tolist():
        tail = rows.texts[row][-_CREDIT_REACH:]
        if _MARKED.search(tail) and credited(tail):
            kinds[row] = CAPTION
    unmarked = (kinds == TEXT) | (kinds == HEAD) | (kinds == LEAD)
    unmarked[1:] |= (kinds[1:] == JUNK) & (rows.whole[1:] == 0) & (kinds[:-1] != JUNK) & (rows.weight[1:] < _NAME_MOST)
    unmarked &= (rows.ending != STOP) & (rows.weight >= _CREDIT_LEAST) & (rows.weight < _UNMARKED_MOST)
    if found.title >= 0:
        unmarked[: found.title + 1] = False
    for row in unmarked.nonzero()[0].tolist():
        if _names_photographer(rows.texts[row][-_CREDIT_REACH:]):
            kinds[row] = CAPTION


@cache
def _before_slash() -> frozenset[str]:
    """Labels that stand before a slash and a name, as `Ljósmynd/NAME` does; a short one may be half of another word."""
    return frozenset(label for label in of_pages("caption-start") if len(label) >= _SLASHED_LEAST or not label.isascii())


def credited(tail: str) -> bool:
    """Whether the end of a line names who took a picture."""
    tail = tail.rstrip()
    labels, agencies = of_pages("caption-start"), of_pages("photo-agency")
    for mark in ":：=":
        if mark in tail:
            head, _, value = tail.rpartition(mark)
            if len(value) <= _NAME_MOST and _last_word(head[-_LABEL_MOST:].rstrip()) in labels:
                return True
    if "©" in tail:
        before, _, name = tail.rpartition("©")
        return len(name) <= _NAME_MOST and not before.endswith(_SCRAMBLED)
    if tail[-1:] in "摄攝影" or tail[-2:-1] in "摄攝影":
        return tail[-1:] != "" and _NAMED.search(tail[-12:]) is not None
    if tail.endswith(("]", ")", "）")) and "제공" in tail:
        return _PROVIDED.search(tail) is not None
    if "/" in tail and len(tail.rpartition("/")[2]) <= _NAME_MOST and _last_word(tail.rpartition("/")[0]) in _before_slash():
        return True
    return any(mark in tail and tail.rpartition(mark)[2].strip(" )）.").casefold() in agencies for mark in "/(（|")


def _names_photographer(tail: str) -> bool:
    """Whether a text ends in a label for pictures and a name without a mark between, after a sentence: `… by the quay. Photo Ida Lund`.

    A label cut short, `Fot. NAME`, may be all of the line.
    """
    words = tail.split()
    labels = of_pages("caption-start")
    for place in range(len(words) - 2, max(len(words) - 2 - _NAMES_MOST, -1), -1):
        label = words[place]
        if label[0].isupper() and label.rstrip(".").casefold() in labels:
            begun = words[place - 1].endswith(_OPENS_CREDIT) if place else label.endswith(".")
            return begun and all(word[0].isupper() or word.endswith(".") for word in words[place + 1 : -1]) and words[-1][0].isupper()
    return False


def _last_word(text: str) -> str:
    """The word that ends a text, in lower case; empty when none does."""
    found = _LABEL.search(text, max(text.rfind(" "), 0))
    return found[0].casefold().rstrip(".") if found else ""


def _above_credits(rows: Rows, found: Sorted) -> None:
    """Above a credit on a line of its own stands the caption, and above that, without a stop, the text in place of the picture."""
    kinds = found.kinds
    starts = ((kinds == TEXT) | (kinds == HEAD)) & (rows.ending != STOP) & ~rows.has[DIGIT] & (rows.tokens.many >= _ALT_WORDS)
    starts &= (rows.weight >= _ALT_LEAST) & (rows.weight < _ALT_MOST)
    for alt in starts[:-2].nonzero()[0].tolist():
        caption, credit = alt + 1, alt + 2
        together = (
            alt > found.title and rows.lines[credit] == rows.lines[alt] + 2 and kinds[credit] != JUNK and rows.weight[credit] < _NAME_MOST
        )
        of_text = kinds[caption] in (TEXT, HEAD, CAPTION, LEAD) and rows.weight[caption] < _UNMARKED_MOST and rows.has[STOP, caption]
        if together and of_text and _is_credit(rows.texts[credit].strip()):
            found.is_junk(alt, "image-alt")
            kinds[caption] = CAPTION


def _is_credit(line: str) -> bool:
    """Whether a short line is a credit and nothing else: it begins with the mark or label and names somebody."""
    if line[0] == "©":
        return True
    label, colon, name = line.replace("：", ":").partition(":")
    return bool(colon and name.strip()) and label.strip().casefold() in of_pages("caption-start")


def picture_texts(rows: Rows, found: Sorted) -> None:
    """A line directly above a caption that repeats, or ends without a stop or a credit, was the text in place of the picture.

    So was one with which the line below begins, and the name of a file of a picture.
    """
    kinds = found.kinds
    for row in ((kinds != META) & (kinds != JUNK) & rows.has[STOP] & (rows.weight < _FILE_MOST)).nonzero()[0].tolist():
        if _FILE.fullmatch(rows.texts[row].strip()):
            found.is_junk(row, "image-alt")
    below = (kinds == CAPTION).nonzero()[0].tolist()
    above = [row - 1 for row in below if row and row - 1 != found.title and rows.lines[row] == rows.lines[row - 1] + 1]
    of_picture = [row for row in above if kinds[row] == CAPTION]
    for row in above:
        if rows.weight[row] >= _UNMARKED_LEAST and rows.texts[row + 1].strip().startswith(rows.texts[row].strip()):
            found.is_junk(row, "image-alt")
            continue
        light = kinds[row] not in (CAPTION, META) and rows.weight[row] < _REPLACED_MOST
        if light and (rows.repeats[row] > 1 or kinds[row] == JUNK or rows.ending[row] != STOP):
            found.is_junk(row, "image-alt")
    begun = (kinds[:-1] == HEAD) & (rows.weight[:-1] >= _UNMARKED_LEAST) & (rows.ending[:-1] != STOP) & (rows.weight[1:] > rows.weight[:-1])
    for row in begun.nonzero()[0].tolist():
        if rows.texts[row + 1].strip().startswith(rows.texts[row].strip()):
            found.is_junk(row, "image-alt")
    _above_credits(rows, found)
    for row in of_picture:
        if rows.ending[row] != STOP and not credited(rows.texts[row][-_CREDIT_REACH:]) and credited(rows.texts[row + 1][-_CREDIT_REACH:]):
            found.is_junk(row, "image-alt")
