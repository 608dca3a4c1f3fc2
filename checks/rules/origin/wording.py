"""What the wording shows of where a text came from: translation, remains of it, addresses and numbers."""

from __future__ import annotations

from collections.abc import Iterable

from checks.claims.urls import tracking
from checks.model import Hit, Severity, Span, Work
from checks.patterns import lazily
from checks.rules.origin.sample import file, work_of
from checks.rules.origin.tongues import named
from checks.rules.rule import Article, rule

_COMMA = lazily(",[0-9]")
_GROUPED = lazily(r"(?<![\d.,/-])\d{4,9}(?:,\d{3}){1,6}(?:\.\d{1,9})?(?![\d,/-])")


@rule(
    "SRC005",
    Severity.WARNING,
    bad=[file(tail="\n\nSource: ⟦https://inselbote.example/artikel/letzte-faehre-dieses-jahres-legt-frueher-ab-4471.html⟧")],
    good=[
        file(tail="\n\nSource: https://saltreach.example/news/ferry-link-to-outer-islands-closes-for-winter-4471.html"),
        file(
            tail="\n\nTranslated by Ines Kallweit\nSource: https://inselbote.example/artikel/letzte-faehre-dieses-jahres-legt-frueher-ab-4471.html"
        ),
    ],
)
def undisclosed_translation(article: Article) -> Iterable[Hit]:
    """The text was translated, and the page did not say so.

    This is inferred: the words in the address of the source do not stand in the text, or two lines of the page are left in
    another language, or one is and the source's name is foreign too. A reader cannot know that wording and
    names are a translator's or a machine's.

    To do: add a line that says who or what translated the text, and from which language.
    """
    claims = article.claims
    if claims.relation == "translation" and claims.translation_disclosed is False:
        tongue = (work_of(claims.is_based_on) or Work()).in_language
        yield Hit(
            "the text seems to be a translation" + (f" from {named(tongue)}" if tongue else "") + ", and nothing says so",
            claims.is_based_on.evidence[-1:],
        )


@rule(
    "SRC006",
    Severity.WARNING,
    bad=["⟦Паром к дальним островам вышел в последний рейс на неделю раньше срока.⟧"],
    good=[
        "The ferry, called Паром by the islanders, left a week early.",
        "The café “Zur Fähre” will stay open all winter.",
        "«Паром к дальним островам вышел в последний рейс»",
    ],
)
def untranslated_line(article: Article) -> Iterable[Hit]:
    """A line was left in another language.

    Machine translation and copying leave captions and image texts untouched. Only lines that are in another script or plainly
    full of another language's words are reported; names, short glosses in brackets and lines that are quotations as a whole
    are not.

    To do: translate the line or take it out.
    """
    for line, tongue in article.claims.foreign_lines:
        yield Hit(
            f"the line is not in the language of the article{f': it is {named(tongue)}' if tongue else ''}",
            (article.document.stripped_span(line),),
        )


@rule(
    "SRC008",
    Severity.INFO,
    bad=[
        file(
            tail="\n\nSource: ⟦https://saltreach.example/news/ferry-link-to-outer-islands-closes-for-winter?⟦utm_source=feed⟧&⟦fbclid=x91⟧".replace(
                "⟦https", "https"
            )
        )
    ],
    good=[file(tail="\n\nSource: https://saltreach.example/news/ferry-link-to-outer-islands-closes-for-winter?page=2")],
)
def tracking_parameters(article: Article) -> Iterable[Hit]:
    """The address of the source carried parameters that track readers.

    They say by which letter, feed or post a reader came, and make two addresses of one page look different.

    To do: cut them off; the address works without them.
    """
    work = work_of(article.claims.is_based_on)
    if work is None or "?" not in work.url:
        return
    for span in article.claims.is_based_on.evidence:
        if article.document.quote(span) == work.url:
            found = tuple(Span(span.start + start, span.start + end) for start, end in tracking(work.url))
            if found:
                yield Hit("the address of the source has tracking parameters", found)


@rule(
    "SRC012",
    Severity.INFO,
    bad=["Harbour dues will rise to ⟦5199,056⟧ crowns a year, and to 1,234,500 for the largest ships."],
    good=["Harbour dues will rise to 5,199,056 crowns a year, or 12,34,500 in the other count, and 3.5 per cent more in 2025."],
)
def malformed_number(article: Article) -> Iterable[Hit]:
    """A number's groups of digits did not fit.

    A comma parts off three digits, but more than three stand before it. A digit or a comma was lost, and the number may be
    wrong by a factor of ten or more.

    To do: compare the number with the original.
    """
    yield from (Hit(f"the number {article.document.quote(span)} is grouped as no number is", (span,)) for span in _numbers(article))


def _numbers(article: Article) -> Iterable[Span]:
    """Numbers whose first comma stands between four digits or more and a digit."""
    document, kinds = article.document, article.zones.kinds
    text = document.text
    for found in _COMMA.finditer(text, 4, max(4, len(text) - 2)):
        comma = found.start()
        begin = comma - 4
        if (
            "0" <= text[comma - 1] <= "9"
            and text[begin:comma].isdecimal()
            and kinds[document.line_at(comma)] in ("body", "lead", "caption")
        ):
            while begin > max(0, comma - 10) and text[begin - 1].isdecimal():
                begin -= 1
            number = _GROUPED.match(text, begin)
            if number:
                yield Span(number.start(), number.end())
