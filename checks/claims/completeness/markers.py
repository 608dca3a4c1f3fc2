"""What says outright that a text goes on, or that it has ended."""

from __future__ import annotations

from checks.claims.completeness.ending import is_credit
from checks.claims.completeness.sign import Sign
from checks.claims.completeness.stops import CLOSERS, STOPLESS
from checks.claims.completeness.tail import Tail
from checks.claims.completeness.vocabulary import vocabulary
from checks.model import Confidence, Document, Span
from checks.patterns import lazily

_COUNTED = lazily(
    r"[\[(（【]\s?\+\s?\d[\d.,]{0,9}\s?[^\W\d]{0,12}\s?[\])）】]$|[\[(]\s?(?:\.\.\.|…)\s?[\])]$|[(\[]\s?1\s?/\s?[2-9]\s?[)\]]$"
)
_LEFT_OUT = lazily(r"(?:…|\.\.\.|⋯)\s?\[\+\s?\d[\d.,]{0,9}\s?[^\W\d]{0,12}\s?\]$")
MOST_COUNTS = 5
LONGEST_MARK = 80
"""Characters of a last line among which a mark is looked for; the longest mark has fewer."""
_SIGNED = lazily(r"[.!?。！？\"”’»][\"”’»]? ?(?:[A-Z]{2,4}|[(（【\[](?!\.\.\.|…)[^()（）【】\[\]]{1,40}[)）】\]])$")
_NUMBERED = lazily(r"[.!?。！？\"”]\s{0,3}\d[\d\s:./年月日-]{5,24}$|(?:^|[\s:])(?:\+\d|\(?0\d)[\d ()/.-]{4,16}\d$")
_ADDRESSED = lazily(r"(?:^|\s)(?:www\.|https?://|[^\s@]{1,30}@)[^\s@]{3,60}$|(?:^|\s)[@#]\w[\w.]{1,40}$")
_RULE = frozenset("_*#=|¦-–—•·■◆●~")
_LONGEST_RULE = 12
_OF_ADDRESSES = ("www.", "http", "@", "#")
"""What every address of `_ADDRESSED` has."""
_SHUT = "])）】"
"""What ends every count of `_COUNTED`, and a signature in brackets."""
_RHETORICAL = ("……", "....", "．．．．")
_LEADING_VOWELS = "เแโใไເແໂໃໄ"
LEAD = 0xC2
"""The lowest byte that begins a character of several bytes in UTF-8."""
_JOINERS = "\u094d\u09cd\u0a4d\u0acd\u0b4d\u1039\u17d2\u200d"


def continuation(document: Document, end: Tail) -> Sign | None:
    """A mark that the text goes on elsewhere, or a character that was cut in two."""
    torn = _cut_bytes(document)
    if torn:
        span = Span(len(document.text) - torn, len(document.text))
        return Sign("cut-character", span, "the file ends inside a character", Confidence.HIGH, cut=True)
    counted = _COUNTED.search(end.text[-40:]) if end.text[-1:] in _SHUT else None
    if counted:
        start = end.span.end - len(end.text[-40:]) + counted.start()
        return Sign("continuation", Span(start, end.span.end), "the text says itself that it goes on", Confidence.HIGH, cut=True)
    line = end.text[-LONGEST_MARK:].casefold()
    if len(line) <= 60 and line.strip(" .…[]【】*-–—>»") in vocabulary().continued:
        return Sign("continuation", end.span, "the last line says that the text goes on", Confidence.HIGH, cut=True)
    if line.endswith(vocabulary().bracketed):
        longest = max((phrase for phrase in vocabulary().bracketed if line.endswith(phrase)), key=len)
        return Sign("continuation", end.last(len(longest)), "the text ends with a mark that it goes on", Confidence.HIGH, cut=True)
    return None


def left_out(document: Document) -> Sign | None:
    """A count of the characters left out, wherever on a page it ends a line."""
    if document.encoding.charset == "utf-8" and b"[+" not in document.raw:
        return None  # bytes are searched ten times as fast
    at, text = document.text.find("[+"), document.text
    for _ in range(MOST_COUNTS):
        if at < 0:
            return None
        span = document.stripped_span(document.line_at(at))
        counted = _LEFT_OUT.search(text[max(span.start, span.end - 40) : span.end])
        if counted:
            start = span.end - (counted.end() - counted.start())
            return Sign("continuation", Span(start, span.end), "the text says itself that it goes on", Confidence.HIGH, cut=True)
        at = text.find("[+", span.end)
    return None


def _cut_bytes(document: Document) -> int:
    """Bytes of an unfinished character at the very end of the file."""
    encoding = document.encoding
    if encoding.cut_bytes or not encoding.bad_bytes or not document.text.endswith("\ufffd"):
        return encoding.cut_bytes
    return int(encoding.bad_bytes[-1].at == len(document.text) - 1 and encoding.bad_bytes[-1].value >= LEAD)


def finished(end: Tail) -> Sign | None:
    """A mark that the text has ended: an end mark, initials, a signature, a credit, a source line after it."""
    text = end.text
    line = text[-LONGEST_MARK:].casefold()
    if (len(line) <= 20 and line in vocabulary().end_marks) or line.endswith(vocabulary().closing):
        return Sign("end-mark", end.last(12), "an end mark closes the text", Confidence.HIGH)
    if is_credit(text) and end.before:
        return Sign("end-mark", end.last(60), "a credit closes the text", Confidence.MEDIUM)
    if _signs_off(text):
        return Sign(
            "end-mark", end.last(20), "initials, a signature, an address, a number to call or a rule close the text", Confidence.MEDIUM
        )
    return None


def _signs_off(text: str) -> bool:
    """Whether a text ends in a signature, a day, a number to call, an address or a rule. Few do: each pattern is asked where it may be."""
    tail, last = text[-60:], text[-1:]
    return bool(
        ((last in _SHUT or "A" <= last <= "Z") and _SIGNED.search(tail))
        or (any(map(str.isdigit, tail)) and _NUMBERED.search(tail))
        or (any(mark in tail for mark in _OF_ADDRESSES) and _ADDRESSED.search(tail))
        or (0 < len(text) <= _LONGEST_RULE and _RULE.issuperset("".join(text.split())))
        or text.endswith("./.")
    )


def is_teaser_ellipsis(text: str) -> bool:
    """Whether a text trails off: three dots at the very end, and neither four nor the Chinese six."""
    bare = text.rstrip(CLOSERS)
    return bare.endswith(("…", "...", "⋯", "．．．", "・・・")) and not bare.endswith(_RHETORICAL)


def is_stopless(text: str) -> bool:
    """Whether the last letters are of a script whose sentences have no mark at the end."""
    return any(ord(character) in STOPLESS for character in text[-12:])


def torn_cluster(text: str) -> str:
    """Why the last character cannot end a syllable, or nothing."""
    if text[-1:] and text[-1] in _LEADING_VOWELS:
        return "the last character is a vowel sign that stands before its consonant"
    if text[-1:] and text[-1] in _JOINERS:
        return "the last character joins to a letter that is not there"
    return ""
