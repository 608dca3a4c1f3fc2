"""Which line is the headline over the article: a ranking of the lines that may be it.

The title zone is one voice among others: pages saved with their `<title>` repeat it over the article, a date or byline
follows, and the text begins soon after.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from checks.claims.labels import dense, phrases, role_of
from checks.claims.weights import weights

if TYPE_CHECKING:
    from checks.claims.places import Places

_BULLET = re.compile(r"[*+•·»>›○●■▪-]\s|\d{1,2}[.)]\s")
_CRUMBS = re.compile(r"\s[>»›/|→]{1,2}\s|>>")
ABOVE_BODY, ABOVE_DATE = 10, 4
"""Non-blank lines above the body and above the first dates below it that may be the headline."""
ECHO = 0.6
"""Share of a line's words that the page's title has when the line is its headline again."""
WHOLE = 0.97
LONGEST = 300
FEWEST = {True: 4, False: 8}


def find_title(places: Places) -> int | None:
    """The most likely headline; the title zone when nothing else is likely."""
    echoes = echoes_of(places) if places.inked else {}
    zoned = places.zones.title
    if zoned in echoes and zoned == max(echoes) and echoes[zoned] > WHOLE:
        return zoned
    found = title_candidates(places, echoes)
    if not found:
        return places.zones.title
    table = weights("headline")
    scores = {line: table["bias"] + sum(table.get(key, 0.0) for key in keys) for line, keys in found.items()}
    return max(sorted(scores), key=lambda line: scores[line])


def title_candidates(places: Places, echoes: dict[int, float]) -> dict[int, list[str]]:
    """Line -> what is seen of it as a headline, keys of the weights, for all lines that may be the headline."""
    inked, rank = places.inked, places.rank
    if not inked:
        return {}
    body = places.zones.first_body
    end = rank[body] if body is not None else min(len(inked), ABOVE_BODY)
    lines = {inked[0], *echoes, *inked[max(0, end - ABOVE_BODY) : end + 2]}
    lines.update(n for n, kind in enumerate(places.zones.kinds) if kind == "title")
    dates = [at for at in range(max(0, end - 40), min(len(inked), end + 12)) if places.dated(inked[at])]
    for at in dates[-3:]:
        lines.update(inked[max(0, at - ABOVE_DATE) : at])
    found = {}
    for line in sorted(lines):
        text = places.text(line)
        if FEWEST[dense(text[0])] <= len(text) <= LONGEST and not text.isdigit():
            found[line] = _seen(places, line, text, end, dates, echoes)
    return found


def _seen(places: Places, line: int, text: str, end: int, dates: list[int], echoes: dict[int, float]) -> list[str]:
    at = places.rank[line]
    share = echoes.get(line, 0.0)
    found = ["zone " + places.zones.kinds[line].split(":")[0]]
    found.append("echo whole" if share > WHOLE else "echo most" if share >= 0.75 else "echo part" if share else "echo none")
    if share and line == max(echoes):
        found.append("last echo")
    if share and line == min(echoes):
        found.append("first echo")
    if not echoes:
        found.append("no echoes")
    kinds = places.zones.kinds
    found += [kinds[line]] * (kinds[line] in ("junk:image-alt", "junk:site-header", "junk:breadcrumb"))
    if any(kinds[other] in ("lead", "body") for other in places.inked[max(0, at - 6) : at]):
        found.append("below text")
    if at == 0:
        found.append("first line")
    away = end - at
    found.append(
        "body "
        + (
            "above"
            if away < 0
            else "here"
            if away == 0
            else "1"
            if away < 2
            else "2-3"
            if away < 4
            else "4-7"
            if away < 8
            else "8-14"
            if away < 15
            else "far"
        )
    )
    gap = min((date - at for date in dates if date >= at), default=99)
    found.append("date " + ("here" if gap == 0 else "1" if gap == 1 else "2" if gap == 2 else "3-5" if gap < 6 else "far"))
    size = len(text) * (2 if dense(text[len(text) // 2]) else 1)
    found.append("size " + ("20" if size < 20 else "35" if size < 35 else "110" if size < 110 else "160" if size < 160 else "300"))
    found += ["stop"] * (text[-1] in ".。;；,，") + ["bullet"] * bool(_BULLET.match(text)) + ["crumbs"] * bool(_CRUMBS.search(text))
    labels = places.fields(line) if ":" in text or "：" in text else []
    found += ["field"] * bool(labels) + ["colon end"] * (text[-1] in ":：")
    found += ["photo"] * (any(one.role == "photo" and one.begin for one in labels) or _ends_in_credit(text))
    found += ["section"] * (text.casefold() in phrases("section")) + ["small"] * text[0].islower()
    if text.casefold().lstrip("（( *").startswith(_no_titles()):
        found.append("label")
    found += ["site"] * bool(_SITE.match(text))
    found += ["twice"] * (places.document.text.count(text) > 1)
    found += ["bracketed"] * (text[0] in "（(" and text[-1] in ")）")
    return found


def _ends_in_credit(text: str) -> bool:
    """Whether a bracket with a label for photos before `=`, `/` or a space ends the text."""
    begin = max(text.rfind("("), text.rfind("（"))
    return begin > 0 and text[-1] in ")）" and role_of(_LABEL_END.split(text[begin + 1 : begin + 30], maxsplit=1)[0]) == "photo"


_LABEL_END = re.compile(r"[=/ ]")
_SITE = re.compile(r"[\w-]{2,30}\.[a-z]{2,10}\s[-–—|]\s")


@cache
def _no_titles() -> tuple[str, ...]:
    """What lines of breadcrumbs and former headlines begin with."""
    return tuple(sorted(phrases("original-title") | phrases("breadcrumb")))


def echoes_of(places: Places) -> dict[int, float]:
    """Lines down to the body's end that say what the first line says, with the share of their words that it has."""
    first = places.text(places.inked[0])
    text, starts = places.document.text, places.starts
    last = places.zones.last_body
    stop = starts[last] + len(places.document.lines[last]) if last is not None else len(text)
    begin = starts[places.inked[0]] + len(places.document.lines[places.inked[0]])
    lines: set[int] = set()
    for key in _keys(first):
        at = text.find(key, begin, stop)
        for _ in range(8):
            if at < 0:
                break
            lines.add(places.line_at(at))
            at = text.find(key, at + len(key), stop)
    said = _words(first)
    found = {}
    for line in sorted(lines):
        own = places.text(line)
        if FEWEST[dense(own[0])] <= len(own) <= LONGEST:
            mine = _words(own)
            share = len(mine & said) / max(1, len(mine))
            if share >= ECHO and (len(mine) >= 3 or first.startswith(own)) and len(own) * 4 >= min(len(first), 60):
                found[line] = share
    return found


def _keys(title: str) -> list[str]:
    """Parts of a title by which its echoes are found: its longest words, or pieces where words are not parted."""
    if title and (dense(title[0]) or dense(title[len(title) // 2])):
        return [title[at : at + 4] for at in range(0, max(1, min(len(title), 40) - 4), 6)]
    words = sorted((word.strip(".,:;!?\"'“”„«»()") for word in title.split()), key=lambda word: (-len(word), word))
    return [word for word in words[:4] if len(word) > 3]


_QUOTES = str.maketrans("“”„«»’‘", '"""""\'\'')


def _words(text: str) -> frozenset[str]:
    """The words of a text, or its characters in pairs where words are not parted."""
    if dense(text[0]) or dense(text[len(text) // 2]):
        return frozenset(text[at : at + 2] for at in range(len(text) - 1) if not text[at : at + 2].isspace())
    return frozenset(text.casefold().translate(_QUOTES).split())
