"""Habits of one account: what is kept, what is a reason to change a password, and what is pointed at."""

from __future__ import annotations

import itertools
from datetime import date

import pytest

from footprint import person
from footprint.errors import NotFound
from footprint.passwords import habits
from footprint.passwords.habits import Contact, Do, Habit, Kept, OnlyHere, Passkey, Reason, TwoStep
from footprint.person import AccountState
from footprint.vault import Vault


@pytest.fixture
def account(ada: Vault) -> str:
    return person.accounts(ada)[0].id


def dos(one: Habit) -> list[Do]:
    return [point.do for point in habits.points(one)]


def test_nothing_is_known_and_nothing_is_pointed_at_at_first(ada: Vault, account: str) -> None:
    found = habits.habit(ada, account)
    assert not found.begun
    assert habits.points(found) == ()
    assert not habits.all_well(found)
    assert len(habits.habits(ada)) == 4


def test_what_is_said_is_kept_dated_and_undone(ada: Vault, account: str) -> None:
    said = habits.say(ada, account, only_here=OnlyHere.YES, two_step=TwoStep.APP, kept=Kept.MANAGER)
    again = habits.say(ada, account, passkey=Passkey.YES, sessions_on=date(2026, 11, 1))
    assert habits.habit(ada, account) == again.value
    assert again.value.only_here is OnlyHere.YES
    assert again.value.reviewed_on is not None
    assert habits.all_well(again.value)
    ada.undo(again.undo)
    assert habits.habit(ada, account) == said.value
    ada.undo(said.undo)
    assert not habits.habit(ada, account).begun


def test_used_elsewhere_is_a_reason_until_it_is_changed(ada: Vault, account: str) -> None:
    found = habits.say(ada, account, only_here=OnlyHere.NO).value
    assert found.reasons == (Reason.REUSED,)
    assert dos(found)[0] is Do.CHANGE
    changed = habits.changed(ada, account).value
    assert changed.reasons == ()
    assert changed.only_here is OnlyHere.YES
    assert changed.changed_on == changed.reviewed_on
    assert Do.CHANGE not in dos(changed)


def test_saying_it_is_only_here_takes_that_reason_away_and_no_other(ada: Vault, account: str) -> None:
    habits.say(ada, account, only_here=OnlyHere.NO, reasons=(Reason.SHARED,))
    assert habits.say(ada, account, only_here=OnlyHere.YES).value.reasons == (Reason.SHARED,)


def test_a_lost_phone_is_a_reason_for_all_and_one_thing_to_undo(ada: Vault) -> None:
    ids = [one.id for one in person.accounts(ada)]
    done = habits.happened(ada, ids, Reason.DEVICE)
    assert all(found.reasons == (Reason.DEVICE,) for _account, found in habits.habits(ada))
    assert dos(done.value[0])[:2] == [Do.CHANGE, Do.SESSIONS]
    ada.undo(done.undo)
    assert not any(found.begun for _account, found in habits.habits(ada))


@pytest.mark.parametrize("reason", Reason)
def test_every_reason_leads_to_a_change_with_a_why(reason: Reason, ada: Vault, account: str) -> None:
    found = habits.say(ada, account, reasons=(reason,)).value
    [first, *_rest] = habits.points(found)
    assert first.do is Do.CHANGE
    assert first.why


def test_age_alone_is_no_reason(account: str) -> None:
    old = Habit(account, OnlyHere.YES, Kept.MANAGER, TwoStep.APP, Passkey.YES, Contact.YES, date(2026, 1, 1),
                date(2026, 1, 1), date(2009, 1, 1))  # fmt: skip
    assert habits.points(old) == ()
    assert habits.all_well(old)


@pytest.mark.parametrize(
    ("one", "does"),
    [
        (Habit("a", two_step=TwoStep.NONE), [Do.TWO_STEP, Do.SESSIONS]),
        (Habit("a", contact=Contact.NO, sessions_on=date(2026, 1, 1)), [Do.CONTACT]),
        (Habit("a", kept=Kept.OPEN, sessions_on=date(2026, 1, 1)), [Do.MANAGER]),
        (Habit("a", passkey=Passkey.NO, sessions_on=date(2026, 1, 1)), [Do.PASSKEY]),
        (Habit("a", two_step=TwoStep.TEXT, sessions_on=date(2026, 1, 1)), [Do.BETTER_CODE]),
        (Habit("a", kept=Kept.PAPER, passkey=Passkey.NOT_OFFERED, sessions_on=date(2026, 1, 1)), []),
    ],
)
def test_what_is_pointed_at(one: Habit, does: list[Do]) -> None:
    assert dos(one) == does


def test_every_answer_comes_back_as_it_was(ada: Vault, account: str) -> None:
    for answers in itertools.zip_longest(OnlyHere, Kept, TwoStep, Passkey, Contact):
        only_here, kept, two_step, passkey, contact = answers
        found = habits.say(
            ada, account, only_here=only_here or OnlyHere.UNSAID, kept=kept or Kept.UNSAID,
            two_step=two_step or TwoStep.UNSAID, passkey=passkey or Passkey.UNSAID, contact=contact or Contact.UNSAID,
            reasons=tuple(Reason),
        ).value  # fmt: skip
        assert habits.habit(ada, account) == found


def test_closed_and_unknown_accounts(ada: Vault, account: str) -> None:
    person.change_account(ada, account, state=AccountState.CLOSED)
    assert account not in [one.id for one, _habit in habits.habits(ada)]
    with pytest.raises(NotFound):
        habits.habit(ada, "0" * 32)
