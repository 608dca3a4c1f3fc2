"""Alteration: labelled pages as other tools might have left them, to train on.

What is kept is a list of line numbers, so that the labels go with the lines.
"""

from __future__ import annotations

import random
from typing import Any

from checks.patterns import lazily

_WAYS = ("clean", "crop", "crop", "bare", "thin", "tight", "small", "small", "cut")
_BULLETS = lazily(r"^[\s*•+o-]{1,80}(?=\S)")
_BROKEN_OFF, _FEWEST_WORDS = 0.4, 4


def altered(page: dict[str, Any], chance: random.Random) -> dict[str, Any] | None:
    """A page cut to its article, cropped, thinned, broken off, or without blank lines or bullets; None without an article."""
    lines, labels, kinds = page["text"].split("\n"), page["line_labels"], page["line_kinds"]
    if "body" not in labels:
        return None
    way = chance.choice(_WAYS)
    keep = _kept(way, labels, kinds, chance)
    left = [lines[n] for n in keep]
    if way in ("small", "cut") and chance.random() < _BROKEN_OFF:
        end = max(place for place, n in enumerate(keep) if labels[n] == "body")
        words = left[end].split(" ")
        left[end] = " ".join(words[: max(_FEWEST_WORDS, int(len(words) * chance.random()))])
    if way == "bare" or chance.random() < 0.3:
        left = [_BULLETS.sub("", line) for line in left]
    parts = {"line_labels": [labels[n] for n in keep], "line_kinds": [kinds[n] for n in keep]}
    return {"text": "\n".join(left), "gold": page["gold"], **parts}


def _kept(way: str, labels: list[str], kinds: list[str], chance: random.Random) -> list[int]:
    body = [n for n, label in enumerate(labels) if label == "body"]
    first, last, everything = body[0], body[-1], range(len(labels))
    if way == "clean":
        return [n for n in everything if first <= n <= last and labels[n] in ("body", "blank")]
    if way == "crop":
        begin = chance.randint(0, first) if chance.random() < 0.7 else 0
        end = chance.randint(last + 1, len(labels)) if chance.random() < 0.8 else len(labels)
        return list(range(begin, end))
    if way == "thin":
        share = chance.choice([0.1, 0.3, 0.5])
        return [n for n in everything if labels[n] == "body" or chance.random() > share]
    if way == "tight":
        return [n for n in everything if labels[n] != "blank"]
    return _broken_off(labels, kinds, chance, small=way == "small") if way in ("small", "cut") else list(everything)


def _broken_off(labels: list[str], kinds: list[str], chance: random.Random, *, small: bool) -> list[int]:
    """The lines of a page whose article ends early; a small one keeps a few lines of what stands around it."""
    body = [n for n, label in enumerate(labels) if label == "body"]
    text = [n for n in body if kinds[n] not in ("title", "lead", "caption")] or body
    last = text[min(len(text) - 1, chance.randint(1, 8) if small else chance.randint(1, len(text)))]
    begin, after, end = 0, body[-1] + 1, len(labels)
    if small:
        begin = max(0, body[0] - chance.randint(0, 30))
        after = chance.randint(after, max(after, len(labels) - 10)) if chance.random() < 0.5 else after
        end = min(len(labels), after + chance.randint(0, 40))
    return [*range(begin, last + 1), *range(after, end)]
