"""Cuts made on purpose: what the models of endings are fitted on and measured by is what it says it is."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

ABOVE = ["Eastmoor Courier", "Home | News | Sport", ""]
BELOW = ["", "Share this article", "Most read", *(f"Headline number {n} of the harbour news" for n in range(30)), "Contact"]
PARAGRAPH = (
    "The ferry left the pier at nine and came back with {} baskets of apples. The captain said that the wind had been kind all day. "
    "Nobody on board could remember a harvest like it."
)
ARTICLE = [PARAGRAPH.format(number) for number in range(20, 60)]
PROMPT = "Subscribe to read the rest of this story."


def loaded(name: str) -> ModuleType:
    """A module of `tools`, which is no package."""
    if name in sys.modules:
        return sys.modules[name]
    spec = importlib.util.spec_from_file_location(name, Path(__file__).parents[1] / "tools" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


cuts = loaded("cuts")


def page() -> dict[str, Any]:
    """A page with a labelled article."""
    lines = [*ABOVE, *ARTICLE, *BELOW]
    labels = ["junk"] * len(ABOVE) + ["body"] * len(ARTICLE) + ["junk"] * len(BELOW)
    kinds = ["text" if label == "body" else "outside" for label in labels]
    named = {"doc_id": "x", "flattener": "bs4", "lang": "en", "domain": "eastmoor.example", "dataset": "own"}
    return {"text": "\n".join(lines), "line_labels": labels, "line_kinds": kinds, **named}


@pytest.mark.parametrize("kind", cuts.KINDS)
def test_every_kind_of_cut_keeps_the_furniture_and_loses_some_of_the_article(kind: str) -> None:
    """Above and below; only a file that ends at the cut has nothing below. The same page gives the same cut."""
    made = cuts.cut_page(page(), kind, asked={"en": [PROMPT]})
    assert made == cuts.cut_page(page(), kind, asked={"en": [PROMPT]})
    lines = made.text.split("\n")
    assert lines[: len(ABOVE)] == ABOVE
    assert (lines[-len(BELOW) :] == BELOW) is (kind != "file_end")
    kept = "\n".join(lines[len(ABOVE) : None if kind == "file_end" else -len(BELOW)])
    assert len(kept) < sum(map(len, ARTICLE))


@pytest.mark.parametrize("kind", ["mid_word", "mid_sentence", "sentence_boundary", "bytes_1024", "file_end"])
def test_a_cut_article_is_a_beginning_of_the_whole_one(kind: str) -> None:
    """It ends in the line that is named, inside a word, between two words, or after a sentence."""
    made = cuts.cut_page(page(), kind)
    lines = made.text.split("\n")
    kept = lines[len(ABOVE) : made.line + 1]
    whole = "\n".join(ARTICLE)
    assert whole.startswith("\n".join(kept))
    after = whole[len("\n".join(kept)) :]
    last = kept[-1][-1]
    assert {
        "mid_word": last.isalpha() and after[0].isalpha(),
        "file_end": last.isalpha() and after[0].isalpha(),
        "mid_sentence": last.isalnum() and after[0] == " ",
        "sentence_boundary": last == "." and after[:1] == " ",
        "bytes_1024": len("\n".join(kept)) == 1024,
    }[kind]


def test_a_cropped_page_has_little_furniture_and_the_cut_where_it_says() -> None:
    """The line of the cut is the same text."""
    whole = page()
    made = cuts.cut_page(whole, "mid_word")
    text, line = cuts.cropped(whole, made.text, made.line, "mid_word")
    lines = text.split("\n")
    assert lines[line] == made.text.split("\n")[made.line]
    assert len(lines) - line - 1 <= cuts.BELOW[1]
    assert text in made.text


def test_short_pages_are_not_cut() -> None:
    """There would be nothing left."""
    short = {**page(), "text": "\n".join([*ABOVE, *("A line." for _ in ARTICLE), *BELOW])}
    assert [kind for kind in cuts.KINDS if cuts.cut_page(short, kind, asked={"en": [PROMPT]}) is not None] == []
