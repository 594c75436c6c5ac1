"""Each way to say who put it there leaves a row, and what becomes of rows: undo, taking apart, emptying, old vaults."""

from __future__ import annotations

import os
from contextlib import closing
from pathlib import Path

import pytest

from footprint import log, search
from footprint import vault as v
from footprint.log import Origin, Relation, duplicates, ladder
from footprint.log.answers import keeping, register
from footprint.log.answers import store as answer_store
from footprint.log.answers.register import Answer
from footprint.log.exchange.reading import opened
from footprint.vault import Vault, schema
from footprint.vault.connection import open_store
from tests.conftest import FakeClock
from tests.log.exchange.conftest import PHRASE, STRENGTH, merge, write


def answers(vault: Vault, item_id: str) -> list[Answer]:
    with vault.reading() as db:
        return answer_store.answers(db, [item_id])[item_id]


def heads(vault: Vault, item_id: str) -> list[Origin]:
    return [one.origin for one in register.heads(answers(vault, item_id))]


@pytest.fixture
def item(vault: Vault) -> str:
    return log.add(vault, log.New("A photo", "https://club.example/1", origin=Origin.KNOWN)).value.id


@pytest.fixture
def there(vault: Vault, other: Vault, item: str, tmp_path: Path, clock: FakeClock) -> Vault:
    """Another computer that has the item as it was first."""
    merge(other, write(vault, tmp_path / "first"))
    clock.advance(minutes=1)
    return other


def test_each_way_to_answer_leaves_a_row_that_replaces_what_it_saw(vault: Vault, item: str) -> None:
    other = log.add(vault, log.New("The same", "https://club.example/1", origin=Origin.WORK)).value.id
    log.change(vault, item, relation=Relation.FRIEND)
    log.change(vault, item, title="Another name")
    log.change_many(vault, [item, other], origin=Origin.STRANGER)
    duplicates.merge(vault, item, [other])
    assert [(one.origin, one.relation) for one in answers(vault, item)] == [
        (Origin.KNOWN, None), (Origin.KNOWN, Relation.FRIEND), (Origin.STRANGER, None), (Origin.STRANGER, None),
    ]  # fmt: skip
    told = answers(vault, item)
    assert [len(one.over) for one in told] == [0, 1, 2, 3 + 2] and heads(vault, item) == [Origin.STRANGER]
    search.add_pasted(vault, "https://photos.example/p/17")
    found = log.put_on_list(vault, search.findings(vault)[0]).value
    assert heads(vault, found.id) == [Origin.UNSURE]


def test_known_typed_where_nobody_had_heard_of_it_does_not_bring_letters_back(
    vault: Vault, there: Vault, item: str, tmp_path: Path, clock: FakeClock
) -> None:
    log.change(vault, item, origin=Origin.FRIGHTENING)
    clock.advance(minutes=1)
    log.change(there, item, origin=Origin.KNOWN, relation=Relation.FRIEND)  # the same word said anew, with who it is
    mine = write(vault, tmp_path / "mine")
    done = merge(vault, write(there, tmp_path / "theirs"))
    merge(there, mine)
    for one in (vault, there):
        assert (log.get(one, item).origin, log.get(one, item).relation) == (Origin.FRIGHTENING, None)
        assert keeping.came_together(one, item) == (
            "Two answers about who put it there came together. The more careful one stands: "
            "“Someone who frightens me”. Change it if that is wrong."
        )
    clock.advance(minutes=1)
    log.change(there, item, origin=Origin.KNOWN)  # having seen it
    merge(vault, write(there, tmp_path / "again"))
    assert log.get(vault, item).origin is Origin.KNOWN and keeping.came_together(vault, item) == ""
    with pytest.raises(v.CannotUndo):
        vault.undo(done.undo)


def test_the_same_word_again_settles_what_came_together(
    vault: Vault, there: Vault, item: str, tmp_path: Path, clock: FakeClock
) -> None:
    log.change(vault, item, origin=Origin.FRIGHTENING)
    log.change(there, item, origin=Origin.ORGANISATION)
    merge(vault, write(there, tmp_path / "theirs"))
    assert heads(vault, item) == [Origin.FRIGHTENING, Origin.ORGANISATION]
    log.change(vault, item, origin=Origin.FRIGHTENING)
    assert heads(vault, item) == [Origin.FRIGHTENING] and keeping.came_together(vault, item) == ""


def test_an_undone_import_is_no_answer(vault: Vault, there: Vault, item: str, tmp_path: Path, clock: FakeClock) -> None:
    """It takes the answer back here; it takes nothing back where it was given, and can be brought in again."""
    log.change(vault, item, origin=Origin.FRIGHTENING)
    mine = write(vault, tmp_path / "mine")
    there.undo(merge(there, mine).undo)
    assert log.get(there, item).origin is Origin.KNOWN
    clock.advance(minutes=1)
    merge(vault, write(there, tmp_path / "theirs"))
    assert log.get(vault, item).origin is Origin.FRIGHTENING
    merge(there, mine)
    assert log.get(there, item).origin is Origin.FRIGHTENING


def test_an_answer_taken_back_is_taken_back_everywhere_and_what_it_replaced_counts_again(
    vault: Vault, there: Vault, item: str, tmp_path: Path, clock: FakeClock
) -> None:
    log.change(vault, item, origin=Origin.WORK)
    mistaken = log.change(vault, item, origin=Origin.KNOWN)
    merge(there, write(vault, tmp_path / "mine"))
    assert log.get(there, item).origin is Origin.KNOWN
    clock.advance(minutes=1)
    redo = vault.undo(mistaken.undo)
    merge(vault, write(there, tmp_path / "theirs"))
    merge(there, write(vault, tmp_path / "mine"))
    assert log.get(vault, item).origin is log.get(there, item).origin is Origin.WORK
    vault.undo(redo)
    assert log.get(vault, item).origin is Origin.KNOWN


def test_an_undo_does_not_reach_past_the_same_word_said_since(vault: Vault, item: str) -> None:
    first = log.change(vault, item, origin=Origin.FRIGHTENING)
    log.change(vault, item, origin=Origin.ME)
    log.change(vault, item, origin=Origin.FRIGHTENING)
    with pytest.raises(v.CannotUndo):
        vault.undo(first.undo)
    assert log.get(vault, item).origin is Origin.FRIGHTENING


def test_taking_apart_answers_as_before_but_not_over_what_came_in_since(
    vault: Vault, there: Vault, item: str, tmp_path: Path, clock: FakeClock
) -> None:
    twin = log.add(vault, log.New("The same", "https://club.example/1", origin=Origin.FRIGHTENING)).value.id
    duplicates.merge(vault, item, [twin])
    assert log.get(vault, item).origin is Origin.FRIGHTENING
    undo = duplicates.split(vault, item).undo
    assert (log.get(vault, item).origin, log.get(vault, twin).origin) == (Origin.KNOWN, Origin.FRIGHTENING)
    vault.undo(undo)
    clock.advance(minutes=1)
    log.change(there, item, origin=Origin.FRIGHTENING)
    merge(vault, write(there, tmp_path / "theirs"))
    duplicates.split(vault, item)
    assert log.get(vault, item).origin is Origin.FRIGHTENING, "that was said about this one, by another computer"


def test_what_was_said_since_stays_when_it_is_taken_apart(vault: Vault, item: str) -> None:
    twin = log.add(vault, log.New("The same", "https://club.example/1", origin=Origin.WORK)).value.id
    duplicates.merge(vault, item, [twin])
    log.change(vault, item, origin=Origin.ORGANISATION)
    log.change(vault, item, origin=Origin.WORK)
    duplicates.split(vault, item)
    assert log.get(vault, item).origin is Origin.WORK


def test_a_careful_answer_about_what_was_put_into_another_here_is_about_that_one_too(
    vault: Vault, other: Vault, item: str, tmp_path: Path, clock: FakeClock
) -> None:
    first, twin = (log.add(vault, log.New(title, origin=Origin.KNOWN)).value.id for title in ("First", "The same"))
    merge(other, write(vault, tmp_path / "first"))
    clock.advance(minutes=1)
    log.change(other, first, origin=Origin.FRIGHTENING)
    duplicates.merge(vault, twin, [first])
    clock.advance(minutes=1)
    duplicates.merge(vault, item, [twin])
    theirs = write(other, tmp_path / "theirs")
    done = merge(vault, theirs)
    assert log.get(vault, item).origin is Origin.FRIGHTENING
    vault.undo(done.undo)
    assert log.get(vault, item).origin is Origin.KNOWN
    merge(vault, theirs)
    assert log.get(vault, item).origin is Origin.FRIGHTENING
    log.change(vault, item, origin=Origin.KNOWN)
    merge(vault, theirs)
    assert log.get(vault, item).origin is Origin.KNOWN, "the person has seen it"


def test_nothing_of_an_answer_outlives_its_item(vault: Vault, item: str, clock: FakeClock) -> None:
    log.change(vault, item, origin=Origin.FRIGHTENING)
    log.delete(vault, [item], considered=ladder.Considered(ladder.Case.NO))
    clock.advance(days=40)
    log.empty_deleted(vault)
    with vault.reading() as db:
        rows = list(db.execute("SELECT origin, relation, over, deleted_at IS NULL FROM log_origin"))
    assert rows == [("", "", "", 0)] * 2


def test_an_item_of_before_has_its_word_as_the_first_answer_alike_on_two_computers(tmp_path: Path) -> None:
    told = []
    for name in ("one", "two"):
        with closing(open_store(tmp_path / name, os.urandom(32), create=True)) as db:
            for number, path in schema.migrations():
                if number < 25:
                    db.execute(path.read_text(encoding="utf-8"))
                    db.execute(f"PRAGMA user_version = {number}")
            db.execute(
                "INSERT INTO log_item (id, num, title, title_key, address, host, place, network, kind, origin, action, "
                "contact, notes, severity, state, found_at, finding_id, check_id, account_id, changed_at, relation) "
                "VALUES ('i', 1, 'A', 'a', '', '', '', '', 'photo', 'known', 'ask', '', '', 'low', 'found', ?, '', '', "
                "'', ?, 'friend')",
                ("2026-11-16T14:30:00Z", "2026-11-16T14:30:00Z"),
            )
            schema.migrate(db)
            told.append((answer_store.answers(db, ["i"])["i"], db.value("SELECT answers FROM log_item")))
            assert keeping.settle(db, ["i"]) == set()
    assert told[0] == told[1]
    ((first,), counting) = told[0]
    assert (first.origin, first.relation, first.over) == (Origin.KNOWN, Relation.FRIEND, frozenset())
    assert counting == register.write_over([first.id])


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE log_origin SET origin = 'nobody'",
        "UPDATE log_origin SET relation = 'dragon'",
        "UPDATE log_origin SET over = '{'",
        "UPDATE log_origin SET over = '[1]'",
    ],
)
def test_answers_that_are_none_are_refused(sql: str, vault: Vault, other: Vault, item: str, tmp_path: Path) -> None:
    with opened(write(vault, tmp_path / "list"), PHRASE) as made:
        with made.writing(undo=False) as crafting:
            crafting.db.execute(sql)
        v.write_parcel(made, tmp_path / "crafted", PHRASE, strength=STRENGTH)
    with pytest.raises(v.ParcelDamaged):
        merge(other, tmp_path / "crafted")


def test_an_item_that_came_without_an_answer_has_its_word_as_one(
    vault: Vault, other: Vault, item: str, tmp_path: Path
) -> None:
    with opened(write(vault, tmp_path / "list"), PHRASE) as made:
        with made.writing(undo=False) as crafting:
            crafting.db.execute("DELETE FROM log_origin")
        v.write_parcel(made, tmp_path / "without", PHRASE, strength=STRENGTH)
    merge(other, tmp_path / "without")
    assert heads(other, item) == [Origin.KNOWN]
