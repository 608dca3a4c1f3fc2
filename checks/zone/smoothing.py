"""Smoothing of categories: a menu is one menu, whatever a single entry of it is about.

Entries such as “Newsletter”, “Subscribe” or “Contact” are phrases of other categories, and inside a list of short links they
are links like the rest. A light row is a short one that could stand in any menu; a run of light rows takes the category of
the list that stands on both sides of it.
"""

from __future__ import annotations

from itertools import groupby

import numpy as np

LIGHT = 34
"""Characters (wide ones counted twice) up to which a row may be a menu entry; the median entry has 14, the 95th centile 33."""
LISTS = ("section-nav", "footer")
"""What takes light rows in."""
FIRM = ("breadcrumb", "duplicate-title", "duplicate-lead", "image-alt", "comments", "most-read", "related-links-inline")
"""What is told by more than a phrase, and stays."""


def smoothed(named: np.ndarray, junk: np.ndarray, weight: np.ndarray, categories: tuple[str, ...]) -> np.ndarray:
    """The categories of rows, light rows of lists taken into their lists.

    Args:
        named: category numbers, shape (rows,); they mean something where `junk` is true.
        junk: which rows are junk.
        weight: the length of each row, wide characters counted twice.
        categories: the categories by number.

    """
    lists = {categories.index(name) for name in LISTS}
    firm = {categories.index(name) for name in FIRM}
    rest = categories.index("residue")
    light = weight <= LIGHT
    out = named.tolist()
    runs = [[key, len(list(group))] for key, group in groupby(zip(junk.tolist(), out, light.tolist(), strict=True))]
    begins = np.cumsum([0, *(size for _, size in runs)]).tolist()
    before = None
    anchors: list[int | None] = []
    for (is_junk, category, _), _ in runs:
        before = (before if category == rest else category) if is_junk and _anchor(category, lists, firm, rest) else before if is_junk else None
        anchors.append(before)
    after = None
    for n in range(len(runs) - 1, -1, -1):
        (is_junk, category, is_light), size = runs[n]
        if not is_junk:
            after = None
        elif _anchor(category, lists, firm, rest) or not is_light:
            after = category if _anchor(category, lists, firm, rest) else None
        elif anchors[n] in lists and after in lists:
            out[begins[n] : begins[n] + size] = [anchors[n]] * size
    return np.array(out, named.dtype)


def _anchor(category: int, lists: set[int], firm: set[int], rest: int) -> bool:
    return category != rest and (category in lists or category in firm)
