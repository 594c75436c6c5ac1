"""The data key and what is derived from it. No key is ever written in clear, and no passphrase opens notes directly."""

from __future__ import annotations

import hmac
import math
import os
import time
from collections.abc import Callable
from dataclasses import dataclass

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from footprint.vault.errors import Locked

KEY_BYTES = 32
NONCE_BYTES = 12
SALT_BYTES = 16
MOST_PASSES = 32
SLOW_ENOUGH, AIM = 0.5, 0.7  # seconds of one derivation

_PAGE = b"vault page key 1"
_MAC = b"vault header mac 1"
_NOTES = b"vault sealed notes 1"


def derive(secret: bytes, info: bytes, salt: bytes | None = None) -> bytes:
    """32 bytes by HKDF-SHA256."""
    return HKDF(algorithm=hashes.SHA256(), length=KEY_BYTES, salt=salt, info=info).derive(secret)


class DataKey:
    """The vault's own random key, made once and never changed by a new passphrase."""

    def __init__(self, secret: bytes) -> None:
        if len(secret) != KEY_BYTES:
            raise ValueError("a data key is 32 bytes")
        self._secret: bytearray | None = bytearray(secret)

    @classmethod
    def new(cls) -> DataKey:
        return cls(os.urandom(KEY_BYTES))

    def secret(self) -> bytes:
        """The key itself, for wrapping it in a slot; raises `Locked` once dropped."""
        if self._secret is None:
            raise Locked
        return bytes(self._secret)

    def page_key(self) -> bytes:
        """What the encrypted file is opened with."""
        return derive(self.secret(), _PAGE)

    def seal(self, message: bytes) -> bytes:
        """HMAC-SHA256 over what stands outside the encrypted file: the slot list and the newest commit number."""
        return hmac.digest(derive(self.secret(), _MAC), message, "sha256")

    def fits(self, message: bytes, seal: bytes) -> bool:
        return hmac.compare_digest(self.seal(message), seal)

    def hide(self, plain: bytes) -> bytes:
        """Encrypt a small note that has to be readable while the encrypted file is not."""
        nonce = os.urandom(NONCE_BYTES)
        return nonce + wrap(derive(self.secret(), _NOTES), nonce, plain, b"")

    def show(self, hidden: bytes) -> bytes | None:
        """The note `hide` made; None when it is damaged or another vault's."""
        return unwrap(derive(self.secret(), _NOTES), hidden[:NONCE_BYTES], hidden[NONCE_BYTES:], b"")

    def drop(self) -> None:
        """Overwrite the key. Python may still hold copies for a while; nothing here promises otherwise."""
        if self._secret is not None:
            self._secret[:] = bytes(KEY_BYTES)
            self._secret = None


def wrap(slot_key: bytes, nonce: bytes, secret: bytes, bound_to: bytes) -> bytes:
    """AES-256-GCM of `secret`; opening fails unless `bound_to` is the same."""
    return AESGCM(slot_key).encrypt(nonce, secret, bound_to)


def unwrap(slot_key: bytes, nonce: bytes, box: bytes, bound_to: bytes) -> bytes | None:
    """The secret, or None when key, box or `bound_to` do not fit."""
    try:
        return AESGCM(slot_key).decrypt(nonce, box, bound_to)
    except (InvalidTag, ValueError):  # ValueError: a nonce of another length
        return None


@dataclass(frozen=True)
class Strength:
    """Numbers of Argon2id: memory in KiB, passes, lanes (`vault-design` 4.2 and 4.3)."""

    memory: int = 128 * 1024
    passes: int = 3
    lanes: int = 4

    @property
    def accepted(self) -> bool:
        """False for numbers that would weaken a passphrase, or take more memory or time than there is."""
        return 64 * 1024 <= self.memory <= 256 * 1024 and 3 <= self.passes <= MOST_PASSES and 1 <= self.lanes <= 8

    def reaches(self, floor: Strength) -> bool:
        """Whether guessing costs as much memory and work as with `floor`, or more."""
        return self.memory >= floor.memory and self.memory * self.passes >= floor.memory * floor.passes


# What a slot has to reach. Raised in a later version, it makes every weaker slot anew at the next unlock.
FLOOR = Strength(memory=64 * 1024, passes=3, lanes=4)


def stretch(passphrase: bytes, salt: bytes, strength: Strength) -> bytes:
    """The slot key of a passphrase, slow by design; keep it off the main thread."""
    if not strength.accepted:
        raise ValueError("numbers of the derivation are out of range")
    kdf = Argon2id(
        salt=salt,
        length=KEY_BYTES,
        iterations=strength.passes,
        lanes=strength.lanes,
        memory_cost=strength.memory,
    )
    return kdf.derive(passphrase)


def strength_for_this_computer(
    measure: Callable[[Strength], float] | None = None, *, memory: int | None = None
) -> Strength:
    """Passes raised from 3 until one derivation takes 0.5 to 1.0 s here.

    `measure` gives the seconds of one derivation; `memory` is in bytes, looked up when not given. The first derivation
    of a process is slower than those that follow: it does not count, and numbers do only when measured themselves.
    """
    seconds = measure or _seconds
    small = (memory if memory is not None else _memory()) < 4 * 1024**3
    seconds(FLOOR)
    found = FLOOR if small else Strength()
    for _try in range(4):
        took = seconds(found)
        if took >= SLOW_ENOUGH:
            took = min(took, seconds(found))  # a busy moment makes a weak one look slow enough
        took = max(took, 0.001)
        if took >= SLOW_ENOUGH or found.passes == MOST_PASSES:
            break
        wanted = math.ceil(found.passes * AIM / took)
        found = Strength(found.memory, min(MOST_PASSES, max(found.passes + 1, wanted)), found.lanes)
    return found


def _seconds(strength: Strength) -> float:
    before = time.perf_counter()
    stretch(b"measure", bytes(SALT_BYTES), strength)
    return time.perf_counter() - before


def _memory() -> int:
    """This computer's memory in bytes; plenty where it does not say (Windows)."""
    try:
        return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (AttributeError, ValueError, OSError):
        return 8 * 1024**3
