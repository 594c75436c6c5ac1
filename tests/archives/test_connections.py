"""People in copies: one list, what is said about each, and somebody met through work leaves no trace."""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from footprint import retention
from footprint import vault as v
from footprint.archives import connections
from footprint.archives.connections import Choice, Somebody
from footprint.archives.index.keys import make_keys
from footprint.archives.index.writing import Writer
from footprint.archives.records import Connection, Entry, Kind, Relation
from footprint.vault import Vault, automatic, backupfile
from footprint.vault.backing import kept
from footprint.vault.connection import open_store
from tests.clear_pages import plain, raw

DAY = date(2026, 11, 25)


def at(year: int) -> int:
    return int(datetime(year, 5, 3, 12, tzinfo=UTC).timestamp())


def friend(name: str, *, since: int | None = None, relation: Relation = Relation.FRIEND, link: str = "") -> Connection:
    return Connection("facebook", relation, "ada", name=name, link=link, since=since)


def bring_in(vault: Vault, people: list[Connection], entries: list[Entry] | None = None) -> None:
    with vault.writing(undo=False) as write:
        writer = Writer(make_keys(write), number=1)
        writer.begin(write.db)
        writer.connections(write.db, people)
        writer.entries(write.db, [(one, ()) for one in entries or []], write.now)


def named(found: tuple[Somebody, ...]) -> list[str]:
    return [one.shown for one in found]


def get(vault: Vault, name: str) -> Somebody:
    return next(one for one in connections.people(vault) if one.shown == name)


def test_one_person_is_one_line_whatever_they_are_there(vault: Vault) -> None:
    bring_in(
        vault,
        [friend("Pat Example", since=at(2012)), friend("Pat Example", since=at(2010), relation=Relation.FOLLOWER)],
    )
    (one,) = connections.people(vault)
    assert one.relations == (Relation.FRIEND, Relation.FOLLOWER) and one.since == date(2010, 5, 3)


def test_those_never_heard_of_and_longest_known_come_first(vault: Vault) -> None:
    wall = Entry("facebook", Kind.POST, "ada", at=at(2016), text="Happy birthday", where="Old Friend")
    bring_in(
        vault,
        [
            friend("New Friend", since=at(2020)),
            friend("Old Friend", since=at(2009)),
            friend("Quiet Friend", since=at(2011)),
            friend("A Page", since=at(2008), relation=Relation.FOLLOWING),
        ],
        [wall],
    )
    assert named(connections.people(vault)) == ["Quiet Friend", "New Friend", "Old Friend", "A Page"]
    assert get(vault, "Old Friend").times == 1 and get(vault, "Old Friend").last == date(2016, 5, 3)


def test_blocked_people_are_no_work(vault: Vault) -> None:
    bring_in(vault, [friend("Blocked Already", relation=Relation.BLOCKED), friend("Gone", relation=Relation.REMOVED)])
    assert connections.people(vault) == ()


def test_what_is_said_is_kept_counted_and_taken_back(vault: Vault) -> None:
    bring_in(vault, [friend("Pat Example"), friend("Sam Example")])
    done = connections.choose(vault, [get(vault, "Pat Example").key], Choice.UNFRIEND)
    counts = connections.counted(connections.people(vault))
    assert (counts.total, counts.seen, counts.to_do) == (2, 1, 1)
    assert named(connections.people(vault)) == ["Sam Example", "Pat Example"]
    ticked = connections.tick(vault, get(vault, "Pat Example").key, DAY)
    assert connections.counted(connections.people(vault)).to_do == 0
    vault.undo(ticked.undo)
    vault.undo(done.undo)
    assert get(vault, "Pat Example").choice is None


def test_something_else_said_later_is_work_again(vault: Vault) -> None:
    bring_in(vault, [friend("Pat Example")])
    key = get(vault, "Pat Example").key
    connections.choose(vault, [key], Choice.LIMIT)
    connections.tick(vault, key, DAY)
    connections.choose(vault, [key], Choice.UNFRIEND)
    assert get(vault, "Pat Example").open


def test_what_was_said_stands_when_a_newer_copy_comes(vault: Vault) -> None:
    bring_in(vault, [friend("Pat Example", since=at(2012))])
    connections.choose(vault, [get(vault, "Pat Example").key], Choice.TRUST)
    bring_in(vault, [friend("Pat Example", since=at(2012))])
    assert get(vault, "Pat Example").choice is Choice.TRUST


def test_somebody_met_through_work_leaves_no_name_and_does_not_come_back(tmp_path: Path) -> None:
    folder = tmp_path / "kept"
    made = v.create(folder, "lamp river stone orchard", strength=v.Strength(memory=64 * 1024, passes=3, lanes=4))
    vault, link = made.vault, "https://facebook.example/xanthippe.placeholder"
    people = [
        friend("Xanthippe Placeholder", since=at(2012), link=link),
        friend("Xanthippe Placeholder", relation=Relation.FOLLOWER, link=link),
        friend("Stays Example"),
    ]
    with closing(vault):
        bring_in(vault, people)
        key = get(vault, "Xanthippe Placeholder").key
        connections.choose(vault, [key], Choice.DISCUSS)
        automatic.copy_now(vault)
        assert b"Xanthippe" in plain(folder, made)  # the control: before, the name is there to be found
        assert retention.forget_person(vault, key).renewed == 1
        assert named(connections.people(vault)) == ["Stays Example"]
        bring_in(vault, people)
        assert named(connections.people(vault)) == ["Stays Example"]
        for left in (plain(folder, made), copy_of(vault, tmp_path)):
            assert b"anthippe" not in left and b"Stays Example" in left
        with vault.reading() as db:
            assert not list(db.execute("SELECT 1 FROM archive_person_word"))


def copy_of(vault: Vault, tmp_path: Path) -> bytes:
    """The app's own newest copy of the vault, in clear."""
    behind, target = kept(vault), tmp_path / "unpacked.db"
    (copy,) = backupfile.automatic_backups(behind.folder)
    backupfile.open_container(copy.path).unpack(target)
    with closing(open_store(target, behind.key.page_key())) as db:
        db.settle()
    return raw(target, behind.key.page_key())


def test_the_whole_list_goes_and_may_come_back_with_a_copy(vault: Vault) -> None:
    bring_in(vault, [friend("Pat Example"), friend("Sam Example")])
    connections.choose(vault, [get(vault, "Pat Example").key], Choice.TRUST)
    retention.forget_people(vault)
    assert connections.people(vault) == ()
    bring_in(vault, [friend("Pat Example")])
    assert get(vault, "Pat Example").choice is None


@pytest.mark.parametrize("name", ["=HYPERLINK", "<b>Bold</b>", "\u202eetihw"])
def test_names_from_outside_stay_as_they_are(vault: Vault, name: str) -> None:
    bring_in(vault, [friend(name)])
    assert named(connections.people(vault)) == [name]
