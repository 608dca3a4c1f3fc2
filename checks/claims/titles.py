"""Which line is the headline over the article: a ranking of the lines that may be it.

The title zone is one voice among others: pages saved with their `<title>` repeat it over the article, a date or byline
follows, and the text begins soon after.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from checks.claims.echoes import WHOLE, echoes_of
from checks.claims.menus import menu_lines
from checks.claims.title_signs import CRUMBS, LATE, Around, around_headline, early_signs, late_signs
from checks.claims.weights import weights

if TYPE_CHECKING:
    from checks.claims.places import Places


def find_title(places: Places) -> int | None:
    """The most likely headline; the title zone when nothing else is likely."""
    zoned = places.zones.title
    if places.record is not None and zoned is not None:
        return zoned
    echoes = echoes_of(places) if places.inked else {}
    if zoned in echoes and zoned == max(echoes) and echoes[zoned] > WHOLE:
        return zoned
    around = around_headline(places, echoes)
    early = sorted((-_weigh(early_signs(around, line, text)), line) for line, text in around.lines.items())
    found: tuple[float, int] | None = None
    for minus, line in early:
        if found is not None and _gain() - minus < -found[0]:
            break  # no look-up can bring this line or a later one to the front
        one = (minus - _weigh(late_signs(around, line, around.lines[line])), line)
        found = one if found is None else min(found, one)
    return _over_deck(around, found[1]) if found is not None else places.zones.title


def _over_deck(around: Around, line: int) -> int:
    """The line right above this one, if it is as long as headlines are, and right under a trail from the home page."""
    places = around.places
    at = places.rank[line]
    if at < _DECK or places.dated(line):
        return line
    above, trail = places.inked[at - 1], places.text(places.inked[at - _DECK])
    higher = places.text(above)
    steps = [step.strip().casefold() for step in CRUMBS.split(trail) if step.strip()]
    fits = _SHORTEST_ABOVE <= len(higher) < _TALLER * len(places.text(line)) and not places.dated(above)
    fits = fits and places.zones.kinds[above] not in _OTHERS and not higher.startswith(places.text(line))
    if not fits or len(steps) < _DECK or steps[0] not in menu_lines():
        return line
    kept = places.text(line)[:_SHORTEST_ABOVE].casefold() in trail.casefold() or CRUMBS.search(higher) or higher[-1] in ".:：。"
    return line if kept or late_signs(around, above, higher) else above


_DECK, _SHORTEST_ABOVE, _TALLER = 2, 30, 2
_OTHERS = frozenset(f"junk:{kind}" for kind in ("consent", "ad", "newsletter", "paywall", "duplicate-title", "ui-control", "share-widget"))


def _weigh(keys: list[str]) -> float:
    get = weights("headline").get
    return sum([get(key, 0.0) for key in keys])


@cache
def _gain() -> float:
    """The most that look-ups can add to a line's score."""
    return sum(max(0.0, weights("headline").get(key, 0.0)) for key in LATE)


def title_candidates(places: Places, echoes: dict[int, float]) -> dict[int, list[str]]:
    """Line -> what is seen of it as a headline, keys of the weights, for all lines that may be the headline."""
    around = around_headline(places, echoes)
    return {line: early_signs(around, line, text) + late_signs(around, line, text) for line, text in around.lines.items()}
