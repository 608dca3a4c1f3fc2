"""The reader of dates, alone: what is read without zones, language or clock."""

from __future__ import annotations

import doctest
import re
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from babel import Locale
from babel.dates import format_date
from hypothesis import given, settings
from hypothesis import strategies as st

from checks.claims.dates import calendars, claim_dates
from checks.claims.dates.names import names
from checks.claims.dates.runs import FAR, ZEROS, digit_runs
from checks.dates import read
from checks.model import Document, Encoding, Status
from checks.zone import zone

ROOT = Path(__file__).parent.parent
LOCALES = """
    af ar bg bn ca cs da de el en es et fa fi fil fr gl he hi hr hu hy id is it ja ka kk ko lt lv mn ms nb nl pl pt ro ru
    sk sl sq sr sv sw ta te th tr uk ur uz vi zh zh_Hant
""".split()  # noqa: SIM905
DAYS = st.dates(date(1990, 1, 1), date(2039, 12, 31))


def document(text: str) -> Document:
    """A file that holds a text."""
    return Document("a.txt", text.encode("utf-8", "surrogatepass"), text, Encoding("utf-8", "utf-8"))


@pytest.mark.parametrize("locale", LOCALES)
@settings(max_examples=10, deadline=None)
@given(days=st.lists(DAYS, min_size=30, max_size=30), width=st.sampled_from(["medium", "long", "full"]))
def test_a_date_printed_by_a_locale_is_read_back_or_called_ambiguous(locale: str, days: list[date], width: str) -> None:
    """Three hundred dates a locale. Months by name and years in front give the day; bare numbers with slashes may stay open."""
    for day in days:
        text = format_date(day, width, locale)
        claims = [claim for claim in read(text) if claim.order != "relative"]
        assert len(claims) == 1, text
        [claim] = claims
        if claim.status is Status.AMBIGUOUS:
            assert day.isoformat() in claim.readings
            assert "/" in text, text
            assert day.day <= 12
        else:
            assert claim.value == day.isoformat(), text


# Every family of the known forms, a date or two each; the languages are those whose forms differ.
FAMILIES = {
    "ISO and year first": {
        "2024-09-24": "2024-09-24",
        "2024/9/24": "2024-09-24",
        "2024.09.24.": "2024-09-24",
        "2024. 9. 24.": "2024-09-24",
        "2024. szeptember 24.": "2024-09-24",
        "2024 m. rugsėjo 24 d.": "2024-09-24",
        "၂၀၂၄ ခုနှစ်၊ စက်တင်ဘာလ ၂၄ ရက်": "2024-09-24",
        "2024. gada 24. septembris": "2024-09-24",
        "20240924": "2024-09-24",
    },
    "Han": {
        "2024年9月24日": "2024-09-24",
        "二〇二四年九月二十四日": "2024-09-24",
        "民國113年9月24日": "2024-09-24",
        "民國一一三 113/09/24": "2024-09-24",
        "令和6年9月24日": "2024-09-24",
        "R6.9.24 横浜": "2024-09-24",
        "平成元年1月8日": "1989-01-08",
        "昭和64年1月7日": "1989-01-07",
        "2024년 9월 24일 오후 3시 20분": "2024-09-24T15:20",
    },
    "day, month by name, year": {
        "24 September 2024": "2024-09-24",
        "24th of September 2024": "2024-09-24",
        "24. september 2024": "2024-09-24",
        "24 de septiembre de 2024": "2024-09-24",
        "24 septembre 2024 à 14h20": "2024-09-24T14:20",
        "24 сентября 2024 г., 14:20": "2024-09-24T14:20",
        "ngày 24 tháng 9 năm 2024": "2024-09-24",
        "24 ก.ย. 2567": "2024-09-24",
        "24 กันยายน 2567": "2024-09-24",
        "24 ก.ย. 67": "2024-09-24",
        "٢٤ سبتمبر ٢٠٢٤": "2024-09-24",
        "24 أيلول 2024": "2024-09-24",
        "२४ सितम्बर २०२४": "2024-09-24",
        "ថ្ងៃទី២៤ ខែកញ្ញា ឆ្នាំ២០២៤": "2024-09-24",
    },
    "month by name, day, year": {
        "September 24, 2024": "2024-09-24",
        "Sept. 24, 2024": "2024-09-24",
        "Setyembre 24, 2024": "2024-09-24",
    },
    "three numbers": {
        "24/9/2024": "2024-09-24",
        "24.09.24": "2024-09-24",
        "24-09-2024": "2024-09-24",
        "9/24/24": "2024-09-24",
        "24．09．2024": "2024-09-24",
        "24/09/2567": "2024-09-24",
    },
    "joined with a time": {
        "16:27 | 24/09/2024": "2024-09-24T16:27",
        "09:28 24-09-2024": "2024-09-24T09:28",
        "Thứ Ba, 24/09/2024, 09:28 (GMT+7)": "2024-09-24T09:28+07:00",
        "2024-09-24 10:20:33 来源:": "2024-09-24T10:20:33",
        "24.09.2024 um 7.05 Uhr": "2024-09-24T07:05",
    },
    "Persian and Islamic": {
        "۳ مهر ۱۴۰۳": "2024-09-24",
        "21 ربيع الأول 1446": "2024-09-24",
    },
}


@pytest.mark.parametrize(("text", "value"), [pair for family in FAMILIES.values() for pair in family.items()])
def test_every_family_of_forms_is_read(text: str, value: str) -> None:
    """Each form gives its one day, and the time printed with it."""
    assert [claim.value for claim in read(text) if claim.value] == [value]


@pytest.mark.parametrize("text", ["9月24日", "Sept. 24", "24 сентября", "24 de septiembre", "9/24", "24.09."])
def test_a_day_without_its_year_is_not_read(text: str) -> None:
    """A year that is not printed is not guessed."""
    assert [claim for claim in read(text) if claim.order != "relative"] == []


@pytest.mark.parametrize("locale", LOCALES)
@settings(max_examples=10, deadline=None)
@given(days=st.lists(DAYS, min_size=10, max_size=10))
def test_the_numbers_of_a_locale_are_read_back_or_called_ambiguous(locale: str, days: list[date]) -> None:
    """CLDR's short form. Two digits of a year are of this century or of the last one; Korean puts them first and says so nowhere."""
    for day in days:
        text = format_date(day, "short", locale)
        readings = [claim.readings for claim in read(text) if claim.order != "relative"]
        assert len(readings) == 1, text
        full = any(len(part) == 4 for part in re.findall(r"\d+", text))
        meant = {day.isoformat(), f"{day.year + (100 if day.year < 1940 else 0)}{day.isoformat()[4:]}"}
        if full or (locale != "ko" and 1940 <= day.year <= 2039):
            assert meant & set(readings[0]), text


@given(day=DAYS, separator=st.sampled_from(["/", " / "]), month_first=st.booleans())
def test_a_numeric_date_without_evidence_is_ambiguous_exactly_when_both_orders_are_days(
    day: date, separator: str, month_first: bool
) -> None:
    """No language, no default order, no guess."""
    parts = [f"{day.month:02}", f"{day.day:02}"] if month_first else [f"{day.day:02}", f"{day.month:02}"]
    [claim] = read(separator.join([*parts, str(day.year)]))
    assert day.isoformat() in claim.readings
    if day.day <= 12 and day.day != day.month:
        assert claim.status is Status.AMBIGUOUS
        assert claim.value is None
        assert len(claim.readings) == 2
    else:
        assert claim.value == day.isoformat()


@given(day=DAYS)
def test_full_stops_and_hyphens_put_the_day_first(day: date) -> None:
    """CLDR has no locale that puts the month first with either."""
    for separator in ".-":
        [claim] = read(day.strftime(f"%d{separator}%m{separator}%Y"))
        assert claim.value == day.isoformat()


@given(day=DAYS, other=DAYS.filter(lambda d: d.day > 12), month_first=st.booleans())
def test_another_date_of_the_same_form_settles_the_order(day: date, other: date, month_first: bool) -> None:
    """A number above twelve on the same page tells for both."""
    pattern = "%m/%d/%Y" if month_first else "%d/%m/%Y"
    claims = read(f"{day.strftime(pattern)} and {other.strftime(pattern)}")
    assert [claim.value for claim in claims] == [day.isoformat(), other.isoformat()]


@given(day=DAYS, zero=st.sampled_from(ZEROS))
def test_digits_of_any_script_are_digits(day: date, zero: str) -> None:
    """Every decimal digit of Unicode's basic plane."""
    text = "".join(chr(ord(zero) + int(c)) if c.isdigit() else c for c in day.isoformat())
    assert read(text)[0].value == day.isoformat()


@given(day=DAYS, before=st.text(st.characters(categories=["L"]), max_size=12), after=st.sampled_from(["", "Uhr", "Von", "年报", "ครับ"]))
def test_dates_need_no_word_boundary(day: date, before: str, after: str) -> None:
    """Names and controls glued to a date hide nothing of it."""
    text = f"{before}{day.day:02}.{day.month:02}.{day.year}{after}"
    assert day.isoformat() in [claim.value for claim in read(text)]


@given(day=DAYS, other=DAYS, pattern=st.sampled_from(["%d.%m.%Y", "%d %B %Y", "%B %d, %Y", "%d-%m-%Y"]))
def test_a_date_may_be_glued_to_another(day: date, other: date, pattern: str) -> None:
    """As publication and change are where two elements of a page become one line."""
    assert [claim.value for claim in read(day.strftime(pattern) + other.strftime(pattern))] == [day.isoformat(), other.isoformat()]


@pytest.mark.parametrize(
    "text",
    ["on Saturday, 4 November at 17.50", "am 3. März um 18.30 Uhr", "the flat at 2-16-1 Konan", "a record of 23-3-1 with 18 knockouts"],
)
def test_a_time_of_day_and_one_digit_are_no_year(text: str) -> None:
    """Nor are the numbers of an address or of a boxer's fights."""
    assert not read(text)


def test_a_time_between_two_dates_hides_neither() -> None:
    """Its minutes are no day of the month that follows."""
    assert [claim.readings for claim in read("Nov 23, 2020 at 5:02 AM Nov 24, 2020")] == [("2020-11-23",), ("2020-11-24",)]


PIECES = [*"0123456789./-:, \n|年月日()'٣४๓〇", "May", "mars", "de", "令和", "民國", "ago", "hours", "vor", "tháng", "2021", "11/07/"]
ODD = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)


@given(text=st.one_of(ODD, st.text(max_size=60)))
def test_no_claim_is_without_evidence_and_its_text_is_what_stands_there(text: str) -> None:
    """Whatever the input."""
    for claim in read(text):
        span = claim.evidence[0]
        assert claim.text == text[span.start : span.end]
        assert claim.text
        if claim.value:
            assert str(claim.value)[:10] in claim.readings


@pytest.mark.parametrize(
    "piece",
    ["1 May 2024", "1", "1/", "1.", "1/1/", "12 ", "1 May ", "2020", "2020-", "2020年", "年", "12:", "1 de ", "令和", "R1.", "ago ", "3 ", "vor 3 ", ", ", "\u0e18.\u0e04. ", "May", "a", "2020年1月"],
)  # fmt: skip
def test_a_line_of_a_megabyte_takes_time_in_proportion(piece: str) -> None:
    """Four times the text takes no more than about four times the time, for every piece that could make a pattern slow."""

    def took(size: int) -> float:
        text = (piece * (size // len(piece) + 1))[:size]
        begun = time.process_time()
        read(text)
        claim_dates(page := document(text), zone(page))
        return time.process_time() - begun

    took(1000)
    small, large = took(60_000), took(240_000)
    assert large < 9 * small + 0.2


@pytest.mark.parametrize("locale", LOCALES)
def test_month_names_of_a_locale_are_in_the_tables(locale: str) -> None:
    """In every context and width that CLDR has."""
    for context in ("format", "stand-alone"):
        for number, name in Locale.parse(locale).months[context]["wide"].items():
            if not any(char.isdigit() for char in name):
                assert read(f"3 {name} 2021") or read(f"2021 {name} 3"), name
                assert number


def test_the_calendar_words_are_as_cldr_has_them() -> None:
    """A fresh generation gives the committed files."""
    done = subprocess.run([sys.executable, ROOT / "tools" / "calendar_words.py", "--check"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_no_label_stands_under_two_roles_in_one_language() -> None:
    """What is published is not updated."""
    from checks.lexicon import words

    for language, table in words("dates").items():
        both = set(table.get("published", ())) & set(table.get("updated", ()))
        assert not both, language


@given(st.dates(date(1940, 1, 1), date(2070, 1, 1)))
def test_persian_and_islamic_days_follow_one_another(day: date) -> None:
    """Every Gregorian day is one Persian day and one of Umm al-Qura: counting on from it is counting on from them."""
    for convert, first in ((calendars.persian, 1320), (calendars.umalqura, 1358)):
        year = first
        while (start := convert(year + 1, 1, 1)) and start <= day:
            year += 1
        hits = [(m, d) for m in range(1, 13) for d in range(1, 32) if convert(year, m, d) == day]
        assert len(hits) == 1


@given(day=DAYS)
def test_era_years_are_gregorian_years_counted_from_elsewhere(day: date) -> None:
    """The Republic of China and Thailand."""
    assert read(f"民國{day.year - 1911}年{day.month}月{day.day}日")[0].value == day.isoformat()
    assert read(f"{day.day}/{day.month}/{day.year + 543}")[0].readings[0] in (day.isoformat(), _swapped(day))
    if day >= date(2019, 5, 1):
        assert read(f"令和{day.year - 2018}年{day.month}月{day.day}日")[0].value == day.isoformat()


def _swapped(day: date) -> str:
    return f"{day.year}-{day.day:02}-{day.month:02}"


@pytest.mark.parametrize(
    "words",
    [
        "2 hours ago",
        "3 giờ trước",
        "3小时前",
        "昨天 14:20",
        "刚刚",
        "hôm qua",
        "어제",
        "3시간 전",
        "i går",
        "vor 3 Stunden",
        "il y a 3 h",
        "вчера в 14:20",
        "เมื่อวาน",
        "منذ ٣ ساعات",
    ],
)
def test_a_relative_date_has_no_value_of_its_own(words: str) -> None:
    """Only who fetched the page knows when yesterday was."""
    [claim] = read(words)
    assert (claim.status, claim.order, claim.value) == (Status.MISSING, "relative", None)


def test_yesterday_counts_from_the_day_of_fetching() -> None:
    """Which the sidecar may give."""
    [claim] = read("hôm qua", now=date(2024, 3, 1))
    assert (claim.value, claim.resolved_by) == ("2024-02-29", ("sidecar",))


@pytest.mark.parametrize(
    ("text", "value", "zone"),
    [
        ("Thứ Tư, 17/12/2025, 09:28 (GMT+7)", "2025-12-17T09:28+07:00", "GMT+7"),
        ("2020-01-08 10:20:33 来源:", "2020-01-08T10:20:33", None),
        ("2025년 12월 17일 오후 3시 20분", "2025-12-17T15:20", None),
        ("14:05 JST, October 30, 2025", "2025-10-30T14:05", "JST"),
        ("17 décembre 2025 à 14h20", "2025-12-17T14:20", None),
        ("Nov 8, 2023 / 10:35 PM PST", "2023-11-08T22:35", "PST"),
        ("12:05 am, 17 December 2025", "2025-12-17T00:05", None),
        ("17.12.2025 8 Min.", "2025-12-17", None),
        ("17.12.2025, 5 comments, 10:20", "2025-12-17", None),
    ],
)
def test_the_time_beside_a_date_is_read_with_its_zone(text: str, value: str, zone: str | None) -> None:
    """And numbers that are no time are left alone."""
    [claim] = read(text)
    assert (claim.value, claim.time_zone) == (value, zone)


@pytest.mark.parametrize(
    "text",
    [
        "1.2.3.2020",
        "version 10.0.19041.2",
        "192.168.1.10",
        "5 of 20 in 2021",
        "(c) 2024",
        "call 0800 2020 1234",
        "2024 (3) May 4",
        "Dezember 2019 (3) November 2019 (3)",
    ],
)
def test_what_is_no_date_is_not_read_as_one(text: str) -> None:
    """Versions, addresses, counts, years alone, archives by month."""
    assert [claim for claim in read(text) if claim.value] == []


def test_runs_are_the_numbers_of_a_text() -> None:
    """With their values, sizes, ways to the next of their line, and what stands beside them."""
    text = "a12 3\n45678"
    runs = digit_runs(text, np.array([ord(c) for c in text], np.uint32), np.array([0, 6]))
    assert [runs.value(at) for at in range(3)] == [12, 3, 4567]
    assert (runs.sizes, runs.gaps) == ([2, 1, 5], [1, FAR, FAR])
    assert (runs.before(0), runs.after(0), runs.between(0), runs.after(2)) == ("a", " ", " ", "")


def test_no_name_of_a_month_is_also_a_label() -> None:
    """Or "5 maj" would be an update."""
    assert {name for name in names().months if name in names().labels} == set()


def test_the_page_of_examples_holds() -> None:
    """docs/dates.md runs."""
    failed, tried = doctest.testfile(str(ROOT / "docs" / "dates.md"), module_relative=False)
    assert tried > 10
    assert not failed
