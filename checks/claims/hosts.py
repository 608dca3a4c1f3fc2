"""The hosts that a page prints, in addresses or alone, which tell whose page it is."""

from __future__ import annotations

from functools import cache, lru_cache

import msgspec
import numpy as np

from checks.claims.scripts import DIGIT, NO_SCRIPT, kinds_of
from checks.claims.urls import stem
from checks.lexicon import every
from checks.patterns import lazily

DOMAIN = lazily(r"[\w-]{2,40}(?:\.[\w-]{2,20}){1,2}")
"""A name that is a domain."""
_LABELS = lazily(r"[\w-]{1,63}(?:\.[\w-]{1,63}){0,3}")
"""One to four labels, forwards or backwards."""
_DOT = 46
_BESIDE = np.array([[-1], [1], [2]])
_LONGEST = 130
"""Characters before a dot that are looked at."""
_MOST = 60
"""Dots within words that are looked at."""


class Host(msgspec.Struct, frozen=True):
    """A host as printed, without `www.`: where it stands, the bare name in its domain, and in what it stands."""

    name: str
    start: int
    end: int
    owner: str
    """The letters and digits of the name inside its domain, case-folded: `www.the-example.co.uk` -> `theexample`."""
    how: str
    """mail, web (after `www.` or `//`) or plain"""


@cache
def host_words(key: str) -> frozenset[str]:
    """The words of a key.

    `desks`: what mail addresses of offices end in before their `@`; `hosts-elsewhere`: hosts that all publishers link to;
    `no-agencies`: what stands in brackets behind a place and is none.
    """
    return every("outlets", key)


def bare(name: str) -> str:
    """A name's letters and digits, case-folded."""
    return "".join(filter(str.isalnum, name.casefold()))


def hosts_of(text: str, codes: np.ndarray) -> list[Host]:
    """The hosts on a page, without those that all publishers link to; `codes` are the code points of its text."""
    dots = 1 + (codes[1:-2] == _DOT).nonzero()[0]
    before, after, next_but_one = kinds_of(codes.take(dots + _BESIDE))
    # the last label of a host has two letters or more
    inner = dots[(before != NO_SCRIPT) & (after != NO_SCRIPT) & (after != DIGIT) & (next_but_one != NO_SCRIPT)]
    found: list[Host] = []
    beyond = 0
    for at in inner[:_MOST].tolist():
        if at < beyond:
            continue
        label = _LABELS.match(text[max(beyond, at - _LONGEST) : at][::-1])
        rest = _LABELS.match(text, at + 1)
        if label is None or rest is None:
            continue
        beyond = rest.end()
        one = _host(text, at - label.end(), rest.end()) if text[beyond : beyond + 1] != "@" else None
        if one is not None:
            found.append(one)
    return found


def _host(text: str, start: int, end: int) -> Host | None:
    """The host between two offsets; None where what stands there is none, or one that all publishers link to."""
    before = text[max(0, start - 2) : start]
    if before.endswith("@") and not before[0].isalnum() and before[0] not in "._-":
        return None  # the name of an account
    how = "mail" if before.endswith("@") else "web" if before == "//" else "plain"
    if text[start : start + 4].lower() == "www.":
        start, how = start + 4, "web" if how == "plain" else how
    name = text[start:end]
    own = _owner(name, known=how != "plain")
    return Host(name, start, end, own, how) if own else None


@lru_cache(maxsize=4096)
def _owner(name: str, *, known: bool) -> str:
    """The letters of the name in a host's domain; empty where it is no host, or one that all publishers link to.

    `known` tells that it stands in an address; else its last label must be one of those that hosts end in.
    """
    last = name.rpartition(".")[2]
    if "." not in name or len(last) < 2 or not last.isalpha() or not (last.islower() or last.isupper()):
        return ""
    if not known and len(last) > 2 and last.lower() not in host_words("endings"):
        return ""
    own = stem(name)
    return "" if own in host_words("hosts-elsewhere") else bare(own)
