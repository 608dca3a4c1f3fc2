"""`copydesk rules` and `copydesk rule`: what is asked of an article."""

from __future__ import annotations

import click
import msgspec

from checks.errors import UsageError, nearest
from checks.rules.catalogue import CATALOGUE, NAMES


@click.command()
@click.option("--output-format", "form", type=click.Choice(["text", "json"]), default="text", help="How to print them.")
def rules(form: str) -> None:
    """List all rules."""
    if form == "json":
        told = ("code", "name", "title", "explanation", "advice")
        listed = [{key: getattr(one, key) for key in told} | {"severity": one.severity.value} for one in CATALOGUE]
        click.echo(msgspec.json.format(msgspec.json.encode(listed)).decode())
        return
    widest = max(len(one.name) for one in CATALOGUE)
    for one in CATALOGUE:
        click.echo(f"{one.code}  {one.severity.value:<7}  {one.name:<{widest}}  {one.title}")


@click.command()
@click.argument("code")
def rule(code: str) -> None:
    """Explain one rule, by its code or its name."""
    found = next((one for one in CATALOGUE if code.upper() == one.code or code.lower() == one.name), None)
    if found is None:
        codes = [one.code for one in CATALOGUE]
        raise UsageError([f"unknown rule {code!r}{nearest(code.upper(), codes) or nearest(code.lower(), NAMES.values())}"])
    from checks.out.rulebook import page

    click.echo(page(found), nl=False)
