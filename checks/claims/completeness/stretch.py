"""How a page goes on above and below a line: what the line model thinks of the lines there, and where its paragraphs stand."""

from __future__ import annotations

import math
from bisect import bisect_left
from itertools import accumulate

import msgspec
import numpy as np

from checks.claims.completeness.stops import STOPS, has_stop
from checks.claims.completeness.suspects import Suspect
from checks.claims.completeness.vocabulary import vocabulary
from checks.model import MOST_LINES, Document, Zones
from checks.model.once import once

JUNK = (
    "junk 1 above", "junk 2 above", "junk 1 below", "junk 2 below", "junk 3 below", "least junk below", "junk below", "junk above",
)  # fmt: skip
STRETCH = (
    *JUNK, "prose below", "prose above", "paragraphs in ten below", "lines since paragraph", "paragraph above", "length to lines below",
    "length below", "bullet below", "run below", "shared words below", "words", "length of last word", "capitals at end",
    "first word of grammar", "short and lower end",
)  # fmt: skip
PARAGRAPH = 80
"""Characters from which a line that ends in a full stop counts as a paragraph."""
NONE_BELOW, NONE_ABOVE = 4.0, 0.0
"""Log-odds of junk that stand for a line that is not there."""
TEN, FIVE = 10, 5
SINCE = 9
SHORT, MENTION = 40, 20
SHOWN = 200
_BULLETS = "*-•·–+|►▶"


class Stretch(msgspec.Struct, frozen=True, dict=True):
    """A page as a row of its filled lines: which they are, their log-odds of being junk, and their lengths."""

    texts: tuple[str, ...]
    filled: list[int]
    junk: list[float]
    lengths: list[int]

    @once
    def paragraphs(self) -> list[int]:
        """The places of its paragraphs in `filled`."""
        long = [(at, self.texts[self.filled[at]]) for at, size in enumerate(self.lengths) if size > PARAGRAPH]
        return [at for at, text in long if text[-1] in STOPS or has_stop(text[-20:])]

    @once
    def sums(self) -> list[int]:
        """The characters of all paragraphs before each, one more than there are."""
        return [0, *accumulate(self.lengths[at] for at in self.paragraphs)]


def stretch(document: Document, zones: Zones) -> Stretch:
    """The filled lines of a page, of a very long file those of its head."""
    filled = [n for n, kind in enumerate(zones.kinds[:MOST_LINES]) if kind != "blank"]
    lines = np.array(filled, np.intp)
    share = np.minimum(np.maximum(zones.junk_share.take(lines).astype(float), 0.02), 0.98)
    lengths = np.minimum(2 * SHOWN, (document.ends - document.starts).take(lines))
    return Stretch(document.lines, filled, np.log(share / (1 - share)).tolist(), lengths.tolist())


def company(page: Stretch, line: int) -> list[float]:
    """What the line model thinks of the lines above and below a line, in the order of `JUNK`."""
    at, junk = bisect_left(page.filled, line), page.junk
    below, above = junk[at + 1 : at + 1 + TEN], junk[max(0, at - FIVE) : at]
    five = below[:FIVE]
    return [
        above[-1] if above else NONE_ABOVE, above[-2] if above[1:] else NONE_ABOVE, *(below + [NONE_BELOW] * 3)[:3],
        min(below, default=NONE_BELOW), sum(five) / max(1, len(five)), sum(above) / max(1, len(above)),
    ]  # fmt: skip


def beside(document: Document, page: Stretch, one: Suspect) -> list[float]:
    """The numbers of a suspect in its stretch of a page, in the order of `STRETCH`."""
    texts, filled, lengths = document.lines, page.filled, page.lengths
    at, text = bisect_left(filled, one.line), one.text
    before = bisect_left(page.paragraphs, at)
    after = bisect_left(page.paragraphs, at + 1)
    sizes = sorted(lengths[at + 1 : at + 1 + FIVE]) or [0]
    next_line = texts[filled[at + 1]].lstrip()[:1] if at + 1 < len(filled) else ""
    since = at - page.paragraphs[before - 1] if before else SINCE
    words = one.words
    inner = [word for word in words if len(word) > 3][1:-1]
    following = " ".join([texts[n][:SHOWN] for n in filled[at + 1 : at + 7]]).casefold() if inner else ""
    end = text[-SHOWN:].split()
    return [
        *company(page, one.line),
        math.log(1 + page.sums[-1] - page.sums[after]), math.log(1 + page.sums[before]),
        (bisect_left(page.paragraphs, at + 1 + TEN) - after) / 3, min(SINCE, since) / 5, since == 1,
        min(3.0, lengths[at] / (1 + sizes[len(sizes) // 2])), (lengths[at + 1] if at + 1 < len(filled) else 0) / 100,
        bool(next_line) and next_line in _BULLETS, _run(texts, page, at) / 5,
        sum(word in following for word in inner) / len(inner) if inner else 0.0, min(20, len(words)) / 10,
        min(12, len(one.word)) / 6, sum(word[0].isupper() for word in end[1:]) / max(1, len(end) - 1),
        bool(words) and words[0] in vocabulary().dangling, lengths[at] < SHORT and text[-1].islower(),
    ]  # fmt: skip


def _stopped(text: str) -> bool:
    """Whether a line that is not empty ends like a sentence; most often its last character says so."""
    return text[-1] in STOPS or has_stop(text[-20:])


def _run(texts: tuple[str, ...], page: Stretch, at: int) -> int:
    """How many lines below are no sentences, one after the other, as in a list of headlines."""
    run = 0
    for here in range(at + 1, min(len(page.filled), at + 7)):
        if page.lengths[here] < MENTION or _stopped(texts[page.filled[here]]):
            break
        run += 1
    return run
