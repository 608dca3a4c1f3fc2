"""How the first line of an article looks: whether the text begins where the article begins."""

from __future__ import annotations

import re

from checks.claims.completeness.pairs import unpaired

LONGEST = 2000
NEVER_FIRST = frozenset(",.;:!?)]}%、。，．；：！？）】」』》〉”»・ー々ゝっゃゅょッャュョぁぃぅぇぉァィゥェォをヲ")
_KOREAN_ENDINGS = frozenset({"는", "은", "을", "를", "의", "와", "과", "했다", "이다", "된다", "했고", "하고"})
_SPECIAL = re.compile(r"[a-z]{1,3}[A-Z0-9]|[^\W\d_]+\.[a-z]{2,4}\b|\S{1,40}@|https?:|www\.|[#@]|[a-z]{1,3}-[A-Z]|[dl]['’][A-Z]")
_NOBLE = re.compile(r"(?:von|van|de|di|da|del|della|ter|ten|bin|ibn|al|el)(?: (?:der|den|de|het|la|las|los))? [^\W\d_a-z]")


def missing_head(text: str) -> str | None:
    """Why the first paragraph cannot be the beginning of an article, or None.

    Brands (`iPhone`), addresses and family names (`von der …`) may stand first in lower case.
    """
    first = text[:1]
    if first.islower() and not _SPECIAL.match(text[:60]) and not _NOBLE.match(text[:30]):
        return "the first paragraph begins in the middle of a sentence, with a small letter"
    if first in NEVER_FIRST and text[:3] != "...":
        return f"the first paragraph begins with {first}, which stands only inside a sentence"
    if "\uac00" <= first <= "\ud7a3" and text[:12].split(" ", maxsplit=1)[0] in _KOREAN_ENDINGS:
        return "the first paragraph begins with the ending of a word"
    closed = unpaired(text).closed
    if closed is not None and text[closed] != "„":
        return "the first paragraph closes a quotation that it has not opened"
    return None
