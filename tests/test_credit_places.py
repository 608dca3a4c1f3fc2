"""Credits told from sources and captions by where they stand: above the text or below it, behind a sentence, before a paper's name."""

from __future__ import annotations

import pytest

from tests.test_byline_outlets import source
from tests.test_origin import PROSE, claims_of, names, page

DATED = "3 November 2023, 07:15"
HARBOUR = "The boats lay at the quay until Monday, at the least."

ABOVE = [
    (f"{HARBOUR} (Hélène Marchand)", ["Hélène Marchand"]),
    (f"{HARBOUR} (Xinhua)", ["Xinhua"]),
    ("تنتظر القوارب عند الرصيف حتى يوم الاثنين المقبل. (رويترز)", ["رويترز"]),
    (f"{HARBOUR}\n[Keystone]", ["Keystone"]),
    (f"{HARBOUR} EFE/Marta Iglesias", ["EFE/Marta Iglesias"]),
    (f"{HARBOUR}\n© Petra Lindqvist für Die Hafenwoche", ["Petra Lindqvist"]),
    (f"{HARBOUR}\n© Ruth Karlsen for The Messenger", ["Ruth Karlsen"]),
    (f"{HARBOUR} Photo by Ruth Karlsen, University Communications.", ["Ruth Karlsen"]),
    (f"{HARBOUR} Foto Petra Lindqvist, Universität Saltreach", ["Petra Lindqvist"]),
    ("Photo by: Ruth Karlsen / viewer submission", ["Ruth Karlsen"]),
    ("온도 센서를 단 시험용 벌통이 놓여 있다. 국립양봉연구센터 제공", ["국립양봉연구센터"]),
    ("학생들이 신문을 들어 보이고 있다. 남해 분교 제공", ["남해 분교"]),
    ("水位センサーが設置された棚田。奥は高い山=6日、小林健撮影", ["小林健"]),
    ("เจ้าหน้าที่นำเยาวชนปลูกกล้าโกงกางริมทางเดินไม้ (ภาพ: สำนักประชาสัมพันธ์เขต 8)", ["สำนักประชาสัมพันธ์เขต 8"]),
    ("图片:石笋剖面上明暗相间的生长纹层", []),
    ("写真：水門を開ける生徒たちの手元", []),
    ("图片:海港摄影社", ["海港摄影社"]),
    (f"{HARBOUR} (Monday)", []),
]


@pytest.mark.parametrize(("caption", "expected"), ABOVE, ids=[caption[-40:].replace("\n", " / ") for caption, _ in ABOVE])
def test_a_picture_above_the_text_has_its_credit(caption: str, expected: list[str]) -> None:
    _, claims = claims_of(page(head=f"By Jonas Aldermoor\n{DATED}\n\n{caption}"))
    assert names(claims.credit_text) == expected


BELOW = [
    ("Zdroj: TASR", "TASR"),
    ("Sursa: Observatorul de Vâlcele", "Observatorul de Vâlcele"),
    ("Fonte: Agência Brasil", "Agência Brasil"),
    ("Quelle: Hafenblatt", "Hafenblatt"),
    ("Bron: Havenkrant", "Havenkrant"),
    ("(©NTB)", "NTB"),
]


@pytest.mark.parametrize(("line", "name"), BELOW)
def test_a_label_for_the_source_below_the_text_is_no_credit(line: str, name: str) -> None:
    picture = f"The harbour in November. Foto: Ruth Karlsen\n\n{PROSE[0]}"
    text = page(head=f"By Jonas Aldermoor\n{DATED}").replace(PROSE[0], picture)
    _, claims = claims_of(f"{text}\n{line}\nRelated articles\nFerry returns to the bay\n")
    assert (names(claims.credit_text), source(claims)[0]) == (["Ruth Karlsen"], name)
