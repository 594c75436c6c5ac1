"""The rungs of the ladder, what the person did on them, and what the app proposes next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from footprint.i18n import N_
from footprint.labels import Labelled
from footprint.log.ladder.reading import Entry
from footprint.log.ladder.rungs import Rung


class Outcome(Labelled):
    """How far a rung has come. `CHOSEN`: the person wants this one next, and has not done it yet."""

    CHOSEN = "chosen", N_("You chose this")
    WAITING = "waiting", N_("Waiting for an answer")
    DONE = "done", N_("Done")
    ACCEPTED = "accepted", N_("They said yes")
    REFUSED = "refused", N_("They said no")
    SILENCE = "silence", N_("No answer")
    ASKED_ID = "asked id", N_("They asked who you are")
    ASKED_MORE = "asked more", N_("They asked for more")
    BOUNCED = "bounced", N_("The message came back")
    DROPPED = "dropped", N_("You left it")

    @property
    def over(self) -> bool:
        """This rung has given what it can."""
        return self in (Outcome.DONE, Outcome.ACCEPTED, Outcome.REFUSED, Outcome.SILENCE, Outcome.DROPPED)

    @property
    def yours(self) -> bool:
        """They wait for the person, not the other way round."""
        return self in (Outcome.ASKED_ID, Outcome.ASKED_MORE, Outcome.BOUNCED)


class Case(Labelled):
    """The answer to “Could a complaint or a court case be about this?”"""

    NO = "no", N_("No")
    PERHAPS = "perhaps", N_("It could be")
    UNSURE = "unsure", N_("Not sure")

    @property
    def careful(self) -> bool:
        return self is not Case.NO


class LifeEvent(Labelled):
    """Something going on for which old posts can matter."""

    COMPLAINT = "complaint", N_("A complaint")
    HEARING = "hearing", N_("A court hearing")


@dataclass(frozen=True)
class Step:
    """A rung as it stands for one item: it applies, or not, and why."""

    rung: Rung
    applies: bool
    why: str
    entry: Entry

    @property
    def open(self) -> bool:
        """The person may choose it. A copy and a talk with the manager always may be."""
        return self.applies or self.rung in (Rung.PRESERVE, Rung.MANAGER)


@dataclass(frozen=True)
class Taken:
    """A rung the person chose or did. `id` is "" for one that only a message that was sent tells of."""

    id: str
    rung: Rung
    day: date
    due: date | None
    outcome: Outcome
    ended: date | None = None
    request_id: str = ""


@dataclass(frozen=True)
class Proposal:
    """What comes next and why; `rung` is None when nothing is left to do, or nothing is wanted.

    `again`: the same rung once more, as a reminder. `waiting`: it is the others' turn, and `why` counts the days.
    `chosen`: the person's own choice, where the app would have said `instead`.
    """

    rung: Rung | None
    why: str
    again: bool = False
    waiting: bool = False
    chosen: bool = False
    instead: Rung | None = None


@dataclass(frozen=True)
class Known:
    """What the person has said about an item beside its fields: `work` and `case` are None until they said it.

    `named`: the words of the item name their workplace, or look like somebody they support.
    """

    work: bool | None = None
    case: Case | None = None
    named: bool = False

    @property
    def of_work(self) -> bool:
        """People from work are in it, as far as is known; what the person said stands before what the words say."""
        return self.named if self.work is None else self.work
