"""Keys: a private one in a file of its own, public ones with their validity in a file that is committed."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from pathlib import Path

import msgspec

from checks.attest.dsse import Refused, key_id
from checks.disk import create, write
from checks.errors import NotWritten, UsageError, day_fault
from checks.statement import PREDICATE_TYPE

KEYS = "copydesk.keys.json"
SVR_TYPE = "https://in-toto.io/attestation/svr/v0.2"


class PublicKey(msgspec.Struct, frozen=True, rename="camel", forbid_unknown_fields=True):
    """A public key: whose, from when to when, and for which predicates."""

    keyid: str
    public: str
    """32 raw bytes in base64."""
    owner: str
    not_before: str
    not_after: str
    predicate_types: tuple[str, ...] = (PREDICATE_TYPE, SVR_TYPE)


class KeyRing(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The public keys that a repository trusts."""

    keys: tuple[PublicKey, ...] = ()

    def raw(self) -> dict[str, bytes]:
        """Key id -> 32 bytes."""
        return {one.keyid: base64.b64decode(one.public) for one in self.keys}

    def allows(self, keyid: str, predicate_type: str, day: str) -> None:
        """Refuse a key that is not valid on a day, or not for such a predicate.

        Raises:
            Refused: it is not.

        """
        key = next(one for one in self.keys if one.keyid == keyid)
        if day < key.not_before:
            raise Refused("key", f"the key of {key.owner} is valid from {key.not_before} only")
        if day > key.not_after:
            raise Refused("key", f"the key of {key.owner} expired on {key.not_after}")
        if predicate_type not in key.predicate_types:
            raise Refused("key", f"the key of {key.owner} may not sign {predicate_type}")


def load(path: Path) -> KeyRing:
    """The keys in a file.

    Raises:
        UsageError: there is no such file, a key's id is not that of its bytes, or a day of its validity is none.

    """
    try:
        ring = msgspec.json.decode(path.read_bytes(), type=KeyRing)
        faults = [f"{path}: key {one.keyid}: {fault}" for one in ring.keys for fault in _faults(one)]
    except FileNotFoundError as error:
        raise UsageError([f"{path}: no such file; `copydesk keygen` makes it"]) from error
    except (msgspec.DecodeError, ValueError) as error:
        raise UsageError([f"{path}: no key file: {error}"]) from error
    if faults:
        raise UsageError(faults)
    return ring


def _faults(key: PublicKey) -> Iterator[str]:
    """What is wrong with a public key. Its base64 has one form, so that no flipped bit goes unseen."""
    raw = base64.b64decode(key.public, validate=True)
    if key_id(raw) != key.keyid:
        yield "the id is not that of the key's bytes"
    if base64.b64encode(raw).decode() != key.public:
        yield "its base64 is not in canonical form"
    yield from (fault for day in (key.not_before, key.not_after) if (fault := day_fault(day)))


def generate(private: Path, ring: Path, owner: str, not_before: str, not_after: str) -> PublicKey:
    """Make a key: the private half into a file of its own that only its owner may read, the public half into the ring.

    Raises:
        UsageError: the private file is there already, or a day is none.
        NotWritten: one of the two cannot be written; then neither is.

    """
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

    faults = [fault for day in (not_before, not_after) if (fault := day_fault(day))]
    if faults:
        raise UsageError(faults)
    known = load(ring) if ring.exists() else KeyRing()
    key = Ed25519PrivateKey.generate()
    pem = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    try:
        create(str(private), pem, 0o600)
    except FileExistsError as error:
        raise UsageError([f"{private}: is there already, and a key is never overwritten"]) from error
    raw = key.public_key().public_bytes_raw()
    made = PublicKey(key_id(raw), base64.b64encode(raw).decode(), owner, not_before, not_after)
    ring_text = msgspec.json.format(msgspec.json.encode(KeyRing((*known.keys, made))), indent=2)
    try:
        write(str(ring), ring_text + b"\n")
    except NotWritten:
        private.unlink()  # half a pair is of no use to anybody
        raise
    return made


def private_seed(path: Path) -> bytes:
    """The 32-byte seed in a PEM file.

    Raises:
        UsageError: there is no such file, or it holds no Ed25519 key.

    """
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.serialization import load_pem_private_key

    try:
        key = load_pem_private_key(path.read_bytes(), None)
    except FileNotFoundError as error:
        raise UsageError([f"{path}: no such file; `copydesk keygen` makes it"]) from error
    except (ValueError, TypeError) as error:
        raise UsageError([f"{path}: no private key: {error}"]) from error
    if not isinstance(key, Ed25519PrivateKey):
        raise UsageError([f"{path}: not an Ed25519 key"])
    return key.private_bytes_raw()
