"""Web addresses in a text: where they stand, which outlet's they are, what was added to track readers, what a slug says."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import unquote, urlsplit

from checks.model import Span
from checks.patterns import lazily

_URL = lazily(r"https?://[^\s<>\"'“”‘’«»（）【】，。、；|]{4,1000}", re.IGNORECASE)
_TRAILING = ".,;:!?)]}'\"…"
TRACKING = frozenset(
    [
        "_ga",
        "_gl",
        "__twitter_impression",
        "ef_id",
        "epik",
        "fbclid",
        "guccounter",
        "guce_referrer",
        "guce_referrer_sig",
        "li_fat_id",
        "rdt_cid",
        "s_kwcid",
        "sccid",
        "gclid",
        "dclid",
        "gbraid",
        "wbraid",
        "msclkid",
        "yclid",
        "twclid",
        "ttclid",
        "igshid",
        "igsh",
        "mc_cid",
        "mc_eid",
        "mkt_tok",
        "_hsenc",
        "_hsmi",
        "vero_id",
        "oly_enc_id",
        "oly_anon_id",
        "spm",
        "ref_src",
        "ref_url",
        "cmpid",
        "cmp",
        "icid",
        "ncid",
        "ocid",
        "sharer",
        "shareid",
        "share_token",
        "xtor",
        "at_medium",
        "at_campaign",
        "rss_id",
        "wt_mc",
    ]
)


def addresses(text: str, offset: int = 0) -> list[tuple[str, Span]]:
    """The web addresses in a text, punctuation after them left out, with their spans shifted by an offset."""
    if "://" not in text:
        return []
    found = []
    for match in _URL.finditer(text):
        bare = match.group().rstrip(_TRAILING)
        if bare.count("(") > bare.count(")") and match.group()[len(bare) : len(bare) + 1] == ")":
            bare += ")"
        found.append((bare, Span(offset + match.start(), offset + match.start() + len(bare))))
    return found


_HOST = frozenset(":/@?#[]\\% ")
"""What an address has that is more than a host."""


def host(url: str) -> str:
    """The host of an address, in lower case, without `www.` and port; empty when there is none."""
    if _HOST.isdisjoint(url):
        return url.lower().removeprefix("www.").rstrip(".")
    try:
        name = urlsplit(url if "://" in url else f"//{url}").hostname or ""
    except ValueError:
        return ""
    return name.removeprefix("www.").rstrip(".")


@cache
def _suffixes() -> frozenset[str]:
    """The rules of Mozilla's Public Suffix List, as publicsuffixlist brings it, and its remarks, which no host equals.

    The list alone is read: the library takes three times as long to take in its rules (measured on 2026-11-22, 1.1.2.20261023),
    and answers the same (a test compares). Other packages take five to fifteen times as long, and import network modules.
    """
    library = find_spec("publicsuffixlist")
    if library is None or library.origin is None:
        raise ModuleNotFoundError("publicsuffixlist is not installed")
    place = Path(library.origin).with_name("public_suffix_list.dat")
    return frozenset(place.read_text("utf-8").split("\n"))


@lru_cache(maxsize=4096)
def _registered(name: str) -> str:
    """The part of a host that somebody registered; a host that is all suffix stays whole, and so does what is no host.

    Source: https://github.com/publicsuffix/list/wiki/Format: an exception holds before all others, then the longest rule;
    where there is none the last label is the suffix.
    """
    labels = name.split(".")
    if len(labels) <= _SURE or not all(labels):
        return name
    rules = _suffixes()
    tails = [".".join(labels[at:]) for at in range(len(labels))]
    for at, tail in enumerate(tails):
        if f"!{tail}" in rules:
            return tail
        if tail in rules or (at + 1 < len(tails) and f"*.{tails[at + 1]}" in rules):
            return tails[max(0, at - 1)]
    return tails[-2]


_SURE = 2
"""Labels of a host that has no more than its registered domain."""


def domain(url_or_host: str) -> str:
    """The registered domain of an address or host by the Public Suffix List: `a.b.co.uk` -> `b.co.uk`."""
    return _registered(host(url_or_host))


def stem(url_or_host: str) -> str:
    """The name inside a domain: `news.example.co.uk` -> `example`."""
    return domain(url_or_host).split(".")[0]


def tracking(url: str) -> list[tuple[int, int]]:
    """Where the parameters stand in an address that only tell who sent the reader."""
    begin = url.find("?")
    if begin < 0:
        return []
    found = []
    at = begin + 1
    for part in re.split("[&;#]", url[begin + 1 :]):
        name = part.split("=", 1)[0].lower()
        if name.startswith(("utm_", "pk_", "mtm_", "hsa_")) or name in TRACKING:
            found.append((at, at + len(part)))
        at += len(part) + 1
    return found


def slug(url: str) -> str:
    """The words of the last part of a path that has at least three of them, spaces between; empty if none has."""
    try:
        parts = urlsplit(url).path.split("/")
    except ValueError:
        return ""
    for part in reversed(parts):
        bare = re.sub(r"\.\w{1,5}$", "", unquote(part[:500]))
        words = [word for word in re.split(r"[-_+.\s]+", bare) if word and not any(c.isdigit() for c in word)]
        if len(words) >= 3:
            return " ".join(words)
    return ""
