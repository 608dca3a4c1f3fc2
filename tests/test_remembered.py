"""What is remembered of a file from one run to the next."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import msgspec
import pytest

from checks.cache import FILE
from checks.files import find
from checks.rules.examples import FRAME, PARAGRAPH
from checks.single import Order, check_file


@pytest.mark.parametrize("name", ["a.txt", "Größe 零.txt", "b\udcff.txt"])
def test_a_file_is_remembered_whatever_its_name(tmp_path: Path, name: str) -> None:
    """One whose name is no UTF-8, too; and the outcome has the path of this run."""
    for folder in ("one", "other"):
        (tmp_path / folder).mkdir()
        try:
            (tmp_path / folder / name).write_text(FRAME.format(planted=PARAGRAPH))
        except (OSError, UnicodeError):
            pytest.skip("the disk takes no such name")
    order = Order(cache=str(tmp_path / "cache"), configured="this")
    (made,) = [check_file(file, order) for file in find([str(tmp_path / "one")], ("*.txt",), base=str(tmp_path / "one"))]
    (file,) = find([str(tmp_path / "other")], ("*.txt",), base=str(tmp_path / "other"))
    remembered = check_file(file, msgspec.structs.replace(order, recall=True))
    assert remembered.path == os.path.join(tmp_path, "other", name)
    assert remembered == msgspec.structs.replace(made, path=remembered.path)


@pytest.mark.parametrize("column", ["outcome", "statement"])
def test_a_memory_that_is_damaged_is_none(tmp_path: Path, column: str) -> None:
    (tmp_path / "a.txt").write_text(FRAME.format(planted=PARAGRAPH))
    (file,) = find([str(tmp_path)], ("*.txt",), base=str(tmp_path))
    order = Order(cache=str(tmp_path / "cache"), configured="this", keep=True)
    made = check_file(file, order)
    with closing(sqlite3.connect(tmp_path / "cache" / FILE)) as database, database:
        database.execute(f"UPDATE answers SET {column} = x'7bff00'")  # noqa: S608  one of two names
    assert check_file(file, order) == made
