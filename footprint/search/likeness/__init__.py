"""Is it the same picture? Profile pictures of the person and of found profiles, compared here and nowhere else."""

from typing import TYPE_CHECKING

from footprint.lazily import front_door

if TYPE_CHECKING:
    from footprint.search.likeness.comparing import likeness, nature_of
    from footprint.search.likeness.keeping import (
        MOST,
        Added,
        TooMany,
        add_found,
        add_mine,
        add_several,
        answered,
        pictures,
        remove,
        small_copies,
        small_copy,
        stands_on,
    )
    from footprint.search.likeness.reader import LARGEST, BadPicture
    from footprint.search.likeness.records import Answer, Likeness, Nature, Portrait
else:
    __getattr__ = front_door(
        __name__,
        {
            "comparing": "likeness nature_of",
            "keeping": (
                "MOST Added TooMany add_found add_mine add_several answered pictures remove small_copies small_copy "
                "stands_on"
            ),
            "reader": "LARGEST BadPicture",
            "records": "Answer Likeness Nature Portrait",
        },
    )

__all__ = [
    "LARGEST",
    "MOST",
    "Added",
    "Answer",
    "BadPicture",
    "Likeness",
    "Nature",
    "Portrait",
    "TooMany",
    "add_found",
    "add_mine",
    "add_several",
    "answered",
    "likeness",
    "nature_of",
    "pictures",
    "remove",
    "small_copies",
    "small_copy",
    "stands_on",
]
