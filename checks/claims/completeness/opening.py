"""How the first lines of an article look: whether the text begins where the article begins."""

from __future__ import annotations

from functools import lru_cache
from itertools import islice

from checks.claims.completeness.pairs import unpaired
from checks.claims.completeness.sign import Sign
from checks.claims.completeness.stops import has_stop
from checks.claims.completeness.tail import Tail
from checks.model import Confidence, Document, Span, Zones
from checks.patterns import lazily

LONGEST = 2000
LAST = 60
"""Characters of a beginning that are shown as evidence."""
SENTENCE = 60
"""Characters from which a line without a full stop may be a sentence."""
FEW = 2
"""Lines above the first body line up to which a file seems to hold nothing but the article."""
EARLY = 6
"""Lines of running text on a page among which the first paragraph is looked for."""
NEAREST = 12
NEVER_FIRST = frozenset(",.;:!?)]}%、。，．；：！？）】」』》〉”»・ー々ゝっゃゅょッャュョぁぃぅぇぉァィゥェォをヲ")
_KOREAN_ENDINGS = frozenset({"는", "은", "을", "를", "의", "와", "과", "했다", "이다", "된다", "했고", "하고"})
_JAPANESE_REST = lazily(
    r"[のがにでを][\u4e00-\u9fff]|[ァ-ヺ]の|(?:(?:し)?て(?:い[るた]|おり)|であ[るっ]|だった|でした|ま(?:した|せん)|[らさ]れ[たる]|という|とい[っう])"
)
_SPECIAL = lazily(r"[a-z]{1,3}[A-Z0-9]|[^\W\d_]+\.[a-z]{2,4}\b|\S{1,40}@|https?:|www\.|[#@]|[a-z]{1,3}-[A-Z]|[dl]['’][A-Z]")
_NOBLE = lazily(r"(?:von|van|de|di|da|del|della|ter|ten|bin|ibn|al|el)(?: (?:der|den|de|het|la|las|los))? [^\W\d_a-z]")


def heads(document: Document, zones: Zones, end: Tail) -> tuple[Sign, ...]:
    """The sign that the beginning is missing, if there is one.

    It is looked for in the first body line, in the first line of the file where hardly anything is above it, and on a page in
    the first paragraph, which a lead or a misread line may precede.
    """
    if not zones.body:
        return ()
    first, kinds = zones.body[0], zones.kinds
    filled = first - kinds[:first].count("blank")
    above = [n for n in range(first) if kinds[n] != "blank"] if filled <= FEW else []
    for line in (*above[:1], first):
        if line == first and filled and not _may_begin(document, zones, first, page=end.page):
            continue
        span = document.stripped_span(line)
        why = missing_head(document.text[span.start : min(span.end, span.start + LONGEST)])
        if why is not None:
            return (Sign("missing-head", _beginning(document, span), why, Confidence.HIGH, cut=True),)
    return _later(document, zones, end) if end.page else ()


def _later(document: Document, zones: Zones, end: Tail) -> tuple[Sign, ...]:
    """The first paragraph of a page, where it begins inside a sentence and is no rest of the paragraph above it.

    Of 604 heads missing on pages 237 are found so and by the first line; of 636 whole pages none is flagged.
    """
    kinds, texts = zones.kinds, document.lines
    for line in islice((n for n in zones.body if kinds[n] != "subhead"), EARLY):
        text = texts[line].strip()[:LONGEST]
        stopped = has_stop(texts[line][-20:])
        if len(text) < SENTENCE and not stopped:
            continue
        why = missing_head(text)
        if why is None and stopped:
            return ()
        above = next((n for n in range(line - 1, max(-1, line - NEAREST), -1) if kinds[n] != "blank"), None)
        if why is not None and not _is_rest(texts, kinds, line, above, split=end.is_split):
            span = document.stripped_span(line)
            return (Sign("missing-head", _beginning(document, span), why, Confidence.MEDIUM, cut=True),)
    return ()


def _is_rest(texts: tuple[str, ...], kinds: tuple[str, ...], line: int, above: int | None, *, split: bool) -> bool:
    """Whether a line may go on with the line above it: what a link or a word in italics has split."""
    if above is None or has_stop(texts[above][-20:]):
        return False
    touching = above == line - 1
    return kinds[above] in ("body", "lead") or (touching and (split or kinds[above] != "title" or len(texts[line]) < SENTENCE))


@lru_cache(maxsize=4)
def missing_head(text: str) -> str | None:
    """Why the first paragraph cannot be the beginning of an article, or None.

    Brands (`iPhone`), addresses and family names (`von der …`) may stand first in lower case.
    """
    first = text[:1]
    if first.islower() and not _SPECIAL.match(text[:60]) and not _NOBLE.match(text[:30]):
        return "the first paragraph begins in the middle of a sentence, with a small letter"
    if first in NEVER_FIRST and text[:3] != "...":
        return f"the first paragraph begins with {first}, which stands only inside a sentence"
    if _is_ending(text, first):
        return "the first paragraph begins with the ending of a word"
    closed = unpaired(text).closed
    if closed is not None and text[closed] != "„":
        return "the first paragraph closes a quotation that it has not opened"
    return None


def _is_ending(text: str, first: str) -> bool:
    """Whether a Korean or Japanese text begins with what only ends a word there."""
    if "\uac00" <= first <= "\ud7a3":
        return text[:12].split(" ", maxsplit=1)[0] in _KOREAN_ENDINGS
    return "\u3040" <= first <= "\u30ff" and bool(_JAPANESE_REST.match(text[:8]))


def _may_begin(document: Document, zones: Zones, first: int, *, page: bool) -> bool:
    """Whether the first body line can be trusted to be the first: nothing but a headline and dates are above it, or a page."""
    kinds, before = zones.kinds, document.lines[first - 1]
    if not page and not all(kind in ("title", "meta", "blank") for kind in kinds[:first]):
        return False
    if kinds[first - 1] != "blank" and not has_stop(before):
        return False  # a paragraph that a link has split
    span = document.stripped_span(first)
    return span.end - span.start >= SENTENCE or has_stop(document.quote(span))


def _beginning(document: Document, span: Span) -> Span:
    """The first words of a line, as evidence."""
    text = document.text[span.start : min(span.end, span.start + LAST)]
    space = text.rfind(" ") if span.end - span.start > LAST else -1
    return Span(span.start, span.start + (space if space > 0 else len(text)))
