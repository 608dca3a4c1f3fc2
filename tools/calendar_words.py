"""Writes `checks/lexicon/calendar/*.toml`: the names of months and weekdays, out of CLDR by way of Babel.

`python tools/calendar_words.py` writes the files anew; `--check` only tells whether they are as a fresh run would
write them. Names are case-folded, without a last full stop. Names that hold digits ("12月") are left out: the reader
knows those by their markers. CLDR: Copyright Unicode, Inc., Unicode License v3.
"""

from __future__ import annotations

import sys
from pathlib import Path

from babel import Locale, localedata

HERE = Path(__file__).parent.parent / "checks" / "lexicon" / "calendar"
MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

# Languages in which news is printed. More of them would only bring more clashes: "mac" is March in one, February in
# another.
LANGUAGES = """
    af am ar as az be bg bn bo br bs ca ceb ckb cs cy da de dv el en eo es et eu fa fi fil fo fr fy ga gd gl gn gu ha he hi hr
    hu hy id ig is it ja jv ka kk kl km kn ko ku ky lb lo lt lv mi mk ml mn mr ms mt my nb ne nl nn oc om or pa pl ps pt
    rm ro ru rw sd se si sk sl so sq sr sv sw ta te tg th ti tk tr tt ug uk ur uz vi yi zh zu
""".split()  # noqa: SIM905


def table(language: str) -> dict[str, list[str]]:
    """Key -> the names of one language, all its locales taken together."""
    found: dict[str, set[str]] = {key: set() for key in MONTHS + WEEKDAYS}
    for name in localedata.locale_identifiers():
        if name != language and not name.startswith(f"{language}_"):
            continue
        locale = Locale.parse(name)
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for keys, names, first in ((MONTHS, locale.months, 1), (WEEKDAYS, locale.days, 0)):
                    for number, word in names[context][width].items():
                        found[keys[number - first]].add(" ".join(word.casefold().split()).rstrip("."))
    return {key: sorted(w for w in words if w and not any(c.isdecimal() for c in w)) for key, words in found.items() if words}


def toml(language: str) -> str:
    """The text of a language's file."""
    lines = [f"# Made by tools/calendar_words.py from CLDR ({language}); put additions into ../dates/{language}.toml.", ""]
    for key, names in table(language).items():
        if names:
            quoted = ", ".join('"' + name.replace("\\", "\\\\").replace('"', '\\"') + '"' for name in names)
            lines.append(f"{key} = [{quoted}]")
    return "\n".join(lines) + "\n"


def main() -> None:
    """Write the files, or compare them."""
    stale = []
    for language in LANGUAGES:
        path, text = HERE / f"{language}.toml", toml(language)
        if "--check" in sys.argv[1:]:
            if not path.exists() or path.read_text("utf-8") != text:
                stale.append(path.name)
        else:
            path.write_text(text, "utf-8")
    if stale:
        sys.exit(f"not as CLDR has it: {', '.join(stale)}")


if __name__ == "__main__":
    main()
