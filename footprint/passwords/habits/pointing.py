"""What is worth doing for one account, and why. Reasons come first; the age of a password is none of them."""

from __future__ import annotations

from collections.abc import Iterator

from footprint.i18n import N_, _
from footprint.passwords.habits.records import (
    Contact,
    Do,
    Habit,
    Kept,
    OnlyHere,
    Passkey,
    Point,
    Reason,
    TwoStep,
)

_WHY = {
    Reason.LEAKED: N_("It is in other hands. Change it before someone tries it."),
    Reason.REUSED: N_("If one site leaks it, every account with it is open."),
    Reason.SHARED: N_("Who knows it can post as you, now or later."),
    Reason.DEVICE: N_("Whoever finds the device may be signed in on it."),
    Reason.LEFT_JOB: N_("It may still be saved on a computer at your old work."),
    Reason.SPLIT_UP: N_("Someone who knew you well may know it, or guess it."),
    Reason.ODD_LOGIN: N_("Someone was in. A new password shuts them out."),
}


def points(one: Habit) -> tuple[Point, ...]:
    """The most pressing first; nothing where all is well, or where nothing was said."""
    return tuple(_points(one))


def _points(one: Habit) -> Iterator[Point]:
    if one.reasons:
        yield Point(Do.CHANGE, _(_WHY[one.reasons[0]]))
    if one.two_step is TwoStep.NONE:
        yield Point(Do.TWO_STEP, _("Then a password alone does not let anyone in."))
    if one.contact is Contact.NO:
        yield Point(Do.CONTACT, _("Without them you may not get back in. Someone else might."))
    if (one.begun and one.sessions_on is None) or Reason.DEVICE in one.reasons:
        yield Point(Do.SESSIONS, _("An old phone, or someone else’s computer, may still be signed in."))
    if one.kept is Kept.OPEN:
        yield Point(Do.MANAGER, _("Anyone who opens that note has your password."))
    if one.passkey is Passkey.NO:
        yield Point(Do.PASSKEY, _("It cannot be guessed, shared or leaked."))
    if one.two_step in (TwoStep.TEXT, TwoStep.EMAIL):
        yield Point(
            Do.BETTER_CODE, _("A text or an email can be read by someone else. It is still far better than nothing.")
        )


def all_well(one: Habit) -> bool:
    """Everything that matters was said, and nothing presses."""
    said = one.only_here is OnlyHere.YES and one.two_step not in (TwoStep.UNSAID, TwoStep.NONE)
    return said and not any(point.do.presses for point in points(one))
