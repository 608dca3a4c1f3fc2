"""A rule's examples, made into files: the marks taken out, the short ones planted in a sound article."""

from __future__ import annotations

import msgspec

from checks.model import Sidecar, Span
from checks.rules.rule import Example

OPENED, CLOSED = "⟦", "⟧"
FRAME = """\
Harbour bridge reopens after two years of repairs

By Mara Lindqvist
Published: 14 March 2024, 09:30

The harbour bridge in Eastmoor opened to traffic again on Thursday, two years after engineers found cracks in its northern pier and closed it overnight.

Several hundred people walked across before the first bus. The town paid for most of the work itself, the engineer in charge said, and the last bill came in below the estimate.

{planted}

Shops on the south bank had lost about a third of their customers while the bridge was shut. "We kept the lights on and waited," said one owner, who sells bread and newspapers beside the ramp.

The next inspection is due in five years. Until then, lorries above twenty tonnes must use the ring road.

Source: Eastmoor Courier
"""
PARAGRAPH = "The mayor thanked the divers who had worked through two winters, and promised a small museum about the old ferry."


class Case(msgspec.Struct, frozen=True):
    """An example as a file: its bytes, its sidecar, and the spans where a rule must point."""

    raw: bytes
    sidecar: Sidecar | None
    marks: tuple[Span, ...]
    fault: str = ""


def case(example: Example) -> Case:
    """The file that an example stands for. Marks are counted as `read` will count them, the file taken as UTF-8."""
    given = example.text
    text = given if isinstance(given, str) else given.decode("utf-8", "surrogateescape")
    if "\n" not in text:
        text = FRAME.format(planted="\0").replace("\0", text)
    bare, marks = _without_marks(text)
    sidecar = None if example.sidecar is None else msgspec.convert(example.sidecar, Sidecar)
    return Case(bare.encode("utf-8", "surrogateescape"), sidecar, marks, example.fault)


def _without_marks(text: str) -> tuple[str, tuple[Span, ...]]:
    pieces = text.split(OPENED)
    bare, marks = pieces[0], []
    for piece in pieces[1:]:
        marked, _, after = piece.partition(CLOSED)
        marks.append(Span(len(bare), len(bare) + len(marked)))
        bare += marked + after
    return bare, tuple(marks)
