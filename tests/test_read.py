"""Reading: any bytes have a text, and the order of proof decides."""

from __future__ import annotations

import codecs
import time
from importlib.metadata import version

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from checks.model import Document
from checks.read import read
from checks.read.legacy import python_name
from tests.conftest import EVAL, tool
from tests.twelve_languages import LEGACY, TEXTS

languages = st.sampled_from(sorted(TEXTS))
old = st.sampled_from(sorted(LEGACY))


def by_hand(raw: bytes) -> list[int]:
    """Offsets of the bytes that are not UTF-8, found one at a time."""
    bad, at = [], 0
    while at < len(raw):
        for size in range(1, 5):
            try:
                raw[at : at + size].decode("utf-8")
            except UnicodeDecodeError:
                continue
            if len(raw[at : at + size]) == size:
                at += size
                break
        else:
            bad.append(at)
            at += 1
    return bad


@given(st.binary(max_size=400))
@example(b"\xff\xfe\x00\xd8")
@example(b"+2AA-")
@example(b"\x1b$B")
@example(b"\xed\xa0\x80" * 3)
@example("é".encode() * 5 + b"\xed\xa0\xbd\xed\xb8\x80")
def test_any_bytes_have_a_text_without_surrogates(raw: bytes) -> None:
    """And it survives being written as UTF-8."""
    document = read(raw, "a.txt")
    assert document.raw == raw
    document.text.encode("utf-8")
    assert codecs.lookup(document.encoding.charset)


@given(st.binary(max_size=400))
def test_reading_twice_gives_the_same_document(raw: bytes) -> None:
    """No chance, no order of sets."""
    one, two = read(raw, "a.txt"), read(raw, "a.txt")
    assert (one.text, one.encoding) == (two.text, two.encoding)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\ufeff\0\x1b~+"), min_size=1, max_size=300))
def test_utf8_is_proved_by_strict_decoding(text: str) -> None:
    """Whatever it says."""
    document = read(text.encode(), "a.txt")
    assert document.text == text
    assert document.encoding.charset == "utf-8"
    assert not document.encoding.bad_bytes


@given(language=languages, data=st.data())
def test_every_bad_byte_of_a_damaged_file_is_listed_at_its_offset(language: str, data: st.DataObject) -> None:
    """The offsets are those that a decoder going byte by byte finds; the places in the text hold U+FFFD."""
    raw = bytearray(TEXTS[language].encode() * 3)
    for _ in range(data.draw(st.integers(1, 6))):
        raw[data.draw(st.integers(0, len(raw) - 1))] = data.draw(st.integers(0x80, 0xFF))
    wanted = by_hand(bytes(raw))
    document = read(bytes(raw), "a.txt")
    facts = document.encoding
    if facts.charset != "utf-8" or facts.regions:
        return  # English has few letters that prove UTF-8, and several of its lines may be an old charset's now
    assert [bad.offset for bad in facts.bad_bytes] == wanted
    assert facts.bad_count == len(wanted)
    for bad in facts.bad_bytes:
        assert document.text[bad.at] == "\ufffd"
        assert len(bytes(raw)[: bad.offset].decode("utf-8", "surrogateescape")) == bad.at
        assert raw[bad.offset] == bad.value


@pytest.mark.parametrize(
    ("mark", "charset"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
@pytest.mark.parametrize("language", sorted(TEXTS))
def test_a_byte_order_mark_is_proof_and_is_counted(mark: bytes, charset: str, language: str) -> None:
    """It stays in the text as its first character."""
    document = read(mark + TEXTS[language].encode(charset), "a.txt")
    assert document.text == "\ufeff" + TEXTS[language]
    assert (document.encoding.charset, document.encoding.decided_by, document.encoding.bom) == (charset, "bom", True)


@pytest.mark.parametrize("charset", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("language", sorted(TEXTS))
def test_wide_characters_without_a_mark_are_told_by_their_zero_bytes(charset: str, language: str) -> None:
    """In every script, for line ends and spaces are ASCII everywhere; where few are, the detector confirms it."""
    document = read(TEXTS[language].encode(charset), "a.txt")
    assert (document.text, document.encoding.charset) == (TEXTS[language], charset)
    assert document.encoding.decided_by == "zero-bytes" or (language in ("zh", "ja", "ko") and document.encoding.decided_by == "detector")


@pytest.mark.parametrize(("language", "charset"), [("ja", "iso2022_jp"), ("ko", "iso2022_kr"), ("zh", "hz")])
def test_seven_bit_charsets_are_told_by_their_escapes(language: str, charset: str) -> None:
    """Though every byte of theirs is ASCII."""
    text = TEXTS[language].encode(charset, "ignore").decode(charset)
    document = read(text.encode(charset), "a.txt")
    assert (document.text, document.encoding.decided_by) == (text, "escapes")


def test_ascii_with_plus_signs_is_ascii() -> None:
    """Phone numbers and programming languages are no UTF-7."""
    text = "Call +442071838750- or write C++ and A+B- twice; see a+b-c.\n" * 3
    assert read(text.encode(), "a.txt").text == text


@given(language=old, start=st.integers(0, 60), size=st.sampled_from([150, 250, 400]))
def test_a_short_sample_of_an_old_charset_reads_right_or_says_that_it_cannot_tell(language: str, start: int, size: int) -> None:
    """The right reading is the answer or stands among the alternatives."""
    text = TEXTS[language].replace("—", "-")[start:]
    raw = text.encode(LEGACY[language])[:size]
    if raw.isascii():
        return
    facts = read(raw, "a.txt").encoding
    wanted = raw.decode(LEGACY[language], "replace")
    readings = [raw.decode(charset, "replace") for charset in (facts.charset, *facts.alternatives)]
    assert wanted in readings, (facts, wanted)


@pytest.mark.parametrize("language", sorted(LEGACY))
def test_evidence_of_the_detector_is_kept(language: str) -> None:
    """What it said, in its own words, and how sure it was."""
    facts = read(TEXTS[language].replace("—", "-").encode(LEGACY[language]), "a.txt").encoding
    assert facts.decided_by == "detector"
    assert python_name(facts.detected)
    assert 0 < facts.confidence <= 1


def test_a_declaration_is_evidence_and_does_not_decide() -> None:
    """A page that says windows-1251 and is UTF-8 is UTF-8."""
    facts = read('<meta charset="windows-1251">Кафе у моста'.encode(), "a.txt").encoding
    assert (facts.charset, facts.declared) == ("utf-8", "windows-1251")


def test_places_where_an_alternative_differs_are_listed() -> None:
    """The currency sign of two charsets."""
    document = read(
        b"The ticket for the ferry costs \xa412 from Monday, the company said on Friday evening, and \xa420 both ways.\n", "a.txt"
    )
    assert document.encoding.alternatives
    other = document.raw.decode(document.encoding.alternatives[0])
    assert [span.start for span in document.encoding.differs] == [
        at for at, (a, b) in enumerate(zip(document.text, other, strict=True)) if a != b
    ]


@pytest.mark.parametrize(
    ("raw", "media_type"),
    [
        (b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n", "application/pdf"),
        (b"PK\x03\x04\x14\0\x06\0", "application/zip"),
        (b"\x89PNG\r\n\x1a\n\0\0", "image/png"),
        (bytes(range(256)) * 8, "application/octet-stream"),
    ],
)
def test_what_is_no_text_is_called_so(raw: bytes, media_type: str) -> None:
    """By its first bytes, or because nothing reads as text."""
    facts = read(raw, "a.txt").encoding
    assert (facts.decided_by, facts.media_type) == ("binary", media_type)


def test_an_empty_file_is_empty() -> None:
    """And in UTF-8, as nothing contradicts it."""
    document = read(b"", "a.txt")
    assert (document.text, document.encoding.decided_by) == ("", "empty")


@pytest.mark.shared
@pytest.mark.parametrize("size", [None, 1000, 500, 200])
def test_labelled_files_and_their_beginnings_are_read_right_or_called_ambiguous(size: int | None) -> None:
    """At least 99 of 100 to the same text, and chardet alone is not ahead; none wrong that is not called ambiguous."""
    peers = tool("encoding_peers")
    samples = [(raw[:size], charset) for raw, charset in peers.labelled(EVAL)]
    right, wrong, _ = peers.row(peers.copydesk, samples)
    theirs, _, _ = peers.row(peers.peers()["chardet " + version("chardet")], samples)
    assert right >= max(0.99, theirs)
    assert wrong == 0


@pytest.mark.parametrize(("language", "charset"), [("zh", "gb2312"), ("ko", "euc_kr"), ("ja", "shift_jis")])
def test_a_charset_is_named_by_the_smallest_part_of_it_that_says_the_same(language: str, charset: str) -> None:
    document = read(TEXTS[language].replace("—", "-").encode(charset), "a.txt")
    assert (document.encoding.charset, document.text) == (charset, TEXTS[language].replace("—", "-"))


HOSTILE = {
    "zero bytes": b"\0",
    "replacement characters": b"\xef\xbf\xbd",
    "one line": b"word ",
    "line ends": b"\n",
    "bad bytes": b"\xc3\xa9\xff",
    "alternating encodings": "café\n".encode() + "café\n".encode("cp1252"),
    "old charset": "Größe über Maß ".encode("cp1252"),
    "gbk": "大桥重新开放。".encode("gb18030"),
    "heaped marks": b"a" + "\u0301".encode() * 50,
    "surrogates": b"\xed\xa0\x80",
    "shifts": b"+AGE-~{ ",
    "escapes": b"\x1b$B",
    "declarations": b"charset=",
}


@pytest.mark.parametrize("family", sorted(HOSTILE))
def test_reading_takes_time_in_proportion_to_size(family: str) -> None:
    """Eight times the bytes take less than twenty-four times as long; small times are too short to compare."""

    def seconds(size: int) -> float:
        raw = (HOSTILE[family] * (size // len(HOSTILE[family]) + 1))[:size]
        begun = time.process_time()
        document: Document = read(raw, "a.txt")
        assert document.raw is raw
        return time.process_time() - begun

    seconds(10_000)
    small, large = min(seconds(250_000) for _ in range(2)), seconds(2_000_000)
    assert large < max(0.5, 24 * small)
