"""Reading the page behind a finding: what it shows about the person, in the words that stand there."""

from typing import TYPE_CHECKING

from footprint.lazily import front_door

if TYPE_CHECKING:
    from footprint.search.reading.kept import alike, latest, professional, readings
    from footprint.search.reading.planning import plan
    from footprint.search.reading.records import Exposed, Facet, Line, Plan, Reading, Why
    from footprint.search.reading.running import NothingToRead, Run, add_page, read
else:
    __getattr__ = front_door(
        __name__,
        {
            "kept": "alike latest professional readings",
            "planning": "plan",
            "records": "Exposed Facet Line Plan Reading Why",
            "running": "NothingToRead Run add_page read",
        },
    )

__all__ = [
    "Exposed",
    "Facet",
    "Line",
    "NothingToRead",
    "Plan",
    "Reading",
    "Run",
    "Why",
    "add_page",
    "alike",
    "latest",
    "plan",
    "professional",
    "read",
    "readings",
]
