"""Great Expectations suites through a strict door: what Great Expectations would drop, coerce or wave through is refused here.

Left to itself it logs an unknown expectation and drops it, passes an empty suite, lets nulls through every check of values,
and takes bounds that nothing can miss.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from string import Formatter
from typing import TYPE_CHECKING, Any, Literal

import msgspec

from checks.errors import UsageError, nearest
from checks.ledger import Row
from checks.rules.company import COMPANY

if TYPE_CHECKING:
    from great_expectations.expectations.expectation import Expectation

COLUMNS = {field.name: field for field in msgspec.structs.fields(Row)}
CODES = frozenset(rule.code for rule in COMPANY)
ROW_COUNT = "expect_table_row_count_to_be_between"
NOT_NULL = "expect_column_values_to_not_be_null"
FIELDS = frozenset({"good", "bad", "all", "share", "needed", "observed", "least", "most", "observed_share", "least_share", "most_share"})
"""What the sentence of an expectation may speak of."""


class Meta(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What copydesk adds to an expectation: the code of its finding, and the sentence, in which FIELDS may stand in braces."""

    code: str
    says: str


class Expected(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One expectation of a suite file. It has no id: an id would change with every save."""

    type: str
    kwargs: dict[str, Any]
    severity: Literal["critical", "warning", "info"]
    description: str
    meta: Meta


class SuiteMeta(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a suite is for, and the number of rows from which it is asked."""

    about: str
    from_rows: int = 1


class Suite(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A suite file."""

    name: str
    expectations: tuple[Expected, ...]
    meta: SuiteMeta


def quiet_import() -> Any:
    """Great Expectations, imported when it is needed (it takes seconds) and told to call nobody."""
    os.environ["GX_ANALYTICS_ENABLED"] = "false"
    import great_expectations as gx

    return gx


def shipped() -> tuple[Path, ...]:
    """The suites that come with copydesk."""
    import schemas

    return tuple(sorted((Path(schemas.__file__).parent / "expectations").glob("*.json")))


def chosen(folder: Path | None) -> tuple[Path, ...]:
    """The suites to ask: copydesk's own, and those in a folder; a file there that is named as one of copydesk's takes its place.

    Raises:
        UsageError: there is no such folder, or no suite in it.

    """
    if folder is None:
        return shipped()
    if not folder.is_dir():
        raise UsageError([f"suites: {folder}: no such folder"])
    own = sorted(folder.glob("*.json"))
    if not own:
        raise UsageError([f"suites: {folder}: no suites (*.json) in this folder"])
    names = {path.name for path in own}
    return (*(path for path in shipped() if path.name not in names), *own)


def load(files: Iterable[Path]) -> tuple[Suite, ...]:
    """Suites, every expectation of which is known, complete and able to fail.

    Raises:
        UsageError: one line per mistake in all the files, with file and place.

    """
    loaded: list[Suite] = []
    mistakes: list[str] = []
    for file in files:
        try:
            suite = msgspec.json.decode(file.read_bytes(), type=Suite)
        except OSError as error:
            mistakes.append(f"{file}: {error.strerror}")
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            mistakes.append(f"{file}: {error}")
        else:
            mistakes.extend(f"{file}: {fault}" for fault in faults(suite))
            loaded.append(suite)
    names = Counter(suite.name for suite in loaded)
    mistakes.extend(f"two suites are named {name!r}" for name, count in names.items() if count > 1)
    if not loaded and not mistakes:
        mistakes.append("no suites of expectations: nothing would be asked of the delivery")
    if mistakes:
        raise UsageError(mistakes)
    return tuple(loaded)


def faults(suite: Suite) -> Iterator[str]:
    """What is wrong with a suite."""
    if not suite.name.strip():
        yield "the suite has no name"
    if not suite.expectations:
        yield "the suite has no expectations: it would pass whatever it is given"
    if suite.meta.from_rows < 1:
        yield "meta.from_rows: at least 1"
    for n, expected in enumerate(suite.expectations):
        yield from (f"expectations[{n}] ({expected.type}): {fault}" for fault in _faults(expected))
    yield from _gaps(suite)


def _faults(expected: Expected) -> Iterator[str]:
    if expected.meta.code not in CODES:
        yield f"meta.code: unknown code {expected.meta.code!r}{nearest(expected.meta.code, sorted(CODES))}"
    if not expected.description.strip():
        yield "description: it is empty"
    yield from _faults_of_sentence(expected.meta.says)
    yield from _faults_of_arguments(expected.kwargs)
    try:
        made = build(expected)
    except ModuleNotFoundError:
        raise  # the fault of no suite: the packages for deliveries are not installed
    except Exception as error:  # noqa: BLE001  great_expectations raises its own, pydantic's and others
        yield " ".join(str(error).split()) or type(error).__name__
        return
    yield from _faults_of_kind(made)


def _faults_of_sentence(says: str) -> Iterator[str]:
    if not says.strip():
        yield "meta.says: it is empty"
    try:
        fields = {name for _, name, _, _ in Formatter().parse(says) if name is not None}
    except ValueError as error:
        yield f"meta.says: {error}"
        return
    for name in sorted(fields - FIELDS):
        yield f"meta.says: unknown field {{{name}}}{nearest(name, sorted(FIELDS))}"


def _faults_of_arguments(kwargs: dict[str, Any]) -> Iterator[str]:
    for name, value in kwargs.items():
        if value is None or value in ([], {}, ""):
            yield f"kwargs.{name}: it is empty"
        if name in ("row_condition", "condition_parser", "ignore_row_if"):
            yield f"kwargs.{name}: rows cannot be left out; what leaves out all rows would pass"
    columns = [value for name, value in kwargs.items() if name == "column"] + list(kwargs.get("column_list") or [])
    for column in columns:
        if column not in COLUMNS:
            yield f"kwargs.column: the ledger has no column {column!r}{nearest(str(column), COLUMNS)}"
    mostly = kwargs.get("mostly", 1)
    if isinstance(mostly, (bool, str)) or not 0 < mostly <= 1:
        yield f"kwargs.mostly: {mostly!r} is no share above 0 and up to 1"
    least, most = kwargs.get("min_value"), kwargs.get("max_value")
    if least is not None and most is not None and type(least) is type(most) and least > most:
        yield f"kwargs.min_value: {least!r} is above max_value {most!r}"


def build(expected: Expected) -> Expectation:
    """The expectation as Great Expectations has it.

    Raises:
        Exception: of many kinds, when there is no such expectation or its arguments do not fit.

    """
    quiet_import()
    from great_expectations.expectations.metadata_types import FailureSeverity
    from great_expectations.expectations.registry import get_expectation_impl

    impl = get_expectation_impl(expected.type)
    meta, severity = msgspec.to_builtins(expected.meta), FailureSeverity(expected.severity)
    return impl(**expected.kwargs, severity=severity, description=expected.description, meta=meta)


def _faults_of_kind(made: Expectation) -> Iterator[str]:
    from great_expectations.expectations.expectation import ColumnAggregateExpectation, ColumnMapExpectation

    if not isinstance(made, (ColumnAggregateExpectation, ColumnMapExpectation)) and made.expectation_type != ROW_COUNT:
        yield "expectations about one column, and about the number of rows, are the only ones that are supported"
    bounds = [getattr(made, name, None) for name in ("min_value", "max_value")]
    bounded = {"min_value", "max_value"} & set(made.success_keys) and not hasattr(made, "value_set")
    if bounded and bounds == [None, None]:
        yield "neither min_value nor max_value: nothing can fail this"


def _gaps(suite: Suite) -> Iterator[str]:
    """What the suite would wave through as a whole: an empty ledger, and empty cells."""
    counts = [one.kwargs.get("min_value") for one in suite.expectations if one.type == ROW_COUNT]
    if not any(isinstance(count, int) and count >= 1 for count in counts):
        yield f"the suite passes an empty ledger: add {ROW_COUNT} with a min_value of 1 or more"
    guarded = {one.kwargs.get("column") for one in suite.expectations if one.type == NOT_NULL}
    for n, one in enumerate(suite.expectations):
        column = one.kwargs.get("column")
        field = COLUMNS.get(column) if isinstance(column, str) else None
        if field is not None and type(None) in getattr(field.type, "__args__", ()) and column not in guarded:
            yield f"expectations[{n}] ({one.type}): {column} may be empty and empty cells pass: add {NOT_NULL} for it"
