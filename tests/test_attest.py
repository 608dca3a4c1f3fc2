"""Attestation: nothing is admitted but the very bytes that passed, and each refusal says at which step."""

from __future__ import annotations

import hashlib
import shutil
import string
import subprocess
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checks import Demand, admitted
from checks import statement as wire
from checks.attest import dsse, keys
from checks.attest.register import SEAL, seal
from checks.attest.signing import BUNDLE, bundle, properties, sign_folder
from checks.attest.verify import NAMESPACE, verify
from checks.deposit import MANIFEST, ManifestEntry
from checks.errors import UsageError
from checks.files import File
from checks.pipeline import Desk, check
from checks.rules.examples import FRAME, PARAGRAPH

SOUND = FRAME.format(planted=PARAGRAPH).encode()
BAD = SOUND.replace(b"a small museum", "“un petit musée – à côté” – dédié".encode()).replace(b"divers", b"div\xffers")
TODAY, LATER = "2026-05-01", "2027-05-01"


def sha(raw: bytes) -> str:
    """SHA-256 in hex."""
    return hashlib.sha256(raw).hexdigest()


class Desk_:  # noqa: N801  the place where an attested article lies
    """An article, its report, its bundle and the keys, in a folder."""

    def __init__(self, folder: Path, raw: bytes = SOUND, name: str = "a.txt") -> None:
        self.article = folder / name
        self.report = folder / "provenance" / f"{name}.provenance.json"
        self.bundle = folder / "provenance" / f"{name}{BUNDLE}"
        self.ring = folder / keys.KEYS
        self.private = folder / f"{name}.key"
        self.article.write_bytes(raw)
        self.report.parent.mkdir(exist_ok=True)
        self.report.write_bytes(check(raw, name, Desk()).encoded() + b"\n")
        keys.generate(self.private, self.ring, "the gate", "2026-01-01", "2026-12-31")
        self.manifest = self.report.parent / MANIFEST
        self.seal = self.report.parent / SEAL
        self.list_it()
        self.sign()
        self.file = File(name, str(self.article))

    def list_it(self) -> None:
        """Put the article and its report into the manifest, as they stand."""
        article, report = self.article.read_bytes(), self.report.read_bytes()
        result = wire.decode(report).predicate.result
        entry = ManifestEntry(path=self.article.name, sha256=sha(article), result=result, report_sha256=sha(report))
        with self.manifest.open("ab") as stream:
            stream.write(msgspec.json.encode(entry) + b"\n")

    def sign(self) -> None:
        """Sign the manifest and the report as they stand."""
        self.seal.write_bytes(seal(self.manifest.read_bytes(), keys.private_seed(self.private), "2026-05-01T00:00:00Z"))
        self.bundle.write_bytes(bundle(self.report.read_bytes(), keys.private_seed(self.private), "2026-05-01T00:00:00Z"))

    def demand(self, today: str = TODAY, **more: object) -> Demand:
        """A demand for a signature by a key of the ring."""
        return Demand(str(self.report.parent), keys.load(self.ring), today, **more)  # type: ignore[arg-type]


@pytest.fixture
def desk(tmp_path: Path) -> Desk_:
    return Desk_(tmp_path)


def test_a_sound_signed_article_is_verified(desk: Desk_) -> None:
    assert verify(desk.file, desk.demand()).predicate.result == "PASSED"
    assert verify(desk.file, Demand(str(desk.report.parent))).predicate.result == "PASSED"


def other_bytes(desk: Desk_) -> None:
    desk.article.write_bytes(SOUND + b"!")


def report_altered(desk: Desk_) -> None:
    desk.report.write_bytes(desk.report.read_bytes().replace(b'"PASSED"', b'"WARNED"'))


def report_for_other_bytes(desk: Desk_) -> None:
    desk.report.write_bytes(check(SOUND + b"!", "a.txt", Desk()).encoded() + b"\n")
    desk.sign()


def report_of_another_file(desk: Desk_) -> None:
    desk.report.write_bytes(check(SOUND, "b.txt", Desk()).encoded() + b"\n")
    desk.sign()


def signature_altered(desk: Desk_) -> None:
    lines = desk.bundle.read_bytes().split(b"\n")
    envelope = msgspec.json.decode(lines[0])
    sig = envelope["signatures"][0]["sig"]
    envelope["signatures"][0]["sig"] = ("B" if sig[0] == "A" else "A") + sig[1:]
    desk.bundle.write_bytes(b"\n".join([msgspec.json.encode(envelope), *lines[1:]]))


def signed_with_an_unknown_key(desk: Desk_) -> None:
    keys.generate(desk.private.with_suffix(".other"), desk.ring.with_suffix(".other"), "a stranger", "2026-01-01", "2026-12-31")
    seed = keys.private_seed(desk.private.with_suffix(".other"))
    desk.bundle.write_bytes(bundle(desk.report.read_bytes(), seed, "2026-05-01T00:00:00Z"))


def payload_type_altered(desk: Desk_) -> None:
    lines = desk.bundle.read_bytes().split(b"\n")
    seed = keys.private_seed(desk.private)
    payload = desk.report.read_bytes().rstrip(b"\n")
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    key = Ed25519PrivateKey.from_private_bytes(seed)
    signature = dsse.Signature(dsse.key_id(key.public_key().public_bytes_raw()), dsse._text(key.sign(dsse.pae("text/plain", payload))))
    desk.bundle.write_bytes(b"\n".join([msgspec.json.encode(dsse.Envelope(dsse._text(payload), "text/plain", (signature,))), *lines[1:]]))


def predicate_type_altered(desk: Desk_) -> None:
    desk.report.write_bytes(desk.report.read_bytes().replace(b"copydesk.example/provenance/v1", b"copydesk.example/provenance/v9"))
    payload = desk.report.read_bytes().rstrip(b"\n")
    second = desk.bundle.read_bytes().split(b"\n")[1]
    desk.bundle.write_bytes(dsse.sign(payload, keys.private_seed(desk.private)) + b"\n" + second + b"\n")


def schema_broken(desk: Desk_) -> None:
    desk.report.write_bytes(desk.report.read_bytes().replace(b'"findings":[]', b'"findings":[],"more":1'))
    payload = desk.report.read_bytes().rstrip(b"\n")
    second = desk.bundle.read_bytes().split(b"\n")[1]
    desk.bundle.write_bytes(dsse.sign(payload, keys.private_seed(desk.private)) + b"\n" + second + b"\n")


def bundle_gone(desk: Desk_) -> None:
    desk.bundle.unlink()


def report_gone(desk: Desk_) -> None:
    desk.report.unlink()


def manifest_altered(desk: Desk_) -> None:
    desk.manifest.write_bytes(desk.manifest.read_bytes().replace(b"PASSED", b"WARNED"))


def manifest_not_signed(desk: Desk_) -> None:
    desk.seal.unlink()


def manifest_signed_for_another(desk: Desk_) -> None:
    line = dsse.sign(msgspec.json.encode({"predicateType": "x", "predicate": {"properties": []}}), keys.private_seed(desk.private))
    desk.seal.write_bytes(line + b"\n")


def manifest_of_another_result(desk: Desk_) -> None:
    manifest_altered(desk)
    desk.sign()


def manifest_of_other_bytes(desk: Desk_) -> None:
    desk.manifest.write_bytes(desk.manifest.read_bytes().replace(sha(SOUND).encode(), sha(b"").encode()))
    desk.sign()


def manifest_of_another_report(desk: Desk_) -> None:
    desk.manifest.write_bytes(desk.manifest.read_bytes().replace(sha(desk.report.read_bytes()).encode(), sha(b"").encode()))
    desk.sign()


def manifest_broken(desk: Desk_) -> None:
    desk.manifest.write_bytes(b"{}\n")
    desk.sign()


def key_bytes_altered(desk: Desk_) -> None:
    """Another key under the known one's place: its id is then another, too."""
    ring = msgspec.json.decode(desk.ring.read_bytes())
    raw = bytes(32)
    ring["keys"][0] |= {"public": dsse._text(raw), "keyid": dsse.key_id(raw)}
    desk.ring.write_bytes(msgspec.json.encode(ring))


def key_expired(desk: Desk_) -> None:
    desk.ring.write_bytes(desk.ring.read_bytes().replace(b"2026-12-31", b"2026-01-31"))


def bundle_is_no_envelope(desk: Desk_) -> None:
    desk.bundle.write_bytes(b"{}\n{}\n")


HARMS: dict[Callable[[Desk_], None], str] = {
    other_bytes: "digest",
    report_altered: "signature",
    report_for_other_bytes: "digest",
    report_of_another_file: "digest",
    signature_altered: "signature",
    signed_with_an_unknown_key: "signature",
    payload_type_altered: "payload type",
    predicate_type_altered: "predicate type",
    schema_broken: "schema",
    bundle_gone: "signature",
    report_gone: "report",
    bundle_is_no_envelope: "envelope",
    manifest_altered: "manifest",
    manifest_not_signed: "manifest",
    manifest_signed_for_another: "manifest",
    manifest_of_another_result: "manifest",
    manifest_of_other_bytes: "manifest",
    manifest_of_another_report: "manifest",
    manifest_broken: "manifest",
    key_bytes_altered: "signature",
    key_expired: "key",
}
"""Each harm, and the step that refuses it."""


@pytest.mark.parametrize(("harm", "step"), HARMS.items())
def test_each_harm_is_refused_at_its_own_step(desk: Desk_, harm: Callable[[Desk_], None], step: str) -> None:
    harm(desk)
    with pytest.raises(dsse.Refused) as refused:
        verify(desk.file, desk.demand())
    assert refused.value.step == step, refused.value.why
    assert list(admitted([desk.article.parent], desk.demand())) == []


def test_a_key_counts_only_while_it_is_valid_and_for_what_it_may_sign(desk: Desk_) -> None:
    for today, said in ((LATER, "expired on 2026-12-31"), ("2025-12-31", "valid from 2026-01-01 only")):
        with pytest.raises(dsse.Refused, match=said):
            verify(desk.file, desk.demand(today))
    ring = keys.load(desk.ring)
    narrow = keys.KeyRing(tuple(msgspec.structs.replace(one, predicate_types=(keys.SVR_TYPE,)) for one in ring.keys))
    with pytest.raises(dsse.Refused, match="may not sign"):
        verify(desk.file, Demand(str(desk.report.parent), narrow, TODAY))


def test_a_key_whose_id_is_not_its_own_is_an_error(desk: Desk_) -> None:
    desk.ring.write_bytes(desk.ring.read_bytes().replace(b'"keyid": "', b'"keyid": "0'))
    with pytest.raises(UsageError, match="not that of the key"):
        keys.load(desk.ring)


def test_a_key_whose_bytes_are_written_another_way_is_an_error(desk: Desk_) -> None:
    """The last letter of 32 bytes in base64 has two bits that say nothing."""
    letters = string.ascii_uppercase + string.ascii_lowercase + string.digits + "+/"
    public = keys.load(desk.ring).keys[0].public
    same = public[:-2] + letters[letters.index(public[-2]) + 1] + "="
    desk.ring.write_bytes(desk.ring.read_bytes().replace(public.encode(), same.encode()))
    with pytest.raises(UsageError, match="not in canonical form"):
        keys.load(desk.ring)


@pytest.mark.parametrize("day", ["20261231", "2026-W53-4", "never"])
def test_a_key_with_a_day_that_does_not_sort_is_an_error(desk: Desk_, day: str) -> None:
    desk.ring.write_bytes(desk.ring.read_bytes().replace(b"2026-12-31", day.encode()))
    with pytest.raises(UsageError, match="is no day"):
        keys.load(desk.ring)
    with pytest.raises(UsageError, match="is no day"):
        keys.generate(desk.private.with_suffix(".other"), desk.ring.with_suffix(".other"), "x", "2026-01-01", day)


def test_articles_whose_names_begin_elsewhere_are_admitted_from_there(desk: Desk_, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(desk.article.parent.parent)
    folder = desk.article.parent.name
    reports = f"{folder}/provenance"
    assert [path for path, _ in admitted([folder], Demand(reports=reports, articles=folder))] == [Path(folder, "a.txt")]
    assert list(admitted([folder], Demand(reports=reports))) == []


def test_a_key_is_never_overwritten_and_only_its_owner_may_read_it(desk: Desk_) -> None:
    with pytest.raises(UsageError, match="never overwritten"):
        keys.generate(desk.private, desk.ring, "x", "2026-01-01", "2026-12-31")
    assert desk.private.stat().st_mode & 0o077 == 0


def test_a_held_article_is_not_admitted_however_well_it_is_signed(tmp_path: Path) -> None:
    held = Desk_(tmp_path, BAD)
    with pytest.raises(dsse.Refused, match="policy: the article is held"):
        verify(held.file, held.demand())


def test_swapped_reports_are_refused(tmp_path: Path) -> None:
    one, two = Desk_(tmp_path, SOUND, "a.txt"), Desk_(tmp_path, SOUND + b"\n", "b.txt")
    for first, second in ((one.report, two.report), (one.bundle, two.bundle)):
        first_bytes, second_bytes = first.read_bytes(), second.read_bytes()
        first.write_bytes(second_bytes)
        second.write_bytes(first_bytes)
    for desk in (one, two):
        with pytest.raises(dsse.Refused, match="digest"):
            verify(desk.file, desk.demand())


def test_a_property_that_is_asked_for_must_be_proved(desk: Desk_) -> None:
    statement = wire.decode(desk.report.read_bytes())
    assert {"COPYDESK_ADMISSIBLE", "COPYDESK_DATE_RESOLVED", "COPYDESK_ENCODING_OK", "COPYDESK_SOURCE_NAMED"} <= set(properties(statement))
    verify(desk.file, desk.demand(require=("COPYDESK_DATE_RESOLVED",)))
    with pytest.raises(dsse.Refused, match="does not prove COPYDESK_LAWYER_SIGNED"):
        verify(desk.file, desk.demand(require=("COPYDESK_LAWYER_SIGNED",)))


def test_no_two_harms_are_told_alike(tmp_path: Path) -> None:
    """Each message is that harm's own, but for two: a report for other bytes is what other bytes make of any report."""
    told = {}
    for n, harm in enumerate(HARMS):
        (tmp_path / str(n)).mkdir()
        desk = Desk_(tmp_path / str(n))
        harm(desk)
        with pytest.raises(dsse.Refused) as refused:
            verify(desk.file, desk.demand())
        told[harm.__name__] = str(refused.value).replace(str(tmp_path / str(n)), "")
    told.pop("report_for_other_bytes")
    assert len(set(told.values())) == len(told), told


def test_no_flipped_bit_is_admitted(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Two thousand single flips of article, report, manifest, a signature, or the key's own bytes: each is refused."""
    desk = Desk_(tmp_path_factory.mktemp("flips"))
    places = (desk.article, desk.report, desk.bundle, desk.manifest, desk.seal, desk.ring)
    whole = {place: place.read_bytes() for place in places}
    ring = msgspec.json.decode(whole[desk.ring])["keys"][0]
    spans = {place: (0, len(content)) for place, content in whole.items()}
    begin = whole[desk.ring].index(ring["public"].encode())
    spans[desk.ring] = (begin, begin + len(ring["public"]))  # who owns a key, and until when, is the repository's to say
    flips = 0

    def got_in() -> list[object]:
        try:
            return list(admitted([desk.article], desk.demand()))
        except UsageError:  # the key file is read before anything is admitted
            return []

    @settings(max_examples=2000, derandomize=True, deadline=None, database=None)
    @given(st.sampled_from(places), st.floats(0, 1, exclude_max=True), st.integers(0, 7))
    def flip(place: Path, where: float, bit: int) -> None:
        nonlocal flips
        first, last = spans[place]
        harmed = bytearray(whole[place])
        harmed[first + int(where * (last - first))] ^= 1 << bit
        place.write_bytes(harmed)
        try:
            assert got_in() == []
        finally:
            place.write_bytes(whole[place])
        flips += 1

    flip()
    assert flips >= 2000
    assert len(got_in()) == 1


def test_securesystemslib_reads_our_envelopes_and_we_read_its(desk: Desk_) -> None:
    from securesystemslib.dsse import Envelope
    from securesystemslib.signer import CryptoSigner, SSlibKey

    line = desk.bundle.read_bytes().split(b"\n")[0]
    public = keys.load(desk.ring).keys[0]
    raw = keys.load(desk.ring).raw()[public.keyid]
    theirs = Envelope.from_dict(msgspec.json.decode(line))
    key = SSlibKey(public.keyid, "ed25519", "ed25519", {"public": raw.hex()})
    assert theirs.verify([key], 1)
    signer = CryptoSigner.generate_ed25519()
    made = Envelope(b"{}", dsse.PAYLOAD_TYPE, {})
    made.sign(signer)
    public_key = signer._private_key.public_key().public_bytes_raw()
    line = msgspec.json.encode(made.to_dict())
    assert dsse.opened(line, {signer.public_key.keyid: public_key}) == (b"{}", signer.public_key.keyid)


@pytest.mark.skipif(shutil.which("ssh-keygen") is None, reason="needs ssh-keygen")
def test_a_signature_by_ssh_keygen_is_verified_and_a_tampered_report_is_not(desk: Desk_, tmp_path: Path) -> None:
    def ssh(*arguments: str | Path) -> None:
        subprocess.run(["ssh-keygen", "-q", *arguments], check=True, stdin=subprocess.DEVNULL, capture_output=True)

    ssh("-t", "ed25519", "-N", "", "-f", tmp_path / "id", "-C", "desk")
    public = (tmp_path / "id.pub").read_text().split()
    signers = tmp_path / "signers"
    signers.write_text(f'desk@news.example namespaces="{NAMESPACE}" {public[0]} {public[1]}\n')
    ssh("-Y", "sign", "-f", tmp_path / "id", "-n", NAMESPACE, desk.report)
    demand = Demand(str(desk.report.parent), allowed_signers=str(signers), identity="desk@news.example")
    assert verify(desk.file, demand).predicate.result == "PASSED"
    with pytest.raises(dsse.Refused, match="signature"):
        verify(desk.file, msgspec.structs.replace(demand, identity="somebody@else.example"))
    desk.report.write_bytes(desk.report.read_bytes().replace(b'"lf"', b'"cr"'))
    with pytest.raises(dsse.Refused, match=r"signature: .*incorrect signature|Could not verify"):
        verify(desk.file, demand)


def test_a_folder_without_reports_cannot_be_signed(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no reports"):
        list(sign_folder(tmp_path, b"\0" * 32, "2026-05-01T00:00:00Z"))
