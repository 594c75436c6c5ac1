"""Opening a kept vault with a passphrase, a recovery code, or what the computer's own keyring holds."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from footprint import dates
from footprint.vault import backupfile, disk, incoming, place, schema, slotfile, slots, state
from footprint.vault.backing import DATABASE, Kept, kept, newest_commit
from footprint.vault.connection import Connection, check_versions, open_store
from footprint.vault.errors import (
    DatabaseDamaged,
    DatabaseMissing,
    DatabaseTooNew,
    KeyringUnavailable,
    KeysDamaged,
    KeysMissing,
    NetworkPlace,
    NoVault,
    VaultError,
    WrongSecret,
)
from footprint.vault.keys import FLOOR, Strength, strength_for_this_computer
from footprint.vault.place import Hold
from footprint.vault.renewing import strengthen
from footprint.vault.slots import Entered, Secret, Slot, SlotList, Way
from footprint.vault.state import Newest
from footprint.vault.systemkeyring import SlotSecret, SystemKeyring
from footprint.vault.vault import Vault


@dataclass(frozen=True)
class Patience:
    """How long a wrong secret takes, every time; tests hand in a clock of their own."""

    seconds: float = 1.0
    timer: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep


@dataclass(frozen=True)
class OlderCopy:
    """The vault that was opened is not the newest one seen here: both dates (UTC text, "" when not known)."""

    this_copy: str
    newest: str


@dataclass(frozen=True)
class Opened:
    """An open vault, the way it was opened, and a warning when an older copy was put back in its place."""

    vault: Vault
    way: Way
    older: OlderCopy | None


def unlock(
    folder: Path,
    secret: Secret,
    *,
    clock: Callable[[], datetime] = dates.utc_now,
    patience: Patience | None = None,
    floor: Strength = FLOOR,
) -> Opened:
    """Open the vault in `folder` with a passphrase (text), a recovery code (`read_code`) or a `keyring_secret`.

    Slow by design: run it off the main thread. A file of an older version is brought up to date after a copy was made;
    a passphrase whose slot is weaker than `floor` gets a stronger one.

    Raises `NoVault`, `KeysMissing`, `KeysDamaged`, `WrongSecret` (after one second), `DatabaseMissing`,
    `DatabaseDamaged`, `DatabaseTooNew`, `InUse`, `NetworkPlace`, `ReadOnlyPlace`, `DiskFull`; none of them has changed
    anything.
    """
    check_versions()
    if not disk.is_folder(folder):
        raise NoVault
    if place.on_network(folder):
        raise NetworkPlace
    claim = place.hold(folder)
    try:
        incoming.finish(folder)
        disk.sweep(folder)
        found, entered = enter(_slot_lists(folder), secret, patience or Patience())
        opened = open_entered(folder, found, entered, claim, clock)
    except BaseException:
        claim.release()
        raise
    if isinstance(secret, str) and not entered.slot.strength.reaches(floor):
        _strengthen(opened.vault, secret, entered.slot, floor)
    return opened


def _strengthen(vault: Vault, phrase: str, slot: Slot, floor: Strength) -> None:
    """What this computer takes a second for, and `floor` at least. A disk that refuses it today keeps nobody out."""
    measured = strength_for_this_computer()
    with suppress(VaultError):
        strengthen(vault, phrase, slot, strength=measured if measured.reaches(floor) else floor)


def keyring_secret(folder: Path, *, store: SystemKeyring | None = None) -> SlotSecret | None:
    """What the computer's own password store holds for the vault of `folder`; None when it is not a way in.

    Waits up to 10 s for each slot: run it off the main thread. Changes nothing. Raises `KeyringUnavailable`,
    `KeysMissing`, `KeysDamaged`.
    """
    found = slotfile.candidates(folder)[0]
    keyring, problem = store or SystemKeyring(), None
    for slot in reversed(found.of(Way.KEYRING)):  # two for a moment only, while one takes the place of the other
        try:
            return keyring.read(found.vault, slot.id)
        except KeyringUnavailable as trouble:
            problem = problem or trouble
    if problem is not None:
        raise problem
    return None


def _slot_lists(folder: Path) -> tuple[SlotList, ...]:
    database = (folder / DATABASE).exists()
    try:
        found = slotfile.candidates(folder)
    except KeysMissing:
        if database:
            raise
        raise NoVault from None
    if not database:
        raise DatabaseMissing
    return found


def enter(lists: tuple[SlotList, ...], secret: Secret, patience: Patience) -> tuple[SlotList, Entered]:
    """The first list whose seal fits and the slot that opened; a wrong secret takes as long as `patience` says."""
    start = patience.timer()
    for found in lists:
        try:
            return found, slots.enter(found, secret)
        except KeysDamaged:
            continue  # the spare may be the one we sealed
        except WrongSecret:
            left = patience.seconds - (patience.timer() - start)
            if left > 0:
                patience.sleep(left)
            raise
    raise KeysDamaged


def open_entered(folder: Path, found: SlotList, entered: Entered, claim: Hold, clock: Callable[[], datetime]) -> Opened:
    """The vault of `folder` whose data key is known. Takes `claim` over when it succeeds."""
    key = entered.key
    try:
        newest = _bring_up_to_date(folder, found, entered, clock())
        noted = state.read(folder, key)
    except DatabaseDamaged as problem:
        backups = backupfile.known_backups(folder, key)
        key.drop()
        raise DatabaseDamaged(backups) from problem
    except BaseException:
        key.drop()
        raise
    if not slotfile.is_whole(folder, found):
        with suppress(VaultError):  # a spare that cannot be renewed today does not keep anybody out
            slotfile.write(folder, found)
    older = noted if noted is not None and newest.number < noted.number else None
    backing = Kept(folder, found.vault, key, entered.slot.way, claim, older=older)
    vault = Vault(backing.connect, clock=clock, backing=backing)
    return Opened(vault, entered.slot.way, OlderCopy(newest.at, older.at) if older else None)


def _bring_up_to_date(folder: Path, found: SlotList, entered: Entered, now: datetime) -> Newest:
    with closing(open_store(folder / DATABASE, entered.key.page_key())) as db:
        at = schema.version(db)
        if at > schema.newest():
            raise DatabaseTooNew
        if schema.needs_migration(db):
            _upgrade(db, folder, found, entered, now)
        return newest_commit(db)


def _upgrade(db: Connection, folder: Path, found: SlotList, entered: Entered, now: datetime) -> None:
    if schema.version(db) > 0:
        target = backupfile.automatic_target(folder, schema.version(db), dates.local_day(now))
        backupfile.write_container(db, entered.key, found, target)
    schema.migrate(db)


def accept_older_copy(vault: Vault) -> None:
    """The person goes on with the older copy: it is the newest from now on."""
    with vault.reading() as db:
        newest = newest_commit(db)
    kept(vault).accept(newest)
