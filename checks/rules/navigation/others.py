"""NAV: what belongs to other articles and to readers."""

from __future__ import annotations

from checks.rules.navigation.leftover import PAGE, left_over


@left_over(
    "NAV006",
    "related-block",
    "pointers to other articles",
    bad=[
        PAGE
        + "\n⟦Related articles\nSeals return to the inner harbour after sixty years\nCouncil votes on the new lighthouse road tonight\nWhy the winter ferry has no winter timetable⟧\n"
    ],
    good=["Two related articles of the treaty were struck out at the request of the islands."],
)
def left_over_related_articles() -> None:
    """Pointers to other articles were left in the file.

    Headlines and teasers of other articles stand beside this one. They carry other dates, names and places, which must not be taken for this article's.

    To do: delete the block.
    """


@left_over(
    "NAV007",
    "related-links-inline",
    "headlines of other articles on one line",
    bad=[
        "港口大桥维修两年后重新开放\n\n2024年3月14日 09:30\n\n东沼镇的港口大桥于星期四重新通车。两年前,工程师在北侧桥墩发现裂缝,大桥连夜关闭。\n\n⟦外岛渡轮星期一恢复航行 镇议会今晚表决灯塔公路 海豹六十年后重返内港⟧\n\n首班公共汽车开来之前,数百人步行过桥。负责的工程师说,大部分工程由镇里自己出资,最后的账单低于预算。\n\n大桥关闭期间,南岸的商店失去了约三分之一的顾客。一位店主说,他们一直开着灯等待。\n"
    ],
    good=["Three headlines on one page had the same mistake, and nobody at the paper could say why."],
)
def left_over_joined_headlines() -> None:
    """Headlines of other articles stood inside the text, joined by spaces.

    A list of links was flattened into one line between paragraphs. It reads like a sentence that makes no sense.

    To do: delete the line.
    """


@left_over(
    "NAV008",
    "most-read",
    "a list of popular articles",
    bad=[PAGE + "\n⟦Most read\nSeals return to the inner harbour after sixty years\nCouncil votes on the new lighthouse road tonight⟧\n"],
    good=["It was the most read poem on the islands, and nobody knew who had written it."],
)
def left_over_popular_list() -> None:
    """A list of popular articles was left in the file.

    What other readers clicked says nothing about this article.

    To do: delete the block.
    """


@left_over(
    "NAV009",
    "tags",
    "keywords of the page",
    bad=[PAGE + "\n⟦Tags: ferry, islands, harbour⟧\n"],
    good=["The tags on the nets were red that year, so that nobody could claim them as his own."],
)
def left_over_tags() -> None:
    """The article's keywords were left below the text.

    Tags are metadata. Inside the text they read like a broken sentence.

    To do: move them to the metadata or delete the lines.
    """


@left_over(
    "NAV010",
    "comments",
    "a comment section",
    bad=[PAGE + "\n⟦Comments (3)\nLeave a comment⟧\n"],
    good=["The minister left without a comment, and the ferry left without the minister."],
)
def left_over_comments() -> None:
    """Readers' comments, or the form for them, were left in the file.

    What readers wrote below an article is not by its author.

    To do: delete the block.
    """
