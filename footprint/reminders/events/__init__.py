"""Life events: a hearing, a new job, a break-up. Each is a short audit in the order of what cannot wait."""

from typing import TYPE_CHECKING

from footprint.lazily import front_door

if TYPE_CHECKING:
    from footprint.reminders.events.begun import has_running
    from footprint.reminders.events.format import EventFile, Form, StepFile
    from footprint.reminders.events.keeping import (
        begin,
        due,
        finish,
        forget,
        history,
        look,
        look_again_on,
        mark,
        preview,
        running,
    )
    from footprint.reminders.events.load import BadEvent, event, events, unknown
    from footprint.reminders.events.records import Audit, Mark, NetworkPage, Part, Standing, Started, Step
else:
    __getattr__ = front_door(
        __name__,
        {
            "begun": "has_running",
            "format": "EventFile Form StepFile",
            "keeping": "begin due finish forget history look look_again_on mark preview running",
            "load": "BadEvent event events unknown",
            "records": "Audit Mark NetworkPage Part Standing Started Step",
        },
    )

__all__ = [
    "Audit",
    "BadEvent",
    "EventFile",
    "Form",
    "Mark",
    "NetworkPage",
    "Part",
    "Standing",
    "Started",
    "Step",
    "StepFile",
    "begin",
    "due",
    "event",
    "events",
    "finish",
    "forget",
    "has_running",
    "history",
    "look",
    "look_again_on",
    "mark",
    "preview",
    "running",
    "unknown",
]
