"""Taking a bundle into the list of this computer: row by row, the last word wins, and nothing is lost."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import msgspec

from footprint.log.answers import keeping as answers
from footprint.log.answers import register
from footprint.log.exchange import store, understanding
from footprint.log.exchange.reading import opened
from footprint.log.exchange.records import Merged
from footprint.log.exchange.store import Row
from footprint.log.exchange.tables import ITEMS, MEMBERS, ORIGINS, TABLES, Table
from footprint.log.safety import settle
from footprint.tasks import Task
from footprint.vault import Connection, Done, Patience, Vault, Writing

_STEPS = 200


def merge_bundle(
    vault: Vault, path: Path, passphrase: str, *, task: Task, patience: Patience | None = None
) -> Done[Merged]:
    """Merge the bundle at `path` into the list; one step, which one undo takes back whole.

    Rows are the same by their id, and the one with the later `changed_at` stands, a deletion like any other change. Of
    two changed in the same instant the one that is not deleted stands, then the one whose values sort last: so the
    order of merges never matters. Three kinds are the same by more than their id, and keep the id they have here: an
    answer about an item (item and question), a complaint or hearing (its kind), a filter the app came with (its key).
    Who put an item there is what all answers to that come to (`log/answers`), and where nobody may be written to no
    answer is waited for. Of an item's places in groups the last one stands. `num` and which
    filter opens the list are this computer's own. Bytes of evidence come in only where they are missing. What was
    deleted for good on either computer, and not changed later on the other, is emptied here too, with all that hung on
    it.

    Seconds of work. Raises what `read_bundle` raises, and `Stopped`; then nothing has changed.
    """
    with opened(path, passphrase, patience) as bundle:
        understanding.check(bundle, vault, task)
        with bundle.reading() as there, vault.writing() as write:
            merged = merge_rows(there, write, task)
            task.check()
    return write.done(merged)


def merge_rows(there: Connection, write: Writing, task: Task) -> Merged:
    """What `merge_bundle` does, inside the caller's transaction; `there` is the opened bundle."""
    here = write.db
    copies = store.copy_ids(there)
    total, done = store.count(there, TABLES) + len(copies), 0
    items, others, alike = Counter[str](), Counter[str](), set[str]()
    for table in TABLES:
        counted = items if table is ITEMS else others
        for row in store.rows(there, table):
            outcome = _take(here, table, row)
            counted[outcome] += 1
            if table is ITEMS and outcome == "unchanged":
                alike.add(row["id"])
            done += 1
            if done % _STEPS == 0:
                task.step(done, total)
    for table in TABLES:
        if table.of == "item_id":
            store.empty(here, table)
    store.settle_groups(here)
    answered = alike & answers.settle_merged(here, store.item_ids(there))
    settle(write, store.item_ids(there))
    brought = 0
    for evidence_id in copies:
        brought += _take_copy(there, here, evidence_id)
        done += 1
        task.step(done, total)
    return Merged(
        added=items["added"],
        changed=items["changed"] + len(answered),
        unchanged=items["unchanged"] - len(answered),
        deleted=items["deleted"],
        stay_deleted=items["stays deleted"],
        evidence=brought,
        rows=sum(both[one] for both in (items, others) for one in ("added", "changed", "deleted", "tombstone")),
    )


def _take(here: Connection, table: Table, row: Row) -> str:
    """Bring one row in where it is the later word; gives what that was."""
    if table.of == "item_id" and store.is_emptied(here, row["item_id"]):
        return "emptied"
    mine = store.same(here, table, row)
    if mine is None:
        store.insert(here, table, row)
        return "added" if row["deleted_at"] is None else "tombstone"
    wins = rank(table, row) > rank(table, mine)
    taken = {**(row if wins else mine), **{name: mine[name] for name in ("id", *table.local, *table.apart)}}
    if taken == mine:
        late = mine["deleted_at"] is not None and row["deleted_at"] is None
        return "stays deleted" if late else "unchanged"
    store.update(here, table, taken)
    return "deleted" if taken["deleted_at"] is not None and mine["deleted_at"] is None else "changed"


def rank(table: Table, row: Row) -> tuple[object, bool, bytes]:
    """What decides between two of the same row; equal only where they are alike in all that travels.

    In one instant a row that is there outranks one that is deleted, except for a place in a group: there the deleted
    one is what `settle_groups` made of it. An answer to who put it there has a rank of its own.
    """
    lives = row["deleted_at"] is None
    values = [value for name, value in row.items() if name not in ("id", *table.local, *table.apart)]
    if table is ORIGINS:
        first = register.rank(row["origin"], row["changed_at"], taken_back=not lives)
        return first, lives, msgspec.json.encode(values)
    return row["changed_at"], not lives if table is MEMBERS else lives, msgspec.json.encode(values)


def _take_copy(there: Connection, here: Connection, evidence_id: str) -> bool:
    if not store.lacks_copy(here, evidence_id):
        return False
    content, thumbnail = store.copy(there, evidence_id)
    store.put_copy(here, evidence_id, content, thumbnail)
    return True
