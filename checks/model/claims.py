"""Claims: what is said about an article, by whom and on what evidence."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from checks.model.document import Span


class Status(StrEnum):
    """How a claim is known."""

    STATED = "stated"
    INFERRED = "inferred"
    SUPPLIED = "supplied"
    AMBIGUOUS = "ambiguous"
    CONFLICTING = "conflicting"
    MISSING = "missing"


class Confidence(StrEnum):
    """How sure a claim is. Words and no floats: a float would promise more than anybody measured."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Agent(msgspec.Struct, frozen=True):
    """A person or an organisation, with its part in the article as an IPTC `contentprodpartyrole` code."""

    name: str
    type: str = "Person"
    role: str = ""
    url: str = ""


class Work(msgspec.Struct, frozen=True):
    """Another article: the one this one was taken from."""

    headline: str = ""
    url: str = ""
    publisher: Agent | None = None
    in_language: str = ""


class Claim(msgspec.Struct, frozen=True, kw_only=True):
    """One fact about an article, how it is known, and where that is written.

    A missing claim has no value; a stated or inferred one has evidence and a confidence.
    """

    status: Status
    value: str | Agent | Work | None = None
    confidence: Confidence | None = None
    label: str = ""
    rule: str = ""
    evidence: tuple[Span, ...] = ()
    why: tuple[str, ...] = ()
    candidates: tuple[str, ...] = ()
    """The competing values of an ambiguous or conflicting claim."""

    def __post_init__(self) -> None:
        if self.status is Status.MISSING and self.value is not None:
            raise ValueError("a missing claim has no value")
        proved = self.evidence and self.confidence is not None and self.value is not None
        if self.status in (Status.STATED, Status.INFERRED) and not proved:
            raise ValueError("a stated or inferred claim has a value, a confidence and evidence")

    @property
    def answered(self) -> bool:
        """Whether a value is given that may be used as a fact."""
        return self.status in (Status.STATED, Status.INFERRED, Status.SUPPLIED)


class DateClaim(Claim, frozen=True, kw_only=True):
    """A date as printed and as read.

    `value` is ISO 8601 to the precision printed, without a zone unless one is printed. `readings` are the days it can
    mean; `resolved_by` the steps of the ladder that chose among them, in order.
    """

    text: str = ""
    order: str = ""
    calendar: str = "gregory"
    readings: tuple[str, ...] = ()
    resolved_by: tuple[str, ...] = ()
    time_zone: str | None = None


MISSING = Claim(status=Status.MISSING)
NO_DATE = DateClaim(status=Status.MISSING)


class Claims(msgspec.Struct, frozen=True, kw_only=True):
    """Everything claimed about an article, by schema.org name."""

    headline: Claim = MISSING
    in_language: Claim = MISSING
    url: Claim = MISSING
    publisher: Claim = MISSING
    author: tuple[Claim, ...] = ()
    editor: tuple[Claim, ...] = ()
    translator: tuple[Claim, ...] = ()
    credit_text: tuple[Claim, ...] = ()
    dateline: Claim = MISSING
    date_published: DateClaim = NO_DATE
    date_modified: DateClaim = NO_DATE
    later_date: DateClaim = NO_DATE
    """The newest date elsewhere on the page that is after the publication: the page was fetched no earlier."""
    is_based_on: Claim = MISSING
    relation: str = "unknown"
    translation_disclosed: bool | None = None
    foreign_lines: tuple[tuple[int, str], ...] = ()
    """Lines of the article in another language than the rest, each with that language, empty where it cannot be told."""
    content_reference_time: tuple[DateClaim, ...] = ()
    copyright_notice: Claim = MISSING
    license: Claim = MISSING
    usage_info: Claim = MISSING
    representation_type: Claim = MISSING


class Sidecar(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What `article.meta.json` beside an article says of it. Every field may be left out."""

    url: str | None = None
    retrieved: str | None = None
    publisher: str | None = None
    license: str | None = None
    published: str | None = None


class Outlet(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """A publisher that is known by name: what it is called, where it lives, how it writes dates."""

    name: str
    aliases: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    territory: str = ""
    """ISO 3166 two-letter code."""
    language: str = ""
    date_order: str = ""
    """dmy, mdy or ymd; empty when not known."""
    kind: str = ""
    """agency, portal or empty."""
