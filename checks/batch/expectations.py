"""Great Expectations at work: suites asked of a frame, and what they answer in plain sentences."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import msgspec

from checks.batch.company import Seen
from checks.batch.suites import NOT_NULL, Expected, Suite, build, quiet_import
from checks.model import Place, Severity

if TYPE_CHECKING:
    import pandas as pd

SEVERITIES = {"critical": Severity.ERROR, "warning": Severity.WARNING, "info": Severity.INFO}
_HEAVIER = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}


class Answer(msgspec.Struct, frozen=True):
    """What came of one expectation."""

    expected: Expected
    passed: bool
    crashed: str = ""
    """What it raised, when it could not be evaluated."""
    files: tuple[str, ...] = ()
    """The paths of the rows that did not do as expected."""
    figures: dict[str, str] = {}
    vacant: bool = False
    """Whether its column has no values at all. That is told by the expectation that there be values, which its suite must have."""


def ask(frame: pd.DataFrame, suite: Suite) -> tuple[Answer, ...]:
    """The answers of a frame with a column `path` to a suite, in the order of the suite, one for each expectation."""
    gx = quiet_import()
    context = gx.get_context(mode="ephemeral")
    context.variables.progress_bars = {"globally": False}
    made = gx.ExpectationSuite(name=suite.name)
    for n, expected in enumerate(suite.expectations):
        expectation = build(expected)
        expectation.meta = {**msgspec.to_builtins(expected.meta), "at": n}
        made.add_expectation(expectation)
    asset = context.data_sources.add_pandas("ledger").add_dataframe_asset("rows")
    batch = asset.add_batch_definition_whole_dataframe("all").get_batch({"dataframe": frame})
    results = batch.validate(
        made, result_format={"result_format": "COMPLETE", "unexpected_index_column_names": ["path"], "include_unexpected_rows": False}
    ).results
    answers = {result.expectation_config.meta["at"]: result for result in results}
    return tuple(
        _answer(expected, answers[n], frame) if n in answers else Answer(expected, passed=False, crashed="it was dropped and not evaluated")
        for n, expected in enumerate(suite.expectations)
    )


def _answer(expected: Expected, result: Any, frame: pd.DataFrame) -> Answer:
    info = result.exception_info or {}
    raised = [info] if "raised_exception" in info else list(info.values())
    messages = [str(one.get("exception_message") or "it raised") for one in raised if one.get("raised_exception")]
    if messages:
        return Answer(expected, passed=False, crashed=" ".join(messages[0].split()))
    got = result.to_json_dict()["result"]
    files = sorted({str(entry["path"]) for entry in got.get("unexpected_index_list") or ()})
    column = expected.kwargs.get("column")
    vacant = expected.type != NOT_NULL and column in frame.columns and bool(frame[column].isna().all())
    return Answer(expected, bool(result.success), files=tuple(files), figures=_figures(expected, got), vacant=vacant)


def _figures(expected: Expected, got: dict[str, Any]) -> dict[str, str]:
    kwargs = expected.kwargs
    numbers = {"observed": got.get("observed_value"), "least": kwargs.get("min_value"), "most": kwargs.get("max_value")}
    figures = {"needed": _percent(kwargs.get("mostly", 1))}
    for name, number in numbers.items():
        if number is not None:
            figures[name] = f"{number:.4g}" if isinstance(number, float) else str(number)
        if isinstance(number, (int, float)):
            figures[f"{name}_share"] = _percent(number)
    if "unexpected_count" in got:
        every = got["element_count"] - (got.get("missing_count") or 0)
        good = every - got["unexpected_count"]
        figures |= {
            "all": str(every),
            "good": str(good),
            "bad": str(got["unexpected_count"]),
            "share": _percent(good / every if every else 0),
        }
    return figures


def _percent(share: float) -> str:
    """A share in percent, rounded down to a tenth, so that what is below a bound never looks equal to it."""
    return f"{int(share * 1000 + 1e-9) / 10:g} %"


def told(answers: tuple[Answer, ...]) -> Iterator[Seen]:
    """What failed, in sentences. Of one question asked at two levels, the heavier failure alone."""
    worst: dict[tuple[str, str, str], Answer] = {}
    for answer in answers:
        if answer.crashed:
            yield Seen("COR003", f"{answer.expected.description} This could not be answered: {answer.crashed}", severity=Severity.ERROR)
        elif not answer.passed and not answer.vacant:
            one = answer.expected
            key = (one.meta.code, one.type, str(one.kwargs.get("column")))
            before = worst.get(key)
            if before is None or _weight(answer) < _weight(before):
                worst[key] = answer
    for answer in worst.values():
        message = answer.expected.meta.says.format_map(_Figures(answer.figures))
        places = tuple(Place(path) for path in answer.files)
        yield Seen(answer.expected.meta.code, message, places, SEVERITIES[answer.expected.severity])


def _weight(answer: Answer) -> int:
    return _HEAVIER[SEVERITIES[answer.expected.severity]]


class _Figures(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return "?"
