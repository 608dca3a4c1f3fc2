"""Draws the figures of `tools/hostile.py`: `python tools/hostile_plot.py` makes docs/hostile.svg and docs/hostile.md of docs/hostile.json.

A panel for each family, time against size, both axes logarithmic; what takes time in proportion to size is parallel to the
grey line, which is one second a megabyte.
"""

from __future__ import annotations

import json
import math
from html import escape
from pathlib import Path

FIGURES = Path(__file__).parent.parent / "docs" / "hostile.json"
WIDTH, HEIGHT, ACROSS = 150, 118, 6
LEFT, TOP, RIGHT, BOTTOM = 26, 20, 8, 18
MEGABYTES, SECONDS = (1.0, 100.0), (0.01, 100.0)
STYLE = (
    "text{font:9px sans-serif;fill:#444}.name{font-weight:600;fill:#111}.grid{stroke:#e4e4e4}.even{stroke:#bbb;stroke-dasharray:3 2}"
    ".line{fill:none;stroke:#1f5fa8;stroke-width:1.5}circle{fill:#1f5fa8}.figure{text-anchor:end;fill:#1f5fa8}.y{text-anchor:end}"
    ".x{text-anchor:middle}"
)
Points = list[tuple[float, float]]
Rows = dict[str, dict[str, dict[str, float]]]


def points(sizes: dict[str, dict[str, float]]) -> Points:
    """Megabytes and seconds of a family, from a megabyte on, smallest first; measurements that failed are left out."""
    found = [(float(size), one["seconds"]) for size, one in sizes.items() if "seconds" in one]
    return sorted((size, max(seconds, SECONDS[0])) for size, seconds in found if size >= MEGABYTES[0])


def slope(given: Points) -> float:
    """How time grows over the last decade of sizes: 1 is in proportion, 2 would be its square."""
    (size, seconds), (most, longest) = next(one for one in given if one[0] * 10 >= given[-1][0]), given[-1]
    return math.log(longest / seconds) / math.log(most / size) if most > size else 0.0


def place(size: float, seconds: float) -> tuple[float, float]:
    """Where a measurement stands in its panel."""
    across = math.log(size / MEGABYTES[0]) / math.log(MEGABYTES[1] / MEGABYTES[0])
    up = math.log(seconds / SECONDS[0]) / math.log(SECONDS[1] / SECONDS[0])
    return round(LEFT + across * (WIDTH - LEFT - RIGHT), 1), round(HEIGHT - BOTTOM - up * (HEIGHT - TOP - BOTTOM), 1)


def panel(name: str, given: Points, column: int, row: int) -> str:
    """One family."""
    out = [f'<g transform="translate({column * WIDTH} {row * HEIGHT})">']
    for megabytes in (1, 10, 100):
        x = place(megabytes, 1)[0]
        out.append(f'<path class="grid" d="M{x} {TOP}V{HEIGHT - BOTTOM}"/><text class="x" x="{x}" y="{HEIGHT - 7}">{megabytes}</text>')
    for seconds in (0.01, 0.1, 1, 10, 100):
        y = place(1, seconds)[1]
        out.append(
            f'<path class="grid" d="M{LEFT} {y}H{WIDTH - RIGHT}"/><text class="y" x="{LEFT - 3}" y="{round(y + 3, 1)}">{seconds:g}</text>'
        )
    (x, y), (end, top) = place(1, 1), place(100, 100)
    out.append(f'<path class="even" d="M{x} {y}L{end} {top}"/>')
    places = [place(*one) for one in given]
    out.append(f'<polyline class="line" points="{" ".join(f"{x},{y}" for x, y in places)}"/>')
    out += [f'<circle cx="{x}" cy="{y}" r="2"/>' for x, y in places]
    size, seconds = given[-1]
    out.append(f'<text class="name" x="{LEFT}" y="{TOP - 7}">{escape(name)}</text>')
    out.append(f'<text class="figure" x="{WIDTH - RIGHT - 2}" y="{HEIGHT - BOTTOM - 4}">{seconds / size:.3f} s/MB</text></g>')
    return "".join(out)


def drawing(rows: Rows) -> str:
    """All panels, as SVG."""
    known = {name: given for name, sizes in rows.items() if (given := points(sizes))}
    wide, high = ACROSS * WIDTH, math.ceil(len(known) / ACROSS) * HEIGHT
    panels = "\n".join(panel(name, given, *divmod(n, ACROSS)[::-1]) for n, (name, given) in enumerate(known.items()))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {high}" role="img">\n'
        "<title>Seconds (upwards) against megabytes (to the right) for hostile files, both logarithmic</title>\n"
        f'<style>{STYLE}</style><rect width="{wide}" height="{high}" fill="#fff"/>\n{panels}\n</svg>\n'
    )


def page(rows: Rows) -> str:
    """The table, as Markdown."""
    sizes = sorted({float(size) for each in rows.values() for size in each if float(size) >= MEGABYTES[0]})
    head = " | ".join(f"{size:g} MB" for size in sizes)
    lines = [
        "# Hostile files\n",
        (
            "Processor seconds of the whole check, bytes to encoded report, each in a process of its own. Written by"
            " `python tools/hostile.py` (measures) and `python tools/hostile_plot.py` (draws); what each family is made of stands in"
            " `tools/hostile.py`. *Slope* is how time grows over the last decade of sizes: 1 is in proportion.\n"
        ),
        "![Time against size](hostile.svg)\n",
        f"| family | {head} | slope | memory, MB |",
        "| --- |" + " ---: |" * (len(sizes) + 2),
    ]
    for name, each in rows.items():
        cells = [each.get(f"{size:g}", {}) for size in sizes]
        seconds = " | ".join(f"{cell['seconds']:.2f}" if "seconds" in cell else str(cell.get("failed", "")) for cell in cells)
        memory = next((f"{cell['memory']:,.0f}" for cell in reversed(cells) if "memory" in cell), "")
        given = points(each)
        lines.append(f"| {name} | {seconds} | {slope(given) if given else math.nan:.2f} | {memory} |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    figures: Rows = json.loads(FIGURES.read_text("utf-8"))
    FIGURES.with_suffix(".svg").write_text(drawing(figures), "utf-8")
    FIGURES.with_suffix(".md").write_text(page(figures), "utf-8")
