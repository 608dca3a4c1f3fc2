"""What the line of a date says of it: the words, signs and times on both sides."""

from __future__ import annotations

import re
from bisect import bisect_left

from checks.claims.dates.labels import label_before
from checks.claims.dates.names import bare, names
from checks.claims.dates.written import Written

LEFT, RIGHT = 60, 40
DEEP = 100
# Words with a small first letter, or letters of scripts without capitals, that make a sentence of what precedes a date. On
# 594 labelled pages 118 dates stand so, 25 of them the right day: 24 by coincidence, the other has its label behind it.
SMALL, CASELESS = 3, 14
DENSE = 10  # the same for kana and Han without a space; set by the 25 Chinese pages, where 14 let one event sentence through
WEAK = 3  # letters of a label that is also a word of sentences, such as "vom" and "on"
_PARTS = re.compile(r"[|•·/:;。！？!?\t–—(（\[]|(?<=[^\W\d])\. | - ")
_CASELESS = re.compile(r"[\u0600-\u06ff\u0900-\u0dff\u0e00-\u0eff\u3040-\u9fff\uac00-\ud7a3]")
_DENSE = re.compile(r"[\u3040-\u9fff]")
_OWN = ("published", "updated")
_CLOCK = re.compile(r"\d{1,2}\s?[:.h時시]\s?\d{2}|\d{1,2}\s?(?:[ap]\.?m\b|uhr|Uhr|h\b)")
_BY = frozenset("von by par por av af di da door autor author автор 作者 記者 记者".split())  # noqa: SIM905
_STEPS = (12, 24, 40, 70, 120, 250, 999)
_COUNTS = ("0", "1", "2", "3", "4-7", "4-7", "4-7", "4-7")


class InLine:
    """What the line of a date says of it."""

    def __init__(self, text: str, written: Written, start: int, end: int) -> None:
        low = max(start, written.start - LEFT)
        self.left, self.right = text[low : written.start], text[written.end : min(end, written.end + RIGHT)]
        self.said, self.following = bare(self.left), bare(self.right)
        self.role, self.label = label_before(self.left, self.said, low)
        self.weak = self.label is not None and self.label[1] - self.label[0] <= WEAK and self.left.isascii()
        self.size = f"line:{bucket(_printed(text, start, end))}"
        self.form = f"form:{written.form}"
        self.deep = written.start - start > DEEP and _printed(text, start, written.start) > DEEP
        self.head = text[start : start + 2]
        words, behind = self.said.split(), self.following.split()
        table = names()
        self.byline = not _BY.isdisjoint(words)
        self.words = f"words:{few(len(words) + len(behind))}"
        self.after = table.labels.get(behind[0], "") if behind else ""
        self.weekday = bool((words and words[-1] in table.weekdays) or (behind and behind[0] in table.weekdays))
        self.time = bool(_CLOCK.search(self.right[:22]) or _CLOCK.search(self.left[-14:]))
        self.embedded = "(@" in self.left
        self.alone = not self.said and not self.following

    def ends_clause(self) -> bool:
        """Whether the words up to the date are those of a sentence that tells of it, and not a byline or a list of details."""
        if len(self.left) < DENSE or (self.role in _OWN and not self.weak):
            return False
        clause = _PARTS.split(self.left)[-1]
        small = 0 if self.byline else sum([word[0].islower() for word in clause.split()])
        if small < SMALL and (clause.isascii() or not _is_long(clause)):
            return False
        labels = names().labels
        return not any(labels.get(word) in _OWN for word in self.following.split()[:4])

    def features(self) -> list[str]:
        """All that it says, by name."""
        found = [self.size, self.form, self.words]
        if not self.role and not self.said:
            found.append("opens-line")
        if not self.following:
            found.append("ends-line")
        elif self.after:
            found.append(f"label-after:{self.after}")
        if self.time:
            found.append("time")
        if self.weekday:
            found.append("weekday")
        if self.head == "* " or self.head[0] in "•·-–":
            found.append("item")
        return found + self._beside()

    def _beside(self) -> list[str]:
        """What the signs and names ahead say."""
        left = self.left
        found = []
        if "(" in left[-3:] or ")" in self.right[:2]:
            found.append("bracket")
        if left:
            if "©" in left or "copyright" in self.said or "(c)" in left.casefold():
                found.append("copyright")
            if self.byline:
                found.append("byline")
            if "[" in left[-3:]:
                found.append("square")
            if self.deep:
                found.append("deep-in-line")
        return found


def _is_long(clause: str) -> bool:
    """Whether a clause in a script without capitals is longer than a label, a name or an outlet."""
    last = clause.split()[-1:]
    dense = len(_DENSE.findall(last[0])) if last else 0
    return dense >= DENSE or len(_CASELESS.findall(clause)) >= CASELESS


def bucket(size: int) -> int:
    """The class of a length, by its upper end."""
    size = min(size, 999)
    return _STEPS[bisect_left(_STEPS, size)]


def _printed(text: str, start: int, end: int) -> int:
    """The length of a stretch in which white space of any width counts as one space."""
    if end - start < 24 or end - start > 2000 or "   " not in (line := text[start:end]):
        return end - start
    return len(" ".join(line.split()))


def few(count: int) -> str:
    """A count in words that are few."""
    return _COUNTS[count] if count < len(_COUNTS) else "many"
