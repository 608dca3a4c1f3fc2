"""A rule as a page to read."""

from __future__ import annotations

import textwrap

from checks.rules.company import CompanyRule
from checks.rules.rule import Example, Rule

_LONGEST = 30
"""Lines of an example that are shown."""


def page(rule: Rule | CompanyRule) -> str:
    """Markdown: what happened, why it matters, what to do, examples."""
    parts = [
        f"# {rule.name} ({rule.code})",
        f"Severity: {rule.severity.value}",
        rule.title,
        rule.explanation,
        f"**What to do:** {rule.advice}",
        *_examples(rule),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _examples(rule: Rule | CompanyRule) -> list[str]:
    if isinstance(rule, CompanyRule):
        return []
    return ["## Found", *(_example(one) for one in rule.bad), "## Not found", *(_example(one) for one in rule.good)]


def _example(example: Example) -> str:
    text = example.text if isinstance(example.text, str) else example.text.decode("utf-8", "backslashreplace")
    shown = "".join(c if c.isprintable() or c == "\n" else c.encode("unicode_escape").decode() for c in text)
    sidecar = f"\n\n    sidecar: {example.sidecar}" if example.sidecar else ""
    lines = shown.strip("\n").split("\n")
    if len(lines) > _LONGEST:
        lines[_LONGEST - 1 : -1] = [f"… {len(lines) - _LONGEST:,} more lines …"]
    return textwrap.indent("\n".join(lines), "    ", lambda _: True) + sidecar
