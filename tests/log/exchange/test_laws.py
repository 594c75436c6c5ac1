"""Whatever was done on three computers: merging is idempotent, in any order and grouping the same, and loses nothing.

Here bundles are vaults themselves, without the lock round them, so that many can be tried.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from footprint import log
from footprint import vault as v
from footprint.log import Origin, Query, ladder, sets
from footprint.log.exchange import store
from footprint.log.exchange.merging import merge_rows
from footprint.log.exchange.tables import TABLES
from footprint.tasks import Stopped, Task
from footprint.vault import Vault
from tests.conftest import FakeClock

_START = datetime(2026, 11, 16, 14, 30, tzinfo=UTC)
_DOINGS = ("add", "title", "delete", "restore", "copy", "group", "leave", "case", "life", "origin")
_NO_CASE = ladder.Considered(ladder.Case.NO)
Doing = tuple[str, int, int]
doings = st.lists(st.tuples(st.sampled_from(_DOINGS), st.integers(0, 3), st.integers(0, 5)), max_size=6)


@pytest.fixture(scope="module")
def computers(ticking: FakeClock) -> Iterator[list[Vault]]:
    """Seven, made once: each try empties them."""
    made = [v.throw_away(clock=ticking) for _ in range(7)]
    yield made
    for one in made:
        one.close()


def emptied(made: list[Vault], clock: FakeClock) -> list[Vault]:
    clock.now = _START
    for one in made:
        with one.writing(undo=False) as write:
            for name in (*(table.name for table in TABLES), "log_evidence_bytes"):
                write.db.execute(f"DELETE FROM {name}")
    return made


def items_of(vault: Vault) -> list[str]:
    return sorted(log.ids(vault, Query(), _START.date()))


def do(vault: Vault, what: Doing, clock: FakeClock) -> None:
    """One change of the person's; what does not fit the state of things is left undone."""
    name, which, minute = what
    clock.now += timedelta(minutes=minute)
    there = items_of(vault)
    if name == "add" or not there:
        log.add(vault, log.New(f"Thing {which}"))
        return
    one = there[which % len(there)]
    if name == "title":
        log.change(vault, one, title=f"Title {which}")
    elif name == "origin":
        log.change(vault, one, origin=(Origin.KNOWN, Origin.FRIGHTENING, Origin.ME, Origin.WORK)[which])
    elif name == "delete":
        log.delete(vault, [one], considered=_NO_CASE)
    elif name == "restore":
        log.restore(vault, [row.id for row in log.recently_deleted(vault)][:1])
    elif name == "copy":
        log.add_text(vault, one, f"Words {which}")
    elif name == "group" and len(there) > 1:
        sets.make(vault, there[which % (len(there) - 1) :][:2])
    elif name == "leave":
        sets.take_out(vault, [one])
    elif name == "case":
        ladder.say_case(vault, one, (ladder.Case.NO, ladder.Case.UNSURE, ladder.Case.PERHAPS, ladder.Case.NO)[which])
    elif name == "life":
        ladder.set_life_event(vault, ladder.LifeEvent.COMPLAINT, _START.date() if which % 2 else None)


def merge(into: Vault, bundle: Vault, task: Task | None = None) -> Any:
    with bundle.reading() as there, into.writing() as write:
        merged = merge_rows(there, write, task or Task())
        (task or Task()).check()
    return merged


def state(vault: Vault) -> dict[str, list[str]]:
    """Everything that travels, but for what each vault keeps as its own."""
    with vault.reading() as db:
        found = {
            table.name: sorted(
                repr([(name, value) for name, value in row.items() if name not in ("id", *table.local)])
                for row in store.rows(db, table)
            )
            for table in TABLES
        }
        found["bytes"] = sorted(store.copy_ids(db))
    return found


def words_found(vault: Vault) -> bool:
    """Whether the word index says the same as the rows."""
    with vault.reading() as db:
        db.execute("SELECT count(*) FROM log_words")
        titles = {row.title for row in log.page(vault, Query(), 0, 99, _START.date())}
    return all(log.count(vault, Query(text=title), _START.date()) >= 1 for title in titles)


def busy(vault: Vault, whats: list[Doing], clock: FakeClock) -> None:
    for what in whats:
        do(vault, what, clock)


def everything(vault: Vault) -> set[tuple[str, str]]:
    """The ids of all items, copies, events and groups there are or were."""
    names = ("log_item", "log_evidence", "log_event", "log_set", "log_set_item")
    with vault.reading() as db:
        return {(table.name, row["id"]) for table in TABLES if table.name in names for row in store.rows(db, table)}


def shown(vault: Vault) -> list[tuple[str, str]]:
    return sorted((row.id, row.title) for row in log.page(vault, Query(), 0, 99, _START.date()))


_calm = [HealthCheck.too_slow, HealthCheck.function_scoped_fixture]


@settings(max_examples=12, deadline=None, suppress_health_check=_calm)
@given(start=doings, each=st.tuples(doings, doings, doings))
def test_order_and_grouping_do_not_matter_and_again_changes_nothing(
    computers: list[Vault], ticking: FakeClock, start: list[Doing], each: tuple[list[Doing], ...]
) -> None:
    a, b, c, ab, abc, bc, cba = emptied(computers, ticking)
    busy(a, start, ticking)
    merge(b, a), merge(c, a)
    began = ticking.now
    for one, whats in zip((a, b, c), each, strict=True):
        ticking.now = began
        busy(one, whats, ticking)
    ticking.now = _START + timedelta(days=1)
    merge(ab, a), merge(ab, b)
    merge(abc, ab), merge(abc, c)
    merge(bc, c), merge(bc, b)
    merge(cba, bc), merge(cba, a)
    before = state(abc)
    assert before == state(cba)
    again = merge(abc, c)
    assert state(abc) == before and (again.rows, again.evidence) == (0, 0)
    assert words_found(abc) and words_found(cba)
    assert everything(abc) == {row for one in (a, b, c) for row in everything(one)}


@settings(max_examples=8, deadline=None, suppress_health_check=_calm)
@given(mine=doings, theirs=doings)
def test_a_merge_that_is_stopped_or_undone_leaves_the_list_as_it_was(
    computers: list[Vault], ticking: FakeClock, mine: list[Doing], theirs: list[Doing]
) -> None:
    here, other = emptied(computers, ticking)[:2]
    busy(here, mine, ticking)
    merge(other, here)
    busy(other, [*theirs, ("add", 0, 1), ("copy", 0, 1)], ticking)
    before, list_before = state(here), shown(here)
    task = Task(lambda *_: task.stop())
    with pytest.raises(Stopped):
        merge(here, other, task)
    assert state(here) == before
    with other.reading() as there:
        with here.writing() as write:
            merge_rows(there, write, Task())
        undo = write.undo
    here.undo(undo)
    assert shown(here) == list_before
