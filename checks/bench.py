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
from itertools import pairwise
from typing import Any

from checks.claims import claim
from checks.errors import UsageError
from checks.files import ARTICLES, File, find
from checks.pipeline import Desk
from checks.read import read
from checks.report import judge
from checks.rules import inspect
from checks.rules.rule import Article
from checks.run import settle
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


STAGES = ("read", "zone", "claim", "inspect", "judge", "encode")


def stages(files: list[File]) -> dict[str, float]:
    """Stage -> seconds over all files, the least of three rounds."""
    raws = []
    for file in files:
        with open(file.path, "rb") as stream:
            raws.append(stream.read())
    rounds = [_walked(files, raws) for _ in range(ROUNDS)]
    return {stage: min(took[stage] for took in rounds) for stage in STAGES}


def _walked(files: list[File], raws: list[bytes]) -> dict[str, float]:
    """Stage -> seconds. File after file is walked through, as in a run: what one stage keeps of a file the next finds there."""
    desk, took = Desk(), dict.fromkeys(STAGES, 0.0)
    for file, raw in zip(files, raws, strict=True):
        laps = [time.perf_counter()]
        document = read(raw, file.name)
        laps.append(time.perf_counter())
        zones = zone(document)
        laps.append(time.perf_counter())
        claims = claim(document, zones)
        laps.append(time.perf_counter())
        findings = inspect(Article(document, zones, claims), desk.rules, {})
        laps.append(time.perf_counter())
        report = judge(document, zones, claims, findings, desk.rules, desk.policy)
        laps.append(time.perf_counter())
        report.encoded()
        laps.append(time.perf_counter())
        for stage, (begun, ended) in zip(STAGES, pairwise(laps), strict=True):
            took[stage] += ended - begun
    return took


def main(folder: str) -> None:
    """Print the table."""
    files = find([folder], ARTICLES)
    size = sum(os.path.getsize(file.path) for file in files)
    print(f"{len(files)} articles, {size / 1e6:.1f} MB, {size / len(files) / 1e3:.1f} kB each, Python {sys.version.split()[0]}")
    settle()
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
