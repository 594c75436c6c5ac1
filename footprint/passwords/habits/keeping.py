"""Keeping what the person says about one account, and what they have done."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import TypedDict, Unpack

from footprint import person
from footprint.dates import local_day
from footprint.passwords.habits import store
from footprint.passwords.habits.records import Contact, Habit, Kept, OnlyHere, Passkey, Reason, TwoStep, in_order
from footprint.person import Account, AccountState
from footprint.vault import Done, Vault


class Answers(TypedDict, total=False):
    """What can be said of an account."""

    only_here: OnlyHere
    kept: Kept
    two_step: TwoStep
    passkey: Passkey
    contact: Contact
    sessions_on: date | None
    reasons: tuple[Reason, ...]


def habits(vault: Vault) -> tuple[tuple[Account, Habit], ...]:
    """Every account that is not closed with what is known of it, in the order they were added."""
    with vault.reading() as db:
        known = store.habits(db)
    accounts = [one for one in person.accounts(vault) if one.state is not AccountState.CLOSED]
    return tuple((one, known.get(one.id, Habit(one.id))) for one in accounts)


def habit(vault: Vault, account_id: str) -> Habit:
    """What is known of one account; raises `NotFound` where there is no such account."""
    person.account(vault, account_id)
    with vault.reading() as db:
        return store.habit(db, account_id)


def say(vault: Vault, account_id: str, **answers: Unpack[Answers]) -> Done[Habit]:
    """Keep answers. That it is used elsewhere too is a reason to change it; that it is not takes this reason away."""
    before = habit(vault, account_id)
    new = replace(before, reviewed_on=local_day(vault.now()), **answers)
    new = replace(new, reasons=in_order(new.reasons))
    if answers.get("only_here") is OnlyHere.NO:
        new = replace(new, reasons=in_order((*new.reasons, Reason.REUSED)))
    elif answers.get("only_here") is OnlyHere.YES:
        new = replace(new, reasons=tuple(one for one in new.reasons if one is not Reason.REUSED))
    return _put(vault, new)


def changed(vault: Vault, account_id: str) -> Done[Habit]:
    """The person has changed the password, to one used only here: every reason is dealt with."""
    day = local_day(vault.now())
    return _put(
        vault, replace(habit(vault, account_id), reasons=(), only_here=OnlyHere.YES, changed_on=day, reviewed_on=day)
    )


def happened(vault: Vault, account_ids: Iterable[str], reason: Reason) -> Done[tuple[Habit, ...]]:
    """Something that is a reason for several accounts at once (“I lost my phone”); one thing to undo."""
    new = [replace(one, reasons=in_order((*one.reasons, reason))) for one in (habit(vault, it) for it in account_ids)]
    with vault.writing() as write:
        for one in new:
            store.put(write.db, one, write.now)
    return write.done(tuple(new))


def _put(vault: Vault, new: Habit) -> Done[Habit]:
    with vault.writing() as write:
        store.put(write.db, new, write.now)
    return write.done(new)
