"""Reading the page behind a finding: what it shows about the person, in the words that stand there."""

from typing import TYPE_CHECKING

from footprint.lazily import front_door

if TYPE_CHECKING:
    from footprint.search.reading.kept import latest, readings
    from footprint.search.reading.records import Exposed, Facet, Line, Plan, Reading, Why
else:
    __getattr__ = front_door(
        __name__,
        {
            "kept": "latest readings",
            "records": "Exposed Facet Line Plan Reading Why",
        },
    )

__all__ = [
    "Exposed",
    "Facet",
    "Line",
    "Plan",
    "Reading",
    "Why",
    "latest",
    "readings",
]
