"""Moves between states: only the allowed ones, with a history that adds up and an undo that puts back exactly."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from footprint import log
from footprint.errors import NotFound
from footprint.log import ladder
from footprint.log.states import MOVES, due_after
from footprint.vault import Undo, Vault, schema
from footprint.vault.connection import open_store

TODAY = date(2026, 11, 16)
STATES = st.sampled_from(list(log.State))
ORIGINS = st.sampled_from(list(log.Origin))


def answered(vault: Vault) -> None:
    """It was asked once whether a case could be about what goes, and it could not."""
    item = log.add(vault, log.New("Another")).value
    ladder.say_case(vault, item.id, ladder.Case.NO)
    log.delete(vault, [item.id])


@pytest.fixture(autouse=True)
def nothing_to_ask(vault: Vault) -> None:
    answered(vault)


@contextmanager
def fresh_vault() -> Iterator[Vault]:
    """A vault for one hypothesis example; its clock moves on by a second at each look."""
    ticks = iter(range(10**6))
    with TemporaryDirectory() as folder:
        path, key = Path(folder) / "vault.db", os.urandom(32)
        first = open_store(path, key, create=True)
        schema.migrate(first)
        first.close()
        start = datetime(2026, 11, 16, 14, 30, tzinfo=UTC)
        opened = Vault(lambda: open_store(path, key), clock=lambda: start + timedelta(seconds=next(ticks)))
        answered(opened)
        try:
            yield opened
        finally:
            opened.close()


@settings(max_examples=25, deadline=None)
@given(origin=ORIGINS, wanted=st.lists(STATES, max_size=12))
def test_any_walk_keeps_the_history_whole_and_can_be_walked_back(origin: log.Origin, wanted: list[log.State]) -> None:
    with fresh_vault() as vault:
        item = log.add(vault, log.New("A post", origin=origin)).value
        seen: list[tuple[log.Item, Undo]] = []
        for state in wanted:
            before = log.get(vault, item.id)
            if state not in log.allowed(before.state, origin):
                with pytest.raises((log.WrongMove, log.MayNotAsk)):
                    log.move(vault, [item.id], state)
                assert log.get(vault, item.id) == before
                continue
            seen.append((before, log.move(vault, [item.id], state).undo))
            after = log.get(vault, item.id)
            assert after.state is state
            assert after.due == due_after(state, before.due, TODAY)
        events = log.history(vault, item.id)
        assert [one.state for one in events][1:] == [one.state for one, _undo in seen][1:] + (
            [log.get(vault, item.id).state] if seen else []
        )
        assert len(events) == len(seen) + 1
        assert [one.at for one in events] == sorted(one.at for one in events)
        for before, undo in reversed(seen):
            vault.undo(undo)
            assert replace(log.get(vault, item.id), changed_at=before.changed_at) == before
        assert len(log.history(vault, item.id)) == 1


@given(state=STATES, origin=ORIGINS)
def test_nobody_who_worries_the_person_is_ever_asked(state: log.State, origin: log.Origin) -> None:
    may = log.allowed(state, origin)
    assert state not in may
    assert (log.State.ASKED in may) == (log.State.ASKED in MOVES[state] and not origin.worries)
    assert may, "no state is a dead end"


def test_gone_is_left_only_by_coming_back(vault: Vault) -> None:
    item = log.add(vault, log.New("A post", origin=log.Origin.ME)).value
    log.move(vault, [item.id], log.State.GONE)
    assert log.allowed(log.State.GONE, log.Origin.ME) == (log.State.CAME_BACK,)
    log.move(vault, [item.id], log.State.CAME_BACK, note="Saw it\x00 again\ud800")
    assert log.get(vault, item.id).status(TODAY) is log.Status.CAME_BACK
    words = [(one.words, one.note) for one in log.history(vault, item.id)]
    assert words[1:] == [("Gone from there.", ""), ("It came back.", "Saw it again")]


def test_waiting_becomes_follow_up_the_day_after_the_answer_was_due(vault: Vault) -> None:
    item = log.add(vault, log.New("A tag", origin=log.Origin.KNOWN)).value
    log.move(vault, [item.id], log.State.ASKED)
    asked = log.get(vault, item.id)
    assert asked.due == TODAY + timedelta(days=14)
    assert asked.status(TODAY + timedelta(days=14)) is log.Status.WAITING
    assert asked.status(TODAY + timedelta(days=15)) is log.Status.FOLLOW_UP
    assert log.history(vault, item.id)[-1].words == "You asked. Look again on 30 November 2026."
    log.move(vault, [item.id], log.State.WAITING, day=date(2027, 1, 5))
    assert log.get(vault, item.id).due == date(2027, 1, 5)


@pytest.mark.parametrize("origin", [one for one in log.Origin if one.worries])
def test_the_poster_who_worries_is_not_asked(vault: Vault, origin: log.Origin) -> None:
    item = log.add(vault, log.New("A post", origin=origin)).value
    with pytest.raises(log.MayNotAsk):
        log.move(vault, [item.id], log.State.ASKED)
    log.move(vault, [item.id], log.State.WAITING, note="Reported to the network")
    assert log.get(vault, item.id).state is log.State.WAITING


@pytest.mark.parametrize("origin", [one for one in log.Origin if one.worries])
def test_whoever_turns_out_to_worry_is_not_waited_for(vault: Vault, origin: log.Origin) -> None:
    items = [log.add(vault, log.New(f"Post {n}", origin=log.Origin.KNOWN)).value for n in range(3)]
    log.move(vault, [one.id for one in items], log.State.ASKED)
    one = log.change(vault, items[0].id, origin=origin)
    many = log.change_many(vault, [items[1].id, items[2].id], origin=origin)
    for item in items:
        after = log.get(vault, item.id)
        assert (after.state, after.due) == (log.State.DECIDED, None)
        assert after.status(TODAY + timedelta(days=60)) is log.Status.NOT_STARTED
        assert log.history(vault, item.id)[-1].kind is log.EventKind.MOVED
    assert one.value.state is log.State.DECIDED
    vault.undo(many.undo)
    vault.undo(one.undo)
    assert {log.get(vault, item.id).state for item in items} == {log.State.ASKED}


def test_many_move_together_or_not_at_all(vault: Vault) -> None:
    made = [log.add(vault, log.New(f"Post {n}", origin=log.Origin.ME)).value for n in range(4)]
    ids = [one.id for one in made]
    done = log.move(vault, [*ids, ids[0], "unknown"], log.State.GONE)
    assert done.value == tuple(ids)
    vault.undo(done.undo)
    assert {log.get(vault, one).state for one in ids} == {log.State.FOUND}

    log.move(vault, ids[:2], log.State.GONE)
    assert log.allowed_for(vault, ids) == ()
    with pytest.raises(log.WrongMove, match="2 of these"):
        log.move(vault, ids, log.State.KEPT)
    assert [log.get(vault, one).state for one in ids] == [log.State.GONE] * 2 + [log.State.FOUND] * 2
    with pytest.raises(NotFound):
        log.move(vault, ["unknown"], log.State.GONE)


def test_an_undo_that_would_lose_a_later_change_is_refused(vault: Vault) -> None:
    from footprint.vault import CannotUndo

    item = log.add(vault, log.New("A post", origin=log.Origin.ME)).value
    first = log.move(vault, [item.id], log.State.DECIDED)
    log.move(vault, [item.id], log.State.GONE)
    with pytest.raises(CannotUndo):
        vault.undo(first.undo)
    assert log.get(vault, item.id).state is log.State.GONE


def test_every_state_and_status_has_words() -> None:
    shown: list[Any] = [*log.State, *log.Status, *log.Group, *log.Origin, *log.Kind, *log.Action, *log.Severity]
    assert all(one.label for one in shown)
    assert len({one.label for one in log.Status}) == len(log.Status)
    assert log.State.GONE.label == "Gone from there"
