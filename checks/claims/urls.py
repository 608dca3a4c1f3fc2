"""Web addresses in a text: where they stand, which outlet's they are, what was added to track readers, what a slug says."""

from __future__ import annotations

import re
from urllib.parse import unquote, urlsplit

from checks.model import Span

_URL = re.compile(r"https?://[^\s<>\"'“”‘’«»（）【】，。、；|]{4,1000}", re.IGNORECASE)
_TRAILING = ".,;:!?)]}'\"…"
TRACKING = frozenset(
    [
        "fbclid",
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
SECOND_LEVEL = frozenset(
    [
        "co",
        "com",
        "net",
        "org",
        "gov",
        "edu",
        "ac",
        "or",
        "ne",
        "go",
        "gob",
        "gouv",
        "gv",
        "govt",
        "ltd",
        "nhs",
        "mil",
        "nom",
        "art",
        "press",
        "web",
        "sch",
    ]
)
"""Labels under which countries register names, as in co.uk; with a two-letter domain after them they are no name."""


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


def domain(url_or_host: str) -> str:
    """The registered domain of an address or host, by the usual shape of national domains: `a.b.co.uk` -> `b.co.uk`."""
    labels = host(url_or_host).split(".")
    keep = 3 if len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in SECOND_LEVEL else 2
    return ".".join(labels[-keep:])


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
