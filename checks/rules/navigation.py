"""NAV: what a web page left in an article's file."""

from __future__ import annotations

from collections.abc import Iterator

from checks.model import Hit, Severity, Span
from checks.rules.rule import Article, rule

_PAGE = """\
Ferry to the islands runs again from Monday

14 March 2024, 09:30

The ferry between Eastmoor and the outer islands will sail again from Monday, the harbour office said on Thursday. It had lain in dock since January, when ice damaged its rudder.

About four hundred people live on the islands through the winter. Most of them had been flown to the mainland in a small aeroplane that carries nine, and some had waited a week for a seat.

The repairs cost less than feared, the engineer in charge said, because a rudder of the same make was found in a yard in Northport. "We were lucky twice," she said. "It was there, and it fitted."
"""


def _runs(article: Article, category: str, message: str) -> Iterator[Hit]:
    document = article.document
    for run in article.zones.junk(category):
        first, last = document.stripped_span(run.first), document.stripped_span(run.last)
        span = (
            Span(first.start, last.end)
            if first.start < last.end
            else Span(document.line_span(run.first).start, document.line_span(run.last).end)
        )
        reason = f": {run.why[0]}" if run.why else ""
        yield Hit(f"{message}{reason}", (span,), ((run.first, run.last),))


@rule(
    "NAV001",
    Severity.WARNING,
    bad=["⟦Home » News » Islands » Article⟧\n\n" + _PAGE],
    good=["From the sluice to the quay, past the chapel and the school, the path had no sign and needed none."],
)
def left_over_breadcrumb(article: Article) -> Iterator[Hit]:
    """The path to the page stood above the article.

    A breadcrumb names the sections a reader clicked through. It is no part of the text and its section names mislead search.

    To do: delete the line.
    """
    yield from _runs(article, "breadcrumb", "the path to the page")


@rule(
    "NAV002",
    Severity.WARNING,
    bad=["⟦Eastmoor Online - The coast from morning to night⟧\n\n" + _PAGE],
    good=["The Courier, which calls itself the oldest paper on the coast, was sold out by noon."],
)
def left_over_site_header(article: Article) -> Iterator[Hit]:
    """The header of the web site was left in the file.

    The site's name, its slogan or its skip links stand above the headline. The name may tell the publisher; the line is no part of the article.

    To do: delete the lines; keep the publisher's name in the metadata.
    """
    yield from _runs(article, "site-header", "a site header")


@rule(
    "NAV003",
    Severity.WARNING,
    bad=[_PAGE + "\n⟦Politics\nBusiness\nSport\nCulture\nTravel⟧\n"],
    good=["Politics, sport and the price of bread were all that anyone spoke of on the ferry."],
)
def left_over_menu(article: Article) -> Iterator[Hit]:
    """A menu of sections was left in the file.

    Section names from the site's navigation stand around the text, one a line.

    To do: delete the lines.
    """
    yield from _runs(article, "section-nav", "a menu of sections")


@rule(
    "NAV004",
    Severity.WARNING,
    bad=[_PAGE + "\n⟦Share this article\nShare on Facebook\nCopy link⟧\n"],
    good=["He asked her to share this article with the council, and she did so on Friday."],
)
def left_over_share_buttons(article: Article) -> Iterator[Hit]:
    """Buttons for sharing were left in the file.

    The words on the buttons that send an article to friends or networks came along with the text.

    To do: delete the lines.
    """
    yield from _runs(article, "share-widget", "share buttons")


@rule(
    "NAV005",
    Severity.WARNING,
    bad=[_PAGE + "\n⟦Show more⟧\n"],
    good=["To show more would have cost more, said the curator of the small museum by the pier."],
)
def left_over_controls(article: Article) -> Iterator[Hit]:
    """Controls of the web page were left in the file.

    Words on buttons and links (more, close, log in, font size) stand on lines of their own.

    To do: delete the lines.
    """
    yield from _runs(article, "ui-control", "controls of the page")


@rule(
    "NAV006",
    Severity.WARNING,
    bad=[
        _PAGE
        + "\n⟦Related articles\nSeals return to the inner harbour after sixty years\nCouncil votes on the new lighthouse road tonight\nWhy the winter ferry has no winter timetable⟧\n"
    ],
    good=["Two related articles of the treaty were struck out at the request of the islands."],
)
def left_over_related_articles(article: Article) -> Iterator[Hit]:
    """Pointers to other articles were left in the file.

    Headlines and teasers of other articles stand beside this one. They carry other dates, names and places, which must not be taken for this article's.

    To do: delete the block.
    """
    yield from _runs(article, "related-block", "pointers to other articles")


@rule(
    "NAV007",
    Severity.WARNING,
    bad=[
        "港口大桥维修两年后重新开放\n\n2024年3月14日 09:30\n\n东沼镇的港口大桥于星期四重新通车。两年前,工程师在北侧桥墩发现裂缝,大桥连夜关闭。\n\n⟦外岛渡轮星期一恢复航行 镇议会今晚表决灯塔公路 海豹六十年后重返内港⟧\n\n首班公共汽车开来之前,数百人步行过桥。负责的工程师说,大部分工程由镇里自己出资,最后的账单低于预算。\n\n大桥关闭期间,南岸的商店失去了约三分之一的顾客。一位店主说,他们一直开着灯等待。\n"
    ],
    good=["Three headlines on one page had the same mistake, and nobody at the paper could say why."],
)
def left_over_joined_headlines(article: Article) -> Iterator[Hit]:
    """Headlines of other articles stood inside the text, joined by spaces.

    A list of links was flattened into one line between paragraphs. It reads like a sentence that makes no sense.

    To do: delete the line.
    """
    yield from _runs(article, "related-links-inline", "headlines of other articles on one line")


@rule(
    "NAV008",
    Severity.WARNING,
    bad=[_PAGE + "\n⟦Most read\nSeals return to the inner harbour after sixty years\nCouncil votes on the new lighthouse road tonight⟧\n"],
    good=["It was the most read poem on the islands, and nobody knew who had written it."],
)
def left_over_popular_list(article: Article) -> Iterator[Hit]:
    """A list of popular articles was left in the file.

    What other readers clicked says nothing about this article.

    To do: delete the block.
    """
    yield from _runs(article, "most-read", "a list of popular articles")


@rule(
    "NAV009",
    Severity.WARNING,
    bad=[_PAGE + "\n⟦Tags: ferry, islands, harbour⟧\n"],
    good=["The tags on the nets were red that year, so that nobody could claim them as his own."],
)
def left_over_tags(article: Article) -> Iterator[Hit]:
    """The article's keywords were left below the text.

    Tags are metadata. Inside the text they read like a broken sentence.

    To do: move them to the metadata or delete the lines.
    """
    yield from _runs(article, "tags", "keywords of the page")


@rule(
    "NAV010",
    Severity.WARNING,
    bad=[_PAGE + "\n⟦Comments (3)\nLeave a comment⟧\n"],
    good=["The minister left without a comment, and the ferry left without the minister."],
)
def left_over_comments(article: Article) -> Iterator[Hit]:
    """Readers' comments, or the form for them, were left in the file.

    What readers wrote below an article is not by its author.

    To do: delete the block.
    """
    yield from _runs(article, "comments", "a comment section")


@rule(
    "NAV011",
    Severity.WARNING,
    bad=["⟦Sign up for our newsletter⟧"],
    good=["The parish newsletter, printed on one sheet, had announced the feast a month before."],
)
def left_over_newsletter_form(article: Article) -> Iterator[Hit]:
    """A newsletter sign-up was left in the file.

    Prompts for an e-mail address often stand between two paragraphs, where they cut a thought in half.

    To do: delete the lines.
    """
    yield from _runs(article, "newsletter", "a newsletter sign-up")


@rule(
    "NAV012",
    Severity.WARNING,
    bad=[_PAGE + "\n⟦We use cookies\nAccept all cookies\nCookie settings⟧\n"],
    good=["Children sold cookies on the quay to pay for the new sails of the school boat."],
)
def left_over_consent_notice(article: Article) -> Iterator[Hit]:
    """A notice on cookies or privacy was left in the file.

    Consent notices are long, read like prose and belong to the site, not to the article.

    To do: delete the lines.
    """
    yield from _runs(article, "consent", "a consent or privacy notice")


@rule(
    "NAV013",
    Severity.WARNING,
    bad=[_PAGE + "\n⟦Subscribe now\nAlready a subscriber? Sign in⟧\n"],
    good=["Each subscriber to the lifeboat fund received a small brass medal with the ship's name."],
)
def left_over_paywall_prompt(article: Article) -> Iterator[Hit]:
    """A prompt to subscribe was left in the file.

    It may mean that the text behind it is missing: look whether the article ends there.

    To do: delete the lines, and fetch the whole article if it is cut.
    """
    yield from _runs(article, "paywall", "a subscription prompt")


@rule(
    "NAV014",
    Severity.WARNING,
    bad=["⟦Advertisement⟧"],
    good=["An advertisement in the window asked for a cook who did not mind the sea."],
)
def left_over_advertising(article: Article) -> Iterator[Hit]:
    """An advertisement, or the mark of one, was left in the file.

    The word that marks an advertisement stands between paragraphs.

    To do: delete the lines.
    """
    yield from _runs(article, "ad", "an advertisement mark")


@rule(
    "NAV015",
    Severity.WARNING,
    bad=["⟦[widget_12]⟧"],
    good=["The sign read [closed], in brackets, as if it were a thought and not a fact."],
)
def left_over_placeholder(article: Article) -> Iterator[Hit]:
    """A placeholder stood where the page had nothing to show.

    Template marks and notices of missing content are left by scripts that never ran.

    To do: delete the lines.
    """
    yield from _runs(article, "placeholder", "a placeholder")


@rule(
    "NAV016",
    Severity.WARNING,
    bad=[
        "Ferry to the islands runs again from Monday\n\n14 March 2024, 09:30\n\nThe ferry between Eastmoor and the outer islands will sail again from Monday, the harbour office said on Thursday.\n\n⟦The ferry at the quay in Northport before the repairs began⟧\nThe ferry at the quay in Northport before the repairs began\n\nAbout four hundred people live on the islands through the winter. Most of them had been flown to the mainland in a small aeroplane that carries nine.\n\nThe repairs cost less than feared, the engineer in charge said, because a rudder of the same make was found in a yard in Northport.\n"
    ],
    good=["The picture above the altar shows a ship that never came back to the harbour."],
)
def left_over_picture_text(article: Article) -> Iterator[Hit]:
    """The replacement text of a picture stood above its caption.

    It is often the headline once more, sometimes in another language, and may name the outlet that the picture was taken from.

    To do: delete the line; keep the caption.
    """
    yield from _runs(article, "image-alt", "a picture's replacement text")


@rule(
    "NAV017",
    Severity.WARNING,
    bad=["⟦Harbour bridge reopens after two years of repairs⟧"],
    good=["Another bridge, upstream, reopened after two years of repairs to its railings."],
)
def repeated_headline(article: Article) -> Iterator[Hit]:
    """The headline stood in the text a second time.

    A second headline inside the text splits the article where it has no break.

    To do: delete the second one.
    """
    yield from _runs(article, "duplicate-title", "the headline once more")


@rule(
    "NAV018",
    Severity.WARNING,
    bad=[
        "Ferry to the islands runs again from Monday\n\n14 March 2024, 09:30\n\n⟦About four hundred people live on the islands through the winter. Most of them had been flown to the mainland in a small aeroplane that carries nine.⟧\n\nThe ferry between Eastmoor and the outer islands will sail again from Monday, the harbour office said on Thursday. It had lain in dock since January, when ice damaged its rudder.\n\nAbout four hundred people live on the islands through the winter. Most of them had been flown to the mainland in a small aeroplane that carries nine.\n\nThe repairs cost less than feared, the engineer in charge said, because a rudder of the same make was found in a yard in Northport.\n"
    ],
    good=["What had been said at the beginning was said once more at the end, in other words."],
)
def repeated_lead(article: Article) -> Iterator[Hit]:
    """A paragraph stood above the text and again inside it.

    The page showed it as a summary; in the text it is said twice.

    To do: delete the first one.
    """
    yield from _runs(article, "duplicate-lead", "a paragraph that comes again")


@rule(
    "NAV019",
    Severity.WARNING,
    bad=[_PAGE + "\n⟦1 2 3 4 5⟧\n"],
    good=["They counted 1, 2, 3 and then the boat was gone behind the rocks."],
)
def left_over_page_numbers(article: Article) -> Iterator[Hit]:
    """Page numbers were left in the file.

    They may mean that only one page of several was saved: look whether the article ends there.

    To do: delete the lines, and fetch the other pages if any are missing.
    """
    yield from _runs(article, "pagination", "page numbers")


@rule(
    "NAV020",
    Severity.WARNING,
    bad=[_PAGE + "\n⟦About us\nContact us\nTerms of use\n© 2024 Eastmoor Online. All rights reserved.⟧\n"],
    good=["All rights reserved to the islands by the old charter were read aloud in the church."],
)
def left_over_footer(article: Article) -> Iterator[Hit]:
    """The footer of the web site was left in the file.

    Imprint, terms and copyright lines stand below the text. The copyright line may name the publisher.

    To do: delete the lines; keep the publisher's name in the metadata.
    """
    yield from _runs(article, "footer", "a site footer")


@rule(
    "NAV021",
    Severity.WARNING,
    bad=[_PAGE + "\n⟦| | |⟧\n"],
    good=["Two bars and a dot on the hull tell a sailor how deep the boat may lie."],
)
def left_over_fragments(article: Article) -> Iterator[Hit]:
    """Marks without words were left in the file.

    Bullets, bars and lone signs are what remains of menus and icons.

    To do: delete the lines.
    """
    yield from _runs(article, "residue", "marks without words")


@rule(
    "NAV022",
    Severity.INFO,
    bad=[
        "Ferry to the islands runs again from Monday\n\nThe ferry between Eastmoor and the outer islands will sail again from Monday, the harbour office said on Thursday.\n⟦\u00a0⟧\nAbout four hundred people live on the islands through the winter. Most of them had been flown to the mainland in a small aeroplane that carries nine.\n"
    ],
    good=["An empty line in the log, the captain said, means a day on which nothing happened."],
)
def lines_of_special_spaces(article: Article) -> Iterator[Hit]:
    """Lines held nothing but special spaces.

    They look empty and are not: programs that split paragraphs at empty lines take them for text.

    To do: make them empty lines.
    """
    yield from _runs(article, "whitespace-only", "a line of special spaces")
