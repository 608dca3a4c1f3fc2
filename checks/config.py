"""The configuration of a data repository: `copydesk.toml`, or `[tool.copydesk]` in `pyproject.toml`.

Parsed once, here, into types; every mistake is told, with file, line and the nearest known name.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec

from checks.errors import UsageError, nearest
from checks.files import ARTICLES
from checks.model import Outlet, RuleCode, Severity
from checks.patterns import lazily
from checks.pipeline import Desk
from checks.policy import Policy
from checks.rules import RULES
from checks.rules.catalogue import CATALOGUE
from checks.rules.rule import Thresholds


class Config(msgspec.Struct, frozen=True, kw_only=True):
    """Where a repository's articles are, and how they are checked."""

    paths: tuple[str, ...] = (".",)
    include: tuple[str, ...] = ARTICLES
    exclude: tuple[str, ...] = ()
    out: str | None = None
    suites: str | None = None
    """The folder of the repository's own suites of expectations."""
    language: str = "en"
    """Of the HTML pages' own words."""
    fail_on: Severity = Severity.ERROR
    policy: Policy = Policy()
    outlets: tuple[Outlet, ...] = ()
    source: str = ""
    """The file this came from; empty for the defaults."""

    @property
    def folder(self) -> str:
        """The top of the data repository: where the configuration is, or the working directory. Names are relative to it."""
        return os.path.dirname(self.source) or "."

    @property
    def articles(self) -> tuple[str, ...]:
        """The configured paths, as they are found from the working directory."""
        return tuple(os.path.normpath(os.path.join(self.folder, path)) for path in self.paths)

    @property
    def desk(self) -> Desk:
        """What the walk needs of it."""
        return Desk(RULES, self.policy, self.outlets)


KEYS: dict[str, Any] = {
    "paths": tuple[str, ...],
    "include": tuple[str, ...],
    "exclude": tuple[str, ...],
    "out": str,
    "suites": str,
    "language": str,
    "fail-on": str,
    "select": tuple[str, ...],
    "ignore": tuple[str, ...],
    "severity": dict[str, Severity],
    "thresholds": Thresholds,
    "per-path-ignores": dict[str, tuple[str, ...]],
    "outlets": tuple[Outlet, ...],
}

CHOICES = {"language": ("en", "vi", "zh", "de"), "fail-on": ("error", "warning")}
ORDERS, KINDS = ("dmy", "mdy", "ymd"), ("agency", "portal")
"""What an outlet's date order and kind can be."""
DOMAIN = lazily(r"[\w-]{1,63}(?:\.[\w-]{1,63}){1,20}")


def find(folder: Path) -> Path | None:
    """The configuration file that holds for a folder: in it or in the nearest one above, up to the repository's top."""
    for place in (folder, *folder.parents):
        for candidate in (place / "copydesk.toml", place / "pyproject.toml"):
            if candidate.is_file() and (candidate.name == "copydesk.toml" or b"[tool.copydesk" in candidate.read_bytes()):
                return candidate
        if (place / ".git").exists():
            return None
    return None


def load(path: Path | None, select: tuple[str, ...] = (), ignore: tuple[str, ...] = ()) -> Config:
    """The configuration in a file, or the defaults; `select` and `ignore` are the command line's.

    Raises:
        UsageError: the file cannot be read, is no TOML, or holds keys, codes or values that are not known.

    """
    mistakes: list[str] = []
    table = _Table({}, "", "") if path is None else _parsed(path)
    given = {key: value for key, value in table.values.items() if key in KEYS}
    mistakes += [f"{table.place(key)}: unknown key {key!r}{nearest(key, KEYS)}" for key in table.values if key not in KEYS]
    typed: dict[str, Any] = {}
    for key, value in given.items():
        _convert(key, value, table, typed, mistakes)
    for key, codes in _codes(given):
        mistakes.extend(f"{table.place(code, key)}: {key}: {fault}" for code in codes for fault in _unknown([code]))
    mistakes += _outlet_faults(typed.get("outlets", ()), table)
    mistakes += [f"{table.place(key)}: {key}: nothing is named" for key in ("paths", "include") if typed.get(key) == ()]
    for option, asked in (("--select", select), ("--ignore", ignore)):
        mistakes.extend(f"{option}: {fault}" for fault in _unknown(asked))
    if mistakes:
        raise UsageError(sorted(mistakes, key=_by_line))
    policy = Policy(
        select=select or typed.get("select", ()),
        ignore=(*typed.get("ignore", ()), *ignore),
        severity=_weights(typed.get("severity", {})),
        thresholds=typed.get("thresholds", Thresholds()),
        per_path_ignores=typed.get("per-path-ignores", {}),
    )
    if not policy.rules_for("", RULES):
        raise UsageError(["select and ignore leave no rule at all: nothing would be checked"])
    plain = {
        key.replace("-", "_"): typed[key] for key in ("paths", "include", "exclude", "out", "suites", "language", "outlets") if key in typed
    }
    for key in ("out", "suites"):
        if path is not None and key in plain:
            plain[key] = os.path.normpath(os.path.join(path.parent, plain[key]))
    return Config(**plain, fail_on=Severity(typed.get("fail-on", "error")), policy=policy, source="" if path is None else path.as_posix())


class _Table(msgspec.Struct, frozen=True):
    values: dict[str, Any]
    path: str
    text: str

    def place(self, *keys: str) -> str:
        """`file:line` of a key, or of the first of several that is found, as far as it can be told."""
        for key in keys:
            found = re.search(rf'^[ \t]*(?:\[{{1,2}}[\w.]*\b)?"?{re.escape(key)}"?[ \t]*[]=]', self.text, re.MULTILINE)
            if found:
                return f"{self.path}:{self.text.count(chr(10), 0, found.start()) + 1}"
        return self.path

    def outlet(self, number: int) -> str:
        """`file:line` of an outlet, counted from 0."""
        headings = list(re.finditer(r"^[ \t]*\[\[[ \t]*(?:tool\.copydesk\.)?outlets[ \t]*\]\]", self.text, re.MULTILINE))
        if number >= len(headings):
            return self.place("outlets")
        return f"{self.path}:{self.text.count(chr(10), 0, headings[number].start()) + 1}"


def _parsed(path: Path) -> _Table:
    import tomllib  # most run without a configuration of their own

    try:
        text = path.read_text("utf-8")
        table = tomllib.loads(text)
    except OSError as error:
        raise UsageError([f"{path}: cannot be read: {error.strerror}"]) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError([f"{path}: no valid TOML: {error}"]) from error
    tools = table.get("tool")
    if path.name != "copydesk.toml" and isinstance(tools, dict) and isinstance(tools.get("copydesk"), dict):
        return _Table(tools["copydesk"], path.as_posix(), text)
    if path.name == "pyproject.toml":
        raise UsageError([f"{path}: there is no [tool.copydesk] in it"])
    return _Table(table, path.as_posix(), text)


def _convert(key: str, value: object, table: _Table, typed: dict[str, Any], mistakes: list[str]) -> None:
    parts: Iterable[tuple[str, object, type]] = [(key, value, KEYS[key])]
    if key in CHOICES and value not in CHOICES[key]:
        mistakes.append(f"{table.place(key)}: {key}: {_not_among(value, CHOICES[key])}")
        return
    if key == "severity" and isinstance(value, dict):
        weights = tuple(Severity)
        mistakes.extend(f"{table.place(k, key)}: severity: {k}: {_not_among(v, weights)}" for k, v in value.items() if v not in weights)
        parts = [(key, {k: v for k, v in value.items() if v in weights}, KEYS[key])]
    elif key == "thresholds" and isinstance(value, dict):
        known = {field.encode_name for field in msgspec.structs.fields(Thresholds)}
        mistakes.extend(f"{table.place(k)}: unknown threshold {k!r}{nearest(k, known)}" for k in value if k not in known)
        parts = [(key, {k: v for k, v in value.items() if k in known}, Thresholds)]
    elif key == "outlets" and isinstance(value, list):
        known = {field.encode_name for field in msgspec.structs.fields(Outlet)}
        for outlet in (one for one in value if isinstance(one, dict)):
            mistakes.extend(f"{table.place(k)}: outlets: unknown key {k!r}{nearest(k, known)}" for k in outlet if k not in known)
        parts = [(key, [{k: v for k, v in one.items() if k in known} if isinstance(one, dict) else one for one in value], KEYS[key])]
    for name, part, kind in parts:
        try:
            typed[name] = msgspec.convert(part, kind)
        except msgspec.ValidationError as error:
            mistakes.append(f"{table.place(key)}: {key}: {str(error)[:1].lower()}{str(error)[1:]}")


def _weights(given: dict[str, Severity]) -> dict[RuleCode, Severity]:
    """The weight of each code; a beginning of codes gives its weight to all that nothing longer names."""
    ordered = sorted(given, key=len)
    return {one.code: given[begun[-1]] for one in CATALOGUE if (begun := [code for code in ordered if one.code.startswith(code)])}


def _not_among(value: object, known: Iterable[str]) -> str:
    return f"{value!r} is none of {', '.join(known)}{nearest(str(value), known)}"


def _by_line(mistake: str) -> tuple[str, int, str]:
    """Sorts mistakes by file and line."""
    found = re.match(r"(.*?):([0-9]{1,9}): ", mistake)
    return (found[1], int(found[2]), mistake) if found else (mistake, 0, mistake)


def _outlet_faults(outlets: Iterable[Outlet], table: _Table) -> Iterator[str]:
    """What could never match or decide anything in the outlets of a repository."""
    for number, one in enumerate(outlets):
        faults = [] if one.name.strip() else ["name: it is empty"]
        faults += [
            f"domains: {domain!r} is no domain; write it as courier.example" for domain in one.domains if not DOMAIN.fullmatch(domain)
        ]
        if one.territory and not re.fullmatch("[A-Z]{2}", one.territory):
            faults.append(f"territory: {one.territory!r} is no code of two capitals, such as GB")
        if one.language and not re.fullmatch("[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*", one.language):
            faults.append(f"language: {one.language!r} is no code, such as en or zh-Hans")
        faults += [
            f"{key}: {_not_among(value, known)}"
            for key, value, known in (("date-order", one.date_order, ORDERS), ("kind", one.kind, KINDS))
            if value and value not in known
        ]
        yield from (f"{table.outlet(number)}: outlets: {fault}" for fault in faults)


def _codes(given: dict[str, Any]) -> Iterator[tuple[str, list[str]]]:
    """Every list of codes in a configuration, and the key it stands under."""
    ignores = given.get("per-path-ignores")
    listed = [(key, given.get(key)) for key in ("select", "ignore", "severity")]
    listed += [("per-path-ignores", codes) for codes in (ignores.values() if isinstance(ignores, dict) else ())]
    yield from ((key, [code for code in codes if isinstance(code, str)]) for key, codes in listed if isinstance(codes, (list, dict)))


def _unknown(codes: Iterable[str]) -> list[str]:
    known = [one.code for one in CATALOGUE]
    families = sorted({code[:3] for code in known})
    named = {one.name: one.code for one in CATALOGUE}
    return [
        f"unknown rule {code!r}, did you mean {named[code]}?"
        if code in named
        else f"unknown rule {code!r}{nearest(code, [*known, *families])}"
        for code in codes
        if not code or not any(name.startswith(code) for name in known)
    ]
