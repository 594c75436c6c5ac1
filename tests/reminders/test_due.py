"""What is due follows from what was done last; put off, left out and changed it moves, and undo puts it back."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footprint import checklists, log, person, reminders
from footprint.checklists import Library
from footprint.dates import local_day, months_later
from footprint.reminders import BadReminder, Every, Kind, Own, Unit
from footprint.reminders.turns import next_day, next_turn
from footprint.vault import Vault
from tests.conftest import FakeClock
from tests.reminders.conftest import See


def answer_all(vault: Vault, library: Library, network_id: str) -> None:
    network = library.network(network_id)
    for state in checklists.states(network, {}, local_day(vault.now())):
        choices = [choice.id for choice in state.check.choices]
        safer = next((one for one in choices if checklists.is_safer(state.check, one)), choices[0])
        checklists.answer(vault, network, state.check, safer)


def test_nothing_done_is_nothing_due(see: See) -> None:
    now = see()
    assert now.due == () and now.due_count == 0 and now.next_day is None
    assert {one.key for one in now.things} == {"search", "posts"}


def test_a_network_comes_up_by_the_risk_of_its_checks_and_by_what_the_person_chose(
    vault: Vault, library: Library, see: See, clock: FakeClock
) -> None:
    person.add_account(vault, "facebook")
    answer_all(vault, library, "facebook")
    today = local_day(clock.now)
    thing = see().get("checklist:facebook")
    assert thing is not None and thing.why and not thing.mine and thing.every is not None
    assert thing.due == months_later(today, thing.every.count)
    reminders.set_every(vault, library, "checklist:facebook", Every(1))
    thing = see().get("checklist:facebook")
    assert thing is not None and thing.mine and thing.due == months_later(today, 1)
    clock.advance(days=40)
    thing = see().get("checklist:facebook")
    assert thing is not None and thing in see().due
    mine = checklists.overall(library, checklists.latest_of_all(vault), ["facebook"], local_day(clock.now))
    assert mine.networks[0].state is checklists.State.DUE, "the checklists say the same"
    done = reminders.set_every(vault, library, "checklist:facebook", Every(0))
    assert see().get("checklist:facebook").due is None  # type: ignore[union-attr]
    vault.undo(done.undo)
    assert see().get("checklist:facebook").due is not None  # type: ignore[union-attr]


def test_one_check_can_come_up_more_often_than_its_network(vault: Vault, library: Library, see: See) -> None:
    person.add_account(vault, "facebook")
    answer_all(vault, library, "facebook")
    check = next(one for one in library.network("facebook").checks if one.essential and not one.retired)
    reminders.set_every(vault, library, f"checklist:facebook/{check.id}", Every(2))
    thing = see().get("checklist:facebook")
    assert thing is not None and thing.due == months_later(see().today, 2)
    with pytest.raises(BadReminder):
        reminders.set_every(vault, library, "checklist:facebook", Every(2, Unit.WEEK))


def test_items_come_up_on_their_day_and_are_counted_however_many(vault: Vault, see: See) -> None:
    today = see().today
    for at in range(60):
        log.add(vault, log.New(title=f"Thing {at}", due=today - timedelta(days=1)))
    assert see().due_count == 60
    one = next(one for one in see().things if one.kind is Kind.ITEM)
    reminders.snooze(vault, one.key, today + timedelta(days=7), today, one.planned)
    assert see().due_count == 59 and see().days[today + timedelta(days=7)] == 1
    reminders.skip(vault, see(), next(one.key for one in see().due))
    assert see().due_count == 58


def test_a_search_is_never_where_it_is_never(vault: Vault, see: See, library: Library) -> None:
    assert see(0).get("search").every.never  # type: ignore[union-attr]
    assert see(12).get("search").why != see(6).get("search").why  # type: ignore[union-attr]
    log.add(vault, log.New(title="A threat", origin=log.Origin.FRIGHTENING))
    assert see(6).get("search").every == Every(3)  # type: ignore[union-attr]
    assert see(12).get("search").every == Every(12), "what the person chose is never made sooner"  # type: ignore[union-attr]


def test_own_reminders_come_round_and_are_ticked(vault: Vault, see: See, clock: FakeClock) -> None:
    today = local_day(clock.now)
    own = reminders.add(vault, "  Ask   Sam ", today, Every(1), today=today).value
    assert own.what == "Ask Sam" and see().due_count == 1
    clock.advance(days=100)
    assert see().due_count == 1, "three turns missed are one thing to do"
    thing = see().get(own.key)
    assert thing is not None and thing.due == today
    reminders.tick(vault, thing, local_day(clock.now))
    assert see().due_count == 0 and see().next_day == months_later(today, 4)
    reminders.remove(vault, own.id)
    assert see().next_day is None


def test_snooze_skip_and_bring_back(vault: Vault, see: See, clock: FakeClock) -> None:
    today = local_day(clock.now)
    own = reminders.add(vault, "Look", today, Every(1, Unit.WEEK), today=today).value
    done = reminders.snooze(vault, own.key, today + timedelta(days=3), today)
    assert see().due_count == 0 and see().next_day == today + timedelta(days=3)
    vault.undo(done.undo)
    assert see().due_count == 1
    assert reminders.skip(vault, see(), own.key).value == today + timedelta(days=7)
    assert see().due_count == 0
    reminders.bring_back(vault, own.key)
    assert see().due_count == 1
    for bad in (today, today - timedelta(days=1), today + timedelta(days=9999)):
        with pytest.raises(BadReminder):
            reminders.snooze(vault, own.key, bad, today)


def test_what_comes_once_and_was_left_out_stays_out_until_it_has_another_day(vault: Vault, see: See) -> None:
    today = see().today
    own = reminders.add(vault, "Once", today, None, today=today).value
    assert reminders.skip(vault, see(), own.key).value is None
    assert see().due_count == 0 and see().get(own.key).put_off  # type: ignore[union-attr]
    reminders.change(vault, own.id, "Once", today + timedelta(days=1), None, today=today)
    assert see().next_day == today + timedelta(days=1)


@pytest.mark.parametrize("words", ["", "   ", "x" * 201])
def test_words_that_make_no_reminder(vault: Vault, words: str) -> None:
    with pytest.raises(BadReminder):
        reminders.add(vault, words, date(2026, 12, 1), today=date(2026, 11, 16))


@pytest.mark.parametrize(
    ("text", "every"),
    [
        ("3 months", Every(3)), ("every 2 weeks", Every(2, Unit.WEEK)), ("10d", Every(10, Unit.DAY)),
        ("1 year", Every(12)), ("week", Every(1, Unit.WEEK)), ("6", Every(6)), ("never", Every(0)),
    ],
)  # fmt: skip
def test_how_often_is_read(text: str, every: Every) -> None:
    assert reminders.read_every(text) == every


@pytest.mark.parametrize("text", ["often", "-3 months", "3 fortnights", "9999 days", "1.5 months", "٣ months"])
def test_how_often_that_makes_no_sense_is_refused_in_words(text: str) -> None:
    with pytest.raises(BadReminder):
        reminders.read_every(text)


days = st.dates(date(2020, 1, 1), date(2040, 1, 1))
rhythms = st.builds(Every, st.integers(1, 40), st.sampled_from(Unit))


@given(days, rhythms, days)
def test_the_next_turn_is_the_first_after_a_day(first: date, every: Every, after: date) -> None:
    found = next_turn(first, every, after)
    assert found > after or found == first > after
    at, turns = first, 0
    while at <= after:
        turns += 1
        at = every.after(first, turns)
    assert found == at


@given(days, rhythms)
def test_months_end_does_not_drift(first: date, every: Every) -> None:
    from footprint.dates import utc_now

    own = Own("x", "x", first, every, utc_now())
    day = first
    for turns in range(1, 6):
        following = next_day(own, day)
        assert following == every.after(first, turns)
        day = following
