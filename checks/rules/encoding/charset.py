"""ENC: what charset the bytes are in, and which of them are not in it."""

from __future__ import annotations

from collections.abc import Iterable

from checks.model import Hit, Severity, Span
from checks.read.legacy import python_name
from checks.rules.encoding.pointing import counted, shown
from checks.rules.rule import Article, rule

TOLD = 20
"""Bad bytes that have a finding of their own; the rest of a badly damaged file shares one."""
PROVED = ("bom", "zero-bytes", "escapes", "detector", "utf-8-mixed")


@rule(
    "ENC001",
    Severity.ERROR,
    bad=[
        b"The ferry \xe2\x9f\xa6\xff\xe2\x9f\xa7left at noon \xe2\x80\x93 as the caf\xc3\xa9s opened, and the quay filled.",
        b"A na\xe2\x9f\xa6\xef\xe2\x9f\xa7ve plan, said the caf\xc3\xa9\xe2\x80\x99s owner, whose fianc\xc3\xa9e had never liked it.",
    ],
    good=[
        "The ferry left at noon – as the cafés opened.",
        "The sign over the door said «Чайка» in letters of brass, and the owner polished them every week.",
    ],
)
def damaged_bytes(article: Article) -> Iterable[Hit]:
    """Bytes stood in the file that its encoding does not allow.

    Nearly everything reads as the encoding named in the report, so these bytes are damage: a cut, a bad join of two files,
    or a word pasted from an older encoding. Where the older encoding is likely, the message says how the byte would read in it.

    To do: look at the marked places and ask the supplier for an undamaged copy.
    """
    facts = article.document.encoding
    if facts.cut_bytes and facts.bad_count == facts.cut_bytes:
        return
    size = len(article.document.raw) - facts.cut_bytes
    bad = [one for one in facts.bad_bytes if one.offset < size]
    for one in bad[:TOLD]:
        reads = f"; in an older encoding it reads “{shown(one.reads_as)}”" if one.reads_as else ""
        yield Hit(f"Byte 0x{one.value:02X} at byte {one.offset:,} is not {_name(facts.charset)}{reads}.", (Span(one.at, one.at + 1),))
    rest = facts.bad_count - facts.cut_bytes - min(TOLD, len(bad))
    if rest > 0:
        spans = tuple(Span(one.at, one.at + 1) for one in bad[TOLD:200])
        yield Hit(
            f"Beside the {counted(min(TOLD, len(bad)), 'bad byte')} listed one by one, {counted(rest, 'other')} cannot be read.", spans
        )


def _name(charset: str) -> str:
    return {"utf-8": "UTF-8", "utf-16-le": "UTF-16", "utf-16-be": "UTF-16", "utf-32-le": "UTF-32", "utf-32-be": "UTF-32"}.get(
        charset, charset
    )


@rule(
    "ENC003",
    Severity.ERROR,
    bad=[
        "Café reopens\n\nThe café by the quay is open again – and the señor who runs it says the crêpes are good.\n".encode()
        + b"\n\xe2\x9f\xa6Le caf\xe9 du port a rouvert ses portes \xe0 midi, et les \xe9l\xe8ves ont d\xe9j\xe0 mang\xe9.\xe2\x9f\xa7\n"
    ],
    good=["Café – señor – crêpes: all in one encoding."],
)
def mixed_encodings(article: Article) -> Iterable[Hit]:
    """Parts of the file were in another encoding than the rest.

    Two texts were joined byte by byte, each in its own encoding. Read as one, the second part turns into signs that are no
    letters. The message names the other encoding and says where it begins.

    To do: convert the marked part to UTF-8, or ask for the two texts apart.
    """
    facts = article.document.encoding
    for region in facts.regions:
        yield Hit(
            f"From byte {region.start:,} to byte {region.end:,} the file is in {region.charset}, not UTF-8; "
            f"it reads “{shown(region.reads_as.strip())}”.",
            (region.span,),
        )


@rule(
    "ENC004",
    Severity.WARNING,
    bad=[
        "Le café du port a rouvert\n\nLe café du port a rouvert ses portes à midi, et les élèves étaient déjà là.\n".encode("cp1252"),
        "Мост снова открыт\n\nМост через гавань снова открыт для движения после двух лет ремонта.\n".encode("koi8-r"),
    ],
    good=["Le café du port a rouvert ses portes à midi."],
)
def legacy_encoding(article: Article) -> Iterable[Hit]:
    """The file was in an encoding other than UTF-8.

    It was read all the same, and the report says how the encoding was told and what else it could be. Programs further down
    expect UTF-8 and will show wrong letters or stop.

    To do: save the file as UTF-8 after looking at the letters beyond plain ASCII.
    """
    facts = article.document.encoding
    if facts.charset != "utf-8" and facts.decided_by != "binary":
        how = {
            "bom": "as its byte order mark says", "zero-bytes": "as its zero bytes show", "escapes": "as its escape sequences show",
        }.get(facts.decided_by, "as its letters show")  # fmt: skip
        yield Hit(f"The file is in {facts.charset}, {how}, and not in UTF-8.")


@rule(
    "ENC005",
    Severity.WARNING,
    bad=[b"Price list\n\nThe ticket for the ferry costs \xe2\x9f\xa6\xa4\xe2\x9f\xa712 from Monday, the company said on Friday evening.\n"],
    good=["The ticket for the ferry costs €12 from Monday."],
)
def ambiguous_encoding(article: Article) -> Iterable[Hit]:
    """The bytes could be in more than one encoding, and the text differs.

    The few characters that would tell the encodings apart fit both readings. The text shown is the likelier one.

    To do: compare the marked characters with the page the article came from.
    """
    facts = article.document.encoding
    if facts.alternatives:
        others = " or ".join(facts.alternatives)
        yield Hit(f"The file reads as {facts.charset}, but {others} would fit nearly as well.", facts.differs)


@rule(
    "ENC006",
    Severity.WARNING,
    bad=['<meta charset="⟦windows-1251⟧">\n\nThe café by the quay is open again, and the crêpes are as good as they were two years ago.\n'],
    good=["The page said charset=utf-8 and the café was in UTF-8."],
)
def false_declaration(article: Article) -> Iterable[Hit]:
    """The file declared one encoding and was in another.

    A line at its beginning names an encoding, and the bytes are not in it. Programs that believe the line show wrong letters.

    To do: correct or remove the declaration.
    """
    facts = article.document.encoding
    said = python_name(facts.declared)
    if not said or article.document.text.isascii() or facts.decided_by == "binary" or _twins(said, facts.charset):
        return
    start = article.document.text.find(facts.declared)
    spans = (Span(start, start + len(facts.declared)),) if start >= 0 else ()
    yield Hit(f"The text says it is in {facts.declared}, but its bytes are in {facts.charset}.", spans)


def _twins(one: str, other: str) -> bool:
    """Whether two names are for one charset, or for one that contains the other."""
    families = (
        {"utf-8", "utf-8-sig"}, {"utf-16", "utf-16-le", "utf-16-be"}, {"utf-32", "utf-32-le", "utf-32-be"},
        {"cp1252", "iso8859-1", "iso8859-15", "ascii", "latin-1"}, {"gb2312", "gbk", "gb18030"}, {"euc_kr", "cp949"},
        {"big5", "cp950", "big5hkscs"}, {"shift_jis", "cp932", "shift_jis_2004"}, {"cp874", "tis-620", "iso8859-11"},
        {"cp1254", "iso8859-9"}, {"cp1253", "iso8859-7"}, {"cp1255", "iso8859-8"}, {"cp1250", "iso8859-2"}, {"koi8-r", "koi8-u"},
        {"euc_jp", "euc_jis_2004", "euc_jisx0213"},
    )  # fmt: skip
    return one == other or any(one in family and other in family for family in families)


@rule(
    "ENC007",
    Severity.ERROR,
    bad=[
        b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n",
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x02\0\0\0\x02\0\x08\x06\0\0\0",
    ],
    good=["PDF stands for Portable Document Format."],
)
def not_a_text(article: Article) -> Iterable[Hit]:
    """The file was no text.

    Its bytes are those of a document, a picture or a program. Somebody saved the wrong thing under an article's name.

    To do: replace it by the text of the article.
    """
    facts = article.document.encoding
    if facts.decided_by == "binary":
        yield Hit(f"The file is {facts.media_type} and no text.")


@rule(
    "ENC008",
    Severity.ERROR,
    bad=["version https://git-lfs.github.com/spec/v1\noid sha256:" + "5f" * 32 + "\nsize 8120\n"],
    good=["The paper keeps its pictures in Git LFS and its articles in plain files."],
)
def storage_pointer(article: Article) -> Iterable[Hit]:
    """A pointer to the article was saved in its place.

    Git LFS keeps large files elsewhere and leaves three lines that say where. Whoever fetched the repository without them got the
    pointer and not the article.

    To do: fetch the files (git lfs pull), or keep articles out of LFS.
    """
    if article.document.raw.startswith(b"version https://git-lfs.github.com/spec/"):
        yield Hit("The file is a pointer of Git LFS and not the article.")
