"""What is closed long enough goes for good: rows, words, pictures, deleted rows, and from the app's own copies."""

from __future__ import annotations

import json
from contextlib import closing, suppress
from pathlib import Path

import pytest

from footprint import log, person, retention, search, web
from footprint import vault as v
from footprint.ids import new_id
from footprint.log import duplicates, incidents, ladder
from footprint.retention import store
from footprint.tasks import Stopped, Task
from footprint.vault import automatic, backupfile
from footprint.vault.backing import kept
from footprint.vault.connection import open_store
from tests.clear_pages import plain, raw
from tests.retention.conftest import PHRASE, STRENGTH, Hands

WORD = "qzkmarkervxj"
TABLES = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'log_words%'"


def copies_hold(vault: v.Vault, tmp_path: Path, wanted: bytes) -> list[bool]:
    """For each of the app's own copies, oldest first, whether any page of it holds `wanted`."""
    behind, said = kept(vault), []
    for number, copy in enumerate(reversed(backupfile.automatic_backups(behind.folder))):
        target = tmp_path / f"unpacked{number}.db"
        target.unlink(missing_ok=True)
        backupfile.open_container(copy.path).unpack(target)
        with closing(open_store(target, behind.key.page_key())) as db:
            db.settle()
        said.append(wanted in raw(target, behind.key.page_key()))
    return said


def a_closed_item(vault: v.Vault, word: str, state: log.State = log.State.GONE) -> log.Item:
    """With everything that can hang on one."""
    address = f"https://{word}.example/{word}"
    search.add_pasted(vault, address)
    (finding,) = [one for one in search.findings(vault) if word in one.address]
    item = log.from_finding(vault, finding, origin=log.Origin.KNOWN).value
    item = log.change(vault, item.id, title=f"A {word}", notes=f"{word} " * 40, contact=word, place=word).value
    log.add_text(vault, item.id, f"{word} seen, and a long text after it. " * 30, address=address)
    letter = log.draft(
        vault, item, relation=log.Relation.FRIEND,
        values={"to": word, "me": word, "where": "there", "reason": "It is about me."},
    )  # fmt: skip
    log.sent(vault, item.id, letter)
    text = f"I will not take it down. {word}"
    ladder.answered(vault, item.id, ladder.read_reply(text), text=text, keep=True)
    with vault.writing() as write:
        store_entry(write, address)
    log.move(vault, [item.id], state, note=word)
    return item


def store_entry(write: v.Writing, address: str) -> None:
    """An entry of the journal as the door writes it."""
    sendings = json.dumps([{"host": "h", "words": "w", "why": "y", "url": address, "details": [], "keeps": ""}])
    consent = new_id()
    write.db.execute(
        "INSERT INTO web_consent (id, purpose, pressed_at, ended_at, sendings, changed_at) "
        "VALUES (?, 'recheck', ?, ?, ?, ?)",
        (consent, write.now, write.now, sendings, write.now),
    )
    write.db.execute(
        "INSERT INTO web_ledger (id, kind, at, consent_id, purpose, host, method, url, outcome, status, changed_at) "
        "VALUES (?, 'sent', ?, ?, 'recheck', ?, 'GET', ?, 'answered', 200, ?)",
        (new_id(), write.now, consent, address, address, write.now),
    )


def everything(vault: v.Vault) -> str:
    with vault.reading() as db:
        tables = [name for (name,) in db.execute(TABLES)]
        return repr([(name, list(db.execute(f'SELECT * FROM "{name}"'))) for name in tables])


def test_nothing_goes_unless_a_time_was_chosen(vault: v.Vault, hands: Hands) -> None:
    a_closed_item(vault, WORD)
    hands.days(900)
    assert retention.plan(vault, 0).items == ()
    retention.purge(vault, retention.plan(vault, 0))
    assert WORD in everything(vault)
    assert 0 in retention.MONTHS


def test_the_plan_names_what_would_go_and_when_it_was_closed(vault: v.Vault, hands: Hands) -> None:
    old = a_closed_item(vault, "old")
    hands.days(100)
    a_closed_item(vault, "young", log.State.KEPT)
    log.add(vault, log.New("Open, and older than both"))
    hands.days(100)
    going = retention.plan(vault, 6).items
    assert [(one.id, one.title, one.closed_on.isoformat()) for one in going] == [(old.id, "A old", "2026-03-16")]
    assert len(retention.plan(vault, 3).items) == 2


def test_every_byte_of_it_is_gone_and_the_rest_stays(
    made: v.Created, folder: Path, hands: Hands, tmp_path: Path
) -> None:
    vault = made.vault
    item = a_closed_item(vault, WORD)
    other = a_closed_item(vault, "stays")
    log.move(vault, [other.id], log.State.CAME_BACK)
    automatic.copy_now(vault)
    assert WORD.encode() in plain(folder, made), "the control: it was there"
    assert copies_hold(vault, tmp_path, WORD.encode()) == [True]
    hands.days(400)
    done = retention.purge(vault, retention.plan(vault, 12))
    assert (done.items, done.findings, done.renewed, done.dropped, done.checked) == (1, 1, 1, 0, True)
    assert WORD not in everything(vault) and item.id not in everything(vault)
    whole = plain(folder, made)
    assert WORD.encode() not in whole and item.id.encode() not in whole
    assert b"stays.example" in whole and copies_hold(vault, tmp_path, WORD.encode()) == [False]
    assert copies_hold(vault, tmp_path, b"stays.example") == [True]
    assert log.get(vault, other.id).title == "A stays" and len(log.evidence(vault, other.id)) == 1
    with vault.using() as db:
        assert db.sound() and db.value("SELECT count(*) FROM log_words WHERE log_words MATCH 'stays'") == 1
        db.execute("CREATE VIRTUAL TABLE temp.test_terms USING fts5vocab(main, log_words, row)")
        assert not [term for (term,) in db.execute("SELECT term FROM test_terms") if WORD[:4] in term]


def test_the_journal_still_says_that_something_was_sent(vault: v.Vault, hands: Hands) -> None:
    a_closed_item(vault, WORD)
    before = web.entries(vault)
    hands.days(400)
    retention.purge(vault, retention.plan(vault, 12))
    after = web.entries(vault)
    assert [(one.kind, one.at, one.outcome) for one in after] == [(one.kind, one.at, one.outcome) for one in before]
    assert [one.host for one in after if one.purpose is web.Purpose.RECHECK] == [""]
    with pytest.raises(Exception, match="never rewritten"), vault.writing() as write:
        write.db.execute("UPDATE web_ledger SET host = 'another.example'")
    assert web.presses(vault)


def test_deleted_rows_of_every_room_go_after_a_month(made: v.Created, folder: Path, hands: Hands) -> None:
    vault = made.vault
    person.remove_detail(vault, person.add_detail(vault, person.DetailKind.HANDLE, WORD).value.id)
    search.add_pasted(vault, f"https://{WORD}.example/")
    gone = log.add(vault, log.New(f"A {WORD}")).value
    log.delete(vault, [gone.id])
    hands.days(10)
    retention.purge(vault, retention.plan(vault, 0))
    assert WORD in everything(vault), "they can still be brought back"
    hands.days(30)
    with vault.writing() as write:
        write.db.execute("UPDATE search_finding SET deleted_at = '2026-03-16T00:00:00.000000Z'")
    done = retention.purge(vault, retention.plan(vault, 0))
    assert done.deleted >= 2 and WORD in everything(vault), "the list's own are emptied by it, and an empty row stays"
    log.empty_deleted(vault)
    assert WORD.encode() not in plain(folder, made) and gone.id in everything(vault)
    hands.days(31)
    retention.purge(vault, retention.plan(vault, 12))
    assert gone.id not in everything(vault)


def test_what_an_incident_note_uses_stays_with_it(vault: v.Vault, hands: Hands) -> None:
    item = a_closed_item(vault, WORD)
    note = incidents.add(vault, incidents.Kind.CONTACT, what="It began there").value
    (copy,) = log.evidence(vault, item.id)
    with vault.writing() as write:
        write.db.execute(
            "INSERT INTO incident_proof (id, incident_id, kept_id, kind, name, sha256, size, taken_at, changed_at) "
            "VALUES ('p', ?, ?, 'text', '', '', 1, ?, ?)",
            (note.id, copy.id, write.now, write.now),
        )
    hands.days(400)
    assert retention.plan(vault, 12).items == ()


def test_what_was_put_into_it_goes_too(made: v.Created, folder: Path, hands: Hands) -> None:
    vault = made.vault
    keep = log.add(vault, log.New("The one that is kept")).value
    into = log.add(vault, log.New(f"A {WORD}", notes=WORD)).value
    duplicates.merge(vault, keep.id, [into.id])
    log.move(vault, [keep.id], log.State.KEPT)
    hands.days(400)
    retention.purge(vault, retention.plan(vault, 12))
    assert WORD.encode() not in plain(folder, made) and into.id not in everything(vault)


def test_what_was_opened_again_since_the_plan_stays(vault: v.Vault, hands: Hands) -> None:
    item = a_closed_item(vault, WORD)
    hands.days(400)
    wanted = retention.plan(vault, 12)
    log.move(vault, [item.id], log.State.CAME_BACK)
    assert retention.purge(vault, wanted).items == 0 and log.get(vault, item.id).title == f"A {WORD}"


def test_a_purge_cannot_be_undone_by_an_older_step(vault: v.Vault, hands: Hands) -> None:
    item = a_closed_item(vault, WORD)
    step = log.change(vault, item.id, notes="other").undo
    hands.days(400)
    retention.purge(vault, retention.plan(vault, 12))
    with pytest.raises(v.CannotUndo):
        vault.undo(step)
    assert WORD not in everything(vault)


@pytest.mark.parametrize("stops_at", [1, 3, 4, 5])
def test_stopped_anywhere_it_is_carried_through(
    made: v.Created, folder: Path, hands: Hands, tmp_path: Path, stops_at: int
) -> None:
    vault = made.vault
    for number in range(25):
        log.move(vault, [log.add(vault, log.New(f"{WORD} {number}")).value.id], log.State.KEPT)
    automatic.copy_now(vault)
    hands.days(400)
    steps: list[str] = []

    def hear(_done: int, _total: int, note: str) -> None:
        steps.append(note)
        if len(steps) == stops_at:
            task.stop()

    task = Task(hear)
    with suppress(Stopped):
        retention.purge(vault, retention.plan(vault, 12), task)
    retention.finish(vault)
    retention.purge(vault, retention.plan(vault, 12))
    assert WORD.encode() not in plain(folder, made) and copies_hold(vault, tmp_path, WORD.encode()) == [False]
    assert retention.finish(vault) is None and not retention.is_due(vault, 12)


def test_a_copy_of_an_older_app_goes_and_a_new_one_is_made(vault: v.Vault, hands: Hands, tmp_path: Path) -> None:
    a_closed_item(vault, WORD)
    first = automatic.copy_now(vault)
    first.path.write_bytes(first.path.read_bytes()[:-5000])  # one that cannot be read any more
    hands.days(400)
    done = retention.purge(vault, retention.plan(vault, 12))
    assert (done.renewed, done.dropped) == (0, 1)
    assert not first.path.exists() and copies_hold(vault, tmp_path, WORD.encode()) == [False]


def test_a_copy_of_other_notes_is_let_be(vault: v.Vault, folder: Path, hands: Hands, tmp_path: Path) -> None:
    """They were here before, and their sheet may turn up."""
    others = v.create(tmp_path / "others", PHRASE, strength=STRENGTH, clock=hands).vault
    copy = automatic.copy_now(others).path
    others.close()
    a_closed_item(vault, WORD)
    automatic.copy_now(vault)
    there = folder / "backups" / "automatic-2026-02-01.footprint"
    there.write_bytes(copy.read_bytes())
    hands.days(400)
    done = retention.purge(vault, retention.plan(vault, 12))
    assert (done.renewed, done.dropped) == (1, 0)
    assert there.read_bytes() == copy.read_bytes()


def test_locked_in_the_middle_no_copy_goes(made: v.Created, folder: Path, hands: Hands) -> None:
    """What cannot be opened because the key is gone says nothing about the copy."""
    vault = made.vault
    a_closed_item(vault, WORD)
    copy = automatic.copy_now(vault).path
    hands.days(400)
    plan, behind = retention.plan(vault, 12), kept(vault)

    class LockedAtTheCopies(Task):
        def check(self) -> None:
            if backupfile.automatic_backups(folder) and rows_gone():
                behind.key.drop()

    def rows_gone() -> bool:
        with vault.reading() as db:
            return not db.value("SELECT count(*) FROM log_item")

    with pytest.raises(v.Locked):
        retention.purge(vault, plan, LockedAtTheCopies())
    assert copy.exists()
    vault.close()
    again = v.unlock(folder, made.sheet.code, clock=hands).vault
    done = retention.finish(again)
    again.close()
    assert done is not None and (done.renewed, done.dropped) == (1, 0)


def test_what_a_copy_cut_off_left_goes_with_the_next(vault: v.Vault, folder: Path) -> None:
    automatic.copy_now(vault)
    left = folder / "backups" / ".automatic-2026-03-15.footprint.copy.tmp"
    left.write_bytes(b"half of a copy")
    automatic.copy_now(vault)
    assert not left.exists()


def test_other_copies_are_told_and_left_alone(vault: v.Vault, folder: Path, hands: Hands, tmp_path: Path) -> None:
    a_closed_item(vault, WORD)
    made = v.backup(vault, tmp_path / "mine.footprint")
    before = made.path.read_bytes()
    second = folder / "vault (1).db"
    second.write_bytes((folder / "vault.db").read_bytes())
    hands.days(400)
    left = retention.purge(vault, retention.plan(vault, 12)).left
    assert [one.path for one in left] == [made.path, second] and made.path.read_bytes() == before


def test_the_check_finds_what_is_still_there(made: v.Created, folder: Path) -> None:
    """The control of `checked`."""
    from footprint.vault import rawpages

    item = a_closed_item(made.vault, WORD)
    made.vault.settle()
    wanted = {item.id.encode(), b"never written anywhere"}
    assert rawpages.found_in(folder / "vault.db", kept(made.vault).key.page_key(), wanted) == {item.id.encode()}


def test_every_table_is_thought_of(vault: v.Vault) -> None:
    """A new table has to be named in the store of this room: as one that goes with an item, by age, or that stays."""
    with vault.reading() as db:
        tables = {name for (name,) in db.execute(TABLES)}
        records = db.record_tables()
        of_item = {
            name
            for name in tables
            if db.value("SELECT count(*) FROM pragma_table_info(?) WHERE name = 'item_id'", (name,))
        }
    assert tables <= {*store.DELETED, *store.STAYS}
    assert records - {"log_item"} <= set(store.DELETED)
    assert of_item - {"stranger_mark", "incident"} == set(store.OF_ITEM)


def test_looking_again_leaves_nothing(made: v.Created, folder: Path, hands: Hands) -> None:
    item = a_closed_item(made.vault, WORD)
    with made.vault.writing() as write:
        write.db.execute(
            "INSERT INTO recheck_run VALUES ('r', ?, NULL, ?, ?, NULL)", (write.now, json.dumps([item.id]), write.now)
        )
    hands.days(400)
    retention.purge(made.vault, retention.plan(made.vault, 12))
    assert item.id.encode() not in plain(folder, made)
