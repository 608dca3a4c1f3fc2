"""The sample articles: the walk says of each what a careful reader says, and its report is the accepted one."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable
from typing import Any

import pytest

from checks.model import Span
from checks.read import read
from tests.golden import SEEDS, Aspect, Sample, pretty, samples

ALL = samples()
NAMES = [one.name for one in ALL]
TEXT_FIELDS = ("headline", "publisher", "source", "source-url")
ALIKE = {"nb": "no", "nn": "no"}


def value(claim: dict[str, Any] | None) -> Any:
    """What a claim gives as a fact; None when it is missing, ambiguous or conflicting."""
    claim = claim or {}
    return claim.get("value") if claim.get("status") in ("stated", "inferred", "supplied") else None


def name(claim: dict[str, Any] | None) -> str | None:
    """The name of the person or organisation that a claim gives."""
    return (value(claim) or {}).get("name")


def classes(report: dict[str, Any]) -> dict[int, str]:
    """Line (from 1) -> class, as the report says it."""
    segments = report["predicate"]["segments"]
    return {line: one["class"] for one in segments for line in range(one["startLine"], one["endLine"] + 1)}


def text_lines(sample: Sample) -> tuple[str, ...]:
    """The lines of a sample as copydesk reads them."""
    return read(sample.article.read_bytes(), "").lines


def finding_lines(report: dict[str, Any]) -> list[tuple[str, set[int]]]:
    """Each finding's code and the lines (from 1) that it or its evidence names."""
    where = {one["id"]: one["line"] for one in report["predicate"]["evidence"]}
    found = []
    for one in report["predicate"]["findings"]:
        lines = {where[evidence] for evidence in one.get("evidence", ())}
        lines |= {line for first, last in one.get("lines", ()) for line in range(first, last + 1)}
        found.append((one["ruleId"], lines))
    return found


def base(language: str) -> str:
    """A language without its script, the written forms of Norwegian taken as one."""
    plain = language.partition("-")[0]
    return ALIKE.get(plain, plain)


def verdict(sample: Sample, report: dict[str, Any]) -> None:
    wanted = sample.expectation.verdict
    assert report["predicate"]["result"] in ((wanted,) if isinstance(wanted, str) else wanted)


def charset(sample: Sample, report: dict[str, Any]) -> None:
    got = codecs.lookup(report["predicate"]["encoding"]["charset"]).name
    assert got == codecs.lookup(sample.expectation.charset).name


def language(sample: Sample, report: dict[str, Any]) -> None:
    wanted, got = sample.expectation.language, value(report["predicate"]["document"]["inLanguage"])
    if wanted is None:
        assert got is None
    else:
        assert base(got or "") == base(wanted)
        assert "-" not in wanted or got == wanted


def headline(sample: Sample, report: dict[str, Any]) -> None:
    assert (value(report["predicate"]["document"]["headline"]) or "") == sample.expectation.headline


def publisher(sample: Sample, report: dict[str, Any]) -> None:
    if sample.expectation.publisher is not None:
        assert (name(report["predicate"]["document"]["publisher"]) or "") == sample.expectation.publisher


def source(sample: Sample, report: dict[str, Any]) -> None:
    claim = report["predicate"]["document"]["isBasedOn"]
    assert (((value(claim) or {}).get("publisher") or {}).get("name") or "") == sample.expectation.source
    if sample.expectation.source_status:
        assert claim["status"] == sample.expectation.source_status


def source_url(sample: Sample, report: dict[str, Any]) -> None:
    assert ((value(report["predicate"]["document"]["isBasedOn"]) or {}).get("url") or "") == sample.expectation.source_url


def authors(sample: Sample, report: dict[str, Any]) -> None:
    if sample.expectation.authors is not None:
        got = [name(one) for one in report["predicate"]["document"].get("author", ())]
        assert sorted(filter(None, got)) == sorted(sample.expectation.authors)


def picture_credits(sample: Sample, report: dict[str, Any]) -> None:
    got = {name(one) for one in report["predicate"]["document"].get("creditText", ())}
    assert got - {None} == set(sample.expectation.credits or ())


def published(sample: Sample, report: dict[str, Any]) -> None:
    claim, wanted = report["predicate"]["document"]["datePublished"], sample.expectation
    if wanted.readings:
        assert claim["status"] == "ambiguous"
        assert set(claim["readings"]) == set(wanted.readings)
    elif wanted.published is not None:
        assert (value(claim) or "") == wanted.published
    if wanted.date_order:
        assert claim["order"] == wanted.date_order


def truncated(sample: Sample, report: dict[str, Any]) -> None:
    if sample.expectation.truncated is not None:
        got = value(report["predicate"]["document"]["representationType"])
        assert (got == "partial") == sample.expectation.truncated


def findings(sample: Sample, report: dict[str, Any]) -> None:
    found = finding_lines(report)
    if sample.expectation.no_findings:
        assert found == []
    for must in sample.expectation.must:
        fitting = [lines for code, lines in found if code.startswith(must.family) and must.code in (None, code)]
        assert fitting, f"no {must.code or must.family} finding"
        assert must.line is None or must.line in set().union(*fitting), f"no {must.code or must.family} finding at line {must.line}"


def lines(sample: Sample, report: dict[str, Any]) -> None:
    got, skipped = classes(report), sample.expectation.wrong_lines
    wanted = {n: kind for n, kind in sample.expectation.lines.classes() if text_lines(sample)[n - 1].strip(" \t") and n not in skipped}
    assert {n: got.get(n) for n in wanted} == wanted


ASPECTS: dict[Aspect, Callable[[Sample, dict[str, Any]], None]] = {
    "verdict": verdict,
    "charset": charset,
    "language": language,
    "headline": headline,
    "publisher": publisher,
    "source": source,
    "source-url": source_url,
    "authors": authors,
    "credits": picture_credits,
    "published": published,
    "truncated": truncated,
    "findings": findings,
    "lines": lines,
}


def cases() -> list[Any]:
    """Every aspect of every sample; what is known to be wrong today must fail, and must stop being listed once it does not."""
    found = []
    for sample in ALL:
        for aspect in ASPECTS:
            reason = sample.expectation.wrong(aspect)
            marks = [pytest.mark.xfail(reason=reason, strict=True, raises=AssertionError)] if reason else []
            found.append(pytest.param(sample, aspect, id=f"{sample.name}-{aspect}", marks=marks))
    return found


def wrong_lines() -> list[Any]:
    """Every line whose class is known to be wrong today."""
    found = []
    for sample in ALL:
        for line, reason in sample.expectation.wrong_lines.items():
            marks = pytest.mark.xfail(reason=reason, strict=True, raises=AssertionError)
            found.append(pytest.param(sample, line, id=f"{sample.name}-{line}", marks=marks))
    return found


@pytest.mark.parametrize(("sample", "aspect"), cases())
def test_the_report_says_what_a_careful_reader_says(sample: Sample, aspect: Aspect) -> None:
    ASPECTS[aspect](sample, sample.report)


@pytest.mark.parametrize(("sample", "line"), wrong_lines())
def test_a_line_known_to_be_misjudged_is_judged_rightly(sample: Sample, line: int) -> None:
    assert classes(sample.report).get(line) == dict(sample.expectation.lines.classes())[line]


@pytest.mark.parametrize("sample", ALL, ids=NAMES)
def test_the_report_is_the_accepted_one(sample: Sample) -> None:
    assert sample.accepted.read_text("utf-8") == pretty(sample.report), "read the change, then: python -m tests.golden --write"


@pytest.mark.parametrize("sample", ALL, ids=NAMES)
def test_the_expectation_names_every_line_once(sample: Sample) -> None:
    named = sample.expectation.lines.classes()
    there = {n for n, line in enumerate(text_lines(sample), 1) if line.strip()}
    assert there <= {n for n, _ in named}
    assert len(named) == len(dict(named))
    assert not named or named[-1][0] <= len(text_lines(sample))


@pytest.mark.parametrize("sample", ALL, ids=NAMES)
def test_the_expectation_says_nothing_that_the_file_does_not(sample: Sample) -> None:
    document, wanted = read(sample.article.read_bytes(), ""), sample.expectation
    for said in (wanted.headline, wanted.publisher, wanted.source, wanted.source_url, *(wanted.authors or ()), *(wanted.credits or ())):
        assert (said or "") in document.text


@pytest.mark.parametrize("sample", ALL, ids=NAMES)
def test_every_quotation_of_the_report_stands_in_the_file(sample: Sample) -> None:
    document = read(sample.article.read_bytes(), "")
    for one in sample.report["predicate"]["evidence"]:
        position, quotation = one["selector"]
        assert document.quote(Span(position["start"], position["end"])) == quotation["exact"]


def test_every_file_in_the_folder_belongs_to_a_sample() -> None:
    endings = re.compile(r"(\.txt|\.expected\.toml|\.txt\.provenance\.json|\.meta\.json)$")
    found = [path.relative_to(SEEDS).as_posix() for path in SEEDS.glob("*/*")]
    assert {endings.sub("", one) for one in found} == set(NAMES)


def test_what_is_under_known_misses_is_known_to_be_missed() -> None:
    missed = [one for one in ALL if one.name.startswith("known-misses/")]
    assert missed
    assert all(one.expectation.wrong_today for one in missed)
