"""`copydesk keygen`, `sign` and `verify`: who ran the gate, and does it still hold."""

from __future__ import annotations

import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import click

from checks.attest import keys as keyring
from checks.attest.dsse import Refused
from checks.attest.signing import sign_folder
from checks.attest.verify import Demand, register
from checks.attest.verify import verify as verified
from checks.cli import CLEAN, FINDINGS
from checks.cli.options import configuration, configured
from checks.deposit import MANIFEST
from checks.errors import UsageError
from checks.files import find
from checks.out.plain import amount, leading, visible


def _today() -> str:
    return datetime.now(UTC).date().isoformat()


@click.command()
@click.option("--owner", required=True, help="Whose key it is, such as the name of the gate.")
@click.option("--key", default="copydesk.key", show_default=True, type=click.Path(path_type=Path), help="The private key; keep it secret.")
@click.option("--keys", default=keyring.KEYS, show_default=True, type=click.Path(path_type=Path), help="The public keys; commit this file.")
@click.option("--days", default=365, show_default=True, type=click.IntRange(min=1), help="How long the key is valid.")
def keygen(owner: str, key: Path, keys: Path, days: int) -> None:
    """Make a key to sign reports with."""
    until = (datetime.now(UTC).date() + timedelta(days=days)).isoformat()
    made = keyring.generate(key, keys, owner, _today(), until)
    click.echo(
        f"{key}: private key, readable by you alone; do not commit it.\n{keys}: public key {made.keyid[:16]}… of {owner}, until {until}."
    )


@click.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--key", default="copydesk.key", show_default=True, type=click.Path(path_type=Path), help="The private key.")
def sign(folder: Path, key: Path) -> None:
    """Sign every report below FOLDER, each into a bundle beside it (.intoto.jsonl), and the manifest (.dsse)."""
    seed = keyring.private_seed(key)
    now = datetime.now(UTC).replace(microsecond=0).isoformat().replace("+00:00", "Z")
    count = sum(1 for _ in sign_folder(folder, seed, now))
    click.echo(f"Signed {amount(count, 'report')}.")


@click.command()
@click.argument("paths", nargs=-1, required=True)
@click.option("--reports", default="provenance", show_default=True, metavar="DIR", help="Where the reports are.")
@click.option("--keys", type=click.Path(path_type=Path), help="Demand a signature by one of the public keys in this file.")
@click.option(
    "--allowed-signers", metavar="FILE", default="", help="Demand an ssh-keygen -Y signature (namespace copydesk) by a signer in this file."
)
@click.option("--identity", metavar="WHO", default="", help="Who in that file.")
@click.option("--require", multiple=True, metavar="PROPERTY", help="A property that the report must prove, such as COPYDESK_DATE_RESOLVED.")
@click.option("--no-warnings", is_flag=True, help="Refuse articles with warnings too.")
@configured
def verify(
    paths: tuple[str, ...], reports: str, keys: Path | None, allowed_signers: str, identity: str, require: tuple[str, ...],
    no_warnings: bool, **chosen: object,
) -> None:  # fmt: skip
    """Hold articles against their reports, offline: signature, payload type, predicate type, digest, schema, policy.

    Prints each file that is refused and the step that refused it. Exit code 1 when any is.
    """
    if bool(allowed_signers) != bool(identity):
        raise UsageError(["--allowed-signers and --identity go together"])
    config = configuration(**chosen)  # type: ignore[arg-type]
    ring = keyring.load(keys) if keys else None
    demand = Demand(reports, ring, _today(), allowed_signers, identity, require, not no_warnings)
    files = find(paths, config.include, config.exclude, config.folder)
    refused = 0
    try:
        listed = register(demand)
    except Refused as error:
        click.echo(f"{Path(reports, MANIFEST)}: refused at {error.step}: {visible(error.why)}; so no article is verified.")
        sys.exit(FINDINGS)
    for file in files:
        try:
            verified(file, demand, listed)
        except Refused as error:
            refused += 1
            click.echo(f"{leading(file.name)}: refused at {error.step}: {visible(error.why)}")
    click.echo(f"{len(files) - refused} of {amount(len(files), 'article')} verified.")
    sys.exit(FINDINGS if refused else CLEAN)
