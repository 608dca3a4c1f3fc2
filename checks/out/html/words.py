"""The words of the pages in the reader's language, from one TOML file each."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from functools import lru_cache
from importlib.resources import files
from typing import Any

LANGUAGES = ("en", "vi", "zh", "de")
FALLBACK = "en"


class Words:
    """A catalogue of phrases by dotted key. What a language lacks is given in English."""

    def __init__(self, language: str, tables: tuple[dict[str, Any], ...]) -> None:
        self.language = language
        self._flat: dict[str, Any] = {}
        self._sections: dict[str, dict[str, str]] = {}
        for table in reversed(tables):
            own = _flattened(table)
            for key in own:  # a language without a form for one thing says it as of many, and not in another language
                if key.endswith(".other"):
                    self._flat.pop(key.removesuffix("other") + "one", None)
            self._flat.update(own)

    def __call__(self, key: str, **values: object) -> str:
        """The phrase of a key, its braces filled."""
        phrase: str = self._flat[key]
        return phrase.format_map(values) if values else phrase

    def has(self, key: str) -> bool:
        """Whether there is such a phrase."""
        return key in self._flat

    def count(self, key: str, n: int, **values: object) -> str:
        """The phrase of a key that fits a number."""
        form = "one" if n == 1 and f"{key}.one" in self._flat else "other"
        return self(f"{key}.{form}", n=f"{n:,}", **values)

    def listed(self, items: Iterable[str]) -> str:
        """Items in a sentence: a, b and c."""
        given = list(items)
        return self("page.listed").join(given[:-1]) + self("page.last") + given[-1] if len(given) > 1 else "".join(given)

    def date(self, iso: str) -> str:
        """An ISO date or time to the precision it has, in words."""
        day, _, time = iso.partition("T")
        parts = day.split("-")
        try:
            year, month, date = (int(part) for part in [*parts, "0", "0"][:3])
            name = self._flat["date.months"][month - 1] if month else ""
        except (ValueError, IndexError):
            return iso
        if not name:
            return parts[0]
        said = self("date.day" if date else "date.month_only", year=year, month=name, day=date)
        return f"{said}, {time}" if time else said

    def tongue(self, code: str) -> str:
        """The name of a language by its BCP 47 code, or the code."""
        primary = code.partition("-")[0]
        name: str = self._flat.get(f"tongue.{code}") or self._flat.get(f"tongue.{primary}") or code
        return name

    def section(self, name: str) -> dict[str, str]:
        """All phrases under a name, by the rest of their keys."""
        if name not in self._sections:
            lead = name + "."
            self._sections[name] = {key[len(lead) :]: value for key, value in self._flat.items() if key.startswith(lead)}
        return self._sections[name]


def _flattened(table: dict[str, Any], lead: str = "") -> dict[str, Any]:
    flat: dict[str, Any] = {}
    for key, value in table.items():
        if isinstance(value, dict):
            flat.update(_flattened(value, f"{lead}{key}."))
        else:
            flat[lead + key] = value
    return flat


@lru_cache
def words(language: str) -> Words:
    """The catalogue of a language.

    Raises:
        ValueError: there is none for it.

    """
    if language not in LANGUAGES:
        message = f"the pages are not written in {language!r}: choose one of {', '.join(LANGUAGES)}"
        raise ValueError(message)
    names = (language, FALLBACK) if language != FALLBACK else (FALLBACK,)
    folder = files("checks.out.words")
    return Words(language, tuple(tomllib.loads((folder / f"{name}.toml").read_text("utf-8")) for name in names))
