"""Smoothing of categories: a menu is one menu, whatever a single entry of it is about.

Entries such as “Newsletter”, “Subscribe” or “Contact” are phrases of other categories, and inside a list of short links they
are links like the rest. A light row is a short one that could stand in any menu; a run of light rows takes the category of
the list that stands on both sides of it.
"""

from __future__ import annotations

from functools import cache

import numpy as np

LIGHT = 34
"""Characters (wide ones counted twice) up to which a row may be a menu entry; the median entry has 14, the 95th centile 33."""
LISTS = ("section-nav", "footer")
"""What takes light rows in."""
FIRM = ("site-header", "breadcrumb", "duplicate-title", "duplicate-lead", "image-alt", "comments", "most-read", "related-links-inline")
"""What is told by more than a phrase, and stays."""
_NONE = -1


def smoothed(named: np.ndarray, junk: np.ndarray, weight: np.ndarray, categories: tuple[str, ...]) -> np.ndarray:
    """The categories of rows, light rows of lists taken into their lists.

    Args:
        named: category numbers, shape (rows,); they mean something where `junk` is true.
        junk: which rows are junk.
        weight: the length of each row, wide characters counted twice.
        categories: the categories by number.

    """
    lists, firm = _named(LISTS, categories), _named(FIRM, categories)
    light = weight <= LIGHT
    parted = np.ones(len(named) + 1, bool)
    parted[1:-1] = (named[1:] != named[:-1]) | (junk[1:] != junk[:-1]) | (light[1:] != light[:-1])
    edges = parted.nonzero()[0]
    begins = edges[:-1]
    of_run, is_junk, is_light = named.take(begins), junk.take(begins), light.take(begins)
    small = is_junk & is_light
    # What ends the look for a list: a list or firm run, the article, a heavy run. The last two have no category to give.
    anchors = is_junk & (lists | firm).take(of_run)
    gives = np.where(anchors, of_run, _NONE)
    stops = anchors | ~small
    before, after = _nearest_above(gives, stops), _nearest_above(gives[::-1], stops[::-1])[::-1]
    taken = small & ~firm.take(of_run) & lists.take(before) & lists.take(after)
    return np.where(taken, before, of_run).repeat(edges[1:] - begins)


@cache
def _named(names: tuple[str, ...], categories: tuple[str, ...]) -> np.ndarray:
    """Which category numbers have these names; the last place is for none."""
    return np.array([name in names for name in categories] + [False])


def _nearest_above(gives: np.ndarray, stops: np.ndarray) -> np.ndarray:
    """What the nearest stop before each run gives; nothing where there is none."""
    last = np.maximum.accumulate(np.where(stops, np.arange(len(stops)), -1))
    padded = np.append(gives, gives.dtype.type(_NONE))
    found: np.ndarray = np.full_like(gives, _NONE)
    found[1:] = padded.take(last[:-1])
    return found
