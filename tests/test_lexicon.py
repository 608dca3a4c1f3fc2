"""The word files, and the tables that are made of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from checks.claims.dates import names
from checks.claims.dates.tables import compile_tables
from checks.lexicon import COMPILED, every, of_pages, phrases, words
from checks.lexicon.sources import LexiconError, compile_sources, read_sources


def test_the_compiled_tables_are_what_the_word_files_say() -> None:
    assert COMPILED.read_bytes() == compile_sources(), "run `nox -s accept`"
    assert names.COMPILED.read_bytes() == compile_tables(), "run `nox -s accept`"


def test_every_phrase_of_the_word_files_is_found_again() -> None:
    """By language where languages are kept apart, in all languages at once where they are one; none more and none fewer."""
    sources = read_sources()
    for subject in ("completeness", "dates", "language"):
        assert words(subject) == sources[subject]
    for key in ("section-nav", "caption-start"):
        assert of_pages(key) == {phrase.casefold() for keys in sources["navigation"].values() for phrase in keys.get(key, ())}
    assert every("outlets", "agencies") == {phrase for keys in sources["outlets"].values() for phrase in keys.get("agencies", ())}


def write(root: Path, text: str) -> Path:
    (root / "attribution").mkdir()
    (root / "attribution" / "xx.toml").write_text(text, "utf-8")
    return root


def test_words_that_nobody_reviewed_are_not_compiled(tmp_path: Path) -> None:
    compiled = compile_sources(write(tmp_path, 'unsure = ["photo"]\nphoto = ["Foto"]\nby = ["Von"]\n')).decode()
    assert ("von" in compiled, "oto" in compiled) == (True, False)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ('by = ["von", "von"]', "attribution/xx.toml: by: 'von' stands twice"),
        ('by = [" von"]', "attribution/xx.toml: by: ' von' has white space at an end or is empty"),
        ('by = ["von\\nund"]', "attribution/xx.toml: by: 'von\\nund' has two lines"),
        ("by = []", "attribution/xx.toml: by: a list of phrases is expected here"),
        ("by = 3", "attribution/xx.toml: by: a list of phrases is expected here"),
        ("by =", "attribution/xx.toml: "),
    ],
)
def test_a_mistake_in_a_word_file_is_told_with_file_and_key(tmp_path: Path, text: str, fault: str) -> None:
    with pytest.raises(LexiconError) as told:
        read_sources(write(tmp_path, text))
    assert str(told.value).startswith(fault)


def test_a_key_that_no_language_has_is_no_phrase() -> None:
    assert phrases("no such key") == frozenset()
    with pytest.raises(KeyError):
        every("no such subject", "by")
