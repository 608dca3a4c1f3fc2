"""The words copydesk knows, by subject and language.

`checks/lexicon/<subject>/<language>.toml` holds lists of phrases by key and is written by hand; `compiled.json` is all of
them in one quickly read file, made by `python -m checks.lexicon` and compared with a fresh one by a test.
"""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

import msgspec

HERE = Path(__file__).parent
COMPILED = HERE / "compiled.json"

Words = dict[str, dict[str, tuple[str, ...]]]
"""Language -> key -> phrases."""


class LexiconError(ValueError):
    """Something in a word file that cannot stand; the text names file and key."""


def read_sources(root: Path = HERE) -> dict[str, Words]:
    """Subject -> language -> key -> phrases, from the TOML files. Every mistake is told at once.

    Raises:
        LexiconError: a file is no TOML, a key holds no list of phrases, or a phrase is empty or stands twice.

    """
    found: dict[str, Words] = {}
    wrong: list[str] = []
    for path in sorted(root.glob("*/*.toml")):
        name = path.relative_to(root).as_posix()
        try:
            tables = tomllib.loads(path.read_text("utf-8"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            wrong.append(f"{name}: {error}")
            continue
        for key, phrases in tables.items():
            wrong.extend(f"{name}: {key}: {fault}" for fault in _faults(phrases))
        found.setdefault(path.parent.name, {})[path.stem] = {key: tuple(phrases) for key, phrases in tables.items()}
    if wrong:
        raise LexiconError("\n".join(wrong))
    return found


def _faults(phrases: object) -> list[str]:
    if not isinstance(phrases, list) or not all(isinstance(phrase, str) for phrase in phrases):
        return ["a list of phrases is expected here"]
    faults = [f"{phrase!r} has white space at an end or is empty" for phrase in phrases if phrase != phrase.strip() or not phrase]
    return faults + [f"{phrase!r} stands twice" for phrase in sorted({p for p in phrases if phrases.count(p) > 1})]


def compile_sources(root: Path = HERE) -> bytes:
    """The text of `compiled.json` as the word files now stand."""
    return msgspec.json.format(msgspec.json.encode(read_sources(root), order="sorted"), indent=0) + b"\n"


@cache
def _compiled() -> dict[str, Words]:
    return msgspec.json.decode(COMPILED.read_bytes(), type=dict[str, Words])


def words(subject: str) -> Words:
    """Language -> key -> phrases of one subject."""
    return _compiled().get(subject, {})


@cache
def phrases(key: str) -> frozenset[str]:
    """The attribution words of a key in all languages, case-folded; those of languages nobody reviewed are left out."""
    return frozenset(
        phrase.casefold() for keys in words("attribution").values() if key not in keys.get("unsure", ()) for phrase in keys.get(key, ())
    )


@cache
def of_pages(*keys: str) -> frozenset[str]:
    """The navigation words of some keys in all languages, case-folded."""
    return frozenset(phrase.casefold() for held in words("navigation").values() for key in keys for phrase in held.get(key, ()))


@cache
def given_names() -> frozenset[str]:
    """Given names of many languages, case-folded; for Vietnamese the family names, which stand first."""
    return frozenset(name.casefold() for keys in words("names").values() for name in keys.get("given", ()))
