"""Institutions that put out their own pages, told from the contact of a press release or from the address that ends the page."""

from __future__ import annotations

import pytest

from tests.test_agreed import PROSE, TITLE, page, parts


@pytest.mark.parametrize(
    ("first", "name", "contact"),
    [
        (
            "Press release 12/2024, 4 March 2024",
            "University of Saltreach",
            "Contact: Press office of the University of Saltreach, Ida Holm, phone 0999 88",
        ),
        ("Pressemitteilung vom 4.3.2024", "Stiftung Nordlicht", "Medienkontakt: Stiftung Nordlicht, Ida Holm, Telefon 0999 88-12"),
        ("Communiqué de presse - 4 mars 2024", "Fondation du Golfe", "Contact presse : Fondation du Golfe, Ida Holm, 09 99 88"),
        ("Comunicato stampa n. 12", "Università del Golfo", "Ufficio stampa dell'Università del Golfo, tel. 0999 88"),
        ("NOTA DE PRENSA", "Fundación Bahía Norte", "Gabinete de prensa de la Fundación Bahía Norte (tel. 999 88)"),
        ("Komunikat prasowy, 4 marca 2024", "Uniwersytet Zatokowy", "Kontakt dla mediów: Uniwersytet Zatokowy, Ida Holm, tel. 999 88"),
        ("Пресс-релиз от 4 марта 2024", "Фонд Северный Свет", "Контакты для прессы: Фонд Северный Свет, тел. 999 88"),
        ("Basın bülteni, 4 Mart 2024", "Kuzey Körfezi Vakfı", "Basın iletişim: Kuzey Körfezi Vakfı, Ida Holm, 0999 88"),
    ],
)
def test_the_contact_of_a_release_names_its_issuer(first: str, name: str, contact: str) -> None:
    body = (*PROSE, f"{name}: {PROSE[0]}")
    assert parts(page(first, TITLE, body=body, foot=contact)) == (name, TITLE)


@pytest.mark.parametrize(
    ("first", "contact"),
    [
        ("4 March 2024", "Contact: Press office of the University of Saltreach, Ida Holm, phone 0999 88"),
        ("Press release 12/2024", "Contact: Press office, Ida Holm, phone 0999 88"),
        ("Pressemitteilung vom 4.3.2024", "Kontakt: Pressestelle des Landesamtes für Leuchtfeuer, Telefon 0999 88"),
    ],
)
def test_nothing_is_guessed_from_a_contact(first: str, contact: str) -> None:
    """Without words for a release, without a name, or with one that the page has in this form nowhere else."""
    body = (*PROSE, f"University of Saltreach, Ida Holm: {PROSE[0]} Landesamt für Leuchtfeuer.")
    assert parts(page(first, TITLE, body=body, foot=contact))[0] is None


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("Stichting Het Baken", "Stichting Het Baken, Postbus 118, Noorderhaven"),
        ("Nadace Severní Světlo", "Nadace Severní Světlo, Přístavní 4, 110 00 Zátoka"),
        ("Association des Gardiens du Golfe", "Association des Gardiens du Golfe, BP 118, 29000 Baie-Nord"),
        ("Fundacja Latarnia", "Fundacja Latarnia, ul. Portowa 4, 80-118 Przystań"),
    ],
)
def test_the_address_below_the_furniture_is_the_pages_own(name: str, address: str) -> None:
    body = (*PROSE, f"{name}: {PROSE[0]}")
    menu = ("Start", "Our lights", "Get involved")
    foot = f"Share  Facebook  LinkedIn  Print\nSubscribe to our newsletter\nYour e-mail address\n{address}\nAccount 000-0000"
    assert parts(page(*menu, "", TITLE, "9 May 2022", body=body, foot=foot))[0] == name
    assert parts(page(*menu, "", TITLE, "9 May 2022", body=(*body, address), foot="Share  Facebook  LinkedIn  Print"))[0] is None


@pytest.mark.parametrize(
    ("name", "foot"),
    [
        ("Нордбухта-Онлайн", "18+ Сетевое издание «Нордбухта-Онлайн». Редакция не несёт ответственности за рекламу"),
        ("Cocina de Muelle", "Aviso de privacidad | Anúnciate con nosotros | Cocina de Muelle, hecho en México"),
    ],
)
def test_the_name_at_the_top_is_the_site_if_the_last_line_calls_it_a_medium_or_ends_in_it(name: str, foot: str) -> None:
    assert parts(page(name, "News  Politics  Sport  Culture  Weather", TITLE, "4 March 2024, 07:15", foot=foot))[0] == name


def test_a_name_in_quotation_marks_behind_something_else_closes_no_page() -> None:
    foot = "В субботу в клубе показывают фильм «Нордбухта-Онлайн»."
    assert parts(page("Нордбухта-Онлайн", "News  Politics  Sport  Culture  Weather", TITLE, "4 March 2024, 07:15", foot=foot))[0] is None


def test_an_association_with_its_name_in_quotation_marks_opens_its_page() -> None:
    assert parts(page("ГО «Морська варта»", "Про нас", "Головна → Звіти → 2025", TITLE, "4 March 2024"))[0] == "ГО «Морська варта»"


def test_a_host_behind_the_copyright_mark_ends_before_what_follows_it() -> None:
    foot = "Terms of use Contact © 2025 bay24.example Certification number M.E.T. 000000"
    assert parts(page("bay24.example", "News  Politics  Sport  Culture  Weather", TITLE, "4 March 2024", foot=foot))[0] == "bay24.example"
