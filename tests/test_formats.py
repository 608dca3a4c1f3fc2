"""Output formats: one set of findings, many renderings, and whatever an article says stays text."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path

import pytest

from checks.model import RuleCode, Severity, Verdict
from checks.out import FORMATS, Totals, writer
from checks.out.github import SHOWN
from checks.out.markdown import LIMIT
from checks.out.plain import visible
from checks.out.reports import inert
from checks.outcome import Located, Outcome
from checks.rules import RULES
from tests.test_cli import SOUND, copydesk

HOSTILE = (
    "::error file=x::planted",
    "##[error]planted",
    "said ##vso[task.setvariable variable=PATH]planted",
    "\u3000 ::error file=x::planted",
    "\n::stop-commands::x\r\n::add-mask::planted",
    "%0A::warning::planted",
    "\x1b[31mred\x1b]0;title\x07\x9b31m",
    "\u202egnp.exe\u2066\u200b\ufeff",
    '=HYPERLINK("http://x.example")',
    "@SUM(1)",
    "]]><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "| a | b |\n[x](javascript:alert(1)) ![i](http://x.example/i.png) <details open>",
    "\ufffe\uffff\x00\x0b",
    "\udc80\ud800",
    "`code` **bold** @everyone #12 https://x.example www.x.example",
)
CODE = RULES[0].code
FORMATS_OF_DATA = [name for name in FORMATS if name not in ("json", "jsonl")]


def outcome(text: str, name: str = "a.txt", severity: Severity = Severity.ERROR) -> Outcome:
    """A file with one finding whose every text is the given one."""
    found = Located(RuleCode(CODE), severity, text, 3, 2, 3, 2 + len(text), f"a {text} b", (2, 2 + len(text)), text)
    return Outcome(name, name, Verdict.FAILED if severity is Severity.ERROR else Verdict.WARNED, (found,), "0" * 64)


def rendered(form: str, *outcomes: Outcome, colour: bool = False) -> str:
    """What a format makes of these outcomes, as it would be encoded."""
    stream, totals = io.StringIO(), Totals(rules=len(RULES))
    made = writer(form, stream, colour=colour)
    for one in outcomes:
        totals.count(one)
        made.add(one)
    made.end(totals)
    return stream.getvalue()


@pytest.mark.parametrize("form", FORMATS_OF_DATA)
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text_in_every_format(form: str, text: str) -> None:
    made = rendered(form, outcome(text), outcome("harmless", name=f"b{text}.txt"), outcome("harmless", name=f"{text.strip()}.txt"))
    made.encode()  # no lone surrogates
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200b\ufeff]", made)
    assert not re.search(r"##\w*\[", made)
    if form in ("text", "full"):
        assert not any(line.lstrip().startswith("::") for line in made.splitlines())
    elif form == "github":
        commands = [line for line in made.split("\n") if line.lstrip().startswith("::")]
        assert len(commands) == 3
        assert all(
            re.fullmatch(r"::error file=[^:\r\n,]+,line=3,endLine=3,col=2,endColumn=\d+,title=\w+::[^\r\n]*", one) for one in commands
        )
    elif form == "junit":
        assert len(ET.fromstring(made).findall(".//failure")) == 3
    elif form in ("sarif", "gitlab"):
        json.loads(made)
    elif form == "csv":
        rows = list(csv.reader(io.StringIO(made)))
        assert len(rows) == 4
        assert all(len(row) == len(rows[0]) for row in rows)
        assert not any(cell.startswith(("=", "@", "+", "-", "\t", "\r")) for row in rows for cell in row)
    elif form == "markdown":
        assert "<script" not in made
        assert "<img" not in made
        assert "](" not in made
        assert "www." not in made
        assert sum(line.startswith("| ") and "harmless" in line for line in made.splitlines()) == 2


def test_a_command_for_a_server_is_none_where_a_mark_cuts_it_in_two_and_none_in_json() -> None:
    """GitHub obeys ##[…] anywhere in a line, and ::…:: behind blanks: actions/runner, src/Runner.Common/ActionCommand.cs."""
    found = Located(RuleCode(CODE), Severity.ERROR, "said", 3, 2, 3, 5, "a ##[error]planted", (4, 11), "[error]")
    assert "##[" not in rendered("full", Outcome("a.txt", "a.txt", Verdict.FAILED, (found,)))
    encoded = json.dumps(["##[error]planted", [1]]).encode()
    assert "##[" not in inert(encoded)
    assert json.loads(inert(encoded)) == json.loads(encoded)


def test_no_command_begins_a_line_with_the_name_of_a_file(tmp_path: Path) -> None:
    name = " ::error file=x::planted.txt"
    os.mkfifo(tmp_path / name)
    for command in (["check", "."], ["gate", "."], ["verify", "."], ["clean", ".", "--out", "clean"]):
        done = copydesk(*command, cwd=tmp_path)
        assert "planted" in done.stdout, done.stderr
        assert done.returncode == 1
        assert not any(line.lstrip().startswith("::") for line in (done.stdout + done.stderr).splitlines()), command


def test_visible_text_has_nothing_that_acts() -> None:
    assert visible("a\x1b[31m\u202eb\n") == "a<U+001B>[31m<U+202E>b<U+000A>"


def test_colours_only_where_they_are_wanted() -> None:
    assert "\x1b[" in rendered("text", outcome("x"), colour=True)
    assert "\x1b[" not in rendered("text", outcome("x"))


def test_github_shows_ten_of_each_level_and_counts_the_rest() -> None:
    outcomes = [outcome(f"e{n}", f"{n}.txt") for n in range(25)] + [outcome(f"w{n}", f"w{n}.txt", Severity.WARNING) for n in range(12)]
    lines = rendered("github", *outcomes).splitlines()
    assert sum(line.startswith("::error ") for line in lines) == SHOWN
    assert sum(line.startswith("::warning ") for line in lines) == SHOWN
    assert "15 more errors, 2 more warnings" in lines[-2]


def test_markdown_stays_below_the_limit_and_says_what_it_left_out() -> None:
    made = rendered("markdown", *(outcome("x" * 900, f"{n}.txt") for n in range(2000)))
    assert len(made.encode()) < LIMIT
    assert re.search(r"\d+ more articles are not listed here", made)


def test_sarif_is_valid_relative_counts_code_points_and_has_stable_fingerprints() -> None:
    model = pytest.importorskip("pydantic_sarif.model")
    made = rendered("sarif", outcome("first", "über/a b.txt"), Outcome("gone.txt", "gone.txt", Verdict.FAILED, unread="Permission denied"))
    model.StaticAnalysisResultsFormatSarifVersion210JsonSchema.model_validate_json(made)  # generated from the OASIS schema
    run = json.loads(made)["runs"][0]
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["artifacts"][0]["location"] == {"uri": "%C3%BCber/a%20b.txt", "uriBaseId": "SRCROOT"}
    assert run["invocations"][0]["executionSuccessful"] is False
    result = run["results"][0]
    assert result["locations"][0]["physicalLocation"]["region"]["startLine"] == 3
    moved = Located(RuleCode(CODE), Severity.ERROR, "first", 90, 9, 90, 14, "first", (0, 5), "first")
    again = json.loads(rendered("sarif", Outcome("über/a b.txt", "", Verdict.FAILED, (moved,), "0" * 64)))["runs"][0]["results"][0]
    assert again["partialFingerprints"] == result["partialFingerprints"]
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]


@pytest.mark.parametrize(
    "spoil",
    [
        lambda log: log["runs"][0]["results"][0].update(ruleID="x"),
        lambda log: log["runs"][0]["results"][0].update(level="fatal"),
        lambda log: log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"].update(startLine=0),
        lambda log: log["runs"][0]["results"][0].pop("message"),
        lambda log: log["runs"][0].pop("tool"),
        lambda log: log.update(version="2.0.0"),
    ],
)
def test_the_schema_that_sarif_is_held_to_refuses_what_is_wrong(spoil: Callable[[dict], object]) -> None:
    model = pytest.importorskip("pydantic_sarif.model")
    log = json.loads(rendered("sarif", outcome("first")))
    spoil(log)
    with pytest.raises(ValueError, match="validation error"):
        model.StaticAnalysisResultsFormatSarifVersion210JsonSchema.model_validate_json(json.dumps(log))


def test_a_hostile_file_is_inert_in_every_format_that_the_command_writes(tmp_path: Path) -> None:
    """As bytes on a disk: escapes, directions, formulas, markup, and halves of surrogate pairs as CESU-8 has them."""
    lines = [line.encode("utf-8", "surrogatepass") for line in HOSTILE]
    raw = SOUND.encode().replace(b"\n\nSeveral", b"\n\n" + b"\n\n".join(lines) + b"\xff\xed\xa0\x80\n\nSeveral", 1)
    (tmp_path / "=a,b%0A::error::x.txt").write_bytes(raw)
    wanted = [part for form in FORMATS for part in ("--output-format", f"{form}={tmp_path / form}")]
    done = copydesk("check", ".", *wanted, cwd=tmp_path)
    assert done.returncode == 1, done.stderr
    for form in FORMATS:
        made = (tmp_path / form).read_bytes().decode()  # UTF-8 throughout
        assert len(made) > 100
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200b\ufeff]", made), form
    for form in ("json", "sarif", "gitlab"):
        json.loads((tmp_path / form).read_text())
    (line,) = (tmp_path / "jsonl").read_text().splitlines()
    assert json.loads(line)["predicate"]["result"] == "FAILED"
    ET.fromstring((tmp_path / "junit").read_text())
    for row in csv.reader(io.StringIO((tmp_path / "csv").read_text())):
        assert not any(cell.startswith(("=", "@", "+", "-", "\t", "\r")) for cell in row)


def test_an_excused_finding_is_suppressed_in_sarif_and_left_out_elsewhere() -> None:
    found = Located(RuleCode(CODE), Severity.ERROR, "known", 3, 2, 3, 7, "known", (0, 5), "known", "waived by Ana: printed so")
    excused = Outcome("a.txt", "a.txt", Verdict.PASSED, (found,), "0" * 64)
    result = json.loads(rendered("sarif", excused))["runs"][0]["results"][0]
    assert result["suppressions"] == [{"kind": "external", "justification": "waived by Ana: printed so"}]
    for form in ("text", "full", "github", "gitlab", "junit", "markdown"):
        assert "known" not in rendered(form, excused).replace("unknown", "")
    assert "1 finding excused" in rendered("text", excused)


def test_gitlab_fingerprints_differ_for_equal_findings_of_one_file() -> None:
    twice = outcome("same")
    twice = Outcome("a.txt", "a.txt", Verdict.FAILED, twice.findings * 2, "0" * 64)
    issues = json.loads(rendered("gitlab", twice))
    assert len({one["fingerprint"] for one in issues}) == 2
    assert issues[0]["location"] == {"path": "a.txt", "lines": {"begin": 3}}


def test_every_format_is_documented() -> None:
    readme = (Path(__file__).parent.parent / "README.md").read_text()
    assert [name for name in (*FORMATS, "html", "auto") if f"`{name}`" not in readme] == []
