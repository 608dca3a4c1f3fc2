"""ENC: what happened to the bytes and characters of a file."""

from __future__ import annotations

from collections.abc import Iterable

from checks.model import Hit, Severity, Span
from checks.rules.rule import Article, rule


@rule(
    "ENC001",
    Severity.ERROR,
    bad=[b"The ferry \xe2\x9f\xa6\xff\xe2\x9f\xa7left at noon \xe2\x80\x93 as the caf\xc3\xa9s opened, the quay filled, and children\xe2\x80\x99s drawings hung from every lamp\xe2\x80\x93post on the front."],
    good=["The ferry left at noon – as the cafés opened."],
)
def damaged_bytes(article: Article) -> Iterable[Hit]:
    """Bytes stood in the file that its encoding does not allow.

    Nearly everything reads as UTF-8, so the file is UTF-8 and these bytes are damage: a cut, a bad join of two files, or a
    paragraph pasted from an older encoding.

    To do: look at the marked places and ask the supplier for an undamaged copy.
    """
    if article.document.encoding.decided_by == "utf-8-damaged":
        for bad in article.document.encoding.bad_bytes:
            yield Hit(f"byte 0x{bad.value:02X} at byte offset {bad.offset} is not UTF-8", (Span(bad.at, bad.at + 1),))
