"""The configuration of a data repository: `copydesk.toml`, or `[tool.copydesk]` in `pyproject.toml`.

Parsed once, here, into types; every mistake is told, with file, line and the nearest known name.
"""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Literal

import msgspec

from checks.errors import UsageError, nearest
from checks.files import ARTICLES
from checks.model import Outlet, RuleCode, Severity
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
    "language": Literal["en", "vi", "zh", "de"],
    "fail-on": Literal["error", "warning"],
    "select": tuple[str, ...],
    "ignore": tuple[str, ...],
    "severity": dict[str, Severity],
    "thresholds": Thresholds,
    "per-path-ignores": dict[str, tuple[str, ...]],
    "outlets": tuple[Outlet, ...],
}


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
    for key, codes in _codes(typed):
        mistakes.extend(f"{table.place(key)}: {key}: {fault}" for fault in _unknown(codes))
    for option, codes in (("--select", select), ("--ignore", ignore)):
        mistakes.extend(f"{option}: {fault}" for fault in _unknown(codes))
    if mistakes:
        raise UsageError(sorted(mistakes))
    policy = Policy(
        select=select or typed.get("select", ()),
        ignore=(*typed.get("ignore", ()), *ignore),
        severity={RuleCode(code): weight for code, weight in typed.get("severity", {}).items()},
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

    def place(self, key: str) -> str:
        """`file:line` of a key, as far as it can be told."""
        found = re.search(rf'^[ \t]*(?:\[{{1,2}}[\w.]*\b)?"?{re.escape(key)}"?[ \t]*[]=]', self.text, re.MULTILINE)
        return f"{self.path}:{self.text.count(chr(10), 0, found.start()) + 1}" if found else self.path


def _parsed(path: Path) -> _Table:
    try:
        text = path.read_text("utf-8")
        table = tomllib.loads(text)
    except OSError as error:
        raise UsageError([f"{path}: cannot be read: {error.strerror}"]) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError([f"{path}: no valid TOML: {error}"]) from error
    inner = table if path.name == "copydesk.toml" else table.get("tool", {}).get("copydesk", {})
    return _Table(inner, path.as_posix(), text)


def _convert(key: str, value: object, table: _Table, typed: dict[str, Any], mistakes: list[str]) -> None:
    parts: Iterable[tuple[str, object, type]] = [(key, value, KEYS[key])]
    if key == "thresholds" and isinstance(value, dict):
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


def _codes(typed: dict[str, Any]) -> list[tuple[str, tuple[str, ...]]]:
    named: list[tuple[str, tuple[str, ...]]] = [(key, typed[key]) for key in ("select", "ignore") if key in typed]
    named += [("severity", tuple(typed.get("severity", {})))]
    return named + [("per-path-ignores", codes) for codes in typed.get("per-path-ignores", {}).values()]


def _unknown(codes: Iterable[str]) -> list[str]:
    known = [one.code for one in CATALOGUE]
    families = sorted({code[:3] for code in known})
    return [
        f"unknown rule {code!r}{nearest(code, [*known, *families])}"
        for code in codes
        if not code or not any(name.startswith(code) for name in known)
    ]
