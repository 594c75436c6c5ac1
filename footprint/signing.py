"""Ed25519 signatures (RFC 8032) over files that are handed out: new steps of ours, and an employer's pack.

Only what both need: the mark of a key, whether a signature fits, and keys on disk. Nothing heavy is loaded at import.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
from collections.abc import Iterable
from typing import TYPE_CHECKING

from footprint.errors import FootprintError
from footprint.i18n import _

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

KEY_BYTES = 32
SIGNATURE_BYTES = 64

# Points of small order, without the sign: signatures that fit such a "key" can be made for any bytes by anybody.
_NO_KEYS = frozenset(
    bytes.fromhex(one)
    for one in (
        "00" * 32,
        "01" + "00" * 31,
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
        "ec" + "ff" * 30 + "7f",
        "ed" + "ff" * 30 + "7f",
        "ee" + "ff" * 30 + "7f",
    )
)


class BadKey(FootprintError):
    """A file of a key that cannot be used."""


class LockedKey(BadKey):
    """The key is locked, and the passphrase is missing or another one."""


def fingerprint(key: Ed25519PublicKey | bytes) -> str:
    """The SHA-256 of the raw key in eight groups of four, short enough to read out on the phone."""
    raw = key if isinstance(key, bytes) else key.public_bytes_raw()
    digest = hashlib.sha256(raw).hexdigest()[:32]
    return " ".join(digest[at : at + 4] for at in range(0, 32, 4))


def fits(signature: bytes, body: bytes, keys: Iterable[Ed25519PublicKey]) -> bool:
    """Whether one of these keys made this signature over these bytes."""
    from cryptography.exceptions import InvalidSignature

    for key in keys:
        try:
            key.verify(signature, body)
        except InvalidSignature:
            continue
        return True
    return False


def fits_raw(signature: bytes, body: bytes, key: bytes) -> bool:
    """The same for a key as its 32 bytes; bytes that are no key made nothing."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    if len(key) != KEY_BYTES or len(signature) != SIGNATURE_BYTES or key[:31] + bytes([key[31] & 0x7F]) in _NO_KEYS:
        return False
    try:
        return fits(signature, body, (Ed25519PublicKey.from_public_bytes(key),))
    except ValueError:
        return False


def from_base64(text: str | bytes) -> bytes | None:
    """The bytes, or None where the text is not strict base64."""
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return None


def new_key() -> Ed25519PrivateKey:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    return Ed25519PrivateKey.generate()


def private_pem(key: Ed25519PrivateKey, passphrase: str) -> bytes:
    """The key as a PEM file (PKCS #8), locked with the passphrase."""
    from cryptography.hazmat.primitives import serialization as form

    locked = form.BestAvailableEncryption(passphrase.encode())
    return key.private_bytes(form.Encoding.PEM, form.PrivateFormat.PKCS8, locked)


def public_pem(key: Ed25519PrivateKey) -> bytes:
    from cryptography.hazmat.primitives import serialization as form

    return key.public_key().public_bytes(form.Encoding.PEM, form.PublicFormat.SubjectPublicKeyInfo)


def is_locked(pem: bytes) -> bool:
    """Whether a key file asks for a passphrase."""
    return b"ENCRYPTED" in pem


def load_private(pem: bytes, passphrase: str) -> Ed25519PrivateKey:
    """The key in a PEM file. Raises `LockedKey` where the passphrase does not open it, `BadKey` where it is no key."""
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.serialization import load_pem_private_key

    try:
        key = load_pem_private_key(pem, passphrase.encode() or None)
    except (ValueError, TypeError, UnsupportedAlgorithm):
        if is_locked(pem):
            raise LockedKey(_("The passphrase does not open this key.")) from None
        raise BadKey(_("This file does not hold a key.")) from None
    if not isinstance(key, Ed25519PrivateKey):
        raise BadKey(_("This file holds a key of another kind than is needed here."))
    return key
