"""Changing the ways in: a new passphrase, a new recovery code. The old way goes only after the new one was proved."""

from __future__ import annotations

from pathlib import Path

from footprint import dates
from footprint.vault import passphrase, slotfile, slots
from footprint.vault.backing import Kept, kept
from footprint.vault.errors import WrongSecret
from footprint.vault.keys import Strength, strength_for_this_computer
from footprint.vault.opening import Patience, enter
from footprint.vault.recovery import RecoveryCode, new_code
from footprint.vault.sheet import Sheet, note_new_sheet, short_name
from footprint.vault.slots import Secret, SlotList, Way
from footprint.vault.vault import Vault


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
    _replace(vault, Way.PASSPHRASE, new, strength or strength_for_this_computer())


def set_passphrase(vault: Vault, new: str, *, strength: Strength | None = None) -> None:
    """A new passphrase right after the recovery code opened the vault; no old one is asked for.

    Raises `WrongSecret` when the vault was opened with a passphrase, else what `change_passphrase` raises.
    """
    if kept(vault).way is not Way.CODE:
        raise WrongSecret
    passphrase.require(new)
    _replace(vault, Way.PASSPHRASE, new, strength or strength_for_this_computer())


def new_recovery_code(vault: Vault, *, code: RecoveryCode | None = None) -> Sheet:
    """A new code (or `code`, made with `new_code` and already shown) in place of the old one, and its sheet."""
    shown = code or new_code()
    _replace(vault, Way.CODE, shown, Strength())
    day = dates.local_day(vault.now())
    with vault.writing(undo=False) as write:
        note_new_sheet(write.db, day, write.now)
    return Sheet(shown, vault_name(vault), day)


def ways_in(vault: Vault) -> tuple[Way, ...]:
    """The ways into this vault that exist now."""
    return slotfile.candidates(kept(vault).folder)[0].ways


def vault_name(vault: Vault) -> str:
    """The short name of this vault, as it stands on its recovery sheet. Raises `NotKept`."""
    return short_name(kept(vault).vault_id)


def _replace(vault: Vault, way: Way, secret: Secret, strength: Strength) -> None:
    """New slot in, proved from disk, old slots of that way out. A crash in between leaves both."""
    backing = kept(vault)
    folder = backing.folder
    before = _own(folder, backing)
    slot = slots.make_slot(backing.key, backing.vault_id, secret, dates.to_text(vault.now()), strength)
    slotfile.write(folder, slots.sealed(backing.key, backing.vault_id, (*before.slots, slot)))
    proved = slots.enter(_own(folder, backing), secret)
    if proved.key.secret() != backing.key.secret():
        raise RuntimeError("a new slot opens to another key")
    proved.key.drop()
    left = tuple(one for one in before.slots if one.way is not way)
    slotfile.write(folder, slots.sealed(backing.key, backing.vault_id, (*left, slot)))


def _own(folder: Path, backing: Kept) -> SlotList:
    """The list on disk, if it is the one this vault sealed. Raises `KeysMissing`, `KeysDamaged`."""
    return slots.own(slotfile.candidates(folder), backing.key)
