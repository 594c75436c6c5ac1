"""How the person looks after the password of one account: answers, reasons to change it, and what to do next."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from footprint.i18n import N_
from footprint.labels import Labelled


class OnlyHere(Labelled):
    """Is the password used for this account alone?"""

    UNSAID = "", N_("Not said")
    YES = "yes", N_("Yes")
    NO = "no", N_("No, also elsewhere")
    UNSURE = "unsure", N_("I do not know")


class Kept(Labelled):
    """Where it is kept."""

    UNSAID = "", N_("Not said")
    MANAGER = "manager", N_("In a password manager or browser")
    HEAD = "head", N_("In my head")
    PAPER = "paper", N_("On paper, at home")
    OPEN = "open", N_("In a note or a file")


class TwoStep(Labelled):
    """What is asked for beside the password."""

    UNSAID = "", N_("Not said")
    NONE = "none", N_("Nothing")
    TEXT = "text", N_("A code by text message")
    EMAIL = "email", N_("A code by email")
    APP = "app", N_("A code from an app, or a tap on my phone")
    KEY = "key", N_("A security key")


class Passkey(Labelled):
    UNSAID = "", N_("Not said")
    YES = "yes", N_("Yes")
    NO = "no", N_("No")
    NOT_OFFERED = "not offered", N_("They do not offer it")


class Contact(Labelled):
    """Are the email address and phone number for getting back in still the person's own?"""

    UNSAID = "", N_("Not said")
    YES = "yes", N_("Yes")
    NO = "no", N_("No, or an old one")


class Reason(Labelled):
    """Why a password should be changed. Its age is none."""

    LEAKED = "leaked", N_("It was leaked, or the site was")
    REUSED = "reused", N_("I use it elsewhere too")
    SHARED = "shared", N_("Someone else knows it")
    DEVICE = "device", N_("I lost a phone or computer")
    LEFT_JOB = "left job", N_("I left a job where I used it")
    SPLIT_UP = "split up", N_("I split up with someone")
    ODD_LOGIN = "odd login", N_("Someone signed in, and it was not me")


@dataclass(frozen=True)
class Habit:
    """What is known of one account. `reasons` are those there are now; changing the password takes them away."""

    account_id: str
    only_here: OnlyHere = OnlyHere.UNSAID
    kept: Kept = Kept.UNSAID
    two_step: TwoStep = TwoStep.UNSAID
    passkey: Passkey = Passkey.UNSAID
    contact: Contact = Contact.UNSAID
    sessions_on: date | None = None  # the day the signed-in devices were last looked through
    reviewed_on: date | None = None
    changed_on: date | None = None
    reasons: tuple[Reason, ...] = ()

    @property
    def begun(self) -> bool:
        return self != Habit(self.account_id)


class Do(Labelled):
    """One thing to do, the most pressing first. `page` is the page of the network's file that shows how."""

    CHANGE = "change", N_("Change the password")
    TWO_STEP = "two step", N_("Turn on 2-step verification")
    CONTACT = "contact", N_("Put your own email and phone number there")
    SESSIONS = "sessions", N_("Look through the devices that are signed in")
    MANAGER = "manager", N_("Move the password into a manager")
    PASSKEY = "passkey", N_("Add a passkey, if they offer one")
    BETTER_CODE = "better code", N_("Use an app for the codes instead of text messages")

    @property
    def presses(self) -> bool:
        """It should not wait; the rest makes a good thing better."""
        return self in (Do.CHANGE, Do.TWO_STEP, Do.CONTACT)


@dataclass(frozen=True)
class Point:
    """A thing to do and why, in a sentence."""

    do: Do
    why: str


def in_order(reasons: Iterable[Reason]) -> tuple[Reason, ...]:
    """Each once, in the order of `Reason`."""
    there = set(reasons)
    return tuple(one for one in Reason if one in there)
