"""The numbers that zones are made of: what arrays work out at once is what a slow reader works out one by one."""

from __future__ import annotations

import re
from itertools import groupby

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.model import Document, Encoding
from checks.shape import WIDTH, classify, shape
from checks.zone import days
from checks.zone.categories import CATEGORIES, NUMBER
from checks.zone.context import distances
from checks.zone.features import rows
from checks.zone.network import network
from checks.zone.phrases import phrases
from checks.zone.smoothing import FIRM, LIGHT, LISTS, smoothed

TEXTS = st.text(st.sampled_from("aZ9 \t\n\r.,中ไß|") | st.characters(codec="utf-8"), max_size=80)


def document(text: str) -> Document:
    """A text as the walk sees it."""
    return Document("", text.encode(), text, Encoding("utf-8", "utf-8"))


@given(TEXTS)
def test_lines_begin_and_end_where_splitting_says(text: str) -> None:
    one = document(text)
    lines = [one.text[start:end] for start, end in zip(one.starts.tolist(), one.ends.tolist(), strict=True)]
    assert lines == re.split(r"\r\n|\r|\n", text) == list(one.lines)


@given(TEXTS)
def test_every_line_has_as_many_characters_of_a_class_as_a_reader_counts(text: str) -> None:
    one = document(text)
    begins = [*one.starts.tolist(), len(text)]
    for line, counted in enumerate(shape(one).counts.T.tolist()):
        kinds = [int(classify(character)) for character in text[begins[line] : begins[line + 1]]]
        assert counted == [kinds.count(kind) for kind in range(WIDTH)]


@given(st.lists(st.sampled_from(["The ferry sails", "the FERRY sails  ", "  Tide tables", "Tide tables", "3", ""]), max_size=12))
def test_a_row_knows_the_first_that_says_the_same_and_how_many_do(lines: list[str]) -> None:
    said = [line.strip().lower() for line in lines if line]
    seen = rows(document("\n".join(lines)))
    assert seen.original.tolist() == [said.index(one) for one in said]
    assert seen.repeats.tolist() == [said.count(one) for one in said]


@given(st.lists(st.booleans(), min_size=1, max_size=30))
def test_the_distance_to_the_next_hit_is_counted_in_rows(hit: list[bool]) -> None:
    n, none = len(hit), 99
    since, until = distances(np.flatnonzero(hit), n, none).tolist()
    assert since == [next((back for back in range(row + 1) if hit[row - back]), none) for row in range(n)]
    assert until == [next((on for on in range(n - row) if hit[row + on]), none) for row in range(n)]


_NAMES = ("section-nav", "footer", "comments", "tags", "ad")
_ROWS = st.lists(st.tuples(st.sampled_from((-1, *(NUMBER[name] for name in _NAMES))), st.sampled_from((LIGHT, LIGHT + 1))), max_size=25)


@given(_ROWS)
def test_light_rows_between_two_lists_take_the_category_of_the_list_above(given_rows: list[tuple[int, int]]) -> None:
    runs = [(key, len(list(group))) for key, group in groupby(given_rows)]
    lists, firm = {NUMBER[name] for name in LISTS}, {NUMBER[name] for name in FIRM}

    def ends(run: int) -> bool:
        (named, weight), _ = runs[run]
        return named < 0 or weight > LIGHT or named in lists or named in firm

    wanted: list[int] = []
    for run, ((named, weight), many) in enumerate(runs):
        above = next((runs[n][0][0] for n in range(run - 1, -1, -1) if ends(n)), -1)
        below = next((runs[n][0][0] for n in range(run + 1, len(runs)) if ends(n)), -1)
        taken = named >= 0 and weight <= LIGHT and named not in firm and above in lists and below in lists
        wanted += [above if taken else named] * many
    named_rows = np.array([named for named, _ in given_rows], np.int8)
    weights = np.array([weight for _, weight in given_rows], np.float32)
    assert smoothed(named_rows, weights, CATEGORIES).tolist() == wanted


@given(st.lists(st.integers(0, 2**64 - 1), max_size=20), st.data())
def test_exactly_the_numbers_of_phrases_are_known(others: list[int], data: st.DataObject) -> None:
    held = phrases()
    numbers = {number: place for place, number in enumerate(held.numbers.tolist()) if number}
    asked = data.draw(st.lists(st.sampled_from([*sorted(numbers)[::97], 0, *others]), max_size=30))
    kinds = held.kinds[0].tolist()
    assert held.whole(asked) == [kinds[numbers[number]] if number in numbers else 0 for number in asked]


@pytest.mark.parametrize("lines", [1, 2, 5, 17, 60])
def test_the_network_says_of_every_row_what_it_says_row_by_row(lines: int) -> None:
    net = network()
    text = "\n".join(
        f"Line {n} of the ferry's timetable{'.' * (n % 3)} {'It sails at noon, if the tide allows. ' * (n % 4)}" for n in range(lines)
    )
    matrix = rows(document(text), net.guess).matrix
    here = [np.maximum(row @ net.inward + net.inward_bias, 0) for row in matrix]
    nothing = np.zeros_like(here[0])
    for step, weights in zip(net.steps, net.layers, strict=True):
        near = [here[row + off] if 0 <= row + off < lines else nothing for row in range(lines) for off in (-step, 0, step)]
        seen = [np.concatenate((*near[3 * row : 3 * row + 3], [1])) for row in range(lines)]
        here = [old + np.maximum(weights @ one, 0) for old, one in zip(here, seen, strict=True)]
    odds = np.exp(np.array([row @ net.outward + net.outward_bias for row in here]))
    assert np.allclose(net.chances(matrix), odds / odds.sum(1, keepdims=True), atol=1e-5)


@pytest.mark.parametrize(
    ("line", "dated"),
    [
        ("Printed 3. 4. 2024", True),
        ("2024-05-03", True),
        ("on 3/5/24 in the harbour", True),
        ("2024 年 5 月 13 日", True),
        ("at 08:15", True),
        ("at 08:155", False),
        ("3. Mai 2024", True),
        ("3 May, 2024", True),
        ("May 3, 2024", True),
        ("May. 13 2024", True),
        ("Ma 3, 2024", False),
        ("room 12 of 2024", False),
    ],
)
def test_a_header_line_is_dated_by_its_digits(line: str, dated: bool) -> None:
    assert (days._DATE.search(line) is not None) == dated
