"""The text of an article with the fewest tags, for files that change between article and leftovers a thousand times."""

from __future__ import annotations

from checks.patterns import lazily

_PLAIN = lazily("(<p>|<p class=junk>)")
_BLOCK = lazily("<(?:p |/?d)")
"""What begins or ends an element that no paragraph holds."""
FEW = 6
"""Fewer stretches than this in a row have tags of their own: an element around them would cost more."""


def inlined(html: str) -> str:
    """Paragraphs of one kind joined; many that change between article and leftovers in one element, whose even paragraphs are leftovers.

    A change costs three bytes then, and takes away a line end.
    """
    before, *parts = _PLAIN.split(html)
    out, turns = [before], list[str]()
    for tag, text in zip(parts[::2], parts[1::2], strict=True):
        junk = tag != "<p>"
        if junk and not turns:
            out.append(tag + text)
            continue
        block = _BLOCK.search(text)
        within, beyond = (text[: block.start()], text[block.start() :]) if block else (text, "")
        if junk is (len(turns) % 2 == 0) and turns:
            turns[-1] += f"\n{within}"
        else:
            turns.append(within)
        if block:
            out += (_told(turns), beyond)
            turns = []
    return "".join(out) + _told(turns)


def _told(turns: list[str]) -> str:
    """Stretches that are article and leftovers in turn, the first of them article."""
    if len(turns) >= FEW:
        return f"<div class=t><p>{'<p>'.join(turns)}</div>"
    return "".join(f"<p class=junk>{text}" if n % 2 else f"<p>{text}" for n, text in enumerate(turns))
