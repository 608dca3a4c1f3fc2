"""Documents: the bytes of a file, the text they say, and places in it."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections.abc import Sequence
from typing import NewType

import msgspec
import numpy as np

from checks.model.once import once

Sha256 = NewType("Sha256", str)
MOST_LINES = 20_000
"""Lines of a file that are judged as an article's. The longest of 2,464 pages has 6,592; a line costs two kilobytes while it is judged."""
MOST_CHARACTERS = 500_000
"""Characters that are; the longest page has 219,678."""


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

    @once
    def sha256(self) -> Sha256:
        """Hex digest of the raw bytes."""
        return Sha256(hashlib.sha256(self.raw).hexdigest())

    @once
    def git_blob(self) -> str:
        """The object id that git (SHA-1 repositories) gives these bytes."""
        head = b"blob %d\0" % len(self.raw)
        return hashlib.sha1(head + self.raw, usedforsecurity=False).hexdigest()

    @once
    def codes(self) -> np.ndarray:
        """The code points of the text, uint32, shape (characters,)."""
        return np.frombuffer(self.text.encode("utf-32-le"), np.uint32)

    @once
    def _bounds(self) -> tuple[np.ndarray, np.ndarray]:
        feeds = self.codes == 10
        if "\r" not in self.text:
            stops = feeds.nonzero()[0]
            starts, finish = np.empty((2, len(stops) + 1), np.int64)
            finish[:-1], finish[-1] = stops, len(feeds)
        else:
            returns = self.codes == 13
            ends = feeds | returns
            ends[:-1] &= ~(returns[:-1] & feeds[1:])  # of CRLF only the LF ends the line
            stops = np.flatnonzero(ends)
            starts, finish = np.empty(len(stops) + 1, np.int64), np.append(stops, len(feeds))
            finish[:-1] -= (stops > 0) & feeds[stops] & returns[np.maximum(stops - 1, 0)]
        starts[0] = 0
        np.add(stops, 1, out=starts[1:])
        return starts, finish

    @once
    def starts(self) -> np.ndarray:
        """Offset of each line's first character, int64, shape (lines,)."""
        return self._bounds[0]

    @once
    def ends(self) -> np.ndarray:
        """Offset after each line's last character, its line end left out, int64, shape (lines,)."""
        return self._bounds[1]

    @once
    def lines(self) -> tuple[str, ...]:
        """The lines without their line ends. A text that ends with a line end has an empty last line."""
        text = self.text
        if "\r" in text:
            text = text.replace("\r\n", "\n").replace("\r", "\n")
        return tuple(text.split("\n"))

    @once
    def edges(self) -> tuple[Sequence[int], Sequence[int]]:
        """The starts and ends of all lines as plain numbers: quicker than arrays where single lines are asked for."""
        if len(self.starts) > MOST_LINES:  # forty bytes a number would be much
            return self.starts.data, self.ends.data
        return self.starts.tolist(), self.ends.tolist()

    def head(self) -> Document:
        """What is judged as an article: the document itself, or of a very long one its first lines, with the same offsets."""
        if len(self.text) <= MOST_CHARACTERS and len(self.starts) <= MOST_LINES:
            return self
        lines = min(len(self.starts), MOST_LINES)
        end = int(self.ends[lines - 1])
        if end > MOST_CHARACTERS:
            whole = int(self.ends.searchsorted(MOST_CHARACTERS, "right"))
            end = int(self.ends[whole - 1]) if whole else MOST_CHARACTERS
        return self if end == len(self.text) else Document(self.path, self.raw, self.text[:end], self.encoding)

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
