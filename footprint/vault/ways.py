"""Changing the ways in. A new way is proved from disk before an old one goes; the content is not touched."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from footprint import dates
from footprint.ids import new_id
from footprint.vault import passphrase, slotfile
from footprint.vault.backing import kept
from footprint.vault.errors import LastWay, WrongSecret
from footprint.vault.keys import Strength, strength_for_this_computer
from footprint.vault.opening import Patience, enter
from footprint.vault.recovery import RecoveryCode, new_code
from footprint.vault.renewing import own_slots, replace_slot, write_slots
from footprint.vault.sheet import Sheet, note_new_sheet, short_name
from footprint.vault.slots import Slot, SlotList, Way
from footprint.vault.systemkeyring import SlotSecret, SystemKeyring
from footprint.vault.vault import Vault

NEEDED = (Way.PASSPHRASE, Way.CODE)  # two ways that depend on nothing but the person, always


@dataclass(frozen=True)
class WayIn:
    """One way into a vault, and the day it was made. `needed` is the last of its kind, which cannot be removed."""

    id: str
    way: Way
    day: date
    needed: bool


def change_passphrase(
    vault: Vault, old: str, new: str, *, strength: Strength | None = None, patience: Patience | None = None
) -> None:
    """Take `new` instead of `old`. Old copies and backups still open with the old one.

    Takes seconds: run it off the main thread. Raises `WrongSecret` (after one second), `WeakPassphrase`, `NotKept`,
    `KeysDamaged`, `DiskFull`, `ReadOnlyPlace`; the old one still opens the vault then.
    """
    backing = kept(vault)
    passphrase.require(new)
    _found, entered = enter(slotfile.candidates(backing.folder), old, patience or Patience())
    entered.key.drop()
    replace_slot(vault, Way.PASSPHRASE, new, strength or strength_for_this_computer())


def set_passphrase(vault: Vault, new: str, *, strength: Strength | None = None) -> None:
    """A new passphrase right after the recovery code or the keyring opened the vault; no old one is asked for.

    Raises `WrongSecret` when the vault was opened with a passphrase, else what `change_passphrase` raises.
    """
    if kept(vault).way is Way.PASSPHRASE:
        raise WrongSecret
    passphrase.require(new)
    replace_slot(vault, Way.PASSPHRASE, new, strength or strength_for_this_computer())


def new_recovery_code(vault: Vault, *, code: RecoveryCode | None = None, keep_old: bool = False) -> Sheet:
    """A new code (or `code`, made with `new_code` and already shown), and its sheet.

    It takes the place of every code there was; with `keep_old` it is one more, for a second place to keep a sheet.
    """
    shown = code or new_code()
    replace_slot(vault, Way.CODE, shown, Strength(), keep_old=keep_old)
    day = dates.local_day(vault.now())
    with vault.writing(undo=False) as write:
        note_new_sheet(write.db, day, write.now)
    return Sheet(shown, vault_name(vault), day)


def turn_on_keyring(vault: Vault, *, store: SystemKeyring | None = None) -> None:
    """Let the computer's own password store open the vault, besides the passphrase and the recovery code.

    Waits up to 10 s for the store: run it off the main thread. Raises `KeyringNotSet` (nothing has changed then),
    `NotKept`, `KeysDamaged`, `DiskFull`, `ReadOnlyPlace`.
    """
    backing, keyring = kept(vault), store or SystemKeyring()
    before = own_slots(backing)
    secret, slot_id = SlotSecret.new(), new_id()
    keyring.put(backing.vault_id, slot_id, secret)
    try:
        replace_slot(vault, Way.KEYRING, secret, Strength(), slot_id=slot_id)
    except BaseException:
        keyring.forget(backing.vault_id, slot_id)
        raise
    for slot in before.of(Way.KEYRING):
        keyring.forget(backing.vault_id, slot.id)


def turn_off_keyring(vault: Vault, *, store: SystemKeyring | None = None) -> bool:
    """The password store opens the vault no more; False when what it holds could not be taken out of it.

    That is worthless from now on either way. Raises what `turn_on_keyring` raises, except `KeyringNotSet`.
    """
    backing, keyring = kept(vault), store or SystemKeyring()
    before = own_slots(backing)
    gone = before.of(Way.KEYRING)
    if gone:
        write_slots(backing, tuple(slot for slot in before.slots if slot.way is not Way.KEYRING))
    out = [keyring.forget(backing.vault_id, slot.id) for slot in gone]
    return all(out)


def remove_way(vault: Vault, slot_id: str, *, store: SystemKeyring | None = None) -> None:
    """Take one way in out: a second recovery sheet, or the keyring.

    Raises `LastWay` for the only passphrase and the only recovery code, `NotKept`, `KeysDamaged`, `DiskFull`,
    `ReadOnlyPlace`. Backups made before still open with it.
    """
    backing = kept(vault)
    before = own_slots(backing)
    left = tuple(slot for slot in before.slots if slot.id != slot_id)
    if any(way not in {slot.way for slot in left} for way in NEEDED):
        raise LastWay
    if left != before.slots:
        write_slots(backing, left)
    for slot in before.of(Way.KEYRING):
        if slot.id == slot_id:
            (store or SystemKeyring()).forget(backing.vault_id, slot.id)


def list_ways(vault: Vault) -> tuple[WayIn, ...]:
    """Every way into this vault, the passphrase first. Raises `NotKept`, `KeysMissing`, `KeysDamaged`."""
    found = own_slots(kept(vault))
    order = list(Way)
    ways = (WayIn(one.id, one.way, _day(one), _is_needed(found, one)) for one in found.slots)
    return tuple(sorted(ways, key=lambda one: (order.index(one.way), one.day)))


def ways_in(vault: Vault) -> tuple[Way, ...]:
    """The kinds of ways into this vault that exist now."""
    return slotfile.candidates(kept(vault).folder)[0].ways


def opened_with(vault: Vault) -> Way:
    """The way this vault was opened. Raises `NotKept`."""
    return kept(vault).way


def vault_name(vault: Vault) -> str:
    """The short name of this vault, as it stands on its recovery sheet. Raises `NotKept`."""
    return short_name(kept(vault).vault_id)


def _day(slot: Slot) -> date:
    return dates.local_day(dates.from_text(slot.made_at))


def _is_needed(found: SlotList, slot: Slot) -> bool:
    return slot.way in NEEDED and len(found.of(slot.way)) == 1
