"""The answer to “Is this profile yours?”: mine makes an account of it, not mine leads to the route to report it."""

from __future__ import annotations

from footprint import person
from footprint.errors import NotFound
from footprint.i18n import _
from footprint.person import Account
from footprint.search.likeness.keeping import answered
from footprint.search.likeness.records import Answer
from footprint.search.likeness.standing import Meeting
from footprint.search.records import Verdict
from footprint.search.triage import verdict
from footprint.vault import Done, Vault


def mine(vault: Vault, meeting: Meeting, purpose: person.Purpose = person.Purpose.PERSONAL) -> Done[Account | None]:
    """It is theirs: an account of it where it is on a network, and a page of theirs among the results."""
    found, picture_id = meeting.found, _picture_of(meeting)
    account: Account | None = None
    undo = None
    if found.network:
        added = person.add_account(
            vault, found.network, handle=found.handle, address=found.finding.address, purpose=purpose
        )
        account, undo = added.value, added.undo
    said = answered(vault, picture_id, Answer.MINE, "" if account is None else account.id)
    undo = said.undo if undo is None else undo.then(said.undo)
    if found.finding.verdict is None:
        undo = undo.then(verdict(vault, found.finding.id, Verdict.FINE).undo)
    return Done(account, undo)


def not_mine(vault: Vault, meeting: Meeting) -> Done[Meeting]:
    """It is not theirs. What to do about it is said by `route`."""
    done = answered(vault, _picture_of(meeting), Answer.NOT_MINE)
    return Done(meeting, done.undo)


def unsaid(vault: Vault, meeting: Meeting) -> Done[Meeting]:
    """Ask again: the answer is taken back."""
    done = answered(vault, _picture_of(meeting), Answer.UNSAID)
    return Done(meeting, done.undo)


def _picture_of(meeting: Meeting) -> str:
    if meeting.portrait is None:
        raise NotFound(_("This picture is no longer kept."))
    return meeting.portrait.id
