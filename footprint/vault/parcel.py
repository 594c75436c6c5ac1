"""A parcel: a vault put together for another computer, in one file under a passphrase of its own.

It is built and protected like a backup, under a new key and with one slot; its first line tells the two apart.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path

from footprint import dates
from footprint.ids import new_id
from footprint.vault import backupfile, passphrase, schema, slots
from footprint.vault.connection import open_store
from footprint.vault.errors import (
    BackupGiven,
    DatabaseDamaged,
    DatabaseTooNew,
    KeysDamaged,
    NotABackup,
    NotAParcel,
    ParcelDamaged,
    ParcelTooNew,
    WrongParcelPassphrase,
    WrongSecret,
)
from footprint.vault.keys import DataKey, Strength, strength_for_this_computer
from footprint.vault.opening import Patience, enter
from footprint.vault.throwaway import throw_away_over
from footprint.vault.vault import Vault

_ANY_VERSION = b"Footprint parcel "


def write_parcel(vault: Vault, target: Path, phrase: str, *, strength: Strength | None = None) -> int:
    """Everything in `vault` as one file that `phrase` opens; gives its size in bytes. A file at `target` is replaced.

    Seconds of work. Raises `WeakPassphrase`, `DiskFull`, `ReadOnlyPlace`; what was at `target` stays as it was then.
    """
    passphrase.require(phrase)
    key, name = DataKey.new(), new_id()
    try:
        numbers = strength or strength_for_this_computer()
        slot = slots.make_slot(key, name, phrase, dates.to_text(vault.now()), numbers)
        found = slots.sealed(key, name, (slot,))
        with vault.using() as db:
            return backupfile.write_container(db, key, found, target.absolute(), backupfile.PARCEL)
    finally:
        key.drop()


def open_parcel(
    source: Path,
    phrase: str,
    *,
    clock: Callable[[], datetime] = dates.utc_now,
    patience: Patience | None = None,
    temporary: Path | None = None,
) -> Vault:
    """What is in the parcel, as a throw-away vault brought up to date; the file itself is only read.

    Raises `NotAParcel` and its kinds (`BackupGiven`, `ParcelDamaged`, `ParcelTooNew`), `WrongParcelPassphrase` (after
    one second), `DiskFull`.
    """
    container = _container(source)
    try:
        _found, entered = enter((container.slots,), phrase, patience or Patience())
    except WrongSecret as problem:
        raise WrongParcelPassphrase from problem
    except KeysDamaged as problem:
        raise ParcelDamaged from problem

    def begin(path: Path) -> None:
        container.unpack(path)
        _bring_up_to_date(path, entered.key)

    return throw_away_over(entered.key, begin, clock=clock, temporary=temporary)


def _container(source: Path) -> backupfile.Container:
    line = backupfile.first_line(source)
    if line == backupfile.BACKUP:
        raise BackupGiven
    if line.startswith(_ANY_VERSION) and line != backupfile.PARCEL:
        raise ParcelTooNew
    try:
        return backupfile.open_container(source, backupfile.PARCEL)
    except NotABackup as problem:
        raise (ParcelDamaged if line == backupfile.PARCEL else NotAParcel) from problem


def _bring_up_to_date(path: Path, key: DataKey) -> None:
    """Read it whole, then give it the tables of today; anything odd about it is damage."""
    try:
        with closing(open_store(path, key.page_key(), lasting=False)) as db:
            if not db.sound():
                raise ParcelDamaged
            schema.migrate(db)
    except DatabaseTooNew as problem:
        raise ParcelTooNew from problem
    except DatabaseDamaged as problem:
        raise ParcelDamaged from problem
