"""The words of the pages, in every language."""

from __future__ import annotations

import re
import tomllib

import pytest

from checks.out.html import article_page, delivery_page, index_page, row, rule_book
from checks.out.html.words import LANGUAGES, _flattened, words
from checks.rules import RULES
from checks.rules.company import COMPANY
from tests.conftest import ROOT
from tests.pages import made
from tests.pages.browsing import FOUND


def test_every_catalogue_has_the_phrases_and_the_blanks_of_the_english_one() -> None:
    tables = {
        language: _flattened(tomllib.loads((ROOT / f"checks/out/words/{language}.toml").read_text("utf-8"))) for language in LANGUAGES
    }
    for language, table in tables.items():
        missing = {key for key in tables["en"] if key not in table and not key.endswith(".one")}
        assert not missing, f"{language} lacks {sorted(missing)}"
        assert not set(table) - set(tables["en"]), f"{language} has more than English"
        for key, phrase in table.items():
            blanks = set(re.findall(r"\{(\w+)\}", str(phrase)))
            assert blanks == set(re.findall(r"\{(\w+)\}", str(tables["en"][key]))) or (
                key.endswith(".one") and blanks <= {"all", "failed", "what"}
            ), f"{language}: {key}"
        assert len(table["date.months"]) == 12


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_are_made_in_every_language_of_the_interface(language: str) -> None:
    reports = made.delivery()
    rows = [row(one.statement) for one in reports]
    assert f"<html lang={language}>" in index_page(rows, rules=made.RULES, language=language)
    assert delivery_page(FOUND, rows, rules=[*made.RULES, *COMPANY], language=language)
    page = article_page(reports[0].statement, reports[0].document, rules=made.RULES, language=language)
    assert words(language)("article.provenance") in page


def test_every_rule_has_an_editors_title_explanation_and_advice() -> None:
    for one in rule_book([*RULES, *COMPANY]).values():
        assert one.title.endswith((".", "!")), one.code
        assert one.explanation, one.code
        assert one.advice, one.code


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_thing_is_counted_in_the_language_of_the_page(language: str) -> None:
    own = _flattened(tomllib.loads((ROOT / f"checks/out/words/{language}.toml").read_text("utf-8")))
    counted = [key.removesuffix(".other") for key in own if key.endswith(".other")]
    assert counted
    for key in counted:
        known = words(language).section(key)
        assert known.get("one", known["other"]) == own.get(f"{key}.one", own[f"{key}.other"]), f"{language}: {key}"


def test_no_sign_of_the_docstrings_stands_on_a_page() -> None:
    for one in rule_book([*RULES, *COMPANY]).values():
        assert "`" not in "".join((one.title, *one.explanation, one.advice)), one.code
