"""Zones: menus, paths and names above the headline, bylines below it, and where the text ends; each form in several languages."""

from __future__ import annotations

import pytest

from tests.test_zone_around import BODY, MENU, TITLE, kinds

FIRST, REST = BODY.split("\n\n", 1)
SIGNED = "By Ida Lund\nPublished: 3 March 2024, 18:05\n"


@pytest.mark.parametrize(
    "menu",
    [
        "الرئيسية عاجل سياسة اقتصاد منوعات رياضة صور فيديو",
        "होम देश राज्य खेल बॉलीवुड राशिफल",
        "Etusivu Uutiset Urheilu Mielipide Kulttuuri",
        "Αρχική Ειδήσεις Πολιτική Οικονομία Αθλητικά",
    ],
)
def test_a_menu_on_the_first_line_is_no_headline(menu: str) -> None:
    found = kinds(f"{menu}\n{TITLE}\n{SIGNED}\n{BODY}\n")
    assert found[menu].startswith("junk")
    assert found[TITLE] == "title"


@pytest.mark.parametrize(
    "path",
    [
        "صفحه نخست » استان‌ها » یزد",
        "Αρχική » Τοπικά » Η τελευταία βάρκα…",
        "Főoldal › Helyi › Közélet",
        "Home > News > River",
        "الرئيسية / منوعات",
        "Главная — Новости — Река",
    ],
)
def test_the_headline_stands_below_the_path(path: str) -> None:
    found = kinds(f"The Ostrel Post\n{path}\n{TITLE}\n{SIGNED}\n{BODY}\n")
    assert found["The Ostrel Post"].startswith("junk")
    assert found[path].startswith("junk")
    assert found[TITLE] == "title"


@pytest.mark.parametrize("path", [f"Início » Região » {TITLE}", f"Start / News / {TITLE}", f"Home > Local > {TITLE[:30]}…"])
def test_the_last_step_of_a_path_is_the_headline_that_stands_below(path: str) -> None:
    found = kinds(f"We use cookies. By using this site you agree to their use on your device.\n{path}\nRegion\n{TITLE}\n{SIGNED}\n{BODY}\n")
    assert found[path] == "junk:breadcrumb"
    assert found[TITLE] == "title"


def test_a_name_that_the_day_parts_from_the_headline_is_the_sites() -> None:
    assert kinds(f"Ostreli Szemle\n2023. január 19., csütörtök\n{TITLE}\n\n{BODY}\n")["Ostreli Szemle"] == "junk:site-header"


@pytest.mark.parametrize("kicker", ["Abschied vom Fluss", "A RIVER STORY", "Fin de una época"])
def test_a_line_between_path_and_headline_is_its_kicker(kicker: str) -> None:
    found = kinds(f"The Ostrel Post\n{MENU}Home > News > River\n{kicker}\n{TITLE}\n{SIGNED}\n{BODY}\n")
    assert not found[kicker].startswith("junk")


def test_news_with_their_times_above_the_headline_are_other_articles() -> None:
    latest = ["18:41 Fire in a barn full of old tractors near Lower Ostrel", "18:20 School gets its new roof after twelve years of waiting"]
    found = kinds("The Ostrel Post\nLatest news\n" + "\n".join(latest) + f"\nHome > News > River\n{TITLE}\n{SIGNED}\n{BODY}\n")
    assert all(found[line].startswith("junk") for line in latest)


@pytest.mark.parametrize("control", ["Artikel anhören 03:41", "Écouter l'article 00:00", "Listen to this article 4 min", "Haberi dinle"])
def test_the_length_of_a_recording_is_no_day(control: str) -> None:
    assert kinds(f"{TITLE}\n{SIGNED}{control}\n\n{BODY}\n")[control].startswith("junk")


@pytest.mark.parametrize("names", ["Kirsten Aldous and Tom Ferrier", "Jonas Brack, Karin Holt", "Марія Коваль", "ADNAN YÜCETÜRK"])
def test_names_alone_below_the_headline_are_a_byline(names: str) -> None:
    assert kinds(f"{MENU}\n{TITLE}\n{names}\nShare\nSave\n\n{BODY}\n")[names] == "meta"


def test_words_in_capitals_below_the_headline_may_be_a_prompt() -> None:
    assert kinds(f"{MENU}\n{TITLE}\nFIND YOUR NEXT BOAT\nShare\nSave\n\n{BODY}\n")["FIND YOUR NEXT BOAT"] != "meta"


@pytest.mark.parametrize("code", ["SD/AB", "egd/ zan/", "JPTX // LFC", "© dpa-infocom, dpa:240303-930-254118/2"])
def test_short_names_and_an_agencys_mark_right_below_the_text_are_metadata(code: str) -> None:
    assert kinds(f"{TITLE}\n{SIGNED}\n{BODY}\n\n{code}\n\nMost read\nMill wheel turns again\n")[code] == "meta"


def test_headings_of_a_live_report_are_of_the_article() -> None:
    entries = ["15:40 - The boat is on the lorry", "14:10 - First guests", "11:25 - Fog on the river"]
    found = kinds(f"{TITLE}\n{SIGNED}\n" + "\n".join(f"{head}\n{text}" for head, text in zip(entries, BODY.split("\n\n"), strict=False)))
    assert not any(found[head].startswith("junk") for head in entries)


def test_times_alone_of_a_live_report_are_of_the_article() -> None:
    entries = [("15:40", "The boat is on the lorry"), ("14:10", "First guests"), ("11:25", "Fog on the river"), ("09:02", "Good morning")]
    text = "\n".join(f"{time}\n{head}\n{line}" for (time, head), line in zip(entries, BODY.split("\n\n"), strict=True))
    found = kinds(f"{TITLE}\n{SIGNED}\n{text}\nLoad more\n")
    assert not any(found[line].startswith("junk") for entry in entries for line in entry)


@pytest.mark.parametrize("mark", ["[immagine]", "[صورة 1/3]", "[Bild 2]", "last-day_ostrel.webp", "IMG_20240303_0912.JPG"])
def test_what_stands_for_a_picture_is_furniture(mark: str) -> None:
    assert kinds(f"{TITLE}\n{SIGNED}\n{FIRST}\n\n{mark}\n\n{REST}\n")[mark] in ("junk:placeholder", "junk:image-alt")


def test_a_line_that_the_caption_below_begins_with_was_in_place_of_the_picture() -> None:
    caption = "The ferryman at the landing stage on his last day in Lower Ostrel. Photo: Ida Lund"
    text = f"{TITLE}\n{SIGNED}\n{FIRST}\n\nThe ferryman at the landing stage\n{caption}\n\n{REST}\n"
    assert kinds(text)["The ferryman at the landing stage"] == "junk:image-alt"


@pytest.mark.parametrize("tags", ["viola, river, old boats, ferrymen", "old boats | river life | ferrymen", "bateaux · fleuves · passeurs"])
def test_small_words_between_commas_or_bars_below_the_text_are_tags(tags: str) -> None:
    found = kinds(f"{TITLE}\n{SIGNED}\n{BODY}\n\n{tags}\nShare on Facebook\nMost read\nMill wheel turns again\n")
    assert found[tags].startswith("junk")


def test_a_copyright_line_at_the_end_is_no_caption() -> None:
    line = "© Molino y Campo. Prohibida la reproducción total o parcial sin autorización escrita"
    assert kinds(f"{TITLE}\n{SIGNED}\n{BODY}\n\n{line}\n")[line] == "junk:footer"


@pytest.mark.parametrize("pointer", ["Lesen Sie auch: ", "Читайте также: ", "Read also: ", "Lees ook: "])
def test_a_heading_behind_a_pointer_with_its_headline_is_of_the_article(pointer: str) -> None:
    text = (
        f"{TITLE}\n{SIGNED}\n{FIRST}\n\n{pointer}Why the wind on the upper lake has moods of its own\nWhat becomes of the boat\n\n{REST}\n"
    )
    found = kinds(text)
    assert not found["What becomes of the boat"].startswith("junk")
    assert found[f"{pointer}Why the wind on the upper lake has moods of its own"].startswith("junk")


def test_a_line_that_breaks_off_above_a_prompt_to_read_on_is_of_the_article() -> None:
    broken = "Next year the village wants to hold a race of rowing boats, for which forty crews from all along the river have already"
    found = kinds(f"{TITLE}\n{SIGNED}\n{BODY}\n\n{broken}\n\nRead more\nSubscribe now\nMost read\nMill wheel turns again\n")
    assert found[broken] == "body"


@pytest.mark.parametrize("label", ["Fonte: ANSA", "Quelle: dpa", "Source: Ostrel Post"])
def test_a_label_beside_the_headline_is_metadata_where_a_lead_stands_above_it(label: str) -> None:
    lead = "Jonas Brack has rowed for forty years. On Sunday he did it for the last time, in front of the whole village."
    assert kinds(f"{MENU}\n{TITLE}\n{lead}\n3 March 2024, 18:05\n{label}\nA+ A- Print\nListen\n\n{BODY}\n")[label] == "meta"


@pytest.mark.parametrize("credit", ["© Ida Lund", "Foto: Ida Lund", "عکس: امیر کاشفی", "Φωτογραφία: Στέλιος Καμπανέλης"])
def test_above_a_caption_with_its_credit_below_it_stands_the_text_in_place_of_the_picture(credit: str) -> None:
    block = f"Ferryman with oars at dusk\nJonas Brack at the landing stage of Lower Ostrel.\n{credit}"
    found = kinds(f"{TITLE}\n{SIGNED}\n{FIRST}\n\n{block}\n\n{REST}\n")
    assert found["Ferryman with oars at dusk"] == "junk:image-alt"
    assert found["Jonas Brack at the landing stage of Lower Ostrel."] == "caption"
