"""How each check stands today: what was answered, whether that is dealt with, and when it comes up again."""

from __future__ import annotations

from datetime import date

from footprint.checklists.answers import answer_for, is_safer
from footprint.checklists.format import Check, NetworkFile, Risk
from footprint.checklists.records import (
    NOT_FOUND,
    SOMETHING_ELSE,
    Answer,
    CheckState,
    Decision,
    Due,
    Latest,
    Standing,
)
from footprint.checklists.wording import wording
from footprint.dates import local_day, months_later

# After how many months a check is worth another look, where the check itself does not say.
CADENCE = {Risk.HIGH: 6, Risk.MEDIUM: 12, Risk.LOW: 12}
_SPECIAL = {SOMETHING_ELSE: Standing.SOMETHING_ELSE, NOT_FOUND: Standing.NOT_FOUND}
_DECIDED = {
    Decision.KEEP: Standing.KEPT,
    Decision.LATER: Standing.LATER,
    Decision.NOT_FOR_ME: Standing.NOT_FOR_ME,
}


def cadence(check: Check) -> int:
    """In how many months the check is worth another look."""
    return check.again or CADENCE[check.risk]


def state_of(check: Check, answer: Answer | None, today: date) -> CheckState:
    if answer is None:
        return CheckState(check, None, Standing.NOT_LOOKED_AT, None, None)
    standing, again = _standing(check, answer), _again_on(check, answer)
    due: Due | None = None
    if answer.wording != wording(check):
        due = Due.WORDING
    elif again is not None and again <= today:
        due = _why(answer)
    return CheckState(check, answer, standing, due, again)


def _why(answer: Answer) -> Due:
    if answer.decision is Decision.LATER:
        return Due.LATER
    return Due.EXPIRED if answer.decision is Decision.KEEP and answer.until else Due.AGE


def states(network: NetworkFile, answers: Latest, today: date) -> tuple[CheckState, ...]:
    """Every check still in use, in the file's order."""
    return tuple(
        state_of(check, answer_for(network, check, answers), today) for check in network.checks if not check.retired
    )


def _standing(check: Check, answer: Answer) -> Standing:
    if answer.decision in _DECIDED:
        return _DECIDED[answer.decision]
    if is_safer(check, answer.set_to):
        return Standing.SAFER
    if answer.set_to in _SPECIAL:
        return _SPECIAL[answer.set_to]
    if check.look and any(choice.id == answer.set_to for choice in check.choices):
        return Standing.LOOKED
    return Standing.LESS_SAFE


def _again_on(check: Check, answer: Answer) -> date | None:
    """A "not for me" never comes up by itself; a "keep" without a day comes up no sooner than anything else.

    How often the person chose comes before what is usual; a day they gave for this answer comes before both.
    """
    if answer.decision is Decision.NOT_FOR_ME:
        return None
    if answer.until:
        return answer.until
    months = cadence(check) if answer.every is None else answer.every
    return months_later(local_day(answer.at), months) if months else None
