"""The states of an item, the moves between them, and what the person is shown for each on a given day."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

from footprint.i18n import N_, _
from footprint.labels import Labelled

REPLY_DAYS = 14
"""Days to wait for an answer before "Follow up" (`ui-design` 6.8)."""


OTHER = "other"
"""How somebody was asked in a way of the person's own, of which only the day is known (`How.OTHER`)."""


class State(Labelled):
    """How far an item has come, as it is stored."""

    FOUND = "found", N_("Found")
    DECIDED = "decided", N_("Decided")
    ASKED = "asked", N_("Asked")
    WAITING = "waiting", N_("Waiting")
    GONE = "gone", N_("Gone from there")
    KEPT = "kept", N_("Kept")
    REFUSED = "refused", N_("They said no")
    CAME_BACK = "came back", N_("Came back")

    @property
    def open(self) -> bool:
        """Something is still to be done or waited for."""
        return self not in (State.GONE, State.KEPT)


class Group(Labelled):
    """The three groups of the page: whose turn it is."""

    YOUR_TURN = "your turn", N_("Your turn")
    WAITING = "waiting", N_("Waiting for others")
    DONE = "done", N_("Done")


class Status(StrEnum):
    """What the person sees; needs the day, because a wait that is over becomes "Follow up"."""

    NOT_STARTED = "not started"
    WAITING = "waiting"
    FOLLOW_UP = "follow up"
    DONE = "done"
    SAID_NO = "said no"
    KEPT = "kept"
    CAME_BACK = "came back"

    @property
    def label(self) -> str:
        return _(_STATUSES[self][0])

    @property
    def tone(self) -> str:
        """The pill's tone; never red, because nothing here is the person's fault."""
        return _STATUSES[self][1]

    @property
    def group(self) -> Group:
        if self is Status.WAITING:
            return Group.WAITING
        return Group.DONE if self in (Status.DONE, Status.KEPT) else Group.YOUR_TURN


_STATUSES = {
    Status.NOT_STARTED: (N_("Not started"), "neutral"),
    Status.WAITING: (N_("Waiting"), "waiting"),
    Status.FOLLOW_UP: (N_("Follow up"), "info"),
    Status.DONE: (N_("Done"), "done"),
    Status.SAID_NO: (N_("Said no"), "info"),
    Status.KEPT: (N_("Kept"), "done"),
    Status.CAME_BACK: (N_("Came back"), "warn"),
}
_SHOWN = {
    State.FOUND: Status.NOT_STARTED,
    State.DECIDED: Status.NOT_STARTED,
    State.GONE: Status.DONE,
    State.KEPT: Status.KEPT,
    State.REFUSED: Status.SAID_NO,
    State.CAME_BACK: Status.CAME_BACK,
}

# Somebody has been written to, and an answer is waited for.
ASKING = frozenset({State.ASKED, State.WAITING})

# Where an item may go next. Gone is left only by coming back; a slip of the hand is what undo is for.
MOVES: dict[State, tuple[State, ...]] = {
    State.FOUND: (State.DECIDED, State.ASKED, State.WAITING, State.GONE, State.KEPT),
    State.DECIDED: (State.ASKED, State.WAITING, State.GONE, State.KEPT),
    State.ASKED: (State.WAITING, State.GONE, State.REFUSED, State.KEPT, State.DECIDED),
    State.WAITING: (State.ASKED, State.GONE, State.REFUSED, State.KEPT, State.DECIDED),
    State.GONE: (State.CAME_BACK,),
    State.KEPT: (State.DECIDED, State.GONE),
    State.REFUSED: (State.DECIDED, State.ASKED, State.WAITING, State.GONE, State.KEPT),
    State.CAME_BACK: (State.DECIDED, State.ASKED, State.WAITING, State.GONE, State.KEPT),
}


def status_of(state: State, due: date | None, today: date) -> Status:
    """Asked and waiting read "Waiting" up to and on the day an answer is due, then "Follow up"."""
    if state in (State.ASKED, State.WAITING):
        return Status.FOLLOW_UP if due is not None and due < today else Status.WAITING
    return _SHOWN[state]


def due_after(state: State, due: date | None, day: date) -> date | None:
    """The due day once an item has moved to `state` on `day`: asking starts a wait, an end needs no day."""
    if state in (State.ASKED, State.WAITING):
        return day + timedelta(days=REPLY_DAYS)
    if state in (State.DECIDED, State.FOUND):
        return due
    return None
