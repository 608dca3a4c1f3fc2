"""Bytes to text: an order of proof, not of guess.

A byte order mark is proof, strict UTF-8 is proof, UTF-8 with a few bad bytes is UTF-8 with damage; only bytes that are none
of these are given to a detector, and its answer is kept as evidence.
"""

from __future__ import annotations

import codecs

import numpy as np

from checks.model import BadByte, Document, Encoding

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
DAMAGE_SHARE = 0.1
"""Bad bytes among the non-ASCII ones up to which a file is still UTF-8."""


def read(raw: bytes, path: str) -> Document:
    """The document that these bytes are. Never fails: any bytes have a text."""
    text, encoding = _decide(raw)
    return Document(path, raw, text, encoding)


def _decide(raw: bytes) -> tuple[str, Encoding]:
    if not raw:
        return "", Encoding("utf-8", "empty")
    for mark, charset in BOMS:
        if raw.startswith(mark):
            text, bad = _tolerant(raw, charset)
            return text, Encoding(charset, "bom", bom=True, bad_bytes=bad)
    try:
        return raw.decode("utf-8"), Encoding("utf-8", "utf-8")
    except UnicodeDecodeError as error:
        first_bad = error.start
    text, bad = _tolerant(raw, "utf-8")
    if len(raw) - first_bad <= 3 and first_bad + len(bad) == len(raw):
        return text, Encoding("utf-8", "utf-8-cut", bad_bytes=bad, cut_bytes=len(bad))
    high = int(np.count_nonzero(np.frombuffer(raw, np.uint8) >= 0x80))
    if len(bad) < DAMAGE_SHARE * high:
        return text, Encoding("utf-8", "utf-8-damaged", bad_bytes=bad)
    return _detected(raw)


def _detected(raw: bytes) -> tuple[str, Encoding]:
    import chardet  # 50 ms: only files that are no UTF-8 pay for it

    answer = chardet.detect(raw, max_bytes=len(raw))
    name, confidence = answer["encoding"], float(answer["confidence"] or 0.0)
    if name is None:
        return raw.decode("latin-1"), Encoding("iso-8859-1", "binary", media_type=answer.get("mime_type") or "application/octet-stream")
    charset = codecs.lookup(name).name
    text, bad = _tolerant(raw, charset)
    return text, Encoding(charset, "detector", detected=name, confidence=confidence, bad_bytes=bad)


def _tolerant(raw: bytes, charset: str) -> tuple[str, tuple[BadByte, ...]]:
    """Text with one U+FFFD for each byte that the charset does not allow, and those bytes."""
    if not charset.startswith("utf-8"):
        text = raw.decode(charset, "replace")
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace"), ()
    text = raw.decode("utf-8", "surrogateescape")
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32).copy()
    at = np.flatnonzero((codes >= 0xDC80) & (codes <= 0xDCFF))
    if not len(at):
        return text, ()
    widths = np.ones(len(codes), np.int64)
    widths += (codes >= 0x80).astype(np.int64) + (codes >= 0x800) + (codes >= 0x10000)
    widths[at] = 1
    offsets = np.cumsum(widths) - widths
    bad = tuple(BadByte(int(offsets[n]), int(codes[n]) - 0xDC00, int(n)) for n in at)
    codes[at] = 0xFFFD
    return codes.tobytes().decode("utf-32-le"), bad
