"""What the words of a name show that may be a publisher's."""

from __future__ import annotations

from functools import lru_cache

from checks.claims.hosts import DOMAIN, bare
from checks.claims.labels import dense
from checks.claims.menus import menu_words
from checks.claims.names import common_words, is_company, is_person, is_press
from checks.patterns import lazily

_NUMBER = lazily(r"\d\d\.\d\d|\d{4}")


@lru_cache(maxsize=2048)
def of_name(name: str) -> tuple[str, ...]:
    """What the words of a name show, as keys of the weights."""
    low = name.casefold()
    parts = low.split()
    found = ["domain"] * ("." in name and DOMAIN.fullmatch(name) is not None and not name.replace(".", "").isdigit())
    found += ["section"] * (low in menu_words()) + ["press"] * is_press(low)
    found += ["company end"] if is_company(parts[-1:]) else ["company in"] * is_company(parts)
    found += ["person"] * is_person(name) + ["upper"] * name.isupper()
    found += ["inner"] * (len(parts) == 1 and not name.isupper() and any(map(str.isupper, name[1:])))
    found += ["common"] * all(word in common_words() or word in menu_words() for word in parts)
    if any(map(str.isdigit, name)):
        found += ["digit"] + ["number"] * (_NUMBER.search(name) is not None)
    found += ["low start"] * name[0].islower()
    size = len(name) * (2 if dense(name[0]) else 1)
    found.append("size " + ("4" if size < 4 else "8" if size < 8 else "16" if size < 16 else "30" if size < 30 else "60"))
    return (*found, f"words {min(len(parts), 6)}")


def initials_of(name: str, owner: str) -> bool:
    """Whether a host's name is made of a name's initials, or of its initials and its last word."""
    words = name.split()
    if len(words) < 2 or len(owner) < 2 or owner[0] not in (words[0][0].lower(), words[1][0].lower()):
        return False
    parts = [part for part in map(bare, words) if part]
    made = "".join(part[0] for part in parts)
    return len(parts) > 1 and owner in (made, made[:-1] + parts[-1], made.removeprefix("t"), (made[:-1] + parts[-1]).removeprefix("t"))
