"""Makes the scripts of the editors' pages small: `python tools/minify.py` (needs npx) writes `checks/out/html/assets/*.min.js`.

The first line of each says what it was made of; a page takes the scripts as written when that no longer fits, and a test complains.
"""

from __future__ import annotations

import subprocess
import sys

from checks.out.html.page import ASSETS, KINDS, source, stamp

TERSER = ("npx", "--yes", "terser@5.44.1", "--compress", "toplevel,passes=3,unsafe_arrows", "--mangle", "toplevel", "--ecma", "2022")


def main() -> int:
    """Write the file of every kind of page anew."""
    for kind in KINDS:
        written = source(kind)
        made = subprocess.run(TERSER, input=written, capture_output=True, text=True, check=True).stdout  # noqa: S603  our own script
        (ASSETS / f"{kind}.min.js").write_text(f"{stamp(written)}\n{made.strip()}\n", encoding="utf-8")
        print(f"{kind}: {len(written)} -> {len(made)} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
