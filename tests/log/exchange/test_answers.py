"""Who put it there, answered on several computers that have not heard of each other: the careful answer is never lost.

What is expected is reckoned beside the app, from who had seen what when it was answered.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import permutations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from footprint import log
from footprint import vault as v
from footprint.errors import FootprintError
from footprint.log import Origin, Relation, duplicates
from footprint.log.answers import keeping, register
from footprint.log.answers import store as answer_store
from footprint.log.exchange import store
from footprint.log.exchange.merging import merge_rows
from footprint.log.exchange.tables import ORIGINS, TABLES
from footprint.tasks import Task
from footprint.vault import Undo, Vault
from tests.conftest import FakeClock

_START = datetime(2026, 11, 16, 14, 30, tzinfo=UTC)
_CAREFUL = (Origin.FRIGHTENING, Origin.WORK, Origin.UNSURE)
_COMPUTERS = 4
_calm = [HealthCheck.too_slow, HealthCheck.function_scoped_fixture]


@pytest.fixture(scope="module")
def computers(ticking: FakeClock) -> Iterator[list[Vault]]:
    made = [v.throw_away(clock=ticking) for _ in range(2 * _COMPUTERS)]
    yield made
    for one in made:
        one.close()


@dataclass
class Told:
    """What one computer has seen: answers by a number of their own, and which of them are replaced."""

    seen: set[int] = field(default_factory=set)
    replaced: set[int] = field(default_factory=set)

    def learn(self, other: Told) -> None:
        self.seen |= other.seen
        self.replaced |= other.replaced


answering = st.tuples(st.just("answer"), st.integers(0, _COMPUTERS - 1), st.sampled_from(Origin), st.integers(-9, 9))
hearing = st.tuples(st.just("hear"), st.integers(0, _COMPUTERS - 1), st.integers(0, _COMPUTERS - 1), st.integers(-9, 9))


def emptied(made: list[Vault], clock: FakeClock) -> None:
    clock.now = _START
    for one in made:
        with one.writing(undo=False) as write:
            for table in TABLES:
                write.db.execute(f"DELETE FROM {table.name}")


def merge(into: Vault, source: Vault) -> Undo:
    with source.reading() as there, into.writing() as write:
        merge_rows(there, write, Task())
    return write.undo


def answers_in(vault: Vault) -> tuple[list[str], list[tuple[object, ...]]]:
    """Every row of the register, and what each item says."""
    with vault.reading() as db:
        rows = sorted(repr(row) for row in store.rows(db, ORIGINS))
        return rows, sorted(db.execute("SELECT id, origin, relation, answers FROM log_item"))


@settings(max_examples=20, deadline=None, suppress_health_check=_calm)
@given(doings=st.lists(st.one_of(answering, answering, hearing), max_size=9), first=st.sampled_from(Origin))
def test_no_careful_answer_is_overruled_by_one_that_had_not_seen_it(
    computers: list[Vault], ticking: FakeClock, doings: list[tuple[str, int, object, int]], first: Origin
) -> None:
    emptied(computers, ticking)
    here, others = computers[:_COMPUTERS], computers[_COMPUTERS:]
    item = log.add(here[0], log.New("A photo", origin=first)).value.id
    said, told = [first], [Told({0}) for _ in here]
    for one in here[1:]:
        merge(one, here[0])
    for what, at, about, minutes in doings:
        ticking.now = max(_START, ticking.now + timedelta(minutes=minutes))
        if what == "hear":
            assert isinstance(about, int)
            if at != about:
                merge(here[at], here[about])
                told[at].learn(told[about])
        elif log.get(here[at], item).origin is not about:
            assert isinstance(about, Origin)
            log.change(here[at], item, origin=about)
            told[at].replaced |= told[at].seen
            told[at].seen.add(len(said))
            said.append(about)
    everything = Told()
    for one in told:
        everything.learn(one)
    left = [said[one] for one in everything.seen - everything.replaced]
    expected = next(one for one in register.STRICTNESS if one in left)
    for one in others:
        for source in here if one is others[0] else reversed(here):
            merge(one, source)
        assert log.get(one, item).origin is expected
        assert not set(_CAREFUL) & set(left) or expected in _CAREFUL


def agrees(vault: Vault) -> bool:
    """Whether each item that is there says what its answers come to, and noted which count."""
    with vault.reading() as db:
        rows = db.execute("SELECT id, origin, relation, answers FROM log_item WHERE deleted_at IS NULL")
        shown = {row[0]: row[1:] for row in rows}
        for item_id, told in answer_store.answers(db, list(shown)).items():
            found = register.stands(told)
            assert found is not None
            counting = register.write_over(one.id for one in register.counting(told))
            if shown[item_id] != (found[0].value, found[1] or "", counting):
                return False
    return True


def doing(vault: Vault, name: str, which: int, undos: list[Undo]) -> None:
    there = [row.id for row in log.page(vault, log.Query(sort=log.Sort.TITLE), 0, 9, _START.date())]
    if name == "undo" and undos:
        undos.append(vault.undo(undos.pop(which % len(undos))))
    if name == "undo" or not there:
        return
    one = there[which % len(there)]
    if name == "who":
        undos.append(log.change(vault, one, origin=list(Origin)[which]).undo)
    elif name == "relation":
        undos.append(log.change(vault, one, origin=Origin.KNOWN, relation=list(Relation)[which % 4]).undo)
    elif name == "many":
        undos.append(log.change_many(vault, there, origin=list(Origin)[which]).undo)
    elif name == "together":
        undos.append(duplicates.merge(vault, one, [there[(which + 1) % len(there)]]).undo)
    elif name == "apart":
        undos.append(duplicates.split(vault, one).undo)


names = st.sampled_from(["who", "who", "relation", "many", "undo", "together", "apart"])
lives = st.lists(st.tuples(names, st.integers(0, 6), st.integers(0, 5)), max_size=5)


@settings(max_examples=20, deadline=None, suppress_health_check=_calm)
@given(start=lives, each=st.tuples(lives, lives, lives), heard=st.booleans())
def test_order_and_grouping_do_not_matter_and_again_changes_nothing(
    computers: list[Vault],
    ticking: FakeClock,
    start: list[tuple[str, int, int]],
    each: tuple[list[tuple[str, int, int]]],
    heard: bool,
) -> None:
    emptied(computers, ticking)
    a, b, c, ab_c, bc, c_ba, ab, d = computers
    undos: dict[int, list[Undo]] = {id(a): [], id(b): [], id(c): []}
    for title in ("One", "Two"):
        log.add(a, log.New(title, "https://photos.example/7", origin=Origin.KNOWN))

    def busy(vault: Vault, whats: list[tuple[str, int, int]]) -> None:
        for name, which, minutes in whats:
            ticking.now += timedelta(minutes=minutes)
            with suppress(FootprintError):
                doing(vault, name, which, undos[id(vault)])
            assert agrees(vault)

    busy(a, start)
    undos[id(b)].append(merge(b, a))
    merge(c, a)
    began = ticking.now
    for one, whats in zip((a, b, c), each, strict=True):
        ticking.now = began
        busy(one, whats)
        if heard and one is not a:
            merge(one, a)
    ticking.now = _START + timedelta(days=1)
    merge(ab, a), merge(ab, b)
    merge(ab_c, ab), merge(ab_c, c)
    merge(bc, c), merge(bc, b)
    merge(c_ba, bc), merge(c_ba, a)
    merge(d, c), merge(d, a), merge(d, b), merge(d, c)
    found = answers_in(ab_c)
    assert found == answers_in(c_ba) == answers_in(d)
    merge(ab_c, c), merge(ab_c, bc)
    assert answers_in(ab_c) == found


def test_what_a_list_shows_is_what_its_answers_come_to(computers: list[Vault], ticking: FakeClock) -> None:
    """In every order of three concurrent answers."""
    for order in permutations((Origin.ORGANISATION, Origin.FRIGHTENING, Origin.KNOWN)):
        emptied(computers, ticking)
        here = computers[:3]
        item = log.add(here[0], log.New("A photo", origin=Origin.STRANGER)).value.id
        merge(here[1], here[0]), merge(here[2], here[0])
        for one, origin in zip(here, order, strict=True):
            ticking.now += timedelta(minutes=1)
            log.change(one, item, origin=origin)
        merge(here[0], here[1]), merge(here[0], here[2])
        assert log.get(here[0], item).origin is Origin.FRIGHTENING
        assert keeping.came_together(here[0], item).startswith("3 answers about who put it there came together.")
        log.change(here[0], item, origin=Origin.KNOWN)  # the person saw it, and thought again
        merge(here[1], here[0])
        for one in here[:2]:
            assert log.get(one, item).origin is Origin.KNOWN and keeping.came_together(one, item) == ""
        with here[1].reading() as db:
            assert len(register.heads(answer_store.answers(db, [item])[item])) == 1
