"""Copies that open with a passphrase, a recovery code or a key that is no way into the vault any more."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from footprint.vault import backupfile, disk, incoming, slotfile
from footprint.vault.backing import Kept, kept
from footprint.vault.errors import VaultError
from footprint.vault.renewing import own_slots
from footprint.vault.slots import SlotList
from footprint.vault.vault import Vault


@dataclass(frozen=True)
class OldCopy:
    """A backup, or a vault that was set aside. `ours` when the app made it by itself, so that it may delete it too."""

    path: Path
    day: date | None
    ours: bool


def old_copies(vault: Vault) -> tuple[OldCopy, ...]:
    """The copies known of that an older way opens, newest first: after a rotation, all that were made before it.

    Copies nobody told the app of are not among them, nor is anything of other notes that were here before. Raises
    `NotKept`, `KeysMissing`, `KeysDamaged`.
    """
    backing = kept(vault)
    now = {slot.id for slot in own_slots(backing).slots}
    copies = [(one, slots) for one, slots in _copies(backing) if slots.vault == backing.vault_id]
    found = [one for one, slots in copies if {slot.id for slot in slots.slots} - now]
    return tuple(sorted(found, key=lambda one: (one.day or date.min, one.path.name), reverse=True))


def delete_old_copies(vault: Vault) -> int:
    """Delete those of `old_copies` that the app made by itself, for good; gives how many. Raises `ReadOnlyPlace`."""
    with vault.copying:
        return _delete([one for one in old_copies(vault) if one.ours])


def _delete(gone: list[OldCopy]) -> int:
    for one in gone:
        if disk.is_folder(one.path):
            incoming.remove_aside(one.path)
        else:
            disk.destroy(one.path, slotfile.LARGEST)
    return len(gone)


def _copies(backing: Kept) -> list[tuple[OldCopy, SlotList]]:
    """Every copy known of whose slots can be read."""
    found = []
    for backup in backupfile.known_backups(backing.folder, backing.key):
        try:
            slots = backupfile.open_container(backup.path).slots
        except VaultError:
            continue
        found.append((OldCopy(backup.path, backup.day, backup.automatic), slots))
    for folder in (backing.folder / incoming.ASIDE).glob("*"):
        try:
            slots = slotfile.candidates(folder)[0]
        except VaultError:
            continue
        found.append((OldCopy(folder, _day_of(folder.name), True), slots))
    return found


def _day_of(name: str) -> date | None:
    """The day in the name of a folder that was set aside: `2026-11-16-143000`."""
    try:
        return date.fromisoformat(name[:10])
    except ValueError:
        return None
