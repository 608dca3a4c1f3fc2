"""The nouns of copydesk: what the walk passes from one stage to the next.

Coordinates are the same everywhere. A `Span` counts code points of the decoded file, from 0, half-open, nothing
normalised, the byte order mark counted. Lines end at LF, CRLF or CR and at nothing else; inside the code they are
counted from 0, and only what people read counts them from 1.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from enum import StrEnum
from functools import cached_property
from typing import NewType

import msgspec
import numpy as np

RuleCode = NewType("RuleCode", str)
Sha256 = NewType("Sha256", str)


class Severity(StrEnum):
    """How much a finding weighs. Errors hold the file, warnings ask for a look, info is a note."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Verdict(StrEnum):
    """The answer for a file, in the words of in-toto's test-result predicate."""

    PASSED = "PASSED"
    WARNED = "WARNED"
    FAILED = "FAILED"


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


class Span(msgspec.Struct, frozen=True, order=True):
    """A stretch of the decoded text, in code points, half-open."""

    start: int
    end: int

    def shifted(self, by: int) -> Span:
        """The same stretch counted from another origin."""
        return Span(self.start + by, self.end + by)


class BadByte(msgspec.Struct, frozen=True):
    """A byte that the charset of its file does not allow; the text holds U+FFFD in its place."""

    offset: int
    value: int
    at: int
    reads_as: str = ""
    """How it would read in the likely legacy encoding; empty when that is not known."""


class Region(msgspec.Struct, frozen=True):
    """A stretch of a UTF-8 file that is in another charset: byte offsets, where it stands in the text, and what it says."""

    start: int
    end: int
    span: Span
    charset: str
    reads_as: str


class Encoding(msgspec.Struct, frozen=True):
    """What was proved about the bytes of a file.

    `charset` is a name that `codecs.lookup` knows, without a byte order mark's suffix. `decided_by` is the step of the
    order of proof that answered: empty, bom, zero-bytes, escapes, utf-8, utf-8-cut, utf-8-damaged, utf-8-mixed, detector
    or binary.
    """

    charset: str
    decided_by: str
    bom: bool = False
    declared: str = ""
    """The charset that the text says it is in, as in `<meta charset=…>`."""
    detected: str = ""
    """What the detector said, in its own words."""
    confidence: float = 0.0
    alternatives: tuple[str, ...] = ()
    """Other charsets that the bytes cannot tell from this one."""
    differs: tuple[Span, ...] = ()
    """Where the first of the alternatives reads otherwise; the first of many places."""
    bad_bytes: tuple[BadByte, ...] = ()
    """The first of the bytes that the charset does not allow."""
    bad_count: int = 0
    """How many there are."""
    cut_bytes: int = 0
    """Bytes of an unfinished character at the end of the file."""
    regions: tuple[Region, ...] = ()
    """Stretches in another charset; their bad bytes are not among the others."""
    media_type: str = "text/plain"


class Document(msgspec.Struct, frozen=True, dict=True, eq=False):
    """A file as bytes and as text. The text is total: any bytes have one, and it holds no surrogates."""

    path: str
    raw: bytes
    text: str
    encoding: Encoding

    @cached_property
    def sha256(self) -> Sha256:
        """Hex digest of the raw bytes."""
        return Sha256(hashlib.sha256(self.raw).hexdigest())

    @cached_property
    def git_blob(self) -> str:
        """The object id that git (SHA-1 repositories) gives these bytes."""
        head = b"blob %d\0" % len(self.raw)
        return hashlib.sha1(head + self.raw, usedforsecurity=False).hexdigest()

    @cached_property
    def codes(self) -> np.ndarray:
        """The code points of the text, uint32, shape (characters,)."""
        return np.frombuffer(self.text.encode("utf-32-le"), np.uint32)

    @cached_property
    def _bounds(self) -> tuple[np.ndarray, np.ndarray]:
        codes = self.codes
        feeds = codes == 10
        returns = codes == 13
        ends = feeds | returns
        if returns.any():
            ends[:-1] &= ~(returns[:-1] & feeds[1:])  # of CRLF only the LF ends the line
        stops = np.flatnonzero(ends)
        starts = np.concatenate(([0], stops + 1))
        finish = np.append(stops, len(codes))
        if returns.any():
            after_return = (stops > 0) & feeds[stops] & returns[np.maximum(stops - 1, 0)]
            finish[:-1] -= after_return
        return starts, finish

    @cached_property
    def starts(self) -> np.ndarray:
        """Offset of each line's first character, int64, shape (lines,)."""
        return self._bounds[0]

    @cached_property
    def ends(self) -> np.ndarray:
        """Offset after each line's last character, its line end left out, int64, shape (lines,)."""
        return self._bounds[1]

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The lines without their line ends. A text that ends with a line end has an empty last line."""
        text = self.text
        if "\r" in text:
            text = text.replace("\r\n", "\n").replace("\r", "\n")
        return tuple(text.split("\n"))

    @cached_property
    def edges(self) -> tuple[list[int], list[int]]:
        """The starts and ends of all lines as plain numbers: quicker than arrays where single lines are asked for."""
        return self.starts.tolist(), self.ends.tolist()

    def line_span(self, line: int) -> Span:
        """Where a line (from 0) stands, its line end left out."""
        starts, ends = self.edges
        return Span(starts[line], ends[line])

    def stripped_span(self, line: int) -> Span:
        """Where a line's text stands, white space at both ends left out."""
        text, start = self.lines[line], self.edges[0][line]
        bare = text.strip()
        lead = len(text) - len(text.lstrip())
        return Span(start + lead, start + lead + len(bare))

    def line_at(self, offset: int) -> int:
        """The line (from 0) that holds the character at an offset."""
        return bisect_right(self.edges[0], offset) - 1

    def quote(self, span: Span) -> str:
        """The characters of a span."""
        return self.text[span.start : span.end]


class Zone(msgspec.Struct, frozen=True):
    """A run of lines of one kind.

    `kind` is title, lead, body, subhead, caption, meta or `junk:` and a category. `first` and `last` are line numbers
    from 0, both inside. `why` holds the strongest reasons in plain words, for junk at least one.
    """

    kind: str
    first: int
    last: int
    why: tuple[str, ...] = ()


class Inset(msgspec.Struct, frozen=True):
    """A stretch inside a line that is of another kind than its line, such as controls glued to a date."""

    kind: str
    span: Span


class Zones(msgspec.Struct, frozen=True, dict=True, eq=False):
    """The kind of every line of a document.

    `kinds` has one entry per line, `blank` for lines of white space. `junk_share` is each line's probability of being
    junk as the line model saw it, float32, shape (lines,).
    """

    kinds: tuple[str, ...]
    runs: tuple[Zone, ...]
    insets: tuple[Inset, ...]
    junk_share: np.ndarray

    @cached_property
    def title(self) -> int | None:
        """The title line."""
        return self.kinds.index("title") if "title" in self.kinds else None

    @cached_property
    def body(self) -> tuple[int, ...]:
        """The lines of running text: body, lead and subheads, in order."""
        return tuple(n for n, kind in enumerate(self.kinds) if kind in ("body", "lead", "subhead"))

    @cached_property
    def captions(self) -> tuple[int, ...]:
        """The lines under pictures."""
        return tuple(n for n, kind in enumerate(self.kinds) if kind == "caption")

    @cached_property
    def first_body(self) -> int | None:
        """The first line of running text that is not a lead above the date line."""
        return next((n for n, kind in enumerate(self.kinds) if kind == "body"), self.body[0] if self.body else None)

    @cached_property
    def last_body(self) -> int | None:
        """The last line of running text."""
        return self.body[-1] if self.body else None

    def junk(self, category: str | None = None) -> tuple[Zone, ...]:
        """The junk runs, all or of one category."""
        if category is not None:
            return self._by_kind.get(f"junk:{category}", ())
        return tuple(run for run in self.runs if run.kind.startswith("junk:"))

    @cached_property
    def _by_kind(self) -> dict[str, tuple[Zone, ...]]:
        found: dict[str, list[Zone]] = {}
        for run in self.runs:
            found.setdefault(run.kind, []).append(run)
        return {kind: tuple(runs) for kind, runs in found.items()}


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


class Hit(msgspec.Struct, frozen=True):
    """What a rule saw: a sentence about this file, and where."""

    message: str
    spans: tuple[Span, ...] = ()
    lines: tuple[tuple[int, int], ...] = ()
    """First and last line (from 0) of what is meant, where that is more than the evidence."""


class Finding(msgspec.Struct, frozen=True):
    """A hit with its rule and the weight that policy gives it."""

    code: RuleCode
    severity: Severity
    message: str
    spans: tuple[Span, ...] = ()
    lines: tuple[tuple[int, int], ...] = ()
    excused: str = ""
    """Why it does not count: what a waiver or the baseline says of it. Empty for a finding that counts."""


def fingerprint(code: str, quote: str, message: str) -> str:
    """What a finding is, whatever its place: a digest of its rule and of its evidence, or of its message where it has none."""
    meant = " ".join((quote or message).split())
    return hashlib.sha256(f"{code}\0{meant}".encode(errors="backslashreplace")).hexdigest()[:32]


class Place(msgspec.Struct, frozen=True, order=True):
    """A file that a batch finding is about, and its lines (first and last, from 0) where that is known."""

    path: str
    lines: tuple[tuple[int, int], ...] = ()


class BatchFinding(Finding, frozen=True):
    """A finding about a delivery: what shows only when files are seen together. It names the files it is about."""

    places: tuple[Place, ...] = ()
