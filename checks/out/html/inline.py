"""The text of an article with the fewest tags, for files that change between article and leftovers a thousand times."""

from __future__ import annotations

import re

_PLAIN = re.compile("(<p>|<p class=junk>)")
_BLOCK = re.compile("<(?:p |/?d)")
"""What begins or ends an element that no paragraph holds."""


def inlined(html: str) -> str:
    """Paragraphs of text joined into one, with leftovers that hold no marks as `s` inside it: two short tags for two long ones."""
    before, *parts = _PLAIN.split(html)
    out, flowing = [before], False
    for tag, text in zip(parts[::2], parts[1::2], strict=True):
        if flowing and tag == "<p>":
            out.append(f"\n{text}")
        elif flowing and "<" not in text:
            out.append(f"\n<s>{text}</s>")
        else:
            out.append(tag + text)
            flowing = tag == "<p>"
        flowing = flowing and not _BLOCK.search(text)
    return "".join(out)
