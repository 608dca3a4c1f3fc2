"""The guess at the headline: what is none, however much it looks like one."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from checks.model import Document, Encoding
from checks.zone.features import rows
from checks.zone.guess import Guess, is_reporter
from checks.zone.network import network
from checks.zone.paths import has_steps
from tests.test_agreed import PROSE, TITLE


@pytest.mark.parametrize(
    "line", ["Anna Holm", "Yudha Prasetiawan - Kabar Teluk", "Denise Brandt, Eastmoor", "Sidney Holm | Harbour Post", "राजीव कुशवाहा, सुंदरगंज"]
)
def test_a_name_with_or_without_a_place_is_a_reporter(line: str) -> None:
    assert is_reporter(line)


@pytest.mark.parametrize(
    "line",
    [
        TITLE,
        "Anna",
        "Anna stays in the harbour",
        "Holm, Anna, Eastmoor, Saltreach",
        "Quiet Waters, Deep Nets",
        "Anna Holm, who stayed in the harbour",
    ],
)
def test_a_sentence_or_another_name_is_no_reporter(line: str) -> None:
    assert not is_reporter(line)


def test_a_path_has_two_steps_with_spaces_around_its_marks() -> None:
    assert has_steps("हिंदी न्यूज़ / मध्य प्रदेश / सुंदरगंज")
    assert not has_steps("Either/or: what the council / the owners want")


class _Eager(Guess, frozen=True):
    """Takes the last row that it may."""

    def headline(self, matrix: np.ndarray, weight: np.ndarray, never: Sequence[int] = ()) -> int:  # noqa: ARG002
        return max((row for row in range(5) if row not in never), default=-1)


def test_the_guess_is_made_again_where_it_is_a_path_or_a_reporter() -> None:
    net = network().guess
    eager = _Eager(net.inward, net.bias, net.outward)
    text = "\n".join(["Harbour Post", "Menu", TITLE, "Anna Holm", "News / Harbour / Boats and lamps", *PROSE])
    found = rows(Document("", b"", text, Encoding("utf-8", "utf-8")), eager)
    assert found.texts[found.title] == TITLE
