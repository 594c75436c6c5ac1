"""What the children do in their `place` until they are killed. `say` tells the parent `ready`, then what was done."""

from __future__ import annotations

import itertools
import json
import os
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from footprint import log, retention
from footprint import vault as v
from footprint.vault import disk, slotfile, slots
from footprint.vault.automatic import copy_now
from footprint.vault.keys import DataKey, Strength
from footprint.vault.moving import move_folder
from tests.torture.kept import CODE, PHRASE, STRENGTH

Say = Callable[[str], None]

VAULT, BACKUP, ELSEWHERE, POINTER = "vault", "b.footprint", "elsewhere", "pointer"  # names inside a place
BATCH = 5
EDITED = 10  # items that are changed together
LATER = datetime(2027, 3, 1, 9, 0, tzinfo=UTC)
_NEWEST_BATCH = "SELECT max(CAST(substr(name, 3) AS INTEGER)) FROM vault_fact WHERE name LIKE 'b.%'"


def importing(say: Say, place: Path) -> None:
    """Batch after batch, the log emptied now and then."""
    vault = v.unlock(place / VAULT, CODE).vault
    say("ready")
    for batch in itertools.count(_next_batch(vault)):
        _write_batch(vault, batch)
        say(str(batch))
        if batch % 7 == 0:
            vault.settle()


def vacuuming(say: Say, place: Path) -> None:
    """The same, and the file made small after every third batch."""
    vault = v.unlock(place / VAULT, CODE).vault
    say("ready")
    for batch in itertools.count(_next_batch(vault)):
        _write_batch(vault, batch)
        say(str(batch))
        if batch % 3 == 0:
            with vault.alone() as db:
                db.execute("VACUUM")


def _next_batch(vault: v.Vault) -> int:
    with vault.reading() as db:
        return int(db.value(_NEWEST_BATCH) or 0) + 1


def _write_batch(vault: v.Vault, batch: int) -> None:
    with vault.writing(undo=False) as write:
        for part in range(BATCH):
            row = (f"b.{batch}.{part}", "x" * 500, write.now)
            write.db.execute("INSERT INTO vault_fact VALUES (?, ?, ?, NULL)", row)


def editing(say: Say, place: Path) -> None:
    """The same change to several items in one step: the number is in the network's name, which they share."""
    vault = v.unlock(place / VAULT, CODE).vault
    ids = json.loads(v.fact(vault, "test.items"))[:EDITED]
    start = int(log.get(vault, ids[0]).network.removeprefix("n") or -1) + 1
    say("ready")
    for number in itertools.count(start):
        log.change_many(vault, ids, network=f"n{number}")
        say(str(number))


def deleting(say: Say, place: Path) -> None:
    """Two items at a time."""
    vault = v.unlock(place / VAULT, CODE).vault
    ids = json.loads(v.fact(vault, "test.items"))
    say("ready")
    for number in range(len(ids) // 2):
        log.delete(vault, ids[2 * number : 2 * number + 2])
        say(str(number))


def dropping(say: Say, place: Path) -> None:
    """Everything deleted a while ago is dropped for good, in one step."""
    vault = v.unlock(place / VAULT, CODE, clock=lambda: LATER).vault
    say("ready")
    log.empty_deleted(vault)
    say("dropped")


def purging(say: Say, place: Path) -> None:
    """What was closed a while ago goes for good, out of the copies as well."""
    vault = v.unlock(place / VAULT, CODE, clock=lambda: LATER).vault
    say("ready")
    retention.purge(vault, retention.plan(vault, 3))
    say("purged")


def passphrases(say: Say, place: Path) -> None:
    vault = v.unlock(place / VAULT, CODE).vault
    say("ready")
    for number in itertools.count(1):
        v.set_passphrase(vault, numbered_phrase(number), strength=STRENGTH)
        say(str(number))


def numbered_phrase(number: int) -> str:
    return f"{PHRASE} {number}" if number else PHRASE


def codes(say: Say, place: Path) -> None:
    vault = v.unlock(place / VAULT, CODE).vault
    say("ready")
    for number in itertools.count(1):
        v.new_recovery_code(vault, code=numbered_code(number))
        say(str(number))


def numbered_code(number: int) -> v.RecoveryCode:
    return v.RecoveryCode(f"{number:026d}") if number else CODE


def slot_files(say: Say, place: Path) -> None:
    """The slot file alone, over and over, with one to three slots."""
    say("ready")
    for number in itertools.count():
        slotfile.write(place, _some_slots(number))
        say(str(number))


def slot_files_in_place(say: Say, place: Path) -> None:
    """The control: the same bytes, written the way nobody should."""
    say("ready")
    for number in itertools.count():
        data = slotfile.to_bytes(_some_slots(number))
        for name in (slotfile.KEYS, slotfile.SPARE):
            with (place / name).open("wb", buffering=0) as file:
                for at in range(0, len(data), 64):
                    file.write(data[at : at + 64])
                    os.fsync(file.fileno())
        say(str(number))


def _some_slots(number: int) -> slots.SlotList:
    key, vault = DataKey(bytes(32)), "ab" * 16
    made = tuple(slots.make_slot(key, vault, CODE, str(number), Strength()) for _slot in range(1 + number % 3))
    return slots.sealed(key, vault, made)


def backing_up(say: Say, place: Path) -> None:
    """One backup after another, each in the place of the one before, with a change in between."""
    vault = v.unlock(place / VAULT, CODE).vault
    say("ready")
    for number in itertools.count(1):
        v.set_fact(vault, "test.number", str(number))
        v.backup(vault, place / BACKUP)
        say(str(number))


def restoring(say: Say, place: Path) -> None:
    say("ready")
    v.restore(place / BACKUP, CODE, place / VAULT)
    say("restored")


def migrating(say: Say, place: Path) -> None:
    say("ready")
    v.unlock(place / VAULT, v.read_code((place / "code.txt").read_text(encoding="utf-8")))
    say("migrated")


def keeping(say: Say, place: Path) -> None:
    (place / "temporary").mkdir(exist_ok=True)
    vault = v.throw_away(temporary=place / "temporary")
    v.set_fact(vault, "test.greeting", "hello")
    say("ready")
    v.keep(vault, place / VAULT, PHRASE, code=CODE, strength=STRENGTH)
    say("kept")


def moving(say: Say, place: Path) -> None:
    """To another folder; the next start is pointed there by a small file."""
    say("ready")
    move_folder(place / VAULT, place / ELSEWHERE, lambda target: _point(place, target))
    say("moved")


def putting_back(say: Say, place: Path) -> None:
    """What a restore has set aside."""
    say("ready")
    v.put_back(place / VAULT, v.set_asides(place / VAULT)[0].name)
    say("put back")


def _point(place: Path, target: Path) -> bool:
    disk.replace_file(place / POINTER, target.name.encode())
    return True


def copying(say: Say, place: Path) -> None:
    """The copy of each day, for more days than are kept; what is out of turn goes."""
    day = datetime(2026, 11, 16, 12, 0, tzinfo=UTC)
    vault = v.unlock(place / VAULT, CODE, clock=lambda: day).vault
    say("ready")
    for number in itertools.count(1):
        v.set_fact(vault, "test.number", str(number))
        copy_now(vault)
        say(str(number))
        day += timedelta(days=1)


def wiping(say: Say, place: Path) -> None:
    say("ready")
    v.wipe(place / VAULT)
    say("wiped")


def writing_over(say: Say, place: Path) -> None:
    """The control: a program that keeps its rows in a file which it writes over."""
    rows: list[str] = []
    say("ready")
    for number in itertools.count():
        rows.append(f"{number} " + "x" * 3000)
        (place / "plain").write_text("\n".join(rows), encoding="utf-8")
        say(str(number))
