"""Copydesk and its peers on labelled files, in one run: `python tools/encoding_peers.py DATA_DIR` prints a Markdown table.

DATA_DIR holds `encodings.jsonl.gz` (bytes, and the charset they are in). For whole files and for their first 200, 500 and
1,000 bytes: the share read to the same text as in the right charset, and the share of wrong answers. An answer of
copydesk is not wrong when it says that it is ambiguous and the right reading is among those it names. Peers that are not installed are left
out: `pip install charset-normalizer faust-cchardet resiliparse`.
"""

from __future__ import annotations

import base64
import codecs
import gzip
import importlib
import json
import sys
import time
from collections.abc import Callable
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent))

from checks.read import read

SIZES = (0, 1000, 500, 200)
Answer = Callable[[bytes], tuple[str, ...]]


def copydesk(raw: bytes) -> tuple[str, ...]:
    """Our answer and what else we say it could be."""
    facts = read(raw, "sample").encoding
    return (facts.charset, *facts.alternatives)


PEERS: tuple[tuple[str, str, Callable[[Any, bytes], str | None]], ...] = (
    ("chardet", "chardet", lambda module, raw: module.detect(raw, max_bytes=len(raw))["encoding"]),
    ("charset_normalizer", "charset-normalizer", lambda module, raw: getattr(module.from_bytes(raw).best(), "encoding", None)),
    ("cchardet", "faust-cchardet", lambda module, raw: module.detect(raw)["encoding"]),
    ("resiliparse.parse.encoding", "resiliparse", lambda module, raw: module.detect_encoding(raw, max_len=len(raw))),
)


def _asked(module: Any, ask: Callable[[Any, bytes], str | None], raw: bytes) -> tuple[str, ...]:
    return (ask(module, raw) or "",)


def peers() -> dict[str, Answer]:
    """Those that are installed."""
    found: dict[str, Answer] = {"copydesk": copydesk}
    for name, distribution, ask in PEERS:
        try:
            module = importlib.import_module(name)
        except ImportError:
            continue
        found[f"{distribution} {version(distribution)}"] = partial(_asked, module, ask)
    return found


TWINS = str.maketrans("～―∥－￠￡￢·", "〜—‖−¢£¬・")
"""Signs that vendors' tables give one and the same byte pair."""


def text(raw: bytes, charset: str) -> str | None:
    """Bytes read in a charset, a mark and a last character that is cut left out; None when it is unknown or they are not valid in it."""
    try:
        decoder: codecs.IncrementalDecoder = codecs.getincrementaldecoder(charset)("strict")
        return decoder.decode(raw, final=False).lstrip("\ufeff").translate(TWINS)
    except (LookupError, UnicodeError, ValueError):
        return None


def row(answer: Answer, samples: list[tuple[bytes, str]]) -> tuple[float, float, float]:
    """The share read right, the share answered wrong, and milliseconds a sample."""
    right = wrong = 0
    begun = time.process_time()
    answers = [answer(raw) for raw, _ in samples]
    took = time.process_time() - begun
    for (raw, charset), given in zip(samples, answers, strict=True):
        wanted = text(raw, charset)
        readings = [text(raw, one) for one in given]
        right += readings[0] == wanted
        wrong += wanted not in readings
    return right / len(samples), wrong / len(samples), 1e3 * took / len(samples)


def labelled(folder: Path) -> list[tuple[bytes, str]]:
    """The files, each with its charset."""
    with gzip.open(folder / "encodings.jsonl.gz", "rt", encoding="utf-8") as lines:
        return [(base64.b64decode(one["bytes"]), one["encoding"]) for one in map(json.loads, lines)]


def main(folder: Path) -> None:
    """Print the table."""
    files = labelled(folder)
    print(
        "| tool | "
        + " | ".join(f"first {size} bytes: right / wrong" if size else "whole: right / wrong" for size in SIZES)
        + " | ms a file |"
    )
    print("| --- |" + " --- |" * (len(SIZES) + 1))
    for name, answer in peers().items():
        answer(files[0][0])
        cells, took = [], 0.0
        for size in SIZES:
            right, wrong, milliseconds = row(answer, [(raw[: size or len(raw)], charset) for raw, charset in files])
            took = took or milliseconds
            cells.append(f"{right:.3f} / {wrong:.3f}")
        print(f"| {name} | {' | '.join(cells)} | {took:.1f} |", flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
