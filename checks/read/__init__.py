"""Bytes to text: an order of proof, not of guess.

A byte order mark is proof, the zero bytes of UTF-16 and UTF-32 are proof, strict UTF-8 is proof, and a file with more whole
UTF-8 characters than bytes that spoil them is UTF-8 with damage. Only bytes that are none of these go to a detector, whose
answer is kept as evidence and judged again on the text it gives (`checks.read.legacy`).
"""

from __future__ import annotations

import codecs
import re

import msgspec
import numpy as np

from checks.model import Document, Encoding, Span
from checks.patterns import lazily
from checks.read.damage import Damage, by_chance, damaged_text, legacy_text, utf8_cost, with_readings
from checks.read.legacy import Guess, decodes, guess, python_name
from checks.read.media import media_type
from checks.read.regions import mixed

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
HEAD = 2048
"""Bytes at the start of a file in which it may declare its charset."""
SURELY = 10
"""Whole characters for each bad byte from which on a file is UTF-8, and no other charset is asked for."""
INFINITE = float("inf")
DIFFERENCES = 20
"""Places that are listed where an alternative reads otherwise."""
_DECLARED = lazily(rb"""(?:charset|encoding)\s{0,8}=\s{0,8}["']?([A-Za-z0-9_:.+-]{2,40})""", re.IGNORECASE)
_SHIFTED = lazily(rb"\x1b\$|~\{|\+[A-Za-z0-9+/]{3,200}-")
"""What all seven-bit charsets for more than ASCII have: an escape sequence, or a shift of HZ or UTF-7."""
_SHIFTS = (b"\x1b", b"~", b"+")


def read(raw: bytes, path: str) -> Document:
    """The document that these bytes are. Never fails: any bytes have a text."""
    text, encoding = _decide(raw)
    declared = _declared(raw)
    if declared:
        encoding = msgspec.structs.replace(encoding, declared=declared)
    return Document(path, raw, text, encoding)


def _declared(raw: bytes) -> str:
    head = raw[:HEAD]
    low = head.lower() if b"=" in head else b""
    found = _DECLARED.search(head) if b"charset" in low or b"encoding" in low else None
    return found[1].decode("ascii") if found else ""


def _decide(raw: bytes) -> tuple[str, Encoding]:
    if not raw:
        return "", Encoding("utf-8", "empty")
    for mark, charset in BOMS:
        if raw.startswith(mark):
            return _told(raw, charset, "bom", bom=True)
    if b"\0" in raw and (charset := _zero_pattern(raw)):
        return _told(raw, charset, "zero-bytes")
    kind = media_type(raw)
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        return _no_utf8(raw, kind)
    if text.isascii() and any(sign in raw for sign in _SHIFTS) and _SHIFTED.search(raw) and (seven := _seven_bit(raw)):
        return seven
    return text, Encoding("utf-8", "utf-8" if kind.startswith("text/") else "binary", media_type=kind)


def _told(raw: bytes, charset: str, decided_by: str, *, bom: bool = False) -> tuple[str, Encoding]:
    """A file whose charset is beyond doubt, with what is damaged in it."""
    if charset == "utf-8":
        damage = damaged_text(raw)
        damage = with_readings(raw, damage) if damage.bad else damage
    else:
        damage = legacy_text(raw, charset)
    return damage.text, Encoding(charset, decided_by, bom=bom, bad_bytes=damage.bad, bad_count=damage.count, cut_bytes=damage.cut)


def _zero_pattern(raw: bytes) -> str:
    """UTF-16 or UTF-32 without a mark, by where the zero bytes of its ASCII characters stand; else empty.

    Zero bytes that stand anywhere, or in runs, are no pattern: such a file is text with zero bytes in it, or no text.
    """
    zero = np.frombuffer(raw[: len(raw) - len(raw) % 4], np.uint8).reshape(-1, 4) == 0
    if not len(zero):
        return ""
    shares = zero.mean(0)
    # Measured on chardet's own samples: in UTF-32 without a mark three of four bytes are zero but in the rarest planes.
    for charset, full, empty in (("utf-32-be", (0,), (3,)), ("utf-32-le", (3,), (0,))):
        if min(shares[list(full)]) > 0.999 and max(shares[list(empty)]) < 0.05 and _sound(raw, charset):
            return charset
    even, odd = (shares[0] + shares[2]) / 2, (shares[1] + shares[3]) / 2
    # In Chinese the line ends alone have zero bytes, hence the low floor; one in a hundred never comes by chance on one side only.
    for charset, mine, other in (("utf-16-be", even, odd), ("utf-16-le", odd, even)):
        if mine > 0.01 and other < mine / 50 and _sound(raw, charset):
            return charset
    return ""


def _sound(raw: bytes, charset: str) -> bool:
    """Whether the beginning of a file reads as text: hardly anything undecodable, few controls."""
    text = raw[: 1 << 14].decode(charset, "replace")
    odd = text.count("\ufffd") + sum(map(text.count, map(chr, (*range(9), *range(14, 32)))))
    return odd <= 1 + len(text) // 100


def _seven_bit(raw: bytes) -> tuple[str, Encoding] | None:
    """A text in a charset that writes more than ASCII with ASCII bytes, if the detector proves one."""
    import chardet  # 50 ms: only files with escape sequences pay for it

    answer = chardet.detect(raw, max_bytes=len(raw))
    charset = python_name(answer["encoding"])
    if not charset.startswith(("iso2022", "hz", "utf-7")) or not decodes(raw, charset):
        return None
    damage = legacy_text(raw, charset)
    if damage.text.isascii():
        return None
    return damage.text, Encoding(charset, "escapes", detected=answer["encoding"] or "", confidence=float(answer["confidence"] or 0.0))


def _no_utf8(raw: bytes, kind: str) -> tuple[str, Encoding]:
    """A file that is not whole UTF-8: cut, damaged, of two charsets, of an old one, or no text."""
    if not kind.startswith("text/"):
        return raw.decode("latin-1"), Encoding("iso-8859-1", "binary", media_type=kind)
    damage = damaged_text(raw)
    if damage.cut and damage.cut == damage.count and (damage.whole or damage.cut > 1):
        return damage.text, _damaged(damage, "utf-8-cut")
    regions = mixed(raw, damage)
    if regions and not by_chance(damage):
        return damage.text, _damaged(with_readings(raw, damage, regions), "utf-8-mixed")
    sure = damage.whole >= SURELY * damage.count and not by_chance(damage)
    found = None if sure else guess(raw, _declared(raw))
    if sure or (damage.whole >= damage.count and utf8_cost(damage) < (found.cost if found else INFINITE)):
        return damage.text, _damaged(with_readings(raw, damage), "utf-8-damaged")
    if found is None:
        return raw.decode("latin-1"), Encoding("iso-8859-1", "binary", media_type="application/octet-stream")
    return _guessed(raw, found, kind)


def _damaged(damage: Damage, decided_by: str) -> Encoding:
    return Encoding(
        "utf-8", decided_by, bad_bytes=damage.bad, bad_count=damage.count, cut_bytes=damage.cut, regions=damage.regions,
    )  # fmt: skip


def _guessed(raw: bytes, found: Guess, kind: str) -> tuple[str, Encoding]:
    damage = legacy_text(raw, found.charset)
    return damage.text, Encoding(
        _narrowed(raw, damage.text, found.charset),
        "detector",
        detected=found.detected,
        confidence=found.confidence,
        alternatives=found.alternatives,
        differs=_differences(raw, damage.text, found.alternatives),
        bad_bytes=damage.bad,
        bad_count=damage.count,
        cut_bytes=damage.cut,
        media_type=kind,
    )


CONTAINED = {"gb18030": ("gb2312", "gbk"), "gbk": ("gb2312",), "cp949": ("euc_kr",), "cp932": ("shift_jis",)}
"""Charsets and those that are parts of them, the smallest first. Of 13 files in such a part that were named by the whole, all are now
named right, and of 2 in cp932 none wrong; ISO 8859 and its Windows kin cannot be told apart so."""


def _narrowed(raw: bytes, text: str, charset: str) -> str:
    """The smallest charset that says the same of every byte."""
    for part in CONTAINED.get(charset, ()):
        try:
            if raw.decode(part) == text:
                return part
        except UnicodeDecodeError:
            continue
    return charset


def _differences(raw: bytes, text: str, alternatives: tuple[str, ...]) -> tuple[Span, ...]:
    """Where the first alternative reads otherwise, if it has as many characters."""
    if not alternatives:
        return ()
    other = legacy_text(raw, alternatives[0]).text
    if len(other) != len(text):
        return ()
    one, two = (np.frombuffer(given.encode("utf-32-le"), np.uint32) for given in (text, other))
    return tuple(Span(at, at + 1) for at in np.flatnonzero(one != two)[:DIFFERENCES].tolist())
