"""What a rule is: one decorated generator that points at what is wrong and never judges."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable
from types import ModuleType

import msgspec

from checks.model import Claims, Document, Hit, RuleCode, Severity, Sidecar, Zones


class Thresholds(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """Numbers a data repository may set for itself in `[tool.copydesk.thresholds]`."""

    min_body_characters: int = 200
    """Fewer characters of running text than this are no article."""


class Article(msgspec.Struct, frozen=True):
    """Everything a rule may look at."""

    document: Document
    zones: Zones
    claims: Claims
    supplied: Sidecar | None = None
    sidecar_fault: str = ""
    """Why the sidecar could not be read; empty when it could, or when there is none."""
    thresholds: Thresholds = Thresholds()
    committed: str = ""
    """ISO 8601 day of the commit that the file is checked in; empty when none is known."""


class Example(msgspec.Struct, frozen=True):
    """A text that a rule must find at its ⟦marks⟧, or must not find.

    A text of one line is planted as a paragraph of its own in a sound article; one with line ends is a whole file.
    """

    text: str | bytes
    sidecar: dict[str, str] | None = None
    fault: str = ""
    """Why its sidecar cannot be read."""


Check = Callable[[Article], Iterable[Hit]]


class Rule(msgspec.Struct, frozen=True, eq=False):
    """A defect that has a name: how to find it, and what to say of it."""

    code: RuleCode
    name: str
    severity: Severity
    bad: tuple[Example, ...]
    good: tuple[Example, ...]
    check: Check
    needs: int = 0
    """Flags of characters, see `checks.characters`: a text without any that has one of them cannot have the defect. 0 for none."""
    kind: str = ""
    """The kind of lines that it is about: a text without such lines cannot have the defect. Empty for rules that are about more."""

    @property
    def title(self) -> str:
        """One sentence: what happened to the file."""
        return self._parts()[0]

    @property
    def explanation(self) -> str:
        """Why it matters and how it is told, in paragraphs."""
        return self._parts()[1]

    @property
    def advice(self) -> str:
        """What an editor does about it."""
        return self._parts()[2]

    def _parts(self) -> tuple[str, str, str]:
        title, _, rest = inspect.cleandoc(self.check.__doc__ or "").partition("\n\n")
        explanation, _, advice = rest.partition("To do:")
        return " ".join(title.split()), explanation.strip(), " ".join(advice.split())


def rule(
    code: str,
    severity: Severity,
    *,
    bad: Iterable[str | bytes | Example],
    good: Iterable[str | bytes | Example],
    needs: int = 0,
    kind: str = "",
) -> Callable[[Check], Rule]:
    """Make a rule of a generator function, whose name is the defect's and whose docstring is its page.

    The docstring has a one-sentence title, paragraphs of explanation, and a last paragraph that begins with `To do:`.
    """

    def made(check: Check) -> Rule:
        name = check.__name__.replace("_", "-")
        return Rule(RuleCode(code), name, severity, _examples(bad), _examples(good), check, needs, kind)

    return made


def _examples(given: Iterable[str | bytes | Example]) -> tuple[Example, ...]:
    return tuple(one if isinstance(one, Example) else Example(one) for one in given)


def collect(*families: ModuleType) -> tuple[Rule, ...]:
    """The rules of these modules, by code.

    Raises:
        ValueError: two rules have one code or one name.

    """
    rules = sorted((one for family in families for one in vars(family).values() if isinstance(one, Rule)), key=lambda r: r.code)
    for key in ("code", "name"):
        names = [getattr(one, key) for one in rules]
        twice = sorted({name for name in names if names.count(name) > 1})
        if twice:
            message = f"two rules of one {key}: {', '.join(twice)}"
            raise ValueError(message)
    return tuple(rules)
