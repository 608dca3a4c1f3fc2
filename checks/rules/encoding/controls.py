"""ENC: characters that nobody sees: controls, directions, joiners and marks of other programs."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

import numpy as np

from checks.characters import Flag, traits
from checks.model import Document, Hit, Severity, Span
from checks.rules.encoding.pointing import SHOWN, code, counted, joined
from checks.rules.examples import FRAME, PARAGRAPH
from checks.rules.rule import Article, rule

OVERRIDES = (0x202D, 0x202E)
OPENS = {0x202A: 0x202C, 0x202B: 0x202C, 0x202D: 0x202C, 0x202E: 0x202C, 0x2066: 0x2069, 0x2067: 0x2069, 0x2068: 0x2069}
TAGS = (0xE0000, 0xE007F)
BLACK_FLAG = 0x1F3F4
ZERO_WIDTH = (0x200B, 0x2060, 0x180E, 0x34F, 0x2063, 0x2064, 0x2061, 0x2062, 0x200C, 0x200D)
LOOKED_AT = 100_000
"""Invisible characters that are looked at one by one; a file with more is damaged all over."""
JOINED_SCRIPTS = ("LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "GEORGIAN", "HEBREW")
"""Scripts whose words need no joiners."""


@rule("ENC020", Severity.ERROR, bad=["He paid⟦\0⟧ and left.", "He⟦\0\0\0⟧ left."], good=["He paid 0 and left."], needs=Flag.CONTROL)
def null_characters(article: Article) -> Iterable[Hit]:
    """Zero bytes stood in the text.

    Many programs take a zero byte for the end of a text and read no further. They come from databases, from broken copies and from files
    that were saved before they were full.

    To do: ask for an undamaged copy; something may be missing where they stand.
    """
    document = article.document
    places = _controls(document, null=True)
    if len(places):
        yield Hit(f"The text holds {counted(len(places), 'zero byte')}.", joined(places))


@rule(
    "ENC021",
    Severity.WARNING,
    bad=["He paid⟦\x08⟧ and left.", "A red ⟦\x1b⟧[31mword⟦\x1b⟧[0m here.", "No⟦\x7f⟧ more."],
    good=["He paid\tand left."],
    needs=Flag.CONTROL,
)
def control_characters(article: Article) -> Iterable[Hit]:
    """Control characters stood in the text.

    They steered printers and terminals and mean nothing in an article. They break parsers of XML and JSON.

    To do: delete them; look whether a letter is missing beside them.
    """
    document = article.document
    places = _controls(document, null=False)
    if len(places):
        kinds = sorted({code(document.text[place]) for place in places[:SHOWN].tolist()})
        yield Hit(f"The text holds {counted(len(places), 'control character')}: {', '.join(kinds[:6])}.", joined(places))


def _controls(document: Document, *, null: bool) -> np.ndarray:
    places = traits(document).at(Flag.CONTROL)
    codes = document.codes[places]
    wanted: np.ndarray = places[(codes == 0) if null else (codes != 0) & (codes != 0x0B) & (codes != 0x0C)]
    return wanted


@rule(
    "ENC022",
    Severity.ERROR,
    bad=["Pay to account ⟦\u202e⟧4321 and not to mine.", "The name ⟦\u202d⟧stands\u202c here."],
    good=["The old sign over the gate said שלום to everyone who came by.", "The word \u2067שלום\u2069 means peace."],
    needs=Flag.BIDI,
)
def direction_overrides(article: Article) -> Iterable[Hit]:
    """Hidden characters forced the text into another direction.

    What people see then differs from what programs read. Articles have no use for it; it is a way to hide words or file names.

    To do: read the text with the characters removed, and ask where they come from.
    """
    places = traits(article.document).at(Flag.BIDI)
    places = places[np.isin(article.document.codes[places], OVERRIDES)]
    if len(places):
        yield Hit(f"The direction of the text is turned by force by {counted(len(places), 'hidden character')}.", joined(places))


@rule(
    "ENC023",
    Severity.WARNING,
    bad=["The word ⟦\u2067⟧שלום means peace.", "The word ⟦\u202b⟧שלום means peace."],
    good=["The word \u2067שלום\u2069 means peace.", "The word \u202bשלום\u202c means peace."],
    needs=Flag.BIDI,
)
def unclosed_direction(article: Article) -> Iterable[Hit]:
    """A hidden change of direction was opened and not closed in its paragraph.

    The signs that follow, such as brackets and numbers, may be shown in another order than they are written in.

    To do: delete the character, or close it where its quotation ends.
    """
    document = article.document
    places = traits(document).at(Flag.BIDI)
    opened = tuple(_unclosed(document, places[:LOOKED_AT]))
    if opened:
        yield Hit(
            f"The text holds {counted(len(opened), 'change')} of direction without an end.",
            tuple(Span(at, at + 1) for at in opened[:SHOWN]),
        )


def _unclosed(document: Document, places: np.ndarray) -> Iterator[int]:
    """Openings without their closing in the same line; overrides have a rule of their own."""
    lines = np.searchsorted(document.starts, places, "right").tolist()
    stack: list[int] = []
    last = -1
    codes = document.codes
    for place, line in zip(places.tolist(), lines, strict=True):
        if line != last:
            yield from stack
            stack, last = [], line
        found = int(codes[place])
        if found in OPENS and found not in OVERRIDES:
            stack.append(place)
        elif stack and OPENS.get(int(codes[stack[-1]])) == found:
            stack.pop()
    yield from stack


@rule(
    "ENC024",
    Severity.ERROR,
    bad=["The sun shone.⟦\U000e0049\U000e0067\U000e006e\U000e006f\U000e0072\U000e0065⟧ Nobody saw it."],
    good=["The flag of Wales \U0001f3f4\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f flew over the gate."],
    needs=Flag.INVISIBLE,
)
def hidden_text(article: Article) -> Iterable[Hit]:
    """Words were hidden in characters that no screen shows.

    Tag characters repeat plain ASCII invisibly. Outside the flags of regions they carry text that people do not see and programs read:
    instructions to a language model, for one.

    To do: delete them, and ask where the text comes from.
    """
    document = article.document
    places = traits(document).at(Flag.INVISIBLE)
    codes = document.codes
    tags = places[(codes[places] >= TAGS[0]) & (codes[places] <= TAGS[1])]
    spans = tuple(span for span in joined(tags) if not span.start or codes[span.start - 1] != BLACK_FLAG)
    if spans:
        says = "".join(chr(int(one) - TAGS[0]) for one in codes[spans[0].start : spans[0].end][:60] if one > TAGS[0] + 0x1F)
        yield Hit(f"The text hides the words “{says}”.", spans)


@rule(
    "ENC025",
    Severity.WARNING,
    bad=["The har⟦\u200b⟧bour opened.", "The bridge and the to⟦\u2060⟧wn.", "Мост от⟦\u200d⟧крыт."],
    good=["می\u200cخواهم بروم.", "Family: \U0001f468\u200d\U0001f469\u200d\U0001f467 photo."],
    needs=Flag.INVISIBLE,
)
def zero_width_in_words(article: Article) -> Iterable[Hit]:
    """Invisible characters stood inside words.

    The word looks whole and is not: searches, counts and comparisons miss it. Some publishers mark their texts in this way. In scripts
    that need joiners (Persian, Indic, Thai and others) they are spelling and are left alone.

    To do: delete the characters; note that the text may have been marked on purpose.
    """
    document = article.document
    places = traits(document).at(Flag.INVISIBLE)
    places = places[np.isin(document.codes[places], ZERO_WIDTH, kind="table")]
    inside = [place for place in places[:LOOKED_AT].tolist() if _inside_word(document.text, place)]
    if inside:
        yield Hit(f"The text holds {counted(len(inside), 'invisible character')} inside words.", joined(np.array(inside)))


def _inside_word(text: str, place: int) -> bool:
    before, after = text[max(0, place - 1) : place], text[place + 1 : place + 2]
    return before.isalpha() and after.isalpha() and all(_needs_no_joiner(one) for one in (before, after))


def _needs_no_joiner(letter: str) -> bool:
    return letter.isascii() or unicodedata.name(letter, "").startswith(JOINED_SCRIPTS)


@rule(
    "ENC026",
    Severity.WARNING,
    bad=["The first part ended here.⟦\ufeff⟧ The second began."],
    good=["\ufeff" + FRAME.format(planted=PARAGRAPH)],
    needs=Flag.INVISIBLE,
)
def byte_order_mark_inside(article: Article) -> Iterable[Hit]:
    """A byte order mark stood in the middle of the text.

    It belongs at the very beginning of a file and nowhere else. In the middle it shows that files were joined, or that a page was
    pasted together from parts.

    To do: delete it, and look whether the two parts belong together.
    """
    document = article.document
    places = traits(document).at(Flag.INVISIBLE)
    codes = document.codes
    places = places[(codes[places] == 0xFEFF) & (places > 0)]
    following = codes[np.minimum(places + 1, len(codes) - 1)]
    selector = ((following >= 0xFE00) & (following <= 0xFE0F)) | ((following >= 0xE0100) & (following <= 0xE01EF))
    places = places[~selector]  # a manifest of C2PA begins so
    if len(places):
        yield Hit(f"The text holds {counted(len(places), 'byte order mark')} after its beginning.", joined(places))


@rule(
    "ENC027",
    Severity.INFO,
    bad=["The⟦\u200e⟧ bridge opened.⟦\u200b⟧", "A hyphen⟦\u00ad⟧ation."],
    good=["The bridge opened.", "הגשר\u200f 5 נפתח."],
    needs=Flag.INVISIBLE,
)
def invisible_characters(article: Article) -> Iterable[Hit]:
    """Invisible characters stood between words.

    Soft hyphens, zero-width spaces and direction marks come along with text copied from web pages. They do no harm to readers, and
    programs that compare texts stumble over them.

    To do: nothing, or delete them before comparing texts.
    """
    document = article.document
    places = traits(document).at(Flag.INVISIBLE)
    codes = document.codes[places]
    wanted = (codes == 0xAD) | (codes == 0x200B) | (codes == 0x2060) | (codes == 0x180E) | (codes == 0x3164) | (codes == 0x2800)
    marks = (codes == 0x200E) | (codes == 0x200F) | (codes == 0x61C)
    if np.any(marks) and not _writes_right_to_left(document):
        wanted |= marks
    if np.any(codes == 0x200B) and _spaceless(document):
        wanted &= codes != 0x200B
    others = np.isin(codes, ZERO_WIDTH, kind="table")
    between = [place for place in places[wanted & others][:LOOKED_AT].tolist() if not _inside_word(document.text, place)]
    places = np.sort(np.concatenate((places[wanted & ~others], np.array(between, np.int64))))
    if len(places):
        yield Hit(f"The text holds {counted(len(places), 'invisible character')}.", joined(places))


def _writes_right_to_left(document: Document) -> bool:
    codes = document.codes
    return bool(np.any((codes >= 0x590) & (codes <= 0x8FF)))


def _spaceless(document: Document) -> bool:
    codes = document.codes
    return bool(
        np.any(((codes >= 0xE00) & (codes <= 0xEFF)) | ((codes >= 0x1000) & (codes <= 0x109F)) | ((codes >= 0x1780) & (codes <= 0x17FF)))
    )
