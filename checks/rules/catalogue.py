"""Everything that has a code: the rules asked of an article, of a delivery, and of a repository's own papers."""

from __future__ import annotations

from checks.rules import RULES
from checks.rules.company import COMPANY, CompanyRule
from checks.rules.desk import DESK
from checks.rules.rule import Rule

CATALOGUE: tuple[Rule | CompanyRule, ...] = (*RULES, *COMPANY, *DESK)
TITLES: dict[str, str] = {one.code: one.title for one in CATALOGUE}
NAMES: dict[str, str] = {one.code: one.name for one in CATALOGUE}
