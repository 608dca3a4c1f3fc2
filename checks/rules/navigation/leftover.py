"""The shape that all rules on leftovers share: the junk runs of one category, each with the reason why it is junk."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from checks.model import Document, Hit, Severity, Span, Zone
from checks.rules.rule import Article, Example, Rule, rule

PAGE = """\
Ferry to the islands runs again from Monday

14 March 2024, 09:30

The ferry between Eastmoor and the outer islands will sail again from Monday, the harbour office said on Thursday. It had lain in dock since January, when ice damaged its rudder.

About four hundred people live on the islands through the winter. Most of them had been flown to the mainland in a small aeroplane that carries nine, and some had waited a week for a seat.

The repairs cost less than feared, the engineer in charge said, because a rudder of the same make was found in a yard in Northport. "We were lucky twice," she said. "It was there, and it fitted."
"""
"""A sound article, for examples of what stands around one."""


def left_over(
    code: str,
    category: str,
    message: str,
    *,
    bad: Iterable[str | bytes | Example],
    good: Iterable[str | bytes | Example],
    severity: Severity = Severity.WARNING,
) -> Callable[[Callable[[], None]], Rule]:
    """Make a rule of a category of junk: every run of it is a finding. The function gives the name, its docstring the page."""

    def made(page: Callable[[], None]) -> Rule:
        def check(article: Article) -> Iterable[Hit]:
            return [_hit(article.document, run, message) for run in article.zones.junk(category)]

        check.__name__, check.__doc__ = page.__name__, page.__doc__
        return rule(code, severity, bad=bad, good=good, kind=f"junk:{category}")(check)

    return made


def _hit(document: Document, run: Zone, message: str) -> Hit:
    starts, ends = document.edges
    head, tail = document.lines[run.first], document.lines[run.last]
    bare = tail.rstrip()
    start, end = starts[run.first] + len(head) - len(head.lstrip()), ends[run.last]
    if bare:
        end -= len(tail) - len(bare)
    if start >= end:
        start, end = starts[run.first], ends[run.last]
    return Hit(f"{message}: {run.why[0]}" if run.why else message, (Span(start, end),), ((run.first, run.last),))
