"""The ways into a vault: each slot holds the data key wrapped for a passphrase, a recovery code or the keyring.

Slots are not secret. What protects them is the seal over the whole list under a key that only an opened slot gives: a
slot taken out, added or weakened by somebody else is noticed right after opening.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import msgspec

from footprint.ids import new_id
from footprint.vault import keys
from footprint.vault.errors import KeyringUnavailable, KeysDamaged, Situation, WrongCode, WrongSecret
from footprint.vault.keys import DataKey, Strength
from footprint.vault.passphrase import normalised
from footprint.vault.recovery import RecoveryCode
from footprint.vault.systemkeyring import SlotSecret

FORMAT = 1
MOST = 8  # slots in a file
_CODE_INFO = b"vault recovery slot 1"
_KEYRING_INFO = b"vault keyring slot 1"

Secret = str | RecoveryCode | SlotSecret


class Way(StrEnum):
    """A way into a vault; stored in its slot."""

    PASSPHRASE = "passphrase"
    CODE = "code"
    KEYRING = "keyring"


class Slot(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One way in. `memory`, `passes` and `lanes` are those of Argon2id, 0 where the secret is random and needs none."""

    way: Way
    id: str
    made_at: str
    salt: bytes
    memory: int
    passes: int
    lanes: int
    nonce: bytes
    box: bytes

    @property
    def strength(self) -> Strength:
        return Strength(self.memory, self.passes, self.lanes)


class SlotList(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Everything in the slot file; `seal` covers the rest."""

    format: int
    vault: str
    slots: tuple[Slot, ...]
    seal: bytes

    @property
    def ways(self) -> tuple[Way, ...]:
        return tuple(dict.fromkeys(slot.way for slot in self.slots))

    def of(self, way: Way) -> tuple[Slot, ...]:
        return tuple(slot for slot in self.slots if slot.way is way)


@dataclass(frozen=True)
class Entered:
    """An opened slot: the data key and the way it was reached."""

    key: DataKey
    slot: Slot


def check(found: SlotList) -> SlotList:
    """The list as it is; `KeysDamaged` when its numbers are none this app writes. Nothing is derived from it first."""
    plausible = found.format == FORMAT and len(found.vault) == 32 and 1 <= len(found.slots) <= MOST
    if not plausible or not all(_plausible(slot) for slot in found.slots):
        raise KeysDamaged
    return found


def _plausible(slot: Slot) -> bool:
    sizes = len(slot.salt) == keys.SALT_BYTES and len(slot.nonce) == keys.NONCE_BYTES
    if slot.way is Way.PASSPHRASE:
        return sizes and slot.strength.accepted
    return sizes and slot.strength == Strength(0, 0, 0)


def way_of(secret: Secret) -> Way:
    """The kind of way a secret opens."""
    if isinstance(secret, RecoveryCode):
        return Way.CODE
    return Way.KEYRING if isinstance(secret, SlotSecret) else Way.PASSPHRASE


def make_slot(key: DataKey, vault: str, secret: Secret, made_at: str, strength: Strength, *, slot_id: str = "") -> Slot:
    """Wrap the data key for one more secret; as slow as `strength` says for a passphrase."""
    way = way_of(secret)
    numbers = strength if way is Way.PASSPHRASE else Strength(0, 0, 0)
    bare = Slot(
        way=way,
        id=slot_id or new_id(),
        made_at=made_at,
        salt=os.urandom(keys.SALT_BYTES),
        memory=numbers.memory,
        passes=numbers.passes,
        lanes=numbers.lanes,
        nonce=os.urandom(keys.NONCE_BYTES),
        box=b"",
    )
    box = keys.wrap(_slot_key(bare, secret), bare.nonce, key.secret(), _bound(vault, bare))
    return msgspec.structs.replace(bare, box=box)


def sealed(key: DataKey, vault: str, slots: tuple[Slot, ...]) -> SlotList:
    """The list with its seal."""
    bare = SlotList(FORMAT, vault, slots, b"")
    return msgspec.structs.replace(bare, seal=key.seal(_covered(bare)))


def enter(found: SlotList, secret: Secret) -> Entered:
    """Open the first slot this secret fits.

    Raises `WrongSecret` (`WrongCode`, for the keyring `KeyringUnavailable`) when none opens, `KeysDamaged` when one
    does but the list is not the one we sealed.
    """
    way = way_of(secret)
    for slot in found.of(way):
        opened = keys.unwrap(_slot_key(slot, secret), slot.nonce, slot.box, _bound(found.vault, slot))
        if opened is None or len(opened) != keys.KEY_BYTES:
            continue
        key = DataKey(opened)
        if not key.fits(_covered(found), found.seal):
            key.drop()
            raise KeysDamaged
        return Entered(key, slot)
    if way is Way.KEYRING:
        raise KeyringUnavailable(Situation.OTHER)
    raise WrongCode if way is Way.CODE else WrongSecret


def own(lists: tuple[SlotList, ...], key: DataKey) -> SlotList:
    """The first list this key sealed; `KeysDamaged` when none is."""
    for found in lists:
        if key.fits(_covered(found), found.seal):
            return found
    raise KeysDamaged


def _slot_key(slot: Slot, secret: Secret) -> bytes:
    if isinstance(secret, RecoveryCode):
        return keys.derive(secret.characters.encode(), _CODE_INFO, slot.salt)
    if isinstance(secret, SlotSecret):
        return keys.derive(secret.secret, _KEYRING_INFO, slot.salt)
    return keys.stretch(normalised(secret), slot.salt, slot.strength)


def _bound(vault: str, slot: Slot) -> bytes:
    """What a box is bound to: format, vault and all the slot's other fields."""
    facts: dict[str, Any] = msgspec.to_builtins(msgspec.structs.replace(slot, nonce=b"", box=b""))
    return msgspec.json.encode({"format": FORMAT, "vault": vault, "slot": facts}, order="deterministic")


def _covered(found: SlotList) -> bytes:
    return msgspec.json.encode(msgspec.structs.replace(found, seal=b""), order="deterministic")
