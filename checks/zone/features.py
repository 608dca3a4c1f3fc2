"""Features: what the line model sees of each line, as numbers, computed for all lines at once.

Only lines with something on them are rows; blank lines are felt as gaps. Every column belongs to a named group, and a
group is what an explanation can name.
"""

from __future__ import annotations

import re
from functools import cache

import msgspec
import numpy as np

from checks.model import Document
from checks.shape import Kind, Shape, shape
from checks.zone.phrases import PREFIXES, WHOLE, Phrases, phrases
from checks.zone.tokens import Tokens, tokens

PROSE = 60.0
"""Weight from which a line that holds a sentence end counts as running text: nine tenths of the labelled body
paragraphs are heavier, nine tenths of the furniture lines lighter."""
_BINS = np.array([4, 8, 14, 22, 32, 45, 60, 80, 110, 160, 240, 400], np.float32)
_REACHES = (1, 2, 4, 8, 16, 32, 64)
_DATE = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{2,4}|\b(?:19|20)\d\d\b|\d{1,2}[:.h]\d\d\b|\d年|\d月|\d{1,2}\. \w{3}")
_DATE_REACH = 120
_FAR = 200
_ONE_OF = np.eye(16, dtype=np.float32)
_SHORT = 25.0


class Rows(msgspec.Struct, frozen=True, eq=False):
    """The lines of a document that hold something, and their numbers.

    `lines` holds their line numbers, `matrix` float32 of shape (rows, features). `whole` and `opening` are the phrase categories of `checks.zone.phrases`.
    """

    document: Document
    shape: Shape
    tokens: Tokens
    lines: np.ndarray
    matrix: np.ndarray
    whole: np.ndarray
    opening: np.ndarray
    weight: np.ndarray
    prose: np.ndarray
    repeats: np.ndarray
    number: np.ndarray
    title: int


Columns = tuple[np.ndarray | float, ...]


def _names() -> tuple[tuple[str, int], ...]:
    return (
        ("length", len(_BINS) + 3),
        ("characters", 13),
        ("punctuation", 4),
        ("first character", 16),
        ("last character", 16),
        ("capitals", 3),
        ("indentation", 4),
        ("gaps", 6),
        ("dates", 2),
        ("repetition", 5),
        ("place", 6),
        ("density", 2 * len(_REACHES) + 6),
        ("topic", 3),
        ("title", 5),
        ("words", 4),
        ("phrases", len(WHOLE) + len(PREFIXES)),
    )


@cache
def groups() -> dict[str, slice]:
    """Group name -> its columns."""
    out, at = {}, 0
    for name, width in _names():
        out[name] = slice(at, at + width)
        at += width
    return out


def width() -> int:
    """How many columns the matrix has."""
    return sum(columns for _, columns in _names())


def rows(document: Document) -> Rows:
    """What the line model sees of a document."""
    form = shape(document)
    words = tokens(form)
    known = phrases()
    begin, after = form.bare
    lines = np.flatnonzero(begin < after)
    n = len(lines)
    begin, after = begin[lines], after[lines]
    counts = form.counts[lines].astype(np.float32)
    ink = counts.sum(1) - counts[:, Kind.SPACE] - counts[:, Kind.BREAK]
    weight = ink + counts[:, Kind.DENSE] * 1.5
    out = np.zeros((width(), n), np.float32).T
    at = groups()
    number = words.stretch(begin, after)
    whole_number = words.whole()[lines]
    whole = known.whole(whole_number)
    opening = known.opening(words, lines)
    token_counts = np.diff(words.first)[lines]
    prose = np.where((weight >= PROSE) & (counts[:, Kind.STOP] > 0), weight, 0)
    if n:
        share = counts / np.maximum(ink, 1)[:, None]
        log_ink = np.log1p(ink)
        length = at["length"].start
        out[:, length : length + len(_BINS)] = weight[:, None] >= _BINS
        _fill(out, length + len(_BINS), log_ink / 6, np.log1p(weight) / 6, np.log1p(token_counts) / 5)
        out[:, at["characters"]] = share[:, [1, 2, 3, 4, 5, 6, 9, 10, 11, 12, 13, 14, 15]] * 2
        out[:, at["punctuation"]] = np.log1p(counts[:, [9, 10, 11, 6]])
        out[:, at["first character"]] = _ONE_OF[form.classes[begin]]
        out[:, at["last character"]] = _ONE_OF[form.classes[after - 1]]
        capitals = np.concatenate(([0], np.cumsum(words.capital)))
        capital_words = (capitals[words.first[1:]] - capitals[words.first[:-1]])[lines]
        cased = counts[:, 1] + counts[:, 2]
        all_capitals, title_case = (counts[:, 1] > 0.8 * cased) & (cased > 2), (counts[:, 2] > 0) & (capital_words == token_counts)
        _fill(out, at["capitals"].start, capital_words / np.maximum(token_counts, 1), all_capitals, title_case)
        _fill(out, at["indentation"].start, *_indentation(document, lines, begin))
        _fill(out, at["gaps"].start, *_gaps(lines, len(document.starts)))
        out[:, at["dates"]] = _dates(document, lines, counts[:, Kind.DIGIT], ink)
        repeats = _repeats(number)
        _fill(out, at["repetition"].start, *_repetition(words, begin, after, number, repeats))
        _fill(out, at["place"].start, *_place(n, weight))
        _density(out, at["density"].start, prose, weight)
        topic, title_columns, title = _topic(words, lines, prose, weight, number)
        _fill(out, at["topic"].start, *topic)
        _fill(out, at["title"].start, *title_columns)
        _fill(out, at["words"].start, *_words(words, known, len(document.starts), lines, token_counts))
        place = np.arange(n)
        out[place[whole > 0], at["phrases"].start + whole[whole > 0] - 1] = 1
        out[place[opening > 0], at["phrases"].start + len(WHOLE) + opening[opening > 0] - 1] = 1
    else:
        repeats, title = np.zeros(0, np.int64), -1
    return Rows(document, form, words, lines, out, whole, opening, weight, prose, repeats, number, title)


def _fill(out: np.ndarray, at: int, *columns: np.ndarray | float) -> None:
    for place, column in enumerate(columns, at):
        out[:, place] = column


def _indentation(document: Document, lines: np.ndarray, begin: np.ndarray) -> Columns:
    depth = np.minimum(begin - document.starts[lines], 60).astype(np.float32)
    step = np.diff(depth, prepend=depth[:1])
    return np.log1p(depth) / 3, np.tanh(step / 4), np.tanh(np.append(-step[1:], 0) / 4), step == 0


def _gaps(lines: np.ndarray, total: int) -> Columns:
    before = np.diff(lines, prepend=-1) - 1
    after = np.append(before[1:], total - 1 - lines[-1])
    return before == 0, before == 1, before > 1, after == 0, after == 1, after > 1


def _dates(document: Document, lines: np.ndarray, digits: np.ndarray, ink: np.ndarray) -> np.ndarray:
    out = np.zeros((len(lines), 2), np.float32)
    texts = document.lines
    likely = np.flatnonzero((digits >= 2) & (ink <= _DATE_REACH))
    for row, line in zip(likely.tolist(), lines[likely].tolist(), strict=True):
        out[row, 0] = _DATE.search(texts[line]) is not None
    distance = np.flatnonzero(out[:, 0])
    if len(distance):
        places = np.arange(len(lines))
        near = np.searchsorted(distance, places, "right") - 1
        steps = np.where(near < 0, len(lines), places - distance[np.maximum(near, 0)])
        out[:, 1] = 1 / (1 + steps)
    return out


def _repeats(number: np.ndarray) -> np.ndarray:
    _, inverse, count = np.unique(number, return_inverse=True, return_counts=True)
    return count[inverse]


def _repetition(words: Tokens, begin: np.ndarray, after: np.ndarray, number: np.ndarray, repeats: np.ndarray) -> Columns:
    order = np.argsort(number, kind="stable")
    ordered = number[order]
    again = np.zeros(len(number), bool)
    again[order[1:]] = ordered[1:] == ordered[:-1]
    size = after - begin
    half = size // 2
    doubled = (size >= 6) & (words.stretch(begin, begin + half) == words.stretch(after - half, after))
    neighbour = np.zeros(len(number), bool)
    near = (number[1:] == number[:-1]) & (size[1:] > 3)
    neighbour[1:] |= near
    neighbour[:-1] |= near
    return repeats > 1, np.log(repeats), again, doubled, neighbour


def _words(words: Tokens, known: Phrases, total: int, lines: np.ndarray, token_counts: np.ndarray) -> Columns:
    places, kinds = known.told(words.number)
    line = words.line[places]
    telling = np.bincount(line[kinds == 1], minlength=total)[lines]
    address = np.bincount(line[kinds == 2], minlength=total)[lines]
    many = np.maximum(token_counts, 4)
    return telling / many * 3, np.log1p(telling), address / many * 3, np.log1p(address)


def _place(n: int, weight: np.ndarray) -> Columns:
    row = np.arange(n, dtype=np.float32)
    total = np.cumsum(weight)
    return row / n, np.log1p(row) / 5, np.log1p(n - 1 - row) / 5, total / total[-1], np.log(n) / 5, np.log1p(total[-1]) / 10


def _density(out: np.ndarray, at: int, prose: np.ndarray, weight: np.ndarray) -> None:
    """Running text within so many rows before and after, and how far away the next of it is."""
    n, reach = len(prose), _REACHES[-1]
    sums = np.zeros(n + 1 + 2 * reach)
    np.cumsum(prose, out=sums[reach + 1 : reach + 1 + n])
    sums[reach + 1 + n :] = sums[reach + n]
    here, behind = sums[reach : reach + n], sums[reach + 1 : reach + 1 + n]
    stretches = out[:, at : at + 2 * len(_REACHES)]
    for place, far in enumerate(_REACHES):
        stretches[:, 2 * place] = (here - sums[reach - far : reach - far + n]) / far
        stretches[:, 2 * place + 1] = (sums[reach + 1 + far : reach + 1 + far + n] - behind) / far
    np.log1p(stretches, out=stretches)
    stretches /= 5
    at += 2 * len(_REACHES)
    row = np.arange(n)
    strong = prose > 0
    last = np.maximum.accumulate(np.where(strong, row, -1))
    last = np.concatenate(([-1], last[:-1]))
    coming = np.minimum.accumulate(np.where(strong, row, n)[::-1])[::-1]
    out[:, at] = np.log1p(np.where(last < 0, _FAR, row - last)) / 5
    out[:, at + 1] = np.log1p(np.where(coming == n, _FAR, coming - row)) / 5
    total = max(float(sums[-1]), 1.0)
    out[:, at + 2] = here / total
    out[:, at + 3] = (total - behind) / total
    short = np.zeros(n + 12)
    np.cumsum(weight < _SHORT, out=short[6 : 6 + n])
    short[6 + n :] = short[5 + n]
    out[:, at + 4] = (short[11 : 11 + n] - short[:n]) / 11
    out[:, at + 5] = strong


def _topic(words: Tokens, lines: np.ndarray, prose: np.ndarray, weight: np.ndarray, number: np.ndarray) -> tuple[Columns, Columns, int]:
    n = len(lines)
    bucket = (words.number >> np.uint64(7)).astype(np.int64) & 0x3FFF
    long = (words.ends - words.starts) >= 4
    long |= (words.ends - words.starts) == 2  # pairs of dense letters, and short words that weigh little
    row_of_line = np.full(len(words.first) - 1, -1, np.int64)
    row_of_line[lines] = np.arange(n)
    kept = np.flatnonzero(long)
    kept = kept[row_of_line[words.line[kept]] >= 0]
    row, bucket = row_of_line[words.line[kept]], bucket[kept]
    in_strong = prose[row] > 0
    strong_lines = np.bincount(bucket[in_strong], minlength=0x4000)
    own = in_strong.astype(np.int64)
    elsewhere = (strong_lines[bucket] - own) > 0
    rare = strong_lines[bucket] <= max(3, int((prose > 0).sum()) // 3)
    total = np.bincount(row, minlength=n)
    shared = np.bincount(row, weights=elsewhere, minlength=n)
    telling = np.bincount(row, weights=elsewhere & rare, minlength=n)
    topic = (shared / np.maximum(total, 1), telling / np.maximum(total, 1), np.log1p(telling) / 3)
    title = _title(prose, weight, telling, total)
    columns: Columns = ()
    if title >= 0:
        of_title = np.zeros(0x4000, bool)
        of_title[bucket[row == title]] = True
        common = np.bincount(row, weights=of_title[bucket], minlength=n)
        step = np.arange(n) - title
        same = number == number[title]
        columns = (common / np.maximum(total, 1), common / max(int(total[title]), 1), same, np.sign(step), np.log1p(np.abs(step)) / 5)
    return topic, columns, title


def _title(prose: np.ndarray, weight: np.ndarray, telling: np.ndarray, total: np.ndarray) -> int:
    """The row that looks most like the headline: before the longest text, of middling length, in the words of the text."""
    if not len(weight):
        return -1
    mass = np.cumsum(prose)
    early = mass - prose <= 0.5 * mass[-1]
    score = np.where((weight >= 15) & (weight <= 260) & early, telling * (0.3 + telling / np.maximum(total, 1)), 0)
    score = score * np.where(prose > 0, 0.5, 1.0)
    best = int(np.argmax(score))
    return best if score[best] > 0 else -1
