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

ASSETS = files("checks.out.html") / "assets"
KINDS = ("index", "article", "delivery")
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
def style_of(kind: str) -> Markup:
    """The style of a kind of page, without comments and indentation, its variables under short names."""
    text = _joined("base.css", *(["cause.css"] if kind in TELLING else []), f"{kind}.css")
    text = re.sub(r"\s*([{};,>])\s*", r"\1", text).replace(";}", "}")
    variables = {name: f"--{n:x}" for n, name in enumerate(dict.fromkeys(re.findall(r"--[a-z-]+(?=:)", text)))}
    text = re.sub(r"--[a-z-]+", lambda found: variables.get(found[0], found[0]), text)
    return Markup(text)  # noqa: S704  our own files


@lru_cache
def script_of(kind: str) -> Markup:
    """The script of a kind of page: as `tools/minify.py` made it, or as written when that was made of another."""
    written = source(kind)
    small = ASSETS / f"{kind}.min.js"
    first, _, rest = small.read_text("utf-8").partition("\n") if small.is_file() else ("", "", "")
    return Markup(rest.strip() if first == stamp(written) else written)  # noqa: S704  our own files


def source(kind: str) -> str:
    """The script of a kind of page as written, without comments and indentation."""
    return _joined("base.js", f"{kind}.js")


def stamp(written: str) -> str:
    """What the first line of a small script says of the script that it was made of."""
    return f"// made by tools/minify.py of {hashlib.sha256(written.encode()).hexdigest()}"


def _joined(*names: str) -> str:
    text = "\n".join((ASSETS / name).read_text("utf-8") for name in names)
    text = re.sub(r"^\s*(/\*.*?\*/|//[^\n]*)$", "", text, flags=re.MULTILINE | re.DOTALL)
    return "\n".join(line.strip() for line in text.splitlines() if line.strip())


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
    style, script = style_of(kind), script_of(kind)
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
