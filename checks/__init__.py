"""copydesk checks article files and writes a provenance report for each.

For programs: `check` and `Desk` (one file's bytes to a report), `admitted` (the articles that downstream code may use),
`clean` (the article without its page), `dates.read` (dates in a text). They are loaded when asked for.
"""

from __future__ import annotations

import importlib
import os
from typing import Any

# The line model multiplies small matrices: threads of the numeric library cost ten times what they save, the more so
# when every core already checks files. Set before numpy is loaded, and only if the user has not chosen.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from checks.version import VERSION

__version__ = VERSION

PUBLIC = {
    "check": "checks.pipeline",
    "clean": "checks.cleaning",
    "Desk": "checks.pipeline",
    "Demand": "checks.attest.verify",
    "admitted": "checks.attest.verify",
}

__all__ = ["Demand", "Desk", "__version__", "admitted", "check", "clean"]


def __getattr__(name: str) -> Any:
    if name not in PUBLIC:
        raise AttributeError(f"module 'checks' has no attribute {name!r}")
    return getattr(importlib.import_module(PUBLIC[name]), name)
