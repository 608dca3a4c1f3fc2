"""Features: what the line model sees of each line, as numbers, computed for all lines at once.

Only lines with something on them are rows; blank lines are felt as gaps. Every column belongs to a named group, and a
group is what an explanation can name. On a page of two hundred lines it is the number of array operations that costs
and not the number of lines, so what many columns need is done for all of them in one. While it is filled the sheet has a
column of the model as a row of memory; columns that are logarithms are filled with numbers, and the logarithms come last.
"""

from __future__ import annotations

from functools import cache
from itertools import compress

import msgspec
import numpy as np

from checks.model import Document
from checks.patterns import lazily
from checks.shape import BREAK, CLAUSE, DENSE, DIGIT, LOWER, QUOTE, SEPARATOR, SPACE, STOP, UPPER, shape
from checks.zone.context import REACHES, Vocabulary, density, distances, layout, place, repetition, topic
from checks.zone.guess import COLUMNS, Guess, is_release, is_reporter, likeness
from checks.zone.paths import has_steps, last_path
from checks.zone.phrases import PREFIXES, WHOLE, Known, phrases
from checks.zone.strung import strung
from checks.zone.tokens import Tokens, tokens
from checks.zone.unstopped import spelled_out

PROSE = np.float32(60)
"""Weight from which a line that holds a sentence end counts as running text: nine tenths of the labelled body
paragraphs are heavier, nine tenths of the furniture lines lighter. Bounds that whole columns are compared with are numbers
of numpy: with a plain number every comparison takes twice as long."""
_BINS = np.array([4, 8, 14, 22, 32, 45, 60, 80, 110, 160, 240, 400], np.float32)[:, None]
_DATE = lazily(r"\d(?:[./-]\d{1,2}[./-]\d\d|[:.h]\d\d\b|[年月]|\. \w{3}|(?<=\b1)9\d\d\b|(?<=\b2)0\d\d\b)")
"""Whether a line holds a date or a time of day, not where: every form is written as short as it can be recognised, and all
begin with one class of characters, which the search runs ahead to."""
_DATE_DIGITS, _DATE_REACH = np.float32(2), np.float32(120)
_DENSER = np.float32(1.5)
"""What a letter of a script without spaces weighs beyond the one that it is."""
_NEAR, _PATH_MOST, _PROMPTS = 40, np.float32(200), 2
"""Rows at the top that may be a path, its weight at most, and how many lines above it may read like sentences, as prompts do."""
_TOP, _MENU = 8, 4
"""Rows at the top that may be menus, and words that they have at least."""
_GUESSES = 3
_DAY, _DATED_MOST = np.float32(8), np.float32(90)
"""Digits of a day, and the weight up to which a line that begins with one is no headline."""
_CLASSES = np.arange(16, dtype=np.uint8)[:, None]
_SHARED = [*range(1, 7), *range(9, 16)]
"""The classes whose share in a line is a feature: all but spaces, line ends and what is none of the others."""
_MARKS = [STOP, CLAUSE, QUOTE, DIGIT]
_WHOLES, _OPENINGS = (np.arange(1, len(names) + 1, dtype=np.uint8)[:, None] for names in (WHOLE, PREFIXES))


class Rows(msgspec.Struct, frozen=True, eq=False):
    """The lines of a document that hold something, and their numbers; everything in the order of the rows.

    `lines` are their line numbers, `texts` what they say, `begin` and `after` the offsets of their first and after their
    last character that is no white space, `initial` and `ending` the classes of these two. `counts` are the characters of each
    class, shape (16, rows), `has` whether there is any, `wordless` whether there is no letter among them. `matrix` is float32 of
    shape (rows, features). `whole` and `opening` are the phrase categories of `checks.zone.phrases`. `weight` is the length in
    letters of an alphabet, `prose` the same for running text and 0 for other lines, `running` whether it is that. `original` is
    the first row that says the same, `repeats` how many rows do. `title` is the likeliest headline or -1, `menus` are the rows at
    the top that are nothing but phrases of the page, with their category.
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
    has: np.ndarray
    wordless: np.ndarray
    matrix: np.ndarray
    whole: np.ndarray
    opening: np.ndarray
    weight: np.ndarray
    prose: np.ndarray
    running: np.ndarray
    repeats: np.ndarray
    original: np.ndarray
    title: int
    vocabulary: Vocabulary
    menus: dict[int, str]


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
    has = counts.astype(bool)
    ink = np.add.reduce(counts)
    ink -= counts[SPACE]
    ink -= counts[BREAK]
    weight = ink + counts[DENSE] * _DENSER
    running = (weight >= PROSE) & has[STOP]
    prose = weight * running
    known = phrases().known(words)
    texts = document.lines
    has_row = np.zeros(len(texts), bool)
    has_row[lines] = True
    said = list(compress(texts, has_row.tolist()))
    sheet = np.zeros((width(), len(lines)), np.float32)
    original, repeats, title, vocabulary = lines, lines, -1, Vocabulary(lines, lines, lines)
    menus: dict[int, str] = {}
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
        original, repeats = repetition(out["repetition"], words, begin, after)
        place(out["place"], weight)
        density(out["density"], prose, weight)
        vocabulary = topic(out["topic"], words, running)
        _words(out["words"], words, known)
        np.equal(known.whole, _WHOLES, out=out["phrases"][: len(WHOLE)])
        np.equal(known.opening, _OPENINGS, out=out["phrases"][len(WHOLE) :])
        _take_logarithms(sheet)
        menus, path, title = _top(said, words, counts, weight, running)
        if guess and title < 0:
            days = out["dates"][0] * (edges[0] == DIGIT) * (counts[DIGIT] >= _DAY) * (weight < _DATED_MOST)
            title = _guessed(guess, sheet, weight, said, [*range(path + 1), *menus, *days.nonzero()[0].tolist()])
        if title >= 0:
            likeness(out["title"], vocabulary, original, prose, title)
    wordless = ~np.logical_or.reduce(has[UPPER : DENSE + 2])
    by_line = (lines, said, begin, after, edges[0], edges[1], counts, has, wordless)
    phrase = (known.whole.astype(np.intp), known.opening.astype(np.intp))  # many a table is looked into with these
    return Rows(document, words, *by_line, sheet.T, *phrase, weight, prose, running, repeats, original, title, vocabulary, menus)


def _guessed(guess: Guess, sheet: np.ndarray, weight: np.ndarray, texts: list[str], never: list[int]) -> int:
    """The guess at the headline, which is no reporter's name, no path and no office over its press release."""
    title = -1
    for _ in range(_GUESSES):
        title = guess.headline(sheet.T, weight, never)
        office = title >= 0 and is_release(texts[min(title + 1, len(texts) - 1)])
        if not office and (title < 1 or not (is_reporter(texts[title]) or has_steps(texts[title]))):
            break
        never.append(title)
    return title


def _top(texts: list[str], words: Tokens, counts: np.ndarray, weight: np.ndarray, running: np.ndarray) -> tuple[dict[int, str], int, int]:
    """The rows at the top that are menus, the last path of page sections, and the row below that is its last step, or -1."""
    plain = ~running[:_TOP] & (counts[STOP, :_TOP] == 0) & (words.many[:_TOP] >= _MENU)
    paths = (counts[SEPARATOR, :_NEAR] + counts[QUOTE, :_NEAR] > 0) & (weight[:_NEAR] < _PATH_MOST) & (running[:_NEAR].cumsum() <= _PROMPTS)
    return strung(words, counts[DIGIT], weight, plain.nonzero()[0], _MENU), *last_path(texts, paths.nonzero()[0].tolist())


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
    likely = ((digits >= _DATE_DIGITS) & (ink <= _DATE_REACH)).nonzero()[0].tolist()
    dated = [row for row in likely if _DATE.search(texts[row])]
    if dated:
        hits = np.array(dated)
        out[0, hits] = 1
        steps = distances(hits, n, n)
        steps += 1
        np.divide(1, steps, out=out[1:], casting="same_kind")


def _words(out: np.ndarray, words: Tokens, known: Known) -> None:
    n = len(words.first)
    told = np.bincount(words.row.take(known.told) + (known.manner == 2) * n, minlength=2 * n).reshape(2, n)
    out[::2] = told / np.maximum(words.many, 4) * 3
    out[1::2] = told
