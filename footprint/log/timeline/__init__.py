"""Everything that happened to all items, newest first; and what is coming."""

from typing import TYPE_CHECKING

from footprint.lazily import front_door

if TYPE_CHECKING:
    from footprint.log.timeline.ahead import Coming, What, coming
    from footprint.log.timeline.reading import Entry, Month, Outline, Sort, outline, page
else:
    __getattr__ = front_door(
        __name__, {"ahead": "Coming What coming", "reading": "Entry Month Outline Sort outline page"}
    )

__all__ = ["Coming", "Entry", "Month", "Outline", "Sort", "What", "coming", "outline", "page"]
