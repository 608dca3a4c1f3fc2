"""Which charset bytes are in that are no UTF-8: a detector's candidates, judged again on the text they give.

The detector (chardet) knows letter pairs of many languages, but not what a page of prose looks like: it may answer with a
charset in which quotation marks stand inside words, capitals inside lower case, or Latvian letters in an Albanian text. So
each candidate decodes the bytes, and every character beyond ASCII is weighed with its two neighbours and against the
alphabets of the languages that the small words point to. The cost of a reading is the mean over these characters.
"""

from __future__ import annotations

import codecs

import msgspec
import numpy as np

from checks.read.cost import Place, place_costs
from checks.read.prose import WIDE, Table, single_bytes, strangeness, wide_cost

EXCERPT = 1 << 16
"""Bytes of a file that multi-byte readings and small words are judged on; the bytes of the others are counted whole."""
PROSE = 1 << 12
"""Bytes that small words are counted in."""
AMBIGUOUS = 0.12
"""Two readings whose costs are nearer than this are not told apart."""
HARDLY_DIFFERENT = 3
"""Two readings that differ in this many characters or fewer are never told apart by frequencies."""
BEYOND_PROSE = 2.5
"""A best reading that costs more than this is no prose in any charset that we know."""

MOST_CONTROLS = 0.02
"""A file with more control characters than this, in which the detector sees no text, is none."""

# How often an old charset is met on the web, as a cost: the less common must fit better. Twins of equal fit are settled by this.
RARITY = {
    "cp1252": 0.0, "iso8859-1": 0.01, "iso8859-15": 0.06, "cp1250": 0.0, "iso8859-2": 0.01, "cp1251": 0.0, "koi8-r": 0.02, "koi8-u": 0.04,
    "cp1253": 0.0, "iso8859-7": 0.01, "cp1254": 0.02, "iso8859-9": 0.03, "cp1255": 0.0, "iso8859-8": 0.01, "cp1256": 0.0, "iso8859-6": 0.01,
    "cp1257": 0.1, "iso8859-13": 0.12, "cp1258": 0.0, "cp874": 0.0, "tis-620": 0.01, "iso8859-11": 0.01, "iso8859-5": 0.02, "cp866": 0.02,
    "cp855": 0.04, "mac-cyrillic": 0.04, "mac-roman": 0.08, "cp850": 0.1, "cp858": 0.13, "cp437": 0.14, "cp852": 0.08, "mac-latin2": 0.1,
    "iso8859-4": 0.15, "iso8859-16": 0.1, "iso8859-3": 0.2, "iso8859-10": 0.2, "iso8859-14": 0.25, "hp-roman8": 0.4, "mac-iceland": 0.2,
    "mac-turkish": 0.15, "mac-greek": 0.1,
}  # fmt: skip
RARE = 0.25
LIKELY = 10
"""Candidates of the detector that are judged, beside those that always are."""
ALWAYS = ("cp1252", "mac-roman", "cp850", "cp437", "cp1250", "cp1251", "koi8-r", "cp866", "cp1253")


class Guess(msgspec.Struct, frozen=True):
    """The charset that fits best, what the detector said, and what else the bytes could be."""

    charset: str
    detected: str
    confidence: float
    cost: float
    alternatives: tuple[str, ...] = ()


def guess(raw: bytes, declared: str = "") -> Guess | None:
    """The likeliest charset of bytes that are no UTF-8, or None when they are no text."""
    import chardet  # 50 ms: only files that are no UTF-8 pay for it

    answers = chardet.detect_all(raw, max_bytes=max(1, len(raw)), ignore_threshold=True)
    first = answers[0]
    detected, confidence = first["encoding"] or "", float(first["confidence"] or 0.0)
    if not detected and _controls(raw) > MOST_CONTROLS:
        return None
    named = {charset: float(answer["confidence"]) for answer in reversed(answers) if (charset := python_name(answer["encoding"]))}
    if detected and len(named) == 1 and decodes(raw, next(iter(named))):
        return Guess(next(iter(named)), detected, confidence, 0.0)
    ranked = _ranked(raw, named, python_name(declared))
    if not ranked:
        return None
    cost, charset = ranked[0]
    if not detected and cost > BEYOND_PROSE:
        return None
    return Guess(charset, detected, confidence, cost, _alternatives(raw, ranked))


def _controls(raw: bytes) -> float:
    """The share of control bytes that text has no use for."""
    data = np.frombuffer(raw, np.uint8)
    odd = (data < 0x20) & (data != 0x0A) & (data != 0x0D) & (data != 0x09)
    return float(odd.mean())


def python_name(name: str | None) -> str:
    """The name under which Python knows a charset of text; empty when it knows none."""
    try:
        found = codecs.lookup(name or "")
    except (LookupError, ValueError):
        return ""
    return found.name if found._is_text_encoding else ""  # noqa: SLF001


def decodes(raw: bytes, charset: str) -> bool:
    """Whether bytes are valid in a charset, a character cut at the end forgiven."""
    return _strict(raw, charset) is not None


def _strict(raw: bytes, charset: str) -> str | None:
    try:
        return codecs.getincrementaldecoder(charset)("strict").decode(raw, final=False)
    except (UnicodeError, LookupError):
        return None


def _ranked(raw: bytes, named: dict[str, float], declared: str) -> list[tuple[float, str]]:
    """Readings by cost, cheapest first; of several that give one text only the first."""
    events = Events(raw)
    excerpt = _excerpt(raw)
    top = max(named.values(), default=0.0) or 1.0
    costs = []
    doubt = 1 / (1 + events.total / 40)  # what is known beforehand weighs less the more there is to read
    likely = [charset for charset, confidence in named.items() if confidence >= top / 4]
    candidates = tuple(dict.fromkeys((*likely[-LIKELY:], *ALWAYS, *WIDE, *([declared] if declared else []))))
    for charset, cost in _costs(candidates, events, excerpt).items():
        # the detector's own ranking: a tenth of its top confidence costs as much as a rare letter in every second place
        beforehand = RARITY.get(charset, RARE) + 0.5 * min(1.0, -np.log10(max(named.get(charset, 0.0), top / 100) / top))
        costs.append((round(float(cost + doubt * (beforehand - 0.5 * (charset == declared))), 6), charset))
    ranked: list[tuple[float, str]] = []
    seen: set[str] = set()
    for cost, charset in sorted(costs):
        text = excerpt.decode(charset, "replace")
        if text not in seen:
            seen.add(text)
            ranked.append((cost, charset))
    return ranked


def _costs(charsets: tuple[str, ...], events: Events, excerpt: bytes) -> dict[str, float]:
    """What the reading in each charset costs, per character beyond ASCII; charsets in which the bytes are not valid are left out."""
    tables = {charset: table for charset in charsets if (table := single_bytes(charset))}
    found = {}
    if tables:
        places, scripts = (np.stack([getattr(table, name) for table in tables.values()]) for name in ("places", "scripts"))
        beside = place_costs(places, scripts, events.before, events.byte, events.after) @ events.counts
        prose = excerpt[:PROSE]
        for (charset, table), cost in zip(tables.items(), beside.tolist(), strict=True):
            found[charset] = (cost + _letters_cost(table, events, prose.decode(charset, "replace"))) / events.total
    for charset in charsets:
        if charset not in tables and (text := _strict(excerpt, charset)) is not None:
            found[charset] = wide_cost(text)
    return found


def _alternatives(raw: bytes, ranked: list[tuple[float, str]]) -> tuple[str, ...]:
    best_cost, best = ranked[0]
    text = _excerpt(raw).decode(best, "replace")
    found = []
    for cost, charset in ranked[1:8]:
        near = cost - best_cost < AMBIGUOUS
        if near or (cost - best_cost < 3 * AMBIGUOUS and _few_differences(text, _excerpt(raw).decode(charset, "replace"))):
            found.append(charset)
    return tuple(found[:4])


def _few_differences(one: str, other: str) -> bool:
    return len(one) == len(other) and sum(a != b for a, b in zip(one, other, strict=True)) <= HARDLY_DIFFERENT


def _excerpt(raw: bytes) -> bytes:
    """The lines that hold bytes beyond ASCII, up to a fixed size; of a file without short lines its first such stretch."""
    if len(raw) <= EXCERPT:
        return raw
    kept, size = [], 0
    for line in raw[: 8 * EXCERPT].split(b"\n"):
        if not line.isascii() and len(line) <= EXCERPT // 4:
            kept.append(line)
            size += len(line) + 1
            if size > EXCERPT:
                break
    if kept:
        return b"\n".join(kept)
    high = np.flatnonzero(np.frombuffer(raw, np.uint8) >= 0x80)
    return raw[int(high[0]) :][:EXCERPT] if len(high) else raw[:EXCERPT]


class Events:
    """The bytes beyond ASCII of a file, each with its neighbours, counted: arrays of distinct (before, byte, after) and counts."""

    LIMIT = 1 << 20
    DISTINCT = 1 << 12

    def __init__(self, raw: bytes) -> None:
        data = np.frombuffer(b"\n" + raw + b"\n", np.uint8)
        at = np.flatnonzero(data >= 0x80)
        if len(at) > self.LIMIT:
            at = at[:: len(at) // self.LIMIT + 1]
        keys = data[at - 1].astype(np.uint32) << 16 | data[at].astype(np.uint32) << 8 | data[at + 1]
        distinct, self.counts = np.unique(keys, return_counts=True)
        if len(distinct) > self.DISTINCT:
            often = np.argsort(-self.counts, kind="stable")[: self.DISTINCT]
            distinct, self.counts = distinct[often], self.counts[often]
        self.before, self.byte, self.after = (distinct >> 16) & 255, (distinct >> 8) & 255, distinct & 255
        self.total = max(1, int(self.counts.sum()))
        per_byte = np.bincount(self.byte, self.counts, 256).astype(np.int64)
        self.per_byte = [(byte, int(per_byte[byte])) for byte in np.flatnonzero(per_byte).tolist()]


def _letters_cost(table: Table, events: Events, text: str) -> float:
    letters: dict[str, tuple[int, int]] = {}
    quotes = dict.fromkeys(_GUILLEMETS, 0)
    for byte, count in events.per_byte:
        if table.characters[byte] in quotes:
            quotes[table.characters[byte]] = count
        if table.places[byte] in (Place.UPPER, Place.LOWER, Place.LETTER, Place.MARK):
            letters[table.characters[byte]] = (count, int(table.scripts[byte]))
    opened, closed = quotes.values()
    return strangeness(letters.items(), text) + UNPAIRED * abs(opened - closed)


UNPAIRED = 0.4
"""What a quotation mark without its fellow costs: little, for the text may be cut between them."""
_GUILLEMETS = "«»"
"""Quotation marks that come in pairs in every language that has them."""


def reading_cost(raw: bytes, charset: str) -> float:
    """What the reading of bytes in a charset costs, per character beyond ASCII; infinite when they are not valid in it."""
    return _costs((charset,), Events(raw), _excerpt(raw)).get(charset, float("inf"))
