"""Says how often the headline claimed is the page's title, from labelled pages given by path.

    python -m tools.headlines ARTICLES.jsonl.gz

A row of the file has text, lang, flattener and gold {title}. Counted are the pages whose text shows the title somewhere. `equal`: the
same letters and digits, case-folded; `longer`: the claim has the title within it, with a kicker or a site's name; `shorter`: the
title has the claim within it; `other`: another line of the page, or none. The weights were fitted on pages of the file: in sample.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

from checks.claims import claim
from checks.read import read
from checks.zone import zone
from tools.attribution_weights import fold

KINDS = ("equal", "longer", "shorter", "other")
SHORTEST = 4
"""Letters and digits of a title that can be told from chance."""


def verdict(page: dict[str, Any]) -> str | None:
    """How the headline claimed of a page stands to its title; None where the text does not show the title."""
    title = fold(page["gold"]["title"] or "")
    if len(title) < SHORTEST or title not in fold(page["text"]):
        return None
    document = read(page["text"].encode("utf-8", "surrogatepass"), "page.txt")
    said = fold(str(claim(document, zone(document)).headline.value or ""))
    if said == title:
        return "equal"
    return "longer" if title in said else "shorter" if len(said) >= 2 * SHORTEST and said in title else "other"


def main() -> None:
    """Count by flattener, and by language on the pages of bs4."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path)
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    with gzip.open(parser.parse_args().articles, "rt", encoding="utf-8") as lines:
        for page in map(json.loads, lines):
            found = verdict(page)
            for group in (page["flattener"], *([page["lang"]] if page["flattener"] == "bs4" else [])) if found else ():
                counts[group][str(found)] += 1
    for group, count in sorted(counts.items(), key=lambda pair: (-pair[1].total(), pair[0])):
        print(f"{group:12} {count.total():4} pages: " + ", ".join(f"{kind} {count[kind] / count.total():.3f}" for kind in KINDS))


if __name__ == "__main__":
    main()
