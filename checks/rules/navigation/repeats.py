"""NAV: what is said a second time."""

from __future__ import annotations

from checks.rules.navigation.leftover import left_over


@left_over(
    "NAV016",
    "image-alt",
    "a picture's replacement text",
    bad=[
        "Ferry to the islands runs again from Monday\n\n14 March 2024, 09:30\n\nThe ferry between Eastmoor and the outer islands will sail again from Monday, the harbour office said on Thursday.\n\n⟦The ferry at the quay in Northport before the repairs began⟧\nThe ferry at the quay in Northport before the repairs began\n\nAbout four hundred people live on the islands through the winter. Most of them had been flown to the mainland in a small aeroplane that carries nine.\n\nThe repairs cost less than feared, the engineer in charge said, because a rudder of the same make was found in a yard in Northport.\n"
    ],
    good=["The picture above the altar shows a ship that never came back to the harbour."],
)
def left_over_picture_text() -> None:
    """The replacement text of a picture stood above its caption.

    It is often the headline once more, sometimes in another language, and may name the outlet that the picture was taken from.

    To do: delete the line; keep the caption.
    """


@left_over(
    "NAV017",
    "duplicate-title",
    "the headline once more",
    bad=["⟦Harbour bridge reopens after two years of repairs⟧"],
    good=["Another bridge, upstream, reopened after two years of repairs to its railings."],
)
def repeated_headline() -> None:
    """The headline stood in the text a second time.

    A second headline inside the text splits the article where it has no break.

    To do: delete the second one.
    """


@left_over(
    "NAV018",
    "duplicate-lead",
    "a paragraph that comes again",
    bad=[
        "Ferry to the islands runs again from Monday\n\n14 March 2024, 09:30\n\n⟦About four hundred people live on the islands through the winter. Most of them had been flown to the mainland in a small aeroplane that carries nine.⟧\n\nThe ferry between Eastmoor and the outer islands will sail again from Monday, the harbour office said on Thursday. It had lain in dock since January, when ice damaged its rudder.\n\nAbout four hundred people live on the islands through the winter. Most of them had been flown to the mainland in a small aeroplane that carries nine.\n\nThe repairs cost less than feared, the engineer in charge said, because a rudder of the same make was found in a yard in Northport.\n"
    ],
    good=["What had been said at the beginning was said once more at the end, in other words."],
)
def repeated_lead() -> None:
    """A paragraph stood above the text and again inside it.

    The page showed it as a summary; in the text it is said twice.

    To do: delete the first one.
    """
