"""The words copydesk knows, by subject and language.

`checks/lexicon/<subject>/<language>.toml` holds lists of phrases by key and is written by hand. `compiled.json` is all of
them as the program asks for them, made by `python -m checks.lexicon` (see `sources.py`): a subject is decoded when its
first word is asked for, and what is never asked by language or by capital is kept without.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import msgspec

COMPILED = Path(__file__).with_name("compiled.json")

Words = dict[str, dict[str, tuple[str, ...]]]
"""Language -> key -> phrases."""

Joined = dict[str, dict[str, str]]
"""Language -> key -> phrases, a line each: a tenth of the time that as many separate strings take to read."""


@cache
def _subjects() -> dict[str, msgspec.Raw]:
    return msgspec.json.decode(COMPILED.read_bytes(), type=dict[str, msgspec.Raw])


@cache
def _joined(subject: str) -> Joined:
    return msgspec.json.decode(_subjects()[subject], type=Joined)


@cache
def words(subject: str) -> Words:
    """Language -> key -> phrases of one subject; one language, `mul`, where `sources.MERGED` says so.

    Raises:
        KeyError: there is no such subject.

    """
    return {language: {key: tuple(text.split("\n")) for key, text in keys.items()} for language, keys in _joined(subject).items()}


@cache
def every(subject: str, key: str) -> frozenset[str]:
    """The phrases of a key in all languages."""
    return frozenset().union(*(keys[key].split("\n") for keys in _joined(subject).values() if key in keys))


def phrases(key: str) -> frozenset[str]:
    """The attribution words of a key in all languages, case-folded; those of languages nobody reviewed are left out."""
    return every("attribution", key)


@cache
def of_pages(*keys: str) -> frozenset[str]:
    """The navigation words of some keys in all languages, case-folded."""
    return frozenset().union(*(every("navigation", key) for key in keys))


def given_names() -> frozenset[str]:
    """Given names of many languages, case-folded; for Vietnamese the family names, which stand first."""
    return every("names", "given")
