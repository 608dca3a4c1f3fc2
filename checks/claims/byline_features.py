"""What is seen of a candidate for a byline: the keys under which the weights stand."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left, bisect_right

from checks.claims.byline_company import is_headline, is_joined, lines_away, past_body
from checks.claims.candidate import Candidate, name_of
from checks.claims.labels import RARE_COLONS, dense, role_of
from checks.claims.names import agencies, common_words, is_han_name, is_organisation, is_person, names_of
from checks.claims.places import DATED, PROSE, Places
from checks.claims.sign_offs import signs_off
from checks.lexicon import given_names, phrases
from checks.model import Span
from checks.patterns import lazily

_COLONS = (":", "：", *RARE_COLONS)

_STEPS = (-5, 0, 1, 2, 3, 4, 6, 9, 15, 21)
_AWAY = ("far above", "above", "here", "1", "2", "3", "4-5", "6-8", "9-14", "15-20", "far")
_DETAILED = frozenset(["junk:ui-control", "junk:image-alt", "junk:related-block", "junk:section-nav", "junk:comments", "junk:footer"])
_LABELLED = frozenset(["by", "by-above", "author", "author-above", "written"])


Rivalry = dict[str, tuple[int, list[str]]]
"""Form -> the first group of candidates of that form, and what holds for all of that form."""


def features(places: Places, one: Candidate, taken: frozenset[Span], among: Rivalry) -> list[str]:
    """What is seen of a candidate, as keys of the weights."""
    return [*at_once(places, one, taken, among), *beside(places, one), *elsewhere(places, one)]


def at_once(places: Places, one: Candidate, taken: frozenset[Span], among: Rivalry) -> list[str]:
    """What is seen of a candidate itself: its form and shape, its words, its place, its rivals."""
    name, text = name_of(places, one), places.text(one.line)
    low = name.casefold()
    kind = places.zones.kinds[one.line]
    group = _group(one)
    shape = _shape(name, low, person=one.form == "bare")
    found = [
        "form " + one.form,
        f"{group} {shape}",
        *_words(name, low),
        *_placed(places, places.rank[one.line], group),
        *past_body(places, places.rank[one.line]),
        *["joined"] * is_joined(text, one),
        *["first of form"] * (among[one.form][0] == one.group),
        *among[one.form][1],
    ]
    if shape not in ("agency", "desk"):
        found.append("zone " + (kind if kind in _DETAILED else kind.split(":")[0]))
        if low in phrases("section") or role_of(name) is not None:
            found.append("section")
    if one.form == "author" and one.end == len(text) and text[one.label_start + len(one.label) : one.start].strip() in _COLONS:
        found.append("labelled line")
    if one.line != places.title and any(len(word) > 3 and word in places.low_title for word in low.split()):
        found.append("in headline")
    if one.form in ("bare", "sign") and one.start == 0 and shape == "person" and "beside labels" not in among[one.form][1]:
        found += _signs(places, one, name)
    if one.label and dense(one.label[-1]):
        found.append("dense label")
    if taken and places.span(one.line, one.start, one.end) in taken:
        found.append("credit")
    return found


def _signs(places: Places, one: Candidate, name: str) -> list[str]:
    """Whether the address of the one named follows a name, and whether it ends the running text with a label for the source below."""
    inked, rank = places.inked, places.rank[one.line]
    behind = places.text(one.line)[one.end :]
    below = places.text(inked[rank + 1]) if rank + 1 < len(inked) else ""
    found = ["signed off"] * (_is_given(name) and one.start == 0 and (not behind or behind[0] == ",") and signs_off(places, rank))
    found += ["own address"] * (("@" in behind or "@" in below[:_LONGEST_ADDRESS]) and _is_address_of(name, behind + " " + below))
    if not behind and below and places.prose and places.prose[-1] == rank - 1:
        found += ["above source"] * any(field.role == "source" and field.begin == 0 for field in places.fields(inked[rank + 1]))
    return found


_LONGEST_ADDRESS = 60
_LETTERS = str.maketrans("þðøłßæåœđı", "tdolsaaodi")


def _is_address_of(name: str, text: str) -> bool:
    """Whether the first mail address of a text, or the account's name behind its `@`, has a name's word or its first letters."""
    local = text[: text.find("@")].rsplit(maxsplit=1)[-1:] or text[text.find("@") :].split(maxsplit=1)[:1]
    plain = _plain(local[0])
    return any(word[:_ENOUGH_LETTERS] in plain for word in _plain(name).split() if len(word) >= _ENOUGH_LETTERS)


_ENOUGH_LETTERS = 4


def _plain(text: str) -> str:
    """A text in small letters without accents."""
    return "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c)).translate(_LETTERS)


def _group(one: Candidate) -> str:
    """The forms with a label are one group, the others one each."""
    return "labelled" if one.form in _LABELLED else one.form


def _placed(places: Places, rank: int, group: str) -> list[str]:
    """How far a candidate is from the headline, and how much prose stands between."""
    if places.title is None:
        return ["title none"]
    top = places.rank[places.title]
    away = rank - top
    prose = places.prose
    between = bisect_left(prose, rank) - bisect_right(prose, top) if away > 0 else 0
    found = ["title " + _AWAY[bisect_right(_STEPS, away)]]
    found.append(f"{group} prose {min(between, 3)}")
    left = len(prose) - bisect_right(prose, rank)
    if away > 0 and left == 0 and between:
        last = rank - prose[-1]
        found.append("after prose " + lines_away(last))
    return found


def rivalry(found: list[Candidate]) -> Rivalry:
    """How candidates stand among those of their form: lists of other articles have many."""
    groups: dict[str, list[int]] = {}
    for one in found:
        groups.setdefault(one.form, []).append(one.group)
    labelled = any(one.label and one.form != "end" for one in found)
    among: Rivalry = {}
    for form, every in groups.items():
        kinds = len(set(every))
        among[form] = (
            every[0],
            [
                *["beside labels"] * (labelled and form == "bare"),
                "only of form" if kinds == 1 else "few of form" if kinds < _FEW else "many of form",
            ],
        )
    return among


_FEW = 4


def _shape(name: str, low: str, *, person: bool) -> str:
    words = name.split()
    if low in agencies():
        return "agency"
    if _is_desk(low):
        return "desk"
    if person or (is_han_name(name) if dense(name[0]) else is_person(name)):
        return "person" if len(words) < 4 else "long person"
    if is_organisation(name):
        return "organisation"
    if len(words) == 1:
        return "handle" if any(c in name for c in ".@_0123456789") else "one word"
    return "several words"


def _is_desk(low: str) -> bool:
    """Whether a name is that of a desk, or has a word for one and does not begin with a given name: families are called Staff."""
    words, desks = low.replace("-", " ").split(), phrases("desk")
    return low in desks or (not desks.isdisjoint(words) and words[0] not in given_names())


def _words(name: str, low: str) -> list[str]:
    found = []
    if _is_given(name):
        found.append("given name")
    if any(word.strip(".,:") in common_words() for word in low.split()):
        found.append("common word")
    if name.islower():
        found.append("small")
    elif name.isupper():
        found.append("capitals")
    return found


def _is_given(name: str) -> bool:
    """Whether a name begins with a given name that is known, or is a Hungarian one."""
    low = name.casefold()
    first = low.replace(".", " ").split()[0].split("-")[0] if low.strip(". ") else ""
    return first in given_names() or _is_hungarian(low)


def _is_hungarian(low: str) -> bool:
    """Whether a case-folded name ends in a Hungarian given name: there the family name stands first."""
    return not low.isascii() and low.rsplit(" ", 1)[-1] in names_of("hu") and len(low.split()) > 1


def beside(places: Places, one: Candidate) -> list[str]:
    """The rest of a candidate's line, and the lines beside it."""
    if one.form == "end":
        return []
    inked, rank, text = places.inked, places.rank[one.line], places.text(one.line)
    above = places.text(inked[rank - 1]) if rank else ""
    below = places.text(inked[rank + 1]) if rank + 1 < len(inked) else ""
    behind, rest = text[one.end :], len(text) - (one.end - one.start)
    dates = _dates_near(places, rank)
    found = ["date in line"] * (one.line in places.digit_lines and DATED.search(text[:200]) is not None)
    found.append(f"{_group(one)} {dates}")
    found += ["job"] * (_is_job(below) or (bool(behind) and _is_job(behind)))
    found += ["photo"] * ("©" in text or "©" in above[-40:] or "photo" in (role_of(above), role_of(text.split(":", 1)[0])))
    found += ["whole line"] * (rest < 3) + ["long line"] * (rest > 30)
    found += ["line begins"] * (one.start == 0) + ["line ends"] * (rest > 0 and text[-1] in ":.")
    found += ["prose below"] * (len(below) > PROSE) + ["prose above"] * (len(above) > PROSE)
    found += ["headline below"] * (is_headline(below) and inked[rank + 1] != places.title)
    found += ["among short lines"] * (one.form == "bare" and len(above) < 40 and len(below) < 40 and dates == "no date")
    addressed = "@" in behind or "@" in below[:_LONGEST_ADDRESS]
    return found + ["address below"] * (addressed and _is_address_of(name_of(places, one), f"{behind} {below}"))


def _dates_near(places: Places, rank: int) -> str:
    """Where within two non-blank lines of a line a dated one stands, those right beside it first."""
    inked, dated = places.inked, places.dated
    last = len(inked) - 1
    if rank < last and dated(inked[rank + 1]):
        return "date below"
    if rank and dated(inked[rank - 1]):
        return "date above"
    near = (rank + 1 < last and dated(inked[rank + 2])) or (rank > 1 and dated(inked[rank - 2]))
    return "date near" if near else "no date"


def _is_job(text: str) -> bool:
    """Whether a text is what people of a paper are called, or begins with it."""
    low = text[:60].casefold().strip(" ,;–-|·•")
    jobs = phrases("job")
    if low in jobs:
        return True
    first = _FIRST.match(low)
    return first is not None and first.group() in jobs


_FIRST = lazily(r"[^\W\d]+(?:[-:][^\W\d]+)?")


def elsewhere(places: Places, one: Candidate) -> list[str]:
    """Whether a name stands on the page again: in running text, as a line of its own, or in small letters as common words."""
    name, group = name_of(places, one), _group(one)
    low = name.casefold()
    if low in agencies() or _is_desk(low):
        return []
    family = name.rsplit(maxsplit=1)[-1]
    lines, prose, of_family = _seen_again(places, one.line, name, family if len(family) > 3 else name)
    found = ["in prose"] * (prose > 0) + ["often in prose"] * (prose > 2)
    found += [group + " line again"] * (lines > 0) + [group + " line often"] * (lines > 2)
    if of_family and not prose:
        found.append("family in prose")
    words = name.split()
    if not dense(name[0]) and words[0].casefold() not in given_names():
        found += ["small elsewhere"] * any(
            len(word) > 3 and f" {word.lower()} " in places.document.text for word in words if word[0].isupper()
        )
    return found


def _seen_again(places: Places, own: int, name: str, family: str) -> tuple[int, int, bool]:
    """How often a name is a line of its own and how often it is in running text, and whether the family name alone is there."""
    text, starts, ends = places.document.text, *places.document.edges
    before, lines, prose, alone = len(name) - len(family), 0, 0, False
    at = text.find(family)
    for _ in range(_MOST_OFTEN):
        if at < 0:
            break
        line = bisect_right(starts, at) - 1
        if line != own:
            size = ends[line] - starts[line]
            if at >= before and text.startswith(name, at - before):
                prose += size > PROSE
                lines += size <= len(name) + 12
            else:
                alone |= size > PROSE
        at = text.find(family, at + len(family))
    return lines, prose, alone


_MOST_OFTEN = 12
