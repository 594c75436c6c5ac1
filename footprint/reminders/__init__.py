"""What is due again and how the person hears of it: one quiet sentence a day, each way of telling off until chosen.

`rhythm(vault, library, today, months)` is the one truth of what is due; Home reads it too. `add`, `tick`, `snooze`,
`skip`, `set_every` are what the person does about it; `tell` says the sentence; `duefile` is what stands beside the
vault; `schedule` the computer's own scheduler; `calendar` the file for a calendar; `events` life events.
"""

from typing import TYPE_CHECKING

from footprint.lazily import front_door

if TYPE_CHECKING:
    from footprint.reminders.digests import Digest, Due, digest, is_quiet, neutral_words
    from footprint.reminders.doing import (
        add,
        bring_back,
        change,
        drop,
        next_of,
        own,
        put,
        put_search_every,
        remove,
        set_every,
        skip,
        snooze,
        tick,
    )
    from footprint.reminders.noting import note_due
    from footprint.reminders.reading import MOST_ITEMS, SOON
    from footprint.reminders.reckoning import Rhythm, due_within, rhythm
    from footprint.reminders.records import BadReminder, Every, Kind, Mark, Own, Thing, Unit, read_every
    from footprint.reminders.telling import Show, Told, tell
    from footprint.reminders.things import is_due
else:
    __getattr__ = front_door(
        __name__,
        {
            "digests": "Digest Due digest is_quiet neutral_words",
            "doing": "add bring_back change drop next_of own put put_search_every remove set_every skip snooze tick",
            "noting": "note_due",
            "reading": "MOST_ITEMS SOON",
            "records": "BadReminder Every Kind Mark Own Thing Unit read_every",
            "reckoning": "Rhythm due_within rhythm",
            "telling": "Show Told tell",
            "things": "is_due",
        },
    )

__all__ = [
    "MOST_ITEMS",
    "SOON",
    "BadReminder",
    "Digest",
    "Due",
    "Every",
    "Kind",
    "Mark",
    "Own",
    "Rhythm",
    "Show",
    "Thing",
    "Told",
    "Unit",
    "add",
    "bring_back",
    "change",
    "digest",
    "drop",
    "due_within",
    "is_due",
    "is_quiet",
    "neutral_words",
    "next_of",
    "note_due",
    "own",
    "put",
    "put_search_every",
    "read_every",
    "remove",
    "rhythm",
    "set_every",
    "skip",
    "snooze",
    "tell",
    "tick",
]
