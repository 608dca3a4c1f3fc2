"""Outlets in bylines: an agency is the source, and who signs where no reporter does; the outlet whose address is given is the source."""

from __future__ import annotations

import pytest

from checks.model import Claims, Work
from tests.test_origin import assert_proved, claims_of, names, page

DATED = "3 November 2023, 07:15"


def source(claims: Claims) -> tuple[str | None, str | None]:
    """The original source's name and address."""
    work = claims.is_based_on.value
    if not isinstance(work, Work):
        return None, None
    return (work.publisher.name if work.publisher else None), work.url or None


@pytest.mark.parametrize(
    ("head", "authors", "agency"),
    [
        ("By Reuters\n{}", ["Reuters"], "Reuters"),
        ("Reported by: ANI | Published: Nov 3, 2023 14:22 IST", ["ANI"], "ANI"),
        ("Por: Lusa\n{}", ["Lusa"], "Lusa"),
        ("EFE\n{}", ["EFE"], "EFE"),
        ("Autor: Hina\n{}", ["Hina"], "Hina"),
        ("Autor: Hina4. svibnja 2023. u 22:18", ["Hina"], "Hina"),
        ("Mireille Arsenault, La Presse Canadienne26 avril 2023 16h48", ["Mireille Arsenault"], "La Presse Canadienne"),
        ("NTB\nPublisert 31. mai 2023 kl. 14:22   Oppdatert 31. mai 2023 kl. 15:40 av en i redaksjonen", [], "NTB"),
        ("2023年11月3日 20時45分（共同）", ["共同"], "共同"),
        ("2023/11/03 19:22（中央社）", [], "中央社"),
        ("Ruth Karlsen | ANSA\n{}", ["Ruth Karlsen"], "ANSA"),
        ("Von Ruth Karlsen, dpa\n{}", ["Ruth Karlsen"], "dpa"),
        ("By Ruth Karlsen, The Canadian Press\n{}", ["Ruth Karlsen"], "The Canadian Press"),
        ("Av Ruth Karlsen (NTB)\n{}", ["Ruth Karlsen"], "NTB"),
        ("Por Ruth Karlsen - Repórter da Agência Brasil\n{}", ["Ruth Karlsen"], "Agência Brasil"),
        ("Par Ruth Karlsen, correspondante de l’AFP\n{}", ["Ruth Karlsen"], None),
        (
            "Posted on 3 November 2023 by Ruth Karlsen and Tom Okafor (Saltreach News Agency)",
            ["Ruth Karlsen", "Tom Okafor"],
            "Saltreach News Agency",
        ),
        ("Por Ruth Karlsen (Agencia de Noticias Mareas)\n{}", ["Ruth Karlsen"], "Agencia de Noticias Mareas"),
        ("Agencia de Noticias Mareas\n{}", [], None),
        ("Por Jornal da Foz / Lusa - {}", [], "Lusa"),
        ("By Ruth Karlsen rkarlsen@saltreach.example\n{}", ["Ruth Karlsen"], None),
        ("By Ruth Karlsen, Rural Affairs Correspondent\n{}", ["Ruth Karlsen"], None),
    ],
)
def test_an_agency_in_a_byline_is_the_source_and_the_author_where_no_person_is(head: str, authors: list[str], agency: str | None) -> None:
    document, claims = claims_of(page(head=head.format(DATED)))
    assert (names(claims.author), source(claims)[0]) == (authors, agency)
    assert_proved(document, claims)


LINK = "https://saltreachdigest.example/ferry-link"


@pytest.mark.parametrize(
    ("above", "byline", "authors", "told"),
    [
        ("Artículo original: {}", "Por Ruth Karlsen, Saltreach Digest", ["Ruth Karlsen"], "Saltreach Digest"),
        ("Este texto ha sido traducido del inglés. Artículo original: {}", "De Saltreach Digest", [], "Saltreach Digest"),
        ("Matéria original: {}", "Por Ruth Karlsen | Saltreach Digest", ["Ruth Karlsen"], "Saltreach Digest"),
        ("Link zum Original: {}", "Von Ruth Karlsen, Saltreach Digest", ["Ruth Karlsen"], "Saltreach Digest"),
        ("Lien vers l'article original : {}", "Par Ruth Karlsen, Saltreach Digest", ["Ruth Karlsen"], "Saltreach Digest"),
        ("Ссылка на оригинал: {}", "Автор: Ruth Karlsen, Saltreach Digest", ["Ruth Karlsen"], "Saltreach Digest"),
        ("原文網址：{}", "By Ruth Karlsen, Saltreach Digest", ["Ruth Karlsen"], "Saltreach Digest"),
        ("Artículo original: {}", "Por Ruth Karlsen", ["Ruth Karlsen"], None),
    ],
)
def test_the_outlet_whose_address_is_given_is_the_source(above: str, byline: str, authors: list[str], told: str | None) -> None:
    document, claims = claims_of(f"{above.format(LINK)}\n\n" + page(head=f"{byline}\n{DATED}"))
    assert (names(claims.author), source(claims)) == (authors, (told, LINK))
    assert_proved(document, claims)


@pytest.mark.parametrize("line", ["Artículo original: la travesía del invierno", "Oryginał: prom zimą", "元記事：冬の船"])
def test_a_label_for_an_address_names_nobody_without_one(line: str) -> None:
    _, claims = claims_of(page(head=f"By Ruth Karlsen\n{DATED}", tail=line))
    assert source(claims) == (None, None)


@pytest.mark.parametrize(
    "told",
    [
        "Dieser Text wurde automatisch aus dem Polnischen übersetzt. Quelle: Kurier Morski",
        "This article was translated. Source: Kurier Morski",
    ],
)
def test_a_source_behind_the_word_that_a_text_was_translated_is_no_credit(told: str) -> None:
    document, claims = claims_of(page(head=f"{told}\n{DATED}"))
    assert (source(claims)[0], claims.credit_text) == ("Kurier Morski", ())
    assert_proved(document, claims)
