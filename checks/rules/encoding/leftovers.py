"""ENC: code left in the text, and line ends that do not agree."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

import numpy as np

from checks.characters import Flag, traits
from checks.model import Document, Hit, Severity, Span
from checks.patterns import lazily
from checks.rules.encoding.letters import in_article
from checks.rules.encoding.pointing import SHOWN, counted, joined, legible, shown, shows, signs
from checks.rules.examples import FRAME, PARAGRAPH
from checks.rules.rule import Article, rule

_ENTITY = lazily(r"&(?:[A-Za-z][A-Za-z0-9]{1,30}|#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6});")
_TAG = lazily(
    r"(?i)</?(?:a|abbr|article|aside|b|blockquote|body|br|button|center|cite|code|dd|del|div|dl|dt|em|embed|figcaption|figure|font|footer|form|h[1-6]"
    r"|head|header|hr|html|i|iframe|img|input|ins|label|li|link|main|meta|nav|noscript|object|ol|option|p|picture|pre|q|s|script|section"
    r"|select|small|source|span|strike|strong|style|sub|sup|svg|table|tbody|td|textarea|tfoot|th|thead|time|title|tr|u|ul|video)"
    r"(?:\s[^<>\n]{0,400})?/?>"
)
_HOLE = lazily(
    r"\{\{[^{}\n]{1,80}\}\}|\{%[^{}\n]{1,80}%\}|<%[^<>\n]{1,80}%>|\$\{[A-Za-z_][\w.]{0,60}\}|\[object Object\]|%\([A-Za-z_]\w{0,40}\)[sdrf]"
    r"|#\{[A-Za-z_][\w.]{0,60}\}|\bLorem ipsum dolor\b"
)
_BLANKS = ("undefined", "%s")
_LABEL = lazily(r"(?:By|Von|Par|Por|Da|Av|Af|Door|Author|Published|Date)?:?[ \t]{0,3}")
_HOLE_SIGNS = signs({"{": r"\{[{%]", "$": r"\$\{", "#": r"#\{", "[": r"\[o", "%": r"%\(", "<": "<%", "L": "L(?=orem ipsum)"})
_ESCAPE_SIGNS = signs({"\\": r"\\[ux]", "%": "%[CDE]", "=": "=[CDE]"})
_ESCAPE = lazily(
    r"\\u[0-9a-fA-F]{4}|\\x[0-9a-fA-F]{2}|=(?:[C-F][0-9A-F]=[89AB][0-9A-F]){1,40}|(?:%[CDE][0-9A-F](?:%[89AB][0-9A-F]){1,2}){1,40}"
)


def _spans(pattern: re.Pattern[str], text: str) -> tuple[Span, ...]:
    return tuple(Span(*found.span()) for found, _ in zip(pattern.finditer(text), range(SHOWN), strict=False))


def _more(count: int) -> str:
    return "" if count == 1 else f" ({count if count < SHOWN else f'{SHOWN} or more'} places)"


@rule(
    "ENC040",
    Severity.WARNING,
    bad=["Smith ⟦&amp;⟧ Sons paid ⟦&#8364;⟧12.", "The caf⟦&eacute;⟧ was closed.", "Ten⟦&nbsp;⟧men."],
    good=["Smith & Sons paid €12.", "AT&T; and R&D; were split."],
)
def html_entities(article: Article) -> Iterable[Hit]:
    """Characters were left in the code of web pages.

    The page wrote a sign as a code, and whoever took the text out did not turn it back.

    To do: replace the codes by their signs, as the message says.
    """
    text = legible(article.document)
    if "&" not in text:
        return
    from html import unescape  # a table of two thousand names, which few articles need

    spans = tuple(span for span in _spans(_ENTITY, text) if unescape(text[span.start : span.end]) != text[span.start : span.end])
    if spans:
        first = article.document.quote(spans[0])
        yield Hit(f"“{first}” is a code of web pages for {_named(unescape(first))}{_more(len(spans))}.", spans)


def _named(sign: str) -> str:
    """A sign in quotation marks, or by its name where a reader would see nothing."""
    name = unicodedata.name(sign, "").lower() if len(sign) == 1 and (sign.isspace() or not sign.isprintable()) else ""
    return f"a {name}" if name else f"“{shown(sign)}”"


@rule(
    "ENC041",
    Severity.WARNING,
    bad=["The ⟦<b>⟧bridge⟦</b>⟧ opened.⟦<br/>⟧", 'See ⟦<a href="https://example.org">⟧the plan⟦</a>⟧.'],
    good=["If a < b and c > d, all is well.", "He wrote to <mara@example.org>."],
)
def html_tags(article: Article) -> Iterable[Hit]:
    """Tags of web pages were left in the text.

    Whoever took the text out of the page left some of its code behind.

    To do: delete the tags; look whether text is missing around them.
    """
    text = legible(article.document)
    spans = _spans(_TAG, text) if "<" in text and ">" in text else ()
    if spans:
        sound = set(in_article(article, np.array([span.start for span in spans])).tolist())
        spans = tuple(span for span in spans if span.start in sound)
    if spans:
        yield Hit(f"“{shown(article.document.quote(spans[0]))}” is a tag of a web page{_more(len(spans))}.", spans)


@rule(
    "ENC042",
    Severity.WARNING,
    bad=[
        "Hello ⟦{{name}}⟧, the bridge is open.",
        "It was reported by ⟦[object Object]⟧ on Friday.",
        "Updated ⟦${article.date}⟧ by the desk.",
        "⟦Lorem ipsum dolor⟧ sit amet, and so on to the end of the page.",
        "⟦undefined⟧",
    ],
    good=["The value is undefined at zero.", "About 5%s was too much, and {so} on.", "None of them came."],
)
def unfilled_template(article: Article) -> Iterable[Hit]:
    """A template had not been filled in.

    The page was made by a program that should have put a name, a date or a text here, and put nothing, or the name of the hole.

    To do: take the text from the page as readers see it.
    """
    text = legible(article.document)
    spans = _spans(_HOLE, text) if shows(text, _HOLE_SIGNS) else ()
    spans = tuple(sorted({*spans, *_blank_lines(article.document, text)}))
    if spans:
        yield Hit(f"“{shown(article.document.quote(spans[0]))}” stands where a template was not filled in{_more(len(spans))}.", spans)


def _blank_lines(document: Document, text: str) -> Iterable[Span]:
    """The words that programs print for nothing, where they are all that a line has after its label."""
    for word in _BLANKS:
        place = text.find(word) if word[0] in text else -1
        for _ in range(SHOWN):
            if place < 0:
                break
            line = document.line_span(document.line_at(place))
            before = text[line.start : place]
            if len(before) < 40 and not text[place + len(word) : line.end].strip() and _LABEL.fullmatch(before.strip()):
                yield Span(place, place + len(word))
            place = text.find(word, place + len(word))


@rule(
    "ENC043",
    Severity.WARNING,
    bad=[r"The caf⟦\u00e9⟧ was closed.", "The caf⟦=C3=A9⟧ was closed."],
    good=[r"See C:\users\mara for it.", "x=C3 and y=A9.", "https://example.org/wiki/Caf%C3%A9 has more."],
)
def escaped_characters(article: Article) -> Iterable[Hit]:
    """Letters were left in the code of another format.

    Data formats, mail and web addresses write letters beyond plain ASCII as codes. Here the codes were not turned back.

    To do: replace the codes by their letters.
    """
    text = legible(article.document)
    if not shows(text, _ESCAPE_SIGNS):
        return
    spans = tuple(span for span in _spans(_ESCAPE, text) if text[span.start] != "%" or not _in_address(text, span.start))
    if spans:
        yield Hit(f"“{shown(article.document.quote(spans[0]))}” is a code for a letter{_more(len(spans))}.", spans)


def _in_address(text: str, place: int) -> bool:
    start = max(text.rfind(" ", max(0, place - 500), place), text.rfind("\n", max(0, place - 500), place)) + 1
    return any(sign in text[start:place] for sign in ("/", "?", "www.", "="))


@rule(
    "ENC050",
    Severity.INFO,
    bad=["Bridge reopens\r\n\r\nThe bridge opened again on Thursday, two years after the cracks.\n\nThe mayor thanked the divers.\r\n"],
    good=[FRAME.format(planted=PARAGRAPH).replace("\n", "\r\n")],
)
def mixed_line_ends(article: Article) -> Iterable[Hit]:
    """Lines ended in more than one way.

    Files from Windows, Unix and old Macs end their lines differently. Two kinds in one file show that it was put
    together from parts, or edited by two programs.

    To do: nothing, or save the file with one kind of line end.
    """
    text = legible(article.document)
    if "\r" not in text:
        return
    pairs = text.count("\r\n")
    counts = {"Windows (CRLF)": pairs, "Unix (LF)": text.count("\n") - pairs, "old Mac (CR)": text.count("\r") - pairs}
    kinds = [f"{count:,} {kind}" for kind, count in counts.items() if count]
    if len(kinds) > 1:
        yield Hit(f"Line ends of {counted(len(kinds), 'kind')}: {', '.join(kinds)}.")


@rule(
    "ENC051",
    Severity.INFO,
    bad=["The first line⟦\u2028⟧The second.", "A page⟦\x0c⟧break."],
    good=["The first line.\tThe second."],
    needs=Flag.SEPARATOR,
)
def odd_line_ends(article: Article) -> Iterable[Hit]:
    """Line ends stood in the text that only some programs know.

    Page breaks and the line separators of Unicode end a line for some programs and not for others, so line numbers differ.

    To do: nothing, or replace them by line ends.
    """
    places = traits(article.document).at(Flag.SEPARATOR)
    if len(places):
        yield Hit(f"The text holds {counted(len(places), 'unusual line end')}.", joined(np.asarray(places)))
