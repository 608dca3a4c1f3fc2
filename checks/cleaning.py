"""The article without its page: title, lead, body, subheads, as UTF-8 in NFC; and an account of all that was taken out or mended.

Only what can be proved is mended: text that was UTF-8 read as something else, proved by reading its characters' bytes back, and
controls that web pages have for signs of Windows-1252, as the HTML standard reads them.
What cannot be proved (bytes that fit no reading, characters already lost) is refused, and nothing is written.
"""

from __future__ import annotations

import hashlib
import unicodedata

import msgspec

from checks.characters import Flag, traits
from checks.model import Document, Span, Zones
from checks.read import read
from checks.rules.encoding.misread import NAMES, misreadings
from checks.zone import zone

KEPT = ("title", "lead", "body", "subhead")


class Removed(msgspec.Struct, frozen=True, rename="camel"):
    """Something that was left out: what it was, its lines from 1, its place in the decoded file."""

    kind: str
    start_line: int
    end_line: int
    start: int
    end: int


class Repair(msgspec.Struct, frozen=True, rename="camel"):
    """Something that was mended: its place in the decoded file, both readings, and the proof."""

    start: int
    end: int
    was: str
    now: str
    why: str


class Cleaned(msgspec.Struct, frozen=True, rename="camel"):
    """An article, and how it came out of its file."""

    text: str
    source_sha256: str
    source_charset: str
    """What its bytes were read as."""
    sha256: str
    """Of the text in UTF-8."""
    removed: tuple[Removed, ...]
    repaired: tuple[Repair, ...]

    def encoded(self) -> bytes:
        """The text in UTF-8."""
        return self.text.encode()

    def account(self, name: str) -> bytes:
        """What was done, as JSON, without the text."""
        told = {
            "name": name,
            "source": {"sha256": self.source_sha256, "charset": self.source_charset},
            "article": {"sha256": self.sha256},
            "removed": self.removed,
            "repaired": self.repaired,
        }
        return msgspec.json.format(msgspec.json.encode(told), indent=2) + b"\n"


class NotCleanable(Exception):
    """The file cannot be cleaned without guessing; `reasons` say why."""

    def __init__(self, reasons: tuple[str, ...]) -> None:
        self.reasons = reasons
        super().__init__("; ".join(reasons))


def clean(raw: bytes, *, captions: bool = False) -> Cleaned:
    """The article in a file's bytes.

    Args:
        raw: the bytes of the file; they are never changed.
        captions: whether lines under pictures are kept.

    Raises:
        NotCleanable: there is no article in it, or its bytes cannot be put right without guessing.

    """
    document = read(raw, "")
    zones = zone(document)
    refused = _refused(document, zones)
    if refused:
        raise NotCleanable(refused)
    kept = {*KEPT, "caption"} if captions else set(KEPT)
    repairs = _repairs(document)
    paragraphs, removed = _parted(document, zones, kept, repairs)
    text = unicodedata.normalize("NFC", "\n\n".join(paragraphs) + "\n")
    used = tuple(one for one in repairs if not any(gone.start <= one.start < gone.end for gone in removed))
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Cleaned(text, document.sha256, document.encoding.charset, digest, tuple(removed), used)


def _repairs(document: Document) -> tuple[Repair, ...]:
    """What is provably scrambled, with both readings, in the order of the text."""
    seen = traits(document)
    found = [
        Repair(one.span.start, one.span.end, document.quote(one.span), one.reads, f"UTF-8 that was read as {NAMES[one.charset]}")
        for one in misreadings(document, seen)
    ]
    covered = {at for one in found for at in range(one.start, one.end)}
    for at in seen.at(Flag.C1).tolist():
        sign = document.text[at].encode("latin-1").decode("cp1252", "ignore")
        if sign and at not in covered:
            found.append(Repair(at, at + 1, document.text[at], sign, "a control character that is this sign in Windows-1252"))
    return tuple(sorted(found, key=lambda one: one.start))


def _refused(document: Document, zones: Zones) -> tuple[str, ...]:
    reasons = []
    facts = document.encoding
    if facts.decided_by == "binary":
        reasons.append(f"it is no text but {facts.media_type}")
    if facts.bad_bytes:
        reasons.append(f"{facts.bad_count} bytes fit no reading, the first at byte offset {facts.bad_bytes[0].offset}")
    if facts.regions:
        reasons.append(f"a part of it is in another charset, likely {facts.regions[0].charset}, and that is not proved")
    if "\ufffd" in document.text and not facts.bad_bytes:
        reasons.append("characters were lost before it was saved (U+FFFD)")
    if facts.alternatives:
        reasons.append(f"its charset is not certain: {facts.charset} or {', '.join(facts.alternatives)}")
    if traits(document).manifest:
        reasons.append("it carries a provenance manifest (C2PA), which holds for the whole text only")
    if not zones.body:
        reasons.append("no article is in it")
    return tuple(reasons)


def _parted(document: Document, zones: Zones, kept: set[str], repairs: tuple[Repair, ...]) -> tuple[list[str], list[Removed]]:
    paragraphs: list[str] = []
    removed: list[Removed] = []
    for run in zones.runs:
        start, end = int(document.starts[run.first]), int(document.ends[run.last])
        if run.kind not in kept:
            removed.append(Removed(run.kind, run.first + 1, run.last + 1, start, end))
            continue
        for line in range(run.first, run.last + 1):
            span = document.line_span(line)
            cuts = [one for one in zones.insets if one.kind.startswith("junk") and span.start <= one.span.start < span.end]
            removed += [Removed(one.kind, line + 1, line + 1, one.span.start, one.span.end) for one in cuts]
            text = _mended(document, span, [one.span for one in cuts], repairs).strip()
            if text:
                paragraphs.append(text if line else text.removeprefix("\ufeff"))
    return paragraphs, sorted(removed, key=lambda one: one.start)


def _mended(document: Document, span: Span, cuts: list[Span], repairs: tuple[Repair, ...]) -> str:
    """A line with its junk cut out and its scrambled words put right."""
    changes = [(one.start, one.end, "") for one in cuts]
    changes += [(one.start, one.end, one.now) for one in repairs if span.start <= one.start and one.end <= span.end]
    pieces, at = [], span.start
    for start, end, now in sorted(changes):
        if start >= at:
            pieces += [document.text[at:start], now]
            at = end
    return "".join((*pieces, document.text[at : span.end]))
