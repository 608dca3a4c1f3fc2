"""Agencies that sign the end of a report or stand beside its date, with and without the letters of a desk; addresses behind a source's name."""

from __future__ import annotations

import pytest

from checks.claims import claim
from checks.claims.agency_names import agency_in
from checks.model import Work
from checks.read import read
from checks.zone import zone
from tests.test_agreed import PROSE, TITLE, page


def source(text: str) -> tuple[str | None, str | None]:
    """The original source's name and address."""
    document = read(text.encode(), "article.txt")
    value = claim(document, zone(document)).is_based_on.value
    if not isinstance(value, Work):
        return None, None
    return (value.publisher.name if value.publisher else None), value.url or None


HEAD = ("Saltreach Gazette", "News  Politics  Sport  Culture  Weather", "", TITLE, "By Ruth Penhallow", "4 March 2024, 07:15")


@pytest.mark.parametrize(
    ("end", "name"),
    [
        (" (EFE)", "EFE"), (" (ANSA).", "ANSA"), (" (ТАСС)", "ТАСС"), (" [AFP]", "AFP"), (" (©NTB)", "NTB"), ("（时事社）", None), (" — Bernama", "Bernama"),
        (" - Reuters", "Reuters"), (" /dpa", "dpa"), (" (dpa/lno)", "dpa"), (" (AFP/dpa)", "AFP/dpa"), (" (PAP)", "PAP"), (" (APA)", "APA"),
        (" (nan)", None), (" (red)", None), (" (Mehr)", None), (" (Ruth Penhallow)", None), (" (map)", None),
    ],
)  # fmt: skip
def test_an_agency_behind_the_last_sentence_is_the_source(end: str, name: str | None) -> None:
    body = (*PROSE[:2], PROSE[2] + end)
    assert source(page(*HEAD, body=body, foot="You might also like\nCommunity bank opens in the harbour"))[0] == name


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("PAP/(PAP - autor: Ida Holm, redaktor: Jan Bryza)", "PAP"),
        ("MTI / (szerző: Holm Ida)", "MTI"),
        ("NTB", "NTB"),
        ("STT", "STT"),
        ("(Belga)", "Belga"),
        ("Mehr", None),
        ("Harbour/(pier)", None),
    ],
)
def test_an_agency_signs_on_a_line_of_its_own(line: str, name: str | None) -> None:
    assert source(page(*HEAD, foot=f"{line}\nRelated articles\nFerry returns to the bay"))[0] == name


@pytest.mark.parametrize(
    ("line", "name"), [("dpa", "dpa"), ("Anadolu Ajansı", "Anadolu Ajansı"), ("ANSA", "ANSA"), ("Ritzau", "Ritzau"), ("Harbour", None)]
)
def test_an_agency_alone_beside_the_date_is_the_source(line: str, name: str | None) -> None:
    assert source(page("Saltreach Gazette", "", TITLE, line, "4 March 2024, 07:15"))[0] == name


@pytest.mark.parametrize(
    ("dateline", "name"),
    [
        ("Saltreach (dpa/lno) - ", "dpa"),
        ("Norrvik (APA/dpa) - ", "APA/dpa"),
        ("Saltreach (dpa) - ", "dpa"),
        ("Baie-Nord (AFP/jm) - ", "AFP"),
    ],
)
def test_a_dateline_has_the_agency_without_the_letters_of_its_desk(dateline: str, name: str) -> None:
    assert source(page(*HEAD, body=(dateline + PROSE[0], *PROSE[1:])))[0] == name


def test_only_agencies_and_letters_of_desks_are_taken_apart() -> None:
    assert agency_in("dpa/lno") == (0, 3)
    assert agency_in("AFP, dpa") == (0, 8)
    assert agency_in("dpa-AFX") == (0, 7)
    assert agency_in("Harbour/dpa") is None
    assert agency_in("lno") is None


URL = "https://www.norrviksbladet.example/news/2024/03/lamps-17"


@pytest.mark.parametrize(
    ("line", "name"),
    [
        (f"Fuente: Diario del Golfo, {URL}", "Diario del Golfo"),
        (f"Quelle: Norrviks Tidning ({URL})", "Norrviks Tidning"),
        (f"المصدر: صحيفة الساحل - {URL}", "صحيفة الساحل"),
        (f"来源：北湾日报 {URL}", "北湾日报"),
        (f"स्रोत: सागर समाचार, {URL}", "सागर समाचार"),
        (f"Kilde: Nordbukta Avis | {URL}", "Nordbukta Avis"),
        (f"Źródło: {URL}", None),
    ],
)
def test_a_sources_name_and_its_address_stand_behind_one_label(line: str, name: str | None) -> None:
    assert source(page(*HEAD, foot=line)) == (name, URL)
