"""Ends that are no cuts: complete articles whose last line has no full stop, and which nothing holds for that."""

from __future__ import annotations

import pytest

from checks.claims.completeness.signs import signs
from checks.pipeline import Desk, check
from checks.read import read
from checks.zone import zone

ARTICLE = """Old recipes of the outer islands

By Ruth Karlsen

3 November 2023

The keeper's daughter has written a book on what was cooked in the lighthouse, and on how little there was to cook with in some of the winters.

She grew up on the outermost island, where the boat came once a fortnight and the flour had to last. “You learn what keeps,” she said on Friday.

The book is sold in the harbour shop and by post, and the first two hundred copies were gone within a day of being put on the shelf.
"""
WHOLE = [
    "\nFor more information: www.saltreach.example, telephone 01632 960123",
    "\nRuth Karlsen writes on food and the sea. Follow her on Saltbook @ruthkarlsen",
    "\nShe will read from the book on three islands:\n\n- Northskerry\n- Little Holm\n- Outer Head",
    "\n| | |",
]


def shown(end: str) -> set[str]:
    """What the end of an article shows."""
    document = read((ARTICLE + end).encode(), "a.txt")
    return {sign.kind for sign in signs(document, zone(document))}


def cuts(text: str) -> list[str]:
    """The errors that say that a text is cut."""
    return [str(one.code) for one in check(text.encode(), "a.txt", Desk()).findings if one.code in ("TRN002", "TRN005")]


@pytest.mark.parametrize("end", WHOLE, ids=["number", "handle", "list", "bars"])
def test_an_article_may_end_without_a_full_stop(end: str) -> None:
    assert not cuts(ARTICLE + end)
    assert cuts(ARTICLE + "\nWhat is left of the first edition will be sold on the quay by the ke") == ["TRN002"]


def test_a_number_to_call_and_a_handle_close_an_article() -> None:
    assert shown(WHOLE[0]) == shown(WHOLE[1]) == {"end-mark"}
    assert shown("\nThe shop opened in 1999 2001") != {"end-mark"}


def test_a_quotation_does_not_ask_to_read_on() -> None:
    assert "TRN005" not in cuts(ARTICLE + "\nThe last page is left blank, for the reader's own recipe. Hers begins: “Take what there is…”")
    assert "TRN005" in cuts(ARTICLE + "\nSubscribe now to read the rest of this article.")
