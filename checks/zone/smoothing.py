"""Smoothing of categories: a menu is one menu, whatever a single entry of it is about.

Entries such as “Newsletter”, “Subscribe” or “Contact” are phrases of other categories, and inside a list of short links they
are links like the rest. A light row is a short one that could stand in any menu; a run of light rows takes the category of
the list that stands on both sides of it.
"""

from __future__ import annotations

from functools import cache

import numpy as np

LIGHT = np.float32(34)
"""Characters (wide ones counted twice) up to which a row may be a menu entry; the median entry has 14, the 95th centile 33."""
LISTS = ("section-nav", "footer")
"""What takes light rows in."""
FIRM = ("site-header", "breadcrumb", "duplicate-title", "duplicate-lead", "image-alt", "comments", "most-read", "related-links-inline")
"""What is told by more than a phrase, and stays."""
_NONE = -1
_ENDS, _LOOSE, _LIST, _HEAVY_LIST = range(4)
"""What a run of rows is to those around it. A list gives its category to light rows, loose ones take it, anything else ends the
look for a list; a light list may be taken by the lists on both its sides."""


def smoothed(named: np.ndarray, weight: np.ndarray, categories: tuple[str, ...]) -> np.ndarray:
    """The categories of rows, light rows of lists taken into their lists.

    Args:
        named: category numbers, -1 for rows of the article, shape (rows,).
        weight: the length of each row, wide characters counted twice.
        categories: the categories by number.

    """
    roles = _roles(categories).take(named + (weight <= LIGHT) * (len(categories) + 1))
    parted = np.empty(len(named) + 1, bool)
    parted[:1] = parted[-1:] = True
    np.logical_or(named[1:] != named[:-1], roles[1:] != roles[:-1], out=parted[1:-1])
    edges = parted.nonzero()[0] if len(named) else np.zeros(1, np.int64)
    begins = edges[:-1]
    of_run = named.take(begins).tolist()
    out = of_run.copy()
    above = before = _NONE
    stop, held = 0, []
    for run, role in enumerate(roles.take(begins).tolist()):
        if role == _LOOSE:
            held.append(run)
            continue
        if role >= _LIST and above != _NONE:
            for one in held:
                out[one] = above
            if before != _NONE:
                out[stop] = before
        before = above if role == _LIST else _NONE
        above = of_run[run] if role >= _LIST else _NONE
        stop, held = run, []
    return np.array(out, named.dtype).repeat(edges[1:] - begins)


@cache
def _roles(categories: tuple[str, ...]) -> np.ndarray:
    """The role of heavy rows of each category and of rows that have none, then the same of light rows."""
    heavy = [_HEAVY_LIST if name in LISTS else _ENDS for name in categories]
    light = [_LIST if name in LISTS else _ENDS if name in FIRM else _LOOSE for name in categories]
    return np.array([*heavy, _ENDS, *light, _ENDS])
