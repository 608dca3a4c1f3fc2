"""Kinds: from the line model's probabilities to one kind for every line.

The model says junk or not and leans to one part of an article; what can be seen for certain (a line that stands twice,
a credit at its end, a label) decides before it.
"""

from __future__ import annotations

import numpy as np

from checks.shape import CLAUSE, DENSE, DIGIT, QUOTE, SPACE, STOP, SYMBOL
from checks.zone.between import cards, dated_headlines
from checks.zone.comments import comments
from checks.zone.company import PAGE_OPENING, PAGE_WHOLE, after_pointers, alike, below_the_page, below_the_text, halves, speakers, ticks
from checks.zone.days import clock
from checks.zone.features import PROSE, Rows
from checks.zone.labels import bylines, header, label_with_address, labelled, recorded, signed
from checks.zone.leftovers import hashtags, leftovers, listed, templates
from checks.zone.lists import lists
from checks.zone.parts import CAPTION, HEAD, JUNK, LEAD, META, TEXT, TITLE, Sorted
from checks.zone.phrases import PREFIXES, WHOLE
from checks.zone.pictures import alternatives, captions, picture_texts
from checks.zone.strung import strung
from checks.zone.tables import cells, tables, timelines
from checks.zone.title import above_the_headline, headline, of_the_site

_PROMPTS = {
    "share-widget", "ui-control", "related-block", "most-read", "tags", "comments", "newsletter", "consent", "paywall",
    "ad", "footer", "pagination",
}  # fmt: skip
_PROMPT_WHOLE = np.array([False, *(name in _PROMPTS for name in WHOLE)])
_PROMPT_OPENING = np.array([False, *(name.removesuffix("-start") in _PROMPTS for name in PREFIXES)])
_READ_ALSO = np.array([False, *(name == "related-block-start" for name in PREFIXES)])
"""Of the lines up to 160 letters that begin as a pointer to another article does, 161 are furniture and 9 are article; of
those that are a known prompt as a whole, 4,000 and 18."""
_CONTROL = PREFIXES.index("ui-control-start") + 1
_GOES_ON_MOST, _SUBHEAD_MOST = np.float32(120), np.float32(90)
_BELOW, _ENDS, _LEAST = 5, 3, 2
_BULLETS = np.array([ord(sign) for sign in "-–—•*·▪◦‣●■・"], np.uint32)
"""What opens the items of a list, which are no headings."""
_BARE_MOST, _LABELS_MOST, _BARE_THRESHOLD = 1, 4, 0.9
"""A file with at most one phrase of web pages is an article with no page around it, and little of it can be furniture: so are
95 of 100 complete articles, and of the 661 labelled pages one, of eight lines. Their junk fell from 1.35 % of the characters to
0.71 %. Beside it may stand what heads or ends an article: a byline, a date, a source, a credit."""
_TWIN_LEAST, _PICTURE_LEAST = np.float32(12), np.float32(20)
_HALF, _DAY_LEAST = np.float32(0.5), np.float32(4)
_TEASER_LEAST, _TEASED = np.float32(25), 9
_JOINED_LEAST = np.float32(24)
_LEAD_LEAST = 0.2
"""Of the first paragraphs that are leads 65 of 100 are found so, and two of three that are found are leads; at 0.3 it was 46 and
three of four (cross-validation, 529 paragraphs)."""


def sort(rows: Rows, chance: np.ndarray, threshold: float) -> Sorted:
    """One kind for every row. `chance` has shape (rows, 7)."""
    n = len(rows.lines)
    lenient = _to_be_kept(rows)
    least = threshold if lenient is None else np.where(lenient, _BARE_THRESHOLD, threshold)
    kinds = (chance[:, JUNK] <= least * (1 - chance[:, META])).view(np.int8)
    found = Sorted(kinds, {}, -1)
    if not n:
        return found
    alike(rows, kinds)
    speakers(rows, kinds)
    ticks(rows, kinds)
    timelines(rows, kinds)
    comments(rows, kinds)
    cards(rows, kinds)
    below_the_page(rows, kinds)
    for row, name in rows.menus.items():
        if kinds[row] != JUNK:
            found.is_junk(row, name)
    strong = (kinds * rows.prose).nonzero()[0]
    first, last = (int(strong[0]), int(strong[-1])) if len(strong) else (n, -1)
    found.title = headline(rows, chance, first, found.forced)
    if found.title >= 0:
        kinds[found.title] = TITLE
        first = int(strong[min(int(strong.searchsorted(found.title, "right")), len(strong) - 1)]) if len(strong) else n
    _prompts(rows, found, last)
    _parts(rows, chance, found, first)
    of_the_site(rows, found)
    header(rows, chance, found, first)
    bylines(rows, found)
    clock(rows, found)
    _controls(rows, found, first, last)
    hashtags(rows, found, last)
    listed(rows, found, last)
    labelled(rows, found, last)
    signed(rows, found, last)
    above_the_headline(rows, found)
    captions(rows, chance, found, last)
    templates(rows, found)
    lists(rows, chance, found, first, last)
    tables(rows, found)
    leftovers(rows, found, min(first, n))
    _twins(rows, found, first, last)
    _foreshadowed(rows, found, first)
    picture_texts(rows, found)
    alternatives(rows, found)
    _joined_headlines(rows, found)
    label_with_address(rows, found, last)
    halves(rows, found)
    cells(rows, found)
    dated_headlines(rows, found)
    after_pointers(rows, found, last)
    recorded(rows, found)
    return found


def _to_be_kept(rows: Rows) -> np.ndarray | None:
    """Which rows must be furniture almost for certain to be called so: all with words in a bare file, prose in one with one prompt."""
    known = int(np.count_nonzero(rows.whole) + np.count_nonzero(rows.opening))
    if known > _LABELS_MOST:
        return None
    whole, opening = PAGE_WHOLE.take(rows.whole), PAGE_OPENING.take(rows.opening)
    if known <= _BARE_MOST or np.count_nonzero(whole) + np.count_nonzero(opening) <= _BARE_MOST:
        kept: np.ndarray = ~rows.wordless
        return kept
    return rows.running if np.count_nonzero(whole | opening) <= _BARE_MOST else None


def _prompts(rows: Rows, found: Sorted, last: int) -> None:
    """Known prompts, phrases and page numbers below the text, and lines that go on with the prompt above are furniture."""
    kinds, tail = found.kinds, slice(last + 1, None)
    before = kinds == TEXT
    opens = _PROMPT_OPENING.take(rows.opening)
    below = before[tail] & ~rows.running[tail]
    spoken = (rows.initial == QUOTE) & (rows.ending == QUOTE)
    kinds[before & ~spoken & (_PROMPT_WHOLE.take(rows.whole) | (_READ_ALSO.take(rows.opening) & (rows.weight < _GOES_ON_MOST)))] = JUNK
    known = _PROMPT_WHOLE.take(rows.whole[tail]) | opens[tail] | (rows.wordless[tail] & rows.has[DIGIT, tail])
    kinds[tail][below & known] = JUNK
    below_the_text(rows, kinds, last)
    legal = (below | (kinds[tail] == JUNK)) & rows.has[SYMBOL, tail]
    for place in legal.nonzero()[0].tolist():
        if "©" in rows.texts[last + 1 + place][:200]:
            found.is_junk(last + 1 + place, "footer")
    for row in range(max(last, len(kinds) - _ENDS), len(kinds)):
        if rows.texts[row].lstrip().startswith("©") and (rows.has[STOP, row] or rows.has[DIGIT, row]):
            found.is_junk(row, "footer")
    for row in (opens & before & (rows.weight < _GOES_ON_MOST)).nonzero()[0].tolist():
        follows = row > 0 and kinds[row - 1] == JUNK and rows.lines[row] == rows.lines[row - 1] + 1
        if follows and _subject(rows, row) == _subject(rows, row - 1):
            kinds[row] = JUNK


def _subject(rows: Rows, row: int) -> int:
    return int(rows.whole[row] or min(rows.opening[row], len(WHOLE)))


def _parts(rows: Rows, chance: np.ndarray, found: Sorted, first: int) -> None:
    kinds = found.kinds
    text = kinds == TEXT
    stopped = (rows.ending == STOP) | (rows.ending == CLAUSE)
    loose = text & (rows.weight < _SUBHEAD_MOST) & ~stopped
    loose[: found.title + 1] = False
    follows = np.empty_like(text)
    follows[:-1], follows[-1] = text[1:], False
    places = loose.nonzero()[0]
    places = places[(rows.document.codes.take(rows.begin.take(places))[:, None] != _BULLETS).all(1)]
    if len(places):
        heads = chance.take(places, 0)[:, 1:6].argmax(1) == HEAD - 1
        heads |= follows.take(places)
        kinds[places[heads]] = HEAD
    kinds[text & (chance[:, CAPTION] > _HALF)] = CAPTION
    if first < len(kinds) and kinds[first] == TEXT and chance[first, LEAD] > _LEAD_LEAST:
        kinds[first] = LEAD


def _controls(rows: Rows, found: Sorted, first: int, last: int) -> None:
    """Between the headline and the text, and right below the text, a row that is phrases of the page or begins as a control."""
    places = np.r_[found.title + 1 : max(first, found.title + 1), last + 1 : min(last + 1 + _BELOW, len(found.kinds))]
    kinds = found.kinds.take(places)
    undated = (kinds == META) & (rows.counts[DIGIT].take(places) < _DAY_LEAST)
    loose = places[((kinds == TEXT) | (kinds == HEAD) | undated) & ~rows.has[STOP].take(places)]
    for row, name in strung(rows.tokens, rows.counts[DIGIT], rows.weight, loose, least=_LEAST).items():
        found.is_junk(row, name)
    for row in loose[(rows.opening.take(loose) == _CONTROL) & (rows.weight.take(loose) < _SUBHEAD_MOST)].tolist():
        found.is_junk(row, "ui-control")


def _twins(rows: Rows, found: Sorted, first: int, last: int) -> None:
    """What repetition proves: a second headline or lead, the text in place of a picture."""
    original = rows.original
    again = (rows.repeats > 1) & (rows.weight >= _TWIN_LEAST)
    if found.title >= 0 and again[found.title]:
        same = original == original[found.title]
        for row in same[: last + 2].nonzero()[0].tolist():
            if row > found.title:
                found.is_junk(row, "duplicate-title")
        again &= ~same
    again &= original == np.arange(len(original))
    again[:-1] &= (rows.weight[:-1] >= PROSE) | (rows.repeats[:-1] == 2) & (original[:-1] == original[1:])
    for one in again[: max(first, last) + 2].nonzero()[0].tolist():
        other = int((original == one).nonzero()[0][-1])
        if one <= first + 1 < other and _is_lead(rows, found, one, other):
            found.is_junk(one, "duplicate-lead")
        elif rows.repeats[one] == 2 and other == one + 1 and first <= one <= last and _is_picture(rows, one):
            found.is_junk(one, "image-alt")
            found.kinds[other] = CAPTION


def _foreshadowed(rows: Rows, found: Sorted, first: int) -> None:
    """A line between the headline and the text with which a longer paragraph below begins is its teaser."""
    kinds = found.kinds
    for row in range(found.title + 1, min(first + 2, len(kinds))):
        if kinds[row] in (TEXT, LEAD, HEAD) and rows.weight[row] >= _TEASER_LEAST:
            line = rows.texts[row].strip().rstrip(" .…[]")
            for below in range(row + 1, min(row + _TEASED, len(kinds))):
                longer = kinds[below] in (TEXT, LEAD) and rows.running[below] and rows.weight[below] > rows.weight[row] + _TEASER_LEAST
                if longer and rows.texts[below].lstrip().startswith(line):
                    found.is_junk(row, "duplicate-lead")
                    break


def _is_lead(rows: Rows, found: Sorted, one: int, other: int) -> bool:
    heavy = other > one + 1 and rows.weight[one] >= PROSE
    return bool(heavy and found.kinds[one] != JUNK and found.kinds[other] in (TEXT, LEAD))


def _is_picture(rows: Rows, one: int) -> bool:
    return bool(rows.lines[one + 1] == rows.lines[one] + 1 and rows.weight[one] >= _PICTURE_LEAST)


def _joined_headlines(rows: Rows, found: Sorted) -> None:
    """Three or more headlines on one line, in a script that puts no spaces inside sentences."""
    counts = rows.counts
    likely = (counts[DENSE] >= _JOINED_LEAST).nonzero()[0]
    if not len(likely):
        return
    spaces, stops, dense = counts[SPACE, likely], counts[STOP, likely], counts[DENSE, likely]
    for row in likely[(spaces >= 2) & (stops == 0) & (dense > 0.7 * counts[:, likely].sum(0))].tolist():
        parts = rows.texts[row].split()
        if row != found.title and len(parts) >= 3 and all(7 <= len(part) <= 45 for part in parts):
            found.is_junk(row, "related-links-inline")
