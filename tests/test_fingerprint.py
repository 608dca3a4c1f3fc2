"""What a report says so that copies can be told: the same for the same article, whatever stands around it."""

from __future__ import annotations

import hashlib
import unicodedata

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checks import statement as wire
from checks.fingerprint import FEWEST, SLOTS, article_text, extent, fingerprints, sketch
from checks.model import Document, Inset, Span, Zone, Zones
from checks.read import read
from tests.deliveries import prose

BODY = [prose(1), prose(2), "Café hours were kept, as Zoë had asked."]


def page(*lines: tuple[str, str], ends: str = "\n", charset: str = "utf-8", insets: tuple[Inset, ...] = ()) -> tuple[Document, Zones]:
    """A document of lines with their kinds, and its zones."""
    document = read(ends.join(line for line, _ in lines).encode(charset), "page.txt")
    kinds = tuple(kind if line.strip() else "blank" for line, kind in lines)
    runs = tuple(Zone(kind, n, n, ("a reason",)) for n, kind in enumerate(kinds) if kind != "blank")
    return document, Zones(kinds, runs, insets, np.zeros(len(kinds), np.float32))


ARTICLE = [("Harbour opens", "title"), *((line, "body") for line in BODY)]
AROUND = st.lists(
    st.sampled_from([("Log in", "junk:ui-control"), ("© Eastmoor Courier", "junk:footer"), ("", "blank"), ("14 March", "meta")])
)


@given(before=AROUND, between=AROUND, after=AROUND, ends=st.sampled_from(["\n", "\r\n", "\r"]), bom=st.booleans())
@settings(max_examples=40)
def test_the_page_around_an_article_does_not_change_its_fingerprints(
    before: list[tuple[str, str]], between: list[tuple[str, str]], after: list[tuple[str, str]], ends: str, bom: bool
) -> None:
    bare = fingerprints(*page(*ARTICLE))
    whole = page(*before, *ARTICLE[:2], *between, *ARTICLE[2:], *after, ends=ends, charset="utf-8-sig" if bom and not before else "utf-8")
    if bom and not before:  # the mark is part of the text, and of its first line
        assert article_text(*whole).lstrip("\ufeff") == article_text(*page(*ARTICLE))
    else:
        assert fingerprints(*whole) == bare


def test_composed_and_decomposed_letters_are_one_text() -> None:
    apart = [(unicodedata.normalize("NFD", line), kind) for line, kind in ARTICLE]
    assert apart != ARTICLE
    assert fingerprints(*page(*apart)) == fingerprints(*page(*ARTICLE))


def test_the_digest_is_that_of_the_text_as_it_is_described() -> None:
    text = "Harbour opens " + " ".join(BODY)
    assert article_text(*page(*ARTICLE, ("Log in", "junk:ui-control"))) == text
    assert fingerprints(*page(*ARTICLE)).article_text == hashlib.sha256(text.encode()).hexdigest()


def test_junk_inside_a_line_is_no_part_of_the_text_and_counts_as_junk() -> None:
    line = "Share this | The ferry sails at noon. | Print"
    cuts = tuple(Inset("junk:share-widget", Span(line.index(word), line.index(word) + len(word))) for word in ("Share this |", "| Print"))
    with_junk = page((line, "body"), insets=cuts)
    assert article_text(*with_junk) == "The ferry sails at noon."
    measured = extent(*with_junk)
    assert (measured.article, measured.junk) == (len(line) - 19, 19)


def test_a_file_without_article_has_no_fingerprints() -> None:
    assert fingerprints(*page(("Log in", "junk:ui-control"), ("", "blank"))) == wire.Fingerprints()


@given(
    st.lists(st.tuples(st.text(max_size=30), st.sampled_from(["body", "title", "caption", "meta", "junk:footer"])), min_size=1, max_size=12)
)
def test_article_and_junk_are_parts_of_the_file(lines: list[tuple[str, str]]) -> None:
    flat = [(line.replace("\n", " ").replace("\r", " "), kind) for line, kind in lines]
    document, zones = page(*flat)
    measured = extent(document, zones)
    assert measured.lines == len(document.lines)
    assert measured.characters == sum(len(line) for line in document.lines)
    assert measured.article + measured.junk <= measured.characters
    assert measured.article == sum(
        len(line) for line, kind in zip(document.lines, zones.kinds, strict=True) if kind in ("body", "title", "caption")
    )


@pytest.mark.parametrize("alphabet", ["abcdefgh ", "港口重新开放后人们走过", "สะพานท่าเรือเปิดอีกครั้ง"])
def test_a_sketch_has_64_slots_in_every_script(alphabet: str) -> None:
    digits = hashlib.shake_256(alphabet.encode()).digest(FEWEST + 7)
    text = "".join(alphabet[byte % len(alphabet)] for byte in digits)
    drawn = sketch(text)
    assert drawn is not None
    assert len(bytes.fromhex(drawn)) == SLOTS
    assert sketch(text[:-1]) is None


def shingles(text: str) -> set[str]:
    """Every stretch of eight characters."""
    return {text[n : n + 8] for n in range(len(text) - 7)}


@pytest.mark.parametrize("kept", [1.0, 0.9, 0.7, 0.5, 0.2])
def test_sketches_agree_about_as_far_as_texts_do(kept: float) -> None:
    differences = []
    for n in range(20):
        text = prose(n, 60)
        other = text[: int(len(text) * kept)] + prose(1000 + n, 60)[int(len(text) * kept) :]
        one, two = bytes.fromhex(sketch(text) or ""), bytes.fromhex(sketch(other) or "")
        agreed = sum(a == b for a, b in zip(one, two, strict=True)) / SLOTS
        shared = len(shingles(text) & shingles(other)) / len(shingles(text) | shingles(other))
        differences.append(agreed - shared)
    assert abs(sum(differences) / len(differences)) < 0.05
    assert max(map(abs, differences)) < 0.25
