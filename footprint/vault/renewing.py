"""The list of ways in on disk: a new slot is proved from there before an old one goes."""

from __future__ import annotations

from footprint import dates
from footprint.vault import slotfile, slots
from footprint.vault.backing import Kept, kept
from footprint.vault.errors import TooManyWays
from footprint.vault.keys import Strength, strength_for_this_computer
from footprint.vault.slots import Secret, Slot, SlotList, Way
from footprint.vault.vault import Vault


def own_slots(backing: Kept) -> SlotList:
    """The list on disk, if it is the one this vault sealed. Raises `KeysMissing`, `KeysDamaged`."""
    return slots.own(slotfile.candidates(backing.folder), backing.key)


def replace_slot(
    vault: Vault,
    way: Way,
    secret: Secret,
    strength: Strength,
    *,
    slot_id: str = "",
    made_at: str = "",
    only: str = "",
    keep_old: bool = False,
) -> None:
    """New slot in, proved from disk, old slots of that way out (of them `only` one, or none). A crash leaves both."""
    backing = kept(vault)
    before = own_slots(backing)
    if len(before.slots) >= slots.MOST:
        raise TooManyWays
    at = made_at or dates.to_text(vault.now())
    slot = slots.make_slot(backing.key, backing.vault_id, secret, at, strength, slot_id=slot_id)
    write_slots(backing, (*before.slots, slot))
    proved = slots.enter(own_slots(backing), secret)
    if proved.key.secret() != backing.key.secret():
        raise RuntimeError("a new slot opens to another key")
    proved.key.drop()
    gone = () if keep_old else tuple(one.id for one in before.of(way) if not only or one.id == only)
    if gone:
        write_slots(backing, (*(one for one in before.slots if one.id not in gone), slot))


def strengthen(vault: Vault, phrase: str, slot: Slot, *, strength: Strength | None = None) -> None:
    """Wrap the key anew for a passphrase whose slot is weaker than the floor of today; its day stays the same."""
    replace_slot(
        vault, Way.PASSPHRASE, phrase, strength or strength_for_this_computer(), made_at=slot.made_at, only=slot.id
    )


def write_slots(backing: Kept, made: tuple[Slot, ...]) -> None:
    slotfile.write(backing.folder, slots.sealed(backing.key, backing.vault_id, made))
