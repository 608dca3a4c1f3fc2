"""The manifest of a delivery as a witness: signed as a whole, and held against every article that it names."""

from __future__ import annotations

import hashlib
from pathlib import Path

import msgspec

from checks import statement as wire
from checks.attest.dsse import Refused, opened, sign
from checks.attest.keys import SVR_TYPE, KeyRing
from checks.deposit import MANIFEST, ManifestEntry
from checks.version import VERSION

SEAL = f"{MANIFEST}.dsse"
"""The signed manifest's envelope, beside it."""
VERIFIER = f"https://copydesk.example/verifier/{VERSION}"
PROPERTY = "COPYDESK_MANIFEST"


def seal(content: bytes, private: bytes, time: str) -> bytes:
    """An envelope around a verification result whose subject is the manifest."""
    result = {
        "_type": wire.STATEMENT_TYPE,
        "subject": [{"name": MANIFEST, "digest": {"sha256": hashlib.sha256(content).hexdigest()}}],
        "predicateType": SVR_TYPE,
        "predicate": {"verifier": {"id": VERIFIER}, "timeCreated": time, "properties": [PROPERTY]},
    }
    return sign(msgspec.json.encode(result), private) + b"\n"


class Register(msgspec.Struct, frozen=True):
    """What a manifest says, by the articles' names; nothing where there is no manifest."""

    entries: dict[str, ManifestEntry] = {}

    def agree(self, name: str, raw: bytes, report: bytes, result: str) -> None:
        """Refuse an article of which the manifest tells something else. A run over a part of the articles names only these.

        Raises:
            Refused: it does.

        """
        entry = self.entries.get(name)
        if entry is None:
            return
        for told, true, what in (
            (entry.sha256, hashlib.sha256(raw).hexdigest(), "digest of the article"),
            (entry.report_sha256, hashlib.sha256(report).hexdigest(), "digest of the report"),
            (entry.result, result, "result"),
        ):
            if told != true:
                raise Refused("manifest", f"it gives another {what}")


def read_register(folder: str, keys: KeyRing | None, today: str) -> Register:
    """The manifest of a folder of reports; with keys, its signature must fit.

    Raises:
        Refused: it is broken, or not signed as asked.

    """
    place = Path(folder, MANIFEST)
    try:
        content = place.read_bytes()
    except FileNotFoundError:
        return Register()
    except OSError as error:
        raise Refused("manifest", f"it cannot be read: {error.strerror}") from error
    if keys is not None:
        _sealed(content, Path(folder, SEAL), keys, today)
    try:
        entries = [msgspec.json.decode(line, type=ManifestEntry) for line in content.splitlines()]
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise Refused("manifest", f"it is broken: {error}") from error
    return Register({one.path: one for one in entries})


def _sealed(content: bytes, place: Path, keys: KeyRing, today: str) -> None:
    try:
        line = place.read_bytes()
    except OSError as error:
        raise Refused("manifest", f"it is not signed: there is nothing that can be read at {place}; sign the folder again") from error
    if line.count(b"\n") != 1 or not line.endswith(b"\n"):
        raise Refused("manifest", "its signature is not one line")
    try:
        payload, by = opened(line[:-1], keys.raw())
        keys.allows(by, SVR_TYPE, today)
    except Refused as error:
        raise Refused("manifest", f"its signature: {error}") from error
    told = msgspec.json.decode(payload)
    if told["predicateType"] != SVR_TYPE or told["predicate"]["properties"] != [PROPERTY]:
        raise Refused("manifest", "what is signed is no manifest")
    if told["subject"][0]["digest"]["sha256"] != hashlib.sha256(content).hexdigest():
        raise Refused("manifest", "it was altered since it was signed")
