"""What is missing from an article at its beginning and in between."""

from __future__ import annotations

from collections.abc import Iterable

from checks.model import Hit, Severity
from checks.rules.completeness.seen import SOUND, hits
from checks.rules.rule import Article, rule


@rule(
    "TRN006",
    Severity.ERROR,
    bad=["⟦and had all three men on board within ten minutes of the⟧ alarm. The captain praised his crew.\n\n" + SOUND.split("\n\n", 2)[2]],
    good=[SOUND + "iPhones and wallets were lost, the anglers said, and nothing else.\n"],
)
def missing_head(article: Article) -> Iterable[Hit]:
    """The beginning of the article was missing.

    The first paragraph begins inside a sentence: with a small letter, with a mark that cannot stand first, or by closing a
    quotation that nobody has opened.

    To do: compare the beginning with the page, and fetch the article again.
    """
    return hits(article, "missing-head")


@rule(
    "TRN007",
    Severity.WARNING,
    bad=["The engineer called the repair ⟦“⟧a job for patient people the tolls will stay as they are."],
    good=[
        "The engineer called the repair “a job for patient people”, and the tolls will stay as they are.",
        'The screen has 15" and is the largest of its kind.',
    ],
)
def hole(article: Article) -> Iterable[Hit]:
    """Something between two halves of a paragraph was missing.

    A quotation or bracket is opened and never closed, or closed and never opened, in a text that is careful with its marks
    elsewhere. That happens when a piece is lost in between, and sometimes by a slip of the writer.

    To do: read the marked paragraph and compare it with the page.
    """
    return hits(article, "hole")


@rule(
    "TRN009",
    Severity.WARNING,
    bad=[SOUND + "⟦The harbour office asks everybody who goes out to bring:⟧\n"],
    good=[SOUND + "The harbour office asks everybody who goes out to bring: a radio, a light, a whistle.\n"],
)
def missing_list(article: Article) -> Iterable[Hit]:
    """A list was announced and did not come, or not to its end.

    The text ends with a colon, or a headline speaks of more points than the numbered list at the end has.

    To do: compare the ending with the page; lists get lost when only paragraphs are copied.
    """
    return hits(article, "missing-list")
