"""What stands beside a name in a byline, or has the shape of one: jobs, weekdays, controls, sections, the site's own name."""

from __future__ import annotations

import pytest

from tests.test_origin import claims_of, names, page

DAY = "12 June 2023, 07:15"

BESIDE = [
    ("Rédigé par Hélène Marchand le Mardi 12 Juin 2023", ["Hélène Marchand"]),
    ("Hélène Marchand Publié le 12/06/2023 à 07h15", ["Hélène Marchand"]),
    ("Door Joost van Dam op maandag 12 juni 2023", ["Joost van Dam"]),
    ("Ioana Petrescu pe 12 iunie 2023", ["Ioana Petrescu"]),
    (f"By RUTH KARLSEN Staff Writer\n{DAY}", ["RUTH KARLSEN"]),
    (f"By Ruth KarlsenStaff Writer\n{DAY}", ["Ruth Karlsen"]),
    (f"Von Ruth Karlsen Redakteurin\n{DAY}", ["Ruth Karlsen"]),
    (f"Ruth Karlsen and Emil Strand\nMarsh Valley Register\n{DAY}", ["Ruth Karlsen", "Emil Strand"]),
    (f"By Ruth Karlsen, Harbour Affairs Reporter, and Emil Strand\n{DAY}", ["Ruth Karlsen", "Emil Strand"]),
]

NOBODY = [
    "Teilen Merken Drucken", "Share Save Print", "Partager Imprimer", "Compartir Guardar Imprimir", "Condividi Stampa",
    "Delen Bewaren Printen", "Udostępnij Drukuj", "Поделиться Распечатать", "Paylaş Yazdır", "Jaa Tallenna", "چاپ ارسال", "शेयर करें",
    "Strona Główna", "Ana Sayfa", "صفحه نخست", "Trang Chủ", "Edición Impresa", "Prima Pagina", "Startseite Saltreach Umwelt",
]  # fmt: skip


@pytest.mark.parametrize(("head", "expected"), BESIDE, ids=[head[:40].replace("\n", " / ") for head, _ in BESIDE])
def test_a_name_is_told_apart_from_jobs_days_and_the_site(head: str, expected: list[str]) -> None:
    _, claims = claims_of("Marsh Valley Register\n\n" + page(head=head, tail="© 2023 Marsh Valley Register. All rights reserved."))
    assert names(claims.author) == expected


@pytest.mark.parametrize("line", NOBODY)
def test_controls_and_sections_beside_the_date_are_nobody(line: str) -> None:
    _, claims = claims_of(page(head=f"{line}\n{DAY}"))
    assert names(claims.author) == []


def test_a_desk_beside_the_date_still_signs() -> None:
    _, claims = claims_of(page(head=f"Redaktion\n{DAY}"))
    assert names(claims.author) == ["Redaktion"]
