"""A pack is used only as it was signed: what is not signed can be looked at, what was altered is refused."""

from __future__ import annotations

import base64
import hashlib

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from footprint.packs import NotSigned, PackError, WrongSignature, differences, other_key
from footprint.packs.seal import sign
from footprint.packs.zipped import SIGNATURE, zipped
from footprint.signing import fingerprint, fits, fits_raw
from tests.packs import example


def test_it_says_whose_key_it_was() -> None:
    pack = example.read(example.made())
    raw = example.KEY.public_key().public_bytes_raw()
    assert pack.key == raw
    assert pack.fingerprint == fingerprint(raw) == fingerprint(example.KEY.public_key())
    groups = pack.fingerprint.split(" ")
    assert len(groups) == 8 and all(len(one) == 4 for one in groups)
    assert pack.fingerprint.replace(" ", "") == hashlib.sha256(raw).hexdigest()[:32]
    assert pack.sha256 == hashlib.sha256(example.made()).hexdigest()


def test_without_a_signature_it_can_only_be_looked_at() -> None:
    data = zipped(example.texts())
    with pytest.raises(NotSigned, match="cannot be used"):
        example.read(data)
    pack = example.read(data, signed=False)
    assert not pack.signed and pack.fingerprint == ""


@pytest.mark.parametrize("name", sorted(example.texts()))
def test_a_word_changed_after_signing_is_found_in_every_file(name: str) -> None:
    texts = sign(example.texts(), example.KEY)
    texts[name] = texts[name].replace("e", "a", 1)
    for signed in (True, False):
        with pytest.raises(WrongSignature, match=r"signature\.toml: signature: does not fit"):
            example.read(zipped(texts), signed=signed)


def test_a_file_added_taken_out_or_renamed_after_signing_is_found() -> None:
    texts = sign(example.texts(), example.KEY)
    added = {**texts, "events/other.toml": texts["events/new-team.toml"]}
    out = {name: text for name, text in texts.items() if name != "lenses.toml"}
    renamed = {name.replace("new-team", "old-team"): text for name, text in texts.items()}
    for changed in (added, out, renamed):
        with pytest.raises(WrongSignature):
            example.read(zipped(changed))


def test_the_signature_of_another_key_does_not_fit() -> None:
    texts, theirs = sign(example.texts(), example.KEY), sign(example.texts(), example.OTHER)
    key, signature = texts[SIGNATURE].splitlines()[1], theirs[SIGNATURE].splitlines()[2]
    with pytest.raises(WrongSignature):
        example.read(zipped({**texts, SIGNATURE: f"format = 1\n{key}\n{signature}\n"}))


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", 'the field "format" is missing'),
        ("format = 1\nkey = 'x'", 'the field "signature" is missing'),
        ("format = 1\nkey = 'x'\nsignature = 'y'\nalgorithm = 'none'", 'unknown field "algorithm"'),
        ("format = 2\nkey = 'x'\nsignature = 'y'", "this app reads format 1"),
        ("format = 1\nkey = ''\nsignature = ''", "does not fit"),
        ("format = 1\nkey = '!!'\nsignature = 'y'", "does not fit"),
        (f"format = 1\nkey = '{'A' * 44}'\nsignature = '{'A' * 88}'", "does not fit"),
        ("not toml", "is not TOML"),
    ],
)
def test_a_signature_that_is_none_is_refused(text: str, says: str) -> None:
    with pytest.raises(PackError) as raised:
        example.read(zipped({**example.texts(), SIGNATURE: text}))
    assert raised.value.problems[0].file == SIGNATURE and says in str(raised.value)


def test_a_key_that_everything_fits_is_no_key() -> None:
    """Points of small order: the library by itself takes such a signature over any bytes."""
    point = b"\x01" + b"\x00" * 31
    key, made = base64.b64encode(point).decode(), base64.b64encode(point + b"\x00" * 32).decode()
    assert fits(point + b"\x00" * 32, b"any", (Ed25519PublicKey.from_public_bytes(point),))
    with pytest.raises(WrongSignature):
        example.read(zipped({**example.texts(), SIGNATURE: f"format = 1\nkey = '{key}'\nsignature = '{made}'"}))
    for raw in (point[:31] + b"\x80", b"\x00" * 32, b"\xff" * 32, b"\xec" + b"\xff" * 30 + b"\x7f"):
        assert not fits_raw(point + b"\x00" * 32, b"any", raw)


def test_an_update_by_another_key_is_said_first() -> None:
    old, new = example.read(example.made()), example.read(example.made(key=example.OTHER))
    assert other_key(old, new) and not other_key(old, old)
    found = differences(old, new)
    assert len(found) == 1 and found[0].words.startswith("Signed with another key: now ")
    assert old.fingerprint in found[0].words and new.fingerprint in found[0].words
