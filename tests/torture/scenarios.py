"""What is cut off in the middle, by kill -9 and by power cuts alike: how it is set up, what has to hold after."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from footprint import dates, log, retention
from footprint import vault as v
from footprint.vault import incoming, schema, slotfile, slots
from footprint.vault.automatic import DAYS, WEEKS, automatic_copies, copy_now
from footprint.vault.backing import DATABASE
from footprint.vault.connection import open_store
from tests.torture import doing, fixtures, kept
from tests.torture.doing import BACKUP, ELSEWHERE, POINTER, VAULT
from tests.torture.kept import CODE, MADE

ITEMS = 60
DELETED = 40
Words = tuple[str, ...]


class Wrong(Exception):
    """What does not hold."""


@dataclass(frozen=True)
class Scenario:
    """`prepare` fills a place once; `child` works in a copy of it; `check` raises `Wrong`, else says what it saw.

    `longest` is how many seconds after `ready` a kill may come, 0 for something that ends by itself, which is killed
    at a moment of its own length. `goes_on`: the next run works on with what the last one left. `acknowledged`: the
    words that a recording for power cuts ends with. `needs_flushes`: on a disk that does not flush it goes wrong.
    """

    name: str
    what: str
    prepare: Callable[[Path], None]
    child: Callable[..., None]
    check: Callable[[Path, Words], str]
    longest: float = 0.0
    goes_on: bool = False
    acknowledged: int = 1
    needs_flushes: bool = True


def expect(holds: bool, what: str) -> None:
    if not holds:
        raise Wrong(what)


# -- setting up ------------------------------------------------------------------------------------


def a_vault(place: Path) -> None:
    kept.make(place / VAULT)


def a_vault_with_items(place: Path) -> None:
    opened = kept.make(place / VAULT).open().vault
    ids = [log.add(opened, log.New(f"Photo {number}")).value.id for number in range(ITEMS)]
    v.set_fact(opened, "test.items", json.dumps(ids))
    opened.close()


def a_vault_with_deleted_items(place: Path) -> None:
    a_vault_with_items(place)
    opened = v.unlock(place / VAULT, CODE, clock=lambda: MADE).vault
    log.delete(opened, json.loads(v.fact(opened, "test.items"))[:DELETED])
    opened.close()


def a_vault_with_closed_items(place: Path) -> None:
    """And a copy the app made that has them too."""
    a_vault_with_items(place)
    opened = v.unlock(place / VAULT, CODE, clock=lambda: MADE).vault
    log.move(opened, json.loads(v.fact(opened, "test.items"))[:DELETED], log.State.KEPT)
    copy_now(opened)
    opened.close()


def a_vault_and_an_older_backup(place: Path) -> None:
    opened = kept.make(place / VAULT).open().vault
    v.backup(opened, place / BACKUP)
    v.set_fact(opened, "test.greeting", "good evening")
    opened.close()


def a_vault_and_one_set_aside(place: Path) -> None:
    a_vault_and_an_older_backup(place)
    v.restore(place / BACKUP, CODE, place / VAULT, clock=lambda: MADE).vault.close()


def an_old_vault(place: Path) -> None:
    oldest = fixtures.every()[0]
    oldest.copy(place / VAULT)
    (place / "code.txt").write_text(oldest.code.written, encoding="utf-8")


def a_vault_with_copies(place: Path) -> None:
    opened = kept.make(place / VAULT).open().vault
    copy_now(opened)
    opened.close()


def nothing(place: Path) -> None:
    place.mkdir(exist_ok=True)


# -- what has to hold ------------------------------------------------------------------------------


def open_sound(folder: Path, at: datetime | None = None) -> v.Vault:
    """The vault, open; it opens without a warning and all of it fits together. `at`: what its clock says."""
    opened = v.unlock(folder, CODE, clock=lambda: at or dates.utc_now())
    with opened.vault.reading() as db:
        sound = db.sound()
    if opened.older is not None or not sound:
        opened.vault.close()
        raise Wrong("taken for an older copy" if sound else "does not fit together")
    return opened.vault


def numbers(words: Words) -> list[int]:
    return [int(word) for word in words if word.isdigit()]


def batches_are_whole(place: Path, words: Words) -> str:
    vault = open_sound(place / VAULT)
    with vault.reading() as db:
        rows = dict(
            db.execute(
                "SELECT CAST(substr(name, 3) AS INTEGER) AS batch, count(*) "
                "FROM vault_fact WHERE name LIKE 'b.%' GROUP BY batch"
            )
        )
    vault.close()
    expect(set(rows.values()) <= {doing.BATCH}, "half a batch")
    expect(set(numbers(words)) <= set(rows), "an acknowledged batch is gone")
    return "ends after a batch"


def items_change_together(place: Path, words: Words) -> str:
    vault = open_sound(place / VAULT)
    ids = json.loads(v.fact(vault, "test.items"))[: doing.EDITED]
    names = {log.get(vault, one).network for one in ids}
    vault.close()
    expect(len(names) == 1, "half a change")
    found, said = int(names.pop().removeprefix("n") or -1), numbers(words)
    expect(not said or said[-1] <= found <= said[-1] + 1, "an acknowledged change is gone")
    return "ends after a change"


def pairs_go_together(place: Path, words: Words) -> str:
    vault = open_sound(place / VAULT)
    ids = json.loads(v.fact(vault, "test.items"))
    gone = {one.id for one in log.recently_deleted(vault)}
    vault.close()
    pairs = [len(gone & set(ids[at : at + 2])) for at in range(0, ITEMS, 2)]
    expect(1 not in pairs, "half a deletion")
    expect(all(pairs[one] == 2 for one in numbers(words)), "an acknowledged deletion is gone")
    return "ends after a deletion"


def all_dropped_or_none(place: Path, words: Words) -> str:
    vault = open_sound(place / VAULT, MADE)
    left = len(log.recently_deleted(vault))
    others = json.loads(v.fact(vault, "test.items"))[DELETED:]
    there = all(log.get(vault, one).id == one for one in others)
    vault.close()
    expect(there, "something else was dropped")
    expect(left == 0 if words else left in (0, DELETED), "half of it dropped")
    return "not yet" if left else "dropped"


def purged_and_can_be_finished(place: Path, words: Words) -> str:
    """Whole things went, in steps; what was cut off is finished, in the copies too; other things stay."""
    vault = open_sound(place / VAULT, doing.LATER)
    ids = json.loads(v.fact(vault, "test.items"))
    with vault.reading() as db:
        left = {one for (one,) in db.execute("SELECT id FROM log_item")}
        stray = db.value("SELECT count(*) FROM log_event WHERE item_id NOT IN (SELECT id FROM log_item)")
    expect(not stray, "half a thing is left")
    expect(set(ids[DELETED:]) <= left, "something else went")
    expect(not words or not left & set(ids[:DELETED]), "what was said to be gone is there")
    copies = [one.path for one in automatic_copies(vault).copies]
    expect(bool(copies), "there is no copy left")
    for number, path in enumerate(copies):
        v.restore(path, CODE, place / f"cut-{number}").vault.close()
    retention.finish(vault)
    retention.purge(vault, retention.plan(vault, 3))
    for number, one in enumerate(automatic_copies(vault).copies):
        v.restore(one.path, CODE, place / f"back-{number}").vault.close()
        back = open_sound(place / f"back-{number}", doing.LATER)
        with back.reading() as db:
            there = {one for (one,) in db.execute("SELECT id FROM log_item")}
        back.close()
        expect(there == set(ids[DELETED:]), "a copy still has what went")
    vault.close()
    return f"{len(left & set(ids[:DELETED]))} of {DELETED} left"


def opens(found: slots.SlotList, secret: slots.Secret) -> bool:
    try:
        slots.enter(found, secret).key.drop()
    except v.WrongSecret:
        return False
    return True


def last_or_next_passphrase(place: Path, words: Words) -> str:
    found = slotfile.candidates(place / VAULT)[0]
    last = max(numbers(words), default=0)
    expect(opens(found, CODE), "the code does not open")
    if opens(found, doing.numbered_phrase(last)):
        return "the last one opens"
    expect(opens(found, doing.numbered_phrase(last + 1)), "neither the last passphrase nor the next opens")
    return "the next one opens"


def last_or_next_code(place: Path, words: Words) -> str:
    found = slotfile.candidates(place / VAULT)[0]
    last = max(numbers(words), default=0)
    if opens(found, doing.numbered_code(last)):
        return "the last one opens"
    expect(opens(found, doing.numbered_code(last + 1)), "neither the last code nor the next opens")
    return "the next one opens"


def backup_is_whole(place: Path, words: Words) -> str:
    open_sound(place / VAULT).close()
    said, target = numbers(words), place / BACKUP
    expect(target.exists() or not said, "an acknowledged backup is gone")
    if not target.exists():
        return "none yet"
    v.restore(target, CODE, place / "back").vault.close()
    back = open_sound(place / "back")
    number = int(v.fact(back, "test.number") or 0)
    back.close()
    expect(number >= max(said, default=0), "the backup is older than was said")
    return "whole"


def old_or_restored(place: Path, words: Words) -> str:
    vault = open_sound(place / VAULT)
    greeting = v.fact(vault, "test.greeting")
    vault.close()
    expect(greeting in ("good morning", "good evening"), "neither the old vault nor the backup")
    expect(not (place / VAULT / incoming.INCOMING).exists(), "the restore is left half done")
    if greeting == "good evening":
        expect(not words, "what was said to be restored is not")
        return "old vault"
    aside = list((place / VAULT / incoming.ASIDE).glob("*"))
    expect(len(aside) == 1, "the replaced vault is not aside")
    before = open_sound(aside[0])
    kept_aside = v.fact(before, "test.greeting")
    before.close()
    expect(kept_aside == "good evening", "the replaced vault is not aside")
    return "restored"


def old_or_put_back(place: Path, words: Words) -> str:
    """Both are there, one of them as the vault, whichever it is; nothing is left half done."""
    folder = place / VAULT
    vault = open_sound(folder)
    greeting = v.fact(vault, "test.greeting")
    vault.close()
    expect(not words or greeting == "good evening", "what was said to be put back is not")
    expect(not (folder / incoming.INCOMING).exists(), "left half done")
    asides = v.set_asides(folder)
    expect({one.path for one in asides} == set((folder / incoming.ASIDE).glob("*")), "half of one is left")
    found = {greeting}
    for one in asides:
        before = open_sound(one.path)
        found.add(v.fact(before, "test.greeting"))
        before.close()
    expect(found == {"good morning", "good evening"}, "one of the two is gone")
    return "put back" if greeting == "good evening" else "not yet"


def migrated_without_loss(place: Path, _words: Words) -> str:
    oldest = fixtures.every()[0]
    before = _version(place / VAULT, oldest.code)
    opened = v.unlock(place / VAULT, oldest.code).vault
    with opened.reading() as db:
        version, sound = schema.version(db), db.sound()
        lost = fixtures.lost(oldest.rows, db)
    opened.close()
    expect(sound, "does not fit together")
    expect(version == schema.newest(), "not brought up to date")
    expect(not lost, f"rows differ: {lost}")
    return f"cut off at version {before}"


def _version(folder: Path, code: v.RecoveryCode) -> int:
    key = slots.enter(slotfile.candidates(folder)[0], code).key.page_key()
    with closing(open_store(folder / DATABASE, key)) as db:
        return schema.version(db)


def whole_or_none(place: Path, words: Words) -> str:
    folder = place / VAULT
    found = v.look(folder).found
    expect(found in (v.Found.NOTHING, v.Found.VAULT), f"half a vault: {found}")
    expect(not list(folder.glob(f"incoming/{DATABASE}")), "left half done")
    if found is v.Found.NOTHING:
        expect(not words, "what was said to be kept is not")
        return "none"
    vault = open_sound(folder)
    greeting = v.fact(vault, "test.greeting")
    vault.close()
    expect(greeting == "hello", "the vault is empty")
    return "whole"


def whole_where_it_points(place: Path, words: Words) -> str:
    """The folder the next start looks in has all of it, the copies among them."""
    pointed = (place / POINTER).exists()
    expect(pointed or not words, "what was said to be moved is not")
    folder = place / (ELSEWHERE if pointed else VAULT)
    vault = open_sound(folder)
    greeting, copies = v.fact(vault, "test.greeting"), automatic_copies(vault).copies
    vault.close()
    expect(greeting == "good morning" and len(copies) == 1, "something is missing")
    v.restore(copies[0].path, CODE, place / "back").vault.close()
    if not pointed:
        v.move_folder(folder, place / ELSEWHERE, lambda _target: True)
        open_sound(place / ELSEWHERE).close()
    left = "" if (place / VAULT / slotfile.KEYS).exists() else ", the old one gone"
    return f"the new folder{left}" if pointed else "the old folder"


def copies_are_whole(place: Path, words: Words) -> str:
    """Every copy that has its name opens, the newest is no older than was said, and no more are kept than should be."""
    vault = open_sound(place / VAULT)
    copies = automatic_copies(vault).copies
    vault.close()
    said = max(numbers(words), default=0)
    expect(bool(copies) or not said, "an acknowledged copy is gone")
    found = []
    for number, one in enumerate(copies):
        v.restore(one.path, CODE, place / f"back-{number}").vault.close()
        back = open_sound(place / f"back-{number}")
        found.append(int(v.fact(back, "test.number") or 0))
        back.close()
    expect(max(found, default=0) >= said, "the newest copy is older than was said")
    expect(len(found) <= DAYS + WEEKS + 1, "copies out of turn are still there")
    return f"{'some' if found else 'no'} copies"


def all_wiped_or_can_be(place: Path, words: Words) -> str:
    """Keys go first, so that what is left opens whole or never; another wipe finishes it."""
    folder = place / VAULT
    found = v.look(folder).found
    expect(not words or found is v.Found.NOTHING, "what was said to be wiped is there")
    if found is v.Found.VAULT:
        open_sound(folder).close()
    elif (folder / slotfile.KEYS).exists() or (folder / slotfile.SPARE).exists():
        expect(found is v.Found.KEYS_DAMAGED, f"keys without content: {found}")
    v.wipe(folder)
    left = {path.name for path in folder.rglob("*")} - {"app.lock"}
    expect(not left, f"left over: {sorted(left)}")
    return {v.Found.VAULT: "still whole", v.Found.NOTHING: "wiped"}.get(found, "without its keys")


EVERY = (
    Scenario("import", "importing", a_vault, doing.importing, batches_are_whole, 0.15, True, 40),
    Scenario("vacuum", "importing, with VACUUM", a_vault, doing.vacuuming, batches_are_whole, 0.15, True, 12),
    Scenario("edit", "changing items", a_vault_with_items, doing.editing, items_change_together, 0.4, True, 20),
    Scenario("delete", "deleting items", a_vault_with_items, doing.deleting, pairs_go_together, 0.5, False, 20),
    Scenario("drop", "dropping deleted items", a_vault_with_deleted_items, doing.dropping, all_dropped_or_none),
    Scenario("purge", "purging closed items", a_vault_with_closed_items, doing.purging, purged_and_can_be_finished),
    Scenario(
        "passphrase", "changing the passphrase", a_vault, doing.passphrases, last_or_next_passphrase, 2.0, False, 4
    ),
    Scenario("code", "changing the recovery code", a_vault, doing.codes, last_or_next_code, 0.25, False, 6),
    Scenario("backup", "backing up", a_vault, doing.backing_up, backup_is_whole, 0.3, False, 3),
    Scenario("restore", "restoring", a_vault_and_an_older_backup, doing.restoring, old_or_restored),
    Scenario(
        "putback", "putting back what was set aside", a_vault_and_one_set_aside, doing.putting_back, old_or_put_back
    ),
    Scenario("migrate", "bringing an old vault up to date", an_old_vault, doing.migrating, migrated_without_loss),
    Scenario("copies", "making the copies of each day", a_vault, doing.copying, copies_are_whole, 1.5, False, 14),
    Scenario("move", "moving to another folder", a_vault_with_copies, doing.moving, whole_where_it_points),
    Scenario(
        "wipe", "deleting everything", a_vault_with_copies, doing.wiping, all_wiped_or_can_be, needs_flushes=False
    ),
    Scenario("keep", "keeping what was looked at", nothing, doing.keeping, whole_or_none),
)
