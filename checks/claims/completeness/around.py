"""What stands around a line on a page: its neighbours, the gaps between them, and the page as a whole."""

from __future__ import annotations

import math
from bisect import bisect_left
from itertools import islice, pairwise

import msgspec

from checks.claims.completeness.stops import has_stop
from checks.claims.completeness.stretch import Stretch, stretch
from checks.claims.completeness.suspects import BODY, PLAIN, Suspect, last_filled, trailing
from checks.claims.completeness.tail import LONGEST, RUNS_ON, Tail
from checks.claims.completeness.vocabulary import tokens, vocabulary
from checks.model import Document, Zones
from checks.model.once import once

NEIGHBOURS = (
    "no gap above", "gap above", "wide gap above", "no gap below", "gap below", "wide gap below", "usual gap above", "end by gaps",
    "body above", "body below", "head above", "furniture above", "sentence above", "short above", "short below", "sentence below",
    "below goes on", "next goes on", "next but one goes on", "link below", "goes on itself", "above goes on", "prose before", "prose after",
    "like next line", "like line before", "last of file",
)  # fmt: skip
PAGE = (
    "above article", "line before stops", "shared words", "log size above", "longer than usual", "length to usual", "usual length",
    "words of title", "sentences", "lines that go on", "end has stop", "other end has stop", "nothing after", "lines of article",
    "split paragraphs",
)  # fmt: skip
NEAREST = 9
"""Lines above or below among which a neighbour is looked for."""
PROSE = 80
"""Characters from which a line that ends in a full stop counts as a paragraph."""
SHORT = 30
LINK = 60
CONTEXT = 6
MOST = 24
"""Lines of an article that say how its paragraphs look."""
INNER = (". ", "? ", "! ", "。", ",", "，", "、", "،")
HEAD = frozenset({"title", "meta", "lead", "caption"})


class Page(msgspec.Struct, frozen=True, dict=True):
    """An article with its page: how its paragraphs usually look."""

    document: Document
    zones: Zones
    end: Tail

    @once
    def last(self) -> int:
        """The last line of the file that is not blank, in its head."""
        return last_filled(self.zones.kinds)

    @once
    def ellipses(self) -> int:
        """Lines of the page that end in three dots."""
        return len(trailing(self.document))

    @once
    def stretch(self) -> Stretch:
        """The page as a row of its filled lines."""
        return stretch(self.document, self.zones)

    @once
    def paragraphs(self) -> tuple[int, ...]:
        """The first lines of running text that are no subheads."""
        kinds = self.zones.kinds
        return tuple(islice((n for n in self.zones.body if kinds[n] != "subhead"), MOST))

    @once
    def usual(self) -> float:
        """The mean length of a paragraph."""
        sizes = [size for n in self.paragraphs if (size := len(self.document.lines[n])) > SHORT]
        return sum(sizes) / len(sizes) if sizes else 100.0

    @once
    def gap(self) -> int:
        """Blank lines between two paragraphs, the most frequent number of them."""
        found: dict[int, int] = {}
        for one, two in pairwise(self.paragraphs):
            found[two - one - 1] = found.get(two - one - 1, 0) + 1
        return max(found, key=lambda gap: (found[gap], -gap)) if found else 1

    @once
    def title(self) -> frozenset[str]:
        """The longer words of the headline."""
        if self.zones.title is None:
            return frozenset()
        return frozenset(word for word in tokens(self.document.lines[self.zones.title][:300].casefold()) if len(word) > 3)

    @once
    def share(self) -> tuple[float, float]:
        """The share of paragraphs that end in a full stop, and of lines that go on with the line above."""
        lines = self.document.lines
        long = [has_stop(lines[n][-20:]) for n in self.paragraphs[:-1] if len(lines[n]) > LINK]
        on = sum(continues(lines[n]) for n in self.paragraphs)
        return sum(long) / len(long) if long else 0.5, on / max(1, len(self.paragraphs))

    @once
    def stopped(self) -> bool:
        """Whether the line taken for the last of the article ends like a sentence."""
        return has_stop(self.end.text)

    def near(self, line: int, step: int) -> int | None:
        """The nearest line above or below that is not blank, if it is near."""
        kinds, stop = self.zones.kinds, line + (NEAREST + 1) * step
        lines = range(line + step, min(stop, len(kinds)) if step > 0 else max(stop, -1), step)
        return next((n for n in lines if kinds[n] != "blank"), None)


def continues(text: str) -> bool:
    """Whether a line begins as only the rest of a sentence does."""
    first = text[:1]
    if first.isspace():
        first = text[:LONGEST].lstrip()[:1]
    return bool(first) and (first.islower() or first in RUNS_ON)


def stands_apart(page: Page, one: Suspect) -> bool:
    """Whether a line below the article is set off by another gap than its paragraphs are and is no sentence, as lists of tags are.

    Without one word of grammar, comma or stop inside: of 17,824 cuts that the network finds in training 6 look so, of the other
    lines that are asked 2,443.
    """
    if one.place <= 0 or one.sort != PLAIN or any(mark in one.text for mark in INNER):
        return False
    above = page.near(one.line, -1)
    return above is not None and one.line - above - 1 not in {0, page.gap} and vocabulary().dangling.isdisjoint(one.words)


def neighbours(page: Page, one: Suspect) -> list[float]:
    """The numbers of the lines next to a suspect, in the order of `NEIGHBOURS`."""
    lines, kinds, line = page.document.lines, page.zones.kinds, one.line
    above, below = page.near(line, -1), page.near(line, 1)
    second = page.near(below, 1) if below is not None else None
    third = page.near(second, 1) if second is not None else None
    upper = page.near(above, -1) if above is not None else None
    before, after = ("" if n is None else _shown(lines[n]) for n in (above, below))
    kind_above, kind_below = ("" if n is None else kinds[n] for n in (above, below))
    gap_above = NEAREST if above is None else line - above - 1
    gap_below = NEAREST if below is None else below - line - 1
    on = second is not None and continues(lines[second])
    stop_before, stop_after = has_stop(before), has_stop(after)
    return [
        gap_above == 0, gap_above == 1, gap_above > 1, gap_below == 0, gap_below == 1, gap_below > 1, gap_above == page.gap,
        gap_above == page.gap != gap_below, kind_above in BODY, kind_below in BODY, kind_above in HEAD, kind_above.startswith("junk"),
        stop_before, len(before) < SHORT, len(after) < SHORT, stop_after, continues(after), on,
        third is not None and continues(lines[third]), on and len(after) < LINK, continues(before),
        upper is not None and continues(lines[upper]), stop_before and len(before) > PROSE, stop_after and len(after) > PROSE,
        _likeness(one.text, after, stop_after), _likeness(one.text, before, stop_before), below is None,
    ]  # fmt: skip


def surroundings(page: Page, one: Suspect) -> list[float]:
    """The numbers of a suspect beside the page as a whole, in the order of `PAGE`."""
    end, lines = page.end, page.document.lines
    at = bisect_left(end.body, one.line)
    above = [lines[n][-LONGEST:] for n in end.body[max(0, at - CONTEXT) : at]]
    words = one.words
    stops, on = page.share
    return [
        bool(end.body) and one.line < end.body[0],
        sum(has_stop(text[-20:]) for text in above) / len(above) if above else 0.5,
        _shared([word for word in words if len(word) > 3][1:-1], above),
        math.log(1 + min(sum(map(len, above)), 2000)),
        len(one.text) > 1.3 * page.usual,
        min(3.0, len(one.text) / page.usual),
        math.log(page.usual),
        len(page.title.intersection(words)) / len(page.title) if page.title else 0.0,
        stops, on, page.stopped, one.place != 0 and page.stopped, not end.after, min(40, len(end.body)) / 10, end.is_split,
    ]  # fmt: skip


def _shown(text: str) -> str:
    """A line without white space around it; of a very long one the two ends."""
    return (text if len(text) <= LONGEST else text[: LONGEST // 2] + text[-LONGEST // 2 :]).strip()


def _likeness(text: str, other: str, stopped: bool) -> bool:
    """Whether two lines are built alike, as headlines in a list are."""
    return bool(other) and not stopped and 0.5 < len(text) / len(other) < 2


def _shared(words: list[str], above: list[str]) -> float:
    """The share of a line's longer words that the paragraphs above it use."""
    if not words:
        return 0.0
    known = " ".join(above)[-4000:].casefold()
    return sum(word in known for word in words) / len(words)
