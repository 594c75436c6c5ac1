"""Making a vault that is kept: new and empty, or with all that a throw-away vault holds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from footprint import dates
from footprint.ids import new_id
from footprint.vault import disk, incoming, passphrase, schema, slotfile, slots
from footprint.vault.backing import DATABASE, Kept, newest_commit
from footprint.vault.connection import Connection, check_versions, is_encrypted, open_store
from footprint.vault.errors import VaultThere
from footprint.vault.keys import DataKey, Strength, strength_for_this_computer
from footprint.vault.place import Hold, hold, prepare
from footprint.vault.recovery import RecoveryCode, new_code
from footprint.vault.sheet import Sheet, note_new_sheet, short_name
from footprint.vault.slots import SlotList, Way
from footprint.vault.vault import Vault


@dataclass(frozen=True)
class Created:
    """A vault that is kept from now on, and the sheet to print or write by hand. The code is shown this once."""

    vault: Vault
    sheet: Sheet


@dataclass(frozen=True)
class _New:
    """Key and slots of a vault about to be made."""

    key: DataKey
    slots: SlotList
    sheet: Sheet
    now: str


def create(
    folder: Path,
    phrase: str,
    *,
    code: RecoveryCode | None = None,
    clock: Callable[[], datetime] = dates.utc_now,
    strength: Strength | None = None,
) -> Created:
    """A new empty vault in `folder`. Takes a second or two: run it off the main thread.

    `code` is one made with `new_code` and already shown; `strength` is measured here when not given. Raises
    `WeakPassphrase`, `VaultThere`, `InUse`, `NetworkPlace`, `ReadOnlyPlace`, `DiskFull`.
    """
    with _free_place(folder, phrase) as claim:
        new = _new(phrase, code, clock(), strength)
        with incoming.incoming(folder) as place:
            _write_slots(place, new, phrase)
            with closing(open_store(place / DATABASE, new.key.page_key(), create=True)) as db:
                schema.migrate(db)
                _begin(db, new)
            incoming.take_over(folder, aside_name(new.now))
        backing = Kept(folder, new.slots.vault, new.key, Way.PASSPHRASE, claim)
    vault = Vault(backing.connect, clock=clock, backing=backing)
    backing.accept(newest_commit(vault.connection))
    return Created(vault, new.sheet)


def keep(
    vault: Vault,
    folder: Path,
    phrase: str,
    *,
    code: RecoveryCode | None = None,
    strength: Strength | None = None,
) -> Created:
    """Move all that a throw-away vault holds into a kept one; the same `vault` goes on over the new file.

    Other threads wait while it moves. When anything fails, the throw-away vault goes on as before. Raises what `create`
    raises.
    """
    if vault.kept:
        raise VaultThere
    with _free_place(folder, phrase) as claim:
        new = _new(phrase, code, vault.now(), strength)
        backing, old = Kept(folder, new.slots.vault, new.key, Way.PASSPHRASE, claim), vault.backing
        with incoming.incoming(folder) as place:
            _write_slots(place, new, phrase)
            with vault.alone() as db:
                _copy(db, place, new)
                incoming.take_over(folder, aside_name(new.now))
                vault.move(backing.connect, backing)
    backing.accept(newest_commit(vault.connection))
    if old is not None:
        old.closed()
    return Created(vault, new.sheet)


@contextmanager
def _free_place(folder: Path, phrase: str) -> Iterator[Hold]:
    """`folder`, claimed and without a vault in it; let go again when the block fails."""
    check_versions()
    passphrase.require(phrase)
    prepare(folder)
    claim = hold(folder)
    try:
        incoming.finish(folder)
        disk.sweep(folder)
        if any((folder / name).exists() for name in incoming.FILES):
            raise VaultThere
        yield claim
    except BaseException:
        claim.release()
        raise


def _new(phrase: str, code: RecoveryCode | None, now: datetime, strength: Strength | None) -> _New:
    key, vault_id, at = DataKey.new(), new_id(), dates.to_text(now)
    shown = code or new_code()
    numbers = strength or strength_for_this_computer()
    ways = tuple(slots.make_slot(key, vault_id, secret, at, numbers) for secret in (phrase, shown))
    sheet = Sheet(shown, short_name(vault_id), dates.local_day(now))
    return _New(key, slots.sealed(key, vault_id, ways), sheet, at)


def _write_slots(place: Path, new: _New, phrase: str) -> None:
    """Write the slot file and prove from disk that both secrets open it, before any content depends on it."""
    slotfile.write(place, new.slots)
    written = slotfile.candidates(place)[0]
    for secret in (phrase, new.sheet.code):
        entered = slots.enter(written, secret)
        if entered.key.secret() != new.key.secret():
            raise RuntimeError("a new slot opens to another key")
        entered.key.drop()


def _begin(db: Connection, new: _New) -> None:
    """The first commit of a kept vault; then the proof that it is encrypted on disk."""
    db.execute("BEGIN IMMEDIATE")
    note_new_sheet(db, new.sheet.day, new.now)
    db.execute("UPDATE vault_commit SET number = number + 1, at = ?", (new.now,))
    db.execute("COMMIT")
    db.settle()
    if not is_encrypted(db.path):
        raise RuntimeError("the new file is not encrypted")


def _copy(db: Connection, place: Path, new: _New) -> None:
    """Everything `db` holds into a file of its own under the new key, compared before it counts."""
    before = counts(db)
    db.copy_into(place / DATABASE, new.key.page_key())
    with closing(open_store(place / DATABASE, new.key.page_key())) as copy:
        if not copy.sound() or counts(copy) != before:
            raise RuntimeError("the copy differs from what was to be kept")
        _begin(copy, new)


def aside_name(now: str) -> str:
    """A folder name for files set aside at this instant (UTC text): `2026-11-16-143000`."""
    return now[:19].replace(":", "").replace("T", "-")


def counts(db: Connection) -> dict[str, int]:
    """Rows of every table."""
    names = [name for (name,) in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")]
    return {name: int(db.value(f'SELECT count(*) FROM "{name}"')) for name in names}
