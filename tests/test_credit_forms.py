"""How pages print whose picture a caption shows: name and caption behind one label, labels of all sorts, captions that name nobody."""

from __future__ import annotations

import pytest

from tests.test_origin import claims_of, names, page

BEHIND_A_LABEL = [
    ("Foto: Loď v přístavu před odplutím (Petr Novotný)", ["Petr Novotný"]),
    ("Foto: Die Fähre im Hafen von Saltreach (Ruth Karlsen)", ["Ruth Karlsen"]),
    ("Zdjęcie: Prom w porcie w piątek wieczorem (Jan Kowalczyk)", ["Jan Kowalczyk"]),
    ("Foto: El barco en el puerto la noche del viernes. / Marta Iglesias", ["Marta Iglesias"]),
    ("Foto: Le bac dans le port, avant son départ. HÉLÈNE MARCHAND / AFP", ["HÉLÈNE MARCHAND / AFP"]),
    ("Foto: Ovidiu Mureșan. Vasul în port, vineri seara", ["Ovidiu Mureșan"]),
    ("Фото: Глеб Морозов. Паром в порту в пятницу вечером", ["Глеб Морозов"]),
    ("Fotoğraf: DHA - Vapur cuma akşamı limanda", ["DHA"]),
    ("Foto: Ruth Karlsen/TT. Färjan i hamnen på fredagskvällen", ["Ruth Karlsen/TT"]),
    ("De veerboot in de haven. Foto: Joost van Dam (Eilandbode)", ["Joost van Dam"]),
    ("The boat in the harbour. (Photo: Ruth Karlsen (CC BY 2.0))", ["Ruth Karlsen"]),
    ("La barca nel porto. Foto: Comune di Saltreach/Marta Ferri", ["Comune di Saltreach/Marta Ferri"]),
]

LABELS = [
    ("El barco en el puerto. Gentileza: Prensa Marina", ["Prensa Marina"]),
    ("The boat in the harbour on Friday. Courtesy: Harbour Trust", ["Harbour Trust"]),
    ("De boot in de haven. Archieffoto: ANP", ["ANP"]),
    ("Die Fähre im Hafen (Archivfoto: Ruth Karlsen)", ["Ruth Karlsen"]),
    ("Färjan i hamnen. Arkivbild: Ruth Karlsen", ["Ruth Karlsen"]),
    ("Ferja i havna. Illustrasjonsfoto: Ruth Karlsen / NTB", ["Ruth Karlsen / NTB"]),
    ("Le bac dans le port. Photo d'illustration : Hélène Marchand", ["Hélène Marchand"]),
    ("A komp a kikötőben (Illusztráció: Kovács Anna)", ["Kovács Anna"]),
    ("Пором у порту. Світлина: Олена Бондар", ["Олена Бондар"]),
    ("Паром в порту. Коллаж: пресс-служба порта", ["пресс-служба порта"]),
    ("बंदरगाह पर नाव। फोटो साभार: राकेश वर्मा", ["राकेश वर्मा"]),
]

NOBODY = [
    "Photo: the harbour on Friday evening",
    "Bild: Die Fähre am Freitagabend im Hafen.",
    "En photo : le bac dans le port vendredi soir.",
    "Foto: El barco en el puerto la noche del viernes.",
    "Фото: паром в порту в пятницу вечером",
    "Foto: Kommt die Fähre wieder?",
]


@pytest.mark.parametrize(("line", "expected"), BEHIND_A_LABEL + LABELS)
def test_the_one_who_took_the_picture_is_told_apart_from_the_caption(line: str, expected: list[str]) -> None:
    _, claims = claims_of(page(middle=line))
    assert names(claims.credit_text) == expected


@pytest.mark.parametrize("line", NOBODY)
def test_a_caption_behind_a_photo_label_credits_nobody(line: str) -> None:
    _, claims = claims_of(page(middle=line))
    assert names(claims.credit_text) == []


WITHOUT_A_LABEL = [
    ("El barco en el puerto la noche del viernes. / Marta Iglesias", ["Marta Iglesias"]),
    ("El barco en el puerto la noche del viernes. | MARTA IGLESIAS", ["MARTA IGLESIAS"]),
    ("El barco en el puerto la noche del viernes. MARTA IGLESIAS", ["MARTA IGLESIAS"]),
    ("A balsa no porto na noite de sexta-feira | Marta Figueira", ["Marta Figueira"]),
    ("Le bac dans le port, vendredi soir. - Hélène Marchand / Ville de Saltreach", ["Hélène Marchand / Ville de Saltreach"]),
    ("Feri di pelabuhan, Jumat malam. ANTARA FOTO/Rina Hartati", ["ANTARA FOTO/Rina Hartati"]),
    ("Die Fähre am Freitagabend im Hafen (REUTERS/Ruth Karlsen)", ["REUTERS/Ruth Karlsen"]),
    ("The boat in the harbour on Friday evening. (AP Photo/Ruth Karlsen, File)", ["AP Photo/Ruth Karlsen"]),
    ("The boat in the harbour on Friday evening. [Ruth Karlsen/The Messenger]", ["Ruth Karlsen/The Messenger"]),
    ("Prom w porcie w piątek. Fot. arch. OSP Dolina", ["arch. OSP Dolina"]),
    ("Το φέρι στο λιμάνι. φωτ. Γ. Παπάς", ["Γ. Παπάς"]),
    ("Image source, Getty Images", ["Getty Images"]),
    ("Fuente de la imagen, Marta Iglesias", ["Marta Iglesias"]),
    ("Foto:\nRuth Karlsen (Eilandbode)", ["Ruth Karlsen"]),
    ("Фото:\nГлеб Морозов / ТАСС", ["Глеб Морозов / ТАСС"]),
]

NO_CREDIT = [
    "The race was won by Ruth Karlsen / Emil Strand",
    "Saltreach 2 / Marsh Town 1",
    "Harbour Pro Keyboard for Harbour Pro",
    "The boat carried a crate with the words TO BE CONTINUED",
]

CAPTION = "The boat in the harbour on Friday evening, shortly before it left for the islands."


@pytest.mark.parametrize(("line", "expected"), WITHOUT_A_LABEL)
def test_a_credit_without_a_colon_is_known_by_its_place(line: str, expected: list[str]) -> None:
    _, claims = claims_of(page(head="By Jonas Aldermoor\n12 June 2023, 07:15", middle=line))
    assert names(claims.credit_text) == expected
    assert names(claims.author) == ["Jonas Aldermoor"]


@pytest.mark.parametrize("line", NO_CREDIT)
def test_a_slash_or_capitals_alone_make_no_credit(line: str) -> None:
    _, claims = claims_of(page(middle=line))
    assert names(claims.credit_text) == []


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Ruth Karlsen / For the Messenger", "Ruth Karlsen"),
        ("Ruth Karlsen / Marsh Gazette", "Ruth Karlsen / Marsh Gazette"),
        ("(Ruth Karlsen / Marsh Gazette)", "Ruth Karlsen / Marsh Gazette"),
        ("AFP via Getty Images", "AFP via Getty Images"),
        ("Marta Iglesias / Para La Gaceta", "Marta Iglesias"),
        ("Luc Perrin / Pour Le Courrier", "Luc Perrin"),
    ],
)
def test_a_name_and_its_paper_under_a_caption_are_a_credit_and_no_byline(line: str, expected: str) -> None:
    _, claims = claims_of(page(head=f"12 June 2023, 07:15\n\n{CAPTION}\n{line}"))
    assert names(claims.credit_text) == [expected]
    assert names(claims.author) == []


def test_a_name_and_its_agency_beside_the_date_are_a_byline_and_no_credit() -> None:
    _, claims = claims_of(page(head="Marta Iglesias / EFE\n12 June 2023, 07:15"))
    assert names(claims.credit_text) == []
    assert "Marta Iglesias" in names(claims.author)
