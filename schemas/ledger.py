"""The contract of the ledger: what every row and column holds, for whoever reads the Parquet file."""

# ruff: noqa: N805  pandera makes class methods of the checks

from __future__ import annotations

from typing import Any

import pandas as pd
import pandera.pandas as pa
from pandera.typing import Series

HEX64 = r"^[0-9a-f]{64}$"
STATUSES = ["stated", "inferred", "supplied", "ambiguous", "conflicting", "missing"]
ANSWERED = STATUSES[:3]
ISO_DATE = r"^\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2})?)?)?)?$"
CODES = r"^([A-Z]{3,8}\d{0,3}( [A-Z]{3,8}\d{0,3})*)?$"
CODE = "COR002"
"""The code under which a broken contract is reported, unless a field's metadata names another."""


def _field(says: str, **checks: Any) -> Any:
    """A column, what to say of a value that breaks its checks, and the code to say it under."""
    return pa.Field(metadata={"code": CODE, "says": says}, **checks)


def _digest(says: str, *, nullable: bool = False) -> Any:
    return _field(says, str_matches=HEX64, nullable=nullable)


def _text(says: str) -> Any:
    """Text that may be missing, but not empty."""
    return _field(says, nullable=True, str_length={"min_value": 1})


class Ledger(pa.DataFrameModel):
    """One row per report, sorted by path. Empty cells mean that the article does not say."""

    path: Series[str] = _field("a file stands in the ledger once, by a name", unique=True, str_length={"min_value": 1})
    sha256: Series[str] = _digest("the digest of the article is 64 hex digits")
    report_sha256: Series[str] = _digest("the digest of the report is 64 hex digits")
    result: Series[str] = _field("the result is PASSED, WARNED or FAILED", isin=["PASSED", "WARNED", "FAILED"])
    errors: Series[int] = _field("counts are not negative", ge=0)
    warnings: Series[int] = _field("counts are not negative", ge=0)
    notes: Series[int] = _field("counts are not negative", ge=0)
    excused: Series[int] = _field("counts are not negative", ge=0)
    codes: Series[str] = _field("codes of rules stand one by one, with a space between", str_matches=CODES)
    headline: Series[str] = _text("a headline is not empty")
    language: Series[str] = _field("a language is a BCP 47 tag", nullable=True, str_matches=r"^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$")
    url: Series[str] = _text("an address is not empty")
    publisher: Series[str] = _text("a publisher has a name")
    publisher_status: Series[str] = _field("the status of a claim is a known word", isin=STATUSES)
    source_name: Series[str] = _text("a source has a name")
    source_url: Series[str] = _text("an address is not empty")
    source_status: Series[str] = _field("the status of a claim is a known word", isin=STATUSES)
    has_origin: Series[bool] = _field("yes or no")
    date_published: Series[str] = _field("a date is ISO 8601", nullable=True, str_matches=ISO_DATE)
    date_day: Series[pa.Timestamp] = _field("a day is a date", nullable=True)
    date_status: Series[str] = _field("the status of a claim is a known word", isin=STATUSES)
    date_text: Series[str] = _text("a printed date is not empty")
    date_order: Series[str] = _field(
        "the order of a date is a known word", nullable=True, isin=["ymd", "dmy", "mdy", "text", "relative", "epoch"]
    )
    date_readings: Series[str] = _field("readings are text")
    date_resolved_by: Series[str] = _field("steps are text")
    authors: Series[int] = _field("counts are not negative", ge=0)
    byline: Series[str] = _text("a byline is not empty")
    photo_credits: Series[int] = _field("counts are not negative", ge=0)
    representation: Series[str] = _field("an article is full or partial", nullable=True, isin=["full", "partial"])
    truncated: Series[bool] = _field("yes or no")
    relation: Series[str] = _field(
        "the relation to the source is a known word", nullable=True, isin=["republication", "translation", "adaptation", "unknown"]
    )
    license: Series[str] = _text("a license is not empty")
    charset: Series[str] = _field("a charset has a name", str_length={"min_value": 1})
    charset_decided_by: Series[str] = _field("what decided the charset has a name", str_length={"min_value": 1})
    bom: Series[bool] = _field("yes or no")
    newline: Series[str] = _field("lines end in a known way", isin=["lf", "crlf", "cr", "mixed", "none"])
    nfc: Series[bool] = _field("yes or no")
    bad_bytes: Series[int] = _field("counts are not negative", ge=0)
    lines: Series[int] = _field("a text has at least one line", ge=1)
    characters: Series[int] = _field("counts are not negative", ge=0)
    article_characters: Series[int] = _field("counts are not negative", ge=0)
    junk_characters: Series[int] = _field("counts are not negative", ge=0)
    junk_share: Series[float] = _field("a share lies between 0 and 1", ge=0, le=1)
    text_sha256: Series[str] = _digest("the digest of the text is 64 hex digits", nullable=True)
    sketch: Series[str] = _field("a sketch is 128 hex digits", nullable=True, str_matches=r"^[0-9a-f]{128}$")
    rules_sha256: Series[str] = _digest("the digest of the rules is 64 hex digits", nullable=True)
    policy_sha256: Series[str] = _digest("the digest of the policy is 64 hex digits", nullable=True)
    generator: Series[str] = _field("what made the report has a name", str_length={"min_value": 1})

    class Config:
        """Every column, no other, in this order, of exactly these types."""

        strict = True
        ordered = True
        coerce = False

    @pa.check("date_day", name=f"{CODE} days are kept to the microsecond")
    def microseconds(cls, days: pd.Series) -> bool:
        """Pandera takes times of any unit for those it was told."""
        return str(days.dtype) == "datetime64[us]"

    @pa.dataframe_check(name=f"{CODE} a file has failed if it has errors, is warned of if it has warnings, and has passed otherwise")
    def result_follows_from_counts(cls, rows: pd.DataFrame) -> pd.Series:
        """FAILED with an error, WARNED with a warning, else PASSED."""
        due = pd.Series("PASSED", index=rows.index).mask(rows["warnings"] > 0, "WARNED").mask(rows["errors"] > 0, "FAILED")
        return rows["result"] == due

    @pa.dataframe_check(name=f"{CODE} a date that is missing has no value, and one that is stated has")
    def dates_fit_their_status(cls, rows: pd.DataFrame) -> pd.Series:
        """A value where the status says so, and nowhere else."""
        return rows["date_published"].notna() == rows["date_status"].isin(ANSWERED)

    @pa.dataframe_check(name=f"{CODE} a publisher that is missing has no name, and one that is stated has")
    def publishers_fit_their_status(cls, rows: pd.DataFrame) -> pd.Series:
        """A name where the status says so, and nowhere else."""
        return rows["publisher"].notna() == rows["publisher_status"].isin(ANSWERED)

    @pa.dataframe_check(name=f"{CODE} a day is that of the date of publication")
    def days_fit_their_dates(cls, rows: pd.DataFrame) -> pd.Series:
        """The first ten characters of the date are the day."""
        days = rows["date_day"].dt.strftime("%Y-%m-%d")
        return days.isna() | (days == rows["date_published"].str[:10])

    @pa.dataframe_check(name=f"{CODE} article and junk together are no more than the file")
    def parts_fit_in_the_whole(cls, rows: pd.DataFrame) -> pd.Series:
        """Characters of both kinds add up to at most those of the file."""
        return rows["article_characters"] + rows["junk_characters"] <= rows["characters"]
