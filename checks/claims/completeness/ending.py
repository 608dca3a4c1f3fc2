"""How the last line of an article looks to the model of endings."""

from __future__ import annotations

import math

from checks.claims.completeness.stops import HANGING, has_stop, is_dense
from checks.claims.completeness.tail import Tail
from checks.claims.completeness.vocabulary import vocabulary
from checks.model import Document
from checks.patterns import lazily

_LAST_WORD = lazily(r"[^\W\d_]+(?:[-'’.][^\W\d_]+)*$")
_ADDRESS = lazily(r"(?:www\.|https?:|@|©|ⓒ|\w\.(?:com|org|net|co|de|fr|it|jp|kr|br|uk|ru)\b)")
_ADDRESS_MARKS = ".:@©ⓒ"
_INNER_STOP = lazily(r"[.!?]['\"”’»)]{0,2} +\S|[。！？।۔؟]\S")
_LABEL = lazily(r"^[^\W\d][^:：]{1,24}[:：]\s?\S")
LONGEST_CREDIT = 120
POWERS = frozenset(2**n for n in range(10, 21))
ROUND_CHARACTERS = frozenset(
    (1000, 1024, 2000, 2048, 4000, 4096, 5000, 8192, 10000, 16384, 20000, 32767, 32768, 50000, 65535, 65536, 100000)
)
"""Sizes of buffers and database fields. Smaller ones come about by chance too often."""

FEATURES = (
    "bias", "short line", "log line", "inner stop", "comma", "lower end", "capital end", "digit end", "hanging end", "dangling word",
    "word unknown", "word is beginning", "all capitals words", "few words", "running text", "line before stops",
    "line before short", "address", "label", "open quotation", "bracket end", "space at end", "round size", "log size", "spaced",
    "like line before", "long fragment", "lower end in running text",
)  # fmt: skip


def is_round(document: Document) -> bool:
    """Whether the file has a size at which buffers and database fields end."""
    return len(document.raw) in POWERS or len(document.text) in ROUND_CHARACTERS


def features(document: Document, end: Tail, opened: bool) -> list[float]:
    """The numbers of a last line that has no stop, in the order of `FEATURES`."""
    text, before = end.text, end.before
    last = text[-1:]
    words = text.split()
    word = last_word(text)
    dense = is_dense(text[-8:])
    length = len(text) * (2.5 if dense else 1.0)
    stops = [has_stop(line) for line in before if line]
    previous = before[-1] if before else ""
    letters = [w for w in words if w[0].isalpha()]
    unknown, beginning = (0.0, 0.0) if dense else occurrence(document.text, word, end.span.end)
    return [
        1.0,
        1.0 if length < 40 else 0.0,
        math.log(1 + min(length, 150)),
        1.0 if _INNER_STOP.search(text) else 0.0,
        1.0 if any(c in text for c in ",，、،") else 0.0,
        1.0 if word and word[0].islower() and last.isalpha() else 0.0,
        1.0 if word and word[0].isupper() and last.isalpha() else 0.0,
        1.0 if last.isdigit() else 0.0,
        1.0 if last in HANGING else 0.0,
        1.0 if is_dangling(word, text, dense) else 0.0,
        unknown,
        beginning,
        1.0 if letters and all(w[0].isupper() for w in letters) else 0.0,
        1.0 if not dense and len(words) <= 4 else 0.0,
        sum(stops) / len(stops) if stops else 0.5,
        1.0 if stops and stops[-1] else 0.0,
        1.0 if previous and len(previous) * (2.5 if dense else 1.0) < 50 else 0.0,
        float(is_address(text)),
        float(is_label(text)),
        1.0 if opened else 0.0,
        1.0 if last in "]】)）>" else 0.0,
        1.0 if document.text[-1:] in " \u00a0\u3000" else 0.0,
        1.0 if is_round(document) else 0.0,
        math.log(1 + min(end.size, 4000)),
        0.0 if dense else 1.0,
        _likeness(text, previous),
        min(1.0, _fragment(text) / (60 if dense else 120)),
        1.0 if stops and stops[-1] and word and word[0].islower() and last.isalpha() else 0.0,
    ]


def last_word(text: str) -> str:
    """The word that ends a text, or nothing."""
    token = text[-60:].rpartition(" ")[2]
    if token.isalpha():
        return token
    found = _LAST_WORD.search(token)
    return found.group() if found else ""


def is_address(text: str) -> bool:
    """Whether a line ends like an address or a notice of rights."""
    end = text[-60:]
    return any(mark in end for mark in _ADDRESS_MARKS) and bool(_ADDRESS.search(end))


def is_label(text: str) -> bool:
    """Whether a line is built like `name: value`."""
    begin = text[:30]
    return (":" in begin or "：" in begin) and bool(_LABEL.search(text[:60]))


def is_credit(text: str) -> bool:
    """Whether a line says who made the article, its pictures, or what it was drawn from."""
    if len(text) >= LONGEST_CREDIT:
        return False
    begin = text[:40].casefold()
    return begin.startswith(vocabulary().credits.get(begin[:1], ()))


def _fragment(text: str) -> int:
    """Characters after the last stop inside a line."""
    stops = [found.end() for found in _INNER_STOP.finditer(text[-400:])]
    return len(text[-400:]) - stops[-1] if stops else len(text)


def is_dangling(word: str, text: str, dense: bool) -> bool:
    """Whether a line ends in a word that no sentence can end in."""
    known = vocabulary()
    if dense:
        return text.endswith(known.dangling_suffixes)
    return bool(word) and not word[0].isupper() and word.casefold() in known.dangling


def occurrence(text: str, word: str, end: int) -> tuple[float, float]:
    """Whether a last word stands nowhere else, and whether it stands only as the beginning of others."""
    if not word:
        return 0.0, 0.0
    whole = longer = 0
    at = text.find(word)
    while at >= 0 and whole + longer < 6:
        if at + len(word) < end and not text[at - 1 : at].isalpha():
            after = text[at + len(word) : at + len(word) + 1]
            if after.isalpha():
                longer += 1
            else:
                whole += 1
        at = text.find(word, at + len(word))
    return float(whole == 0), float(whole == 0 and longer > 0)


def _likeness(text: str, previous: str) -> float:
    """Whether a line is built like the one before it: a list, a table."""
    if not previous or has_stop(previous):
        return 0.0
    ratio = len(text) / max(1, len(previous))
    return 1.0 if 0.4 < ratio < 2.5 else 0.0
