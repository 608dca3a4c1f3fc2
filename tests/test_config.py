"""Configurations with mistakes: each is told, with its line and what would be right, and all at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from checks.config import load
from checks.errors import UsageError
from checks.model import RuleCode, Severity


def mistakes(folder: Path, text: str) -> list[str]:
    """What is told of a configuration, without the path before the line."""
    path = folder / "copydesk.toml"
    path.write_text(text)
    with pytest.raises(UsageError) as raised:
        load(path)
    return [one.removeprefix(f"{path.as_posix()}:") for one in raised.value.mistakes]


def test_a_wrong_weight_hides_no_unknown_rule_beside_it(tmp_path: Path) -> None:
    assert mistakes(tmp_path, '[severity]\nSRC001 = "eror"\nSRC999 = "error"\nmissing-date = "error"\n') == [
        "2: severity: SRC001: 'eror' is none of error, warning, info, did you mean error?",
        "3: severity: unknown rule 'SRC999', did you mean SRC009?",
        "4: severity: unknown rule 'missing-date', did you mean DAT001?",
    ]


def test_a_word_that_is_no_choice_is_told_with_the_choices(tmp_path: Path) -> None:
    assert mistakes(tmp_path, 'language = "fr"\nfail-on = "never"\n') == [
        "1: language: 'fr' is none of en, vi, zh, de",
        "2: fail-on: 'never' is none of error, warning",
    ]


def test_mistakes_are_told_in_the_order_of_their_lines(tmp_path: Path) -> None:
    told = mistakes(tmp_path, "\n".join(f"unknown-{n} = {n}" for n in range(12)))
    assert [int(one.partition(":")[0]) for one in told] == list(range(1, 13))


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('domains = ["https://post.example/news"]', "domains: 'https://post.example/news' is no domain; write it as courier.example"),
        ('domains = [""]', "domains: '' is no domain"),
        ('territory = "GBR"', "territory: 'GBR' is no code of two capitals, such as GB"),
        ('date-order = "dym"', "date-order: 'dym' is none of dmy, mdy, ymd"),
        ('kind = "agncy"', "kind: 'agncy' is none of agency, portal, did you mean agency?"),
        ('language = "English"', "language: 'English' is no code, such as en or zh-Hans"),
    ],
)
def test_what_an_outlet_can_never_be_known_by_is_a_mistake_in_its_entry(tmp_path: Path, line: str, said: str) -> None:
    sound = (
        '[[outlets]]\nname = "Ångström Post"\ndomains = ["ångström.example"]\nlanguage = "zh-Hant"\ndate-order = "mdy"\nterritory = "SE"\n'
    )
    (told,) = mistakes(tmp_path, f'{sound}[[outlets]]\nname = "The Post"\n{line}\n')
    assert told.startswith(f"7: outlets: {said}")


def test_a_configuration_that_names_no_place_is_a_mistake(tmp_path: Path) -> None:
    assert mistakes(tmp_path, "paths = []\n") == ["1: paths: nothing is named"]


def test_the_beginning_of_codes_gives_its_weight_to_all_that_nothing_longer_names(tmp_path: Path) -> None:
    path = tmp_path / "copydesk.toml"
    path.write_text('[severity]\nDAT001 = "info"\nDAT = "error"\n')
    weights = load(path).policy.severity
    assert (weights[RuleCode("DAT001")], weights[RuleCode("DAT002")]) == (Severity.INFO, Severity.ERROR)
    assert all(code.startswith("DAT") for code in weights)


@pytest.mark.parametrize("name", ["copydesk.toml", "desk.toml", "pyproject.toml"])
def test_a_configuration_of_any_name_is_read(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text(("[tool.copydesk]\n" if name == "pyproject.toml" else "") + 'language = "de"\n')
    assert load(path).language == "de"


def test_a_project_file_without_a_part_for_copydesk_is_no_configuration(tmp_path: Path) -> None:
    path = tmp_path / "pyproject.toml"
    path.write_text('[project]\nname = "articles"\n')
    with pytest.raises(UsageError, match=r"there is no \[tool\.copydesk\] in it"):
        load(path)
