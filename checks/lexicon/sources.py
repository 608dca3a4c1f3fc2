"""The word files, and what is made of them: `compiled.json`."""

from __future__ import annotations

import tomllib
from pathlib import Path

import msgspec

from checks.lexicon import Joined, Words

HERE = Path(__file__).parent
FOLDED = frozenset(["attribution", "names", "navigation"])
"""Subjects whose words are compared without regard to case."""
MERGED = frozenset(["attribution", "calendar", "navigation", "outlets"])
"""Subjects of which nobody asks in which language a word is: all their languages are one, `mul`."""


class LexiconError(ValueError):
    """Something in a word file that cannot stand; the text names file and key."""


def read_sources(root: Path = HERE) -> dict[str, Words]:
    """Subject -> language -> key -> phrases, from the TOML files. Every mistake is told at once.

    Raises:
        LexiconError: a file is no TOML, a key holds no list of phrases, or a phrase is empty, of two lines or stands twice.

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
        faults = [f"{name}: {key}: {fault}" for key, phrases in tables.items() for fault in _faults(phrases)]
        wrong += faults
        if not faults:
            found.setdefault(path.parent.name, {})[path.stem] = {key: tuple(phrases) for key, phrases in tables.items()}
    if wrong:
        raise LexiconError("\n".join(wrong))
    return found


def _faults(phrases: object) -> list[str]:
    if not isinstance(phrases, list) or not phrases or not all(isinstance(phrase, str) for phrase in phrases):
        return ["a list of phrases is expected here"]
    faults = [f"{phrase!r} has white space at an end or is empty" for phrase in phrases if phrase != phrase.strip() or not phrase]
    faults += [f"{phrase!r} has two lines" for phrase in phrases if "\n" in phrase]
    return faults + [f"{phrase!r} stands twice" for phrase in sorted({p for p in phrases if phrases.count(p) > 1})]


def compile_sources(root: Path = HERE) -> bytes:
    """The text of `compiled.json` as the word files now stand."""
    compiled = {subject: _compiled(subject, held) for subject, held in read_sources(root).items()}
    return msgspec.json.format(msgspec.json.encode(compiled, order="sorted"), indent=0) + b"\n"


def _compiled(subject: str, held: Words) -> Joined:
    if subject in FOLDED:
        held = {
            language: {key: tuple(phrase.casefold() for phrase in phrases) for key, phrases in keys.items()}
            for language, keys in held.items()
        }
    if subject in MERGED:
        held = {"mul": _merged(held)}
    return {language: {key: "\n".join(phrases) for key, phrases in keys.items()} for language, keys in held.items()}


def _merged(held: Words) -> dict[str, tuple[str, ...]]:
    """Key -> phrases of all languages but those in which the key is marked `unsure`, in the order of the alphabet."""
    found: dict[str, set[str]] = {}
    for keys in held.values():
        for key in keys.keys() - {"unsure", *keys.get("unsure", ())}:
            found.setdefault(key, set()).update(keys[key])
    return {key: tuple(sorted(phrases)) for key, phrases in found.items()}
