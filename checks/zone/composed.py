"""Composition: labelled pages made harder, to train on, in the three ways that the line model errs most.

Paragraphs are broken where links stood, a stretch of the article becomes a list or a table, and headlines and first sentences of
other articles are set below the text or beside it. The lines put in get the labels of what they were made from.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

from checks.patterns import lazily
from checks.zone.altered import altered

Page = dict[str, Any]
Line = tuple[str, str, str]
"""Text, label and kind."""

_WAYS = ("links", "list", "teasers", "teasers", "all")
_ALTERED = 0.25
_PARAGRAPH, _LIST_LINE, _SENTENCE = 60, 40, 50
_SENTENCES = lazily(r"(?<=[.!?。！？;:])\s*")
_MARKS = ("", "• ", "* ", "- ", "  • ", "1. ")
_CELLS = ("{}", "{}%", "{}:1", "{}00", "0:{}")
_MOST_ITEMS = 40


def composed(page: Page, others: list[Page], chance: random.Random) -> Page | None:
    """A page made harder; None if it holds too little for that. `others` are pages of its language."""
    way = chance.choice(_WAYS)
    lines: list[Line] = list(zip(page["text"].split("\n"), page["line_labels"], page["line_kinds"], strict=True))
    if way in ("links", "all"):
        lines = _broken_at_links(lines, chance)
    if way in ("list", "all"):
        lines = _with_list(lines, chance)
    if way in ("teasers", "all"):
        lines = _with_teasers(lines, others, chance)
    if len(lines) == len(page["line_labels"]):
        return None
    texts, labels, kinds = zip(*lines, strict=True)
    made = {**page, "text": "\n".join(texts), "line_labels": list(labels), "line_kinds": list(kinds)}
    return altered(made, chance) if chance.random() < _ALTERED else made


def _words(text: str) -> tuple[list[str], str]:
    """The words of a line and what stands between them; the letters where a script has no spaces."""
    return (text.split(" "), " ") if " " in text[:_LIST_LINE] else (list(text), "")


def _margin(text: str) -> str:
    return text[: len(text) - len(text.lstrip())]


def _broken_at_links(lines: list[Line], chance: random.Random) -> list[Line]:
    """Paragraphs in pieces: a few words now and then have a line of their own, as tools do that break lines at every tag."""
    share = chance.choice((0.2, 0.5, 0.8))
    out: list[Line] = []
    for text, label, kind in lines:
        if label == "body" and kind in ("text", "lead") and len(text.strip()) > _PARAGRAPH and chance.random() < share:
            words, between = _words(text.strip())
            pieces = (between.join(piece) for piece in _pieces(words, 1 if between else 2, chance))
            out.extend((_margin(text) + piece, label, kind) for piece in pieces if piece.strip())
        else:
            out.append((text, label, kind))
    return out


def _pieces(words: list[str], wide: int, chance: random.Random) -> Iterator[list[str]]:
    at = 0
    while at < len(words):
        for size in (chance.randint(4, 40), chance.randint(1, 4) * wide):
            yield words[at : at + size]
            at += size


def _with_list(lines: list[Line], chance: random.Random) -> list[Line]:
    """A stretch of the article as a list of sentences or phrases, or as the cells of a table, one a line."""
    text = [n for n, (said, label, kind) in enumerate(lines) if label == "body" and kind == "text" and len(said.strip()) > _LIST_LINE]
    if len(text) < 4:
        return lines
    begin = chance.randrange(len(text) - 1)
    chosen = set(text[begin : begin + chance.randint(1, 6)])
    mark, blank, way = chance.choice(_MARKS), chance.random() < 0.3, chance.choice(("sentences", "phrases", "cells"))
    out: list[Line] = []
    for n, (said, label, kind) in enumerate(lines):
        if n not in chosen:
            out.append((said, label, kind))
            continue
        margin = _margin(said) + " " * chance.randint(0, 4)
        for place, item in enumerate(_items(said.strip(), way, chance), 1):
            out.append((f"{margin}{f'{place}. ' if mark == '1. ' else mark}{item}", label, kind))
            if blank:
                out.append(("", "blank", "blank"))
    return out


def _items(text: str, way: str, chance: random.Random) -> list[str]:
    if way == "sentences":
        return [item for item in _SENTENCES.split(text) if item.strip()]
    words, between = _words(text)
    if not between:
        words = ["".join(words[at : at + 4]) for at in range(0, len(words), 4)]
    out: list[str] = []
    at = 0
    while at < len(words) and len(out) < _MOST_ITEMS:
        size = chance.randint(1, 3) if way == "cells" else chance.randint(3, 10)
        out.append(" ".join(words[at : at + size]).strip(".,;:"))
        at += size
    if way == "cells":
        out = [item if chance.random() < 0.6 else chance.choice(_CELLS).format(chance.randint(0, 99)) for item in out]
    return [item for item in out if item.strip()]


def _with_teasers(lines: list[Line], others: list[Page], chance: random.Random) -> list[Line]:
    """Other articles, by headline or first sentence or both, among the furniture below the text or above it."""
    body = [n for n, (_, label, _) in enumerate(lines) if label == "body"]
    if not body or len(others) < 2:
        return lines
    form = chance.choice(("title", "title lead", "lead", "title date"))
    margin, mark = " " * chance.choice((0, 0, 2, 4, 8)), chance.choice(("", "", "• ", "  * "))
    block: list[str] = []
    for other in chance.sample(others, min(chance.randint(2, 8), len(others))):
        title, lead = _opening(other)
        if "title" in form and title:
            block.append(margin + mark + title[:300])
        if "lead" in form and lead:
            cut = lead[: chance.randint(80, 200)] + chance.choice(("…", "...", " ..."))
            block.append(margin + (lead if chance.random() < 0.5 else cut))
        if "date" in form:
            day, month = chance.randint(1, 28), chance.randint(1, 12)
            block.append(margin + chance.choice((f"{day}.{month}.2024", f"{day}/{month}/2023", f"{day}", f"{month}:{day + 10}")))
        if chance.random() < 0.3:
            block.append("")
    below = [n for n, (_, label, _) in enumerate(lines) if label == "junk" and n > body[-1]]
    above = [n for n, (_, label, _) in enumerate(lines) if label == "junk" and n < body[0]]
    at = chance.choice(below) + 1 if below and chance.random() < 0.85 else chance.choice(above) if above else len(lines)
    return lines[:at] + [(said, "junk", "outside") if said else ("", "blank", "blank") for said in block] + lines[at:]


def _opening(page: Page) -> tuple[str, str]:
    """The headline of a page and the first of its long paragraphs; empty where there is none."""
    texts = map(str.strip, page["text"].split("\n"))
    lines = list(zip(texts, page["line_labels"], page["line_kinds"], strict=True))
    title = next((text for text, _, kind in lines if kind == "title"), "")
    lead = next((text for text, label, kind in lines if label == "body" and kind in ("lead", "text") and len(text) > _SENTENCE), "")
    return title, lead
