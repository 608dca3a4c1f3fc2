"""NAV: what a page puts around every article."""

from __future__ import annotations

from checks.model import Severity
from checks.rules.navigation.leftover import PAGE, left_over


@left_over(
    "NAV001",
    "breadcrumb",
    "the path to the page",
    bad=["⟦Home » News » Islands » Article⟧\n\n" + PAGE],
    good=["From the sluice to the quay, past the chapel and the school, the path had no sign and needed none."],
)
def left_over_breadcrumb() -> None:
    """The path to the page stood above the article.

    A breadcrumb names the sections a reader clicked through. It is no part of the text and its section names mislead search.

    To do: delete the line.
    """


@left_over(
    "NAV002",
    "site-header",
    "a site header",
    bad=["⟦Eastmoor Online - The coast from morning to night⟧\n\n" + PAGE],
    good=["The Courier, which calls itself the oldest paper on the coast, was sold out by noon."],
)
def left_over_site_header() -> None:
    """The header of the web site was left in the file.

    The site's name, its slogan or its skip links stand above the headline. The name may tell the publisher; the line is no part of the article.

    To do: delete the lines; keep the publisher's name in the metadata.
    """


@left_over(
    "NAV003",
    "section-nav",
    "a menu of sections",
    bad=[PAGE + "\n⟦Politics\nBusiness\nSport\nCulture\nTravel⟧\n"],
    good=["Politics, sport and the price of bread were all that anyone spoke of on the ferry."],
)
def left_over_menu() -> None:
    """A menu of sections was left in the file.

    Section names from the site's navigation stand around the text, one a line.

    To do: delete the lines.
    """


@left_over(
    "NAV004",
    "share-widget",
    "share buttons",
    bad=[PAGE + "\n⟦Share this article\nShare on Facebook\nCopy link⟧\n"],
    good=["He asked her to share this article with the council, and she did so on Friday."],
)
def left_over_share_buttons() -> None:
    """Buttons for sharing were left in the file.

    The words on the buttons that send an article to friends or networks came along with the text.

    To do: delete the lines.
    """


@left_over(
    "NAV005",
    "ui-control",
    "controls of the page",
    bad=[PAGE + "\n⟦Show more⟧\n"],
    good=["To show more would have cost more, said the curator of the small museum by the pier."],
)
def left_over_controls() -> None:
    """Controls of the web page were left in the file.

    Words on buttons and links (more, close, log in, font size) stand on lines of their own.

    To do: delete the lines.
    """


@left_over(
    "NAV019",
    "pagination",
    "page numbers",
    bad=[PAGE + "\n⟦1 2 3 4 5⟧\n"],
    good=["They counted 1, 2, 3 and then the boat was gone behind the rocks."],
)
def left_over_page_numbers() -> None:
    """Page numbers were left in the file.

    They may mean that only one page of several was saved: look whether the article ends there.

    To do: delete the lines, and fetch the other pages if any are missing.
    """


@left_over(
    "NAV020",
    "footer",
    "a site footer",
    bad=[PAGE + "\n⟦About us\nContact us\nTerms of use\n© 2024 Eastmoor Online. All rights reserved.⟧\n"],
    good=["All rights reserved to the islands by the old charter were read aloud in the church."],
)
def left_over_footer() -> None:
    """The footer of the web site was left in the file.

    Imprint, terms and copyright lines stand below the text. The copyright line may name the publisher.

    To do: delete the lines; keep the publisher's name in the metadata.
    """


@left_over(
    "NAV021",
    "residue",
    "marks without words",
    bad=[PAGE + "\n⟦| | |⟧\n"],
    good=["Two bars and a dot on the hull tell a sailor how deep the boat may lie."],
)
def left_over_fragments() -> None:
    """Marks without words were left in the file.

    Bullets, bars and lone signs are what remains of menus and icons.

    To do: delete the lines.
    """


@left_over(
    "NAV022",
    "whitespace-only",
    "a line of special spaces",
    severity=Severity.INFO,
    bad=[
        "Ferry to the islands runs again from Monday\n\nThe ferry between Eastmoor and the outer islands will sail again from Monday, the harbour office said on Thursday.\n⟦\u00a0⟧\nAbout four hundred people live on the islands through the winter. Most of them had been flown to the mainland in a small aeroplane that carries nine.\n"
    ],
    good=["An empty line in the log, the captain said, means a day on which nothing happened."],
)
def lines_of_special_spaces() -> None:
    """Lines held nothing but special spaces.

    They look empty and are not: programs that split paragraphs at empty lines take them for text.

    To do: make them empty lines.
    """
