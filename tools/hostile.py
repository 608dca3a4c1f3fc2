"""Time against size for hostile files: reading and every ENC rule, a line for each family and size.

python tools/hostile.py [MEGABYTES …]      default: 1 3 10
"""

from __future__ import annotations

import sys
import time

import numpy as np

from checks.model import Claims, Zones
from checks.read import read
from checks.rules import encoding
from checks.rules.rule import Article, collect

FAMILIES = {
    "zero bytes": b"\0",
    "replacement characters": b"\xef\xbf\xbd",
    "one line": b"word ",
    "line ends": b"\n",
    "alternating encodings": "café au lait\n".encode() + "café au lait\n".encode("cp1252"),
    "bad bytes": b"\xc3\xa9\xff",
    "heaped marks": b"a" + "\u0301".encode() * 50,
    "mojibake": "Ã©â€™ ".encode(),
    "mojibake twice": "ÃƒÂ© ".encode(),
    "chinese misread": "鈥檚涓枃".encode(),
    "old charset": "Größe über Maß, ".encode("cp1252"),
    "old chinese": "大桥重新开放。".encode("gb18030"),
    "random bytes": np.random.default_rng(1).bytes(1 << 20),
    "question marks": b"a?b ",
    "open tags": b"<a ",
    "open braces": b"{{a",
    "joiners": "a\u200d".encode(),
    "directions": "\u2067".encode(),
    "manifests": "\ufeff\ufe00".encode(),
    "two scripts": "aа".encode(),
    "shifts of UTF-7": b"+AGE-~{ ",
}


def main(sizes: list[float]) -> None:
    """Print a Markdown table."""
    rules = collect(encoding)
    print("| family | " + " | ".join(f"{size:g} MB" for size in sizes) + " | slowest rule at the last |")
    print("|---|" + "---|" * (len(sizes) + 1))
    for name, piece in FAMILIES.items():
        cells, slowest = [], ""
        for size in sizes:
            raw = (piece * (int(size * 1e6) // len(piece) + 1))[: int(size * 1e6)]
            begun = time.process_time()
            document = read(raw, "hostile.txt")
            reading = time.process_time() - begun
            count = len(document.starts)
            article = Article(document, Zones(("body",) * count, (), (), np.zeros(count, np.float32)), Claims())
            taken = {}
            for one in rules:
                begun = time.process_time()
                list(one.check(article))
                taken[one.code] = time.process_time() - begun
            top = max(taken, key=taken.__getitem__)
            slowest = f"{top} {taken[top]:.2f} s"
            cells.append(f"{reading:.2f} + {sum(taken.values()):.2f} s")
        print(f"| {name} | " + " | ".join(cells) + f" | {slowest} |", flush=True)


if __name__ == "__main__":
    main([float(size) for size in sys.argv[1:]] or [1, 3, 10])
