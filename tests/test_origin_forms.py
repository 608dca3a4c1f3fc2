"""Forms of attribution found wanting by people who tried the program: dates within bylines, first publishers, agencies, credits."""

from __future__ import annotations

import pytest

from checks.model import Work
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


LABELS = {
    "ka": ("ავტორი: ანა ბერიძე", "წყარო: ნავსადგურის მაცნე", "ფოტო: გიორგი ლომიძე"),
    "ta": ("எழுதியவர்: மீனா குமாரி", "மூலம்: துறைமுக முரசு", "படம்: ரவி குமார்"),
    "lo": ("ໂດຍ: ສົມພອນ ວົງສາ", "ທີ່ມາ: ຂ່າວທ່າເຮືອ", "ຮູບ: ບຸນມີ ສີສະຫວັດ"),
    "km": ("ដោយ៖ សុខ ចាន់ថា", "ប្រភព៖ ដំណឹងកំពង់ផែ", "រូបភាព៖ គឹម សុភា"),
    "te": ("రచయిత: మీనా కుమారి", "మూలం: ఓడరేవు వార్తలు", "ఫోటో: రవి కుమార్"),
    "hy": ("Հեղինակ՝ Անի Սարգսյան", "Աղբյուրը՝ Նավահանգստի լուրեր", "Լուսանկարը՝ Արամ Պետրոսյան"),
    "mn": ("Сурвалжлагч: Б.Номин", "Эх сурвалж: Боомтын мэдээ", "Гэрэл зураг: Д.Бат"),
    "sq": ("Nga Arta Hoxha", "Burimi: Lajmi i Portit", "Foto: Ilir Kola"),
    "be": ("Аўтар: Ганна Ліпская", "Крыніца: Партовы веснік", "Фота: Янка Бераг"),
    "eu": ("Egilea: Ane Etxeberria", "Iturria: Portuko Berria", "Argazkia: Jon Mendi"),
    "mr": ("लेखक: मीना पाटील", "स्रोत: बंदर वार्ता", "छायाचित्र: रवी जोशी"),
}  # fmt: skip


@pytest.mark.parametrize("language", LABELS)
def test_author_source_and_picture_are_read_behind_their_labels(language: str) -> None:
    """In languages whose labels were missing or doubted, with the colons of Armenian and Khmer."""
    author, source, photo = LABELS[language]
    document, claims = claims_of(page(head=f"{author}\n3 November 2023", middle=photo, tail=source))
    value = claims.is_based_on.value
    assert isinstance(value, Work)
    assert value.publisher is not None
    assert names(claims.author) == [author.replace("Nga ", ": ").replace("՝ ", ": ").replace("៖ ", ": ").split(": ")[1]]
    assert value.publisher.name == source.replace("՝ ", ": ").replace("៖ ", ": ").split(": ")[1]
    assert names(claims.credit_text) == [photo.replace("՝ ", ": ").replace("៖ ", ": ").split(": ")[1]]
    assert_proved(document, claims)
