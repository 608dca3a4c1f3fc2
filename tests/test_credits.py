"""Photo credits against what only looks like one."""

from __future__ import annotations

import pytest

from checks.claims.rights import SIGNS, TERMS
from checks.pipeline import Desk, check
from checks.rules.examples import FRAME, PARAGRAPH

BODY = FRAME.format(planted=PARAGRAPH).partition("\n\nSource:")[0]


def credited(line: str) -> list[str]:
    """The photo credits of a sound article that ends in a line."""
    report = check(f"{BODY}\n\n{line}\n".encode(), "a.txt", Desk())
    return [one.value.name for one in report.statement.predicate.document.credit_text if one.value]


@pytest.mark.parametrize(
    "line", ["© 2019-2024 Marsh Messenger", "© 2024 Marsh Messenger", "©RIPRODUZIONE RISERVATA", "© Todos los derechos reservados"]
)
def test_a_notice_of_rights_at_the_foot_is_no_photo_credit(line: str) -> None:
    assert credited(line) == []


def test_a_copyright_mark_before_a_name_is_a_photo_credit() -> None:
    assert credited("The divers at work below the bridge. © Dilys Hopkin") == ["Dilys Hopkin"]


def test_every_term_of_use_is_looked_for_by_a_part_of_it() -> None:
    signs = {sign: part for part, every in SIGNS.items() for sign in every}
    assert set(TERMS) <= signs.keys()
    assert all(part in sign for sign, part in signs.items())
