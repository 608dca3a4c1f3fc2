"""The hosts of the addresses that a page prints, which tell whose page it is."""

from __future__ import annotations

import re
from functools import cache

from checks.claims.urls import stem
from checks.lexicon import words

_HOST = re.compile(r"[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")


@cache
def host_words(key: str) -> frozenset[str]:
    """`desks`: what mail addresses of offices end in before their `@`; `hosts-elsewhere`: hosts that all publishers link to."""
    return frozenset(word for keys in words("outlets").values() for word in keys.get(key, ()))


def addressed(text: str) -> list[tuple[str, int, int]]:
    """The hosts of addresses on the page, web and mail, without those that all publishers link to, with their offsets."""
    found = []
    for mark in ("@", "www.", "://"):
        at = text.find(mark)
        for _ in range(40):
            if at < 0:
                break
            begin = at + len(mark)
            mail = mark == "@"
            if mail and not (at and text[at - 1].isalnum()):
                at = text.find(mark, begin)
                continue
            match = _HOST.match(text, begin + 4 if text.startswith("www.", begin) else begin)
            if match and stem(match[0]) not in host_words("hosts-elsewhere") and match[0][-1].isalpha():
                found.append((match[0], match.start(), match.end()))
            at = text.find(mark, begin)
    return found
