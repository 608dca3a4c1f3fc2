"""Pictures of a delivery as inline SVG, drawn by pygal, each with the table it was drawn from.

pygal's own style, script, tooltips and the date in its comment are taken out: the page's style sheet colours the classes,
nothing in a picture acts, and the same articles give the same picture.
"""

from __future__ import annotations

import math
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any
from xml.etree import ElementTree as ET

import msgspec
from markupsafe import Markup

from checks.out.html.tokens import plain
from checks.out.html.words import Words
from checks.out.summary import VERDICTS, IndexRow

MOST_MONTHS = 24
"""With more months than this the bars are years: narrower bars cannot be told apart on a telephone."""
MONTH = len("2021-11")
MOST_LEVEL = 8
"""With more bars than this their labels are slanted."""
MOST_BARS = 12
MOST_OUTLETS = 10
MOST_CAUSES = 10
LONGEST_LABEL = 30
LONGEST_CAUSE = 60
WIDTH = 520
WIDE = 860
ROW = 30
HIGH = 26
SHADES = 5


class Picture(msgspec.Struct, frozen=True):
    """A chart, what it shows, and its table."""

    name: str
    title: str
    note: str
    svg: Markup
    head: tuple[str, ...]
    body: tuple[tuple[str, ...], ...]
    legend: tuple[tuple[str, str], ...] = ()
    """Class and word of each colour."""


def pictures(rows: Sequence[IndexRow], titles: Mapping[str, str], w: Words) -> list[Picture]:
    """The pictures that these articles give; those without data are left out.

    Args:
        rows: the articles.
        titles: the titles of rules, by code.
        w: the words of the page.

    """
    known = [one for one in rows if one.charset]
    made = (
        _when(rows, w),
        _junk(rows, w),
        _causes(rows, titles, w),
        _counted("languages", ((w.tongue(one.language) if one.language else w("index.unknown_language")) for one in known), w),
        _counted("encodings", (one.charset for one in known), w),
    )
    return [one for one in made if one]


def _when(rows: Sequence[IndexRow], w: Words) -> Picture | None:
    by: dict[str, Counter[str]] = defaultdict(Counter)
    dated = [one for one in rows if len(one.date) >= MONTH]
    digits = MONTH if len({one.date[:MONTH] for one in dated}) <= MOST_MONTHS else 4
    for one in dated:
        by[one.date[:digits]][one.verdict] += 1
    if not by:
        return None
    times = sorted(by)
    chart = _pygal("StackedBar", height=320, x_label_rotation=45 if len(times) > MOST_LEVEL else 0, show_y_guides=True)
    chart.x_labels = [w.date(time) for time in times]
    chart.y_labels = _ticks(max(count.total() for count in by.values()))
    for verdict in reversed(VERDICTS):
        chart.add(verdict, [by[time][verdict] or None for time in times])
    undated = Counter(one.verdict for one in rows if len(one.date) < MONTH)
    body = [(w.date(time), *(str(by[time][verdict]) for verdict in VERDICTS)) for time in times]
    if undated:
        body.append((w("delivery.undated"), *(str(undated[verdict]) for verdict in VERDICTS)))
    return Picture(
        "when",
        w("delivery.when"),
        w("delivery.when_note"),
        _svg(chart, "when", w("delivery.when")),
        (w("delivery.month"), *(w(f"verdict.{verdict}") for verdict in VERDICTS)),
        tuple(body),
        tuple((f"color-{n}", w(f"verdict.{verdict}")) for n, verdict in enumerate(reversed(VERDICTS))),
    )


def _junk(rows: Sequence[IndexRow], w: Words) -> Picture | None:
    shares: dict[str, list[float]] = defaultdict(list)
    for one in rows:
        if one.junk_share is not None:
            shares[_outlet(one, w)].append(one.junk_share)
    if not shares:
        return None
    most = sorted(shares, key=lambda name: (-len(shares[name]), name))[:MOST_BARS]
    mean = {name: round(100 * sum(shares[name]) / len(shares[name]), 1) for name in most}
    most.sort(key=lambda name: (-mean[name], name))
    body = tuple((name, str(len(shares[name])), f"{mean[name]:g} %") for name in most)
    svg = _bars("junk", w("delivery.junk"), [(name, mean[name]) for name in most])
    head = (w("index.outlet"), w("delivery.count"), w("delivery.junk_share"))
    return Picture("junk", w("delivery.junk"), w("delivery.junk_note"), svg, head, body)


def _causes(rows: Sequence[IndexRow], titles: Mapping[str, str], w: Words) -> Picture | None:
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for one in rows:
        for cause in one.causes:
            counts[cause.code][_outlet(one, w)] += 1
    if not counts:
        return None
    codes = sorted(counts, key=lambda code: (-counts[code].total(), code))[:MOST_CAUSES]
    busy: Counter[str] = Counter()
    for code in codes:
        busy += counts[code]
    outlets = sorted(busy, key=lambda name: (-busy[name], name))[:MOST_OUTLETS]
    chart = _pygal("Dot", width=WIDE, height=140 + ROW * len(codes), x_label_rotation=30)
    chart.x_labels = [_short(name, LONGEST_LABEL // 2) for name in outlets]
    for code in codes:
        chart.add(_short(titles.get(code, code), LONGEST_CAUSE), [counts[code][name] or None for name in outlets])
    body = tuple((titles.get(code, code), *(str(counts[code][name] or "") for name in outlets)) for code in codes)
    title = w("delivery.causes")
    return Picture("causes", title, w("delivery.causes_note"), _svg(chart, "causes", title), (w("index.cause"), *outlets), body)


def _counted(name: str, values: Iterable[str], w: Words) -> Picture | None:
    counts = Counter(values)
    if not counts:
        return None
    ordered = sorted(counts, key=lambda value: (-counts[value], value))
    bars: list[tuple[str, float]] = [(value, counts[value]) for value in ordered[:MOST_BARS]]
    if rest := sum(counts[value] for value in ordered[MOST_BARS:]):
        bars.append((w("delivery.other"), rest))
    title = w(f"delivery.{name}")
    body = tuple((value, str(counts[value])) for value in ordered)
    return Picture(name, title, w(f"delivery.{name}_note"), _bars(name, title, bars), (title, w("delivery.count")), body)


def _ticks(most: int) -> list[int]:
    """Whole numbers from 0 to at least the greatest count, at most seven."""
    step = next(size * 10**power for power in range(12) for size in (1, 2, 5) if size * 10**power * 6 >= most)
    return list(range(0, most + step, step))


def _outlet(one: IndexRow, w: Words) -> str:
    return plain(one.publisher) or w("index.unknown_outlet")


def _short(text: str, longest: int = LONGEST_LABEL) -> str:
    text = text.rstrip(".")
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"


def _bars(name: str, title: str, bars: Sequence[tuple[str, float]]) -> Markup:
    """Horizontal bars from top to bottom, each with its number."""
    room = 1.15 * max(value for _, value in bars) or 1  # for the number behind the longest bar
    chart = _pygal("HorizontalBar", height=30 + ROW * len(bars), range=(0, room), print_values=True, print_values_position="top")
    chart.x_labels = [_short(label) for label, _ in reversed(bars)]
    chart.add(title, [value for _, value in reversed(bars)])
    chart.value_formatter = lambda value: f"{value:g}"
    return _svg(chart, name, title, "chart bars")


def _pygal(kind: str, *, height: int, width: int = WIDTH, **options: Any) -> Any:
    import pygal  # type: ignore[import-untyped]  # 160 ms, and only the page about the delivery has pictures
    from pygal.style import Style  # type: ignore[import-untyped]

    # pygal's hook for its plugins has the shape that Python took out in 3.12: every later import would warn of it
    sys.meta_path[:] = [one for one in sys.meta_path if type(one).__name__ != "PluginImportFixer"]

    style = Style(label_font_size=13, major_label_font_size=13, value_font_size=13, value_label_font_size=13, font_family="sans-serif")
    bare = {"show_legend": False, "js": [], "css": [], "no_prefix": True, "truncate_legend": -1, "truncate_label": -1}
    return getattr(pygal, kind)(width=width, height=height, margin=8, spacing=8, style=style, **bare, **options)


def _heated(dots: Sequence[ET.Element]) -> None:
    """Dots, as pygal draws them, into the cells of a heat map: one size, and the darker the larger the dot was."""
    most = max((float(dot.attrib["r"]) for dot in dots), default=0)
    columns = sorted({float(dot.attrib["cx"]) for dot in dots})
    wide = min((right - left for left, right in pairwise(columns)), default=HIGH) - 2
    for dot in dots:
        across, down, size = (float(dot.attrib.pop(name)) for name in ("cx", "cy", "r"))
        dot.tag = "rect"
        dot.attrib |= {"x": f"{across - wide / 2:g}", "y": f"{down - HIGH / 2:g}", "width": f"{wide:g}", "height": f"{HIGH}"}
        dot.set("class", f"heat-{math.ceil(SHADES * size / most)}")


def _svg(chart: Any, name: str, title: str, style: str = "chart") -> Markup:
    """The picture alone: what would act, and what would differ between runs, is taken out."""
    tree = ET.fromstring(chart.render(is_unicode=False))  # noqa: S314  pygal's own output
    space = "{http://www.w3.org/2000/svg}"
    for parent in list(tree.iter()):
        for child in list(parent):
            tag = child.tag if isinstance(child.tag, str) else ""
            if tag.removeprefix(space) in ("style", "script", "defs", "title", "desc", "") or child.get("class") == "tooltip-overlay":
                parent.remove(child)
    _heated([node for node in tree.iter(f"{space}circle") if "dot" in node.get("class", "")])
    for node in tree.iter():
        node.tag = node.tag.removeprefix(space)
        for attribute in ("style", "id", *(("width", "height") if node is tree else ())):
            node.attrib.pop(attribute, None)
    tree.attrib |= {"role": "img", "aria-labelledby": f"{name}-title", "class": style}
    label = ET.Element("title", {"id": f"{name}-title"})
    label.text = title
    tree.insert(0, label)
    return Markup(ET.tostring(tree, encoding="unicode"))  # noqa: S704  ElementTree escaped it
