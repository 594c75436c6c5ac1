"""The signature of a pack: over the names and the contents of all its files, by the key that is named beside it.

Who holds that key is for people to find out: they compare its mark with what their organisation says, by phone or on
paper. From then on an update by another key is said loudly.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from typing import TYPE_CHECKING

from footprint.handwritten import Problem, decode, parse
from footprint.i18n import _
from footprint.nesting import is_too_deep
from footprint.packs.format import Strict
from footprint.packs.records import NotSigned, PackError, WrongSignature, no_pack
from footprint.packs.zipped import SIGNATURE
from footprint.signing import fits_raw, from_base64

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

_HEAD = b"footprint-pack 1\n"


class SignatureFile(Strict, frozen=True, kw_only=True):
    """`signature.toml`, which `footprint pack build` writes: the public key and the signature, in base64."""

    format: int
    key: str
    signature: str


def signed_bytes(texts: Mapping[str, str]) -> bytes:
    """What is signed: a line for each file but the signature, its name and the SHA-256 of its text."""
    lines = (
        f"{name} {hashlib.sha256(texts[name].encode('utf-8')).hexdigest()}\n"
        for name in sorted(texts)
        if name != SIGNATURE
    )
    return _HEAD + "".join(lines).encode("utf-8")


def sign(texts: Mapping[str, str], key: Ed25519PrivateKey) -> dict[str, str]:
    """The same texts with their signature."""
    plain = {name: text for name, text in texts.items() if name != SIGNATURE}
    public = base64.b64encode(key.public_key().public_bytes_raw()).decode("ascii")
    made = base64.b64encode(key.sign(signed_bytes(plain))).decode("ascii")
    return {**plain, SIGNATURE: f'format = 1\nkey = "{public}"\nsignature = "{made}"\n'}


def signer(texts: Mapping[str, str]) -> bytes:
    """The raw public key that signed these texts. Raises `NotSigned` or `WrongSignature`."""
    if SIGNATURE not in texts:
        raise NotSigned((), _("This pack is not signed. You can look at it, and it cannot be used."))
    if is_too_deep(texts[SIGNATURE]):
        raise no_pack(_("nests deeper than any pack needs"), SIGNATURE)
    raw, text, problems = parse(SIGNATURE, texts[SIGNATURE])
    if raw is None:
        raise PackError(problems)
    file, problems = decode(raw, SignatureFile, file=SIGNATURE, text=text, lists={})
    if file is None:
        raise PackError(problems)
    if file.format != 1:
        raise PackError((Problem(SIGNATURE, "format", _("this app reads format {known}").format(known=1)),))
    key, signature = from_base64(file.key), from_base64(file.signature)
    if key is None or signature is None or not fits_raw(signature, signed_bytes(texts), key):
        why = _("does not fit what is in the pack. It was altered after it was signed")
        raise WrongSignature((Problem(SIGNATURE, "signature", why),))
    return key
