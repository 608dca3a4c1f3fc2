"""Features: what the line model sees of each line, as numbers, computed for all lines at once.

Only lines with something on them are rows; blank lines are felt as gaps. Every column belongs to a named group, and a
group is what an explanation can name. On a page of two hundred lines it is the number of array operations that costs
and not the number of lines, so what many columns need is done for all of them in one. While it is filled the sheet has a
column of the model as a row of memory; columns that are logarithms are filled with numbers, and the logarithms come last.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import compress

import msgspec
import numpy as np

from checks.model import Document
from checks.shape import BREAK, CLAUSE, DENSE, DIGIT, LOWER, QUOTE, SPACE, STOP, UPPER, shape
from checks.zone.context import REACHES, Vocabulary, density, distances, layout, place, topic
from checks.zone.guess import COLUMNS, Guess, likeness
from checks.zone.phrases import PREFIXES, WHOLE, Known, phrases
from checks.zone.tokens import Tokens, tokens
from checks.zone.unstopped import spelled_out

PROSE = 60.0
"""Weight from which a line that holds a sentence end counts as running text: nine tenths of the labelled body
paragraphs are heavier, nine tenths of the furniture lines lighter."""
_BINS = np.array([4, 8, 14, 22, 32, 45, 60, 80, 110, 160, 240, 400], np.float32)[:, None]
_DATE = re.compile(r"\d(?:[./-]\d{1,2}[./-]\d\d|[:.h]\d\d\b|[年月]|\. \w{3}|(?<=\b1)9\d\d\b|(?<=\b2)0\d\d\b)")
"""Whether a line holds a date or a time of day, not where: every form is written as short as it can be recognised, and all
begin with one class of characters, which the search runs ahead to."""
_DATE_REACH = 120
_CLASSES = np.arange(16, dtype=np.uint8)[:, None]
_SHARED = [*range(1, 7), *range(9, 16)]
"""The classes whose share in a line is a feature: all but spaces, line ends and what is none of the others."""
_MARKS = [STOP, CLAUSE, QUOTE, DIGIT]
_WHOLES, _OPENINGS = (np.arange(1, len(names) + 1, dtype=np.uint8)[:, None] for names in (WHOLE, PREFIXES))


class Rows(msgspec.Struct, frozen=True, eq=False):
    """The lines of a document that hold something, and their numbers; everything in the order of the rows.

    `lines` are their line numbers, `texts` what they say, `begin` and `after` the offsets of their first and after their
    last character that is no white space, `initial` and `ending` the classes of these two. `counts` are the characters of each
    class, shape (16, rows), `wordless` whether there is no letter among them. `matrix` is float32 of shape (rows, features).
    `whole` and `opening` are the phrase categories of `checks.zone.phrases`. `weight` is the length in letters of an
    alphabet, `prose` the same for running text and 0 for other lines. `original` is the first row that says the same as this,
    `repeats` how many rows do. `title` is the likeliest headline or -1.
    """

    document: Document
    tokens: Tokens
    lines: np.ndarray
    texts: list[str]
    begin: np.ndarray
    after: np.ndarray
    initial: np.ndarray
    ending: np.ndarray
    counts: np.ndarray
    wordless: np.ndarray
    matrix: np.ndarray
    whole: np.ndarray
    opening: np.ndarray
    weight: np.ndarray
    prose: np.ndarray
    repeats: np.ndarray
    original: np.ndarray
    title: int
    vocabulary: Vocabulary


def _names() -> tuple[tuple[str, int, dict[int, int]], ...]:
    """Group, number of columns, and which of them are `log(1 + number) / divisor`."""
    return (
        ("length", len(_BINS) + 3, {len(_BINS): 6, len(_BINS) + 1: 6, len(_BINS) + 2: 5}),
        ("characters", len(_SHARED), {}),
        ("punctuation", len(_MARKS), dict.fromkeys(range(len(_MARKS)), 1)),
        ("first character", 16, {}),
        ("last character", 16, {}),
        ("capitals", 3, {}),
        ("indentation", 4, {0: 3}),
        ("gaps", 6, {}),
        ("layout", 9, {8: 4}),
        ("dates", 3, {}),
        ("repetition", 5, {}),
        ("place", 6, {1: 5, 2: 5}),
        ("density", 2 * len(REACHES) + 6, dict.fromkeys(range(2 * len(REACHES) + 2), 5)),
        ("topic", 3, {2: 3}),
        ("title", COLUMNS, {}),
        ("words", 4, {1: 1, 3: 1}),
        ("phrases", len(WHOLE) + len(PREFIXES), {}),
    )


@cache
def groups() -> dict[str, slice]:
    """Group name -> its columns."""
    out, at = {}, 0
    for name, columns, _ in _names():
        out[name] = slice(at, at + columns)
        at += columns
    return out


@cache
def _logarithms() -> tuple[np.ndarray, np.ndarray]:
    """The columns that are logarithms, and what each is multiplied with."""
    of_group = groups()
    columns = {of_group[name].start + column: divisor for name, _, logs in _names() for column, divisor in logs.items()}
    return np.array(list(columns)), 1 / np.array(list(columns.values()), np.float32)[:, None]


@cache
def width() -> int:
    """How many columns the matrix has."""
    return sum(columns for _, columns, _ in _names())


def rows(document: Document, guess: Guess | None = None) -> Rows:
    """What the line model sees of a document. Without a guess at the headline the columns that ask for it stay empty."""
    form = shape(document)
    words = tokens(form)
    lines, begin, after = form.filled
    counts = form.counts.take(lines, 1).astype(np.float32)
    edges = form.classes.take(np.concatenate((begin, after - 1))).reshape(2, -1)
    if len(counts[DENSE].nonzero()[0]):
        spelled_out(document, lines, counts, edges[1])
    ink = np.add.reduce(counts)
    ink -= counts[SPACE]
    ink -= counts[BREAK]
    weight = ink + counts[DENSE] * 1.5
    prose = weight * ((weight >= PROSE) & (counts[STOP] > 0))
    known = phrases().known(words)
    texts = document.lines
    has_row = np.zeros(len(texts), bool)
    has_row[lines] = True
    said = list(compress(texts, has_row.tolist()))
    sheet = np.zeros((width(), len(lines)), np.float32)
    original, repeats, title, vocabulary = lines, lines, -1, Vocabulary(lines, lines, lines)
    if len(lines):
        out = {name: sheet[columns] for name, columns in groups().items()}
        _of_each(out, counts, ink, weight, words)
        np.equal(edges[0], _CLASSES, out=out["first character"])
        np.equal(edges[1], _CLASSES, out=out["last character"])
        depth = begin - document.starts.take(lines)
        _indentation(out["indentation"], depth)
        layout(out["layout"], depth, edges, weight, prose)
        _gaps(out["gaps"], lines, len(document.starts))
        _dates(out["dates"], said, counts[DIGIT], ink)
        original, repeats = _repetition(out["repetition"], words, begin, after)
        place(out["place"], weight)
        density(out["density"], prose, weight)
        vocabulary = topic(out["topic"], words, prose)
        _words(out["words"], words, known)
        np.equal(known.whole, _WHOLES, out=out["phrases"][: len(WHOLE)])
        np.equal(known.opening, _OPENINGS, out=out["phrases"][len(WHOLE) :])
        _take_logarithms(sheet)
        title = guess.headline(sheet.T, weight) if guess else -1
        if title >= 0:
            likeness(out["title"], vocabulary, original, prose, title)
    wordless = np.add.reduce(counts[UPPER : DENSE + 2]) == 0
    by_line = (lines, said, begin, after, edges[0], edges[1], counts, wordless)
    phrase = (known.whole.astype(np.intp), known.opening.astype(np.intp))  # many a table is looked into with these
    return Rows(document, words, *by_line, sheet.T, *phrase, weight, prose, repeats, original, title, vocabulary)


def _take_logarithms(sheet: np.ndarray) -> None:
    columns, factors = _logarithms()
    logs = sheet.take(columns, 0)
    logs += 1
    np.log(logs, out=logs)
    logs *= factors
    sheet[columns] = logs


def _of_each(out: dict[str, np.ndarray], counts: np.ndarray, ink: np.ndarray, weight: np.ndarray, words: Tokens) -> None:
    """What a line is by itself: its length, its characters, its capitals."""
    length, bins = out["length"], len(_BINS)
    np.greater_equal(weight, _BINS, out=length[:bins])
    length[bins], length[bins + 1], length[bins + 2] = ink, weight, words.many
    np.divide(counts.take(_SHARED, 0), ink * 0.5, out=out["characters"])
    counts.take(_MARKS, 0, out=out["punctuation"])
    capital_words = np.bincount(words.row, words.capital, len(ink))
    upper, lower = counts[UPPER], counts[LOWER]
    cased = upper + lower
    capitals = out["capitals"]
    np.divide(capital_words, np.maximum(words.many, 1), out=capitals[0], casting="same_kind")
    np.logical_and(upper > 0.8 * cased, cased > 2, out=capitals[1])
    np.logical_and(lower, capital_words == words.many, out=capitals[2])


def _indentation(out: np.ndarray, depth: np.ndarray) -> None:
    np.minimum(depth, 60, out=out[0])
    change = out[0, 1:] - out[0, :-1]
    np.equal(change, 0, out=out[3, 1:])
    out[3, 0] = 1
    change /= 4
    np.tanh(change, out=out[1, 1:])
    np.negative(out[1, 1:], out=out[2, :-1])


def _gaps(out: np.ndarray, lines: np.ndarray, total: int) -> None:
    gaps = np.empty(len(lines) + 1, np.int64)
    gaps[0], gaps[-1] = lines[0], total - 1 - lines[-1]
    np.subtract(lines[1:], lines[:-1] + 1, out=gaps[1:-1])
    kinds = np.minimum(gaps, 2) == _CLASSES[:3]
    out[:3], out[3:] = kinds[:, :-1], kinds[:, 1:]


def _dates(out: np.ndarray, texts: list[str], digits: np.ndarray, ink: np.ndarray) -> None:
    n = len(texts)
    likely = ((digits >= 2) & (ink <= _DATE_REACH)).nonzero()[0].tolist()
    dated = [row for row in likely if _DATE.search(texts[row])]
    if dated:
        hits = np.array(dated)
        out[0, hits] = 1
        steps = distances(hits, n, n)
        steps += 1
        np.divide(1, steps, out=out[1:], casting="same_kind")


def _repetition(out: np.ndarray, words: Tokens, begin: np.ndarray, after: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """For each line the first row that says the same, and how many do."""
    n, size = len(begin), after - begin
    half = size >> 1
    starts, ends = np.concatenate((begin, begin, after - half)), np.concatenate((after, begin + half, after))
    number, front, back = words.stretch(starts, ends).reshape(3, n)
    np.logical_and(front == back, size >= 6, out=out[3])
    order = number.argsort(kind="stable")
    ordered = number.take(order)
    fresh = np.empty(n + 1, bool)
    fresh[0] = fresh[-1] = True
    np.not_equal(ordered[1:], ordered[:-1], out=fresh[1:-1])
    begins = fresh.nonzero()[0]
    row = np.arange(n)
    original, repeats = row, np.ones(n, np.int64)
    if len(begins) <= n:
        many = begins[1:] - begins[:-1]
        repeats[order] = many.repeat(many)
        original = np.empty(n, np.int64)
        original[order] = order.take(begins[:-1]).repeat(many)
        np.greater(repeats, 1, out=out[0])
        np.log(repeats, out=out[1], casting="same_kind")
        np.not_equal(original, row, out=out[2])
        doubled = (original[1:] == original[:-1]) & (size[1:] > 3)
        out[4, 1:] = doubled
        np.logical_or(out[4, :-1], doubled, out=out[4, :-1])
    return original, repeats


def _words(out: np.ndarray, words: Tokens, known: Known) -> None:
    n = len(words.first)
    told = np.bincount(words.row.take(known.told) + (known.manner == 2) * n, minlength=2 * n).reshape(2, n)
    out[::2] = told / np.maximum(words.many, 4) * 3
    out[1::2] = told
