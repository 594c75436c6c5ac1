"""What changed between two looks: new, gone, back, different. A look that failed never makes a change."""

from typing import TYPE_CHECKING

from footprint.lazily import front_door

if TYPE_CHECKING:
    from footprint.search.changes.arranging import find, moments, on_day, usual
    from footprint.search.changes.comparing import compare, look_back
    from footprint.search.changes.keeping import keep
    from footprint.search.changes.records import (
        CHANGES,
        Change,
        Comparison,
        Evidence,
        Kind,
        Looked,
        Moment,
        Reworded,
        Shown,
    )
    from footprint.search.changes.showing import Exposure, Point, exposure
    from footprint.search.changes.words import caution, headline, quoted, reasons, source_label
else:
    __getattr__ = front_door(
        __name__,
        {
            "comparing": "compare look_back",
            "showing": "Exposure Point exposure",
            "keeping": "keep",
            "arranging": "find moments on_day usual",
            "records": "CHANGES Change Comparison Evidence Kind Looked Moment Reworded Shown",
            "words": "caution headline quoted reasons source_label",
        },
    )

__all__ = [
    "CHANGES",
    "Change",
    "Comparison",
    "Evidence",
    "Exposure",
    "Kind",
    "Looked",
    "Moment",
    "Point",
    "Reworded",
    "Shown",
    "caution",
    "compare",
    "exposure",
    "find",
    "headline",
    "keep",
    "look_back",
    "moments",
    "on_day",
    "quoted",
    "reasons",
    "source_label",
    "usual",
]
