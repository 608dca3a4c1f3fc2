"""How a line looks at which an article on a page may break off: by itself, by its place, and by what stands around it."""

from __future__ import annotations

import math
from bisect import bisect_left

from checks.claims.completeness.around import NEIGHBOURS, PAGE, Page, neighbours, surroundings
from checks.claims.completeness.ending import is_address, is_dangling, is_label, occurrence
from checks.claims.completeness.stops import HANGING
from checks.claims.completeness.stretch import JUNK, STRETCH, beside, company
from checks.claims.completeness.suspects import BELOW_PARAGRAPH, BODY, EARLIER, ELLIPSIS, PROMPT, READ_ON, TITLE, TRAILING, Suspect
from checks.claims.completeness.vocabulary import tokens, vocabulary
from checks.claims.completeness.wording import ENDED, RUNNING, runs
from checks.patterns import lazily

QUICK = (
    "bias", "log line", "ends sentences inside", "comma", "lower end", "capital end", "few words", "junk share", "is body",
    "is section-nav", "is related-block", "place before", "last of article", "earlier block", "below paragraph", "under title",
    "first after", "later after", "ellipsis", "prompt", "read on", "log article", "ellipsis after little", "prompt after little",
    "read on after little", "trails off elsewhere", "other ellipses", ENDED,
)  # fmt: skip
OWN = (
    "short line", "long line", "very long line", "digit end", "hanging end", "long and lower end", "dense", "capital words",
    "address", "label", "bar", "bullet", "lower begin", "capital begin", "indented alike", "is other furniture", "little article",
)  # fmt: skip
WORDS = (
    "dangling word", "word unknown", "word is beginning", "open quotation", "lower end after prose", "words of grammar",
    "many words of grammar", "ending seldom final", "endings known", "seldom and known", "never final", "repeated", "inner stops",
    "long fragment", "fragment", "fragment of a line", "grammar in fragment", "stops and lower end",
)  # fmt: skip
GATE = (*QUICK, *JUNK, "last of file")
WORDED = QUICK.index(ENDED)
FEATURES = (*QUICK, *OWN, *NEIGHBOURS, *PAGE, *WORDS, *STRETCH, RUNNING)
LITTLE = 600
"""Characters of article below which there is hardly more than a teaser."""
FEW_WORDS = 4
MANY = 8
"""Other lines in three dots from which their number says nothing more."""
TOLD = BODY | {"junk:section-nav", "junk:related-block", "caption"}
WINDOW = 6_000
"""Characters around a line among which its words are looked up."""
SUFFIX = 3
_WORD_ENDS = frozenset(" .,")
HOPELESS = -3.0
"""Log-odds of the gate below which a line is not looked at further.

Cross-validated by publisher: -2.5 leaves 8 % of the lines of whole pages and 97.8 % of the cuts that are found, -3.0 12 % and
98.8 %, -3.5 17 % and 99.4 %.
"""
_INNER_STOP = lazily(r"[.!?。！？।۔؟](?:(?<=[.!?])['\"”’»)]{0,2} +\S|(?<=[。！？।۔؟])\S)")
_PAIRS = (("(", ")"), ("“", "”"), ("«", "»"))


def quick(page: Page, one: Suspect) -> list[float]:
    """The numbers that are cheap to have, in the order of `QUICK`; how its end is worded is left to those who need it."""
    text, kind, place, sort = one.text, page.zones.kinds[one.line], one.place, one.sort
    alpha, first = text[-1].isalpha(), one.word[:1]
    junk = min(0.98, max(0.02, float(page.zones.junk_share[one.line])))
    weight = page.end.weight
    little = weight < LITTLE
    return [
        1.0, math.log(1 + _length(one)), ". " in text or "? " in text or "! " in text or "。" in text,
        "," in text or "，" in text or "、" in text, alpha and first.islower(), alpha and first.isupper(),
        not one.dense and text.count(" ") < FEW_WORDS, math.log(junk / (1 - junk)),
        kind in BODY, kind == "junk:section-nav", kind == "junk:related-block",
        EARLIER < place < 0, place == 0, place == EARLIER, place == BELOW_PARAGRAPH, place == TITLE, place == 1, place > 1,
        sort == ELLIPSIS, sort == PROMPT, sort == READ_ON, page.end.log_weight,
        sort == ELLIPSIS and little, sort == PROMPT and little, sort == READ_ON and little,
        place == TRAILING, min(MANY, max(0, page.ellipses - 1)) / MANY if sort == ELLIPSIS else 0.0,
        0.0,
    ]  # fmt: skip


def at_first_sight(page: Page, one: Suspect) -> list[float]:
    """The numbers that the gate sees, in the order of `GATE`."""
    return [*quick(page, one), *company(page.stretch, one.line), one.line == page.last]


def _length(one: Suspect) -> float:
    """Characters of a line, no more than 200, those of dense scripts counted two and a half times."""
    return min(200.0, len(one.text) * (2.5 if one.dense else 1.0))


def _own(page: Page, one: Suspect) -> list[float]:
    """The other numbers that its own characters give, in the order of `OWN`."""
    text, body, length = one.text, page.end.body, _length(one)
    letters = [w[0].isupper() for w in text[-400:].split()[1:] if w[0].isalpha()]
    at = bisect_left(body, one.line)
    return [
        length < 40, length > 100, length > 140, text[-1].isdigit(), text[-1] in HANGING,
        length > 90 and text[-1].isalpha() and one.word[:1].islower(), one.dense, sum(letters) / len(letters) if letters else 0.5,
        is_address(text), is_label(text), "|" in text, text[0] in "*-•·–+|►▶", text[0].islower(), text[0].isupper(),
        at > 0 and _indent(page.document.lines[one.line]) == _indent(page.document.lines[body[at - 1]]),
        page.zones.kinds[one.line] not in TOLD, page.end.weight < LITTLE,
    ]  # fmt: skip


def slow(page: Page, one: Suspect) -> list[float]:
    """The numbers that what stands around it gives, in the order of the features after `QUICK`."""
    near = neighbours(page, one)
    return [
        *_own(page, one),
        *near,
        *surroundings(page, one),
        *_words(page, one, prose_before=bool(near[NEIGHBOURS.index("prose before")])),
        *beside(page.document, page.stretch, one),
        runs(one.text),
    ]


def _words(page: Page, one: Suspect, *, prose_before: bool) -> list[float]:
    """The numbers of its words and sentences, in the order of `WORDS`."""
    text, known = one.text, vocabulary().dangling
    start, stop = max(0, one.span.start - WINDOW), one.span.end + WINDOW
    window = page.document.text[start:stop]
    unknown, beginning = (0.0, 0.0) if one.dense else occurrence(window[: one.span.end - start], one.word, one.span.end - start)
    words = one.words
    grammar = sum(word in known for word in words) / max(1, len(words))
    final, seen = _final(window, one)
    lower = text[-1].isalpha() and one.word[:1].islower()
    last = text[-400:]
    stops = [found.end() for found in _INNER_STOP.finditer(last)]
    fragment = last[stops[-1] - 1 :] if stops else last
    size = len(fragment) * (2.5 if one.dense else 1.0)
    inside = sum(word in known for word in tokens(fragment.casefold()))
    return [
        is_dangling(one.word, text, one.dense), unknown, beginning, _is_open(text), prose_before and lower, grammar, grammar > 0.2,
        final, seen, final * seen, final < 0.15 and seen > 0.2, len(text) > SUFFIX * 4 and window.count(text[:80]) > 1,
        min(3, len(stops)), size > 120, min(2.0, size / 60), bool(stops) and size > 40, inside / 5, bool(stops) and lower,
    ]  # fmt: skip


def _final(window: str, one: Suspect) -> tuple[float, float]:
    """How often the last letters of a line end a word where they stand elsewhere, and how often they do stand there."""
    if one.dense or len(one.word) <= SUFFIX:
        return 0.5, 0.0
    suffix = one.word[-SUFFIX:]
    after = window.split(suffix)
    count = len(after) - 2
    if count <= 0:
        return 0.3, 0.0
    return sum(rest[:1] in _WORD_ENDS for rest in after[1:]) / count, min(count, 10) / 10


def _is_open(text: str) -> bool:
    """Whether more quotations or brackets are opened than closed."""
    return text.count('"') % 2 == 1 or any(text.count(opens) > text.count(shuts) for opens, shuts in _PAIRS)


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip())
