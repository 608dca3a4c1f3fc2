"""DSSE envelopes: a payload, its type, and Ed25519 signatures over both.

Source: https://github.com/secure-systems-lab/dsse/blob/master/protocol.md
"""

from __future__ import annotations

import base64
import binascii
import hashlib
from collections.abc import Mapping

import msgspec

PAYLOAD_TYPE = "application/vnd.in-toto+json"


class Refused(Exception):
    """Something does not verify. `step` is the step of the verification that refused it."""

    def __init__(self, step: str, why: str) -> None:
        self.step, self.why = step, why
        super().__init__(f"{step}: {why}")


class Signature(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One signature; `keyid` is a hint that must name a known key."""

    keyid: str
    sig: str


class Envelope(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="camel"):
    """A payload in base64, its type, and who signed both."""

    payload: str
    payload_type: str
    signatures: tuple[Signature, ...]


def pae(payload_type: str, payload: bytes) -> bytes:
    """DSSE's pre-authentication encoding: what is really signed."""
    kind = payload_type.encode()
    return b"DSSEv1 %d %b %d %b" % (len(kind), kind, len(payload), payload)


def key_id(public: bytes) -> str:
    """The name of a public key (32 raw bytes): its SHA-256."""
    return hashlib.sha256(public).hexdigest()


def sign(payload: bytes, private: bytes) -> bytes:
    """An envelope around a payload, as one line of JSON; `private` is the 32-byte seed of an Ed25519 key."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    key = Ed25519PrivateKey.from_private_bytes(private)
    signature = Signature(key_id(key.public_key().public_bytes_raw()), _text(key.sign(pae(PAYLOAD_TYPE, payload))))
    return msgspec.json.encode(Envelope(_text(payload), PAYLOAD_TYPE, (signature,)))


def opened(line: bytes, keys: Mapping[str, bytes]) -> tuple[bytes, str]:
    """The payload of an envelope and the id of the key that signed it; `keys` are raw public keys by id.

    Raises:
        Refused: it is no envelope, no known key signed it, or the signature is not right.

    """
    try:
        envelope = msgspec.json.decode(line, type=Envelope, strict=True)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise Refused("envelope", f"no DSSE envelope: {error}") from error
    if line != line.strip():
        raise Refused("envelope", "white space stands around it")
    payload = _bytes(envelope.payload)
    message = pae(envelope.payload_type, payload)
    if not envelope.signatures:
        raise Refused("signature", "it is not signed")
    for one in envelope.signatures:
        if one.keyid not in keys:
            raise Refused("signature", f"made with key {one.keyid[:16]}…, which is not among the known keys")
        if not _verifies(keys[one.keyid], _bytes(one.sig), message):
            raise Refused("signature", "it does not fit: the signed report was altered, or another key made it")
    if envelope.payload_type != PAYLOAD_TYPE:
        raise Refused("payload type", f"{envelope.payload_type!r} is not {PAYLOAD_TYPE}")
    return payload, envelope.signatures[0].keyid


def _verifies(public: bytes, signature: bytes, message: bytes) -> bool:
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True


def _text(raw: bytes) -> str:
    return base64.b64encode(raw).decode()


def _bytes(text: str) -> bytes:
    """Base64 read strictly: one text for one sequence of bytes, so that no flipped bit goes unseen."""
    try:
        raw = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError) as error:
        raise Refused("envelope", "its base64 is damaged") from error
    if _text(raw) != text:
        raise Refused("envelope", "its base64 is not in canonical form")
    return raw
