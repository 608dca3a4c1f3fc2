"""Files that hold too little to be an article."""

from __future__ import annotations

from collections.abc import Iterable

from checks.claims.completeness import LAST, signs
from checks.claims.completeness.signs import LITTLE
from checks.claims.completeness.tail import tail
from checks.model import MOST_LINES, Hit, Severity, Span
from checks.rules.completeness.seen import SOUND, hits
from checks.rules.rule import Article, rule


@rule(
    "TRN010",
    Severity.WARNING,
    bad=["Ferry crew rescues three anglers\n\n⟦The men were cold but unhurt, the harbour office said.⟧\n"],
    good=[SOUND + "All is well.\n"],
)
def teaser_only(article: Article) -> Iterable[Hit]:
    """There was too little text to be an article.

    What is there is whole, as far as one can see. It may be a brief, or the teaser of an article that was not fetched.

    To do: look at the page; if it is no brief, fetch the article.
    """
    least = article.thresholds.min_body_characters
    found = signs(article.document, article.zones)
    if any(sign.cut for sign in found) or (least <= LITTLE and not any(sign.kind == "teaser-only" for sign in found)):
        return
    end = tail(article.document, article.zones)
    if end is not None and end.weight < least:
        yield Hit(f"there are {end.size} characters of running text, fewer than {least}", (end.last(LAST),))


@rule(
    "TRN011",
    Severity.ERROR,
    bad=["⟦Ferry crew rescues three anglers off Port Ellery⟧\n"],
    good=[SOUND + "All is well.\n"],
)
def headline_only(article: Article) -> Iterable[Hit]:
    """The file held a headline and no article.

    One line of text without a full stop is all there is.

    To do: fetch the article again.
    """
    return hits(article, "headline-only")


@rule("TRN012", Severity.ERROR, bad=["\n", " \n\n"], good=[SOUND + "All is well.\n"])
def empty_file(article: Article) -> Iterable[Hit]:
    """The file held no text.

    It has no bytes, or nothing but white space.

    To do: fetch the article again.
    """
    return hits(article, "empty")


@rule(
    "TRN015",
    Severity.ERROR,
    bad=[SOUND + "So it was.\n" * (MOST_LINES - SOUND.count("\n")) + "⟦And so it stayed.⟧\n"],
    good=[SOUND + "All is well.\n"],
)
def unjudged_rest(article: Article) -> Iterable[Hit]:
    """The file was too long to be judged as one article.

    Its encoding was looked at from beginning to end, everything else only at the beginning. No article is so long: such
    files are whole archives, books or tables, and what stands further down would pass unseen.

    To do: split the file into its articles and check each of them.
    """
    text, head = article.document.text, article.document.head()
    rest = text[len(head.text) :] if head is not article.document else ""
    if rest.strip():
        start = len(text) - len(rest.lstrip())
        yield Hit(
            f"only the first {len(head.starts):,} lines and {len(head.text):,} characters were judged", (Span(start, len(text.rstrip())),)
        )
