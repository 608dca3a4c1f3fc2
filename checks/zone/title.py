"""Title: which row is the headline, and what of the site stands above it."""

from __future__ import annotations

from collections.abc import Collection

import numpy as np

from checks.patterns import lazily
from checks.shape import DIGIT, QUOTE, SEPARATOR, STOP
from checks.zone.days import opens_with_day
from checks.zone.features import Rows, groups
from checks.zone.parts import HEAD, JUNK, META, TEXT, TITLE, Sorted
from checks.zone.paths import has_step, is_path, is_spaced_path, last_step
from checks.zone.phrases import PREFIXES
from checks.zone.pictures import credited

_LEAST, _MOST = 12.0, 320.0
"""Headlines of the labelled pages lie between these weights, save one in two hundred."""
_DATED_MOST = 45.0
"""A line with a date that is no heavier than this is a date line, seldom a headline."""
_GUESSED = 0.3
"""What the guess of `checks.zone.guess` counts beside the probabilities, which lean on it already."""
_HOPELESS = -0.4
"""A first or second line that scores no lower is the headline of a file that begins with its article."""
_FIRST_ROWS = 2
_NAME_AND_SLOGAN = lazily(r"^\S[^-|–—]{1,40} [-|–—] \S")
_BEFORE_SLOGAN = (" - ", " | ", " – ", " — ")
_SITE = 2.5
"""What a name and a slogan on the first line count against it: from 0.9 to 3 the same 576 of 628 headlines are right."""
_CLOCK_MOST = 60.0
_HEADED = 5
"""Words before a bar that make a headline."""
_BETWEEN = (" - ", " | ", " – ", " — ", " :: ")
_ABOVE_MOST, _TRAIL_MOST, _ECHOED = np.float32(90), np.float32(200), 3
_MENU = 4
_OPENS_MENU = np.array([False, *(name in ("section-nav-start", "breadcrumb-start") for name in PREFIXES)])
_STEP_LEAST = 16
_ABOVE_LEAST, _NEAR = np.float32(32), 3
_LABEL_MOST, _AGAIN = 14, 8
_CREDITED, _CREDIT_REACH, _NAME_WORDS = 1.5, 140, 5
_MARK = lazily(r"[:：=©/(（|]")
_NAME_MOST, _NAMED_WITHIN = np.float32(40), 2
_KICKER_MOST = np.float32(100)


def headline(rows: Rows, chance: np.ndarray, first: int, forced: Collection[int] = ()) -> int:
    """The headline: the likeliest row up to the first paragraphs that is not `forced` to be furniture; -1 when none looks like one."""
    reach = min(len(rows.lines), first + 2)
    if not reach:
        return -1
    part = chance[:reach]
    score = 2 * part[:, TITLE] + 0.4 * part[:, HEAD] + 0.1 * part[:, TEXT] - 0.1 * part[:, JUNK]
    if 0 <= rows.title < reach:
        score[rows.title] += _GUESSED
    # All else speaks against rows: what scores no more than zero here is a headline by its place alone.
    likely: set[int] = {*range(min(_FIRST_ROWS, reach)), *(score > 0).nonzero()[0].tolist()}
    scores = {row: float(score[row]) - _against(rows, row, first) for row in sorted(likely.difference(forced) or likely)}
    if 0 in scores and reach > 1 and rows.original[1] == 1 and _is_name_and_slogan(rows.texts[0][:200]):
        scores[0] -= _SITE
    best = max(scores, key=scores.__getitem__)
    if _is_caption(rows.texts[best][-_CREDIT_REACH:]):
        scores[best] -= _CREDITED
        best = max(scores, key=scores.__getitem__)
    if scores[best] > 0:
        return _told_again(rows, _above_sentence(rows, best, forced)) if best else best
    return next((row for row in range(min(_FIRST_ROWS, reach)) if scores.get(row, _HOPELESS) > _HOPELESS), -1)


def _above_sentence(rows: Rows, best: int, forced: Collection[int]) -> int:
    """The row above a likely headline that is a sentence with its full stop, if that one has words and no stop; else the row itself."""
    above = best - 1
    known = above in forced or rows.whole[above] or rows.opening[above] or rows.lines[best] - rows.lines[above] > _NEAR
    if rows.ending[best] != STOP or rows.texts[best].rstrip()[-1] in "?!？！" or known or rows.ending[above] == STOP:
        return best
    line = rows.texts[above]
    worded = rows.tokens.many[above] >= _HEADED and _ABOVE_LEAST <= rows.weight[above] < _ABOVE_MOST and not line.isupper()
    plain = not (is_path(line) or has_step(line) or (rows.has[DIGIT, above] and opens_with_day(line))) and not any(
        mark in line for mark in _BETWEEN
    )
    return above if worded and plain else best


def _told_again(rows: Rows, best: int) -> int:
    """The row below that says what a likely headline says behind a colon, `Reading now: HEADLINE`; else the row itself."""
    label, colon, line = rows.texts[best].replace("：", ":", 1).partition(":")
    if colon and len(label) <= _LABEL_MOST:
        for row in range(best + 1, min(best + _AGAIN, len(rows.texts))):
            if rows.texts[row].strip() == line.strip():
                return row
    return best


def _is_name_and_slogan(line: str) -> bool:
    """Whether a line begins with a name and a dash, unless words and a bar behind them tell a headline with a dash in it."""
    if not any(dash in line for dash in _BEFORE_SLOGAN):
        return False
    before, bar, _ = line.partition(" | ")
    return _NAME_AND_SLOGAN.search(line) is not None and not (bar and len(before.split()) >= _HEADED)


def _against(rows: Rows, row: int, first: int) -> float:
    """What speaks against a row: a full stop, a known phrase, a date, a length that headlines do not have, being a trail or a clock."""
    weight, stops = float(rows.weight[row]), float(rows.counts[STOP, row])
    dotted = rows.document.text[rows.after[row] - 1] == "."
    known = (row > first or bool(rows.whole[row])) + _MENU * bool(_OPENS_MENU[rows.opening[row]])
    dated = weight < _DATED_MOST and bool(rows.matrix[row, groups()["dates"].start] > 0)
    long = bool(rows.running[row]) and (stops > 1 or weight > _MOST * 0.6)
    trail = (rows.has[SEPARATOR, row] or rows.has[QUOTE, row]) and is_path(rows.texts[row])
    trail = trail or (weight < _CLOCK_MOST and bool(rows.has[DIGIT, row]) and opens_with_day(rows.texts[row]))
    return 0.3 * (dotted + known) + 0.3 * dated + 0.15 * long + (not _LEAST <= weight <= _MOST) + trail


def _is_caption(tail: str) -> bool:
    """Whether a line ends in a label of pictures or its sign and a name."""
    parts = _MARK.split(tail)
    return len(parts) > 1 and 0 < len(parts[-1].split()) <= _NAME_WORDS and credited(tail)


def of_the_site(rows: Rows, found: Sorted) -> None:
    """Above the headline stands the site: its name and slogan, or the headline once more."""
    end = max(found.title, 0)
    kinds = found.kinds[:end]
    of_text = (kinds == TEXT) | (kinds == HEAD)
    for row in (of_text & (rows.has[SEPARATOR, :end] | rows.has[QUOTE, :end]) & (rows.weight[:end] < _TRAIL_MOST)).nonzero()[0].tolist():
        if is_spaced_path(rows.texts[row]) or _leads_to(rows.texts[row], rows.texts[end].strip() if found.title > 0 else ""):
            found.is_junk(row, "breadcrumb")
    loose = of_text & ~rows.running[:end] & (rows.weight[:end] < _ABOVE_MOST)
    for row in loose.nonzero()[0].tolist():
        line = rows.texts[row]
        if row == 0 and any(mark in line for mark in _BETWEEN):
            found.is_junk(row, "site-header")
        elif rows.whole[row]:
            found.kinds[row] = JUNK
    if end and kinds[0] == JUNK and not rows.prose[0] and rows.weight[0] < _ABOVE_MOST and _unlike(rows, found.title):
        line = rows.texts[0]
        if _NAME_AND_SLOGAN.search(line[:200]) and not is_path(line):
            found.is_junk(0, "site-header")


def _leads_to(line: str, headline: str) -> bool:
    """Whether a line is a path whose last step is the headline, perhaps cut short."""
    step = last_step(line).rstrip("….").rstrip()
    return len(step) >= _STEP_LEAST and headline.startswith(step) and has_step(line)


def above_the_headline(rows: Rows, found: Sorted) -> None:
    """A short first line that is parted from the headline names the site; a line that begins with the headline is it again.

    A line between a path or a date and the headline is its kicker.
    """
    if found.title < 1:
        return
    kinds, line = found.kinds, rows.texts[found.title].strip()
    parting = ((kinds[: found.title] == JUNK) | (kinds[: found.title] == META)).nonzero()[0]
    for row in range(min(int(parting[-1]), _NAMED_WITHIN) if len(parting) else 0):
        if kinds[row] in (TEXT, HEAD) and rows.weight[row] < _NAME_MOST and not rows.running[row]:
            found.is_junk(row, "site-header")
    if _is_kicker(rows, kinds, found.title - 1):
        kinds[found.title - 1] = HEAD
        found.forced.pop(found.title - 1, None)
    for row in range(max(0, found.title - _ECHOED), found.title):
        above = rows.texts[row].strip()
        again = above.startswith(line) or (above.endswith(line) and above[: -len(line)].rstrip().endswith((":", "：")))
        if kinds[row] in (TEXT, HEAD) and again and (len(above) > len(line) or row == found.title - 1):
            found.is_junk(row, "duplicate-title")


def _is_kicker(rows: Rows, kinds: np.ndarray, row: int) -> bool:
    """Whether a row above the headline that was taken for furniture, and is no known phrase, stands right below a path or metadata."""
    if row < 1 or kinds[row] != JUNK or rows.whole[row] or rows.opening[row] or rows.weight[row] >= _KICKER_MOST or rows.has[DIGIT, row]:
        return False
    line = rows.texts[row].lstrip()
    above = kinds[row - 1] == META or has_step(rows.texts[row - 1])
    return above and line[0].isalnum() and not any(mark in line for mark in ":：[]|")


def _unlike(rows: Rows, title: int) -> bool:
    """Whether the first line is not the headline once more, with the site's name behind it."""
    words = set(rows.texts[title][:400].casefold().split())
    return len(words.intersection(rows.texts[0][:400].casefold().split())) * 2 <= len(words)
