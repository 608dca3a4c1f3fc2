"""What shows in company: copies, addresses and titles that come twice, dates, lines that recur."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checks import statement as wire
from checks.batch import run
from checks.batch.company import address, company, copies, likeness
from checks.errors import UsageError
from checks.fingerprint import sketch
from checks.ledger import Row
from checks.model import Severity
from tests.deliveries import a_row, a_statement, codes, deliver, digest, folder_of, prose, sound

pytestmark = pytest.mark.batch
REPLACE = msgspec.structs.replace


def seen(rows: list[Row], code: str) -> list[tuple[str, ...]]:
    """The files of each sighting of a code."""
    return [tuple(place.path for place in one.places) for one in company(rows) if one.code == code]


def test_a_sound_delivery_shows_nothing_in_company() -> None:
    assert not list(company(sound(60)))


def test_the_same_bytes_under_two_names_are_found() -> None:
    rows = sound(6)
    rows.append(REPLACE(rows[2], path="copy.txt"))
    assert seen(rows, "COR101") == [(rows[2].path, "copy.txt")]
    assert not seen(rows, "COR102")


def test_the_same_text_in_other_bytes_is_found() -> None:
    rows = sound(6)
    rows.append(REPLACE(rows[2], path="copy.txt", sha256=digest("other wrapping")))
    assert seen(rows, "COR102") == [(rows[2].path, "copy.txt")]
    assert not seen(rows, "COR101")
    assert not seen(rows, "COR104")


@pytest.mark.parametrize(
    "url", ["https://courier.example/4/", "http://www.courier.example/4?utm_source=x#top", "https://courier.example/4"]
)
def test_one_address_with_two_texts_is_found(url: str) -> None:
    rows = sound(6)
    rows[1] = REPLACE(rows[1], url=url)
    assert seen(rows, "COR103") == [(rows[1].path, rows[4].path)]


@given(st.text(max_size=60))
def test_any_text_at_all_comes_down_to_an_address(url: str) -> None:
    assert address(url) == address(url)
    assert address("https://[broken") == "https://[broken"


def test_a_text_with_a_few_words_changed_is_a_near_copy_and_another_text_is_not() -> None:
    text = prose(900, 30)
    edited = text.replace("Quay", "Harbour", 2) + " The council will meet again in spring."
    rows = [*sound(30), *(a_row(900 + n, text_sha256=digest(one), sketch=sketch(one)) for n, one in enumerate((text, edited)))]
    assert seen(rows, "COR104") == [(rows[30].path, rows[31].path)]


@settings(max_examples=30)
@given(st.integers(0, 10**6), st.integers(0, 10**6))
def test_sketches_of_different_articles_are_far_apart_and_of_one_alike(one: int, other: int) -> None:
    first, second = sketch(prose(one, 40)), sketch(prose(other, 40) if other != one else prose(one + 1, 40))
    assert first is not None
    assert second is not None
    assert likeness(bytes.fromhex(first), bytes.fromhex(first)) == 1
    # the made-up articles share their stock phrases, as no two pages of the evaluation set do
    assert likeness(bytes.fromhex(first), bytes.fromhex(second)) < 0.6


def test_copies_of_one_text_are_one_cluster_however_many() -> None:
    rows = [REPLACE(a_row(3), path=f"{n:04}.txt", sha256=digest(str(n))) for n in range(2000)]
    assert set(copies(rows).values()) == {0}
    assert [len(files) for files in seen(rows, "COR102")] == [2000]


def test_one_title_above_two_articles_is_noted_and_above_two_copies_is_not() -> None:
    rows = sound(6)
    rows[1] = REPLACE(rows[1], headline="Weather  TODAY")
    rows[4] = REPLACE(rows[4], headline="Weather today")
    assert seen(rows, "COR105") == [(rows[1].path, rows[4].path)]
    rows[4] = REPLACE(rows[1], path="copy.txt", sha256=digest("x"))
    assert not seen(rows, "COR105")


def dated(n: int, text: str, status: str, order: str | None, readings: str, **changes: Any) -> Row:
    """A row with a date as printed."""
    known = readings if " " not in readings and status == "stated" else None
    return a_row(
        n, date_text=text, date_status=status, date_order=order, date_readings=readings, date_published=known,
        date_day=dt.date.fromisoformat(known) if known else None, **changes,
    )  # fmt: skip


def siblings(*orders: str) -> list[Row]:
    """Files of one outlet whose dates show their order."""
    texts = {"dmy": ("25/03/2024", "2024-03-25"), "mdy": ("03/26/2024", "2024-03-26")}
    return [dated(n, texts[order][0], "stated", order, texts[order][1]) for n, order in enumerate(orders)]


OPEN = dated(50, "3/4/2024", "ambiguous", None, "2024-04-03 2024-03-04")


@pytest.mark.parametrize(("order", "reading"), [("dmy", "2024-04-03"), ("mdy", "2024-03-04")])
def test_siblings_that_print_their_dates_alike_settle_an_open_one(order: str, reading: str) -> None:
    (found,) = (one for one in company([*siblings(order, order, order), OPEN]) if one.code == "COR107")
    assert reading in found.message
    assert [place.path for place in found.places] == [OPEN.path, *(f"articles/000{n}.txt" for n in range(3))]


@pytest.mark.parametrize(
    "rows",
    [
        [*siblings("dmy", "mdy", "dmy"), OPEN],
        [*siblings("dmy"), OPEN],
        [*(REPLACE(row, publisher="Westmoor Herald") for row in siblings("dmy", "dmy")), OPEN],
        [*(REPLACE(row, publisher=None, publisher_status="missing") for row in (*siblings("dmy", "dmy"), OPEN))],
        [*(REPLACE(row, date_text=(row.date_text or "").replace("/", ".")) for row in siblings("dmy", "dmy")), OPEN],
        [*(dated(n, "04/03/2024", "stated", "dmy", "2024-03-04") for n in range(3)), OPEN],
        siblings("dmy", "dmy", "dmy"),
    ],
    ids=["they disagree", "one alone", "another outlet", "outlet unknown", "printed otherwise", "they prove nothing", "nothing is open"],
)
def test_siblings_settle_nothing_where_they_cannot(rows: list[Row]) -> None:
    assert not seen(rows, "COR107")


def delivered(tmp_path: Path, articles: dict[str, str], junk: dict[str, set[int]] | None = None) -> tuple[Path, Path]:
    """Articles and their reports; every line is body but for those (from 1) that are given as junk."""
    statements = []
    for n, (name, text) in enumerate(articles.items()):
        file = tmp_path / "in" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode())
        made = a_statement(n, name=name, raw=text.encode(), text=text)
        segments = tuple(
            wire.Segment(start_line=line, end_line=line, kind="junk:footer" if line in (junk or {}).get(name, ()) else "body")
            for line in range(1, text.count("\n") + 2)
        )
        statements.append(REPLACE(made, predicate=REPLACE(made.predicate, segments=segments)))
    return deliver(tmp_path / "reports", *statements), tmp_path / "in"


def test_a_line_that_recurs_in_unrelated_articles_is_furniture_where_it_was_taken_for_article(tmp_path: Path) -> None:
    articles = {f"{n}.txt": f"{prose(n)}\n\nSee more from our newsroom\n{prose(n + 100)}\n" for n in range(4)}
    reports, root = delivered(tmp_path, articles, {"3.txt": {3}})
    found = [one for one in run(reports, articles_root=root).findings if one.code == "COR106"]
    assert [[(place.path, place.lines) for place in one.places] for one in found] == [[(f"{n}.txt", ((2, 2),))] for n in range(3)]
    assert "“See more from our newsroom” (line 3, in 4 files)" in found[0].message


def test_lines_of_copies_and_lines_of_two_files_are_no_furniture(tmp_path: Path) -> None:
    same = f"{prose(1)}\nA line that all copies have\n"
    articles = {f"copy{n}.txt": same.replace("copies", f"copies{' ' * n}") for n in range(4)}
    articles |= {f"{n}.txt": f"{prose(n)}\nOnly we two say this\n" for n in (7, 8)}
    reports, root = delivered(tmp_path, articles)
    assert "COR106" not in codes(run(reports, articles_root=root))


def test_an_article_that_changed_after_its_report_is_an_error_with_its_name(tmp_path: Path) -> None:
    reports, root = delivered(tmp_path, {f"{n}.txt": prose(n) for n in range(3)})
    (root / "1.txt").write_text("something else")
    (root / "2.txt").unlink()
    found = [one for one in run(reports, articles_root=root).findings if one.code == "COR004"]
    assert [(one.places[0].path, one.severity) for one in found] == [("1.txt", Severity.ERROR), ("2.txt", Severity.ERROR)]


def test_without_the_articles_the_result_says_what_was_not_looked_at(tmp_path: Path) -> None:
    result = run(folder_of(tmp_path))
    assert [sentence for sentence in result.not_judged if "recur" in sentence]
    with pytest.raises(UsageError, match="no such folder of articles"):
        run(tmp_path / "reports", articles_root=tmp_path / "nowhere")
