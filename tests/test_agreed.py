"""Publishers that need no weighing, where two places agree or a page has but one, and the headline beside them; in many scripts."""

from __future__ import annotations

import pytest

from checks.claims import claim
from checks.claims.names import is_person
from checks.model import Agent
from checks.read import read
from checks.zone import zone

TITLE = "Lighthouse keepers of the northern bay swap lamps for solar panels"
PROSE = (
    "The last two keepers of the northern bay carried the old lamps down the stairs on Monday, because the panels on the roof now feed the light.",
    "About thirty boats leave the harbour every night, and their owners had asked the council for a brighter beam since the storms of last winter.",
    "Children of the village school painted the crates in which the lamps will travel to the museum, where they can be seen from next spring on.",
)
KOREAN = (
    "북쪽 만의 등대지기 두 사람이 월요일에 낡은 등을 계단 아래로 옮겼다. 지붕 위의 태양광 판이 이제 등대의 불을 밝히기 때문이다.",
    "밤마다 서른 척가량의 배가 항구를 떠나며, 선주들은 지난겨울 폭풍 이후로 더 밝은 빛을 시에 요청해 왔다고 말했다.",
)
THAI = (
    "ผู้ดูแลประภาคารสองคนสุดท้ายของอ่าวเหนือนำตะเกียงเก่าลงจากหอคอยเมื่อวันจันทร์ เพราะแผงโซลาร์เซลล์บนหลังคาให้แสงสว่างแทนแล้ว",
    "ทุกคืนมีเรือราวสามสิบลำออกจากท่า และเจ้าของเรือขอให้เทศบาลเพิ่มความสว่างของไฟมาตั้งแต่พายุเมื่อฤดูหนาวปีที่แล้ว",
)
HINDI = (
    "उत्तरी खाड़ी के आख़िरी दो प्रहरियों ने सोमवार को पुराने दीये सीढ़ियों से नीचे उतारे, क्योंकि अब छत पर लगे सौर पैनल ही रोशनी देते हैं।",
    "हर रात क़रीब तीस नावें बंदरगाह से निकलती हैं और उनके मालिक पिछली सर्दी के तूफ़ानों के बाद से तेज़ रोशनी की माँग कर रहे थे।",
)
BENGALI = (
    "উত্তর উপসাগরের শেষ দুই বাতিঘর রক্ষক সোমবার পুরোনো বাতিগুলো সিঁড়ি বেয়ে নিচে নামান, কারণ ছাদের সৌর প্যানেল এখন আলো জোগায়।",
    "প্রতি রাতে প্রায় ত্রিশটি নৌকা বন্দর ছাড়ে, আর গত শীতের ঝড়ের পর থেকে মালিকেরা আরও উজ্জ্বল আলো চেয়ে আসছিলেন।",
)


def parts(text: str) -> tuple[str | None, object]:
    """The publisher's name and the headline of a text."""
    document = read(text.encode(), "article.txt")
    found = claim(document, zone(document))
    site = found.publisher.value
    return (site.name if isinstance(site, Agent) else None), found.headline.value


def page(*lines: str, body: tuple[str, ...] = PROSE, foot: str = "") -> str:
    return "\n".join(lines) + "\n\n" + "\n\n".join(body) + ("\n\n" + foot if foot else "") + "\n"


@pytest.mark.parametrize(
    ("first", "name", "headline"),
    [
        (f"{TITLE} | Saltreach Gazette", "Saltreach Gazette", TITLE),
        (f"{TITLE} - The Saltreach Courier", "The Saltreach Courier", TITLE),
        (
            "Keepers bought the light – now the boats come back | Saltreach",
            "Saltreach",
            "Keepers bought the light – now the boats come back",
        ),
        (
            "Village saves its light from 'digital darkness' | Saltreach Gazette",
            "Saltreach Gazette",
            "Village saves its light from 'digital darkness'",
        ),
        ("Two keepers leave the light - the boats stay", None, "Two keepers leave the light - the boats stay"),
        ("Two keepers leave the light - but the Gazette stays", None, "Two keepers leave the light - but the Gazette stays"),
        (f"{TITLE} – Saltreach Tidings", "Saltreach Tidings", TITLE),
        (f"{TITLE} – Agnes Aldermoor", None, f"{TITLE} – Agnes Aldermoor"),
        ("The Light Goes Out in the Bay - Keepers Leave", None, "The Light Goes Out in the Bay - Keepers Leave"),
        (f"{TITLE} | Agnes Aldermoor", None, f"{TITLE} | Agnes Aldermoor"),
    ],
)
def test_the_only_title_of_a_page_parts_headline_and_site(first: str, name: str | None, headline: str) -> None:
    """A bar is enough before a name in capitals that is no person's; a dash needs the name of a paper; dashes before the bar stay."""
    assert parts(page(first, "", "By Ruth Penhallow", "Published 4 March 2024")) == (name, headline)


MENU = "News  Sport  Weather  Harbour  Letters"


@pytest.mark.parametrize(
    ("first", "foot", "name"),
    [
        ("Saltreach", "© 2024 Saltreach ehf. All rights reserved", "Saltreach"),
        ("Saltreach Tidings Digital", "Copyright © Saltreach Tidings All Rights Reserved.", "Saltreach Tidings"),
        (
            "Saltreach Tidings",
            "Responsible under press law: K. Wedding. Saltreach Tidings is a member of the press council. All rights reserved",
            "Saltreach Tidings",
        ),
        ("Saltreach Tidings", "Write to desk@saltreachtidings.org", "Saltreach Tidings"),
        ("The Saltreach Post – Read it, share it, keep it", "Privacy", "The Saltreach Post"),
        ("Portal of the people of the outer islands and bay", "Privacy", None),
        ("Cổng tin các xã đảo vịnh Bắc Hải", "Giữ bản quyền: Cổng tin các xã đảo vịnh Bắc Hải", "Cổng tin các xã đảo vịnh Bắc Hải"),
        ("Saltreach and its partners use cookies to measure the audience.", "© Saltreach", "Saltreach"),
        ("Harbour walks", "Privacy", None),
        ("All News", "Privacy", None),
    ],
)
def test_a_name_that_opens_the_page_is_the_publishers_where_another_place_agrees(first: str, foot: str, name: str | None) -> None:
    """The copyright line without the company's form, a line of rights, a host; of a paper's own name the first line is enough."""
    assert parts(page(first, MENU, "", TITLE, "By Ruth Penhallow", "4 March 2024, 07:15", body=PROSE, foot=foot)) == (name, TITLE)


@pytest.mark.parametrize(
    ("lines", "body", "foot", "name", "headline"),
    [
        (("고래만소식", "정치 경제 사회 문화", "북쪽 만 등대, 태양광으로 다시 불 밝히다", "입력 2024.03.04 07:15"), KOREAN, "저작권자 ⓒ 고래만소식 무단 전재 및 재배포 금지", "고래만소식", "북쪽 만 등대, 태양광으로 다시 불 밝히다"),
        (("북쪽 만 등대, 태양광으로 다시 불 밝히다", "입력 2024.03.04"), KOREAN, "저작권자 (c) 고래만소식 무단 전재 및 재배포 금지", "고래만소식", "북쪽 만 등대, 태양광으로 다시 불 밝히다"),
        (("เสียงอ่าวเหนือ", "หน้าแรก  การเมือง  กีฬา", "", "ประภาคารอ่าวเหนือเปลี่ยนตะเกียงเก่าเป็นแผงโซลาร์เซลล์", "เผยแพร่: 4 มี.ค. 2567 07:15 น."), THAI, "สงวนลิขสิทธิ์ © 2567 เสียงอ่าวเหนือ", "เสียงอ่าวเหนือ", "ประภาคารอ่าวเหนือเปลี่ยนตะเกียงเก่าเป็นแผงโซลาร์เซลล์"),
        (("पुराने दीये की जगह सूरज ने सँभाली खाड़ी की रोशनी", "४ मार्च २०२४"), HINDI, "© २०२४ सागरवाणी", "सागरवाणी", "पुराने दीये की जगह सूरज ने सँभाली खाड़ी की रोशनी"),
        (("উপসাগর বার্তা", "প্রচ্ছদ  রাজনীতি  খেলা", "পুরোনো বাতি নামল, সূর্যের আলোয় জ্বলছে বাতিঘর", "০৪ মার্চ ২০২৪, ০৭:১৫"), BENGALI, "স্বত্ব © উপসাগর বার্তা ২০২৪", "উপসাগর বার্তা", "পুরোনো বাতি নামল, সূর্যের আলোয় জ্বলছে বাতিঘর"),
    ],
)  # fmt: skip
def test_names_are_read_in_other_scripts(lines: tuple[str, ...], body: tuple[str, ...], foot: str, name: str, headline: str) -> None:
    """Years in other digits and of the Buddhist era are left out, marks at a name's end are kept; the name is not the headline."""
    assert parts(page(*lines, body=body, foot=foot)) == (name, headline)


@pytest.mark.parametrize(
    ("below", "foot", "name"),
    [
        ("4.3.2024 07.15 | University of Saltreach | Press release", "", "University of Saltreach"),
        ("発表元：潮見町", "", "潮見町"),
        ("Issued by: Saltreach Harbour Trust", "", "Saltreach Harbour Trust"),
        ("4 March 2024", "வெளியீடு: கடலோரம் இதழ்", "கடலோரம் இதழ்"),
        ("Issued by: Agnes Aldermoor", "", None),
        ("4.3.2024 07.15 | Harbour | 3 comments", "", None),
        ("4 March 2024", "（本文版權屬《潮聲食記》所有）", "潮聲食記"),
        ("4 March 2024", "© Agnes Aldermoor", None),
    ],
)
def test_an_issuer_or_the_last_line_names_the_publisher(below: str, foot: str, name: str | None) -> None:
    """Behind a label, between a date and a word for press releases, in brackets of ownership; persons are none."""
    assert parts(page(TITLE, below, foot=foot)) == (name, TITLE)


def test_a_host_is_told_in_the_words_the_page_writes_it_with() -> None:
    """`saltreachtidings.org` as `Saltreach Tidings`, where a line at either end has those words."""
    consent = "Saltreach Tidings and its partners use cookies to measure the audience. You can change your mind at any time."
    text = page(
        consent,
        "Accept all   Refuse",
        "News",
        "Sport",
        "",
        TITLE,
        "Ruth Penhallow  ruth@saltreachtidings.org",
        foot="desk@saltreachtidings.org\nwww.saltreachtidings.org",
    )
    assert parts(text)[0] == "Saltreach Tidings"


@pytest.mark.parametrize(
    "line", ["Deel op Facebook Deel op WhatsApp", "2024-03-04 07:15:22 Ruth Penhallow", "Author: Ruth Penhallow, Saltreach"]
)
def test_lines_to_share_and_lines_of_dates_and_people_are_no_headlines(line: str) -> None:
    """They stand right below the headline, above the text, where headlines stand."""
    menu = "Home » Harbour » Lighthouse keepers swap…"
    assert parts(page("Saltreach Post – News of the bay", "- News", "- Sport", "", menu, "", TITLE, line))[1] == TITLE


def test_the_text_instead_of_a_picture_is_no_headline() -> None:
    """The caption below begins with it and credits a photographer."""
    title, alt = "পুরোনো বাতি নামল, সূর্যের আলোয় জ্বলছে বাতিঘর", "বাতিঘরের সিঁড়ি বেয়ে নামছে পুরোনো বাতি"
    menu = "প্রচ্ছদ  বাংলাদেশ  রাজনীতি  অর্থনীতি  খেলা  বিনোদন  শিক্ষা"
    dates = ("প্রতিবেদক: রুমানা হক, উপকূল", "প্রকাশ: ০৪ মার্চ ২০২৪, ০৭:১৫", "আপডেট: ০৪ মার্চ ২০২৪, ১৮:১০")
    text = page(
        "উপসাগর বার্তা", menu, title, *dates, "ফেসবুক", "লিংক কপি করুন", alt, f"{alt}। ছবি: কামাল হোসেন", body=BENGALI, foot="স্বত্ব © উপসাগর বার্তা ২০২৪"
    )
    assert parts(text) == ("উপসাগর বার্তা", title)


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        ((TITLE, "Text: Ida Holm", "Norrvikens Tidning, publicerad 2023-06-14"), "Norrvikens Tidning"),
        ((TITLE, "Saltreach Gazette, 14 June 2023, 14:20"), "Saltreach Gazette"),
        (("Körfez Postası | 13 Ekim 2024 Pazar", "Home", "Sport", TITLE, "By Ida Holm"), "Körfez Postası"),
        ((TITLE, "Harbour Office, 14 June 2023"), None),
        (
            ("We use cookies on this website.", "Accept all cookies", "Manage settings", "Saltreach Gazette", "Sport", "Culture", TITLE),
            "Saltreach Gazette",
        ),
    ],
)
def test_a_papers_name_with_a_day_behind_it_or_below_what_is_asked_first_is_the_publishers(
    lines: tuple[str, ...], name: str | None
) -> None:
    assert parts(page(*lines))[0] == name


@pytest.mark.parametrize("lines", [("(Saltreach Gazette",), ("14 June 2023", "(Saltreach Gazette")])
def test_a_page_may_be_cut_behind_its_name(lines: tuple[str, ...]) -> None:
    assert parts("\n\n".join(("Saltreach Gazette", TITLE, *lines)))[1] == TITLE


def test_a_name_glued_to_itself_is_no_person() -> None:
    assert not is_person("Вечерний БерегВечерний Берег")
    assert is_person("Вечерний Берег")
