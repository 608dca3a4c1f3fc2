"""The contract of the ledger: what every row and column holds."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checks.batch.contract import breaches
from checks.ledger import Row, frame, ledger
from checks.pipeline import Desk, check
from checks.rules import RULES
from schemas.ledger import Ledger
from tests.deliveries import sound

pytestmark = pytest.mark.batch
REPLACE = msgspec.structs.replace
GOOD = frame(sound())


BAD_VALUES: dict[str, object] = {
    "path": "", "sha256": "12", "report_sha256": "g" * 64, "result": "FINE", "errors": -1, "warnings": -1, "notes": -2, "excused": -1,
    "codes": "ENC001,SRC002", "headline": "", "language": "Swedish!", "url": "", "publisher": "", "publisher_status": "guessed",
    "source_name": "", "source_url": "", "source_status": "", "date_published": "14 March", "date_day": dt.date(1999, 1, 1),
    "date_status": "known", "date_text": "", "date_order": "dym", "authors": -1, "byline": "", "photo_credits": -1,
    "representation": "half", "relation": "cousin", "license": "", "charset": "", "charset_decided_by": "", "newline": "nel",
    "bad_bytes": -1, "lines": 0, "characters": -1, "article_characters": -1, "junk_characters": 10**9, "junk_share": 1.2,
    "text_sha256": "x", "sketch": "00", "rules_sha256": "", "policy_sha256": "A" * 64, "generator": "",
}  # fmt: skip
FREE = {"has_origin", "truncated", "bom", "nfc", "date_readings", "date_resolved_by"}
"""Columns of which any value of their type is allowed."""


def test_the_contract_has_the_ledgers_columns_in_the_ledgers_order() -> None:
    assert list(Ledger.to_schema().columns) == [field.name for field in msgspec.structs.fields(Row)] == list(GOOD.columns)
    assert set(BAD_VALUES) | FREE == set(GOOD.columns)


def test_a_sound_ledger_keeps_its_contract() -> None:
    assert not list(breaches(GOOD))


def test_the_real_walk_makes_rows_that_keep_the_contract(tmp_path: Path) -> None:
    texts = {example.text for rule in RULES for example in (*rule.bad, *rule.good)}
    for n, text in enumerate(sorted(texts, key=repr)):
        raw = text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
        (tmp_path / f"{n}.provenance.json").write_bytes(check(raw, f"{n}.txt", Desk()).encoded())
    made = ledger(tmp_path)
    assert len(made) == len(texts)
    assert not list(breaches(made))


@pytest.mark.parametrize("column", sorted(BAD_VALUES))
def test_a_bad_value_in_any_column_is_found_in_the_file_it_is_in(column: str) -> None:
    rows = sound(5)
    rows[3] = REPLACE(rows[3], **{column: BAD_VALUES[column]})
    found = list(breaches(frame(rows)))
    assert found
    assert {place.path for one in found for place in one.places} == {rows[3].path}
    assert all(one.code == "COR002" for one in found)


@pytest.mark.parametrize(
    "changes",
    [
        {"errors": 1}, {"warnings": 2}, {"result": "FAILED"}, {"result": "WARNED"}, {"errors": 1, "result": "WARNED"},
        {"date_published": None, "date_day": None}, {"date_status": "missing"}, {"publisher": None}, {"publisher_status": "ambiguous"},
        {"date_day": dt.date(2020, 2, 2)}, {"article_characters": 10**6},
    ],
)  # fmt: skip
def test_a_row_that_contradicts_itself_is_found(changes: dict[str, Any]) -> None:
    rows = sound(5)
    rows[1] = REPLACE(rows[1], **changes)
    found = list(breaches(frame(rows)))
    assert [tuple(place.path for place in one.places) for one in found] == [(rows[1].path,)]


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (lambda made: made.drop(columns="lines"), "the column lines is missing"),
        (lambda made: made.assign(mood="fair"), "the column mood is none of the ledger's"),
        (lambda made: made.assign(errors="3"), "the column errors holds str, not int64"),
        (lambda made: made[list(made.columns[::-1])], "the columns stand in another order than the ledger's"),
        (lambda made: made.assign(path=made["path"].iloc[0]), "a file stands in the ledger once"),
        (lambda made: made.assign(date_day=made["date_day"].astype("datetime64[ns]")), "days are kept to the microsecond"),
    ],
)
def test_a_frame_that_is_no_ledger_is_told_in_one_plain_sentence(spoil: Callable[[pd.DataFrame], pd.DataFrame], says: str) -> None:
    (found,) = breaches(spoil(GOOD))
    assert says in found.message


CROSSED = {"result", "errors", "warnings", "publisher", "publisher_status", "date_published", "date_day", "date_status",
           "characters", "article_characters", "junk_characters", "path"}  # fmt: skip


DRAWN = {name: column.strategy(size=2) for name, column in Ledger.to_schema().columns.items() if name not in CROSSED}


@pytest.mark.filterwarnings("ignore")
@settings(max_examples=5)
@given(st.fixed_dictionaries(DRAWN))
def test_whatever_pandera_draws_for_a_column_the_contract_takes(drawn: dict[str, pd.DataFrame]) -> None:
    made = GOOD.iloc[:2].copy()
    for name, values in drawn.items():
        made[name] = values[name].astype(GOOD[name].dtype).to_numpy()
    assert not list(breaches(made.astype(dict(GOOD.dtypes))))
