"""The dates of an article: which of a page's dates is its own, and what is said of the others."""

from __future__ import annotations

import gzip
import json
import os
from datetime import date, timedelta
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.claims.dates import claim_dates
from checks.claims.dates.orders import outlet_order
from checks.claims.dates.rank import NONE, THOUSAND, WEIGHTS, rank
from checks.claims.dates.traits import FAMILIES, trait_names
from checks.model import Confidence, DateClaim, Document, Encoding, Sidecar, Status, Zones
from checks.zone import zone
from tests.test_dates import DAYS, ODD

EVAL = Path(os.environ.get("COPYDESK_SHARED", Path(__file__).parent.parent.parent / "shared")) / "eval"


def document(text: str) -> Document:
    """A file that holds a text."""
    return Document("a.txt", text.encode("utf-8", "surrogatepass"), text, Encoding("utf-8", "utf-8"))


def zones(text: str) -> Zones:
    """What the lines of a text are."""
    return zone(document(text))


def dates_of(text: str, **given_too: object) -> DateClaim:
    """The publication date of a text."""
    return claim_dates(document(text), zones(text), **given_too).published  # type: ignore[arg-type]


HEAD = "Night ferry to run again\n\nBy Ida Holm\n{date}\n\n"
BODY = (
    "The night ferry between Eastmoor and Tarn will run again after a winter in the yard, its owners told the town council, who had"
    " feared for the school and the two hotels.\n\nTickets cost as much as before. The crew was hired from the old one, and the"
    " cook has kept his stove, which he calls the heart of the ship.\n\n"
)
RELATED = "Read more\n\n{more} Ferry museum finds a home\n{more} Fishing quotas raised\n"


@given(day=DAYS, later=st.integers(1, 900))
def test_a_teasers_date_is_not_the_articles(day: date, later: int) -> None:
    """Nor a page clock's, whichever is newer."""
    other = f"{day + timedelta(later):%d %B %Y}"
    text = HEAD.format(date=f"Published: {day:%d %B %Y}") + BODY + RELATED.format(more=other)
    assert dates_of(text).value == day.isoformat()
    clock = f"{day + timedelta(later):%A, %d %B %Y}\nHome\nNews\nSport\n"
    assert dates_of(clock + text).value == day.isoformat()


def test_an_event_of_the_days_before_settles_day_and_month() -> None:
    """And what decided is told, with its place."""
    text = HEAD.format(date="16:27 | 07/11/2021") + BODY.replace("after a winter", "after a meeting on 5 November and a winter")
    claim = dates_of(text)
    assert (claim.value, claim.resolved_by) == ("2021-11-07T16:27", ("body-event",))
    assert set(claim.readings) == {"2021-11-07", "2021-07-11"}
    assert text[claim.evidence[-1].start : claim.evidence[-1].end] == "5 November"


@pytest.mark.parametrize(
    ("more", "by"),
    [
        ({"url": "https://courier.example/2021/11/07/ferry"}, "url-path"),
        ({"order": "dmy"}, "publisher-territory"),
        ({"supplied": Sidecar(retrieved="2021-08-01")}, "not-in-future"),
        ({"supplied": Sidecar(published="2021-07-11")}, "sidecar"),
    ],
)
def test_what_is_known_from_outside_settles_day_and_month(more: dict[str, object], by: str) -> None:
    """The address, the outlet, the day of fetching, the sidecar."""
    claim = dates_of(HEAD.format(date="Published: 07/11/2021") + BODY, **more)
    assert claim.resolved_by == (by,)
    assert claim.value in ("2021-11-07", "2021-07-11")


def test_without_evidence_both_readings_stay() -> None:
    """No value may be used."""
    claim = dates_of(HEAD.format(date="Published: 07/11/2021") + BODY)
    assert (claim.status, claim.value) == (Status.AMBIGUOUS, None)
    assert set(claim.candidates) == {"2021-11-07", "2021-07-11"}


def test_published_and_updated_are_told_apart_by_their_labels() -> None:
    """On one line or on two."""
    for between in ("\n", " | "):
        found = claim_dates(document(text := HEAD.format(date=f"Published: 3 May 2021{between}Updated: 4 May 2021") + BODY), zones(text))
        assert (found.published.value, found.modified.value) == ("2021-05-03", "2021-05-04")
        assert found.published.confidence is Confidence.HIGH


def test_a_later_date_glued_to_the_first_is_that_of_a_change() -> None:
    """There is no label to say so: it is inferred, and not surely."""
    for line, change in (
        ("3 May 20214 May 2021", "2021-05-04"),
        ("By Ann Lee | 3 May 20213 May 2021", None),
        ("4 May 20213 May 2021", None),
    ):
        found = claim_dates(document(text := HEAD.format(date=line) + BODY), zones(text))
        assert found.modified.value == change, line
        if change:
            assert (found.published.value, found.modified.status, found.modified.confidence) == (
                "2021-05-03",
                Status.INFERRED,
                Confidence.LOW,
            )


def test_a_relative_date_under_a_long_headline_is_still_above_the_text() -> None:
    """A headline may be as long as a line of text."""
    title = "The night ferry between Eastmoor and the islands sails again after the longest winter that its crew remembers"
    text = HEAD.format(date="3 hours ago").replace(HEAD.split("\n", 1)[0], title) + BODY
    assert (dates_of(text).order, dates_of(text).text) == ("relative", "3 hours ago")


def test_a_relative_date_may_stand_beside_a_name() -> None:
    """Parted from it by a sign; not where it is a part of a sentence."""
    for line, found in (("Ida Holm · 3 hours ago", "3 hours ago"), ("The captain slept 3 hours ago", "")):
        assert dates_of(HEAD.replace("By Ida Holm\n", "").format(date=line) + BODY).text == found


def test_the_day_that_programs_print_for_none_is_called_so() -> None:
    """And not a day that can be read in two ways."""
    claim = dates_of(HEAD.format(date="1 January 1970, 01:00") + BODY)
    assert (claim.status, claim.order, claim.why) == (Status.MISSING, "epoch", ("programs print this day where they have none",))


TEASERS = "Read more\n\nFerry museum finds a home\n{a}\nFishing quotas raised\n{b}\nHarbour lights to be mended\n{c}\n"


@pytest.mark.parametrize("kind", ["", "body", "meta", "junk:ui-control", "junk:related-block"])
@pytest.mark.parametrize("line", ["Published: {}", "{}, 09:30", "{}"])
def test_a_date_in_the_header_is_found_whatever_the_zones_say(kind: str, line: str) -> None:
    """Zones that know nothing, or know it all wrongly, do not hide it, and do not bring a teaser's date forward."""
    text = HEAD.format(date=line.format("14 March 2024")) + BODY + RELATED.format(more="2 May 2024")
    page = document(text)
    nothing = Zones((kind,) * len(page.lines), (), (), np.zeros(len(page.lines), np.float32))
    assert str(claim_dates(page, nothing).published.value)[:10] == "2024-03-14"


@given(day=DAYS, less=st.integers(1, 9))
def test_a_page_that_shows_no_date_of_its_own_gets_none(day: date, less: int) -> None:
    """Not a teaser's, a copyright line's, nor that of something told."""
    other = [f"{day - timedelta(less * k):%d %B %Y}" for k in range(3)]
    plain = HEAD.replace("{date}\n", "")
    for text in (
        plain + BODY + TEASERS.format(a=other[0], b=other[1], c=other[2]),
        plain + BODY + f"© {day.year - 3}-{day.year} Eastmoor Courier. All rights reserved.\n",
        plain + BODY.replace("after a winter", f"after it was laid up on {other[0]} and a winter"),
        plain + f"On {other[0]} the night ferry was towed to the yard by a tug.\n\n" + BODY,
    ):
        assert dates_of(text).status is Status.MISSING, text


def test_two_teasers_of_one_day_do_not_date_a_short_page() -> None:
    """The model knows few pages so short."""
    assert dates_of(HEAD.replace("{date}\n", "") + BODY + RELATED.format(more="14 March 2024")).status is Status.MISSING


def test_a_sentence_that_begins_with_a_label_changes_nothing() -> None:
    """“As of 4 May 2021, …” is a label at the head of a page and none at the head of a sentence."""
    told = "As of 4 May 2021 there were nine ships in the yard and a waiting list for the tenth.\n\n"
    text = HEAD.format(date="Published: 3 May 2021") + told + BODY
    assert claim_dates(document(text), zones(text)).modified.value is None
    text = HEAD.format(date="Published: 3 May 2021\nAs of 4 May 2021") + BODY
    assert claim_dates(document(text), zones(text)).modified.value == "2021-05-04"


def test_a_chinese_paragraph_is_running_text_though_it_has_fewer_letters() -> None:
    """So that what it tells of settles day and month: 11 July would come eight months after the fair."""
    text = (
        "海港大桥修缮两年后恢复通车\n\n16:27 07/11/2021\n\n海港镇居民周五步行过桥，庆祝这座关闭两年的大桥恢复通车，镇长说维修费用低于预算。\n\n"
        "11月5日，工程师们在桥上完成了最后一次检查，认为北侧桥墩的裂缝已经修好，可以通车。\n\n南岸的店主们说，桥关闭期间他们失去了三分之一的顾客。\n"
    )
    claim = dates_of(text)
    assert (claim.value, claim.resolved_by) == ("2021-11-07T16:27", ("body-event",))


def test_weights_are_whole_numbers_of_traits_that_there_are() -> None:
    """Sums of whole numbers are the same on every machine; a name that no trait has would count for nothing."""
    table = json.loads(WEIGHTS.read_text("utf-8"))
    assert all(type(weight) is int for weight in table.values())
    assert set(table) <= {*trait_names(), NONE}
    assert len(set(trait_names())) == len(trait_names())


def test_shares_are_those_of_a_softmax() -> None:
    """64 points double the odds: dates 0, 64 and 128 points above "none of them" share out eight parts as 1, 2, 4 and 1."""
    from checks.claims.dates.features import Candidate
    from checks.claims.dates.traits import BASES, ORDER
    from checks.claims.dates.written import Written

    weights = [0] * len(trait_names())
    weights[BASES[ORDER["rank"]] : BASES[ORDER["rank"]] + 3] = [0, 64, 128]
    found = []
    for at in range(3):
        classes = [0] * len(FAMILIES)
        classes[ORDER["rank"]] = at
        written = Written(0, 10, "ymd", "gregory", (date(2024, 3, 1 + at),), "4-2-2")
        found.append(Candidate(written, 0, "", None, classes))
    best = rank(found, (weights, 0))
    assert best is not None
    assert best.best.written.readings == (date(2024, 3, 3),)
    assert best.share in (THOUSAND // 2 - 1, THOUSAND // 2)


def test_an_outlet_known_by_name_or_domain_tells_its_order() -> None:
    """A territory whose languages disagree tells nothing."""
    assert outlet_order((), None, "https://www.example.co.uk/a") == "dmy"
    assert outlet_order((), None, "https://www.example.ca/a") == ""
    assert outlet_order((), None, "https://www.example.us/a") == "mdy"
    assert outlet_order((), None, "no address") == ""


@given(text=ODD)
def test_the_dates_of_any_article_have_evidence(text: str) -> None:
    """Published, modified, told of, later: all of them."""
    found = claim_dates(document(text), zones(text))
    for claim in (found.published, found.modified, found.later, *found.reference_times):
        assert claim.evidence or claim.status is Status.MISSING
        assert not claim.evidence or text[claim.evidence[0].start : claim.evidence[0].end] == claim.text


@pytest.mark.skipif(not EVAL.exists(), reason="the evaluation data is not here")
def test_every_date_found_on_public_pages_is_where_it_says() -> None:
    """No answer without evidence, over all pages."""
    with gzip.open(EVAL / "dates.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            text = json.loads(line)["text"]
            found = claim_dates(document(text), zones(text))
            for claim in (found.published, found.modified, found.later, *found.reference_times):
                if claim.value or claim.text:
                    span = claim.evidence[0]
                    assert text[span.start : span.end] == claim.text


def test_a_time_of_day_with_full_stops_and_seconds_is_no_day() -> None:
    claim = dates_of(HEAD.format(date="4.5.2023 10.05.00 EEST | Tiedote") + BODY)
    assert str(claim.value)[:16] == "2023-05-04T10:05"


def test_of_two_labelled_times_of_a_day_in_a_line_the_first_is_the_publication() -> None:
    claim = dates_of(HEAD.format(date="Erstellt: 17.05.2023, 16:05 Uhr   Stand: 17.05.2023, 18:42 Uhr") + BODY)
    assert claim.value == "2023-05-17T16:05"


def test_a_day_given_in_two_calendars_is_no_sentence() -> None:
    claim = dates_of(HEAD.format(date="الأربعاء ٢٧ شوال ١٤٤٤هـ الموافق ١٧ مايو ٢٠٢٣م") + BODY)
    assert claim.value == "2023-05-17"
