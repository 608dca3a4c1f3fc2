"""ENC: letters that were read wrongly or lost on the way."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from checks.characters import Flag, traits
from checks.model import Hit, Severity, Span
from checks.patterns import lazily
from checks.rules.encoding.fonts import old_fonts
from checks.rules.encoding.misread import NAMES, misreadings, words
from checks.rules.encoding.pointing import SHOWN, code, counted, joined, legible, shown, word_at
from checks.rules.rule import Article, rule


@rule(
    "ENC010",
    Severity.ERROR,
    bad=[
        "It wasn⟦â€™⟧t clear who had paid.",
        "The caf⟦Ã©⟧ on Stra⟦ÃŸ⟧e 9 was closed.",
        "The caf⟦ÃƒÂ©⟧ was closed twice over.",
        "⟦РњРѕСЃС‚⟧ opened, said the sign.",
        "The caf⟦Ă©⟧ was closed.",
        "The caf⟦√©⟧ was closed.",
        "The caf⟦茅⟧ was closed.",
        "The sign said ⟦甯傞暱鍙戣█⟧ and no more.",
        "The sign said ⟦蟶る聞縺ｯ隱槭ｋ⟧ and no more.",
    ],
    good=[
        "It wasn’t clear who had paid.",
        "O prefeito de São Paulo não comentou. AMANHÃ… talvez.",
        "The channel, «Первый ТВ», showed the bridge for an hour, and nobody in the town watched anything else.",
        "CAFÉ… DÉJÀ VU» – so the sign read.",
    ],
    needs=Flag.LEAD | Flag.WIDE,
)
def mojibake(article: Article) -> Iterable[Hit]:
    """UTF-8 was read as another encoding and saved again.

    The text is whole but scrambled: every letter beyond plain ASCII became two or three others. When it happened twice, every
    one became four or more. The characters still hold the bytes, so the text can be put right without loss, and the message says how.

    To do: repair the text as the message says, and find the program in the chain that reads UTF-8 as something else.
    """
    document = article.document
    found = misreadings(document, traits(document))
    for charset in dict.fromkeys(one.charset for one in found):
        for rounds in sorted({one.rounds for one in found if one.charset == charset}):
            mine = [one for one in found if one.charset == charset and one.rounds == rounds]
            stands, reads = next(iter(words(document, mine)))
            times = {1: "", 2: " twice"}.get(rounds, " three times")
            where = f" ({counted(len(mine), 'place')})" if len(mine) > 1 else ""
            yield Hit(
                f"UTF-8 was read as {NAMES[charset]}{times}: “{shown(stands)}” should read “{shown(reads)}”{where}.",
                tuple(one.span for one in mine[:SHOWN]),
            )


@rule(
    "ENC011",
    Severity.ERROR,
    bad=["The caf⟦\ufffd⟧ was closed.", "He paid ⟦\ufffd\ufffd⟧12 and left."],
    good=["The café was closed.", "He paid £12 and left."],
    needs=Flag.LOST,
)
def lost_characters(article: Article) -> Iterable[Hit]:
    """Letters had been replaced by the replacement character before the file reached us.

    A program met bytes it could not read and wrote U+FFFD in their place. What stood there is gone from this file.

    To do: take the text from its source again; these letters cannot be recovered from the file.
    """
    document = article.document
    places = traits(document).at(Flag.LOST)
    own = np.array([bad.at for bad in document.encoding.bad_bytes], np.int64)
    if document.encoding.bad_count > len(own) or document.encoding.cut_bytes:
        own = places  # the file's own bad bytes are findings of other rules, and cannot be told apart here
    if len(own):
        places = np.setdiff1d(places, own, assume_unique=True)
    for region in document.encoding.regions:
        places = places[(places < region.span.start) | (places >= region.span.end)]
    if len(places):
        yield Hit(f"{counted(len(places), 'letter')} had been lost before the file came here: it has U+FFFD instead.", joined(places))


_ODD_MARK = lazily("[?][?a-\x9f\xa1-\xba\xbc-\u1fff]")
"""A question mark before another or before a small letter, and not before a space or a quotation mark."""
LOST_LEAST = 2
"""Different words with question marks in them from which on letters are missing; one alone may be two sentences without a space."""


@rule(
    "ENC012",
    Severity.WARNING,
    bad=[
        "The caf⟦?⟧s of M⟦?⟧nchen and K⟦?⟧ln were closed.",
        "El se⟦?⟧or dijo que ma⟦?⟧ana no habr⟦?⟧a pan.",
        "The sign said ⟦????⟧ ⟦???⟧ in Russian.",
        "The sign said ⟦????⟧, ⟦???⟧ ⟦??⟧ in Russian.",
        "⟦??????????????⟧",
    ],
    good=["Who paid? Nobody knew.", "What?! And who?", "See example.org/list?page=2&sort=new for more.", "Really??? Yes, really."],
)
def question_marks_for_letters(article: Article) -> Iterable[Hit]:
    """Question marks stood where letters should be.

    A program that could not write a letter wrote a question mark. Inside a word, or in runs that stand like words, they are no punctuation.

    To do: take the text from its source again; these letters cannot be recovered from the file.
    """
    document = article.document
    text = legible(document)
    if "?" not in text or not _ODD_MARK.search(text):
        return
    places = np.flatnonzero(document.codes == ord("?"))
    inside, words = list(_inside_words(text, places)), list(_like_words(text, places))
    spans = {*inside, *words}
    lost = sum(span.end - span.start for span in spans)
    if words or len({document.quote(word_at(document, span.start)) for span in inside}) >= LOST_LEAST:
        yield Hit(f"{counted(lost, 'letter')} became question marks.", tuple(sorted(spans))[:SHOWN])


def _inside_words(text: str, places: np.ndarray) -> Iterable[Span]:
    """Marks with a letter before them and a small letter after them, web addresses left out."""
    for span in joined(places):
        before, after = text[max(0, span.start - 1) : span.start], text[span.end : span.end + 1]
        if before.isalpha() and after.islower() and span.end - span.start <= 2 and not _address(text, span.start):
            yield span


def _like_words(text: str, places: np.ndarray) -> Iterable[Span]:
    """Runs of marks that follow each other like the words of a sentence, two of them of three marks and more, or one very long."""
    chain: list[Span] = []
    for span in joined(places):
        between = text[chain[-1].end : span.start] if chain else ""
        if chain and (len(between) > 4 or " " not in between or between.strip(" ,.;:!-()\"'")):
            yield from _sentence(text, chain)
            chain = []
        chain.append(span)
    yield from _sentence(text, chain)


def _sentence(text: str, chain: list[Span]) -> Iterable[Span]:
    long = sum(span.end - span.start >= 3 for span in chain)
    first = chain[0]
    alone = first.end - first.start >= LONG_RUN and not text[max(0, first.start - 2) : first.start].strip()
    return chain if long >= 2 or alone else ()


LONG_RUN = 12
"""Marks in a row at the beginning of a line from which on they stand for letters, as whole sentences of Chinese do."""


def _address(text: str, place: int) -> bool:
    """Whether a place is inside a web address or a query."""
    start = max(text.rfind(" ", max(0, place - 200), place), text.rfind("\n", max(0, place - 200), place)) + 1
    end = min(
        (found for found in (text.find(" ", place, place + 200), text.find("\n", place, place + 200)) if found >= 0), default=place + 50
    )
    return any(mark in text[start:end] for mark in ("/", "=", "&", "www.", "@"))


@rule(
    "ENC013",
    Severity.ERROR,
    bad=["The mayor said: ⟦\x93⟧We kept the lights on.⟦\x94⟧", "It wasn⟦\x92⟧t clear who had paid."],
    good=["The mayor said: “We kept the lights on.”"],
    needs=Flag.C1,
)
def quotes_turned_controls(article: Article) -> Iterable[Hit]:
    """Windows quotation marks and dashes had become invisible control characters.

    Bytes of Windows-1252 were read as ISO 8859-1, where the same bytes are controls that no screen shows.

    To do: replace them as the message says.
    """
    document = article.document
    places = traits(document).at(Flag.C1)
    places = places[document.codes[places] != 0x85]
    if len(places):
        first = document.text[int(places[0])]
        meant = bytes((ord(first),)).decode("cp1252", "ignore")
        repair = f"; the first, {code(first)}, should be {meant}" if meant else f", the first of them {code(first)}"
        yield Hit(f"The text holds {counted(len(places), 'control character')} where signs should stand{repair}.", joined(places))


@rule(
    "ENC014",
    Severity.ERROR,
    bad=[
        "⟦Thµnh⟧ ⟦phè⟧ ⟦míi⟧\n\n⟦Ng­êi⟧ d©n ⟦thµnh⟧ ⟦phè⟧ ⟦®·⟧ chê ⟦®­îc⟧ qua ⟦cÇu⟧, ⟦vµ⟧ chñ tÞch ⟦cña⟧ ⟦thµnh⟧ ⟦phè⟧ ⟦nãi⟧ ⟦kh«ng⟧ ⟦cã⟧ g× ⟦ph¶i⟧ lo.\n",
        "⟦ျ⟧မန္မာႏိုင္ငံ ရန္ကုန⟦္⟧ၿမိဳ႕ရွိ တံတားကို ⟦ျ⟧ပန္ဖြင့⟦္⟧ေပးခဲ့သည⟦္⟧။ ⟦ေ⟧က⟦်⟧ာင⟦္⟧းသားမ⟦်⟧ား အရင္ဆုံး ⟦ျ⟧ဖတ⟦္⟧ေက⟦်⟧ာ္ခဲ့ၾကသည⟦္⟧။\n",
        "Caây ⟦caàu⟧\n\nChuû tòch ⟦cuûa⟧ ⟦thaønh⟧ ⟦phoá⟧ ⟦noùi⟧ ⟦raèng⟧ ⟦khoâng⟧ ⟦coù⟧ gì ⟦phaûi⟧ lo, ⟦vaø⟧ ⟦ngöôøi⟧ daân ⟦ñöôïc⟧ qua ⟦caàu⟧.\n",
    ],
    good=[
        "The banner said “chủ tịch của thành phố”, which means the mayor, and was hung over the northern ramp.",
        "The banner said “မြို့တော်ဝန်က ပြန်ဖွင့်ပေးခဲ့သည်”, which means that the mayor opened it again.",
    ],
    needs=Flag.FONT,
)
def old_font_text(article: Article) -> Iterable[Hit]:
    """The text was written for an old font and not in Unicode.

    Before Unicode, Vietnamese and Burmese were written with fonts that drew their letters in the places of others. Without the font the
    text is nonsense to people and to search.

    To do: convert the text to Unicode with a converter for the font that the message names.
    """
    found = old_fonts(article.document)
    if found:
        yield Hit(found.message, found.spans)
