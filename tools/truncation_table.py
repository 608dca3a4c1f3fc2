"""Recall of each kind of cut, bare and on pages: `python tools/truncation_table.py TRUNCATION.jsonl.gz ARTICLES.jsonl.gz [FOLDS]`.

The bare rows are those of the first file. The pages are those of the second under each of their flatteners, as they are and with
the article cut and the furniture kept. A cut is found when the claim is `partial`, and placed when a sign points at the very
line. F1 is against the whole ones, of the pages as if there were as many as cuts. FOLDS is what `tools/train_endings.py` takes.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import cuts

from checks.claims.completeness import representation, signs
from checks.model import Document, Zones
from checks.read import read
from checks.zone import zone

CROPPED = frozenset(cuts.KINDS) - {"head_cut", "middle_cut", "file_end"}
"""Kinds that are also cut on cropped pages: below the others nothing stands, or the whole article does."""


class Tally(NamedTuple):
    """Files of each kind, how many were called partial, and how many of them at the right line."""

    files: Counter[str]
    found: Counter[str]
    placed: Counter[str]

    def add(self, kind: str, document: Document, zones: Zones, line: int | None = None) -> None:
        """Judge a file."""
        self.files[kind] += 1
        if representation(document, zones).value == "partial":
            self.found[kind] += 1
            self.placed[kind] += line in {document.line_at(sign.span.start) for sign in signs(document, zones) if sign.cut}

    def table(self) -> str:
        """Markdown, one line per kind, the whole ones first."""
        alarms = self.found["complete"] / self.files["complete"]
        lines = ["| kind | files | found | at the line | F1 |", "| --- | --- | --- | --- | --- |"]
        scores = []
        for kind, files in self.files.items():
            recall = self.found[kind] / files
            score = 2 * recall / (1 + recall + alarms)
            scores += [score] if kind in cuts.KINDS else []
            shown = ("–", "–") if kind == "complete" else (f"{self.placed[kind] / files:.3f}", f"{score:.3f}")
            lines.append(f"| {kind} | {files} | {recall:.3f} | {shown[0]} | {shown[1]} |")
        return "\n".join([*lines, "", f"mean F1 {sum(scores) / len(scores):.3f}, false alarms {alarms:.3f}"])


def bare(path: Path) -> Tally:
    """The rows of the truncation data; where a row is cut is not known, so none is placed."""
    tally = Tally(Counter(), Counter(), Counter())
    for given in cuts.given_rows(path):
        document = read(given["raw"], "x.txt")
        tally.add(given["kind"], document, zone(document))
    return tally


def on_pages(articles: Path, asked: dict[str, list[str]], zoner: cuts.Zoner, *, crop: bool) -> Tally:
    """Whole pages, and each cut in every way, with all of their furniture or a few lines of it."""
    tally = Tally(Counter(), Counter(), Counter())
    for page in cuts.all_pages(articles):
        if page["dataset"] == "trafilatura":
            continue
        document = cuts.document_of(cuts.cropped(page, page["text"], None, "whole")[0] if crop else page["text"])
        tally.add("complete", document, zoner(page, document))
        for kind in cuts.KINDS:
            made = cuts.cut_page(page, kind, asked=asked)
            if made is not None:
                text, line = cuts.cropped(page, made.text, made.line, kind) if crop and kind in CROPPED else (made.text, made.line)
                document = cuts.document_of(text)
                tally.add(kind, document, zoner(page, document), line)
    return tally


def main() -> None:
    """Both tables."""
    endings, articles = Path(sys.argv[1]), Path(sys.argv[2])
    print(f"bare\n\n{bare(endings).table()}\n")
    zoner = cuts.zoner(Path(sys.argv[3]) if sys.argv[3:] else None)
    for name, crop in (("on pages", False), ("with a few lines of furniture", True)):
        print(f"{name}\n\n{on_pages(articles, cuts.prompts(endings), zoner, crop=crop).table()}\n")


if __name__ == "__main__":
    main()
