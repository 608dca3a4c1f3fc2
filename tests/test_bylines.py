"""Bylines: labels and names without one, several names, desks, what is no byline; names in two spellings; pictures without credit."""

from __future__ import annotations

import numpy as np
import pytest

from checks.claims.authors import MOST_BESIDE, MOST_ELSEWHERE
from checks.claims.weights import weights
from checks.model import Agent, Claim, Claims, Confidence, Span, Status, Zones
from checks.read import read
from checks.rules.origin import two_spellings
from checks.rules.rule import Article
from tests.test_origin import assert_proved, claims_of, names, page

DATED = "3 November 2023, 07:15"

FORMS = [
    ("Ruth Karlsen\n{}", ["Ruth Karlsen"]),
    ("{}\nRuth Karlsen", ["Ruth Karlsen"]),
    ("{}\nRuth Karlsen and Emil Strand", ["Ruth Karlsen", "Emil Strand"]),
    ("Ruth Karlsen\n,\nEmil Strand\n{}", ["Ruth Karlsen", "Emil Strand"]),
    ("By\nRuth Karlsen\n,\nEmil Strand\n&\nPetra Lindqvist\n{}", ["Ruth Karlsen", "Emil Strand", "Petra Lindqvist"]),
    ("Av\nRuth Karlsen\nJournalist\n,\nEmil Strand\nJournalist\n{}", ["Ruth Karlsen", "Emil Strand"]),
    ("Ruth Karlsen\nStaff writer\n{}", ["Ruth Karlsen"]),
    ("RUTH KARLSEN\n{}", ["RUTH KARLSEN"]),
    ("By Staff Writer\n{}", ["Staff Writer"]),
    ("von\nRedaktion\n{}", ["Redaktion"]),
    ("Redaktion\n{}", ["Redaktion"]),
    ("Von: rka/dpa\n{}", ["rka/dpa"]),
    ("Von Dr. Ruth van den Berg\n{}", ["Dr. Ruth van den Berg"]),
    ("Autorin/Autor\nRuth Karlsen\n{}", ["Ruth Karlsen"]),
    ("Par Hélène Marchand, envoyée spéciale\n{}", ["Hélène Marchand"]),
    ("Text: Ruth Karlsen, Fotos: Emil Strand\n{}", ["Ruth Karlsen"]),
    ("Por Ruth Karlsen — 17/08/2022 07h30\n{}", ["Ruth Karlsen"]),
    ("By Ruth Karlsen, Rural Affairs Correspondent\n{}", ["Ruth Karlsen"]),
    ("Thứ Tư, ngày 14/06/2023 09:12 AM\n{}", []),
    ("Foto: Emil Strand\n{}", []),
    ("© Emil Strand\n{}", []),
]  # fmt: skip


@pytest.mark.parametrize(("head", "expected"), FORMS, ids=[head.replace("\n", " / ") for head, _ in FORMS])
def test_who_wrote_it_is_read_between_the_headline_and_the_text(head: str, expected: list[str]) -> None:
    """With a label or without, one name or more, before or after the date; who took the pictures did not write."""
    document, claims = claims_of(page(head=head.format(DATED)))
    assert names(claims.author) == expected
    assert_proved(document, claims)


def test_an_agency_that_signs_alone_is_no_person() -> None:
    for head, kind in (("By Reuters", "Organization"), ("By Ruth Karlsen", "Person")):
        _, claims = claims_of(page(head=f"{head}\n{DATED}"))
        assert [claim.value.type for claim in claims.author if isinstance(claim.value, Agent)] == [kind]


@pytest.mark.parametrize(
    ("tail", "expected"),
    [
        ("About the Author -\nRuth Karlsen\nShe has written about ships and harbours since she was a child.", ["Ruth Karlsen"]),
        ("Über die Autorin\nRuth Karlsen", ["Ruth Karlsen"]),
        ("Eingestellt von\nRuth Karlsen\num 21:11", ["Ruth Karlsen"]),
    ],
)
def test_who_wrote_it_is_read_below_the_text(tail: str, expected: list[str]) -> None:
    """Boxes about the author, and the lines that weblogs print there."""
    document, claims = claims_of(page(head=DATED, tail=tail))
    assert names(claims.author) == expected
    assert_proved(document, claims)


def test_a_label_that_ends_the_lines_looked_at_still_names_who_stands_under_it() -> None:
    """The label is the last line of the tail, the name the next one."""
    _, claims = claims_of(page(head=DATED, tail="Share\nPrint\nMail\nNewsletter\nArchive\nWeather\nTides\nWritten by\nRuth Karlsen"))
    assert names(claims.author) == ["Ruth Karlsen"]


def test_who_is_written_about_did_not_write() -> None:
    """A name on a line of its own that the running text goes on about is a picture's or a box's."""
    middle = "Ruth Karlsen\n\nRuth Karlsen, the harbour master, said on the quay that the new engine would come in spring, and that Karlsen's own boat would help until then."
    _, claims = claims_of(page(head=f"By Jonas Aldermoor\n{DATED}", middle=middle))
    assert names(claims.author) == ["Jonas Aldermoor"]


def _article(language: str, *lines: tuple[str, str]) -> Article:
    """An article of lines whose kinds and language are given, so that only the rule is asked."""
    document = read("\n".join(text for _, text in lines).encode(), "a.txt")
    zones = Zones(tuple(kind for kind, _ in lines), (), (), np.zeros(len(lines), np.float32))
    tongue = Claim(status=Status.INFERRED, value=language, confidence=Confidence.HIGH, evidence=(Span(0, 1),))
    return Article(document, zones, Claims(in_language=tongue))


SPELLINGS = [
    ("en", "Ruth Karlsen on the quay", "The harbour master, Ruth Carlsen, was late.", "Ruth Carlsen"),
    ("en", "Master Ruth Karlsen on the quay", "The harbour master, Ruth Carlsen, was late.", "Ruth Carlsen"),
    ("en", "Ruth Petersen on the quay", "The harbour master, Ruth Peterson, was late.", "Ruth Peterson"),
    ("en", "Ruth Karlsen on the quay", "Ruth Karlsen was late. So was Ruth Carlsen.", None),
    ("en", "Ruth Karlsen on the quay", "Ruth Karlsen's boat was late.", None),
    ("fi", "Matti Virtanen laiturilla", "Laiturilla nähtiin Matti Virtasen vene.", None),
    ("fi", "Matti Virtanen laiturilla", "Laiturilla nähtiin Matti Wirtanen.", "Matti Wirtanen"),
    ("ru", "Отто Карлсен на причале", "Лодку Отто Карлсена видели у причала.", None),
    ("ru", "Отто Карлсен на причале", "На причале видели, как Отто Корлсен ждёт.", "Отто Корлсен"),
    ("el", "Η Μαρία Καρλσένου στο λιμάνι", "Στο λιμάνι ήταν η Μαρία Κορλσένου χθες.", "Μαρία Κορλσένου"),
    ("ja", "港長のルース・カールセンさん", "ルース・カルルセンさんは金曜日に話した。", "ルース・カルルセン"),
    ("ja", "港長のルース・カールセンさん", "ルース・カールセンさんは金曜日に話した。", None),
    ("zh", "港务长露丝·卡尔森在码头", "露丝·卡尔森说。", None),
    ("zh", "露丝·卡尔森在码头", "周五露丝·卡而森说,引擎已经订购。", "露丝·卡而森"),
    ("zh", "露丝·卡尔森在码头", "露丝·卡尔说。", None),
]  # fmt: skip


@pytest.mark.parametrize(("language", "caption", "said", "other"), SPELLINGS, ids=[f"{row[0]} {row[3]}" for row in SPELLINGS])
def test_two_spellings_are_told_from_endings(language: str, caption: str, said: str, other: str | None) -> None:
    """In every script whose names can be told: a letter inside the name counts, an ending of case does not."""
    article = _article(language, ("body", said), ("caption", caption))
    found = list(two_spellings.check(article))
    assert [hit.message.rpartition("the text ")[2] for hit in found] == ([other] if other else [])
    assert all(article.document.quote(span) in caption for hit in found for span in hit.spans)


def test_a_candidate_is_left_early_only_when_nothing_can_save_it() -> None:
    """What the lines beside it and the rest of the page can add is no more than the constants say."""
    table = weights("byline")
    dated = ("date below", "date above", "date near", "no date")
    plain = ("date in line", "job", "photo", "whole line", "long line", "line begins", "line ends", "prose below", "prose above",
             "among short lines", "address below")  # fmt: skip
    groups = ("labelled", "bare", "lone", "sign", "account")
    best = {group: max(table.get(f"{group} {key}", 0.0) for key in dated) for group in groups}
    assert max(best.values()) + sum(max(0.0, table.get(key, 0.0)) for key in plain) + MOST_ELSEWHERE <= MOST_BESIDE
    again = [max(0.0, table.get(f"{group} line again", 0.0)) + max(0.0, table.get(f"{group} line often", 0.0)) for group in groups]
    rest = sum(max(0.0, table.get(key, 0.0)) for key in ("in prose", "often in prose", "family in prose", "small elsewhere"))
    assert max(again) + rest <= MOST_ELSEWHERE


def test_two_characters_alone_are_no_name() -> None:
    """Without a label two Chinese characters are more often a word, though many words begin with a family name."""
    _, claims = claims_of(page(head="2023-11-03 07:15\n易信"))
    assert names(claims.author) == []


def test_a_credit_that_is_printed_twice_is_one() -> None:
    """A name and the same in another case behind a bar is one credit; a footer's line is none."""
    _, claims = claims_of(page(head=f"By Jonas Aldermoor\n{DATED}", middle="© Emil Strand | EMIL STRAND"))
    assert names(claims.credit_text) == ["Emil Strand"]
    _, claims = claims_of(page(head=f"By Jonas Aldermoor\n{DATED}", middle="© Saltreach Gazette | Imprint"))
    assert names(claims.credit_text) == []
