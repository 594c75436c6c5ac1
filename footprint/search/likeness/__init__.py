"""Is it the same picture? Profile pictures of the person and of found profiles, compared here and nowhere else."""

from typing import TYPE_CHECKING

from footprint.lazily import front_door

if TYPE_CHECKING:
    from footprint.search.likeness.claiming import mine, not_mine, unsaid
    from footprint.search.likeness.comparing import likeness, nature_of
    from footprint.search.likeness.fetching import Failure, Fetched, Line, NothingToFetch, Plan, plan, run
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
    from footprint.search.likeness.profiles import Found, found_profiles
    from footprint.search.likeness.reader import LARGEST, BadPicture
    from footprint.search.likeness.records import Answer, Likeness, Nature, Portrait
    from footprint.search.likeness.reporting import Route, Step, impersonation_page, route
    from footprint.search.likeness.standing import GUIDANCE, Group, Meeting, Place, Standing, look
else:
    __getattr__ = front_door(
        __name__,
        {
            "claiming": "mine not_mine unsaid",
            "comparing": "likeness nature_of",
            "fetching": "Failure Fetched Line NothingToFetch Plan plan run",
            "keeping": (
                "MOST Added TooMany add_found add_mine add_several answered pictures remove small_copies small_copy "
                "stands_on"
            ),
            "profiles": "Found found_profiles",
            "reader": "LARGEST BadPicture",
            "records": "Answer Likeness Nature Portrait",
            "reporting": "Route Step impersonation_page route",
            "standing": "GUIDANCE Group Meeting Place Standing look",
        },
    )

__all__ = [
    "GUIDANCE",
    "LARGEST",
    "MOST",
    "Added",
    "Answer",
    "BadPicture",
    "Failure",
    "Fetched",
    "Found",
    "Group",
    "Likeness",
    "Line",
    "Meeting",
    "Nature",
    "NothingToFetch",
    "Place",
    "Plan",
    "Portrait",
    "Route",
    "Standing",
    "Step",
    "TooMany",
    "add_found",
    "add_mine",
    "add_several",
    "answered",
    "found_profiles",
    "impersonation_page",
    "likeness",
    "look",
    "mine",
    "nature_of",
    "not_mine",
    "pictures",
    "plan",
    "remove",
    "route",
    "run",
    "small_copies",
    "small_copy",
    "stands_on",
    "unsaid",
]
