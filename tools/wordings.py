"""Fit the weights of wordings: how lines of running text that break off are worded, against lines that never had a full stop.

The lines are those of whole pages. Running text is broken off here inside words and between them; the others stand as they
are. How long a line is and what ends it is fitted beside the pieces and left out afterwards: other numbers say it better.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import NamedTuple
from zlib import crc32

import cuts
import numpy as np

from checks.claims.completeness import wording
from checks.claims.completeness.around import continues
from checks.claims.completeness.stops import HANGING, has_stop, is_dense
from checks.claims.completeness.suspects import BODY
from checks.model import Document, Zones

SHOWN = 240
PARAGRAPH, EACH, EACH_DENSE, MOST_EACH = 60, 30, 12, 16
"""Characters of a line of running text that is broken off, characters for each of its cuts, and how many are made at most."""
SHORTEST, LEAST, LEFT = 4, 8, 3
"""Characters of the shortest line without a full stop, of the shortest beginning of a line, and of the rest that it lost."""
INSIDE = 0.5
"""Share of cuts inside words."""
MOST_LINES = 3_000
EPOCHS, BATCH, RATE = 4, 4096, 0.3
SHRINK = {"ends": 2e-5, "words": 1e-4}
BESIDE = 1e-7
"""How much each line pulls the weights to nothing, those of pieces and those of what is fitted beside them."""
LIMIT = 12.0


class Line(NamedTuple):
    """The last characters of a line, whether it was broken off here, and its publisher."""

    text: str
    cut: bool
    publisher: str


class Table(NamedTuple):
    """One of the two tables: the pieces it looks at, how many weights it has, pieces of a line at most, and its shrinkage."""

    pieces: wording.Pieces
    size: int
    widest: int
    shrink: float


TABLES = (
    Table(wording.ending, wording.ENDS, wording.MOST_ENDS, SHRINK["ends"]),
    Table(wording.running, wording.WORDS, wording.MOST_PIECES, SHRINK["words"]),
)


class Corpus:
    """The lines of whole pages, each once for a publisher."""

    def __init__(self) -> None:
        """Nothing yet."""
        self.lines: list[Line] = []
        self._seen: defaultdict[str, set[str]] = defaultdict(set)
        self._chance = random.Random(3)  # noqa: S311 -- the same cuts each time

    def add(self, page: cuts.Page, document: Document, zones: Zones, *, labelled: bool) -> None:
        """The lines of a page."""
        publisher = page["publisher"]
        seen = self._seen[publisher]
        for n, line in enumerate(document.lines[:MOST_LINES]):
            text = line.strip()
            if len(text) < SHORTEST or text in seen:
                continue
            seen.add(text)
            if not has_stop(text):
                if (text[-1].isalnum() or text[-1] in HANGING) and not _is_piece(page, document, zones, n, labelled=labelled):
                    self.lines.append(Line(text[-SHOWN:], cut=False, publisher=publisher))
            elif len(text) > PARAGRAPH and _is_prose(page, zones, n, labelled=labelled):
                self.lines += (Line(made, cut=True, publisher=publisher) for made in self._broken(text))

    def _broken(self, text: str) -> Iterator[str]:
        """Beginnings of a line that end inside a word or between two words."""
        dense = is_dense(text[-8:])
        for _ in range(max(1, min(MOST_EACH, len(text) // (EACH_DENSE if dense else EACH)))):
            at = self._chance.randrange(LEAST, len(text) - LEFT)
            inside = self._chance.random() < INSIDE or dense
            while at >= LEAST and not _is_gap(text[at - 1], text[at], inside=inside):
                at -= 1
            if at >= LEAST:
                yield text[max(0, at - SHOWN) : at]


def _is_prose(page: cuts.Page, zones: Zones, line: int, *, labelled: bool) -> bool:
    if not labelled:
        return zones.kinds[line] in BODY
    return page["line_labels"][line] == "body" and page["line_kinds"][line] in ("text", "lead", "head")


def _is_piece(page: cuts.Page, document: Document, zones: Zones, line: int, *, labelled: bool) -> bool:
    """Whether a line without a full stop is a piece of a paragraph that links or narrow columns have split over several lines."""
    texts = document.lines
    above, below = (texts[n] if 0 <= n < len(texts) else "" for n in (line - 1, line + 1))
    if continues(below) or (continues(texts[line]) and above.strip() and not has_stop(above)):
        return True
    return bool(below.strip()) and all(_is_prose(page, zones, n, labelled=labelled) for n in (line, line + 1))


def _is_gap(before: str, after: str, *, inside: bool) -> bool:
    """Whether a line can be cut between two characters: inside a word, or between two."""
    return before.isalpha() and after.isalpha() if inside else after == " " and (before.isalnum() or before == ",")


class Hashed:
    """A corpus as numbers, so that tables can be fitted on parts of it, and the texts that they are asked about."""

    def __init__(self, lines: list[Line], asked: list[str]) -> None:
        """Hash every piece once."""
        self.cut = np.array([one.cut for one in lines], float)
        self.publisher = np.unique([one.publisher for one in lines], return_inverse=True)[1]
        beside: dict[str, int] = {}
        shapes = [[beside.setdefault(name, len(beside)) for name in _shape(one.text)] for one in lines]
        self._beside, self._shapes = len(beside), np.array(shapes, np.int32)
        self._rows = [_hashed([one.text for one in lines], table) for table in TABLES]
        places: dict[str, int] = {}
        self._place = np.array([places.setdefault(text, len(places)) for text in asked])
        self._asked = [_hashed(list(places), table) for table in TABLES]

    def fitted(self, here: np.ndarray) -> list[np.ndarray]:
        """The tables of the lines that are True in `here`, whole numbers of steps, int8."""
        return [self._fit(n, here) for n in range(len(TABLES))]

    def scores(self, here: np.ndarray) -> np.ndarray:
        """What the tables of some lines say of the texts asked about, float32, shape (texts, tables)."""
        said = [np.append(table, np.int8(0))[asked].sum(1, int) for table, asked in zip(self.fitted(here), self._asked, strict=True)]
        return np.clip(wording.STEP * np.stack(said, 1)[self._place], -LIMIT, LIMIT).astype(np.float32)

    def _fit(self, which: int, here: np.ndarray) -> np.ndarray:
        """Logistic regression by Adagrad; a piece counts that two publishers have, and both classes weigh the same."""
        size, total = TABLES[which].size, TABLES[which].size + 1 + self._beside
        rows = np.hstack([self._rows[which][here], self._shapes[here] + size + 1])
        cut, publisher = self.cut[here], self.publisher[here]
        share = np.where(cut > 0, (1 - cut).sum() / cut.sum(), 1.0)
        known = _shared(rows, publisher, total)
        known[size] = False
        shrink = np.where(np.arange(total) < size, TABLES[which].shrink, BESIDE)
        held, square, bias = np.zeros(total), np.ones(total), 0.0
        chance = np.random.default_rng(0)
        for _ in range(EPOCHS):
            order = chance.permutation(len(cut))
            for begin in range(0, len(order), BATCH):
                lines = order[begin : begin + BATCH]
                chances = 1 / (1 + np.exp(-np.clip(held[rows[lines]].sum(1) + bias, -30, 30)))
                off = (chances - cut[lines]) * share[lines]
                slope = np.bincount(rows[lines].ravel(), np.repeat(off, rows.shape[1]), total) * known + shrink * len(lines) * held
                square += slope**2
                held -= RATE * slope / np.sqrt(square)
                bias -= 0.1 * off.mean()
        return np.clip(np.round(held[:size] / wording.STEP), -127, 127).astype(np.int8)


def _shape(text: str) -> Iterator[str]:
    """What is fitted beside the pieces: length, number of words, the kind of the last character, sentences and commas inside."""
    words, last = text.split(), text[-1]
    yield f"length {min(20, len(text) // 8)}"
    yield f"words {min(12, len(words))}"
    if last.isdigit() or last in HANGING or is_dense(text[-3:]):
        yield "ends in " + ("a digit" if last.isdigit() else "a mark" if last in HANGING else "a dense script")
    else:
        yield f"ends in a word, upper {(words or [last])[-1][0].isupper()}"
    yield f"sentences {'. ' in text or '? ' in text or '。' in text} comma {',' in text}"


def _hashed(texts: list[str], table: Table) -> np.ndarray:
    """The pieces of texts as hashes, int32, shape (texts, pieces); `size` where there are fewer."""
    made = np.full((len(texts), table.widest), table.size, np.int32)
    for row, text in zip(made, texts, strict=True):
        found = [crc32(piece.encode()) % table.size for piece in table.pieces(text)]
        row[: len(found)] = found
    return made


def _shared(rows: np.ndarray, publisher: np.ndarray, total: int) -> np.ndarray:
    """Which hashes stand in lines of two publishers or more."""
    least, most = np.full(total, len(publisher)), np.full(total, -1)
    for column in rows.T:
        np.minimum.at(least, column, publisher)
        np.maximum.at(most, column, publisher)
    return least < most


def nested(hashed: Hashed, of_lines: np.ndarray, of_asked: np.ndarray, folds: int) -> Callable[[int | None], np.ndarray]:
    """Scores of the texts asked about by tables that saw neither the fold of the text nor a fold that is left out, or none of them."""
    pairs = {(one, two): hashed.scores((of_lines != one) & (of_lines != two)) for one in range(folds) for two in range(one, folds)}

    def scores(out: int | None) -> np.ndarray:
        found = np.empty_like(pairs[0, 0])
        for fold in range(folds):
            here = of_asked == fold
            pair = (fold, fold) if out is None else (min(fold, out), max(fold, out))
            found[here] = pairs[pair][here]
        return found

    return scores
