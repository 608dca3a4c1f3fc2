"""What a change adds and alters: what a branch is compared with, and the entries that differ."""

from __future__ import annotations

import os
from pathlib import Path

import msgspec

from checks.errors import UsageError
from checks.git.command import git, maybe
from checks.patterns import lazily

BASES = ("@{upstream}", "origin/HEAD", "origin/main", "origin/master", "main", "master")
"""What a branch is compared with when nobody says: the first of these that there is."""
ID = lazily("[0-9a-f]{40,64}")
"""The name of a commit."""


class Entry(msgspec.Struct, frozen=True):
    """A path that a change adds or alters, and the object that git keeps for it."""

    mode: str
    blob: str
    path: bytes


class _Push(msgspec.Struct, frozen=True):
    """What GitHub tells of a push."""

    before: str = ""


def staged() -> tuple[str, list[Entry]]:
    """What is compared with, in words, and what is staged."""
    return "the last commit", _diff("--cached", _commit("HEAD") or _empty_tree())


def committed(base: str | None) -> tuple[str, list[Entry]]:
    """What is compared with, in words, and what HEAD has that it has not.

    Raises:
        UsageError: there is nothing to compare with, or the history is cut off.

    """
    head = _commit("HEAD")
    if head is None:
        raise UsageError(["--changed: this repository has no commit yet; use --staged"])
    name = base or _default_base()
    if name is None:
        return "nothing (there is no branch to compare with, so all is new)", _diff(_empty_tree(), head)
    tip = _commit(name)
    if tip is None:
        raise UsageError([f"--base: git knows no commit {name!r}; fetch it first (git fetch origin {name.removeprefix('origin/')})"])
    merge_base = maybe("merge-base", tip, head)
    if merge_base is None:
        shallow = git("rev-parse", "--is-shallow-repository").strip() == b"true"
        why = (
            "the clone is shallow; fetch the whole history (fetch-depth: 0, or git fetch --unshallow)"
            if shallow
            else "they share no history"
        )
        raise UsageError([f"--changed: no common commit of HEAD and {name}: {why}"])
    called = maybe("rev-parse", "--abbrev-ref", name) or name
    return f"{called} (merge base {merge_base[:12]})", _diff(merge_base, head)


def _default_base() -> str | None:
    asked = os.environ.get("GITHUB_BASE_REF")
    if asked:
        return f"origin/{asked}"
    gitlab = os.environ.get("CI_MERGE_REQUEST_DIFF_BASE_SHA")
    if gitlab:
        return gitlab
    before = _before_push()
    if before is None:
        return next((name for name in BASES if _commit(name)), None)
    if _commit(before):
        return before
    pushed = _commit("HEAD")  # and what follows it, such as origin/main: compared with that, nothing would be new
    return next((name for name in BASES if _commit(name) not in (None, pushed)), None)


def _before_push() -> str | None:
    """The commit that a push began from, as the server tells; empty when it does not know, None where nothing was pushed."""
    if os.environ.get("GITHUB_EVENT_NAME") == "push":
        try:
            told = msgspec.json.decode(Path(os.environ["GITHUB_EVENT_PATH"]).read_bytes(), type=_Push).before
        except (KeyError, OSError, msgspec.DecodeError, UnicodeDecodeError):
            told = ""
    elif os.environ.get("CI_PIPELINE_SOURCE") == "push":
        told = os.environ.get("CI_COMMIT_BEFORE_SHA", "")
    else:
        return None
    return told if ID.fullmatch(told) and told.strip("0") else ""


def _commit(name: str) -> str | None:
    """The id of the commit that something names; None when there is none."""
    return maybe("rev-parse", "--verify", "-q", f"{name}^{{commit}}") if name else None


def _diff(*between: str) -> list[Entry]:
    """Added and altered paths. Renames are taken as a new path: what is new is judged, wherever it came from."""
    command = "diff-index" if "--cached" in between else "diff-tree"
    extra = [] if command == "diff-index" else ["-r"]
    parts = git(command, *extra, "--raw", "-z", "--no-renames", "--no-abbrev", "--diff-filter=AMT", *between).split(b"\0")
    entries = []
    for head, path in zip(parts[0::2], parts[1::2], strict=False):
        _, mode, _, blob, _ = head.decode().lstrip(":").split(" ")
        entries.append(Entry(mode, blob, path))
    return entries


def _empty_tree() -> str:
    return git("hash-object", "-t", "tree", "--stdin").decode().strip()
