"""What the app says about itself when something goes wrong, so made that nothing of the person can get into it.

`Log(folder).note(Event.JOB_FAILED, problem=problem, count=3)` is the only way to write a line, and takes an event,
numbers and the type of an exception: there is nowhere to put a text. `report(problem)` is what a crash dialog
shows. No other part of the app may use Python's own `logging` (a test sees to that).
"""

from typing import TYPE_CHECKING

from footprint.lazily import front_door

if TYPE_CHECKING:
    from footprint.logs.catching import Catcher
    from footprint.logs.events import Event
    from footprint.logs.reporting import report, short_report
    from footprint.logs.writing import FOLDER, KEEP, LARGEST, Log, NoLog, Noting
else:
    __getattr__ = front_door(
        __name__,
        {
            "catching": "Catcher",
            "events": "Event",
            "reporting": "report short_report",
            "writing": "FOLDER KEEP LARGEST Log NoLog Noting",
        },
    )

__all__ = [
    "FOLDER",
    "KEEP",
    "LARGEST",
    "Catcher",
    "Event",
    "Log",
    "NoLog",
    "Noting",
    "report",
    "short_report",
]
