"""Whoever is never written to: met through work, frightening, not sure. No way through the app leads to a message."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from footprint import log
from footprint import vault as vaults
from footprint.errors import FootprintError
from footprint.log import Action, Item, Kind, Letter, Origin, Relation, State, duplicates, ladder, safety
from footprint.log.exchange.merging import merge_rows
from footprint.log.ladder import Known, Outcome, ReplyKind, Rung
from footprint.log.ladder.choosing import ladder_for
from footprint.log.letters import templates
from footprint.tasks import Task
from footprint.vault import Vault, schema
from footprint.vault.connection import open_store
from tests.conftest import FakeClock

NEVER = tuple(one for one in Origin if one.worries)
ASKED = tuple(one for one in Origin if one.may_be_asked)
WRITING = tuple(one for one in Rung if one.writes)
KINDS = [one.id for one in log.letter_files()]
VALUES = {
    "to": "Jo Sample", "reason": "It is old.", "me": "Ada Example", "where": "the fair", "asked": "2 November",
    "own": "Ask me.", "who": "me", "years": "all years", "hold": "It was mine.",
}  # fmt: skip


def test_these_are_the_three() -> None:
    assert set(NEVER) == {Origin.WORK, Origin.FRIGHTENING, Origin.UNSURE}
    assert set(WRITING) == {Rung.PERSON, Rung.SITE, Rung.ERASURE, Rung.COMPLAINT}


def test_no_letter_fits_whatever_else_is_known(item: Item) -> None:
    """Every origin, kind, action, state, relation and step there is."""
    for origin, kind, action, state in product(NEVER, Kind, Action, State):
        one = replace(item, origin=origin, kind=kind, action=action, state=state)
        assert not log.steps_for(one).may_ask and not log.steps_for(one).note
        assert not any(file.fits(one) for file in log.letter_files())
    for origin, relation, step in product(NEVER, (None, *Relation), Rung):
        one = replace(item, origin=origin, relation=relation, state=State.WAITING)
        assert not templates.letters_for(one, relation, asked=True, step=step)


@settings(deadline=None, max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    origin=st.sampled_from(NEVER),
    relation=st.sampled_from([None, *Relation]),
    kind=st.sampled_from(Kind),
    action=st.sampled_from(Action),
    state=st.sampled_from(State),
    known=st.builds(
        Known, st.sampled_from([None, True, False]), st.sampled_from([None, *ladder.Case]), named=st.booleans()
    ),
    network=st.sampled_from(["", "facebook", "nowhere"]),
)
def test_no_step_of_the_ladder_is_a_message(item: Item, known: Known, **about: Any) -> None:
    steps = ladder_for(replace(item, **about), known=known)
    assert {one.rung for one in steps} == set(Rung)
    assert not any(one.applies or one.open for one in steps if one.rung in WRITING or one.rung is Rung.SEARCH)
    assert next(one for one in steps if one.rung is Rung.MANAGER).applies


# -- made so, or become so ---------------------------------------------------------------------------


def _from_the_start(vault: Vault, item: Item, origin: Origin) -> Item:
    return log.add(vault, log.New("Another", "https://club.example/2", origin=origin, contact=item.contact)).value


def _changed(vault: Vault, item: Item, origin: Origin) -> Item:
    return log.change(vault, item.id, origin=origin).value


def _changed_with_others(vault: Vault, item: Item, origin: Origin) -> Item:
    log.change_many(vault, [item.id], origin=origin)
    return log.get(vault, item.id)


def _merged(vault: Vault, item: Item, origin: Origin) -> Item:
    other = log.add(vault, log.New("The same", item.address, origin=origin, relation=None)).value
    return duplicates.merge(vault, item.id, [other.id]).value


def _merged_into(vault: Vault, item: Item, origin: Origin) -> Item:
    other = log.add(vault, log.New("The same", item.address, origin=origin)).value
    return duplicates.merge(vault, other.id, [item.id]).value


BECOMING = (_from_the_start, _changed, _changed_with_others, _merged, _merged_into)


def _asked_before(vault: Vault, item: Item, how: str) -> Letter | None:
    """What may have happened while somebody could still be asked."""
    letter = log.draft(vault, item, values=VALUES)
    if how == "letter":
        log.sent(vault, item.id, letter)
    elif how == "in person":
        log.sent(vault, item.id, how=log.How.IN_PERSON)
    elif how == "marked":
        log.move(vault, [item.id], State.ASKED)
    elif how == "ladder":
        ladder.take(vault, item.id, Rung.SITE if item.origin is Origin.ORGANISATION else Rung.PERSON)
    elif how == "chosen":
        ladder.choose(vault, item.id, Rung.SITE if item.origin is Origin.ORGANISATION else Rung.PERSON)
    elif how == "refused":
        log.sent(vault, item.id, letter)
        ladder.answered(vault, item.id, ladder.read_reply("No, I will not take it down."))
    elif how == "back":
        log.move(vault, [item.id], State.GONE)
        log.move(vault, [item.id], State.CAME_BACK)
    return letter


def _ways_to_a_message(vault: Vault, item: Item, before: Letter | None) -> Iterator[Callable[[], object]]:
    """Every function that could give a message, note one as sent, or go to a step on which one is written.

    Also for whoever still holds the item as it was.
    """
    held = [item, replace(item, origin=Origin.KNOWN), replace(item, origin=Origin.ORGANISATION)]
    if before is not None:  # what it was, also before it was put into another
        held.append(replace(item, id=before.item_id, origin=Origin.KNOWN))
    for one in held:
        yield lambda one=one: log.kinds_of(vault, one)
        yield from (lambda one=one, kind=kind: log.draft(vault, one, values=VALUES, kind=kind) for kind in ("", *KINDS))
        yield from (lambda one=one, step=step: log.draft(vault, one, values=VALUES, step=step) for step in Rung)
    for how in log.How:
        yield lambda how=how: log.sent(vault, item.id, before, how)
    yield lambda: log.move(vault, [item.id], State.ASKED)
    for rung in (*WRITING, Rung.SEARCH):
        yield lambda rung=rung: ladder.take(vault, item.id, rung)
        yield lambda rung=rung: ladder.choose(vault, item.id, rung)
    for rung, outcome in product(WRITING, Outcome):
        yield lambda rung=rung, outcome=outcome: ladder.finish(vault, item.id, rung, outcome)
    if before is not None:
        for way in (log.to_send, log.mail_link, log.as_eml, log.as_text):
            yield lambda way=way: way(vault, before)


HOWS = ("nothing", "letter", "in person", "marked", "ladder", "chosen", "refused", "back")


@pytest.mark.parametrize("become", BECOMING)
@pytest.mark.parametrize("origin", NEVER)
def test_no_function_of_the_core_gives_a_message(vault: Vault, become: Callable[..., Item], origin: Origin) -> None:
    """From each origin that may be asked, after everything that may have been done before the answer changed."""
    for number, (first, how) in enumerate(product(ASKED, HOWS)):
        address = f"https://club.example/{number}"
        item = log.add(vault, log.New("A photo", address, origin=first, contact="jo@sample.example")).value
        before = _asked_before(vault, item, how)
        vaults.set_fact(vault, safety.BEGUN, json.dumps({item.id: {}, f"{item.id} site": {}, "other": {}}))
        one = become(vault, log.get(vault, item.id), origin)
        if become is _from_the_start:
            before = None  # a letter about something else, which may still be sent
        assert one.origin is origin and one.relation is None
        for way in _ways_to_a_message(vault, one, before):
            with pytest.raises(FootprintError):
                way()
        _stands_without_a_message(vault, one.id)
        if one.id == item.id:
            assert json.loads(vaults.fact(vault, safety.BEGUN)) == {"other": {}}, "a begun letter is dropped"


@pytest.mark.parametrize("origin", NEVER)
def test_nor_after_the_answer_came_in_from_another_computer(
    vault: Vault, clock: FakeClock, tmp_path: Path, origin: Origin
) -> None:
    """The list goes there, the answer changes there, and it comes back, after all that may have been done here."""
    before = {}
    for number, (first, how) in enumerate(product(ASKED, HOWS)):
        new = log.New("A photo", f"https://club.example/{number}", origin=first, contact="jo@sample.example")
        item = log.add(vault, new).value
        before[item.id] = _asked_before(vault, item, how)
    begun = {item_id: {} for item_id in before}
    vaults.set_fact(vault, safety.BEGUN, json.dumps({**begun, "other": {}}))
    with other_vault(tmp_path, clock) as there:
        clock.advance(minutes=1)
        _take_over(vault, there)
        log.change_many(there, before, origin=origin)
        clock.advance(minutes=1)
        _take_over(there, vault)
    for item_id, letter in before.items():
        one = log.get(vault, item_id)
        assert one.origin is origin and one.relation is None
        for way in _ways_to_a_message(vault, one, letter):
            with pytest.raises(FootprintError):
                way()
        _stands_without_a_message(vault, item_id)
    assert json.loads(vaults.fact(vault, safety.BEGUN)) == {"other": {}}


def _take_over(source: Vault, into: Vault) -> None:
    with source.reading() as there, into.writing() as write:
        merge_rows(there, write, Task())


@contextmanager
def other_vault(folder: Path, clock: FakeClock) -> Iterator[Vault]:
    path, key = folder / "other.db", os.urandom(32)
    first = open_store(path, key, create=True)
    schema.migrate(first)
    first.close()
    opened = Vault(lambda: open_store(path, key), clock=clock)
    yield opened
    opened.close()


def _stands_without_a_message(vault: Vault, item_id: str) -> None:
    now = log.get(vault, item_id)
    standing = ladder.look(vault, now)
    assert standing.proposal.rung not in WRITING and not standing.proposal.again
    assert standing.answerable not in WRITING
    assert not any(one.open for one in standing.steps if one.rung in WRITING)
    assert now.state is not State.ASKED
    assert not log.steps_for(now).may_ask
    with vault.reading() as db:
        assert safety.kept_begun(db, [now.id, f"{now.id} again", "other"]) == ("other",)


@pytest.mark.parametrize("origin", NEVER)
def test_no_answer_is_read_as_something_to_write_back_to(vault: Vault, origin: Origin) -> None:
    for text in ("", "Yes, done.", "No.", "Send me a copy of your passport.", "Undeliverable: user unknown", "Hm"):
        reading = ladder.read_reply(text, origin)
        assert reading.next.startswith("Do not answer")
        item = log.add(vault, log.New("A photo", origin=Origin.KNOWN)).value
        log.sent(vault, item.id, how=log.How.IN_PERSON)
        log.change(vault, item.id, origin=origin)
        ladder.answered(vault, item.id, reading)
        _stands_without_a_message(vault, item.id)
    assert ladder.read_reply("Yes, done.", Origin.KNOWN).kind is ReplyKind.ACCEPTED


def test_undo_of_an_asking_does_not_bring_it_back(vault: Vault) -> None:
    """Once who put it there has changed, what was done before is not undone past that."""
    item = log.add(vault, log.New("A photo", origin=Origin.KNOWN)).value
    asked = log.sent(vault, item.id, how=log.How.IN_PERSON)
    log.change(vault, item.id, origin=Origin.FRIGHTENING)
    with pytest.raises(vaults.CannotUndo):
        vault.undo(asked.undo)
    assert log.get(vault, item.id).origin is Origin.FRIGHTENING


def test_the_strictest_answer_wins() -> None:
    for everyone in product(Origin, repeat=3):
        won = safety.strictest(everyone[0], everyone)
        if {Origin.WORK, Origin.FRIGHTENING} & set(everyone):
            assert won is (Origin.FRIGHTENING if Origin.FRIGHTENING in everyone else Origin.WORK)
        if any(one.worries for one in everyone):
            assert not won.may_be_asked


@pytest.fixture
def item(vault: Vault) -> Item:
    return log.add(vault, log.New("A photo", "https://club.example/1", origin=Origin.KNOWN)).value
