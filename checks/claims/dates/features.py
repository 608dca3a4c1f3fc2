"""What tells a publication date from the other dates of a page, as named features of each date.

All are yes or no, so that a weight is a sentence: "stands alone on its line just before the text".
"""

from __future__ import annotations

import re
from collections import Counter
from datetime import date

import msgspec

from checks.claims.dates.layout import Layout
from checks.claims.dates.names import bare, names
from checks.claims.dates.written import Written

LEFT, RIGHT = 60, 40
_DEEP = 120
PARAGRAPH = 160
_CLOCK = re.compile(r"\d{1,2}\s?[:.h時시]\s?\d{2}|\d{1,2}\s?(?:[ap]\.?m\b|uhr|Uhr|h\b)")
_COPYRIGHT = re.compile(r"©|\(c\)|copyright", re.IGNORECASE)
_BYLINE = re.compile(r"(?:^|[^\w])(?:von|by|par|por|av|af|di|da|door|autor|author|автор|作者|記者|记者)\b", re.IGNORECASE)


class Candidate(msgspec.Struct, frozen=True, eq=False):
    """A date in its place: the line it stands in, the role its label gives it, its features."""

    written: Written
    line: int
    role: str
    """published, updated, foreign or empty."""
    label: tuple[int, int] | None
    features: tuple[str, ...]


def candidates(text: str, dates: list[Written], page: Layout) -> list[Candidate]:
    """The dates of a page that may be its own, with their features."""
    lines = page.starts.searchsorted([w.start for w in dates], "right") - 1
    days = [w.readings[0] for w in dates]
    times = Counter(days)
    per_line = Counter(lines.tolist())
    newest, oldest = max(days), min(days)
    per_form = Counter((w.form, per_line[n], _bucket(int(page.ends[n] - page.starts[n]))) for w, n in zip(dates, lines.tolist(), strict=True))
    found = []
    told = _newest_told(dates, lines.tolist(), page)
    seen: set[date] = set()
    previous_line = -1
    last_before = max((n for n in lines.tolist() if n < page.first), default=-1)
    for rank, (written, n) in enumerate(zip(dates, lines.tolist(), strict=True)):
        seen_before, previous = written.readings[0] in seen, previous_line
        seen.add(written.readings[0])
        previous_line = n
        if written.start - page.starts[n] > _DEEP and page.ends[n] - written.end > _DEEP:
            continue  # in the midst of a paragraph
        start, end = _stripped(text, int(page.starts[n]), int(page.ends[n]))
        role, label, features = _in_line(text, written, start, end, page, n)
        features += _in_page(n, page)
        day = written.readings[0]
        size = _bucket(end - start)
        if n == last_before:
            features.append("last-before-text")
        features += [
            f"rank:{min(rank, 4)}" if rank < 4 else "rank:later",
            f"repeated:{min(times[day], 4)}",
            f"days:{_few(len(times))}",
            f"alike:{_few(per_form[written.form, per_line[n], size])}",
            f"in-line:{min(per_line[n], 3)}",
        ]
        if told:
            late = (day - told).days
            features.append("older-than-told" if late < 0 else "soon-after-told" if late <= 14 else "long-after-told")
        if day == newest:
            features.append("newest")
        if day == oldest:
            features.append("oldest")
        if seen_before:
            features.append("said-before")
        if n == previous:
            features.append("second-in-line")
        if found and role == "updated" and found[-1].role != "updated" and n - found[-1].line <= 3:
            previous_one = found.pop()
            found.append(msgspec.structs.replace(previous_one, features=(*previous_one.features, "update-follows")))
        found.append(Candidate(written, n, role, label, tuple(features + _crosses(features))))
    return found


def _newest_told(dates: list[Written], lines: list[int], page: Layout) -> date | None:
    """The newest day that a paragraph of the text tells of."""
    told = [
        w.readings[0]
        for w, n in zip(dates, lines, strict=True)
        if page.first <= n <= page.last and page.ends[n] - page.starts[n] >= PARAGRAPH and len(w.readings) == 1
    ]
    return max(told, default=None)


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    """A line's place without the white space around it; of a very long line the front alone is looked at."""
    line = text[start : min(end, start + 2000)]
    first = len(line) - len(line.lstrip())
    return start + first, end if end > start + 2000 else start + len(line.rstrip())


_STEPS = (12, 24, 40, 70, 120, 250)


def _bucket(size: int) -> int:
    return next((step for step in _STEPS if size <= step), 999)


def _few(count: int) -> str:
    return str(count) if count <= 3 else "4-7" if count <= 7 else "many"


def _in_line(text: str, w: Written, start: int, end: int, page: Layout, n: int) -> tuple[str, tuple[int, int] | None, list[str]]:
    """The label of a date and what its line says of it."""
    left = text[max(start, w.start - LEFT) : w.start]
    right = text[w.end : min(end, w.end + RIGHT)]
    size = end - start
    features = [f"line:{_bucket(size)}", f"form:{w.form}"]
    said, following = bare(left), bare(right)
    role, label = _label(left, said, max(start, w.start - LEFT))
    if role:
        features.append(f"label:{role}")
    elif not said:
        features.append("opens-line")
        role, label = _label_above(text, page, n)
        if role:
            features.append(f"label-above:{role}")
    if not following:
        features.append("ends-line")
    else:
        after = names().labels.get(following.split()[0], "")
        if after:
            features.append(f"label-after:{after}")
    if _CLOCK.search(right[:22]) or (_CLOCK.search(left[-14:])):
        features.append("time")
    if said and (said.split()[-1] in names().weekdays) or (following and following.split()[0] in names().weekdays):
        features.append("weekday")
    if _COPYRIGHT.search(left):
        features.append("copyright")
    if _BYLINE.search(left):
        features.append("byline")
    head = text[start : start + 2]
    if head == "* " or head[:1] in "•·-–":
        features.append("item")
    if "[" in left[-3:]:
        features.append("square")
    if "(" in left[-3:] or ")" in right[:2]:
        features.append("bracket")
    others = len(said.split()) + len(following.split())
    features.append(f"words:{_few(others)}")
    if w.start - start > 100:
        features.append("deep-in-line")
    return role, label, features


def _label(left: str, said: str, offset: int) -> tuple[str, tuple[int, int] | None]:
    """The role that the words before a date give it."""
    table = names()
    spoken = said.split()
    skipped = 0
    while spoken and skipped < 4:
        for count in (4, 3, 2, 1):
            role = table.labels.get(" ".join(spoken[-count:])) if len(spoken) >= count else None
            if role:
                return role, _place(left, spoken[-count:], offset)
        last = spoken[-1]
        if not last.isascii():
            for cut in range(1, min(len(last), 14)):
                if len(last) - cut >= 2 and (role := table.labels.get(last[cut:])):
                    return role, _place(left, [last[cut:]], offset)
        if last not in table.weekdays and last not in table.fillers and last not in table.am and last not in table.pm and last not in table.zones:
            return "", None
        spoken.pop()
        skipped += 1
    return "", None


def _place(left: str, spoken: list[str], offset: int) -> tuple[int, int] | None:
    """Where a label's words stand; None where folding hides them."""
    at = left.casefold().rfind(spoken[0])
    if at < 0 or len(left.casefold()) != len(left):
        return None
    end = left.casefold().find(spoken[-1], at)
    return (offset + at, offset + end + len(spoken[-1])) if end >= 0 else None


def _label_above(text: str, page: Layout, n: int) -> tuple[str, tuple[int, int] | None]:
    """The role that a short line above gives a date that begins its line."""
    above = n - 1
    while above >= 0 and page.ends[above] - page.starts[above] <= 1 and n - above < 4:
        above -= 1
    if above < 0 or not 1 < page.ends[above] - page.starts[above] <= 60:
        return "", None
    start, end = int(page.starts[above]), int(page.ends[above])
    line = text[start:end]
    role, label = _label(line, bare(line), start)
    return role, label


def _in_page(n: int, page: Layout) -> list[str]:
    """Where in the page a date stands."""
    inked = page.inked
    features = []
    if page.first < 0:
        features.append("no-text")
    elif n < page.first:
        features.append(f"before-text:{_away(int(inked[page.first] - inked[n]))}")
    elif n > page.last:
        features.append(f"after-text:{_away(int(inked[n] - inked[page.last]))}")
    else:
        features.append(f"in-text:{_away(int(inked[n] - inked[page.first]))}")
    features.append(f"top:{_away(int(inked[n]))}")
    at = int(page.long.searchsorted(n))
    if at < len(page.long):
        features.append(f"next-long:{_away(int(inked[page.long[at]] - inked[n]))}")
    if at:
        features.append(f"last-long:{_away(int(inked[n] - inked[page.long[at - 1]]))}")
    return features


def _away(lines: int) -> str:
    return str(lines) if lines <= 2 else "3-4" if lines <= 4 else "5-8" if lines <= 8 else "9-16" if lines <= 16 else "17-40" if lines <= 40 else "far"


_WHERE = ("before-text", "in-text", "after-text", "no-text")


def _crosses(features: list[str]) -> list[str]:
    """Pairs of features that mean more together."""
    said = set(features)
    where = next((w for f in features for w in _WHERE if f.startswith(w)), "")
    place = next((f for f in features if f.startswith(_WHERE)), "")
    near = next((f for f in features if f.startswith("next-long")), "")
    label = next((f for f in features if f.startswith("label")), "no-label")
    size = next(f for f in features if f.startswith("line:"))
    alone = "alone" if "opens-line" in said and "ends-line" in said else ""
    pairs = [f"{label}+{where}", f"{size}+{where}", f"{size}+{near}"]
    if "weekday" in said and label == "no-label":
        pairs += [f"weekday+{alone}+{where}", "weekday+time" if "time" in said else "weekday+no-time", f"weekday+{place}"]
    if alone:
        pairs += [f"alone+{place}", f"alone+{near}"]
    if label != "no-label":
        pairs += [f"{label}+time" if "time" in said else f"{label}+no-time", f"{label}+{size}"]
    if "time" in said:
        pairs += [f"time+{where}", f"time+{near}"]
    alike = next(f for f in features if f.startswith("alike"))
    pairs += [f"{alike}+{where}", f"{alike}+last" if "last-before-text" in said else ""]
    if "newest" in said:
        pairs += [f"newest+{label}", f"newest+{where}", "newest+weekday" if "weekday" in said else ""]
    if "rank:0" in said:
        pairs += [f"first+{where}", f"first+{size}"]
    return [pair for pair in pairs if pair]
