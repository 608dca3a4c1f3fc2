"""Zones: every line has one kind, on any text, and the weights are the ones that the model card describes."""

from __future__ import annotations

import hashlib
import json
import random
import tempfile
import time
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.lexicon.sources import read_sources
from checks.model import Document, Encoding
from checks.read import read
from checks.shape import RUNS, classify, compile_runs, shape, table
from checks.zone import zone
from checks.zone.arrays import encoded, read_arrays
from checks.zone.composed import composed
from checks.zone.explain import explain
from checks.zone.features import rows, width
from checks.zone.network import WEIGHTS, network
from checks.zone.phrases import COMPILED, PREFIXES, WHOLE, WORDS, compile_phrases
from checks.zone.tokens import lowered, tokens

SHARED = Path(__file__).parent.parent.parent / "shared" / "seeds"
CARD = WEIGHTS.with_name("MODEL_CARD.md")
ARTICLE = """\
Lighthouse keeper's cottage opens as a library

3 May 2024, 08:15

The cottage below the Petrel Point lighthouse opened on Friday as a small library, twelve years after its last keeper moved out.

The shelves were built from the planks of two wrecked boats. "They smell of tar when it rains," said the librarian, who lives next door.

Books may be kept for as long as the reader is at sea. On land the limit is four weeks, and there are no fines.
"""
MENU = (
    "Home",
    "News",
    "Sport",
    "Culture",
    "Travel",
    "Share on Facebook",
    "Copy link",
    "Subscribe to our newsletter",
    "Privacy policy",
    "Contact us",
)
TEXTS = st.text(st.characters(codec="utf-8"), max_size=400) | st.lists(
    st.sampled_from([*MENU, *ARTICLE.split("\n"), "\u00a0", "  ", ""]), max_size=40
).map("\n".join)


def document(text: str) -> Document:
    """A text as the walk sees it."""
    return Document("", text.encode(), text, Encoding("utf-8", "utf-8"))


@given(TEXTS)
def test_every_line_has_one_kind_and_every_line_with_text_is_in_exactly_one_run(text: str) -> None:
    one = document(text)
    found = zone(one)
    assert len(found.kinds) == len(one.lines) == len(found.junk_share)
    covered = [line for run in found.runs for line in range(run.first, run.last + 1) if found.kinds[line] != "blank"]
    assert covered == [line for line, kind in enumerate(found.kinds) if kind != "blank"]
    assert all(found.kinds[line] in (run.kind, "blank") for run in found.runs for line in range(run.first, run.last + 1))


@given(TEXTS)
def test_a_line_is_blank_only_if_nothing_but_plain_white_space_is_in_it(text: str) -> None:
    one = document(text)
    for line, kind in zip(one.lines, zone(one).kinds, strict=True):
        if kind == "blank":
            assert not line.strip()
        if kind == "junk:whitespace-only":
            assert line
            assert not line.strip()


@given(TEXTS)
def test_every_junk_run_says_why_and_the_same_text_is_answered_alike(text: str) -> None:
    first, second = zone(document(text)), zone(document(text))
    assert first.runs == second.runs
    assert first.insets == second.insets
    assert np.array_equal(first.junk_share, second.junk_share)
    assert all(run.why and run.why[0] for run in first.junk())


@given(st.text(st.characters(codec="utf-8"), max_size=300))
def test_the_shape_counts_every_character_once(text: str) -> None:
    one = document(text)
    form = shape(one)
    assert form.counts.sum() == len(text)
    assert [int(kind) for kind in form.classes] == [int(classify(character)) for character in text]
    lines, starts, ends = (each.tolist() for each in form.filled)
    bare = [line.strip("".join(c for c in line if classify(c).name in ("SPACE", "BREAK"))) for line in one.lines]
    assert lines == [line for line, text in enumerate(bare) if text]
    assert [one.text[start:end] for start, end in zip(starts, ends, strict=True)] == [text for text in bare if text]


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\r\n"), max_size=12), max_size=12))
def test_lines_have_equal_numbers_exactly_if_they_are_equal_without_case(lines: list[str]) -> None:
    one = document("\n".join(lines))
    found = tokens(shape(one))
    numbers = found.stretch(one.starts, one.ends).tolist()
    low = [line.replace("İ", "i").lower() for line in one.text.split("\n")]
    for number, line in zip(numbers, low, strict=True):
        assert [n == number for n in numbers] == [other == line for other in low]


def test_the_table_of_character_classes_is_what_unicodedata_says_now() -> None:
    assert RUNS.read_bytes() == compile_runs()
    assert table().shape == (0x110000,)


def test_the_article_alone_has_no_furniture() -> None:
    found = zone(document(ARTICLE))
    assert found.junk() == ()
    assert found.title == 0
    assert found.kinds[2] == "meta"


@pytest.mark.parametrize("where", ["above", "below"])
def test_a_menu_beside_an_article_is_furniture_and_the_article_is_not(where: str) -> None:
    menu = "\n".join(MENU)
    text = f"{menu}\n\n{ARTICLE}" if where == "above" else f"{ARTICLE}\n{menu}\n"
    kinds = dict(zip(text.split("\n"), zone(document(text)).kinds, strict=True))
    assert all(kinds[line].startswith("junk:") for line in MENU)
    assert not any(kinds[line].startswith("junk:") for line in ARTICLE.split("\n"))


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("x" * 1_000_000, 4),
        ("A line that ends.\n" * 100_000, 20),
        ("\n" * 500_000, 8),
        ("11/" * 300_000, 4),
        ("((((" * 200_000, 4),
        ("a - b | c / d » " * 60_000, 4),
    ],
    ids=["one long line", "100,000 lines", "line ends", "digits", "brackets", "separators"],
)
def test_hostile_text_is_answered_in_linear_time(text: str, seconds: float) -> None:
    begun = time.process_time()
    zone(document(text))
    assert time.process_time() - begun < seconds


def labelled_page(name: str) -> dict[str, object]:
    """An article with a menu above it and a footer below, labelled line by line."""
    body = [
        f"The mill of {name} turns again",
        *(f"Sentence {n} of {name} tells what the miller did that day, and why it took so long. He sat down. It rained." for n in range(8)),
    ]
    lines = [*MENU, *body, "", "All rights reserved"]
    labels = ["junk"] * len(MENU) + ["body"] * len(body) + ["blank", "junk"]
    kinds = ["outside"] * len(MENU) + ["title"] + ["text"] * (len(body) - 1) + ["blank", "outside"]
    return {"text": "\n".join(lines), "line_labels": labels, "line_kinds": kinds, "gold": {}}


@pytest.mark.parametrize("seed", range(40))
def test_pages_made_harder_keep_a_label_for_every_line_and_nothing_of_the_furniture_becomes_article(seed: int) -> None:
    page, others = labelled_page("Ashby"), [labelled_page("Corran"), labelled_page("Dunmere")]
    made = composed(page, others, random.Random(seed))
    if made is None:
        return
    lines = made["text"].split("\n")
    assert len(lines) == len(made["line_labels"]) == len(made["line_kinds"])
    for line, label in zip(lines, made["line_labels"], strict=True):
        assert (label == "blank") == (not line.strip())
        assert not (label == "body" and ("Corran" in line or "Dunmere" in line or line in MENU))
        assert not (label == "junk" and "Ashby" in line)


def test_the_ways_to_make_a_page_harder_all_happen() -> None:
    page, others = labelled_page("Ashby"), [labelled_page("Corran"), labelled_page("Dunmere")]
    made = [one for seed in range(60) if (one := composed(page, others, random.Random(seed)))]
    assert any("Corran" in one["text"] for one in made)
    assert any(one["line_labels"].count("body") > 20 and "Corran" not in one["text"] for one in made)
    assert any("%" in one["text"] for one in made)


def test_the_model_card_names_the_digest_of_the_weights() -> None:
    assert hashlib.sha256(WEIGHTS.read_bytes()).hexdigest() in CARD.read_text("utf-8")
    assert WEIGHTS.stat().st_size <= 1_000_000


def test_the_weights_fit_the_features() -> None:
    assert network().inward.shape[0] == width() == rows(document(ARTICLE)).matrix.shape[1]


def test_the_phrase_numbers_are_those_of_the_word_files() -> None:
    assert COMPILED.read_bytes() == encoded(compile_phrases())


@given(st.text())
def test_every_character_has_one_in_lower_case(text: str) -> None:
    assert len(lowered(document(text))) == len(text)


def test_lower_case_is_known_for_all_letters_that_have_it() -> None:
    low = lowered(document("ZÄßİıⅧⒶǅЖ字 ΟΔΟΣ ΣΑ")).tobytes().decode("utf-32-le")
    assert low == "zäßiıⅷⓐǆж字 οδος σα"


@given(st.dictionaries(st.text(max_size=5), st.lists(st.integers(0, 255), max_size=9)))
def test_arrays_come_back_from_their_file_as_they_were(lists: dict[str, list[int]]) -> None:
    arrays = {name: np.array(one, np.uint8) for name, one in lists.items()}
    arrays["wide"] = np.arange(6, dtype=np.float32).reshape(2, 3)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "arrays.bin"
        path.write_bytes(encoded(arrays))
        back = read_arrays(path)
    assert set(back) == set(arrays)
    assert all(
        np.array_equal(back[name], one) and back[name].dtype == one.dtype and back[name].flags.aligned for name, one in arrays.items()
    )


def test_every_key_of_the_navigation_words_is_used() -> None:
    known = {*WHOLE, *PREFIXES, *WORDS, "photo-agency", "bracketed", "commenting", "notice", "picture-kind", "network", "promotion"}
    held = read_sources()["navigation"]
    assert len(held) >= 30
    assert {key for keys in held.values() for key in keys} <= known


def test_an_explanation_gives_every_line_its_kind_and_a_reason() -> None:
    one = document(f"{ARTICLE}\nMost read\nSeals return to the harbour\nShare on Facebook\n")
    told = explain(one)
    assert [line for line, *_ in told] == [line for line, text in enumerate(one.lines) if text.strip()]
    assert all(0 <= chance <= 1 and 1 <= len(why) <= 3 for _, _, chance, why in told)


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.exists(), reason="the real samples are not here")
def test_the_real_five_are_read_as_a_careful_reader_does() -> None:
    right = junk = named = total = 0
    for gold in json.loads((SHARED / "gold.json").read_text("utf-8"))["documents"]:
        found = zone(read((SHARED / gold["file"]).read_bytes(), gold["file"]))
        for line, want in gold["line_classes"].items():
            kind = found.kinds[int(line) - 1]
            total += 1
            right += kind.startswith("junk") == want.startswith("junk")
            if want.startswith("junk"):
                junk += 1
                named += kind == want
    assert right >= 0.98 * total
    assert named >= 0.9 * junk
