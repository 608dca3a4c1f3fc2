"""What every page has in common: a shell with its own style and script inside, and a policy that lets nothing else in."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from functools import lru_cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from checks.out.html.words import Words
from checks.version import VERSION

TELLING = ("article", "delivery")
"""Kinds of pages that tell findings at length."""


@lru_cache
def environment() -> Environment:
    """The templates. Everything filled in is escaped unless it is Markup."""
    made = Environment(
        loader=PackageLoader("checks.out.html"), autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=StrictUndefined
    )
    made.policies["json.dumps_kwargs"] = {"ensure_ascii": False}
    return made


@lru_cache
def asset(*names: str) -> Markup:
    """Style or script files in a row, without comments and indentation, and style with short names for its variables."""
    folder = files("checks.out.html") / "assets"
    text = "\n".join((folder / name).read_text("utf-8") for name in names)
    text = re.sub(r"^\s*(/\*.*?\*/|//[^\n]*)$", "", text, flags=re.MULTILINE | re.DOTALL)
    text = "\n".join(line.strip() for line in text.splitlines() if line.strip())
    if names[0].endswith(".css"):
        text = re.sub(r"\s*([{};,>])\s*", r"\1", text).replace(";}", "}")
        variables = {name: f"--{n:x}" for n, name in enumerate(dict.fromkeys(re.findall(r"--[a-z-]+(?=:)", text)))}
        text = re.sub(r"--[a-z-]+", lambda found: variables.get(found[0], found[0]), text)
    return Markup(text)  # noqa: S704  our own files


@lru_cache
def policy(style: Markup, script: Markup) -> str:
    """A Content-Security-Policy that allows exactly this style and this script."""
    return f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; base-uri 'none'; form-action 'none'"


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def embedded(data: object) -> Markup:
    """Data as JSON that can stand inside a script element."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return Markup(text)  # noqa: S704  nothing that a page would act on is left


@lru_cache
def assets_digest() -> str:
    """Changes when anything does that all pages are made of."""
    folder = files("checks.out.html")
    parts = [
        entry.read_bytes()
        for place in (folder / "assets", folder / "templates", files("checks.out.words"), folder)
        for entry in sorted(place.iterdir(), key=lambda one: one.name)
        if entry.is_file() and entry.name.endswith((".css", ".js", ".j2", ".toml", ".py"))
    ]
    return hashlib.sha256(b"\0".join(parts) + VERSION.encode()).hexdigest()


def page(template: str, kind: str, words: Words, *, digest: str = "", **values: Any) -> str:
    """A whole page of a kind: `article`, `index` or `delivery`.

    `digest` goes into the head, so that a page that would come out the same need not be made again.
    """
    shared = ("base.css", "cause.css") if kind in TELLING else ("base.css",)
    style, script = asset(*shared, f"{kind}.css"), asset("base.js", f"{kind}.js")
    html = (
        environment()
        .get_template(template)
        .render(
            w=words,
            csp=policy(style, script),
            style=style,
            script=script,
            digest=digest,
            version=VERSION,
            rules_in=words("page.rule_text_language"),
            **values,
        )
    )
    return html.encode("utf-8", "replace").decode("utf-8")
