"""What stands beside a name in a byline, or has the shape of one: jobs, weekdays, controls, sections, the site's own name."""

from __future__ import annotations

import pytest

from checks.model import Confidence
from tests.test_origin import PROSE, claims_of, names, page

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


FORMS = [
    (f"Reportera: Marta Iglesias\n{DAY}", ["Marta Iglesias"]),
    (f"Redacción: Marta Iglesias\n{DAY}", ["Marta Iglesias"]),
    (f"dal nostro inviato Marta Ferri\n{DAY}", ["Marta Ferri"]),
    (f"De Ioana Petrescu, corespondent\n{DAY}", ["Ioana Petrescu"]),
    ("De către Ioana Petrescu Publicat acum 5 ore", ["Ioana Petrescu"]),
    (f"Haber-Foto: Ayşe Demir\n{DAY}", ["Ayşe Demir"]),
    (f"تقرير: سامي الحداد\n{DAY}", ["سامي الحداد"]),
    (f"By राकेश वर्माEdited By: डिजिटल डेस्क\n{DAY}", ["राकेश वर्मा"]),
    (f"By Ruth KarlsenEdited By: Emil Strand\n{DAY}", ["Ruth Karlsen"]),
    (f"홍길동·김철수 기자\n{DAY}", ["홍길동", "김철수"]),
    (f"作者：王小川 李明 浏览次数：462\n{DAY}", ["王小川", "李明"]),
    (f"Ruth Karlsen Emil Strand\n{DAY}", ["Ruth Karlsen", "Emil Strand"]),
    (f"Ruth Karlsen, correspondent in Saltreach\n{DAY}", ["Ruth Karlsen"]),
    (f"Hélène Marchand, correspondante à Saltreach\n{DAY}", ["Hélène Marchand"]),
    (f"Hélène Marchand (avec AFP)\n{DAY}", ["Hélène Marchand"]),
    (f"Marta Iglesias / EFE\n{DAY}", ["Marta Iglesias"]),
    (f"{DAY}\n\nADALAR (AA) - AYŞE DEMİR - {PROSE[0]}", ["AYŞE DEMİR"]),
    (f"{DAY}\n\nPulau Luar (ANTARA) - Rina Hartati - {PROSE[0]}", ["Rina Hartati"]),
    (f"{DAY}\n\nSALTREACH (PA) - Boat trips - {PROSE[0]}", []),
]

SIGNS = [
    ("AGERPRES/(AS - autor: Ioana Petrescu, editor: Mihai Toma, editor online: Ada Radu)", ["Ioana Petrescu"]),
    ("HINA/(autor: Ana Horvat, urednik: Ivo Marić)", ["Ana Horvat"]),
    ("営業は三月末まで休む予定で、町は新しい船を探しているという。（高瀬奈津子）", ["高瀬奈津子"]),
    ("営業は三月末まで休む予定で、町は新しい船を探しているという。【高瀬奈津子】", ["高瀬奈津子"]),
    ("営業は三月末まで休む予定で、町は新しい船を探しているという。（会員限定）", []),
]


@pytest.mark.parametrize(("head", "expected"), FORMS, ids=[head[:40].replace("\n", " / ") for head, _ in FORMS])
def test_a_byline_is_read_in_the_forms_that_papers_have_for_it(head: str, expected: list[str]) -> None:
    _, claims = claims_of(page(head=head))
    assert names(claims.author) == expected


@pytest.mark.parametrize(("tail", "expected"), SIGNS)
def test_a_bracket_at_the_end_of_the_text_signs_it(tail: str, expected: list[str]) -> None:
    _, claims = claims_of(page(head=DAY, tail=tail))
    assert names(claims.author) == expected


GLUED = [
    ("ByRuth Karlsen12 June 2023", ["Ruth Karlsen"]),
    ("ByRuth KarlsenPublished12 June 2023", ["Ruth Karlsen"]),
    ("Ruth KarlsenJune 12, 2023 07:15", ["Ruth Karlsen"]),
    ("VonRuth Karlsen12.06.2023, 07:15 Uhr", ["Ruth Karlsen"]),
    ("ParHélène MarchandPublié le 12/06/2023 à 07h15", ["Hélène Marchand"]),
    ("Par Hélène MarchandPublié le 12/06/2023 à 07h15", ["Hélène Marchand"]),
    ("PorMarta Iglesias12/06/2023", ["Marta Iglesias"]),
    ("AvRuth KarlsenPublicerad 12 juni 2023", ["Ruth Karlsen"]),
    (f"Marta Iglesias@martaig\n{DAY}", ["Marta Iglesias"]),
    (f"Ruth Karlsen (Text), Emil Strand (Fotos)\n{DAY}", ["Ruth Karlsen"]),
    (f"Ana Horvat, Hina\n{DAY}", ["Ana Horvat"]),
    (f"Von Ruth Karlsen, ARD Saltreach\n{DAY}", ["Ruth Karlsen"]),
    (f"Entrevista: Marta Iglesias\n{DAY}", ["Marta Iglesias"]),
    (f"Rozmawiała Ewa Nowicka\n{DAY}", ["Ewa Nowicka"]),
]


@pytest.mark.parametrize(("head", "expected"), GLUED, ids=[head[:40].replace("\n", " / ") for head, _ in GLUED])
def test_a_name_is_cut_from_what_is_glued_to_it(head: str, expected: list[str]) -> None:
    _, claims = claims_of(page(head=head))
    assert names(claims.author) == expected


@pytest.mark.parametrize("line", ["Vermes Ágota", "Kovács Gergő"])
def test_a_hungarian_name_under_the_last_paragraph_signs_a_file_that_ends_there(line: str) -> None:
    _, claims = claims_of(page(head=DAY, tail=f"{PROSE[1]}\n\n{line}"))
    assert names(claims.author) == [line]


@pytest.mark.parametrize("line", ["مریم رستمی", "राकेश वर्मा", "Γιώργος Παπάς", "Anca Dumitrescu", "فاطمة الحداد", "יעל כהן"])
def test_given_names_of_many_languages_are_known(line: str) -> None:
    _, claims = claims_of(page(head=f"{line}\n{DAY}"))
    assert [one.confidence for one in claims.author] == [Confidence.HIGH]
