"""The pandera contract asked of a ledger, and what breaks it in plain sentences. Made from `failure_cases` alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator
from math import isnan
from typing import TYPE_CHECKING

from checks.batch.company import Seen
from checks.model import Place
from checks.patterns import lazily

if TYPE_CHECKING:
    import pandas as pd

_CODE = lazily(r"^[A-Z]{3}\d{3} ")
_STRUCTURE = ("dtype", "column_")
LONGEST_VALUE = 60


def breaches(frame: pd.DataFrame) -> Iterator[Seen]:
    """What in a ledger breaks its contract: each kind of breach once, with the files that it is about.

    Where columns are missing or of another type nothing is said of their values.
    """
    from pandera.errors import SchemaErrors

    from schemas.ledger import CODE, Ledger

    try:
        Ledger.validate(frame, lazy=True)
    except SchemaErrors as error:
        cases = error.failure_cases.to_dict("records")
    else:
        return
    structure = [case for case in cases if str(case["check"]).startswith(_STRUCTURE)]
    if structure:
        yield from (Seen(CODE, says) for says in dict.fromkeys(map(_of_structure, structure)))
        return
    columns = {name: column.metadata or {} for name, column in Ledger.to_schema().columns.items()}
    paths: dict[tuple[str, str], list[str]] = defaultdict(list)
    values: dict[tuple[str, str], str] = {}
    for case in cases:
        check, column = str(case["check"]), str(case["column"])
        if _CODE.match(check):
            key, value = (check[:6], check[7:]), ""
        else:
            key = columns[column]["code"], columns[column]["says"]
            value = f" (its {column} is {_shown(case['failure_case'])})"
        values.setdefault(key, value)
        if _tells_row(case["index"]):
            paths[key].append(str(frame["path"].iloc[int(case["index"])]))
    for (code, says), value in values.items():
        files = sorted(set(paths[code, says]))
        where = f"{len(files)} of the rows break it, first {files[0]}{value}" if files else f"the ledger breaks it{value}"
        yield Seen(code, f"{says}: {where}", tuple(Place(path) for path in files))


def _tells_row(index: object) -> bool:
    """Whether a failure case says which row it is about."""
    return isinstance(index, (int, float)) and not isnan(index)


def _shown(value: object) -> str:
    text = "empty" if value is None or (isinstance(value, float) and isnan(value)) else repr(value)
    return text if len(text) <= LONGEST_VALUE else f"{text[: LONGEST_VALUE - 1]}…"


def _of_structure(case: dict[Hashable, object]) -> str:
    check, value = str(case["check"]), case["failure_case"]
    if check.startswith("dtype"):
        return f"the column {case['column']} holds {value}, not {check[7:-2]}"
    if check == "column_in_dataframe":
        return f"the column {value} is missing"
    if check == "column_in_schema":
        return f"the column {value} is none of the ledger's"
    return "the columns stand in another order than the ledger's"
