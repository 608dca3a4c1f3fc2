"""Time and memory against size for hostile files: the whole check, from the bytes to the encoded report.

python tools/hostile.py [--sizes 1 3 10 30 100] [--families NAME …] [--out docs/hostile.json]

Each measurement is a process of its own (`--one FAMILY MEGABYTES`), so that its memory is its own and a family that
breaks takes no other with it. What is measured is merged into the file of figures; `python tools/hostile_plot.py` draws it.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np

ROOT = Path(__file__).parent.parent
FIGURES = ROOT / "docs" / "hostile.json"
SIZES = (1.0, 3.0, 10.0, 30.0, 100.0)
LONGEST = 900
"""Seconds after which a measurement is given up."""
MEMORY = 12 << 30
"""Bytes of address space that a measurement may take."""
BLOCK = 1 << 20

FAMILIES: dict[str, bytes] = {
    "zero bytes": b"\0",
    "replacement characters": b"\xef\xbf\xbd",
    "one line": b"word ",
    "line ends": b"\n",
    "lines of a letter": b"a\n",
    "a word of a megabyte": b"a" * (BLOCK - 1) + b" ",
    "alternating encodings": "café au lait\n".encode() + "café au lait\n".encode("cp1252"),
    "bad bytes": b"\xc3\xa9\xff",
    "surrogates as UTF-8": b"\xed\xa0\x80",
    "random bytes": np.random.default_rng(1).bytes(BLOCK),
    "random letters": bytes(np.random.default_rng(1).choice(np.frombuffer(b"etaoinshrdlu    .,\n", np.uint8), BLOCK)),
    "heaped marks": b"a" + "\u0301".encode() * 50,
    "letters in pieces": "e\u0301\u1112\u1161\u11ab".encode(),
    "mojibake": "Ã©â€™ ".encode(),
    "Chinese misread": "鈥檚涓枃".encode(),
    "old charset": "Größe über Maß, ".encode("cp1252"),
    "old Chinese": "大桥重新开放。".encode("gb18030"),
    "UTF-16": "The harbour bridge. ".encode("utf-16-le"),
    "escapes": b"\x1b$B",
    "shifts of UTF-7": b"+AGE-~{ ",
    "question marks": b"a?b ",
    "brackets": "([{„“«".encode(),
    "open tags": b"<a ",
    "open braces": b"{{a",
    "entities": b"&amp;&amp",
    "joiners": "a\u200d".encode(),
    "directions": "\u202a\u202b\u202d\u202e\u2066\u2067\u2068\u202c\u2069".encode(),
    "manifests": "\ufeff\ufe00".encode(),
    "two scripts": "aа".encode(),
    "old Burmese font": "ေျမ\u1039".encode(),
    "digits": b"1",
    "dates in one line": b"3 May 2021, 04/05/2021, 2021-05-04; ",
    "dates in lines": b"Published: 3 May 2021, 04/05/2021\n",
    "bylines": b"By Ann Lee and Bo Ray, The Eastmoor Courier\n",
    "addresses": b"https://www.example.org/a/2021/05/04?b=c ",
    "page furniture": b"Share\nRead more\nRelated articles\nMost read\nCookies\n",
}


def content(family: str, size: int) -> bytes:
    """So many bytes of a family."""
    piece = FAMILIES[family]
    return (piece * (size // len(piece) + 1))[:size]


def measured(work: Callable[[], object]) -> float:
    """Processor seconds that a call takes."""
    begun = time.process_time()
    work()
    return time.process_time() - begun


def checked(family: str, size: int) -> float:
    """Processor seconds of one check, its report encoded."""
    from checks.pipeline import Desk, check

    raw = content(family, size)
    return measured(lambda: check(raw, "hostile.txt", Desk()).encoded())


def one(family: str, megabytes: float) -> None:
    """Measure in this process, after a small check that loads what the walk loads once; print JSON."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    checked(family, 20_000)
    seconds = checked(family, int(megabytes * 1e6))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3
    print(json.dumps({"seconds": round(seconds, 3), "memory": round(peak)}))


def apart(family: str, megabytes: float) -> dict[str, float | str]:
    """The same in a process of its own; what went wrong instead, if it did."""
    command = [sys.executable, __file__, "--one", family, str(megabytes)]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=LONGEST, check=False, cwd=ROOT)  # noqa: S603  our own program
    except subprocess.TimeoutExpired:
        return {"failed": f"more than {LONGEST} s"}
    if done.returncode:
        return {"failed": (done.stderr.strip().splitlines() or [f"exit {done.returncode}"])[-1]}
    answer: dict[str, float | str] = json.loads(done.stdout)
    return answer


def main(families: list[str], sizes: list[float], out: Path) -> None:
    """Measure, smallest first, and merge into the file."""
    known: dict[str, dict[str, dict[str, float | str]]] = json.loads(out.read_text("utf-8")) if out.exists() else {}
    for megabytes in sizes:
        for family in families:
            found = apart(family, megabytes)
            print(f"{family:24} {megabytes:6g} MB  {found}", flush=True)
            known.setdefault(family, {})[f"{megabytes:g}"] = found
            rows = {name: dict(sorted(known[name].items(), key=lambda row: float(row[0]))) for name in FAMILIES if name in known}
            out.write_text(json.dumps(rows, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--sizes", type=float, nargs="+", default=list(SIZES), metavar="MEGABYTES")
    parser.add_argument("--families", nargs="+", default=list(FAMILIES), choices=list(FAMILIES), metavar="NAME")
    parser.add_argument("--out", type=Path, default=FIGURES)
    parser.add_argument("--one", nargs=2, metavar=("FAMILY", "MEGABYTES"))
    chosen = parser.parse_args()
    if chosen.one:
        one(chosen.one[0], float(chosen.one[1]))
    else:
        main(chosen.families, chosen.sizes, chosen.out)
