"""The end of the article: where it breaks off, and what says so."""

from __future__ import annotations

from collections.abc import Iterable

from checks.claims.completeness import signs
from checks.model import Hit, Severity
from checks.rules.completeness.seen import SOUND, hit_of, hits
from checks.rules.rule import Article, rule


@rule(
    "TRN001",
    Severity.ERROR,
    bad=[
        (SOUND + "One of the men was treated for cold at the clinic in Port Ellery, which the harbour office calls a small mira").encode()
        + b"\xe2\x9f\xa6\xc3\xe2\x9f\xa7"
    ],
    good=["One of them was treated at the café by the quay."],
)
def cut_character(article: Article) -> Iterable[Hit]:
    """The file was cut in the middle of a character.

    A character of the last word takes more than one byte, and only the first of them are in the file. Something counted
    bytes where it should have counted characters, so whatever came after is lost too.

    To do: fetch the article again, and look for a size limit in whatever saved it.
    """
    return hits(article, "cut-character")


@rule(
    "TRN002",
    Severity.ERROR,
    bad=[
        SOUND
        + "One of the men was treated for cold at the clinic. The other two ⟦went home the same night, and they told the reporters tha⟧",
        SOUND + "One of the men was treated for cold. The harbour office ⟦said it would look into how the boat had been allowed to⟧\n",
        SOUND + "The boat was seven metres long and had left the ⟦harbour at four in the afternoon, although a storm warning,⟧\n",
    ],
    good=[
        SOUND + "The other two went home the same night.\n",
        SOUND + 'One of them said on the quay: "We were lucky that they looked our way."\n',
        SOUND + "The boat will be lifted on Monday. (ml)\n",
        SOUND + "Where to watch the boats\n\nPort Ellery: the old pier\n\nSandwick: the lighthouse\n",
    ],
)
def broken_off_ending(article: Article) -> Iterable[Hit]:
    """The text broke off in the middle of a sentence or a word.

    The last line has no full stop although the lines around it are sentences, and it ends as no credit, list or headline
    ends: in a word that must be followed by another, after a comma, with a word that the rest of the text knows only as the
    beginning of longer ones. Lists, scores, credits and initials at the end are left alone.

    To do: compare the ending with the page, and fetch the article again.
    """
    return hits(article, "broken-ending")


@rule(
    "TRN003",
    Severity.ERROR,
    bad=[
        SOUND + "One of the men was treated for cold at the clinic in … ⟦[+2310 chars]⟧\n",
        SOUND + "One of the men was treated for cold.\n\n⟦To be continued⟧\n",
    ],
    good=[
        SOUND + "One of the men was treated for cold [see box].\n\nENDS\n",
        "The board met twice [...] and could not agree.",
    ],
)
def continuation_marker(article: Article) -> Iterable[Hit]:
    """The text says itself that it goes on elsewhere.

    News interfaces end a shortened text with a count of the characters left out; magazines end an instalment with a
    promise. Either way the file holds a part.

    To do: fetch the whole article from the page it links to.
    """
    return hits(article, "continuation")


@rule(
    "TRN004",
    Severity.ERROR,
    bad=[SOUND + "One of the men was treated for cold at the clinic, ⟦and the harbour office has announced that it will look into…⟧\n"],
    good=[
        SOUND + "One of the men was treated for cold. What became of the fish… nobody asked.\n",
        SOUND + "Helpers brought blankets, soup, tea…\n\nBy midnight all three were asleep.\n",
    ],
)
def teaser_ellipsis(article: Article) -> Iterable[Hit]:
    """The text trailed off in an ellipsis, as teasers do.

    Overviews and feeds show the first lines of an article and three dots. An ellipsis inside the text, after an
    enumeration or at the end of a long article means nothing and is left alone.

    To do: fetch the article from its own page and not from the overview.
    """
    return (hit for sign in signs(article.document, article.zones) if sign.kind == "ellipsis" and sign.cut for hit in [hit_of(sign)])


@rule(
    "TRN005",
    Severity.ERROR,
    bad=[
        SOUND + "⟦Subscribe to read the full story.⟧\n",
        SOUND + "⟦Sign in with your reader account and finish this article for free.⟧\n",
        SOUND + "⟦Read more⟧\n",
    ],
    good=[
        SOUND + "The crew will be honoured at the town hall next week.\n",
        "Subscribers of the town library may read the article in the reading room.",
    ],
)
def read_on_prompt(article: Article) -> Iterable[Hit]:
    """A prompt to read on or to pay stood where the rest of the article should be.

    The site shows the beginning to everybody and the rest to subscribers, or behind a link. A prompt is told by what it
    speaks of (an account, reading on, the article, a limit) in 40 languages. Appeals for newsletters and comments are not meant.

    To do: fetch the article with access to it, or drop it.
    """
    return hits(article, "prompt")


@rule(
    "TRN008",
    Severity.WARNING,
    bad=[SOUND + "One of the men, a baker, said on the quay: ⟦“⟧We were lucky that they looked our way.\n"],
    good=[SOUND + "One of the men said on the quay: “We were lucky that they looked our way.”\n"],
)
def unclosed_quotation(article: Article) -> Iterable[Hit]:
    """The text ended before a quotation or bracket was closed.

    The last sentence has its full stop, but the quotation around it goes on, so more must have followed.

    To do: compare the ending with the page.
    """
    return hits(article, "unclosed")


LOG = "Every alarm is entered in the log of the station, with the hour and the wind. "
FULL = SOUND + "The search had begun at four in the afternoon. It was a l{}ng ⟦night.⟧"


@rule(
    "TRN013",
    Severity.WARNING,
    bad=[FULL.format("o" * (1024 - len(FULL) + len("{}⟦⟧")))],
    good=[SOUND + "All is well.\n"],
)
def full_buffer(article: Article) -> Iterable[Hit]:
    """The file had exactly the size at which a buffer is full.

    Files of 1,024, 2,048 or 4,096 bytes are rare by chance and common where something saves no more than so much. The
    last sentence may be whole all the same.

    To do: compare the ending with the page, and look for a size limit in whatever saved it.
    """
    return hits(article, "round-size")


@rule(
    "TRN014",
    Severity.INFO,
    bad=[SOUND + LOG * 24 + "They sit by the telephone, ⟦they drink their coffee, they look at the sea and they wait…⟧\n"],
    good=[SOUND + "All is well.\n"],
)
def doubtful_ending(article: Article) -> Iterable[Hit]:
    """The ending could not be told from a cut.

    The last line has no full stop, or the text trails off, and neither a cut nor an end can be shown.

    To do: nothing, unless the ending matters; then compare it with the page.
    """
    yield from hits(article, "abrupt-ending")
    for sign in signs(article.document, article.zones):
        if sign.kind == "ellipsis" and sign.doubt:
            yield hit_of(sign)
