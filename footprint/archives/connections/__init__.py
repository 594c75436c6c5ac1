"""People a network links the person with: one list over all copies, gone through one by one, and forgotten at will.

The names are the most delicate thing the app holds. They stand in no list, search, summary or export of other rooms.
"""

from typing import TYPE_CHECKING

from footprint.lazily import front_door

if TYPE_CHECKING:
    from footprint.archives.connections.choosing import Gone, choose, forget, leave_out, tick
    from footprint.archives.connections.listing import counted, people, somebody
    from footprint.archives.connections.prompts import PROMPTS, SIGNS, THROUGH_WORK, Prompt
    from footprint.archives.connections.records import Choice, Counts, Somebody
else:
    __getattr__ = front_door(
        __name__,
        {
            "choosing": "Gone choose forget leave_out tick",
            "listing": "counted people somebody",
            "prompts": "PROMPTS SIGNS THROUGH_WORK Prompt",
            "records": "Choice Counts Somebody",
        },
    )

__all__ = [
    "PROMPTS",
    "SIGNS",
    "THROUGH_WORK",
    "Choice",
    "Counts",
    "Gone",
    "Prompt",
    "Somebody",
    "choose",
    "counted",
    "forget",
    "leave_out",
    "people",
    "somebody",
    "tick",
]
