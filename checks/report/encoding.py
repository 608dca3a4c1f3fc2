"""What a report says of a file's bytes: its charset, how that was decided, its line ends, its damage."""

from __future__ import annotations

from checks import statement as wire
from checks.characters import traits
from checks.model import Document


def encoding_facts(document: Document) -> wire.EncodingFacts:
    """What was proved about the bytes, and what the text shows of its making."""
    text, facts, seen = document.text, document.encoding, traits(document)
    return wire.EncodingFacts(
        charset=facts.charset,
        bom=facts.bom,
        newline=newline(text),  # type: ignore[arg-type]
        final_newline=text.endswith(("\n", "\r")),
        nfc=seen.nfc,
        nfkc=seen.nfkc,
        width_folded=True if len(seen.folded) else None,
        c2pa_text=_MANIFEST[seen.manifest and seen.manifest[0]],  # type: ignore[arg-type]
        decided_by=facts.decided_by,
        declared=facts.declared or None,
        detected=facts.detected or None,
        confidence=round(facts.confidence, 2) or None,
        alternatives=facts.alternatives,
        differs=tuple(span.start for span in facts.differs),
        bad_bytes=facts.bad_count,
        cut_bytes=facts.cut_bytes,
        regions=tuple(
            wire.ForeignRegion(byte_start=one.start, byte_end=one.end, start=one.span.start, end=one.span.end, charset=one.charset)
            for one in facts.regions
        ),
    )


_MANIFEST = {None: None, True: "present", False: "damaged"}


def newline(text: str) -> str:
    """How the lines of a text end: lf, crlf, cr, mixed or none."""
    if "\r" not in text:
        return "lf" if "\n" in text else "none"
    pairs = text.count("\r\n")
    counts = {"crlf": pairs, "cr": text.count("\r") - pairs, "lf": text.count("\n") - pairs}
    kinds = [kind for kind, count in counts.items() if count]
    return kinds[0] if len(kinds) == 1 else "mixed"
