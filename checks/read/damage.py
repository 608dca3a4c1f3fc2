"""What is damaged in bytes whose charset is known: bad bytes and a cut last character."""

from __future__ import annotations

import codecs
import unicodedata
from collections.abc import Iterable, Iterator

import msgspec
import numpy as np

from checks.model import BadByte, Region
from checks.read.legacy import RARITY
from checks.read.prose import cost_of, letters_cost

LISTED = 1000
"""Bad bytes that are listed one by one; of the rest the number is kept."""
FOREIGN = 0.5
"""What a letter costs that the rest of the text does not have: more than the rarity of any charset. Without it half the Polish and Turkish
letters of `tests/twelve_languages.py` read as French ones."""
INTERPRETED = 50
"""Those among them that are read in old charsets too: more than any message shows; each costs three milliseconds."""
STATEFUL = ("iso2022", "hz", "utf-7")
REPLACEMENT = "\ufffd"
CHUNK = 1 << 16
UNREADABLE = 2.0
"""A stretch or byte whose best reading costs more than this is damage and not another charset."""
BY_SCRIPT = {
    "LATIN": ("cp1252", "cp1250", "mac-roman", "cp850", "cp1254", "cp1257"),
    "CYRILLIC": ("cp1251", "koi8-r", "cp866", "iso8859-5", "mac-cyrillic"),
    "GREEK": ("cp1253",), "HEBREW": ("cp1255",), "ARABIC": ("cp1256",), "THAI": ("cp874",),
    "CJK": ("gb18030", "big5"), "HIRAGANA": ("cp932", "euc_jp"), "KATAKANA": ("cp932", "euc_jp"), "HANGUL": ("cp949",),
}  # fmt: skip
"""The old charsets that a UTF-8 text of a script may have got bytes from."""


class Damage(msgspec.Struct, frozen=True, eq=False):
    """A text with one U+FFFD for each byte that its charset does not allow, and what those bytes are."""

    text: str
    bad: tuple[BadByte, ...] = ()
    count: int = 0
    whole: int = 0
    """Characters beyond ASCII that are whole."""
    cut: int = 0
    regions: tuple[Region, ...] = ()
    at: np.ndarray = np.zeros(0, np.int64)
    """Where the bad bytes stand in the text."""
    high: np.ndarray = np.zeros(0, np.int64)
    """Where anything beyond ASCII stands in the text."""


def damaged_text(raw: bytes) -> Damage:
    """Bytes read as UTF-8, however damaged."""
    text = raw.decode("utf-8", "surrogateescape")
    codes = np.array([text]).view(np.uint32) if text else np.zeros(0, np.uint32)  # an encoder stops at each of many surrogates
    high = np.flatnonzero(codes >= 0x80)
    beyond = codes[high]
    at = high[(beyond >= 0xDC80) & (beyond <= 0xDCFF)]
    if not len(at):
        return Damage(text, whole=len(high), high=high)
    first = at[:LISTED]
    bad = tuple(
        BadByte(offset, int(codes[place]) - 0xDC00, place)
        for place, offset in zip(first.tolist(), _offsets(text, first.tolist()), strict=True)
    )
    codes[at] = 0xFFFD
    return Damage(codes.tobytes().decode("utf-32-le"), bad, len(at), len(high) - len(at), _cut(raw), (), at, high)


def _offsets(text: str, places: Iterable[int]) -> Iterator[int]:
    """The byte offset of each of these ascending places in a text decoded with surrogate escapes."""
    last = offset = 0
    for place in places:
        offset += len(text[last:place].encode("utf-8", "surrogateescape"))
        last = place
        yield offset


BY_CHANCE = 1.0
"""Whole characters that cost more than this were formed by chance out of an old charset. Measured on 600 pages in 20
languages: those of real UTF-8 cost 0.1 to 0.5; chance ones out of EUC-JP, Shift_JIS and GBK 1.5 and more."""


def by_chance(damage: Damage) -> bool:
    """Whether the whole UTF-8 characters among bad bytes are such as no language prints."""
    return _whole_cost(damage) > BY_CHANCE


def utf8_cost(damage: Damage) -> float:
    """What the reading as damaged UTF-8 costs, per character beyond ASCII, comparable with a charset's reading."""
    return (_whole_cost(damage) * damage.whole + SPOILED * damage.count) / (damage.whole + damage.count)


def _whole_cost(damage: Damage) -> float:
    places = np.setdiff1d(damage.high[:20000], damage.at[:20000], assume_unique=True)[:5000]
    return letters_cost("".join(damage.text[place] for place in places.tolist())) if len(places) else 2 * BY_CHANCE


SPOILED = 2.0
"""What a bad byte costs: less than a mark inside a word does, more than a strange letter."""


def _cut(raw: bytes) -> int:
    """How many bytes at the end are the beginning of a UTF-8 character."""
    for size in range(1, 4):
        tail = raw[-size:]
        if tail[0] >= 0xC2:
            try:
                return 0 if codecs.getincrementaldecoder("utf-8")().decode(tail) else size
            except UnicodeDecodeError:
                return 0
    return 0


def legacy_text(raw: bytes, charset: str) -> Damage:
    """Bytes read in a charset other than UTF-8; it holds no surrogates, whatever the codec makes."""
    try:
        return Damage(_without_surrogates(raw.decode(charset)))
    except UnicodeDecodeError:
        pass
    if charset.startswith(STATEFUL):
        text = _without_surrogates(raw.decode(charset, "replace"))
        return Damage(text, count=text.count(REPLACEMENT))
    return _stepwise(raw, charset)


def _without_surrogates(text: str) -> str:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text


def _stepwise(raw: bytes, charset: str) -> Damage:
    pieces: list[str] = []
    bad: list[BadByte] = []
    position = length = cut = 0
    while position < len(raw) and len(bad) < LISTED:
        chunk = raw[position : position + CHUNK]
        last = position + CHUNK >= len(raw)
        decoder = codecs.getincrementaldecoder(charset)("strict")
        try:
            piece, used = decoder.decode(chunk, last), len(chunk)
            if not last:
                used -= len(decoder.getstate()[0])
        except UnicodeDecodeError as error:
            used = max(error.end, error.start + 1)
            piece = chunk[: error.start].decode(charset, "replace") + REPLACEMENT
            bad.append(BadByte(position + error.start, chunk[error.start], length + len(piece) - 1))
            if (position + used >= len(raw) and "incomplete" in error.reason) or "truncated" in error.reason:
                cut = len(raw) - position - error.start
        pieces.append(piece)
        length += len(piece)
        position += used
    rest = raw[position:].decode(charset, "replace")
    return Damage(_without_surrogates("".join((*pieces, rest))), tuple(bad), len(bad) + rest.count(REPLACEMENT), cut=cut)


def with_readings(raw: bytes, damage: Damage, regions: tuple[Region, ...] = ()) -> Damage:
    """The damage with each bad byte read in the likeliest old charset, and those inside the regions left to them."""
    outside = [one for one in damage.bad if not any(region.start <= one.offset < region.end for region in regions)]
    inside = sum(int(np.searchsorted(damage.at, region.span.end) - np.searchsorted(damage.at, region.span.start)) for region in regions)
    read = _readings(raw, damage, outside)
    return msgspec.structs.replace(damage, bad=read, count=damage.count - inside, regions=regions)


def _readings(raw: bytes, damage: Damage, bad: list[BadByte]) -> tuple[BadByte, ...]:
    whole = [damage.text[place] for place in np.setdiff1d(damage.high[:5000], damage.at[:5000]).tolist()]
    candidates = BY_SCRIPT.get(_main_script(whole), BY_SCRIPT["LATIN"])
    used = frozenset("".join(whole).lower())
    best: dict[int, tuple[float, str]] = {}
    for charset in candidates:
        for offset, cost, reading in _single(raw, damage, bad[:INTERPRETED], charset):
            foreign = FOREIGN * (candidates is BY_SCRIPT["LATIN"] and reading.lower() not in used)
            if cost + foreign < best.get(offset, (UNREADABLE, ""))[0]:
                best[offset] = cost + foreign, reading
    return tuple(msgspec.structs.replace(one, reads_as=best[one.offset][1]) if one.offset in best else one for one in bad)


def _single(raw: bytes, damage: Damage, bad: list[BadByte], charset: str) -> Iterator[tuple[int, float, str]]:
    """Offset, cost and reading of each bad byte in one charset."""
    for one in bad:
        reading = raw[one.offset : one.offset + 1].decode(charset, "replace")
        width = 1
        if reading == REPLACEMENT:  # the first byte of two in a multi-byte charset
            reading, width = raw[one.offset : one.offset + 2].decode(charset, "replace"), 2
        if REPLACEMENT in reading:
            continue
        before, after = damage.text[max(0, one.at - 1) : one.at], damage.text[one.at + width : one.at + width + 1]
        yield one.offset, cost_of(before, reading[0], after) + RARITY.get(charset, 0.1), reading


def _main_script(whole: list[str]) -> str:
    """The script that most of these characters beyond ASCII are of, by the first word of their names."""
    names: dict[str, int] = {}
    for letter in whole:
        if letter.isalpha():
            name = unicodedata.name(letter, "").split(" ", 1)[0]
            names[name] = names.get(name, 0) + 1
    if names.get("HIRAGANA") or names.get("KATAKANA"):
        return "HIRAGANA"
    return max(sorted(names), key=lambda name: names[name], default="LATIN")
