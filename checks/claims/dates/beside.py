"""What the line of a date says of it, and the short line above: the label that gives it its role, words, signs and times."""

from __future__ import annotations

from checks.claims.dates.layout import Layout
from checks.claims.dates.names import bare, names
from checks.claims.dates.traits import ROLES
from checks.claims.dates.written import Written
from checks.patterns import lazily

LEFT, RIGHT = 60, 40
DEEP, FRONT = 100, 2000
# Words with a small first letter, or letters of scripts without capitals, that make a sentence of what precedes a date. On
# 594 labelled pages 118 dates stand so, 25 of them the right day: 24 by coincidence, the other has its label behind it.
SMALL, CASELESS = 3, 14
DENSE = 10  # the same for kana and Han without a space; set by the 25 Chinese pages, where 14 let one event sentence through
WEAK = 3  # letters of a label that is also a word of sentences, such as "vom" and "on"
_PARTS = lazily(r"[|•·/:;。！？!?\t–—(（\[]|(?<=[^\W\d])\. | - ")
_CASELESS = lazily(r"[\u0600-\u06ff\u0900-\u0dff\u0e00-\u0eff\u3040-\u9fff\uac00-\ud7a3]")
_DENSE = lazily(r"[\u3040-\u9fff]")
_OWN = ("published", "updated")
_CLOCK = lazily(r"\d{1,2}\s?[:.h時시]\s?\d{2}|\d{1,2}\s?(?:[ap]\.?m\b|uhr|Uhr|h\b)")
_BY = frozenset("von by par por av af di da door autor author автор 作者 記者 记者".split())  # noqa: SIM905
_BEHIND = {"": 0} | {role: at for at, role in enumerate(ROLES, 1)}


class InLine:
    """What the line of a date says of it."""

    def __init__(self, text: str, written: Written, start: int, end: int) -> None:
        low = max(start, written.start - LEFT)
        self.left, self.right = text[low : written.start], text[written.end : min(end, written.end + RIGHT)]
        self.said, self.following = bare(self.left), bare(self.right)
        self.role, self.label = label_before(self.left, self.said, low)
        self.weak = self.label is not None and self.label[1] - self.label[0] <= WEAK and self.left.isascii()
        self.ahead = text[start : min(written.start, start + FRONT)] if written.start - start > DEEP else ""
        self.words, self.behind = self.said.split(), self.following.split()
        self.byline = not _BY.isdisjoint(self.words)
        self.sentence = self.opens_clause(SMALL)

    def tells(self) -> bool:
        """Whether the date is told of: in a post quoted from elsewhere, or in a sentence that it ends or begins."""
        if "(@" in self.left or self.ends_clause():
            return True
        # "On 3 May 2024 the ferry was towed …": of 73 such dates on labelled pages two are right, both by coincidence.
        opens = self.sentence and not self.role and len(self.words) <= 1
        return opens and not self._label_behind() and self.opens_clause(SMALL + 1)

    def ends_clause(self) -> bool:
        """Whether the words up to the date are those of a sentence that tells of it, and not a byline or a list of details."""
        if len(self.left) < DENSE or (self.role in _OWN and not self.weak):
            return False
        clause = _PARTS.split(self.left)[-1]
        small = 0 if self.byline else sum([word[0].islower() for word in clause.split()])
        if small < SMALL and (clause.isascii() or not _is_long(clause)):
            return False
        return not self._label_behind()

    def opens_clause(self, least: int) -> bool:
        """Whether the words behind the date are those of a sentence that it opens: at least so many of them small."""
        clause = _PARTS.split(self.right, maxsplit=1)[0]
        small = sum([word[0].islower() for word in clause.split()])
        return small >= least or (not clause.isascii() and _is_long(clause.replace(",", " ").replace("，", "")))

    def _label_behind(self) -> bool:
        labels = names().labels
        return any(labels.get(word) in _OWN for word in self.behind[:4])

    def classes(self) -> list[int]:
        """Its classes from `behind` to `sentence`."""
        left, words, behind, table = self.left, self.words, self.behind, names()
        return [
            _BEHIND[table.labels.get(behind[0], "")] if behind else 0,
            bool(_CLOCK.search(self.right[:22]) or _CLOCK.search(left[-14:])),
            bool((words and words[-1] in table.weekdays) or (behind and behind[0] in table.weekdays)),
            not self.role and not words,
            not words and not behind,
            bool(left) and ("©" in left or "copyright" in self.said or "(c)" in left.casefold()),
            self.byline,
            bool(self.ahead) and len(" ".join(self.ahead.split())) > DEEP,
            self.sentence,
        ]


def _is_long(clause: str) -> bool:
    """Whether a clause in a script without capitals is longer than a label, a name or an outlet."""
    last = clause.split()[-1:]
    dense = len(_DENSE.findall(last[0])) if last else 0
    return dense >= DENSE or (len(_CASELESS.findall(clause)) >= CASELESS and len(_CASELESS.findall(_of_no_date(clause))) >= CASELESS)


def _of_no_date(clause: str) -> str:
    """A clause without the names of months and days and the words between them: `12 Ramadan 1445 AH, that is 22 March` is no sentence."""
    table = names()
    return " ".join(
        [word for word in bare(clause).split() if word not in table.months and word not in table.weekdays and word not in table.fillers]
    )


def label_before(left: str, said: str, offset: int) -> tuple[str, tuple[int, int] | None]:
    """The role that the words before a date give it."""
    if not said:
        return "", None
    table = names()
    spoken = said.split()
    skipped = 0
    while spoken and skipped < 4:
        for count in (4, 3, 2, 1):
            role = table.labels.get(" ".join(spoken[-count:])) if len(spoken) >= count else None
            if role:
                return role, _place(left, spoken[-count:], offset)
        last = spoken[-1]
        if not last.isascii():
            for cut in range(1, min(len(last), 14)):
                if len(last) - cut >= 2 and (role := table.labels.get(last[cut:])):
                    return role, _place(left, [last[cut:]], offset)
        if (
            last not in table.weekdays
            and last not in table.fillers
            and last not in table.am
            and last not in table.pm
            and last not in table.zones
        ):
            return "", None
        spoken.pop()
        skipped += 1
    return "", None


def _place(left: str, spoken: list[str], offset: int) -> tuple[int, int] | None:
    """Where a label's words stand; None where folding hides them."""
    at = left.casefold().rfind(spoken[0])
    if at < 0 or len(left.casefold()) != len(left):
        return None
    end = left.casefold().find(spoken[-1], at)
    return (offset + at, offset + end + len(spoken[-1])) if end >= 0 else None


def label_above(text: str, page: Layout, n: int) -> tuple[str, tuple[int, int] | None]:
    """The role that a short line above gives a date that begins its line."""
    above = n - 1
    while above >= 0 and page.sizes[above] <= 1 and n - above < 4:
        above -= 1
    if above < 0 or not 1 < page.sizes[above] <= 60:
        return "", None
    start, end = page.starts[above], page.ends[above]
    line = text[start:end]
    role, label = label_before(line, bare(line), start)
    return role, label
