"""What the pages print of rules, taken out of their docstrings once."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from typing import Protocol

import msgspec

from checks.patterns import lazily

_CODE = lazily("`([^`\n]{1,80})`")


class Told(Protocol):
    """Anything that has the words of a rule: of one article, of a delivery, of the desk."""

    @property
    def code(self) -> str:
        """Stable, never reused."""

    @property
    def title(self) -> str:
        """One sentence: what happened."""

    @property
    def explanation(self) -> str:
        """Why it matters, in paragraphs."""

    @property
    def advice(self) -> str:
        """What an editor does about it."""


class RuleWords(msgspec.Struct, frozen=True):
    """A rule in an editor's words."""

    code: str
    title: str
    explanation: tuple[str, ...]
    """Paragraphs."""
    advice: str


RuleBook = Mapping[str, RuleWords]
Rules = Iterable[Told] | RuleBook


def rule_book(rules: Rules) -> RuleBook:
    """The words of rules by their code; a book is given back as it is. Who makes many pages makes it once."""
    if isinstance(rules, Mapping):
        return rules
    return {one.code: RuleWords(one.code, opened(one.title), _paragraphs(one.explanation), _plain(opened(one.advice))) for one in rules}


def book_digest(book: RuleBook, codes: Iterable[str]) -> str:
    """Digest of what the pages print of some rules."""
    return hashlib.sha256(repr([book.get(code) for code in sorted(codes)]).encode()).hexdigest()


def opened(text: str) -> str:
    """A sentence with a capital at its beginning."""
    return text[:1].upper() + text[1:]


def _paragraphs(text: str) -> tuple[str, ...]:
    return tuple(_plain(" ".join(part.split())) for part in text.split("\n\n") if part.strip())


def _plain(text: str) -> str:
    """Words as a page prints them: what is code in a docstring stands in quotation marks."""
    return _CODE.sub("“\\1”", text)
