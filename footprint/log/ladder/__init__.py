"""The ladder of an item: from keeping a copy to a regulator, private and polite first, each rung in its time."""

from typing import TYPE_CHECKING

from footprint.lazily import front_door

if TYPE_CHECKING:
    from footprint.log.ladder.choosing import ladder_for
    from footprint.log.ladder.considering import Considered, PauseFirst
    from footprint.log.ladder.doing import (
        LOOK_AGAIN_DAYS,
        answered,
        choose,
        finish,
        life_events,
        put_life_event,
        say_case,
        say_work,
        set_life_event,
        take,
    )
    from footprint.log.ladder.pausing import Pause, careful_advice
    from footprint.log.ladder.proposing import next_rung
    from footprint.log.ladder.reading import Entry, Link, entries
    from footprint.log.ladder.records import Case, Known, LifeEvent, Outcome, Proposal, Step, Taken
    from footprint.log.ladder.replies import LONGEST, Ground, Reading, ReplyKind, read_reply
    from footprint.log.ladder.rungs import Rung
    from footprint.log.ladder.standing import Standing, look
    from footprint.log.ladder.waiting import counter, due_day, is_working_day, weekday_of
else:
    __getattr__ = front_door(
        __name__,
        {
            "choosing": "ladder_for",
            "considering": "Considered PauseFirst asks_first",
            "doing": (
                "LOOK_AGAIN_DAYS answered choose finish life_events put_life_event say_case say_work set_life_event "
                "take"
            ),
            "pausing": "Pause careful_advice",
            "proposing": "next_rung",
            "reading": "Entry Link entries",
            "records": "Case Known LifeEvent Outcome Proposal Step Taken",
            "rungs": "Rung",
            "replies": "LONGEST Ground Reading ReplyKind read_reply",
            "standing": "Standing look",
            "waiting": "counter due_day is_working_day weekday_of",
        },
    )

__all__ = [
    "LONGEST",
    "LOOK_AGAIN_DAYS",
    "Case",
    "Considered",
    "Entry",
    "Ground",
    "Known",
    "LifeEvent",
    "Link",
    "Outcome",
    "Pause",
    "PauseFirst",
    "Proposal",
    "Reading",
    "ReplyKind",
    "Rung",
    "Standing",
    "Step",
    "Taken",
    "answered",
    "asks_first",
    "careful_advice",
    "choose",
    "counter",
    "due_day",
    "entries",
    "finish",
    "is_working_day",
    "ladder_for",
    "life_events",
    "look",
    "next_rung",
    "put_life_event",
    "read_reply",
    "say_case",
    "say_work",
    "set_life_event",
    "take",
    "weekday_of",
]
