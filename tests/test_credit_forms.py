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
