"""Forms of attribution found wanting by people who tried the program: dates within bylines, first publishers, agencies, credits."""

from __future__ import annotations

import pytest

from tests.test_origin import assert_proved, claims_of, names, page

DATED_BYLINES = [
    ("Publié le 14 mars 2024 par Anna Weil", ["Anna Weil"]),
    ("Publié le 14 mars 2024 à 10h30 par Anna Weil et Petra Lindqvist", ["Anna Weil", "Petra Lindqvist"]),
    ("Publié par Anna Weil le 14 mars 2024", ["Anna Weil"]),
    ("Publié le 14 mars 2024 par la rédaction", ["la rédaction"]),
    ("Pubblicato il 14 marzo 2024 da Anna Weil", ["Anna Weil"]),
    ("Pubblicato il 14 marzo 2024 di Anna Weil", ["Anna Weil"]),
    ("Publicado el 14 de marzo de 2024 por Anna Weil", ["Anna Weil"]),
    ("Publicado por Anna Weil el 14 de marzo de 2024", ["Anna Weil"]),
    ("Publicado em 14 de março de 2024 por Anna Weil", ["Anna Weil"]),
    ("Publicat la 14 martie 2024 de Ana Pop", ["Ana Pop"]),
    ("Publicat de Ana Pop pe 14 martie 2024", ["Ana Pop"]),
    ("de Ana Pop | 14 martie 2024", ["Ana Pop"]),
    ("14 martie 2024, de Ana Pop", ["Ana Pop"]),
    ("Gepubliceerd op 14 maart 2024 om 10.30 uur door Anna Weil", ["Anna Weil"]),
    ("Posted on March 14, 2024 by Anna Weil in Harbour News", ["Anna Weil"]),
    ("Posted by Anna Weil on March 14, 2024", ["Anna Weil"]),
    ("Published 14/03/2024 10:15 by Anna Weil, Categories: Harbours", ["Anna Weil"]),
    ("Veröffentlicht am Donnerstag, 14. März 2024 von Anna Weil", ["Anna Weil"]),
    ("Publicerad 14 mars 2024 av Anna Weil", ["Anna Weil"]),
    ("Đăng ngày 14/03/2024 bởi Trần Minh Anh", ["Trần Minh Anh"]),
    ("De Haven Vandaag | 14 maart 2024", []),
    ("Mis à jour le 14 mars 2024 par Anna Weil", []),
    ("The quay was opened on 14 March 2024 by Anna Weil", []),
]


@pytest.mark.parametrize(("line", "expected"), DATED_BYLINES, ids=[line for line, _ in DATED_BYLINES])
def test_a_date_within_a_byline_does_not_hide_the_name(line: str, expected: list[str]) -> None:
    """Behind the day of publication or before it; who changed a page did not write it, and a sentence about a day is no byline."""
    document, claims = claims_of(page(head=line))
    assert names(claims.author) == expected
    assert_proved(document, claims)


def test_both_names_of_a_person_stand_behind_a_label_in_thai() -> None:
    """Thai writes no space between words, but one between the two names of a person."""
    _, claims = claims_of(page(head="ผู้เขียน: มะลิวรรณ ทองดี 14/03/2567"))
    assert names(claims.author) == ["มะลิวรรณ ทองดี"]
