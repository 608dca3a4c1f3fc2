"""Times the walk, stage by stage, over a folder of articles: `python -m checks.bench FOLDER`.

Prints milliseconds an article, megabytes a second and articles a second, each stage alone and the whole with reports
written. One process; the files are read into memory first.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable
from typing import Any

from checks.claims import claim
from checks.errors import UsageError
from checks.files import ARTICLES, File, find
from checks.pipeline import Desk
from checks.read import read
from checks.report import judge
from checks.rules import inspect
from checks.rules.rule import Article
from checks.single import Order, check_file
from checks.zone import zone

ROUNDS = 3


def timed(work: Callable[[], Any]) -> tuple[float, Any]:
    """Seconds of the quickest of three rounds, and the last result."""
    best, result = float("inf"), None
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        result = work()
        best = min(best, time.perf_counter() - begun)
    return best, result


def stages(files: list[File]) -> dict[str, float]:
    """Stage -> seconds over all files."""
    raws = []
    for file in files:
        with open(file.path, "rb") as stream:
            raws.append(stream.read())
    desk, took = Desk(), {}
    took["read"], documents = timed(lambda: [read(raw, file.name) for raw, file in zip(raws, files, strict=True)])
    for document in documents:
        _ = document.codes, document.starts, document.lines, document.sha256, document.git_blob
    took["zone"], zones = timed(lambda: [zone(document) for document in documents])
    took["claim"], claims = timed(lambda: [claim(d, z) for d, z in zip(documents, zones, strict=True)])
    articles = [Article(d, z, c) for d, z, c in zip(documents, zones, claims, strict=True)]
    took["inspect"], findings = timed(lambda: [inspect(article, desk.rules, {}) for article in articles])
    took["judge"], reports = timed(
        lambda: [judge(a.document, a.zones, a.claims, found, desk.rules, desk.policy) for a, found in zip(articles, findings, strict=True)]
    )
    took["encode"], _ = timed(lambda: [report.encoded() for report in reports])
    return took


def main(folder: str) -> None:
    """Print the table."""
    files = find([folder], ARTICLES)
    size = sum(os.path.getsize(file.path) for file in files)
    print(f"{len(files)} articles, {size / 1e6:.1f} MB, {size / len(files) / 1e3:.1f} kB each, Python {sys.version.split()[0]}")
    took = stages(files)
    with tempfile.TemporaryDirectory() as out:
        took["whole walk, reports written"] = timed(lambda: [check_file(file, Order(out=out)) for file in files])[0]
    print(f"{'stage':30}{'ms/article':>12}{'MB/s':>9}{'articles/s':>12}")
    for stage, seconds in took.items():
        print(f"{stage:30}{1e3 * seconds / len(files):12.3f}{size / seconds / 1e6:9.1f}{len(files) / seconds:12.0f}")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: python -m checks.bench FOLDER")
    try:
        main(sys.argv[1])
    except UsageError as error:
        sys.exit(str(error))
