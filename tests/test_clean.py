"""Cleaning: the article and nothing else, an account of the rest, and no guess."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from checks import clean
from checks.cleaning import NotCleanable
from checks.rules.examples import FRAME, PARAGRAPH
from tests.test_cli import copydesk, put
from tests.twelve_languages import TEXTS

SOUND = FRAME.format(planted=PARAGRAPH)
MANIFEST = "\ufeff" + "".join(chr(0xFE00 + one if one < 16 else 0xE0100 + one - 16) for one in b"C2PATXT\0\x01\0\0\0\x02ok")
PAGE = f"Home\nNews\nSport\nWeather\n\n{SOUND}\nRelated articles\n\nFerry to the islands stops for winter\nSchool roof mended at last\n\nShare on Facebook\n"


def test_the_article_is_kept_and_what_stands_around_it_is_accounted_for() -> None:
    raw = PAGE.encode()
    made = clean(raw)
    assert made.text.startswith("Harbour bridge reopens after two years of repairs\n\nThe harbour bridge in Eastmoor")
    assert PARAGRAPH in made.text
    for junk in ("Home", "Related articles", "School roof", "Facebook"):
        assert junk not in made.text
    assert made.source_sha256 == hashlib.sha256(raw).hexdigest()
    assert made.sha256 == hashlib.sha256(made.encoded()).hexdigest()
    text = raw.decode()
    kept = made.text.split("\n\n")
    assert not any(paragraph.strip() in text[one.start : one.end] for one in made.removed for paragraph in kept)
    gone = "".join(text[one.start : one.end] for one in made.removed)
    assert sum(map(len, (line.strip() for line in text.split("\n")))) == sum(len(p.strip()) for p in kept) + sum(
        len(line.strip()) for line in "\n".join(text[one.start : one.end] for one in made.removed).split("\n")
    ), gone


def test_what_is_provably_scrambled_is_mended_with_both_readings() -> None:
    made = clean(SOUND.replace("promised a small", "wasnâ€™t sure about a").encode())
    assert "wasn’t sure about" in made.text
    (repair,) = made.repaired
    assert (repair.was, repair.now, repair.why) == ("â€™", "’", "UTF-8 that was read as Windows-1252")


def test_controls_that_were_signs_are_mended_and_others_are_left() -> None:
    made = clean(SOUND.replace("promised a small", "said \x84yes\x93 to a sm\x8fall").encode())
    assert "said „yes“ to a sm\x8fall museum" in made.text
    assert [(one.was, one.now) for one in made.repaired] == [("\x84", "„"), ("\x93", "“")]


def test_what_was_scrambled_twice_is_mended_in_one() -> None:
    made = clean(SOUND.replace("promised a small", "promised a cafÃƒÂ© and a small").encode())
    assert "promised a café and a small museum" in made.text
    assert [(one.was, one.now) for one in made.repaired] == [("ÃƒÂ©", "é")]


def test_a_file_in_an_old_charset_is_cleaned_and_the_account_names_it() -> None:
    raw = TEXTS["ru"].replace("—", "-").encode("cp1251")
    made = clean(raw)
    assert "Мост через гавань снова открыт" in made.text
    assert json.loads(made.account("a.txt"))["source"] == {"sha256": hashlib.sha256(raw).hexdigest(), "charset": "cp1251"}


def test_what_only_looks_scrambled_is_left_alone() -> None:
    said = "O PRESIDENTE NÃO FALOU À “IRMÔ"
    made = clean(SOUND.replace("promised a small", f"wrote {said} on the wall of a").encode())
    assert said in made.text
    assert made.repaired == ()


def test_the_text_is_nfc_with_plain_line_ends_and_no_byte_order_mark() -> None:
    made = clean(("\ufeff" + SOUND.replace("thanked", "the\u0301 thanked")).replace("\n", "\r\n").encode())
    assert "th\u00e9 thanked" in made.text
    assert "\r" not in made.text
    assert not made.text.startswith("\ufeff")


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (SOUND.replace("a small museum", "“un petit musée – à côté” – dédié").encode().replace(b"divers", b"div\xffers"), "fit no reading"),
        (SOUND.replace("divers", "div\ufffdrs").encode(), "characters were lost"),
        (b"%PDF-1.7\n" + bytes(range(256)) * 9, "no text"),
        (SOUND.replace("ferry.", f"ferry.{MANIFEST}").encode(), "provenance manifest"),
        (
            SOUND.replace("a small museum", "“un petit musée – à côté” – dédié").encode("utf-8")[:700]
            + "déjà là, à côté, été".encode("cp1252"),
            "likely cp1252",
        ),
        (b"", "no article"),
    ],
)
def test_what_would_be_a_guess_is_refused(raw: bytes, said: str) -> None:
    with pytest.raises(NotCleanable, match=said):
        clean(raw)


def test_cleaning_is_never_in_place_and_leaves_the_original_alone(tmp_path: Path) -> None:
    put(tmp_path, a__txt=PAGE, b__txt="")
    refused = copydesk("clean", "a.txt", "--out", ".", cwd=tmp_path)
    assert refused.returncode == 2
    assert "would be written over itself" in refused.stderr
    done = copydesk("clean", "a.txt", "b.txt", "--out", "clean", cwd=tmp_path)
    assert done.returncode == 1
    assert "b.txt: not cleaned: no article is in it" in done.stdout
    assert (tmp_path / "a.txt").read_text() == PAGE
    account = json.loads((tmp_path / "clean" / "a.txt.clean.json").read_text())
    assert account["article"]["sha256"] == hashlib.sha256((tmp_path / "clean" / "a.txt").read_bytes()).hexdigest()
    assert not (tmp_path / "clean" / "b.txt").exists()


def test_explain_tells_every_line_its_kind_and_reasons(tmp_path: Path) -> None:
    put(tmp_path, a__txt=PAGE)
    done = copydesk("explain", "a.txt", cwd=tmp_path)
    assert done.returncode == 0
    numbers = [int(line[:5]) for line in done.stdout.splitlines() if line[:5].strip()]
    assert numbers == [n for n, line in enumerate(PAGE.split("\n"), 1) if line.strip()]
    assert "- " in done.stdout
