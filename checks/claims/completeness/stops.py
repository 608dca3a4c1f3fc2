"""The marks at the ends of lines: what ends a sentence, what may stand after that, and what must be followed by something."""

from __future__ import annotations

from checks.patterns import lazily

STOPS = ".!?。！？｡．؟۔।॥։።፧။៕"
CLOSERS = "\"'”’“‘»«)）]】」』›>*_ \u00a0\u3000"
HANGING = ",;、，；،-–—/&+(（[【“„«「『"
STOPLESS = range(0x0E00, 0x0F00)
"""Thai and Lao: sentences have no mark at their end."""
_DENSE = lazily(r"[\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


def is_dense(text: str) -> bool:
    """Whether a text has letters of a script that says in one character what takes others two or three."""
    return not text.isascii() and bool(_DENSE.search(text))


def has_stop(text: str) -> bool:
    """Whether a line ends like a sentence, whatever closes after the stop."""
    bare = text.rstrip(CLOSERS)
    return bare[-1:] in STOPS and bool(bare)
