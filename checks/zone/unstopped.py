"""Scripts that end no sentence with a mark: Thai and Lao, in which a space parts clauses and a paragraph simply stops.

The labelled pages hold none of them, so the line model has seen no paragraph without a full stop. What it is shown here
is what the same line would be in an alphabet with marks: letters instead of syllables, and long lines with their stops.
"""

from __future__ import annotations

import numpy as np

from checks.model import Document
from checks.shape import DENSE, LOWER, MARK, STOP

_FIRST, _SIZE = np.uint32(0x0E00), np.uint32(0x0100)
"""The blocks of Thai and Lao, one after the other."""
_PARAGRAPH = 110.0
"""Letters and vowel signs from which a line counts as running text: headlines are shorter, save one in two hundred."""
_SENTENCE = 120.0
"""Letters to a sentence, about what languages with full stops have."""


def spelled_out(document: Document, lines: np.ndarray, counts: np.ndarray, endings: np.ndarray) -> None:
    """Count the lines of Thai and Lao as if they were written in an alphabet with full stops.

    `counts` of shape (16, rows) and `endings` (rows,), the class of each line's last character, are changed in place.
    """
    letters = (document.codes - _FIRST) < _SIZE
    if not letters.any():
        return
    sums = np.add.reduceat(letters, document.starts.clip(max=len(letters) - 1), dtype=np.int64).take(lines)
    ours = (sums * 2 > counts[DENSE] + counts[MARK]).nonzero()[0]
    counts[LOWER, ours] += counts[DENSE, ours]
    counts[DENSE, ours] = 0
    long = ours[sums.take(ours) >= _PARAGRAPH]
    counts[STOP, long] += np.ceil(sums.take(long) / _SENTENCE)
    endings[long] = STOP
