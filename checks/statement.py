"""The shape of a report on the wire: an in-toto Statement v1, as typed structs.

The JSON Schema in `schemas/report.schema.json` is generated from these types.
"""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec

STATEMENT_TYPE = "https://in-toto.io/Statement/v1"
PREDICATE_TYPE = "https://copydesk.example/provenance/v1"
ROLES = "http://cv.iptc.org/newscodes/contentprodpartyrole/"
CRASH = "COPYDESK"
"""The rule id under which a file is held because copydesk itself failed on it."""
LONGEST_QUOTE = 240
LONGEST_CONTEXT = 32

Hex64 = Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{64}$")]
Sketch = Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{128}$")]
GitBlob = Annotated[str, msgspec.Meta(pattern="^([0-9a-f]{40}|[0-9a-f]{64})$")]
EvidenceId = Annotated[str, msgspec.Meta(pattern="^e[0-9]+$")]
Filled = Annotated[str, msgspec.Meta(min_length=1)]
LARGEST = 2**53 - 1
"""The largest whole number that every reader of JSON keeps exact."""
Count = Annotated[int, msgspec.Meta(ge=0, le=LARGEST)]
LineNumber = Annotated[int, msgspec.Meta(ge=1, le=LARGEST)]
StatusWord = Literal["stated", "inferred", "supplied", "ambiguous", "conflicting", "missing"]
ConfidenceWord = Literal["high", "medium", "low"]
Calendar = Literal["gregory", "buddhist", "roc", "japanese", "islamic-umalqura", "islamic-civil", "persian", "hebrew", "indian", "ethiopic"]
DateOrder = Literal["ymd", "dmy", "mdy", "text", "relative", "epoch"]
Resolution = Literal[
    "range",
    "weekday",
    "body-event",
    "sibling-template",
    "url-path",
    "separator",
    "publisher-territory",
    "not-in-future",
    "label",
    "sidecar",
]
IsoDate = Annotated[str, msgspec.Meta(pattern=r"^\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2})?)?)?)?$")]
SegmentKind = Annotated[str, msgspec.Meta(pattern="^(title|lead|body|subhead|caption|meta|blank|junk:[a-z-]+)$")]


class Wire(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True, rename="camel", kw_only=True):
    """What all parts of a report have in common: camel case, and nothing that is not filled."""


class Digest(Wire, frozen=True, kw_only=True):
    """What binds the report to the bytes of a file; `sha256` decides."""

    sha256: Hex64
    git_blob: GitBlob | None = None


class Subject(Wire, frozen=True, kw_only=True):
    """The file that the report is about."""

    name: Filled
    digest: Digest
    media_type: Filled


class Resource(Wire, frozen=True, kw_only=True):
    """Something that the answer depends on, by digest."""

    name: Filled
    digest: dict[str, str]


class Generator(Wire, frozen=True, kw_only=True):
    """What made the report. No clock, host or path."""

    name: str
    version: str


class Agent(Wire, frozen=True, kw_only=True):
    """A person or an organisation and its IPTC role."""

    type: Literal["Person", "Organization", "NewsMediaOrganization"] | None = msgspec.field(default=None, name="@type")
    name: Filled
    url: str | None = None
    role_uri: Annotated[str, msgspec.Meta(pattern=f"^{ROLES}")] | None = None


class Work(Wire, frozen=True, kw_only=True):
    """The article that this one was taken from."""

    type: Literal["NewsArticle"] = msgspec.field(name="@type")
    headline: str | None = None
    url: str | None = None
    publisher: Agent | None = None
    in_language: str | None = None


class _Claim(Wire, frozen=True, kw_only=True):
    status: StatusWord
    confidence: ConfidenceWord | None = None
    label: str | None = None
    rule: str | None = None
    evidence: tuple[EvidenceId, ...] = ()
    why: tuple[str, ...] = ()
    candidates: tuple[str, ...] = ()


class TextClaim(_Claim, frozen=True, kw_only=True):
    """A claim whose value is text."""

    value: Filled | None = None


class AgentClaim(_Claim, frozen=True, kw_only=True):
    """A claim that names a person or an organisation."""

    value: Agent | None = None


class WorkClaim(_Claim, frozen=True, kw_only=True):
    """A claim that names another article."""

    value: Work | None = None


class DateClaim(_Claim, frozen=True, kw_only=True):
    """A date as printed (`text`) and as read (`value`)."""

    value: IsoDate | None = None
    text: str | None = None
    order: DateOrder | None = None
    calendar: Calendar | None = None
    readings: tuple[str, ...] = ()
    resolved_by: tuple[Resolution, ...] = ()
    time_zone: str | None = None


class NewsArticle(Wire, frozen=True, kw_only=True):
    """The claims about a document, under the names of schema.org."""

    type: Literal["NewsArticle"] = msgspec.field(name="@type")
    headline: TextClaim
    in_language: TextClaim
    publisher: AgentClaim
    author: tuple[AgentClaim, ...]
    credit_text: tuple[AgentClaim, ...]
    date_published: DateClaim
    is_based_on: WorkClaim
    representation_type: TextClaim
    url: TextClaim | None = None
    editor: tuple[AgentClaim, ...] = ()
    translator: tuple[AgentClaim, ...] = ()
    dateline: TextClaim | None = None
    date_modified: DateClaim | None = None
    relation: Literal["republication", "translation", "adaptation", "unknown"] | None = None
    translation_disclosed: bool | None = None
    content_reference_time: tuple[DateClaim, ...] = ()
    copyright_notice: TextClaim | None = None
    license: TextClaim | None = None
    usage_info: TextClaim | None = None


class ForeignRegion(Wire, frozen=True, kw_only=True):
    """A stretch of a UTF-8 file that is in another charset, in bytes and in code points."""

    byte_start: Count
    byte_end: Count
    start: Count
    end: Count
    charset: str


class EncodingFacts(Wire, frozen=True, kw_only=True):
    """What was proved about the bytes, and by which step."""

    charset: str
    bom: bool
    newline: Literal["lf", "crlf", "cr", "mixed", "none"]
    final_newline: bool
    nfc: bool
    nfkc: bool
    decided_by: str
    width_folded: bool | None = None
    c2pa_text: Literal["absent", "present", "damaged"] | None = None
    declared: str | None = None
    detected: str | None = None
    confidence: float | None = None
    alternatives: tuple[str, ...] = ()
    differs: tuple[Count, ...] = ()
    """Where the first alternative reads otherwise, in code points; the first of many places."""
    bad_bytes: Count = 0
    cut_bytes: Count = 0
    regions: tuple[ForeignRegion, ...] = ()


class Segment(Wire, frozen=True, kw_only=True):
    """A run of lines of one kind; every line that is not blank is in exactly one."""

    start_line: LineNumber
    end_line: LineNumber
    kind: SegmentKind = msgspec.field(name="class")
    why: tuple[str, ...] = ()


class InsetSegment(Wire, frozen=True, kw_only=True):
    """A stretch inside a line that is of another kind than its line, in code points."""

    start: Count
    end: Count
    kind: SegmentKind = msgspec.field(name="class")


class Extent(Wire, frozen=True, kw_only=True):
    """How much of the file is what, in characters, line ends left out."""

    lines: LineNumber
    characters: Count
    article: Count = 0
    """Title, lead, body, subheads and captions."""
    junk: Count = 0


class Fingerprints(Wire, frozen=True, kw_only=True):
    """What tells copies of an article by, over its title, lead, body and subheads alone."""

    article_text: Hex64 | None = None
    """SHA-256 of that text in NFC, its lines stripped and joined by spaces; absent when there is no such text."""
    sketch: Sketch | None = None
    """64 numbers of which two copies share about as many as they share text; absent when the text is short."""


class CheckResult(Wire, frozen=True, kw_only=True):
    """A rule that was asked, and its answer, in the words of OpenLineage."""

    name: str
    status: Literal["pass", "fail", "skip", "undetermined"]
    severity: Literal["error", "warn", "info"] | None = None


class Suppression(Wire, frozen=True, kw_only=True):
    """Why a finding does not count, in the words of SARIF: somebody answered for it outside the article."""

    kind: Literal["external"] = msgspec.field(name="kind")
    justification: Filled


class WireFinding(Wire, frozen=True, kw_only=True):
    """A finding in the words of SARIF."""

    rule_id: str
    level: Literal["error", "warning", "note"]
    message: str
    evidence: tuple[EvidenceId, ...] = ()
    lines: tuple[tuple[LineNumber, LineNumber], ...] = ()
    suppressions: tuple[Suppression, ...] = ()


class TextPositionSelector(Wire, frozen=True, kw_only=True, tag_field="type", tag="TextPositionSelector"):
    """W3C: where, in code points of the decoded file."""

    start: Count
    end: Count


class TextQuoteSelector(Wire, frozen=True, kw_only=True, tag_field="type", tag="TextQuoteSelector"):
    """W3C: the very characters, and what stands around them."""

    exact: Annotated[str, msgspec.Meta(min_length=1, max_length=LONGEST_QUOTE)]
    prefix: Annotated[str, msgspec.Meta(max_length=LONGEST_CONTEXT)] = ""
    suffix: Annotated[str, msgspec.Meta(max_length=LONGEST_CONTEXT)] = ""


class Evidence(Wire, frozen=True, kw_only=True):
    """Characters of the file that prove something."""

    id: EvidenceId
    selector: tuple[TextPositionSelector, TextQuoteSelector]
    reaches: Count | None = None
    """Where evidence ends that is longer than its quote, in code points; both selectors end with the quote."""
    line: LineNumber
    column: LineNumber
    byte_start: Count | None = None
    byte_end: Count | None = None


class Predicate(Wire, frozen=True, kw_only=True):
    """What copydesk says of a file."""

    generator: Generator
    configuration: tuple[Resource, ...]
    result: Literal["PASSED", "WARNED", "FAILED"]
    document: NewsArticle
    encoding: EncodingFacts
    extent: Extent
    fingerprints: Fingerprints
    segments: tuple[Segment, ...]
    insets: tuple[InsetSegment, ...] = ()
    checks: tuple[CheckResult, ...]
    findings: tuple[WireFinding, ...]
    evidence: tuple[Evidence, ...]


class Statement(Wire, frozen=True, kw_only=True):
    """A provenance report."""

    type: Literal["https://in-toto.io/Statement/v1"] = msgspec.field(name="_type")
    subject: tuple[Subject]
    predicate_type: Literal["https://copydesk.example/provenance/v1"]
    predicate: Predicate


def encode(statement: Statement) -> bytes:
    """The statement as one line of JSON, without a line end."""
    return msgspec.json.encode(statement)


def decode(raw: bytes) -> Statement:
    """A statement read back; what does not fit the types is refused.

    Raises:
        msgspec.ValidationError: the text names the field and what is wrong with it.

    """
    return msgspec.json.decode(raw, type=Statement)
