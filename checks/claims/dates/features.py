"""What tells a publication date from the other dates of a page, as named features of each date.

All are yes or no, so that a weight is a sentence: "stands alone on its line just before the text".
"""

from __future__ import annotations

from bisect import bisect_left
from datetime import date
from typing import TypeVar

import msgspec

from checks.claims.dates.beside import InLine, bucket, few
from checks.claims.dates.labels import label_above
from checks.claims.dates.layout import Layout
from checks.claims.dates.written import Written

T = TypeVar("T")

_DEEP = 120
PARAGRAPH = 160
EDGE = 60
# Non-blank lines below the text in which its date may still stand ("Stand: 12.3.2024"). Cross-validated precision and recall
# on visible pages, at the same share: .967, .917 with no limit, .971, .928 with 8, 16 or 24.
BELOW = 16
# What the zones say of a line, in five words and alone, since the line model learned from the same pages. Five folds by
# domain, visible pages, same share of 0.55: precision .977, recall .931 without, .983, .939 with; .981, .937 when a tenth of
# the zones are wrong by chance in the pages asked.
_ZONES = (
    dict.fromkeys(("meta", "title"), "zone:meta")
    | dict.fromkeys(("body", "lead", "subhead", "caption"), "zone:text")
    | {"junk:comments": "zone:comments"}
    | {f"junk:{name}": "zone:others" for name in ("related-block", "most-read", "footer", "newsletter", "pagination", "tags")}
)


class Candidate(msgspec.Struct, frozen=True, eq=False):
    """A date in its place: the line it stands in, the role its label gives it, its features."""

    written: Written
    line: int
    role: str
    """published, updated, foreign or empty."""
    label: tuple[int, int] | None
    features: tuple[str, ...]


def candidates(text: str, dates: list[Written], page: Layout) -> list[Candidate]:
    """The dates of a page that may be its own, with their features.

    Days told of in a paragraph are left out, posts quoted from elsewhere, and what stands well below the text, where
    teasers and comments are.
    """
    lines = [page.line_at(written.start) for written in dates]
    spans = {n: _stripped(text, page.starts[n], page.ends[n]) for n in dict.fromkeys(lines)}
    census = _Census(dates, lines, spans, page)
    found: list[Candidate] = []
    for at, (written, n) in enumerate(zip(dates, lines, strict=True)):
        start, end = spans[n]
        if written.start - start > _DEEP and end - written.end > _DEEP:
            continue
        if n > page.last >= 0 and page.inked[n] - page.inked[page.last] > BELOW:
            continue
        place = _place(n, page)
        line = InLine(text, written, start, end)
        if line.embedded or (not line.role and _in_paragraph(written, start, end)) or line.ends_clause():
            continue
        role, label = line.role, line.label
        label_feature = f"label:{'weak-' if line.weak else ''}{role}" if role else ""
        if not role and not line.said:
            role, label = label_above(text, page, n)
            label_feature = f"label-above:{role}" if role else ""
        counted = census.of(at)
        features = [*line.features(), *place.values(), *counted]
        if n < len(page.kinds):
            features.append(_ZONES.get(page.kinds[n], "zone:furniture"))
        if label_feature:
            features.append(label_feature)
        features += _crosses(line, place, label_feature or "no-label", counted)
        if found and role == "updated" and found[-1].role != "updated" and n - found[-1].line <= 3:
            found[-1] = msgspec.structs.replace(found[-1], features=(*found[-1].features, "update-follows"))
        found.append(Candidate(written, n, role, label, tuple(features)))
    return found


def _in_paragraph(written: Written, start: int, end: int) -> bool:
    """Whether a date stands inside a paragraph and not at either end, where datelines and dates of revision are."""
    return end - start >= PARAGRAPH and written.start - start > EDGE and end - written.end > EDGE


class _Census:
    """How a date stands among the others of its page."""

    def __init__(self, dates: list[Written], lines: list[int], spans: dict[int, tuple[int, int]], page: Layout) -> None:
        self.lines = lines
        self.days = [written.readings[0] for written in dates]
        self.times = _counted(self.days)
        self.per_line = _counted(lines)
        self.newest, self.oldest = max(self.days), min(self.days)
        self.shapes = [(w.form, self.per_line[n], bucket(spans[n][1] - spans[n][0])) for w, n in zip(dates, lines, strict=True)]
        self.per_shape = _counted(self.shapes)
        self.distinct = f"days:{few(len(self.times))}"
        self.told = _newest_told(dates, lines, page)
        self.last_before = max((n for n in lines if n < page.first), default=-1)
        self.first_at: dict[date, int] = {}
        for at, day in enumerate(self.days):
            self.first_at.setdefault(day, at)

    def of(self, at: int) -> list[str]:
        """The features of the date at a place in the page's list."""
        day, n = self.days[at], self.lines[at]
        features = [
            f"rank:{at}" if at < 4 else "rank:later",
            f"repeated:{min(self.times[day], 4)}",
            self.distinct,
            f"alike:{few(self.per_shape[self.shapes[at]])}",
            f"in-line:{min(self.per_line[n], 3)}",
        ]
        if self.told:
            late = (day - self.told).days
            features.append("older-than-told" if late < 0 else "soon-after-told" if late <= 14 else "long-after-told")
        if day == self.newest:
            features.append("newest")
        if day == self.oldest:
            features.append("oldest")
        if self.first_at[day] < at:
            features.append("said-before")
        if at and self.lines[at - 1] == n:
            features.append("second-in-line")
        if n == self.last_before:
            features.append("last-before-text")
        return features


def _counted(things: list[T]) -> dict[T, int]:
    """How often each of a few things is there."""
    found: dict[T, int] = {}
    for thing in things:
        found[thing] = found.get(thing, 0) + 1
    return found


def _newest_told(dates: list[Written], lines: list[int], page: Layout) -> date | None:
    """The newest day that a paragraph of the text tells of."""
    told = [
        w.readings[0]
        for w, n in zip(dates, lines, strict=True)
        if page.first <= n <= page.last and page.length(n) >= PARAGRAPH and len(w.readings) == 1
    ]
    return max(told, default=None)


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    """A line's place without the white space around it; of a very long line the front alone is looked at."""
    line = text[start : min(end, start + 2000)]
    first = len(line) - len(line.lstrip())
    return start + first, end if end > start + 2000 else start + len(line.rstrip())


_ALIKE = 3  # its place among the features of the census


def _place(n: int, page: Layout) -> dict[str, str]:
    """Where in the page a line stands: against the running text, from the top, and between long lines."""
    inked = page.inked
    here = inked[n]
    if page.first < 0:
        where, away = "no-text", ""
    elif n < page.first:
        where, away = "before-text", f":{_away(inked[page.first] - here)}"
    elif n > page.last:
        where, away = "after-text", f":{_away(here - inked[page.last])}"
    else:
        where, away = "in-text", f":{_away(here - inked[page.first])}"
    found = {"text": where + away, "top": f"top:{_away(here - 1)}"}
    at = bisect_left(page.long, n)
    if at < len(page.long):
        found["next"] = f"next-long:{_away(inked[page.long[at]] - here)}"
    if at:
        found["last"] = f"last-long:{_away(here - inked[page.long[at - 1]])}"
    return found


_NEAR = ("0", "1", "2", *["3-4"] * 2, *["5-8"] * 4, *["9-16"] * 8, *["17-40"] * 24)


def _away(lines: int) -> str:
    return _NEAR[lines] if lines < len(_NEAR) else "far"


def _crosses(line: InLine, place: dict[str, str], label: str, counted: list[str]) -> list[str]:
    """Pairs of features that mean more together."""
    where, near = place["text"].partition(":")[0], place.get("next", "")
    alike = counted[_ALIKE]
    pairs = [f"{label}+{where}", f"{line.size}+{where}", f"{line.size}+{near}", f"{alike}+{where}"]
    if line.weekday and label == "no-label":
        alone = "alone" if line.alone else ""
        pairs += [f"weekday+{alone}+{where}", "weekday+time" if line.time else "weekday+no-time", f"weekday+{place['text']}"]
    if line.alone:
        pairs += [f"alone+{place['text']}", f"alone+{near}"]
    if label != "no-label":
        pairs += [f"{label}+time" if line.time else f"{label}+no-time", f"{label}+{line.size}"]
    if line.time:
        pairs += [f"time+{where}", f"time+{near}"]
    if "last-before-text" in counted:
        pairs.append(f"{alike}+last")
    if "newest" in counted:
        pairs += [f"newest+{label}", f"newest+{where}"]
        if line.weekday:
            pairs.append("newest+weekday")
    if "rank:0" in counted:
        pairs += [f"first+{where}", f"first+{line.size}"]
    return pairs
