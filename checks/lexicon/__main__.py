"""Writes `compiled.json` anew from the word files: `python -m checks.lexicon`."""

import sys

from checks.lexicon import COMPILED
from checks.lexicon.sources import LexiconError, compile_sources

try:
    COMPILED.write_bytes(compile_sources())
except LexiconError as error:
    sys.exit(str(error))
