"""Completeness on pages: which lines are asked whether the article breaks off there, and what is seen around them."""

from __future__ import annotations

import math

import numpy as np
import pytest

from checks.claims.completeness import representation, signs, stray
from checks.claims.completeness.around import Page, stands_apart
from checks.claims.completeness.stretch import STRETCH, beside, stretch
from checks.claims.completeness.suspects import ELLIPSIS, MOST_TRAILING, PROMPT, TRAILING, Suspect, suspects
from checks.claims.completeness.tail import tail
from checks.claims.completeness.weights import let_through, weights
from checks.claims.completeness.wording import breaks_off
from checks.model import Document, Encoding, Zones
from checks.zone import zone
from tests.test_cuts import loaded

PARAGRAPH = "The keeper of the lighthouse at Port Ellery has counted {} herons since the lamp was mended, and nobody believes him."
STUB = "The harbour office sai"
ABOVE = [("Eastmoor Courier", "junk:section-nav"), ("Heron count at the light", "title"), ("", "blank")]
BELOW = [
    ("", "blank"),
    ("Share", "junk:share-widget"),
    ("* Four bells for the market hall", "junk:related-block"),
    ("Privacy", "junk:footer"),
]


def page(*lines: tuple[str, str]) -> tuple[Document, Zones]:
    """A page of lines whose kinds are given: furniture is junk to nine tenths, everything else to one."""
    raw = "\n".join(text for text, _ in lines).encode()
    kinds = tuple(kind for _, kind in lines)
    share = np.array([0.9 if kind.startswith("junk") else 0.1 for kind in kinds], np.float32)
    return Document("x", raw, raw.decode(), Encoding("utf-8", "utf-8")), Zones(kinds, (), (), share)


def asked(document: Document, zones: Zones) -> dict[int, Suspect]:
    """The lines that are asked, by their number."""
    end = tail(document, zones)
    assert end is not None
    assert end.page
    return {one.line: one for one in suspects(document, zones, end)}


def body(number: int) -> tuple[str, str]:
    """A paragraph of the article."""
    return PARAGRAPH.format(number), "body"


@pytest.mark.parametrize("kind", ["junk:footer", "junk:ui-control", "junk:newsletter", "junk:related-block"])
def test_a_line_without_a_full_stop_below_a_paragraph_is_asked_whatever_it_is_taken_for(kind: str) -> None:
    """Also far above what is taken for the end of the article."""
    further = [part for number in range(30, 50) for part in (body(number), ("", "blank"))]
    document, zones = page(*ABOVE, *map(body, range(20, 28)), ("", "blank"), (STUB, kind), *further, *BELOW)
    assert asked(document, zones)[12].text == STUB


def test_a_subhead_between_two_paragraphs_is_not_asked() -> None:
    """Where furniture follows it, it is."""
    further = [part for number in range(30, 50) for part in (body(number), ("", "blank"))]
    document, zones = page(*ABOVE, *map(body, range(20, 28)), ("A light for herons", "subhead"), *further, *BELOW)
    assert 11 not in asked(document, zones)
    menu = [(f"Four bells for market hall {number}", "junk:related-block") for number in range(9)]
    document, zones = page(*ABOVE, *map(body, range(20, 28)), ("A light for herons", "subhead"), *menu, *further, *BELOW)
    assert 11 in asked(document, zones)


def test_a_credit_below_the_article_is_not_asked() -> None:
    """It has no full stop and stands where a broken-off line would."""
    document, zones = page(*ABOVE, body(20), ("With reports from the pilot station", "junk:related-block"), *BELOW)
    assert 4 not in asked(document, zones)
    document, zones = page(*ABOVE, body(20), ("Reports came in from the pilot station", "junk:related-block"), *BELOW)
    assert 4 in asked(document, zones)


@pytest.mark.parametrize("kind", ["junk:footer", "junk:comments", "junk:newsletter", "junk:consent"])
def test_the_lines_next_after_the_article_are_asked_whatever_they_are_taken_for(kind: str) -> None:
    """Also where something stands between."""
    document, zones = page(*ABOVE, body(20), body(21), ("Share", "junk:share-widget"), (STUB, kind), *BELOW)
    assert asked(document, zones)[6].place == 2


@pytest.mark.parametrize("stub", ["The ha", "On Fr", "鹭港管理"])
def test_a_stub_of_a_few_letters_is_asked(stub: str) -> None:
    """A mark or a number is not."""
    document, zones = page(*ABOVE, body(20), body(21), (stub, "junk:section-nav"), *BELOW)
    assert asked(document, zones)[5].text == stub
    document, zones = page(*ABOVE, body(20), body(21), (stub[:1], "junk:section-nav"), *BELOW)
    assert 5 not in asked(document, zones)


def test_furniture_in_small_letters_does_not_go_on_with_a_sentence() -> None:
    """Where the line model takes it for text, it does."""
    document, zones = page(*ABOVE, body(20), body(21), (STUB, "body"), ("eac/wire", "junk:section-nav"), *BELOW)
    assert 5 in asked(document, zones)
    document, zones = page(*ABOVE, body(20), body(21), (STUB, "body"), ("eac and left", "body"), *BELOW)
    assert 5 not in asked(document, zones)


def test_a_line_that_is_surely_furniture_is_asked_only_if_it_asks_for_something() -> None:
    """A link to the rest does; a line without a full stop does not."""
    for text, share, is_asked in ((STUB, 0.9, True), (STUB, 0.96, False), ("Read more", 0.96, True)):
        document, zones = page(*ABOVE, body(20), body(21), (text, "junk:related-block"), *BELOW)
        zones.junk_share[5] = share
        assert (5 in asked(document, zones)) is is_asked


def test_the_last_line_of_the_file_is_asked_however_far_it_is_from_the_article() -> None:
    menu = [(f"Four bells for market hall {number}", "junk:related-block") for number in range(9)]
    document, zones = page(*ABOVE, body(20), body(21), *menu, (STUB, "junk:related-block"), ("", "blank"))
    assert asked(document, zones)[14].text == STUB


def dotted(count: int) -> tuple[Document, Zones]:
    """A page whose furniture, far from the article, has some lines in three dots."""
    menu = [(f"Four bells for market hall {number}", "junk:footer") for number in range(9)]
    trails = [(f"Keeper number {number} said that the herons...", "junk:footer") for number in range(count)]
    return page(*ABOVE, body(20), body(21), *menu, *trails, *menu, *BELOW)


def test_a_line_in_three_dots_is_asked_wherever_it_stands() -> None:
    """Unless it is surely furniture; and of many only the first."""
    document, zones = dotted(1)
    found = asked(document, zones)[14]
    assert (found.place, found.sort) == (TRAILING, ELLIPSIS)
    zones.junk_share[14] = 0.96
    assert 14 not in asked(document, zones)
    many = [one.line for one in asked(*dotted(30)).values() if one.place == TRAILING]
    assert many == list(range(14, 14 + MOST_TRAILING))


def test_a_line_in_three_dots_is_not_asked_where_the_article_goes_on() -> None:
    """A paragraph right below shows that it means to trail off; a short line does not."""
    trails = ("They planted reeds, counted herons and cooked the old dishes...", "body")
    document, zones = page(*ABOVE, body(20), trails, ("", "blank"), body(21), *BELOW)
    assert 4 not in asked(document, zones)
    document, zones = page(*ABOVE, body(20), trails, ("", "blank"), ("Herons are back.", "body"), *BELOW)
    assert 4 in asked(document, zones)


def test_other_lines_in_three_dots_are_counted() -> None:
    """A page of cut teasers has many; where there is one alone, it is the article's."""
    told = []
    for count in (1, 3, 30):
        document, zones = dotted(count)
        end = tail(document, zones)
        assert end is not None
        numbers = stray.quick(Page(document, zones, end), asked(document, zones)[14])
        told.append(numbers[stray.QUICK.index("other ellipses")])
    assert told == [0, 2 / stray.MANY, 1]


@pytest.mark.parametrize(
    ("text", "blanks", "apart"),
    [
        ("lighthouse herons wildlife Port Ellery", 2, True),
        ("lighthouse herons wildlife Port Ellery", 1, False),
        ("lighthouse herons wildlife Port Ellery", 0, False),
        ("The keeper of the lighthouse", 2, False),
        ("The herons came back. Wildlife", 2, False),
    ],
)
def test_a_list_of_tags_stands_apart_from_the_article(text: str, blanks: int, *, apart: bool) -> None:
    """By another gap than its paragraphs have; a line with a word of grammar or a sentence in it does not."""
    paragraphs = [line for number in range(20, 24) for line in (body(number), ("", "blank"))][:-1]
    document, zones = page(*ABOVE, *paragraphs, *[("", "blank")] * blanks, (text, "junk:related-block"), *BELOW)
    end = tail(document, zones)
    assert end is not None
    one = asked(document, zones)[len(ABOVE) + len(paragraphs) + blanks]
    assert stands_apart(Page(document, zones, end), one) is apart


def test_a_prompt_to_pay_below_an_earlier_block_is_asked() -> None:
    """Only where the line model sees one too."""
    pay = "Subscribe to read on"
    menu = [(f"Four bells for market hall {number}", "junk:related-block") for number in range(9)]
    document, zones = page(*ABOVE, body(20), (pay, "junk:paywall"), *menu, body(21), body(22), *BELOW)
    assert asked(document, zones)[4].sort == PROMPT
    document, zones = page(*ABOVE, body(20), (pay, "junk:ui-control"), *menu, body(21), body(22), *BELOW)
    assert 4 not in asked(document, zones) or asked(document, zones)[4].sort != PROMPT


def test_the_gate_sees_what_stands_around_a_line() -> None:
    """The same numbers that the network is handed under the same names."""
    document, zones = page(*ABOVE, body(20), body(21), (STUB, "junk:related-block"), *BELOW)
    end = tail(document, zones)
    assert end is not None
    around, one = Page(document, zones, end), asked(document, zones)[5]
    seen = dict(zip(stray.GATE, stray.at_first_sight(around, one), strict=True))
    told = dict(zip(stray.FEATURES, [*stray.quick(around, one), *stray.slow(around, one)], strict=True))
    assert seen == {name: told[name] for name in stray.GATE}
    assert seen["junk 1 below"] == pytest.approx(math.log(9), abs=1e-3)


def test_the_gate_lets_a_line_through_by_how_its_end_is_worded_too() -> None:
    """Whether it looks at the wording or can tell without."""
    passed = []
    for text in (
        STUB,
        "Four bells",
        "The harbour office said that nobody had been told of the",
        "A new coat for the lighthouse",
        "Read more",
    ):
        for kind in ("body", "junk:related-block", "junk:footer"):
            document, zones = page(*ABOVE, body(20), body(21), (text, kind), *BELOW)
            end, held = tail(document, zones), weights()
            assert end is not None
            for one in asked(document, zones).values():
                numbers = stray.at_first_sight(Page(document, zones, end), one)
                numbers[stray.WORDED] = breaks_off(one.text)
                found = let_through(held, Page(document, zones, end), one)
                assert found == (numbers if np.dot(held.gate, numbers) >= stray.HOPELESS else [])
                passed.append(bool(found))
    assert {*passed} == {True, False}


def test_the_chances_of_the_lines_of_a_file_and_of_none_make_one() -> None:
    """The network learns which line of a file is cut, if one is."""
    chances = loaded("fits").chances(np.array([0.0, math.log(2), math.log(3)]), np.array([0, 2]))
    assert chances == pytest.approx([1 / 4, 2 / 4, 3 / 4])


def test_what_stands_above_and_below_a_line_is_counted() -> None:
    """Log-odds of junk, paragraphs and their characters, and how the lines below look."""
    document, zones = page(*ABOVE, body(20), body(21), ("", "blank"), (STUB, "junk:related-block"), *BELOW)
    one = asked(document, zones)[6]
    told = dict(zip(STRETCH, beside(document, stretch(document, zones), one), strict=True))
    junk, size = math.log(9), len(PARAGRAPH.format(20))
    assert [told[f"junk {n} above"] for n in (1, 2)] == pytest.approx([-junk, -junk], abs=1e-3)
    assert [told[f"junk {n} below"] for n in (1, 2, 3)] == pytest.approx([junk] * 3, abs=1e-3)
    assert told["junk above"] == pytest.approx((junk - 3 * junk) / 4, abs=1e-3)
    assert told["prose above"] == pytest.approx(math.log(1 + 2 * size))
    assert told["prose below"] == told["paragraphs in ten below"] == told["bullet below"] == 0
    assert (told["paragraph above"], told["lines since paragraph"]) == (True, 0.2)
    assert told["length below"] == len("Share") / 100
    assert told["length of last word"] == len("sai") / 6
    assert told["words"] == 0.4
    assert told["first word of grammar"]
    assert told["short and lower end"]


def test_a_last_line_that_cannot_be_seen_does_not_make_a_file_empty() -> None:
    """A byte order mark alone in the last line of the article."""
    document, zones = page(*ABOVE, body(20), body(21), ("\ufeff", "body"), *BELOW)
    assert "empty" not in {sign.kind for sign in signs(document, zones)}
    nothing = Document("x", b"\xef\xbb\xbf\n", "\ufeff\n", Encoding("utf-8", "utf-8"))
    assert representation(nothing, zone(nothing)).rule == "empty"


def test_the_mean_of_networks_scores_the_mean_of_their_scores() -> None:
    """It is kept as one network of as many units as they have together."""
    fits = loaded("fits")
    numbers = np.random.default_rng(4).normal(size=(12_000, 5)).astype(np.float32)
    cut = numbers[:, 0] + numbers[:, 1] ** 2 > 1
    file = np.arange(len(cut))
    one = fits.mean_network(numbers, cut, file)
    alone = [fits.network(numbers, cut, file, seed).scores(numbers) for seed in range(fits.NETWORKS)]
    assert one.scores(numbers) == pytest.approx(np.mean(alone, 0), abs=1e-6)
    assert one.hidden.shape == (5, fits.NETWORKS * fits.UNITS)
    assert np.mean((one.scores(numbers) > 0) == cut) > 0.9
