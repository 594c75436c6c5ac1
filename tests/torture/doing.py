"""What the children do until they are killed. `say` tells the parent: `ready`, then whatever was acknowledged."""

from __future__ import annotations

import itertools
import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from footprint import log
from footprint import vault as v
from footprint.vault import slotfile, slots
from footprint.vault.keys import DataKey, Strength
from tests.torture.kept import CODE, PHRASE, STRENGTH

Say = Callable[[str], None]

BATCH = 5
EDITED = 10  # items that are changed together
LATER = datetime(2027, 3, 1, 9, 0, tzinfo=UTC)


def importing(say: Say, folder: Path, start: int) -> None:
    """Batch after batch, the log emptied now and then."""
    vault = v.unlock(folder, CODE).vault
    say("ready")
    for batch in itertools.count(start):
        with vault.writing(undo=False) as write:
            for part in range(BATCH):
                row = (f"b.{batch}.{part}", "x" * 500, write.now)
                write.db.execute("INSERT INTO vault_fact VALUES (?, ?, ?, NULL)", row)
        say(str(batch))
        if batch % 7 == 0:
            vault.settle()


def vacuuming(say: Say, folder: Path, start: int) -> None:
    """The same, and the file made small after every third batch."""
    vault = v.unlock(folder, CODE).vault
    say("ready")
    for batch in itertools.count(start):
        with vault.writing(undo=False) as write:
            for part in range(BATCH):
                row = (f"b.{batch}.{part}", "x" * 500, write.now)
                write.db.execute("INSERT INTO vault_fact VALUES (?, ?, ?, NULL)", row)
        say(str(batch))
        if batch % 3 == 0:
            with vault.alone() as db:
                db.execute("VACUUM")


def editing(say: Say, folder: Path, start: int) -> None:
    """The same change to many items, each time the number in the network's name, which all of them share."""
    vault = v.unlock(folder, CODE).vault
    ids = json.loads(v.fact(vault, "test.items"))[:EDITED]
    say("ready")
    for number in itertools.count(start):
        log.change_many(vault, ids, network=f"n{number}")
        say(str(number))


def deleting(say: Say, folder: Path) -> None:
    """Two items at a time."""
    vault = v.unlock(folder, CODE).vault
    ids = json.loads(v.fact(vault, "test.items"))
    say("ready")
    for number in range(len(ids) // 2):
        log.delete(vault, ids[2 * number : 2 * number + 2])
        say(str(number))


def emptying(say: Say, folder: Path) -> None:
    """Everything deleted a while ago is dropped for good, in one step."""
    vault = v.unlock(folder, CODE, clock=lambda: LATER).vault
    say("ready")
    say(str(log.empty_deleted(vault)))


def passphrases(say: Say, folder: Path) -> None:
    vault = v.unlock(folder, CODE).vault
    say("ready")
    for number in itertools.count():
        v.set_passphrase(vault, f"{PHRASE} {number}", strength=STRENGTH)
        say(str(number))


def codes(say: Say, folder: Path) -> None:
    """One recovery code after another, each said before it is the one."""
    vault = v.unlock(folder, PHRASE).vault
    say("ready")
    for number in itertools.count():
        v.new_recovery_code(vault, code=numbered_code(number))
        say(str(number))


def numbered_code(number: int) -> v.RecoveryCode:
    return v.RecoveryCode(f"{number:026d}")


def slot_files(say: Say, folder: Path) -> None:
    """The slot file alone, over and over, with one to three slots."""
    key, vault = DataKey(bytes(32)), "ab" * 16
    say("ready")
    for number in itertools.count():
        made = tuple(slots.make_slot(key, vault, CODE, str(number), Strength()) for _slot in range(1 + number % 3))
        slotfile.write(folder, slots.sealed(key, vault, made))
        say(str(number))


def slot_files_in_place(say: Say, folder: Path) -> None:
    """The control: the same bytes, written the way nobody should."""
    key, vault = DataKey(bytes(32)), "ab" * 16
    say("ready")
    for number in itertools.count():
        made = tuple(slots.make_slot(key, vault, CODE, str(number), Strength()) for _slot in range(1 + number % 3))
        data = slotfile.to_bytes(slots.sealed(key, vault, made))
        for name in (slotfile.KEYS, slotfile.SPARE):
            with (folder / name).open("wb", buffering=0) as file:
                for at in range(0, len(data), 64):
                    file.write(data[at : at + 64])
        say(str(number))


def backing_up(say: Say, folder: Path, target: Path) -> None:
    """One backup after another, each in the place of the one before, with a change in between."""
    vault = v.unlock(folder, CODE).vault
    say("ready")
    for number in itertools.count():
        v.set_fact(vault, "test.number", str(number))
        v.backup(vault, target)
        say(str(number))


def restoring(say: Say, source: Path, folder: Path) -> None:
    say("ready")
    v.restore(source, CODE, folder)
    say("restored")


def migrating(say: Say, folder: Path, code: str) -> None:
    say("ready")
    v.unlock(folder, v.RecoveryCode(code))
    say("migrated")


def keeping(say: Say, folder: Path, temporary: Path) -> None:
    vault = v.throw_away(temporary=temporary)
    v.set_fact(vault, "test.greeting", "hello")
    say("ready")
    v.keep(vault, folder, PHRASE, code=CODE, strength=STRENGTH)
    say("kept")


def plain_batches(say: Say, path: Path) -> None:
    """The control of kill -9: a store that writes its file over, as many programs do."""
    rows: list[str] = []
    say("ready")
    for number in itertools.count():
        rows.append(f"{number} " + "x" * 3000)
        path.write_text("\n".join(rows), encoding="utf-8")
        say(str(number))
