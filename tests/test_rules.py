"""The rules' own examples are the conformance suite: bad ones are found where marked, good ones offend nothing."""

from __future__ import annotations

import importlib
import pkgutil
import tomllib
from pathlib import Path

import pytest

import checks.rules
from checks.model import Finding
from checks.out import words as wording
from checks.pipeline import Desk, check
from checks.rules import RULES
from checks.rules.examples import FRAME, PARAGRAPH, case
from checks.rules.origin.tongues import NAMES as TONGUES
from checks.rules.rule import Example, Rule

BAD = [pytest.param(rule, example, id=f"{rule.code}-bad-{n}") for rule in RULES for n, example in enumerate(rule.bad)]
GOOD = [pytest.param(rule, example, id=f"{rule.code}-good-{n}") for rule in RULES for n, example in enumerate(rule.good)]


def findings(example: Example) -> tuple[Finding, ...]:
    """What the whole walk finds in an example."""
    made = case(example)
    return check(made.raw, "example.txt", Desk(), made.sidecar, made.fault).findings


def told(found: tuple[Finding, ...]) -> list[str]:
    """Findings in a form that a failing test prints well."""
    return [f"{one.code} {one.message}" for one in found]


def test_the_sound_article_offends_no_rule() -> None:
    """The frame that short examples are planted in is itself clean."""
    assert told(check(FRAME.format(planted=PARAGRAPH).encode(), "example.txt", Desk()).findings) == []


@pytest.mark.parametrize(("rule", "example"), BAD)
def test_a_bad_example_is_found_exactly_where_it_is_marked(rule: Rule, example: Example) -> None:
    """The spans of the rule's findings are the marks; without marks there is a finding about the whole file."""
    found = [one for one in findings(example) if one.code == rule.code]
    assert found, told(findings(example))
    assert sorted(span for one in found for span in one.spans) == sorted(case(example).marks), told(tuple(found))


@pytest.mark.parametrize(("rule", "example"), GOOD)
def test_a_good_example_offends_no_rule_at_all(rule: Rule, example: Example) -> None:  # noqa: ARG001  it names the case
    """Not this rule and not any other."""
    assert told(findings(example)) == []


def test_there_are_rules_of_every_family() -> None:
    """At least thirty, over five subjects."""
    families = {rule.code[:3] for rule in RULES}
    assert families >= {"ENC", "SRC", "DAT", "TRN", "NAV"}
    assert len(RULES) >= 30


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_is_whole(rule: Rule) -> None:
    """It has a title of one sentence, an explanation, advice, and examples of both kinds."""
    assert rule.title.endswith(".")
    assert rule.title.count(". ") == 0
    assert rule.explanation
    assert rule.advice
    assert rule.bad
    assert rule.good


def test_the_languages_that_messages_name_are_those_that_the_pages_name() -> None:
    pages = tomllib.loads((Path(wording.__file__).parent / "en.toml").read_text(encoding="utf-8"))
    assert pages["tongue"] == TONGUES


def test_every_rule_that_is_written_is_asked() -> None:
    names = [module.name for module in pkgutil.walk_packages(checks.rules.__path__, "checks.rules.")]
    written = {one.code for name in names for one in vars(importlib.import_module(name)).values() if isinstance(one, Rule)}
    assert written == {one.code for one in RULES}, "name it in its family's __init__.py"
