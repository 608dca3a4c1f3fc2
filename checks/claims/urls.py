"""Web addresses in a text: where they stand, which outlet's they are, what was added to track readers, what a slug says."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Any
from urllib.parse import unquote, urlsplit

from checks.model import Span

_URL = re.compile(r"https?://[^\s<>\"'“”‘’«»（）【】，。、；|]{4,1000}", re.IGNORECASE)
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
def _suffixes() -> Any:
    """Mozilla's Public Suffix List, as the library publicsuffixlist brings it with each of its monthly releases.

    Measured on 2026-11-21, processor time and memory from import to first answer: publicsuffixlist 1.1.2.20261023 25 ms and
    3 MB as called here (110 ms with names in Punycode), no other package, no network module; publicsuffix2 2.20191221, no
    release since 2019, 129 ms and 23 MB, imports urllib.request; tldextract 5.4.0 395 ms and 38 MB, imports requests. It is
    read when the first host with three labels comes.
    """
    from publicsuffixlist import PublicSuffixList  # read when it is needed

    return PublicSuffixList(accept_encoded_idn=False)


@lru_cache(maxsize=4096)
def _registered(name: str) -> str:
    """The part of a host that somebody registered; a host that is all suffix stays whole."""
    if name.count(".") < _SURE:
        return name
    return _suffixes().privatesuffix(name) or name


_SURE = 2
"""Dots from which a host can have more than its registered domain."""


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
