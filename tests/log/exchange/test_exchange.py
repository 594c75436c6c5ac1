"""The list on another computer: what travels, what stays, which word wins, and that all of it can be taken back."""

from __future__ import annotations

from pathlib import Path

import pytest

from footprint import log, search
from footprint import vault as v
from footprint.log import Origin, Query, State, duplicates, exchange, incidents, ladder, sets, views
from footprint.log.exchange.reading import opened
from footprint.tasks import Stopped, Task
from footprint.vault import Vault
from tests.conftest import FakeClock
from tests.log.exchange.conftest import PHRASE, STRENGTH, merge, write


def titles(vault: Vault, text: str = "") -> list[str]:
    query = Query(text=text)
    return sorted(row.title for row in log.page(vault, query, 0, 100, vault.now().date()))


@pytest.fixture
def bundle(vault: Vault, tmp_path: Path) -> Path:
    """Two things with a copy, a message, a group and a case; one thing that was deleted; a saved filter."""
    one = log.add(vault, log.New("Photo of the harbour", "https://photos.example/7", origin=Origin.KNOWN)).value
    two = log.add(vault, log.New("Old profile", "https://old.example/ada", origin=Origin.ME)).value
    gone = log.add(vault, log.New("Thrown away")).value
    log.add_text(vault, one.id, "What the caption said")
    sets.make(vault, [one.id, two.id], "Harbour")
    ladder.say_case(vault, one.id, ladder.Case.PERHAPS)
    ladder.set_life_event(vault, ladder.LifeEvent.COMPLAINT, vault.now().date())
    views.save(vault, "By me", Query(origins=(Origin.ME,)))
    log.delete(vault, [gone.id], considered=ladder.Considered(ladder.Case.NO))
    return write(vault, tmp_path / "list")


def test_all_of_it_arrives(vault: Vault, other: Vault, bundle: Path) -> None:
    done = merge(other, bundle)
    assert (done.value.added, done.value.evidence, done.value.deleted) == (2, 1, 0)
    assert titles(other) == ["Old profile", "Photo of the harbour"]
    assert titles(other, "harb") == ["Photo of the harbour"]
    one = next(row for row in log.page(other, Query(text="harbour"), 0, 9, other.now().date()))
    (copy,) = log.evidence(other, one.id)
    assert log.page_words(other, copy.id) == "What the caption said" and log.is_unchanged(other, copy.id)
    assert log.history(other, one.id) == log.history(vault, one.id)
    assert [group.name for group in sets.all_sets(other)] == ["Harbour"]
    assert "By me" in [one.name for one in views.views(other)]
    assert [row.title for row in log.recently_deleted(other)] == ["Thrown away"]


def test_a_look_says_what_is_in_it(bundle: Path, vault: Vault) -> None:
    found = exchange.read_bundle(bundle, PHRASE)
    assert (found.items, found.deleted, found.evidence, found.whole) == (2, 1, 1, True)
    assert found.made_at == vault.now()
    assert exchange.contents_in_words(found)[1] == "2 things are in it."


def test_a_second_time_nothing_is_new(other: Vault, bundle: Path) -> None:
    merge(other, bundle)
    again = merge(other, bundle).value
    assert (again.added, again.changed, again.deleted, again.evidence, again.rows) == (0, 0, 0, 0, 0)
    assert again.unchanged >= 2 and exchange.merged_in_words(again)[0].startswith("Nothing in it was new")


def test_one_undo_takes_all_of_it_back(other: Vault, bundle: Path) -> None:
    log.add(other, log.New("My own"))
    done = merge(other, bundle)
    other.undo(done.undo)
    assert titles(other) == ["My own"] and not sets.all_sets(other)
    assert "By me" not in [one.name for one in views.views(other)] and titles(other, "harbour") == []


def test_the_later_word_stands_on_both_sides(vault: Vault, other: Vault, bundle: Path, clock: FakeClock) -> None:
    merge(other, bundle)
    one, two = (log.page(vault, Query(text=text), 0, 9, clock().date())[0].id for text in ("harbour", "old"))
    clock.advance(minutes=1)
    log.change(vault, one, title="Photo, older word")
    log.delete(vault, [two], considered=ladder.Considered(ladder.Case.NO))
    clock.advance(minutes=1)
    log.change(other, one, title="Photo, newer word")
    log.add(other, log.New("Only there"))
    mine, theirs = write(vault, bundle.with_name("mine")), write(other, bundle.with_name("theirs"))
    assert merge(other, mine).value.deleted == 1
    assert (merge(vault, theirs).value.added, titles(vault)) == (1, ["Only there", "Photo, newer word"])
    assert titles(other) == titles(vault)


def test_only_chosen_things_go(vault: Vault, other: Vault, bundle: Path) -> None:
    part = write(vault, bundle.with_name("part"), Query(text="harbour"))
    assert not exchange.read_bundle(part, PHRASE).whole
    done = merge(other, part).value
    assert (done.added, done.evidence) == (1, 1) and titles(other) == ["Photo of the harbour"]
    assert not log.recently_deleted(other) and "By me" not in [one.name for one in views.views(other)]
    assert not ladder.life_events(other)


def test_nothing_of_another_room_goes(vault: Vault, tmp_path: Path) -> None:
    v.set_fact(vault, "search.secret", "a key")
    incidents.begin(vault, incidents.Kind.THREAT)
    with opened(write(vault, tmp_path / "list"), PHRASE) as bundle, bundle.reading() as db:
        tables = [
            name
            for (name,) in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE '%STRICT%'")
            if not name.startswith(("log_", "recheck_"))
        ]
        full = {name for name in tables if db.value(f"SELECT count(*) FROM {name}")}
    assert full == {"vault_commit", "vault_fact"} and v.fact(vault, "search.secret")


def test_the_same_answer_given_twice_is_one(vault: Vault, other: Vault, bundle: Path, clock: FakeClock) -> None:
    merge(other, bundle)
    clock.advance(minutes=1)
    for each, case in ((vault, ladder.Case.NO), (other, ladder.Case.UNSURE)):
        new = log.page(each, Query(text="old"), 0, 9, clock().date())[0].id
        ladder.say_case(each, new, case)
        ladder.set_life_event(each, ladder.LifeEvent.HEARING, clock().date())
        clock.advance(minutes=1)
    merge(vault, write(other, bundle.with_name("theirs")))
    assert set(ladder.life_events(vault)) == {ladder.LifeEvent.COMPLAINT, ladder.LifeEvent.HEARING}
    merge(other, write(vault, bundle.with_name("mine")))
    with vault.reading() as db, other.reading() as there:
        sql = "SELECT value FROM log_ladder_fact WHERE deleted_at IS NULL ORDER BY value"
        assert list(db.execute(sql)) == list(there.execute(sql)) == [("no",), ("perhaps",), ("unsure",)]


def test_what_was_deleted_for_good_leaves_no_words(vault: Vault, other: Vault, bundle: Path, clock: FakeClock) -> None:
    merge(other, bundle)
    one = log.page(vault, Query(text="harbour"), 0, 9, clock().date())[0].id
    log.delete(vault, [one], considered=ladder.Considered(ladder.Case.NO))
    clock.advance(minutes=1)
    log.add_text(other, one, "A later copy")
    clock.advance(days=40)
    log.empty_deleted(vault)
    merge(other, write(vault, bundle.with_name("mine")))
    with other.reading() as db:
        assert not db.value("SELECT count(*) FROM log_event WHERE item_id = ? AND deleted_at IS NULL", (one,))
        assert not db.value("SELECT count(*) FROM log_evidence WHERE item_id = ? AND sha256 <> ''", (one,))
    assert titles(other) == ["Old profile"]


def test_a_stopped_merge_changes_nothing(other: Vault, bundle: Path) -> None:
    task = Task(lambda *_: task.stop())
    with pytest.raises(Stopped):
        exchange.merge_bundle(other, bundle, PHRASE, task=task)
    assert titles(other) == []


def test_a_stopped_write_leaves_no_file(vault: Vault, bundle: Path) -> None:
    task = Task(lambda *_: task.stop())
    target = bundle.with_name("never")
    with pytest.raises(Stopped):
        exchange.write_bundle(vault, target, PHRASE, task=task, strength=STRENGTH)
    assert sorted(one.name for one in bundle.parent.iterdir() if one.is_file()) == ["list"] and not target.exists()


def test_a_state_travels(vault: Vault, other: Vault, bundle: Path, clock: FakeClock) -> None:
    merge(other, bundle)
    one = log.page(vault, Query(text="old"), 0, 9, clock().date())[0].id
    clock.advance(minutes=1)
    log.move(vault, [one], State.GONE, considered=ladder.Considered(ladder.Case.NO))
    assert merge(other, write(vault, bundle.with_name("mine"))).value.changed == 1
    assert log.get(other, one).state is State.GONE


def test_links_of_another_computer_lead_nowhere_without_harm(other: Vault, bundle: Path) -> None:
    merge(other, bundle)
    assert search.findings(other) == ()


def test_who_frightens_stays_so_though_the_other_computer_wrote_later(
    vault: Vault, other: Vault, bundle: Path, clock: FakeClock
) -> None:
    merge(other, bundle)
    one = log.page(vault, Query(text="harbour"), 0, 9, clock().date())[0].id
    clock.advance(minutes=1)
    log.change(vault, one, origin=Origin.FRIGHTENING)
    clock.advance(minutes=1)
    log.move(other, [one], State.ASKED)
    log.change(other, one, title="Photo, later")
    theirs = write(other, bundle.with_name("theirs"))
    merge(other, write(vault, bundle.with_name("mine")))
    merge(vault, theirs)
    for each in (vault, other):
        item = log.get(each, one)
        assert (item.title, item.origin, item.state) == ("Photo, later", Origin.FRIGHTENING, State.DECIDED)
    clock.advance(minutes=1)
    log.change(vault, one, origin=Origin.KNOWN)  # the person thought again
    merge(vault, theirs)
    merge(other, write(vault, bundle.with_name("mine")))
    assert log.get(vault, one).origin is log.get(other, one).origin is Origin.KNOWN


def test_what_was_put_together_is_taken_apart_where_it_was_done(vault: Vault, other: Vault, tmp_path: Path) -> None:
    one, two = (log.add(vault, log.New(title, "https://photos.example/7")).value.id for title in ("A", "B"))
    duplicates.merge(vault, one, [two])
    merge(other, write(vault, tmp_path / "list"))
    assert titles(other) == ["A"] and duplicates.parts_of(other, one) == ()
    assert duplicates.parts_of(vault, one) == ("B",)


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE log_item SET kind = 'dragon' WHERE title LIKE 'Photo%'",
        "UPDATE log_item SET found_at = 'long ago'",
        "UPDATE log_item SET title = ''",
        "UPDATE log_item SET title = hex(zeroblob(5000))",
        "UPDATE log_item SET address = 'javascript:alert(1)'",
        'ALTER TABLE log_item ADD COLUMN "title) VALUES (1); --" TEXT',
        "CREATE TRIGGER more AFTER INSERT ON log_item BEGIN DELETE FROM log_event; END",
        "UPDATE log_event SET became = 'nowhere'",
        "UPDATE log_evidence SET taken_at = ''",
        "UPDATE log_evidence SET kind = 'spell'",
        "UPDATE log_life_event SET since = 'soon'",
        "UPDATE log_ladder_fact SET value = 'maybe' WHERE name = 'case'",
        "INSERT INTO log_request (id, item_id, letter, tone, how, text, sent_on, due, changed_at) "
        "SELECT 'r', id, 'friend', 'shouting', 'owl', '', '2026', '2026', changed_at FROM log_item LIMIT 1",
    ],
)
def test_rows_that_no_page_could_show_are_refused(sql: str, bundle: Path, other: Vault) -> None:
    """Made by somebody who knows the passphrase and means harm, or by a broken copy of the app."""
    log.add(other, log.New("My own"))
    with opened(bundle, PHRASE) as made:
        with made.writing(undo=False) as crafting:
            crafting.db.execute(sql)
        v.write_parcel(made, bundle.with_name("crafted"), PHRASE, strength=STRENGTH)
    with pytest.raises(v.ParcelDamaged):
        merge(other, bundle.with_name("crafted"))
    assert titles(other) == ["My own"]
