"""“My passphrase was seen”: everything under a new key, so that the old passphrase opens nothing from now on.

The new vault is made whole beside the old one, read back, and takes its place in one step that is carried through at
the next start if it is cut off. Until then the old one is the vault; from then on the new one is. Copies made before
still open with the old passphrase: `old_copies` lists them.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from footprint import dates
from footprint.i18n import _
from footprint.ids import new_id
from footprint.tasks import Stopped, Task
from footprint.vault import backupfile, disk, incoming, passphrase, place, slotfile, slots
from footprint.vault.backing import DATABASE, Kept, kept, newest_commit
from footprint.vault.connection import Connection, is_encrypted, open_store
from footprint.vault.errors import DiskFull, KeyringNotSet, Locked, WeakPassphrase, WrongSecret
from footprint.vault.keys import DataKey, Strength, strength_for_this_computer
from footprint.vault.making import aside_name, counts
from footprint.vault.opening import Patience, enter
from footprint.vault.recovery import RecoveryCode, new_code
from footprint.vault.renewing import own_slots
from footprint.vault.sheet import Sheet, note_new_sheet, short_name
from footprint.vault.slots import Secret, SlotList, Way
from footprint.vault.state import Newest, StateFile
from footprint.vault.systemkeyring import SlotSecret, SystemKeyring
from footprint.vault.vault import Vault

_KEYS, _COPIED, _CHECKED = 2, 50, 95  # of 100 steps: how far it is with the keys made, all written, all read back


@dataclass(frozen=True)
class Rotated:
    """What opens the vault now. `keyring` says why the password store is no way in any more, where it was one."""

    sheet: Sheet
    keyring: KeyringNotSet | None = None


@dataclass(frozen=True)
class _New:
    """The new key, its slots, and what is needed to prove and to take them back."""

    key: DataKey
    slots: SlotList
    secrets: tuple[Secret, ...] = field(repr=False)  # the new passphrase is among them
    sheet: Sheet
    keyring: KeyringNotSet | None


def rotate(
    vault: Vault,
    old: str,
    new: str,
    *,
    code: RecoveryCode | None = None,
    task: Task | None = None,
    store: SystemKeyring | None = None,
    strength: Strength | None = None,
    patience: Patience | None = None,
) -> Rotated:
    """Put the content of `vault` under a new key with the passphrase `new`, a new recovery code and, if it was one of
    the ways, the keyring; the vault stays open, and the old file is deleted.

    `old` is the passphrase of now; it is not asked for where the recovery code or the keyring opened the vault. `code`
    is one made with `new_code` and already shown. Takes about a second for every 50 MB; others read on, and wait only
    for the change-over. `task` hears how far it is, and stopping it leaves everything as it was.

    Raises `WrongSecret` (after one second), `WeakPassphrase` (also when `new` is the passphrase of now), `NotKept`,
    `KeysDamaged`, `DatabaseDamaged`, `DiskFull`, `ReadOnlyPlace`. The old ways open the vault then; only where the
    change-over itself broke off is the vault closed, and the next unlock carries it through.
    """
    backing, task, keyring = kept(vault), task or Task(), store or SystemKeyring()
    before = own_slots(backing)
    may_rotate(vault, old, new, patience=patience)
    task.step(0, 100, _("Making a new key"))
    made = _make(vault, before, new, code or new_code(), strength or strength_for_this_computer(), keyring)
    try:
        with incoming.incoming(backing.folder) as beside:
            _write_slots(beside, made)
            _move_over(vault, backing, beside, made, task)
    except BaseException:
        if not incoming.begun(backing.folder):
            _forget(keyring, made.slots)
        if vault.backing is backing:
            made.key.drop()
        raise
    incoming.sweep_leaving(backing.folder)
    _forget(keyring, before)
    return Rotated(made.sheet, made.keyring)


# -- before anything is written --------------------------------------------------------------------


def may_rotate(vault: Vault, old: str, new: str, *, patience: Patience | None = None) -> None:
    """Say beforehand what `rotate` would refuse: the same errors, and nothing is written."""
    backing = kept(vault)
    before = own_slots(backing)
    passphrase.require(new)
    if old or backing.way is Way.PASSPHRASE:
        _found, entered = enter((before,), old, patience or Patience())
        entered.key.drop()
    if _opens(before, new):
        raise WeakPassphrase(_("This is the passphrase that was seen. Choose another."))


def _opens(found: SlotList, phrase: str) -> bool:
    try:
        slots.enter(found, phrase).key.drop()
    except WrongSecret:
        return False
    return True


def _make(
    vault: Vault, before: SlotList, new: str, code: RecoveryCode, strength: Strength, keyring: SystemKeyring
) -> _New:
    key, now = DataKey.new(), vault.now()
    at = dates.to_text(now)
    secrets: list[Secret] = [new, code]
    made = [slots.make_slot(key, before.vault, one, at, strength) for one in secrets]
    problem = None
    if before.of(Way.KEYRING):
        secret, slot_id = SlotSecret.new(), new_id()
        try:
            keyring.put(before.vault, slot_id, secret)
        except KeyringNotSet as trouble:
            problem = trouble
        else:
            secrets.append(secret)
            made.append(slots.make_slot(key, before.vault, secret, at, strength, slot_id=slot_id))
    sheet = Sheet(code, short_name(before.vault), dates.local_day(now))
    return _New(key, slots.sealed(key, before.vault, tuple(made)), tuple(secrets), sheet, problem)


def _write_slots(beside: Path, made: _New) -> None:
    """Write the new slot file and prove from disk that each secret opens it, before any content depends on it."""
    slotfile.write(beside, made.slots)
    written = slotfile.candidates(beside)[0]
    for secret in made.secrets:
        entered = slots.enter(written, secret)
        if entered.key.secret() != made.key.secret():
            raise RuntimeError("a new slot opens to another key")
        entered.key.drop()


# -- the content -----------------------------------------------------------------------------------


def _move_over(vault: Vault, backing: Kept, beside: Path, made: _New, task: Task) -> None:
    """Copy while others go on; if nothing was changed meanwhile the copy takes over, else it is made once more."""
    with vault.using() as db:
        copied = _copy(db, beside, made, task)
    with vault.alone() as db:
        if newest_commit(db) != copied:
            copied = _copy(db, beside, made, task)
            if newest_commit(db) != copied:
                raise RuntimeError("the copy is not of the newest change")
        now = vault.now()
        newest = _begin(beside, made, dates.to_text(now))
        backupfile.note_for(backing.key, backing.folder, made.key, beside)
        task.step(_CHECKED, 100, _("Changing over"))
        _change_over(vault, backing, made, newest, f"{incoming.LEAVING}{aside_name(dates.to_text(now))}")
    backing.closed()


def _change_over(vault: Vault, backing: Kept, made: _New, newest: Newest, leaving: str) -> None:
    claim = place.hold(backing.folder)
    after = Kept(backing.folder, backing.vault_id, made.key, Way.PASSPHRASE, claim)
    try:
        vault.move(after.connect, after, lambda: incoming.take_over(backing.folder, leaving))
    except BaseException:
        claim.release()
        if incoming.begun(backing.folder):
            vault.close()  # the files are on their way: the next unlock carries it through
        raise
    after.accept(newest)


def _copy(db: Connection, beside: Path, made: _New, task: Task) -> Newest:
    """All that `db` holds under the new key, read back whole; gives the newest commit in it."""
    target = beside / DATABASE
    with disk.disk_problems():
        for left in (target, *(target.with_name(target.name + end) for end in ("-wal", "-shm"))):
            left.unlink(missing_ok=True)
        free = shutil.disk_usage(beside).free
    size = db.size()
    if free < size * 1.2:
        raise DiskFull
    task.step(_KEYS, 100, _("Writing everything anew"))
    newest, rows = newest_commit(db), counts(db)
    with _stoppable(db, task, lambda: _share(target, size), _("Writing everything anew")):
        db.copy_into(target, made.key.page_key())
    with (
        closing(open_store(target, made.key.page_key())) as copy,
        _stoppable(copy, task, lambda: _COPIED, _("Reading it back")),
    ):
        sound, written, found = copy.sound(), newest_commit(copy), counts(copy)
    if not sound or (written == newest and found != rows):
        raise RuntimeError("the copy differs from the vault")
    task.step(_CHECKED - 1, 100, _("Reading it back"))
    return written


def _share(target: Path, size: int) -> int:
    """How far the copy is, of 100 steps, by the size its file has."""
    try:
        return min(_COPIED - 1, _KEYS + (_COPIED - _KEYS) * target.stat().st_size // max(1, size))
    except OSError:
        return _KEYS


@contextmanager
def _stoppable(db: Connection, task: Task, share: Callable[[], int], note: str) -> Iterator[None]:
    """What runs on `db` tells `task` how far it is, and ends with `Stopped` when that is wished."""
    said = -1

    def look() -> bool:
        nonlocal said
        if share() > said:
            said = share()
            with suppress(Stopped):  # said by the answer
                task.step(said, 100, note)
        return task.stopped

    try:
        with db.minding(look):
            yield
    except Locked:
        task.check()
        raise


def _begin(beside: Path, made: _New, now: str) -> Newest:
    """The first commit under the new key, and the note that it is the newest; then the proof that it is encrypted."""
    with closing(open_store(beside / DATABASE, made.key.page_key())) as db:
        db.execute("BEGIN IMMEDIATE")
        note_new_sheet(db, made.sheet.day, now)
        db.execute("UPDATE vault_commit SET number = number + 1, at = ?", (now,))
        db.execute("COMMIT")
        db.settle()
        newest = newest_commit(db)
    if not is_encrypted(beside / DATABASE):
        raise RuntimeError("the new file is not encrypted")
    StateFile(beside, made.key).note(newest)
    return newest


def _forget(keyring: SystemKeyring, gone: SlotList) -> None:
    """Out of the password store with what opens nothing any more."""
    for slot in gone.of(Way.KEYRING):
        keyring.forget(gone.vault, slot.id)
