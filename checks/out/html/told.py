"""The two boxes above the text as HTML: what was found and what to do, and the facts with how they are known.

Written in Python, not as a template: these are most of a page's elements, and so they take a quarter of the time.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

import msgspec
from markupsafe import escape

from checks.out.html.facts import Fact, Quote
from checks.out.html.tokens import escaped
from checks.out.html.words import Words
from checks.out.summary import LEFTOVERS

MANY_LEFTOVERS = 3
"""So many kinds of leftovers in one article are told together."""


class Place(msgspec.Struct, frozen=True):
    """One occurrence of a cause: what is said of it, and where."""

    message: str
    quotes: tuple[Quote, ...]
    lines: tuple[tuple[int, int], ...]


class Found(msgspec.Struct, frozen=True):
    """A cause as the page tells it."""

    number: int
    code: str
    level: str
    title: str
    explanation: tuple[str, ...]
    advice: str
    places: tuple[Place, ...]
    links: tuple[int, ...]
    """Lines of further places."""
    more: int
    count: int
    located: bool
    """Whether there is a place in the text to show."""
    quoted: bool = True
    """Whether places are told as a list to open; else one is a link after the advice."""


def told_found(found: Iterable[Found], w: Words) -> str:
    """The causes by their weight; kinds of leftovers, when they are many, under one advice."""
    return "".join(_Teller(w).found(found))


def told_facts(facts: Iterable[Fact], w: Words, most: int) -> str:
    """The lines of the provenance box, each with at most so many reasons and places; of so many of a kind, such as authors."""
    teller, lines, kinds = _Teller(w), [], Counter[str]()
    for one in facts:
        kinds[one.name] += 1
        lines.append(teller.fact(one, most if kinds[one.name] <= most else 0))
    told = "\n".join(lines)
    return f"<div class=hint>{escaped(w('article.provenance_note'))}</div>\n{told}" if "<details" in told else told


class _Teller:
    def __init__(self, w: Words) -> None:
        self.w = w
        language = w("page.rule_text_language")
        self.said = "" if language == w.language else f" lang={language}"
        """On what rules say, when it is in another language than the page."""
        self.ours = f" lang={w.language}" if self.said else ""
        self.do = escaped(w("article.what_to_do"))

    def found(self, found: Iterable[Found]) -> Iterator[str]:
        for level, group in groupby(found, lambda one: one.level):
            both = list(group)
            leftovers = [one for one in both if one.code.startswith(LEFTOVERS)]
            many = leftovers if len(leftovers) >= MANY_LEFTOVERS else []
            yield f"<h3 class={level}>{escaped(self.w(f'level.{level}'))}</h3><ol>\n"
            yield from (self.cause(one) for one in both if one not in many)
            yield self.rest(level, many) if many else ""
            yield "</ol>\n"

    def cause(self, one: Found) -> str:
        advice = f"<p{self.said}><b{self.ours}>{self.do}</b> {escaped(one.advice)}" if one.advice else ""
        told = (
            f"<details{_open(one)}><summary>{self.counted(one)} <code>{escaped(one.code)}</code></summary>{self.places(one)}</details>"
            if one.quoted
            else self.briefly(one)
        )
        return f'<li id=c{one.number} class="cause {one.level}">{self.titled(one)}{advice}{told}\n'

    def rest(self, level: str, many: Sequence[Found]) -> str:
        rows = "".join(f"<li id=c{one.number} class=cause>{self.leftover(one)}\n" for one in many)
        head = f"<h4>{escaped(self.w('article.leftovers'))}</h4><p><b>{self.do}</b> {escaped(self.w('article.leftovers_do'))}"
        return f'<li class="cause {level} rest">{head}<ol>\n{rows}</ol>\n'

    def leftover(self, one: Found) -> str:
        advice = f"<p{self.said}>{escaped(one.advice)}"
        if not one.quoted:
            return f"{self.titled(one)}{advice}{self.briefly(one)}"
        head = f"<details{_open(one)}><summary>{self.titled(one)} {self.counted(one)}</summary>"
        return f"{head}{advice} <code>{escaped(one.code)}</code>{self.places(one)}</details>"

    def titled(self, one: Found) -> str:
        return f"<h4{self.said}><b>{one.number}</b>{escaped(one.title)}</h4>"

    def briefly(self, one: Found) -> str:
        """How many places, the code, and a place or what is said of the whole file."""
        return f"<p>{self.counted(one)} <code>{escaped(one.code)}</code> {''.join(self.placed(place, one.title) for place in one.places)}"

    def counted(self, one: Found) -> str:
        return escaped(self.w.count("article.places", one.count) if one.located else self.w("article.whole"))

    def places(self, one: Found) -> str:
        items = [self.place(place, one.title) for place in one.places]
        if one.links or one.more:
            links = self.w("page.listed").join(f"<a href=#L{line}>{line}</a>" for line in one.links)
            also = f"{escaped(self.w('article.also'))} {links} " if links else ""
            items.append(f"<li>{also}{escaped(self.w('article.more_places', n=one.more)) if one.more else ''}")
        listed = "".join(item for item in items if item != "<li>")
        return (f"<ul>{listed}</ul>" if listed else "") + "".join(f"<p{self.said}>{escaped(part)}" for part in one.explanation)

    def place(self, place: Place, title: str) -> str:
        return f"<li>{self.placed(place, title)}"

    def placed(self, place: Place, title: str) -> str:
        message = escaped(place.message) if place.message != title else ""
        message = f"<span{self.said}>{message}</span> " if message and self.said else f"{message} " if message else ""
        links = " ".join(map(self.quoted, place.quotes)) or " ".join(self.lines(*one) for one in place.lines)
        return message + links

    def lines(self, a: int, b: int) -> str:
        w = self.w
        return f"<a class=q href=#L{a}>{escaped(w('article.line', n=a) if a == b else w('article.lines', a=a, b=b))}</a>"

    def quoted(self, q: Quote) -> str:
        inner = escaped(q.text)
        if q.before or q.after:
            inner = f"{escaped(q.before)}<b>{inner}</b>{escaped(q.after)}"
        return f"<a class=q href=#{q.anchor}>{f'<q>{inner}</q> ' if q.text else ''}{escaped(self.w('article.line', n=q.line))}</a>"

    def fact(self, fact: Fact, most: int) -> str:
        look = f" class={fact.status}" if fact.status in ("ambiguous", "conflicting") else ""
        word = escaped(fact.status_word)
        value = f"<span class=val>{escaped(fact.value)}</span>" if fact.value else f"<span class=slot>{word}</span>"
        told = f" <small>{word}</small>" if fact.value and fact.status != "stated" else ""
        line = f"<small>{escaped(fact.label)}</small> {value}{told}"
        items = [word] if fact.value and fact.status == "stated" else []
        items += map(escaped, fact.reasons)
        why = [f"<li{self.said}>{escaped(one)}" for one in fact.why[:most]]
        quotes = [f"<li>{self.quoted(one)}" for one in fact.quotes[:most]]
        if fact.link and fact.link != fact.value:
            quotes.append(f'<li><a href="{escape(fact.link)}" rel=noreferrer>{escaped(fact.link)}</a>')
        if not most or not (fact.reasons or why or quotes):
            return f"<p{look}>{line}"
        return (
            f"<details{look}><summary>{line}</summary><ul>{''.join(f'<li>{item}' for item in items)}{''.join(why + quotes)}</ul></details>"
        )


def _open(one: Found) -> str:
    """The first cause stands open."""
    return " open" if one.number == 1 else ""
