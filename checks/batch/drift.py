"""What changed between two deliveries: shares of the files, compared by Great Expectations within the bounds of chance."""

from __future__ import annotations

from math import sqrt
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from checks.batch.company import Seen
from checks.batch.contract import breaches
from checks.batch.expectations import Answer, ask, told
from checks.batch.suites import ROW_COUNT, Expected, Meta, Suite, SuiteMeta
from checks.errors import UsageError
from checks.ledger import read_parquet
from checks.model import Place

if TYPE_CHECKING:
    import pandas as pd

LEAST_CHANGE = 0.05
"""A smaller change of a share is not told, however certain."""
GRAVE_CHANGE = 0.3
"""A change of one of the first six shares from which it is an error."""
STANDARD_ERRORS = 3
"""A change must be this many standard errors of the difference of two shares: in 370 comparisons one passes by chance."""
FEWEST_LANGUAGE = 0.02
"""Share of files from which a language is compared."""
MOSTLY = 0.5
MEAN = "expect_column_mean_to_be_between"
SHRUNKEN = 5
GRAVE = ("failed files", "files with a known origin", "files with a day of publication", "files with a headline",
         "truncated articles", "files with an article text")  # fmt: skip


def old_ledger(path: Path) -> pd.DataFrame:
    """The ledger of the earlier delivery.

    Raises:
        UsageError: it cannot be read, is empty, or breaks the contract of this version.

    """
    frame = read_parquet(path)
    mistakes = [f"{path}: not a ledger of this version: {breach.message}" for breach in breaches(frame)]
    if not mistakes and frame.empty:
        mistakes = [f"{path}: the earlier ledger is empty: there is nothing to compare with"]
    if mistakes:
        raise UsageError(mistakes)
    return frame


def headline_shares(frame: pd.DataFrame) -> dict[str, float]:
    """The shares of a delivery that people follow from one to the next, each from 0 to 1."""
    found = {
        "ready": frame["result"] == "PASSED",
        "held": frame["result"] == "FAILED",
        "outlet": frame["publisher"].notna(),
        "source": frame["source_name"].notna() | frame["source_url"].notna(),
        "date": frame["date_published"].notna(),
    }
    return {name: float(column.mean()) for name, column in found.items()}


def shares(frame: pd.DataFrame, languages: tuple[str, ...], codes: tuple[str, ...]) -> pd.DataFrame:
    """One column per share, 1.0 for a file that counts towards it and 0.0 for one that does not; `path` beside them."""
    import pandas as pd

    found = {
        "failed files": frame["result"] == "FAILED",
        "files with a known origin": frame["has_origin"],
        "files with a day of publication": frame["date_day"].notna(),
        "files with a headline": frame["headline"].notna(),
        "truncated articles": frame["truncated"],
        "files with an article text": frame["text_sha256"].notna(),
        "files with a warning": frame["result"] == "WARNED",
        "files with a named source": frame["source_name"].notna(),
        "files with a named author": frame["authors"] > 0,
        "files in UTF-8": frame["charset"].isin(["utf-8", "ascii"]),
        "files that are mostly junk": frame["junk_share"] > MOSTLY,
        "files in no language that can be told": frame["language"].isna(),
    }
    found |= {f"files in the language {language}": frame["language"] == language for language in languages}
    found |= {f"files with a finding {code}": frame["codes"].map(lambda cell, code=code: code in cell.split()) for code in codes}
    return pd.DataFrame({"path": frame["path"], **{name: column.astype("float64") for name, column in found.items()}})


def _languages(*frames: pd.DataFrame) -> tuple[str, ...]:
    common = (frame["language"].value_counts(normalize=True) for frame in frames)
    return tuple(sorted({str(language) for counts in common for language, share in counts.items() if share >= FEWEST_LANGUAGE}))


def _codes(*frames: pd.DataFrame) -> tuple[str, ...]:
    return tuple(sorted({code for frame in frames for cell in frame["codes"] for code in cell.split()}))


def same_rules(frame: pd.DataFrame, against: pd.DataFrame) -> bool:
    """Whether the reports of both were made under the same rules: else a finding may be new because its rule is."""
    return set(frame["rules_sha256"].dropna()) == set(against["rules_sha256"].dropna())


def drift(frame: pd.DataFrame, against: pd.DataFrame) -> tuple[tuple[Answer, ...], tuple[Seen, ...]]:
    """The answers to what the earlier ledger makes one expect, and what changed, with the files that made the change."""
    languages = _languages(frame, against)
    codes = _codes(frame, against) if same_rules(frame, against) else ()
    now, before = shares(frame, languages, codes), shares(against, languages, codes)
    answers = ask(now, _suite(now, before))
    return answers, tuple(_with_files(seen, now, before) for seen in told(answers))


def _suite(now: pd.DataFrame, before: pd.DataFrame) -> Suite:
    expectations = [
        Expected(
            ROW_COUNT,
            {"min_value": max(1, -(-len(before) // SHRUNKEN))},
            "warning",
            "A delivery is at least a fifth of the size of the one before.",
            Meta("COR302", f"the delivery holds {{observed}} articles; the one before held {len(before)}"),
        )
    ]
    for name in now.columns.drop("path"):
        old, new = float(before[name].mean()), float(now[name].mean())
        pooled = (old * len(before) + new * len(now)) / (len(before) + len(now))
        chance = STANDARD_ERRORS * sqrt(pooled * (1 - pooled) * (1 / len(before) + 1 / len(now)))
        expectations.append(_expected(name, old, new, max(LEAST_CHANGE, chance), "warning"))
        if name in GRAVE:
            expectations.append(_expected(name, old, new, max(GRAVE_CHANGE, chance), "critical"))
    return Suite("drift", tuple(expectations), SuiteMeta("What the earlier delivery makes one expect of this one."))


def _expected(name: str, old: float, new: float, change: float, severity: Literal["critical", "warning"]) -> Expected:
    says = f"share of {name}: {old:.1%} before, {new:.1%} now; by chance it would change by less than {change:.1%}"
    bounds = {"min_value": round(old - change, 9), "max_value": round(old + change, 9)}
    return Expected(MEAN, {"column": name, **bounds}, severity, f"The share of {name} is about what it was.", Meta("COR301", says))


def _with_files(seen: Seen, now: pd.DataFrame, before: pd.DataFrame) -> Seen:
    name = seen.message.removeprefix("share of ").partition(": ")[0]
    if seen.code != "COR301" or name not in now.columns:
        return seen
    grown = 1.0 if now[name].mean() > before[name].mean() else 0.0
    places = tuple(Place(path) for path in now.loc[now[name] == grown, "path"])
    return Seen(seen.code, seen.message, places, seen.severity)
