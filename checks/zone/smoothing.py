"""Smoothing of categories: a menu is one menu, whatever a single entry of it is about.

Entries such as “Newsletter”, “Subscribe” or “Contact” are phrases of other categories, and inside a list of short links they
are links like the rest. A light row is a short one that could stand in any menu; a run of light rows takes the category of
the list that stands on both sides of it.
"""

from __future__ import annotations

from itertools import accumulate, groupby

import numpy as np

LIGHT = 34
"""Characters (wide ones counted twice) up to which a row may be a menu entry; the median entry has 14, the 95th centile 33."""
LISTS = ("section-nav", "footer")
"""What takes light rows in."""
FIRM = ("site-header", "breadcrumb", "duplicate-title", "duplicate-lead", "image-alt", "comments", "most-read", "related-links-inline")
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
    light = weight <= LIGHT
    out = named.tolist()
    runs = [(key, len(list(group))) for key, group in groupby(zip(junk.tolist(), out, light.tolist(), strict=True))]
    begins = list(accumulate((size for _, size in runs), initial=0))
    before = _anchors(runs, lists, firm)
    after = _anchors(runs[::-1], lists, firm)[::-1]
    for n, ((is_junk, category, is_light), size) in enumerate(runs):
        if is_junk and is_light and category not in firm and before[n] in lists and after[n] in lists:
            out[begins[n] : begins[n] + size] = [before[n]] * size
    return np.array(out, named.dtype)


def _anchors(runs: list[tuple[tuple[bool, int, bool], int]], lists: set[int], firm: set[int]) -> list[int]:
    """For each run the category of the last list or firm run before it; -1 where a heavy run or the article parts them."""
    found, last = [], -1
    for (is_junk, category, is_light), _ in runs:
        found.append(last)
        if not is_junk:
            last = -1
        elif category in lists or category in firm:
            last = category
        elif not is_light:
            last = -1
    return found
