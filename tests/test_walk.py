"""The walk on any bytes at all: always an answer, always the same one, and every answer can be looked up in the file."""

from __future__ import annotations

import gc
import time
from pathlib import Path

import jsonschema
import msgspec
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from checks import statement as wire
from checks.pipeline import Desk, check
from checks.report import Report
from checks.rules import RULES
from checks.rules.examples import FRAME, PARAGRAPH, case
from tests.conftest import EVAL, ROOT, SEEDS

DESK = Desk()
SOUND = FRAME.format(planted=PARAGRAPH).encode()
SCHEMA = jsonschema.Draft202012Validator(msgspec.json.decode((ROOT / "schemas" / "report.schema.json").read_bytes()))
FRAGMENTS = [
    *(piece.encode() for piece in ("By Mara Lindqvist", "来源:新华社", "Källa: https://a.example/b", "07/11/2021", "17 ธ.ค. 2568", "\u202e", "[+120 chars]")),
    b"\r\n", b"\r", b"\n\n", b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\xe2\x82", b"\x1b[31m", b"\x85", "\u2028".encode(), b"\xed\xa0\x80",
    *(line for line in SOUND.split(b"\n") if line),
]  # fmt: skip


def hold(raw: bytes, report: Report) -> None:
    """What is true of every report."""
    statement = wire.decode(report.encoded())
    predicate, text = statement.predicate, report.document.text
    text.encode()  # no surrogates
    for one in predicate.evidence:
        position, quote = one.selector
        assert text[position.start : position.end] == quote.exact
        assert one.reaches is None or (len(quote.exact) == wire.LONGEST_QUOTE and position.end < one.reaches <= len(text))
        assert text[: position.start].endswith(quote.prefix)
        assert text[position.end :].startswith(quote.suffix)
        exact = not predicate.encoding.bad_bytes and not predicate.encoding.regions
        if exact and one.byte_start is not None and one.byte_end is not None:
            assert raw[one.byte_start : one.byte_end].decode(predicate.encoding.charset) == quote.exact
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    numbers = [n for run in predicate.segments for n in range(run.start_line, run.end_line + 1)]
    assert len(numbers) == len(set(numbers)), "a line in two segments"
    assert {n for n, line in enumerate(lines, 1) if line.strip()} <= set(numbers), "a line in no segment"
    known = {one.id for one in predicate.evidence}
    assert all(set(found.evidence) <= known for found in predicate.findings)
    assert len(predicate.checks) == len(RULES)


def reported(raw: bytes) -> Report:
    """The report on these bytes, after it held."""
    report = check(raw, "any.txt", DESK)
    hold(raw, report)
    return report


@given(st.one_of(st.binary(max_size=400), st.lists(st.sampled_from(FRAGMENTS), max_size=40).map(b"".join)))
@example(b"")
@example(b"\n" * 50)
@example(b"\x00" * 100)
@example("\ufeff".encode())
@example("\ud800".encode("utf-8", "surrogatepass"))
@settings(max_examples=300)
def test_any_bytes_have_a_report_that_holds(raw: bytes) -> None:
    assert reported(raw).encoded() == check(raw, "any.txt", Desk()).encoded()


@given(st.lists(st.sampled_from(FRAGMENTS), max_size=15).map(b"\n".join))
@settings(max_examples=60)
def test_every_report_validates_against_the_schema(raw: bytes) -> None:
    SCHEMA.validate(msgspec.json.decode(check(raw, "any.txt", DESK).encoded()))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_reports_of_all_examples_hold_and_validate(rule: msgspec.Struct) -> None:
    for one in (*rule.bad, *rule.good):
        made = case(one)
        report = check(made.raw, "example.txt", DESK, made.sidecar, made.fault)
        hold(made.raw, report)
        SCHEMA.validate(msgspec.json.decode(report.encoded()))


@pytest.mark.shared
@pytest.mark.parametrize("name", [path.name for path in sorted(SEEDS.glob("*.txt"))] if SEEDS.is_dir() else ["absent"])
@settings(max_examples=25)
@given(data=st.data())
def test_real_files_cut_anywhere_have_a_report_that_holds(name: str, data: st.DataObject) -> None:
    raw = (SEEDS / name).read_bytes()
    start = data.draw(st.integers(0, len(raw)))
    reported(raw[start : data.draw(st.integers(start, len(raw)))])


HOSTILE = {
    "one line of 20 MB": b"word " * 4_000_000,
    "100,000 lines": b"A line of some length, ended.\n" * 100_000,
    "all NULs": b"\x00" * 2_000_000,
    "all replacement characters": "\ufffd".encode() * 1_000_000,
    "all line ends": b"\n" * 2_000_000,
    "deep combining marks": b"a" + "\u0301".encode() * 1_000_000,
    "digits and separators": b"11/11/" * 300_000,
    "quotation marks": "“".encode() * 500_000,
    "addresses": b"https://" * 200_000,
    "no UTF-8 at all": b"\xe9\xff\xc0 " * 400_000,
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_files_are_answered_in_linear_time(kind: str) -> None:
    raw = HOSTILE[kind]
    begun = time.perf_counter()
    report = check(raw, "any.txt", DESK)
    took = time.perf_counter() - begun
    assert report.verdict.value in ("FAILED", "WARNED")
    assert took < 2 + 2e-6 * len(raw), f"{took:.1f} s for {len(raw) / 1e6:.1f} MB"


@pytest.mark.shared
def test_real_pages_have_reports_that_hold() -> None:
    """A spread of the evaluation pages."""
    import gzip

    with gzip.open(EVAL / "articles.jsonl.gz", "rt", encoding="utf-8") as rows:
        texts = [msgspec.json.decode(row)["text"] for n, row in enumerate(rows) if n % 12 == 0]
    assert len(texts) > 100
    for text in texts:
        reported(text.encode("utf-8", "surrogatepass"))


def test_a_report_names_no_clock_host_or_path() -> None:
    encoded = check(SOUND, "a.txt", DESK).encoded().decode()
    assert str(Path.cwd()) not in encoded
    assert time.strftime("%Y-%m-%d") not in encoded


def test_a_file_leaves_nothing_behind_for_the_collector() -> None:
    """What refers to itself in a circle would stay in memory, file after file, until the collector looks."""
    raw = FRAME.format(planted=PARAGRAPH + " It cost €12 … and “a winter”.").encode()
    check(raw, "a.txt", Desk())
    gc.collect()
    gc.disable()
    try:
        check(raw, "a.txt", Desk())
        assert gc.collect() == 0
    finally:
        gc.enable()
