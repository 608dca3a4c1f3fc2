"""Zones: the lines around an article that say what they are by their place and their words."""

from __future__ import annotations

import pytest

from checks.model import Document, Encoding
from checks.zone import zone
from checks.zone.pictures import credited

TITLE = "The last ferryman of Ostrel hands over his oars"
BODY = """\
For forty years Jonas Brack rowed whoever stood on the bank across the Ostrel, in fog and in flood. On Sunday he did it for the last time.

The new bridge will open in May. It is two hundred metres upstream, and nobody in the village of Lower Ostrel expects to miss the wait.

"I shall miss the talk," said Mr Brack, who knows most of his passengers by their coats. His boat goes to the museum in the old mill.

The council has asked him to cut the ribbon. He has not decided yet whether to walk over the bridge or to row under it once more."""
MENU = "Home\nNews\nSport\nCulture\n"


def kinds(text: str) -> dict[str, str]:
    """The kind of every line that is not blank, by what it says."""
    document = Document("", b"", text, Encoding("utf-8", "utf-8"))
    return {line.strip(): kind for line, kind in zip(document.lines, zone(document).kinds, strict=True) if line.strip()}


@pytest.mark.parametrize(
    "clock",
    [
        "Tuesday, 12 March 2024 09:41  Sign in  Register",
        "2024年3月12日 星期二 09:41:07 登录 注册",
        "Thứ Ba, 12/03/2024 09:41 (GMT+7)",
        "12 Mart 2024 Salı 09:41    Altın 1.684    Dolar 27,03",
        "Вторник, 12 марта 2024, 09:41   −3 °C",
    ],
)
def test_a_clock_above_the_headline_is_the_pages_where_the_article_has_its_own_day(clock: str) -> None:
    found = kinds(f"The Ostrel Post\n{clock}\n{MENU}\n{TITLE}\n\nBy Ida Lund\nPublished: 3 March 2024, 18:05\n\n{BODY}\n")
    assert found[clock] == "junk:ui-control"
    assert found["Published: 3 March 2024, 18:05"] == "meta"


def test_a_day_above_the_headline_is_the_articles_where_it_has_no_other() -> None:
    assert kinds(f"Tuesday, 12 March 2024, 09:41\n{TITLE}\n\nBy Ida Lund\n\n{BODY}\n")["Tuesday, 12 March 2024, 09:41"] == "meta"


@pytest.mark.parametrize("line", ["Ida Lund  ida.lund@ostrelpost.example", "이다룬 기자", "Ida Lund reporter"])
def test_a_name_with_its_mail_or_its_label_below_the_headline_is_metadata(line: str) -> None:
    assert kinds(f"{MENU}\n{TITLE}\n{line}\nShare\nCopy link\n\n{BODY}\n")[line] == "meta"


@pytest.mark.parametrize(
    "signature",
    [
        ["(Source Ostrel Post)"],
        ["(Theo Báo Ven Sông)"],
        ["Ida Lund", "(Source Ostrel Post)"],
        ["Ida Lund", "Source: Ostrel Post"],
        ["2024/03/03 18:05 송고"],
    ],
)
def test_what_stands_right_below_the_text_is_metadata(signature: list[str]) -> None:
    found = kinds(f"{MENU}\n{TITLE}\n\n{BODY}\n\n" + "\n\n".join(signature) + "\n\nMost read\nMill wheel turns again\nFlood gauge moved\n")
    assert [found[line] for line in signature] == ["meta"] * len(signature)
    assert found["Mill wheel turns again"].startswith("junk")


def test_a_message_that_the_text_quotes_ends_in_its_writer_and_is_text() -> None:
    post = "— Ostrel Ferry (@ostrelferry) March 3, 2024"
    assert kinds(f"{TITLE}\n\n{BODY}\n\n{post}\n")[post] == "body"


def test_who_edits_the_paper_is_in_the_imprint() -> None:
    foot = "\nMost read\nMill wheel turns again\nFlood gauge moved\nAbout us\nPrivacy policy\nEditor: Karin Holt\n© 2024 The Ostrel Post\n"
    assert kinds(f"{MENU}\n{TITLE}\n\n{BODY}\n{foot}")["Editor: Karin Holt"].startswith("junk")
    assert kinds(f"{MENU}\n{TITLE}\n\n{BODY}\n\nEditor: Karin Holt\n")["Editor: Karin Holt"] == "meta"


@pytest.mark.parametrize(
    "row",
    [
        "Share Copy link Print",
        "แชร์ Facebook  แชร์ X  ส่งไลน์  คัดลอกลิงก์",
        "Podeli Štampaj Veličina teksta: A A A",
        "Drucken Teilen Merken Vorlesen",
    ],
)
def test_a_row_of_controls_between_headline_and_text_is_furniture(row: str) -> None:
    assert kinds(f"{TITLE}\n\nBy Ida Lund\n{row}\n\n{BODY}\n")[row].startswith("junk")


def test_a_row_of_tags_below_the_text_is_furniture_and_one_in_it_is_not() -> None:
    assert kinds(f"{TITLE}\n\n{BODY}\n\n#Ostrel #Ferry #Bridges\n")["#Ostrel #Ferry #Bridges"] == "junk:tags"
    first, rest = BODY.split("\n\n", 1)
    assert not kinds(f"{TITLE}\n\n{first}\n\n#Ostrel was painted on the wall\n\n{rest}\n")["#Ostrel was painted on the wall"].startswith(
        "junk"
    )


@pytest.mark.parametrize("credit", ["Photo Ida Lund", "Foto Ida Lund", "Fot. Ida Lund"])
def test_a_line_that_ends_in_a_credit_without_a_colon_is_a_caption(credit: str) -> None:
    first, rest = BODY.split("\n\n", 1)
    caption = f"The ferryman at the landing stage on his last day. {credit}"
    plain = "Nobody had told the children that the Photo Club Ostrel"
    found = kinds(f"{TITLE}\n\n{first}\n\n{caption}\n\n{plain}\n\n{rest}\n")
    assert found[caption] == "caption"
    assert found[plain] != "caption"


@pytest.mark.parametrize("tail", ["ছবি: রফিকুল হাসান", "Ljósmynd/Ída Lund", "[오스트렐군 제공. 재판매 및 DB 금지]", "照片：李大 提供"])
def test_credits_of_other_scripts_are_seen(tail: str) -> None:
    assert credited(f"The ferryman at the landing stage. {tail}")


def test_no_credit_is_seen_in_half_a_word_before_a_slash() -> None:
    assert not credited("He works for an outfit/a club")


def test_greek_capitals_without_accents_are_the_phrase_with_them() -> None:
    found = kinds(f"{MENU}\n{TITLE}\n\n{BODY}\n\nΔΙΑΒΑΣΤΕ ΕΠΙΣΗΣ\nMill wheel turns again\nFlood gauge moved\n")
    assert found["ΔΙΑΒΑΣΤΕ ΕΠΙΣΗΣ"] == "junk:related-block"


def test_a_line_that_opens_with_a_weekday_and_a_day_is_no_headline() -> None:
    found = kinds(f"Sunday, 3 March 2024, 18:05\n{TITLE}\nIda Lund\n\n{BODY}\n")
    assert found[TITLE] == "title"
