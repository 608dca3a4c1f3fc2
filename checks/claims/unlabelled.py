"""Names without a label: by their shape, beside the date or a little below the headline."""

from __future__ import annotations

from checks.claims.candidate import Candidate
from checks.claims.dates.names import bare, names
from checks.claims.labelled import label_size
from checks.claims.labels import dense, role_of
from checks.claims.name_pieces import dated_from, is_role, pieces, segments, trimmed, two_people, unparted, without_job
from checks.claims.names import PARTICLES, agencies, is_known_person, is_person
from checks.claims.no_names import before_day
from checks.claims.places import DATED, Places
from checks.lexicon import given_names, phrases
from checks.patterns import lazily

_LONGEST_BARE = 120
_SHORTEST_BARE = 2
"""Two Chinese characters without a label are more often a word than a name."""
_LONGEST_LONE = 30


def bare_names(text: str, line: int, found: list[Candidate]) -> bool:
    """Parts of a short line that look like a person's full name."""
    named = False
    if len(text) > _LONGEST_BARE or (text.isascii() and " " not in text):
        return False
    if role_of(text.split(":", 1)[0]) == "photo":
        return False
    if _after_by(text, line, found) or _behind_time(text, line, found) or _with_a_gap(text, line, found):
        return True
    for start, whole in segments(text):
        start += _glued_by(text[start:whole])  # noqa: PLW2901 - `ByNAME`
        date = dated_from(text, start, whole)
        end = before_day(text, start, whole if date is None else date, dated=date is not None)
        if start == end or (end < whole and not _may_precede_day(text[start:end])):
            continue
        for begin, last in pieces(text, start, end):
            if not _is_told_otherwise(text, begin, last, named=named):
                named |= _bare_name(text, line, begin, without_job(text, begin, last), found, named=named)
    return named


def _bare_name(text: str, line: int, begin: int, stop: int, found: list[Candidate], *, named: bool) -> bool:
    """Whether a piece of a line is a person's full name, or two of them; an agency alone is a candidate that is nobody."""
    name = text[begin:stop]
    if "@" in name and is_person(name.partition("@")[0]):
        stop = begin + name.index("@")
        name = text[begin:stop]
    if ":" in name or label_size(name) or name.partition(" ")[2].casefold() in agencies():
        return False
    if is_person(name) and len(name) > _SHORTEST_BARE and name.split(maxsplit=1)[0].casefold() not in PARTICLES and not _is_of_dates(name):
        found += [Candidate(line, one, other, "bare", group=line) for one, other in two_people(text, begin, stop)]
        return True
    if name.casefold() in agencies() and not (named and not {"(", "/", ","}.isdisjoint(text[:begin])):
        found.append(Candidate(line, begin, stop, "bare", group=line))
    return False


def _is_told_otherwise(text: str, begin: int, end: int, *, named: bool) -> bool:
    """Whether a stretch is what the one before it does, or what stands around it says that its bearer took the pictures."""
    pictures = text[:begin].rstrip().endswith(("©", "(c)", "(C)")) or _took_pictures(text[end:])
    return pictures or (named and is_role(text[begin:end]))


def _glued_by(text: str) -> int:
    """The length of a label such as `By` that is glued to the given name behind it."""
    for size in range(2, _LONGEST_BY):
        if text[size : size + 1].isupper() and text[size - 1].islower() and text[:size].casefold() in phrases("by"):
            first = text[size:].split(" ", 1)[0].casefold()
            return size if first in given_names() or len(two_people(text, size, len(text))) > 1 else 0
    return 0


_LONGEST_BY = 12


def _took_pictures(behind: str) -> bool:
    """Whether a bracket behind a name says that its bearer took the pictures: `NAME (Fotos)`."""
    behind = behind.lstrip()
    return behind.startswith("(") and behind[1:].partition(")")[0].strip().casefold() in phrases("photo")


def _may_precede_day(text: str) -> bool:
    """Whether the words before a date may be a name: they are no label for it, and the last has a capital or is of a script without."""
    last = text.rsplit(maxsplit=1)[-1:]
    return bool(last) and not last[0][0].islower() and bare(text) not in names().labels


def _after_by(text: str, line: int, found: list[Candidate]) -> bool:
    """Swahili `Na NAME` as a line of its own: a label that is an everyday word of other languages."""
    label, _, name = text.partition(" ")
    if label.casefold() in phrases("by-dated"):
        name = _REST.split(name, maxsplit=1)[0]
        end = len(label) + 1 + len(name)
        if is_known_person(name):
            found.append(Candidate(line, len(label) + 1, end, "by", "author", label, 0, line))
            return True
        return False
    if label.casefold() not in phrases("by-alone") or " " not in name or not is_person(name):
        return False
    found.append(Candidate(line, len(label) + 1, len(text), "by", "author", label, 0, line))
    return True


_REST = lazily(r"\s?[,|•·–—(]|\s-\s")
_TIME = lazily(r"(?<!\d)\d{1,2}[:.h]\d\d(?!\d)\s(?=[^\W\d_])")


def _behind_time(text: str, line: int, found: list[Candidate]) -> bool:
    """`DAY TIME NAME` as a line of its own, no mark between: a full name whose given name is known."""
    time = _TIME.search(text) if text[:1].isdigit() else None
    if time is None or DATED.search(text, 0, time.end()) is None or not is_known_person(text[time.end() :]):
        return False
    found.append(Candidate(line, time.end(), len(text), "bare", group=line))
    return True


_GAPPED = lazily(r"([\u3400-\u9fff々]{1,3})[ \u3000]([\u3400-\u9fff々\u3041-\u30ff]{1,4})(?:[ \u3000]?(?:記者|編集委員|論説委員|特派員))?")


def _with_a_gap(text: str, line: int, found: list[Candidate]) -> bool:
    """Japanese `FAMILY GIVEN` as a line of its own, a space between and what he or she does behind."""
    name = _GAPPED.fullmatch(text) if len(text) <= _LONGEST_GAPPED else None
    if name is None or name[1] not in phrases("surname"):
        return False
    found.append(Candidate(line, 0, name.end(2), "bare", group=line))
    return True


_LONGEST_GAPPED = 14


def _is_of_dates(name: str) -> bool:
    """Whether a name is that of a day, which in Vietnamese has two words in capitals, or a label for a date, a day behind it or not."""
    words, known = bare(name), names()
    label, _, last = words.rpartition(" ")
    return words in known.weekdays or words in known.labels or (last in known.weekdays and label in known.labels)


def account(places: Places, line: int, text: str, found: list[Candidate]) -> None:
    """A Chinese platform's account: a short line by itself between the headline and a line with the labelled date."""
    rank = places.rank[line]
    if places.title is None or not 0 < rank - places.rank[places.title] <= 2 or not 2 <= len(text) <= 14 or rank + 1 >= len(places.inked):
        return
    below = places.text(places.inked[rank + 1])
    if dense(text[-1]) and " " not in text and below.startswith(("发布时间", "发表时间", "发布于", "發布時間")):
        found.append(Candidate(line, 0, len(text), "account", group=line))


def lone(places: Places, line: int, text: str, found: list[Candidate]) -> None:
    """One or two words of a pen name, a desk or an agency a little below the title, beside a line with a date if unknown."""
    if (
        places.title is None
        or len(text) > _LONGEST_LONE
        or text.count(" ") > 2
        or "©" in text
        or ":" in text[:-1]
        or not any(c.isalpha() for c in text)
    ):
        return
    rank = places.rank[line]
    away = rank - places.rank[places.title]
    low = text.casefold().strip(" .,:;-–|()")
    known = is_known(low)
    if not 0 < away <= (12 if known else 6) or (not known and (unparted(text[0]) or role_of(text) or DATED.search(text))):
        return
    if known or any(places.dated(places.inked[at]) for at in (rank - 1, rank + 1) if 0 <= at < len(places.inked)):
        start, end = trimmed(text, 0, len(text))
        if end - start > 1:
            found.append(Candidate(line, start, end, "lone", group=line))


def is_known(low: str) -> bool:
    """Whether a case-folded name is that of a desk or an agency, or has a word for a desk."""
    return low in agencies() or not phrases("desk").isdisjoint((low, *low.replace("-", " ").split()))
